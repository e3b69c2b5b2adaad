/* SPDX-License-Identifier: ISC */
#include "base/utf8.h"

/* Reads a number of the map; false at its end, or where it is too large. */
static bool
take_number(size_t *out, const char *map, size_t len, size_t *at)
{
	size_t value = 0;

	for (unsigned shift = 0; *at < len && shift < 28; shift += 7) {
		unsigned char byte = (unsigned char)map[(*at)++];

		value |= (size_t)(byte & 0x7F) << shift;
		if (byte < 0x80) {
			*out = value;
			return true;
		}
	}
	return false;
}

bool
utf8_is_fold_map(const char *map, size_t map_len, size_t folded_len, size_t len)
{
	size_t next = 0;

	while (next < map_len) {
		size_t equal, folded, original;

		if (!take_number(&equal, map, map_len, &next) ||
		    !take_number(&folded, map, map_len, &next) ||
		    !take_number(&original, map, map_len, &next) ||
		    equal + folded > folded_len || equal + original > len)
			return false;
		folded_len -= equal + folded;
		len -= equal + original;
	}
	return map_len > 0 && folded_len == len;
}

size_t
utf8_unfold(const char *map, size_t map_len, size_t at, bool is_end)
{
	size_t next = 0, behind = 0, original_behind = 0;
	size_t equal, folded, original;

	/* behind: the last triple, in the folded text and in the original. */
	while (take_number(&equal, map, map_len, &next) &&
	    take_number(&folded, map, map_len, &next) &&
	    take_number(&original, map, map_len, &next)) {
		if (at - behind < equal)
			break;
		behind += equal;
		original_behind += equal;
		if (at - behind < folded) {
			if (at == behind || !is_end)
				return original_behind;
			return original_behind + original;
		}
		behind += folded;
		original_behind += original;
	}
	return original_behind + (at - behind);
}
