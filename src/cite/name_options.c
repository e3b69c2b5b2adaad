/* SPDX-License-Identifier: ISC */
#include "name_options.h"

#include <stddef.h>

void
name_options_init(struct name_options *o)
{
	*o = (struct name_options){ .et_al_use_first = -1,
		.initializes = true,
		.precedes_last = STYLE_WORD_CONTEXTUAL,
		.precedes_et_al = STYLE_WORD_CONTEXTUAL,
		.form = STYLE_WORD_LONG,
		.sort_separator = ", ",
		.delimiter = ", " };
}

static void
read_number(int *to, const struct style *s, style_node n,
    enum style_attribute a)
{
	*to = style_get_number(s, n, a, *to);
}

static void
read_word(uint8_t *to, const struct style *s, style_node n,
    enum style_attribute a)
{
	enum style_word word = style_get_word(s, n, a);

	if (word != STYLE_NO_WORD)
		*to = (uint8_t)word;
}

static void
read_bool(bool *to, const struct style *s, style_node n, enum style_attribute a)
{
	enum style_word word = style_get_word(s, n, a);

	if (word != STYLE_NO_WORD)
		*to = word == STYLE_WORD_TRUE;
}

static void
read_text(const char **to, const struct style *s, style_node n,
    enum style_attribute a)
{
	const char *text = style_get_text(s, n, a);

	if (text)
		*to = text;
}

/* cs:name says "form" and "delimiter", its parents "name-form" and so on. */
void
name_options_read(struct name_options *o, const struct style *s, style_node n)
{
	bool is_name = style_get_element(s, n) == STYLE_NAME;

	read_number(&o->et_al_min, s, n, STYLE_AT_ET_AL_MIN);
	read_number(&o->et_al_use_first, s, n, STYLE_AT_ET_AL_USE_FIRST);
	read_number(&o->subsequent_min, s, n, STYLE_AT_ET_AL_SUBSEQUENT_MIN);
	read_number(&o->subsequent_use_first, s, n,
	    STYLE_AT_ET_AL_SUBSEQUENT_USE_FIRST);
	read_bool(&o->et_al_use_last, s, n, STYLE_AT_ET_AL_USE_LAST);
	read_bool(&o->initializes, s, n, STYLE_AT_INITIALIZE);
	read_word(&o->and, s, n, STYLE_AT_AND);
	read_word(&o->precedes_last, s, n, STYLE_AT_DELIMITER_PRECEDES_LAST);
	read_word(&o->precedes_et_al, s, n, STYLE_AT_DELIMITER_PRECEDES_ET_AL);
	read_word(&o->sort_order, s, n, STYLE_AT_NAME_AS_SORT_ORDER);
	read_text(&o->initialize_with, s, n, STYLE_AT_INITIALIZE_WITH);
	read_text(&o->sort_separator, s, n, STYLE_AT_SORT_SEPARATOR);
	read_word(&o->form, s, n, is_name ? STYLE_AT_FORM : STYLE_AT_NAME_FORM);
	read_text(&o->delimiter, s, n,
	    is_name ? STYLE_AT_DELIMITER : STYLE_AT_NAME_DELIMITER);
	read_text(&o->names_delimiter, s, n, STYLE_AT_NAMES_DELIMITER);
}

void
name_options_read_key(struct name_options *o, const struct style *s,
    style_node n)
{
	int min = style_get_number(s, n, STYLE_AT_NAMES_MIN, 0);

	if (min > 0)
		o->et_al_min = min;
	read_number(&o->et_al_use_first, s, n, STYLE_AT_NAMES_USE_FIRST);
	read_bool(&o->et_al_use_last, s, n, STYLE_AT_NAMES_USE_LAST);
}
