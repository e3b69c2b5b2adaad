/* SPDX-License-Identifier: ISC */
#include "compile/diagnose.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "say.h"

#define MESSAGES_MAX 1000
#define TEXT_SIZE 1024

struct diagnose_message {
	enum diagnose_level level;
	uint32_t line;
	uint32_t column;
	char *file;
	char *text;
};

void
diagnose_init(struct diagnose *d)
{
	*d = (struct diagnose){ 0 };
}

void
diagnose_clear(struct diagnose *d)
{
	if (d == NULL)
		return;
	for (size_t i = 0; i < d->count; i++) {
		free(d->messages[i].file);
		free(d->messages[i].text);
	}
	free(d->messages);
	diagnose_init(d);
}

static void
count_message(struct diagnose *d, enum diagnose_level level)
{
	if (level == DIAGNOSE_ERROR)
		d->errors++;
	else if (level == DIAGNOSE_WARNING)
		d->warnings++;
	else
		d->notes++;
}

static struct diagnose_message *
add_message(struct diagnose *d)
{
	if (d->count == d->cap) {
		d->cap = d->cap > 0 ? 2 * d->cap : 16;
		d->messages = mem_resize_array(d->messages, d->cap,
		    sizeof(*d->messages));
	}
	return &d->messages[d->count++];
}

/* A text that was cut gets an ellipsis in place of its last characters. */
static void
mark_cut(char text[TEXT_SIZE])
{
	static const char ellipsis[] = "\xe2\x80\xa6";
	size_t at = utf8_find_start(text, TEXT_SIZE - sizeof(ellipsis));

	memcpy(text + at, ellipsis, sizeof(ellipsis));
}

void
diagnose_add(struct diagnose *d, enum diagnose_level level, struct place place,
    const char *format, ...)
{
	char text[TEXT_SIZE];
	va_list args;
	int len;

	count_message(d, level);
	if (d->count >= MESSAGES_MAX)
		return;
	va_start(args, format);
	len = vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	if (len < 0)
		text[0] = '\0';
	else if ((size_t)len >= sizeof(text))
		mark_cut(text);
	*add_message(d) = (struct diagnose_message){ .level = level,
		.line = place.line,
		.column = place.column,
		.file = mem_copy_text(place.file != NULL ? place.file : ""),
		.text = mem_copy_text(text) };
}

static int
compare_numbers(uint32_t a, uint32_t b)
{
	return (a > b) - (a < b);
}

/* By file and place; at one place what is worse comes first. */
static int
compare_messages(const void *left, const void *right)
{
	const struct diagnose_message *a = *(void *const *)left;
	const struct diagnose_message *b = *(void *const *)right;
	int order = strcmp(a->file, b->file);

	if (order == 0)
		order = compare_numbers(a->line, b->line);
	if (order == 0)
		order = compare_numbers(a->column, b->column);
	if (order == 0)
		order = (int)b->level - (int)a->level;
	if (order == 0)
		order = strcmp(a->text, b->text);
	return order;
}

/* "folder/file:line:column: ", as far as it is known. */
static void
add_place(struct str *out, const struct diagnose *d,
    const struct diagnose_message *m)
{
	if (d->folder && m->file[0]) {
		str_add_text(out, d->folder);
		if (out->len > 0 && out->data[out->len - 1] != '/')
			str_add_char(out, '/');
	}
	str_add_text(out, m->file);
	if (m->line > 0)
		str_add_format(out, ":%u", (unsigned)m->line);
	if (m->line > 0 && m->column > 0)
		str_add_format(out, ":%u", (unsigned)m->column);
	if (out->len > 0)
		str_add_text(out, ": ");
}

static void
print_message(const struct diagnose *d, const struct diagnose_message *m,
    FILE *to)
{
	static const char *const prefixes[] = { [DIAGNOSE_NOTE] = "note: ",
		[DIAGNOSE_WARNING] = "warning: ",
		[DIAGNOSE_ERROR] = "" };
	struct str place;

	str_init(&place, 0);
	add_place(&place, d, m);
	say_line(to, d->is_ascii, "%s%s%s", place.data, prefixes[m->level],
	    m->text);
	str_clear(&place);
}

void
diagnose_print(const struct diagnose *d, FILE *to)
{
	size_t all = d->notes + d->warnings + d->errors;
	const struct diagnose_message **sorted;

	sorted = mem_alloc_array(d->count + 1, sizeof(*sorted));
	for (size_t i = 0; i < d->count; i++)
		sorted[i] = &d->messages[i];
	if (d->count > 1)
		qsort(sorted, d->count, sizeof(*sorted), compare_messages);
	for (size_t i = 0; i < d->count; i++) {
		if (i == 0 || compare_messages(&sorted[i - 1], &sorted[i]))
			print_message(d, sorted[i], to);
	}
	if (all > d->count)
		say_line(to, d->is_ascii,
		    "note: %zu more findings are not shown", all - d->count);
	free(sorted);
}
