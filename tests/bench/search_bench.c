/* SPDX-License-Identifier: ISC */

/*
 * search_bench WHAT COLLECTION PATTERN [exact]: searches a collection inside
 * this process, in the order of the collection, and prints one line,
 * or, of list, many.
 *
 *	count	passages that match; microseconds from opening the collection
 *		to the last of them; passages that are too hard
 *	first	of the first 50, how many there are; microseconds, as above, the
 *		least of three runs
 *	warm	passages that match; the least microseconds of so many runs, in
 *		a collection that is open, of finding all of them, of the
 *		ranked search for them, and of the longest slice of such a
 *		search (processor time); passages that are too hard
 *	list	the passages that match, a line each; on stderr how many are too
 *		hard, where some are
 *	memory	the most private dirty memory of the process, in kB, sampled
 *		between the slices of a ranked search
 *
 * "exact" searches the text as it stands alone, as tools for lines do.
 */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "search/search.h"
#include "store/collection.h"

enum { FIRST = 50, FIRST_RUNS = 3, RUNS = 15, SLICE_US = 4000 };

struct bench {
	const char *path, *text;
	struct pattern_options options;
	struct collection *c;
	struct error err;
};

static void
check(struct bench *b, enum status status)
{
	if (status == STATUS_OK)
		return;
	fprintf(stderr, "search_bench: %s\n", b->err.message);
	exit(2);
}

static int64_t
read_us(clockid_t clock)
{
	struct timespec now;

	clock_gettime(clock, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static int64_t
get_less(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

static struct pattern *
compile(struct bench *b)
{
	struct pattern *p = NULL;
	size_t at;

	check(b,
	    pattern_new(&p, b->text, strlen(b->text), &b->options, &at,
		&b->err));
	return p;
}

static struct scan *
begin_scan(struct bench *b, struct pattern *p)
{
	static const struct scan_options options = { 0 };
	struct scan *s = NULL;

	check(b, scan_new(&s, b->c, p, &options, &b->err));
	return s;
}

/* Up to so many; 0: all. */
static uint64_t
find(struct bench *b, struct scan *s, uint64_t limit)
{
	enum scan_answer answer = SCAN_FOUND;
	struct scan_hit hit;
	uint64_t count = 0;

	while (limit == 0 || count < limit) {
		check(b, scan_next(&answer, &hit, s, 0, &b->err));
		if (answer == SCAN_DONE)
			break;
		count += answer == SCAN_FOUND;
	}
	return count;
}

static void
bench_count(struct bench *b)
{
	int64_t start = read_us(CLOCK_MONOTONIC);
	enum scan_answer answer = SCAN_PAUSED;
	uint64_t count = 0;
	struct pattern *p;
	struct scan *s;

	check(b, collection_open(&b->c, b->path, &b->err));
	p = compile(b);
	s = begin_scan(b, p);
	check(b, scan_count(&answer, &count, s, 0, &b->err));
	printf("%llu %lld %llu\n", (unsigned long long)count,
	    (long long)(read_us(CLOCK_MONOTONIC) - start),
	    (unsigned long long)scan_get_too_hard(s));
	scan_free(s);
	pattern_free(p);
}

static int64_t
time_first(struct bench *b, uint64_t *count)
{
	int64_t start = read_us(CLOCK_MONOTONIC);
	struct pattern *p;
	struct scan *s;

	check(b, collection_open(&b->c, b->path, &b->err));
	p = compile(b);
	s = begin_scan(b, p);
	*count = find(b, s, FIRST);
	start = read_us(CLOCK_MONOTONIC) - start;
	scan_free(s);
	pattern_free(p);
	collection_close(b->c);
	b->c = NULL;
	return start;
}

static void
bench_first(struct bench *b)
{
	int64_t least = INT64_MAX;
	uint64_t count = 0;

	for (int i = 0; i < FIRST_RUNS; i++)
		least = get_less(least, time_first(b, &count));
	printf("%llu %lld\n", (unsigned long long)count, (long long)least);
}

static int64_t
time_scan(struct bench *b, uint64_t *count)
{
	int64_t start = read_us(CLOCK_MONOTONIC);
	struct pattern *p = compile(b);
	struct scan *s = begin_scan(b, p);

	*count = find(b, s, 0);
	start = read_us(CLOCK_MONOTONIC) - start;
	scan_free(s);
	pattern_free(p);
	return start;
}

static struct search *
begin_search(struct bench *b)
{
	static const struct search_options options = { 0 };
	struct search *s = NULL;

	check(b, search_new(&s, b->c, compile(b), &options, &b->err));
	return s;
}

static int64_t
time_search(struct bench *b, uint64_t *too_hard)
{
	int64_t start = read_us(CLOCK_MONOTONIC);
	struct search *s = begin_search(b);
	uint32_t count;
	bool is_done = false;

	while (!is_done)
		check(b, search_work(&is_done, s, 0, &b->err));
	search_list(&count, s, RECORD_NONE, 0, FIRST);
	start = read_us(CLOCK_MONOTONIC) - start;
	*too_hard = search_count(s).too_hard;
	search_free(s);
	return start;
}

static int64_t
time_slices(struct bench *b)
{
	struct search *s = begin_search(b);
	int64_t longest = 0;
	bool is_done = false;

	while (!is_done) {
		int64_t start = read_us(CLOCK_PROCESS_CPUTIME_ID), took;

		check(b,
		    search_work(&is_done, s,
			read_us(CLOCK_MONOTONIC) + SLICE_US, &b->err));
		took = read_us(CLOCK_PROCESS_CPUTIME_ID) - start;
		longest = took > longest ? took : longest;
	}
	search_free(s);
	return longest;
}

static void
bench_warm(struct bench *b)
{
	int64_t scan = INT64_MAX, search = INT64_MAX, slice = INT64_MAX;
	uint64_t count = 0, too_hard = 0;

	check(b, collection_open(&b->c, b->path, &b->err));
	for (int i = 0; i < RUNS; i++) {
		scan = get_less(scan, time_scan(b, &count));
		search = get_less(search, time_search(b, &too_hard));
		slice = get_less(slice, time_slices(b));
	}
	printf("%llu %lld %lld %lld %llu\n", (unsigned long long)count,
	    (long long)scan, (long long)search, (long long)slice,
	    (unsigned long long)too_hard);
}

static void
bench_list(struct bench *b)
{
	enum scan_answer answer;
	struct scan_hit hit;
	struct pattern *p;
	struct scan *s;

	check(b, collection_open(&b->c, b->path, &b->err));
	p = compile(b);
	s = begin_scan(b, p);
	do {
		check(b, scan_next(&answer, &hit, s, 0, &b->err));
		if (answer == SCAN_FOUND)
			printf("%lld\n", (long long)hit.passage);
	} while (answer != SCAN_DONE);
	if (scan_get_too_hard(s) > 0)
		fprintf(stderr, "%llu too hard\n",
		    (unsigned long long)scan_get_too_hard(s));
	scan_free(s);
	pattern_free(p);
}

/* 0: the system does not tell. */
static long
read_private_kb(void)
{
	FILE *f = fopen("/proc/self/smaps_rollup", "r");
	char line[256];
	long kb = 0;

	if (!f)
		return 0;
	while (fgets(line, sizeof line, f)) {
		if (sscanf(line, "Private_Dirty: %ld kB", &kb) == 1)
			break;
	}
	fclose(f);
	return kb;
}

static void
bench_memory(struct bench *b)
{
	long most = 0;
	bool is_done = false;
	struct search *s;

	check(b, collection_open(&b->c, b->path, &b->err));
	s = begin_search(b);
	while (!is_done) {
		long now;

		check(b,
		    search_work(&is_done, s,
			read_us(CLOCK_MONOTONIC) + SLICE_US, &b->err));
		now = read_private_kb();
		most = now > most ? now : most;
	}
	printf("%ld\n", most);
	search_free(s);
}

static const struct {
	const char *name;
	void (*run)(struct bench *);
} benches[] = {
	{ "count", bench_count },
	{ "first", bench_first },
	{ "warm", bench_warm },
	{ "list", bench_list },
	{ "memory", bench_memory },
};

int
main(int argc, char **argv)
{
	struct bench b = { 0 };

	if (argc < 4)
		return 2;
	setlocale(LC_CTYPE, "");
	b.path = argv[2];
	b.text = argv[3];
	b.options.is_exact = argc > 4 && strcmp(argv[4], "exact") == 0;
	for (size_t i = 0; i < sizeof benches / sizeof *benches; i++) {
		if (strcmp(argv[1], benches[i].name) != 0)
			continue;
		benches[i].run(&b);
		collection_close(b.c);
		return 0;
	}
	return 2;
}
