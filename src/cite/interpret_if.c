/* SPDX-License-Identifier: ISC */
#include "interpret.h"

#include <string.h>

/*
 * The conditions of cs:if and cs:else-if.
 * Source: CSL 1.0.2 specification, "Choose".
 */

static bool
test_type(struct walk *w, unsigned value)
{
	return w->item->type == value;
}

static bool
test_variable(struct walk *w, unsigned value)
{
	return walk_has(w, (enum csl_variable)value);
}

static bool
test_numeric(struct walk *w, unsigned value)
{
	const char *text = walk_get_text(w, (enum csl_variable)value);

	if (text)
		walk_charge(w, strlen(text) / 64);
	return text && numeral_is_numeric(text);
}

static bool
test_uncertain(struct walk *w, unsigned value)
{
	enum csl_variable v = (enum csl_variable)value;

	return csl_is_date(v) && csl_item_get_date(w->item, v)->is_circa;
}

static bool
test_locator(struct walk *w, unsigned value)
{
	return walk_get_locator_word(w) == value;
}

/* An ibid with another locator is an ibid, and every ibid is subsequent. */
static bool
test_position(struct walk *w, unsigned value)
{
	const struct cite_part *part = w->context->part;

	if (!part || w->context->is_bibliography)
		return false;
	switch (value) {
	case STYLE_WORD_FIRST:
		return part->position == CITE_FIRST;
	case STYLE_WORD_SUBSEQUENT:
		return part->position != CITE_FIRST;
	case STYLE_WORD_IBID:
		return part->position == CITE_IBID ||
		    part->position == CITE_IBID_WITH_LOCATOR;
	case STYLE_WORD_IBID_WITH_LOCATOR:
		return part->position == CITE_IBID_WITH_LOCATOR;
	case STYLE_WORD_NEAR_NOTE:
		return part->is_near_note;
	default:
		return false;
	}
}

typedef bool test_function(struct walk *w, unsigned value);

static test_function *const tests[STYLE_ATTRIBUTE_COUNT] = {
	[STYLE_AT_TYPE] = test_type,
	[STYLE_AT_VARIABLE] = test_variable,
	[STYLE_AT_IS_NUMERIC] = test_numeric,
	[STYLE_AT_IS_UNCERTAIN_DATE] = test_uncertain,
	[STYLE_AT_LOCATOR] = test_locator,
	[STYLE_AT_POSITION] = test_position,
};

/* How a match is settled: by the first test that comes out so. */
struct match {
	bool settles, result, otherwise;
};

static struct match
get_match(enum style_word word)
{
	switch (word) {
	case STYLE_WORD_ANY:
		return (struct match){ true, true, false };
	case STYLE_WORD_NONE:
		return (struct match){ true, false, true };
	case STYLE_WORD_NAND:
		return (struct match){ false, true, false };
	default:
		return (struct match){ false, false, true };
	}
}

static bool
is_settled_by_list(struct walk *w, style_node n, enum style_attribute a,
    const struct match *m)
{
	uint32_t count = 0, i;
	const uint16_t *list = style_get_list(w->style, n, a, &count);

	walk_charge(w, count / 16);
	for (i = 0; i < count; i++)
		if (tests[a](w, list[i]) == m->settles)
			return true;
	return false;
}

static bool
is_settled(struct walk *w, style_node n, enum style_attribute a,
    const struct match *m)
{
	bool wanted;

	if (tests[a])
		return is_settled_by_list(w, n, a, m);
	if (a != STYLE_AT_DISAMBIGUATE)
		return false;
	wanted = style_get_word(w->style, n, a) == STYLE_WORD_TRUE;
	w->out->asks_disambiguate = true;
	return (w->distinction->is_condition_true == wanted) == m->settles;
}

bool
walk_is_true(struct walk *w, style_node n)
{
	struct match m = get_match(style_get_word(w->style, n, STYLE_AT_MATCH));
	enum style_attribute a;
	uint32_t i = 0;

	walk_charge(w, 1);
	while (
	    (a = style_get_attribute(w->style, n, i++)) != STYLE_NO_ATTRIBUTE)
		if (is_settled(w, n, a, &m))
			return m.result;
	return m.otherwise;
}
