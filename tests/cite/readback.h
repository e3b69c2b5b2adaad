/* SPDX-License-Identifier: ISC */
#ifndef IBID_TESTS_READBACK_H
#define IBID_TESTS_READBACK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/*
 * Sources as words: of each field those of its text in small letters, a line
 * each.
 */
enum readback_field {
	READBACK_TITLE,
	READBACK_AUTHOR,
	READBACK_EDITOR,
	READBACK_DATE, /* year, month and day as they stand in the file */
	READBACK_DOI,
	READBACK_URL,
	READBACK_NUMBER, /* also where a reader keeps it as an issue or note */
	READBACK_PAGE,
	READBACK_FIELDS
};

struct readback {
	char *id;
	struct str words[READBACK_FIELDS];
};

/*
 * All of a file, in its order; the caller's.  What is no such file ends the
 * program.  is_of_ours: those without a type are no publications, and are
 * passed over.
 */
size_t readback_read_json(struct readback **out, const char *path,
    bool is_of_ours);
size_t readback_read_ris(struct readback **out, const char *path);

void readback_init(struct readback *r, const char *id);
/* Without the tags of CSL-JSON. */
void readback_add_words(struct readback *r, enum readback_field field,
    const char *text);

#endif
