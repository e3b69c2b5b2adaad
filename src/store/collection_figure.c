/* SPDX-License-Identifier: ISC */
#include "collection_private.h"

#include <math.h>
#include <stdlib.h>

enum {
	LIST_ALL,
	LIST_OF_MEASURE,
	LIST_OF_TOPIC,
	LIST_OF_BOTH,
	LIST_FROM,
	LIST_BEHIND,
	FIND_FIGURE,
	LIST_DISAGREEING,
	IS_DISPUTED
};

#define FIGURE_COLUMNS                                                    \
	"SELECT f.id, f.slug, m.slug, m.title, t.slug, f.low, f.high,"    \
	" f.qualifier, f.unit, f.period, f.as_of, f.place, f.population," \
	" f.advisory, f.documents, f.origins, s.block, s.at, s.len,"      \
	" n.block, n.at, n.len, f.disputed, d.label, d.title, d.key"      \
	" FROM figure AS f LEFT JOIN measure AS m ON m.id = f.measure"    \
	" LEFT JOIN topic AS t ON t.id = f.topic"                         \
	" LEFT JOIN source AS d ON d.id = f.document"                     \
	" LEFT JOIN place AS s ON s.passage = f.statement"                \
	" LEFT JOIN place AS n ON n.passage = f.note"

/* One origin told twice is repetition: such figures do not disagree. */
const char *const collection_figure_sql[] = { [LIST_ALL] = FIGURE_COLUMNS
	" /*scan*/ ORDER BY f.id",
	[LIST_OF_MEASURE] = FIGURE_COLUMNS
	" WHERE f.measure = ?1 ORDER BY f.id",
	[LIST_OF_TOPIC] = FIGURE_COLUMNS " WHERE f.topic = ?2 ORDER BY f.id",
	[LIST_OF_BOTH] = FIGURE_COLUMNS
	" WHERE f.measure = ?1 AND +f.topic = ?2 ORDER BY f.id",
	[LIST_FROM] = FIGURE_COLUMNS " WHERE f.id >= ?1 ORDER BY f.id LIMIT ?2",
	[LIST_BEHIND] = FIGURE_COLUMNS
	" WHERE f.measure = ?1 AND f.id > ?2 ORDER BY f.id LIMIT ?3",
	[FIND_FIGURE] = FIGURE_COLUMNS " WHERE f.slug = ?1",
	[LIST_DISAGREEING] =
	    "SELECT a.record, b.record, f.slug"
	    " FROM disagreement_member AS a"
	    " CROSS JOIN disagreement AS d ON d.id = a.disagreement"
	    " CROSS JOIN disagreement_member AS b"
	    " ON b.disagreement = a.disagreement"
	    " CROSS JOIN figure AS f ON f.id = b.record"
	    " WHERE a.kind = 'figure' AND a.record BETWEEN ?1 AND ?2"
	    " AND b.kind = 'figure' AND b.record <> a.record"
	    " AND d.kind <> 'one-origin'",
	[IS_DISPUTED] = "SELECT 1 FROM figure WHERE id = ?1 AND disputed",
	NULL };

static double
read_bound(sqlite3_stmt *s, int column)
{
	return db_is_null(s, column) ? (double)NAN :
				       sqlite3_column_double(s, column);
}

static enum status
read_figure(struct figure *out, struct collection *c, sqlite3_stmt *s,
    struct arena *arena, struct error *err)
{
	enum status status;

	*out = (struct figure){ .id = db_get_int(s, 0),
		.slug = db_copy_filled(c->db, s, 1, arena),
		.measure = db_copy_filled(c->db, s, 2, arena),
		.measure_title = db_copy_filled(c->db, s, 3, arena),
		.topic = db_copy_filled(c->db, s, 4, arena),
		.document = collection_get_short_name(c, s, 23, arena),
		.low = read_bound(s, 5),
		.high = read_bound(s, 6),
		.qualifier = db_copy_filled(c->db, s, 7, arena),
		.unit = db_copy_filled(c->db, s, 8, arena),
		.period = db_copy_filled(c->db, s, 9, arena),
		.as_of = db_copy_filled(c->db, s, 10, arena),
		.place = db_copy_filled(c->db, s, 11, arena),
		.population = db_copy_filled(c->db, s, 12, arena),
		.is_graphic = db_is_text(s, 13, "graphic"),
		.is_disputed = db_get_int(s, 22) != 0,
		.documents = db_get_count(s, 14),
		.origins = db_get_count(s, 15) };
	status = collection_read_text(&out->statement, c, s, 16, arena, err);
	if (status == STATUS_OK)
		status = collection_read_text(&out->note, c, s, 19, arena, err);
	return status;
}

/* One figure disagrees with another. */
struct pair {
	int64_t figure;
	int64_t other;
	const char *slug; /* of other */
};

static int
compare_pairs(const void *a, const void *b)
{
	const struct pair *p = a;
	const struct pair *q = b;

	if (p->figure != q->figure)
		return p->figure < q->figure ? -1 : 1;
	return (p->other > q->other) - (p->other < q->other);
}

static enum status
read_pairs(struct pair **out, uint32_t *count, struct collection *c,
    int64_t first, int64_t last, struct arena *arena, struct error *err)
{
	struct pair *pairs = NULL;
	uint32_t n = 0;
	sqlite3_stmt *s;
	enum status status = db_use(&s, c->db,
	    collection_figure_sql[LIST_DISAGREEING], err);

	if (status != STATUS_OK)
		return status;
	db_bind_int(c->db, s, 1, first);
	db_bind_int(c->db, s, 2, last);
	while ((status = db_next(c->db, s, err)) == STATUS_OK) {
		pairs = collection_grow(pairs, n, sizeof pairs[0], arena);
		pairs[n++] = (struct pair){ db_get_int(s, 0), db_get_int(s, 1),
			db_copy_filled(c->db, s, 2, arena) };
	}
	*out = pairs;
	*count = n;
	return db_end_rows(c->db, s, status, err);
}

/* Both in the order of figures; a pair may be there more than once. */
static void
hand_out_pairs(struct figure *figures, uint32_t figure_count,
    const struct pair *pairs, uint32_t pair_count, struct arena *arena)
{
	uint32_t at = 0;

	for (uint32_t i = 0; i < figure_count; i++) {
		struct figure *f = &figures[i];
		int64_t before = 0;

		while (at < pair_count && pairs[at].figure < f->id)
			at++;
		for (; at < pair_count && pairs[at].figure == f->id; at++) {
			if (pairs[at].other == before)
				continue;
			before = pairs[at].other;
			f->disagrees_with = collection_grow(f->disagrees_with,
			    f->disagrees_count, sizeof f->disagrees_with[0],
			    arena);
			f->disagrees_with[f->disagrees_count++] = pairs[at]
								      .slug;
		}
	}
}

static enum status
add_disagreeing(struct figure *figures, uint32_t count, struct collection *c,
    struct arena *arena, struct error *err)
{
	struct pair *pairs;
	uint32_t pair_count;
	enum status status;

	if (count == 0)
		return STATUS_OK;
	status = read_pairs(&pairs, &pair_count, c, figures[0].id,
	    figures[count - 1].id, arena, err);
	if (status != STATUS_OK)
		return status;
	if (pair_count)
		qsort(pairs, pair_count, sizeof pairs[0], compare_pairs);
	hand_out_pairs(figures, count, pairs, pair_count, arena);
	return STATUS_OK;
}

enum status
collection_find_disputed(bool *out, struct collection *c, int64_t figure,
    struct error *err)
{
	collection_begin(c);
	return db_find_row(out, c->db, collection_figure_sql[IS_DISPUTED],
	    figure, err);
}

static enum status
read_rows(struct figure **out, uint32_t *count, struct collection *c,
    sqlite3_stmt *s, struct arena *arena, struct error *err)
{
	struct figure *figures = NULL;
	uint32_t n = 0;
	enum status status;

	while ((status = db_next(c->db, s, err)) == STATUS_OK) {
		figures = collection_grow(figures, n, sizeof figures[0], arena);
		status = read_figure(&figures[n], c, s, arena, err);
		if (status != STATUS_OK)
			break;
		n++;
	}
	status = db_end_rows(c->db, s, status, err);
	if (status == STATUS_OK) {
		*out = figures;
		*count = n;
	}
	return status;
}

static enum status
read_figures(struct figure **out, uint32_t *count, struct collection *c,
    sqlite3_stmt *s, struct arena *arena, struct error *err)
{
	enum status status = read_rows(out, count, c, s, arena, err);

	if (status == STATUS_OK)
		status = add_disagreeing(*out, *count, c, arena, err);
	return status;
}

static enum status
read_figures_from(struct figure **out, uint32_t *count, struct collection *c,
    int64_t first, uint32_t limit, struct arena *arena, struct error *err)
{
	sqlite3_stmt *s;
	enum status status = db_use(&s, c->db, collection_figure_sql[LIST_FROM],
	    err);

	if (status != STATUS_OK)
		return status;
	db_bind_int(c->db, s, 1, first);
	db_bind_int(c->db, s, 2, limit);
	return read_rows(out, count, c, s, arena, err);
}

static enum status
read_figures_behind(struct figure **out, uint32_t *count, struct collection *c,
    int64_t measure, int64_t after, uint32_t limit, struct arena *arena,
    struct error *err)
{
	sqlite3_stmt *s;
	enum status status = db_use(&s, c->db,
	    collection_figure_sql[LIST_BEHIND], err);

	if (status != STATUS_OK)
		return status;
	db_bind_int(c->db, s, 1, measure);
	db_bind_int(c->db, s, 2, after);
	db_bind_int(c->db, s, 3, limit);
	return read_rows(out, count, c, s, arena, err);
}

enum status
collection_list_figures_behind(struct figure **out, uint32_t *count,
    struct collection *c, int64_t measure, int64_t after, uint32_t limit,
    struct arena *arena, struct error *err)
{
	collection_begin(c);
	return collection_end(c,
	    read_figures_behind(out, count, c, measure, after, limit, arena,
		err));
}

enum status
collection_list_figures_from(struct figure **out, uint32_t *count,
    struct collection *c, int64_t first, uint32_t limit, struct arena *arena,
    struct error *err)
{
	collection_begin(c);
	return collection_end(c,
	    read_figures_from(out, count, c, first, limit, arena, err));
}

enum status
collection_list_figures(struct figure **out, uint32_t *count,
    struct collection *c, int64_t measure, int64_t topic, struct arena *arena,
    struct error *err)
{
	int which = topic ? (measure ? LIST_OF_BOTH : LIST_OF_TOPIC) :
			    (measure ? LIST_OF_MEASURE : LIST_ALL);
	sqlite3_stmt *s;
	enum status status;

	collection_begin(c);
	status = db_use(&s, c->db, collection_figure_sql[which], err);
	if (status != STATUS_OK)
		return status;
	if (measure)
		db_bind_int(c->db, s, 1, measure);
	if (topic)
		db_bind_int(c->db, s, 2, topic);
	return collection_end(c, read_figures(out, count, c, s, arena, err));
}

enum status
collection_find_figure(struct figure *out, struct collection *c,
    const char *slug, struct arena *arena, struct error *err)
{
	struct figure *figures;
	uint32_t count;
	sqlite3_stmt *s;
	enum status status;

	collection_begin(c);
	status = db_use(&s, c->db, collection_figure_sql[FIND_FIGURE], err);
	if (status != STATUS_OK)
		return status;
	db_bind_text(c->db, s, 1, slug);
	status = collection_end(c,
	    read_figures(&figures, &count, c, s, arena, err));
	if (status != STATUS_OK)
		return status;
	if (count == 0)
		return error_set(err, STATUS_NOT_FOUND, "no figure is named %s",
		    slug);
	*out = figures[0];
	return STATUS_OK;
}
