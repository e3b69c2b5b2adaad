/* SPDX-License-Identifier: ISC */
#include "reader/print.h"

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

/* What the format has put together leaves. */
static void
flush_line(struct printer *p)
{
	p->sink.add(p->sink.context, p->line.data, p->line.len);
	str_reset(&p->line);
}

void
print_begin(struct printer *p, const struct print_format *format,
    struct print_sink sink, const struct print_field *fields, bool is_list)
{
	*p = (struct printer){ .format = format,
		.sink = sink,
		.fields = fields,
		.is_list = is_list };
	str_init(&p->line, 0);
	format->begin(p);
	flush_line(p);
}

void
print_record(struct printer *p, const void *record)
{
	p->format->record(p, record);
	flush_line(p);
	p->record_count++;
}

void
print_end(struct printer *p)
{
	p->format->end(p);
	flush_line(p);
	str_clear(&p->line);
}

void
print_one(const struct print_format *format, struct print_sink sink,
    const struct print_field *fields, const void *record)
{
	struct printer p;

	print_begin(&p, format, sink, fields, false);
	print_record(&p, record);
	print_end(&p);
}
