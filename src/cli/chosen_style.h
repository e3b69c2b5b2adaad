/* SPDX-License-Identifier: ISC */
#ifndef IBID_CHOSEN_STYLE_H
#define IBID_CHOSEN_STYLE_H

#include "cite/cite.h"
#include "cli.h"
#include "model/style.h"

/*
 * The citation style that a run of ibid was asked for, ready to cite with.
 */
struct chosen_style {
	struct style *style, *locale;
	struct cite *cite;
	const char *name; /* as it was asked for, or of the reader */
};

/*
 * The style that --style names, by its id or as a CSL file; else the
 * reader's, and where that is not here "plain", which is said.  --language
 * gives the locale.  STATUS_INVALID where there is no such style.
 */
enum status chosen_style_open(struct chosen_style *out, struct cli *cli,
    struct error *err);
void chosen_style_close(struct chosen_style *s);

#endif
