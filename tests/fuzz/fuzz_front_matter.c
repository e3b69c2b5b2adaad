/* SPDX-License-Identifier: ISC */

/*
 * Any bytes, as a topic with front matter and as YAML alone: values are
 * well-formed NFC without control characters, what fails was said, and
 * places lie in the text.
 */
#include "fuzz.h"

#include <string.h>

#include "base/utf8.h"
#include "compile/diagnose.h"
#include "compile/front_matter.h"

#define FIRST_LINE 2

static unsigned
count_lines(const char *text, size_t len)
{
	unsigned count = 1;

	for (size_t i = 0; i < len; i++)
		count += text[i] == '\n';
	return count;
}

static void
check_value(const struct yaml_field *field)
{
	size_t len = strlen(field->value);
	const char *end = field->value + len;
	int32_t code_point;

	REQUIRE(utf8_find_invalid(field->value, len) == len);
	REQUIRE(utf8_is_nfc(field->value, len));
	REQUIRE(field->place.line >= FIRST_LINE);
	REQUIRE(field->place.column > 0);
	for (const char *at = field->value; at < end;) {
		at += utf8_decode(&code_point, at, end);
		REQUIRE(!utf8_is_control(code_point) || code_point == '\n' ||
		    code_point == '\t');
	}
	REQUIRE(len == 0 || end[-1] != '\n');
}

static void
check_yaml(const char *text, size_t len)
{
	struct yaml_field fields[] = {
		{ .key = "title" },
		{ .key = "summary" },
		{ .key = "editors", .is_list_allowed = true },
		{ .key = NULL },
	};
	struct arena arena = { 0 };
	struct diagnose d;

	diagnose_init(&d);
	if (!yaml_read(fields, text, len, "f", FIRST_LINE, &d, &arena))
		REQUIRE(d.errors > 0);
	for (const struct yaml_field *f = fields; f->key != NULL; f++) {
		if (f->value != NULL)
			check_value(f);
		else
			REQUIRE(f->place.line == 0 || d.errors > 0);
	}
	diagnose_clear(&d);
	arena_clear(&arena);
}

static void
check_front_matter(const char *text, size_t len)
{
	const char *yaml;
	size_t yaml_len, body_at;
	unsigned body_line;

	if (!front_matter_find(&yaml, &yaml_len, &body_at, &body_line, text,
		len))
		return;
	REQUIRE(yaml >= text + 4 && yaml + yaml_len <= text + len);
	REQUIRE(yaml[-1] == '\n');
	REQUIRE(yaml_len == 0 || yaml[yaml_len - 1] == '\n');
	REQUIRE(body_at >= (size_t)(yaml - text) + yaml_len + 3);
	REQUIRE(body_at <= len);
	REQUIRE(body_line ==
	    count_lines(text, body_at) + (text[body_at - 1] != '\n'));
	check_yaml(yaml, yaml_len);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size == 0)
		data = (const uint8_t *)"";
	check_front_matter((const char *)data, size);
	check_yaml((const char *)data, size);
	return 0;
}
