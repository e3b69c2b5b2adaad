/* SPDX-License-Identifier: ISC */
#ifndef IBID_SAMPLE_H
#define IBID_SAMPLE_H

#include <stddef.h>

#include "base/error.h"
#include "store/collection_writer.h"

/*
 * A small collection that has one of everything, for tests: three topics,
 * two measures, three figures, two events, four sources, five citations,
 * links of every kind and three disagreements.  What it says is made up.
 */
enum status sample_write(const char *path, struct error *err);

/* The same rows into a writer that is open, without finishing it. */
enum status sample_put(struct collection_writer *w, struct error *err);

/* An empty file in a new temporary folder; sample_remove() takes both. */
char *sample_make_file(void);
void sample_remove(char *path);

/* The rows of the sample. */
enum {
	SAMPLE_TOPICS = 3,
	SAMPLE_MEASURES = 2,
	SAMPLE_FIGURES = 3,
	SAMPLE_EVENTS = 2,
	SAMPLE_SOURCES = 4,
	SAMPLE_CITATIONS = 5,
	SAMPLE_DISAGREEMENTS = 3,
	SAMPLE_PASSAGES = 32
};

#endif
