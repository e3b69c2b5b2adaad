/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdlib.h>

#include "search/bits.h"
#include "search/kept.h"

static uint32_t state_of_random = 7;

static uint32_t
take_random(void)
{
	state_of_random = state_of_random * 1664525 + 1013904223;
	return state_of_random >> 8;
}

static void
a_record_is_kept_once(void **state)
{
	struct kept_list r = { 0 };
	bool is_new;

	(void)state;
	for (int round = 0; round < 2; round++) {
		for (int64_t i = 0; i < 5000; i++) {
			enum record_kind kind = i % 2 ? RECORD_TOPIC :
							RECORD_FIGURE;
			struct kept *k = kept_add(&r, kind, i / 2, &is_new);

			assert_int_equal(is_new, round == 0);
			assert_int_equal(k->record, i / 2);
			assert_int_equal(k->kind, kind);
			assert_ptr_equal(kept_find(&r, kind, i / 2), k);
		}
	}
	assert_int_equal(r.count, 5000);
	assert_null(kept_find(&r, RECORD_SOURCE, 1));
	assert_null(kept_find(&r, RECORD_TOPIC, -1));
	assert_null(kept_add(&r, RECORD_TOPIC, INT64_MAX, &is_new));
	kept_clear(&r);
	assert_null(kept_find(&r, RECORD_TOPIC, 1));
}

static void
no_more_records_are_kept_than_the_limit(void **state)
{
	struct kept_list r = { 0 };
	bool is_new;

	(void)state;
	for (int64_t i = 0; i < KEPT_LIMIT; i++)
		assert_non_null(kept_add(&r, RECORD_SOURCE, i, &is_new));
	assert_null(kept_add(&r, RECORD_SOURCE, KEPT_LIMIT, &is_new));
	assert_non_null(kept_add(&r, RECORD_SOURCE, 5, &is_new));
	assert_false(is_new);
	kept_clear(&r);
}

static int
compare(const void *a, const void *b)
{
	const struct kept *x = a, *y = b;

	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	if (x->matches != y->matches)
		return x->matches > y->matches ? -1 : 1;
	return x->best < y->best ? -1 : x->best > y->best;
}

static void
the_best_are_ranked_however_many_are_asked_for(void **state)
{
	static const uint32_t wanted[] = { 1, 50, 129, 1000, 2999, 3000, 9999 };
	static struct kept sorted[3000];
	struct kept_list r = { 0 };
	struct ranked_list ranking = { 0 };
	bool is_new;

	(void)state;
	for (uint32_t i = 0; i < 3000; i++) {
		struct kept *k = kept_add(&r, RECORD_TOPIC, i, &is_new);

		k->rank = take_random() % 4;
		k->matches = take_random() % 9;
		k->best = i + 1;
		sorted[i] = *k;
	}
	qsort(sorted, 3000, sizeof sorted[0], compare);
	for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++) {
		ranked_make(&ranking, &r, RECORD_TOPIC, wanted[i], 1);
		assert_true(
		    ranking.count >= wanted[i] || ranking.count == 3000);
		for (uint32_t j = 0; j < ranking.count; j++)
			assert_int_equal(
			    r.kept[ranking.ranked[j].number].record,
			    sorted[j].record);
	}
	ranked_make(&ranking, &r, RECORD_FIGURE, 10, 2);
	assert_int_equal(ranking.count, 0);
	ranked_clear(&ranking);
	kept_clear(&r);
}

static void
bits_are_found_forwards_and_backwards(void **state)
{
	static bool is_set[5000];
	struct bits b = { 0 };

	(void)state;
	assert_int_equal(bits_find(&b, 1, INT64_MAX), 0);
	assert_int_equal(bits_find_before(&b, INT64_MAX), 0);
	for (int i = 0; i < 300; i++) {
		int64_t n = 1 + take_random() % 4999;

		is_set[n] = true;
		assert_true(bits_set(&b, n));
	}
	for (int64_t i = 0; i < 5000; i++) {
		int64_t next = i, before = i - 1, last = i + take_random() % 99;

		while (next <= last && (next >= 5000 || !is_set[next]))
			next++;
		while (before > 0 && !is_set[before])
			before--;
		assert_int_equal(bits_find(&b, i, last),
		    next <= last ? next : 0);
		assert_int_equal(bits_find_before(&b, i),
		    before > 0 ? before : 0);
	}
	assert_int_equal(bits_find(&b, INT64_MAX, INT64_MAX), 0);
	assert_false(bits_set(&b, BITS_LIMIT));
	assert_false(bits_set(&b, -1));
	bits_clear(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_record_is_kept_once),
		cmocka_unit_test(no_more_records_are_kept_than_the_limit),
		cmocka_unit_test(
		    the_best_are_ranked_however_many_are_asked_for),
		cmocka_unit_test(bits_are_found_forwards_and_backwards),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
