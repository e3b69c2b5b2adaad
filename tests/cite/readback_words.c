/* SPDX-License-Identifier: ISC */
#include "readback.h"

#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

void
readback_init(struct readback *r, const char *id)
{
	r->id = mem_copy_text(id);
	for (int i = 0; i < READBACK_FIELDS; i++)
		str_init(&r->words[i], 0);
}

static bool
is_of_word(int32_t c)
{
	if (c < 0x80)
		return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
	return !(c >= 0x2000 && c <= 0x206F) && !(c >= 0x80 && c <= 0xBF);
}

/* "05" and "5" are one number. */
static void
end_word(struct str *words, size_t start)
{
	size_t zeros = 0;

	if (words->len == start)
		return;
	while (
	    start + zeros + 1 < words->len && words->data[start + zeros] == '0')
		zeros++;
	memmove(words->data + start, words->data + start + zeros,
	    words->len - start - zeros + 1);
	words->len -= zeros;
	str_add_char(words, '\n');
}

static const char *
skip_tag(const char *p)
{
	const char *end = *p == '<' ? strchr(p, '>') : NULL;

	return end && p[1] && strchr("/ibs", p[1]) ? end + 1 : p;
}

void
readback_add_words(struct readback *r, enum readback_field field,
    const char *text)
{
	struct str *words = &r->words[field];
	struct str bare, folded;
	size_t start = words->len;
	const char *p = text, *end;

	str_init(&bare, 0);
	str_init(&folded, 0);
	while (*p) {
		const char *after = skip_tag(p);

		if (after == p)
			str_add_char(&bare, *after++);
		p = after;
	}
	utf8_add_casefold(&folded, bare.data, bare.len);
	p = folded.data;
	end = p + folded.len;
	while (p < end) {
		int32_t c;
		size_t len = utf8_decode(&c, p, end);

		if (is_of_word(c)) {
			str_add(words, p, len);
		} else {
			end_word(words, start);
			start = words->len;
		}
		p += len;
	}
	end_word(words, start);
	str_clear(&bare);
	str_clear(&folded);
}
