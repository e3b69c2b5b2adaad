/* SPDX-License-Identifier: ISC */
#ifndef IBID_STORE_COLLECTION_H
#define IBID_STORE_COLLECTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "model/disagreement.h"
#include "model/event.h"
#include "model/figure.h"
#include "model/number_form.h"
#include "model/passage.h"
#include "model/source.h"
#include "model/topic.h"

/*
 * A compiled collection, opened for reading.  Everything read lives in the
 * arena that the caller hands over.  Any byte of the file may be wrong:
 * what does not fit gives STATUS_CORRUPT and one line, never a crash; text
 * handed out is well-formed UTF-8 (ill-formed bytes become U+FFFD).
 * Statements are prepared on first use and kept until the collection closes.
 */
struct collection;

/*
 * Opens the collection at path.  One line and a status where it is no
 * regular file, no collection, damaged, or of a later form.
 */
enum status collection_open(struct collection **out, const char *path,
    struct error *err);
void collection_close(struct collection *c);

/*
 * From hold to release all reads see one state of the file, and cost one
 * lock together instead of one each.  Not to be held while nobody reads.
 * May be called twice.  A collection that was just opened is held; one that
 * was let go keeps little of the file in memory from then on.
 */
void collection_hold(struct collection *c);
void collection_release(struct collection *c);

/* The version of SQLite that runs, "3.40.1". */
const char *collection_get_library_version(void);

/* As it was given; lent. */
const char *collection_get_path(const struct collection *c);

/* A value of the table collection ("title", "licence"); NULL: not there. */
enum status collection_find_value(const char **out, struct collection *c,
    const char *key, struct arena *arena, struct error *err);

/* How numbers are written in its language; read once.  Lent for ever. */
const struct number_form *collection_get_numbers(struct collection *c);

struct collection_counts {
	uint32_t topics, figures, measures, sources, events, disagreements;
	uint32_t passages, citations;
};
/* As the compiler counted; STATUS_CORRUPT where one is not there. */
enum status collection_count(struct collection_counts *out,
    struct collection *c, struct error *err);

/* Topics. STATUS_NOT_FOUND where none has that slug (or row). */
enum status collection_find_topic(struct topic *out, struct collection *c,
    const char *slug, struct arena *arena, struct error *err);
enum status collection_get_topic(struct topic *out, struct collection *c,
    int64_t id, struct arena *arena, struct error *err);

/* At most limit topics in reading order, from row first on. */
enum status collection_list_topics(struct topic **out, uint32_t *count,
    struct collection *c, int64_t first, uint32_t limit, struct arena *arena,
    struct error *err);

/*
 * The text of a record with its sentences, spans, citations and links: of a
 * topic its body; of a measure title and definition; of a figure statement
 * and note; of an event title, statement, note; of a source its fields; of
 * a disagreement its note.
 */
enum status collection_read_page(struct page *out, struct collection *c,
    enum record_kind kind, int64_t id, struct arena *arena, struct error *err);

/*
 * The part of a topic's text from its passage `first` on, counted from 0,
 * with links and citations of its own, these without their steps: some
 * paragraphs, whatever the size of the whole.  No passages: it ends there.
 */
enum status collection_read_topic_part(struct page *out, struct collection *c,
    int64_t topic, uint32_t first, struct arena *arena, struct error *err);

/* The steps of a citation that was read without. */
enum status collection_read_steps(struct citation *citation,
    struct collection *c, struct arena *arena, struct error *err);

/*
 * Figures by row; measure and topic, row ids, narrow the list where not 0.
 * find: the one with that slug.
 */
enum status collection_list_figures(struct figure **out, uint32_t *count,
    struct collection *c, int64_t measure, int64_t topic, struct arena *arena,
    struct error *err);
/*
 * At most limit figures by row, from row first on, for a list: of what they
 * disagree with only is_disputed is read.
 */
enum status collection_list_figures_from(struct figure **out, uint32_t *count,
    struct collection *c, int64_t first, uint32_t limit, struct arena *arena,
    struct error *err);
/*
 * The label of the document that a figure, by its row, is first stated in;
 * NULL where none is.
 */
enum status collection_find_document(const char **out, struct collection *c,
    int64_t figure, struct arena *arena, struct error *err);

/* Its documents and the origins behind these. */
enum status collection_read_behind(struct figure_behind *out,
    struct collection *c, int64_t figure, struct arena *arena,
    struct error *err);

/* Whether a figure, by its row, disagrees with another. */
enum status collection_find_disputed(bool *out, struct collection *c,
    int64_t figure, struct error *err);
/* The same of a measure, behind a row. */
enum status collection_list_figures_behind(struct figure **out, uint32_t *count,
    struct collection *c, int64_t measure, int64_t after, uint32_t limit,
    struct arena *arena, struct error *err);
enum status collection_find_figure(struct figure *out, struct collection *c,
    const char *slug, struct arena *arena, struct error *err);

enum status collection_list_measures(struct measure **out, uint32_t *count,
    struct collection *c, struct arena *arena, struct error *err);
enum status collection_find_measure(struct measure *out, struct collection *c,
    const char *slug, struct arena *arena, struct error *err);

/*
 * The next measure behind a row whose figures disagree with others; step -1:
 * the one before it.  STATUS_NOT_FOUND where there is none.
 */
enum status collection_find_disputed_measure(struct measure *out,
    struct collection *c, int64_t from, int step, struct arena *arena,
    struct error *err);

/* Events by date; topic narrows where not 0. */
enum status collection_list_events(struct event **out, uint32_t *count,
    struct collection *c, int64_t topic, struct arena *arena,
    struct error *err);
/* At most limit events by row, from row first on; so for sources below. */
enum status collection_list_events_from(struct event **out, uint32_t *count,
    struct collection *c, int64_t first, uint32_t limit, struct arena *arena,
    struct error *err);
enum status collection_find_event(struct event *out, struct collection *c,
    const char *slug, struct arena *arena, struct error *err);

enum status collection_list_sources(struct source **out, uint32_t *count,
    struct collection *c, struct arena *arena, struct error *err);
enum status collection_list_sources_from(struct source **out, uint32_t *count,
    struct collection *c, int64_t first, uint32_t limit, struct arena *arena,
    struct error *err);
enum status collection_find_source(struct source *out, struct collection *c,
    const char *key, struct arena *arena, struct error *err);

/* The record as CSL-JSON, as it was written. */
enum status collection_read_csl(const char **out, struct collection *c,
    int64_t source, struct arena *arena, struct error *err);

/* Every citation that has the source as a step, by passage. */
enum status collection_list_citing(struct citing **out, uint32_t *count,
    struct collection *c, int64_t source, struct arena *arena,
    struct error *err);

/* The same behind a citation, of at most limit steps; -1: no limit. */
enum status collection_list_citing_from(struct citing **out, uint32_t *count,
    struct collection *c, int64_t source, int64_t after, int64_t limit,
    struct arena *arena, struct error *err);

/* Records that link to this one, each once, by kind and row. */
enum status collection_list_linking(struct link **out, uint32_t *count,
    struct collection *c, enum record_kind kind, int64_t record,
    struct arena *arena, struct error *err);

enum status collection_list_disagreements(struct disagreement **out,
    uint32_t *count, struct collection *c, struct arena *arena,
    struct error *err);
/*
 * At most limit of them by row, from row first on, the most severe first, for
 * a list: of those that have a measure the members have neither slug nor
 * title (NULL), which takes a tenth of the time.
 */
enum status collection_list_disagreement_heads(struct disagreement **out,
    uint32_t *count, struct collection *c, int64_t first, uint32_t limit,
    struct arena *arena, struct error *err);
/* Those that a record is a member of; of a measure, its figures. */
enum status collection_list_disagreements_of(struct disagreement **out,
    uint32_t *count, struct collection *c, enum record_kind kind, int64_t id,
    struct arena *arena, struct error *err);
/* At most limit of them; *are_more: there are others. */
enum status collection_list_some_disagreements_of(struct disagreement **out,
    uint32_t *count, bool *are_more, struct collection *c,
    enum record_kind kind, int64_t id, uint32_t limit, struct arena *arena,
    struct error *err);
/* The rows of those that a figure is a member of: at most limit. */
enum status collection_list_disagreement_rows(int64_t **out, uint32_t *count,
    struct collection *c, int64_t figure, uint32_t limit, struct arena *arena,
    struct error *err);
enum status collection_get_disagreement(struct disagreement *out,
    struct collection *c, int64_t id, struct arena *arena, struct error *err);

/*
 * Of each link of a page, whether it leads to a figure that disagrees with
 * another record; is_disputed has room for link_count.
 */
enum status collection_mark_disputed(bool *is_disputed, struct collection *c,
    const struct page *page, struct error *err);

/*
 * Slugs (keys) of a kind, by row, for "did you mean": at most limit.
 */
enum status collection_list_slugs(const char ***out, uint32_t *count,
    struct collection *c, enum record_kind kind, uint32_t limit,
    struct arena *arena, struct error *err);

/*
 * Slugs (keys) of a kind that begin with prefix, in their own order: at most
 * limit, and behind as many the last of all, so that what all begin with is
 * what the first and the last do.
 */
enum status collection_complete_slug(const char ***out, uint32_t *count,
    struct collection *c, enum record_kind kind, const char *prefix,
    uint32_t limit, struct arena *arena, struct error *err);

/*
 * Checks everything: SQLite's integrity check, checksums, every reference,
 * every range, UTF-8 and NFC.  report is called with one line for each
 * fault, at most 100; STATUS_CORRUPT where there was any.
 */
typedef void collection_report(void *context, const char *line);
enum status collection_verify(struct collection *c, collection_report *report,
    void *context, struct error *err);

#endif
