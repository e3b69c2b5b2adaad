/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <string.h>

#include "view_hits.h"

/* What the view of hits says besides the hits. */

const char *
view_hits_get_group(enum record_kind kind)
{
	static const char *const names[] = {
		[RECORD_NONE] = "",
		[RECORD_TOPIC] = "Topics",
		[RECORD_FIGURE] = "Figures",
		[RECORD_SOURCE] = "Sources",
		[RECORD_EVENT] = "Events",
		[RECORD_MEASURE] = "Measures",
		[RECORD_DISAGREEMENT] = "Disagreements",
	};

	return (size_t)kind < sizeof names / sizeof *names ? names[kind] : "";
}

bool
view_hits_is_empty(const struct view_hits *h)
{
	return !h->search || (!h->is_another && h->rows.row_count == 0);
}

/* Of what goes on the prompt, while it is there, tells more than was taken. */
bool
view_hits_is_known(const struct view_hits *h)
{
	return h->seen.is_done || h->is_another || !h->is_typed;
}

/* ---- The scope ---- */

static void
begin_part(struct str *out)
{
	if (out->len > 0)
		str_add_text(out, " \u00B7 ");
}

/* "topic Pay": a title is short here, it stands among others. */
static void
add_part(struct str *out, struct app *app, const char *word, enum facet facet,
    int64_t value)
{
	enum { TITLE_BYTES = 32 };
	char title[TITLE_BYTES];
	struct str whole;

	if (value == 0)
		return;
	str_init(&whole, 0);
	view_hits_add_value(&whole, app, facet, value);
	view_cut_text(title, sizeof title, whole.data);
	begin_part(out);
	str_add_format(out, "%s %s%s", word, title,
	    strlen(title) < whole.len ? "\u2026" : "");
	str_clear(&whole);
}

static void
add_kinds(struct str *out, unsigned kinds)
{
	const char *comma = "";

	if (kinds == 0)
		return;
	begin_part(out);
	for (int i = RECORD_TOPIC; i <= RECORD_DISAGREEMENT; i++) {
		const char *name = view_hits_get_group((enum record_kind)i);

		if (!(kinds & 1u << i))
			continue;
		str_add_format(out, "%s%c%s", comma, name[0] - 'A' + 'a',
		    name + 1);
		comma = ", ";
	}
}

void
view_hits_add_scope(struct str *out, struct app *app, const struct scope *scope)
{
	add_kinds(out, scope->kinds);
	add_part(out, app, "topic", FACET_TOPIC, scope->topic);
	add_part(out, app, "source", FACET_SOURCE, scope->source);
	add_part(out, app, "document", FACET_DOCUMENT, scope->document);
	if (scope->has_years) {
		begin_part(out);
		str_add_format(out, "year %d", scope->year_from);
		if (scope->year_to != scope->year_from)
			str_add_format(out, " to %d", scope->year_to);
	}
	if (scope->is_disagreeing) {
		begin_part(out);
		str_add_text(out, "disagreeing");
	}
}

/* ---- The title and the bottom line ---- */

/* What was typed, as far as it leaves room for the rest. */
static void
add_pattern(struct str *out, const struct view_hits *h)
{
	enum { PATTERN_BYTES = 40 };
	char text[PATTERN_BYTES];

	view_cut_text(text, sizeof text, h->wish.text);
	str_add_text(out, text);
	if (strlen(text) < strlen(h->wish.text))
		str_add_text(out, "\u2026");
}

void
view_hits_get_title(const struct view *v, char *out, size_t size)
{
	const struct view_hits *h = (const struct view_hits *)v;
	uint64_t count = search_sum_records(&h->seen);
	struct str title, modes;

	str_init(&title, 0);
	str_init(&modes, 0);
	str_add_text(&title, h->wish.is_title ? "Go to" : "Search");
	if (h->search && !h->wish.is_title)
		app_add_modes(&modes, v->app);
	if (h->search) {
		if (modes.len > 0)
			str_add_format(&title, " (%s)", modes.data);
		str_add_text(&title, ": ");
		add_pattern(&title, h);
	}
	if (h->search && !h->is_another && view_hits_is_known(h)) {
		str_add_format(&title, "  %llu%s record%s",
		    (unsigned long long)count, h->seen.is_done ? "" : "+",
		    count == 1 ? "" : "s");
	}
	if (h->search && h->scope.len > 0)
		str_add_format(&title, " in: %s", h->scope.data);
	view_cut_text(out, size, title.data);
	str_clear(&title);
	str_clear(&modes);
}

void
view_hits_get_position(const struct view *v, char *out, size_t size)
{
	const struct view_hits *h = (const struct view_hits *)v;
	uint64_t count = search_sum_records(&h->seen);
	size_t len;

	if (chooser_is_open(&h->chooser) || view_hits_is_empty(h))
		return;
	view_write_position(out, size, (uint32_t)hits_rows_get_number(&h->rows),
	    count < UINT32_MAX ? (uint32_t)count : UINT32_MAX);
	len = strlen(out);
	if (!h->seen.is_done)
		snprintf(out + len, size - len, "+");
}

/* What would be missed: said, never passed over. */
void
view_hits_add_notes(struct str *out, const struct view_hits *h)
{
	enum setting_graphic graphic = app_get_session(h->view.app)
					   ->settings.graphic;

	if (h->seen.is_cut)
		str_add_text(out, "more than can be listed: narrow it");
	if (h->seen.graphic == 0 || graphic == SETTING_SHOW)
		return;
	str_add_format(out, "%s%llu in %s", out->len > 0 ? "; " : "",
	    (unsigned long long)h->seen.graphic,
	    graphic == SETTING_SKIP ? "graphic passages left out" :
				      "folded passages");
}

/* ---- An empty list ---- */

static void
put_lines(struct canvas *canvas, struct rect area, const char *const *lines)
{
	for (int i = 0; i < area.rows && lines[i]; i++)
		canvas_put_cut(canvas, area.row + i, area.col, area.cols,
		    ROLE_DIM, lines[i]);
}

static void
put_help(struct canvas *canvas, struct rect area)
{
	static const char *const wide[] = {
		"Type what you look for: all text is looked through at once.",
		"", "Small letters match capitals too, a capital only itself;",
		"letters without accents match those with them as well.",
		"A regular expression: traffick(ing|ers), \\d{4}, pay.{0,40}state",
		"Alt-f: each character as it stands; Alt-w: whole words;",
		"Alt-e: accents count. Up and down: what was typed before.",
		NULL
	};
	static const char *const narrow[] = { "Type what you look for.",
		"Small letters match capitals too.",
		"Alt-f: as it stands; Alt-w: words;", "Alt-e: accents count.",
		"For example: traffick(ing|ers)", NULL };

	put_lines(canvas, area, area.cols >= 64 ? wide : narrow);
}

static bool
has_capital(const char *text)
{
	return strpbrk(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != NULL;
}

/* What might find more than this did. */
static void
put_advice(const struct view_hits *h, struct canvas *canvas, struct rect area)
{
	const struct inquiry_wish *wish = &h->wish;
	const char *lines[8];
	int count = 0;

	if (!scope_is_all(&wish->scope))
		lines[count++] = "Esc looks outside of what it is narrowed to.";
	if (!wish->is_literal && strpbrk(wish->text, "\\^$.|?*+()[]{}"))
		lines[count++] =
		    "Alt-f takes . * ( ) and the like as they stand.";
	if (wish->is_literal && strpbrk(wish->text, "\\^$.|?*+()[]{}"))
		lines[count++] = "Alt-f makes it a regular expression.";
	if (wish->is_word)
		lines[count++] = "Alt-w looks inside words as well.";
	if (wish->is_exact)
		lines[count++] = "Alt-e looks past accents.";
	if (has_capital(wish->text))
		lines[count++] = "Small letters match capitals too.";
	lines[count] = NULL;
	put_lines(canvas, area, lines);
}

void
view_hits_draw_empty(const struct view_hits *h, struct canvas *canvas,
    struct rect area)
{
	struct str text;

	if (!h->search) {
		put_help(canvas, area);
		return;
	}
	str_init(&text, 0);
	if (!h->seen.is_done)
		str_add_text(&text, "Nothing yet; it goes on.");
	else if (h->seen.too_hard > 0)
		str_add_format(&text, "Nothing found, but %llu %s too hard.",
		    (unsigned long long)h->seen.too_hard,
		    h->seen.too_hard == 1 ? "passage is" : "passages are");
	else
		str_add_format(&text, "Nothing %s this.",
		    h->wish.is_title ? "is called" : "matches");
	canvas_put_cut(canvas, area.row, area.col, area.cols, ROLE_TEXT,
	    text.data);
	str_clear(&text);
	if (!h->seen.is_done || area.rows < 2 || h->wish.is_title)
		return;
	area.row++;
	area.rows--;
	put_advice(h, canvas, area);
}
