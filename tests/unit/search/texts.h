/* SPDX-License-Identifier: ISC */
#ifndef IBID_TEST_TEXTS_H
#define IBID_TEST_TEXTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "search/pattern.h"
#include "store/collection_search.h"

/*
 * Collections to search in tests, and what matches in them as a loop of
 * PCRE2 over the view `passage` tells, which knows nothing of ibid's search.
 */
enum { TEXTS_TOPICS = 40, TEXTS_FIGURES = 30, TEXTS_SOURCES = 20 };

/*
 * A file of some thousand passages in several blocks: words of many scripts,
 * with accents, runs of letters that hostile patterns choke on, and nothing.
 * Of a figure the note lies apart from its statement.
 */
char *texts_make_file(void);
void texts_remove(char *path);

/* The path of the bundled collection; free(). */
char *texts_get_bundled(void);

/* The patterns to try, ended by NULL; "-" before it: exact. */
extern const char *const texts_patterns[];
struct pattern *texts_compile(const char *pattern);

struct texts_hits {
	int64_t *passages; /* by number */
	size_t count;
};
struct texts_hits texts_find(const char *path, const char *pattern);
void texts_clear(struct texts_hits *hits);

#endif
