/* SPDX-License-Identifier: ISC */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lab.h"
#include "unit.h"

/* What is outside of ibid: browsers, and a collection that is replaced. */

enum { WAIT = SCREEN_PATIENCE_MS };

/* ---- Browsers ---- */

static void
write_program(const struct lab *lab, const char *name, const char *text)
{
	char path[1024];
	FILE *file;

	lab_path(lab, path, sizeof path, name);
	file = fopen(path, "w");
	assert_non_null(file);
	fprintf(file, "#!/bin/sh\n%s\n", text);
	fclose(file);
	assert_int_equal(chmod(path, 0700), 0);
}

/* At a source with a URL; the browser is a program of the lab's folder. */
static struct screen *
start_with_browser(struct lab *lab, const char *name, const char *text)
{
	const char *argument[] = { "source:society", NULL };
	char browser[2048];
	const char *more[] = { browser, NULL };
	struct screen_options options = { .rows = 24,
		.cols = 80,
		.more = more };
	struct screen *s;

	if (text)
		write_program(lab, name, text);
	snprintf(browser, sizeof browser, "BROWSER=%s/%s", lab->dir, name);
	s = lab_start(lab, &options, argument);
	screen_wait_for(s, "mills.example.org", WAIT);
	return s;
}

/* The pipe that it waits at is closed, by whoever is asked to say so. */
static void
keys_go_on_while_a_browser_runs_outside(void **state)
{
	struct lab *lab = *state;
	char gate[1024], line[2048];
	struct screen *s;
	FILE *file;

	lab_path(lab, gate, sizeof gate, "gate");
	assert_int_equal(mkfifo(gate, 0600), 0);
	snprintf(line, sizeof line,
	    "echo noise; echo noise >&2; read x <'%s'; exit 5", gate);
	s = start_with_browser(lab, "slow", line);
	screen_send(s, "x");
	screen_wait_for(s, "Given to slow.", WAIT);
	screen_expect(s, screen_is_alternate(s), "the screen stays");
	screen_send(s, "F");
	screen_wait_for(s, "Figures by measure", WAIT);
	screen_expect(s, !screen_has(s, "noise"), "nothing of it is seen");
	file = fopen(gate, "w");
	assert_non_null(file);
	fputs("on\n", file);
	fclose(file);
	/* It is told of with a key, once it has ended. */
	for (int i = 0; i < 200 && !screen_has(s, "status 5"); i++) {
		screen_send(s, i % 2 ? "k" : "j");
		screen_wait_answer(s);
	}
	screen_wait_for(s, "slow ended with status 5.", WAIT);
	lab_quit(lab);
	unlink(gate);
}

static void
one_of_the_terminal_has_it_until_it_ends(void **state)
{
	struct lab *lab = *state;
	struct screen *s = start_with_browser(lab, "w3m",
	    "echo \"shows $1\"; read x; exit 4");

	screen_send(s, "x");
	screen_wait_for(s, "shows http", WAIT);
	screen_expect(s, !screen_is_alternate(s), "the terminal is its own");
	screen_type_text(s, "\n");
	screen_wait_for(s, "w3m ended with status 4.", WAIT);
	screen_wait_for(s, "mills.example.org", WAIT);
	lab_quit(lab);
}

static void
signals_end_ibid_while_a_browser_has_the_terminal(void **state)
{
	static const int signals[] = { SIGTERM, SIGHUP };
	struct lab *lab = *state;

	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
		struct screen *s = start_with_browser(lab, "w3m",
		    "echo here; exec sleep 60");
		int status;

		screen_send(s, "x");
		screen_wait_for(s, "here", WAIT);
		screen_signal(s, signals[i]);
		status = screen_wait_end(s, WAIT);
		screen_expect(s,
		    WIFSIGNALED(status) && WTERMSIG(status) == signals[i],
		    "it ends by signal %d, not %#x", signals[i],
		    (unsigned)status);
		screen_expect_given_back(s);
	}
}

static void
control_c_in_a_browser_is_not_for_ibid(void **state)
{
	struct lab *lab = *state;
	struct screen *s = start_with_browser(lab, "w3m", "echo here; read x");

	screen_send(s, "x");
	screen_wait_for(s, "here", WAIT);
	for (int i = 0; i < 2; i++) {
		screen_signal(s, SIGINT);
		screen_signal(s, SIGQUIT);
	}
	screen_type_text(s, "\n");
	screen_wait_for(s, "mills.example.org", WAIT);
	screen_wait_for(s, "help", WAIT);
	lab_quit(lab);
}

static void
a_browser_that_is_not_there_is_said(void **state)
{
	struct lab *lab = *state;
	struct screen *s = start_with_browser(lab, "none", NULL);

	screen_send(s, "x");
	screen_wait_for(s, "There is no program /", WAIT);
	lab_quit(lab);
}

/* ---- A new edition ---- */

/* Looked for at most once a second, when a key comes. */
static void
a_replaced_collection_is_said(void **state)
{
	struct lab *lab = *state;
	char fresh[1024], mine[1024];
	const char *argument[] = { "-d", mine, "mills", NULL };
	struct screen_options options = { .rows = 24, .cols = 80 };
	struct screen *s;

	lab_path(lab, fresh, sizeof fresh, "fresh.ibid");
	lab_path(lab, mine, sizeof mine, "mine.ibid");
	lab_copy(lab->collection, fresh);
	lab_copy(lab->collection, mine);
	s = lab_start(lab, &options, argument);
	screen_wait_for(s, "The survey found", WAIT);
	screen_send(s, ")");
	screen_wait_answer(s);
	assert_int_equal(rename(fresh, mine), 0);
	for (int i = 0; i < 200 && !screen_has(s, "replaced"); i++) {
		screen_send(s, i % 2 ? ")" : "(");
		screen_wait_quiet(s, 100, 100);
	}
	screen_wait_for(s, "The collection was replaced by a new edition.",
	    WAIT);
	lab_quit(lab);
	unlink(mine);
}

#define row(name) cmocka_unit_test_teardown(name, lab_clean)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		row(keys_go_on_while_a_browser_runs_outside),
		row(one_of_the_terminal_has_it_until_it_ends),
		row(signals_end_ibid_while_a_browser_has_the_terminal),
		row(control_c_in_a_browser_is_not_for_ibid),
		row(a_browser_that_is_not_there_is_said),
		row(a_replaced_collection_is_said),
	};

	return cmocka_run_group_tests(tests, lab_open, lab_close);
}
