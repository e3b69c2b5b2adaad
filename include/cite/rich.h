/* SPDX-License-Identifier: ISC */
#ifndef IBID_CITE_RICH_H
#define IBID_CITE_RICH_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/*
 * Text with looks: what a style prints.  Runs follow each other without
 * gaps; a look is a bit.
 */
enum rich_look {
	RICH_ITALIC = 1 << 0,
	RICH_BOLD = 1 << 1,
	RICH_SMALL_CAPS = 1 << 2,
	RICH_UNDERLINE = 1 << 3,
	RICH_SUPERSCRIPT = 1 << 4,
	RICH_SUBSCRIPT = 1 << 5,
	RICH_LIGHT = 1 << 6,
	RICH_OBLIQUE = 1 << 7
};

/* Where a part of a reference stands, as `display` of CSL has it. */
enum rich_display {
	RICH_INLINE,
	RICH_BLOCK,
	RICH_LEFT_MARGIN,
	RICH_RIGHT_INLINE,
	RICH_INDENT
};

struct rich_run {
	uint32_t at, len; /* bytes of text */
	uint64_t nest;    /* how looks lie in each other: see look.h */
	uint16_t looks;
	uint8_t display;
	uint8_t display_number; /* runs of one display element share it */
};

struct rich {
	struct str text; /* well-formed UTF-8, no control characters but the
			    line feeds that a style asks for */
	struct rich_run *runs;
	uint32_t count, cap;
};

void rich_init(struct rich *r);
void rich_clear(struct rich *r); /* takes NULL */
void rich_reset(struct rich *r);
void rich_add(struct rich *r, unsigned looks, const char *text, size_t len);

/* A run with a nest and a display of its own; number 0: RICH_INLINE. */
void rich_add_run(struct rich *r, const struct rich_run *like, const char *text,
    size_t len);

/* The same without places on a page: one line, a space between its parts. */
void rich_add_line(struct rich *out, const struct rich *text);

/* As HTML: <i> <b> <sup> <sub> <span style="font-variant:small-caps;">, & < >
 * escaped, as citeproc writes it. */
void rich_add_html(struct str *out, const struct rich *r);
/* As Markdown (pandoc's): *...* **...** ^...^ ~...~ [...]{.smallcaps}. */
void rich_add_markdown(struct str *out, const struct rich *r);

#endif
