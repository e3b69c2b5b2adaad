/* SPDX-License-Identifier: ISC */
#include "collection_writer_private.h"

#include <assert.h>
#include <math.h>
#include <string.h>

/* Rows on their way into the file. */

const char *const collection_writer_sql[] = {
	[WRITER_COLLECTION] = "INSERT INTO collection VALUES (?, ?)",
	[WRITER_TOPIC] =
	    "INSERT INTO topic VALUES"
	    " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	[WRITER_BLOCK] = "INSERT INTO block VALUES (?, ?, ?, ?)",
	[WRITER_PLACE] =
	    "INSERT INTO place VALUES"
	    " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	[WRITER_KIND] = "INSERT INTO kind VALUES (?, ?, ?)",
	[WRITER_FOLDED_BLOCK] = "INSERT INTO folded_block VALUES (?, ?, ?)",
	[WRITER_FOLDED] = "INSERT INTO folded VALUES (?, ?, ?, ?)",
	[WRITER_RUN] = "INSERT INTO run VALUES (?, ?, ?, ?)",
	[WRITER_SENTENCE] = "INSERT INTO sentence VALUES (?, ?, ?, ?, ?)",
	[WRITER_SPAN] = "INSERT INTO span VALUES (?, ?, ?, ?, ?, ?)",
	[WRITER_LINK] = "INSERT INTO link VALUES (?, ?, ?, ?, ?, ?)",
	[WRITER_MEASURE] =
	    "INSERT INTO measure VALUES"
	    " (?, ?, ?, ?, ?, ?, ?, ?, ?)",
	[WRITER_FIGURE] =
	    "INSERT INTO figure VALUES"
	    " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
	    " ?, ?)",
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

/* Of these there are many, and their rows are short. */
static bool
is_batched(enum writer_table table)
{
	return table == WRITER_PLACE || table == WRITER_SENTENCE ||
	    table == WRITER_SPAN || table == WRITER_LINK ||
	    table == WRITER_CITATION || table == WRITER_STEP;
}

struct writer_row
writer_begin(struct collection_writer *w, enum writer_table table)
{
	struct writer_batch *batch = &w->batches[table];

	batch->too_long = 0;
	return (struct writer_row){ w, table, batch, batch->cell_count };
}

struct writer_row
writer_begin_next(int64_t *id, struct collection_writer *w,
    enum writer_table table)
{
	struct writer_row row = writer_begin(w, table);

	*id = ++w->last[table];
	writer_add_int(&row, *id);
	return row;
}

static struct writer_cell *
add_cell(struct writer_row *row, int type)
{
	struct writer_cell *cell;

	assert(row->batch->cell_count < WRITER_CELLS);
	cell = &row->batch->cells[row->batch->cell_count++];
	cell->type = type;
	return cell;
}

void
writer_add_int(struct writer_row *row, int64_t value)
{
	add_cell(row, SQLITE_INTEGER)->number = value;
}

void
writer_add_row_id(struct writer_row *row, int64_t id)
{
	add_cell(row, id ? SQLITE_INTEGER : SQLITE_NULL)->number = id;
}

void
writer_add_bound(struct writer_row *row, double value)
{
	add_cell(row, isnan(value) ? SQLITE_NULL : SQLITE_FLOAT)->real = value;
}

void
writer_add_bytes(struct writer_row *row, const char *bytes, size_t len,
    bool is_blob)
{
	struct writer_cell *cell = add_cell(row,
	    is_blob ? SQLITE_BLOB : SQLITE_TEXT);

	cell->at = row->batch->text.len;
	cell->len = len;
	if (len)
		str_add(&row->batch->text, bytes, len);
}

static void
add_limited(struct writer_row *row, const char *text, size_t limit_bytes)
{
	size_t len;

	if (!text) {
		add_cell(row, SQLITE_NULL);
		return;
	}
	len = strlen(text);
	if (len > limit_bytes) {
		row->batch->too_long = len;
		row->batch->too_long_for = limit_bytes;
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

static void
bind_cell(struct db *db, sqlite3_stmt *s, int at,
    const struct writer_batch *batch, const struct writer_cell *cell)
{
	const char *text = batch->text.data ? batch->text.data : "";

	if (cell->type == SQLITE_INTEGER)
		db_bind_int(db, s, at, cell->number);
	else if (cell->type == SQLITE_FLOAT)
		db_bind_real(db, s, at, cell->real);
	else if (cell->type == SQLITE_NULL)
		db_bind_null(db, s, at);
	else
		db_bind_bytes(db, s, at, text + cell->at, cell->len,
		    cell->type == SQLITE_BLOB);
}

/* The cells from first on, as many as the statement takes. */
static enum status
insert_cells(struct db *db, sqlite3_stmt *s, const struct writer_batch *batch,
    int first, struct error *err)
{
	int count = sqlite3_bind_parameter_count(s);
	enum status status;

	for (int i = 0; i < count; i++)
		bind_cell(db, s, i + 1, batch, &batch->cells[first + i]);
	status = db_next(db, s, err);
	return status == STATUS_NOT_FOUND ? STATUS_OK : status;
}

/* "INSERT INTO link VALUES (?, ?), (?, ?) ..." */
static enum status
prepare_many(struct writer_batch *batch, struct db *db, const char *sql,
    struct error *err)
{
	const char *values = strchr(sql, '(');
	struct str text;
	int code;

	str_init(&text, 0);
	str_add_text(&text, sql);
	for (int i = 1; i < WRITER_BATCH_ROWS; i++) {
		str_add_text(&text, ", ");
		str_add_text(&text, values);
	}
	code = sqlite3_prepare_v3(db->handle, text.data, -1,
	    SQLITE_PREPARE_PERSISTENT, &batch->many, NULL);
	str_clear(&text);
	return code == SQLITE_OK ? STATUS_OK : db_fail(db, code, err);
}

static enum status
flush_batch(struct collection_writer *w, enum writer_table table,
    struct error *err)
{
	struct writer_batch *batch = &w->batches[table];
	const char *sql = collection_writer_sql[table];
	int columns = batch->rows ? batch->cell_count / batch->rows : 0;
	sqlite3_stmt *s;
	enum status status = STATUS_OK;

	if (batch->rows == WRITER_BATCH_ROWS && !batch->many)
		status = prepare_many(batch, w->db, sql, err);
	if (batch->rows == WRITER_BATCH_ROWS) {
		if (status == STATUS_OK)
			status = insert_cells(w->db, batch->many, batch, 0,
			    err);
	} else if (batch->rows) {
		status = db_use(&s, w->db, sql, err);
		for (int i = 0; i < batch->rows && !status; i++)
			status = insert_cells(w->db, s, batch, i * columns,
			    err);
	}
	batch->rows = 0;
	batch->cell_count = 0;
	str_reset(&batch->text);
	return status;
}

enum status
writer_end(struct writer_row *row, struct error *err)
{
	struct writer_batch *batch = row->batch;

	if (batch->too_long) {
		batch->cell_count = row->first;
		return error_set(err, STATUS_LIMIT,
		    "a text of %zu bytes is too long (%zu are allowed): %s",
		    batch->too_long, batch->too_long_for, row->w->db->path);
	}
	batch->rows++;
	if (is_batched(row->table) && batch->rows < WRITER_BATCH_ROWS)
		return STATUS_OK;
	return flush_batch(row->w, row->table, err);
}

enum status
writer_flush_rows(struct collection_writer *w, struct error *err)
{
	enum status status = STATUS_OK;

	for (int i = 0; i < WRITER_TABLES && status == STATUS_OK; i++)
		status = flush_batch(w, (enum writer_table)i, err);
	return status;
}

void
writer_clear_rows(struct collection_writer *w)
{
	for (int i = 0; i < WRITER_TABLES; i++) {
		sqlite3_finalize(w->batches[i].many);
		str_clear(&w->batches[i].text);
	}
}
