/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "search/scan_private.h"
#include "texts.h"

enum { HITS = 10000 };

struct files {
	char *path[2]; /* made, bundled */
	struct collection *c[2];
};

static struct files files;

static int
open_files(void **state)
{
	struct error err;

	(void)state;
	files.path[0] = texts_make_file();
	files.path[1] = texts_get_bundled();
	for (int i = 0; i < 2; i++) {
		if (collection_open(&files.c[i], files.path[i], &err))
			fail_msg("%s", err.message);
	}
	return 0;
}

static int
close_files(void **state)
{
	(void)state;
	collection_close(files.c[0]);
	collection_close(files.c[1]);
	texts_remove(files.path[0]);
	free(files.path[1]);
	return 0;
}

static void
expect_ok(enum status status, const struct error *err)
{
	if (status != STATUS_OK)
		fail_msg("%s", err->message);
}

static struct scan *
begin(struct collection *c, struct pattern *p,
    const struct scan_options *options)
{
	struct scan *s;
	struct error err;

	expect_ok(scan_new(&s, c, p, options, &err), &err);
	return s;
}

/* What is found, in order; the pauses on the way are counted. */
static size_t
list(int64_t hits[HITS], struct scan *s, int64_t until_us, size_t *pauses)
{
	enum scan_answer answer;
	struct scan_hit hit;
	struct error err;
	size_t count = 0;

	*pauses = 0;
	for (;;) {
		expect_ok(scan_next(&answer, &hit, s, until_us, &err), &err);
		if (answer == SCAN_DONE)
			return count;
		*pauses += answer == SCAN_PAUSED;
		if (answer == SCAN_PAUSED)
			continue;
		assert_true(count < HITS);
		hits[count++] = hit.passage;
	}
}

static void
expect_hits(const char *what, const int64_t *hits, size_t count,
    const struct texts_hits *expected)
{
	for (size_t i = 0; i < count && i < expected->count; i++) {
		if (hits[i] != expected->passages[i])
			fail_msg("%s: %lld, not %lld", what, (long long)hits[i],
			    (long long)expected->passages[i]);
	}
	if (count != expected->count)
		fail_msg("%s: %zu hits, not %zu", what, count, expected->count);
}

static void
expect_scan(int file, const char *pattern, int64_t until_us)
{
	static const struct scan_options all;
	struct texts_hits expected = texts_find(files.path[file], pattern);
	struct pattern *p = texts_compile(pattern);
	struct scan *s = begin(files.c[file], p, &all);
	static int64_t hits[HITS];
	size_t pauses, count = list(hits, s, until_us, &pauses);
	uint64_t done, whole;

	expect_hits(pattern, hits, count, &expected);
	if (until_us == 0)
		assert_int_equal(pauses, 0);
	else
		assert_true(pauses >= scan_get_work(s).verified / 64);
	scan_get_progress(s, &done, &whole);
	assert_int_equal(done, whole);
	assert_true(done > 0);
	scan_free(s);
	pattern_free(p);
	texts_clear(&expected);
}

static void
a_scan_finds_what_pcre2_finds_in_each_passage(void **state)
{
	(void)state;
	for (int file = 0; file < 2; file++) {
		for (size_t i = 0; texts_patterns[i]; i++)
			expect_scan(file, texts_patterns[i], 0);
	}
}

static void
a_scan_that_pauses_always_finds_the_same(void **state)
{
	(void)state;
	for (int file = 0; file < 2; file++) {
		for (size_t i = 0; texts_patterns[i]; i++)
			expect_scan(file, texts_patterns[i], 1);
	}
}

static void
a_count_is_the_number_of_hits(void **state)
{
	static const struct scan_options all;

	(void)state;
	for (size_t i = 0; texts_patterns[i]; i++) {
		struct texts_hits expected = texts_find(files.path[0],
		    texts_patterns[i]);
		struct pattern *p = texts_compile(texts_patterns[i]);

		for (int64_t until = 0; until < 2; until++) {
			struct scan *s = begin(files.c[0], p, &all);
			enum scan_answer answer;
			struct error err;
			uint64_t count;

			do {
				expect_ok(scan_count(&answer, &count, s, until,
					      &err),
				    &err);
			} while (answer == SCAN_PAUSED);
			assert_int_equal(answer, SCAN_DONE);
			assert_int_equal(count, expected.count);
			scan_free(s);
		}
		pattern_free(p);
		texts_clear(&expected);
	}
}

/* What is not in expected, of so many passages. */
static struct texts_hits
invert(const struct texts_hits *expected, size_t passages)
{
	struct texts_hits others = { calloc(passages, sizeof(int64_t)), 0 };
	size_t next = 0;

	for (int64_t i = 1; i <= (int64_t)passages; i++) {
		if (next < expected->count && expected->passages[next] == i)
			next++;
		else
			others.passages[others.count++] = i;
	}
	return others;
}

static void
the_others_are_those_that_do_not_match(void **state)
{
	static const struct scan_options options = { .wants_others = true };
	struct texts_hits all = texts_find(files.path[0], "");

	(void)state;
	for (size_t i = 0; texts_patterns[i]; i++) {
		struct texts_hits found = texts_find(files.path[0],
		    texts_patterns[i]);
		struct texts_hits others = invert(&found, all.count);
		struct pattern *p = texts_compile(texts_patterns[i]);

		for (int64_t until = 0; until < 2; until++) {
			struct scan *s = begin(files.c[0], p, &options);
			static int64_t hits[HITS];
			size_t pauses, count = list(hits, s, until, &pauses);

			expect_hits(texts_patterns[i], hits, count, &others);
			scan_free(s);
		}
		pattern_free(p);
		texts_clear(&found);
		texts_clear(&others);
	}
	texts_clear(&all);
}

static void
a_scan_keeps_to_its_first_and_last_passage(void **state)
{
	static const struct {
		int64_t first, last;
	} cases[] = { { 1, 1 }, { 7, 7 }, { 100, 900 }, { 0, 5 }, { 2400, 0 },
		{ 2000, 1000000 }, { 99999, 0 }, { 5, 4 } };

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct scan_options options = { .first = cases[i].first,
			.last = cases[i].last };
		struct texts_hits expected = texts_find(files.path[0], "the");
		struct pattern *p = texts_compile("the");
		struct scan *s = begin(files.c[0], p, &options);
		static int64_t hits[HITS];
		size_t pauses, count = list(hits, s, 0, &pauses), kept = 0;

		for (size_t j = 0; j < expected.count; j++) {
			int64_t hit = expected.passages[j];

			if (hit >= cases[i].first &&
			    (cases[i].last == 0 || hit <= cases[i].last))
				expected.passages[kept++] = hit;
		}
		expected.count = kept;
		expect_hits("the", hits, count, &expected);
		scan_free(s);
		pattern_free(p);
		texts_clear(&expected);
	}
}

static void
a_scope_is_searched_alone(void **state)
{
	struct scope scope = { .kinds = 1u << RECORD_FIGURE |
		    1u << RECORD_SOURCE };
	struct scan_options options = { .scope = &scope };
	struct pattern *p = texts_compile("");
	struct scan *s = begin(files.c[0], p, &options);
	static int64_t hits[HITS];
	size_t pauses, count = list(hits, s, 1, &pauses);
	uint64_t done, all;

	(void)state;
	assert_int_equal(count, TEXTS_FIGURES * 2 + TEXTS_SOURCES * 3);
	for (size_t i = 0; i < count; i++) {
		struct passage_run run;
		struct error err;

		expect_ok(collection_find_run(&run, files.c[0], hits[i], &err),
		    &err);
		assert_true(
		    run.kind == RECORD_FIGURE || run.kind == RECORD_SOURCE);
	}
	scan_get_progress(s, &done, &all);
	assert_int_equal(done, count);
	assert_int_equal(all, count);
	scan_free(s);
	pattern_free(p);
}

static void
a_hit_tells_of_its_passage(void **state)
{
	static const struct scan_options all;
	struct pattern *p = texts_compile("cafe");
	struct scan *s = begin(files.c[0], p, &all);
	struct arena arena = { 0 };
	size_t folded = 0, graphic = 0;

	(void)state;
	for (;;) {
		enum scan_answer answer;
		struct passage_text passage;
		struct scan_hit hit;
		struct error err;

		expect_ok(scan_next(&answer, &hit, s, 0, &err), &err);
		if (answer == SCAN_DONE)
			break;
		expect_ok(collection_read_passage(&passage, files.c[0],
			      hit.passage, &arena, &err),
		    &err);
		assert_int_equal(hit.kind, passage.kind);
		assert_int_equal(hit.is_graphic, passage.is_graphic);
		assert_int_equal(hit.len,
		    hit.is_folded ? passage.folded_len : passage.len);
		assert_memory_equal(hit.text,
		    hit.is_folded ? passage.folded : passage.text, hit.len);
		folded += hit.is_folded;
		graphic += hit.is_graphic;
	}
	assert_true(folded > 0);
	assert_true(graphic > 0);
	arena_clear(&arena);
	scan_free(s);
	pattern_free(p);
}

static int
compare(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

/* What pattern_find() says of the texts themselves. */
static enum pattern_answer
ask(struct pattern *p, struct collection *c, int64_t passage)
{
	struct arena arena = { 0 };
	struct passage_text text;
	struct pattern_range range;
	struct error err;
	enum pattern_answer answer, folded = PATTERN_NOT_FOUND;

	expect_ok(collection_read_passage(&text, c, passage, &arena, &err),
	    &err);
	answer = pattern_find(p, text.text, text.len, 0, &range);
	if (text.folded && pattern_wants_folded(p) &&
	    (answer == PATTERN_NOT_FOUND || answer == PATTERN_TOO_HARD))
		folded = pattern_find(p, text.folded, text.folded_len, 0,
		    &range);
	arena_clear(&arena);
	return folded == PATTERN_NOT_FOUND ? answer : folded;
}

static void
what_is_too_hard_at_once_is_decided_in_the_end(void **state)
{
	static const char *const patterns[] = { "(a+)+$", "(\\w+\\s?)*z",
		"(.*)*Q", "^(\\w+\\s?)*$", "^((a|aa)+)+(?<!b)\\1$", NULL };
	struct texts_hits all = texts_find(files.path[0], "");
	size_t late = 0, undecided = 0;

	(void)state;
	for (size_t i = 0; patterns[i]; i++) {
		struct pattern *p = texts_compile(patterns[i]);

		for (int way = 0; way < 4; way++) {
			struct scan_way order = { .is_in_order = way > 1 };
			struct scan *s = scan_new_way(files.c[0], p, &order);
			static int64_t hits[HITS];
			struct texts_hits expected = {
				calloc(all.count, sizeof(int64_t)), 0
			};
			size_t pauses, hard = 0;
			size_t count = list(hits, s, way % 2, &pauses);

			for (size_t j = 0; j < all.count; j++) {
				enum pattern_answer answer = ask(p, files.c[0],
				    all.passages[j]);

				hard += answer == PATTERN_TOO_HARD;
				if (answer == PATTERN_FOUND ||
				    answer == PATTERN_FOUND_SOMEWHERE)
					expected.passages[expected.count++] =
					    all.passages[j];
			}
			for (size_t j = 1; j < count; j++)
				late += hits[j] < hits[j - 1];
			undecided += hard;
			if (!order.is_in_order)
				qsort(hits, count, sizeof hits[0], compare);
			expect_hits(patterns[i], hits, count, &expected);
			assert_int_equal(scan_get_too_hard(s), hard);
			texts_clear(&expected);
			scan_free(s);
		}
		pattern_free(p);
	}
	assert_true(late > 0);
	assert_true(undecided > 0);
	texts_clear(&all);
}

static void
only_the_kinds_of_passage_that_are_wanted_are_looked_at(void **state)
{
	struct scan_way way = { .kinds = 1u << PASSAGE_TITLE };
	struct pattern *p = texts_compile("");
	struct scan *s = scan_new_way(files.c[0], p, &way);
	static int64_t hits[HITS];
	size_t pauses, count = list(hits, s, 0, &pauses);

	(void)state;
	assert_int_equal(count, TEXTS_TOPICS + 1);
	assert_int_equal(scan_get_work(s).verified, count);
	scan_free(s);
	pattern_free(p);
}

static void
ranges_in_folded_text_are_those_of_the_text(void **state)
{
	static const struct {
		const char *text, *pattern, *ranges;
	} cases[] = {
		{ "caf\xC3\xA9 cafe", "cafe", "6-10" },
		{ "the caf\xC3\xA9s", "cafe", "4-9" },
		{ "the caf\xC3\xA9s", "caf", "4-7" },
		{ "the caf\xC3\xA9s", "e", "2-3" },
		{ "xx caf\xC3\xA9s", "es$", "6-9" },
		{ "Dvo\xC5\x99\xC3\xA1k", "vorak", "1-8" },
		{ "Dvo\xC5\x99\xC3\xA1k", "r|a", "3-5 5-7" },
		{ "x\xCC\xB3y", "xy", "0-4" },
		{ "x\xCC\xB3y", "x", "0-1" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct pattern *p = texts_compile(cases[i].pattern);
		struct pattern_range ranges[8];
		struct passage_text text = { .text = cases[i].text,
			.len = strlen(cases[i].text) };
		struct str folded, map;
		char found[64] = "";
		bool is_whole;
		size_t count;

		str_init(&folded, 0);
		str_init(&map, 0);
		assert_true(utf8_fold(&folded, &map, text.text, text.len));
		text.folded = folded.data;
		text.folded_len = folded.len;
		text.map = map.data;
		text.map_len = map.len;
		count = scan_list_ranges(ranges, 8, p, &text, &is_whole);
		for (size_t j = 0; j < count; j++)
			snprintf(found + strlen(found),
			    sizeof found - strlen(found), "%s%zu-%zu",
			    j ? " " : "", ranges[j].from, ranges[j].to);
		if (strcmp(found, cases[i].ranges) != 0)
			fail_msg("%s in %s: %s, not %s", cases[i].pattern,
			    cases[i].text, found, cases[i].ranges);
		assert_true(is_whole);
		str_clear(&folded);
		str_clear(&map);
		pattern_free(p);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_scan_finds_what_pcre2_finds_in_each_passage),
		cmocka_unit_test(a_scan_that_pauses_always_finds_the_same),
		cmocka_unit_test(a_count_is_the_number_of_hits),
		cmocka_unit_test(the_others_are_those_that_do_not_match),
		cmocka_unit_test(a_scan_keeps_to_its_first_and_last_passage),
		cmocka_unit_test(a_scope_is_searched_alone),
		cmocka_unit_test(a_hit_tells_of_its_passage),
		cmocka_unit_test(
		    what_is_too_hard_at_once_is_decided_in_the_end),
		cmocka_unit_test(
		    only_the_kinds_of_passage_that_are_wanted_are_looked_at),
		cmocka_unit_test(ranges_in_folded_text_are_those_of_the_text),
	};

	return cmocka_run_group_tests(tests, open_files, close_files);
}
