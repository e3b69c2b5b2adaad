/* SPDX-License-Identifier: ISC */
#include "emit.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/str.h"
#include "base/utf8.h"
#include "front_matter.h"
#include "text/sentence.h"

/*
 * Records are written kind by kind in the order of the collection: topics,
 * measures, figures, events, disagreements, sources (which by then know how
 * often they are cited).
 */
enum { PASSAGE_LIMIT_BYTES = 8192 };

/* Up to the last white space within the limit, at the least a character. */
static uint32_t
cut_plain(const char *text, size_t len)
{
	size_t at = PASSAGE_LIMIT_BYTES;

	if (len <= PASSAGE_LIMIT_BYTES)
		return (uint32_t)len;
	while (at > 0 && text[at] != ' ')
		at--;
	if (at == 0)
		at = PASSAGE_LIMIT_BYTES;
	while (at > 1 && utf8_is_inside(text[at]))
		at--;
	return (uint32_t)at;
}

/* Titles and fields are one sentence, longer texts what they are. */
static void
split_plain(struct passage *p, struct draft *draft)
{
	struct sentence_range *ranges = NULL;
	size_t count;

	if (p->kind != PASSAGE_SUMMARY && p->kind != PASSAGE_DEFINITION) {
		p->sentences = arena_alloc_array(&draft->scratch, 1,
		    sizeof *p->sentences);
		p->sentences[0].len = p->len;
		p->sentence_count = 1;
		return;
	}
	count = sentence_split(&ranges, p->text, p->len, NULL, 0,
	    draft->language);
	p->sentences = arena_alloc_array(&draft->scratch, count,
	    sizeof *p->sentences);
	for (size_t i = 0; i < count; i++) {
		p->sentences[i].at = ranges[i].at;
		p->sentences[i].len = ranges[i].len;
	}
	p->sentence_count = (uint32_t)count;
	free(ranges);
}

static enum status
emit_piece(struct emitter *e, struct passage_owner owner, struct passage *p,
    struct error *err)
{
	int64_t id;

	split_plain(p, e->draft);
	e->draft->counts.passages++;
	e->draft->counts.sentences += p->sentence_count;
	e->next_passage++;
	if (!e->writer)
		return STATUS_OK;
	return collection_writer_put_passage(&id, e->writer, owner, p, err);
}

enum status
emit_plain(struct emitter *e, struct passage_owner owner,
    enum passage_kind kind, const char *field, const char *text,
    bool is_graphic, struct error *err)
{
	size_t len = strlen(text);

	while (len) {
		uint32_t piece = cut_plain(text, len);
		struct passage p = {
			.kind = kind,
			.is_graphic = is_graphic,
			.field = field,
			.text = arena_copy(&e->draft->scratch, text, piece),
			.len = piece,
		};
		enum status status = emit_piece(e, owner, &p, err);

		if (status)
			return status;
		text += piece;
		len -= piece;
		while (len && *text == ' ') {
			text++;
			len--;
		}
	}
	return STATUS_OK;
}

static bool
has_mark(const struct markdown_result *result)
{
	for (uint32_t i = 0; i < result->passage_count; i++) {
		if (result->passages[i].p.is_graphic)
			return true;
	}
	return false;
}

static enum status
emit_body(struct emitter *e, struct draft_topic *topic, const char *text,
    size_t len, struct error *err)
{
	struct draft *draft = e->draft;
	struct names numbers = { 0 };
	struct line_table lines;
	struct emit_text t = { { RECORD_TOPIC, topic->t.id }, topic->file,
		&lines, &numbers, NULL, topic->is_headless };
	struct markdown_options options = { topic->file, draft->language,
		false };
	struct markdown_result result = { 0 };
	const char *yaml;
	size_t yaml_len, body_at = 0;
	unsigned body_line = 1;
	enum status status;

	(void)front_matter_find(&yaml, &yaml_len, &body_at, &body_line, text,
	    len);
	line_table_init(&lines, text + body_at, len - body_at, body_line);
	markdown_read(&result, text + body_at, len - body_at, &lines, &options,
	    draft->diagnose, &draft->scratch);
	topic->t.passages = result.passage_count;
	status = emit_markdown(e, &t, &result, err);
	if (!topic->is_headless)
		draft_lint_advisory(draft, topic, has_mark(&result));
	line_table_clear(&lines);
	names_clear(&numbers);
	return status;
}

static enum status
emit_topic(struct emitter *e, struct draft_topic *topic, struct error *err)
{
	struct draft *draft = e->draft;
	struct passage_owner owner = { RECORD_TOPIC, topic->t.id };
	const char *text;
	size_t len;
	int64_t first;
	enum status status;

	arena_reset(&draft->scratch);
	if (topic->is_unreadable)
		return STATUS_OK; /* said */
	if (draft_read_text(&text, &len, draft, topic->file, &draft->scratch))
		return STATUS_OK; /* said */
	status = emit_plain(e, owner, PASSAGE_TITLE, NULL, topic->t.title,
	    false, err);
	if (!status)
		status = emit_plain(e, owner, PASSAGE_SUMMARY, NULL,
		    topic->t.summary, false, err);
	if (status)
		return status;
	first = e->next_passage;
	status = emit_body(e, topic, text, len, err);
	draft->counts.topics++;
	if (status || !e->writer)
		return status;
	return collection_writer_put_topic(e->writer, &topic->t, first, err);
}

static enum status
emit_topics(struct emitter *e, struct error *err)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; !status && i < e->draft->topic_count; i++)
		status = emit_topic(e, &e->draft->topics[i], err);
	return status;
}

static enum status
emit_measure(struct emitter *e, const struct draft_measure *m,
    struct error *err)
{
	struct passage_owner owner = { RECORD_MEASURE, m->m.id };
	int64_t first = e->next_passage;
	enum status status;

	status = emit_plain(e, owner, PASSAGE_TITLE, NULL, m->m.title, false,
	    err);
	if (!status)
		status = emit_plain(e, owner, PASSAGE_DEFINITION, NULL,
		    m->m.definition, false, err);
	e->draft->counts.measures++;
	if (status || !e->writer)
		return status;
	return collection_writer_put_measure(e->writer, &m->m, m->topic, first,
	    err);
}

static enum status
emit_figure(struct emitter *e, struct draft_figure *figure, struct error *err)
{
	struct names numbers = { 0 };
	struct emit_cell cell = { { RECORD_FIGURE, figure->f.id },
		PASSAGE_STATEMENT, figure->f.is_graphic, &figure->statement,
		&figure->citations, &numbers };
	struct figure_rows rows = {
		.measure = figure->measure,
		.topic = figure->topic,
		.has_period = figure->has_period,
		.period = figure->period,
	};
	struct emit_counts counts;
	enum status status;

	status = emit_cell(&rows.statement, &counts, e, &cell, err);
	figure->f.documents = counts.documents;
	figure->f.origins = counts.origins;
	rows.document = counts.document;
	cell.kind = PASSAGE_NOTE;
	cell.text = &figure->note;
	cell.citations = NULL;
	if (!status)
		status = emit_cell(&rows.note, NULL, e, &cell, err);
	names_clear(&numbers);
	e->draft->counts.figures++;
	if (status || !e->writer || !rows.statement)
		return status;
	return collection_writer_put_figure(e->writer, &figure->f, &rows, err);
}

static enum status
emit_event(struct emitter *e, struct draft_event *event, struct error *err)
{
	struct names numbers = { 0 };
	struct passage_owner owner = { RECORD_EVENT, event->e.id };
	struct emit_cell cell = { owner, PASSAGE_STATEMENT, event->e.is_graphic,
		&event->statement, &event->citations, &numbers };
	struct event_rows rows = {
		.topic = event->topic,
		.first_passage = e->next_passage,
		.date = event->date,
	};
	struct emit_counts counts = { 0 };
	enum status status;

	status = emit_plain(e, owner, PASSAGE_TITLE, NULL, event->e.title,
	    event->e.is_graphic, err);
	if (!status)
		status = emit_cell(&rows.statement, &counts, e, &cell, err);
	event->e.documents = counts.documents;
	event->e.origins = counts.origins;
	cell.kind = PASSAGE_NOTE;
	cell.text = &event->note;
	cell.citations = NULL;
	if (!status)
		status = emit_cell(&rows.note, NULL, e, &cell, err);
	names_clear(&numbers);
	e->draft->counts.events++;
	if (status || !e->writer || !rows.statement)
		return status;
	return collection_writer_put_event(e->writer, &event->e, &rows, err);
}

static enum status
emit_disagreement(struct emitter *e, const struct draft_disagreement *d,
    struct error *err)
{
	struct names numbers = { 0 };
	struct emit_cell cell = { { RECORD_DISAGREEMENT, d->d.id },
		PASSAGE_NOTE, false, &d->note, &d->citations, &numbers };
	struct passage_owner *members;
	int64_t note = 0;
	enum status status = STATUS_OK;

	if (d->note.len)
		status = emit_cell(&note, NULL, e, &cell, err);
	names_clear(&numbers);
	e->draft->counts.disagreements++;
	if (status || !e->writer)
		return status;
	members = arena_alloc_array(&e->draft->scratch, d->d.member_count,
	    sizeof *members);
	for (uint32_t i = 0; i < d->d.member_count; i++)
		members[i] = (struct passage_owner){ d->members[i].kind,
			d->members[i].record };
	return collection_writer_put_disagreement(e->writer, &d->d, members,
	    d->measure, note, err);
}

static enum status
emit_tables(struct emitter *e, struct error *err)
{
	struct draft *draft = e->draft;
	enum status status = STATUS_OK;

	for (size_t i = 0; !status && i < draft->measure_count; i++) {
		arena_reset(&draft->scratch);
		status = emit_measure(e, &draft->measures[i], err);
	}
	for (size_t i = 0; !status && i < draft->figure_count; i++) {
		arena_reset(&draft->scratch);
		status = emit_figure(e, &draft->figures[i], err);
	}
	for (size_t i = 0; !status && i < draft->event_count; i++) {
		arena_reset(&draft->scratch);
		status = emit_event(e, &draft->events[i], err);
	}
	for (size_t i = 0; !status && i < draft->disagreement_count; i++) {
		arena_reset(&draft->scratch);
		status = emit_disagreement(e, &draft->disagreements[i], err);
	}
	return status;
}

static enum status
put_settings(struct emitter *e, struct error *err)
{
	const struct draft *d = e->draft;
	const char *const values[][2] = {
		{ "title", d->title },
		{ "language", d->language },
		{ "version", d->version },
		{ "licence", d->licence },
		{ "editors", d->editors },
		{ "advisory", d->advisory },
		{ "home", d->home },
		{ "compiler", PACKAGE_NAME " " PACKAGE_VERSION },
		{ "unicode", utf8proc_unicode_version() },
	};

	for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
		enum status status = collection_writer_put_value(e->writer,
		    values[i][0], values[i][1], err);

		if (status)
			return status;
	}
	return STATUS_OK;
}

enum status
draft_emit(struct draft *draft, const char *path, struct error *err)
{
	struct emitter e = { draft, NULL, 1, 1, 1, 1 };
	enum status status = STATUS_OK;

	if (path && draft->diagnose->errors == 0) {
		status = collection_writer_open(&e.writer, path,
		    draft->text_bytes, err);
		if (!status)
			status = put_settings(&e, err);
	}
	if (!status)
		status = emit_topics(&e, err);
	if (!status)
		status = emit_tables(&e, err);
	if (!status)
		status = emit_sources(&e, err);
	if (status || !e.writer || draft->diagnose->errors) {
		collection_writer_abandon(e.writer);
		return status;
	}
	return collection_writer_finish(e.writer, err);
}
