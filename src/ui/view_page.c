/* SPDX-License-Identifier: ISC */
#include "view_page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "view_page_private.h"

void
view_page_init(struct view_page *p, struct view *v, view_page_build *build,
    const struct reader_place *at, bool is_eager)
{
	*p = (struct view_page){ .view = v,
		.build = build,
		.selected = -1,
		.is_eager = is_eager,
		.is_utf8 = true,
		.scroll = at->scroll,
		.number = (int)(at->at < INT16_MAX ? at->at : INT16_MAX) - 1 };
	view_cut_text(p->item, sizeof p->item, at->item);
	p->is_restoring = at->at > 0 || at->scroll != 0 || at->item[0] != '\0';
	lit_init(&p->lit, v->app);
	if (!at->is_match)
		return;
	p->number = -1;
	p->is_restoring = true;
	p->match = (struct page_match){ true, at->passage, at->at, -1 };
	p->came_for = at->passage;
}

void
view_page_clear(struct view_page *p)
{
	arena_clear(&p->arena);
	free(p->lines);
	free(p->runs);
	free(p->items);
	free(p->texts);
	lit_clear(&p->lit);
	*p = (struct view_page){ .selected = -1 };
}

void
view_page_change(struct view_page *p)
{
	p->width_cols = 0;
}

/* ---- Building ---- */

static bool
has_slug(const struct page_item *item, const char *slug)
{
	return item->link.slug && strcmp(item->link.slug, slug) == 0;
}

static void
select_slug(struct view_page *p, const char *slug)
{
	for (int i = 0; i < p->item_count; i++) {
		if (has_slug(&p->items[i], slug)) {
			p->selected = i;
			return;
		}
	}
}

static int
get_anchor(const struct view_page *p)
{
	return p->selected >= 0 ? p->items[p->selected].first_line : 0;
}

/* The first item, unless one would not see how the page begins. */
static int
get_eager_item(const struct view_page *p)
{
	return p->item_count > 0 && p->items[0].first_line < p->rows ? 0 : -1;
}

/* The item of the place: by number where that is still the one named. */
static void
restore(struct view_page *p)
{
	p->is_restoring = false;
	if (p->match.is_set) {
		if (!view_page_go_to_passage(p) && p->is_eager)
			p->selected = get_eager_item(p);
		return;
	}
	p->selected = p->number;
	if (p->selected >= p->item_count)
		p->selected = p->item_count - 1;
	if (p->item[0] &&
	    (p->selected < 0 || !has_slug(&p->items[p->selected], p->item)))
		select_slug(p, p->item);
	p->top = p->number < 0 && p->item[0] ? 0 : get_anchor(p) + p->scroll;
}

void
view_page_go_to_item(struct view_page *p, const char *slug)
{
	view_cut_text(p->item, sizeof p->item, slug);
	p->match.is_set = false;
	p->number = -1;
	p->scroll = 0;
	p->is_restoring = true;
}

/* ---- Lines that are added in slices ---- */

enum { SLICES_AT_ONCE = 3 };

void
view_page_add_slice(struct view_page *p)
{
	p->has_more = p->has_more && p->add_more(p, p->view);
}

static bool
is_place_reached(const struct view_page *p)
{
	if (p->match.is_set)
		return !p->has_more || view_page_has_passage(p);
	if (!p->has_more || p->number >= 0)
		return !p->has_more || p->number < p->item_count;
	for (int i = 0; i < p->item_count; i++) {
		if (has_slug(&p->items[i], p->item))
			return true;
	}
	return p->item[0] == '\0' && p->scroll + 2 * p->rows < p->line_count;
}

static bool
is_enough(const struct view_page *p, enum command command, int count)
{
	int64_t times = count > 0 ? count : 1;
	int64_t lines = p->line_count - 2 * (int64_t)p->rows;
	int64_t items = p->item_count - 2 * (int64_t)p->rows;

	if (!p->has_more)
		return true;
	switch (command) {
	case COMMAND_LINE_DOWN:
		return p->top + times < lines && p->selected + times < items;
	case COMMAND_SENTENCE_NEXT:
	case COMMAND_LINK_NEXT:
		return p->selected + times < items;
	case COMMAND_PAGE_DOWN:
	case COMMAND_HALF_DOWN:
		return p->top + times * p->rows < lines;
	case COMMAND_FIRST:
		return count < lines;
	case COMMAND_LAST:
		return count > 0 && count < lines;
	case COMMAND_SECTION_NEXT:
	case COMMAND_DISAGREEMENT_NEXT:
		return false;
	default:
		return true;
	}
}

void
view_page_stop_waiting(struct view_page *p)
{
	if (p->waits != COMMAND_NONE || p->finding.is_on)
		app_say(p->view->app, "%s", "");
	p->waits = COMMAND_NONE;
	p->finding.is_on = false;
	if (p->is_restoring)
		restore(p);
}

bool
view_page_reach(struct view_page *p, enum command command, int count)
{
	view_page_stop_waiting(p);
	for (int i = 0; i < SLICES_AT_ONCE && !is_enough(p, command, count);
	     i++)
		view_page_add_slice(p);
	if (is_enough(p, command, count))
		return true;
	p->waits = command;
	p->waits_count = count;
	app_say(p->view->app, "Reading on...");
	return false;
}

bool
view_page_idle(struct view_page *p)
{
	enum command waits = p->waits;

	if (p->finding.is_on)
		return view_page_find_on(p);
	if (!p->has_more || p->width_cols == 0)
		return false;
	view_page_add_slice(p);
	if (p->is_restoring) {
		if (is_place_reached(p)) {
			restore(p);
			view_page_set_top(p, p->top);
			view_page_show_selected(p);
		}
	} else if (waits != COMMAND_NONE &&
	    is_enough(p, waits, p->waits_count)) {
		view_page_stop_waiting(p);
		view_page_run(p, waits, p->waits_count);
	}
	return p->has_more;
}

/* As much as a key may, so that ordinary pages are there at once. */
static void
build(struct view_page *p)
{
	p->build(p, p->view);
	p->has_more = p->add_more != NULL;
	for (int i = 0; i < SLICES_AT_ONCE; i++)
		view_page_add_slice(p);
}

/* ---- Building ---- */

void
view_page_make(struct view_page *p, int width_cols)
{
	int before = p->line_count;
	int anchor = p->selected < p->item_count ? get_anchor(p) : 0;
	int selected = p->selected;

	if (p->width_cols == width_cols)
		return;
	arena_reset(&p->arena);
	p->line_count = p->run_count = p->item_count = p->text_count = 0;
	p->width_cols = width_cols;
	p->passage = NULL;
	p->has_lit_lines = p->lights_lines && lit_is_on(&p->lit);
	p->origin.is_set = false;
	lit_forget(&p->lit);
	build(p);
	if (p->is_restoring) {
		if (is_place_reached(p))
			restore(p);
		return;
	}
	if (before == 0 && p->is_eager)
		selected = get_eager_item(p);
	p->selected = selected < p->item_count ? selected : p->item_count - 1;
	if (before == 0)
		p->top = 0;
	else if (p->selected >= 0)
		p->top += get_anchor(p) - anchor;
	else
		p->top = (int)((int64_t)p->top * p->line_count / before);
}

/* ---- What is said of it ---- */

const struct page_item *
view_page_get_item(const struct view_page *p)
{
	return p->selected >= 0 && p->selected < p->item_count ?
	    &p->items[p->selected] :
	    NULL;
}

void
view_page_get_place(const struct view_page *p, struct reader_place *out)
{
	const struct page_item *item = view_page_get_item(p);

	if (p->is_restoring && p->match.is_set) {
		out->is_match = true;
		out->passage = (uint32_t)p->match.passage;
		out->at = p->match.at;
		return;
	}
	if (p->is_restoring) {
		view_cut_text(out->item, sizeof out->item, p->item);
		out->at = (uint32_t)(p->number + 1);
		out->scroll = p->scroll;
		return;
	}
	out->at = (uint32_t)(p->selected + 1);
	if (!item) {
		out->scroll = p->top;
		return;
	}
	out->scroll = p->top - item->first_line;
	if (item->link.slug)
		view_cut_text(out->item, sizeof out->item, item->link.slug);
}

void
view_page_get_position(const struct view_page *p, char *out, size_t size)
{
	int last = view_page_get_last_top(p);

	if (p->width_cols == 0 || last == 0)
		out[0] = '\0';
	else if (p->top == 0)
		snprintf(out, size, "top");
	else if (p->top >= last)
		snprintf(out, size, "end");
	else
		snprintf(out, size, "%d%%", p->top * 100 / last);
}
