/* SPDX-License-Identifier: ISC */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "screen.h"
#include "unit.h"

/* The harness itself, proved on a program of its own and on less. */

static int
clean_up(void **state)
{
	screen_free(*state);
	*state = NULL;
	return 0;
}

static struct screen *
start_sampler(void **state, const char *fault)
{
	struct screen_options options = { .rows = 24, .cols = 80 };
	char path[4096];
	const char *builddir = getenv("top_builddir");
	const char *argv[] = { path, fault, NULL };

	snprintf(path, sizeof path, "%s/tests/screen/sampler",
	    builddir ? builddir : ".");
	*state = screen_start(&options, argv);
	screen_wait_for(*state, "Sampler", SCREEN_PATIENCE_MS);
	return *state;
}

static void
what_is_drawn_is_read_cell_by_cell(void **state)
{
	struct screen *s = start_sampler(state, NULL);
	VTermScreenCell cell;
	char line[81] = "";
	int row, col;

	memset(line, '=', sizeof line - 1);
	screen_wait_for(s, line, SCREEN_PATIENCE_MS);
	assert_true(screen_wait_quiet(s, 100, SCREEN_PATIENCE_MS));
	assert_string_equal(screen_get_row(s, 0), "Sampler 80x24");
	assert_string_equal(screen_get_row(s, 2), "Wide 밀물 and a line of");
	screen_get_cell(s, 0, 0, &cell);
	assert_int_equal(cell.chars[0], 'S');
	assert_true(cell.attrs.bold);
	screen_get_cursor(s, &row, &col);
	assert_int_equal(row, 1);
	assert_int_equal(col, 4);
	assert_true(screen_is_alternate(s));
	assert_int_equal(screen_count_unknown(s), 0);
}

static void
keys_arrive_by_their_names(void **state)
{
	struct screen *s = start_sampler(state, NULL);

	screen_send(s, "x");
	screen_wait_for(s, "key 120", SCREEN_PATIENCE_MS);
	screen_send(s, "Space");
	screen_wait_for(s, "key 32", SCREEN_PATIENCE_MS);
	screen_send(s, "^F");
	screen_wait_for(s, "key 6", SCREEN_PATIENCE_MS);
	screen_send(s, "Down");
	screen_wait_for(s, "key 258", SCREEN_PATIENCE_MS);
	screen_send(s, "F1");
	screen_wait_for(s, "F1", SCREEN_PATIENCE_MS);
}

static void
a_size_reaches_the_program(void **state)
{
	struct screen *s = start_sampler(state, NULL);

	screen_resize(s, 5, 20);
	screen_wait_for(s, "Sampler 20x5", SCREEN_PATIENCE_MS);
	screen_resize(s, 200, 500);
	screen_wait_for(s, "Sampler 500x200", SCREEN_PATIENCE_MS);
	screen_resize(s, 1, 1);
	screen_wait_quiet(s, 100, SCREEN_PATIENCE_MS);
	screen_resize(s, 24, 80);
	screen_wait_for(s, "Sampler 80x24", SCREEN_PATIENCE_MS);
	screen_send(s, "q");
	assert_int_equal(screen_wait_end(s, SCREEN_PATIENCE_MS), 0);
	screen_expect_given_back(s);
}

static void
a_stopped_program_goes_on(void **state)
{
	struct screen *s = start_sampler(state, NULL);

	screen_send(s, "^Z");
	screen_wait_stop(s, SCREEN_PATIENCE_MS);
	screen_expect_given_back(s);
	screen_continue(s);
	screen_wait_for(s, "key 26", SCREEN_PATIENCE_MS);
	screen_send(s, "q");
	screen_wait_end(s, SCREEN_PATIENCE_MS);
	screen_expect_given_back(s);
}

static void
a_fault_is_noticed(void **state)
{
	static const struct {
		const char *fault, *left;
	} rows[] = {
		{ "modes", "the modes of the line" },
		{ "alternate", "the alternate screen" },
		{ "cursor", "an invisible cursor" },
		{ "mouse", "the mouse" },
		{ "paste", "pastes are bracketed" },
		{ "focus", "the focus is reported" },
		{ "keys", "arrow keys are the application's" },
		{ "bold", "bold is on" },
		{ "colour", "text has a colour" },
		{ "lines", "letters are drawn as lines" },
		{ "scroll", "a part of the screen scrolls" },
		{ "wrap", "lines do not wrap" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct screen *s = start_sampler(state, rows[i].fault);
		const char *left;

		screen_send(s, "q");
		screen_wait_end(s, SCREEN_PATIENCE_MS);
		left = screen_find_left(s);
		assert_non_null(left);
		assert_string_equal(left, rows[i].left);
		clean_up(state);
	}
}

static void
an_idle_program_is_quiet(void **state)
{
	struct screen *s = start_sampler(state, NULL);
	size_t before;

	assert_true(screen_wait_quiet(s, 200, SCREEN_PATIENCE_MS));
	before = screen_count(s);
	assert_true(screen_wait_quiet(s, 500, SCREEN_PATIENCE_MS));
	assert_int_equal(screen_count(s), before);
	screen_send(s, "x");
	screen_wait_for(s, "key 120", SCREEN_PATIENCE_MS);
	assert_true(screen_count(s) > before);
}

static void
a_signal_ends_it(void **state)
{
	struct screen *s = start_sampler(state, NULL);
	int status;

	screen_signal(s, SIGTERM);
	status = screen_wait_end(s, SCREEN_PATIENCE_MS);
	assert_true(WIFEXITED(status) || WIFSIGNALED(status));
}

static void
less_shows_a_file(void **state)
{
	struct screen_options options = { .rows = 10, .cols = 40 };
	const char *argv[] = { "sh", "-c",
		"i=0; while [ $i -lt 50 ]; do i=$((i + 1)); echo Line $i; done"
		"| less",
		NULL };
	struct screen *s;

	if (system("less --version >/dev/null 2>&1") != 0)
		skip();
	s = *state = screen_start(&options, argv);
	screen_wait_for(s, "Line 9", SCREEN_PATIENCE_MS);
	screen_send(s, "Space");
	screen_wait_for(s, "Line 18", SCREEN_PATIENCE_MS);
	screen_wait_gone(s, "Line 9", SCREEN_PATIENCE_MS);
	screen_send(s, "q");
	screen_wait_end(s, SCREEN_PATIENCE_MS);
	screen_expect_given_back(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(what_is_drawn_is_read_cell_by_cell,
		    clean_up),
		cmocka_unit_test_teardown(keys_arrive_by_their_names, clean_up),
		cmocka_unit_test_teardown(a_size_reaches_the_program, clean_up),
		cmocka_unit_test_teardown(a_stopped_program_goes_on, clean_up),
		cmocka_unit_test_teardown(a_fault_is_noticed, clean_up),
		cmocka_unit_test_teardown(an_idle_program_is_quiet, clean_up),
		cmocka_unit_test_teardown(a_signal_ends_it, clean_up),
		cmocka_unit_test_teardown(less_shows_a_file, clean_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
