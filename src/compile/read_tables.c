/* SPDX-License-Identifier: ISC */
#include "draft.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"

/*
 * figures.csv, measures.csv, events.csv, disagreements.csv.  A fault in a
 * field is said at the field, and the row is kept as far as it goes, so
 * that one run finds them all.
 */

static bool
read_table(struct csv_table *table, struct draft *draft, enum record_kind kind,
    const char *file, const char *const *columns, const char *required)
{
	const char *text;
	size_t len;
	enum status status;

	*table = (struct csv_table){ 0 };
	status = draft_read_text(&text, &len, draft, file, &draft->arena);
	draft->is_partial[kind] = status == STATUS_FOUND_FAULTS;
	if (status)
		return false;
	csv_read(table, text, len, file, columns, required, draft->diagnose,
	    &draft->arena);
	draft->is_partial[kind] = table->is_partial;
	return true;
}

/* Says `before "field" after`. */
static void
say(struct draft *draft, const struct csv_field *field, const char *before,
    const char *after)
{
	diagnose_add(draft->diagnose, DIAGNOSE_ERROR, field->place,
	    "%s\"%s\"%s", before, field->text, after);
}

static void
say_missing(struct draft *draft, const struct csv_field *field,
    const char *what)
{
	diagnose_add(draft->diagnose, DIAGNOSE_ERROR, field->place, "%s", what);
}

static struct draft_text
get_text(const struct csv_field *field)
{
	return (struct draft_text){ field->text, field->len, field->place };
}

/* The row that a field names; a name that is not there is said. */
static int64_t
find_row(struct draft *draft, enum record_kind kind,
    const struct csv_field *field)
{
	const char *name = record_get_name(kind);
	const char *near;
	int64_t id = draft_find(draft, kind, field->text, field->len);

	if (id)
		return id;
	if (field->len == 0) {
		diagnose_add(draft->diagnose, DIAGNOSE_ERROR, field->place,
		    "%s is missing", name);
		return 0;
	}
	if (draft->is_partial[kind])
		return 0;
	near = names_find_nearest(&draft->names, (int)kind, field->text,
	    field->len);
	diagnose_add(draft->diagnose, DIAGNOSE_ERROR, field->place,
	    "\"%s\" is no %s%s%s%s", field->text, name,
	    near ? " (did you mean \"" : "", near ? near : "",
	    near ? "\"?)" : "");
	return 0;
}

static bool
read_advisory(struct draft *draft, const struct csv_field *field)
{
	if (strcmp(field->text, "graphic") == 0)
		return true;
	if (field->len && strcmp(field->text, "none") != 0)
		say(draft, field, "advisory ", " is neither none nor graphic");
	return false;
}

/* A plain decimal number; NAN where the field is empty or wrong. */
static double
read_number(struct draft *draft, const struct csv_field *field)
{
	const char *p = field->text;
	size_t digits;

	if (field->len == 0)
		return NAN;
	if (*p == '-')
		p++;
	digits = strspn(p, "0123456789");
	p += digits;
	if (*p == '.' && digits) {
		digits = strspn(++p, "0123456789");
		p += digits;
	}
	if (*p || digits == 0 || field->len > 40) {
		say(draft, field, "", " is no plain decimal number");
		return NAN;
	}
	return strtod(field->text, NULL);
}

static bool
read_date(struct date_range *out, struct draft *draft,
    const struct csv_field *field)
{
	if (field->len == 0)
		return false;
	if (date_parse(out, field->text))
		return true;
	say(draft, field, "",
	    " is no date (2017, 2017-12, 2017-12-22, "
	    "1996/1999)");
	return false;
}

static void
read_measures(struct draft *draft)
{
	enum { SLUG, TITLE, UNIT, DEFINITION, TOPIC };
	static const char *const columns[] = { "slug", "title", "unit",
		"definition", "topic", NULL };
	struct csv_table table;

	if (!read_table(&table, draft, RECORD_MEASURE, "measures.csv", columns,
		"\1\1\1\1\1"))
		return;
	draft->measures = arena_alloc_array(&draft->arena, table.row_count,
	    sizeof *draft->measures);
	for (uint32_t i = 0; i < table.row_count; i++) {
		const struct csv_field *f = table.rows[i].fields;
		struct draft_measure *m;

		if (!draft_register(draft, RECORD_MEASURE, f[SLUG].text,
			(int64_t)draft->measure_count + 1, f[SLUG].place))
			continue;
		m = &draft->measures[draft->measure_count++];
		m->place = f[SLUG].place;
		m->topic = find_row(draft, RECORD_TOPIC, &f[TOPIC]);
		m->m = (struct measure){
			.id = (int64_t)draft->measure_count,
			.slug = f[SLUG].text,
			.title = f[TITLE].text,
			.unit = f[UNIT].text,
			.definition = f[DEFINITION].text,
		};
		if (!f[TITLE].len)
			say(draft, &f[SLUG], "measure ", " has no title");
	}
}

enum figure_column {
	F_SLUG,
	F_MEASURE,
	F_TOPIC,
	F_STATEMENT,
	F_LOW,
	F_HIGH,
	F_QUALIFIER,
	F_UNIT,
	F_PERIOD,
	F_AS_OF,
	F_PLACE,
	F_POPULATION,
	F_ADVISORY,
	F_CITATIONS,
	F_NOTE
};

/* What depends on the figure's measure: its unit, and its topic by default. */
static void
join_measure(struct draft *draft, struct draft_figure *figure,
    const struct csv_field *f)
{
	const struct draft_measure *m;

	figure->measure = find_row(draft, RECORD_MEASURE, &f[F_MEASURE]);
	if (f[F_TOPIC].len)
		figure->topic = find_row(draft, RECORD_TOPIC, &f[F_TOPIC]);
	if (!figure->measure)
		return;
	m = &draft->measures[figure->measure - 1];
	draft->measures[figure->measure - 1].m.figures++;
	if (!f[F_TOPIC].len)
		figure->topic = m->topic;
	if (strcmp(m->m.unit, f[F_UNIT].text) != 0)
		diagnose_add(draft->diagnose, DIAGNOSE_ERROR, f[F_UNIT].place,
		    "unit \"%s\" differs from that of measure \"%s\" "
		    "(\"%s\")",
		    f[F_UNIT].text, m->m.slug, m->m.unit);
}

static const char *
fold_name(struct draft *draft, const char *text)
{
	struct str folded;
	const char *copy;

	str_init(&folded, 0);
	utf8_add_casefold(&folded, text, strlen(text));
	copy = arena_copy(&draft->arena, folded.data, folded.len);
	str_clear(&folded);
	return copy;
}

static void
read_figure(struct draft *draft, const struct csv_field *f)
{
	struct draft_figure *figure;
	struct date_range as_of;

	if (!draft_register(draft, RECORD_FIGURE, f[F_SLUG].text,
		(int64_t)draft->figure_count + 1, f[F_SLUG].place))
		return;
	figure = &draft->figures[draft->figure_count++];
	figure->place = f[F_SLUG].place;
	figure->statement = get_text(&f[F_STATEMENT]);
	figure->note = get_text(&f[F_NOTE]);
	figure->citations = f[F_CITATIONS];
	figure->f = (struct figure){
		.id = (int64_t)draft->figure_count,
		.slug = f[F_SLUG].text,
		.low = read_number(draft, &f[F_LOW]),
		.high = read_number(draft, &f[F_HIGH]),
		.qualifier = f[F_QUALIFIER].text,
		.unit = f[F_UNIT].text,
		.period = f[F_PERIOD].text,
		.as_of = f[F_AS_OF].text,
		.place = f[F_PLACE].text,
		.population = f[F_POPULATION].text,
		.is_graphic = read_advisory(draft, &f[F_ADVISORY]),
	};
	if (figure->f.low > figure->f.high)
		say(draft, &f[F_LOW], "low ", " is above high");
	if (!f[F_STATEMENT].len)
		say(draft, &f[F_SLUG], "figure ", " has no statement");
	figure->has_period = read_date(&figure->period, draft, &f[F_PERIOD]);
	(void)read_date(&as_of, draft, &f[F_AS_OF]);
	figure->folded_place = fold_name(draft, figure->f.place);
	figure->folded_population = fold_name(draft, figure->f.population);
	join_measure(draft, figure, f);
}

static void
read_figures(struct draft *draft)
{
	static const char *const columns[] = { "slug", "measure", "topic",
		"statement", "low", "high", "qualifier", "unit", "period",
		"as_of", "place", "population", "advisory", "citations", "note",
		NULL };
	struct csv_table table;

	if (!read_table(&table, draft, RECORD_FIGURE, "figures.csv", columns,
		"\1\1\0\1\1\1\0\1\0\0\0\0\0\1\0"))
		return;
	draft->figures = arena_alloc_array(&draft->arena, table.row_count,
	    sizeof *draft->figures);
	for (uint32_t i = 0; i < table.row_count; i++)
		read_figure(draft, table.rows[i].fields);
}

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

static void
read_precision(struct draft *draft, struct draft_event *event,
    const struct csv_field *field)
{
	static const char *const known[] = { "day", "month", "year", "interval",
		"decade", "century", "circa" };

	event->e.precision = field->text;
	if (!field->len)
		event->e.precision = get_precision(event->e.date);
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		if (strcmp(known[i], event->e.precision) == 0)
			return;
	}
	say(draft, field, "precision ",
	    " is none of day, month, year, "
	    "interval, decade, century, circa");
}

static void
read_event(struct draft *draft, const struct csv_field *f)
{
	struct draft_event *event = &draft->events[draft->event_count];

	if (!draft_register(draft, RECORD_EVENT, f[E_SLUG].text,
		(int64_t)draft->event_count + 1, f[E_SLUG].place))
		return;
	draft->event_count++;
	event->place = f[E_SLUG].place;
	event->topic = find_row(draft, RECORD_TOPIC, &f[E_TOPIC]);
	event->statement = get_text(&f[E_STATEMENT]);
	event->note = get_text(&f[E_NOTE]);
	event->citations = f[E_CITATIONS];
	event->e = (struct event){
		.slug = f[E_SLUG].text,
		.date = f[E_DATE].text,
		.kind = f[E_KIND].text,
		.title = f[E_TITLE].text,
		.is_graphic = read_advisory(draft, &f[E_ADVISORY]),
	};
	if (!f[E_DATE].len)
		say(draft, &f[E_SLUG], "event ", " has no date");
	if (!f[E_TITLE].len)
		say(draft, &f[E_SLUG], "event ", " has no title");
	if (!f[E_STATEMENT].len)
		say(draft, &f[E_SLUG], "event ", " has no statement");
	(void)read_date(&event->date, draft, &f[E_DATE]);
	read_precision(draft, event, &f[E_PRECISION]);
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

static void
read_events(struct draft *draft)
{
	static const char *const columns[] = { "slug", "topic", "date",
		"precision", "kind", "title", "statement", "advisory",
		"citations", "note", NULL };
	struct csv_table table;

	if (!read_table(&table, draft, RECORD_EVENT, "events.csv", columns,
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

bool
draft_resolve(struct draft_member *out, struct draft *draft, const char *target,
    size_t len, struct place place)
{
	const char *colon = memchr(target, ':', len);
	size_t kind_len = colon ? (size_t)(colon - target) : 0;
	char kind_name[16] = "";
	const char *near;

	if (kind_len && kind_len < sizeof kind_name)
		memcpy(kind_name, target, kind_len);
	out->kind = record_find_kind(kind_name);
	if (out->kind == RECORD_NONE || out->kind == RECORD_DISAGREEMENT) {
		diagnose_add(draft->diagnose, DIAGNOSE_ERROR, place,
		    "\"%.*s\" leads out of the collection: expected "
		    "topic:, figure:, event:, measure: or source:",
		    len > 80 ? 80 : (int)len, target);
		return false;
	}
	target = colon + 1;
	len -= kind_len + 1;
	out->record = draft_find(draft, out->kind, target, len);
	if (out->record)
		return true;
	if (draft->is_partial[out->kind])
		return false;
	near = names_find_nearest(&draft->names, (int)out->kind, target, len);
	diagnose_add(draft->diagnose, DIAGNOSE_ERROR, place,
	    "\"%.*s\" is no %s%s%s%s", len > 80 ? 80 : (int)len, target,
	    kind_name, near ? " (did you mean \"" : "", near ? near : "",
	    near ? "\"?)" : "");
	return false;
}

static void
read_members(struct draft *draft, struct draft_disagreement *row,
    const struct csv_field *field)
{
	const char *p = field->text, *end = p + field->len;
	size_t most = 1;

	for (const char *q = p; q < end; q++)
		most += *q == ';';
	row->members = arena_alloc_array(&draft->arena, most,
	    sizeof *row->members);
	while (p < end) {
		const char *stop = memchr(p, ';', (size_t)(end - p));
		size_t len = (size_t)((stop ? stop : end) - p);
		const char *next = p + len + (stop ? 1 : 0);

		for (; len && *p == ' '; p++)
			len--;
		while (len && p[len - 1] == ' ')
			len--;
		if (len &&
		    draft_resolve(&row->members[row->d.member_count], draft, p,
			len, field->place))
			row->d.member_count++;
		p = next;
	}
	if (field->len == 0)
		say_missing(draft, field, "disagreement has no members");
}

static void
read_disagreements(struct draft *draft)
{
	enum { MEMBERS, KIND, NOTE, CITATIONS };
	static const char *const columns[] = { "members", "kind", "note",
		"citations", NULL };
	struct csv_table table;

	if (!read_table(&table, draft, RECORD_DISAGREEMENT, "disagreements.csv",
		columns, "\1\1\1\0"))
		return;
	draft->disagreements = arena_alloc_array(&draft->arena, table.row_count,
	    sizeof *draft->disagreements);
	for (uint32_t i = 0; i < table.row_count; i++) {
		const struct csv_field *f = table.rows[i].fields;
		struct draft_disagreement *row =
		    &draft->disagreements[draft->disagreement_count++];

		row->place = f[MEMBERS].place;
		row->d.id = (int64_t)draft->disagreement_count;
		row->d.kind = f[KIND].text;
		row->note = get_text(&f[NOTE]);
		row->citations = f[CITATIONS];
		if (!f[KIND].len)
			say_missing(draft, &f[KIND],
			    "disagreement has no kind");
		if (!f[NOTE].len && f[CITATIONS].len)
			say_missing(draft, &f[CITATIONS],
			    "citations without a note that they are for");
		read_members(draft, row, &f[MEMBERS]);
	}
}

void
draft_read_tables(struct draft *draft)
{
	read_measures(draft);
	read_figures(draft);
	read_events(draft);
	read_disagreements(draft);
}
