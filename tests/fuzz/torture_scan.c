/* SPDX-License-Identifier: ISC */

/*
 * Random patterns looked for in collections: torture_scan [PATTERNS [SEED
 * [COLLECTION]]].  What a scan finds, with its plan and without, in one go and
 * always paused, in order and the others, is what the pattern finds in each
 * passage by itself.  Texts are made of the patterns; in COLLECTION, which is
 * searched as well, patterns are made of its texts.
 */
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "search/scan_private.h"
#include "search_maker.h"
#include "store/collection_writer.h"

enum {
	CHOICES = 700,
	BATCH = 40,    /* patterns for a collection */
	SUBJECTS = 12, /* of each */
	PASSAGES = 1 << 14,
	PATTERN_BYTES = 512
};

struct torture {
	uint64_t random;
	struct str patterns[BATCH];
	struct collection *c;
	size_t passages; /* of it */
	uint64_t tried, hits, undecided, faults;
};

/* What each passage is, by its number. */
struct answers {
	unsigned char of[PASSAGES]; /* enum pattern_answer */
	size_t seen;
};

static uint64_t
get_random(uint64_t *state)
{
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return *state * UINT64_C(2685821657736338717);
}

static unsigned
choose(struct torture *t, size_t count)
{
	return (unsigned)((get_random(&t->random) >> 32) % count);
}

static void
stop(const char *what, const struct error *err)
{
	fprintf(stderr, "torture_scan: %s: %s\n", what, err->message);
	exit(2);
}

static void
report(struct torture *t, const struct pattern_options *options,
    const char *pattern, const char *way, int64_t passage)
{
	t->faults++;
	fprintf(stderr,
	    "not as one by one: passage %" PRId64 ", %s, case %d%s%s%s: ",
	    passage, way, options->letters,
	    options->is_literal ? ", literal" : "",
	    options->is_word ? ", word" : "",
	    options->is_exact ? ", exact" : "");
	for (; *pattern; pattern++)
		fprintf(stderr,
		    *pattern < 32 || *pattern > 126 ? "\\x%02x" : "%c",
		    (unsigned char)*pattern);
	fputc('\n', stderr);
}

/* ---- What is searched ---- */

static void
put_subject(struct collection_writer *w, const char *text, size_t len)
{
	static const struct passage_owner owner = { RECORD_TOPIC, 1 };
	const struct passage p = { .kind = PASSAGE_PARAGRAPH,
		.text = text,
		.len = (uint32_t)(len < 8000 ? len : 0) };
	struct error err;
	int64_t id;

	if (collection_writer_put_passage(&id, w, owner, &p, &err))
		stop("writing", &err);
}

static void
make_batch(struct torture *t, struct collection_writer *w)
{
	struct str sample, subject;

	str_init(&sample, 0);
	str_init(&subject, 0);
	for (int i = 0; i < BATCH; i++) {
		uint8_t choices[CHOICES];
		struct chooser chooser = { choices, CHOICES };

		for (unsigned j = 0; j < CHOICES; j++)
			choices[j] = (uint8_t)choose(t, 256);
		str_reset(&t->patterns[i]);
		str_reset(&sample);
		make_pattern(&t->patterns[i], &sample, &chooser);
		for (int j = 0; j < SUBJECTS; j++) {
			str_reset(&subject);
			str_add(&subject, "", 0);
			make_subject(&subject, &t->patterns[i], &sample,
			    &chooser);
			put_subject(w, subject.data, subject.len);
		}
	}
	str_clear(&sample);
	str_clear(&subject);
}

/* The file is gone as soon as it is open. */
static void
open_batch(struct torture *t)
{
	static const struct topic topic = { .slug = "a",
		.title = "A",
		.summary = "",
		.last = 1,
		.passages = BATCH * SUBJECTS };
	char path[] = "/tmp/ibid-torture-XXXXXX";
	struct collection_writer *w = NULL;
	struct error err;
	int fd = mkstemp(path);

	if (fd < 0 || collection_writer_open(&w, path, 1000, &err) ||
	    collection_writer_put_value(w, "title", "A", &err) ||
	    collection_writer_put_topic(w, &topic, 1, &err))
		stop("making a collection", &err);
	make_batch(t, w);
	if (collection_writer_finish(w, &err) ||
	    collection_open(&t->c, path, &err))
		stop("opening a collection", &err);
	t->passages = BATCH * SUBJECTS;
	unlink(path);
	close(fd);
}

/* A piece of a text of the collection, with something of a pattern in it. */
static void
cut_patterns(struct torture *t)
{
	static const char *const odd[] = { ".", "\\w+", "|", "?", ".*", "\\b",
		"[a-k]", "(?i)", "\\s", "{2}", "(", ")" };
	struct arena arena = { 0 };

	for (int i = 0; i < BATCH; i++) {
		struct str *out = &t->patterns[i];
		struct passage_text p;
		struct error err;
		size_t from, len;

		if (collection_read_passage(&p, t->c,
			1 + choose(t, t->passages), &arena, &err))
			stop("reading", &err);
		from = choose(t, p.len + 1);
		len = choose(t, 24);
		str_reset(out);
		str_add(out, p.text + from,
		    len < p.len - from ? len : p.len - from);
		if (choose(t, 2) == 0)
			str_add_text(out,
			    odd[choose(t, sizeof odd / sizeof odd[0])]);
		from = choose(t, p.len + 1);
		if (choose(t, 2) == 0)
			str_add(out, p.text + from, p.len - from < 9 ? 0 : 9);
	}
	arena_clear(&arena);
}

/* ---- What is found ---- */

static enum pattern_answer
ask(struct pattern *p, const struct passage_text *text)
{
	struct pattern_range range;
	enum pattern_answer folded = PATTERN_NOT_FOUND;
	enum pattern_answer answer = pattern_find(p, text->text, text->len, 0,
	    &range);

	if (text->folded && pattern_wants_folded(p) &&
	    (answer == PATTERN_NOT_FOUND || answer == PATTERN_TOO_HARD))
		folded = pattern_find(p, text->folded, text->folded_len, 0,
		    &range);
	return folded == PATTERN_NOT_FOUND ? answer : folded;
}

static void
ask_each(struct answers *out, struct torture *t, struct pattern *p)
{
	struct arena arena = { 0 };

	for (size_t i = 0; i < t->passages; i++) {
		enum pattern_answer answer;
		struct passage_text text;
		struct error err;

		if (collection_read_passage(&text, t->c, (int64_t)i + 1, &arena,
			&err))
			stop("reading", &err);
		answer = ask(p, &text);
		if (answer == PATTERN_FOUND_SOMEWHERE)
			answer = PATTERN_FOUND;
		out->of[i] = (unsigned char)answer;
		t->hits += answer == PATTERN_FOUND;
		t->undecided += answer == PATTERN_TOO_HARD;
		arena_reset(&arena);
	}
	arena_clear(&arena);
}

struct way {
	const char *name;
	int64_t until_us;
	bool is_without_plan, is_in_order, wants_others;
};

static void
scan_all(struct answers *out, struct torture *t, struct pattern *p,
    const struct way *way)
{
	const struct scan_way in = { .is_in_order = way->is_in_order };
	struct scan *s = scan_new_way(t->c, p, &in);
	enum scan_answer answer;
	struct scan_hit hit;
	struct error err;

	s->options.wants_others = way->wants_others;
	s->options.wants_too_hard = true;
	if (way->is_without_plan)
		s->aim.finder = NULL;
	memset(out->of, PATTERN_NOT_FOUND, sizeof out->of);
	out->seen = 0;
	for (;;) {
		if (scan_next(&answer, &hit, s, way->until_us, &err))
			stop("a scan", &err);
		if (answer == SCAN_DONE)
			break;
		if (answer == SCAN_PAUSED)
			continue;
		out->of[hit.passage - 1] = answer == SCAN_FOUND ?
		    PATTERN_FOUND :
		    PATTERN_TOO_HARD;
		out->seen++;
	}
	scan_free(s);
}

static bool
is_as_expected(unsigned found, unsigned expected, bool wants_others)
{
	if (expected == PATTERN_TOO_HARD)
		return found == PATTERN_TOO_HARD;
	return (found == PATTERN_FOUND) ==
	    ((expected == PATTERN_FOUND) != wants_others);
}

static void
try_way(struct torture *t, struct pattern *p, const struct answers *expected,
    const struct way *way, const struct pattern_options *options,
    const char *pattern)
{
	static struct answers found;
	size_t count = 0;

	scan_all(&found, t, p, way);
	for (size_t i = 0; i < t->passages; i++) {
		count += found.of[i] != PATTERN_NOT_FOUND;
		if (!is_as_expected(found.of[i], expected->of[i],
			way->wants_others)) {
			report(t, options, pattern, way->name, (int64_t)i + 1);
			return;
		}
	}
	if (count != found.seen)
		report(t, options, pattern, way->name, 0);
}

static void
try_pattern(struct torture *t, const char *text)
{
	static const struct way ways[] = { { "at once", 0, false, false,
					       false },
		{ "paused", 1, false, false, false },
		{ "without its plan", 0, true, false, false },
		{ "in order", 1, false, true, false },
		{ "the others", 0, false, false, true } };
	const struct pattern_options options = {
		.letters = (enum pattern_case)choose(t, 3),
		.is_literal = choose(t, 8) == 0,
		.is_word = choose(t, 8) == 0,
		.is_exact = choose(t, 3) == 0
	};
	static struct answers expected;
	struct pattern *p;
	struct error err;
	size_t at;

	if (strlen(text) > PATTERN_BYTES ||
	    pattern_new(&p, text, strlen(text), &options, &at, &err))
		return;
	t->tried++;
	ask_each(&expected, t, p);
	for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++)
		try_way(t, p, &expected, &ways[i], &options, text);
	pattern_free(p);
}

static void
try_batch(struct torture *t)
{
	for (int i = 0; i < BATCH; i++)
		try_pattern(t, t->patterns[i].data ? t->patterns[i].data : "");
	collection_close(t->c);
}

static void
open_given(struct torture *t, const char *path)
{
	struct collection_counts counts;
	struct error err;

	if (collection_open(&t->c, path, &err) ||
	    collection_count(&counts, t->c, &err))
		stop(path, &err);
	t->passages = counts.passages;
	if (t->passages > PASSAGES) {
		fprintf(stderr, "torture_scan: %s is too large\n", path);
		exit(2);
	}
	cut_patterns(t);
}

int
main(int argc, char **argv)
{
	uint64_t patterns = argc > 1 ? strtoull(argv[1], NULL, 10) : 400;
	uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
	struct torture t = { .random = (seed + 1) *
		    UINT64_C(0x9E3779B97F4A7C15) };

	for (int i = 0; i < BATCH; i++)
		str_init(&t.patterns[i], 0);
	for (uint64_t i = 0; i * BATCH < patterns && t.faults < 20; i++) {
		if (argc > 3 && i % 4 == 0)
			open_given(&t, argv[3]);
		else
			open_batch(&t);
		try_batch(&t);
	}
	for (int i = 0; i < BATCH; i++)
		str_clear(&t.patterns[i]);
	printf("# patterns %" PRIu64 " passages found %" PRIu64
	       " undecided %" PRIu64 " faults %" PRIu64 "\n",
	    t.tried, t.hits, t.undecided, t.faults);
	return t.faults > 0;
}
