/* SPDX-License-Identifier: ISC */
#include "collection_writer_private.h"

#include <math.h>
#include <string.h>

/* Rows on their way into the file. */

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
