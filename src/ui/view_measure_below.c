/* SPDX-License-Identifier: ISC */
#include "reader/comparison_dispute.h"
#include "text/value.h"
#include "view_measure_private.h"

/*
 * Below the chart, in words: what can all be true, what cannot, and what
 * else differs, which is explained or no contradiction at all.
 */
enum { INDENT = 2 };

bool
measure_add_left_out(struct view_page *p, struct view_measure *view)
{
	const struct number_form *form = app_get_numbers(p->view->app);
	struct link link = { .kind = RECORD_MEASURE,
		.slug = view->measure.slug };
	struct str text;

	if (view->all.left_out == 0)
		return true;
	str_init(&text, 0);
	view_page_add_blank(p);
	str_add_text(&text, "Only ");
	value_add_number(&text, form, view->all.figures);
	str_add_text(&text, " of ");
	value_add_number(&text, form,
	    (double)view->all.figures + view->all.left_out);
	str_add_text(&text,
	    " figures are shown side by side.  All are in "
	    "the list of figures: Enter here goes there.");
	view_page_add_link(p, 0, text.data, &link);
	str_clear(&text);
	return true;
}

/* ---- What can all be true ---- */

static void
add_hanging(struct view_page *p, enum role role, const char *text)
{
	int line = p->line_count;

	view_page_add_text(p, role, INDENT, text);
	if (line < p->line_count)
		p->runs[p->lines[line].first_run].col = 0;
}

bool
measure_add_meeting(struct view_page *p, struct view_measure *view)
{
	const struct comparison *all = &view->all;
	struct str text;

	if (all->meeting_count > 0 && view->next == 0)
		view_page_add_heading(p, "What can all be true");
	if (view->next < all->meeting_count) {
		str_init(&text, 0);
		comparison_add_meeting(&text, app_get_numbers(p->view->app),
		    all, &all->meetings[view->next++]);
		add_hanging(p, ROLE_TEXT, text.data);
		str_clear(&text);
		view->work += WORK_MEETING;
		return false;
	}
	if (all->meeting_count == COMPARISON_MEETINGS_MAX)
		view_page_add_text(p, ROLE_DIM, 0,
		    "There may be more: only so many are looked for.");
	view->next = 0;
	return true;
}

/* ---- What disagrees ---- */

static void
add_disagreement(struct view_page *p, struct view_measure *view,
    uint32_t number)
{
	const struct disagreements *all = &view->record.disagreements;
	const struct disagreement *d = &all->all[number];
	const struct number_form *form = app_get_numbers(p->view->app);
	struct str text;

	str_init(&text, 0);
	str_add(&text, "", 0);
	comparison_add_distance(&text, form, &view->all, d);
	if (!p->lines[p->line_count - 1].is_heading)
		view_page_add_blank(p);
	disagreements_add_kind(p, d, text.data);
	for (uint32_t i = 0; i < d->member_count; i++) {
		str_reset(&text);
		str_add(&text, "", 0);
		comparison_add_member(&text, form, &view->all, &d->members[i]);
		disagreements_add_member(p, &d->members[i], text.data, false);
	}
	disagreements_add_note(p, all, number);
	str_clear(&text);
}

/* Of the figures of the row that is next; the most severe when all are in. */
bool
measure_find_disagreements(struct view_page *p, struct view_measure *view)
{
	struct record_view *r = &view->record;
	const struct comparison_row *row;
	struct error err;
	enum status status = STATUS_OK;

	if (view->are_found)
		return true;
	if (view->finding.part == view->all.part_count) {
		disagreements_sort(&r->disagreements, &r->arena);
		view->are_found = true;
		return true;
	}
	row = &view->all.parts[view->finding.part].rows[view->finding.row];
	for (uint32_t i = 0; !status && i < row->figure_count; i++)
		status = disagreements_add_figure(&r->disagreements,
		    p->view->app, row->figures[i]->f.id, &r->arena, &err);
	if (status)
		app_say_error(p->view->app, &err);
	view->work += WORK_FIND * (int)row->figure_count;
	if (++view->finding.row ==
	    view->all.parts[view->finding.part].row_count) {
		view->finding.row = 0;
		view->finding.part++;
	}
	return false;
}

/* Unless it was read for lines of another width. */
static bool
read_disagreement(struct view_page *p, struct view_measure *view,
    uint32_t number)
{
	struct record_view *r = &view->record;
	struct error err;

	if (number < r->disagreements.count)
		return true;
	if (disagreements_read_next(&r->disagreements, p->view->app, &r->arena,
		&err) == STATUS_OK)
		return true;
	app_say_error(p->view->app, &err);
	r->disagreements.row_count = r->disagreements.count;
	return false;
}

/* The next one, where it is of those that cannot hold, or not. */
static bool
add_next(struct view_page *p, struct view_measure *view, bool is_wanted,
    const char *heading)
{
	const struct disagreements *all = &view->record.disagreements;

	if (view->next == all->row_count) {
		view->next = 0;
		view->is_headed = false;
		return true;
	}
	view->work += WORK_DISAGREEMENT;
	if (!read_disagreement(p, view, view->next))
		return false;
	if (comparison_is_contradiction(&all->all[view->next]) == is_wanted &&
	    !comparison_is_repeated(&view->all, &all->all[view->next])) {
		if (!view->is_headed)
			view_page_add_heading(p, heading);
		view->is_headed = true;
		add_disagreement(p, view, view->next);
	}
	view->next++;
	return false;
}

bool
measure_add_contradiction(struct view_page *p, struct view_measure *view)
{
	return add_next(p, view, true, "What cannot all hold");
}

bool
measure_add_difference(struct view_page *p, struct view_measure *view)
{
	if (!add_next(p, view, false, "What else differs"))
		return false;
	disagreements_add_rest(p, &view->record.disagreements);
	return true;
}
