/* SPDX-License-Identifier: ISC */
#include "reader/print.h"

#include <string.h>

#include "field.h"
#include "reader/chain_text.h"
#include "search/pattern.h"
#include "text/clean.h"

/*
 * One record a row under a row of names: csv after RFC 4180 with LF, tsv
 * with \t, \n and \\ escaped.  Lists are joined by ";", citations stand as
 * they are written in a collection.
 */

void
print_add_csv_text(struct str *out, const char *text, size_t len)
{
	const char *end = text + len;

	if (!memchr(text, ',', len) && !memchr(text, '"', len) &&
	    !memchr(text, '\n', len) && !memchr(text, '\r', len)) {
		str_add(out, text, len);
		return;
	}
	str_add_char(out, '"');
	while (text < end) {
		const char *quote = memchr(text, '"', (size_t)(end - text));
		const char *stop = quote ? quote + 1 : end;

		str_add(out, text, (size_t)(stop - text));
		if (quote)
			str_add_char(out, '"');
		text = stop;
	}
	str_add_char(out, '"');
}

void
print_add_tsv_text(struct str *out, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		switch (text[i]) {
		case '\t':
			str_add_text(out, "\\t");
			break;
		case '\n':
			str_add_text(out, "\\n");
			break;
		case '\\':
			str_add_text(out, "\\\\");
			break;
		default:
			str_add_char(out, text[i]);
		}
	}
}

static void
add_joined(struct str *out, const struct print_field *f, const void *record)
{
	const char *const *texts = field_get_pointer(f, record);
	uint32_t count = field_get_count(f, record);

	for (uint32_t i = 0; i < count; i++) {
		if (i > 0)
			str_add_char(out, ';');
		str_add_text(out, texts[i]);
	}
}

/* The lines of a text, those that are empty left out, joined by ";". */
static void
add_lines(struct str *out, const char *text)
{
	size_t before = out->len;

	while (text && *text) {
		size_t len = strcspn(text, "\n");

		if (len > 0) {
			if (out->len > before)
				str_add_char(out, ';');
			str_add(out, text, len);
		}
		text += len + (text[len] == '\n');
	}
}

/* "3-9;12-18" */
static void
add_ranges(struct str *out, const struct print_field *f, const void *record)
{
	const struct pattern_range *ranges = field_get_pointer(f, record);
	uint32_t count = field_get_count(f, record);

	for (uint32_t i = 0; i < count; i++)
		str_add_format(out, "%s%zu-%zu", i ? ";" : "", ranges[i].from,
		    ranges[i].to);
}

static void
add_records(struct str *out, const struct print_field *f, const void *record)
{
	uint32_t count = field_get_count(f, record);

	for (uint32_t i = 0; i < count; i++) {
		if (i > 0)
			str_add_char(out, f->nested->divider);
		f->nested->add_text(out, field_get_nested(f, record, i));
	}
}

/* What a field is in words, before it is quoted. */
static void
add_value(struct str *out, const struct print_field *f, const void *record)
{
	const char *text;

	if (field_is_text(f)) {
		text = field_get_text(f, record);
		str_add_text(out, text ? text : "");
		return;
	}
	if (f->type == PRINT_NUMBER) {
		size_t before = out->len;

		field_add_scalar(out, f, record);
		if (strcmp(out->data + before, "null") == 0)
			str_reset(out);
		return;
	}
	if (field_add_scalar(out, f, record))
		return;
	switch (f->type) {
	case PRINT_TEXTS:
		add_joined(out, f, record);
		break;
	case PRINT_LINES:
		add_lines(out, field_get_pointer(f, record));
		break;
	case PRINT_JSON:
		text = field_get_pointer(f, record);
		str_add_text(out, text ? text : "");
		break;
	case PRINT_CITATIONS:
		chain_text_add(out, field_get_pointer(f, record),
		    field_get_count(f, record));
		break;
	case PRINT_RANGES:
		add_ranges(out, f, record);
		break;
	default:
		add_records(out, f, record);
	}
}

typedef void add_field(struct str *out, const char *text, size_t len);

static void
begin_rows(struct printer *p, char divider)
{
	for (const struct print_field *f = p->fields; f->name; f++) {
		if (f != p->fields)
			str_add_char(&p->line, divider);
		str_add_text(&p->line, f->name);
	}
	str_add_char(&p->line, '\n');
}

static void
add_row(struct printer *p, const void *record, char divider, add_field *add)
{
	struct str value, cleaned;

	str_init(&value, 0);
	str_init(&cleaned, 0);
	for (const struct print_field *f = p->fields; f->name; f++) {
		if (f != p->fields)
			str_add_char(&p->line, divider);
		str_reset(&value);
		str_reset(&cleaned);
		add_value(&value, f, record);
		clean_add(&cleaned, value.data, value.len, p->sink.clean);
		add(&p->line, cleaned.data, cleaned.len);
	}
	str_clear(&value);
	str_clear(&cleaned);
	str_add_char(&p->line, '\n');
}

static void
begin_csv(struct printer *p)
{
	begin_rows(p, ',');
}

static void
print_csv_record(struct printer *p, const void *record)
{
	add_row(p, record, ',', print_add_csv_text);
}

static void
begin_tsv(struct printer *p)
{
	begin_rows(p, '\t');
}

static void
print_tsv_record(struct printer *p, const void *record)
{
	add_row(p, record, '\t', print_add_tsv_text);
}

static void
end_rows(struct printer *p)
{
	(void)p;
}

const struct print_format print_format_csv = { "csv", begin_csv,
	print_csv_record, end_rows };
const struct print_format print_format_tsv = { "tsv", begin_tsv,
	print_tsv_record, end_rows };
