/* SPDX-License-Identifier: ISC */
#include "finder_core.h"

size_t
core_find_plain(const struct core *c, const char *text, size_t len, size_t at)
{
	const unsigned char *bytes = (const unsigned char *)text;
	size_t second = c->distance[c->count > 1 ? 1 : 0];
	const uint8_t *second_table = c->table[c->count > 1 ? 1 : 0];
	size_t third = c->distance[c->count - 1];
	const uint8_t *third_table = c->table[c->count - 1];

	for (size_t end = at + core_get_span(c); end <= len; end++, at++) {
		if (c->table[0][bytes[at]] & second_table[bytes[at + second]] &
		    third_table[bytes[at + third]])
			return at;
	}
	return CORE_NONE;
}

#if !defined(__x86_64__) && !defined(__i386__)
bool
core_has_ssse3(void)
{
	return false;
}

bool
core_has_avx2(void)
{
	return false;
}

size_t
core_find_with_ssse3(const struct core *c, const char *text, size_t len,
    size_t at)
{
	return core_find_plain(c, text, len, at);
}

size_t
core_find_with_avx2(const struct core *c, const char *text, size_t len,
    size_t at)
{
	return core_find_plain(c, text, len, at);
}
#endif
