/* SPDX-License-Identifier: ISC */
#ifndef IBID_DRAFT_H
#define IBID_DRAFT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "chain.h"
#include "compile/compile.h"
#include "compile/diagnose.h"
#include "csl_json.h"
#include "csv.h"
#include "model/date.h"
#include "model/disagreement.h"
#include "model/event.h"
#include "model/figure.h"
#include "model/topic.h"
#include "names.h"

/*
 * A collection as it was read and not yet written: every record with its
 * row id and its places in the files, but the text of topics, which is read
 * when it is written, so that memory follows the number of records and not
 * the size of the text.
 */
struct draft_topic {
	struct topic t; /* ids set by draft_order_topics() */
	const char *file;
	struct place place; /* of its front matter */
	struct place parent_place;
	bool is_unreadable;  /* which was said; kept for its slug */
	bool is_headless;    /* has no front matter, which was said */
	double position;     /* among its siblings */
	size_t parent_index; /* as read; SIZE_MAX: top level */
};

/* Text of a table's cell that is written as inline Markdown. */
struct draft_text {
	const char *text;
	size_t len;
	struct place place;
};

struct draft_figure {
	struct figure f;
	struct place place;
	int64_t measure, topic; /* rows */
	bool has_period;
	struct date_range period;
	struct draft_text statement, note;
	struct csv_field citations;
	const char *folded_place;
	const char *folded_population;
};

struct draft_measure {
	struct measure m;
	struct place place;
	int64_t topic;
};

struct draft_event {
	struct event e;
	struct place place;
	int64_t topic;
	struct date_range date;
	struct draft_text statement, note;
	struct csv_field citations;
};

struct draft_member {
	enum record_kind kind;
	int64_t record;
};

struct draft_disagreement {
	struct disagreement d;
	struct place place;
	struct draft_member *members;
	int64_t measure;
	struct draft_text note;
	struct csv_field citations;
};

struct draft_source {
	struct csl_item item;
	int64_t copy_of, institution; /* rows, 0: none */
	int64_t original;             /* copies followed */
	int64_t root;                 /* copies and institutions followed */
	int64_t origin;               /* row, once a chain has ended here */
	uint32_t cited_by, origin_of;
	bool is_linked; /* or named by another source */
};

enum { DRAFT_KINDS = RECORD_DISAGREEMENT + 1 };

struct draft {
	const char *dir;
	bool is_check;
	struct diagnose *diagnose;
	struct arena arena;   /* of everything here */
	struct arena scratch; /* of the topic at hand */
	struct names names;   /* of all records */
	struct names origins;
	/*
	 * Of each kind: not all were read, which was said.  A name that is
	 * not there is then no fault of who uses it.
	 */
	bool is_partial[DRAFT_KINDS];
	uint64_t text_bytes; /* of all topic files */

	const char *title, *language, *version, *licence;
	const char *editors, *advisory, *home;

	struct draft_topic *topics; /* by file, then in reading order */
	size_t topic_count;
	struct draft_measure *measures;
	size_t measure_count;
	struct draft_figure *figures;
	size_t figure_count;
	struct draft_event *events;
	size_t event_count;
	struct draft_disagreement *disagreements;
	size_t disagreement_count;
	struct draft_source *sources; /* by key */
	size_t source_count;
	struct compile_counts counts;
};

/* folder.c: a text file of the folder, checked and in NFC. */

/*
 * Reads dir/name into the arena: UTF-8 without control characters, line
 * feeds only, no byte order mark.  STATUS_NOT_FOUND where it is not there;
 * STATUS_FOUND_FAULTS where it cannot be used, which was said.
 */
enum status draft_read_text(const char **text, size_t *len, struct draft *draft,
    const char *name, struct arena *arena);

/*
 * Names of the files of dir/topics that end in ".md", sorted; none where it
 * leads out of dir, which is said.
 */
enum status draft_list_topics(const char ***names, size_t *count,
    struct draft *draft, struct error *err);

/* read_settings.c, read_topics.c, read_tables.c, ... */
void draft_read_settings(struct draft *draft);
enum status draft_read_topics(struct draft *draft, struct error *err);
void draft_read_sources(struct draft *draft);
void draft_read_tables(struct draft *draft);
void draft_read_events(struct draft *draft);

/* Says where a field that is no Markdown has a citation. */
void draft_check_plain(struct draft *draft, const char *field, const char *text,
    struct place place);

/* order_topics.c: reading order, depths, parents. */
void draft_order_topics(struct draft *draft);

/* register.c */

/*
 * Whether a slug is well formed and free; otherwise says so.  What is free
 * is registered with the row id.
 */
bool draft_register(struct draft *draft, enum record_kind kind,
    const char *slug, int64_t id, struct place place);

/* The row of a record, 0 where there is none. */
int64_t draft_find(const struct draft *draft, enum record_kind kind,
    const char *slug, size_t len);

/*
 * Resolves "kind:slug" of a link or member.  Says what is wrong at place;
 * false then.
 */
bool draft_resolve(struct draft_member *out, struct draft *draft,
    const char *target, size_t len, struct place place);

/* disagree.c: adds the computed disagreements, counts those of measures. */
void draft_find_disagreements(struct draft *draft);

/* disagree_order.c: the most severe first; gives them their rows. */
void draft_order_disagreements(struct draft *draft);

/* lint.c: what only `ibid check` says. */
void draft_lint_records(struct draft *draft);
void draft_lint_advisory(struct draft *draft, const struct draft_topic *topic,
    bool has_mark);
void draft_lint_sources(struct draft *draft);

/* emit.c: writes everything; path NULL goes through the motions. */
enum status draft_emit(struct draft *draft, const char *path,
    struct error *err);

#endif
