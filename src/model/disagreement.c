/* SPDX-License-Identifier: ISC */
#include "model/disagreement.h"

#include <stddef.h>
#include <string.h>

/* What a person explained without one of the kinds here is explained. */
enum severity {
	SEVERITY_APART,
	SEVERITY_SUM,
	SEVERITY_SOURCE,
	SEVERITY_DATING,
	SEVERITY_SLIP,
	SEVERITY_EXPLAINED,
	SEVERITY_NONE
};

static const struct {
	const char *kind;
	const char *words;
	enum severity severity;
} kinds[] = {
	{ "apart", "ranges apart", SEVERITY_APART },
	{ "parts-exceed-whole", "parts exceed the whole", SEVERITY_SUM },
	{ "sum-fails", "the sum fails", SEVERITY_SUM },
	{ "other-source", "another source", SEVERITY_SOURCE },
	{ "dating", "dated differently", SEVERITY_DATING },
	{ "slip", "a slip", SEVERITY_SLIP },
	{ "other-year", "another year", SEVERITY_EXPLAINED },
	{ "other-population", "another population", SEVERITY_EXPLAINED },
	{ "scope", "another scope", SEVERITY_EXPLAINED },
	{ "kind", "another kind", SEVERITY_EXPLAINED },
	{ "one-origin", "one origin told twice", SEVERITY_NONE },
};

enum { KIND_COUNT = sizeof kinds / sizeof *kinds };

const char *
disagreement_get_words(const char *kind)
{
	for (size_t i = 0; i < KIND_COUNT; i++) {
		if (strcmp(kind, kinds[i].kind) == 0)
			return kinds[i].words;
	}
	return kind;
}

unsigned
disagreement_get_severity(const char *kind)
{
	for (size_t i = 0; i < KIND_COUNT; i++) {
		if (strcmp(kind, kinds[i].kind) == 0)
			return kinds[i].severity;
	}
	return SEVERITY_EXPLAINED;
}
