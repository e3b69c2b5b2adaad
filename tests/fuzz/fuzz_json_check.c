/* SPDX-License-Identifier: ISC */

/*
 * Any bytes as text are a JSON string once they are printed, and what passes
 * for JSON in a collection is JSON when it is printed inside ours.
 */
#include "fuzz.h"

#include <string.h>

#include "base/json_check.h"
#include "base/str.h"
#include "reader/print.h"

struct record {
	const char *text;
	const char *json;
};

static const struct print_field fields[] = {
	{ "text", PRINT_WORD, offsetof(struct record, text) },
	{ "json", PRINT_JSON, offsetof(struct record, json) }, { NULL }
};

static void
check_record(const char *text, bool is_utf8)
{
	struct record record = { text, text };
	struct str out;

	str_init(&out, 0);
	print_add_json_record(&out, fields, &record, is_utf8);
	REQUIRE(json_check_is_object(out.data, out.len));
	REQUIRE(!memchr(out.data, '\n', out.len));
	for (size_t i = 0; i < out.len; i++)
		REQUIRE(is_utf8 || (out.data[i] & 0x80) == 0);
	str_clear(&out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text;

	str_init(&text, 0);
	str_add(&text, (const char *)data, size);
	check_record(text.data, true);
	check_record(text.data, false);
	str_clear(&text);
	return 0;
}
