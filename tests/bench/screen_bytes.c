/* SPDX-License-Identifier: ISC */

/*
 * screen_bytes COLSxROWS [-k KEYS]... [-q KEYS] COMMAND...: runs a command
 * on a terminal of that size and prints, a line each, how many bytes it sent,
 * how many rows of the screen they changed, and how many bytes the changed
 * cells need (see screen_shot.h): until it waited, after each
 * -k (see screen_send()), and while nothing was pressed for a second.  With
 * -q those keys end it instead, and the last line is what it sent then: what
 * counts until a program ends can be run by this.  $BENCH_RAW names a file
 * that gets the bytes.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rest.h"
#include "screen_shot.h"

enum { WINDOW_MS = 60, IDLE_MS = 1000 };

struct seen {
	size_t bytes;
	char *rows; /* each with its newline */
	struct screen_shot shot;
};

static int
count_changed_rows(const char *a, const char *b)
{
	int count = 0;

	while (*a && *b) {
		size_t a_len = strcspn(a, "\n") + 1;
		size_t b_len = strcspn(b, "\n") + 1;

		count += a_len != b_len || memcmp(a, b, a_len) != 0;
		a += a_len;
		b += b_len;
	}
	return count;
}

static void
print_new(struct screen *s, struct seen *seen)
{
	size_t bytes = screen_count(s);
	char *rows = screen_get_text(s);
	struct screen_shot shot;

	screen_shot_take(&shot, s);
	printf("%zu %d %zu\n", bytes - seen->bytes,
	    seen->rows ? count_changed_rows(seen->rows, rows) : 0,
	    seen->rows ? screen_shot_count_needed(&seen->shot, &shot) : 0);
	free(seen->rows);
	screen_shot_clear(&seen->shot);
	*seen = (struct seen){ bytes, rows, shot };
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

static void
press_keys(struct screen *s, char **options)
{
	struct seen seen = { 0 };

	rest_wait(s, WINDOW_MS);
	print_new(s, &seen);
	for (; strcmp(options[0], "-k") == 0; options += 2) {
		rest_press(s, options[1], WINDOW_MS);
		print_new(s, &seen);
	}
	if (strcmp(options[0], "-q") == 0) {
		screen_send(s, options[1]);
		screen_wait_end(s, SCREEN_PATIENCE_MS);
	} else {
		rest_wait(s, IDLE_MS);
	}
	print_new(s, &seen);
	free(seen.rows);
	screen_shot_clear(&seen.shot);
}

int
main(int argc, char **argv)
{
	struct screen_options options = { .home = getenv("HOME"),
		.term = getenv("BENCH_TERM") };
	struct screen *s;
	int command = 2;

	if (argc < 3 ||
	    sscanf(argv[1], "%dx%d", &options.cols, &options.rows) != 2)
		return 2;
	while (command + 2 < argc &&
	    (strcmp(argv[command], "-k") == 0 ||
		strcmp(argv[command], "-q") == 0))
		command += 2;
	s = screen_start(&options, (const char *const *)argv + command);
	press_keys(s, argv + 2);
	save_raw(s);
	screen_free(s);
	return 0;
}
