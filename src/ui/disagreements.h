/* SPDX-License-Identifier: ISC */
#ifndef IBID_DISAGREEMENTS_H
#define IBID_DISAGREEMENTS_H

#include "view_page.h"

/*
 * What a record disagrees with, and why, as part of its page: the other
 * members as links, the note with its sentences and their chains.
 */
struct disagreements {
	struct disagreement *all;
	struct page *notes; /* of each; no passages where it has none */
	uint32_t count;
	bool are_more;
	int64_t *rows; /* of those that are read in parts */
	uint32_t row_count;
};

enum status disagreements_read(struct disagreements *out, struct app *app,
    enum record_kind kind, int64_t id, struct arena *arena, struct error *err);

/*
 * Those of several figures, figure by figure, and when all are in, the most
 * severe of them, one at a time.
 */
enum status disagreements_add_figure(struct disagreements *out, struct app *app,
    int64_t figure, struct arena *arena, struct error *err);
void disagreements_sort(struct disagreements *out, struct arena *arena);
enum status disagreements_read_next(struct disagreements *out, struct app *app,
    struct arena *arena, struct error *err);

/*
 * Its parts, for a view that adds more to them: "≠ another year: 30,000
 * people apart", where how far is known; a member; what the editors say.
 */
void disagreements_add_kind(struct view_page *p, const struct disagreement *d,
    const char *distance);
void disagreements_add_member(struct view_page *p,
    const struct disagreement_member *m, const char *text, bool is_disputed);
void disagreements_add_note(struct view_page *p, const struct disagreements *d,
    uint32_t number);
void disagreements_add_rest(struct view_page *p, const struct disagreements *d);

/* Adds heading and all; the member of that kind and slug is left out. */
void disagreements_add(struct view_page *p, const struct disagreements *d,
    const char *heading, enum record_kind kind, const char *slug);

#endif
