/* SPDX-License-Identifier: ISC */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lab.h"
#include "unit.h"

/* ibid among other programs: signals, and terminals that are none. */

static struct screen *
start(struct lab *lab)
{
	struct screen *s = lab_start_sized(lab, 24, 80);

	screen_wait_for(s, "Tide mills", SCREEN_PATIENCE_MS);
	return s;
}

/* Everything that could be left over is on: mouse, a colour, the pane. */
static struct screen *
start_with_all(struct lab *lab)
{
	struct screen *s = start(lab);

	screen_type_text(s, ":set mouse yes\r");
	screen_send(s, "T");
	screen_wait_for(s, "Behind this sentence", SCREEN_PATIENCE_MS);
	return s;
}

static void
quitting_gives_the_terminal_back(void **state)
{
	struct lab *lab = *state;

	start_with_all(lab);
	lab_quit(lab);
}

static void
every_signal_gives_the_terminal_back(void **state)
{
	static const int signals[] = { SIGTERM, SIGHUP, SIGINT, SIGQUIT,
		SIGPIPE, SIGUSR1, SIGUSR2, SIGALRM, SIGXCPU, SIGXFSZ, SIGSEGV,
		SIGABRT, SIGBUS, SIGFPE, SIGILL };
	struct lab *lab = *state;

	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
		struct screen *s = start_with_all(lab);
		const char *left;

		screen_signal(s, signals[i]);
		screen_wait_end(s, SCREEN_PATIENCE_MS);
		left = screen_find_left(s);
		screen_expect(s, !left, "signal %d leaves nothing behind: %s",
		    signals[i], left ? left : "");
	}
}

/* What a crash writes was made ready for a size that may be gone. */
static void
a_crash_in_a_window_that_grew_gives_all_rows_back(void **state)
{
	struct lab *lab = *state;
	struct screen *s = start_with_all(lab);

	screen_signal(s, SIGSTOP);
	screen_wait_stop(s, SCREEN_PATIENCE_MS);
	screen_resize(s, 40, 100);
	screen_signal(s, SIGSEGV);
	screen_continue(s);
	screen_wait_end(s, SCREEN_PATIENCE_MS);
	screen_expect_given_back(s);
}

/* Where there is one screen only, what comes next stands in the last row. */
static void
the_row_of_the_next_prompt_is_empty(void **state)
{
	static const struct screen_options options = { .term = "vt100" };
	static const int signals[] = { SIGTERM, SIGSEGV };

	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
		struct screen *s = lab_start(*state, &options, NULL);
		int row, col;

		screen_wait_for(s, "? help", SCREEN_PATIENCE_MS);
		screen_signal(s, signals[i]);
		screen_wait_end(s, SCREEN_PATIENCE_MS);
		screen_get_cursor(s, &row, &col);
		screen_expect(s, col == 0 && screen_get_row(s, row)[0] == '\0',
		    "nothing stands in row %d", row);
	}
}

/* Its parent learns what ended it, as a shell wants to. */
static void
a_crash_is_told_to_the_parent(void **state)
{
	struct lab *lab = *state;
	struct screen *s = start(lab);
	int status;

	screen_signal(s, SIGSEGV);
	status = screen_wait_end(s, SCREEN_PATIENCE_MS);
	screen_expect(s, WIFSIGNALED(status) && WTERMSIG(status) == SIGSEGV,
	    "the status %#x is that of a crash", (unsigned)status);
}

static void
end_by_control_c_or_stay(struct screen *s)
{
	/* ^C is a key: it may end ibid or not, but never badly. */
	screen_send(s, "^C");
	screen_wait_quiet(s, 200, SCREEN_PATIENCE_MS);
}

static void
control_c_does_no_harm(void **state)
{
	struct lab *lab = *state;
	struct screen *s = start(lab);
	int status;

	end_by_control_c_or_stay(s);
	if (kill(screen_get_process(s), 0) == 0)
		screen_send(s, "Q");
	status = screen_wait_end(s, SCREEN_PATIENCE_MS);
	screen_expect(s, status != 0x8b, "no crash");
	screen_expect_given_back(s);
}

static void
it_stops_and_goes_on(void **state)
{
	struct lab *lab = *state;
	struct screen *s = start_with_all(lab);

	screen_send(s, "^Z");
	screen_wait_stop(s, SCREEN_PATIENCE_MS);
	screen_expect_given_back(s);
	screen_continue(s);
	screen_wait_for(s, "Behind this sentence", SCREEN_PATIENCE_MS);
	screen_signal(s, SIGTSTP);
	screen_wait_stop(s, SCREEN_PATIENCE_MS);
	screen_expect_given_back(s);
	screen_resize(s, 30, 100);
	screen_continue(s);
	screen_wait_for(s, "Behind this sentence", SCREEN_PATIENCE_MS);
	screen_send(s, "F");
	screen_wait_for(s, "Mills at work", SCREEN_PATIENCE_MS);
	lab_quit(lab);
}

static void
a_terminal_that_goes_away_ends_it(void **state)
{
	struct lab *lab = *state;
	struct screen *s = start(lab);

	screen_hang_up(s);
	screen_wait_end(s, SCREEN_PATIENCE_MS);
}

/* Nobody reads: a program that waits for that would hang for ever. */
static void
input_that_ends_ends_it(void **state)
{
	struct lab *lab = *state;
	char command[8192];
	const char *argv[] = { "sh", "-c", command, NULL };
	struct screen_options options = { .rows = 24, .cols = 80 };
	struct screen *s;

	snprintf(command, sizeof command, "'%s' -d '%s' mills <&-; echo =$?",
	    lab->ibid, lab->collection);
	s = lab_start_program(lab, &options, argv);
	screen_wait_end(s, SCREEN_PATIENCE_MS);
	screen_expect_given_back(s);
	snprintf(command, sizeof command,
	    "'%s' -d '%s' mills </dev/null; echo =$?", lab->ibid,
	    lab->collection);
	s = lab_start_program(lab, &options, argv);
	screen_wait_end(s, SCREEN_PATIENCE_MS);
	screen_expect_given_back(s);
}

static void
idle_sends_nothing(void **state)
{
	struct lab *lab = *state;
	struct screen *s = start_with_all(lab);
	size_t before;

	assert_true(screen_wait_quiet(s, 300, SCREEN_PATIENCE_MS));
	before = screen_count(s);
	screen_wait_quiet(s, 1000, 1000);
	screen_expect(s, screen_count(s) == before,
	    "nothing is sent in a second (%zu bytes)",
	    screen_count(s) - before);
}

/* Time for a second, and processor time as good as none. */
static void
idle_does_nothing(void **state)
{
	struct lab *lab = *state;
	struct screen *s = start_with_all(lab);
	char path[64], line[1024];
	unsigned long user[2] = { 0 }, system[2] = { 0 };

	screen_wait_quiet(s, 300, SCREEN_PATIENCE_MS);
	for (int i = 0; i < 2; i++) {
		FILE *f;
		const char *at;

		snprintf(path, sizeof path, "/proc/%d/stat",
		    (int)screen_get_process(s));
		f = fopen(path, "r");
		if (!f)
			skip();
		at = fgets(line, sizeof line, f) ? strrchr(line, ')') : NULL;
		fclose(f);
		if (!at ||
		    sscanf(at,
			") %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu",
			&user[i], &system[i]) != 2)
			skip();
		screen_wait_quiet(s, 1000, 1000);
	}
	screen_expect(s, user[1] + system[1] <= user[0] + system[0] + 2,
	    "an idle second costs no time");
}

/* ---- What is no terminal, or not one that is known ---- */

static void
an_unknown_terminal_is_a_sentence(void **state)
{
	struct lab *lab = *state;
	struct screen_options options = { .rows = 24,
		.cols = 80,
		.term = "no-such-terminal" };
	struct screen *s = lab_start(lab, &options, NULL);
	int status = screen_wait_end(s, SCREEN_PATIENCE_MS);

	screen_expect(s, WIFEXITED(status) && WEXITSTATUS(status) == 2,
	    "its status is 2, not %#x", (unsigned)status);
	screen_expect(s, screen_has(s, "ibid: "), "it says so");
	screen_expect(s, screen_has(s, "no-such-terminal"), "with its name");
	screen_expect_given_back(s);
}

static void
a_dumb_terminal_is_a_sentence_or_text(void **state)
{
	struct lab *lab = *state;
	struct screen_options options = { .rows = 24,
		.cols = 80,
		.term = "dumb" };
	const char *more[] = { "mills", NULL };
	struct screen *s = lab_start(lab, &options, more);

	size_t len;
	const char *raw;

	screen_wait_end(s, SCREEN_PATIENCE_MS);
	raw = screen_get_raw(s, &len);
	screen_expect(s,
	    screen_has(s, "ibid: ") || memmem(raw, len, "How many", 8),
	    "it says so, or prints the page");
	screen_expect_given_back(s);
}

/* Runs a line of shell on the terminal and waits for its end. */
static struct screen *
run_line(struct lab *lab, const char *format)
{
	struct screen_options options = { .rows = 24, .cols = 80 };
	char command[16384];
	const char *argv[] = { "sh", "-c", command, NULL };
	struct screen *s;
	const char *raw;
	size_t len;

	snprintf(command, sizeof command,
	    "ibid='%s' && export IBID_COLLECTION='%s'"
	    " && %s",
	    lab->ibid, lab->collection, format);
	s = lab_start_program(lab, &options, argv);
	screen_wait_end(s, SCREEN_PATIENCE_MS);
	raw = screen_get_raw(s, &len);
	screen_expect(s, !memmem(raw, len, "\033[?1049h", 8),
	    "no screen is opened");
	screen_expect_given_back(s);
	return s;
}

static void
output_to_a_pipe_is_text(void **state)
{
	struct screen *s = run_line(*state, "$ibid mills | cat");
	size_t len;
	const char *raw = screen_get_raw(s, &len);

	assert_non_null(memmem(raw, len, "The survey found", 16));
	assert_null(memchr(raw, '\033', len));
	s = run_line(*state, "$ibid | cat");
	raw = screen_get_raw(s, &len);
	assert_non_null(memmem(raw, len, "Tide mills", 10));
	assert_null(memchr(raw, '\033', len));
}

static void
closed_output_is_no_crash(void **state)
{
	struct screen *s = run_line(*state,
	    "{ $ibid mills >&-; echo \"status $?\"; }");
	size_t len;
	const char *raw = screen_get_raw(s, &len);

	assert_non_null(memmem(raw, len, "status ", 7));
	assert_null(memmem(raw, len, "status 13", 9));
	s = run_line(*state, "{ $ibid mills <&- >&-; echo \"status $?\"; }");
	raw = screen_get_raw(s, &len);
	assert_null(memmem(raw, len, "status 13", 9));
}

static void
a_wrong_topic_is_a_sentence(void **state)
{
	struct lab *lab = *state;
	struct screen_options options = { .rows = 24, .cols = 80 };
	const char *more[] = { "millz", NULL };
	struct screen *s = lab_start(lab, &options, more);
	int status = screen_wait_end(s, SCREEN_PATIENCE_MS);

	screen_expect(s, WIFEXITED(status) && WEXITSTATUS(status) == 2,
	    "its status is 2, not %#x", (unsigned)status);
	screen_expect(s, screen_has(s, "millz"), "it says so");
	screen_expect_given_back(s);
}

static void
a_missing_collection_is_a_sentence(void **state)
{
	struct lab *lab = *state;
	struct screen_options options = { .rows = 24, .cols = 80 };
	const char *more[] = { "-d", "/no/such.ibid", NULL };
	struct screen *s = lab_start(lab, &options, more);

	screen_wait_end(s, SCREEN_PATIENCE_MS);
	screen_expect(s, screen_has(s, "ibid: /no/such.ibid"), "it says so");
	screen_expect_given_back(s);
}

/* Its modes are those of a line that IXON never stops. */
static void
flow_control_keys_stop_nothing(void **state)
{
	struct lab *lab = *state;
	struct screen *s = start(lab);

	screen_send(s, "^S");
	screen_send(s, "F");
	screen_wait_for(s, "Mills at work", SCREEN_PATIENCE_MS);
	lab_quit(lab);
}

#define row(name) cmocka_unit_test_teardown(name, lab_clean)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		row(quitting_gives_the_terminal_back),
		row(every_signal_gives_the_terminal_back),
		row(a_crash_in_a_window_that_grew_gives_all_rows_back),
		row(the_row_of_the_next_prompt_is_empty),
		row(a_crash_is_told_to_the_parent),
		row(control_c_does_no_harm),
		row(it_stops_and_goes_on),
		row(a_terminal_that_goes_away_ends_it),
		row(input_that_ends_ends_it),
		row(idle_sends_nothing),
		row(idle_does_nothing),
		row(an_unknown_terminal_is_a_sentence),
		row(a_dumb_terminal_is_a_sentence_or_text),
		row(output_to_a_pipe_is_text),
		row(closed_output_is_no_crash),
		row(a_wrong_topic_is_a_sentence),
		row(a_missing_collection_is_a_sentence),
		row(flow_control_keys_stop_nothing),
	};

	return cmocka_run_group_tests(tests, lab_open, lab_close);
}
