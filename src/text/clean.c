/* SPDX-License-Identifier: ISC */
#include "text/clean.h"

#include <stdint.h>
#include <string.h>

#include <utf8proc.h>

#include "base/utf8.h"
#include "transliterate.h"

enum { MARKS_IN_A_CLUSTER = 4 };

/* Bytes of printable ASCII at the beginning. */
static size_t
count_printable(const char *text, size_t len)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	const uint64_t high = UINT64_C(0x8080808080808080);
	size_t i = 0;

	while (i + 8 <= len) {
		uint64_t eight, deleted;

		memcpy(&eight, text + i, 8);
		deleted = eight ^ (ones * 0x7F);
		/* A byte below a space, DEL or not ASCII sets its high bit. */
		if (((eight - ones * 0x20) | (deleted - ones) | eight) & high)
			break;
		i += 8;
	}
	while (i < len && text[i] >= 0x20 && text[i] < 0x7F)
		i++;
	return i;
}

bool
clean_is_plain(const char *text, size_t len)
{
	return count_printable(text, len) == len;
}

static bool
is_bidi_control(int32_t c)
{
	return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static bool
is_mark(int32_t c)
{
	utf8proc_category_t category;

	if (c < 0x300)
		return false;
	category = utf8proc_category(c);
	return category == UTF8PROC_CATEGORY_MN ||
	    category == UTF8PROC_CATEGORY_ME;
}

/* Joiners shape letters and emoji; alone or in rows they only hide. */
static bool
is_joiner(int32_t c)
{
	return c == 0x200C || c == 0x200D;
}

static void
add_visible(struct str *out, int32_t c)
{
	str_add_format(out, "<U+%04X>", (unsigned)c);
}

/* One character that is not printable ASCII; marks counts those before. */
static void
add_character(struct str *out, const char *bytes, size_t len, int32_t c,
    unsigned flags, unsigned *marks)
{
	bool is_of_cluster = is_mark(c) || is_joiner(c);

	*marks = is_of_cluster ? *marks + 1 : 0;
	if ((c == '\t' || c == '\n') && !(flags & CLEAN_VISIBLE))
		str_add_char(out, flags & CLEAN_ONE_LINE ? ' ' : (char)c);
	else if (utf8_is_control(c))
		add_visible(out, c);
	else if (c == 0xFFFD)
		str_add_text(out, "\xEF\xBF\xBD");
	else if (!(flags & (CLEAN_TERMINAL | CLEAN_ASCII)))
		str_add(out, bytes, len);
	else if (is_bidi_control(c))
		add_visible(out, c);
	else if (!utf8_is_invisible(c) && *marks <= MARKS_IN_A_CLUSTER)
		str_add(out, bytes, len);
	else if (flags & CLEAN_VISIBLE)
		add_visible(out, c);
}

static void
add_cleaned(struct str *out, const char *text, size_t len, unsigned flags)
{
	const char *end = text + len;
	unsigned marks = 0;

	while (text < end) {
		size_t plain = count_printable(text, (size_t)(end - text));
		int32_t c;

		if (plain) {
			str_add(out, text, plain);
			text += plain;
			marks = 0;
			continue;
		}
		plain = utf8_decode(&c, text, end);
		add_character(out, text, plain, c, flags, &marks);
		text += plain;
	}
}

void
clean_add(struct str *out, const char *text, size_t len, unsigned flags)
{
	struct str cleaned;

	if (!(flags & CLEAN_ASCII) || clean_is_plain(text, len)) {
		add_cleaned(out, text, len, flags);
		return;
	}
	str_init(&cleaned, 0);
	add_cleaned(&cleaned, text, len, flags);
	transliterate_add(out, cleaned.data, cleaned.len);
	str_clear(&cleaned);
}
