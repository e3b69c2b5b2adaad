/* SPDX-License-Identifier: ISC */
#ifndef IBID_OUTPUT_H
#define IBID_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "reader/print.h"
#include "text/plain.h"

/*
 * Standard output: one buffer in front of it, the filter that every text
 * passes, and what is known of the terminal behind it.
 */
struct output {
	int fd;
	char *buffer;
	size_t len;
	int failure; /* errno of the write that failed, or 0 */
	bool is_terminal;
	bool is_utf8;
	bool has_color;
	unsigned clean;    /* enum clean_flag for text */
	size_t width_cols; /* of the terminal; 0: no limit */
};

/* How a part of a line looks, where there is colour. */
enum output_look {
	OUTPUT_PLAIN,
	OUTPUT_NAME,
	OUTPUT_LABEL, /* what the program says of the text */
	OUTPUT_MATCH,
	OUTPUT_ITALIC,
	OUTPUT_UNDERLINE
};

enum output_color {
	OUTPUT_COLOR_AUTO,
	OUTPUT_COLOR_ALWAYS,
	OUTPUT_COLOR_NEVER
};

/* Asks the terminal, the locale and the environment once. */
void output_init(struct output *out, int fd);
void output_set_color(struct output *out, enum output_color when);

/* Bytes as they are; the caller knows that they are harmless. */
void output_add(struct output *out, const char *bytes, size_t len);

/* Text that passes the filter. */
void output_add_text(struct output *out, const char *text, size_t len);

/* A line through the filter, as its role looks: a plain_line function. */
void output_add_line(void *output, enum plain_role role, const char *text,
    size_t len);

/* A part of a line through the filter, tabs and line feeds made spaces. */
void output_add_part(struct output *out, enum output_look look,
    const char *text, size_t len);

/*
 * For print_begin().  In every locale csv and tsv are UTF-8, for these are
 * files rather than things to look at, unless they go to a terminal.
 */
struct print_sink output_get_sink(struct output *out);

/* Writes what there is by now, for somebody who waits. */
void output_flush(struct output *out);

/*
 * Writes what is left and releases the buffer.  STATUS_IO where any write
 * failed; the message is empty where only the reader went away.
 */
enum status output_finish(struct output *out, struct error *err);

/* One line on stderr: "ibid: " and the message, through the filter. */
void output_complain(const struct output *out, const char *message);

#endif
