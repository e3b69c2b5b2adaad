/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "ui/ranking.h"
#include "unit.h"

/*
 * Keys as lists have them: texts of which most begin alike, and numbers;
 * with qsort() as the witness.
 */
enum { ITEMS = 3000, TEXT_BYTES = 24 };

struct sample {
	char texts[ITEMS][TEXT_BYTES + 4];
	uint32_t numbers[ITEMS];
	uint32_t there; /* items, where fewer are there than were said */
	bool is_text, is_reversed;
	uint32_t asked; /* parts, so far */
};

static struct sample sample;

static uint32_t
next_random(uint32_t limit)
{
	static uint64_t seed = 20251;

	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(seed >> 33) % limit;
}

static void
fill(void)
{
	memset(&sample, 0, sizeof sample);
	for (uint32_t i = 0; i < ITEMS; i++) {
		size_t len = next_random(TEXT_BYTES);

		for (size_t j = 0; j < len; j++)
			sample.texts[i][j] = "ab"[next_random(8) == 0];
		sample.numbers[i] = next_random(40);
	}
	sample.there = ITEMS;
}

static uint32_t
get_text_part(const char *text, unsigned part)
{
	uint32_t number = 0;

	for (unsigned i = 4 * part; i < 4 * part + 4; i++)
		number = number << 8 |
		    (i < TEXT_BYTES ? (unsigned char)text[i] : 0);
	return number;
}

static uint32_t
read_parts(uint32_t *parts, const void *context, const uint32_t *items,
    uint32_t count, unsigned part)
{
	const struct sample *s = context;
	uint32_t found = 0;

	for (uint32_t i = 0; i < count; i++) {
		if (i > 0)
			assert_true(items[i] > items[i - 1]);
		assert_true(items[i] < ITEMS);
		parts[i] = s->is_text ?
		    get_text_part(s->texts[items[i]], part) :
		    s->numbers[items[i]];
		found += items[i] < s->there;
	}
	sample.asked += count;
	return found;
}

static int
compare_items(const void *a, const void *b)
{
	uint32_t p = *(const uint32_t *)a, q = *(const uint32_t *)b;
	int order = sample.is_text ? strcmp(sample.texts[p], sample.texts[q]) :
				     (sample.numbers[p] > sample.numbers[q]) -
		(sample.numbers[p] < sample.numbers[q]);

	if (order != 0)
		return sample.is_reversed ? -order : order;
	return (p > q) - (p < q);
}

static void
check_order(const struct ranking *r, uint32_t count)
{
	uint32_t *wanted = calloc(count + 1, sizeof *wanted);

	assert_int_equal(r->count, count);
	for (uint32_t i = 0; i < count; i++)
		wanted[i] = i;
	qsort(wanted, count, sizeof *wanted, compare_items);
	for (uint32_t i = 0; i < count; i++)
		assert_int_equal(ranking_get_item(r, i), wanted[i]);
	free(wanted);
}

static void
begin(struct ranking *r, bool is_text, bool is_reversed, uint32_t items)
{
	sample.is_text = is_text;
	sample.is_reversed = is_reversed;
	sample.asked = 0;
	r->read = read_parts;
	r->context = &sample;
	r->parts = is_text ? 0 : 1;
	r->is_reversed = is_reversed;
	r->is_grouped = !is_text;
	r->item_count = items;
	ranking_begin(r);
}

static void
items_stand_in_the_order_of_their_keys(void **state)
{
	static const uint32_t counts[] = { 0, 1, 2, 255, 256, 257, ITEMS };
	struct ranking r = { 0 };

	(void)state;
	fill();
	for (size_t i = 0; i < 4 * sizeof counts / sizeof *counts; i++) {
		begin(&r, i & 1, i & 2, counts[i / 4]);
		while (ranking_step(&r, 100))
			continue;
		check_order(&r, counts[i / 4]);
	}
	ranking_clear(&r);
}

static void
a_step_reads_little_more_than_it_may(void **state)
{
	enum { MAY = 50 };
	struct ranking r = { 0 };
	bool is_more = true;

	(void)state;
	fill();
	begin(&r, true, false, ITEMS);
	while (is_more) {
		sample.asked = 0;
		is_more = ranking_step(&r, MAY);
		assert_true(sample.asked <= MAY + RANKING_BATCH);
	}
	check_order(&r, ITEMS);
	ranking_clear(&r);
}

static void
what_was_read_so_far_is_in_order_too(void **state)
{
	struct ranking r = { 0 };

	(void)state;
	fill();
	begin(&r, false, false, ITEMS);
	while (ranking_step(&r, 1))
		check_order(&r, r.count);
	check_order(&r, ITEMS);
	ranking_clear(&r);
}

static void
expect_groups(uint32_t span)
{
	struct ranking r = { .group_span = span };
	uint32_t group = 0;

	if (span == 0)
		span = 1;
	fill();
	begin(&r, false, true, ITEMS);
	while (ranking_step(&r, 100))
		continue;
	for (uint32_t i = 0; i < ITEMS; i++) {
		bool is_begin = group < r.group_count && r.groups[group] == i;
		bool is_other = i == 0 ||
		    sample.numbers[ranking_get_item(&r, i)] / span !=
			sample.numbers[ranking_get_item(&r, i - 1)] / span;

		assert_int_equal(is_begin, is_other);
		group += is_begin;
	}
	ranking_clear(&r);
}

static void
groups_begin_where_the_first_part_changes(void **state)
{
	(void)state;
	expect_groups(0);
}

static void
a_span_of_first_parts_is_one_group(void **state)
{
	(void)state;
	expect_groups(10);
}

static void
items_that_are_not_there_are_left_out(void **state)
{
	struct ranking r = { 0 };

	(void)state;
	fill();
	sample.there = 1000;
	begin(&r, true, false, ITEMS);
	while (ranking_step(&r, 100))
		continue;
	check_order(&r, 1000);
	assert_int_equal(r.item_count, 1000);
	ranking_clear(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(items_stand_in_the_order_of_their_keys),
		cmocka_unit_test(a_step_reads_little_more_than_it_may),
		cmocka_unit_test(what_was_read_so_far_is_in_order_too),
		cmocka_unit_test(groups_begin_where_the_first_part_changes),
		cmocka_unit_test(a_span_of_first_parts_is_one_group),
		cmocka_unit_test(items_that_are_not_there_are_left_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
