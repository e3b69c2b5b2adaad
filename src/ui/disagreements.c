/* SPDX-License-Identifier: ISC */
#include "disagreements.h"

#include <string.h>

#include "graphic.h"

enum { INDENT = 2, MOST = 200 };

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
	for (uint32_t i = 0; i < out->count && !status; i++) {
		if (out->all[i].note[0])
			status = collection_read_page(&out->notes[i], c,
			    RECORD_DISAGREEMENT, out->all[i].id, arena, err);
	}
	return status;
}

/* One origin told twice is no contradiction. */
static bool
is_repetition(const struct disagreement *d)
{
	return strcmp(d->kind, "one-origin") == 0;
}

static void
add_how_found(struct str *text, const struct disagreement *d)
{
	bool is_found = d->is_computed && !d->note[0];

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

	str_init(&text, 1024);
	str_add_format(&text, "%s ",
	    is_repetition(d) ? "=" :
		p->is_utf8   ? "\u2260" :
			       "!=");
	for (const char *c = disagreement_get_words(d->kind); *c; c++)
		str_add_char(&text, *c == '-' ? ' ' : *c);
	if (distance[0])
		str_add_format(&text, ": %s", distance);
	add_how_found(&text, d);
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
