/* SPDX-License-Identifier: ISC */
#ifndef IBID_COMPILED_STYLE_H
#define IBID_COMPILED_STYLE_H

#include "base/str.h"
#include "cli.h"
#include "model/style.h"

/*
 * A style out of a CSL file, which ibid-compile reads: it has the parser.
 * What it finds wrong with the file it says itself.  A dependent style gives
 * its parent.
 */
enum status compiled_style_read(struct style **out, struct cli *cli,
    const char *path, struct error *err);

/*
 * The same as the bytes that style_load() reads, a locale too; a dependent
 * style as it is.
 */
enum status compiled_style_add_bytes(struct str *out, struct cli *cli,
    const char *path, struct error *err);

#endif
