/* SPDX-License-Identifier: ISC */
#include "clipboard.h"

#include <stdint.h>
#include <string.h>

static const char begin[] = "\x1B]52;c;";
static const char end[] = "\a";

bool
clipboard_has_room(size_t len)
{
	return len <= CLIPBOARD_LIMIT_BYTES / 4 * 3;
}

/* Source: RFC 4648, section 4. */
static void
add_base64(struct str *out, const char *text, size_t len)
{
	static const char digits[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t i = 0; i < len; i += 3) {
		size_t left = len - i;
		uint32_t three = (uint32_t)(unsigned char)text[i] << 16;
		char four[4];

		if (left > 1)
			three |= (uint32_t)(unsigned char)text[i + 1] << 8;
		if (left > 2)
			three |= (unsigned char)text[i + 2];
		for (int j = 0; j < 4; j++)
			four[j] = digits[three >> (18 - 6 * j) & 63];
		if (left < 3)
			four[3] = '=';
		if (left < 2)
			four[2] = '=';
		str_add(out, four, sizeof four);
	}
}

/* What tmux hands on has its escapes doubled. */
static void
add_for_tmux(struct str *out, const struct str *code)
{
	str_add_text(out, "\x1BPtmux;\x1B");
	str_add(out, code->data, code->len);
	str_add_text(out, "\x1B\\");
}

/* Its strings are short, and come out joined. */
static void
add_for_screen(struct str *out, const struct str *code)
{
	enum { AT_ONCE = 250 };

	for (size_t at = 0; at < code->len; at += AT_ONCE) {
		size_t len = code->len - at;

		str_add_text(out, "\x1BP");
		str_add(out, code->data + at, len < AT_ONCE ? len : AT_ONCE);
		str_add_text(out, "\x1B\\");
	}
}

void
clipboard_add(struct str *out, enum clipboard_way way, const char *text,
    size_t len)
{
	struct str code;

	if (way == CLIPBOARD_NONE)
		return;
	str_init(&code, 0);
	str_add_text(&code, begin);
	add_base64(&code, text, len);
	str_add_text(&code, end);
	if (way != CLIPBOARD_SCREEN)
		str_add(out, code.data, code.len);
	if (way == CLIPBOARD_TMUX)
		add_for_tmux(out, &code);
	/* What is not for it tmux and terminals pass over. */
	if (way == CLIPBOARD_SCREEN || way == CLIPBOARD_FAR)
		add_for_screen(out, &code);
	str_clear(&code);
}
