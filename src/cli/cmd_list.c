/* SPDX-License-Identifier: ISC */
#include "cli.h"

#include <string.h>

#include "list_filter.h"
#include "suggest.h"

static enum status
load_topics(struct list *list, struct error *err)
{
	struct cli *cli = list->cli;
	struct topic *topics;
	uint32_t kept = 0;
	int64_t parent;
	enum status status = cli_find_row(&parent, cli, OPTION_PARENT,
	    RECORD_TOPIC, err);

	if (!status)
		status = collection_list_topics(&topics, &list->count,
		    cli->collection, 1, UINT32_MAX, &cli->arena, err);
	if (status)
		return status;
	list->items = topics;
	if (!parent)
		return STATUS_OK;
	for (uint32_t i = 0; i < list->count; i++) {
		if (topics[i].parent != parent)
			continue;
		topics[kept] = topics[i];
		topics[kept++].depth = 0;
	}
	list->count = kept;
	return STATUS_OK;
}

static void
add_topic_row(struct rows *rows, const void *item)
{
	const struct topic *t = item;
	struct str slug;

	str_init(&slug, 0);
	str_add_repeated(&slug, ' ', t->depth > 0 ? 2 * (size_t)t->depth : 0);
	str_add_text(&slug, t->slug);
	rows_add_str(rows, &slug);
	rows_add(rows, t->title);
	str_clear(&slug);
}

enum status
cmd_topics(struct cli *cli, struct error *err)
{
	static const struct rows_column columns[] = { { ROWS_HEAD, 0, NULL },
		{ ROWS_JOINED, 20, NULL } };
	static const struct list_kind kind = { records_topic,
		sizeof(struct topic), columns, 2, load_topics, add_topic_row,
		NULL };

	return list_print(cli, &kind, err);
}

static bool
is_disagreeing(const void *measure, const void *context)
{
	(void)context;
	return ((const struct measure *)measure)->disagreeing > 0;
}

static enum status
load_measures(struct list *list, struct error *err)
{
	struct measure *measures;
	enum status status = collection_list_measures(&measures, &list->count,
	    list->cli->collection, &list->cli->arena, err);

	if (status)
		return status;
	list->items = measures;
	if (list->cli->options.given & OPTION_BIT(OPTION_DISAGREEING))
		list_filter_keep(list, is_disagreeing, NULL);
	return STATUS_OK;
}

static void
add_measure_row(struct rows *rows, const void *item)
{
	const struct measure *m = item;
	struct str cell;

	str_init(&cell, 0);
	rows_add(rows, m->slug);
	rows_add(rows, m->title);
	str_add_format(&cell, "%u figure%s", m->figures,
	    m->figures == 1 ? "" : "s");
	rows_add_str(rows, &cell);
	rows_add(rows, m->unit);
	str_reset(&cell);
	if (m->disagreeing)
		str_add_format(&cell, "\xE2\x89\xA0 %u", m->disagreeing);
	rows_add_str(rows, &cell);
	str_clear(&cell);
}

enum status
cmd_measures(struct cli *cli, struct error *err)
{
	static const struct rows_column columns[] = { { ROWS_HEAD, 0, NULL },
		{ ROWS_JOINED, 40, NULL }, { ROWS_JOINED, 0, NULL },
		{ ROWS_JOINED, 0, "in " }, { ROWS_HEAD, 0, NULL } };
	static const struct list_kind kind = { records_measure,
		sizeof(struct measure), columns, 5, load_measures,
		add_measure_row, NULL };

	return list_print(cli, &kind, err);
}

static const char *const source_kinds[] = { "article", "report", "book",
	"website", "law", "treaty", "resolution", "organisation", "person",
	"outlet" };

static enum status
load_sources(struct list *list, struct error *err)
{
	const size_t kinds = sizeof source_kinds / sizeof *source_kinds;
	const char *kind = list->cli->options.values[OPTION_KIND];
	struct source *sources;
	uint32_t kept = 0;
	enum status status;
	size_t i = 0;

	while (kind && i < kinds && strcmp(kind, source_kinds[i]) != 0)
		i++;
	if (i == kinds)
		return suggest_fail(err, STATUS_INVALID, "kind of source", kind,
		    suggest_find(kind, source_kinds, kinds));
	status = collection_list_sources(&sources, &list->count,
	    list->cli->collection, &list->cli->arena, err);
	if (status)
		return status;
	list->items = sources;
	for (uint32_t j = 0; kind && j < list->count; j++) {
		if (strcmp(sources[j].kind, kind) == 0)
			sources[kept++] = sources[j];
	}
	if (kind)
		list->count = kept;
	return STATUS_OK;
}

static void
add_source_row(struct rows *rows, const void *item)
{
	const struct source *s = item;
	struct str count;

	str_init(&count, 0);
	str_add_format(&count, "%u", s->cited_by);
	rows_add(rows, s->key);
	rows_add(rows, s->kind);
	rows_add(rows, s->year);
	rows_add_str(rows, &count);
	rows_add(rows, s->title);
	str_clear(&count);
}

enum status
cmd_sources(struct cli *cli, struct error *err)
{
	static const struct rows_column columns[] = { { ROWS_HEAD, 0, NULL },
		{ ROWS_HEAD, 0, NULL }, { ROWS_HEAD, 0, NULL },
		{ ROWS_HEAD, 0, "cited by " }, { ROWS_JOINED, 20, NULL } };
	static const struct list_kind kind = { records_source,
		sizeof(struct source), columns, 5, load_sources, add_source_row,
		NULL };

	return list_print(cli, &kind, err);
}
