/* SPDX-License-Identifier: ISC */

/*
 * Any text, "^" for a citation mark, in every language: sentences stand in
 * order, hold all but white space, and have none at their ends;
 * abbreviations only join what the rules divide; a mark behind a full stop
 * ends a sentence.
 */
#include "fuzz_text.h"

#include <string.h>

#include "base/mem.h"
#include "text/sentence.h"

struct input {
	struct str text;
	uint32_t *marks;
	size_t mark_count;
};

static void
read_input(struct input *in, const uint8_t *data, size_t size)
{
	struct str raw;

	fuzz_text_make(&raw, data, size);
	str_init(&in->text, 0);
	in->marks = mem_alloc_array(raw.len + 1, sizeof *in->marks);
	in->mark_count = 0;
	for (size_t i = 0; i < raw.len; i++) {
		if (raw.data[i] == '^')
			in->marks[in->mark_count++] = (uint32_t)in->text.len;
		else
			str_add_char(&in->text, raw.data[i]);
	}
	str_clear(&raw);
}

/* Unicode's White_Space. */
static int
is_white(int32_t c)
{
	return (c >= 9 && c <= 13) || c == ' ' || c == 0x85 || c == 0xA0 ||
	    c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
	    c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

static void
check_white(const struct str *text, size_t from, size_t to)
{
	while (from < to) {
		int32_t c;

		from += utf8_decode(&c, text->data + from, text->data + to);
		REQUIRE(is_white(c));
	}
}

static void
check_ends(const struct str *text, struct sentence_range range)
{
	const char *end = text->data + range.at + range.len;
	size_t last = range.len;
	int32_t c;

	REQUIRE(range.len > 0);
	REQUIRE(fuzz_text_is_boundary(text->data, text->len, range.at));
	REQUIRE(
	    fuzz_text_is_boundary(text->data, text->len, range.at + range.len));
	utf8_decode(&c, text->data + range.at, end);
	REQUIRE(!is_white(c));
	do
		last--;
	while (!fuzz_text_is_boundary(text->data + range.at, range.len, last));
	utf8_decode(&c, text->data + range.at + last, end);
	REQUIRE(!is_white(c));
}

static void
check_ranges(const struct str *text, const struct sentence_range *ranges,
    size_t count)
{
	size_t end = 0;

	for (size_t i = 0; i < count; i++) {
		REQUIRE(ranges[i].at >= end);
		REQUIRE(ranges[i].len <= text->len - ranges[i].at);
		check_white(text, end, ranges[i].at);
		check_ends(text, ranges[i]);
		end = ranges[i].at + ranges[i].len;
	}
	check_white(text, end, text->len);
}

static int
begins_at(const struct sentence_range *ranges, size_t count, size_t at)
{
	for (size_t i = 0; i < count; i++) {
		if (ranges[i].at == at)
			return 1;
	}
	return 0;
}

static void
check_marks(const struct input *in, const struct sentence_range *ranges,
    size_t count)
{
	const char *text = in->text.data;

	for (size_t i = 0; i < in->mark_count && in->mark_count < 100; i++) {
		size_t at = in->marks[i];

		if (at > 0 && at + 1 < in->text.len && text[at - 1] == '.' &&
		    text[at] == ' ' && text[at + 1] >= 'A' &&
		    text[at + 1] <= 'Z')
			REQUIRE(begins_at(ranges, count, at + 1));
	}
}

static void
check_language(const struct input *in, const char *language)
{
	struct sentence_range *by_rule, *ranges;
	size_t rule_count, count;

	rule_count = sentence_split(&by_rule, in->text.data, in->text.len, NULL,
	    0, NULL);
	count = sentence_split(&ranges, in->text.data, in->text.len, NULL, 0,
	    language);
	check_ranges(&in->text, ranges, count);
	/* French takes a guillemet from the sentence behind it. */
	if (strcmp(language, "fr") == 0 && strstr(in->text.data, "\u00BB"))
		count = 0;
	for (size_t i = 0, j = 0; i < count; i++, j++) {
		while (j < rule_count && by_rule[j].at < ranges[i].at)
			j++;
		REQUIRE(j < rule_count && by_rule[j].at == ranges[i].at);
	}
	free(by_rule);
	free(ranges);
	count = sentence_split(&ranges, in->text.data, in->text.len, in->marks,
	    in->mark_count, language);
	check_ranges(&in->text, ranges, count);
	check_marks(in, ranges, count);
	free(ranges);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const languages[] = { "en-GB", "de", "fr", "es-MX",
		"ko" };
	struct input in;

	read_input(&in, data, size);
	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
		check_language(&in, languages[i]);
	free(in.marks);
	str_clear(&in.text);
	return 0;
}
