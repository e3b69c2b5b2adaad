/* SPDX-License-Identifier: ISC */
#ifndef IBID_VERIFY_H
#define IBID_VERIFY_H

#include "collection_private.h"

/* What the files that verify a collection share. */
struct verify {
	struct collection *c;
	collection_report *report;
	void *context;
	unsigned faults;
};

enum { VERIFY_FAULT_LIMIT = 100 };

/* Reports a fault, in one line that may be printed by anyone. */
void verify_say(struct verify *v, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* A call that failed is a fault where the file is to blame. */
enum status verify_note(struct verify *v, enum status status,
    struct error *err);

/*
 * Statements of which each row is the line of a fault: references, numbers,
 * words and counts.  The last is NULL.
 */
extern const char *const verify_rules[];

/* The statements of the files. */
extern const char *const verify_sql[];
extern const char *const verify_places_sql[];
extern const char *const verify_text_sql[];

/* Every passage: its place, and what its block says of it. */
enum status verify_places(struct verify *v, struct error *err);

/*
 * That, and the text of every passage, and the ranges in it;
 * then every record's page.
 */
enum status verify_text(struct verify *v, struct error *err);

#endif
