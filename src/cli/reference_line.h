/* SPDX-License-Identifier: ISC */
#ifndef IBID_REFERENCE_LINE_H
#define IBID_REFERENCE_LINE_H

#include "base/str.h"
#include "cli.h"

/*
 * Adds a source's entry of a list of references, in the reader's style and
 * as plain text; nothing where it is no publication, or no style is here.
 */
enum status reference_line_add(struct str *out, struct cli *cli,
    const struct source *source, struct error *err);

#endif
