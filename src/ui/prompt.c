/* SPDX-License-Identifier: ISC */
#include "prompt.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "term.h"

enum { KEPT_LIMIT = 50, LABEL_SIZE = 32 };

/* A line that was entered, oldest first in the list. */
struct kept {
	char label[LABEL_SIZE];
	char *text;
};

struct prompt {
	char *text; /* room for limit bytes and a NUL */
	size_t len;
	size_t limit;
	size_t at;              /* the cursor, at a cluster's beginning */
	char label[LABEL_SIZE]; /* that lines are kept by */
	char shown_label[2 * LABEL_SIZE];
	struct kept kept[KEPT_LIMIT];
	size_t kept_count;
	size_t shown; /* of kept; kept_count: the line that is typed */
	char *draft;  /* that line, while an older one is shown */
};

struct prompt *
prompt_new(size_t limit_bytes)
{
	struct prompt *p = mem_alloc_array(1, sizeof *p);

	p->limit = limit_bytes;
	p->text = mem_alloc_array(limit_bytes + 1, 1);
	return p;
}

void
prompt_free(struct prompt *p)
{
	if (!p)
		return;
	for (size_t i = 0; i < p->kept_count; i++)
		free(p->kept[i].text);
	free(p->draft);
	free(p->text);
	free(p);
}

const char *
prompt_get_text(const struct prompt *p)
{
	return p->text;
}

/* ---- Editing ---- */

/* What the limit leaves of a text, cut at a cluster. */
static size_t
cut_to_limit(const char *text, size_t limit)
{
	size_t len = strlen(text), at = 0;

	if (len <= limit)
		return len;
	while (at < len) {
		size_t step = utf8_next_grapheme(text + at, text + len);

		if (at + step > limit)
			break;
		at += step;
	}
	return at;
}

void
prompt_set_text(struct prompt *p, const char *text)
{
	p->len = cut_to_limit(text, p->limit);
	memmove(p->text, text, p->len);
	p->text[p->len] = '\0';
	p->at = p->len;
}

static size_t
find_next(const struct prompt *p, size_t at)
{
	if (at >= p->len)
		return p->len;
	return at + utf8_next_grapheme(p->text + at, p->text + p->len);
}

/* Clusters are found from the beginning: a line is short. */
static size_t
find_previous(const struct prompt *p, size_t at)
{
	size_t before = 0, next = 0;

	while (next < at) {
		before = next;
		next = find_next(p, next);
	}
	return before;
}

static bool
is_blank_at(const struct prompt *p, size_t at)
{
	return p->text[at] == ' ';
}

static size_t
find_word_begin(const struct prompt *p, size_t at)
{
	while (at > 0 && is_blank_at(p, at - 1))
		at--;
	while (at > 0 && !is_blank_at(p, at - 1))
		at--;
	return at;
}

static size_t
find_word_end(const struct prompt *p, size_t at)
{
	while (at < p->len && is_blank_at(p, at))
		at++;
	while (at < p->len && !is_blank_at(p, at))
		at++;
	return at;
}

static void
remove_range(struct prompt *p, size_t from, size_t to)
{
	memmove(p->text + from, p->text + to, p->len - to + 1);
	p->len -= to - from;
	p->at = from;
}

static void
insert(struct prompt *p, uint32_t key)
{
	char bytes[4];
	size_t len;

	if (key > 0x10FFFF || (key >= 0xD800 && key <= 0xDFFF) ||
	    utf8_is_control((int32_t)key))
		return;
	len = utf8_encode(bytes, (int32_t)key);
	if (p->len + len > p->limit)
		return;
	memmove(p->text + p->at + len, p->text + p->at, p->len - p->at + 1);
	memcpy(p->text + p->at, bytes, len);
	p->len += len;
	p->at += len;
}

/* ---- Older lines ---- */

/*
 * The next line of this label from shown on that is not as the one that stands
 * there, or kept_count; -1: none.
 */
static long
find_kept(const struct prompt *p, int step)
{
	long i = (long)p->shown + step;

	for (; i >= 0 && i < (long)p->kept_count; i += step) {
		if (strcmp(p->kept[i].label, p->label) == 0 &&
		    strcmp(p->kept[i].text, p->text) != 0)
			return i;
	}
	return i < 0 || p->shown == p->kept_count ? -1 : i;
}

static void
show_kept(struct prompt *p, int step)
{
	long found = find_kept(p, step);

	if (found < 0)
		return;
	if (p->shown == p->kept_count) {
		free(p->draft);
		p->draft = mem_copy_text(p->text);
	}
	p->shown = (size_t)found;
	prompt_set_text(p,
	    p->shown == p->kept_count ? p->draft : p->kept[p->shown].text);
}

static void
forget_kept(struct prompt *p, size_t which)
{
	free(p->kept[which].text);
	p->kept_count--;
	memmove(&p->kept[which], &p->kept[which + 1],
	    (p->kept_count - which) * sizeof *p->kept);
}

void
prompt_keep(struct prompt *p)
{
	struct kept *kept;

	if (p->len == 0)
		return;
	for (size_t i = 0; i < p->kept_count; i++) {
		if (strcmp(p->kept[i].label, p->label) == 0 &&
		    strcmp(p->kept[i].text, p->text) == 0) {
			forget_kept(p, i);
			break;
		}
	}
	if (p->kept_count == KEPT_LIMIT)
		forget_kept(p, 0);
	kept = &p->kept[p->kept_count++];
	memcpy(kept->label, p->label, LABEL_SIZE);
	kept->text = mem_copy_text(p->text);
	p->shown = p->kept_count;
}

void
prompt_begin(struct prompt *p, const char *label, const char *text)
{
	size_t len = cut_to_limit(label, LABEL_SIZE - 1);

	memset(p->label, 0, sizeof p->label);
	memcpy(p->label, label, len);
	prompt_show_label(p, p->label);
	prompt_set_text(p, text);
	p->shown = p->kept_count;
}

void
prompt_show_label(struct prompt *p, const char *label)
{
	size_t len = cut_to_limit(label, sizeof p->shown_label - 1);

	memcpy(p->shown_label, label, len);
	p->shown_label[len] = '\0';
}

/* ---- Keys ---- */

static void
go_left(struct prompt *p)
{
	p->at = find_previous(p, p->at);
}

static void
go_right(struct prompt *p)
{
	p->at = find_next(p, p->at);
}

static void
go_to_begin(struct prompt *p)
{
	p->at = 0;
}

static void
go_to_end(struct prompt *p)
{
	p->at = p->len;
}

static void
go_word_left(struct prompt *p)
{
	p->at = find_word_begin(p, p->at);
}

static void
go_word_right(struct prompt *p)
{
	p->at = find_word_end(p, p->at);
}

static void
remove_before(struct prompt *p)
{
	remove_range(p, find_previous(p, p->at), p->at);
}

static void
remove_under(struct prompt *p)
{
	remove_range(p, p->at, find_next(p, p->at));
}

static void
remove_word_before(struct prompt *p)
{
	remove_range(p, find_word_begin(p, p->at), p->at);
}

static void
remove_to_begin(struct prompt *p)
{
	remove_range(p, 0, p->at);
}

static void
remove_to_end(struct prompt *p)
{
	remove_range(p, p->at, p->len);
}

static void
show_older(struct prompt *p)
{
	show_kept(p, -1);
}

static void
show_newer(struct prompt *p)
{
	show_kept(p, 1);
}

static const struct {
	uint32_t key;
	void (*edit)(struct prompt *p);
} edits[] = {
	{ KEY_ARROW_LEFT, go_left },
	{ KEY_CONTROL | 'b', go_left },
	{ KEY_ARROW_RIGHT, go_right },
	{ KEY_CONTROL | 'f', go_right },
	{ KEY_TO_HOME, go_to_begin },
	{ KEY_CONTROL | 'a', go_to_begin },
	{ KEY_TO_END, go_to_end },
	{ KEY_CONTROL | 'e', go_to_end },
	{ KEY_CONTROL | KEY_ARROW_LEFT, go_word_left },
	{ KEY_ALT | KEY_ARROW_LEFT, go_word_left },
	{ KEY_CONTROL | KEY_ARROW_RIGHT, go_word_right },
	{ KEY_ALT | KEY_ARROW_RIGHT, go_word_right },
	{ KEY_BACKSPACE_KEY, remove_before },
	{ KEY_CONTROL | 'h', remove_before },
	{ KEY_DELETE_KEY, remove_under },
	{ KEY_CONTROL | 'd', remove_under },
	{ KEY_CONTROL | 'w', remove_word_before },
	{ KEY_ALT | KEY_BACKSPACE_KEY, remove_word_before },
	{ KEY_CONTROL | 'u', remove_to_begin },
	{ KEY_CONTROL | 'k', remove_to_end },
	{ KEY_ARROW_UP, show_older },
	{ KEY_CONTROL | 'p', show_older },
	{ KEY_ARROW_DOWN, show_newer },
	{ KEY_CONTROL | 'n', show_newer },
};

bool
prompt_has_key(uint32_t key)
{
	for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
		if (edits[i].key == key)
			return true;
	}
	return false;
}

enum prompt_answer
prompt_key(struct prompt *p, uint32_t key)
{
	if (key == KEY_ENTER_KEY)
		return PROMPT_ENTERED;
	if (key == KEY_TAB_KEY)
		return PROMPT_COMPLETE;
	if (key == KEY_ESCAPE_KEY || key == (KEY_CONTROL | 'g'))
		return PROMPT_LEFT;
	if (p->len == 0 &&
	    (key == KEY_BACKSPACE_KEY || key == (KEY_CONTROL | 'h')))
		return PROMPT_LEFT;
	for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
		if (edits[i].key == key) {
			edits[i].edit(p);
			return PROMPT_EDITED;
		}
	}
	insert(p, key);
	return PROMPT_EDITED;
}

/* ---- Drawing ---- */

/* Where the text begins to be shown, so that the cursor is seen. */
static size_t
find_first_shown(const struct prompt *p, const struct canvas *canvas, int cols)
{
	int before = canvas_measure(canvas, p->text, p->at);
	size_t from = 0;

	while (from < p->at && before + 1 > cols) {
		size_t next = find_next(p, from);

		before -= canvas_measure(canvas, p->text + from, next - from);
		from = next;
	}
	return from;
}

/* What the label leaves of the area; no columns where it leaves none. */
static struct rect
get_text_area(const struct prompt *p, const struct canvas *canvas,
    struct rect area)
{
	int cols = canvas_measure(canvas, p->shown_label,
	    strlen(p->shown_label));

	if (cols > area.cols)
		cols = area.cols;
	area.col += cols;
	area.cols -= cols;
	return area;
}

int
prompt_measure(const struct prompt *p, const struct canvas *canvas)
{
	return canvas_measure(canvas, p->shown_label, strlen(p->shown_label)) +
	    canvas_measure(canvas, p->text, p->len) + 1;
}

int
prompt_find_col(const struct prompt *p, const struct canvas *canvas,
    struct rect area, size_t at)
{
	struct rect inside = get_text_area(p, canvas, area);
	size_t from = find_first_shown(p, canvas, inside.cols);
	int cols;

	if (at < from || at > p->len)
		return -1;
	cols = canvas_measure(canvas, p->text + from, at - from);
	return cols < inside.cols ? inside.col + cols : -1;
}

void
prompt_draw(const struct prompt *p, struct canvas *canvas, struct rect area)
{
	struct rect inside = get_text_area(p, canvas, area);
	int cursor_cols;
	size_t from;

	canvas_fill(canvas, area, ROLE_PROMPT);
	canvas_put_text(canvas, area.row, area.col, area.cols, ROLE_PROMPT,
	    p->shown_label);
	if (inside.cols <= 0)
		return;
	from = find_first_shown(p, canvas, inside.cols);
	cursor_cols = canvas_put(canvas, inside.row, inside.col, inside.cols,
	    ROLE_PROMPT, 0, p->text + from, p->at - from);
	canvas_put(canvas, inside.row, inside.col + cursor_cols,
	    inside.cols - cursor_cols, ROLE_PROMPT, 0, p->text + p->at,
	    p->len - p->at);
	if (cursor_cols >= inside.cols)
		cursor_cols = inside.cols - 1;
	canvas_set_cursor(canvas, inside.row, inside.col + cursor_cols);
}
