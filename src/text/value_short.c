/* SPDX-License-Identifier: ISC */
#include <math.h>
#include <string.h>

#include "value_private.h"

#define AT_LEAST "\u2265"
#define AT_MOST "\u2264"
#define DASH "\u2013"

/* What a qualifier says by itself, of which bounds, and its sign. */
enum shape {
	SHAPE_LOW = 1,  /* the lower alone */
	SHAPE_HIGH = 2, /* the upper alone */
	SHAPE_ONE = 4,  /* one number */
	SHAPE_RANGE = 8
};

static const struct {
	const char *words;
	const char *sign;
	unsigned shapes;
} signs[] = {
	{ "more than", ">", SHAPE_LOW | SHAPE_ONE },
	{ "over", ">", SHAPE_LOW | SHAPE_ONE },
	{ "above", ">", SHAPE_LOW | SHAPE_ONE },
	{ "at least", AT_LEAST, SHAPE_LOW | SHAPE_ONE },
	{ "not less than", AT_LEAST, SHAPE_LOW | SHAPE_ONE },
	{ "no fewer than", AT_LEAST, SHAPE_LOW | SHAPE_ONE },
	{ "no less than", AT_LEAST, SHAPE_LOW | SHAPE_ONE },
	{ "from", AT_LEAST, SHAPE_LOW | SHAPE_ONE },
	{ "as few as", AT_LEAST, SHAPE_LOW | SHAPE_ONE },
	{ "as little as", AT_LEAST, SHAPE_LOW | SHAPE_ONE },
	{ "as low as", AT_LEAST, SHAPE_LOW | SHAPE_ONE },
	{ "as young as", AT_LEAST, SHAPE_LOW | SHAPE_ONE },
	{ "as early as", AT_LEAST, SHAPE_LOW | SHAPE_ONE },
	{ "since", AT_LEAST, SHAPE_LOW | SHAPE_ONE },
	{ "less than", "<", SHAPE_HIGH | SHAPE_ONE },
	{ "fewer than", "<", SHAPE_HIGH | SHAPE_ONE },
	{ "under", "<", SHAPE_HIGH | SHAPE_ONE },
	{ "below", "<", SHAPE_HIGH | SHAPE_ONE },
	{ "at most", AT_MOST, SHAPE_HIGH | SHAPE_ONE },
	{ "up to", AT_MOST, SHAPE_HIGH | SHAPE_ONE },
	{ "as many as", AT_MOST, SHAPE_HIGH | SHAPE_ONE },
	{ "as much as", AT_MOST, SHAPE_HIGH | SHAPE_ONE },
	{ "not more than", AT_MOST, SHAPE_HIGH | SHAPE_ONE },
	{ "no more than", AT_MOST, SHAPE_HIGH | SHAPE_ONE },
	{ "as high as", AT_MOST, SHAPE_HIGH | SHAPE_ONE },
	{ "as long as", AT_MOST, SHAPE_HIGH | SHAPE_ONE },
	{ "as old as", AT_MOST, SHAPE_HIGH | SHAPE_ONE },
	{ "as late as", AT_MOST, SHAPE_HIGH | SHAPE_ONE },
	{ "within", AT_MOST, SHAPE_HIGH | SHAPE_ONE },
	{ "until", AT_MOST, SHAPE_HIGH | SHAPE_ONE },
	{ "about", "~", SHAPE_ONE | SHAPE_RANGE },
	{ "around", "~", SHAPE_ONE | SHAPE_RANGE },
	{ "approximately", "~", SHAPE_ONE | SHAPE_RANGE },
	{ "roughly", "~", SHAPE_ONE | SHAPE_RANGE },
	{ "circa", "~", SHAPE_ONE | SHAPE_RANGE },
	{ "between", "", SHAPE_RANGE },
};

static enum shape
get_shape(const struct figure *f)
{
	if (isnan(f->high))
		return SHAPE_LOW;
	if (isnan(f->low))
		return SHAPE_HIGH;
	return value_is_equal(f->low, f->high) ? SHAPE_ONE : SHAPE_RANGE;
}

/* The sign that stands for a qualifier with these bounds, or NULL. */
static const char *
find_sign(const char *qualifier, enum shape shape)
{
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		if ((signs[i].shapes & shape) &&
		    strcmp(qualifier, signs[i].words) == 0)
			return signs[i].sign;
	}
	return NULL;
}

bool
value_names_bound(const struct figure *f)
{
	return find_sign(f->qualifier, get_shape(f)) != NULL;
}

size_t
value_add_short(struct str *out, const struct number_form *form,
    const struct figure *f)
{
	enum shape shape = get_shape(f);
	const char *sign = find_sign(f->qualifier, shape);
	bool is_behind = !sign && *f->qualifier;
	size_t from = out->len, whole;

	if (!figure_has_bound(f)) {
		str_add_text(out, f->qualifier);
		return 0;
	}
	if (!sign)
		sign = shape == SHAPE_LOW ? AT_LEAST :
		    shape == SHAPE_HIGH   ? AT_MOST :
					    "";
	if (*sign)
		str_add_format(out, "%s ", sign);
	whole = out->len - from;
	whole += value_add_aligned(out, form,
	    shape == SHAPE_HIGH ? f->high : f->low);
	if (shape == SHAPE_RANGE) {
		str_add_text(out, f->high < 0 ? " " DASH " " : DASH);
		value_add_aligned(out, form, f->high);
	}
	if (is_behind)
		str_add_format(out, ", %s", f->qualifier);
	return whole;
}

bool
value_is_beyond_bound(const struct figure *f)
{
	enum shape shape = get_shape(f);
	const char *sign;

	if (isnan(f->low) == isnan(f->high))
		return false;
	sign = find_sign(f->qualifier, shape);
	return sign && (*sign == '<' || *sign == '>');
}
