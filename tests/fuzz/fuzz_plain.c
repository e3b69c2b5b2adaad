/* SPDX-License-Identifier: ISC */

/*
 * Any bytes as text: what the filter lets through is well-formed, holds no
 * control character, and passes it again unchanged; its lines fit and lose
 * nothing; and a page made of it, whatever its marks, fits too.
 */
#include "fuzz.h"

#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "text/clean.h"
#include "text/plain.h"
#include "text/wrap.h"

enum { LONGEST_BYTES = 8192 };

static void
check_characters(const struct str *s, unsigned flags)
{
	const char *p = s->data, *end = p + s->len;

	REQUIRE(utf8_find_invalid(s->data, s->len) == s->len);
	while (p < end) {
		int32_t c;

		p += utf8_decode(&c, p, end);
		REQUIRE(!utf8_is_control(c) || c == '\t' || c == '\n');
		REQUIRE(!(flags & CLEAN_ASCII) || c < 0x80);
		REQUIRE(!(flags & CLEAN_TERMINAL) || !utf8_is_invisible(c));
		REQUIRE(!(flags & CLEAN_ONE_LINE) || c >= 0x20);
	}
}

static void
check_filter(struct str *clean, const char *text, size_t len, unsigned flags)
{
	struct str again;

	clean_add(clean, text, len, flags);
	check_characters(clean, flags);
	str_init(&again, 0);
	clean_add(&again, clean->data, clean->len, flags);
	REQUIRE(again.len == clean->len);
	REQUIRE(memcmp(again.data, clean->data, clean->len) == 0);
	str_clear(&again);
}

static void
check_gap(const char *text, size_t from, size_t to)
{
	for (; from < to; from++)
		REQUIRE(strchr(" \t\n", text[from]));
}

static void
check_lines(const struct str *s, size_t width_cols)
{
	struct wrap_line line;
	size_t at = 0, before = 0;

	while (wrap_next_line(&line, &at, s->data, s->len, width_cols)) {
		REQUIRE(at <= s->len && line.at >= before);
		check_gap(s->data, before, line.at);
		before = line.at + line.len;
		REQUIRE(before <= at);
		REQUIRE(line.width_cols ==
		    utf8_width_cols(s->data + line.at, line.len));
		REQUIRE(line.width_cols <= width_cols || width_cols < 2);
	}
	check_gap(s->data, before, s->len);
}

static void
check_line(void *context, enum plain_role role, const char *text, size_t len)
{
	const struct plain_writer *w = context;

	(void)role;
	REQUIRE(!memchr(text, '\n', len));
	REQUIRE(utf8_width_cols(text, len) <= w->width_cols);
}

static void
check_page(const struct str *s, uint8_t kind, size_t width_cols)
{
	struct citation citation = { .number = 12 };
	struct span mark = { .at = (uint32_t)s->len, .kind = SPAN_CITATION };
	struct passage p = { .kind = (enum passage_kind)(1 + kind % 12),
		.level = kind % 5,
		.ordinal = kind % 3,
		.text = s->data,
		.len = (uint32_t)s->len,
		.spans = &mark,
		.span_count = 1 };
	struct page page = { .passages = &p,
		.passage_count = 1,
		.citations = &citation,
		.citation_count = 1 };
	struct plain_writer w = { .line = check_line,
		.width_cols = width_cols };

	w.context = &w;
	plain_write_page(&w, &page);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str clean;

	if (size < 3 || size > LONGEST_BYTES)
		return 0;
	str_init(&clean, 0);
	check_filter(&clean, (const char *)data + 3, size - 3, data[0] % 8);
	check_lines(&clean, data[1] % 100 + 1);
	check_page(&clean, data[2], data[1] % 80 + 20);
	str_clear(&clean);
	return 0;
}
