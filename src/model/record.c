/* SPDX-License-Identifier: ISC */
#include "model/record.h"

#include <stddef.h>
#include <string.h>

static const char *const names[] = {
	[RECORD_NONE] = "",
	[RECORD_TOPIC] = "topic",
	[RECORD_FIGURE] = "figure",
	[RECORD_SOURCE] = "source",
	[RECORD_EVENT] = "event",
	[RECORD_MEASURE] = "measure",
	[RECORD_DISAGREEMENT] = "disagreement",
};

enum { NAME_COUNT = sizeof names / sizeof *names };

const char *
record_get_name(enum record_kind kind)
{
	return (size_t)kind < NAME_COUNT ? names[kind] : "";
}

enum record_kind
record_find_kind(const char *name)
{
	for (size_t i = 1; i < NAME_COUNT; i++) {
		if (strcmp(names[i], name) == 0)
			return (enum record_kind)i;
	}
	return RECORD_NONE;
}
