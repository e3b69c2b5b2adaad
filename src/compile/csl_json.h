/* SPDX-License-Identifier: ISC */
#ifndef IBID_CSL_JSON_H
#define IBID_CSL_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "compile/diagnose.h"
#include "store/collection_writer.h"

/*
 * CSL-JSON 1.0.2 (an array of items), with custom.ibid, over jansson.  Each
 * item is laid out as the reader wants it: variables, names, dates; and kept
 * as it was written (its very bytes).
 */
struct csl_item_name {
	const char *variable;
	int number;
	struct source_name name;
};
struct csl_item_date {
	const char *variable;
	struct source_date date;
};
struct csl_item_variable {
	const char *variable;
	const char *value; /* a number as text; NFC */
};

struct csl_item {
	const char *key;    /* "id"; a number becomes text */
	struct place place; /* of the item */
	const char *type;   /* CSL type, "" where none */
	const char *kind;   /* custom.ibid.kind, or derived from type */
	const char *name;   /* custom.ibid.name, or "" */
	const char *certainty;
	const char *found_at;
	const char *copy_of; /* key, or NULL */
	const char *institution;
	const char *title; /* or the name */
	const char *label; /* 'Keenan, "Title", Container', short */
	const char *year;  /* "" where not known */
	const char *json;  /* the item's bytes */
	struct csl_item_variable *variables;
	uint32_t variable_count;
	struct csl_item_name *names;
	uint32_t name_count;
	struct csl_item_date *dates;
	uint32_t date_count;
};

/*
 * What is no CSL-JSON is an error with its place: a syntax error (nothing
 * after it is read), an unknown type, kind or variable (a warning), a value
 * of the wrong type, a date that is none, an item without id.  False where
 * items were left out for that.
 */
bool csl_json_read(struct csl_item **out, uint32_t *count, const char *text,
    size_t len, const char *file, struct diagnose *d, struct arena *arena);

#endif
