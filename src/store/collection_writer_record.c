/* SPDX-License-Identifier: ISC */
#include "collection_writer_private.h"

#include "collection_private.h"

/* The records: each one row of a table, its columns in order. */

static const char *
advisory_of(bool is_graphic)
{
	return is_graphic ? "graphic" : "none";
}

static const char *
or_empty(const char *text)
{
	return text ? text : "";
}

enum status
collection_writer_put_topic(struct collection_writer *w, const struct topic *t,
    int64_t first_passage, struct error *err)
{
	int64_t id;
	struct writer_row row = writer_begin_next(&id, w, WRITER_TOPIC);

	writer_add_text(&row, t->slug);
	writer_add_text(&row, t->title);
	writer_add_row_id(&row, t->parent);
	writer_add_int(&row, t->depth);
	writer_add_int(&row, t->last);
	writer_add_text(&row, or_empty(t->summary));
	writer_add_text(&row, advisory_of(t->is_graphic));
	writer_add_int(&row, first_passage);
	writer_add_int(&row, t->passages);
	return writer_end(&row, err);
}

static void
add_period(struct writer_row *row, const struct figure_rows *rows)
{
	if (rows->has_period) {
		writer_add_int(row, rows->period.from);
		writer_add_int(row, rows->period.to);
	} else {
		writer_add_row_id(row, 0);
		writer_add_row_id(row, 0);
	}
}

enum status
collection_writer_put_figure(struct collection_writer *w,
    const struct figure *f, const struct figure_rows *rows, struct error *err)
{
	int64_t id;
	struct writer_row row = writer_begin_next(&id, w, WRITER_FIGURE);

	writer_add_text(&row, f->slug);
	writer_add_int(&row, rows->measure);
	writer_add_int(&row, rows->topic);
	writer_add_int(&row, rows->statement);
	writer_add_row_id(&row, rows->document);
	writer_add_int(&row, f->is_disputed);
	writer_add_bound(&row, f->low);
	writer_add_bound(&row, f->high);
	writer_add_text(&row, or_empty(f->qualifier));
	writer_add_text(&row, or_empty(f->unit));
	writer_add_text(&row, or_empty(f->period));
	add_period(&row, rows);
	writer_add_text(&row, or_empty(f->as_of));
	writer_add_text(&row, or_empty(f->place));
	writer_add_text(&row, or_empty(f->population));
	writer_add_text(&row, advisory_of(f->is_graphic));
	writer_add_row_id(&row, rows->note);
	writer_add_int(&row, f->documents);
	writer_add_int(&row, f->origins);
	return writer_end(&row, err);
}

enum status
collection_writer_put_measure(struct collection_writer *w,
    const struct measure *m, int64_t topic, int64_t first_passage,
    struct error *err)
{
	int64_t id;
	struct writer_row row = writer_begin_next(&id, w, WRITER_MEASURE);

	writer_add_text(&row, m->slug);
	writer_add_text(&row, m->title);
	writer_add_text(&row, or_empty(m->unit));
	writer_add_text(&row, or_empty(m->definition));
	writer_add_int(&row, topic);
	writer_add_int(&row, first_passage);
	writer_add_int(&row, m->figures);
	writer_add_int(&row, m->disagreeing);
	return writer_end(&row, err);
}

enum status
collection_writer_put_event(struct collection_writer *w, const struct event *e,
    const struct event_rows *rows, struct error *err)
{
	int64_t id;
	struct writer_row row = writer_begin_next(&id, w, WRITER_EVENT);

	writer_add_text(&row, e->slug);
	writer_add_int(&row, rows->topic);
	writer_add_text(&row, e->date);
	writer_add_int(&row, rows->date.from);
	writer_add_int(&row, rows->date.to);
	writer_add_text(&row, or_empty(e->precision));
	writer_add_text(&row, or_empty(e->kind));
	writer_add_text(&row, or_empty(e->title));
	writer_add_int(&row, rows->first_passage);
	writer_add_int(&row, rows->statement);
	writer_add_text(&row, advisory_of(e->is_graphic));
	writer_add_row_id(&row, rows->note);
	writer_add_int(&row, e->documents);
	writer_add_int(&row, e->origins);
	return writer_end(&row, err);
}

static enum status
put_members(struct collection_writer *w, int64_t disagreement,
    const struct passage_owner *members, uint32_t count, struct error *err)
{
	enum status status = STATUS_OK;

	for (uint32_t i = 0; i < count && status == STATUS_OK; i++) {
		struct writer_row row = writer_begin(w, WRITER_MEMBER);

		writer_add_int(&row, disagreement);
		writer_add_int(&row, i + 1);
		writer_add_text(&row, record_get_name(members[i].kind));
		writer_add_int(&row, members[i].record);
		status = writer_end(&row, err);
	}
	return status;
}

enum status
collection_writer_put_disagreement(struct collection_writer *w,
    const struct disagreement *d, const struct passage_owner *members,
    int64_t measure, int64_t note, struct error *err)
{
	int64_t id;
	enum status status;
	struct writer_row row = writer_begin_next(&id, w, WRITER_DISAGREEMENT);

	writer_add_text(&row, d->kind);
	writer_add_int(&row, d->is_computed);
	writer_add_int(&row, d->period_unknown);
	writer_add_row_id(&row, measure);
	writer_add_row_id(&row, note);
	status = writer_end(&row, err);
	if (status == STATUS_OK)
		status = put_members(w, id, members, d->member_count, err);
	return status;
}
