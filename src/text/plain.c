/* SPDX-License-Identifier: ISC */
#include "text/plain.h"

#include <stdbool.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "grid.h"
#include "marked.h"
#include "text/clean.h"
#include "text/wrap.h"

enum { TAB_COLS = 8, DEEPEST_LEVEL = 12 };

void
plain_write_empty_line(const struct plain_writer *w)
{
	w->line(w->context, PLAIN_TEXT, "", 0);
}

/*
 * A prefix goes in front of each line in a buffer of its own; without one,
 * lines are handed out where they stand in the text.
 */
void
plain_write_text(const struct plain_writer *w, enum plain_role role,
    const char *first, const char *rest, const char *text, size_t len)
{
	size_t indent = utf8_width_cols(rest, strlen(rest));
	size_t width = w->width_cols > indent ? w->width_cols - indent : 1;
	const char *prefix = first;
	struct wrap_line part;
	struct str line;
	size_t at = 0;

	str_init(&line, 0);
	if (len == 0)
		w->line(w->context, role, first, strlen(first));
	while (wrap_next_line(&part, &at, text, len, width)) {
		if (!*prefix) {
			w->line(w->context, role, text + part.at, part.len);
		} else {
			str_reset(&line);
			str_add_text(&line, prefix);
			str_add(&line, text + part.at, part.len);
			w->line(w->context, role, line.data, line.len);
		}
		prefix = rest;
	}
	str_clear(&line);
}

void
plain_write_underlined(const struct plain_writer *w, enum plain_role role,
    const char *text, size_t len, char c)
{
	size_t cols = utf8_width_cols(text, len);
	struct str line;

	if (cols > w->width_cols)
		cols = w->width_cols;
	str_init(&line, 0);
	str_add_repeated(&line, c, cols);
	plain_write_text(w, role, "", "", text, len);
	w->line(w->context, role, line.data, line.len);
	str_clear(&line);
}

/* Where the next passage begins, and what stood before it. */
struct page_writer {
	const struct plain_writer *w;
	const struct page *page;
	struct str text;                 /* of the passage, marks spliced in */
	int ordinals[DEEPEST_LEVEL + 1]; /* of the last item of each level */
};

static void
write_heading(struct page_writer *s, const struct passage *p)
{
	struct str line;

	if (p->level <= 2) {
		plain_write_underlined(s->w, PLAIN_HEADING, s->text.data,
		    s->text.len, '-');
		return;
	}
	str_init(&line, 0);
	str_add_repeated(&line, '#', p->level > 6 ? 6 : (size_t)p->level);
	str_add_char(&line, ' ');
	str_add(&line, s->text.data, s->text.len);
	plain_write_text(s->w, PLAIN_HEADING, "", "", line.data, line.len);
	str_clear(&line);
}

static void
write_title(struct page_writer *s, const struct passage *p)
{
	(void)p;
	plain_write_underlined(s->w, PLAIN_TITLE, s->text.data, s->text.len,
	    '=');
}

/* Of an item or quotation; indentation leaves the text half the width. */
static size_t
get_depth(const struct page_writer *s, const struct passage *p)
{
	size_t most = s->w->width_cols / 4;

	if (p->level < 1 || most == 0)
		return 1;
	return (size_t)p->level < most ? (size_t)p->level : most;
}

/* "- " or "12. ", as far in as its level says. */
static void
add_marker(const struct page_writer *s, struct str *out,
    const struct passage *p, int ordinal)
{
	str_add_repeated(out, ' ', 2 * (get_depth(s, p) - 1));
	if (ordinal > 0)
		str_add_format(out, "%d. ", ordinal);
	else
		str_add_text(out, "- ");
}

static void
write_item(struct page_writer *s, const struct passage *p)
{
	struct str first, rest;

	str_init(&first, 0);
	str_init(&rest, 0);
	if (p->level > 0 && p->level <= DEEPEST_LEVEL)
		s->ordinals[p->level] = p->ordinal;
	add_marker(s, &first, p, p->ordinal);
	str_add_repeated(&rest, ' ', first.len);
	plain_write_text(s->w, PLAIN_TEXT, first.data, rest.data, s->text.data,
	    s->text.len);
	str_clear(&first);
	str_clear(&rest);
}

static void
write_quotation(struct page_writer *s, const struct passage *p)
{
	struct str prefix;

	str_init(&prefix, 0);
	for (size_t i = get_depth(s, p); i > 0; i--)
		str_add_text(&prefix, "> ");
	plain_write_text(s->w, PLAIN_TEXT, prefix.data, prefix.data,
	    s->text.data, s->text.len);
	str_clear(&prefix);
}

/* One that belongs to an item stands below the item's text. */
static void
write_item_paragraph(struct page_writer *s, const struct passage *p)
{
	int ordinal = p->level <= DEEPEST_LEVEL ? s->ordinals[p->level] : 0;
	struct str marker, indent;

	str_init(&marker, 0);
	str_init(&indent, 0);
	add_marker(s, &marker, p, ordinal);
	str_add_repeated(&indent, ' ', marker.len);
	plain_write_text(s->w, PLAIN_TEXT, indent.data, indent.data,
	    s->text.data, s->text.len);
	str_clear(&marker);
	str_clear(&indent);
}

static void
write_other(struct page_writer *s)
{
	plain_write_text(s->w, PLAIN_TEXT, "", "", s->text.data, s->text.len);
}

static void
write_code_line(const struct page_writer *s, struct str *line, const char *text,
    size_t len)
{
	size_t cols = 0;

	str_reset(line);
	for (size_t i = 0; i < len; i++) {
		size_t step = text[i] == '\t' ? TAB_COLS - cols % TAB_COLS : 1;

		if (text[i] == '\t')
			str_add_repeated(line, ' ', step);
		else
			str_add_char(line, text[i]);
		cols += step;
	}
	plain_write_text(s->w, PLAIN_TEXT, "    ", "    ", line->data,
	    line->len);
}

static void
write_code(struct page_writer *s, const struct passage *p)
{
	const char *text = s->text.data;
	size_t at = 0, len = s->text.len;
	struct str line;

	(void)p;
	str_init(&line, 0);
	while (at < len) {
		const char *feed = memchr(text + at, '\n', len - at);
		size_t end = feed ? (size_t)(feed - text) : len;

		write_code_line(s, &line, text + at, end - at);
		at = end + 1;
	}
	str_clear(&line);
}

static void (*const write_kind[])(struct page_writer *,
    const struct passage *) = {
	[PASSAGE_TITLE] = write_title,
	[PASSAGE_HEADING] = write_heading,
	[PASSAGE_ITEM] = write_item,
	[PASSAGE_QUOTATION] = write_quotation,
	[PASSAGE_CODE] = write_code,
};

static void
write_passage(struct page_writer *s, const struct passage *p)
{
	size_t kinds = sizeof write_kind / sizeof *write_kind;

	str_reset(&s->text);
	if (p->kind == PASSAGE_NOTE)
		str_add_text(&s->text, "Editor's note: ");
	marked_add(&s->text, s->page, p, 0, p->len, s->w->clean);
	if (p->kind == PASSAGE_PARAGRAPH && p->level > 0)
		write_item_paragraph(s, p);
	else if ((size_t)p->kind < kinds && write_kind[p->kind])
		write_kind[p->kind](s, p);
	else
		write_other(s);
}

/* Items of one list, and the lines of a quotation, stand close together. */
static void
write_gap(const struct plain_writer *w, const struct passage *before,
    const struct passage *p)
{
	if (before->kind == PASSAGE_ITEM && p->kind == PASSAGE_ITEM &&
	    p->is_graphic == before->is_graphic)
		return;
	if (before->kind == PASSAGE_QUOTATION && p->kind == PASSAGE_QUOTATION &&
	    p->is_graphic == before->is_graphic) {
		w->line(w->context, PLAIN_TEXT, ">", 1);
		return;
	}
	plain_write_empty_line(w);
}

/* Rows from i on that are one table: a head after its rows begins another. */
static uint32_t
count_rows(const struct page *page, uint32_t i)
{
	uint32_t count = 1;

	while (i + count < page->passage_count) {
		const struct passage *p = &page->passages[i + count];

		if (p->kind != PASSAGE_ROW ||
		    p->is_graphic != page->passages[i].is_graphic ||
		    (p->level == 1 && p[-1].level != 1))
			break;
		count++;
	}
	return count;
}

/* A title says nothing graphic, whatever its record holds. */
static bool
is_shown_graphic(const struct passage *p)
{
	return p->is_graphic && p->kind != PASSAGE_TITLE;
}

/* One line stands above graphic passages in a row. */
static bool
is_graphic_start(const struct page *page, uint32_t i)
{
	const struct passage *p = &page->passages[i];

	return is_shown_graphic(p) && (i == 0 || !is_shown_graphic(p - 1));
}

void
plain_write_page(const struct plain_writer *w, const struct page *page)
{
	static const char graphic[] = "[graphic passage]";
	struct page_writer s = { .w = w, .page = page };
	uint32_t count;

	str_init(&s.text, 0);
	for (uint32_t i = 0; i < page->passage_count; i += count) {
		const struct passage *p = &page->passages[i];

		count = 1;
		if (i > 0)
			write_gap(w, p - 1, p);
		if (is_graphic_start(page, i))
			w->line(w->context, PLAIN_LABEL, graphic,
			    sizeof graphic - 1);
		if (p->kind == PASSAGE_ROW) {
			count = count_rows(page, i);
			grid_write(w, page, i, count);
		} else {
			write_passage(&s, p);
		}
	}
	str_clear(&s.text);
}
