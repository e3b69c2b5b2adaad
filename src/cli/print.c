/* SPDX-License-Identifier: ISC */
#include "print.h"

#include <string.h>

static const struct print_format format_text = { .name = "text" };

static const struct print_format *const formats[] = { &format_text,
	&print_format_csv, &print_format_tsv, &print_format_json,
	&print_format_jsonl };

static const char *const names[] = { "text", "csv", "tsv", "json", "jsonl",
	NULL };

const struct print_format *
print_find_format(const char *name)
{
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
		if (strcmp(formats[i]->name, name) == 0)
			return formats[i];
	}
	return NULL;
}

const char *const *
print_get_format_names(void)
{
	return names;
}

bool
print_is_text(const struct print_format *format)
{
	return !format->record;
}

void
print_begin(struct printer *p, const struct print_format *format,
    struct output *out, const struct print_field *fields, bool is_list)
{
	*p = (struct printer){ .format = format,
		.out = out,
		.fields = fields,
		.is_list = is_list };
	str_init(&p->line, 0);
	format->begin(p);
}

void
print_record(struct printer *p, const void *record)
{
	str_reset(&p->line);
	p->format->record(p, record);
	p->record_count++;
}

void
print_end(struct printer *p)
{
	p->format->end(p);
	str_clear(&p->line);
}

void
print_one(const struct print_format *format, struct output *out,
    const struct print_field *fields, const void *record)
{
	struct printer p;

	print_begin(&p, format, out, fields, false);
	print_record(&p, record);
	print_end(&p);
}
