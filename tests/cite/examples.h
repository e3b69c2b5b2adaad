/* SPDX-License-Identifier: ISC */
#ifndef IBID_TESTS_EXAMPLES_H
#define IBID_TESTS_EXAMPLES_H

#include <stdbool.h>

#include <jansson.h>

#include "cite/cite.h"

/* What the parts of the runner of citation examples share. */
enum form {
	FORM_BIBLIOGRAPHY,
	FORM_HTML,
	FORM_CITATION,
	FORM_LOCATOR,
	FORM_SUBSEQUENT,
	FORM_NARRATIVE,
	FORM_LISTS,
	FORM_SECONDARY,
	FORM_COUNT
};

struct tally {
	unsigned passed, count;
	unsigned doubts; /* misses that are no fault, and not in count */
};

struct examples {
	const char *folder, *style_name;
	bool is_verbose;
	unsigned style_at;
	struct tally (*tallies)[FORM_COUNT]; /* for each style */
	struct cite *cite;
};

struct wanted {
	const char *text;
	const json_t *also; /* an array, or NULL */
	bool has_doubt;
	bool is_html;
};

/* A file of the folder; the caller's.  Ends the program where it is bad. */
json_t *examples_read(const struct examples *e, const char *name);

void examples_judge(struct examples *e, enum form form, const char *what,
    const char *got, const struct wanted *wanted);
void examples_judge_rich(struct examples *e, enum form form, const char *what,
    const struct rich *got, const struct wanted *wanted);

/* Each counts what is expected of one style. */
void examples_run_records(struct examples *e);
void examples_run_lists(struct examples *e);
void examples_run_secondary(struct examples *e);

#endif
