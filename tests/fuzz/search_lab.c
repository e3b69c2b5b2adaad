/* SPDX-License-Identifier: ISC */
#include "search_lab.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "search/pattern.h"
#include "search/pattern_private.h"
#include "search/plan.h"
#include "search/plan_private.h"
#include "search_maker.h"

enum { SUBJECTS = 12, RANGES = 16, BLOCK_BYTES = 300 };

struct lab {
	struct lab_counts *counts;
	const struct str *text; /* of the pattern */
	struct pattern *pattern;
	struct pattern *slow; /* without machine code */
	const struct plan *plan;
	struct finder *finder; /* NULL: none */
};

static void
print_bytes(const char *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		unsigned char b = (unsigned char)bytes[i];

		if (b >= ' ' && b < 0x7F && b != '\\')
			fputc(b, stderr);
		else
			fprintf(stderr, "\\x%02X", b);
	}
}

static void
fault(struct lab *l, const char *what, const char *text, size_t len)
{
	l->counts->faults++;
	fprintf(stderr, "%s: pattern \"", what);
	print_bytes(l->text->data, l->text->len);
	fprintf(stderr, "\" subject \"");
	print_bytes(text, len);
	fprintf(stderr, "\"\n");
}

static bool
is_decided(enum pattern_answer answer)
{
	return answer != PATTERN_TOO_HARD && answer != PATTERN_PAUSED;
}

static bool
is_found(enum pattern_answer answer)
{
	return answer == PATTERN_FOUND || answer == PATTERN_FOUND_SOMEWHERE;
}

/* Another way to the answer must not contradict. */
static void
compare(struct lab *l, const char *what, enum pattern_answer answer,
    enum pattern_answer other, const char *text, size_t len)
{
	if (is_decided(answer) && is_decided(other) &&
	    is_found(answer) != is_found(other))
		fault(l, what, text, len);
}

/* The finder says the same on both its ways, wherever it begins. */
static bool
find_both_ways(struct lab *l, const char *text, size_t len, size_t at)
{
	struct found fast = { 0, 0 }, plain = { 0, 0 };
	bool is_fast_found, is_plain_found;

	finder_set_fast(l->finder, false);
	is_plain_found = finder_find(&plain, l->finder, text, len, at);
	finder_set_fast(l->finder, true);
	is_fast_found = finder_find(&fast, l->finder, text, len, at);
	if (is_fast_found != is_plain_found || fast.at != plain.at ||
	    fast.len != plain.len)
		fault(l, "fast and plain finder differ", text, len);
	return is_fast_found;
}

static void
try_finder(struct lab *l, enum pattern_answer answer, const char *text,
    size_t len)
{
	bool is_there = find_both_ways(l, text, len, 0);

	l->counts->asked++;
	l->counts->let_pass += is_there;
	if (is_found(answer) && !is_there)
		fault(l, "found, and passed over", text, len);
	if (l->plan->is_whole && answer == PATTERN_NOT_FOUND && is_there)
		fault(l, "not found, and called whole", text, len);
}

/* The same in a long block, where many bytes are looked at at once. */
static void
try_block(struct lab *l, const char *text, size_t len, struct chooser *c)
{
	struct str block;
	unsigned before = chooser_take(c, 100);

	str_init(&block, 0);
	str_add_repeated(&block, 'e', before);
	str_add(&block, text, len);
	while (block.len < BLOCK_BYTES)
		str_add(&block, "e \xCA", 3);
	str_add(&block, text, len);
	find_both_ways(l, block.data, block.len, 0);
	find_both_ways(l, block.data, block.len, before + len / 2);
	str_clear(&block);
}

/* All matches, both ways. */
static void
try_all(struct lab *l, const char *text, size_t len)
{
	struct pattern_range fast[RANGES], slow[RANGES];
	bool is_fast_whole, is_slow_whole;
	size_t count = pattern_find_all(l->pattern, text, len, fast, RANGES,
	    &is_fast_whole);
	size_t slow_count = pattern_find_all(l->slow, text, len, slow, RANGES,
	    &is_slow_whole);

	if (is_fast_whole && is_slow_whole &&
	    (count != slow_count ||
		memcmp(fast, slow, count * sizeof *fast) != 0))
		fault(l, "all ranges differ", text, len);
}

static void
try_subject(struct lab *l, const char *text, size_t len)
{
	struct pattern_range range, slow_range;
	struct pattern_effort effort = { 0 };
	enum pattern_answer answer = pattern_find(l->pattern, text, len, 0,
	    &range);
	enum pattern_answer other;

	l->counts->subjects++;
	l->counts->matching += is_found(answer);
	l->counts->undecided += !is_decided(answer);
	if (l->finder)
		try_finder(l, answer, text, len);
	other = pattern_find_hard(l->pattern, text, len, &effort, 0);
	compare(l, "the other matcher differs", answer, other, text, len);
	other = pattern_find(l->slow, text, len, 0, &slow_range);
	compare(l, "machine code differs", answer, other, text, len);
	if (answer == PATTERN_FOUND && other == PATTERN_FOUND &&
	    (range.from != slow_range.from || range.to != slow_range.to))
		fault(l, "ranges differ", text, len);
	try_all(l, text, len);
}

static bool
begin(struct lab *l, struct lab_counts *counts, const struct str *text,
    const struct pattern_options *options)
{
	struct error err;
	size_t at;

	*l = (struct lab){ .counts = counts, .text = text };
	counts->patterns++;
	if (pattern_new(&l->pattern, text->data, text->len, options, &at, &err))
		return false;
	counts->compiled++;
	if (!pattern_new(&l->slow, text->data, text->len, options, &at, &err))
		pattern_set_slow(l->slow);
	l->plan = pattern_get_any_plan(l->pattern);
	l->finder = finder_new(l->plan);
	counts->with_literals += l->plan->kind == PLAN_LITERALS;
	counts->with_bytes += l->plan->kind == PLAN_BYTES;
	counts->whole += l->plan->is_whole;
	return true;
}

static void
end(struct lab *l)
{
	finder_free(l->finder);
	pattern_free(l->slow);
	pattern_free(l->pattern);
}

static struct pattern_options
get_options(unsigned byte)
{
	return (struct pattern_options){ .letters = byte % 3,
		.is_literal = (byte & 0x1C) == 0x1C,
		.is_word = (byte & 0xE0) == 0xE0 };
}

static void
try_subjects(struct lab *l, const struct str *sample, struct chooser *c)
{
	struct str subject;

	str_init(&subject, 0);
	for (unsigned i = 0; i < SUBJECTS; i++) {
		make_subject(&subject, l->text, sample, c);
		try_subject(l, subject.data, subject.len);
		if (l->finder)
			try_block(l, subject.data, subject.len, c);
	}
	str_clear(&subject);
}

void
lab_try_choices(struct lab_counts *counts, const uint8_t *data, size_t size)
{
	struct chooser c = { data, size };
	struct pattern_options options = get_options(chooser_take(&c, 256));
	struct str pattern, sample;
	struct lab l;

	str_init(&pattern, 0);
	str_init(&sample, 0);
	make_pattern(&pattern, &sample, &c);
	if (begin(&l, counts, &pattern, &options)) {
		try_subjects(&l, &sample, &c);
		end(&l);
	}
	str_clear(&sample);
	str_clear(&pattern);
}

void
lab_try_text(struct lab_counts *counts, const uint8_t *data, size_t size)
{
	const char *bytes = (const char *)data;
	const char *zero = size < 2 ? NULL : memchr(bytes + 1, '\0', size - 1);
	struct pattern_options options;
	struct str pattern;
	struct lab l;
	size_t len;

	if (!zero)
		return;
	options = get_options(data[0]);
	len = size - (size_t)(zero - bytes) - 1;
	if (utf8_find_invalid(zero + 1, len) < len)
		return;
	str_init(&pattern, 0);
	str_add(&pattern, bytes + 1, (size_t)(zero - bytes) - 1);
	if (begin(&l, counts, &pattern, &options)) {
		try_subject(&l, zero + 1, len);
		end(&l);
	}
	str_clear(&pattern);
}
