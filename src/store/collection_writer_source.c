/* SPDX-License-Identifier: ISC */
#include "collection_writer_private.h"

/* Sources, and CSL-JSON laid out in rows. */

static const char *
or_empty(const char *text)
{
	return text ? text : "";
}

enum status
collection_writer_put_source(struct collection_writer *w,
    const struct source *s, const struct source_rows *rows, struct error *err)
{
	int64_t id;
	struct writer_row row = writer_begin_next(&id, w, WRITER_SOURCE);

	writer_add_text(&row, s->key);
	writer_add_text(&row, s->kind);
	writer_add_text(&row, or_empty(s->title));
	writer_add_text(&row, or_empty(s->label));
	writer_add_text(&row, or_empty(s->year));
	writer_add_text(&row, or_empty(s->certainty));
	writer_add_text(&row, or_empty(s->found_at));
	writer_add_row_id(&row, rows->copy_of);
	writer_add_row_id(&row, rows->institution);
	writer_add_int(&row, rows->first_passage);
	writer_add_int(&row, rows->passages);
	writer_add_int(&row, s->cited_by);
	writer_add_int(&row, s->origin_of);
	writer_add_long_text(&row, or_empty(rows->csl));
	return writer_end(&row, err);
}

enum status
collection_writer_put_source_variable(struct collection_writer *w,
    int64_t source, const char *variable, const char *value, struct error *err)
{
	struct writer_row row = writer_begin(w, WRITER_SOURCE_VARIABLE);

	writer_add_int(&row, source);
	writer_add_text(&row, variable);
	writer_add_long_text(&row, value);
	return writer_end(&row, err);
}

enum status
collection_writer_put_source_name(struct collection_writer *w, int64_t source,
    const char *variable, int number, const struct source_name *name,
    struct error *err)
{
	struct writer_row row = writer_begin(w, WRITER_SOURCE_NAME);

	writer_add_int(&row, source);
	writer_add_text(&row, variable);
	writer_add_int(&row, number);
	writer_add_text(&row, name->family);
	writer_add_text(&row, name->given);
	writer_add_text(&row, name->suffix);
	writer_add_text(&row, name->dropping_particle);
	writer_add_text(&row, name->non_dropping_particle);
	writer_add_text(&row, name->literal);
	writer_add_int(&row, name->comma_suffix);
	writer_add_int(&row, name->static_ordering);
	return writer_end(&row, err);
}

enum status
collection_writer_put_source_date(struct collection_writer *w, int64_t source,
    const char *variable, const struct source_date *date, struct error *err)
{
	struct writer_row row = writer_begin(w, WRITER_SOURCE_DATE);

	writer_add_int(&row, source);
	writer_add_text(&row, variable);
	writer_add_row_id(&row, date->year);
	writer_add_row_id(&row, date->month);
	writer_add_row_id(&row, date->day);
	writer_add_row_id(&row, date->end_year);
	writer_add_row_id(&row, date->end_month);
	writer_add_row_id(&row, date->end_day);
	writer_add_text(&row, date->season);
	writer_add_int(&row, date->is_circa);
	writer_add_text(&row, date->literal);
	return writer_end(&row, err);
}
