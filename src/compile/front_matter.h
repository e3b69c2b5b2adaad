/* SPDX-License-Identifier: ISC */
#ifndef IBID_FRONT_MATTER_H
#define IBID_FRONT_MATTER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "compile/diagnose.h"

/*
 * YAML mappings of plain values (over libyaml): the front matter of a topic
 * and collection.yaml.  Values are texts or lists of texts (joined by line
 * feeds), in NFC, without line feeds at their end; null is the empty text.
 * Anchors, aliases, tags, nested mappings, a key twice or unknown, control
 * characters and a wrong type are errors with their place.
 */
struct yaml_field {
	const char *key;      /* in: NULL ends the table */
	bool is_list_allowed; /* in */
	const char *value;    /* out: NULL where not there */
	struct place place;   /* out: of the value */
};

/*
 * Fills the values of fields from a YAML text; first_line is its line in
 * the file.  False where it could not be read at all (said in d).
 */
bool yaml_read(struct yaml_field *fields, const char *text, size_t len,
    const char *file, unsigned first_line, struct diagnose *d,
    struct arena *arena);

/*
 * Finds the front matter of a topic: "---" on the first line, up to a line
 * "---" (or "...").  False where there is none.  *body_at is where the
 * Markdown begins; the line it stands on is *body_line.
 */
bool front_matter_find(const char **yaml, size_t *yaml_len, size_t *body_at,
    unsigned *body_line, const char *text, size_t len);

#endif
