/* SPDX-License-Identifier: ISC */
#ifndef IBID_LAB_H
#define IBID_LAB_H

#include "base/str.h"
#include "screen.h"

/*
 * A folder to work in, with the small collection of tests/fixtures compiled,
 * and ibid on a terminal in it.  One for a group of tests; each test's
 * screen is cleaned up after it.
 */
struct lab {
	char dir[512];
	char ibid[4096];
	char compiler[4096];
	char collection[1024]; /* of tests/fixtures/small */
	char bundled[4096];    /* the collection that ships */
	struct screen *screen;
};

/* For cmocka: before and after a group, after a test. */
int lab_open(void **state);
int lab_close(void **state);
int lab_clean(void **state);

/*
 * Starts ibid on the lab's collection, with more arguments (NULL: none; a
 * -d among them takes its place).  The screen is the lab's.
 */
struct screen *lab_start(struct lab *lab, const struct screen_options *options,
    const char *const more[]);
struct screen *lab_start_sized(struct lab *lab, int rows, int cols);

/* Another program in the lab, looked for in PATH. */
struct screen *lab_start_program(struct lab *lab,
    const struct screen_options *options, const char *const argv[]);

/* Leaves ibid with Q, and expects it to end well and to tidy up. */
void lab_quit(struct lab *lab);

/* Compiles the folder of a collection; exits where that fails. */
void lab_compile(const struct lab *lab, const char *folder, const char *file);

/* Copies a file; exits where that fails. */
void lab_copy(const char *from, const char *to);

/* A path in the lab's folder, into out. */
void lab_path(const struct lab *lab, char *out, size_t size, const char *name);

#endif
