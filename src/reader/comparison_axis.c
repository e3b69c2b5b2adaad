/* SPDX-License-Identifier: ISC */
#include "reader/comparison_axis.h"

#include "model/unit.h"
#include "text/value.h"

struct axis_range
comparison_axis_get_range(const struct comparison_row *row)
{
	const struct figure *f = &row->figures[0]->f;

	return (struct axis_range){ f->low, f->high };
}

void
comparison_axis_choose(struct comparison_axis *out,
    const struct comparison_part *part, const struct number_form *form,
    size_t ticks)
{
	struct arena arena = { 0 };
	struct axis_range *ranges = arena_alloc_array(&arena, part->row_count,
	    sizeof *ranges);
	struct unit unit;

	unit_parse(&unit, part->unit);
	*out = (struct comparison_axis){ .form = form,
		.is_percent = unit.kind == UNIT_PERCENT };
	for (uint32_t i = 0; i < part->row_count; i++) {
		ranges[i] = comparison_axis_get_range(&part->rows[i]);
		out->has_number |= !isnan(ranges[i].low) ||
		    !isnan(ranges[i].high);
	}
	axis_choose(&out->axis, out->is_percent ? AXIS_PERCENT : AXIS_NUMBERS,
	    ranges, part->row_count, ticks < 2 ? 2 : ticks);
	arena_clear(&arena);
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
	}
}
