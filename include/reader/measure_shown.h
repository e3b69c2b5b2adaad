/* SPDX-License-Identifier: ISC */
#ifndef IBID_READER_MEASURE_SHOWN_H
#define IBID_READER_MEASURE_SHOWN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "cite/cite.h"
#include "model/disagreement.h"
#include "reader/comparison.h"

/*
 * A measure as it is shown at once, as text or as a picture: its figures side
 * by side, what of them disagrees, and the documents that state them.
 */
struct measure_shown {
	struct collection *collection;  /* lent */
	const struct number_form *form; /* lent */
	struct measure measure;
	struct comparison all;
	struct disagreement *disputes; /* the most severe first */
	uint32_t dispute_count;
	const char **keys; /* of the documents, each once, as they come */
	uint32_t key_count;
};

/* All is in the arena.  STATUS_NOT_FOUND: no measure has that slug. */
enum status measure_shown_read(struct measure_shown *out, struct collection *c,
    const char *slug, struct arena *arena, struct error *err);

/*
 * "another year: 30,000 people apart, 1.25 times as many (a period is not
 * known)"
 */
void measure_shown_add_dispute(struct str *out, const struct measure_shown *m,
    const struct disagreement *d);

/*
 * What a member says: a figure that is compared with its value, another
 * record with its title; what is graphic is not told.
 */
void measure_shown_add_member(struct str *out, const struct measure_shown *m,
    const struct disagreement_member *member);

/*
 * A line for each of the keys: its reference, or a citation where the style
 * has no list; what is no publication has its title, and without a style (cite
 * is NULL) all have.  In the arena; nothing is set in cite afterwards.
 */
enum status measure_shown_list_references(const char ***out,
    const struct measure_shown *m, struct cite *cite, struct arena *arena,
    struct error *err);

/*
 * The picture: SVG 1.1.  sources: the documents as references, or as the
 * caller has them.
 */
enum status measure_shown_add_picture(struct str *out,
    const struct measure_shown *m, const char *const *sources,
    uint32_t source_count, struct arena *arena, struct error *err);

#endif
