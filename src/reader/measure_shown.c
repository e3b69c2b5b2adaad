/* SPDX-License-Identifier: ISC */
#include "reader/measure_shown.h"

#include <string.h>

#include "reader/comparison_dispute.h"

/* Whether the key is among the first count of the list. */
static bool
has_key(const char *const *keys, uint32_t count, const char *key)
{
	for (uint32_t i = 0; i < count; i++) {
		if (strcmp(keys[i], key) == 0)
			return true;
	}
	return false;
}

static void
add_keys_of_row(struct measure_shown *m, const struct comparison_row *row)
{
	for (uint32_t i = 0; i < row->figure_count; i++) {
		const struct figure_behind *b = &row->figures[i]->behind;

		for (uint32_t j = 0; j < b->document_count; j++) {
			if (!has_key(m->keys, m->key_count, b->keys[j]))
				m->keys[m->key_count++] = b->keys[j];
		}
	}
}

static void
list_keys(struct measure_shown *m, struct arena *arena)
{
	uint32_t most = 0;

	for (uint32_t i = 0; i < m->all.part_count; i++) {
		const struct comparison_part *part = &m->all.parts[i];

		for (uint32_t j = 0; j < part->row_count; j++) {
			const struct comparison_row *row = &part->rows[j];

			for (uint32_t k = 0; k < row->figure_count; k++)
				most += row->figures[k]->behind.document_count;
		}
	}
	m->keys = arena_alloc_array(arena, (size_t)most + 1, sizeof *m->keys);
	for (uint32_t i = 0; i < m->all.part_count; i++) {
		const struct comparison_part *part = &m->all.parts[i];

		for (uint32_t j = 0; j < part->row_count; j++)
			add_keys_of_row(m, &part->rows[j]);
	}
}

/* What is told of one origin is told once. */
static void
leave_out_repeated(struct measure_shown *m)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < m->dispute_count; i++) {
		if (!comparison_is_repeated(&m->all, &m->disputes[i]))
			m->disputes[kept++] = m->disputes[i];
	}
	m->dispute_count = kept;
}

enum status
measure_shown_read(struct measure_shown *out, struct collection *c,
    const char *slug, struct arena *arena, struct error *err)
{
	struct measure_shown m = { .collection = c,
		.form = collection_get_numbers(c) };
	enum status status = collection_find_measure(&m.measure, c, slug, arena,
	    err);

	if (!status)
		status = comparison_read(&m.all, c, m.measure.id, arena, err);
	if (!status)
		status = collection_list_disagreements_of(&m.disputes,
		    &m.dispute_count, c, RECORD_MEASURE, m.measure.id, arena,
		    err);
	if (status)
		return status;
	leave_out_repeated(&m);
	list_keys(&m, arena);
	*out = m;
	return STATUS_OK;
}

void
measure_shown_add_dispute(struct str *out, const struct measure_shown *m,
    const struct disagreement *d)
{
	bool is_found = d->is_computed && !*d->note;
	struct str distance;

	str_init(&distance, 0);
	comparison_add_distance(&distance, m->form, &m->all, d);
	str_add_text(out, disagreement_get_words(d->kind));
	if (distance.len > 0)
		str_add_format(out, ": %s", distance.data);
	str_clear(&distance);
	if (is_found || d->period_unknown)
		str_add_format(out, " (%s%s%s)",
		    is_found ? "found by computing" : "",
		    is_found && d->period_unknown ? "; " : "",
		    d->period_unknown ? "a period is not known" : "");
}

void
measure_shown_add_member(struct str *out, const struct measure_shown *m,
    const struct disagreement_member *member)
{
	size_t before = out->len;

	comparison_add_member(out, m->form, &m->all, member);
	if (out->len > before)
		return;
	if (member->is_graphic)
		str_add_text(out, "(graphic, folded)");
	else
		str_add_text(out,
		    member->title && *member->title ? member->title :
						      member->slug);
}
