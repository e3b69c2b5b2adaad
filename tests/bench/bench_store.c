/* SPDX-License-Identifier: ISC */

/*
 * Writes a made-up collection and says how long that took:
 *
 *	bench_store FILE TOPICS PASSAGES BYTES CITATIONS
 *
 * makes TOPICS topics of PASSAGES passages of BYTES bytes each, with so many
 * CITATIONS of two steps in each topic.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "store/collection_writer.h"

enum { SENTENCE_BYTES = 125, SOURCES = 500 };

struct plan {
	int topics, passages, bytes, citations;
};

static char text[8193];
static struct error err;

static void
check(enum status status)
{
	if (status == STATUS_OK)
		return;
	fprintf(stderr, "%s\n", err.message);
	exit(2);
}

/* The same letters again and again, from a place that depends on seed. */
static void
fill_text(size_t len, unsigned seed)
{
	static const char words[] =
	    "workers abroad send most of what they "
	    "earn home to accounts that others hold and few of them see it ";

	for (size_t i = 0; i < len; i++)
		text[i] = words[(i + seed) % (sizeof words - 1)];
	text[len] = '\0';
}

static void
put_citation(struct collection_writer *w, int64_t passage, uint32_t at,
    uint32_t number)
{
	struct step steps[] = { { .role = STEP_STATED_IN,
				    .seen = SEEN_YES,
				    .locator_label = "section",
				    .locator_value = "Wages" },
		{ .role = STEP_CREDITED_TO } };
	int64_t few = passage / 100 % (SOURCES - 10);
	int64_t sources[] = { few + number % 4 + 1, few + number % 7 + 1 };
	struct citation c = { .number = number,
		.passage = passage,
		.at = at,
		.len = SENTENCE_BYTES - 1,
		.document = sources[0],
		.origin = sources[1],
		.steps = steps,
		.step_count = 2 };

	check(collection_writer_put_citation(w, &c, sources, &err));
}

static void
put_passage(struct collection_writer *w, int64_t topic, enum passage_kind kind,
    const struct plan *plan, int *citations)
{
	struct sentence sentences[80];
	struct span spans[80];
	int64_t first = collection_writer_get_next_citation(w);
	int64_t id = collection_writer_get_next_passage(w);
	struct passage p = { .kind = kind,
		.text = text,
		.len = (uint32_t)strlen(text),
		.sentences = sentences,
		.spans = spans };

	for (uint32_t at = 0; at < p.len; at += SENTENCE_BYTES) {
		uint32_t left = p.len - at;
		uint32_t n = p.sentence_count++;

		sentences[n] = (struct sentence){ .at = at,
			.len = left < SENTENCE_BYTES ? left : SENTENCE_BYTES,
			.documents = 1,
			.origins = 1 };
		if (*citations == 0 || left < SENTENCE_BYTES)
			continue;
		put_citation(w, id, at,
		    (uint32_t)(plan->citations - --*citations));
		spans[p.span_count] = (struct span){ .at = at + SENTENCE_BYTES -
			    1,
			.kind = SPAN_CITATION,
			.target = (uint32_t)(first + p.span_count) };
		p.span_count++;
	}
	check(collection_writer_put_passage(&id, w,
	    (struct passage_owner){ RECORD_TOPIC, topic }, &p, &err));
}

static void
put_topic(struct collection_writer *w, int64_t id, const struct plan *plan)
{
	char slug[32];
	int citations = plan->citations;
	int none = 0;
	struct topic t = { .slug = slug,
		.title = "A topic",
		.last = id,
		.summary = "What it is about.",
		.passages = (uint32_t)plan->passages };

	snprintf(slug, sizeof slug, "topic-%lld", (long long)id);
	check(collection_writer_put_topic(w, &t,
	    collection_writer_get_next_passage(w) + 2, &err));
	fill_text(20, 0);
	put_passage(w, id, PASSAGE_TITLE, plan, &none);
	put_passage(w, id, PASSAGE_SUMMARY, plan, &none);
	for (int i = 0; i < plan->passages; i++) {
		fill_text((size_t)plan->bytes, (unsigned)(id + i));
		put_passage(w, id, PASSAGE_PARAGRAPH, plan, &citations);
	}
}

static void
put_source(struct collection_writer *w, int i)
{
	char key[32];
	struct source s = { .key = key,
		.kind = "report",
		.title = "A report on something",
		.label = "Author, \"A report on something\", Publisher" };
	struct source_rows rows = { .first_passage = 1,
		.csl = "{\"id\":\"x\",\"type\":\"report\"}" };

	snprintf(key, sizeof key, "source-%d", i);
	check(collection_writer_put_source(w, &s, &rows, &err));
}

static double
read_seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

int
main(int argc, char **argv)
{
	struct collection_writer *w;
	struct plan plan;
	struct rusage usage;
	double start, put, end, bytes;
	FILE *f;

	if (argc != 6) {
		fprintf(stderr,
		    "usage: bench_store FILE TOPICS PASSAGES "
		    "BYTES CITATIONS\n");
		return 2;
	}
	plan = (struct plan){ (int)strtol(argv[2], NULL, 10),
		(int)strtol(argv[3], NULL, 10), (int)strtol(argv[4], NULL, 10),
		(int)strtol(argv[5], NULL, 10) };
	f = fopen(argv[1], "w");
	if (!f || fclose(f) != 0 || plan.bytes > 8192 || plan.bytes < 1)
		return 2;
	bytes = (double)plan.topics * plan.passages * plan.bytes;
	start = read_seconds();
	check(collection_writer_open(&w, argv[1], (uint64_t)bytes, &err));
	for (int i = 1; i <= SOURCES; i++)
		put_source(w, i);
	for (int i = 1; i <= plan.topics; i++)
		put_topic(w, i, &plan);
	put = read_seconds();
	check(collection_writer_finish(w, &err));
	end = read_seconds();
	getrusage(RUSAGE_SELF, &usage);
	printf(
	    "%.1f MB of text in %.2f s (%.2f s of it to finish), "
	    "%.1f MB/s, %ld KB at most\n",
	    bytes / 1e6, end - start, end - put, bytes / 1e6 / (end - start),
	    usage.ru_maxrss);
	return 0;
}
