/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "bare_url.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "rich_lines.h"
#include "text/clean.h"
#include "text/wrap.h"
#include "view_page_private.h"

/*
 * Lines are one column narrower than the page: in the first stands the bar
 * beside the selected sentence.
 */
enum { LABEL_COLS = 14, NARROW_COLS = 40, LEAST_COLS = 4, HANGING_COLS = 2 };

int
view_page_get_text_cols(const struct view_page *p, int indent)
{
	int cols = p->width_cols - 1 - indent;

	return cols > LEAST_COLS ? cols : LEAST_COLS;
}

void
view_page_begin_line(struct view_page *p)
{
	if (p->line_count == p->line_cap) {
		p->line_cap = p->line_cap ? p->line_cap * 2 : 64;
		p->lines = mem_resize_array(p->lines, (size_t)p->line_cap,
		    sizeof *p->lines);
	}
	p->lines[p->line_count++] = (struct page_line){
		.first_run = (uint32_t)p->run_count,
	};
}

/* A piece of the line begun last; the text is lent. */
struct page_run *
view_page_add_run(struct view_page *p, int col, enum role role,
    const char *text, size_t len)
{
	struct page_run *run;

	if (p->run_count == p->run_cap) {
		p->run_cap = p->run_cap ? p->run_cap * 2 : 128;
		p->runs = mem_resize_array(p->runs, (size_t)p->run_cap,
		    sizeof *p->runs);
	}
	run = &p->runs[p->run_count++];
	*run = (struct page_run){ .text = text,
		.len = (uint32_t)len,
		.col = (uint16_t)col,
		.cols = (uint16_t)view_page_get_text_cols(p, col),
		.role = (uint8_t)role,
		.item = -1,
		.sentence = -1,
		.lit = -1 };
	p->lines[p->line_count - 1].run_count++;
	return run;
}

int
view_page_add_item(struct view_page *p, const struct link *link, bool is_row)
{
	if (p->item_count == p->item_cap) {
		p->item_cap = p->item_cap ? p->item_cap * 2 : 32;
		p->items = mem_resize_array(p->items, (size_t)p->item_cap,
		    sizeof *p->items);
	}
	p->items[p->item_count] = (struct page_item){
		.is_row = is_row,
		.sentence = -1,
		.first_line = INT32_MAX,
	};
	if (link)
		p->items[p->item_count].link = *link;
	return p->item_count++;
}

/* The item reaches to the line begun last. */
void
view_page_extend_item(struct view_page *p, int item)
{
	int32_t line = p->line_count - 1;

	if (item < 0)
		return;
	if (line < p->items[item].first_line)
		p->items[item].first_line = line;
	p->items[item].last_line = line;
}

void
view_page_add_blank(struct view_page *p)
{
	if (p->line_count > 0 && p->lines[p->line_count - 1].run_count > 0)
		view_page_begin_line(p);
}

/*
 * Texts that the view composed live as long as the lines, as they are
 * drawn: what is transliterated has other columns.
 */
static const char *
copy_shown(struct view_page *p, const char *text)
{
	size_t len = strlen(text);
	struct str shown;
	const char *copy;

	if (p->is_utf8 || clean_is_plain(text, len))
		return arena_copy(&p->arena, text, len);
	str_init(&shown, 0);
	clean_add(&shown, text, len, CLEAN_ASCII);
	copy = arena_copy(&p->arena, shown.data, shown.len);
	str_clear(&shown);
	return copy;
}

int
view_page_measure(struct view_page *p, const char *text)
{
	const char *shown = copy_shown(p, text);

	return (int)utf8_width_cols(shown, strlen(shown));
}

/* A line of a text, in runs that are an address or none; *url goes on. */
static void
add_piece(struct view_page *p, enum role role, int col, const char *text,
    const struct wrap_line *piece, struct bare_url *url)
{
	size_t at = piece->at;
	size_t end = piece->at + piece->len;

	do {
		size_t stop = end;
		struct page_run *run;

		if (url->len > 0 && at >= url->at + url->len)
			bare_url_find(url, text, at);
		if (url->len > 0 && at < url->at && url->at < end)
			stop = url->at;
		if (url->len > 0 && at >= url->at && url->at + url->len < end)
			stop = url->at + url->len;
		run = view_page_add_run(p, col, role, text + at, stop - at);
		if (url->len > 0 && at >= url->at)
			run->url = arena_copy(&p->arena, text + url->at,
			    url->len);
		col += (int)utf8_width_cols(text + at, stop - at);
		at = stop;
	} while (at < end);
}

static void
add_wrapped(struct view_page *p, enum role role, int indent, int item,
    const char *text, bool is_beside)
{
	const char *copy = copy_shown(p, text);
	size_t len = strlen(copy);
	size_t at = 0;
	struct wrap_line piece;
	struct page_text *searched = view_page_begin_text(p, text, copy);
	struct bare_url url;
	bool is_first = true;

	bare_url_find(&url, item < 0 ? copy : "", 0);
	while (wrap_next_line(&piece, &at, copy, len,
	    (size_t)view_page_get_text_cols(p, indent))) {
		int first_run = p->run_count;

		if (!is_first || !is_beside)
			view_page_begin_line(p);
		add_piece(p, role, indent, copy, &piece, &url);
		while (first_run < p->run_count)
			p->runs[first_run++].item = item;
		view_page_extend_item(p, item);
		is_first = false;
	}
	if (searched)
		view_page_end_text(p, searched, copy);
}

void
view_page_add_text(struct view_page *p, enum role role, int indent,
    const char *text)
{
	add_wrapped(p, role, indent, -1, text, false);
}

void
view_page_add_beside(struct view_page *p, enum role role, int indent,
    const char *text)
{
	add_wrapped(p, role, indent, -1, text, true);
}

void
view_page_add_item_text(struct view_page *p, enum role role, int indent,
    int item, const char *text)
{
	add_wrapped(p, role, indent, item, text, false);
}

void
view_page_add_item_beside(struct view_page *p, enum role role, int indent,
    int item, const char *text)
{
	add_wrapped(p, role, indent, item, text, true);
}

void
view_page_add_heading(struct view_page *p, const char *text)
{
	int line;

	view_page_add_blank(p);
	line = p->line_count;
	view_page_add_text(p, ROLE_HEADING, 0, text);
	if (line < p->line_count)
		p->lines[line].is_heading = true;
}

/* A line of words in their roles; an address in them can be opened. */
static void
add_words_line(struct view_page *p, int col, const struct rich_shown *shown,
    const struct wrap_line *line)
{
	uint32_t at = (uint32_t)line->at, end = at + (uint32_t)line->len;
	struct rich_piece piece;

	while (rich_next_piece(&piece, shown, &at, end)) {
		view_page_add_run(p, col, piece.role, shown->text + piece.at,
		    piece.len);
		col += (int)utf8_width_cols(shown->text + piece.at, piece.len);
	}
}

static bool
add_label(struct view_page *p, const char *label)
{
	bool is_beside = p->width_cols >= NARROW_COLS &&
	    utf8_width_cols(label, strlen(label)) < LABEL_COLS;
	struct page_run *run;

	view_page_begin_line(p);
	run = view_page_add_run(p, 0, ROLE_DIM,
	    arena_copy_text(&p->arena, label), strlen(label));
	if (is_beside)
		run->cols = LABEL_COLS - 1;
	return is_beside;
}

static int
get_field_col(const struct view_page *p)
{
	return p->width_cols >= NARROW_COLS ? LABEL_COLS : 1;
}

void
view_page_add_field_words(struct view_page *p, const char *label,
    const struct rich *words)
{
	struct rich_shown *shown;
	struct wrap_line line;
	int col = get_field_col(p);
	size_t at = 0;
	bool is_beside;

	if (words->text.len == 0)
		return;
	shown = arena_alloc(&p->arena, sizeof *shown);
	rich_show(shown, "", words, p->is_utf8, &p->arena);
	is_beside = add_label(p, label);
	while (wrap_next_line(&line, &at, shown->text, shown->len,
	    (size_t)view_page_get_text_cols(p, col))) {
		if (!is_beside)
			view_page_begin_line(p);
		add_words_line(p, col, shown, &line);
		is_beside = false;
	}
}

static void
add_field(struct view_page *p, const char *label, const char *text, int item)
{
	enum role role = item < 0 ? ROLE_TEXT : ROLE_LINK;
	bool is_beside = add_label(p, label);

	add_wrapped(p, role, get_field_col(p), item, text, is_beside);
}

void
view_page_add_field(struct view_page *p, const char *label, const char *text)
{
	if (text && text[0])
		add_field(p, label, text, -1);
}

void
view_page_add_field_link(struct view_page *p, const char *label,
    const char *text, const struct link *link)
{
	if (text && text[0])
		add_field(p, label, text, view_page_add_item(p, link, false));
}

void
view_page_add_link(struct view_page *p, int indent, const char *text,
    const struct link *link)
{
	int item = view_page_add_item(p, link, true);
	int line = p->line_count;

	add_wrapped(p, ROLE_TEXT, indent + HANGING_COLS, item,
	    text[0] ? text : "-", false);
	p->runs[p->lines[line].first_run].col = (uint16_t)indent;
}

void
view_page_add_cell(struct view_page *p, int col, int cols, enum role role,
    int item, const char *text)
{
	size_t len, used;
	struct page_text *searched;
	struct page_run *run;
	struct str cut;

	text = copy_shown(p, text);
	len = strlen(text);
	str_init(&cut, 0);
	if ((int)utf8_width_cols(text, len) > cols) {
		str_add(&cut, text,
		    wrap_cut(&used, text, len,
			cols > 1 ? (size_t)cols - 1 : 1));
		str_add_text(&cut, p->is_utf8 ? "\u2026" : ">");
	} else {
		str_add(&cut, text, len);
	}
	text = arena_copy(&p->arena, cut.data, cut.len);
	searched = view_page_begin_text(p, text, text);
	run = view_page_add_run(p, col, role, text, cut.len);
	if (searched)
		view_page_end_text(p, searched, text);
	run->cols = (uint16_t)cols;
	run->item = item;
	view_page_extend_item(p, item);
	str_clear(&cut);
}
