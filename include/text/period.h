/* SPDX-License-Identifier: ISC */
#ifndef IBID_TEXT_PERIOD_H
#define IBID_TEXT_PERIOD_H

#include "base/str.h"

/*
 * "1870/1880" as "1870 to 1880", "1990-04/.." as "from April 1990",
 * "2017-12-22" as "22 December 2017"; what has another form as it is.
 */
void period_add(struct str *out, const char *period);

#endif
