/* SPDX-License-Identifier: ISC */
#include "emit.h"

#include <string.h>

#include "base/str.h"

/*
 * A source's record, its rows of variables, names and dates, and its fields
 * as passages, so that they are found.
 */

static void
add_part(struct str *out, const char *part)
{
	if (!part || !part[0])
		return;
	if (out->len && out->data[out->len - 1] != ' ')
		str_add_char(out, ' ');
	str_add_text(out, part);
}

static void
add_name(struct str *out, const struct source_name *n)
{
	struct str name;

	str_init(&name, 0);
	add_part(&name, n->literal);
	add_part(&name, n->given);
	add_part(&name, n->dropping_particle);
	add_part(&name, n->non_dropping_particle);
	add_part(&name, n->family);
	add_part(&name, n->suffix);
	if (out->len)
		str_add_text(out, ", ");
	str_add(out, name.data, name.len);
	str_clear(&name);
}

/* Names of one variable stand together: one passage for all of them. */
static enum status
emit_name_fields(struct emitter *e, struct passage_owner owner,
    const struct csl_item *item, struct error *err)
{
	enum status status = STATUS_OK;
	uint32_t i = 0;

	while (!status && i < item->name_count) {
		const char *variable = item->names[i].variable;
		struct str text;

		str_init(&text, 0);
		for (; i < item->name_count &&
		     strcmp(item->names[i].variable, variable) == 0;
		     i++)
			add_name(&text, &item->names[i].name);
		status = emit_plain(e, owner, PASSAGE_FIELD, variable,
		    text.data, false, err);
		str_clear(&text);
	}
	return status;
}

static void
add_date(struct str *out, int year, int month, int day)
{
	str_add_format(out, "%04d", year);
	if (month)
		str_add_format(out, "-%02d", month);
	if (month && day)
		str_add_format(out, "-%02d", day);
}

static enum status
emit_date_field(struct emitter *e, struct passage_owner owner,
    const struct csl_item_date *date, struct error *err)
{
	const struct source_date *d = &date->date;
	struct str text;
	enum status status;

	str_init(&text, 0);
	if (d->year)
		add_date(&text, d->year, d->month, d->day);
	if (d->end_year) {
		str_add_char(&text, '/');
		add_date(&text, d->end_year, d->end_month, d->end_day);
	}
	if (!d->year && d->literal)
		str_add_text(&text, d->literal);
	status = emit_plain(e, owner, PASSAGE_FIELD, date->variable, text.data,
	    false, err);
	str_clear(&text);
	return status;
}

static enum status
emit_fields(struct emitter *e, struct passage_owner owner,
    const struct csl_item *item, struct error *err)
{
	enum status status = emit_plain(e, owner, PASSAGE_FIELD, "title",
	    item->title, false, err);

	if (!status)
		status = emit_name_fields(e, owner, item, err);
	for (uint32_t i = 0; !status && i < item->date_count; i++)
		status = emit_date_field(e, owner, &item->dates[i], err);
	for (uint32_t i = 0; !status && i < item->variable_count; i++) {
		const struct csl_item_variable *v = &item->variables[i];

		if (strcmp(v->variable, "title") != 0)
			status = emit_plain(e, owner, PASSAGE_FIELD,
			    v->variable, v->value, false, err);
	}
	return status;
}

static enum status
put_rows(struct emitter *e, int64_t id, const struct csl_item *item,
    struct error *err)
{
	enum status status = STATUS_OK;

	if (item->type[0] != '\0')
		status = collection_writer_put_source_variable(e->writer, id,
		    "type", item->type, err);
	for (uint32_t i = 0; !status && i < item->variable_count; i++)
		status = collection_writer_put_source_variable(e->writer, id,
		    item->variables[i].variable, item->variables[i].value, err);
	for (uint32_t i = 0; !status && i < item->name_count; i++)
		status = collection_writer_put_source_name(e->writer, id,
		    item->names[i].variable, item->names[i].number,
		    &item->names[i].name, err);
	for (uint32_t i = 0; !status && i < item->date_count; i++)
		status = collection_writer_put_source_date(e->writer, id,
		    item->dates[i].variable, &item->dates[i].date, err);
	return status;
}

static enum status
put_source(struct emitter *e, const struct draft_source *s, int64_t id,
    int64_t first_passage, struct error *err)
{
	const struct csl_item *item = &s->item;
	struct source source = {
		.id = id,
		.key = item->key,
		.kind = item->kind,
		.title = item->title,
		.label = item->label,
		.year = item->year,
		.certainty = item->certainty,
		.found_at = item->found_at,
		.cited_by = s->cited_by,
		.origin_of = s->origin_of,
	};
	struct source_rows rows = { s->copy_of, s->institution, first_passage,
		e->next_passage - first_passage, item->json };
	enum status status;

	if (!e->writer)
		return STATUS_OK;
	status = collection_writer_put_source(e->writer, &source, &rows, err);
	return status ? status : put_rows(e, id, item, err);
}

enum status
emit_sources(struct emitter *e, struct error *err)
{
	struct draft *draft = e->draft;

	for (size_t i = 0; i < draft->source_count; i++) {
		const struct draft_source *s = &draft->sources[i];
		struct passage_owner owner = { RECORD_SOURCE, (int64_t)i + 1 };
		int64_t first = e->next_passage;
		enum status status;

		arena_reset(&draft->scratch);
		status = emit_fields(e, owner, &s->item, err);
		if (!status)
			status = put_source(e, s, owner.record, first, err);
		if (status)
			return status;
		draft->counts.sources++;
	}
	return STATUS_OK;
}
