/* SPDX-License-Identifier: ISC */

/*
 * A byte of options, a pattern up to the first zero, and a text: what is
 * found stands in the text, in order, at the borders of characters, and is
 * found again by looking for the first alone; what is literal is found as it
 * was typed.
 */
#include "fuzz.h"

#include <string.h>

#include "base/utf8.h"
#include "search/pattern.h"

enum { RANGES = 64, TEXT_LIMIT = 2048 };

static bool
is_border(const char *text, size_t len, size_t at)
{
	return at == len || ((unsigned char)text[at] & 0xC0) != 0x80;
}

static void
check_ranges(const struct pattern_range *ranges, size_t count, const char *text,
    size_t len)
{
	for (size_t i = 0; i < count; i++) {
		REQUIRE(ranges[i].from <= ranges[i].to);
		REQUIRE(ranges[i].to <= len);
		REQUIRE(is_border(text, len, ranges[i].from));
		REQUIRE(is_border(text, len, ranges[i].to));
		REQUIRE(i == 0 || ranges[i - 1].to <= ranges[i].from);
	}
}

static void
check_literal(const struct pattern_options *options, const char *pattern,
    size_t pattern_len, const char *text, const struct pattern_range *ranges,
    size_t count)
{
	if (!options->is_literal || options->letters != PATTERN_CASEFUL)
		return;
	for (size_t i = 0; i < count; i++) {
		REQUIRE(ranges[i].to - ranges[i].from == pattern_len);
		REQUIRE(
		    memcmp(text + ranges[i].from, pattern, pattern_len) == 0);
	}
}

static void
check_text(struct pattern *p, const struct pattern_options *options,
    const char *pattern, size_t pattern_len, const char *text, size_t len)
{
	struct pattern_range ranges[RANGES], first;
	bool is_whole;
	size_t count = pattern_find_all(p, text, len, ranges, RANGES,
	    &is_whole);
	enum pattern_answer answer = pattern_find(p, text, len, 0, &first);

	check_ranges(ranges, count, text, len);
	check_literal(options, pattern, pattern_len, text, ranges, count);
	if (count > 0) {
		REQUIRE(answer == PATTERN_FOUND);
		REQUIRE(first.from == ranges[0].from);
		REQUIRE(first.to == ranges[0].to);
	} else if (is_whole) {
		REQUIRE(answer == PATTERN_NOT_FOUND);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *bytes = (const char *)data;
	struct pattern_options options;
	const char *zero, *text;
	struct pattern *p;
	struct error err;
	size_t at, pattern_len, len;

	if (size < 2 || !(zero = memchr(bytes + 1, '\0', size - 1)))
		return 0;
	options = (struct pattern_options){ .letters = data[0] % 3,
		.is_literal = data[0] & 4,
		.is_word = data[0] & 8,
		.is_exact = data[0] & 16 };
	pattern_len = (size_t)(zero - bytes) - 1;
	text = zero + 1;
	len = size - pattern_len - 2;
	if (len > TEXT_LIMIT || utf8_find_invalid(text, len) < len)
		return 0;
	if (pattern_new(&p, bytes + 1, pattern_len, &options, &at, &err)) {
		REQUIRE(at <= pattern_len || at == PATTERN_LIMIT_BYTES);
		REQUIRE(err.message[0] != '\0');
		return 0;
	}
	check_text(p, &options, bytes + 1, pattern_len, text, len);
	pattern_free(p);
	return 0;
}
