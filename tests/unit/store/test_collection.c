/* SPDX-License-Identifier: ISC */
#include <math.h>
#include <sqlite3.h>
#include <string.h>

#include "sample_fixture.h"
#include "store/collection.h"
#include "unit.h"

/* Reads the sample back, record by record. */

static void
a_topic_comes_back_as_it_was_written(void **state)
{
	struct fixture *f = *state;
	struct topic t;

	assert_int_equal(collection_find_topic(&t, f->c, "pay-abroad",
			     &f->arena, &f->err),
	    STATUS_OK);
	assert_int_equal(t.id, 2);
	assert_string_equal(t.slug, "pay-abroad");
	assert_string_equal(t.title, "Pay abroad");
	assert_int_equal(t.parent, 1);
	assert_string_equal(t.parent_slug, "pay");
	assert_int_equal(t.depth, 1);
	assert_int_equal(t.last, 2);
	assert_string_equal(t.summary, "The same, elsewhere.");
	assert_true(t.is_graphic);
	assert_int_equal(t.passages, 2);
	assert_int_equal(collection_get_topic(&t, f->c, 1, &f->arena, &f->err),
	    STATUS_OK);
	assert_string_equal(t.slug, "pay");
	assert_null(t.parent_slug);
	assert_false(t.is_graphic);
}

static void
what_is_not_there_is_named(void **state)
{
	struct fixture *f = *state;
	struct topic t;
	struct figure figure;
	struct measure m;
	struct event e;
	struct source s;
	struct disagreement d;
	struct page page;
	const char *text;

	assert_int_equal(collection_find_topic(&t, f->c, "paye", &f->arena,
			     &f->err),
	    STATUS_NOT_FOUND);
	assert_non_null(strstr(f->err.message, "paye"));
	assert_int_equal(collection_get_topic(&t, f->c, 4, &f->arena, &f->err),
	    STATUS_NOT_FOUND);
	assert_int_equal(collection_find_figure(&figure, f->c, "x", &f->arena,
			     &f->err),
	    STATUS_NOT_FOUND);
	assert_int_equal(collection_find_measure(&m, f->c, "x", &f->arena,
			     &f->err),
	    STATUS_NOT_FOUND);
	assert_int_equal(collection_find_event(&e, f->c, "x", &f->arena,
			     &f->err),
	    STATUS_NOT_FOUND);
	assert_int_equal(collection_find_source(&s, f->c, "x", &f->arena,
			     &f->err),
	    STATUS_NOT_FOUND);
	assert_int_equal(collection_read_csl(&text, f->c, 99, &f->arena,
			     &f->err),
	    STATUS_NOT_FOUND);
	assert_int_equal(collection_get_disagreement(&d, f->c, 9, &f->arena,
			     &f->err),
	    STATUS_NOT_FOUND);
	assert_int_equal(collection_read_page(&page, f->c, RECORD_TOPIC, 9,
			     &f->arena, &f->err),
	    STATUS_NOT_FOUND);
	assert_int_equal(collection_read_page(&page, f->c, RECORD_NONE, 1,
			     &f->arena, &f->err),
	    STATUS_NOT_FOUND);
}

static void
values_come_back_and_missing_ones_are_null(void **state)
{
	struct fixture *f = *state;
	const char *value;

	assert_int_equal(collection_find_value(&value, f->c, "home", &f->arena,
			     &f->err),
	    STATUS_OK);
	assert_string_equal(value, "Welcome.\nRead.");
	assert_int_equal(collection_find_value(&value, f->c, "editors",
			     &f->arena, &f->err),
	    STATUS_OK);
	assert_null(value);
	assert_string_equal(collection_get_path(f->c), f->path);
}

static void
records_are_counted(void **state)
{
	struct fixture *f = *state;
	struct collection_counts n;

	assert_int_equal(collection_count(&n, f->c, &f->err), STATUS_OK);
	assert_int_equal(n.topics, SAMPLE_TOPICS);
	assert_int_equal(n.figures, SAMPLE_FIGURES);
	assert_int_equal(n.measures, SAMPLE_MEASURES);
	assert_int_equal(n.sources, SAMPLE_SOURCES);
	assert_int_equal(n.events, SAMPLE_EVENTS);
	assert_int_equal(n.disagreements, SAMPLE_DISAGREEMENTS);
	assert_int_equal(n.passages, SAMPLE_PASSAGES);
	assert_int_equal(n.citations, SAMPLE_CITATIONS);
}

static void
topics_are_listed_from_a_row_on(void **state)
{
	struct fixture *f = *state;
	struct topic *topics;
	uint32_t count;

	assert_int_equal(collection_list_topics(&topics, &count, f->c, 1, 100,
			     &f->arena, &f->err),
	    STATUS_OK);
	assert_int_equal(count, 3);
	assert_string_equal(topics[2].slug, "routes");
	assert_int_equal(collection_list_topics(&topics, &count, f->c, 2, 1,
			     &f->arena, &f->err),
	    STATUS_OK);
	assert_int_equal(count, 1);
	assert_string_equal(topics[0].slug, "pay-abroad");
	assert_int_equal(collection_list_topics(&topics, &count, f->c, 4, 9,
			     &f->arena, &f->err),
	    STATUS_OK);
	assert_int_equal(count, 0);
}

static void
a_page_has_its_passages_sentences_and_spans(void **state)
{
	struct fixture *f = *state;
	struct page page;
	const struct passage *p;

	assert_int_equal(collection_read_page(&page, f->c, RECORD_TOPIC, 1,
			     &f->arena, &f->err),
	    STATUS_OK);
	assert_int_equal(page.passage_count, 8);
	p = &page.passages[0];
	assert_int_equal(p->id, 3);
	assert_int_equal(p->kind, PASSAGE_HEADING);
	assert_int_equal(p->level, 2);
	assert_string_equal(p->text, "Wages");
	assert_int_equal(p->sentence_count, 0);
	p = &page.passages[1];
	assert_int_equal(p->len, 43);
	assert_string_equal(p->text,
	    "Wages go to an account. See the caf\xC3\xA9 list.");
	assert_int_equal(p->sentence_count, 1);
	assert_int_equal(p->sentences[0].len, 43);
	assert_int_equal(p->span_count, 2);
	assert_int_equal(p->spans[0].kind, SPAN_EMPHASIS);
	assert_int_equal(p->spans[0].len, 5);
	assert_int_equal(p->spans[1].kind, SPAN_CITATION);
	assert_int_equal(p->spans[1].at, 23);
	p = &page.passages[6];
	assert_int_equal(p->kind, PASSAGE_QUOTATION);
	assert_true(p->is_graphic);
	assert_false(page.passages[1].is_graphic);
}

/* Figure 1 disagrees with 2; 3 only tells of the same origin as 1. */
static void
a_link_to_a_figure_that_disagrees_is_marked(void **state)
{
	struct link links[] = {
		{ .kind = RECORD_FIGURE, .record = 1 },
		{ .kind = RECORD_FIGURE, .record = 3 },
		{ .kind = RECORD_TOPIC, .record = 3 },
		{ .kind = RECORD_FIGURE, .record = 2 },
		{ .kind = RECORD_FIGURE, .record = 99 },
	};
	static const bool expected[] = { true, false, false, true, false };
	struct page page = { .links = links, .link_count = 5 };
	bool is_disputed[5];
	struct fixture *f = *state;

	assert_int_equal(collection_mark_disputed(is_disputed, f->c, &page,
			     &f->err),
	    STATUS_OK);
	assert_memory_equal(is_disputed, expected, sizeof expected);
}

static void
a_span_leads_to_its_link_or_citation(void **state)
{
	struct fixture *f = *state;
	struct page page;
	const struct passage *p;
	const struct link *link;

	assert_int_equal(collection_read_page(&page, f->c, RECORD_TOPIC, 1,
			     &f->arena, &f->err),
	    STATUS_OK);
	p = page.passages;
	assert_int_equal(p[1].spans[1].target, 0);
	assert_int_equal(p[3].spans[1].target, 1);
	assert_int_equal(p[6].spans[1].target, 2);
	assert_int_equal(page.citation_count, 3);
	link = &page.links[p[2].spans[0].target];
	assert_int_equal(link->kind, RECORD_TOPIC);
	assert_int_equal(link->record, 2);
	assert_string_equal(link->slug, "pay-abroad");
	assert_string_equal(link->title, "Pay abroad");
	assert_null(link->url);
	link = &page.links[p[3].spans[0].target];
	assert_int_equal(link->kind, RECORD_FIGURE);
	assert_string_equal(link->title, "About 5,000 were paid.");
	link = &page.links[p[5].spans[0].target];
	assert_string_equal(link->slug, "berg-2001");
	link = &page.links[p[7].spans[0].target];
	assert_int_equal(link->kind, RECORD_NONE);
	assert_string_equal(link->url, "https://example.org/");
	assert_null(link->slug);
}

static void
a_citation_has_its_chain(void **state)
{
	struct fixture *f = *state;
	struct page page;
	const struct citation *c;

	assert_int_equal(collection_read_page(&page, f->c, RECORD_TOPIC, 1,
			     &f->arena, &f->err),
	    STATUS_OK);
	c = &page.citations[0];
	assert_int_equal(c->id, 1);
	assert_int_equal(c->number, 1);
	assert_int_equal(c->passage, 4);
	assert_int_equal(c->len, 23);
	assert_int_equal(c->document, 2);
	assert_int_equal(c->origin, 1);
	assert_int_equal(c->step_count, 2);
	assert_int_equal(c->steps[0].role, STEP_STATED_IN);
	assert_string_equal(c->steps[0].key, "berg-2001");
	assert_string_equal(c->steps[0].label, "van den Berg, \"An article\"");
	assert_null(c->steps[0].text);
	assert_int_equal(c->steps[0].seen, SEEN_YES);
	assert_false(c->steps[0].is_carried);
	assert_string_equal(c->steps[0].locator_label, "section");
	assert_string_equal(c->steps[0].locator_value, "Wages");
	assert_int_equal(c->steps[1].role, STEP_CREDITED_TO);
	assert_int_equal(c->steps[1].seen, SEEN_NO);
	assert_true(c->steps[1].is_carried);
	assert_null(c->steps[1].locator_value);
	c = &page.citations[1];
	assert_null(c->steps[1].key);
	assert_string_equal(c->steps[1].text, "unnamed reports");
	c = &page.citations[2];
	assert_string_equal(c->steps[0].locator_label, "");
	assert_int_equal(c->steps[1].role, STEP_SPOKEN_BY);
	assert_int_equal(c->steps[1].seen, SEEN_PART);
}

static const struct {
	enum record_kind kind;
	int64_t id;
	uint32_t passages, citations, links;
	const char *last;
} pages[] = { { RECORD_TOPIC, 2, 2, 0, 0, "a\n  b" },
	{ RECORD_FIGURE, 1, 2, 1, 2, "Another year." },
	{ RECORD_FIGURE, 2, 1, 0, 0, "At least 9,000." },
	{ RECORD_SOURCE, 2, 2, 0, 0, "The Paper" },
	{ RECORD_SOURCE, 4, 0, 0, 0, NULL },
	{ RECORD_EVENT, 1, 3, 1, 0, "Dated by the paper." },
	{ RECORD_EVENT, 2, 2, 0, 0, "It was repealed." },
	{ RECORD_MEASURE, 1, 2, 0, 0, "Those who got it." },
	{ RECORD_MEASURE, 2, 1, 0, 0, "Share" },
	{ RECORD_DISAGREEMENT, 1, 0, 0, 0, NULL } };

static void
every_kind_of_record_has_its_page(void **state)
{
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
		struct page page;

		assert_int_equal(collection_read_page(&page, f->c,
				     pages[i].kind, pages[i].id, &f->arena,
				     &f->err),
		    STATUS_OK);
		assert_int_equal(page.passage_count, pages[i].passages);
		assert_int_equal(page.citation_count, pages[i].citations);
		assert_int_equal(page.link_count, pages[i].links);
		if (pages[i].last)
			assert_string_equal(
			    page.passages[page.passage_count - 1].text,
			    pages[i].last);
	}
}

static void
a_source_field_names_its_variable(void **state)
{
	struct fixture *f = *state;
	struct page page;

	assert_int_equal(collection_read_page(&page, f->c, RECORD_SOURCE, 2,
			     &f->arena, &f->err),
	    STATUS_OK);
	assert_string_equal(page.passages[1].field, "container-title");
	assert_int_equal(collection_read_page(&page, f->c, RECORD_TOPIC, 1,
			     &f->arena, &f->err),
	    STATUS_OK);
	assert_null(page.passages[0].field);
}

static void
a_figure_comes_back_as_it_was_written(void **state)
{
	struct fixture *f = *state;
	struct figure x;

	assert_int_equal(collection_find_figure(&x, f->c, "paid-2001",
			     &f->arena, &f->err),
	    STATUS_OK);
	assert_int_equal(x.id, 1);
	assert_string_equal(x.measure, "people-paid");
	assert_string_equal(x.measure_title, "People paid");
	assert_string_equal(x.topic, "pay");
	assert_string_equal(x.statement, "About 5,000 were paid.");
	assert_true(x.low == 5000 && x.high == 5000);
	assert_string_equal(x.qualifier, "about");
	assert_string_equal(x.period, "2001");
	assert_string_equal(x.as_of, "");
	assert_string_equal(x.place, "Russia");
	assert_string_equal(x.note, "Another year.");
	assert_int_equal(x.documents, 1);
	assert_int_equal(collection_find_figure(&x, f->c, "paid-2002",
			     &f->arena, &f->err),
	    STATUS_OK);
	assert_true(isnan(x.high));
	assert_true(x.is_graphic);
	assert_string_equal(x.note, "");
}

static void
one_origin_told_twice_is_no_disagreement(void **state)
{
	struct fixture *f = *state;
	struct figure *figures;
	uint32_t count;

	assert_int_equal(collection_list_figures(&figures, &count, f->c, 0, 0,
			     &f->arena, &f->err),
	    STATUS_OK);
	assert_int_equal(count, 3);
	assert_int_equal(figures[0].disagrees_count, 1);
	assert_string_equal(figures[0].disagrees_with[0], "paid-2002");
	assert_int_equal(figures[1].disagrees_count, 1);
	assert_string_equal(figures[1].disagrees_with[0], "paid-2001");
	assert_int_equal(figures[2].disagrees_count, 0);
}

static const struct {
	int64_t measure, topic;
	uint32_t count;
	const char *first;
} narrowed[] = { { 1, 0, 2, "paid-2001" }, { 2, 0, 1, "share-2001" },
	{ 0, 1, 2, "paid-2001" }, { 0, 2, 1, "paid-2002" },
	{ 1, 2, 1, "paid-2002" }, { 2, 2, 0, NULL }, { 9, 0, 0, NULL } };

static void
figures_are_narrowed_by_measure_and_topic(void **state)
{
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof narrowed / sizeof narrowed[0]; i++) {
		struct figure *figures;
		uint32_t count;

		assert_int_equal(collection_list_figures(&figures, &count, f->c,
				     narrowed[i].measure, narrowed[i].topic,
				     &f->arena, &f->err),
		    STATUS_OK);
		assert_int_equal(count, narrowed[i].count);
		if (count)
			assert_string_equal(figures[0].slug, narrowed[i].first);
	}
}

static void
measures_come_back_as_they_were_written(void **state)
{
	struct fixture *f = *state;
	struct measure *measures;
	struct measure m;
	uint32_t count;

	assert_int_equal(collection_list_measures(&measures, &count, f->c,
			     &f->arena, &f->err),
	    STATUS_OK);
	assert_int_equal(count, 2);
	assert_string_equal(measures[1].slug, "share");
	assert_string_equal(measures[1].definition, "");
	assert_int_equal(collection_find_measure(&m, f->c, "people-paid",
			     &f->arena, &f->err),
	    STATUS_OK);
	assert_string_equal(m.title, "People paid");
	assert_string_equal(m.unit, "people");
	assert_string_equal(m.topic, "pay");
	assert_int_equal(m.figures, 2);
	assert_int_equal(m.disagreeing, 2);
}

static void
events_come_back_as_they_were_written(void **state)
{
	struct fixture *f = *state;
	struct event *events;
	struct event e;
	uint32_t count;

	assert_int_equal(collection_list_events(&events, &count, f->c, 0,
			     &f->arena, &f->err),
	    STATUS_OK);
	assert_int_equal(count, 2);
	assert_string_equal(events[1].slug, "repeal");
	assert_int_equal(collection_list_events(&events, &count, f->c, 3,
			     &f->arena, &f->err),
	    STATUS_OK);
	assert_int_equal(count, 1);
	assert_string_equal(events[0].topic, "routes");
	assert_int_equal(collection_find_event(&e, f->c, "law", &f->arena,
			     &f->err),
	    STATUS_OK);
	assert_string_equal(e.date, "1999");
	assert_string_equal(e.precision, "year");
	assert_string_equal(e.title, "A law");
	assert_string_equal(e.statement, "A law was passed.");
	assert_string_equal(e.note, "Dated by the paper.");
	assert_int_equal(e.origins, 1);
}

static void
sources_come_back_as_they_were_written(void **state)
{
	struct fixture *f = *state;
	struct source *sources;
	struct source s;
	uint32_t count;
	const char *csl;

	assert_int_equal(collection_list_sources(&sources, &count, f->c,
			     &f->arena, &f->err),
	    STATUS_OK);
	assert_int_equal(count, 4);
	assert_string_equal(sources[2].copy_of, "berg-2001");
	assert_null(sources[2].institution);
	assert_int_equal(collection_find_source(&s, f->c, "berg-2001",
			     &f->arena, &f->err),
	    STATUS_OK);
	assert_string_equal(s.kind, "article");
	assert_string_equal(s.institution, "agency");
	assert_string_equal(s.certainty, "sure");
	assert_string_equal(s.found_at, "");
	assert_int_equal(s.cited_by, 4);
	assert_int_equal(collection_read_csl(&csl, f->c, s.id, &f->arena,
			     &f->err),
	    STATUS_OK);
	assert_string_equal(csl, "{\"id\":\"berg-2001\"}");
}

static void
every_place_that_cites_a_source_is_listed(void **state)
{
	struct fixture *f = *state;
	struct citing *all;
	uint32_t count;

	assert_int_equal(collection_list_citing(&all, &count, f->c, 1,
			     &f->arena, &f->err),
	    STATUS_OK);
	assert_int_equal(count, 2);
	assert_int_equal(all[0].kind, RECORD_TOPIC);
	assert_string_equal(all[0].slug, "pay");
	assert_int_equal(all[0].role, STEP_CREDITED_TO);
	assert_int_equal(all[0].passage, 4);
	assert_int_equal(all[1].kind, RECORD_FIGURE);
	assert_string_equal(all[1].title, "About 5,000 were paid.");
	assert_int_equal(all[1].role, STEP_IDENTIFIED_AS);
	assert_int_equal(collection_list_citing(&all, &count, f->c, 2,
			     &f->arena, &f->err),
	    STATUS_OK);
	assert_int_equal(count, 4);
	assert_int_equal(all[3].kind, RECORD_EVENT);
	assert_string_equal(all[3].slug, "law");
}

static void
each_record_that_links_here_is_listed_once(void **state)
{
	struct fixture *f = *state;
	struct link *links;
	uint32_t count;

	assert_int_equal(collection_list_linking(&links, &count, f->c,
			     RECORD_TOPIC, 2, &f->arena, &f->err),
	    STATUS_OK);
	assert_int_equal(count, 2);
	assert_int_equal(links[0].kind, RECORD_TOPIC);
	assert_string_equal(links[0].slug, "pay");
	assert_int_equal(links[1].kind, RECORD_FIGURE);
	assert_string_equal(links[1].slug, "paid-2001");
	assert_int_equal(collection_list_linking(&links, &count, f->c,
			     RECORD_EVENT, 1, &f->arena, &f->err),
	    STATUS_OK);
	assert_int_equal(count, 0);
}

static void
disagreements_have_their_members(void **state)
{
	struct fixture *f = *state;
	struct disagreement *all;
	struct disagreement d;
	uint32_t count;

	assert_int_equal(collection_list_disagreements(&all, &count, f->c,
			     &f->arena, &f->err),
	    STATUS_OK);
	assert_int_equal(count, 3);
	assert_string_equal(all[0].kind, "apart");
	assert_true(all[0].is_computed);
	assert_true(all[0].period_unknown);
	assert_string_equal(all[0].measure, "people-paid");
	assert_int_equal(all[0].member_count, 2);
	assert_string_equal(all[0].members[1].title, "At least 9,000.");
	assert_int_equal(collection_get_disagreement(&d, f->c, 3, &f->arena,
			     &f->err),
	    STATUS_OK);
	assert_null(d.measure);
	assert_string_equal(d.note, "");
	assert_int_equal(d.members[0].kind, RECORD_EVENT);
	assert_string_equal(d.members[0].slug, "law");
	assert_int_equal(d.members[1].kind, RECORD_TOPIC);
}

static void
disagreements_are_found_by_their_members(void **state)
{
	struct fixture *f = *state;
	struct disagreement *all, *of;
	uint32_t count, of_count, theirs = 0;
	struct figure figure;
	struct measure m;
	struct event e;

	assert_int_equal(collection_list_disagreements(&all, &count, f->c,
			     &f->arena, &f->err),
	    STATUS_OK);
	assert_int_equal(collection_find_measure(&m, f->c, "people-paid",
			     &f->arena, &f->err),
	    STATUS_OK);
	assert_int_equal(collection_list_disagreements_of(&of, &of_count, f->c,
			     RECORD_MEASURE, m.id, &f->arena, &f->err),
	    STATUS_OK);
	for (uint32_t i = 0; i < count; i++)
		theirs += all[i].members[0].kind == RECORD_FIGURE;
	assert_int_equal(of_count, theirs);
	assert_int_equal(of[0].id, 1);
	assert_int_equal(collection_find_figure(&figure, f->c,
			     all[0].members[1].slug, &f->arena, &f->err),
	    STATUS_OK);
	assert_int_equal(collection_list_disagreements_of(&of, &of_count, f->c,
			     RECORD_FIGURE, figure.id, &f->arena, &f->err),
	    STATUS_OK);
	assert_true(of_count > 0);
	assert_int_equal(of[0].id, 1);
	assert_int_equal(of[0].member_count, 2);
	assert_int_equal(collection_find_event(&e, f->c, "law", &f->arena,
			     &f->err),
	    STATUS_OK);
	assert_int_equal(collection_list_disagreements_of(&of, &of_count, f->c,
			     RECORD_EVENT, e.id, &f->arena, &f->err),
	    STATUS_OK);
	assert_int_equal(of_count, 1);
	assert_int_equal(of[0].id, 3);
	assert_int_equal(collection_list_disagreements_of(&of, &of_count, f->c,
			     RECORD_EVENT, 9999, &f->arena, &f->err),
	    STATUS_OK);
	assert_int_equal(of_count, 0);
}

static void
slugs_are_listed_for_every_kind(void **state)
{
	struct fixture *f = *state;
	const char **slugs;
	uint32_t count;

	assert_int_equal(collection_list_slugs(&slugs, &count, f->c,
			     RECORD_SOURCE, 100, &f->arena, &f->err),
	    STATUS_OK);
	assert_int_equal(count, 4);
	assert_string_equal(slugs[3], "witness");
	assert_int_equal(collection_list_slugs(&slugs, &count, f->c,
			     RECORD_TOPIC, 2, &f->arena, &f->err),
	    STATUS_OK);
	assert_int_equal(count, 2);
	assert_int_equal(collection_list_slugs(&slugs, &count, f->c,
			     RECORD_DISAGREEMENT, 9, &f->arena, &f->err),
	    STATUS_OK);
	assert_int_equal(count, 0);
}

static void
slugs_are_completed_from_their_beginning_and_the_last_is_told(void **state)
{
	static const struct {
		enum record_kind kind;
		const char *prefix;
		uint32_t limit, count;
		const char *first, *last;
	} rows[] = {
		{ RECORD_SOURCE, "", 100, 4, NULL, "witness" },
		{ RECORD_SOURCE, "", 2, 3, NULL, "witness" },
		{ RECORD_SOURCE, "wit", 100, 1, "witness", "witness" },
		{ RECORD_SOURCE, "witness", 1, 2, "witness", "witness" },
		{ RECORD_SOURCE, "witnesses", 9, 0, NULL, NULL },
		{ RECORD_SOURCE, "%", 9, 0, NULL, NULL },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char **slugs;
		uint32_t count;

		assert_int_equal(collection_complete_slug(&slugs, &count, f->c,
				     rows[i].kind, rows[i].prefix,
				     rows[i].limit, &f->arena, &f->err),
		    STATUS_OK);
		assert_int_equal(count, rows[i].count);
		if (rows[i].first)
			assert_string_equal(slugs[0], rows[i].first);
		if (rows[i].last)
			assert_string_equal(slugs[count - 1], rows[i].last);
	}
	for (int kind = RECORD_TOPIC; kind <= RECORD_MEASURE; kind++) {
		const char **slugs;
		uint32_t count;

		assert_int_equal(collection_complete_slug(&slugs, &count, f->c,
				     (enum record_kind)kind, "", 100, &f->arena,
				     &f->err),
		    STATUS_OK);
		assert_true(count > 0);
	}
}

static void
count_lines(void *context, const char *line)
{
	int *lines = context;

	print_message("# %s\n", line);
	++*lines;
}

static void
a_sound_collection_has_no_faults(void **state)
{
	struct fixture *f = *state;
	int lines = 0;

	assert_int_equal(collection_verify(f->c, count_lines, &lines, &f->err),
	    STATUS_OK);
	assert_int_equal(lines, 0);
}

/* Whether another program could write the file now. */
static bool
is_free(const char *path)
{
	sqlite3 *other;
	bool is_free;

	assert_int_equal(sqlite3_open(path, &other), SQLITE_OK);
	is_free = sqlite3_exec(other, "BEGIN EXCLUSIVE", NULL, NULL, NULL) ==
	    SQLITE_OK;
	sqlite3_close(other);
	return is_free;
}

static void
a_collection_is_held_from_opening_until_it_is_let_go(void **state)
{
	struct fixture *f = *state;
	struct collection_counts counts;
	struct collection *c;

	collection_release(f->c);
	assert_true(is_free(f->path));
	assert_int_equal(collection_open(&c, f->path, &f->err), STATUS_OK);
	assert_false(is_free(f->path));
	collection_release(c);
	assert_true(is_free(f->path));
	collection_hold(c);
	collection_hold(c);
	assert_int_equal(collection_count(&counts, c, &f->err), STATUS_OK);
	assert_false(is_free(f->path));
	collection_close(c);
	assert_true(is_free(f->path));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_topic_comes_back_as_it_was_written),
		cmocka_unit_test(what_is_not_there_is_named),
		cmocka_unit_test(values_come_back_and_missing_ones_are_null),
		cmocka_unit_test(records_are_counted),
		cmocka_unit_test(topics_are_listed_from_a_row_on),
		cmocka_unit_test(a_page_has_its_passages_sentences_and_spans),
		cmocka_unit_test(a_link_to_a_figure_that_disagrees_is_marked),
		cmocka_unit_test(a_span_leads_to_its_link_or_citation),
		cmocka_unit_test(a_citation_has_its_chain),
		cmocka_unit_test(every_kind_of_record_has_its_page),
		cmocka_unit_test(a_source_field_names_its_variable),
		cmocka_unit_test(a_figure_comes_back_as_it_was_written),
		cmocka_unit_test(one_origin_told_twice_is_no_disagreement),
		cmocka_unit_test(figures_are_narrowed_by_measure_and_topic),
		cmocka_unit_test(measures_come_back_as_they_were_written),
		cmocka_unit_test(events_come_back_as_they_were_written),
		cmocka_unit_test(sources_come_back_as_they_were_written),
		cmocka_unit_test(every_place_that_cites_a_source_is_listed),
		cmocka_unit_test(each_record_that_links_here_is_listed_once),
		cmocka_unit_test(disagreements_have_their_members),
		cmocka_unit_test(disagreements_are_found_by_their_members),
		cmocka_unit_test(slugs_are_listed_for_every_kind),
		cmocka_unit_test(
		    a_collection_is_held_from_opening_until_it_is_let_go),
		cmocka_unit_test(
		    slugs_are_completed_from_their_beginning_and_the_last_is_told),
		cmocka_unit_test(a_sound_collection_has_no_faults)
	};

	return cmocka_run_group_tests_name("collection", tests,
	    sample_fixture_open, sample_fixture_close);
}
