/* SPDX-License-Identifier: ISC */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/unit.h"
#include "value_private.h"

/* The difference with no more decimals than the numbers themselves have. */
static double
subtract(double high, double low)
{
	struct value_digits x, y;
	char text[384];
	long decimals;

	value_take_apart(&x, high);
	value_take_apart(&y, low);
	decimals = value_count_decimals(&x);
	if (decimals < value_count_decimals(&y))
		decimals = value_count_decimals(&y);
	if (decimals > 30)
		return high - low;
	snprintf(text, sizeof text, "%.*f", (int)decimals, high - low);
	return strtod(text, NULL);
}

/* "points", or "points per year", of percentages. */
static void
add_points(struct str *out, const char *unit, bool is_one)
{
	const char *rest = strstr(unit, " per ");

	if (rest && strncmp(rest, " per cent", 9) == 0)
		rest = strstr(rest + 1, " per ");
	str_add_text(out, is_one ? " point" : " points");
	if (rest)
		str_add_text(out, rest);
}

/* To three digits, or more where those stand before the decimals. */
static double
round_factor(double factor)
{
	double scale = factor < 10 ? 100 : factor < 100 ? 10 : 1;

	return round(factor * scale) / scale;
}

/* "1.25 times as many"; nothing where two decimals show no difference. */
static void
add_factor(struct str *out, const struct number_form *form, double factor,
    const struct unit *unit)
{
	bool is_countable = unit->of == UNIT_COUNT || unit->of == UNIT_DURATION;
	double rounded = round_factor(factor);

	if (!isfinite(rounded) || rounded <= 1)
		return;
	str_add_text(out, ", ");
	if (fabs(rounded - factor) > factor * 1e-12)
		str_add_text(out, "about ");
	value_add_number(out, form, rounded);
	str_add_format(out, " times as %s", is_countable ? "many" : "much");
}

void
value_add_distance(struct str *out, const struct number_form *form,
    const struct figure *a, const struct figure *b)
{
	const struct figure *above = figure_lies_above(a, b) ? a : b;
	const struct figure *below = above == a ? b : a;
	struct unit unit;
	double distance;

	if (figure_meets(a, b) || !isfinite(above->low) ||
	    !isfinite(below->high))
		return;
	unit_parse(&unit, above->unit);
	distance = subtract(above->low, below->high);
	value_add_number(out, form, distance);
	if (unit.of == UNIT_PERCENT)
		add_points(out, above->unit, value_is_equal(distance, 1));
	else if (*above->unit)
		str_add_format(out, " %s", above->unit);
	str_add_text(out, " apart");
	if (below->high > 0)
		add_factor(out, form, above->low / below->high, &unit);
}

static double
get_gap(const struct figure *above, const struct figure *below)
{
	return above->low - below->high;
}

bool
value_find_furthest(const struct figure *out[2],
    const struct figure *const *figures, size_t count)
{
	double furthest = 0;

	for (size_t i = 0; i < count; i++) {
		for (size_t j = 0; j < count; j++) {
			const struct figure *a = figures[i], *b = figures[j];

			if (!(get_gap(a, b) > furthest) ||
			    !unit_is_same(a->unit, b->unit))
				continue;
			furthest = get_gap(a, b);
			out[0] = a;
			out[1] = b;
		}
	}
	return furthest > 0;
}
