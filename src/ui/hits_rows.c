/* SPDX-License-Identifier: ISC */
#include "hits_rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "hits_rows_private.h"

enum { READ_AT_ONCE = 48, NEAR = 64, NOWHERE = -1 };

/* Passages of a record besides the one that its own row shows. */
struct hits_unfolded {
	enum record_kind kind;
	int64_t record;
	int group;      /* NOWHERE: not found so far */
	uint32_t index; /* in its group */
	int64_t best;
	uint32_t passages; /* that match, the best one with them */
	int64_t *list;
	uint32_t count, cap;
	int64_t last; /* read so far */
	bool is_whole;
};

const enum record_kind hits_rows_order[HITS_GROUP_LIMIT] = { RECORD_TOPIC,
	RECORD_FIGURE, RECORD_MEASURE, RECORD_EVENT, RECORD_SOURCE,
	RECORD_DISAGREEMENT };

void
hits_rows_init(struct hits_rows *r, const struct hits_source *source)
{
	*r = (struct hits_rows){ .source = *source };
}

static void
drop(struct hits_rows *r, unsigned n)
{
	free(r->unfolded[n].list);
	r->unfolded_count--;
	memmove(r->unfolded + n, r->unfolded + n + 1,
	    (r->unfolded_count - n) * sizeof *r->unfolded);
}

void
hits_rows_forget(struct hits_rows *r, bool is_titles)
{
	struct hits_source source = r->source;

	hits_rows_clear(r);
	r->source = source;
	r->is_titles = is_titles;
}

void
hits_rows_clear(struct hits_rows *r)
{
	while (r->unfolded_count > 0)
		drop(r, r->unfolded_count - 1);
	free(r->unfolded);
	*r = (struct hits_rows){ 0 };
}

/* ---- Groups ---- */

int
hits_rows_find_kind(const struct hits_rows *r, enum record_kind kind)
{
	for (unsigned i = 0; i < r->group_count; i++) {
		if (r->is_titles || r->groups[i].kind == kind)
			return (int)i;
	}
	return NOWHERE;
}

uint32_t
hits_rows_get_first(const struct hits_rows *r, unsigned group)
{
	uint32_t row = 0;

	for (unsigned i = 0; i < group; i++)
		row += r->groups[i].rows;
	return row;
}

int
hits_rows_find_group(uint32_t *local, const struct hits_rows *r, uint32_t at)
{
	for (unsigned i = 0; i < r->group_count; i++) {
		if (at < r->groups[i].rows) {
			*local = at;
			return (int)i;
		}
		at -= r->groups[i].rows;
	}
	return NOWHERE;
}

/* Of more records than are kept only those can be listed. */
static uint32_t
count_listed(const struct hits_rows *r, enum record_kind kind, uint64_t found,
    bool is_cut)
{
	uint32_t count = found < INT32_MAX ? (uint32_t)found : INT32_MAX;

	if (is_cut)
		r->source.list(&count, r->source.context, kind, 0, count);
	return count;
}

static void
add_group(struct hits_rows *r, enum record_kind kind, uint64_t found,
    bool is_cut)
{
	struct hits_group *g = &r->groups[r->group_count];

	*g = (struct hits_group){ .kind = kind, .found = found };
	g->count = count_listed(r, kind, found, is_cut);
	g->rows = g->count + hits_rows_count_headings(r);
	r->group_count += g->count > 0;
}

static void
set_groups(struct hits_rows *r, const struct search_counts *counts)
{
	uint64_t all = 0;

	r->group_count = 0;
	for (size_t i = 0; i < HITS_GROUP_LIMIT; i++) {
		all += counts->records[hits_rows_order[i]];
		if (!r->is_titles)
			add_group(r, hits_rows_order[i],
			    counts->records[hits_rows_order[i]],
			    counts->is_cut);
	}
	if (r->is_titles)
		add_group(r, RECORD_NONE, all, counts->is_cut);
}

/* ---- Records ---- */

static const struct found_record *
look_among(uint32_t *index, const struct hits_rows *r, unsigned group,
    enum record_kind kind, int64_t record, uint32_t first, uint32_t limit)
{
	uint32_t count = 0;
	const struct found_record *list = r->source.list(&count,
	    r->source.context, r->groups[group].kind, first, limit);

	for (uint32_t i = 0; i < count; i++) {
		if (list[i].record == record && list[i].kind == kind) {
			*index = first + i;
			return &list[i];
		}
	}
	return NULL;
}

const struct found_record *
hits_rows_find_record(uint32_t *index, const struct hits_rows *r,
    enum record_kind kind, int64_t record)
{
	int group = hits_rows_find_kind(r, kind);
	uint32_t first = *index > NEAR ? *index - NEAR : 0;
	const struct found_record *found;

	if (group < 0)
		return NULL;
	found = look_among(index, r, (unsigned)group, kind, record, first,
	    2 * NEAR);
	return found ? found :
		       look_among(index, r, (unsigned)group, kind, record, 0,
			   r->groups[group].count);
}

/* ---- What is unfolded ---- */

static bool
stands_before(const struct hits_unfolded *a, const struct hits_unfolded *b)
{
	return a->group != b->group ? a->group < b->group : a->index < b->index;
}

/* In order, and the groups as long as that makes them. */
static void
lay_out(struct hits_rows *r)
{
	uint32_t headings = hits_rows_count_headings(r);

	for (unsigned i = 1; i < r->unfolded_count; i++) {
		struct hits_unfolded one = r->unfolded[i];
		unsigned at = i;

		for (; at > 0 && stands_before(&one, &r->unfolded[at - 1]);
		     at--)
			r->unfolded[at] = r->unfolded[at - 1];
		r->unfolded[at] = one;
	}
	for (unsigned i = 0; i < r->group_count; i++)
		r->groups[i].rows = r->groups[i].count + headings;
	for (unsigned i = 0; i < r->unfolded_count; i++) {
		if (r->unfolded[i].group != NOWHERE)
			r->groups[r->unfolded[i].group].rows += r->unfolded[i]
								    .count;
	}
	r->row_count = hits_rows_get_first(r, r->group_count);
}

static void
keep_passage(struct hits_unfolded *u, int64_t passage)
{
	u->last = passage;
	if (passage == u->best)
		return;
	if (u->count == u->cap) {
		u->cap = u->cap ? 2 * u->cap : READ_AT_ONCE;
		u->list = mem_resize_array(u->list, u->cap, sizeof *u->list);
	}
	u->list[u->count++] = passage;
}

static enum status
read_passages(struct hits_unfolded *u, const struct hits_rows *r,
    struct error *err)
{
	int64_t read[READ_AT_ONCE];
	uint32_t count = 0;
	enum status status = r->source.list_passages(read, &count, READ_AT_ONCE,
	    r->source.context, u->kind, u->record, u->last, err);

	for (uint32_t i = 0; !status && i < count; i++)
		keep_passage(u, read[i]);
	u->is_whole = status || count < READ_AT_ONCE;
	return status;
}

/* Where its record stands now; its passages anew where those are others. */
static void
find_again(struct hits_unfolded *u, const struct hits_rows *r)
{
	const struct found_record *found = hits_rows_find_record(&u->index, r,
	    u->kind, u->record);
	uint32_t wanted = u->count > 0 ? u->count : 1;
	struct error ignored;

	u->group = found ? hits_rows_find_kind(r, u->kind) : NOWHERE;
	if (!found ||
	    (u->best == found->best && u->passages == found->passages))
		return;
	u->best = found->best;
	u->passages = found->passages;
	u->count = 0;
	u->last = 0;
	u->is_whole = false;
	while (u->count < wanted && !u->is_whole)
		read_passages(u, r, &ignored);
}

static struct hits_unfolded *
find_unfolded(const struct hits_rows *r, enum record_kind kind, int64_t record)
{
	for (unsigned i = 0; i < r->unfolded_count; i++) {
		if (r->unfolded[i].kind == kind &&
		    r->unfolded[i].record == record)
			return &r->unfolded[i];
	}
	return NULL;
}

enum status
hits_rows_unfold(struct hits_rows *r, enum record_kind kind, int64_t record,
    struct error *err)
{
	struct hits_unfolded u = { .kind = kind,
		.record = record,
		.index = r->index };
	const struct found_record *found;
	enum status status = STATUS_OK;

	if (find_unfolded(r, kind, record))
		return STATUS_OK;
	found = hits_rows_find_record(&u.index, r, kind, record);
	u.group = found ? hits_rows_find_kind(r, kind) : NOWHERE;
	if (found) {
		u.best = found->best;
		u.passages = found->passages;
		status = read_passages(&u, r, err);
	}
	r->unfolded = mem_resize_array(r->unfolded, r->unfolded_count + 1,
	    sizeof *r->unfolded);
	r->unfolded[r->unfolded_count++] = u;
	lay_out(r);
	hits_rows_follow(r, false);
	return status;
}

void
hits_rows_fold(struct hits_rows *r, enum record_kind kind, int64_t record)
{
	struct hits_unfolded *u = find_unfolded(r, kind, record);

	if (!u)
		return;
	if (r->kind == kind && r->record == record)
		r->passage = 0;
	drop(r, (unsigned)(u - r->unfolded));
	lay_out(r);
	hits_rows_follow(r, false);
}

bool
hits_rows_get_unfolded(enum record_kind *kind, int64_t *record,
    const struct hits_rows *r, unsigned n)
{
	if (n >= r->unfolded_count)
		return false;
	*kind = r->unfolded[n].kind;
	*record = r->unfolded[n].record;
	return true;
}

bool
hits_rows_read_more(struct hits_rows *r, uint32_t rows)
{
	struct error ignored;

	for (unsigned i = 0; i < r->unfolded_count; i++) {
		struct hits_unfolded *u = &r->unfolded[i];
		uint32_t end;

		if (u->group == NOWHERE || u->is_whole)
			continue;
		end = hits_rows_find_row(r, (unsigned)u->group, u->index, 0) +
		    u->count;
		if (end < r->top || end > r->top + 2 * rows)
			continue;
		read_passages(u, r, &ignored);
		lay_out(r);
		hits_rows_follow(r, false);
		return true;
	}
	return false;
}

/* ---- Rows ---- */

void
hits_rows_refresh(struct hits_rows *r, const struct search_counts *counts)
{
	set_groups(r, counts);
	for (unsigned i = r->unfolded_count; i-- > 0;) {
		find_again(&r->unfolded[i], r);
		if (r->unfolded[i].group == NOWHERE && counts->is_done)
			drop(r, i);
	}
	lay_out(r);
	hits_rows_follow(r, counts->is_done);
}

static uint32_t
find_passage(const struct hits_unfolded *u, int64_t passage)
{
	for (uint32_t i = 0; i < u->count; i++) {
		if (u->list[i] == passage)
			return i + 1;
	}
	return 0;
}

uint32_t
hits_rows_find_row(const struct hits_rows *r, unsigned group, uint32_t index,
    int64_t passage)
{
	uint32_t row = hits_rows_get_first(r, group) +
	    hits_rows_count_headings(r) + index;

	for (unsigned i = 0; i < r->unfolded_count; i++) {
		const struct hits_unfolded *u = &r->unfolded[i];

		if (u->group != (int)group || u->index > index)
			continue;
		row += u->index < index ? u->count : find_passage(u, passage);
	}
	return row;
}

/*
 * The number of the record that a row of a group is of or under, and which
 * of its passages: 0 for its own row.
 */
static const struct hits_unfolded *
find_in_group(uint32_t *index, uint32_t *passage, const struct hits_rows *r,
    int group, uint32_t local)
{
	const struct hits_unfolded *u;

	*passage = 0;
	for (unsigned i = 0; i < r->unfolded_count; i++) {
		u = &r->unfolded[i];
		if (u->group != group)
			continue;
		if (local <= u->index + u->count) {
			*index = local < u->index ? local : u->index;
			*passage = local - *index;
			return local < u->index ? NULL : u;
		}
		local -= u->count;
	}
	*index = local;
	return NULL;
}

void
hits_rows_get(struct hits_row *out, const struct hits_rows *r, uint32_t at)
{
	uint32_t headings = hits_rows_count_headings(r);
	uint32_t local = 0, index, passage, count = 0;
	int group = hits_rows_find_group(&local, r, at);
	const struct hits_unfolded *u;
	const struct found_record *found;

	*out = (struct hits_row){ .is = HITS_NO_ROW };
	if (group < 0)
		return;
	out->kind = r->groups[group].kind;
	out->count = r->groups[group].found;
	if (local < headings) {
		out->is = HITS_HEADING;
		return;
	}
	u = find_in_group(&index, &passage, r, group, local - headings);
	found = r->source.list(&count, r->source.context, out->kind, index, 1);
	if (count == 0)
		return;
	out->is = passage > 0 ? HITS_PASSAGE : HITS_RECORD;
	out->found = *found;
	out->kind = found->kind;
	out->passage = passage > 0 ? u->list[passage - 1] : found->best;
	out->is_unfolded = u != NULL;
}
