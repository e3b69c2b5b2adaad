/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "cli/record_set.h"

enum { MANY = 5000 };

static void
a_record_is_met_once(void **state)
{
	struct record_set set = { 0 };

	(void)state;
	for (int round = 0; round < 2; round++) {
		for (int64_t i = 1; i <= MANY; i++) {
			assert_int_equal(record_set_add(&set, RECORD_TOPIC, i),
			    round == 0);
			assert_int_equal(record_set_add(&set, RECORD_FIGURE, i),
			    round == 0);
		}
	}
	assert_int_equal(set.count, 2 * MANY);
	record_set_clear(&set);
	assert_int_equal(set.count, 0);
}

static void
any_number_of_a_row_will_do(void **state)
{
	static const int64_t rows[] = { 0, -1, INT64_MAX, INT64_MIN, 1 };
	struct record_set set = { 0 };

	(void)state;
	for (int round = 0; round < 2; round++) {
		for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
			assert_int_equal(record_set_add(&set, RECORD_SOURCE,
					     rows[i]),
			    round == 0);
	}
	record_set_clear(&set);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_record_is_met_once),
		cmocka_unit_test(any_number_of_a_row_will_do),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
