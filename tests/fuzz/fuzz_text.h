/* SPDX-License-Identifier: ISC */
#ifndef IBID_FUZZ_TEXT_H
#define IBID_FUZZ_TEXT_H

#include "fuzz.h"

#include "base/str.h"
#include "base/utf8.h"

/*
 * Any bytes as the text that the compiler lets through: well-formed, without
 * control characters but tab and line feed.  The caller's (str_clear()).
 */
static inline void
fuzz_text_make(struct str *out, const uint8_t *data, size_t size)
{
	const char *p = (const char *)data;
	const char *end = p + size;

	str_init(out, 0);
	while (p < end) {
		int32_t c;
		size_t len = utf8_decode(&c, p, end);

		if (!utf8_is_control(c) || c == '\t' || c == '\n')
			str_add_code_point(out, c);
		p += len;
	}
}

/* Whether a byte begins a character. */
static inline int
fuzz_text_is_boundary(const char *text, size_t len, size_t at)
{
	return at == len || (at < len && ((uint8_t)text[at] & 0xC0) != 0x80);
}

#endif
