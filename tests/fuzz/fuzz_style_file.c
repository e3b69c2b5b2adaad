/* SPDX-License-Identifier: ISC */

/*
 * Any bytes as a compiled style: refused with a message, or a tree that can
 * be read and cited in.
 */
#include "fuzz.h"

#include "style_exercise.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct error err = { 0 };
	struct style *style;

	if (style_load(&style, "f", size > 0 ? (const char *)data : "", size,
		&err)) {
		REQUIRE(err.message[0]);
		return 0;
	}
	style_exercise(style);
	style_free(style);
	return 0;
}
