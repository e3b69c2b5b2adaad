/* SPDX-License-Identifier: ISC */
#include "effort.h"
#include "view_topic.h"

/*
 * The cursor goes from match to match.  Passages are looked through one by
 * one from where it stands; of a page that is not read or laid out yet, a
 * key does as much as it may, and the rest is done between keys.
 */
enum { SLICES_AT_ONCE = 8 };

/* ---- The current match ---- */

void
view_topic_leave_match(struct view_topic *v)
{
	v->match.is_set = false;
}

static bool
has_match(const struct view_topic *v, const struct layout_line *line)
{
	if (line->passage != (int64_t)v->match.passage)
		return false;
	for (uint32_t i = 0; i < line->run_count; i++) {
		const struct layout_run *run = &v->layout
						    .runs[line->first_run + i];

		if (run->at <= v->match.at && v->match.at < run->end)
			return true;
	}
	return false;
}

/* A title has no sentence; what is folded has the line of the fold. */
static uint32_t
find_match_line(const struct view_topic *v)
{
	const struct layout *l = &v->layout;
	const struct layout_sentence *s = &l->sentences[v->sentence];
	uint32_t from = s->first_line;
	uint32_t to = s->last_line;

	if (v->match.passage < v->first_text) {
		to = from;
		from = 0;
	}
	for (uint32_t i = from; i <= to; i++) {
		if (has_match(v, &l->lines[i]))
			return i;
	}
	return v->match.passage < v->first_text ? 0 : from;
}

void
view_topic_show_match(struct view_topic *v)
{
	uint32_t rows = (uint32_t)v->rows;
	uint32_t last = view_topic_get_last_top(v);

	if (!v->match.is_set || v->sentence < 0)
		return;
	v->line = find_match_line(v);
	if (v->line >= v->top && v->line < v->top + rows)
		return;
	v->top = v->line > rows / 3 ? v->line - rows / 3 : 0;
	if (v->top > last)
		v->top = last;
}

static void
go_to_match(struct view_topic *v, uint32_t passage, size_t at)
{
	v->match = (struct topic_match){ true, passage, (uint32_t)at };
	v->sentence = layout_find_sentence(&v->layout, passage, (uint32_t)at);
	v->link = -1;
	view_topic_show_match(v);
}

/* ---- Where it began ---- */

static void
go_to_origin(struct view_topic *v)
{
	const struct topic_origin *o = &v->origin;

	v->match = o->match;
	v->sentence = o->sentence;
	v->line = o->line;
	v->top = o->top;
}

/* The first of a pattern is looked for from one place while it is typed. */
static void
begin(struct view_topic *v, enum view_find what)
{
	if (what == VIEW_FIND_HERE && v->origin.is_set)
		go_to_origin(v);
	else
		v->origin = (struct topic_origin){
			.is_set = what == VIEW_FIND_HERE,
			.match = v->match,
			.sentence = v->sentence,
			.line = v->line,
			.top = v->top,
		};
	v->finding = (struct topic_finding){ .what = what };
	if (v->match.is_set) {
		v->finding.passage = v->match.passage;
		v->finding.at = v->match.at + (size_t)(what == VIEW_FIND_NEXT);
	} else if (v->sentence >= 0) {
		const struct layout_sentence *s = &v->layout
						       .sentences[v->sentence];

		v->finding.passage = s->passage;
		v->finding.at = s->at;
	}
}

/* ---- From passage to passage ---- */

static bool
look_in_passage(struct view_topic *v, struct effort *effort)
{
	struct topic_finding *f = &v->finding;
	uint32_t i = (uint32_t)f->passage;
	const struct passage *p = &v->page.passages[i];
	struct pattern_range range;

	effort_spend(effort, p->len);
	if (!lit_find(&range, &v->lit, i, p->text, p->len, f->at,
		f->what == VIEW_FIND_PREVIOUS))
		return false;
	if (view_topic_is_hidden(v, i)) {
		f->passed++;
		return false;
	}
	go_to_match(v, i, range.from);
	return true;
}

static void
step(struct topic_finding *f)
{
	bool is_backwards = f->what == VIEW_FIND_PREVIOUS;

	f->passage += is_backwards ? -1 : 1;
	f->at = is_backwards ? SIZE_MAX : 0;
}

/* Makes more of the page known; false where there is no more of its text. */
static bool
read_on(struct view_topic *v, struct effort *effort)
{
	if (view_topic_is_whole(v) ||
	    (v->is_read && v->finding.passage >= v->text_end))
		return false;
	effort->slices--;
	view_topic_work(v);
	return true;
}

static enum view_found
look(struct view_topic *v, struct effort *effort)
{
	struct topic_finding *f = &v->finding;

	while (f->passage >= 0) {
		bool is_there = f->passage < v->text_end &&
		    f->passage < v->laid_out;

		if (effort_is_over(effort))
			return VIEW_FOUND_LATER;
		if (!is_there && !read_on(v, effort))
			return VIEW_FOUND_NONE;
		if (is_there && look_in_passage(v, effort))
			return VIEW_FOUND;
		if (is_there)
			step(f);
	}
	return VIEW_FOUND_NONE;
}

enum view_found
view_topic_find(struct view *view, enum view_find what)
{
	struct view_topic *v = (struct view_topic *)view;
	struct effort effort = effort_begin(SLICES_AT_ONCE);
	enum view_found found;

	view_topic_make_ready(v);
	view_topic_stop_waiting(v);
	if (!lit_is_on(&v->lit))
		return VIEW_FOUND_NONE;
	v->is_outline = false;
	begin(v, what);
	found = look(v, &effort);
	v->finding.is_on = found == VIEW_FOUND_LATER;
	if (found == VIEW_FOUND_NONE && what == VIEW_FIND_HERE)
		go_to_origin(v);
	else if (found == VIEW_FOUND_LATER && what != VIEW_FIND_HERE)
		app_say_searching(v->view.app);
	return found;
}

bool
view_topic_find_on(struct view_topic *v)
{
	struct effort effort = effort_begin(1);
	enum view_find what = v->finding.what;
	enum view_found found;

	v->finding.is_on = what == VIEW_FIND_HERE ||
	    app_is_seeking(v->view.app);
	if (!v->finding.is_on)
		return true;
	found = look(v, &effort);
	if (found == VIEW_FOUND_LATER)
		return true;
	v->finding.is_on = false;
	if (what != VIEW_FIND_HERE)
		app_say(v->view.app, "%s", "");
	else if (found == VIEW_FOUND_NONE)
		go_to_origin(v);
	/* The view may be gone afterwards. */
	app_answer_find(v->view.app, what, found);
	return true;
}

uint32_t
view_topic_get_passed(const struct view *view)
{
	return ((const struct view_topic *)view)->finding.passed;
}
