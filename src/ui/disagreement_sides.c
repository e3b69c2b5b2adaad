/* SPDX-License-Identifier: ISC */
#include "disagreement_sides.h"

#include <string.h>

#include "base/str.h"
#include "model/unit.h"
#include "text/value.h"

/* Of figures behind these a row has no room. */
enum { FIGURE_LIMIT = 8 };

struct reading {
	struct collection *c;
	struct arena *arena;
	const struct figure *figures[FIGURE_LIMIT];
	const char *documents[FIGURE_LIMIT];
	uint32_t count;
};

static enum status
read_figure(struct reading *r, int64_t row, struct error *err)
{
	struct figure *f;
	uint32_t found = 0;
	enum status status = collection_list_figures_from(&f, &found, r->c, row,
	    1, r->arena, err);

	if (status || found == 0 || f->id != row)
		return status;
	r->figures[r->count] = f;
	status = collection_find_document(&r->documents[r->count], r->c, row,
	    r->arena, err);
	r->count++;
	return status;
}

static bool
is_named_before(const struct reading *r, uint32_t at)
{
	for (uint32_t i = 0; i < at; i++) {
		if (r->documents[i] &&
		    strcmp(r->documents[i], r->documents[at]) == 0)
			return true;
	}
	return false;
}

static const char *
name_documents(const struct reading *r)
{
	const char *names;
	struct str text;

	str_init(&text, 1024);
	for (uint32_t i = 0; i < r->count; i++) {
		if (!r->documents[i] || is_named_before(r, i))
			continue;
		str_add_format(&text, "%s%s", text.len > 0 ? "; " : "",
		    r->documents[i]);
	}
	names = arena_copy(r->arena, text.data, text.len);
	str_clear(&text);
	return names;
}

/* Of one unit, which is then said once. */
static bool
have_one_unit(const struct disagreement_sides *s)
{
	for (uint32_t i = 1; i < s->figure_count; i++) {
		if (!unit_is_same(s->figures[i]->unit, s->figures[0]->unit))
			return false;
	}
	return s->figure_count > 0;
}

void
disagreement_sides_add(struct str *out, const struct number_form *form,
    const struct disagreement_sides *s)
{
	bool is_one_unit = have_one_unit(s);

	if (s->above) {
		str_add_text(out, s->figure_count > 2 ? "up to " : "");
		value_add_distance(out, form, s->above, s->below);
		return;
	}
	if (s->figure_count == 1) {
		value_add_quantity(out, form, s->figures[0]);
		return;
	}
	for (uint32_t i = 0; i < s->figure_count; i++) {
		str_add_text(out, i > 0 ? "; " : "");
		value_add_short(out, form, s->figures[i]);
		if (!is_one_unit || i + 1 == s->figure_count)
			str_add_format(out, " (%s)", s->figures[i]->unit);
	}
}

static const struct figure *const *
copy_figures(const struct reading *r)
{
	const struct figure **copy = arena_alloc_array(r->arena, r->count,
	    sizeof *copy);

	for (uint32_t i = 0; i < r->count; i++)
		copy[i] = r->figures[i];
	return copy;
}

static enum status
read_sides(struct disagreement_sides *out, struct collection *c,
    const struct disagreement *d, struct arena *arena, struct error *err)
{
	struct reading r = { .c = c, .arena = arena };
	const struct figure *sides[2];
	enum status status = STATUS_OK;

	for (uint32_t i = 0; i < d->member_count && r.count < FIGURE_LIMIT;
	     i++) {
		if (d->members[i].kind == RECORD_FIGURE)
			status = read_figure(&r, d->members[i].record, err);
		if (status)
			return status;
	}
	/* Of other places, people and times it would mean nothing. */
	if (d->measure && d->is_computed &&
	    value_find_furthest(sides, r.figures, r.count)) {
		out->above = sides[0];
		out->below = sides[1];
	}
	out->figures = copy_figures(&r);
	out->figure_count = r.count;
	out->documents = name_documents(&r);
	return STATUS_OK;
}

enum status
disagreement_sides_read(const void **out, uint32_t *count, struct collection *c,
    int64_t first, uint32_t limit, struct arena *arena, struct error *err)
{
	struct disagreement *all;
	struct disagreement_sides *sides;
	uint32_t found;
	enum status status = collection_list_disagreement_heads(&all, &found, c,
	    first, limit, arena, err);

	if (status)
		return status;
	sides = arena_alloc_array(arena, found, sizeof *sides);
	for (uint32_t i = 0; i < found && !status; i++)
		status = read_sides(&sides[i], c, &all[i], arena, err);
	if (status)
		return status;
	*out = sides;
	*count = found;
	return STATUS_OK;
}
