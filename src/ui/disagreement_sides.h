/* SPDX-License-Identifier: ISC */
#ifndef IBID_DISAGREEMENT_SIDES_H
#define IBID_DISAGREEMENT_SIDES_H

#include "base/str.h"
#include "model/number_form.h"
#include "reader/session.h"

/*
 * Who stands against whom in a disagreement: what takes some reading more
 * than its own row, and is read of those that are shown.
 */
struct disagreement_sides {
	/* Two figures of one unit whose ranges are furthest from each other;
	 * NULL where computing found none apart. */
	const struct figure *above, *below;
	const struct figure *const *figures; /* the first few */
	uint32_t figure_count;
	const char *documents; /* of its figures, each once: "Keenan, Yi" */
};

/*
 * How far apart they are, or where they are not what each has: "30,000 people
 * apart, 1.6 times as many", "> 50,000; 100,000 (people)".
 */
void disagreement_sides_add(struct str *out, const struct number_form *form,
    const struct disagreement_sides *s);

/* Of at most limit disagreements by row, as item_cache_read has it. */
enum status disagreement_sides_read(const void **out, uint32_t *count,
    struct collection *c, int64_t first, uint32_t limit, struct arena *arena,
    struct error *err);

#endif
