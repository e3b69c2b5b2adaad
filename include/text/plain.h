/* SPDX-License-Identifier: ISC */
#ifndef IBID_TEXT_PLAIN_H
#define IBID_TEXT_PLAIN_H

#include <stddef.h>

#include "model/passage.h"

/*
 * A page as plain text, for pipes and for terminals without a screen: lines
 * that fit a width, handed out one by one.  Headings, quotations and lists
 * look as they do in Markdown; a passage that is marked as graphic stands
 * under a line that says so.
 */
enum plain_role {
	PLAIN_TEXT,
	PLAIN_TITLE,
	PLAIN_HEADING,
	PLAIN_LABEL /* what the program says of the text */
};

/* One line without its line feed; text is lent for the call. */
typedef void plain_line(void *context, enum plain_role role, const char *text,
    size_t len);

struct plain_writer {
	plain_line *line;
	void *context;
	size_t width_cols;
	unsigned clean; /* enum clean_flag */
};

void plain_write_page(const struct plain_writer *w, const struct page *page);

/*
 * A text wrapped behind a prefix: first for its first line, rest for those
 * that follow (columns equal).  An empty text is the first prefix alone.
 */
void plain_write_text(const struct plain_writer *w, enum plain_role role,
    const char *first, const char *rest, const char *text, size_t len);

/* A text underlined with a row of c, as titles are. */
void plain_write_underlined(const struct plain_writer *w, enum plain_role role,
    const char *text, size_t len, char c);

void plain_write_empty_line(const struct plain_writer *w);

#endif
