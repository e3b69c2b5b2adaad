/* SPDX-License-Identifier: ISC */
#include "reader/print.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json_check.h"
#include "base/utf8.h"
#include "field.h"
#include "search/pattern.h"

/*
 * JSON on one line a record.  Control, bidirectional and invisible
 * characters are always escaped: the same data, and harmless to look at.
 */

static const char *
get_short_escape(int32_t c)
{
	switch (c) {
	case '"':
		return "\\\"";
	case '\\':
		return "\\\\";
	case '\b':
		return "\\b";
	case '\f':
		return "\\f";
	case '\n':
		return "\\n";
	case '\r':
		return "\\r";
	case '\t':
		return "\\t";
	}
	return NULL;
}

static void
add_escaped(struct str *out, int32_t c)
{
	const char *escape = get_short_escape(c);

	if (escape) {
		str_add_text(out, escape);
	} else if (c >= 0x10000) {
		unsigned above = (unsigned)c - 0x10000;

		str_add_format(out, "\\u%04x\\u%04x", 0xD800 + (above >> 10),
		    0xDC00 + (above & 0x3FF));
	} else {
		str_add_format(out, "\\u%04x", (unsigned)c);
	}
}

/* Bytes that stand in a JSON string as they are, and are ASCII. */
static size_t
count_safe(const char *text, size_t len)
{
	size_t i = 0;

	while (i < len && text[i] >= 0x20 && text[i] < 0x7F && text[i] != '"' &&
	    text[i] != '\\')
		i++;
	return i;
}

static void
add_other(struct str *out, const char *bytes, size_t len, int32_t c,
    bool is_utf8)
{
	if (c < 0x80 || !is_utf8 || utf8_is_control(c) || utf8_is_invisible(c))
		add_escaped(out, c);
	else if (c == 0xFFFD)
		str_add_text(out, "\xEF\xBF\xBD");
	else
		str_add(out, bytes, len);
}

void
print_add_json_text(struct str *out, const char *text, size_t len, bool is_utf8)
{
	const char *end = text + len;

	str_add_char(out, '"');
	while (text < end) {
		size_t step = count_safe(text, (size_t)(end - text));
		int32_t c;

		str_add(out, text, step);
		text += step;
		if (text == end)
			break;
		step = utf8_decode(&c, text, end);
		add_other(out, text, step, c, is_utf8);
		text += step;
	}
	str_add_char(out, '"');
}

/* As few digits as read back. */
static void
add_shortest(struct str *out, double number)
{
	char text[64];

	for (int digits = 15; digits <= 17; digits++) {
		double back;

		snprintf(text, sizeof text, "%.*g", digits, number);
		back = strtod(text, NULL);
		if (!(back < number) && !(back > number))
			break;
	}
	str_add_text(out, text);
}

void
print_add_json_number(struct str *out, double number)
{
	const double exact = 9007199254740992.0; /* 2^53 */
	int64_t whole;

	if (!isfinite(number)) {
		str_add_text(out, "null");
		return;
	}
	if (number >= -exact && number <= exact) {
		whole = (int64_t)number;
		if (!((double)whole < number) && !((double)whole > number)) {
			str_add_format(out, "%" PRId64, whole);
			return;
		}
	}
	add_shortest(out, number);
}

static void
add_text_or_null(struct str *out, const char *text, bool is_utf8)
{
	if (text)
		print_add_json_text(out, text, strlen(text), is_utf8);
	else
		str_add_text(out, "null");
}

static void
add_texts(struct str *out, const struct print_field *f, const void *record,
    bool is_utf8)
{
	const char *const *texts = field_get_pointer(f, record);
	uint32_t count = field_get_count(f, record);

	str_add_char(out, '[');
	for (uint32_t i = 0; i < count; i++) {
		if (i > 0)
			str_add_char(out, ',');
		add_text_or_null(out, texts[i], is_utf8);
	}
	str_add_char(out, ']');
}

static void
add_lines(struct str *out, const char *text, bool is_utf8)
{
	bool is_first = true;

	str_add_char(out, '[');
	while (text && *text) {
		size_t len = strcspn(text, "\n");

		if (len > 0) {
			if (!is_first)
				str_add_char(out, ',');
			print_add_json_text(out, text, len, is_utf8);
			is_first = false;
		}
		text += len + (text[len] == '\n');
	}
	str_add_char(out, ']');
}

/*
 * JSON inside JSON, without the white space between its parts.  Outside its
 * strings it has only ASCII; inside there are no line feeds.
 */
static void
add_json(struct str *out, const char *json, bool is_utf8)
{
	size_t len = json ? strlen(json) : 0;
	const char *end = json + len;
	bool is_string = false, is_escaped = false;

	if (!json || !json_check_is_object(json, len)) {
		str_add_text(out, "null");
		return;
	}
	while (json < end) {
		int32_t c;
		size_t step = utf8_decode(&c, json, end);

		if (c >= 0x7F)
			add_other(out, json, step, c, is_utf8);
		else if (is_string || c > ' ')
			str_add_char(out, (char)c);
		if (c == '"' && !is_escaped)
			is_string = !is_string;
		is_escaped = c == '\\' && !is_escaped;
		json += step;
	}
}

static void
add_locator(struct str *out, const struct step *step, bool is_utf8)
{
	static const struct print_field fields[] = {
		{ "label", PRINT_WORD, offsetof(struct step, locator_label) },
		{ "value", PRINT_WORD, offsetof(struct step, locator_value) },
		{ NULL }
	};

	if (step->locator_value)
		print_add_json_record(out, fields, step, is_utf8);
	else
		str_add_text(out, "null");
}

static const struct print_field step_fields[] = {
	{ "role", PRINT_ROLE, offsetof(struct step, role) },
	{ "source", PRINT_TEXT, offsetof(struct step, key) },
	{ "text", PRINT_TEXT, offsetof(struct step, text) },
	{ "seen", PRINT_SEEN, offsetof(struct step, seen) },
	{ "carried", PRINT_FLAG, offsetof(struct step, is_carried) },
	{ "locator", PRINT_LOCATOR, 0 }, { NULL }
};
static const struct print_nested steps = { .fields = step_fields,
	.size_bytes = sizeof(struct step) };
static const struct print_field citation_fields[] = {
	{ "number", PRINT_COUNT, offsetof(struct citation, number) },
	{ "steps", PRINT_RECORDS, offsetof(struct citation, steps),
	    offsetof(struct citation, step_count), &steps },
	{ NULL }
};
static const struct print_nested citations = { .fields = citation_fields,
	.size_bytes = sizeof(struct citation) };

static void
add_records(struct str *out, const struct print_field *f, const void *record,
    bool is_utf8)
{
	uint32_t count = field_get_count(f, record);

	str_add_char(out, '[');
	for (uint32_t i = 0; i < count; i++) {
		if (i > 0)
			str_add_char(out, ',');
		print_add_json_record(out, f->nested->fields,
		    field_get_nested(f, record, i), is_utf8);
	}
	str_add_char(out, ']');
}

static void
add_ranges(struct str *out, const struct print_field *f, const void *record)
{
	const struct pattern_range *ranges = field_get_pointer(f, record);
	uint32_t count = field_get_count(f, record);

	str_add_char(out, '[');
	for (uint32_t i = 0; i < count; i++)
		str_add_format(out, "%s[%zu,%zu]", i ? "," : "", ranges[i].from,
		    ranges[i].to);
	str_add_char(out, ']');
}

static void
add_value(struct str *out, const struct print_field *f, const void *record,
    bool is_utf8)
{
	struct print_field nested = *f;

	if (field_is_text(f)) {
		add_text_or_null(out, field_get_text(f, record), is_utf8);
		return;
	}
	if (field_add_scalar(out, f, record))
		return;
	switch (f->type) {
	case PRINT_TEXTS:
		add_texts(out, f, record, is_utf8);
		break;
	case PRINT_LINES:
		add_lines(out, field_get_pointer(f, record), is_utf8);
		break;
	case PRINT_JSON:
		add_json(out, field_get_pointer(f, record), is_utf8);
		break;
	case PRINT_LOCATOR:
		add_locator(out, record, is_utf8);
		break;
	case PRINT_RANGES:
		add_ranges(out, f, record);
		break;
	case PRINT_CITATIONS:
		nested.nested = &citations;
		/* fallthrough */
	default:
		add_records(out, &nested, record, is_utf8);
	}
}

void
print_add_json_record(struct str *out, const struct print_field *fields,
    const void *record, bool is_utf8)
{
	char before = '{';

	for (const struct print_field *f = fields; f->name; f++) {
		str_add_char(out, before);
		str_add_char(out, '"');
		str_add_text(out, f->name);
		str_add_text(out, "\":");
		add_value(out, f, record, is_utf8);
		before = ',';
	}
	str_add_char(out, '}');
}

static void
begin_json(struct printer *p)
{
	if (p->is_list)
		str_add_char(&p->line, '[');
}

static void
print_json_record(struct printer *p, const void *record)
{
	if (p->record_count > 0)
		str_add_char(&p->line, ',');
	if (p->is_list)
		str_add_char(&p->line, '\n');
	print_add_json_record(&p->line, p->fields, record, p->sink.is_utf8);
}

static void
end_json(struct printer *p)
{
	const char *end = !p->is_list ? "\n" :
	    p->record_count > 0       ? "\n]\n" :
					"]\n";

	str_add_text(&p->line, end);
}

static void
do_nothing(struct printer *p)
{
	(void)p;
}

static void
print_json_line(struct printer *p, const void *record)
{
	print_add_json_record(&p->line, p->fields, record, p->sink.is_utf8);
	str_add_char(&p->line, '\n');
}

const struct print_format print_format_json = { "json", begin_json,
	print_json_record, end_json };
const struct print_format print_format_jsonl = { "jsonl", do_nothing,
	print_json_line, do_nothing };
