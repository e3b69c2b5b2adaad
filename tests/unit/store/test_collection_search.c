/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "sample_fixture.h"
#include "store/collection_search.h"
#include "store/passage_set.h"
#include "unit.h"

static void
a_block_says_where_its_passages_stand(void **state)
{
	struct fixture *f = *state;
	struct text_block b;

	assert_int_equal(collection_read_block(&b, f->c, 1, true, &f->err),
	    STATUS_OK);
	assert_int_equal(b.first_passage, 1);
	assert_int_equal(b.count, SAMPLE_PASSAGES);
	assert_int_equal(text_block_get_at(&b, 0), 0);
	assert_int_equal(text_block_get_end(&b, 0), 3);
	assert_memory_equal(b.text, "PayWho is paid, and what.Wages", 30);
	assert_int_equal(text_block_get_kind(&b, 0), PASSAGE_TITLE);
	assert_int_equal(text_block_get_kind(&b, 8), PASSAGE_QUOTATION);
	assert_false(text_block_is_graphic(&b, 0));
	assert_true(text_block_is_graphic(&b, 8));
	assert_int_equal(text_block_get_end(&b, b.count - 1), b.len);
	assert_int_equal(b.folded_count, 1);
	assert_int_equal(b.folded_len, 42);
	assert_memory_equal(b.folded,
	    "Wages go to an account. See the cafe list.", 42);
	assert_memory_equal(b.folded_places, "\x03\x00\x2A\x00", 4);
	assert_int_equal(collection_read_block(&b, f->c, 1, false, &f->err),
	    STATUS_OK);
	assert_int_equal(b.folded_count, 0);
	for (int64_t id = -1; id < 4; id += id == 0 ? 2 : 1)
		assert_int_equal(collection_read_block(&b, f->c, id, true,
				     &f->err),
		    STATUS_NOT_FOUND);
}

static void
a_passage_is_found_in_its_block_and_run(void **state)
{
	static const struct passage_run runs[] = { { 1, 10, RECORD_TOPIC, 1 },
		{ 11, 14, RECORD_TOPIC, 2 }, { 15, 17, RECORD_TOPIC, 3 },
		{ 18, 19, RECORD_FIGURE, 1 }, { 20, 20, RECORD_FIGURE, 2 },
		{ 21, 21, RECORD_FIGURE, 3 }, { 22, 22, RECORD_SOURCE, 1 },
		{ 23, 24, RECORD_SOURCE, 2 }, { 25, 27, RECORD_EVENT, 1 },
		{ 28, 29, RECORD_EVENT, 2 }, { 30, 31, RECORD_MEASURE, 1 },
		{ 32, 32, RECORD_MEASURE, 2 } };
	struct fixture *f = *state;
	struct passage_run run;
	int64_t block;

	for (int64_t i = 1, n = 0; i <= SAMPLE_PASSAGES; i++) {
		n += i > runs[n].last;
		assert_int_equal(collection_find_run(&run, f->c, i, &f->err),
		    STATUS_OK);
		assert_int_equal(run.first, runs[n].first);
		assert_int_equal(run.last, runs[n].last);
		assert_int_equal(run.kind, runs[n].kind);
		assert_int_equal(run.record, runs[n].record);
		assert_int_equal(collection_find_block(&block, f->c, i,
				     &f->err),
		    STATUS_OK);
		assert_int_equal(block, 1);
	}
	for (int64_t i = 0; i <= SAMPLE_PASSAGES + 1;
	     i += SAMPLE_PASSAGES + 1) {
		assert_int_equal(collection_find_run(&run, f->c, i, &f->err),
		    STATUS_NOT_FOUND);
		assert_int_equal(collection_find_block(&block, f->c, i,
				     &f->err),
		    STATUS_NOT_FOUND);
	}
}

static void
a_passage_is_read_with_its_folded_text(void **state)
{
	struct fixture *f = *state;
	struct passage_text p;

	assert_int_equal(collection_read_passage(&p, f->c, 4, &f->arena,
			     &f->err),
	    STATUS_OK);
	assert_int_equal(p.kind, PASSAGE_PARAGRAPH);
	assert_string_equal(p.text,
	    "Wages go to an account. See the caf\xC3\xA9 list.");
	assert_int_equal(p.len, 43);
	assert_string_equal(p.folded,
	    "Wages go to an account. See the cafe list.");
	assert_int_equal(p.folded_len, 42);
	assert_int_equal(p.map_len, 3);
	assert_memory_equal(p.map, "\x23\x01\x02", 3);
	assert_false(p.is_repaired);
	assert_int_equal(collection_read_passage(&p, f->c, 24, &f->arena,
			     &f->err),
	    STATUS_OK);
	assert_string_equal(p.field, "container-title");
	assert_string_equal(p.text, "The Paper");
	assert_null(p.folded);
	assert_int_equal(collection_read_passage(&p, f->c, 9, &f->arena,
			     &f->err),
	    STATUS_OK);
	assert_true(p.is_graphic);
	assert_int_equal(collection_read_passage(&p, f->c, 33, &f->arena,
			     &f->err),
	    STATUS_NOT_FOUND);
}

static void
a_record_has_a_title(void **state)
{
	static const struct {
		enum record_kind kind;
		int64_t record;
		const char *slug, *title;
		bool is_graphic;
	} rows[] = { { RECORD_TOPIC, 2, "pay-abroad", "Pay abroad", false },
		{ RECORD_FIGURE, 2, "paid-2002", "At least 9,000.", true },
		{ RECORD_SOURCE, 1, "agency", "Agency", false },
		{ RECORD_EVENT, 1, "law", "A law", false },
		{ RECORD_MEASURE, 2, "share", "Share", false } };
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct record_title t;

		assert_int_equal(collection_find_title(&t, f->c, rows[i].kind,
				     rows[i].record, &f->arena, &f->err),
		    STATUS_OK);
		assert_string_equal(t.slug, rows[i].slug);
		assert_string_equal(t.title, rows[i].title);
		assert_int_equal(t.is_graphic, rows[i].is_graphic);
	}
}

#define KIND(kind) (1u << (kind))

static const struct {
	const char *name;
	struct scope scope;
	const char *passages;
} scopes[] = {
	{ "all", { 0 }, "1-32" },
	{ "topics", { .kinds = KIND(RECORD_TOPIC) }, "1-17" },
	{ "figures and events",
	    { .kinds = KIND(RECORD_FIGURE) | KIND(RECORD_EVENT) },
	    "18-21 25-29" },
	{ "disagreements, which have no text",
	    { .kinds = KIND(RECORD_DISAGREEMENT) }, "" },
	{ "every kind", { .kinds = 0x7E }, "1-32" },
	{ "a topic with one under it", { .topic = 1 }, "1-14 18-21 25-27" },
	{ "the one under it", { .topic = 2 }, "11-14 20-20" },
	{ "the last topic", { .topic = 3 }, "15-17 28-29" },
	{ "no topic", { .topic = 4 }, "" },
	{ "a source", { .source = 1 }, "4-4 18-18 22-22" },
	{ "a document and source", { .source = 2 },
	    "4-4 6-6 18-18 23-24 26-26" },
	{ "a source without text", { .source = 4 }, "9-9" },
	{ "a document", { .document = 2 }, "4-4 6-6 18-18 26-26" },
	{ "what is no document", { .document = 1 }, "" },
	{ "figures of a topic", { .kinds = KIND(RECORD_FIGURE), .topic = 1 },
	    "18-21" },
	{ "what a topic cites", { .topic = 1, .document = 2 },
	    "4-4 6-6 18-18 26-26" },
	{ "a year", { .has_years = true, .year_from = 2001, .year_to = 2001 },
	    "18-19 21-21 23-24" },
	{ "within a period",
	    { .has_years = true, .year_from = 2002, .year_to = 2002 },
	    "21-21" },
	{ "years", { .has_years = true, .year_from = 2003, .year_to = 3000 },
	    "21-21 28-29" },
	{ "years that end before they begin",
	    { .has_years = true, .year_from = 3000, .year_to = 1999 }, "" },
	{ "the disagreeing", { .is_disagreeing = true }, "15-20 25-27 30-31" },
	{ "the disagreeing of a year",
	    { .is_disagreeing = true,
		.has_years = true,
		.year_from = 1999,
		.year_to = 2001 },
	    "18-19 25-27" },
};

static void
a_scope_is_what_all_of_its_conditions_take_in(void **state)
{
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof scopes / sizeof scopes[0]; i++) {
		struct passage_range *ranges;
		uint32_t count;
		char text[200] = "";
		size_t len = 0;

		assert_int_equal(collection_list_scope(&ranges, &count, f->c,
				     &scopes[i].scope, &f->arena, &f->err),
		    STATUS_OK);
		for (uint32_t n = 0; n < count; n++)
			len += (size_t)snprintf(text + len, sizeof text - len,
			    "%s%d-%d", n ? " " : "", (int)ranges[n].first,
			    (int)ranges[n].last);
		if (strcmp(text, scopes[i].passages) != 0)
			fail_msg("%s: %s", scopes[i].name, text);
		assert_int_equal(scope_is_all(&scopes[i].scope),
		    strcmp(text, "1-32") == 0);
	}
}

static const struct {
	enum facet facet;
	int64_t passage;
	int count;
	int64_t values[4];
} facets[] = { { FACET_KIND, 4, 1, { RECORD_TOPIC } },
	{ FACET_KIND, 32, 1, { RECORD_MEASURE } }, { FACET_TOPIC, 4, 1, { 1 } },
	{ FACET_TOPIC, 13, 2, { 1, 2 } }, { FACET_TOPIC, 20, 2, { 1, 2 } },
	{ FACET_TOPIC, 29, 1, { 3 } }, { FACET_TOPIC, 30, 0, { 0 } },
	{ FACET_SOURCE, 4, 2, { 1, 2 } }, { FACET_SOURCE, 6, 1, { 2 } },
	{ FACET_SOURCE, 9, 2, { 3, 4 } }, { FACET_SOURCE, 23, 1, { 2 } },
	{ FACET_SOURCE, 1, 0, { 0 } }, { FACET_DOCUMENT, 4, 1, { 2 } },
	{ FACET_DOCUMENT, 9, 1, { 3 } }, { FACET_DOCUMENT, 23, 0, { 0 } },
	{ FACET_YEAR, 18, 1, { 2001 } }, { FACET_YEAR, 20, 0, { 0 } },
	{ FACET_YEAR, 21, 3, { 2001, 2002, 2003 } },
	{ FACET_YEAR, 25, 1, { 1999 } }, { FACET_YEAR, 22, 0, { 0 } },
	{ FACET_YEAR, 24, 1, { 2001 } }, { FACET_YEAR, 1, 0, { 0 } },
	{ FACET_DISAGREEING, 1, 0, { 0 } }, { FACET_DISAGREEING, 17, 1, { 1 } },
	{ FACET_DISAGREEING, 18, 1, { 1 } },
	{ FACET_DISAGREEING, 21, 0, { 0 } },
	{ FACET_DISAGREEING, 26, 1, { 1 } },
	{ FACET_DISAGREEING, 31, 1, { 1 } },
	{ FACET_DISAGREEING, 32, 0, { 0 } } };

/* And no more of them than are wanted. */
static void
a_facet_has_each_value_once_in_order(void **state)
{
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof facets / sizeof facets[0]; i++) {
		for (uint32_t limit = 0; limit < 5; limit++) {
			uint32_t wanted = (uint32_t)facets[i].count < limit ?
			    (uint32_t)facets[i].count :
			    limit;
			struct passage_run run;
			int64_t values[5] = { 0 };
			uint32_t count;

			assert_int_equal(collection_find_run(&run, f->c,
					     facets[i].passage, &f->err),
			    STATUS_OK);
			assert_int_equal(collection_list_facet(values, &count,
					     limit, f->c, facets[i].facet, &run,
					     facets[i].passage, &f->err),
			    STATUS_OK);
			if (count != wanted ||
			    memcmp(values, facets[i].values,
				wanted * sizeof values[0]) != 0 ||
			    values[limit] != 0)
				fail_msg("facet %d of passage %d: %u",
				    facets[i].facet, (int)facets[i].passage,
				    count);
		}
	}
}

/* A facet's value is what a scope narrows by. */
static bool
set_facet(struct scope *scope, enum facet facet, int64_t value)
{
	*scope = (struct scope){ 0 };
	if (facet == FACET_KIND)
		scope->kinds = 1u << value;
	else if (facet == FACET_TOPIC)
		scope->topic = value;
	else if (facet == FACET_SOURCE)
		scope->source = value;
	else if (facet == FACET_DOCUMENT)
		scope->document = value;
	else if (facet == FACET_DISAGREEING)
		scope->is_disagreeing = true;
	else
		*scope = (struct scope){ .has_years = true,
			.year_from = (int)value,
			.year_to = (int)value };
	return !scope_is_all(scope);
}

static bool
has_facet(struct fixture *f, enum facet facet, int64_t value, int64_t passage)
{
	struct passage_run run;
	int64_t values[200];
	uint32_t count;

	assert_int_equal(collection_find_run(&run, f->c, passage, &f->err),
	    STATUS_OK);
	assert_int_equal(collection_list_facet(values, &count, 200, f->c, facet,
			     &run, passage, &f->err),
	    STATUS_OK);
	for (uint32_t i = 0; i < count; i++) {
		if (values[i] == value)
			return true;
	}
	return false;
}

static void
a_scope_of_a_facet_has_the_passages_with_its_value(void **state)
{
	static const struct {
		enum facet facet;
		int64_t first, last;
	} rows[] = { { FACET_KIND, 1, 6 }, { FACET_TOPIC, 1, 4 },
		{ FACET_SOURCE, 1, 5 }, { FACET_DOCUMENT, 1, 5 },
		{ FACET_YEAR, 1998, 2004 }, { FACET_DISAGREEING, 1, 1 } };
	struct fixture *f = *state;
	struct scope scope;

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		for (int64_t v = rows[i].first; v <= rows[i].last; v++) {
			struct passage_range *ranges;
			uint32_t count, at = 0;

			assert_true(set_facet(&scope, rows[i].facet, v));
			assert_int_equal(collection_list_scope(&ranges, &count,
					     f->c, &scope, &f->arena, &f->err),
			    STATUS_OK);
			for (int64_t p = 1; p <= SAMPLE_PASSAGES; p++) {
				bool is_in;

				at += at < count && p > ranges[at].last;
				is_in = at < count && p >= ranges[at].first;
				assert_int_equal(is_in,
				    has_facet(f, rows[i].facet, v, p));
			}
		}
	}
}

/* Against an array of one byte a passage. */
static void
a_set_of_passages_holds_what_was_added(void **state)
{
	unsigned random = 1;

	(void)state;
	for (int64_t last = 0; last < 300; last += last < 70 ? 1 : 57) {
		struct arena arena = { NULL };
		struct passage_set set;
		struct passage_range *ranges;
		uint32_t count, n = 0;
		bool *is_in = mem_alloc_array((size_t)last + 2, sizeof *is_in);

		passage_set_init(&set, last);
		for (int i = 0; i < 5; i++) {
			int64_t from, to;

			random = random * 1103515245 + 12345;
			from = (random >> 16) % (unsigned)(last + 3) - 1;
			to = from + (random >> 8) % 70 - 3;
			passage_set_add(&set, from, to);
			for (int64_t p = from; p <= to; p++) {
				if (p >= 1 && p <= last)
					is_in[p] = true;
			}
		}
		passage_set_list(&ranges, &count, &set, &arena);
		for (int64_t p = 1; p <= last; p++) {
			bool is_first = is_in[p] && !is_in[p - 1];
			bool is_last = is_in[p] && !is_in[p + 1];

			assert_true(n < count || !is_in[p]);
			if (is_first)
				assert_int_equal(ranges[n].first, p);
			if (is_last)
				assert_int_equal(ranges[n++].last, p);
		}
		assert_int_equal(n, count);
		passage_set_clear(&set);
		arena_clear(&arena);
		free(is_in);
	}
}

enum { MANY = 50000 };

/* Folded it is longer, shorter, or, of the last third, the same. */
static const char *
pick_text(int i)
{
	if (i > MANY / 2 * 3 || i % 3 == 0)
		return "etc.";
	return i % 3 == 1 ? "\xC3\xA9" : "\xE0\xAF\x8A\xE0\xAF\x8A";
}

static void
put_many(struct collection_writer *w, struct error *err)
{
	struct passage_owner owner = { RECORD_TOPIC, 1 };
	int64_t sources[] = { 1 };

	for (int i = 0; i < 2 * MANY; i++) {
		const char *text = pick_text(i);
		struct passage p = { .kind = PASSAGE_PARAGRAPH,
			.is_graphic = i % 7 == 0,
			.text = text,
			.len = (uint32_t)strlen(text) };
		struct step step = { .role = STEP_STATED_IN, .seen = SEEN_YES };
		struct citation c = { .passage = i + 1,
			.number = 1,
			.document = 1,
			.origin = 1,
			.step_count = 1,
			.steps = &step };
		int64_t id;

		assert_int_equal(collection_writer_put_passage(&id, w, owner,
				     &p, err),
		    STATUS_OK);
		if (i % 2 == 0)
			assert_int_equal(collection_writer_put_citation(w, &c,
					     sources, err),
			    STATUS_OK);
	}
}

static char *
make_many(uint64_t text_bytes)
{
	struct topic t = { .slug = "t",
		.title = "T",
		.last = 1,
		.summary = "",
		.passages = 2 * MANY };
	char *path = sample_make_file();
	struct collection_writer *w;
	struct error err;

	assert_int_equal(collection_writer_open(&w, path, text_bytes, &err),
	    STATUS_OK);
	assert_int_equal(collection_writer_put_topic(w, &t, 1, &err),
	    STATUS_OK);
	put_many(w, &err);
	assert_int_equal(collection_writer_finish(w, &err), STATUS_OK);
	return path;
}

static void
check_folded(const struct text_block *b)
{
	uint32_t n = 0;
	size_t at = 0;

	for (uint32_t i = 0; i < b->count; i++) {
		const unsigned char *entry = b->folded_places + 4 * n;
		struct str folded, map;

		str_init(&folded, 0);
		str_init(&map, 0);
		if (utf8_fold(&folded, &map, b->text + text_block_get_at(b, i),
			text_block_get_end(b, i) - text_block_get_at(b, i))) {
			assert_true(n++ < b->folded_count);
			assert_int_equal(entry[0] | entry[1] << 8, i);
			assert_memory_equal(b->folded + at, folded.data,
			    folded.len);
			at += folded.len;
			assert_int_equal(entry[2] | (size_t)entry[3] << 8, at);
		}
		str_clear(&folded);
		str_clear(&map);
	}
	assert_int_equal(n, b->folded_count);
	assert_int_equal(at, b->folded_len);
}

static void
blocks_follow_each_other_whatever_stands_between_the_reads(void **state)
{
	(void)state;
	for (int is_large = 0; is_large < 2; is_large++) {
		char *path = make_many(is_large ? 100000000 : 0);
		struct text_block b = { .count = 0 };
		struct collection *c;
		struct error err;
		int64_t next = 1, blocks = 0, block;

		assert_int_equal(collection_open(&c, path, &err), STATUS_OK);
		for (int64_t id = 1; next <= 2 * MANY; id++, blocks++) {
			assert_int_equal(collection_read_block(&b, c, id,
					     id % 3 == 0, &err),
			    STATUS_OK);
			assert_int_equal(b.id, id);
			assert_int_equal(b.first_passage, next);
			assert_true(b.len + 3 * (size_t)b.count <= 65400);
			assert_true(
			    b.folded_len + 4 * (size_t)b.folded_count <= 65400);
			assert_int_equal(text_block_is_graphic(&b, 0),
			    (next - 1) % 7 == 0);
			if (id % 3 == 0)
				check_folded(&b);
			next += b.count;
			if (id % 4 == 0)
				collection_release(c);
			if (id % 4 == 1)
				collection_hold(c);
			if (id % 5 == 0)
				assert_int_equal(collection_find_block(&block,
						     c, next - 1, &err),
				    STATUS_OK);
		}
		assert_true(blocks > 5);
		assert_int_equal(collection_read_block(&b, c, blocks + 1, true,
				     &err),
		    STATUS_NOT_FOUND);
		for (int64_t id = 1; id <= blocks; id++) {
			assert_int_equal(collection_read_block(&b, c, id, true,
					     &err),
			    STATUS_OK);
			check_folded(&b);
		}
		for (int64_t id = blocks; id > 0; id--) {
			assert_int_equal(collection_read_block(&b, c, id, true,
					     &err),
			    STATUS_OK);
			check_folded(&b);
		}
		collection_close(c);
		sample_remove(path);
	}
}

static void
a_source_that_is_cited_often_has_a_scope(void **state)
{
	char *path = make_many(0);
	struct scope scope = { .source = 1 };
	struct arena arena = { NULL };
	struct passage_range *ranges;
	struct collection *c;
	struct error err;
	uint32_t count;

	(void)state;
	assert_int_equal(collection_open(&c, path, &err), STATUS_OK);
	assert_int_equal(collection_list_scope(&ranges, &count, c, &scope,
			     &arena, &err),
	    STATUS_OK);
	assert_int_equal(count, MANY);
	assert_int_equal(ranges[MANY - 1].first, 2 * MANY - 1);
	assert_int_equal(ranges[MANY - 1].last, 2 * MANY - 1);
	collection_close(c);
	arena_clear(&arena);
	sample_remove(path);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_block_says_where_its_passages_stand),
		cmocka_unit_test(a_passage_is_found_in_its_block_and_run),
		cmocka_unit_test(a_passage_is_read_with_its_folded_text),
		cmocka_unit_test(a_record_has_a_title),
		cmocka_unit_test(a_scope_is_what_all_of_its_conditions_take_in),
		cmocka_unit_test(a_facet_has_each_value_once_in_order),
		cmocka_unit_test(
		    a_scope_of_a_facet_has_the_passages_with_its_value),
		cmocka_unit_test(a_set_of_passages_holds_what_was_added),
		cmocka_unit_test(
		    blocks_follow_each_other_whatever_stands_between_the_reads),
		cmocka_unit_test(a_source_that_is_cited_often_has_a_scope),
	};

	return cmocka_run_group_tests_name("collection_search", tests,
	    sample_fixture_open, sample_fixture_close);
}
