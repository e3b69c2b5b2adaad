/* SPDX-License-Identifier: ISC */
#ifndef IBID_TEXT_PERIOD_H
#define IBID_TEXT_PERIOD_H

#include "base/str.h"

/*
 * A date or interval in words: "2017-12-22" is "22 December 2017",
 * "1870/1880" "1870 to 1880", "1990/.." "from 1990"; what is told by the end
 * is said once, "22 to 30 April 2009".  Another text stays as it is.
 */
void period_add(struct str *out, const char *period);

#endif
