/* SPDX-License-Identifier: ISC */

/*
 * key_latency ROUNDS COLSxROWS KEYS TEXT COMMAND...: runs a command on a
 * terminal, presses KEYS (see screen_send()), which open a prompt, types TEXT
 * letter by letter into it and takes it back again, with pauses from 2 to 120
 * milliseconds in which the command goes on with what it does.  Prints
 *
 *	median  worst  worst of its own  kB  letter
 *
 * the microseconds from a key to its echo at the cursor; the same without
 * the time that the command, or this program, waited for a processor that
 * others had; the most private dirty memory of the command; and which letter
 * of TEXT the worst of its own was, below 0 where that was taken back.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/utf8.h"
#include "rest.h"
#include "screen_private.h"

enum { WINDOW_MS = 60, ANSWER_MS = 60000, KEY_LIMIT = 8192 };

struct latency {
	struct screen *s;
	const char *text;
	unsigned seed;
	int64_t all_us[KEY_LIMIT];
	int count;
	int64_t own_us;
	int own_letter;
	long private_kb;
};

static int64_t
read_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

/* How long a process has waited for a processor; 0: it is not told. */
static int64_t
read_waited_ns(pid_t process)
{
	char path[64];
	long long run, waited = 0;
	FILE *f;

	snprintf(path, sizeof path, "/proc/%d/schedstat", (int)process);
	f = fopen(path, "r");
	if (!f)
		return 0;
	if (fscanf(f, "%lld %lld", &run, &waited) != 2)
		waited = 0;
	fclose(f);
	return waited;
}

static void
sample_memory(struct latency *l)
{
	char path[64], line[256];
	long kb;
	FILE *f;

	snprintf(path, sizeof path, "/proc/%d/smaps_rollup",
	    (int)screen_get_process(l->s));
	f = fopen(path, "r");
	while (f && fgets(line, sizeof line, f)) {
		if (sscanf(line, "Private_Dirty: %ld kB", &kb) == 1 &&
		    kb > l->private_kb)
			l->private_kb = kb;
	}
	if (f)
		fclose(f);
}

static void
pause_a_while(struct latency *l)
{
	int64_t end;

	l->seed = l->seed * 1103515245 + 12345;
	end = screen_now_ms() + 2 + (l->seed >> 16) % 119;
	while (screen_now_ms() < end)
		screen_pump(l->s, (int)(end - screen_now_ms()));
	sample_memory(l);
}

/* A letter of one column; code point 0: the one before is taken back. */
struct letter {
	const char *bytes;
	size_t len;
	int32_t code_point;
};

static const struct letter take_back = { "\177", 1, 0 };

/* The cursor is there, and what was typed stands before it. */
static bool
is_answered(struct latency *l, int row, int col, int32_t code_point)
{
	VTermScreenCell cell;
	int now_row, now_col;

	screen_get_cursor(l->s, &now_row, &now_col);
	if (now_row != row || now_col != col)
		return false;
	screen_get_cell(l->s, row, col - 1, &cell);
	return code_point == 0 || cell.chars[0] == (uint32_t)code_point ||
	    (code_point == ' ' && cell.chars[0] == 0);
}

static void
note(struct latency *l, int64_t took_ns, int64_t waited_ns, int letter)
{
	int64_t own_us = (took_ns - waited_ns) / 1000;

	if (l->count < KEY_LIMIT)
		l->all_us[l->count++] = took_ns / 1000;
	if (own_us > l->own_us) {
		l->own_us = own_us;
		l->own_letter = letter;
	}
}

static void
press(struct latency *l, const struct letter *letter, int number)
{
	pid_t process = screen_get_process(l->s);
	int step = letter->code_point ? 1 : -1;
	int64_t waited, mine, start, took;
	int row, col;

	screen_get_cursor(l->s, &row, &col);
	waited = read_waited_ns(process);
	mine = read_waited_ns(getpid());
	start = read_ns();
	screen_type(l->s, letter->bytes, letter->len);
	do {
		screen_pump(l->s, 1000);
		took = read_ns() - start;
		if (took / 1000000 > ANSWER_MS) {
			fprintf(stderr, "key_latency: no answer:\n%s",
			    screen_get_text(l->s));
			exit(1);
		}
	} while (!is_answered(l, row, col + step, letter->code_point));
	waited = read_waited_ns(process) - waited;
	mine = read_waited_ns(getpid()) - mine;
	note(l, took, waited > mine ? waited : mine, number);
}

static void
run_round(struct latency *l)
{
	const char *at = l->text, *end = at + strlen(at);
	int count = 0;

	while (at < end) {
		struct letter letter = { .bytes = at };

		letter.len = utf8_decode(&letter.code_point, at, end);
		press(l, &letter, ++count);
		pause_a_while(l);
		at += letter.len;
	}
	for (; count > 0; count--) {
		press(l, &take_back, -count);
		pause_a_while(l);
	}
}

static int
compare(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

int
main(int argc, char **argv)
{
	struct screen_options options = { .home = getenv("HOME") };
	static struct latency l = { .seed = 20251 };
	int rounds = argc > 1 ? (int)strtol(argv[1], NULL, 10) : 0;

	if (argc < 6 || rounds < 1 ||
	    sscanf(argv[2], "%dx%d", &options.cols, &options.rows) != 2)
		return 2;
	l.text = argv[4];
	l.s = screen_start(&options, (const char *const *)argv + 5);
	rest_wait(l.s, WINDOW_MS);
	rest_press(l.s, argv[3], WINDOW_MS);
	while (rounds-- > 0)
		run_round(&l);
	screen_free(l.s);
	qsort(l.all_us, (size_t)l.count, sizeof *l.all_us, compare);
	printf("%lld %lld %lld %ld %d\n", (long long)l.all_us[l.count / 2],
	    (long long)l.all_us[l.count - 1], (long long)l.own_us, l.private_kb,
	    l.own_letter);
	return 0;
}
