/* SPDX-License-Identifier: ISC */
#ifndef IBID_TEXT_PERIOD_H
#define IBID_TEXT_PERIOD_H

#include "base/str.h"

/* "1870/1880" as "1870 to 1880", "1990/.." as "from 1990". */
void period_add(struct str *out, const char *period);

#endif
