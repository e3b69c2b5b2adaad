/* SPDX-License-Identifier: ISC */
#ifndef IBID_STYLE_ADD_H
#define IBID_STYLE_ADD_H

#include "cli.h"

/*
 * Compiles what a CSL file holds, a style or a locale, and puts it among the
 * reader's own; name is the file or the id of a style that the system has.
 * The style in whose place a dependent one stands comes with it.  Says what
 * was added.
 */
enum status style_add(struct cli *cli, const char *name, struct error *err);

#endif
