/* SPDX-License-Identifier: ISC */

/*
 * picture COLSxROWS [-e NAME=VALUE]... [-k KEYS]... COMMAND...: runs a
 * command on a terminal of that size and prints the screen as text, first
 * as it comes up and then after each -k.  It makes the pictures of the
 * manual; TERM and LC_ALL are taken from -e.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "screen.h"

enum { QUIET_MS = 300, OPTION_COUNT = 64 };

static void
print_screen(struct screen *s, const char *keys)
{
	char *text;

	screen_wait_quiet(s, QUIET_MS, SCREEN_PATIENCE_MS);
	text = screen_get_text(s);
	printf("---- %s\n%s", keys, text);
	free(text);
}

static void
take_variable(struct screen_options *o, const char **more, size_t *count,
    const char *variable)
{
	if (strncmp(variable, "TERM=", 5) == 0)
		o->term = variable + 5;
	else if (strncmp(variable, "LC_ALL=", 7) == 0)
		o->locale = variable + 7;
	else if (*count + 1 < OPTION_COUNT)
		more[(*count)++] = variable;
}

int
main(int argc, char **argv)
{
	const char *more[OPTION_COUNT] = { NULL };
	const char *keys[OPTION_COUNT] = { NULL };
	struct screen_options options = { .home = getenv("HOME"),
		.more = more };
	size_t more_count = 0, keys_count = 0;
	struct screen *s;
	int i = 2;

	if (argc < 3 ||
	    sscanf(argv[1], "%dx%d", &options.cols, &options.rows) != 2)
		return 2;
	for (; i + 1 < argc && argv[i][0] == '-'; i += 2) {
		if (strcmp(argv[i], "-e") == 0)
			take_variable(&options, more, &more_count, argv[i + 1]);
		else if (keys_count + 1 < OPTION_COUNT)
			keys[keys_count++] = argv[i + 1];
	}
	s = screen_start(&options, (const char *const *)argv + i);
	print_screen(s, "");
	for (size_t k = 0; k < keys_count; k++) {
		screen_send(s, keys[k]);
		print_screen(s, keys[k]);
	}
	screen_free(s);
	return 0;
}
