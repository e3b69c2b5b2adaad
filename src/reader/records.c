/* SPDX-License-Identifier: ISC */
#include "reader/records.h"

#include <stddef.h>

/* Adds a text that may not be there. */
static void
add_text(struct str *out, const char *text)
{
	if (text)
		str_add_text(out, text);
}

const struct print_field records_topic[] = {
	{ "slug", PRINT_TEXT, offsetof(struct topic, slug) },
	{ "title", PRINT_TEXT, offsetof(struct topic, title) },
	{ "parent", PRINT_TEXT, offsetof(struct topic, parent_slug) },
	{ "summary", PRINT_TEXT, offsetof(struct topic, summary) },
	{ "advisory", PRINT_ADVISORY, offsetof(struct topic, is_graphic) },
	{ "passages", PRINT_COUNT, offsetof(struct topic, passages) }, { NULL }
};

#define OF_FIGURE(member) offsetof(struct figure_record, figure.member)

const struct print_field records_figure[] = { { "slug", PRINT_TEXT,
						  OF_FIGURE(slug) },
	{ "measure", PRINT_TEXT, OF_FIGURE(measure) },
	{ "topic", PRINT_TEXT, OF_FIGURE(topic) },
	{ "statement", PRINT_TEXT, OF_FIGURE(statement) },
	{ "low", PRINT_NUMBER, OF_FIGURE(low) },
	{ "high", PRINT_NUMBER, OF_FIGURE(high) },
	{ "qualifier", PRINT_TEXT, OF_FIGURE(qualifier) },
	{ "unit", PRINT_TEXT, OF_FIGURE(unit) },
	{ "period", PRINT_TEXT, OF_FIGURE(period) },
	{ "as_of", PRINT_TEXT, OF_FIGURE(as_of) },
	{ "place", PRINT_TEXT, OF_FIGURE(place) },
	{ "population", PRINT_TEXT, OF_FIGURE(population) },
	{ "advisory", PRINT_ADVISORY, OF_FIGURE(is_graphic) },
	{ "note", PRINT_TEXT, OF_FIGURE(note) },
	{ "disagrees_with", PRINT_TEXTS, OF_FIGURE(disagrees_with),
	    OF_FIGURE(disagrees_count) },
	{ "documents", PRINT_COUNT, OF_FIGURE(documents) },
	{ "origins", PRINT_COUNT, OF_FIGURE(origins) },
	{ "citations", PRINT_CITATIONS,
	    offsetof(struct figure_record, citations),
	    offsetof(struct figure_record, citation_count) },
	{ NULL } };

const struct print_field records_measure[] = {
	{ "slug", PRINT_TEXT, offsetof(struct measure, slug) },
	{ "title", PRINT_TEXT, offsetof(struct measure, title) },
	{ "unit", PRINT_TEXT, offsetof(struct measure, unit) },
	{ "definition", PRINT_TEXT, offsetof(struct measure, definition) },
	{ "topic", PRINT_TEXT, offsetof(struct measure, topic) },
	{ "figures", PRINT_COUNT, offsetof(struct measure, figures) },
	{ "disagreeing", PRINT_COUNT, offsetof(struct measure, disagreeing) },
	{ NULL }
};

const struct print_field records_source[] = {
	{ "key", PRINT_TEXT, offsetof(struct source, key) },
	{ "kind", PRINT_TEXT, offsetof(struct source, kind) },
	{ "title", PRINT_TEXT, offsetof(struct source, title) },
	{ "year", PRINT_TEXT, offsetof(struct source, year) },
	{ "certainty", PRINT_TEXT, offsetof(struct source, certainty) },
	{ "cited_by", PRINT_COUNT, offsetof(struct source, cited_by) },
	{ "origin_of", PRINT_COUNT, offsetof(struct source, origin_of) },
	{ NULL }
};

#define OF_EVENT(member) offsetof(struct event_record, event.member)

const struct print_field records_event[] = { { "slug", PRINT_TEXT,
						 OF_EVENT(slug) },
	{ "topic", PRINT_TEXT, OF_EVENT(topic) },
	{ "date", PRINT_TEXT, OF_EVENT(date) },
	{ "precision", PRINT_TEXT, OF_EVENT(precision) },
	{ "kind", PRINT_TEXT, OF_EVENT(kind) },
	{ "title", PRINT_TEXT, OF_EVENT(title) },
	{ "statement", PRINT_TEXT, OF_EVENT(statement) },
	{ "note", PRINT_TEXT, OF_EVENT(note) },
	{ "documents", PRINT_COUNT, OF_EVENT(documents) },
	{ "origins", PRINT_COUNT, OF_EVENT(origins) },
	{ "citations", PRINT_CITATIONS,
	    offsetof(struct event_record, citations),
	    offsetof(struct event_record, citation_count) },
	{ NULL } };

static void
add_member(struct str *out, const void *record)
{
	const struct disagreement_member *m = record;

	str_add_format(out, "%s:", record_get_name(m->kind));
	add_text(out, m->slug);
}

static const struct print_field member_fields[] = {
	{ "kind", PRINT_KIND, offsetof(struct disagreement_member, kind) },
	{ "slug", PRINT_TEXT, offsetof(struct disagreement_member, slug) },
	{ NULL }
};
static const struct print_nested members = { member_fields,
	sizeof(struct disagreement_member), add_member, ';' };

#define OF_DISAGREEMENT(member) \
	offsetof(struct disagreement_record, disagreement.member)

const struct print_field records_disagreement[] = { { "id", PRINT_ID,
							OF_DISAGREEMENT(id) },
	{ "kind", PRINT_TEXT, OF_DISAGREEMENT(kind) },
	{ "computed", PRINT_FLAG, OF_DISAGREEMENT(is_computed) },
	{ "period_unknown", PRINT_FLAG, OF_DISAGREEMENT(period_unknown) },
	{ "measure", PRINT_TEXT, OF_DISAGREEMENT(measure) },
	{ "note", PRINT_TEXT, OF_DISAGREEMENT(note) },
	{ "members", PRINT_RECORDS, OF_DISAGREEMENT(members),
	    OF_DISAGREEMENT(member_count), &members },
	{ "citations", PRINT_CITATIONS,
	    offsetof(struct disagreement_record, citations),
	    offsetof(struct disagreement_record, citation_count) },
	{ NULL } };

static const struct print_field sentence_fields[] = {
	{ "text", PRINT_WORD, offsetof(struct sentence_record, text) },
	{ "documents", PRINT_COUNT,
	    offsetof(struct sentence_record, documents) },
	{ "origins", PRINT_COUNT, offsetof(struct sentence_record, origins) },
	{ "citations", PRINT_CITATIONS,
	    offsetof(struct sentence_record, citations),
	    offsetof(struct sentence_record, citation_count) },
	{ NULL }
};
static const struct print_nested sentences = { sentence_fields,
	sizeof(struct sentence_record), NULL, ' ' };

static void
add_passage(struct str *out, const void *record)
{
	add_text(out, ((const struct passage_record *)record)->text);
}

static const struct print_field passage_fields[] = {
	{ "id", PRINT_ID, offsetof(struct passage_record, id) },
	{ "kind", PRINT_PASSAGE, offsetof(struct passage_record, kind) },
	{ "level", PRINT_LEVEL, offsetof(struct passage_record, level) },
	{ "text", PRINT_WORD, offsetof(struct passage_record, text) },
	{ "advisory", PRINT_ADVISORY,
	    offsetof(struct passage_record, is_graphic) },
	{ "sentences", PRINT_RECORDS,
	    offsetof(struct passage_record, sentences),
	    offsetof(struct passage_record, sentence_count), &sentences },
	{ NULL }
};
static const struct print_nested passages = { passage_fields,
	sizeof(struct passage_record), add_passage, '\n' };

#define OF_TOPIC(member) offsetof(struct topic_record, topic.member)

const struct print_field records_shown_topic[] = { { "slug", PRINT_TEXT,
						       OF_TOPIC(slug) },
	{ "title", PRINT_TEXT, OF_TOPIC(title) },
	{ "parent", PRINT_TEXT, OF_TOPIC(parent_slug) },
	{ "summary", PRINT_TEXT, OF_TOPIC(summary) },
	{ "advisory", PRINT_ADVISORY, OF_TOPIC(is_graphic) },
	{ "passages", PRINT_RECORDS, offsetof(struct topic_record, passages),
	    offsetof(struct topic_record, passage_count), &passages },
	{ NULL } };

static void
add_figure(struct str *out, const void *record)
{
	add_text(out, ((const struct figure_record *)record)->figure.slug);
}

static const struct print_nested figures = { records_figure,
	sizeof(struct figure_record), add_figure, ';' };

#define OF_MEASURE(member) offsetof(struct measure_record, measure.member)

const struct print_field records_shown_measure[] = { { "slug", PRINT_TEXT,
							 OF_MEASURE(slug) },
	{ "title", PRINT_TEXT, OF_MEASURE(title) },
	{ "unit", PRINT_TEXT, OF_MEASURE(unit) },
	{ "definition", PRINT_TEXT, OF_MEASURE(definition) },
	{ "topic", PRINT_TEXT, OF_MEASURE(topic) },
	{ "figures", PRINT_RECORDS, offsetof(struct measure_record, figures),
	    offsetof(struct measure_record, figure_count), &figures },
	{ "disagreeing", PRINT_COUNT, OF_MEASURE(disagreeing) }, { NULL } };

static void
add_citing(struct str *out, const void *record)
{
	const struct citing *c = record;

	str_add_format(out, "%s:", record_get_name(c->kind));
	add_text(out, c->slug);
	str_add_format(out, " [%u] %s", c->number,
	    citation_get_role_name((enum step_role)c->role));
}

static const struct print_field citing_fields[] = {
	{ "kind", PRINT_KIND, offsetof(struct citing, kind) },
	{ "slug", PRINT_TEXT, offsetof(struct citing, slug) },
	{ "title", PRINT_TEXT, offsetof(struct citing, title) },
	{ "number", PRINT_COUNT, offsetof(struct citing, number) },
	{ "role", PRINT_ROLE, offsetof(struct citing, role) }, { NULL }
};
static const struct print_nested citing = { citing_fields,
	sizeof(struct citing), add_citing, ';' };

#define OF_SOURCE(member) offsetof(struct source_record, source.member)

const struct print_field records_shown_source[] = { { "key", PRINT_TEXT,
							OF_SOURCE(key) },
	{ "kind", PRINT_TEXT, OF_SOURCE(kind) },
	{ "title", PRINT_TEXT, OF_SOURCE(title) },
	{ "year", PRINT_TEXT, OF_SOURCE(year) },
	{ "certainty", PRINT_TEXT, OF_SOURCE(certainty) },
	{ "cited_by", PRINT_COUNT, OF_SOURCE(cited_by) },
	{ "origin_of", PRINT_COUNT, OF_SOURCE(origin_of) },
	{ "csl", PRINT_JSON, offsetof(struct source_record, csl) },
	{ "citing", PRINT_RECORDS, offsetof(struct source_record, citing),
	    offsetof(struct source_record, citing_count), &citing },
	{ NULL } };
