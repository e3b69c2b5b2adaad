/* SPDX-License-Identifier: ISC */
#ifndef IBID_DRAW_CHART_SVG_H
#define IBID_DRAW_CHART_SVG_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "draw/axis.h"
#include "draw/chart.h"

/*
 * The same chart as a picture: SVG 1.1 without scripts, fonts or anything
 * from elsewhere, that a browser renders, with title and desc for readers
 * that speak.  No meaning is in colour alone.  All texts are escaped here;
 * what XML 1.0 does not allow is dropped.
 */
struct chart_svg_row {
	const char *heading; /* above it where it is another than the row's
				before: the year; or NULL */
	const char *value;   /* "> 50,000 people" */
	const char *about;   /* place and population */
	const char *source;  /* who says it, through whom */
	struct axis_range range;
	bool is_disputed; /* with another row */
};

struct chart_svg {
	const char *title, *description, *unit;
	struct axis axis;
	chart_add_label *add_label;
	void *context;
	const struct chart_svg_row *rows;
	size_t row_count;
	const char *const *notes; /* what meets, what cannot both hold */
	size_t note_count;
	const char *const *sources; /* the documents, as references */
	size_t source_count;
	const char *credit; /* collection, edition, licence */
	const char *language;
};

void chart_svg_add(struct str *out, const struct chart_svg *chart);

#endif
