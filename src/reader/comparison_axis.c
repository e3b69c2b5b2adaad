/* SPDX-License-Identifier: ISC */
#include "reader/comparison_axis.h"

#include "base/utf8.h"
#include "model/unit.h"
#include "text/value.h"

/* From tick to tick at least, with labels of a few digits. */
enum { TICKS_MAX = 10, LEAST_COLS = 10 };

/* So many times as much as the least is seen on a logarithmic scale. */
enum { LOGARITHMIC_FROM = 100 };

struct axis_range
comparison_axis_get_range(const struct comparison_row *row)
{
	const struct figure *f = &row->figures[0]->f;

	return (struct axis_range){ f->low, f->high };
}

/*
 * Whether lengths say nothing unless they are seen from 0: of what stands
 * alone, and of what is told by an upper bound only, where the scale need not
 * be logarithmic.
 */
static bool
needs_zero(const struct axis_range *ranges, uint32_t count)
{
	double least = INFINITY, most = 0;
	uint32_t numbers = 0;
	bool is_below = false;

	for (uint32_t i = 0; i < count; i++) {
		const struct axis_range *r = &ranges[i];

		if (isnan(r->low) && isnan(r->high))
			continue;
		numbers++;
		is_below |= isnan(r->low);
		least = fmin(least, isnan(r->low) ? r->high : r->low);
		most = fmax(most, isnan(r->high) ? r->low : r->high);
	}
	return (numbers == 1 || is_below) && least > 0 &&
	    most < LOGARITHMIC_FROM * least;
}

void
comparison_axis_choose(struct comparison_axis *out,
    const struct comparison_part *part, const struct number_form *form,
    size_t ticks)
{
	struct arena arena = { 0 };
	struct axis_range *ranges = arena_alloc_array(&arena,
	    (size_t)part->row_count + 1, sizeof *ranges);
	size_t count = part->row_count;
	struct unit unit;

	unit_parse(&unit, part->unit);
	*out = (struct comparison_axis){ .form = form,
		.is_percent = unit.kind == UNIT_PERCENT };
	for (uint32_t i = 0; i < part->row_count; i++) {
		ranges[i] = comparison_axis_get_range(&part->rows[i]);
		out->has_number |= !isnan(ranges[i].low) ||
		    !isnan(ranges[i].high);
	}
	if (needs_zero(ranges, part->row_count))
		ranges[count++] = (struct axis_range){ 0, 0 };
	axis_choose(&out->axis, out->is_percent ? AXIS_PERCENT : AXIS_NUMBERS,
	    ranges, count, ticks < 2 ? 2 : ticks);
	arena_clear(&arena);
}

static int
measure_widest_label(struct comparison_axis *a, const double *ticks,
    size_t count)
{
	struct str text;
	int widest = 0;

	str_init(&text, 0);
	for (size_t i = 0; i < count; i++) {
		int cols;

		str_reset(&text);
		comparison_axis_add_label(&text, a, ticks[i]);
		cols = (int)utf8_width_cols(text.data, text.len);
		if (cols > widest)
			widest = cols;
	}
	str_clear(&text);
	return widest;
}

/* The last label ends with the line, so that half of it is in the way. */
static bool
have_labels_room(struct comparison_axis *a, int cols)
{
	double ticks[TICKS_MAX];
	size_t count = axis_get_ticks(&a->axis, ticks, TICKS_MAX);
	int label = measure_widest_label(a, ticks, count);

	return count < 3 || (cols - 1) / ((int)count - 1) > label + label / 2;
}

void
comparison_axis_fit(struct comparison_axis *out,
    const struct comparison_part *part, const struct number_form *form,
    int cols)
{
	size_t ticks = cols > 0 ? (size_t)(cols / LEAST_COLS) + 1 : 2;

	if (ticks > TICKS_MAX)
		ticks = TICKS_MAX;
	do {
		comparison_axis_choose(out, part, form, ticks);
	} while (!have_labels_room(out, cols) && ticks-- > 2);
}

void
comparison_axis_add_label(struct str *out, void *context, double tick)
{
	const struct comparison_axis *a = context;

	value_add_round(out, a->form, tick);
	if (a->is_percent)
		str_add_char(out, '%');
}

void
comparison_axis_add_words(struct str *out, const struct comparison_axis *a)
{
	if (a->axis.is_log) {
		str_add_text(out, "The scale is logarithmic: each mark is ");
		value_add_number(out, a->form, a->axis.step);
		str_add_text(out, " times the one before.");
	} else if (a->axis.from > 0) {
		str_add_text(out, "The scale begins at ");
		value_add_round(out, a->form, a->axis.from);
		str_add_text(out, ", not at 0.");
	} else if (a->axis.to < 0) {
		str_add_text(out, "The scale ends at ");
		value_add_round(out, a->form, a->axis.to);
		str_add_text(out, ", not at 0.");
	}
}
