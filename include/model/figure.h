/* SPDX-License-Identifier: ISC */
#ifndef IBID_MODEL_FIGURE_H
#define IBID_MODEL_FIGURE_H

#include <math.h>
#include <stdbool.h>
#include <stdint.h>

/* One quantity as one document gives it. */
struct figure {
	int64_t id;
	const char *slug;
	const char *measure; /* slug */
	const char *measure_title;
	const char *topic; /* slug */
	const char *statement;
	const char *document; /* first one that states it, short: "Keenan" */
	double low;           /* NAN: open, or not given */
	double high;
	const char *qualifier; /* "" where none; so for all texts but slugs */
	const char *unit;
	const char *period; /* as written */
	const char *as_of;
	const char *place;
	const char *population;
	const char *note;
	bool is_graphic;
	bool is_disputed; /* it disagrees with another */
	uint32_t documents;
	uint32_t origins;
	const char **disagrees_with; /* slugs of figures, by row */
	uint32_t disagrees_count;
};

/* Who stands behind a figure; each once, in the order of its citations. */
struct figure_behind {
	const char **documents; /* short names: "Keenan" */
	const char **keys;      /* of them */
	uint32_t document_count;
	const char **origins; /* short names, or an unnamed credit's words */
	const int64_t *origin_ids; /* equal numbers are one origin */
	uint32_t origin_count;
};

/* Whether a's range, an open end included, lies wholly above b's. */
bool figure_lies_above(const struct figure *a, const struct figure *b);

/* Whether they have a number in common; one without a bound meets all. */
bool figure_meets(const struct figure *a, const struct figure *b);

/*
 * Whether the places, or populations, of two figures may be the same, folded
 * alike: what one of them does not say may be.
 */
bool figure_may_share(const char *a, const char *b);

/* What figures are compared under. */
struct measure {
	int64_t id;
	const char *slug;
	const char *title;
	const char *unit;
	const char *definition;
	const char *topic; /* slug */
	uint32_t figures;
	uint32_t disagreeing; /* figures that disagree with another */
};

#endif
