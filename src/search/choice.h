/* SPDX-License-Identifier: ISC */
#ifndef IBID_SEARCH_CHOICE_H
#define IBID_SEARCH_CHOICE_H

#include <stdbool.h>

#include "byte_class.h"
#include "search/plan.h"
#include "syntax.h"
#include "units.h"

/*
 * Makes a plan of what a text must contain one of, and rates it: how often a
 * place of text would pass, the lower the better.
 */
enum { CHOICE_CLASS_LIMIT = 4 };

struct choice {
	const struct syntax *syntax;
	const char *text; /* of the pattern */
	uint32_t options;
	pcre2_general_context *memory;
	bool is_trusted; /* see fold_list() */
	/* Classes PCRE2 was asked for; what is one too many is any. */
	unsigned class_count;
	struct choice_class {
		unsigned item;
		bool is_useful;
		struct byte_class bytes;
	} classes[CHOICE_CLASS_LIMIT];
};

/* is_whole of the plan tells that it has all of each string. */
double choice_make(struct plan *out, const struct units_set *s,
    struct choice *c);

#endif
