/* SPDX-License-Identifier: ISC */
#include "rest.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PATIENCE_MS = 120 * 1000, UNTOLD_MS = 300 };

/*
 * How often the program was taken off the processor, if it sleeps; -1: it
 * runs; -2: the system does not tell.
 */
static long
read_sleeps(struct screen *s)
{
	char path[64], line[256], state = '?';
	long all = 0, count;
	FILE *f;

	snprintf(path, sizeof path, "/proc/%d/status",
	    (int)screen_get_process(s));
	f = fopen(path, "r");
	if (!f)
		return -2;
	while (fgets(line, sizeof line, f)) {
		const char *at = strstr(line, "ctxt_switches:");

		if (sscanf(line, "State: %c", &state) == 1)
			continue;
		if (at && sscanf(at, "ctxt_switches: %ld", &count) == 1)
			all += count;
	}
	fclose(f);
	return state == 'S' ? all : -1;
}

/* Asleep at both ends of the window, and never awake between them. */
void
rest_wait(struct screen *s, int window_ms)
{
	int waits = PATIENCE_MS / window_ms;

	while (waits-- > 0) {
		long before = read_sleeps(s);

		if (before == -2 && window_ms < UNTOLD_MS)
			window_ms = UNTOLD_MS;
		if (screen_wait_quiet(s, window_ms, PATIENCE_MS) &&
		    before != -1 && read_sleeps(s) == before)
			return;
	}
	fprintf(stderr, "bench: the program did not come to rest:\n%s",
	    screen_get_text(s));
	exit(1);
}

void
rest_press(struct screen *s, const char *keys, int window_ms)
{
	screen_send(s, keys);
	rest_wait(s, window_ms);
}
