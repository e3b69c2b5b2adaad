/* SPDX-License-Identifier: ISC */
#ifndef IBID_COMPILE_CSL_STYLE_H
#define IBID_COMPILE_CSL_STYLE_H

#include <stddef.h>

#include "base/error.h"
#include "base/str.h"
#include "compile/diagnose.h"

/*
 * A style or a locale of CSL 1.0.2, an XML file, made the flat tree that
 * model/style.h describes.  What it asks for that CSL does not know, or that
 * ibid does not do, is a warning that names it; document types and entities
 * are refused.
 */

/*
 * Adds the tree to out.  Findings go to d under the name file, which d keeps
 * no pointer to.  STATUS_FOUND_FAULTS where it is no such file, a macro leads
 * to itself, or a limit is passed; nothing is added then.
 */
enum status csl_style_compile(struct str *out, const char *file,
    const char *text, size_t len, struct diagnose *d);

#endif
