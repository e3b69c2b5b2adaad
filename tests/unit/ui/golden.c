/* SPDX-License-Identifier: ISC */
#include "golden.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/str.h"
#include "compile/compile.h"
#include "compile/csl_style.h"
#include "ui/keymap.h"
#include "unit.h"

enum { GOLDEN_LIMIT_BYTES = 1 << 20 };

static const char *
get_source_folder(void)
{
	const char *folder = getenv("srcdir");

	return folder ? folder : ".";
}

static void
compile_style(const char *folder, const char *from, const char *to)
{
	char path[1100];
	struct diagnose diagnose;
	struct str text, style;
	struct error err;
	FILE *f;

	str_init(&text, 0);
	str_init(&style, 0);
	diagnose_init(&diagnose);
	snprintf(path, sizeof path, "%.900s/tests/fixtures/styles/%s",
	    get_source_folder(), from);
	assert_int_equal(file_read(&text, path, GOLDEN_LIMIT_BYTES, &err),
	    STATUS_OK);
	assert_int_equal(csl_style_compile(&style, path, text.data, text.len,
			     &diagnose),
	    STATUS_OK);
	snprintf(path, sizeof path, "%.900s/%s", folder, to);
	f = fopen(path, "w");
	assert_non_null(f);
	assert_int_equal(fwrite(style.data, 1, style.len, f), style.len);
	assert_int_equal(fclose(f), 0);
	diagnose_clear(&diagnose);
	str_clear(&style);
	str_clear(&text);
}

static const struct {
	const char *from, *to;
} styles[] = {
	{ "harbour.csl", "harbour.style" },
	{ "quay.csl", "quay.style" },
	{ "en-US.xml", "en-US.locale" },
};

enum { STYLE_COUNT = sizeof styles / sizeof *styles };

static bool
make_folder(struct golden *g)
{
	snprintf(g->folder, sizeof g->folder, "%s", "/tmp/ibid-golden-XXXXXX");
	if (!mkdtemp(g->folder))
		return false;
	for (size_t i = 0; i < STYLE_COUNT; i++)
		compile_style(g->folder, styles[i].from, styles[i].to);
	setenv("IBID_STYLES", g->folder, 1);
	setenv("XDG_RUNTIME_DIR", g->folder, 1);
	setenv("XDG_DATA_HOME", g->folder, 1);
	setenv("HOME", g->folder, 1);
	return true;
}

static void
remove_folder(struct golden *g)
{
	char path[128];

	for (size_t i = 0; i < STYLE_COUNT; i++) {
		snprintf(path, sizeof path, "%s/%s", g->folder, styles[i].to);
		unlink(path);
	}
	snprintf(path, sizeof path, "%s/ibid-copied.txt", g->folder);
	unlink(path);
	rmdir(g->folder);
}

int
golden_set_up(void **state)
{
	return golden_set_up_in(state, "small");
}

int
golden_set_up_in(void **state, const char *folder)
{
	struct golden *g = mem_alloc_array(1, sizeof *g);
	struct compile_counts counts;
	struct diagnose diagnose;
	struct error err;
	char fixture[1024];
	enum status status;
	int fd;

	snprintf(g->path, sizeof g->path, "%s", "/tmp/ibid-golden-XXXXXX");
	fd = mkstemp(g->path);
	if (fd < 0)
		return -1;
	/* What is replaced must be a collection, or nothing. */
	close(fd);
	unlink(g->path);
	snprintf(fixture, sizeof fixture, "%.900s/tests/fixtures/%.64s",
	    get_source_folder(), folder);
	diagnose_init(&diagnose);
	status = compile_run(&counts, fixture, g->path, false, &diagnose, &err);
	diagnose_clear(&diagnose);
	*state = g;
	return status == STATUS_OK && make_folder(g) ? 0 : -1;
}

int
golden_tear_down(void **state)
{
	struct golden *g = *state;

	golden_close(g);
	unlink(g->path);
	remove_folder(g);
	free(g);
	return 0;
}

static void
open_app(struct golden *g, int rows, int cols, bool is_utf8, const char *where)
{
	struct collection *collection;
	struct settings settings;
	struct error err;

	golden_close(g);
	settings_init(&settings);
	assert_int_equal(settings_set(&settings, "style", "harbour", &err),
	    STATUS_OK);
	assert_int_equal(collection_open(&collection, g->path, &err),
	    STATUS_OK);
	assert_int_equal(session_open(&g->session, collection, &settings, &err),
	    STATUS_OK);
	assert_int_equal(app_new(&g->app, g->session, rows, cols, is_utf8,
			     where, &err),
	    STATUS_OK);
	app_draw(g->app);
}

void
golden_open(struct golden *g, int rows, int cols, const char *where)
{
	open_app(g, rows, cols, true, where);
}

void
golden_open_ascii(struct golden *g, int rows, int cols, const char *where)
{
	open_app(g, rows, cols, false, where);
}

void
golden_close(struct golden *g)
{
	app_free(g->app);
	session_close(g->session);
	g->app = NULL;
	g->session = NULL;
}

void
golden_keys_unseen(struct golden *g, const char *keys)
{
	while (*keys) {
		size_t len = strcspn(keys, " ");
		struct key_event event = {
			.key = keymap_parse_key(keys, len),
		};

		if (event.key == 0)
			fail_msg("%s: no key", keys);
		app_key(g->app, &event);
		keys += len;
		keys += strspn(keys, " ");
	}
}

void
golden_keys(struct golden *g, const char *keys)
{
	char one[32];

	while (*keys) {
		size_t len = strcspn(keys, " ");

		snprintf(one, sizeof one, "%.*s", (int)len, keys);
		golden_keys_unseen(g, one);
		app_draw(g->app);
		keys += len;
		keys += strspn(keys, " ");
	}
}

void
golden_rest(struct golden *g)
{
	do
		app_draw(g->app);
	while (app_idle(g->app));
	app_draw(g->app);
}

void
golden_type(struct golden *g, const char *text)
{
	for (; *text; text++) {
		struct key_event event = { .key = (unsigned char)*text };

		app_key(g->app, &event);
	}
	app_draw(g->app);
}

void
golden_line(struct golden *g, const char *line)
{
	golden_keys(g, ":");
	golden_type(g, line);
	golden_keys(g, "Enter");
}

static bool
is_updating(void)
{
	const char *update = getenv("GOLDEN_UPDATE");

	return update && *update;
}

static void
write_golden(const char *path, const struct str *text)
{
	FILE *file = fopen(path, "w");

	if (!file)
		fail_msg("%s cannot be written", path);
	fwrite(text->data, 1, text->len, file);
	fclose(file);
}

static void
compare_golden(const char *path, const struct str *drawn)
{
	struct str wanted;
	struct error err;
	bool is_same;

	str_init(&wanted, 0);
	if (file_read(&wanted, path, GOLDEN_LIMIT_BYTES, &err) != STATUS_OK)
		fail_msg("%s", err.message);
	is_same = strcmp(wanted.data, drawn->data) == 0;
	str_clear(&wanted);
	if (!is_same)
		fail_msg("not as in %s:\n%s", path, drawn->data);
}

void
golden_check(struct golden *g, const char *name)
{
	struct str drawn;
	char path[1200];

	str_init(&drawn, 0);
	canvas_dump(&drawn, app_draw(g->app), true);
	snprintf(path, sizeof path, "%.900s/tests/unit/ui/golden/%.200s.txt",
	    get_source_folder(), name);
	if (is_updating())
		write_golden(path, &drawn);
	else
		compare_golden(path, &drawn);
	str_clear(&drawn);
}

bool
golden_has(struct golden *g, const char *text)
{
	struct str drawn;
	bool is_there;

	str_init(&drawn, 0);
	canvas_dump(&drawn, app_draw(g->app), false);
	is_there = strstr(drawn.data, text) != NULL;
	str_clear(&drawn);
	return is_there;
}

const char *
golden_get_cursor_row(struct golden *g)
{
	static char text[4096];
	const struct canvas *canvas = app_draw(g->app);
	const struct cell *cells;
	size_t len = 0;
	int row, col;

	canvas_get_cursor(canvas, &row, &col);
	text[0] = '\0';
	if (row < 0)
		return text;
	cells = canvas_get_row(canvas, row);
	for (int i = 0; i < canvas_get_cols(canvas); i++) {
		if (len + cells[i].len >= sizeof text)
			break;
		memcpy(text + len, cells[i].text, cells[i].len);
		len += cells[i].len;
	}
	text[len] = '\0';
	return text;
}
