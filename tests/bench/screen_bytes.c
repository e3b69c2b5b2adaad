/* SPDX-License-Identifier: ISC */

/*
 * screen_bytes COLSxROWS [-k KEYS]... COMMAND...: runs a command on a
 * terminal of that size and prints, divided by blanks, how many bytes it
 * sent until it waited, after each -k (see screen_send()), and while nothing
 * was pressed for a second.  $BENCH_RAW names a file that gets the bytes.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "screen.h"
#include "screen_shot.h"

enum { QUIET_MS = 200, IDLE_MS = 1000 };

/* With $BENCH_NEED also what the changed cells need, behind a slash. */
static void
print_new(struct screen *s, size_t *before)
{
	static struct screen_shot last;
	struct screen_shot shot;
	size_t now = screen_count(s);

	printf("%zu", now - *before);
	screen_shot_take(&shot, s);
	if (last.cells && getenv("BENCH_NEED"))
		printf("/%zu", screen_shot_count_needed(&last, &shot));
	putchar(' ');
	*before = now;
	screen_shot_clear(&last);
	last = shot;
}

static void
save_raw(struct screen *s)
{
	const char *path = getenv("BENCH_RAW");
	FILE *f = path ? fopen(path, "w") : NULL;
	const char *bytes;
	size_t len;

	if (!f)
		return;
	bytes = screen_get_raw(s, &len);
	fwrite(bytes, 1, len, f);
	fclose(f);
}

int
main(int argc, char **argv)
{
	struct screen_options options = { .home = getenv("HOME"),
		.term = getenv("BENCH_TERM") };
	struct screen *s;
	size_t before = 0;
	int patience_ms = getenv("BENCH_SLOW") ? 10 * SCREEN_PATIENCE_MS :
						 SCREEN_PATIENCE_MS;
	int quiet_ms = getenv("BENCH_SLOW") ? 3000 : QUIET_MS;
	int first = 2;

	if (argc < 3 ||
	    sscanf(argv[1], "%dx%d", &options.cols, &options.rows) != 2)
		return 2;
	while (first + 1 < argc && strcmp(argv[first], "-k") == 0)
		first += 2;
	s = screen_start(&options, (const char *const *)argv + first);
	screen_wait_quiet(s, quiet_ms, patience_ms);
	print_new(s, &before);
	for (int i = 2; i < first; i += 2) {
		screen_send(s, argv[i + 1]);
		screen_wait_quiet(s, quiet_ms, patience_ms);
		print_new(s, &before);
	}
	screen_wait_quiet(s, IDLE_MS, patience_ms);
	print_new(s, &before);
	putchar('\n');
	save_raw(s);
	screen_free(s);
	return 0;
}
