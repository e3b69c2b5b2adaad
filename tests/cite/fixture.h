/* SPDX-License-Identifier: ISC */
#ifndef IBID_TESTS_FIXTURE_H
#define IBID_TESTS_FIXTURE_H

#include <stddef.h>

/*
 * A fixture of the CSL test suite: sections between lines like
 * ">>===== NAME =====>>" and "<<===== NAME =====<<".
 * Source: citation-style-language/test-suite, README.
 */
#define FIXTURE_SECTIONS_MAX 16

struct fixture {
	char *text; /* the whole file; sections point into it */
	struct fixture_section {
		const char *name, *text;
	} sections[FIXTURE_SECTIONS_MAX];
	size_t count;
};

/* Cuts text up; it is the fixture's from then on. */
void fixture_parse_take(struct fixture *f, char *text);
void fixture_clear(struct fixture *f);

/* A section without the white space at its ends; NULL: there is none. */
const char *fixture_get(const struct fixture *f, const char *name);

#endif
