/* SPDX-License-Identifier: ISC */

/*
 * key_cost COLLECTION COLSxROWS <SCRIPT: feeds the application, without a
 * terminal, the keys of a script and has each one counted by callgrind: with
 * what is drawn after it, and with every slice of the work that is put off.
 * A line of the script names a view and the place to begin at (- is Home),
 * then come keys; "idle" lets the work that was put off end.  Callgrind
 * dumps one part a key, named "VIEW KEY"; see bench_keys.sh.  Without
 * callgrind the keys are run all the same.
 */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if __has_include(<valgrind/callgrind.h>)
#include <valgrind/callgrind.h>
#else
#define CALLGRIND_ZERO_STATS
#define CALLGRIND_DUMP_STATS_AT(name) ((void)(name))
#endif

#include "reader/session.h"
#include "store/collection.h"
#include "ui/app.h"

enum { LINE_LIMIT = 1024 };

struct bench {
	struct session *session;
	struct app *app;
	int rows, cols;
	const char *view;
};

static void __attribute__((noreturn)) fail(const char *what)
{
	fprintf(stderr, "key_cost: %s\n", what);
	exit(2);
}

static void
begin(void)
{
	CALLGRIND_ZERO_STATS;
}

static void
end(const struct bench *b, const char *key)
{
	char name[LINE_LIMIT];

	snprintf(name, sizeof name, "%s %s", b->view, key);
	CALLGRIND_DUMP_STATS_AT(name);
}

static void
open_app(struct bench *b, const char *where)
{
	struct error err;

	begin();
	if (app_new(&b->app, b->session, b->rows, b->cols, true,
		strcmp(where, "-") == 0 ? NULL : where, &err) != STATUS_OK)
		fail(err.message);
	app_draw(b->app);
	end(b, "open");
}

static void
run_idle(const struct bench *b)
{
	bool is_more = true;

	while (is_more) {
		begin();
		is_more = app_idle(b->app);
		app_draw(b->app);
		end(b, "idle");
	}
}

static void
press(const struct bench *b, const char *name)
{
	struct key_event event = { .key = (unsigned char)name[0] };

	if (name[1])
		event.key = keymap_parse_key(name, strlen(name));
	if (event.key == 0)
		fail(name);
	begin();
	app_key(b->app, &event);
	app_draw(b->app);
	end(b, name);
}

static void
run_line(struct bench *b, char *line)
{
	char *word = strtok_r(line, " \n", &line);
	const char *where;

	if (!word || word[0] == '#')
		return;
	b->view = word;
	where = strtok_r(NULL, " \n", &line);
	if (!where)
		fail("a line of the script has no place");
	open_app(b, where);
	while ((word = strtok_r(NULL, " \n", &line)) != NULL) {
		if (strcmp(word, "idle") == 0)
			run_idle(b);
		else
			press(b, word);
	}
	app_free(b->app);
}

int
main(int argc, char **argv)
{
	struct bench b = { 0 };
	struct collection *collection;
	struct settings settings;
	struct error err;
	char line[LINE_LIMIT];

	if (argc != 3 || sscanf(argv[2], "%dx%d", &b.cols, &b.rows) != 2)
		fail("wants a collection and COLSxROWS");
	setlocale(LC_CTYPE, "");
	settings_init(&settings);
	if (collection_open(&collection, argv[1], &err) != STATUS_OK ||
	    session_open(&b.session, collection, &settings, &err) != STATUS_OK)
		fail(err.message);
	collection_hold(collection);
	while (fgets(line, sizeof line, stdin))
		run_line(&b, line);
	session_close(b.session);
	settings_clear(&settings);
	return 0;
}
