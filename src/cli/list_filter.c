/* SPDX-License-Identifier: ISC */
#include "list_filter.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "suggest.h"
#include "years.h"

static char *
get_item(const struct list *list, uint32_t i)
{
	return (char *)list->items + i * list->size_bytes;
}

void
list_filter_keep(struct list *list, list_filter_test *is_wanted,
    const void *context)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < list->count; i++) {
		if (!is_wanted(get_item(list, i), context))
			continue;
		if (kept < i)
			memcpy(get_item(list, kept), get_item(list, i),
			    list->size_bytes);
		kept++;
	}
	list->count = kept;
}

/* ---- A text ---- */

struct wanted_text {
	const char *text;
	list_filter_get_text *get_text;
	bool (*is_same)(const char *a, const char *b);
};

static bool
is_alike(const char *a, const char *b)
{
	struct str x, y;
	bool is_equal;

	if (strcmp(a, b) == 0)
		return true;
	str_init(&x, 0);
	str_init(&y, 0);
	utf8_add_casefold(&x, a, strlen(a));
	utf8_add_casefold(&y, b, strlen(b));
	is_equal = strcmp(x.data, y.data) == 0;
	str_clear(&x);
	str_clear(&y);
	return is_equal;
}

static bool
has_text(const void *item, const void *context)
{
	const struct wanted_text *wanted = context;

	return wanted->is_same(wanted->get_text(item), wanted->text);
}

static enum status
fail_text(const struct list *list, const char *what,
    const struct wanted_text *wanted, struct error *err)
{
	const char **known = mem_alloc_array((size_t)list->count + 1,
	    sizeof *known);
	enum status status;

	for (uint32_t i = 0; i < list->count; i++)
		known[i] = wanted->get_text(get_item(list, i));
	status = suggest_fail(err, STATUS_INVALID, what, wanted->text,
	    suggest_find(wanted->text, known, list->count));
	free(known);
	return status;
}

enum status
list_filter_by_text(struct list *list, enum option option, const char *what,
    list_filter_get_text *get_text,
    bool (*is_same)(const char *a, const char *b), struct error *err)
{
	const struct wanted_text wanted = {
		.text = list->cli->options.values[option],
		.get_text = get_text,
		.is_same = is_same ? is_same : is_alike,
	};
	uint32_t i = 0;

	if (!wanted.text)
		return STATUS_OK;
	while (i < list->count && !has_text(get_item(list, i), &wanted))
		i++;
	if (i == list->count)
		return fail_text(list, what, &wanted, err);
	list_filter_keep(list, has_text, &wanted);
	return STATUS_OK;
}

/* ---- A topic and those below it ---- */

struct wanted_topics {
	const char **slugs; /* sorted */
	uint32_t count;
	list_filter_get_text *get_topic;
};

static int
compare_slugs(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool
is_of_topic(const void *item, const void *context)
{
	const struct wanted_topics *wanted = context;
	const char *slug = wanted->get_topic(item);

	return slug &&
	    bsearch(&slug, wanted->slugs, wanted->count, sizeof slug,
		compare_slugs);
}

enum status
list_filter_by_topic(struct list *list, list_filter_get_text *get_topic,
    struct error *err)
{
	struct cli *cli = list->cli;
	struct wanted_topics wanted = { .get_topic = get_topic };
	struct topic topic, *topics;
	int64_t row;
	enum status status = cli_find_row(&row, cli, OPTION_TOPIC, RECORD_TOPIC,
	    err);

	if (status || !row)
		return status;
	status = collection_get_topic(&topic, cli->collection, row, &cli->arena,
	    err);
	if (!status)
		status = collection_list_topics(&topics, &wanted.count,
		    cli->collection, row, (uint32_t)(topic.last - row + 1),
		    &cli->arena, err);
	if (status)
		return status;
	wanted.slugs = arena_alloc_array(&cli->arena, wanted.count,
	    sizeof *wanted.slugs);
	for (uint32_t i = 0; i < wanted.count; i++)
		wanted.slugs[i] = topics[i].slug;
	qsort(wanted.slugs, wanted.count, sizeof *wanted.slugs, compare_slugs);
	list_filter_keep(list, is_of_topic, &wanted);
	return STATUS_OK;
}

/* ---- Years ---- */

struct wanted_years {
	struct years years;
	list_filter_get_text *get_period;
};

static bool
is_of_years(const void *item, const void *context)
{
	const struct wanted_years *wanted = context;

	return years_meet(&wanted->years, wanted->get_period(item));
}

enum status
list_filter_by_years(struct list *list, list_filter_get_text *get_period,
    struct error *err)
{
	struct wanted_years wanted = { .get_period = get_period };
	enum status status = years_read(&wanted.years, list->cli, err);

	if (!status && wanted.years.is_given)
		list_filter_keep(list, is_of_years, &wanted);
	return status;
}

/* ---- A source ---- */

struct wanted_rows {
	uint8_t *bits; /* row n is bit n - 1 */
	uint32_t count;
	int64_t (*get_row)(const void *item);
};

static bool
is_of_rows(const void *item, const void *context)
{
	const struct wanted_rows *wanted = context;
	int64_t at = wanted->get_row(item) - 1;

	return at >= 0 && at < wanted->count &&
	    (wanted->bits[at / 8] & 1 << at % 8);
}

enum status
list_filter_by_source(struct list *list, enum option option,
    enum collection_facet facet, int64_t (*get_row)(const void *item),
    uint32_t count, struct error *err)
{
	struct cli *cli = list->cli;
	struct wanted_rows wanted = { .count = count, .get_row = get_row };
	int64_t row;
	enum status status = cli_find_row(&row, cli, option, RECORD_SOURCE,
	    err);

	if (status || !row)
		return status;
	wanted.bits = arena_alloc_array(&cli->arena, count / 8 + 1, 1);
	status = collection_mark_facet(wanted.bits, cli->collection, facet,
	    cli->options.values[option], 1, count, err);
	if (!status)
		list_filter_keep(list, is_of_rows, &wanted);
	return status;
}
