/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "keymap.h"
#include "view_page.h"
#include "views.h"

/*
 * All commands by group with the keys as they are bound now, how to read
 * the citation pane, and the settings.
 */
struct view_help {
	struct view view;
	struct view_page lines;
};

enum { KEYS_COLS = 22, WIDE_COLS = 56, INDENT = 2 };

/* A word or keys on the left, what they are on the right or below. */
static void
add_row(struct view_page *p, const char *left, const char *right)
{
	int cols = view_page_measure(p, left);

	if (p->width_cols < WIDE_COLS || cols >= KEYS_COLS) {
		view_page_add_text(p, ROLE_HINT_KEY, 0, left);
		view_page_add_text(p, ROLE_TEXT, INDENT, right);
		return;
	}
	view_page_begin_line(p);
	view_page_add_cell(p, 0, KEYS_COLS - 1, ROLE_HINT_KEY, -1, left);
	view_page_add_beside(p, ROLE_TEXT, KEYS_COLS, right);
}

static void
add_command(struct view_page *p, struct keymap *keymap,
    const struct command_entry *entry)
{
	struct str keys;

	str_init(&keys, 1024);
	keymap_add_keys(&keys, keymap, entry->id);
	if (keys.len == 0)
		str_add_format(&keys, ":%s%s%s", entry->name,
		    entry->argument ? " " : "",
		    entry->argument ? entry->argument : "");
	add_row(p, keys.data, entry->help);
	str_clear(&keys);
}

/* Whether the group was met in a row before. */
static bool
is_first_of_group(unsigned row)
{
	const char *group = command_get_row(row)->group;

	for (unsigned i = 0; i < row; i++) {
		if (strcmp(command_get_row(i)->group, group) == 0)
			return false;
	}
	return true;
}

static void
add_commands(struct view_page *p, struct keymap *keymap)
{
	const struct command_entry *first, *entry;

	for (unsigned i = 0; (first = command_get_row(i)) != NULL; i++) {
		if (!is_first_of_group(i))
			continue;
		view_page_add_heading(p, first->group);
		for (unsigned j = i; (entry = command_get_row(j)) != NULL;
		     j++) {
			if (strcmp(entry->group, first->group) == 0)
				add_command(p, keymap, entry);
		}
	}
}

static const struct {
	const char *word;
	const char *help;
} pane_words[] = {
	{ "[1] stated in", "The document in which it was read." },
	{ "credited to", "Whom that document names for it." },
	{ "identified as",
	    "What the editors recognised it as, though it is not named." },
	{ "spoken by", "The person whose word it is." },
	{ "not seen", "The editors have not seen that source themselves." },
	{ "2 documents, 1 origin",
	    "Two documents repeat one source: that is one witness." },
	{ "\u2260",
	    "Another figure of the same thing disagrees; = shows all."
	    " Nothing is settled here by choosing." },
};

static void
add_pane(struct view_page *p)
{
	view_page_add_heading(p, "How to read the citation pane");
	view_page_add_text(p, ROLE_TEXT, 0,
	    "It shows what stands behind the sentence or number under the"
	    " cursor: each chain from you outwards, a step a line.");
	for (size_t i = 0; i < sizeof pane_words / sizeof *pane_words; i++)
		add_row(p,
		    !p->is_utf8 && pane_words[i].word[0] == '\xE2' ?
			"!=" :
			pane_words[i].word,
		    pane_words[i].help);
}

static void
add_settings(struct view_page *p)
{
	const char *name;
	struct str text;

	view_page_add_heading(p, "Settings");
	view_page_add_text(p, ROLE_TEXT, 0,
	    "Now with :set NAME VALUE, for good in $XDG_CONFIG_HOME/ibid/config"
	    " (~/.config/ibid/config) as NAME = VALUE; there also"
	    " bind KEY COMMAND.");
	str_init(&text, 1024);
	for (unsigned i = 0; (name = settings_get_name(i)) != NULL; i++) {
		const char *values = settings_get_values(name);

		str_reset(&text);
		for (; values && *values; values++) {
			if (*values == ' ')
				str_add_text(&text, ", ");
			else
				str_add_char(&text, *values);
		}
		if (settings_is_open(name))
			str_add_text(&text, " or another by its name");
		add_row(p, name, text.data);
	}
	str_clear(&text);
}

/* What was said when ibid began, and was gone at the first key. */
static void
add_faults(struct view_page *p, const struct settings *settings)
{
	const char *line = settings->faults.data;
	struct str fault;

	if (!*line)
		return;
	view_page_add_heading(p, "Wrong in the settings");
	str_init(&fault, 0);
	while (*line) {
		size_t len = strcspn(line, "\n");

		str_reset(&fault);
		str_add(&fault, line, len);
		view_page_add_text(p, ROLE_TEXT, 0, fault.data);
		line += len;
		line += *line == '\n';
	}
	view_page_add_blank(p);
	str_clear(&fault);
}

static void
build(struct view_page *p, struct view *v)
{
	add_faults(p, &app_get_session(v->app)->settings);
	view_page_add_text(p, ROLE_TEXT, 0,
	    "A number before a key repeats it: 5j. ^ is Control, A- is Alt,"
	    " S- is Shift. Every command can be typed by its name after a"
	    " colon.");
	add_commands(p, app_get_keymap(v->app));
	add_pane(p);
	add_settings(p);
}

static void
close_help(struct view *v)
{
	struct view_help *h = (struct view_help *)v;

	view_page_clear(&h->lines);
	free(h);
}

static enum status
open_help(struct view **out, struct app *app, const struct reader_place *at,
    struct error *err)
{
	struct view_help *h = mem_alloc_array(1, sizeof *h);

	(void)err;
	h->view = (struct view){ &view_help_class, app };
	view_page_init(&h->lines, &h->view, build, at, false);
	h->lines.lights_lines = true;
	*out = &h->view;
	return STATUS_OK;
}

static void
draw(struct view *v, struct canvas *canvas, struct rect area, bool is_focused)
{
	view_page_draw(&((struct view_help *)v)->lines, canvas, area,
	    is_focused);
}

static enum view_result
run(struct view *v, enum command command, int count)
{
	return view_page_run(&((struct view_help *)v)->lines, command, count);
}

static enum view_found
find(struct view *v, enum view_find what)
{
	return view_page_find(&((struct view_help *)v)->lines, what);
}

static bool
idle(struct view *v)
{
	return view_page_idle(&((struct view_help *)v)->lines);
}

static void
get_place(const struct view *v, struct reader_place *out)
{
	view_page_get_place(&((const struct view_help *)v)->lines, out);
}

static void
get_title(const struct view *v, char *out, size_t size)
{
	(void)v;
	view_cut_text(out, size, "Help");
}

static void
get_position(const struct view *v, char *out, size_t size)
{
	view_page_get_position(&((const struct view_help *)v)->lines, out,
	    size);
}

static bool
has_effect(const struct view *v, enum command command)
{
	return view_page_has_effect(&((const struct view_help *)v)->lines,
	    command);
}

static const enum command hints[] = { COMMAND_MATCH_NEXT, COMMAND_SEARCH_HERE,
	COMMAND_PAGE_DOWN, COMMAND_PAGE_UP, COMMAND_SECTION_NEXT, COMMAND_BACK,
	COMMAND_CLOSE, COMMAND_NONE };

const struct view_class view_help_class = {
	.place = PLACE_HELP,
	.name = "help",
	.open = open_help,
	.close = close_help,
	.draw = draw,
	.run = run,
	.idle = idle,
	.find = find,
	.get_place = get_place,
	.get_title = get_title,
	.get_position = get_position,
	.hints = hints,
	.has_effect = has_effect,
};
