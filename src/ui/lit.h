/* SPDX-License-Identifier: ISC */
#ifndef IBID_LIT_H
#define IBID_LIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "draw/canvas.h"
#include "reader/inquiry.h"

/*
 * The matches that a page lights: found text by text, of those texts that
 * are drawn, and kept until something else is looked for.  A view numbers
 * the texts of its page.
 */
struct app;

struct lit {
	struct app *app;
	unsigned number; /* app_get_lit_number() of what is kept */
	struct lit_text {
		uint32_t text, first, count;
	} * texts;
	size_t text_count, text_cap;
	struct pattern_range *ranges;
	size_t range_count, range_cap;
};

void lit_init(struct lit *l, struct app *app);
void lit_clear(struct lit *l);

/* Whether anything is looked for. */
bool lit_is_on(const struct lit *l);

/* What was found in texts of these numbers is of others now. */
void lit_forget(struct lit *l);

/* The matches in a text, in order; lent until the next call. */
const struct pattern_range *lit_list(struct lit *l, size_t *count,
    uint32_t text, const char *bytes, size_t len);

/* The first match that begins at or behind a byte, or the last before it. */
bool lit_find(struct pattern_range *out, struct lit *l, uint32_t text,
    const char *bytes, size_t len, size_t at, bool is_backwards);

/* ---- A run of a text on the screen ---- */

struct lit_run {
	const char *shown; /* in the cells */
	size_t len;
	const char *bytes; /* of the text that it is a part of */
	size_t at, end;    /* those that are shown */
	size_t into;       /* where it begins in what is shown for them */
	bool is_verbatim;  /* what is shown are these bytes */
	const struct pattern_range *ranges;
	size_t count;
	size_t here; /* byte where the current match begins, or none */
	size_t next; /* range, while one goes through it */
};

#define LIT_NOT_HERE SIZE_MAX

/* Where byte `at` of the text is in what is shown of it: 0 to len. */
size_t lit_find_shown(const struct lit_run *run, size_t at);

/*
 * From byte `at` of what is shown on, first of all 0: *end is where the role
 * changes, between two clusters; it is `other` where nothing matches.
 */
enum role lit_get_role(struct lit_run *run, size_t at, size_t *end,
    enum role other);

/* The role of bytes that are not shown, between a run and the next. */
enum role lit_get_gap_role(const struct lit_run *run, size_t next);

#endif
