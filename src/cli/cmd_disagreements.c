/* SPDX-License-Identifier: ISC */
#include "cli.h"

#include <string.h>

#include "list_filter.h"
#include "text/value.h"

/* A disagreement, and how far apart its figures were found. */
struct distant {
	struct disagreement disagreement; /* first: it is printed as one */
	const char *distance;             /* "" where that cannot be said */
};

static const char *
get_kind(const void *item)
{
	return ((const struct distant *)item)->disagreement.kind;
}

static bool
is_of_measure(const void *item, const void *slug)
{
	const struct distant *d = item;

	return d->disagreement.measure &&
	    strcmp(d->disagreement.measure, slug) == 0;
}

static enum status
read_figures(const struct figure ***out, uint32_t *count,
    const struct disagreement *d, struct cli *cli, struct error *err)
{
	struct figure *figures = arena_alloc_array(&cli->arena, d->member_count,
	    sizeof *figures);
	enum status status = STATUS_OK;

	*count = 0;
	*out = arena_alloc_array(&cli->arena, d->member_count, sizeof **out);
	for (uint32_t i = 0; i < d->member_count && !status; i++) {
		if (d->members[i].kind != RECORD_FIGURE)
			continue;
		(*out)[*count] = &figures[*count];
		status = collection_find_figure(&figures[(*count)++],
		    cli->collection, d->members[i].slug, &cli->arena, err);
	}
	return status;
}

/* Of other places, people and times it would mean nothing. */
static enum status
find_distance(struct distant *d, struct cli *cli, struct error *err)
{
	const struct figure **figures, *sides[2];
	enum status status;
	struct str text;
	uint32_t count;

	if (!d->disagreement.measure || !d->disagreement.is_computed)
		return STATUS_OK;
	status = read_figures(&figures, &count, &d->disagreement, cli, err);
	if (status || !value_find_furthest(sides, figures, count))
		return status;
	str_init(&text, 0);
	if (d->disagreement.member_count > 2)
		str_add_text(&text, "up to ");
	value_add_distance(&text, collection_get_numbers(cli->collection),
	    sides[0], sides[1]);
	d->distance = arena_copy_text(&cli->arena, text.data);
	str_clear(&text);
	return STATUS_OK;
}

static enum status
read_all(struct list *list, struct error *err)
{
	struct disagreement *disagreements;
	struct distant *all;
	enum status status = collection_list_disagreements(&disagreements,
	    &list->count, list->cli->collection, &list->cli->arena, err);

	if (status)
		return status;
	all = arena_alloc_array(&list->cli->arena, list->count, sizeof *all);
	for (uint32_t i = 0; i < list->count; i++)
		all[i] = (struct distant){ disagreements[i], "" };
	list->items = all;
	return STATUS_OK;
}

static enum status
load_disagreements(struct list *list, struct error *err)
{
	struct cli *cli = list->cli;
	struct distant *all;
	int64_t measure;
	enum status status = cli_find_row(&measure, cli, OPTION_MEASURE,
	    RECORD_MEASURE, err);

	if (!status)
		status = read_all(list, err);
	if (!status)
		status = list_filter_by_text(list, OPTION_KIND,
		    "kind of disagreement", get_kind, NULL, err);
	if (!status && measure)
		list_filter_keep(list, is_of_measure,
		    cli->options.values[OPTION_MEASURE]);
	if (status || !print_is_text(cli->format))
		return status;
	all = list->items;
	for (uint32_t i = 0; i < list->count && !status; i++)
		status = find_distance(&all[i], cli, err);
	return status;
}

/* Most severe first, as they stand in the collection. */
static void
add_disagreement_row(struct rows *rows, const void *item)
{
	const struct distant *distant = item;
	const struct disagreement *d = &distant->disagreement;
	struct str cell;

	str_init(&cell, 0);
	str_add_format(&cell, "%lld", (long long)d->id);
	rows_add_str(rows, &cell);
	rows_add(rows, disagreement_get_words(d->kind));
	rows_add(rows, distant->distance);
	str_reset(&cell);
	for (uint32_t i = 0; i < d->member_count; i++)
		str_add_format(&cell, "%s%s:%s", i ? " " : "",
		    record_get_name(d->members[i].kind), d->members[i].slug);
	rows_add_str(rows, &cell);
	rows_add(rows, d->note);
	str_clear(&cell);
}

static enum status
complete_disagreement(void *record, struct cli *cli, const void *item,
    struct arena *arena, struct error *err)
{
	return records_load_disagreement(record, cli->collection, item, arena,
	    err);
}

enum status
cmd_disagreements(struct cli *cli, struct error *err)
{
	static const struct rows_column columns[] = { { ROWS_HEAD, 0, NULL },
		{ ROWS_HEAD, 0, NULL }, { ROWS_ALONE, 0, NULL },
		{ ROWS_ALONE, 0, NULL }, { ROWS_ALONE, 0, NULL } };
	static const struct list_kind kind = { records_disagreement,
		sizeof(struct distant), columns, 5, load_disagreements,
		add_disagreement_row, complete_disagreement };

	return list_print(cli, &kind, err);
}
