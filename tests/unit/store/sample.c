/* SPDX-License-Identifier: ISC */
#include "sample.h"

#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"

/*
 * Passages in order of their ids:
 *   1  title, 2 summary, 3-10 body of topic 1
 *   11 title, 12 summary, 13-14 body of topic 2
 *   15 title, 16 summary, 17 body of topic 3
 *   18 statement, 19 note of figure 1; 20, 21: figures 2 and 3
 *   22-24 fields of sources
 *   25 title, 26 statement, 27 note of event 1; 28, 29: event 2
 *   30 title of measure 1, 31 its definition; 32 title of measure 2
 */
struct row {
	enum record_kind owner;
	int64_t record;
	enum passage_kind kind;
	int level;
	const char *text;
	const char *field;
	uint32_t sentences; /* of equal thirds: 0 or 1, all of it */
	struct span spans[2];
};

#define ALL 1

static const struct row rows[] = { { RECORD_TOPIC, 1, PASSAGE_TITLE, 0, "Pay" },
	{ RECORD_TOPIC, 1, PASSAGE_SUMMARY, 0, "Who is paid, and what." },
	{ RECORD_TOPIC, 1, PASSAGE_HEADING, 2, "Wages" },
	{ RECORD_TOPIC, 1, PASSAGE_PARAGRAPH, 0,
	    "Wages go to an account. See the caf\xC3\xA9 list.", NULL, ALL,
	    { { 0, 5, SPAN_EMPHASIS, 0 }, { 23, 0, SPAN_CITATION, 1 } } },
	{ RECORD_TOPIC, 1, PASSAGE_ITEM, 1, "one", NULL, ALL,
	    { { 0, 3, SPAN_LINK, 1 } } },
	{ RECORD_TOPIC, 1, PASSAGE_ITEM, 1, "two", NULL, ALL,
	    { { 0, 3, SPAN_LINK, 2 }, { 3, 0, SPAN_CITATION, 2 } } },
	{ RECORD_TOPIC, 1, PASSAGE_ROW, 1, "year\tsum", NULL, ALL },
	{ RECORD_TOPIC, 1, PASSAGE_ROW, 0, "2001\t12", NULL, ALL,
	    { { 5, 2, SPAN_LINK, 3 } } },
	{ RECORD_TOPIC, 1, PASSAGE_QUOTATION, 1,
	    "\xEB\xB6\x81\xED\x95\x9C says so.", NULL, ALL,
	    { { 0, 6, SPAN_STRONG, 0 }, { 15, 0, SPAN_CITATION, 3 } } },
	{ RECORD_TOPIC, 1, PASSAGE_NOTE, 0, "This is not dated.", NULL, ALL,
	    { { 0, 4, SPAN_LINK, 4 } } },
	{ RECORD_TOPIC, 2, PASSAGE_TITLE, 0, "Pay abroad" },
	{ RECORD_TOPIC, 2, PASSAGE_SUMMARY, 0, "The same, elsewhere." },
	{ RECORD_TOPIC, 2, PASSAGE_PARAGRAPH, 0, "Little is known.", NULL, ALL,
	    { { 0, 6, SPAN_CODE, 0 } } },
	{ RECORD_TOPIC, 2, PASSAGE_CODE, 0, "a\n  b" },
	{ RECORD_TOPIC, 3, PASSAGE_TITLE, 0, "Routes" },
	{ RECORD_TOPIC, 3, PASSAGE_SUMMARY, 0, "By land." },
	{ RECORD_TOPIC, 3, PASSAGE_PARAGRAPH, 0, "By land and by sea.", NULL,
	    ALL, { { 0, 2, SPAN_LINK, 5 } } },
	{ RECORD_FIGURE, 1, PASSAGE_STATEMENT, 0, "About 5,000 were paid.",
	    NULL, ALL, { { 22, 0, SPAN_CITATION, 4 } } },
	{ RECORD_FIGURE, 1, PASSAGE_NOTE, 0, "Another year.", NULL, ALL,
	    { { 0, 7, SPAN_LINK, 6 } } },
	{ RECORD_FIGURE, 2, PASSAGE_STATEMENT, 0, "At least 9,000.", NULL,
	    ALL },
	{ RECORD_FIGURE, 3, PASSAGE_STATEMENT, 0, "Up to 10 per cent.", NULL,
	    ALL },
	{ RECORD_SOURCE, 1, PASSAGE_FIELD, 0, "A report on pay", "title" },
	{ RECORD_SOURCE, 2, PASSAGE_FIELD, 0, "An article", "title" },
	{ RECORD_SOURCE, 2, PASSAGE_FIELD, 0, "The Paper", "container-title" },
	{ RECORD_EVENT, 1, PASSAGE_TITLE, 0, "A law" },
	{ RECORD_EVENT, 1, PASSAGE_STATEMENT, 0, "A law was passed.", NULL, ALL,
	    { { 17, 0, SPAN_CITATION, 5 } } },
	{ RECORD_EVENT, 1, PASSAGE_NOTE, 0, "Dated by the paper.", NULL, ALL },
	{ RECORD_EVENT, 2, PASSAGE_TITLE, 0, "Another law" },
	{ RECORD_EVENT, 2, PASSAGE_STATEMENT, 0, "It was repealed.", NULL,
	    ALL },
	{ RECORD_MEASURE, 1, PASSAGE_TITLE, 0, "People paid" },
	{ RECORD_MEASURE, 1, PASSAGE_DEFINITION, 0, "Those who got it." },
	{ RECORD_MEASURE, 2, PASSAGE_TITLE, 0, "Share" } };

static uint32_t
count_spans(const struct row *row)
{
	uint32_t n = 0;

	while (n < 2 && row->spans[n].kind)
		n++;
	return n;
}

/* No passage is cited twice. */
static uint32_t
count_citations(const struct row *row)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < count_spans(row); i++)
		n += row->spans[i].kind == SPAN_CITATION;
	return n;
}

static enum status
put_passages(struct collection_writer *w, struct error *err)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < sizeof rows / sizeof rows[0] && !status; i++) {
		const struct row *row = &rows[i];
		struct sentence sentence = {
			.len = (uint32_t)strlen(row->text),
			.documents = count_citations(row),
			.origins = count_citations(row),
		};
		struct span spans[2] = { row->spans[0], row->spans[1] };
		struct passage p = { .kind = row->kind,
			.level = row->level,
			.ordinal = 0,
			.is_graphic = row->kind == PASSAGE_QUOTATION,
			.field = row->field,
			.text = row->text,
			.len = sentence.len,
			.sentences = &sentence,
			.sentence_count = row->sentences,
			.spans = spans,
			.span_count = count_spans(row) };
		struct passage_owner owner = { row->owner, row->record };
		int64_t id;

		status = collection_writer_put_passage(&id, w, owner, &p, err);
	}
	return status;
}

static enum status
put_topics(struct collection_writer *w, struct error *err)
{
	static const struct topic topics[] = {
		{ .slug = "pay",
		    .title = "Pay",
		    .last = 2,
		    .summary = "Who is paid, and what.",
		    .passages = 8 },
		{ .slug = "pay-abroad",
		    .title = "Pay abroad",
		    .parent = 1,
		    .depth = 1,
		    .last = 2,
		    .summary = "The same, elsewhere.",
		    .is_graphic = true,
		    .passages = 2 },
		{ .slug = "routes",
		    .title = "Routes",
		    .last = 3,
		    .summary = "By land.",
		    .passages = 1 }
	};
	static const int64_t first[] = { 3, 13, 17 };
	enum status status = STATUS_OK;

	for (int i = 0; i < SAMPLE_TOPICS && !status; i++)
		status = collection_writer_put_topic(w, &topics[i], first[i],
		    err);
	return status;
}

static enum status
put_measures(struct collection_writer *w, struct error *err)
{
	static const struct measure measures[] = {
		{ .slug = "people-paid",
		    .title = "People paid",
		    .unit = "people",
		    .definition = "Those who got it.",
		    .figures = 2,
		    .disagreeing = 2 },
		{ .slug = "share",
		    .title = "Share",
		    .unit = "percent",
		    .definition = "",
		    .figures = 1 }
	};
	enum status status = collection_writer_put_measure(w, &measures[0], 1,
	    30, err);

	if (status == STATUS_OK)
		status = collection_writer_put_measure(w, &measures[1], 1, 32,
		    err);
	return status;
}

static enum status
put_figures(struct collection_writer *w, struct error *err)
{
	const struct figure figures[] = { { .slug = "paid-2001",
					      .low = 5000,
					      .high = 5000,
					      .qualifier = "about",
					      .unit = "people",
					      .period = "2001",
					      .place = "Russia",
					      .is_disputed = true,
					      .documents = 1,
					      .origins = 1 },
		{ .slug = "paid-2002",
		    .low = 9000,
		    .high = (double)NAN,
		    .qualifier = "at least",
		    .unit = "people",
		    .is_graphic = true,
		    .is_disputed = true },
		{ .slug = "share-2001",
		    .low = (double)NAN,
		    .high = 10.5,
		    .qualifier = "up to",
		    .unit = "percent",
		    .period = "2001/2003" } };
	static const struct figure_rows places[] = {
		{ 1, 1, 18, 19, true, { 20010101, 20011231 }, 2 },
		{ 1, 2, 20, 0, false, { 0, 0 }, 0 },
		{ 2, 1, 21, 0, true, { 20010101, 20031231 }, 0 }
	};
	enum status status = STATUS_OK;

	for (int i = 0; i < SAMPLE_FIGURES && !status; i++)
		status = collection_writer_put_figure(w, &figures[i],
		    &places[i], err);
	return status;
}

static enum status
put_events(struct collection_writer *w, struct error *err)
{
	static const struct event events[] = { { .slug = "law",
						   .date = "1999",
						   .precision = "year",
						   .kind = "law",
						   .title = "A law",
						   .documents = 1,
						   .origins = 1 },
		{ .slug = "repeal",
		    .date = "2003-04",
		    .precision = "month",
		    .kind = "law",
		    .title = "Another law" } };
	static const struct event_rows places[] = {
		{ 1, 25, 26, 27, { 19990101, 19991231 } },
		{ 3, 28, 29, 0, { 20030401, 20030430 } }
	};
	enum status status = STATUS_OK;

	for (int i = 0; i < SAMPLE_EVENTS && !status; i++)
		status = collection_writer_put_event(w, &events[i], &places[i],
		    err);
	return status;
}

static enum status
put_csl(struct collection_writer *w, struct error *err)
{
	const struct source_name name = { .family = "Berg",
		.given = "Anna",
		.non_dropping_particle = "van den",
		.comma_suffix = true };
	const struct source_date date = { .year = 2001,
		.month = 5,
		.is_circa = true };
	const struct source_name body = { .literal = "Agency" };
	enum status status = collection_writer_put_source_variable(w, 2,
	    "title", "An article", err);

	if (status == STATUS_OK)
		status = collection_writer_put_source_variable(w, 2, "type",
		    "article-journal", err);
	if (status == STATUS_OK)
		status = collection_writer_put_source_variable(w, 2,
		    "container-title", "The Paper", err);
	if (status == STATUS_OK)
		status = collection_writer_put_source_name(w, 2, "author", 1,
		    &name, err);
	if (status == STATUS_OK)
		status = collection_writer_put_source_name(w, 2, "author", 2,
		    &body, err);
	if (status == STATUS_OK)
		status = collection_writer_put_source_date(w, 2, "issued",
		    &date, err);
	return status;
}

static enum status
put_sources(struct collection_writer *w, struct error *err)
{
	static const struct source sources[] = { { .key = "agency",
						     .kind = "organisation",
						     .title = "Agency",
						     .label = "Agency",
						     .cited_by = 2,
						     .origin_of = 2 },
		{ .key = "berg-2001",
		    .kind = "article",
		    .title = "An article",
		    .year = "2001",
		    .label = "van den Berg, \"An article\"",
		    .cited_by = 4,
		    .origin_of = 2,
		    .certainty = "sure" },
		{ .key = "berg-copy",
		    .kind = "website",
		    .title = "Copy",
		    .label = "Copy",
		    .cited_by = 1 },
		{ .key = "witness",
		    .kind = "person",
		    .title = "A witness",
		    .label = "A witness",
		    .cited_by = 1 } };
	static const struct source_rows places[] = {
		{ 0, 0, 22, 1, "{\"id\":\"agency\"}" },
		{ 0, 1, 23, 2, "{\"id\":\"berg-2001\"}" },
		{ 2, 0, 25, 0, "{\"id\":\"berg-copy\"}" },
		{ 0, 0, 25, 0, "{\"id\":\"witness\"}" }
	};
	enum status status = STATUS_OK;

	for (int i = 0; i < SAMPLE_SOURCES && !status; i++)
		status = collection_writer_put_source(w, &sources[i],
		    &places[i], err);
	return status ? status : put_csl(w, err);
}

static enum status
put_links(struct collection_writer *w, struct error *err)
{
	static const struct {
		struct passage_owner from, to;
		const char *url;
	} links[] = { { { RECORD_TOPIC, 1 }, { RECORD_TOPIC, 2 } },
		{ { RECORD_TOPIC, 1 }, { RECORD_FIGURE, 1 } },
		{ { RECORD_TOPIC, 1 }, { RECORD_SOURCE, 2 } },
		{ { RECORD_TOPIC, 1 }, { RECORD_NONE, 0 },
		    "https://example.org/" },
		{ { RECORD_TOPIC, 3 }, { RECORD_EVENT, 2 } },
		{ { RECORD_FIGURE, 1 }, { RECORD_MEASURE, 1 } },
		{ { RECORD_FIGURE, 1 }, { RECORD_TOPIC, 2 } },
		{ { RECORD_TOPIC, 1 }, { RECORD_TOPIC, 2 } } };
	enum status status = STATUS_OK;

	for (size_t i = 0; i < sizeof links / sizeof links[0] && !status; i++)
		status = collection_writer_put_link(w, links[i].from,
		    links[i].to, links[i].url, err);
	return status;
}

static enum status
put_citations(struct collection_writer *w, struct error *err)
{
	static struct step steps[][2] = { { { .role = STEP_STATED_IN,
						.seen = SEEN_YES,
						.locator_label = "section",
						.locator_value = "Wages" },
					      { .role = STEP_CREDITED_TO,
						  .is_carried = true } },
		{ { .role = STEP_STATED_IN, .seen = SEEN_YES },
		    { .role = STEP_CREDITED_TO, .text = "unnamed reports" } },
		{ { .role = STEP_STATED_IN,
		      .seen = SEEN_YES,
		      .locator_label = "",
		      .locator_value = "the end" },
		    { .role = STEP_SPOKEN_BY, .seen = SEEN_PART } },
		{ { .role = STEP_STATED_IN, .seen = SEEN_YES },
		    { .role = STEP_IDENTIFIED_AS } },
		{ { .role = STEP_STATED_IN, .seen = SEEN_YES } } };
	static const int64_t sources[][2] = { { 2, 1 }, { 2, 0 }, { 3, 4 },
		{ 2, 1 }, { 2, 0 } };
	static const struct citation citations[] = { { .number = 1,
							 .passage = 4,
							 .at = 0,
							 .len = 23,
							 .document = 2,
							 .origin = 1,
							 .step_count = 2 },
		{ .number = 2,
		    .passage = 6,
		    .at = 0,
		    .len = 3,
		    .document = 2,
		    .origin = 2,
		    .step_count = 2 },
		{ .number = 3,
		    .passage = 9,
		    .at = 0,
		    .len = 15,
		    .document = 3,
		    .origin = 3,
		    .step_count = 2 },
		{ .number = 1,
		    .passage = 18,
		    .at = 0,
		    .len = 22,
		    .document = 2,
		    .origin = 1,
		    .step_count = 2 },
		{ .number = 1,
		    .passage = 26,
		    .at = 0,
		    .len = 17,
		    .document = 2,
		    .origin = 3,
		    .step_count = 1 } };
	enum status status = STATUS_OK;

	for (int i = 0; i < SAMPLE_CITATIONS && !status; i++) {
		struct citation c = citations[i];

		c.steps = steps[i];
		status = collection_writer_put_citation(w, &c, sources[i], err);
	}
	return status;
}

static enum status
put_origins(struct collection_writer *w, struct error *err)
{
	enum status status = collection_writer_put_origin(w, 1, 0, NULL, err);

	if (status == STATUS_OK)
		status = collection_writer_put_origin(w, 0, 2,
		    "unnamed reports", err);
	if (status == STATUS_OK)
		status = collection_writer_put_origin(w, 2, 0, NULL, err);
	return status;
}

static enum status
put_disagreements(struct collection_writer *w, struct error *err)
{
	static const struct disagreement all[] = { { .kind = "apart",
						       .is_computed = true,
						       .period_unknown = true,
						       .member_count = 2 },
		{ .kind = "one-origin", .member_count = 2 },
		{ .kind = "dating", .member_count = 2 } };
	static const struct passage_owner members[][2] = {
		{ { RECORD_FIGURE, 1 }, { RECORD_FIGURE, 2 } },
		{ { RECORD_FIGURE, 1 }, { RECORD_FIGURE, 3 } },
		{ { RECORD_EVENT, 1 }, { RECORD_TOPIC, 3 } }
	};
	enum status status = STATUS_OK;

	for (int i = 0; i < SAMPLE_DISAGREEMENTS && !status; i++)
		status = collection_writer_put_disagreement(w, &all[i],
		    members[i], i == 0 ? 1 : 0, 0, err);
	return status;
}

enum status
sample_put(struct collection_writer *w, struct error *err)
{
	static enum status (*const parts[])(struct collection_writer * w,
	    struct error * err) = { put_topics, put_passages, put_measures,
		put_figures, put_events, put_sources, put_links, put_citations,
		put_origins, put_disagreements };
	enum status status = collection_writer_put_value(w, "title", "A sample",
	    err);

	if (status == STATUS_OK)
		status = collection_writer_put_value(w, "home",
		    "Welcome.\nRead.", err);
	for (size_t i = 0; i < sizeof parts / sizeof parts[0] && !status; i++)
		status = parts[i](w, err);
	return status;
}

enum status
sample_write(const char *path, struct error *err)
{
	struct collection_writer *w;
	enum status status = collection_writer_open(&w, path, 1000, err);

	if (status != STATUS_OK)
		return status;
	status = sample_put(w, err);
	if (status != STATUS_OK) {
		collection_writer_abandon(w);
		return status;
	}
	return collection_writer_finish(w, err);
}

char *
sample_make_file(void)
{
	char folder[] = "/tmp/ibid-test-XXXXXX";
	char *path;
	int fd;

	if (!mkdtemp(folder))
		abort();
	path = file_join(folder, "a.ibid");
	fd = open(path, O_WRONLY | O_CREAT | O_EXCL, 0600);
	if (fd < 0)
		abort();
	close(fd);
	return path;
}

void
sample_remove(char *path)
{
	char *slash = strrchr(path, '/');

	unlink(path);
	*slash = '\0';
	rmdir(path);
	free(path);
}
