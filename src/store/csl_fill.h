/* SPDX-License-Identifier: ISC */
#ifndef IBID_CSL_FILL_H
#define IBID_CSL_FILL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"
#include "json_tree.h"
#include "model/csl.h"

/* What rows and CSL-JSON have in common in becoming an item. */

/* "2", "summer": 1 to 4; 0 where it is no season. */
int csl_fill_season(const char *text);

/* A date in English words; false where any of them is none of a date. */
bool csl_fill_words(struct csl_day *day, int *season, const char *text);

/*
 * The date of a member.  What can be no part of one is left out; a text
 * that is no date of ISO 8601 or of English words becomes a literal.
 * STATUS_INVALID where the JSON is of another form; the message names the
 * member.
 */
enum status csl_fill_date(struct csl_date *out, const struct json_node *member,
    struct error *err);

/* "\"author\" has to be an array, not text" */
enum status csl_fill_fail(const struct json_node *member, const char *wanted,
    struct error *err);

#endif
