/* SPDX-License-Identifier: ISC */
#ifndef IBID_DRAW_SVG_TEXT_H
#define IBID_DRAW_SVG_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/*
 * Text in an SVG picture.  Whoever shows it has fonts of its own, and SVG
 * 1.1 does not wrap: how wide a text is, is estimated, rather too wide, and
 * it is cut into lines here.
 */
struct svg_text_look {
	double size_px;
	double line_px;
	const char *fill;
	bool is_bold;
};

/* A length or a place, to a tenth. */
void svg_text_add_px(struct str *out, double px);

/*
 * Any bytes as text of an element or a value of an attribute: what is not
 * well-formed becomes U+FFFD; blanks become spaces; control characters, what
 * is invisible and what XML 1.0 does not allow are dropped.
 */
void svg_text_escape(struct str *out, const char *text, size_t len);

double svg_text_get_width_px(const char *text, size_t len,
    const struct svg_text_look *look);

/*
 * Adds a text element of lines of at most width_px, the first one's top at
 * y; nothing where the text is empty.  Returns the bottom of the last.
 */
double svg_text_add(struct str *out, const struct svg_text_look *look, double x,
    double y, double width_px, const char *text);

/* One line, its middle at x. */
void svg_text_add_centred(struct str *out, const struct svg_text_look *look,
    double x, double y, const char *text);

#endif
