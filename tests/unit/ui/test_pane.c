/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "ui/pane.h"

static bool
is_inside(struct rect inner, int rows, int cols)
{
	return inner.rows == 0 ||
	    (inner.row >= 0 && inner.col >= 0 && inner.rows > 0 &&
		inner.cols > 0 && inner.row + inner.rows <= rows &&
		inner.col + inner.cols <= cols);
}

static bool
overlap(struct rect a, struct rect b)
{
	return a.rows > 0 && b.rows > 0 && a.row < b.row + b.rows &&
	    b.row < a.row + a.rows && a.col < b.col + b.cols &&
	    b.col < a.col + a.cols;
}

static void
check_areas(const struct pane_areas *a, int rows, int cols)
{
	const struct rect *all[] = { &a->top, &a->bottom, &a->main,
		&a->contents, &a->citations };

	for (size_t i = 0; i < 5; i++) {
		assert_true(is_inside(*all[i], rows, cols));
		for (size_t j = 0; j < i; j++)
			assert_false(overlap(*all[i], *all[j]));
	}
}

static void
panes_fit_every_screen_and_never_overlap(void **state)
{
	(void)state;
	for (int rows = 1; rows <= 60; rows++) {
		for (int cols = 1; cols <= 250; cols += 3) {
			for (int i = 0; i < 24; i++) {
				struct pane_wish wish = { i & 1, i & 2, i & 4,
					(enum pane_id)(i / 8) };
				struct pane_areas areas;

				pane_share(&areas, rows, cols, &wish);
				check_areas(&areas, rows, cols);
			}
		}
	}
}

static void
the_pane_with_the_keys_is_always_shown(void **state)
{
	(void)state;
	for (int rows = 2; rows <= 60; rows++) {
		for (int cols = 20; cols <= 250; cols += 10) {
			struct pane_wish wish = { true, true, false,
				PANE_CITATIONS };
			struct pane_areas areas;

			pane_share(&areas, rows, cols, &wish);
			assert_true(areas.citations.rows > 0);
			wish.focus = PANE_CONTENTS;
			pane_share(&areas, rows, cols, &wish);
			assert_true(areas.contents.rows > 0);
			wish.focus = PANE_MAIN;
			pane_share(&areas, rows, cols, &wish);
			assert_true(areas.main.rows > 0);
		}
	}
}

static void
the_citation_pane_moves_to_the_right_from_110_columns(void **state)
{
	struct pane_wish wish = { true, true, false, PANE_MAIN };
	struct pane_areas areas;

	(void)state;
	pane_share(&areas, 24, 109, &wish);
	assert_false(areas.is_right);
	pane_share(&areas, 24, 110, &wish);
	assert_true(areas.is_right);
	assert_true(areas.citations.col > areas.main.col);
	pane_share(&areas, 24, 59, &wish);
	assert_true(areas.is_single);
	assert_int_equal(areas.contents.rows, 0);
}

/* Beside the citations and Contents, where all three stand side by side. */
static void
the_text_has_the_most_of_a_wide_screen(void **state)
{
	struct pane_wish wish = { true, true, false, PANE_MAIN };

	(void)state;
	for (int cols = 110; cols <= 500; cols++) {
		struct pane_areas a;

		pane_share(&a, 24, cols, &wish);
		assert_true(a.main.cols > a.citations.cols);
		assert_true(a.main.cols > a.contents.cols);
		assert_true(a.main.cols >= (cols < 132 ? 45 : 56));
		assert_true(a.citations.cols >= 36);
		assert_true(a.contents.cols <= (cols < 150 ? 24 : 34));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(panes_fit_every_screen_and_never_overlap),
		cmocka_unit_test(the_pane_with_the_keys_is_always_shown),
		cmocka_unit_test(
		    the_citation_pane_moves_to_the_right_from_110_columns),
		cmocka_unit_test(the_text_has_the_most_of_a_wide_screen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
