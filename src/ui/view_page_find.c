/* SPDX-License-Identifier: ISC */
#include "base/utf8.h"
#include "effort.h"
#include "view_page_private.h"

/*
 * The cursor goes from match to match, text by text.  It is on an item where
 * the match is in one; elsewhere the match itself is where it stands.  What
 * is more than a key may cost is done between keys.
 */
enum { SLICES_AT_ONCE = 3 };

/* ---- Runs and their texts ---- */

static int
find_line(const struct view_page *p, int run)
{
	int low = 0, high = p->line_count;

	while (low < high) {
		int middle = low + (high - low) / 2;

		if (p->lines[middle].first_run <= (uint32_t)run)
			low = middle + 1;
		else
			high = middle;
	}
	return low > 0 ? low - 1 : 0;
}

/* The run that shows a byte of a text, or the first; -1: it has none. */
static int
find_run(const struct view_page *p, int text, uint32_t at)
{
	const struct page_text *t;

	if (text < 0 || text >= p->text_count)
		return -1;
	t = &p->texts[text];
	for (int i = t->first_run; i < t->run_end; i++) {
		struct lit_run lit;

		if (p->runs[i].lit != text || p->runs[i].end <= at)
			continue;
		view_page_make_lit_run(p, &lit, &p->runs[i]);
		if (lit_find_shown(&lit, at) < lit.len)
			return i;
	}
	return t->first_run < t->run_end ? t->first_run : -1;
}

bool
view_page_find_match(const struct view_page *p, int *line, int *col)
{
	const struct page_run *run;
	struct lit_run lit;
	int i = p->match.is_set ? find_run(p, p->match.text, p->match.at) : -1;

	if (i < 0)
		return false;
	run = &p->runs[i];
	*line = find_line(p, i);
	*col = run->col;
	if (run->lit != p->match.text)
		return true;
	view_page_make_lit_run(p, &lit, run);
	*col += (int)utf8_width_cols(run->text,
	    lit_find_shown(&lit, p->match.at));
	return true;
}

/* ---- The current match ---- */

void
view_page_show_match(struct view_page *p)
{
	int line, col;

	if (view_page_find_match(p, &line, &col) &&
	    (line < p->top || line >= p->top + p->rows))
		view_page_set_top(p, line - p->rows / 3);
}

static void
go_to_match(struct view_page *p, int text, size_t at)
{
	int run = find_run(p, text, (uint32_t)at);

	p->match = (struct page_match){ true, p->texts[text].passage,
		(uint32_t)at, text };
	p->selected = run < 0 ? -1 : p->runs[run].sentence;
	if (run >= 0 && p->selected < 0)
		p->selected = p->runs[run].item;
	view_page_show_match(p);
}

static int
find_passage(const struct view_page *p)
{
	for (int i = 0; i < p->text_count && p->match.passage; i++) {
		if (p->texts[i].passage == p->match.passage)
			return i;
	}
	return -1;
}

bool
view_page_has_passage(const struct view_page *p)
{
	return find_passage(p) >= 0;
}

bool
view_page_go_to_passage(struct view_page *p)
{
	int text = find_passage(p);

	if (text >= 0)
		go_to_match(p, text, p->match.at);
	return text >= 0;
}

/* ---- Where it begins ---- */

/* The first run from the selected item on, or on the screen. */
static int
find_cursor(const struct view_page *p)
{
	const struct page_item *item = view_page_get_item(p);
	int line = p->top;
	int i;

	if (item && item->first_line >= p->top &&
	    item->first_line < p->top + p->rows)
		line = item->first_line;
	else
		item = NULL;
	if (line >= p->line_count)
		return p->run_count;
	i = (int)p->lines[line].first_run;
	while (item && i < p->run_count && p->runs[i].item != p->selected &&
	    p->runs[i].sentence != p->selected)
		i++;
	return i;
}

static void
begin_at_cursor(const struct view_page *p, struct page_finding *f)
{
	int run = find_cursor(p);

	f->text = p->text_count;
	while (run < p->run_count && p->runs[run].lit < 0)
		run++;
	if (run == p->run_count)
		return;
	f->text = p->runs[run].lit;
	f->at = p->runs[run].is_verbatim ? p->runs[run].at : 0;
}

static void
go_to_origin(struct view_page *p)
{
	p->match = p->origin.match;
	p->selected = p->origin.selected;
	p->top = p->origin.top;
}

/* The first of a pattern is looked for from one place while it is typed. */
static void
begin(struct view_page *p, enum view_find what)
{
	if (what == VIEW_FIND_HERE && p->origin.is_set)
		go_to_origin(p);
	else
		p->origin = (struct page_origin){ what == VIEW_FIND_HERE,
			p->match, p->selected, p->top };
	p->finding = (struct page_finding){ .what = what };
	if (p->match.is_set && p->match.text >= 0) {
		p->finding.text = p->match.text;
		p->finding.at = p->match.at + (size_t)(what == VIEW_FIND_NEXT);
	} else {
		begin_at_cursor(p, &p->finding);
	}
	if (what == VIEW_FIND_PREVIOUS && p->finding.text == p->text_count) {
		p->finding.text--;
		p->finding.at = SIZE_MAX;
	}
}

/* ---- From text to text ---- */

static bool
look_in_text(struct view_page *p, struct effort *effort)
{
	struct page_finding *f = &p->finding;
	const struct page_text *t = &p->texts[f->text];
	struct pattern_range range;

	effort_spend(effort, t->len);
	if (t->is_reworded ||
	    !lit_find(&range, &p->lit, (uint32_t)f->text, t->bytes, t->len,
		f->at, f->what == VIEW_FIND_PREVIOUS))
		return false;
	if (t->is_hidden) {
		f->passed++;
		return false;
	}
	go_to_match(p, f->text, range.from);
	return true;
}

static enum view_found
look(struct view_page *p, struct effort *effort)
{
	struct page_finding *f = &p->finding;
	bool is_backwards = f->what == VIEW_FIND_PREVIOUS;

	while (f->text >= 0) {
		if (effort_is_over(effort))
			return VIEW_FOUND_LATER;
		if (f->text < p->text_count) {
			if (look_in_text(p, effort))
				return VIEW_FOUND;
			f->text += is_backwards ? -1 : 1;
			f->at = is_backwards ? SIZE_MAX : 0;
		} else if (p->has_more) {
			effort->slices--;
			view_page_add_slice(p);
		} else {
			break;
		}
	}
	return VIEW_FOUND_NONE;
}

enum view_found
view_page_find(struct view_page *p, enum view_find what)
{
	struct effort effort = effort_begin(SLICES_AT_ONCE);
	enum view_found found;

	if (!lit_is_on(&p->lit))
		return VIEW_FOUND_NONE;
	if (p->lights_lines && !p->has_lit_lines)
		view_page_change(p);
	view_page_make_ready(p);
	view_page_stop_waiting(p);
	begin(p, what);
	found = look(p, &effort);
	p->finding.is_on = found == VIEW_FOUND_LATER;
	if (found == VIEW_FOUND_NONE && what == VIEW_FIND_HERE)
		go_to_origin(p);
	else if (found == VIEW_FOUND_LATER && what != VIEW_FIND_HERE)
		app_say_searching(p->view->app);
	return found;
}

bool
view_page_find_on(struct view_page *p)
{
	struct effort effort = effort_begin(2);
	enum view_find what = p->finding.what;
	enum view_found found;

	p->finding.is_on = what == VIEW_FIND_HERE ||
	    app_is_seeking(p->view->app);
	if (!p->finding.is_on)
		return true;
	found = look(p, &effort);
	if (found == VIEW_FOUND_LATER)
		return true;
	p->finding.is_on = false;
	if (what != VIEW_FIND_HERE)
		app_say(p->view->app, "%s", "");
	else if (found == VIEW_FOUND_NONE)
		go_to_origin(p);
	/* The view may be gone afterwards. */
	app_answer_find(p->view->app, what, found);
	return true;
}

/* ---- Where the cursor is ---- */

int64_t
view_page_get_passage(const struct view_page *p)
{
	struct page_finding at = { 0 };

	if (p->match.is_set)
		return p->match.passage;
	begin_at_cursor(p, &at);
	for (int i = at.text; i < p->text_count; i++) {
		if (p->texts[i].passage)
			return p->texts[i].passage;
	}
	for (int i = p->text_count; i > 0; i--) {
		if (p->texts[i - 1].passage)
			return p->texts[i - 1].passage;
	}
	return 0;
}
