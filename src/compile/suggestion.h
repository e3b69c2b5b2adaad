/* SPDX-License-Identifier: ISC */
#ifndef IBID_SUGGESTION_H
#define IBID_SUGGESTION_H

#include <stddef.h>

#include "compile/diagnose.h"

/*
 * Says that a name is unknown, with the known one that was probably meant:
 * begin, offer each known name, report.
 */
struct suggestion {
	const char *word;
	const char *best; /* of those offered, or NULL */
	size_t distance;
};

void suggestion_begin(struct suggestion *s, const char *word);

/* The candidate is kept where it is the nearest so far. */
void suggestion_offer(struct suggestion *s, const char *candidate);

/* `unknown WHAT "WORD" (did you mean "BEST"?)` */
void suggestion_report(const struct suggestion *s, struct diagnose *d,
    enum diagnose_level level, struct place place, const char *what);

#endif
