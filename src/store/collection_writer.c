/* SPDX-License-Identifier: ISC */
#include "store/collection_writer.h"

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
	SMALL_BLOCK_BYTES = 64000, /* places and data */
	/*
	 * With the rest of its row and its page, fills a large page: what
	 * goes on in another page is slower to read.
	 */
	LARGE_BLOCK_BYTES = 65400 - 24
};

static enum status
put_kind(struct collection_writer *w, const char *of, int id, const char *name,
    struct error *err)
{
	struct writer_row row = writer_begin(w, WRITER_KIND);

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
	str_init(&w->block.places, 0);
	str_init(&w->block.data, 0);
	str_init(&w->folded_block.places, 0);
	str_init(&w->folded_block.data, 0);
	str_init(&w->folded, 0);
	str_init(&w->map, 0);
	for (int i = 0; i < WRITER_TABLES; i++)
		str_init(&w->batches[i].text, 0);
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
	struct writer_row row = writer_begin(w, WRITER_COLLECTION);

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

	if (status != STATUS_OK)
		return status;
	row = writer_begin(w, WRITER_CHECKSUM);
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
	enum status status = writer_flush_text(w, err);

	if (status == STATUS_OK)
		status = put_counts(w, err);
	if (status == STATUS_OK)
		status = writer_flush_rows(w, err);
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
	writer_clear_rows(w);
	db_close(w->db);
	str_clear(&w->block.places);
	str_clear(&w->block.data);
	str_clear(&w->folded_block.places);
	str_clear(&w->folded_block.data);
	str_clear(&w->folded);
	str_clear(&w->map);
	free(w);
}
