/* SPDX-License-Identifier: ISC */
#include "reader/comparison_dispute.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "reader/comparison_words.h"
#include "text/value.h"

bool
comparison_is_contradiction(const struct disagreement *d)
{
	return d->is_computed || strcmp(d->kind, "parts-exceed-whole") == 0 ||
	    strcmp(d->kind, "sum-fails") == 0;
}

static const struct comparison_row *
find_row(const struct comparison *all, const struct disagreement_member *m,
    uint32_t *figure)
{
	if (m->kind != RECORD_FIGURE)
		return NULL;
	for (uint32_t i = 0; i < all->part_count; i++) {
		for (uint32_t j = 0; j < all->parts[i].row_count; j++) {
			const struct comparison_row *row = &all->parts[i]
								.rows[j];

			for (uint32_t k = 0; k < row->figure_count; k++) {
				*figure = k;
				if (strcmp(row->figures[k]->f.slug, m->slug) ==
				    0)
					return row;
			}
		}
	}
	return NULL;
}

bool
comparison_is_repeated(const struct comparison *all,
    const struct disagreement *d)
{
	uint32_t at;

	if (!d->is_computed || d->note[0])
		return false;
	for (uint32_t i = 0; i < d->member_count; i++) {
		if (find_row(all, &d->members[i], &at) && at > 0)
			return true;
	}
	return false;
}

void
comparison_add_distance(struct str *out, const struct number_form *form,
    const struct comparison *all, const struct disagreement *d)
{
	const struct figure *far[2], **figures;
	size_t count = 0;
	uint32_t at;

	/* Of other places, people and times it means nothing. */
	if (!d->is_computed)
		return;
	figures = mem_alloc_array(d->member_count, sizeof *figures);
	for (uint32_t i = 0; i < d->member_count; i++) {
		const struct comparison_row *row = find_row(all, &d->members[i],
		    &at);

		if (row)
			figures[count++] = &row->figures[at]->f;
	}
	if (value_find_furthest(far, figures, count)) {
		if (d->member_count > 2)
			str_add_text(out, "up to ");
		value_add_distance(out, form, far[0], far[1]);
	}
	free(figures);
}

void
comparison_add_member(struct str *out, const struct number_form *form,
    const struct comparison *all, const struct disagreement_member *m)
{
	struct comparison_row one;
	struct str about;
	size_t before;
	uint32_t at;
	const struct comparison_row *row = find_row(all, m, &at);

	if (!row)
		return;
	before = out->len;
	one = *row;
	one.figures = &row->figures[at];
	one.heading = NULL;
	value_add_range(out, form, &one.figures[0]->f);
	str_init(&about, 0);
	comparison_add_about(&about, &one);
	if (about.len > 0)
		str_add_format(out, "%s%s", out->len > before ? ", " : "",
		    about.data);
	str_clear(&about);
	if (one.figures[0]->behind.document_count == 0)
		return;
	str_add_text(out, " (");
	comparison_add_documents(out, one.figures[0]);
	str_add_char(out, ')');
}
