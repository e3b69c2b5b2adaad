/* SPDX-License-Identifier: ISC */
#include "disagreements.h"

#include <stdlib.h>
#include <string.h>

#include "graphic.h"

enum { INDENT = 2, MOST = 200, ROWS_STEP = 256 };

static enum status
read_note(struct disagreements *d, uint32_t number, struct collection *c,
    struct arena *arena, struct error *err)
{
	if (!d->all[number].note[0])
		return STATUS_OK;
	return collection_read_page(&d->notes[number], c, RECORD_DISAGREEMENT,
	    d->all[number].id, arena, err);
}

enum status
disagreements_read(struct disagreements *out, struct app *app,
    enum record_kind kind, int64_t id, struct arena *arena, struct error *err)
{
	struct collection *c = app_get_session(app)->collection;
	enum status status = collection_list_some_disagreements_of(&out->all,
	    &out->count, &out->are_more, c, kind, id, MOST, arena, err);

	if (status)
		return status;
	out->notes = arena_alloc_array(arena, out->count, sizeof *out->notes);
	for (uint32_t i = 0; i < out->count && !status; i++)
		status = read_note(out, i, c, arena, err);
	return status;
}

/* ---- In parts ---- */

/* Room for those of one figure more, in steps of some figures. */
static void
make_room(struct disagreements *d, uint32_t count, struct arena *arena)
{
	uint32_t steps = (d->row_count + ROWS_STEP - 1) / ROWS_STEP;
	uint32_t needed = (d->row_count + count + ROWS_STEP - 1) / ROWS_STEP;
	int64_t *rows;

	if (needed <= steps)
		return;
	rows = arena_alloc_array(arena, (size_t)needed * ROWS_STEP,
	    sizeof *rows);
	if (d->row_count > 0)
		memcpy(rows, d->rows, d->row_count * sizeof *rows);
	d->rows = rows;
}

enum status
disagreements_add_figure(struct disagreements *out, struct app *app,
    int64_t figure, struct arena *arena, struct error *err)
{
	struct arena scratch = { 0 };
	int64_t *rows;
	uint32_t count;
	enum status status = collection_list_disagreement_rows(&rows, &count,
	    app_get_session(app)->collection, figure, MOST, &scratch, err);

	if (!status && count > 0) {
		make_room(out, count, arena);
		memcpy(out->rows + out->row_count, rows, count * sizeof *rows);
		out->row_count += count;
	}
	arena_clear(&scratch);
	return status;
}

static int
compare_rows(const void *a, const void *b)
{
	int64_t p = *(const int64_t *)a, q = *(const int64_t *)b;

	return (p > q) - (p < q);
}

void
disagreements_sort(struct disagreements *d, struct arena *arena)
{
	uint32_t kept = 0;

	if (d->row_count > 0)
		qsort(d->rows, d->row_count, sizeof *d->rows, compare_rows);
	for (uint32_t i = 0; i < d->row_count; i++) {
		if (kept == 0 || d->rows[kept - 1] != d->rows[i])
			d->rows[kept++] = d->rows[i];
	}
	d->are_more = kept > MOST;
	d->row_count = d->are_more ? MOST : kept;
	d->all = arena_alloc_array(arena, d->row_count, sizeof *d->all);
	d->notes = arena_alloc_array(arena, d->row_count, sizeof *d->notes);
	d->count = 0;
}

enum status
disagreements_read_next(struct disagreements *d, struct app *app,
    struct arena *arena, struct error *err)
{
	struct collection *c = app_get_session(app)->collection;
	enum status status = collection_get_disagreement(&d->all[d->count], c,
	    d->rows[d->count], arena, err);

	if (!status)
		status = read_note(d, d->count, c, arena, err);
	if (!status)
		d->count++;
	return status;
}

/* ---- Lines ---- */

/* One origin told twice is no contradiction. */
static bool
is_repetition(const struct disagreement *d)
{
	return strcmp(d->kind, "one-origin") == 0;
}

static void
add_words(struct str *text, const char *kind)
{
	for (const char *c = disagreement_get_words(kind); *c; c++)
		str_add_char(text, *c == '-' ? ' ' : *c);
}

static void
add_how_found(struct str *text, const struct disagreement *d, bool is_told)
{
	bool is_found = d->is_computed && !is_told;

	if (!is_found && !d->period_unknown)
		return;
	str_add_format(text, " (%s%s%s)", is_found ? "found by computing" : "",
	    is_found && d->period_unknown ? "; " : "",
	    d->period_unknown ? "a period is not known" : "");
}

void
disagreements_add_kind(struct view_page *p, const struct disagreement *d,
    const char *distance)
{
	struct str text;
	size_t before;

	str_init(&text, 1024);
	str_add_format(&text, "%s ",
	    is_repetition(d) ? "=" :
		p->is_utf8   ? "\u2260" :
			       "!=");
	before = text.len;
	if (!distance[0] || strcmp(d->kind, "apart") != 0)
		add_words(&text, d->kind);
	if (distance[0])
		str_add_format(&text, "%s%s", text.len > before ? ": " : "",
		    distance);
	add_how_found(&text, d, distance[0] && d->note[0]);
	view_page_add_text(p, is_repetition(d) ? ROLE_STRONG : ROLE_DISPUTED, 0,
	    text.data);
	str_clear(&text);
}

void
disagreements_add_member(struct view_page *p,
    const struct disagreement_member *m, const char *words, bool is_disputed)
{
	struct link link = { .kind = m->kind, .slug = m->slug };
	struct str text;

	str_init(&text, 0);
	if (words[0])
		str_add_text(&text, words);
	else
		graphic_add(&text, p->view->app, m->is_graphic,
		    m->title ? m->title : m->slug);
	view_page_add_link(p, INDENT, text.data, &link);
	p->items[p->item_count - 1].is_disputed = is_disputed;
	str_clear(&text);
}

void
disagreements_add_note(struct view_page *p, const struct disagreements *d,
    uint32_t number)
{
	const struct page *note = &d->notes[number];

	for (uint32_t i = 0; i < note->passage_count; i++)
		view_page_add_passage(p, note, i, false, "this note");
}

void
disagreements_add_rest(struct view_page *p, const struct disagreements *d)
{
	if (!d->are_more)
		return;
	view_page_add_blank(p);
	view_page_add_text(p, ROLE_DIM, 0,
	    "There are more: `ibid disagreements` lists them all.");
}

void
disagreements_add(struct view_page *p, const struct disagreements *d,
    const char *heading, enum record_kind kind, const char *slug)
{
	if (d->count > 0)
		view_page_add_heading(p, heading);
	for (uint32_t i = 0; i < d->count; i++) {
		const struct disagreement *one = &d->all[i];

		view_page_add_blank(p);
		disagreements_add_kind(p, one, "");
		for (uint32_t j = 0; j < one->member_count; j++) {
			const struct disagreement_member *m = &one->members[j];

			if (m->kind != kind || strcmp(m->slug, slug) != 0)
				disagreements_add_member(p, m, "", true);
		}
		disagreements_add_note(p, d, i);
	}
	disagreements_add_rest(p, d);
}
