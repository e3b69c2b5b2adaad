/* SPDX-License-Identifier: ISC */
#ifndef IBID_TESTS_LAB_H
#define IBID_TESTS_LAB_H

#include <stddef.h>

#include "base/error.h"
#include "base/str.h"
#include "cite/cite.h"
#include "model/style.h"

/*
 * Styles and locales for the runners: compiled in memory out of CSL, or as
 * the build made them.  $CSL_DATA names a folder with styles/ and locales/ of
 * CSL files to take instead.
 */
enum status lab_compile(struct style **out, const char *name, const char *text,
    size_t len, struct error *err);

/* A style by its id, "apa". */
enum status lab_open_style(struct style **out, const char *id,
    struct error *err);

/*
 * The locale of that language ("de-AT"; "de" means its main country), or
 * en-US where there is none.  Kept until lab_clear(); NULL: none at all.
 */
const struct style *lab_get_locale(const char *language);

/* A processor for a style in the style's own locale. */
enum status lab_new_cite(struct cite **out, const struct style *style,
    struct error *err);

void lab_clear(void);

#endif
