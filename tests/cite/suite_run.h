/* SPDX-License-Identifier: ISC */
#ifndef IBID_TESTS_SUITE_RUN_H
#define IBID_TESTS_SUITE_RUN_H

#include "base/error.h"
#include "base/str.h"
#include "fixture.h"

/*
 * Runs a fixture of the CSL test suite: adds to out what its RESULT is to be
 * equal to.
 */
enum status suite_run(struct str *out, const struct fixture *f,
    struct error *err);

#endif
