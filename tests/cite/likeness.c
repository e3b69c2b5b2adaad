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

/* HTML without the elements that say where a part is displayed. */
static void
add_html(struct str *out, const struct rich *text)
{
	const char *at;
	struct str html;

	str_init(&html, 0);
	rich_add_html(&html, text);
	at = html.data != NULL ? html.data : "";
	while (*at != '\0') {
		bool is_tag = strncmp(at, "<div", 4) == 0 ||
		    strncmp(at, "</div>", 6) == 0;

		if (!is_tag) {
			str_add_char(out, *at++);
			continue;
		}
		str_add_char(out, ' ');
		at += strcspn(at, ">");
		at += *at == '>';
	}
	str_clear(&html);
}

void
likeness_add_text(struct str *out, const struct rich *text, bool is_html)
{
	if (is_html) {
		add_html(out, text);
		return;
	}
	for (uint32_t i = 0; i < text->count; i++) {
		const struct rich_run *run = &text->runs[i];

		if (i > 0 &&
		    (run[-1].display != run->display ||
			run[-1].display_number != run->display_number))
			str_add_char(out, ' ');
		str_add(out, text->text.data + run->at, run->len);
	}
}
