/* SPDX-License-Identifier: ISC */

/*
 * Any bytes as a style or a locale in XML: it is refused with a message, or
 * what is made of it can be loaded, read and cited in.
 */
#include "fuzz.h"

#include "base/str.h"
#include "compile/csl_style.h"
#include "style_exercise.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = size > 0 ? (const char *)data : "";
	struct diagnose d;
	struct style *style;
	struct error err;
	struct str made;

	str_init(&made, 0);
	diagnose_init(&d);
	if (csl_style_compile(&made, "f", text, size, &d)) {
		REQUIRE(d.errors > 0 && made.len == 0);
	} else {
		REQUIRE(d.errors == 0);
		REQUIRE(style_load(&style, "f", made.data, made.len, &err) ==
		    STATUS_OK);
		style_exercise(style);
		style_free(style);
	}
	diagnose_clear(&d);
	str_clear(&made);
	return 0;
}
