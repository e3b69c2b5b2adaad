/* SPDX-License-Identifier: ISC */
#ifndef IBID_SHOW_TEXT_H
#define IBID_SHOW_TEXT_H

#include <stdbool.h>

#include "base/str.h"
#include "cli.h"

/*
 * Records as text, with what stands behind them.
 */
enum status show_text_topic(struct cli *cli, const struct topic *t,
    struct error *err);
enum status show_text_figure(struct cli *cli, const struct figure *f,
    struct error *err);
enum status show_text_source(struct cli *cli, const struct source *s,
    struct error *err);
enum status show_text_event(struct cli *cli, const struct event *e,
    struct error *err);

/* A title underlined, as all records begin. */
void show_text_title(const struct plain_writer *w, const char *title);

/* A paragraph behind an empty line; nothing where it is NULL or empty. */
void show_text_paragraph(const struct plain_writer *w, const char *text);

/* "Label       text", wrapped; nothing where the text is NULL or empty. */
void show_text_field(const struct plain_writer *w, const char *label,
    const char *text);

/* A line of the program's own that stands above what follows it. */
void show_text_heading(const struct plain_writer *w, const char *text);

/* A line of a list, of a text as the collection has it. */
void show_text_line(const struct plain_writer *w, const char *first,
    const char *rest, const struct str *raw);

/* What a list says of a record; its own page shows what is graphic. */
const char *show_text_get_title(const char *title, bool is_graphic);

/* What cannot hold beside the record, and why. */
enum status show_text_disagreements(struct cli *cli, enum record_kind kind,
    const char *slug, struct error *err);

/* The record of that kind, in the format asked for (cmd_show). */
enum status show_record(struct cli *cli, enum record_kind kind,
    const char *slug, struct error *err);

#endif
