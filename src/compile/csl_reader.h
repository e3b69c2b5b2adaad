/* SPDX-License-Identifier: ISC */
#ifndef IBID_CSL_READER_H
#define IBID_CSL_READER_H

#include <stdbool.h>

#include "base/arena.h"
#include "compile/diagnose.h"
#include "json_view.h"
#include "suggestion.h"

/*
 * What the parts of the CSL-JSON reader share: where messages go, where
 * records live, and how simple values are taken from JSON.
 */
struct csl_reader {
	const char *text;
	size_t len;
	const char *file;
	struct line_table lines;
	struct diagnose *d;
	struct arena *arena;
	struct arena scratch; /* emptied after each item */
};

struct place csl_reader_find_place(const struct csl_reader *r,
    const struct json_view *view);

/* Whether the value is of a type; says so where it is not. */
bool csl_reader_expect(struct csl_reader *r, const struct json_view *view,
    json_type type);

/* The text in NFC; NULL where it is none, or not clean (and said). */
const char *csl_reader_get_text(struct csl_reader *r,
    const struct json_view *view, bool is_long);

/* The same; a number becomes text as it is written. */
const char *csl_reader_get_number(struct csl_reader *r,
    const struct json_view *view);

/* true, a number other than 0, or a text other than "", "0", "false". */
bool csl_reader_get_flag(const struct json_view *view);

/* Says that a member is unknown. */
void csl_reader_say_unknown(struct csl_reader *r, const struct json_view *view,
    enum diagnose_level level, const struct suggestion *s);

#endif
