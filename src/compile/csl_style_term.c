/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "csl_style_private.h"
#include "model/csl.h"

/*
 * The terms of a locale, sorted by name and then form, so that one is found
 * without looking at all.
 */
struct term {
	const struct csl_element *element;
	const char *name;
	enum style_word key[4]; /* form, gender-form, gender, match */
	uint32_t number;        /* in the file */
};

struct terms {
	struct csl_style *style;
	struct term *all;
	uint32_t count;
};

static struct term
make_term(const struct terms *t, const struct csl_element *e)
{
	static const char *const keys[] = { "form", "gender-form", "gender",
		"match" };
	const char *name = csl_style_get(e, "name");
	char *dashed = arena_copy_text(&t->style->arena, name ? name : "");
	struct term term = { .element = e, .name = dashed, .number = t->count };

	for (char *at = dashed; (at = strchr(at, ' ')) != NULL;)
		*at = '-';
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		const char *value = csl_style_get(e, keys[i]);

		term.key[i] = style_find_word(value ? value : "");
	}
	if (term.key[0] == STYLE_WORD_LONG)
		term.key[0] = STYLE_NO_WORD;
	return term;
}

static int
compare_keys(const struct term *a, const struct term *b)
{
	int order = strcmp(a->name, b->name);

	for (size_t i = 0; order == 0 && i < 4; i++)
		order = (a->key[i] > b->key[i]) - (a->key[i] < b->key[i]);
	return order;
}

static int
compare_terms(const void *left, const void *right)
{
	const struct term *a = left, *b = right;
	int order = compare_keys(a, b);

	return order ? order :
		       (a->number > b->number) - (a->number < b->number);
}

static void
collect(struct terms *t, const struct csl_element *terms)
{
	for (struct csl_element *e = terms->first; e; e = e->next) {
		if (e->is_foreign)
			continue;
		e->kind = csl_style_find_element(e->name);
		if (e->kind != STYLE_TERM || !csl_style_get(e, "name")) {
			csl_style_say(t->style, DIAGNOSE_WARNING, e,
			    e->kind == STYLE_TERM ?
				"<%s> has no name" :
				"<%s> has no place in <terms>",
			    e->name);
			continue;
		}
		t->all[t->count] = make_term(t, e);
		t->count++;
	}
}

static void
add_forms(struct csl_style *s, const struct csl_element *term)
{
	const char *single = term->text ? term->text : "", *multiple = single;

	for (const struct csl_element *e = term->first; e; e = e->next) {
		if (strcmp(e->name, "single") == 0)
			single = e->text ? e->text : "";
		else if (strcmp(e->name, "multiple") == 0)
			multiple = e->text ? e->text : "";
		else if (!e->is_foreign)
			csl_style_say(s, DIAGNOSE_WARNING, e,
			    "<%s> has no place in <term>", e->name);
	}
	style_writer_add_text(&s->writer, STYLE_AT_SINGLE, single);
	style_writer_add_text(&s->writer, STYLE_AT_MULTIPLE, multiple);
}

/* Of terms that are alike the last one counts. */
static void
add_sorted(struct terms *t)
{
	struct csl_style *s = t->style;

	for (uint32_t i = 0; i < t->count; i++) {
		if (i + 1 < t->count &&
		    compare_keys(&t->all[i], &t->all[i + 1]) == 0)
			continue;
		style_writer_begin(&s->writer, STYLE_TERM);
		csl_style_add_attributes(s, t->all[i].element);
		add_forms(s, t->all[i].element);
		style_writer_end(&s->writer);
	}
}

static uint32_t
count_children(const struct csl_element *locale)
{
	uint32_t count = 0;

	for (const struct csl_element *e = locale->first; e; e = e->next) {
		for (const struct csl_element *c = e->first; c; c = c->next)
			count++;
	}
	return count;
}

void
csl_style_add_terms(struct csl_style *s, const struct csl_element *locale)
{
	struct terms t = { .style = s };

	t.all = arena_alloc_array(&s->arena, (size_t)count_children(locale) + 1,
	    sizeof *t.all);
	for (const struct csl_element *e = locale->first; e; e = e->next) {
		if (!e->is_foreign && strcmp(e->name, "terms") == 0)
			collect(&t, e);
	}
	if (!t.count)
		return;
	qsort(t.all, t.count, sizeof *t.all, compare_terms);
	style_writer_begin(&s->writer, STYLE_TERMS);
	add_sorted(&t);
	style_writer_end(&s->writer);
}

/*
 * Terms that are no names of variables, types or places in a source: CSL
 * 1.0.2, appendix III.
 */
static const char miscellaneous[] =
    " accessed ad advance-online-publication album and and-others anonymous at "
    "audio-recording available-at bc bce by ce circa cited close-inner-quote "
    "close-quote colon comma editortranslator et-al film forthcoming from "
    "henceforth ibid in in-press internet interview letter loc-cit no-date "
    "no-place no-publisher on online op-cit open-inner-quote open-quote "
    "original-work-published page-range-delimiter personal-communication "
    "podcast podcast-episode preprint presented-at radio-broadcast "
    "radio-series radio-series-episode reference retrieved review-of scale "
    "semicolon special-issue special-section television-broadcast "
    "television-series television-series-episode video working-paper "
    "year-range-delimiter ";

static bool
is_in_list(const char *list, const char *word)
{
	size_t len = strlen(word);

	for (const char *at = list; len && (at = strstr(at, word)); at++) {
		if (at[-1] == ' ' && at[len] == ' ')
			return true;
	}
	return false;
}

/* As names are compared: dashes for the spaces of older ones. */
static bool
is_same_name(const char *own, const char *name)
{
	while (*own && *name == (*own == ' ' ? '-' : *own)) {
		own++;
		name++;
	}
	return !*own && !*name;
}

/* The style's own words of any language. */
static bool
is_own_term(const struct csl_style *s, const char *name)
{
	for (const struct csl_element *e = s->root; e;
	     e = csl_style_walk(s->root, e)) {
		const char *own = strcmp(e->name, "term") == 0 ?
		    csl_style_get(e, "name") :
		    NULL;

		if (own && is_same_name(own, name))
			return true;
	}
	return false;
}

bool
csl_style_has_term(const struct csl_style *s, const char *name)
{
	static const char *const numbered[] = { "month-", "season-", "ordinal",
		"long-ordinal-" };
	enum style_word word = style_find_word(name);

	for (size_t i = 0; i < sizeof numbered / sizeof *numbered; i++) {
		if (strncmp(name, numbered[i], strlen(numbered[i])) == 0)
			return true;
	}
	return csl_find_variable(name) || csl_find_type(name) ||
	    (word >= STYLE_WORD_ACT && word <= STYLE_WORD_VOLUME) ||
	    is_in_list(miscellaneous, name) || is_own_term(s, name);
}
