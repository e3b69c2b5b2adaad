/* SPDX-License-Identifier: ISC */
#include "reader/comparison.h"

#include <string.h>

#include "base/utf8.h"
#include "comparison_private.h"

/* What a key may cost is much more than this. */
enum { FIGURES_AT_ONCE = 12 };

static const char *
fold(struct comparison_task *t, const char *text)
{
	struct str folded;
	const char *copy;

	str_init(&folded, 0);
	utf8_add_casefold(&folded, text, strlen(text));
	copy = arena_copy(t->arena, folded.data, folded.len);
	str_clear(&folded);
	return copy;
}

struct comparison_task *
comparison_begin(struct collection *c, int64_t measure, const char *wanted,
    struct arena *arena)
{
	struct comparison_task *t = arena_alloc(arena, sizeof *t);

	*t = (struct comparison_task){ .collection = c,
		.arena = arena,
		.measure = measure,
		.wanted = arena_copy_text(arena, wanted) };
	return t;
}

/* ---- Reading ---- */

/* At its end, or instead of the last where there is no room. */
static enum status
add_figure(struct comparison_task *t, const struct figure *f, struct error *err)
{
	struct compared *one = arena_alloc_array(t->arena, 1, sizeof *one);
	uint32_t at = t->count < COMPARISON_FIGURES_MAX ?
	    t->count :
	    COMPARISON_FIGURES_MAX - 1;

	one->figure.f = *f;
	one->figure.has_period = date_parse(&one->figure.period, f->period);
	one->place = fold(t, f->place);
	one->population = fold(t, f->population);
	one->number = at;
	t->all[at] = one;
	t->count = at + 1;
	t->last = f->id;
	if (strcmp(f->slug, t->wanted) == 0)
		t->wanted = "";
	return collection_read_behind(&one->figure.behind, t->collection, f->id,
	    t->arena, err);
}

/* The one that the reader came from, however many stand before it. */
static enum status
add_wanted(struct comparison_task *t, struct error *err)
{
	struct figure f;
	enum status status = collection_find_figure(&f, t->collection,
	    t->wanted, t->arena, err);

	if (status == STATUS_NOT_FOUND)
		return STATUS_OK;
	if (status || strcmp(f.measure, t->all[0]->figure.f.measure) != 0)
		return status;
	return add_figure(t, &f, err);
}

static enum status
read_some(struct comparison_task *t, struct error *err)
{
	uint32_t room = COMPARISON_FIGURES_MAX - t->count;
	uint32_t limit = room < FIGURES_AT_ONCE ? room : FIGURES_AT_ONCE;
	struct figure *figures;
	uint32_t count;
	enum status status = collection_list_figures_behind(&figures, &count,
	    t->collection, t->measure, t->last, limit, t->arena, err);

	for (uint32_t i = 0; !status && i < count; i++)
		status = add_figure(t, &figures[i], err);
	if (status)
		return status;
	t->is_read = count < limit || t->count == COMPARISON_FIGURES_MAX;
	if (t->is_read && t->wanted[0] && t->count == COMPARISON_FIGURES_MAX)
		status = add_wanted(t, err);
	return status;
}

/* ---- The whole ---- */

static void
count_all(struct comparison *out, const struct comparison_task *t)
{
	const struct comparison_figure **figures = arena_alloc_array(t->arena,
	    t->count, sizeof(const struct comparison_figure *));

	for (uint32_t i = 0; i < t->count; i++)
		figures[i] = &t->all[i]->figure;
	out->figures = t->count;
	comparison_count_behind(&out->documents, &out->origins, figures,
	    t->count);
}

/* How many the measure has besides. */
static enum status
count_left_out(struct comparison *out, struct comparison_task *t,
    struct error *err)
{
	struct measure m;
	enum status status;

	out->left_out = 0;
	if (t->count < COMPARISON_FIGURES_MAX)
		return STATUS_OK;
	status = collection_find_measure(&m, t->collection,
	    t->all[0]->figure.f.measure, t->arena, err);
	if (!status && m.figures > t->count)
		out->left_out = m.figures - t->count;
	return status;
}

enum status
comparison_step(struct comparison *out, bool *is_done,
    struct comparison_task *t, struct error *err)
{
	struct comparison all = { 0 };
	enum status status = STATUS_OK;

	*is_done = t->is_read;
	if (!t->is_read)
		return read_some(t, err);
	comparison_make_rows(&all, t);
	comparison_find_meetings(&all, t);
	all.apart = comparison_count_apart(&all);
	count_all(&all, t);
	status = count_left_out(&all, t, err);
	if (!status)
		*out = all;
	return status;
}

enum status
comparison_read(struct comparison *out, struct collection *c, int64_t measure,
    struct arena *arena, struct error *err)
{
	struct comparison_task *t = comparison_begin(c, measure, "", arena);
	bool is_done = false;
	enum status status = STATUS_OK;

	collection_hold(c);
	while (!status && !is_done)
		status = comparison_step(out, &is_done, t, err);
	collection_release(c);
	return status;
}
