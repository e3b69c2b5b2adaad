/* SPDX-License-Identifier: ISC */
#ifndef IBID_SAMPLE_FIXTURE_H
#define IBID_SAMPLE_FIXTURE_H

#include "sample.h"
#include "store/collection.h"

/* The sample in a file, for tests that read it: set-up and teardown. */
struct fixture {
	char *path;
	struct collection *c; /* NULL until it is open */
	struct arena arena;
	struct error err;
};

/* The state of the test becomes a fixture; its collection is not open. */
int sample_fixture_write(void **state);
/* The same, open. */
int sample_fixture_open(void **state);
int sample_fixture_close(void **state);

/* Closes the collection where it is open, changes rows, and opens it. */
void sample_fixture_open_with(struct fixture *f, const char *sql);

#endif
