/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "search/search_private.h"
#include "texts.h"

enum { LIMIT = 4000, RANGES = 255 };

static char *paths[2]; /* made, bundled */
static struct collection *collections[2];

static void
expect_ok(enum status status, const struct error *err)
{
	if (status != STATUS_OK)
		fail_msg("%s", err->message);
}

static int
open_files(void **state)
{
	struct error err;

	(void)state;
	paths[0] = texts_make_file();
	paths[1] = texts_get_bundled();
	for (int i = 0; i < 2; i++)
		expect_ok(collection_open(&collections[i], paths[i], &err),
		    &err);
	return 0;
}

static int
close_files(void **state)
{
	(void)state;
	collection_close(collections[0]);
	collection_close(collections[1]);
	texts_remove(paths[0]);
	free(paths[1]);
	return 0;
}

static struct search *
begin(int file, const char *pattern, const struct search_options *options)
{
	static const struct search_options plain;
	struct search *s;
	struct error err;

	expect_ok(search_new(&s, collections[file], texts_compile(pattern),
		      options ? options : &plain, &err),
	    &err);
	return s;
}

static void
work(struct search *s, int64_t until_us)
{
	struct error err;
	bool is_done;

	do {
		expect_ok(search_work(&is_done, s, until_us, &err), &err);
	} while (!is_done);
}

/* What the hits make of each record, reckoned one by one. */
struct expected {
	struct found_record records[LIMIT];
	struct expected_best {
		enum search_rank rank;
	} best[LIMIT];
	uint32_t count;
	uint64_t graphic;
};

static enum search_rank
reckon_rank(const struct passage_text *p)
{
	static const enum search_rank ranks[] = {
		[PASSAGE_TITLE] = RANK_TITLE,
		[PASSAGE_SUMMARY] = RANK_HEADING,
		[PASSAGE_HEADING] = RANK_HEADING,
		[PASSAGE_PARAGRAPH] = RANK_TEXT,
		[PASSAGE_ITEM] = RANK_TEXT,
		[PASSAGE_QUOTATION] = RANK_TEXT,
		[PASSAGE_ROW] = RANK_TEXT,
		[PASSAGE_CODE] = RANK_TEXT,
		[PASSAGE_NOTE] = RANK_TEXT,
		[PASSAGE_STATEMENT] = RANK_STATEMENT,
		[PASSAGE_DEFINITION] = RANK_STATEMENT,
		[PASSAGE_FIELD] = RANK_TEXT,
	};

	if (p->field &&
	    (strcmp(p->field, "title") == 0 ||
		strcmp(p->field, "author") == 0 ||
		strcmp(p->field, "contributor") == 0 ||
		strcmp(p->field, "original-title") == 0 ||
		strcmp(p->field, "translator") == 0))
		return RANK_TITLE;
	return ranks[p->kind];
}

static uint32_t
add_record(struct expected *e, const struct passage_run *run)
{
	for (uint32_t i = 0; i < e->count; i++) {
		if (e->records[i].kind == run->kind &&
		    e->records[i].record == run->record)
			return i;
	}
	assert_true(e->count < LIMIT);
	e->records[e->count] = (struct found_record){ .kind = run->kind,
		.record = run->record };
	return e->count++;
}

static void
add_hit(struct expected *e, struct collection *c, struct pattern *p,
    int64_t passage)
{
	struct pattern_range ranges[RANGES];
	struct arena arena = { 0 };
	struct passage_text text;
	struct passage_run run;
	struct found_record *r;
	struct error err;
	enum search_rank rank;
	bool is_whole;
	uint32_t at;

	expect_ok(collection_find_run(&run, c, passage, &err), &err);
	expect_ok(collection_read_passage(&text, c, passage, &arena, &err),
	    &err);
	rank = passage == run.first && text.field ? RANK_TITLE :
						    reckon_rank(&text);
	at = add_record(e, &run);
	r = &e->records[at];
	if (r->passages == 0 || rank < r->rank)
		r->rank = rank;
	if (r->passages == 0 || (r->is_graphic && !text.is_graphic) ||
	    (r->is_graphic == text.is_graphic && rank < e->best[at].rank)) {
		struct pattern_range first;

		r->best = passage;
		r->is_graphic = text.is_graphic;
		r->is_folded = pattern_find(p, text.text, text.len, 0,
				   &first) == PATTERN_NOT_FOUND;
		e->best[at].rank = rank;
	}
	r->passages++;
	r->matches += (uint32_t)scan_list_ranges(ranges, RANGES, p, &text,
	    &is_whole);
	e->graphic += text.is_graphic;
	arena_clear(&arena);
}

static int
compare(const void *a, const void *b)
{
	const struct found_record *x = a, *y = b;

	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	if (x->matches != y->matches)
		return x->matches > y->matches ? -1 : 1;
	return x->best < y->best ? -1 : x->best > y->best;
}

static void
expect_record(const char *pattern, const struct found_record *found,
    const struct found_record *expected)
{
	if (found->kind != expected->kind || found->record != expected->record)
		fail_msg("%s: %s %lld, not %s %lld", pattern,
		    record_get_name(found->kind), (long long)found->record,
		    record_get_name(expected->kind),
		    (long long)expected->record);
	assert_int_equal(found->rank, expected->rank);
	assert_int_equal(found->passages, expected->passages);
	assert_int_equal(found->matches, expected->matches);
	assert_int_equal(found->best, expected->best);
	assert_int_equal(found->is_graphic, expected->is_graphic);
	assert_int_equal(found->is_folded, expected->is_folded);
}

/* The list of a kind, by pages, is what of e is of it. */
static void
expect_list(const char *pattern, struct search *s, const struct expected *e,
    enum record_kind kind, uint32_t page)
{
	const struct found_record *list = NULL;
	uint32_t next = 0, count = 0, at = 0;

	for (uint32_t i = 0; i < e->count; i++) {
		if (kind != RECORD_NONE && e->records[i].kind != kind)
			continue;
		if (at == count) {
			list = search_list(&count, s, kind, next, page);
			at = 0;
			if (count == 0)
				fail_msg("%s: %u are too few", pattern, next);
		}
		expect_record(pattern, &list[at++], &e->records[i]);
		next++;
	}
	search_list(&count, s, kind, next, page);
	assert_int_equal(count, 0);
	if (kind != RECORD_NONE)
		assert_int_equal(search_count(s).records[kind], next);
}

static void
expect_search(int file, const char *pattern, int64_t until_us)
{
	static struct expected e;
	struct texts_hits hits = texts_find(paths[file], pattern);
	struct pattern *p = texts_compile(pattern);
	struct search *s = begin(file, pattern, NULL);
	struct search_counts counts;

	e.count = 0;
	e.graphic = 0;
	for (size_t i = 0; i < hits.count; i++)
		add_hit(&e, collections[file], p, hits.passages[i]);
	qsort(e.records, e.count, sizeof e.records[0], compare);
	work(s, until_us);
	counts = search_count(s);
	assert_true(counts.is_done);
	assert_false(counts.is_cut);
	assert_int_equal(counts.passages, hits.count);
	assert_int_equal(counts.graphic, e.graphic);
	for (int kind = RECORD_NONE; kind <= RECORD_DISAGREEMENT; kind++) {
		expect_list(pattern, s, &e, (enum record_kind)kind, 7);
		expect_list(pattern, s, &e, (enum record_kind)kind, 1000);
	}
	search_free(s);
	pattern_free(p);
	texts_clear(&hits);
}

static void
records_are_found_and_ranked_by_their_passages(void **state)
{
	(void)state;
	for (int file = 0; file < 2; file++) {
		for (size_t i = 0; texts_patterns[i]; i++)
			expect_search(file, texts_patterns[i], 0);
	}
}

static void
a_search_that_pauses_always_finds_the_same(void **state)
{
	(void)state;
	for (int file = 0; file < 2; file++) {
		for (size_t i = 0; texts_patterns[i]; i += 3)
			expect_search(file, texts_patterns[i], 1);
	}
}

/* Of each record that was found, so many at a time. */
static void
expect_passages(int file, const char *pattern, uint32_t limit)
{
	struct texts_hits hits = texts_find(paths[file], pattern);
	struct search *s = begin(file, pattern, NULL);
	const struct found_record *list;
	struct found_record records[LIMIT];
	size_t seen = 0;
	uint32_t count;

	work(s, 0);
	list = search_list(&count, s, RECORD_NONE, 0, LIMIT);
	if (count > 0)
		memcpy(records, list, count * sizeof *list);
	for (uint32_t i = 0; i < count; i++) {
		uint32_t found, of_record = 0;
		int64_t passages[8], after = 0;

		do {
			struct error err;

			expect_ok(search_list_passages(passages, &found, limit,
				      s, records[i].kind, records[i].record,
				      after, &err),
			    &err);
			for (uint32_t j = 0; j < found; j++) {
				struct passage_run run;

				assert_true(passages[j] > after);
				after = passages[j];
				expect_ok(collection_find_run(&run,
					      collections[file], after, &err),
				    &err);
				assert_int_equal(run.kind, records[i].kind);
				assert_int_equal(run.record, records[i].record);
			}
			of_record += found;
		} while (found > 0);
		assert_int_equal(of_record, records[i].passages);
		seen += of_record;
	}
	assert_int_equal(seen, hits.count);
	search_free(s);
	texts_clear(&hits);
}

static void
the_passages_of_a_record_are_listed_in_order(void **state)
{
	(void)state;
	for (size_t i = 0; texts_patterns[i]; i += 2) {
		expect_passages(0, texts_patterns[i], 8);
		expect_passages(1, texts_patterns[i], 1);
	}
}

static int64_t
find_next(struct search *s, int64_t from, bool is_backwards, int64_t until_us)
{
	enum scan_answer answer;
	struct error err;
	int64_t found = 0;

	do {
		expect_ok(search_find_next(&answer, &found, s, from,
			      is_backwards, until_us, &err),
		    &err);
	} while (answer == SCAN_PAUSED);
	return answer == SCAN_FOUND ? found : 0;
}

/* There and back, after so many slices of the search itself. */
static void
expect_walk(int file, const char *pattern, int slices, int64_t until_us)
{
	struct texts_hits hits = texts_find(paths[file], pattern);
	struct search *s = begin(file, pattern, NULL);
	int64_t at = 0;

	for (int i = 0; i < slices; i++) {
		struct error err;
		bool is_done;

		expect_ok(search_work(&is_done, s, 1, &err), &err);
	}
	for (size_t i = 0; i < hits.count; i++) {
		at = find_next(s, at, false, until_us);
		assert_int_equal(at, hits.passages[i]);
	}
	assert_int_equal(find_next(s, at, false, until_us), 0);
	at = INT64_MAX;
	for (size_t i = hits.count; i > 0; i--) {
		at = find_next(s, at, true, until_us);
		assert_int_equal(at, hits.passages[i - 1]);
	}
	assert_int_equal(find_next(s, at, true, until_us), 0);
	search_free(s);
	texts_clear(&hits);
}

static void
the_next_match_is_found_whatever_was_searched(void **state)
{
	static const int slices[] = { 0, 3, 50, 100000 };

	(void)state;
	for (size_t i = 0; i < sizeof slices / sizeof slices[0]; i++) {
		expect_walk(0, "naive|dvorak|snow", slices[i], 0);
		expect_walk(0, "memory(?= leak)", slices[i], 1);
		expect_walk(0, "zebra", slices[i], 1);
		expect_walk(1, "kim jong", slices[i], 0);
		expect_walk(1, "[^\\x00-\\x7f]{4}", slices[i], 1);
	}
}

static void
the_next_match_is_one_of_the_scope(void **state)
{
	struct scope scope = { .kinds = 1u << RECORD_FIGURE };
	struct search_options options = { .scope = &scope };

	(void)state;
	for (int is_known = 0; is_known < 2; is_known++) {
		struct search *s = begin(0, "", &options);
		int64_t at = 0, back = INT64_MAX;

		if (is_known)
			work(s, 0);
		for (int i = 0; i < TEXTS_FIGURES * 2; i++) {
			struct passage_run run;
			struct error err;

			at = find_next(s, at, false, 1);
			expect_ok(collection_find_run(&run, collections[0], at,
				      &err),
			    &err);
			assert_int_equal(run.kind, RECORD_FIGURE);
		}
		assert_int_equal(find_next(s, at, false, 1), 0);
		for (int i = 0; i < TEXTS_FIGURES * 2; i++)
			back = find_next(s, back, true, 1);
		assert_int_equal(find_next(s, back, true, 1), 0);
		assert_int_equal(at - back, TEXTS_FIGURES * 2 - 1);
		search_free(s);
	}
}

static void
titles_alone_are_looked_through_where_that_is_wanted(void **state)
{
	static const struct search_options options = { .is_titles = true };

	(void)state;
	for (size_t i = 0; texts_patterns[i]; i++) {
		struct texts_hits hits = texts_find(paths[1],
		    texts_patterns[i]);
		struct search *s = begin(1, texts_patterns[i], &options);
		struct search *fresh = begin(1, texts_patterns[i], &options);
		int64_t at = 0;
		uint64_t count = 0;

		work(s, 0);
		for (size_t j = 0; j < hits.count; j++) {
			struct arena arena = { 0 };
			struct passage_text text;
			struct passage_run run;
			struct error err;

			expect_ok(collection_find_run(&run, collections[1],
				      hits.passages[j], &err),
			    &err);
			expect_ok(collection_read_passage(&text, collections[1],
				      hits.passages[j], &arena, &err),
			    &err);
			if (reckon_rank(&text) == RANK_TITLE ||
			    (run.kind == RECORD_FIGURE &&
				text.kind == PASSAGE_STATEMENT)) {
				at = find_next(fresh, at, false, 0);
				assert_int_equal(at, hits.passages[j]);
				count++;
			}
			arena_clear(&arena);
		}
		assert_int_equal(search_count(s).passages, count);
		assert_int_equal(find_next(fresh, at, false, 0), 0);
		search_free(s);
		search_free(fresh);
		texts_clear(&hits);
	}
}

/* How many of the records found have a value, asked one by one. */
static uint64_t
reckon_facet(struct search *s, enum facet facet, int64_t value)
{
	static struct found_record records[LIMIT];
	static int64_t passages[LIMIT];
	uint64_t having = 0;
	uint32_t count;
	const struct found_record *list = search_list(&count, s, RECORD_NONE, 0,
	    LIMIT);

	if (count > 0)
		memcpy(records, list, count * sizeof *list);
	for (uint32_t i = 0; i < count; i++) {
		bool has_value = false;
		struct error err;
		uint32_t found;

		expect_ok(search_list_passages(passages, &found, LIMIT, s,
			      records[i].kind, records[i].record, 0, &err),
		    &err);
		for (uint32_t j = 0; j < found && !has_value; j++) {
			struct passage_run run;
			int64_t values[512];
			uint32_t k;

			expect_ok(collection_find_run(&run, s->c, passages[j],
				      &err),
			    &err);
			expect_ok(collection_list_facet(values, &k, 512, s->c,
				      facet, &run, passages[j], &err),
			    &err);
			while (k > 0 && !has_value)
				has_value = values[--k] == value;
		}
		having += has_value;
	}
	return having;
}

static void
a_facet_counts_records_by_value(void **state)
{
	(void)state;
	for (int facet = 0; facet < FACET_COUNT; facet++) {
		struct search *s = begin(1, "traffick", NULL);
		const struct facet_value *values;
		uint32_t count;
		bool is_done;

		do {
			struct error err;
			bool is_worked;

			expect_ok(search_work(&is_worked, s, 1, &err), &err);
			expect_ok(search_count_facet(&is_done, s,
				      (enum facet)facet, 1, &err),
			    &err);
		} while (!is_done);
		assert_true(search_count(s).is_done);
		values = search_get_facet(&count, s, (enum facet)facet);
		assert_true(count > 0);
		for (uint32_t i = 0; i < count; i++) {
			assert_int_equal(values[i].records,
			    reckon_facet(s, (enum facet)facet,
				values[i].value));
			assert_true(i == 0 ||
			    values[i].records <= values[i - 1].records);
		}
		search_free(s);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    records_are_found_and_ranked_by_their_passages),
		cmocka_unit_test(a_search_that_pauses_always_finds_the_same),
		cmocka_unit_test(the_passages_of_a_record_are_listed_in_order),
		cmocka_unit_test(the_next_match_is_found_whatever_was_searched),
		cmocka_unit_test(the_next_match_is_one_of_the_scope),
		cmocka_unit_test(
		    titles_alone_are_looked_through_where_that_is_wanted),
		cmocka_unit_test(a_facet_counts_records_by_value),
	};

	return cmocka_run_group_tests(tests, open_files, close_files);
}
