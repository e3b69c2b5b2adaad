/* SPDX-License-Identifier: ISC */
#ifndef IBID_RECORD_VIEW_H
#define IBID_RECORD_VIEW_H

#include "cited_record.h"
#include "disagreements.h"
#include "view_page.h"

/*
 * What the views of one record share: a figure, an event, a measure, a
 * source.  Each opens its record and builds its lines; the rest, the
 * functions of the view class, is here.
 */
struct record_view {
	struct view view; /* first */
	struct arena arena;
	struct view_page lines;
	struct page page; /* the record's own text */
	struct disagreements disagreements;
	struct cited_record *behind;
	enum record_kind kind;
	const char *slug;
	const char *title;
	const char *topic;       /* slug, or NULL */
	const char *topic_title; /* NULL until it is asked for */
	const char *measure;     /* that = goes to, or NULL */
	const char *way;         /* made of its topic and kind */
	const char *what;        /* "this figure" */
	const char *kind_title;  /* "Event", where the page has its title */
	const char *url;         /* that x opens, or NULL */
	bool is_graphic;
	bool is_unfolded; /* by key */
};

/* A view of size_bytes that begins with a record_view. */
void *record_view_new(const struct view_class *class, struct app *app,
    enum record_kind kind, size_t size_bytes);

/*
 * Reads the text of the record and what it disagrees with, but for a measure,
 * and the title of its topic.
 */
enum status record_view_read(struct record_view *r, int64_t id,
    struct error *err);

/* The end of opening: out is set, or the view closed again. */
enum status record_view_finish(struct view **out, struct record_view *r,
    enum status status);

/* The passages of a kind; PASSAGE_NOTE with an empty line before. */
void record_view_add_passages(struct view_page *p, const struct record_view *r,
    enum passage_kind kind);
/* The text that is added next is of the first passage of a kind. */
void record_view_set_passage(struct view_page *p, const struct record_view *r,
    enum passage_kind kind);
void record_view_add_topic(struct view_page *p, const struct record_view *r);

/* Functions of the view class. */
void record_view_close(struct view *v);
void record_view_draw(struct view *v, struct canvas *canvas, struct rect area,
    bool is_focused);
enum view_result record_view_run(struct view *v, enum command command,
    int count);
bool record_view_idle(struct view *v);
bool record_view_has_effect(const struct view *v, enum command command);
void record_view_get_place(const struct view *v, struct reader_place *out);
void record_view_get_cited(const struct view *v, struct cited *out);
enum view_found record_view_find(struct view *v, enum view_find what);
uint32_t record_view_get_passed(const struct view *v);
int64_t record_view_get_passage(const struct view *v);
void record_view_click(struct view *v, struct rect area, int row, int col);
void record_view_get_title(const struct view *v, char *out, size_t size);
/* "Pay \u203A Event": above a page that has the title as its first line. */
const char *record_view_get_way(const struct view *v);
void record_view_get_position(const struct view *v, char *out, size_t size);

#endif
