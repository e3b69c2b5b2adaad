/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "keymap.h"
#include "view_page.h"
#include "views.h"

/*
 * The first page.  Nothing is read and no line is laid out that the first
 * screen does not show: the rest follows at the first key.
 */
enum { TOPIC_LIMIT = 40, WIDE_COLS = 60, INDENT = 2 };

struct view_home {
	struct view view;
	struct view_page lines;
	struct arena arena;
	const char *version, *licence, *editors, *advisory, *home;
	struct topic *topics; /* of the top level */
	int topic_count;
	int64_t next_topic; /* the last one of the subtrees read */
	bool is_whole;      /* all is laid out */
	int rows;
};

static enum status
read_values(struct view_home *h, struct error *err)
{
	const struct {
		const char *key;
		const char **value;
	} values[] = {
		{ "version", &h->version },
		{ "licence", &h->licence },
		{ "editors", &h->editors },
		{ "advisory", &h->advisory },
		{ "home", &h->home },
	};
	struct session *s = app_get_session(h->view.app);
	enum status status = collection_count(&s->counts, s->collection, err);

	for (size_t i = 0; i < sizeof values / sizeof *values && !status; i++) {
		status = collection_find_value(values[i].value, s->collection,
		    values[i].key, &h->arena, err);
		if (!status && !*values[i].value)
			*values[i].value = "";
	}
	return status;
}

/* At most limit of the top level: each subtree is passed over. */
static void
read_topics(struct view_home *h, int limit)
{
	struct session *s = app_get_session(h->view.app);
	struct error err;

	if (!h->topics)
		h->topics = arena_alloc_array(&h->arena, TOPIC_LIMIT,
		    sizeof *h->topics);
	while (h->topic_count < limit && h->next_topic < s->counts.topics) {
		struct topic *t;
		uint32_t count;

		if (collection_list_topics(&t, &count, s->collection,
			h->next_topic + 1, 1, &h->arena, &err) != STATUS_OK ||
		    count == 0)
			return;
		h->topics[h->topic_count++] = *t;
		h->next_topic = t->last;
	}
}

/* ---- Its lines ---- */

static void
add_count(struct str *out, const char *before, uint32_t count, const char *what)
{
	str_add_format(out, "%s%u %s%s", before, count, what,
	    count == 1 ? "" : "s");
}

/* ", 12 disagreements (D)" */
static void
add_disagreements(struct str *out, struct app *app, uint32_t count)
{
	struct str key;

	str_init(&key, 64);
	add_count(out, ", ", count, "disagreement");
	keymap_add_first_key(&key, app_get_keymap(app), COMMAND_DISAGREEMENTS);
	if (count > 0 && key.len > 0)
		str_add_format(out, " (%s)", key.data);
	str_clear(&key);
}

static void
add_counts(struct view_page *p, struct app *app,
    const struct collection_counts *c)
{
	struct str text;

	str_init(&text, 256);
	add_count(&text, "", c->topics, "topic");
	add_count(&text, ", ", c->figures, "figure");
	add_count(&text, " in ", c->measures, "measure");
	add_disagreements(&text, app, c->disagreements);
	add_count(&text, ", ", c->events, "event");
	add_count(&text, ", ", c->sources, "source");
	view_page_add_text(p, ROLE_TEXT, 0, text.data);
	str_clear(&text);
}

/* "Edition 2026-01-31, CC0-1.0, Ada Wren, Björn Ek" */
static void
add_edition(struct view_page *p, const struct view_home *h)
{
	struct str text;
	const char *name = h->editors;

	str_init(&text, 4096);
	if (h->version[0])
		str_add_format(&text, "Edition %s", h->version);
	if (h->licence[0])
		str_add_format(&text, "%s%s", text.len ? ", " : "", h->licence);
	while (*name) {
		size_t len = strcspn(name, "\n");

		if (text.len && len)
			str_add_text(&text, ", ");
		str_add(&text, name, len);
		name += len + (name[len] == '\n');
	}
	view_page_add_text(p, ROLE_DIM, 0, text.data);
	str_clear(&text);
}

/* The three keys that are enough to begin with. */
static void
add_keys(struct view_page *p, struct app *app)
{
	static const struct {
		enum command first, second;
		const char *what;
	} keys[] = {
		{ COMMAND_OPEN, COMMAND_TOPICS, "begin to read" },
		{ COMMAND_HELP, COMMAND_NONE, "all keys" },
		{ COMMAND_CLOSE, COMMAND_NONE, "leave" },
	};
	enum { KEY_COLS = 10, WHAT_COLS = 16 };
	bool is_wide = p->width_cols >= WIDE_COLS;
	int col = 0;

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		struct str key;
		int key_cols = i == 0 || !is_wide ? KEY_COLS : 2;

		str_init(&key, 64);
		keymap_add_first_key(&key, app_get_keymap(app), keys[i].first);
		if (keys[i].second) {
			str_add_text(&key, " or ");
			keymap_add_first_key(&key, app_get_keymap(app),
			    keys[i].second);
		}
		if (i == 0 || !is_wide)
			view_page_begin_line(p);
		view_page_add_cell(p, col, key_cols, ROLE_HINT_KEY, -1,
		    key.data);
		view_page_add_cell(p, col + key_cols + 1, WHAT_COLS, ROLE_TEXT,
		    -1, keys[i].what);
		if (is_wide)
			col += key_cols + 3 + WHAT_COLS;
		str_clear(&key);
	}
}

/* Paragraphs, divided by empty lines; returns what follows the first few. */
static const char *
add_paragraphs(struct view_page *p, enum role role, const char *text, int limit)
{
	struct str paragraph;
	bool is_first = true;

	str_init(&paragraph, 0);
	for (; *text && limit > 0; limit--, is_first = false) {
		const char *end = strstr(text, "\n\n");
		size_t len = end ? (size_t)(end - text) : strlen(text);

		str_reset(&paragraph);
		if (is_first && role == ROLE_ADVISORY)
			str_add_text(&paragraph, "Advisory: ");
		for (size_t i = 0; i < len; i++)
			str_add_char(&paragraph,
			    text[i] == '\n' ? ' ' : text[i]);
		view_page_add_blank(p);
		view_page_add_text(p, role, 0, paragraph.data);
		text += len;
		text += strspn(text, "\n");
	}
	str_clear(&paragraph);
	return text;
}

static void
add_topics(struct view_page *p, struct view_home *h)
{
	struct session *s = app_get_session(h->view.app);
	int room = h->rows - p->line_count;

	read_topics(h, h->is_whole || room > TOPIC_LIMIT ? TOPIC_LIMIT : room);
	if (h->topic_count > 0)
		view_page_add_heading(p, "Topics");
	for (int i = 0; i < h->topic_count; i++) {
		struct link link = { .kind = RECORD_TOPIC,
			.slug = h->topics[i].slug };

		view_page_add_link(p, INDENT, h->topics[i].title, &link);
	}
	if (h->topic_count == TOPIC_LIMIT && h->next_topic < s->counts.topics)
		view_page_add_text(p, ROLE_DIM, INDENT,
		    "and more, in the Contents beside a topic");
}

static void
add_pane(struct view_page *p)
{
	view_page_add_heading(p, "How to read the citation pane");
	view_page_add_text(p, ROLE_TEXT, 0,
	    "\"stated in\" is the document that the editors read,"
	    " \"credited to\" whom it names for the sentence.");
	view_page_add_text(p, ROLE_TEXT, 0,
	    "\"not seen\": the editors know that source from another"
	    " alone.");
	view_page_add_text(p, ROLE_TEXT, 0,
	    "Documents that lead to one origin are one witness, however many"
	    " there are.");
}

static bool
is_enough(const struct view_page *p, const struct view_home *h)
{
	return !h->is_whole && p->line_count >= h->rows;
}

static void
build(struct view_page *p, struct view *v)
{
	struct view_home *h = (struct view_home *)v;
	struct session *s = app_get_session(v->app);
	const char *rest;

	view_page_add_text(p, ROLE_TITLE, 0, s->title);
	if (p->width_cols < WIDE_COLS)
		add_keys(p, v->app);
	add_edition(p, h);
	add_counts(p, v->app, &s->counts);
	view_page_add_blank(p);
	if (p->width_cols >= WIDE_COLS)
		add_keys(p, v->app);
	add_paragraphs(p, ROLE_ADVISORY, h->advisory, 1000);
	rest = add_paragraphs(p, ROLE_TEXT, h->home, 1);
	if (is_enough(p, h))
		return;
	add_topics(p, h);
	if (is_enough(p, h))
		return;
	add_pane(p);
	add_paragraphs(p, ROLE_TEXT, rest, 1000);
	h->is_whole = true;
}

/* ---- The view ---- */

static void
close_home(struct view *v)
{
	struct view_home *h = (struct view_home *)v;

	view_page_clear(&h->lines);
	arena_clear(&h->arena);
	free(h);
}

static enum status
open_home(struct view **out, struct app *app, const struct reader_place *at,
    struct error *err)
{
	struct view_home *h = mem_alloc_array(1, sizeof *h);
	enum status status;

	h->view = (struct view){ &view_home_class, app };
	status = read_values(h, err);
	view_page_init(&h->lines, &h->view, build, at, false);
	h->lines.lights_lines = true;
	h->is_whole = h->lines.is_restoring;
	if (status)
		close_home(&h->view);
	else
		*out = &h->view;
	return status;
}

static void
draw(struct view *v, struct canvas *canvas, struct rect area, bool is_focused)
{
	struct view_home *h = (struct view_home *)v;

	if (!h->is_whole && h->rows != area.rows)
		view_page_change(&h->lines);
	h->rows = area.rows;
	view_page_draw(&h->lines, canvas, area, is_focused);
}

static enum view_result
run(struct view *v, enum command command, int count)
{
	struct view_home *h = (struct view_home *)v;
	struct reader_place topics = { .view = PLACE_TOPIC };

	if (command == COMMAND_OPEN && !view_page_get_item(&h->lines)) {
		app_go(v->app, &topics);
		return VIEW_DONE;
	}
	if (!h->is_whole) {
		h->is_whole = true;
		view_page_change(&h->lines);
	}
	return view_page_run(&h->lines, command, count);
}

static enum view_found
find(struct view *v, enum view_find what)
{
	struct view_home *h = (struct view_home *)v;

	if (!h->is_whole)
		view_page_change(&h->lines);
	h->is_whole = true;
	return view_page_find(&h->lines, what);
}

static bool
idle(struct view *v)
{
	return view_page_idle(&((struct view_home *)v)->lines);
}

static void
get_place(const struct view *v, struct reader_place *out)
{
	view_page_get_place(&((const struct view_home *)v)->lines, out);
}

static void
click(struct view *v, struct rect area, int row, int col)
{
	if (view_page_click(&((struct view_home *)v)->lines, area, row, col))
		run(v, COMMAND_OPEN, 0);
}

static void
get_title(const struct view *v, char *out, size_t size)
{
	(void)v;
	view_cut_text(out, size, "Home");
}

static void
get_position(const struct view *v, char *out, size_t size)
{
	view_page_get_position(&((const struct view_home *)v)->lines, out,
	    size);
}

static const enum command hints[] = { COMMAND_OPEN, COMMAND_SEARCH,
	COMMAND_TOPICS, COMMAND_FIGURES, COMMAND_SOURCES, COMMAND_CLOSE,
	COMMAND_EVENTS, COMMAND_HELP, COMMAND_NONE };

const struct view_class view_home_class = {
	.place = PLACE_HOME,
	.name = "home",
	.open = open_home,
	.close = close_home,
	.draw = draw,
	.run = run,
	.idle = idle,
	.find = find,
	.get_place = get_place,
	.click = click,
	.get_title = get_title,
	.get_position = get_position,
	.hints = hints,
};
