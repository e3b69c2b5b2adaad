/* SPDX-License-Identifier: ISC */
#include "cli.h"

#include "list_filter.h"

static const char *
get_topic(const void *event)
{
	return ((const struct event *)event)->topic;
}

static const char *
get_kind(const void *event)
{
	return ((const struct event *)event)->kind;
}

static const char *
get_date(const void *event)
{
	return ((const struct event *)event)->date;
}

/* What the filter of the screen looks through, too. */
static void
add_lines(struct str *out, const struct number_form *form, const void *item)
{
	const struct event *e = item;

	(void)form;
	str_add_format(out, "%s\n%s\n%s\n", e->date, e->title, e->kind);
	str_add_text(out, e->statement);
}

static enum status
load_events(struct list *list, struct error *err)
{
	struct event *events;
	enum status status = collection_list_events(&events, &list->count,
	    list->cli->collection, 0, &list->cli->arena, err);

	if (status)
		return status;
	list->items = events;
	status = list_filter_by_text(list, OPTION_KIND, "kind of event",
	    get_kind, NULL, err);
	if (!status)
		status = list_filter_by_topic(list, get_topic, err);
	if (!status)
		status = list_filter_by_years(list, get_date, err);
	if (!status)
		status = list_filter_by_pattern(list, add_lines, err);
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
