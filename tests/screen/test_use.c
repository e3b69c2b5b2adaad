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

/* What the keys do on a real terminal, one after the other. */

enum { WAIT = SCREEN_PATIENCE_MS };

static struct screen *
start_at(struct lab *lab, int rows, int cols, const char *topic)
{
	struct screen_options options = { .rows = rows, .cols = cols };
	const char *more[] = { topic, NULL };

	return lab_start(lab, &options, more);
}

static struct screen *
start_mills(struct lab *lab)
{
	struct screen *s = start_at(lab, 24, 80, "mills");

	screen_wait_for(s, "The survey found", WAIT);
	return s;
}

static void
a_topic_can_be_named_on_the_command_line(void **state)
{
	start_mills(*state);
	lab_quit(*state);
}

static void
a_record_can_be_named_on_the_command_line(void **state)
{
	struct screen *s = start_at(*state, 24, 80, "figure:mills-wren");

	screen_wait_for(s, "Wren has about", WAIT);
	lab_quit(*state);
}

static void
home_says_what_is_inside(void **state)
{
	struct screen *s = lab_start_sized(*state, 24, 80);

	screen_wait_for(s, "Tide mills of the Anse coast", WAIT);
	screen_wait_for(s, "CC0-1.0", WAIT);
	screen_wait_for(s, "2026-01-31", WAIT);
	screen_wait_for(s, "Ada Wren", WAIT);
	screen_wait_for(s, "6 topics", WAIT);
	screen_wait_for(s, "made up", WAIT);
	lab_quit(*state);
}

static void
contents_are_filtered_as_typed(void **state)
{
	struct screen *s = start_mills(*state);

	screen_wait_for(s, "Archive", WAIT);
	screen_send(s, "t &");
	screen_send(s, "k e");
	screen_wait_gone(s, "Archive", WAIT);
	screen_wait_for(s, "Keepers", WAIT);
	screen_send(s, "Enter Enter");
	screen_wait_for(s, "Keepers earned", WAIT);
	lab_quit(*state);
}

static void
the_command_line_completes(void **state)
{
	struct screen *s = start_mills(*state);

	screen_type_text(s, ":fig");
	screen_wait_for(s, ":fig", WAIT);
	screen_send(s, "Tab");
	screen_wait_for(s, ":figures", WAIT);
	screen_send(s, "Enter");
	screen_wait_for(s, "12     mills", WAIT);
	screen_type_text(s, ":go arc");
	screen_wait_for(s, ":go arc", WAIT);
	screen_send(s, "Tab");
	screen_wait_for(s, ":go archive", WAIT);
	screen_send(s, "Enter");
	screen_wait_for(s, "Archive", WAIT);
	screen_type_text(s, ":set gra");
	screen_send(s, "Tab");
	screen_wait_for(s, ":set graphic", WAIT);
	screen_send(s, "Esc");
	screen_wait_gone(s, ":set graphic", WAIT);
	lab_quit(*state);
}

static void
an_unknown_command_gets_the_nearest(void **state)
{
	struct screen *s = start_mills(*state);

	screen_type_text(s, ":figurse\r");
	screen_wait_for(s, "figures?", WAIT);
	screen_type_text(s, ":set graphic hide\r");
	screen_wait_for(s, "hide", WAIT);
	screen_type_text(s, ":go nowhere\r");
	screen_wait_for(s, "nowhere", WAIT);
	lab_quit(*state);
}

static void
help_shows_the_keys(void **state)
{
	struct screen *s = start_mills(*state);

	screen_send(s, "?");
	screen_wait_for(s, "A line down.", WAIT);
	screen_send(s, "q");
	screen_wait_for(s, "The survey found", WAIT);
	lab_quit(*state);
}

static void
a_mark_brings_back(void **state)
{
	struct screen *s = start_mills(*state);

	screen_send(s, "m a F");
	screen_wait_for(s, "12     mills", WAIT);
	screen_send(s, "' a");
	screen_wait_for(s, "The survey found", WAIT);
	screen_send(s, "' b");
	screen_wait_for(s, "Nothing is marked b", WAIT);
	screen_send(s, "' '");
	screen_wait_gone(s, "The survey found", WAIT);
	lab_quit(*state);
}

static void
zoom_shows_the_pane_alone(void **state)
{
	struct screen *s = start_mills(*state);

	screen_wait_for(s, "Contents", WAIT);
	screen_send(s, "z");
	screen_wait_gone(s, "Contents", WAIT);
	screen_wait_for(s, "The survey found", WAIT);
	screen_send(s, "z");
	screen_wait_for(s, "Contents", WAIT);
	lab_quit(*state);
}

static void
the_outline_leads_to_a_heading(void **state)
{
	struct screen *s = start_at(*state, 12, 80, "mills");

	screen_wait_for(s, "The survey found", WAIT);
	screen_send(s, "l");
	screen_wait_for(s, "By kind", WAIT);
	screen_send(s, "G Enter");
	screen_wait_for(s, "Undershot", WAIT);
	lab_quit(*state);
}

static void
a_graphic_passage_is_folded_until_asked_for(void **state)
{
	struct screen *s = start_at(*state, 24, 80, "mill-ponds");

	screen_wait_for(s, "The gates opened", WAIT);
	screen_expect(s, !screen_has(s, "three people drowned"),
	    "the accident is folded");
	screen_type_text(s, ":set graphic show\r");
	screen_wait_for(s, "drowned", WAIT);
	screen_type_text(s, ":set graphic skip\r");
	screen_wait_gone(s, "drowned", WAIT);
	lab_quit(*state);
}

/* The real cursor is on what is selected: Braille and speech follow it. */
static void
the_cursor_stands_on_the_selection(void **state)
{
	struct screen *s = start_mills(*state);
	int row, col, before;

	screen_wait_quiet(s, 100, WAIT);
	screen_send(s, "g");
	screen_wait_quiet(s, 100, WAIT);
	screen_get_cursor(s, &before, &col);
	screen_expect(s, screen_is_cursor_visible(s), "the cursor is visible");
	screen_send(s, "j j");
	screen_wait_quiet(s, 100, WAIT);
	screen_get_cursor(s, &row, &col);
	screen_expect(s, row == before + 2 || row > before,
	    "it went down with j, from row %d to %d", before, row);
	screen_send(s, "F");
	screen_wait_for(s, "12     mills", WAIT);
	screen_send(s, "j");
	screen_wait_quiet(s, 100, WAIT);
	screen_get_cursor(s, &before, &col);
	screen_send(s, "j");
	screen_wait_quiet(s, 100, WAIT);
	screen_get_cursor(s, &row, &col);
	screen_expect(s, row == before + 1, "a row down in a list: %d to %d",
	    before, row);
	lab_quit(*state);
}

/* ---- Sizes ---- */

static const struct {
	int rows, cols;
} sizes[] = { { 24, 80 }, { 1, 1 }, { 200, 500 }, { 5, 20 }, { 2, 2 },
	{ 43, 132 }, { 10, 40 }, { 1, 80 }, { 60, 1 }, { 9, 60 }, { 24, 110 },
	{ 3, 500 } };

static void
any_size_at_any_moment(void **state)
{
	static const char *const moments[] = { "i", "T", "t", "C", "l", "w",
		"F", "=", "R", "Enter", "E", "Enter", "H", "?", ": s e t",
		"Enter", "F & m", "Enter", "z" };
	struct screen *s = start_mills(*state);
	enum { SIZES = sizeof sizes / sizeof *sizes };

	for (size_t m = 0; m < sizeof moments / sizeof *moments; m++) {
		screen_send(s, moments[m]);
		for (size_t i = 0; i < SIZES; i++)
			screen_resize(s, sizes[(m + i) % SIZES].rows,
			    sizes[(m + i) % SIZES].cols);
		screen_wait_quiet(s, 20, WAIT);
	}
	screen_send(s, "Enter Enter");
	screen_resize(s, 24, 80);
	screen_type_text(s, ":go mills\r");
	screen_wait_for(s, "The survey found", WAIT);
	lab_quit(*state);
}

/* The sentence under the cursor stays on the screen. */
static void
the_place_outlives_a_resize(void **state)
{
	struct screen *s = start_at(*state, 24, 80, "overview");

	screen_wait_for(s, "A tide mill", WAIT);
	screen_send(s, "G");
	screen_wait_quiet(s, 50, WAIT);
	screen_resize(s, 10, 40);
	screen_wait_for(s, "survey itself", WAIT);
	screen_resize(s, 43, 132);
	screen_wait_for(s, "Behind this sentence", WAIT);
	screen_wait_for(s, "survey itself", WAIT);
	lab_quit(*state);
}

/* A terminal that grew and shrank before we looked has moved its lines. */
static void
a_size_that_is_back_is_drawn_again(void **state)
{
	struct screen *s = start_mills(*state);

	screen_wipe(s);
	screen_signal(s, SIGWINCH);
	screen_wait_for(s, "Behind this sentence", WAIT);
	screen_wait_for(s, "The survey found", WAIT);
	screen_wait_for(s, "? help", WAIT);
	lab_quit(*state);
}

static void
a_burst_of_keys_and_sizes_is_survived(void **state)
{
	struct screen *s = start_mills(*state);

	for (int i = 0; i < 60; i++) {
		screen_type_text(s, "jjj)))J FjjRjE i T tkkw w ");
		screen_resize(s, sizes[(size_t)i % 12].rows,
		    sizes[(size_t)i % 12].cols);
	}
	screen_resize(s, 24, 80);
	screen_send(s, "Enter Enter");
	screen_type_text(s, ":go mills\r");
	screen_wait_for(s, "The survey found", WAIT);
	lab_quit(*state);
}

/* ---- Pastes and the mouse ---- */

static void
a_paste_is_no_row_of_commands(void **state)
{
	struct screen *s = start_mills(*state);

	screen_wait_bytes(s, "\033[?2004h", WAIT);
	screen_paste(s, "QQQQ");
	screen_send(s, "F");
	screen_wait_for(s, "12     mills", WAIT);
	screen_type_text(s, ":go ");
	screen_paste(s, "mills");
	screen_wait_for(s, ":go mills", WAIT);
	screen_send(s, "Enter");
	screen_wait_for(s, "The survey found", WAIT);
	lab_quit(*state);
}

static void
the_mouse_is_off_until_asked_for(void **state)
{
	struct screen *s = start_mills(*state);
	int row;

	screen_expect(s, screen_get_mouse(s) == VTERM_PROP_MOUSE_NONE,
	    "the mouse is the terminal's");
	screen_type_text(s, ":set mouse yes\r");
	screen_send(s, "F");
	screen_wait_for(s, "12     mills", WAIT);
	screen_expect(s, screen_get_mouse(s) != VTERM_PROP_MOUSE_NONE,
	    "the mouse is ibid's");
	screen_send(s, "T t");
	screen_wait_for(s, "Left fold", WAIT);
	row = screen_find(s, "Archive");
	screen_click(s, row, 4);
	screen_send(s, "Enter");
	screen_wait_for(s, "Nothing has been written", WAIT);
	screen_type_text(s, ":set mouse no\r");
	screen_send(s, "F");
	screen_wait_for(s, "12     mills", WAIT);
	screen_expect(s, screen_get_mouse(s) == VTERM_PROP_MOUSE_NONE,
	    "the mouse is the terminal's again");
	lab_quit(*state);
}

/* ---- Links for the terminal ---- */

static void
write_file(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	fputs(text, f);
	assert_int_equal(fclose(f), 0);
}

static const char linked[] =
    "---\ntitle: Links\nposition: 1\nsummary: Of addresses.\n---\n\n"
    "[odd](https://example.org/a;b?c=1;d) and "
    "[two words](<https://example.org/a b>) and "
    "[name](https://example.org/\u00FC) and "
    "[one that is long enough to be broken over two lines of the page]"
    "(https://example.org/long) and "
    "[\u2764\uFE0F wide](https://example.org/wide).\n";

/* What a sequence of a link says, and whether each row ends what it begins. */
static void
expect_links(struct screen *s, const char *const urls[])
{
	static const char start[] = "\033]8;;", stop[] = "\033\\";
	static const char end[] = "\033]8;;\033\\";
	size_t len;
	const char *raw = screen_get_raw(s, &len);
	const char *at = raw, *last = raw + len;
	unsigned found = 0;

	while ((at = memmem(at, (size_t)(last - at), start, 5))) {
		const char *url = at + 5;
		const char *text = memmem(url, (size_t)(last - url), stop, 2);
		const char *behind;

		screen_expect(s, text != NULL, "the address ends");
		for (const char *c = url; c < text; c++)
			screen_expect(s, *c > ' ' && *c < 0x7F,
			    "the address is ASCII");
		behind = memmem(text, (size_t)(last - text), end, 7);
		screen_expect(s, behind && behind > text, "the link ends");
		/* No line feed, and no place but that of its row. */
		screen_expect(s,
		    !memmem(text, (size_t)(behind - text), "H", 1) &&
			!memchr(text, '\n', (size_t)(behind - text)),
		    "the link is of one row");
		for (unsigned i = 0; urls[i]; i++) {
			if (strlen(urls[i]) == (size_t)(text - url) &&
			    memcmp(urls[i], url, strlen(urls[i])) == 0)
				found |= 1u << i;
		}
		at = behind + 7;
	}
	for (unsigned i = 0; urls[i]; i++)
		screen_expect(s, found & 1u << i, "%s is a link", urls[i]);
	screen_expect(s, !memmem(raw, len, "\uFE0F", 3),
	    "nothing is sent that terminals take for other columns");
}

static void
addresses_are_links_where_the_terminal_is_known_to_have_them(void **state)
{
	static const char *const urls[] = { "https://example.org/a;b?c=1;d",
		"https://example.org/a%20b", "https://example.org/%C3%BC",
		"https://example.org/long", "https://example.org/wide", NULL };
	static const char *const known[] = { "VTE_VERSION=6000", NULL };
	struct screen_options options = { .rows = 24,
		.cols = 60,
		.more = known };
	struct lab *lab = *state;
	const char *more[] = { "-d", NULL, "links", NULL };
	char folder[600], path[700], file[700];
	const char *raw;
	struct screen *s;
	size_t len;

	lab_path(lab, folder, sizeof folder, "links");
	lab_path(lab, file, sizeof file, "links.ibid");
	more[1] = file;
	assert_int_equal(mkdir(folder, 0700), 0);
	snprintf(path, sizeof path, "%s/topics", folder);
	assert_int_equal(mkdir(path, 0700), 0);
	snprintf(path, sizeof path, "%s/topics/links.md", folder);
	write_file(path, linked);
	snprintf(path, sizeof path, "%s/collection.yaml", folder);
	write_file(path,
	    "title: Links\nlanguage: en\nversion: 2026-01-31\n"
	    "licence: CC0-1.0\neditors: [A]\n");
	lab_compile(lab, folder, file);
	s = lab_start(lab, &options, more);
	screen_wait_for(s, "two words", WAIT);
	screen_wait_bytes(s, "\033]8;;https://example.org/wide", WAIT);
	screen_send(s, "z");
	screen_wait_answer(s);
	expect_links(s, urls);
	lab_quit(lab);
	options.more = NULL;
	s = lab_start(lab, &options, more);
	screen_wait_for(s, "two words", WAIT);
	lab_quit(lab);
	raw = screen_get_raw(s, &len);
	screen_expect(s, !memmem(raw, len, "\033]8", 3), "no link is sent");
}

/* ---- Settings ---- */

static void
a_slip_in_the_settings_bars_nobody_from_a_page(void **state)
{
	struct screen_options options = { .rows = 24, .cols = 80 };
	const char *const more[] = { "mills", NULL };
	struct lab *lab = *state;
	char folder[600], path[700], home[700];
	const char *environment[] = { home, NULL };
	struct screen *s;

	lab_path(lab, folder, sizeof folder, "config");
	assert_int_equal(mkdir(folder, 0700), 0);
	snprintf(home, sizeof home, "XDG_CONFIG_HOME=%s", folder);
	snprintf(path, sizeof path, "%s/ibid", folder);
	assert_int_equal(mkdir(path, 0700), 0);
	snprintf(path, sizeof path, "%s/ibid/config", folder);
	write_file(path, "# mine\ngraphic = maybe\nbind Z figures\n");
	options.more = environment;
	s = lab_start(lab, &options, more);
	screen_wait_for(s, "The survey found", WAIT);
	screen_wait_for(s, "config:2: graphic", WAIT);
	screen_send(s, "Z");
	screen_wait_for(s, "Figures by measure", WAIT);
	screen_send(s, "?");
	screen_wait_for(s, "Wrong in the settings", WAIT);
	lab_quit(lab);
}

/* ---- The README ---- */

static void
read_file(struct str *out, const char *path)
{
	FILE *f = fopen(path, "r");
	int c;

	assert_non_null(f);
	while ((c = getc(f)) != EOF)
		str_add_char(out, (char)c);
	assert_int_equal(fclose(f), 0);
}

/* Indented, as Markdown wants it. */
static void
add_picture(struct str *out, struct screen *s, int rows)
{
	for (int i = 0; i < rows; i++) {
		const char *row = screen_get_row(s, i);

		str_add_format(out, "%s%s\n", *row ? "    " : "", row);
	}
}

/*
 * tests/screen/picture makes them anew: 80x24 of worker-pay and of
 * measure:prisoners-held, and 40x10 -k C.
 */
static void
the_pictures_of_the_readme_are_what_is_shown(void **state)
{
	static const struct {
		int rows, cols;
		const char *page, *keys, *last;
	} rows[] = {
		{ 24, 80, "worker-pay", "", "? help" },
		{ 10, 40, "worker-pay", "C", "reference" },
		{ 24, 80, "measure:prisoners-held", "", "1 more line" },
	};
	const char *srcdir = getenv("srcdir");
	struct lab *lab = *state;
	struct str readme, picture;
	char path[4096];

	snprintf(path, sizeof path, "%s/README.md", srcdir ? srcdir : ".");
	str_init(&readme, 0);
	str_init(&picture, 0);
	read_file(&readme, path);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct screen_options options = { .rows = rows[i].rows,
			.cols = rows[i].cols };
		const char *more[] = { "-d", lab->bundled, rows[i].page, NULL };
		struct screen *s = lab_start(lab, &options, more);

		screen_wait_for(s, "? help", WAIT);
		screen_send(s, rows[i].keys);
		screen_wait_for(s, rows[i].last, WAIT);
		/* A build without the package of styles has other words. */
		if (rows[i].keys[0] && !screen_has(s, "(n.d.)")) {
			lab_quit(lab);
			continue;
		}
		str_reset(&picture);
		add_picture(&picture, s, rows[i].rows);
		screen_expect(s, strstr(readme.data, picture.data) != NULL,
		    "the README shows what is on the screen");
		lab_quit(lab);
	}
	str_clear(&readme);
	str_clear(&picture);
}

/* ---- Another edition ---- */

/* A folder with one topic, compiled to a file. */
static void
make_edition(struct lab *lab, const char *file)
{
	char folder[1024], path[2048];

	lab_path(lab, folder, sizeof folder, "edition");
	snprintf(path, sizeof path, "%s/topics", folder);
	assert_int_equal(mkdir(folder, 0700), 0);
	assert_int_equal(mkdir(path, 0700), 0);
	snprintf(path, sizeof path, "%s/collection.yaml", folder);
	write_file(path,
	    "title: Second edition\nlanguage: en-GB\nversion: 2027-01-31\n"
	    "licence: CC0-1.0\neditors:\n  - Ada Wren\n");
	snprintf(path, sizeof path, "%s/topics/mills.md", folder);
	write_file(path,
	    "---\ntitle: Mills\nposition: 10\nsummary: Mills anew.\n"
	    "advisory: none\n---\n\nThe second edition knows better.\n");
	lab_compile(lab, folder, file);
}

static void
a_new_edition_is_noticed(void **state)
{
	struct lab *lab = *state;
	struct screen_options options = { .rows = 24, .cols = 80 };
	char mine[1024], next[1024];
	const char *more[] = { "-d", mine, "mills", NULL };
	struct screen *s;

	lab_path(lab, mine, sizeof mine, "mine.ibid");
	lab_path(lab, next, sizeof next, "next.ibid");
	lab_copy(lab->collection, mine);
	s = lab_start(lab, &options, more);
	screen_wait_for(s, "The survey found", WAIT);
	make_edition(lab, next);
	assert_int_equal(rename(next, mine), 0);
	/* It is looked for once a second at most, with a key. */
	for (int i = 0; i < 20 && !screen_has(s, "second edition"); i++) {
		screen_send(s, "j");
		screen_wait_quiet(s, 300, WAIT);
	}
	screen_wait_for(s, "The second edition knows", WAIT);
	lab_quit(lab);
}

static void
a_collection_that_goes_away_stays_open(void **state)
{
	struct lab *lab = *state;
	struct screen_options options = { .rows = 24, .cols = 80 };
	char mine[1024];
	const char *more[] = { "-d", mine, "mills", NULL };
	struct screen *s;

	lab_path(lab, mine, sizeof mine, "gone.ibid");
	lab_copy(lab->collection, mine);
	s = lab_start(lab, &options, more);
	screen_wait_for(s, "The survey found", WAIT);
	assert_int_equal(unlink(mine), 0);
	screen_wait_quiet(s, 1200, 1200);
	screen_send(s, "F");
	screen_wait_for(s, "12     mills", WAIT);
	screen_wait_quiet(s, 1200, 1200);
	screen_send(s, "R");
	screen_wait_for(s, "Gazette", WAIT);
	lab_quit(lab);
}

#define row(name) cmocka_unit_test_teardown(name, lab_clean)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		row(a_topic_can_be_named_on_the_command_line),
		row(a_record_can_be_named_on_the_command_line),
		row(home_says_what_is_inside),
		row(contents_are_filtered_as_typed),
		row(the_command_line_completes),
		row(an_unknown_command_gets_the_nearest),
		row(help_shows_the_keys),
		row(a_mark_brings_back),
		row(zoom_shows_the_pane_alone),
		row(the_outline_leads_to_a_heading),
		row(a_graphic_passage_is_folded_until_asked_for),
		row(the_cursor_stands_on_the_selection),
		row(any_size_at_any_moment),
		row(the_place_outlives_a_resize),
		row(a_size_that_is_back_is_drawn_again),
		row(a_burst_of_keys_and_sizes_is_survived),
		row(a_paste_is_no_row_of_commands),
		row(the_mouse_is_off_until_asked_for),
		row(addresses_are_links_where_the_terminal_is_known_to_have_them),
		row(a_slip_in_the_settings_bars_nobody_from_a_page),
		row(the_pictures_of_the_readme_are_what_is_shown),
		row(a_new_edition_is_noticed),
		row(a_collection_that_goes_away_stays_open),
	};

	return cmocka_run_group_tests(tests, lab_open, lab_close);
}
