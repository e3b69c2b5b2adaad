/* SPDX-License-Identifier: ISC */
#include "draft.h"

#include <string.h>

#include "cell.h"
#include "model/unit.h"

/*
 * measures.csv, figures.csv, disagreements.csv; events.csv is read in
 * read_events.c.  A fault in a
 * field is said at the field, and the row is kept as far as it goes, so
 * that one run finds them all.
 */

static void
read_measures(struct draft *draft)
{
	enum { SLUG, TITLE, UNIT, DEFINITION, TOPIC };
	static const char *const columns[] = { "slug", "title", "unit",
		"definition", "topic", NULL };
	struct csv_table table;

	if (!cell_read_table(&table, draft, RECORD_MEASURE, "measures.csv",
		columns, "\1\1\1\1\1"))
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
		m->topic = cell_find_row(draft, RECORD_TOPIC, &f[TOPIC]);
		m->m = (struct measure){
			.id = (int64_t)draft->measure_count,
			.slug = f[SLUG].text,
			.title = cell_read_plain(draft, &f[TITLE], "title"),
			.unit = f[UNIT].text,
			.definition = cell_read_plain(draft, &f[DEFINITION],
			    "definition"),
		};
		if (!f[TITLE].len)
			cell_say(draft, &f[SLUG], "measure ", " has no title");
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

/*
 * What depends on the figure's measure: its topic by default.  A figure in
 * another unit is compared with those in its own alone.
 */
static void
join_measure(struct draft *draft, struct draft_figure *figure,
    const struct csv_field *f)
{
	const struct draft_measure *m;

	figure->measure = cell_find_row(draft, RECORD_MEASURE, &f[F_MEASURE]);
	if (f[F_TOPIC].len)
		figure->topic = cell_find_row(draft, RECORD_TOPIC, &f[F_TOPIC]);
	if (!figure->measure)
		return;
	m = &draft->measures[figure->measure - 1];
	draft->measures[figure->measure - 1].m.figures++;
	if (!f[F_TOPIC].len)
		figure->topic = m->topic;
	if (draft->is_check && !unit_is_same(m->m.unit, f[F_UNIT].text))
		diagnose_add(draft->diagnose, DIAGNOSE_WARNING, f[F_UNIT].place,
		    "unit \"%s\" differs from that of measure \"%s\" "
		    "(\"%s\")",
		    f[F_UNIT].text, m->m.slug, m->m.unit);
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
	figure->statement = cell_get_text(&f[F_STATEMENT]);
	figure->note = cell_get_text(&f[F_NOTE]);
	figure->citations = f[F_CITATIONS];
	figure->f = (struct figure){
		.id = (int64_t)draft->figure_count,
		.slug = f[F_SLUG].text,
		.low = cell_read_number(draft, &f[F_LOW]),
		.high = cell_read_number(draft, &f[F_HIGH]),
		.qualifier = f[F_QUALIFIER].text,
		.unit = f[F_UNIT].text,
		.period = f[F_PERIOD].text,
		.as_of = f[F_AS_OF].text,
		.place = f[F_PLACE].text,
		.population = f[F_POPULATION].text,
		.is_graphic = cell_read_advisory(draft, &f[F_ADVISORY]),
	};
	if (figure->f.low > figure->f.high)
		cell_say(draft, &f[F_LOW], "low ", " is above high");
	if (!f[F_STATEMENT].len)
		cell_say(draft, &f[F_SLUG], "figure ", " has no statement");
	figure->has_period = cell_read_date(&figure->period, draft,
	    &f[F_PERIOD]);
	(void)cell_read_date(&as_of, draft, &f[F_AS_OF]);
	figure->folded_place = cell_fold(draft, figure->f.place);
	figure->folded_population = cell_fold(draft, figure->f.population);
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

	if (!cell_read_table(&table, draft, RECORD_FIGURE, "figures.csv",
		columns, "\1\1\0\1\1\1\0\1\0\0\0\0\0\1\0"))
		return;
	draft->figures = arena_alloc_array(&draft->arena, table.row_count,
	    sizeof *draft->figures);
	for (uint32_t i = 0; i < table.row_count; i++)
		read_figure(draft, table.rows[i].fields);
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
	bool has_any = false;
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
		has_any |= len > 0;
		if (len &&
		    draft_resolve(&row->members[row->d.member_count], draft, p,
			len, field->place))
			row->d.member_count++;
		p = next;
	}
	if (!has_any)
		cell_say_missing(draft, field, "disagreement has no members");
}

static void
read_disagreements(struct draft *draft)
{
	enum { MEMBERS, KIND, NOTE, CITATIONS };
	static const char *const columns[] = { "members", "kind", "note",
		"citations", NULL };
	struct csv_table table;

	if (!cell_read_table(&table, draft, RECORD_DISAGREEMENT,
		"disagreements.csv", columns, "\1\1\1\0"))
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
		row->note = cell_get_text(&f[NOTE]);
		row->citations = f[CITATIONS];
		if (!f[KIND].len)
			cell_say_missing(draft, &f[KIND],
			    "disagreement has no kind");
		if (!f[NOTE].len && f[CITATIONS].len)
			cell_say_missing(draft, &f[CITATIONS],
			    "citations without a note that they are for");
		read_members(draft, row, &f[MEMBERS]);
	}
}

void
draft_read_tables(struct draft *draft)
{
	read_measures(draft);
	read_figures(draft);
	draft_read_events(draft);
	read_disagreements(draft);
}
