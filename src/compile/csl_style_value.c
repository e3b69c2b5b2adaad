/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "csl_style_private.h"
#include "model/csl.h"
#include "suggestion.h"

/* One attribute of one element, as it is read. */
struct reader {
	struct csl_style *s;
	const struct csl_element *e;
	const struct csl_attribute_row *row;
	const char *value;
};

static void
say_value(const struct reader *r)
{
	csl_style_say(r->s, DIAGNOSE_WARNING, r->e,
	    "%s=\"%s\" of <%s> is nothing that CSL has", r->row->name, r->value,
	    r->e->name);
}

static void
say_unknown(const struct reader *r, const char *what, const char *word,
    const char *(*get_name)(unsigned), unsigned end)
{
	struct place place = { r->s->file, r->e->line, r->e->column };
	struct suggestion suggestion;

	suggestion_begin(&suggestion, word);
	for (unsigned i = 1; i < end; i++)
		suggestion_offer(&suggestion, get_name(i));
	suggestion_report(&suggestion, r->s->d, DIAGNOSE_WARNING, place, what);
}

/* A word that the row allows; it stands there between spaces. */
static enum style_word
find_allowed(const struct reader *r, const char *word)
{
	size_t len = strlen(word);
	const char *at = r->row->words;

	while (len && (at = strstr(at, word))) {
		if (at > r->row->words && at[-1] == ' ' && at[len] == ' ' &&
		    !strchr(word, ' '))
			return style_find_word(word);
		at++;
	}
	return STYLE_NO_WORD;
}

static void
add_word(const struct reader *r)
{
	enum style_attribute name = (enum style_attribute)r->row->attribute;
	enum style_word word = find_allowed(r, r->value);

	if (!word) {
		say_value(r);
		return;
	}
	if (!csl_style_is_done(r->e->kind, name, word))
		csl_style_say(r->s, DIAGNOSE_WARNING, r->e,
		    "ibid does not do %s=\"%s\" of <%s> yet", r->row->name,
		    r->value, r->e->name);
	style_writer_add_word(&r->s->writer, name, word);
}

static void
add_number(const struct reader *r)
{
	char *end;
	long number = strtol(r->value, &end, 10);

	end += end > r->value ? strspn(end, " ") : 0;
	if (end == r->value || *end || number < 0 || number > 100000)
		say_value(r);
	else
		style_writer_add_number(&r->s->writer,
		    (enum style_attribute)r->row->attribute, (int)number);
}

/* A list's words, each a number by find(). */
static void
add_list(const struct reader *r,
    uint16_t (*find)(const struct reader *r, const char *word))
{
	static const char space[] = " \t\r\n";
	struct arena *arena = &r->s->arena;
	const char *at = r->value + strspn(r->value, space);
	uint16_t *list;
	uint32_t count = 0;

	list = arena_alloc_array(arena, strlen(at) + 1, sizeof *list);
	while (*at && count < UINT16_MAX) {
		size_t len = strcspn(at, space);

		list[count++] = find(r, arena_copy(arena, at, len));
		at += len;
		at += strspn(at, space);
	}
	if (!count)
		say_value(r);
	style_writer_add_list(&r->s->writer,
	    (enum style_attribute)r->row->attribute, list, count);
}

static const char *
get_variable_name(unsigned v)
{
	return csl_get_variable_name((enum csl_variable)v);
}

static const char *
get_type_name(unsigned type)
{
	return csl_get_type_name((enum csl_type)type);
}

/* Names are for <names>, dates for <date>; <text> prints neither. */
static bool
is_fitting(enum style_element e, enum csl_variable v)
{
	switch (e) {
	case STYLE_NAMES:
		return csl_is_names(v);
	case STYLE_DATE:
		return csl_is_date(v);
	case STYLE_TEXT:
	case STYLE_NUMBER:
		return !csl_is_names(v) && !csl_is_date(v);
	default:
		return true;
	}
}

static uint16_t
find_variable(const struct reader *r, const char *word)
{
	enum csl_variable v = csl_find_variable(word);

	if (!v)
		say_unknown(r, "variable", word, get_variable_name,
		    CSL_VARIABLE_COUNT);
	else if (!is_fitting(r->e->kind, v))
		csl_style_say(r->s, DIAGNOSE_WARNING, r->e,
		    "the variable \"%s\" is not for <%s>", word, r->e->name);
	return (uint16_t)v;
}

static uint16_t
find_type(const struct reader *r, const char *word)
{
	enum csl_type type = csl_find_type(word);

	if (!type)
		say_unknown(r, "type", word, get_type_name, CSL_TYPE_COUNT);
	return type ? (uint16_t)type : CSL_TYPE_COUNT;
}

static uint16_t
find_word(const struct reader *r, const char *word)
{
	enum style_word found = find_allowed(r, word);

	if (!found)
		csl_style_say(r->s, DIAGNOSE_WARNING, r->e, "unknown %s \"%s\"",
		    r->row->name, word);
	return found ? (uint16_t)found : STYLE_WORDS_END;
}

static void
add_macro(const struct reader *r)
{
	const struct csl_element *macro = csl_style_find_macro(r->s, r->value);

	if (macro)
		style_writer_add_macro(&r->s->writer, macro->node);
	else
		csl_style_say(r->s, DIAGNOSE_WARNING, r->e,
		    "the macro \"%s\" is not there", r->value);
}

/* Terms had spaces in their names before CSL 1.0.2: dashes now. */
static void
add_term(const struct reader *r)
{
	char *name = arena_copy_text(&r->s->arena, r->value);

	for (char *at = name; (at = strchr(at, ' ')) != NULL;)
		*at = '-';
	if (r->e->kind != STYLE_TERM && !csl_style_has_term(r->s, name))
		csl_style_say(r->s, DIAGNOSE_WARNING, r->e,
		    "unknown term \"%s\"", r->value);
	style_writer_add_text(&r->s->writer,
	    (enum style_attribute)r->row->attribute, name);
}

static void
add_value(const struct reader *r)
{
	switch ((enum csl_value)r->row->value) {
	case CSL_VALUE_WORD:
		add_word(r);
		break;
	case CSL_VALUE_NUMBER:
		add_number(r);
		break;
	case CSL_VALUE_TEXT:
		style_writer_add_text(&r->s->writer,
		    (enum style_attribute)r->row->attribute, r->value);
		break;
	case CSL_VALUE_TERM:
		add_term(r);
		break;
	case CSL_VALUE_MACRO:
		add_macro(r);
		break;
	case CSL_VALUE_VARIABLES:
		add_list(r, find_variable);
		break;
	case CSL_VALUE_TYPES:
		add_list(r, find_type);
		break;
	case CSL_VALUE_WORDS:
		add_list(r, find_word);
		break;
	case CSL_VALUE_IGNORED:
		break;
	}
}

static void
add_attribute(struct csl_style *s, const struct csl_element *e,
    const struct csl_attribute *a)
{
	bool is_known;
	struct reader r = { .s = s,
		.e = e,
		.row = csl_style_find_attribute(a->name, e->kind, &is_known),
		.value = a->value };

	if (r.row)
		add_value(&r);
	else if (is_known)
		csl_style_say(s, DIAGNOSE_WARNING, e,
		    "<%s> takes no attribute \"%s\"", e->name, a->name);
	else
		csl_style_offer_attributes(s, e, a->name);
}

void
csl_style_add_attributes(struct csl_style *s, const struct csl_element *e)
{
	for (const struct csl_attribute *a = e->attributes; a; a = a->next)
		add_attribute(s, e, a);
}
