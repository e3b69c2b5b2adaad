/* SPDX-License-Identifier: ISC */

/*
 * Patterns and texts for the plan of a pattern and its finder; see
 * search_lab.h.  The first byte: 't', and they follow as they are; else all
 * bytes are choices.
 */
#include "fuzz.h"

#include "search_lab.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct lab_counts counts = { 0 };

	if (size > 0 && data[0] == 't')
		lab_try_text(&counts, data + 1, size - 1);
	else
		lab_try_choices(&counts, data, size);
	REQUIRE(counts.faults == 0);
	return 0;
}
