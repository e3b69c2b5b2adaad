/* SPDX-License-Identifier: ISC */
#include "cli.h"

#include <string.h>

#include "list.h"
#include "suggest.h"
#include "text/value.h"

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

static enum status
load_figures(struct list *list, struct error *err)
{
	struct cli *cli = list->cli;
	struct figure *figures;
	int64_t measure, topic;
	uint32_t kept = 0;
	enum status status = cli_find_row(&measure, cli, OPTION_MEASURE,
	    RECORD_MEASURE, err);

	if (!status)
		status = cli_find_row(&topic, cli, OPTION_TOPIC, RECORD_TOPIC,
		    err);
	if (!status)
		status = collection_list_figures(&figures, &list->count,
		    cli->collection, measure, topic, &cli->arena, err);
	if (status)
		return status;
	list->items = figures;
	if (!(cli->options.given & OPTION_BIT(OPTION_DISAGREEING)))
		return STATUS_OK;
	for (uint32_t i = 0; i < list->count; i++) {
		if (figures[i].disagrees_count > 0)
			figures[kept++] = figures[i];
	}
	list->count = kept;
	return STATUS_OK;
}

static void
add_figure_row(struct rows *rows, const void *item)
{
	const struct figure *f = item;
	struct str cell;

	str_init(&cell, 0);
	rows_add(rows, f->slug);
	value_add_quantity(&cell, rows->numbers, f);
	rows_add_str(rows, &cell);
	rows_add(rows, f->period);
	rows_add(rows, f->place);
	str_reset(&cell);
	if (f->disagrees_count)
		str_add_format(&cell, "\xE2\x89\xA0 %u", f->disagrees_count);
	rows_add_str(rows, &cell);
	str_clear(&cell);
}

static enum status
complete_figure(void *record, struct cli *cli, const void *item,
    struct arena *arena, struct error *err)
{
	return records_load_figure(record, cli->collection, item, arena, err);
}

enum status
cmd_figures(struct cli *cli, struct error *err)
{
	static const struct rows_column columns[] = { { ROWS_HEAD, 0, NULL },
		{ ROWS_JOINED, 0, NULL }, { ROWS_JOINED, 0, NULL },
		{ ROWS_JOINED, 10, NULL }, { ROWS_HEAD, 0, NULL } };
	static const struct list_kind kind = { records_figure,
		sizeof(struct figure), columns, 5, load_figures, add_figure_row,
		complete_figure };

	return list_print(cli, &kind, err);
}

static enum status
load_measures(struct list *list, struct error *err)
{
	struct measure *measures;
	enum status status = collection_list_measures(&measures, &list->count,
	    list->cli->collection, &list->cli->arena, err);

	if (!status)
		list->items = measures;
	return status;
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

static enum status
load_events(struct list *list, struct error *err)
{
	struct cli *cli = list->cli;
	struct event *events;
	int64_t topic;
	enum status status = cli_find_row(&topic, cli, OPTION_TOPIC,
	    RECORD_TOPIC, err);

	if (!status)
		status = collection_list_events(&events, &list->count,
		    cli->collection, topic, &cli->arena, err);
	if (!status)
		list->items = events;
	return status;
}

static void
add_event_row(struct rows *rows, const void *item)
{
	const struct event *e = item;

	rows_add(rows, e->slug);
	rows_add(rows, e->date);
	rows_add(rows, e->kind);
	rows_add(rows, e->title);
}

static enum status
complete_event(void *record, struct cli *cli, const void *item,
    struct arena *arena, struct error *err)
{
	return records_load_event(record, cli->collection, item, arena, err);
}

enum status
cmd_events(struct cli *cli, struct error *err)
{
	static const struct rows_column columns[] = { { ROWS_HEAD, 0, NULL },
		{ ROWS_HEAD, 0, NULL }, { ROWS_HEAD, 0, NULL },
		{ ROWS_JOINED, 40, NULL } };
	static const struct list_kind kind = { records_event,
		sizeof(struct event), columns, 4, load_events, add_event_row,
		complete_event };

	return list_print(cli, &kind, err);
}

static enum status
load_disagreements(struct list *list, struct error *err)
{
	struct disagreement *disagreements;
	enum status status = collection_list_disagreements(&disagreements,
	    &list->count, list->cli->collection, &list->cli->arena, err);

	if (!status)
		list->items = disagreements;
	return status;
}

static void
add_disagreement_row(struct rows *rows, const void *item)
{
	const struct disagreement *d = item;
	struct str cell;

	str_init(&cell, 0);
	str_add_format(&cell, "%lld", (long long)d->id);
	rows_add_str(rows, &cell);
	rows_add(rows, d->kind);
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
		{ ROWS_ALONE, 0, NULL } };
	static const struct list_kind kind = { records_disagreement,
		sizeof(struct disagreement), columns, 4, load_disagreements,
		add_disagreement_row, complete_disagreement };

	return list_print(cli, &kind, err);
}
