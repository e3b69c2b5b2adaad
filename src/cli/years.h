/* SPDX-License-Identifier: ISC */
#ifndef IBID_YEARS_H
#define IBID_YEARS_H

#include <stdbool.h>

#include "cli.h"

/*
 * What --year asks for: "1995", "1990-1999", "1990..", "..1999".
 */
struct years {
	bool is_given;
	int from, to;
};

/* STATUS_INVALID, with one line, where it is none of these. */
enum status years_read(struct years *out, const struct cli *cli,
    struct error *err);

/* Whether a date or period, as written, has a day of these years. */
bool years_meet(const struct years *years, const char *period);

#endif
