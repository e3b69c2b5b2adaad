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
}

void
view_page_clear(struct view_page *p)
{
	arena_clear(&p->arena);
	free(p->lines);
	free(p->runs);
	free(p->items);
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

void
view_page_select_slug(struct view_page *p, const char *slug)
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

/* The item of the place: by number where that is still the one named. */
static void
restore(struct view_page *p)
{
	p->is_restoring = false;
	p->selected = p->number;
	if (p->selected >= p->item_count)
		p->selected = p->item_count - 1;
	if (p->item[0] &&
	    (p->selected < 0 || !has_slug(&p->items[p->selected], p->item)))
		view_page_select_slug(p, p->item);
	p->top = p->number < 0 && p->item[0] ? 0 : get_anchor(p) + p->scroll;
}

/* The first item, unless one would not see how the page begins. */
static int
get_eager_item(const struct view_page *p)
{
	return p->item_count > 0 && p->items[0].first_line < p->rows ? 0 : -1;
}

void
view_page_make(struct view_page *p, int width_cols)
{
	int before = p->line_count;
	int anchor = p->selected < p->item_count ? get_anchor(p) : 0;
	int selected = p->selected;

	if (p->width_cols == width_cols)
		return;
	arena_reset(&p->arena);
	p->line_count = p->run_count = p->item_count = 0;
	p->width_cols = width_cols;
	p->build(p, p->view);
	if (p->is_restoring) {
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
