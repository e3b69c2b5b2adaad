/* SPDX-License-Identifier: ISC */

/*
 * Any bytes as a tree of pieces: what it prints is well-formed, has no
 * control characters but line feeds, is bounded by what went in, and its runs
 * leave no gap.  What is verbatim and stands alone comes out as it went in,
 * whatever surrounds it.  The same bytes as a number's text: what is printed
 * is well-formed and bounded too.
 */
#include "fuzz_text.h"

#include <string.h>

#include "cite/numeral.h"
#include "cite/piece.h"

struct input {
	const uint8_t *data;
	size_t size, at;
	struct arena arena;
	unsigned count;
};

enum { COUNT_LIMIT = 512, DEPTH_LIMIT = 40, MARK_LIMIT_BYTES = 16 };

static unsigned
next(struct input *in)
{
	return in->at < in->size ? in->data[in->at++] : 0;
}

static const char *
make_affix(struct input *in)
{
	static const char *const affixes[] = { NULL, ". ", ", ", " ", ": ", ".",
		"; ", "? ", "!", "(", ")", "\u00A0:", " 'x", "..,.,!?", "\n",
		"\xC3\x28\x01" };

	return affixes[next(in) % (sizeof affixes / sizeof *affixes)];
}

static void
make_format(struct piece_format *format, struct input *in)
{
	unsigned flags = next(in);

	if (flags & 1)
		format->looks = (uint16_t)next(in);
	if (flags & 2)
		format->unlooks = (uint16_t)next(in);
	if (flags & 4)
		format->text_case = (uint8_t)(next(in) % (PIECE_TITLE + 1));
	if (flags & 8) {
		format->prefix = make_affix(in);
		format->suffix = make_affix(in);
		format->delimiter = make_affix(in);
	}
	format->has_quotes = flags & 16;
	if (flags & 64) {
		format->display = (uint8_t)(next(in) % (RICH_INDENT + 1));
		format->strips_periods = next(in) & 1;
		format->has_dotted_i = next(in) & 1;
	}
}

/* Up to a NUL or the end. */
static struct piece *
make_text(struct input *in)
{
	const char *text = (const char *)in->data + in->at;
	size_t len = 0;

	while (in->at + len < in->size && text[len])
		len++;
	in->at += len;
	if (in->at < in->size)
		in->at++;
	return piece_new_text(&in->arena, text, len);
}

static struct piece *
make_piece(struct input *in, unsigned depth)
{
	unsigned kind = next(in);
	struct piece *p;

	in->count++;
	if (kind % 3 == 0 || depth > DEPTH_LIMIT) {
		p = make_text(in);
		p->is_verbatim = kind & 32;
		make_format(&p->format, in);
		return p;
	}
	p = piece_new_group(&in->arena);
	make_format(&p->format, in);
	for (unsigned i = kind % 8; i > 0 && in->count < COUNT_LIMIT; i--)
		piece_add(p, make_piece(in, depth + 1));
	return p;
}

static void
check_text(const char *text, size_t len)
{
	const char *end = text + len;

	REQUIRE(utf8_find_invalid(text, len) == len);
	while (text < end) {
		int32_t c;

		text += utf8_decode(&c, text, end);
		REQUIRE(!utf8_is_control(c) || c == '\n');
	}
}

static void
check_rich(const struct rich *r)
{
	uint32_t at = 0;
	struct str out;

	check_text(r->text.data, r->text.len);
	for (uint32_t i = 0; i < r->count; i++) {
		REQUIRE(r->runs[i].at == at);
		REQUIRE(r->runs[i].len > 0);
		REQUIRE(fuzz_text_is_boundary(r->text.data, r->text.len, at));
		at += r->runs[i].len;
	}
	REQUIRE(at == r->text.len);
	str_init(&out, 0);
	rich_add_html(&out, r);
	check_text(out.data, out.len);
	REQUIRE(!strstr(out.data, "<script"));
	str_reset(&out);
	rich_add_markdown(&out, r);
	check_text(out.data, out.len);
	str_clear(&out);
}

static const struct piece_locale locales[] = {
	{ "\u201C", "\u201D", "\u2018", "\u2019", true, "en-US" },
	{ "\u00AB\u00A0", "\u00A0\u00BB", "\u2039", "\u203A", false, "fr-FR" },
};

static void
check_tree(const uint8_t *data, size_t size)
{
	struct input in = { .data = data, .size = size };
	struct piece *p = make_piece(&in, 0);
	struct rich r;

	rich_init(&r);
	for (size_t i = 0; i < 2; i++) {
		rich_reset(&r);
		piece_flatten(&r, p, &locales[i], i == 0);
		/* A byte is at most a replacement character, or a mark. */
		REQUIRE(
		    r.text.len <= size * 4 + in.count * 5 * MARK_LIMIT_BYTES);
		check_rich(&r);
	}
	rich_clear(&r);
	arena_clear(&in.arena);
}

static void
check_verbatim(const struct str *text)
{
	struct arena arena = { 0 };
	struct piece *p = piece_new_text(&arena, text->data, text->len);
	struct piece *group = piece_new_group(&arena);
	struct str out;

	p->is_verbatim = true;
	piece_add(group, p);
	group->format.prefix = "<";
	group->format.suffix = ">";
	group->format.has_quotes = true;
	group->format.text_case = PIECE_TITLE;
	str_init(&out, 0);
	piece_add_plain(&out, group, &locales[0], true);
	if (text->len > 0) {
		REQUIRE(strncmp(out.data, "<\u201C", 4) == 0);
		REQUIRE(strncmp(out.data + 4, text->data, text->len) == 0);
		REQUIRE(strcmp(out.data + 4 + text->len, "\u201D>") == 0);
	}
	str_clear(&out);
	arena_clear(&arena);
}

static void
check_numeral(const struct str *text)
{
	struct str out;

	str_init(&out, 0);
	numeral_add(&out, text->data);
	for (int i = NUMERAL_PAGE_AS_IS; i <= NUMERAL_PAGE_CHICAGO_16; i++)
		numeral_add_pages(&out, text->data, (enum numeral_page_format)i,
		    "\u2013");
	numeral_add_first_page(&out, text->data);
	REQUIRE(utf8_find_invalid(out.data, out.len) == out.len);
	REQUIRE(out.len <= 8 * 24 * (text->len + 1));
	if (numeral_is_numeric(text->data))
		REQUIRE(strpbrk(text->data, "0123456789"));
	if (numeral_is_plural(text->data))
		REQUIRE(text->len > 2);
	str_clear(&out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text;

	check_tree(data, size);
	fuzz_text_make(&text, data, size);
	for (size_t i = 0; i < text.len; i++) {
		if (text.data[i] == '\t')
			text.data[i] = ' ';
	}
	check_verbatim(&text);
	check_numeral(&text);
	str_clear(&text);
	return 0;
}
