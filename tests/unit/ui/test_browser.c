/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/str.h"
#include "ui/browser.h"

/* A folder with programs of stated names, in PATH before all others. */
struct shelf {
	char dir[64];
	struct arena arena;
	struct error err;
};

static void
add_program(const struct shelf *shelf, const char *name, const char *text)
{
	char path[128];
	FILE *file;

	snprintf(path, sizeof path, "%s/%s", shelf->dir, name);
	file = fopen(path, "w");
	assert_non_null(file);
	fprintf(file, "#!/bin/sh\n%s\n", text);
	fclose(file);
	assert_int_equal(chmod(path, 0700), 0);
}

static int
set_up(void **state)
{
	static struct shelf shelf = { .dir = "/tmp/ibid-browser-XXXXXX" };

	if (!mkdtemp(shelf.dir))
		return -1;
	add_program(&shelf, "fox", "exit 0");
	add_program(&shelf, "w3m", "exit 0");
	add_program(&shelf, "fails", "exit 3");
	add_program(&shelf, "xdg-open", "exit 0");
	add_program(&shelf, "tty-less", "read x; echo out; test ! -t 0");
	setenv("PATH", shelf.dir, 1);
	*state = &shelf;
	return 0;
}

static int
tear_down(void **state)
{
	struct shelf *shelf = *state;
	char command[128];

	arena_clear(&shelf->arena);
	setenv("PATH", "/usr/bin:/bin", 1);
	snprintf(command, sizeof command, "rm -rf '%s'", shelf->dir);
	return system(command);
}

static void
a_list_of_commands_is_read_as_written(void **state)
{
	static const struct {
		const char *list, *words;
		bool has_terminal;
	} rows[] = {
		{ "fox", "fox|http://x/|", false },
		{ "w3m", "w3m|http://x/|", true },
		{ "fox -new %s", "fox|-new|http://x/|", false },
		{ "  fox\t--url=%s  ", "fox|--url=http://x/|", false },
		{ "fox a%cb %%s", "fox|a:b|%s|http://x/|", false },
		{ "fox 100%", "fox|100%|http://x/|", false },
		{ "none:w3m -T x:fox", "w3m|-T|x|http://x/|", true },
		{ "::fox", "fox|http://x/|", false },
		{ "none; touch x:fox $(x)", "fox|$(x)|http://x/|", false },
	};
	struct shelf *shelf = *state;
	struct str words;

	str_init(&words, 0);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct browser browser;

		str_reset(&words);
		assert_int_equal(browser_find(&browser, rows[i].list,
				     "http://x/", &shelf->arena, &shelf->err),
		    STATUS_OK);
		for (char **word = browser.words; *word; word++)
			str_add_format(&words, "%s|", *word);
		assert_string_equal(words.data, rows[i].words);
		assert_int_equal(browser.has_terminal, rows[i].has_terminal);
	}
	str_clear(&words);
}

static void
without_a_list_the_usual_is_taken(void **state)
{
	struct shelf *shelf = *state;
	struct browser browser;

	unsetenv("WAYLAND_DISPLAY");
	setenv("DISPLAY", ":0", 1);
	assert_int_equal(browser_find(&browser, "", "http://x/", &shelf->arena,
			     &shelf->err),
	    STATUS_OK);
	assert_string_equal(browser.name, "xdg-open");
	assert_false(browser.has_terminal);
	unsetenv("DISPLAY");
	assert_int_equal(browser_find(&browser, NULL, "http://x/",
			     &shelf->arena, &shelf->err),
	    STATUS_OK);
	assert_string_equal(browser.name, "w3m");
	assert_true(browser.has_terminal);
}

static void
what_is_not_there_is_named(void **state)
{
	struct shelf *shelf = *state;
	struct browser browser;

	assert_int_equal(browser_find(&browser, "/no/such:none", "http://x/",
			     &shelf->arena, &shelf->err),
	    STATUS_NOT_FOUND);
	assert_string_equal(shelf->err.message,
	    "There is no program /no/such, which $BROWSER names.");
	assert_int_equal(browser_find(&browser, ": :", "http://x/",
			     &shelf->arena, &shelf->err),
	    STATUS_NOT_FOUND);
	assert_string_equal(shelf->err.message,
	    "No browser was found; $BROWSER can name one.");
}

static int
run(struct shelf *shelf, const char *list)
{
	struct browser browser;
	pid_t child;
	int status;

	assert_int_equal(browser_find(&browser, list, "http://x/",
			     &shelf->arena, &shelf->err),
	    STATUS_OK);
	assert_int_equal(browser_start(&child, &browser, &shelf->err),
	    STATUS_OK);
	assert_int_equal(waitpid(child, &status, 0), child);
	return status;
}

static void
one_that_fails_is_told_of(void **state)
{
	char text[64];

	assert_false(
	    browser_has_failed(text, sizeof text, "fox", run(*state, "fox")));
	assert_true(browser_has_failed(text, sizeof text, "fails",
	    run(*state, "fails")));
	assert_string_equal(text, "fails ended with status 3.");
	assert_false(browser_has_failed(text, sizeof text, "tty-less",
	    run(*state, "tty-less")));
	assert_true(browser_has_failed(text, sizeof text, "fox", SIGTERM));
	assert_string_equal(text, "fox was ended by signal 15.");
}

static void
one_that_cannot_be_run_is_told_of(void **state)
{
	struct shelf *shelf = *state;
	struct browser browser;
	char folder[128];
	pid_t child;

	/* A folder may be entered, which looks like a program. */
	snprintf(folder, sizeof folder, "%s/.", shelf->dir);
	assert_int_equal(browser_find(&browser, folder, "http://x/",
			     &shelf->arena, &shelf->err),
	    STATUS_OK);
	assert_int_equal(browser_start(&child, &browser, &shelf->err),
	    STATUS_IO);
	assert_non_null(strstr(shelf->err.message, "cannot be run: "));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_list_of_commands_is_read_as_written),
		cmocka_unit_test(without_a_list_the_usual_is_taken),
		cmocka_unit_test(what_is_not_there_is_named),
		cmocka_unit_test(one_that_fails_is_told_of),
		cmocka_unit_test(one_that_cannot_be_run_is_told_of),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
