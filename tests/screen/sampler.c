/* SPDX-License-Identifier: ISC */

/*
 * sampler [FAULT]: a small program on a screen, to prove the harness with.
 * It shows the keys that it gets and ends with q; with a FAULT it leaves the
 * terminal so.
 */
#include <curses.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
	const char *fault;
	const char *bytes;
} faults[] = {
	{ "alternate", "\033[?1049h" },
	{ "cursor", "\033[?25l" },
	{ "mouse", "\033[?1000h" },
	{ "paste", "\033[?2004h" },
	{ "focus", "\033[?1004h" },
	{ "keys", "\033[?1h" },
	{ "bold", "\033[1m" },
	{ "colour", "\033[31m" },
	{ "lines", "\033(0" },
	{ "scroll", "\033[2;5r" },
	{ "wrap", "\033[?7l" },
};

static void
show(int key)
{
	int rows, cols;

	getmaxyx(stdscr, rows, cols);
	attron(A_BOLD);
	mvprintw(0, 0, "Sampler %dx%d", cols, rows);
	attroff(A_BOLD);
	mvprintw(1, 0, "key %d%s", key, key == KEY_F(1) ? " F1" : "");
	clrtoeol();
	mvaddstr(2, 0, "Wide 밀물 and a line of");
	mvhline(3, 0, '=', cols);
	move(1, 4);
	refresh();
}

int
main(int argc, char **argv)
{
	int key = 0;

	setlocale(LC_ALL, "");
	if (!newterm(NULL, stdout, stdin))
		return 2;
	raw();
	noecho();
	keypad(stdscr, TRUE);
	timeout(100);
	printf("\033[?2004h");
	do {
		show(key);
		/* A size that comes just before it waits is seen later. */
		do
			key = getch();
		while (key == ERR);
		/* What was on its way was meant for the old size. */
		if (key == KEY_RESIZE)
			clear();
		if (key == 'Z' - '@') {
			printf("\033[?2004l");
			fflush(stdout);
			endwin();
			raise(SIGTSTP);
			printf("\033[?2004h");
			clear();
		}
	} while (key != 'q');
	printf("\033[?2004l");
	fflush(stdout);
	if (argc < 2 || strcmp(argv[1], "modes") != 0)
		endwin();
	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
		if (argc > 1 && strcmp(argv[1], faults[i].fault) == 0)
			printf("%s", faults[i].bytes);
	}
	fflush(stdout);
	_Exit(0);
}
