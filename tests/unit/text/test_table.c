/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "text/table.h"

enum { LARGEST = 4 };

static void
a_width_is_shared_fairly(void **state)
{
	static const struct {
		size_t width_cols;
		size_t count;
		struct table_column columns[LARGEST]; /* with the answers */
		bool fits;
	} cases[] = {
		/* all have what they want */
		{ 80, 2, { { 3, 10, 10 }, { 5, 20, 20 } }, true },
		/* the narrow one is satisfied, the wide one takes the rest */
		{ 32, 2, { { 3, 10, 10 }, { 5, 90, 20 } }, true },
		/* the rest is shared */
		{ 22, 2, { { 3, 90, 10 }, { 5, 90, 10 } }, true },
		{ 23, 2, { { 3, 90, 11 }, { 5, 90, 10 } }, true },
		/* exactly the least */
		{ 10, 2, { { 3, 90, 3 }, { 5, 90, 5 } }, true },
		{ 9, 2, { { 3, 90, 3 }, { 5, 90, 5 } }, false },
		{ 34, 3, { { 1, 4, 4 }, { 12, 40, 13 }, { 2, 50, 13 } }, true },
		{ 5, 1, { { 0, 0, 0 } }, true },
		{ 5, 0, { { 0, 0, 0 } }, true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct table_column columns[LARGEST];

		for (size_t j = 0; j < LARGEST; j++) {
			columns[j] = cases[i].columns[j];
			columns[j].width_cols = 99;
		}
		assert_int_equal(table_share(columns, cases[i].count, 2,
				     cases[i].width_cols),
		    cases[i].fits);
		for (size_t j = 0; j < cases[i].count; j++)
			assert_int_equal(columns[j].width_cols,
			    cases[i].columns[j].width_cols);
	}
}

static void
no_column_count_overflows(void **state)
{
	struct table_column columns[] = {
		{ .min_cols = SIZE_MAX, .max_cols = SIZE_MAX },
		{ .min_cols = SIZE_MAX, .max_cols = SIZE_MAX },
	};

	(void)state;
	assert_false(table_share(columns, 2, 2, 80));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_width_is_shared_fairly),
		cmocka_unit_test(no_column_count_overflows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
