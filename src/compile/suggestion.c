/* SPDX-License-Identifier: ISC */
#include "suggestion.h"

#include <string.h>

#include "base/str.h"

void
suggestion_begin(struct suggestion *s, const char *word)
{
	*s = (struct suggestion){ .word = word };
	s->distance = strlen(word) / 3 + 2;
}

void
suggestion_offer(struct suggestion *s, const char *candidate)
{
	size_t candidate_len = strlen(candidate), len = strlen(s->word);
	size_t distance;

	if (candidate_len >= len + s->distance ||
	    len >= candidate_len + s->distance)
		return; /* the lengths alone differ by more */
	distance = str_get_distance(candidate, candidate_len, s->word, len,
	    s->distance - 1);
	if (distance >= s->distance)
		return;
	s->best = candidate;
	s->distance = distance;
}

void
suggestion_report(const struct suggestion *s, struct diagnose *d,
    enum diagnose_level level, struct place place, const char *what)
{
	if (s->best != NULL)
		diagnose_add(d, level, place,
		    "unknown %s \"%s\" (did you mean \"%s\"?)", what, s->word,
		    s->best);
	else
		diagnose_add(d, level, place, "unknown %s \"%s\"", what,
		    s->word);
}
