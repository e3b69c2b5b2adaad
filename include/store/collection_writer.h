/* SPDX-License-Identifier: ISC */
#ifndef IBID_STORE_COLLECTION_WRITER_H
#define IBID_STORE_COLLECTION_WRITER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "model/date.h"
#include "model/disagreement.h"
#include "model/event.h"
#include "model/figure.h"
#include "model/passage.h"
#include "model/source.h"
#include "model/topic.h"

/*
 * Fills a new collection, for the compiler.  Rows arrive in the order of
 * their ids, which the writer counts from 1 within each table; the caller
 * resolves all references to ids before.  For equal calls and one version
 * of SQLite the file is the same byte for byte.  Memory stays bounded: a
 * block of text and SQLite's small cache.
 */
struct collection_writer;

/*
 * Makes the collection in path, an empty file that is there already (see
 * file_replace_begin).  text_bytes, an estimate of the text in all, decides
 * the page size: 4 KB, and 64 KB from 8 MB of text on.
 */
enum status collection_writer_open(struct collection_writer **out,
    const char *path, uint64_t text_bytes, struct error *err);

enum status collection_writer_put_value(struct collection_writer *w,
    const char *key, const char *value, struct error *err);

/*
 * Adds a passage of at most 8 KB: its place, its text, its folded text
 * where that differs, its sentences and spans.  p->id is ignored; *id is
 * the new one.  A span's target is the row id of a link or citation (those
 * may be put before or after).
 */
struct passage_owner {
	enum record_kind kind;
	int64_t record;
};
enum status collection_writer_put_passage(int64_t *id,
    struct collection_writer *w, struct passage_owner owner,
    const struct passage *p, struct error *err);

/*
 * What the next passage or citation will get as its id.
 */
int64_t collection_writer_get_next_passage(const struct collection_writer *w);
int64_t collection_writer_get_next_citation(const struct collection_writer *w);

/* The first passage is the next one put; passages as in struct topic. */
enum status collection_writer_put_topic(struct collection_writer *w,
    const struct topic *t, int64_t first_passage, struct error *err);

/* Row ids where struct figure has names; 0 where there is none. */
struct figure_rows {
	int64_t measure, topic, statement, note;
	bool has_period;
	struct date_range period;
	int64_t document; /* a source */
};
enum status collection_writer_put_figure(struct collection_writer *w,
    const struct figure *f, const struct figure_rows *rows, struct error *err);

enum status collection_writer_put_measure(struct collection_writer *w,
    const struct measure *m, int64_t topic, int64_t first_passage,
    struct error *err);

struct event_rows {
	int64_t topic, first_passage, statement, note;
	struct date_range date;
};
enum status collection_writer_put_event(struct collection_writer *w,
    const struct event *e, const struct event_rows *rows, struct error *err);

struct source_rows {
	int64_t copy_of, institution, first_passage, passages;
	const char *csl;
};
enum status collection_writer_put_source(struct collection_writer *w,
    const struct source *s, const struct source_rows *rows, struct error *err);
enum status collection_writer_put_source_variable(struct collection_writer *w,
    int64_t source, const char *variable, const char *value, struct error *err);

struct source_name {
	const char *family, *given, *suffix; /* NULL: not there */
	const char *dropping_particle, *non_dropping_particle, *literal;
	bool comma_suffix, static_ordering;
};
enum status collection_writer_put_source_name(struct collection_writer *w,
    int64_t source, const char *variable, int number,
    const struct source_name *name, struct error *err);

struct source_date {
	int year, month, day; /* 0: not there */
	int end_year, end_month, end_day;
	const char *season, *literal; /* NULL: not there */
	bool is_circa;
};
enum status collection_writer_put_source_date(struct collection_writer *w,
    int64_t source, const char *variable, const struct source_date *date,
    struct error *err);

/* url for to RECORD_NONE. */
enum status collection_writer_put_link(struct collection_writer *w,
    struct passage_owner from, struct passage_owner to, const char *url,
    struct error *err);

/*
 * Step i has sources[i] as its source's row, 0 where it is a text; key and
 * label of the steps are ignored, as is citation->id.
 */
enum status collection_writer_put_citation(struct collection_writer *w,
    const struct citation *citation, const int64_t *sources, struct error *err);

/* Origin id is the next one; source 0: text credited by document. */
enum status collection_writer_put_origin(struct collection_writer *w,
    int64_t source, int64_t document, const char *text, struct error *err);

/* Members by kind and row; measure and note 0: none. */
enum status collection_writer_put_disagreement(struct collection_writer *w,
    const struct disagreement *d, const struct passage_owner *members,
    int64_t measure, int64_t note, struct error *err);

/*
 * Writes what is left, the counts, indexes and checksums, and closes.  The
 * writer is gone whatever happens.
 */
enum status collection_writer_finish(struct collection_writer *w,
    struct error *err);

/* Closes without finishing; takes NULL. */
void collection_writer_abandon(struct collection_writer *w);

#endif
