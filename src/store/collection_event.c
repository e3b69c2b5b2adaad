/* SPDX-License-Identifier: ISC */
#include "collection_private.h"

enum { LIST_ALL, LIST_OF_TOPIC, LIST_FROM, FIND_EVENT };

#define EVENT_COLUMNS                                                        \
	"SELECT e.id, e.slug, t.slug, e.date, e.precision, e.kind, e.title," \
	" e.advisory, e.documents, e.origins, s.block, s.at, s.len,"         \
	" n.block, n.at, n.len"                                              \
	" FROM event AS e LEFT JOIN topic AS t ON t.id = e.topic"            \
	" LEFT JOIN place AS s ON s.passage = e.statement"                   \
	" LEFT JOIN place AS n ON n.passage = e.note"

const char *const collection_event_sql[] = { [LIST_ALL] = EVENT_COLUMNS
	" /*scan*/ ORDER BY e.id",
	[LIST_OF_TOPIC] = EVENT_COLUMNS " WHERE e.topic = ?1 ORDER BY e.id",
	[LIST_FROM] = EVENT_COLUMNS " WHERE e.id >= ?1 ORDER BY e.id LIMIT ?2",
	[FIND_EVENT] = EVENT_COLUMNS " WHERE e.slug = ?1",
	NULL };

static enum status
read_event(struct event *out, struct collection *c, sqlite3_stmt *s,
    struct arena *arena, struct error *err)
{
	enum status status;

	*out = (struct event){ .id = db_get_int(s, 0),
		.slug = db_copy_filled(c->db, s, 1, arena),
		.topic = db_copy_filled(c->db, s, 2, arena),
		.date = db_copy_filled(c->db, s, 3, arena),
		.precision = db_copy_filled(c->db, s, 4, arena),
		.kind = db_copy_filled(c->db, s, 5, arena),
		.title = db_copy_filled(c->db, s, 6, arena),
		.is_graphic = db_is_text(s, 7, "graphic"),
		.documents = db_get_count(s, 8),
		.origins = db_get_count(s, 9) };
	status = collection_read_text(&out->statement, c, s, 10, arena, err);
	if (status == STATUS_OK)
		status = collection_read_text(&out->note, c, s, 13, arena, err);
	return status;
}

static enum status
read_events(struct event **out, uint32_t *count, struct collection *c,
    sqlite3_stmt *s, struct arena *arena, struct error *err)
{
	struct event *events = NULL;
	uint32_t n = 0;
	enum status status;

	while ((status = db_next(c->db, s, err)) == STATUS_OK) {
		events = collection_grow(events, n, sizeof events[0], arena);
		status = read_event(&events[n], c, s, arena, err);
		if (status != STATUS_OK)
			break;
		n++;
	}
	status = db_end_rows(c->db, s, status, err);
	if (status == STATUS_OK) {
		*out = events;
		*count = n;
	}
	return status;
}

enum status
collection_list_events(struct event **out, uint32_t *count,
    struct collection *c, int64_t topic, struct arena *arena, struct error *err)
{
	sqlite3_stmt *s;
	enum status status;

	collection_begin(c);
	status = db_use(&s, c->db,
	    collection_event_sql[topic ? LIST_OF_TOPIC : LIST_ALL], err);
	if (status != STATUS_OK)
		return status;
	if (topic)
		db_bind_int(c->db, s, 1, topic);
	return collection_end(c, read_events(out, count, c, s, arena, err));
}

enum status
collection_list_events_from(struct event **out, uint32_t *count,
    struct collection *c, int64_t first, uint32_t limit, struct arena *arena,
    struct error *err)
{
	sqlite3_stmt *s;
	enum status status;

	collection_begin(c);
	status = db_use(&s, c->db, collection_event_sql[LIST_FROM], err);
	if (status != STATUS_OK)
		return status;
	db_bind_int(c->db, s, 1, first);
	db_bind_int(c->db, s, 2, limit);
	return collection_end(c, read_events(out, count, c, s, arena, err));
}

enum status
collection_find_event(struct event *out, struct collection *c, const char *slug,
    struct arena *arena, struct error *err)
{
	struct event *events;
	uint32_t count;
	sqlite3_stmt *s;
	enum status status;

	collection_begin(c);
	status = db_use(&s, c->db, collection_event_sql[FIND_EVENT], err);
	if (status != STATUS_OK)
		return status;
	db_bind_text(c->db, s, 1, slug);
	status = collection_end(c,
	    read_events(&events, &count, c, s, arena, err));
	if (status != STATUS_OK)
		return status;
	if (count == 0)
		return error_set(err, STATUS_NOT_FOUND, "no event is named %s",
		    slug);
	*out = events[0];
	return STATUS_OK;
}
