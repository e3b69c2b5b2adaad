/* SPDX-License-Identifier: ISC */

/*
 * The floor for the screen: a program that links the reader's libraries,
 * sets the same locale category, opens the same file, runs one SELECT,
 * fills the screen with what it gave, waits for a key and quits.  What ibid
 * costs is told beside what this costs.
 */
#include <locale.h>
#include <stdio.h>
#include <string.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <curses.h>
#include <pcre2.h>
#include <sqlite3.h>
#include <utf8proc.h>

/* Keeps the libraries in the program, whatever the linker leaves out. */
static int
touch_libraries(void)
{
	char version[64];

	return pcre2_config_8(PCRE2_CONFIG_VERSION, version) > 0 &&
	    utf8proc_version();
}

/* A whole screen of text: row by row, from the start again at its end. */
static void
draw(const char *text)
{
	size_t len = strlen(text), at = 0;
	char line[1024];

	for (int row = 0; row < LINES; row++) {
		int cols = 0;

		while (cols < COLS - 1 && cols < (int)sizeof line) {
			char c = text[at++ % len];

			line[cols++] = c >= ' ' && c <= '~' ? c : ' ';
		}
		mvaddnstr(row, 0, line, cols);
	}
	refresh();
}

int
main(int argc, char **argv)
{
	sqlite3 *db;
	sqlite3_stmt *statement;
	SCREEN *screen;

	if (argc < 2 || !touch_libraries())
		return 2;
	setlocale(LC_CTYPE, "");
	if (sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READONLY, NULL) ||
	    sqlite3_prepare_v2(db,
		"SELECT value FROM collection WHERE key = 'title'", -1,
		&statement, NULL) ||
	    sqlite3_step(statement) != SQLITE_ROW)
		return 2;
	screen = newterm(NULL, stdout, stdin);
	if (!screen)
		return 2;
	cbreak();
	noecho();
	keypad(stdscr, TRUE);
	draw((const char *)sqlite3_column_text(statement, 0));
	getch();
	endwin();
	delscreen(screen);
	sqlite3_finalize(statement);
	sqlite3_close(db);
	return 0;
}
