/* SPDX-License-Identifier: ISC */
#include "reader/comparison_words.h"

#include <string.h>

#include "comparison_private.h"
#include "text/period.h"
#include "text/value.h"

/* Names, and figures, that are told one by one. */
enum { NAMES_MAX = 4, VALUES_MAX = 8 };

static void
add_number(struct str *out, const struct number_form *form, uint32_t number)
{
	value_add_number(out, form, number);
}

/* "7 figures" */
static void
add_count(struct str *out, const struct number_form *form, uint32_t count,
    const char *one, const char *many)
{
	add_number(out, form, count);
	str_add_format(out, " %s", count == 1 ? one : many);
}

/* ---- Counts ---- */

void
comparison_add_counts(struct str *out, const struct number_form *form,
    const struct comparison *all)
{
	for (uint32_t i = 0; i < all->part_count; i++)
		str_add_format(out, "%s%s", i ? ", " : "",
		    all->parts[i].unit[0] ? all->parts[i].unit : "no unit");
	if (all->part_count > 0)
		str_add_text(out, " \u00B7 ");
	if (all->left_out > 0) {
		add_number(out, form, all->figures);
		str_add_text(out, " of ");
	}
	add_count(out, form, all->figures + all->left_out, "figure", "figures");
	str_add_text(out, ", ");
	add_count(out, form, all->documents, "document", "documents");
	str_add_text(out, ", ");
	add_count(out, form, all->origins, "origin", "origins");
	if (all->apart == 0)
		return;
	str_add_text(out, "; ");
	add_count(out, form, all->apart, "pair", "pairs");
	str_add_text(out, " cannot both hold");
}

void
comparison_add_heading(struct str *out, const struct comparison *all,
    const struct comparison_part *part)
{
	if (all->part_count < 2)
		str_add_text(out, "Figures");
	else if (part->unit[0])
		str_add_format(out, "Figures in %s", part->unit);
	else
		str_add_text(out, "Figures without a unit");
}

/* ---- When, where, of whom ---- */

static void
add_part(struct str *out, size_t before, const char *word, const char *text)
{
	if (text[0])
		str_add_format(out, "%s%s%s", out->len > before ? ", " : "",
		    word, text);
}

static void
add_period(struct str *out, size_t before, const char *word, const char *period,
    const char *heading)
{
	struct str text;

	str_init(&text, 0);
	period_add(&text, period);
	if (text.len > 0 && (!heading || strcmp(text.data, heading) != 0))
		add_part(out, before, word, text.data);
	str_clear(&text);
}

void
comparison_add_about(struct str *out, const struct comparison_row *row)
{
	const struct figure *f = &row->figures[0]->f;
	size_t before = out->len;

	add_period(out, before, "", f->period, row->heading);
	if (strncmp(f->period, f->as_of, strlen(f->as_of)) != 0)
		add_period(out, before, "as of ", f->as_of, NULL);
	add_part(out, before, "", f->place);
	add_part(out, before, "", f->population);
}

/* ---- Who ---- */

/* Names, each once, of which the first are told. */
struct names {
	const char *names[NAMES_MAX + 1];
	uint32_t count;
};

static void
add_name(struct names *n, const char *name)
{
	for (uint32_t i = 0; i < n->count && i < NAMES_MAX; i++) {
		if (strcmp(n->names[i], name) == 0)
			return;
	}
	if (n->count < NAMES_MAX)
		n->names[n->count] = name;
	n->count++;
}

/* "A", "A and B", "A, B and C", "A, B, C, D and 5 others" */
static void
add_names(struct str *out, const struct names *n, uint32_t count)
{
	uint32_t told = n->count < NAMES_MAX ? n->count : NAMES_MAX;
	uint32_t others = count > told && n->count > told ? count - told : 0;

	for (uint32_t i = 0; i < told; i++)
		str_add_format(out, "%s%s",
		    i == 0                       ? "" :
			i == told - 1 && !others ? " and " :
						   ", ",
		    n->names[i]);
	if (others > 0)
		str_add_format(out, " and %u other%s", others,
		    others == 1 ? "" : "s");
}

static struct names
list_documents(const struct comparison_row *row)
{
	struct names n = { .count = 0 };

	for (uint32_t i = 0; i < row->figure_count; i++) {
		const struct figure_behind *b = &row->figures[i]->behind;

		for (uint32_t j = 0; j < b->document_count; j++)
			add_name(&n, b->documents[j]);
	}
	return n;
}

/* Figures of a row have the same origins. */
static struct names
list_origins(const struct comparison_row *row)
{
	const struct figure_behind *b = &row->figures[0]->behind;
	struct names n = { .count = 0 };

	for (uint32_t i = 0; i < b->origin_count; i++)
		add_name(&n, b->origins[i]);
	return n;
}

static bool
are_same(const struct names *a, const struct names *b)
{
	if (a->count != b->count || a->count > NAMES_MAX)
		return false;
	for (uint32_t i = 0; i < a->count; i++) {
		uint32_t j = 0;

		while (j < b->count && strcmp(a->names[i], b->names[j]) != 0)
			j++;
		if (j == b->count)
			return false;
	}
	return true;
}

void
comparison_add_source(struct str *out, const struct comparison_row *row)
{
	struct names documents = list_documents(row);
	struct names origins = list_origins(row);

	add_names(out, &documents, row->documents);
	if (documents.count == 1 && row->documents > 1)
		str_add_format(out, " (%u documents%s)", row->documents,
		    row->origins == 1 && are_same(&documents, &origins) ?
			", one origin" :
			"");
	if (origins.count == 0 || are_same(&documents, &origins))
		return;
	str_add_text(out,
	    row->documents < 2    ? ", from " :
		row->origins == 1 ? ", one origin: " :
				    ", origins: ");
	add_names(out, &origins, row->origins);
}

void
comparison_add_documents(struct str *out, const struct comparison_figure *f)
{
	struct names n = { .count = 0 };

	for (uint32_t i = 0; i < f->behind.document_count; i++)
		add_name(&n, f->behind.documents[i]);
	add_names(out, &n, f->behind.document_count);
}

/* ---- What can all be true ---- */

static void
add_upper(struct str *out, const struct number_form *form,
    const struct comparison_meeting *m)
{
	str_add_text(out, m->is_below_high ? "less than " : "up to ");
	value_add_number(out, form, m->high);
}

/* "1,000 to 1,200", "more than 1,000 and up to 1,200", "1,000 or more" */
static void
add_common(struct str *out, const struct number_form *form,
    const struct comparison_meeting *m)
{
	bool has_high = !isnan(m->high);

	if (isnan(m->low)) {
		add_upper(out, form, m);
		return;
	}
	str_add_text(out, m->is_above_low ? "more than " : "");
	value_add_number(out, form, m->low);
	if (!has_high) {
		str_add_text(out, m->is_above_low ? "" : " or more");
	} else if (m->is_above_low || m->is_below_high) {
		str_add_text(out, m->is_above_low ? " and " : " or more and ");
		add_upper(out, form, m);
	} else if (m->low < m->high) {
		str_add_text(out, " to ");
		value_add_number(out, form, m->high);
	}
}

static void
add_value(struct str *out, const struct number_form *form,
    const struct comparison_row *row)
{
	const struct figure *f = &row->figures[0]->f;
	struct names documents = list_documents(row);

	value_add_range(out, form, f);
	if (row->heading && f->period[0])
		add_period(out, 0, "", f->period, NULL);
	else if (row->heading)
		add_period(out, 0, "as of ", f->as_of, NULL);
	if (documents.count == 0)
		return;
	str_add_text(out, " (");
	add_names(out, &documents, row->documents);
	str_add_char(out, ')');
}

static bool
are_of_others(const struct comparison_part *part)
{
	const struct compared *first = comparison_get_compared(&part->rows[0]);

	for (uint32_t i = 1; i < part->row_count; i++) {
		const struct compared *c = comparison_get_compared(
		    &part->rows[i]);

		if (strcmp(c->place, first->place) != 0 ||
		    strcmp(c->population, first->population) != 0)
			return true;
	}
	return false;
}

/* Where and of whom, which rows of a meeting have in common. */
static void
add_people(struct str *out, const struct comparison_part *part, uint32_t row)
{
	const struct figure *f = &part->rows[row].figures[0]->f;

	if (!are_of_others(part))
		return;
	add_part(out, 0, "", f->place);
	add_part(out, 0, "", f->population);
}

void
comparison_add_meeting(struct str *out, const struct number_form *form,
    const struct comparison *all, const struct comparison_meeting *m)
{
	const struct comparison_part *part = &all->parts[m->part];
	uint32_t told = m->row_count > VALUES_MAX ? VALUES_MAX - 1 :
						    m->row_count;

	add_common(out, form, m);
	if (part->unit[0])
		str_add_format(out, " %s", part->unit);
	add_people(out, part, m->rows[0]);
	for (uint32_t i = 0; i < told; i++) {
		str_add_text(out, i == 0 ? ": " : "; ");
		add_value(out, form, &part->rows[m->rows[i]]);
	}
	if (told < m->row_count)
		str_add_format(out, "; and %u others", m->row_count - told);
}
