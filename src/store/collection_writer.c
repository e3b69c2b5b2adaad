/* SPDX-License-Identifier: ISC */
#include "store/collection_writer.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "checksum.h"
#include "collection_private.h"
#include "collection_writer_private.h"

/*
 * The file is written once, from nothing, in one transaction that nobody
 * watches: if it is cut short the file is thrown away.  So there is no
 * journal, and bringing the bytes to disk is left to who renames the file.
 */
enum {
	LARGE_TEXT_BYTES = 8 * 1024 * 1024,
	SMALL_PAGE_BYTES = 4096,
	LARGE_PAGE_BYTES = 65536,
	SMALL_BLOCK_BYTES = 64000,
	LARGE_BLOCK_BYTES = 65400 /* with its row, fills a large page */
};

const char *const collection_writer_sql[] = {
	[WRITER_COLLECTION] = "INSERT INTO collection VALUES (?, ?)",
	[WRITER_TOPIC] =
	    "INSERT INTO topic VALUES"
	    " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	[WRITER_BLOCK] = "INSERT INTO block VALUES (?, ?, ?)",
	[WRITER_PLACE] =
	    "INSERT INTO place VALUES"
	    " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	[WRITER_KIND] = "INSERT INTO kind VALUES (?, ?, ?)",
	[WRITER_FOLDED] = "INSERT INTO folded VALUES (?, ?, ?)",
	[WRITER_SENTENCE] = "INSERT INTO sentence VALUES (?, ?, ?, ?, ?)",
	[WRITER_SPAN] = "INSERT INTO span VALUES (?, ?, ?, ?, ?, ?)",
	[WRITER_LINK] = "INSERT INTO link VALUES (?, ?, ?, ?, ?, ?)",
	[WRITER_MEASURE] =
	    "INSERT INTO measure VALUES"
	    " (?, ?, ?, ?, ?, ?, ?, ?, ?)",
	[WRITER_FIGURE] =
	    "INSERT INTO figure VALUES"
	    " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	[WRITER_EVENT] =
	    "INSERT INTO event VALUES"
	    " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	[WRITER_SOURCE] =
	    "INSERT INTO source VALUES"
	    " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	[WRITER_SOURCE_VARIABLE] =
	    "INSERT INTO source_variable VALUES"
	    " (?, ?, ?)",
	[WRITER_SOURCE_NAME] =
	    "INSERT INTO source_name VALUES"
	    " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	[WRITER_SOURCE_DATE] =
	    "INSERT INTO source_date VALUES"
	    " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	[WRITER_CITATION] =
	    "INSERT INTO citation VALUES"
	    " (?, ?, ?, ?, ?, ?, ?)",
	[WRITER_STEP] =
	    "INSERT INTO step VALUES"
	    " (?, ?, ?, ?, ?, ?, ?, ?, ?)",
	[WRITER_ORIGIN] = "INSERT INTO origin VALUES (?, ?, ?, ?)",
	[WRITER_DISAGREEMENT] =
	    "INSERT INTO disagreement VALUES"
	    " (?, ?, ?, ?, ?, ?)",
	[WRITER_MEMBER] =
	    "INSERT INTO disagreement_member VALUES"
	    " (?, ?, ?, ?)",
	[WRITER_CHECKSUM] = "INSERT INTO checksum VALUES (?, ?, ?)",
	[WRITER_TABLES] = NULL
};

enum status
writer_begin(struct writer_row *row, struct collection_writer *w,
    enum writer_table table, struct error *err)
{
	*row = (struct writer_row){ .w = w };
	return db_use(&row->s, w->db, collection_writer_sql[table], err);
}

enum status
writer_begin_next(struct writer_row *row, int64_t *id,
    struct collection_writer *w, enum writer_table table, struct error *err)
{
	enum status status = writer_begin(row, w, table, err);

	if (status == STATUS_OK) {
		*id = ++w->last[table];
		writer_add_int(row, *id);
	}
	return status;
}

void
writer_add_int(struct writer_row *row, int64_t value)
{
	db_bind_int(row->w->db, row->s, ++row->at, value);
}

void
writer_add_row_id(struct writer_row *row, int64_t id)
{
	if (id)
		writer_add_int(row, id);
	else
		db_bind_null(row->w->db, row->s, ++row->at);
}

void
writer_add_bound(struct writer_row *row, double value)
{
	if (isnan(value))
		db_bind_null(row->w->db, row->s, ++row->at);
	else
		db_bind_real(row->w->db, row->s, ++row->at, value);
}

static void
add_limited(struct writer_row *row, const char *text, size_t limit_bytes)
{
	size_t len;

	if (!text) {
		db_bind_null(row->w->db, row->s, ++row->at);
		return;
	}
	len = strlen(text);
	if (len > limit_bytes) {
		row->too_long = len;
		row->too_long_for = limit_bytes;
	}
	writer_add_bytes(row, text, len, false);
}

void
writer_add_text(struct writer_row *row, const char *text)
{
	add_limited(row, text, DB_TEXT_LIMIT);
}

/* Leaves room for the other columns of the row. */
void
writer_add_long_text(struct writer_row *row, const char *text)
{
	add_limited(row, text, DB_VALUE_LIMIT - 100 * 1000);
}

void
writer_add_bytes(struct writer_row *row, const char *bytes, size_t len,
    bool is_blob)
{
	db_bind_bytes(row->w->db, row->s, ++row->at, bytes ? bytes : "", len,
	    is_blob);
}

enum status
writer_end(struct writer_row *row, struct error *err)
{
	enum status status;

	if (row->too_long)
		return error_set(err, STATUS_LIMIT,
		    "a text of %zu bytes is "
		    "too long (%zu are allowed): %s",
		    row->too_long, row->too_long_for, row->w->db->path);
	status = db_next(row->w->db, row->s, err);
	return status == STATUS_NOT_FOUND ? STATUS_OK : status;
}

static enum status
put_kind(struct collection_writer *w, const char *of, int id, const char *name,
    struct error *err)
{
	struct writer_row row;
	enum status status = writer_begin(&row, w, WRITER_KIND, err);

	if (status != STATUS_OK)
		return status;
	writer_add_text(&row, of);
	writer_add_int(&row, id);
	writer_add_text(&row, name);
	return writer_end(&row, err);
}

static enum status
put_kinds(struct collection_writer *w, struct error *err)
{
	enum status status = STATUS_OK;

	for (int i = PASSAGE_TITLE; i <= PASSAGE_FIELD && !status; i++)
		status = put_kind(w, "passage", i,
		    passage_get_kind_name((enum passage_kind)i), err);
	for (int i = RECORD_TOPIC; i <= RECORD_DISAGREEMENT && !status; i++)
		status = put_kind(w, "record", i,
		    record_get_name((enum record_kind)i), err);
	return status;
}

static bool
is_index(const char *sql)
{
	return strncmp(sql, "CREATE INDEX ", 13) == 0 ||
	    strncmp(sql, "CREATE UNIQUE INDEX ", 20) == 0;
}

static enum status
make_tables(struct collection_writer *w, bool is_large, struct error *err)
{
	enum status status = db_run(w->db,
	    is_large ? "PRAGMA page_size=65536" : "PRAGMA page_size=4096", err);

	if (status == STATUS_OK)
		status = db_run(w->db,
		    "PRAGMA auto_vacuum=0;"
		    "PRAGMA encoding='UTF-8';"
		    "PRAGMA journal_mode=OFF;"
		    "PRAGMA synchronous=OFF;"
		    "PRAGMA locking_mode=EXCLUSIVE;"
		    "PRAGMA cache_size=-2000;"
		    "BEGIN EXCLUSIVE",
		    err);
	for (w->schema = collection_form.schema;
	     *w->schema && !is_index(*w->schema) && status == STATUS_OK;
	     w->schema++)
		status = db_run(w->db, *w->schema, err);
	return status;
}

/* Sorting all rows at once is faster than placing each, and packs better. */
static enum status
make_indexes(struct collection_writer *w, struct error *err)
{
	enum status status = STATUS_OK;

	for (; *w->schema && status == STATUS_OK; w->schema++)
		status = db_run(w->db, *w->schema, err);
	return status;
}

enum status
collection_writer_open(struct collection_writer **out, const char *path,
    uint64_t text_bytes, struct error *err)
{
	bool is_large = text_bytes >= LARGE_TEXT_BYTES;
	struct collection_writer *w;
	struct db *db;
	enum status status = db_open_writer(&db, path, err);

	if (status != STATUS_OK)
		return status;
	w = mem_alloc_array(1, sizeof *w);
	w->db = db;
	w->block_limit_bytes = is_large ? LARGE_BLOCK_BYTES : SMALL_BLOCK_BYTES;
	str_init(&w->block, 0);
	str_init(&w->folded, 0);
	str_init(&w->map, 0);
	status = make_tables(w, is_large, err);
	if (status == STATUS_OK)
		status = put_kinds(w, err);
	if (status != STATUS_OK) {
		collection_writer_abandon(w);
		return status;
	}
	*out = w;
	return STATUS_OK;
}

enum status
collection_writer_put_value(struct collection_writer *w, const char *key,
    const char *value, struct error *err)
{
	struct writer_row row;
	enum status status = writer_begin(&row, w, WRITER_COLLECTION, err);

	if (status != STATUS_OK)
		return status;
	writer_add_text(&row, key);
	writer_add_long_text(&row, value);
	return writer_end(&row, err);
}

int64_t
collection_writer_get_next_passage(const struct collection_writer *w)
{
	return w->last[WRITER_PLACE] + 1;
}

int64_t
collection_writer_get_next_link(const struct collection_writer *w)
{
	return w->last[WRITER_LINK] + 1;
}

int64_t
collection_writer_get_next_citation(const struct collection_writer *w)
{
	return w->last[WRITER_CITATION] + 1;
}

static enum status
put_checksum(struct collection_writer *w, const struct checksum_table *table,
    struct error *err)
{
	char text[CHECKSUM_TEXT_SIZE];
	struct checksum sum;
	struct writer_row row;
	enum status status = checksum_compute(&sum, w->db, table, err);

	if (status == STATUS_OK)
		status = writer_begin(&row, w, WRITER_CHECKSUM, err);
	if (status != STATUS_OK)
		return status;
	checksum_format(text, &sum);
	writer_add_text(&row, table->name);
	writer_add_int(&row, sum.rows);
	writer_add_text(&row, text);
	return writer_end(&row, err);
}

/* How many there are of what the first page counts. */
static enum status
put_counts(struct collection_writer *w, struct error *err)
{
	static const struct {
		const char *key;
		enum writer_table table;
	} counts[] = { { "count.topics", WRITER_TOPIC },
		{ "count.figures", WRITER_FIGURE },
		{ "count.measures", WRITER_MEASURE },
		{ "count.sources", WRITER_SOURCE },
		{ "count.events", WRITER_EVENT },
		{ "count.disagreements", WRITER_DISAGREEMENT },
		{ "count.passages", WRITER_PLACE },
		{ "count.citations", WRITER_CITATION } };
	enum status status = STATUS_OK;

	for (size_t i = 0; i < sizeof counts / sizeof counts[0] && !status;
	     i++) {
		char text[24];

		snprintf(text, sizeof text, "%lld",
		    (long long)w->last[counts[i].table]);
		status = collection_writer_put_value(w, counts[i].key, text,
		    err);
	}
	return status;
}

enum status
collection_writer_finish(struct collection_writer *w, struct error *err)
{
	enum status status = writer_flush_block(w, err);

	if (status == STATUS_OK)
		status = put_counts(w, err);
	for (const struct checksum_table *table = checksum_tables;
	     table->name && status == STATUS_OK; table++)
		status = put_checksum(w, table, err);
	if (status == STATUS_OK)
		status = make_indexes(w, err);
	if (status == STATUS_OK)
		status = db_run(w->db, "COMMIT", err);
	collection_writer_abandon(w);
	return status;
}

void
collection_writer_abandon(struct collection_writer *w)
{
	if (!w)
		return;
	db_close(w->db);
	str_clear(&w->block);
	str_clear(&w->folded);
	str_clear(&w->map);
	free(w);
}
