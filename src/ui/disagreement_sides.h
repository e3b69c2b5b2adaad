/* SPDX-License-Identifier: ISC */
#ifndef IBID_DISAGREEMENT_SIDES_H
#define IBID_DISAGREEMENT_SIDES_H

#include "reader/session.h"

/*
 * Who stands against whom in a disagreement: what takes some reading more
 * than its own row, and is read of those that are shown.
 */
struct disagreement_sides {
	/* Two figures of one unit whose ranges are furthest from each other;
	 * NULL where computing found none apart. */
	const struct figure *above, *below;
	const char *documents; /* of its figures, each once: "Keenan, Yi" */
};

/* Of at most limit disagreements by row, as item_cache_read has it. */
enum status disagreement_sides_read(const void **out, uint32_t *count,
    struct collection *c, int64_t first, uint32_t limit, struct arena *arena,
    struct error *err);

#endif
