/* SPDX-License-Identifier: ISC */
#include "likeness.h"

#include <string.h>

#include "base/utf8.h"

static bool
is_space(int32_t c)
{
	return c <= ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) ||
	    c == 0x202F || c == 0x3000;
}

static int32_t
straighten(int32_t c)
{
	if (c == 0x2018 || c == 0x2019)
		return '\'';
	if (c == 0x201C || c == 0x201D)
		return '"';
	return c;
}

void
likeness_add(struct str *out, const char *text)
{
	struct str nfc;
	const char *at, *end;
	bool has_space = false;
	size_t start = out->len;

	str_init(&nfc, 0);
	utf8_add_nfc(&nfc, text, strlen(text));
	at = nfc.data != NULL ? nfc.data : "";
	end = at + nfc.len;
	while (at < end) {
		int32_t c;

		at += utf8_decode(&c, at, end);
		if (is_space(c)) {
			has_space = true;
			continue;
		}
		if (has_space && out->len > start)
			str_add_char(out, ' ');
		has_space = false;
		str_add_code_point(out, straighten(c));
	}
	str_clear(&nfc);
}

bool
likeness_is_equal(const char *a, const char *b)
{
	struct str x, y;
	bool is_equal;

	str_init(&x, 0);
	str_init(&y, 0);
	likeness_add(&x, a);
	likeness_add(&y, b);
	is_equal = x.len == y.len &&
	    (x.len == 0 || memcmp(x.data, y.data, x.len) == 0);
	str_clear(&x);
	str_clear(&y);
	return is_equal;
}

/* The runs from at that are displayed together; where they end. */
static uint32_t
take_together(struct rich *out, const struct rich *text, uint32_t at)
{
	const struct rich_run *first = &text->runs[at];

	rich_reset(out);
	for (; at < text->count; at++) {
		const struct rich_run *run = &text->runs[at];

		if (run->display != first->display ||
		    run->display_number != first->display_number)
			break;
		rich_add_run(out,
		    &(struct rich_run){ .looks = run->looks,
			.nest = run->nest },
		    text->text.data + run->at, run->len);
	}
	return at;
}

void
likeness_add_text(struct str *out, const struct rich *text, bool is_html)
{
	struct rich part;
	uint32_t at = 0;

	rich_init(&part);
	while (at < text->count) {
		if (at > 0)
			str_add_char(out, ' ');
		at = take_together(&part, text, at);
		if (is_html)
			rich_add_html(out, &part);
		else
			str_add(out, part.text.data, part.text.len);
	}
	rich_clear(&part);
}
