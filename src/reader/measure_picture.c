/* SPDX-License-Identifier: ISC */
#include "reader/measure_shown.h"

#include <string.h>

#include "draw/chart_svg.h"
#include "reader/comparison_axis.h"
#include "reader/comparison_dispute.h"
#include "reader/comparison_words.h"
#include "text/value.h"

/*
 * One picture has one axis: it is that of the first part, the figures of
 * other units are told in words, among the notes.
 */
enum { TICKS_MAX = 8 };

/* A text in the arena, as add has put it together; begins anew. */
static const char *
take(struct str *text, struct arena *arena)
{
	const char *copy = arena_copy(arena, text->len ? text->data : "",
	    text->len);

	str_reset(text);
	return copy;
}

/* ---- Rows ---- */

static void
fill_row(struct chart_svg_row *out, const struct measure_shown *m,
    const struct comparison_row *row, struct str *text, struct arena *arena)
{
	value_add_quantity(text, m->form, &row->figures[0]->f);
	if (text->len == 0)
		str_add_text(text, "not given");
	out->value = take(text, arena);
	comparison_add_about(text, row);
	out->about = take(text, arena);
	comparison_add_source(text, row);
	out->source = take(text, arena);
	out->heading = row->heading;
	out->range = comparison_axis_get_range(row);
	out->is_disputed = row->is_disputed;
}

/* ---- Notes ---- */

struct notes {
	const struct measure_shown *m;
	const char **notes;
	size_t count;
	struct str *text;
	struct arena *arena;
};

static void
end_note(struct notes *n)
{
	n->notes[n->count++] = take(n->text, n->arena);
}

/* "1,600,000,000, 2016, world (Wikipedia)" */
static void
add_row(struct notes *n, const struct comparison_row *row)
{
	struct comparison_row one = *row;
	struct str about;

	one.heading = NULL;
	value_add_range(n->text, n->m->form, &row->figures[0]->f);
	str_init(&about, 0);
	comparison_add_about(&about, &one);
	if (about.len > 0)
		str_add_format(n->text, ", %s", about.data);
	str_clear(&about);
	str_add_text(n->text, " (");
	comparison_add_source(n->text, row);
	str_add_char(n->text, ')');
}

/* "In GBP per year: ...; ..." */
static void
add_other_units(struct notes *n)
{
	const struct comparison *all = &n->m->all;

	for (uint32_t i = 1; i < all->part_count; i++) {
		const struct comparison_part *part = &all->parts[i];

		str_add_format(n->text, "In %s: ", part->unit);
		for (uint32_t j = 0; j < part->row_count; j++) {
			if (j > 0)
				str_add_text(n->text, "; ");
			add_row(n, &part->rows[j]);
		}
		end_note(n);
	}
}

static void
add_left_out(struct notes *n)
{
	const struct comparison *all = &n->m->all;

	if (all->left_out == 0)
		return;
	str_add_text(n->text, "Only ");
	value_add_number(n->text, n->m->form, all->figures);
	str_add_text(n->text, " of ");
	value_add_number(n->text, n->m->form,
	    (double)all->figures + all->left_out);
	str_add_text(n->text, " figures are shown.");
	end_note(n);
}

static void
add_scale(struct notes *n, const struct comparison_axis *axis)
{
	comparison_axis_add_words(n->text, axis);
	if (n->text->len > 0)
		end_note(n);
}

static void
add_meetings(struct notes *n)
{
	const struct comparison *all = &n->m->all;

	for (uint32_t i = 0; i < all->meeting_count; i++) {
		str_add_text(n->text, "Can all be true: ");
		comparison_add_meeting(n->text, n->m->form, all,
		    &all->meetings[i]);
		str_add_char(n->text, '.');
		end_note(n);
	}
}

/* A repetition is no difference. */
static const char *
get_beginning(const struct disagreement *d)
{
	if (comparison_is_contradiction(d))
		return d->member_count > 2 ? "Cannot all hold: " :
					     "Cannot both hold: ";
	return strcmp(d->kind, "one-origin") == 0 ? "Not independent: " :
						    "Not the same: ";
}

/* Of what is no figure it is said what it is. */
static void
add_member(struct notes *n, const struct disagreement_member *member)
{
	if (member->kind != RECORD_FIGURE)
		str_add_format(n->text, "%s ", record_get_name(member->kind));
	measure_shown_add_member(n->text, n->m, member);
}

/* The words end with a full stop, and others follow. */
static void
end_sentence(struct notes *n)
{
	if (n->text->len > 0 && n->text->data[n->text->len - 1] != '.')
		str_add_char(n->text, '.');
}

static void
add_dispute(struct notes *n, const struct disagreement *d)
{
	size_t at;

	str_add_text(n->text, get_beginning(d));
	for (uint32_t i = 0; i < d->member_count; i++) {
		if (i > 0)
			str_add_text(n->text, " \u2014 ");
		add_member(n, &d->members[i]);
	}
	end_sentence(n);
	str_add_char(n->text, ' ');
	at = n->text->len;
	measure_shown_add_dispute(n->text, n->m, d);
	if (n->text->data[at] >= 'a' && n->text->data[at] <= 'z')
		n->text->data[at] = (char)(n->text->data[at] - 'a' + 'A');
	end_sentence(n);
	if (d->note && *d->note)
		str_add_format(n->text, " %s", d->note);
	end_note(n);
}

static void
add_disputes(struct notes *n)
{
	for (int pass = 0; pass < 2; pass++) {
		for (uint32_t i = 0; i < n->m->dispute_count; i++) {
			const struct disagreement *d = &n->m->disputes[i];

			if (comparison_is_contradiction(d) == (pass == 0))
				add_dispute(n, d);
		}
	}
}

static void
list_notes(struct notes *n, const struct comparison_axis *axis)
{
	const struct comparison *all = &n->m->all;

	n->notes = arena_alloc_array(n->arena,
	    (size_t)all->part_count + all->meeting_count + n->m->dispute_count +
		3,
	    sizeof *n->notes);
	comparison_add_counts(n->text, n->m->form, all);
	end_note(n);
	add_scale(n, axis);
	add_other_units(n);
	add_left_out(n);
	add_meetings(n);
	add_disputes(n);
}

/* ---- What it is of ---- */

/* "Title, edition 2026-01-31, CC0-1.0. ibid show measure:famine-deaths" */
static enum status
make_credit(const char **out, struct str *text, const struct measure_shown *m,
    struct arena *arena, struct error *err)
{
	static const struct {
		const char *key, *before;
	} values[] = {
		{ "title", "" },
		{ "version", ", edition " },
		{ "licence", ", licence " },
	};

	for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
		const char *value;
		enum status status = collection_find_value(&value,
		    m->collection, values[i].key, arena, err);

		if (status)
			return status;
		if (value && *value)
			str_add_format(text, "%s%s", values[i].before, value);
	}
	str_add_format(text, ". ibid show measure:%s", m->measure.slug);
	*out = take(text, arena);
	return STATUS_OK;
}

static void
draw(struct str *out, struct chart_svg *chart, const struct measure_shown *m,
    struct str *text, struct arena *arena)
{
	static const struct comparison_part none = { .unit = "" };
	const struct comparison_part *part = m->all.part_count ?
	    &m->all.parts[0] :
	    &none;
	struct chart_svg_row *rows = arena_alloc_array(arena,
	    (size_t)part->row_count + 1, sizeof *rows);
	struct notes notes = { .m = m, .text = text, .arena = arena };
	struct comparison_axis axis;

	comparison_axis_choose(&axis, part, m->form, TICKS_MAX);
	for (uint32_t i = 0; i < part->row_count; i++)
		fill_row(&rows[i], m, &part->rows[i], text, arena);
	list_notes(&notes, &axis);
	chart->title = m->measure.title;
	chart->description = m->measure.definition;
	chart->unit = part->unit;
	chart->axis = axis.axis;
	chart->add_label = comparison_axis_add_label;
	chart->context = &axis;
	chart->rows = rows;
	chart->row_count = part->row_count;
	chart->notes = notes.notes;
	chart->note_count = notes.count;
	chart_svg_add(out, chart);
}

enum status
measure_shown_add_picture(struct str *out, const struct measure_shown *m,
    const char *const *sources, uint32_t source_count, struct arena *arena,
    struct error *err)
{
	struct chart_svg chart = { .sources = sources,
		.source_count = source_count };
	struct str text;
	enum status status;

	str_init(&text, 0);
	status = make_credit(&chart.credit, &text, m, arena, err);
	if (!status)
		status = collection_find_value(&chart.language, m->collection,
		    "language", arena, err);
	if (!status)
		draw(out, &chart, m, &text, arena);
	str_clear(&text);
	return status;
}
