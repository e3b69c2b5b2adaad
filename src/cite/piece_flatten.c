/* SPDX-License-Identifier: ISC */
#include "piece.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "piece_flat.h"

/*
 * A piece is printed as prefix, quotation mark, content, quotation mark,
 * suffix; looks and case are the content's alone (a layout, whose affixes
 * have its looks, is a group in a group).  What turns out to print nothing is
 * taken back with its affixes and the delimiter before it.
 */
enum {
	NARROW_SPACE = 0x202F, /* and it does not break */
	DEPTH_LIMIT = 256,
	SIZE_LIMIT_BYTES = 1 << 18,
	SEGMENT_LIMIT = 1 << 17
};

struct flat_segment *
flat_add(struct flat *f, enum flat_kind kind, const char *text, size_t len)
{
	struct flat_segment *s;

	if (f->count == f->cap) {
		f->cap = f->cap ? 2 * f->cap : 64;
		f->segments = mem_resize_array(f->segments, f->cap,
		    sizeof *f->segments);
	}
	s = &f->segments[f->count++];
	*s = (struct flat_segment){ .text = text,
		.len = (uint32_t)len,
		.kind = kind,
		.look = f->look,
		.display = f->display,
		.display_number = f->display_number,
		.is_protected = f->is_protected };
	return s;
}

/* Whether every byte is printable ASCII or a line feed. */
static bool
is_plain(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)text[i];

		if ((c < 0x20 && c != '\n') || c >= 0x7F)
			return false;
	}
	return true;
}

static bool
is_at(const char *p, const char *end, const char *text)
{
	size_t len = strlen(text);

	return (size_t)(end - p) >= len && memcmp(p, text, len) == 0;
}

/* A space inside of guillemets does not break. */
static bool
is_narrow(int32_t c, const char *text, const char *end, const char *out,
    size_t len)
{
	return c == ' ' &&
	    (is_at(text, end, "\u00BB") ||
		(len >= 2 && is_at(out + len - 2, out + len, "\u00AB")));
}

/*
 * Well-formed and without control characters; tabs and the like are spaces.
 */
static char *
clean_text(struct flat *f, const char *text, size_t *len, bool is_verbatim)
{
	const char *end = text + *len;
	char *out = arena_alloc(&f->arena, 3 * *len + 1);
	size_t at = 0;

	while (text < end) {
		int32_t c;

		text += utf8_decode(&c, text, end);
		if (utf8_is_control(c) && c != '\n') {
			if (c == '\t' || c == '\r')
				out[at++] = ' ';
			continue;
		}
		if (!is_verbatim && is_narrow(c, text, end, out, at))
			c = NARROW_SPACE;
		at += utf8_encode(out + at, c);
	}
	*len = at;
	return out;
}

/* False where it would be too much; text may become another. */
static bool
take_text(struct flat *f, const char **text, size_t *len, bool is_verbatim)
{
	if (*len > SIZE_LIMIT_BYTES - f->size_bytes || f->count > SEGMENT_LIMIT)
		return false;
	f->size_bytes += *len;
	if (!is_plain(*text, *len))
		*text = clean_text(f, *text, len, is_verbatim);
	return *len > 0;
}

static void
add_affix(struct flat *f, const char *text)
{
	size_t len = text ? strlen(text) : 0;

	if (len > 0 && take_text(f, &text, &len, true))
		flat_add(f, FLAT_AFFIX, text, len);
}

/* A full stop behind what is displayed apart is displayed with it. */
static void
add_suffix(struct flat *f, const char *text)
{
	const struct flat_segment *last = &f->segments[f->count - 1];
	uint8_t display = f->display, number = f->display_number;

	f->display = last->display;
	f->display_number = last->display_number;
	add_affix(f, text);
	f->display = display;
	f->display_number = number;
}

static bool
add_text(struct flat *f, const struct piece *p)
{
	const char *text = p->text;
	size_t len = p->len;

	if (len == 0 || !take_text(f, &text, &len, p->is_verbatim))
		return false;
	if (p->is_verbatim)
		flat_add(f, FLAT_TEXT, text, len)->is_verbatim = true;
	else
		flat_add_markup(f, text, len);
	return true;
}

static bool add_piece(struct flat *f, const struct piece *p, unsigned depth);

static bool
add_children(struct flat *f, const struct piece *p, unsigned depth)
{
	bool has_printed = false;

	for (const struct piece *child = p->first; child; child = child->next) {
		uint32_t count = f->count;

		if (has_printed)
			add_affix(f, p->format.delimiter);
		if (add_piece(f, child, depth + 1))
			has_printed = true;
		else
			f->count = count;
	}
	return has_printed;
}

static void
strip_periods(struct flat *f, uint32_t from)
{
	for (uint32_t i = from; i < f->count; i++) {
		struct flat_segment *s = &f->segments[i];
		char *out;
		uint32_t len = 0;

		if (!flat_is_text(s) || !memchr(s->text, '.', s->len))
			continue;
		out = arena_alloc(&f->arena, s->len);
		for (uint32_t j = 0; j < s->len; j++) {
			if (s->text[j] != '.')
				out[len++] = s->text[j];
		}
		s->text = out;
		s->len = len;
	}
}

static bool
add_content(struct flat *f, const struct piece *p, unsigned depth)
{
	const struct piece_format *format = &p->format;
	struct look look = f->look;
	unsigned looks = format->looks;
	uint32_t from = f->count;
	bool has_printed;

	if (p->is_text && (format->looks & RICH_ITALIC) &&
	    flat_has_no_italics(p->text, p->len))
		looks &= ~(unsigned)RICH_ITALIC;
	look_set(&f->look, looks, format->unlooks);
	has_printed = p->is_text ? add_text(f, p) : add_children(f, p, depth);
	f->look = look;
	if (!has_printed)
		return false;
	if (format->strips_periods)
		strip_periods(f, from);
	if (format->text_case != PIECE_CASE_NONE)
		flat_change_case(f, from, (enum piece_case)format->text_case,
		    format->has_dotted_i);
	return true;
}

static bool
add_in_marks(struct flat *f, const struct piece *p, unsigned depth)
{
	const struct piece_format *format = &p->format;

	if (format->has_quotes)
		flat_add(f, FLAT_OPEN, "", 0);
	if (!add_content(f, p, depth))
		return false;
	if (format->has_quotes)
		flat_add(f, FLAT_CLOSE, "", 0);
	return true;
}

/* Whether anything was printed; if not, the caller takes back what stands. */
static bool
add_piece(struct flat *f, const struct piece *p, unsigned depth)
{
	uint8_t display = f->display, number = f->display_number;
	bool has_printed;

	if (depth > DEPTH_LIMIT)
		return false;
	if (p->format.display != RICH_INLINE) {
		f->display = p->format.display;
		f->display_number = ++f->display_count;
	}
	add_affix(f, p->format.prefix);
	has_printed = add_in_marks(f, p, depth);
	if (has_printed)
		add_suffix(f, p->format.suffix);
	f->display = display;
	f->display_number = number;
	return has_printed;
}

static void
give_marks(struct flat *f)
{
	const struct piece_locale *l = f->locale;
	uint32_t depth = 0;

	for (uint32_t i = 0; i < f->count; i++) {
		struct flat_segment *s = &f->segments[i];
		const char *mark = NULL;

		if (s->kind == FLAT_OPEN)
			mark = depth++ % 2 ? l->open_inner_quote :
					     l->open_quote;
		else if (s->kind == FLAT_CLOSE && depth > 0)
			mark = --depth % 2 ? l->close_inner_quote :
					     l->close_quote;
		if (mark) {
			size_t len = strlen(mark);

			if (!is_plain(mark, len))
				mark = clean_text(f, mark, &len, true);
			s->text = mark;
			s->len = (uint32_t)len;
		}
	}
}

/* What is displayed apart leaves the space at its end outside. */
static void
move_space(struct flat *f)
{
	struct flat_segment *last;

	if (f->count == 0)
		return;
	last = &f->segments[f->count - 1];
	if (last->display_number == 0 || last->len == 0 ||
	    last->text[last->len - 1] != ' ')
		return;
	last->len--;
	f->display = f->display_number = 0;
	flat_add(f, FLAT_AFFIX, " ", 1);
}

static void
give_out(struct rich *out, const struct flat *f)
{
	for (uint32_t i = 0; i < f->count; i++) {
		const struct flat_segment *s = &f->segments[i];
		struct rich_run like = { .looks = (uint16_t)s->look.looks,
			.nest = s->look.nest,
			.display = s->display,
			.display_number = s->display_number };

		rich_add_run(out, &like, s->text, s->len);
	}
}

void
piece_flatten(struct rich *out, const struct piece *p,
    const struct piece_locale *locale, bool is_english)
{
	struct flat f = { .locale = locale, .is_english = is_english };

	if (!p)
		return;
	if (out->count > 0)
		f.display_count = out->runs[out->count - 1].display_number;
	if (add_piece(&f, p, 0)) {
		flat_settle(&f);
		move_space(&f);
		give_marks(&f);
		give_out(out, &f);
	}
	free(f.segments);
	arena_clear(&f.arena);
}

void
piece_add_plain(struct str *out, const struct piece *p,
    const struct piece_locale *locale, bool is_english)
{
	struct rich r;

	rich_init(&r);
	piece_flatten(&r, p, locale, is_english);
	str_add(out, r.text.data, r.text.len);
	rich_clear(&r);
}
