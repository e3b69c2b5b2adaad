/* SPDX-License-Identifier: ISC */
#ifndef IBID_TERMS_H
#define IBID_TERMS_H

#include "cite_private.h"

/*
 * The words of a locale: the style's own stand before those of the locale.
 * Source: CSL 1.0.2 specification, "Locale", "Terms", "Gender-specific
 * Ordinals", "Ordinal Suffixes", "Long Ordinals".
 */

/* Lays out where c looks for words; what the locale says of marks. */
void terms_open(struct cite *c, const struct style *locale);

/* STYLE_WORD_MASCULINE, _FEMININE, or none. */
enum style_word terms_get_gender(const struct cite *c, const char *name);

/* "nd" for 2; "" where the locale has none. */
const char *terms_get_ordinal(const struct cite *c, int number,
    enum style_word gender);

/* "second" for 2; NULL where the locale has none. */
const char *terms_find_long_ordinal(const struct cite *c, int number,
    enum style_word gender);

/* The options of the locale that has the attribute. */
enum style_word terms_get_option(const struct cite *c, enum style_attribute a);

#endif
