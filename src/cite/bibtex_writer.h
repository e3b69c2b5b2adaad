/* SPDX-License-Identifier: ISC */
#ifndef IBID_BIBTEX_WRITER_H
#define IBID_BIBTEX_WRITER_H

#include <stddef.h>

#include "base/str.h"
#include "bibtex_entry.h"
#include "model/csl.h"

/*
 * An entry of BibTeX or BibLaTeX that is being written, field by field.
 */
enum bibtex_how {
	BIBTEX_TEXT,
	BIBTEX_TITLE,
	BIBTEX_ONE, /* an "and" in it divides nothing */
	BIBTEX_RAW,
	BIBTEX_PAGES,
	BIBTEX_LANGUAGE,
	BIBTEX_EDITION
};

struct bibtex_field {
	unsigned char variable, how;
	const char *names[BIBTEX_DIALECTS]; /* NULL: none */
};

struct bibtex_writer {
	struct str *out;
	const struct csl_item *item;
	const struct bibtex_entry *kind;
	enum bibtex_dialect dialect;
	struct str note; /* what has no field of its own */
};

void bibtex_add_field(struct bibtex_writer *e, const char *name,
    enum bibtex_how how, const char *text);
/* Nothing where it is not given. */
void bibtex_add_variable(struct bibtex_writer *e, const char *name,
    enum bibtex_how how, enum csl_variable v);
void bibtex_add_fields(struct bibtex_writer *e,
    const struct bibtex_field *fields, size_t count);

/* A part of the note; nothing for NULL. */
void bibtex_add_note(struct bibtex_writer *e, const char *text);
/* "Interviewer: Anna Fifield", "Reviewed title: The Capital" */
void bibtex_add_named_note(struct bibtex_writer *e, enum csl_variable v);

/* All who had a part in it. */
void bibtex_add_people(struct bibtex_writer *e);

#endif
