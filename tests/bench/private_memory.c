/* SPDX-License-Identifier: ISC */

/*
 * private_memory COLSxROWS [-k KEYS]... COMMAND...: runs a command on a
 * terminal of that size and prints the most private dirty memory, in kB,
 * that it had once it was up and after each -k (see screen_send()).
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rest.h"

enum { WINDOW_MS = 60 };

/* In kB; 0: the system does not tell. */
static long
read_private_dirty(struct screen *s)
{
	char path[64], line[256];
	long all = 0, kb;
	FILE *f;

	snprintf(path, sizeof path, "/proc/%d/smaps_rollup",
	    (int)screen_get_process(s));
	f = fopen(path, "r");
	if (!f)
		return 0;
	while (fgets(line, sizeof line, f)) {
		if (sscanf(line, "Private_Dirty: %ld kB", &kb) == 1)
			all += kb;
	}
	fclose(f);
	return all;
}

static void
sample(struct screen *s, long *most)
{
	long now;

	rest_wait(s, WINDOW_MS);
	now = read_private_dirty(s);
	if (now > *most)
		*most = now;
}

int
main(int argc, char **argv)
{
	struct screen_options options = { .home = getenv("HOME") };
	struct screen *s;
	long most = 0;
	int first = 2;

	if (argc < 3 ||
	    sscanf(argv[1], "%dx%d", &options.cols, &options.rows) != 2)
		return 2;
	while (first + 1 < argc && strcmp(argv[first], "-k") == 0)
		first += 2;
	s = screen_start(&options, (const char *const *)argv + first);
	sample(s, &most);
	for (int i = 2; i < first; i += 2) {
		screen_send(s, argv[i + 1]);
		sample(s, &most);
	}
	screen_free(s);
	printf("%ld\n", most);
	return most > 0 ? 0 : 1;
}
