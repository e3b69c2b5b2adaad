/* SPDX-License-Identifier: ISC */
#ifndef IBID_UNIT_H
#define IBID_UNIT_H

/* cmocka wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#endif
