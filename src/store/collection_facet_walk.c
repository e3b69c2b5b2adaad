/* SPDX-License-Identifier: ISC */
#include "collection_facet_private.h"

#include <stdlib.h>
#include <string.h>

#include "db_text.h"
#include "model/date.h"

/* The values of rows, and which rows have one. */
enum {
	NAME_MEASURE = COLLECTION_FACET_COUNT,
	NAME_SOURCE,
	NAME_TOPIC,
	FIND_MEASURE,
	FIND_SOURCE,
	FIND_TOPIC,
	FIND_PARENT
};

#define OF_ROWS(table, values) \
	"SELECT id, " values " FROM " table " WHERE id BETWEEN ?1 AND ?2"

const char *const collection_facet_sql[] = {
	[COLLECTION_FACET_FIGURE_MEASURE] = OF_ROWS("figure", "measure"),
	[COLLECTION_FACET_FIGURE_UNIT] = OF_ROWS("figure", "unit"),
	[COLLECTION_FACET_FIGURE_PLACE] = OF_ROWS("figure", "place"),
	[COLLECTION_FACET_FIGURE_YEAR] = OF_ROWS("figure",
	    "period_from, period_to"),
	[COLLECTION_FACET_FIGURE_SOURCE] =
	    "SELECT f.id, s.source FROM figure AS f"
	    " LEFT JOIN citation AS c ON c.passage = f.statement"
	    " LEFT JOIN step AS s ON s.citation = c.id"
	    " WHERE f.id BETWEEN ?1 AND ?2 ORDER BY f.id",
	[COLLECTION_FACET_FIGURE_DOCUMENT] =
	    "SELECT f.id, c.document FROM figure AS f"
	    " LEFT JOIN citation AS c ON c.passage = f.statement"
	    " WHERE f.id BETWEEN ?1 AND ?2 ORDER BY f.id",
	[COLLECTION_FACET_FIGURE_DISAGREEING] = OF_ROWS("figure", "disputed"),
	[COLLECTION_FACET_EVENT_KIND] = OF_ROWS("event", "kind"),
	[COLLECTION_FACET_EVENT_TOPIC] = OF_ROWS("event", "topic"),
	[COLLECTION_FACET_EVENT_YEAR] = OF_ROWS("event", "date_from, date_to"),
	[COLLECTION_FACET_DISAGREEMENT_KIND] = OF_ROWS("disagreement", "kind"),
	[NAME_MEASURE] = "SELECT slug, title FROM measure WHERE id = ?1",
	[NAME_SOURCE] = "SELECT key, label FROM source WHERE id = ?1",
	[NAME_TOPIC] = "SELECT slug, title FROM topic WHERE id = ?1",
	[FIND_MEASURE] = "SELECT id, id, title FROM measure WHERE slug = ?1",
	[FIND_SOURCE] = "SELECT id, id, label FROM source WHERE key = ?1",
	[FIND_TOPIC] = "SELECT id, last, title FROM topic WHERE slug = ?1",
	[FIND_PARENT] = "SELECT parent FROM topic WHERE id = ?1",
	NULL
};

enum { YEAR_LAST = 9999 };

enum facet_form
collection_facet_get_form(enum collection_facet facet)
{
	static const enum facet_form forms[COLLECTION_FACET_COUNT] = {
		[COLLECTION_FACET_FIGURE_MEASURE] = FACET_OF_MEASURES,
		[COLLECTION_FACET_FIGURE_UNIT] = FACET_OF_TEXTS,
		[COLLECTION_FACET_FIGURE_PLACE] = FACET_OF_TEXTS,
		[COLLECTION_FACET_FIGURE_YEAR] = FACET_OF_YEARS,
		[COLLECTION_FACET_FIGURE_SOURCE] = FACET_OF_SOURCES,
		[COLLECTION_FACET_FIGURE_DOCUMENT] = FACET_OF_SOURCES,
		[COLLECTION_FACET_FIGURE_DISAGREEING] = FACET_OF_FLAGS,
		[COLLECTION_FACET_EVENT_KIND] = FACET_OF_TEXTS,
		[COLLECTION_FACET_EVENT_TOPIC] = FACET_OF_TOPICS,
		[COLLECTION_FACET_EVENT_YEAR] = FACET_OF_YEARS,
		[COLLECTION_FACET_DISAGREEMENT_KIND] = FACET_OF_TEXTS,
	};

	return forms[facet];
}

/* ---- Along rows ---- */

enum status
collection_facet_walk(struct facet_walk *w, struct collection *c,
    enum collection_facet facet, int64_t first, int64_t last, struct error *err)
{
	enum status status;

	*w = (struct facet_walk){ .c = c,
		.form = collection_facet_get_form(facet) };
	status = db_use(&w->s, c->db, collection_facet_sql[facet], err);
	if (status != STATUS_OK)
		return status;
	db_bind_int(c->db, w->s, 1, first);
	db_bind_int(c->db, w->s, 2, last);
	return STATUS_OK;
}

static void
get_text(struct facet_value *v, struct facet_walk *w)
{
	v->text = db_get_bytes(w->s, 1);
	if (!db_text_is_sound(v->text.bytes, v->text.len)) {
		arena_reset(&w->repaired);
		v->text.bytes = db_text_repair(&v->text.len, NULL,
		    v->text.bytes, v->text.len, DB_TEXT_LIMIT, &w->repaired);
	}
	v->is_given = v->text.len > 0;
}

static void
get_row(struct facet_value *v, struct facet_walk *w)
{
	v->first = v->last = db_get_int(w->s, 1);
	v->is_given = v->first > 0;
}

/* Of a period with an open end the other one. */
static void
get_years(struct facet_value *v, struct facet_walk *w)
{
	int64_t from = db_get_int(w->s, 1), to = db_get_int(w->s, 2);

	if (db_is_null(w->s, 1) || db_is_null(w->s, 2))
		return;
	if (from <= DATE_OPEN_START)
		from = to;
	if (to >= DATE_OPEN_END)
		to = from;
	v->first = from / 10000;
	v->last = to / 10000;
	v->is_given = from > DATE_OPEN_START && from < DATE_OPEN_END &&
	    from <= to && v->last <= YEAR_LAST;
}

enum status
collection_facet_next(struct facet_walk *w, struct error *err)
{
	static void (*const get[])(struct facet_value *,
	    struct facet_walk *) = {
		[FACET_OF_TEXTS] = get_text,
		[FACET_OF_MEASURES] = get_row,
		[FACET_OF_SOURCES] = get_row,
		[FACET_OF_TOPICS] = get_row,
		[FACET_OF_YEARS] = get_years,
		[FACET_OF_FLAGS] = get_row,
	};
	enum status status = db_next(w->c->db, w->s, err);

	if (status != STATUS_OK)
		return status;
	w->row = db_get_int(w->s, 0);
	w->value = (struct facet_value){ .is_given = false };
	get[w->form](&w->value, w);
	return STATUS_OK;
}

enum status
collection_facet_end(struct facet_walk *w, enum status status,
    struct error *err)
{
	arena_clear(&w->repaired);
	return db_end_rows(w->c->db, w->s, status, err);
}

/* ---- Names ---- */

static bool
is_of_rows(enum facet_form form)
{
	return form >= FACET_OF_MEASURES && form <= FACET_OF_TOPICS;
}

enum status
collection_facet_name(const char **name, const char **title,
    struct collection *c, enum facet_form form, int64_t row,
    struct arena *arena, struct error *err)
{
	sqlite3_stmt *s;
	enum status status = db_use(&s, c->db,
	    collection_facet_sql[NAME_MEASURE + form - FACET_OF_MEASURES], err);

	*name = *title = "";
	if (status != STATUS_OK)
		return status;
	db_bind_int(c->db, s, 1, row);
	status = db_next(c->db, s, err);
	if (status == STATUS_OK) {
		*name = db_copy_filled(c->db, s, 0, arena);
		*title = db_copy_filled(c->db, s, 1, arena);
	}
	return db_end_rows(c->db, s, status, err);
}

enum status
collection_facet_parent(int64_t *out, struct collection *c, int64_t topic,
    struct error *err)
{
	sqlite3_stmt *s;
	enum status status = db_use(&s, c->db,
	    collection_facet_sql[FIND_PARENT], err);

	*out = 0;
	if (status != STATUS_OK)
		return status;
	db_bind_int(c->db, s, 1, topic);
	status = db_next(c->db, s, err);
	if (status == STATUS_OK)
		*out = db_get_int(s, 0);
	return db_end_rows(c->db, s, status, err);
}

/* The rows of that name: a topic with those below it. */
static enum status
find_rows(struct facet_value *out, const char **title, struct collection *c,
    enum facet_form form, const char *name, struct arena *arena,
    struct error *err)
{
	sqlite3_stmt *s;
	enum status status = db_use(&s, c->db,
	    collection_facet_sql[FIND_MEASURE + form - FACET_OF_MEASURES], err);

	if (status != STATUS_OK)
		return status;
	db_bind_text(c->db, s, 1, name);
	status = db_next(c->db, s, err);
	if (status == STATUS_OK) {
		out->is_given = true;
		out->first = db_get_int(s, 0);
		out->last = db_get_int(s, 1);
		if (title)
			*title = db_copy_filled(c->db, s, 2, arena);
	}
	return db_end_rows(c->db, s, status, err);
}

static void
read_year(struct facet_value *out, const char *name)
{
	size_t len = strspn(name, "0123456789");

	if (len == 0 || len > 4 || name[len])
		return;
	out->first = out->last = strtol(name, NULL, 10);
	out->is_given = true;
}

enum status
collection_find_facet_title(const char **out, struct collection *c,
    enum collection_facet facet, const char *name, struct arena *arena,
    struct error *err)
{
	enum facet_form form = collection_facet_get_form(facet);
	struct facet_value value = { .is_given = false };
	const char *title = "";
	enum status status = STATUS_OK;

	collection_begin(c);
	if (is_of_rows(form) && name[0])
		status = find_rows(&value, &title, c, form, name, arena, err);
	if (facet == COLLECTION_FACET_DISAGREEMENT_KIND)
		title = disagreement_get_words(name);
	if (status == STATUS_OK)
		*out = arena_copy_text(arena, title[0] ? title : name);
	return status;
}

/* ---- Marks ---- */

/* Which value has the name; false: none has. */
static enum status
find_value(bool *is_known, struct facet_value *out, struct collection *c,
    enum facet_form form, const char *name, struct error *err)
{
	enum status status = STATUS_OK;

	*out = (struct facet_value){ .text = { name, strlen(name) } };
	if (form == FACET_OF_TEXTS)
		out->is_given = name[0] != '\0';
	else if (form == FACET_OF_YEARS)
		read_year(out, name);
	else if (form == FACET_OF_FLAGS)
		out->is_given = strcmp(name, FACET_FLAG_NAME) == 0;
	else if (name[0])
		status = find_rows(out, NULL, c, form, name, NULL, err);
	*is_known = out->is_given || (!name[0] && form != FACET_OF_FLAGS);
	return status;
}

static bool
has_value(const struct facet_walk *w, const struct facet_value *wanted)
{
	const struct facet_value *v = &w->value;

	if (!v->is_given || !wanted->is_given || w->form == FACET_OF_FLAGS)
		return v->is_given == wanted->is_given;
	if (w->form == FACET_OF_TEXTS)
		return db_bytes_are(v->text, wanted->text.bytes);
	return v->first <= wanted->last && v->last >= wanted->first;
}

enum status
collection_mark_facet(uint8_t *rows, struct collection *c,
    enum collection_facet facet, const char *name, int64_t first,
    uint32_t count, struct error *err)
{
	struct facet_value wanted;
	struct facet_walk w;
	bool is_known;
	enum status status;

	collection_begin(c);
	status = find_value(&is_known, &wanted, c,
	    collection_facet_get_form(facet), name, err);
	if (status != STATUS_OK || !is_known || count == 0)
		return status;
	status = collection_facet_walk(&w, c, facet, first, first + count - 1,
	    err);
	if (status != STATUS_OK)
		return status;
	while ((status = collection_facet_next(&w, err)) == STATUS_OK) {
		if (w.row >= first && w.row - first < count &&
		    has_value(&w, &wanted))
			rows[(w.row - 1) / 8] |= (uint8_t)(1u
			    << ((w.row - 1) % 8));
	}
	return collection_facet_end(&w, status, err);
}
