/* SPDX-License-Identifier: ISC */
#include "draft.h"

#include <stdlib.h>
#include <string.h>

#include "cell.h"

/* events.csv. */

/* The precision that the form of a date has. */
static const char *
get_precision(const char *date)
{
	if (strchr(date, '/'))
		return "interval";
	switch (strlen(date)) {
	case 4:
		return "year";
	case 7:
		return "month";
	default:
		return "day";
	}
}

enum event_column {
	E_SLUG,
	E_TOPIC,
	E_DATE,
	E_PRECISION,
	E_KIND,
	E_TITLE,
	E_STATEMENT,
	E_ADVISORY,
	E_CITATIONS,
	E_NOTE
};

/* From a first of January to a last of December so many years on. */
static bool
spans_years(const struct date_range *date, int years)
{
	return date->from % 10000 == 101 && date->to % 10000 == 1231 &&
	    date->to / 10000 - date->from / 10000 == years - 1;
}

/* Whether a precision and the form of the date say the same. */
static bool
is_precise_to(const struct draft_event *event, const char *precision)
{
	const char *form = get_precision(event->e.date);

	if (strcmp(precision, "circa") == 0 || strcmp(precision, form) == 0)
		return true;
	if (strcmp(precision, "decade") == 0)
		return spans_years(&event->date, 10) ||
		    spans_years(&event->date, 1);
	return strcmp(precision, "century") == 0 &&
	    (spans_years(&event->date, 100) || spans_years(&event->date, 1));
}

static void
read_precision(struct draft *draft, struct draft_event *event, bool has_date,
    const struct csv_field *field)
{
	static const char *const known[] = { "day", "month", "year", "interval",
		"decade", "century", "circa" };

	event->e.precision = field->text;
	if (!field->len)
		event->e.precision = get_precision(event->e.date);
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		if (strcmp(known[i], event->e.precision) != 0)
			continue;
		if (has_date && !is_precise_to(event, known[i]))
			diagnose_add(draft->diagnose, DIAGNOSE_ERROR,
			    field->place,
			    "precision \"%s\" does not go with the date "
			    "\"%s\"",
			    known[i], event->e.date);
		return;
	}
	cell_say(draft, field, "precision ",
	    " is none of day, month, year, "
	    "interval, decade, century, circa");
}

static void
read_event(struct draft *draft, const struct csv_field *f)
{
	struct draft_event *event = &draft->events[draft->event_count];
	bool has_date;

	if (!draft_register(draft, RECORD_EVENT, f[E_SLUG].text,
		(int64_t)draft->event_count + 1, f[E_SLUG].place))
		return;
	draft->event_count++;
	event->place = f[E_SLUG].place;
	event->topic = cell_find_row(draft, RECORD_TOPIC, &f[E_TOPIC]);
	event->statement = cell_get_text(&f[E_STATEMENT]);
	event->note = cell_get_text(&f[E_NOTE]);
	event->citations = f[E_CITATIONS];
	event->e = (struct event){
		.slug = f[E_SLUG].text,
		.date = f[E_DATE].text,
		.kind = f[E_KIND].text,
		.title = cell_read_plain(draft, &f[E_TITLE], "title"),
		.is_graphic = cell_read_advisory(draft, &f[E_ADVISORY]),
	};
	if (!f[E_DATE].len)
		cell_say(draft, &f[E_SLUG], "event ", " has no date");
	if (!f[E_TITLE].len)
		cell_say(draft, &f[E_SLUG], "event ", " has no title");
	if (!f[E_STATEMENT].len)
		cell_say(draft, &f[E_SLUG], "event ", " has no statement");
	has_date = cell_read_date(&event->date, draft, &f[E_DATE]);
	read_precision(draft, event, has_date, &f[E_PRECISION]);
}

static int
compare_events(const void *a, const void *b)
{
	const struct draft_event *x = a, *y = b;

	if (x->date.from != y->date.from)
		return x->date.from < y->date.from ? -1 : 1;
	if (x->date.to != y->date.to)
		return x->date.to < y->date.to ? -1 : 1;
	return strcmp(x->e.slug, y->e.slug);
}

void
draft_read_events(struct draft *draft)
{
	static const char *const columns[] = { "slug", "topic", "date",
		"precision", "kind", "title", "statement", "advisory",
		"citations", "note", NULL };
	struct csv_table table;

	if (!cell_read_table(&table, draft, RECORD_EVENT, "events.csv", columns,
		"\1\1\1\0\1\1\1\0\1\0"))
		return;
	draft->events = arena_alloc_array(&draft->arena, table.row_count,
	    sizeof *draft->events);
	for (uint32_t i = 0; i < table.row_count; i++)
		read_event(draft, table.rows[i].fields);
	if (draft->event_count)
		qsort(draft->events, draft->event_count, sizeof *draft->events,
		    compare_events);
	for (size_t i = 0; i < draft->event_count; i++) {
		struct event *event = &draft->events[i].e;

		event->id = (int64_t)i + 1;
		names_set(&draft->names, RECORD_EVENT, event->slug,
		    strlen(event->slug), event->id);
	}
}
