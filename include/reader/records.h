/* SPDX-License-Identifier: ISC */
#ifndef IBID_READER_RECORDS_H
#define IBID_READER_RECORDS_H

#include "base/arena.h"
#include "base/error.h"
#include "reader/print.h"
#include "store/collection.h"

/*
 * What each kind of record prints, as ibid(1) documents it: the names of
 * fields and their order are a contract.  A record that is printed may be
 * more than its model: these structs add what belongs to it.
 */
struct figure_record {
	struct figure figure;
	const struct citation *citations;
	uint32_t citation_count;
};

struct event_record {
	struct event event;
	const struct citation *citations;
	uint32_t citation_count;
};

struct disagreement_record {
	struct disagreement disagreement;
	const struct citation *citations;
	uint32_t citation_count;
};

struct measure_record {
	struct measure measure;
	struct figure_record *figures;
	uint32_t figure_count;
};

struct sentence_record {
	const char *text;
	uint32_t documents;
	uint32_t origins;
	const struct citation *citations;
	uint32_t citation_count;
};

struct passage_record {
	int64_t id;
	enum passage_kind kind;
	int level;
	bool is_graphic;
	const char *text;
	struct sentence_record *sentences;
	uint32_t sentence_count;
};

struct topic_record {
	struct topic topic;
	struct passage_record *passages;
	uint32_t passage_count;
};

struct source_record {
	struct source source;
	const char *csl;
	struct citing *citing;
	uint32_t citing_count;
};

/* Fields of lists. */
extern const struct print_field records_topic[], records_figure[],
    records_measure[], records_source[], records_event[],
    records_disagreement[];

/* Fields of `show`. */
extern const struct print_field records_shown_topic[], records_shown_measure[],
    records_shown_source[];

/* Reads the citations that belong to a record; all in the arena. */
enum status records_load_figure(struct figure_record *out, struct collection *c,
    const struct figure *f, struct arena *arena, struct error *err);
enum status records_load_event(struct event_record *out, struct collection *c,
    const struct event *e, struct arena *arena, struct error *err);
enum status records_load_disagreement(struct disagreement_record *out,
    struct collection *c, const struct disagreement *d, struct arena *arena,
    struct error *err);
enum status records_load_measure(struct measure_record *out,
    struct collection *c, const struct measure *m, struct arena *arena,
    struct error *err);
enum status records_load_topic(struct topic_record *out, struct collection *c,
    const struct topic *t, struct arena *arena, struct error *err);

/*
 * What cites a source, by place: a record that does so more than once with
 * one number in one role is there once.
 */
enum status records_list_citing(struct citing **out, uint32_t *count,
    struct collection *c, int64_t source, struct arena *arena,
    struct error *err);
enum status records_load_source(struct source_record *out, struct collection *c,
    const struct source *s, struct arena *arena, struct error *err);

#endif
