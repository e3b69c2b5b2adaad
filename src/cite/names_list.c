/* SPDX-License-Identifier: ISC */
#include "names.h"

#include <string.h>

/*
 * Names in a row: what stands between them, and what stands for those that
 * are left out.
 * Source: CSL 1.0.2 specification, "Name", "Et-al", "Et-al Abbreviation".
 */

struct names_shown
names_get_shown(struct walk *w, const struct names_style *style, uint32_t total)
{
	const struct name_options *o = &style->options;
	const struct cite_part *part = w->context->part;
	struct names_shown all = { .first = total },
			   shown = { .has_et_al = true };
	int min = o->et_al_min, use_first = o->et_al_use_first;

	if (part && !w->context->is_bibliography &&
	    part->position != CITE_FIRST) {
		min = o->subsequent_min > 0 ? o->subsequent_min : min;
		use_first = o->subsequent_use_first > 0 ?
		    o->subsequent_use_first :
		    use_first;
	}
	if (min <= 0 || use_first < 0 || total < (uint32_t)min)
		return all;
	shown.first = (uint32_t)use_first;
	if (!w->key && w->distinction->names_shown > shown.first)
		shown.first = w->distinction->names_shown;
	if (shown.first >= total)
		return all;
	/* The last one stands behind dots only where these leave out some. */
	shown.has_last = o->et_al_use_last && total - shown.first > 1;
	return shown;
}

static bool
precedes(enum style_word rule, uint32_t shown, uint32_t contextual,
    bool is_inverted)
{
	switch (rule) {
	case STYLE_WORD_ALWAYS:
		return true;
	case STYLE_WORD_NEVER:
		return false;
	case STYLE_WORD_AFTER_INVERTED_NAME:
		return is_inverted;
	default:
		return shown >= contextual;
	}
}

static const char *
find_and(struct walk *w, const struct name_options *o)
{
	const char *text;

	if (o->and == STYLE_WORD_TEXT)
		return cite_find_term(w->c, "and", STYLE_WORD_LONG, false);
	if (o->and != STYLE_WORD_SYMBOL)
		return NULL;
	text = cite_find_term(w->c, "and", STYLE_WORD_SYMBOL, false);
	return text &&
		text != cite_find_term(w->c, "and", STYLE_WORD_LONG, false) ?
	    text :
	    "&";
}

/* "and" with a delimiter or a space before it. */
static void
add_and(struct walk *w, struct piece *list, const struct name_options *o,
    const char *and, bool has_delimiter)
{
	/* Hebrew's is written as one with the name behind it. */
	bool is_spaceless = names_is_spaceless(and) ||
	    strncmp(and, "ו", 2) == 0;
	struct str *s = walk_get_scratch(w);

	if (has_delimiter)
		str_add_text(s, o->delimiter);
	if (!is_spaceless && (s->len == 0 || s->data[s->len - 1] != ' '))
		str_add_char(s, ' ');
	str_add_text(s, and);
	if (!is_spaceless)
		str_add_char(s, ' ');
	piece_add(list, walk_new_copy(w, s));
}

static void
add_et_al(struct walk *w, struct piece *list, const struct names_style *style,
    uint32_t shown, bool is_inverted)
{
	const struct name_options *o = &style->options;
	const char *term = NULL, *text;
	struct piece *p;

	if (style->et_al)
		term = style_get_text(w->style, style->et_al, STYLE_AT_TERM);
	text = cite_find_term(w->c, term ? term : "et-al", STYLE_NO_WORD,
	    false);
	if (!text || !*text)
		return;
	if (precedes(o->precedes_et_al, shown, 2, is_inverted))
		walk_add_text(w, list, o->delimiter, NULL);
	else if (!names_is_spaceless(text))
		walk_add_text(w, list, " ", NULL);
	p = walk_new_text(w, text);
	if (!p)
		return;
	if (style->et_al)
		walk_read_format(w, &p->format, style->et_al);
	p->mark = PIECE_ET_AL;
	piece_add(list, p);
}

static bool
is_body(const struct csl_name *name)
{
	return name->literal && *name->literal;
}

/*
 * What stands before the name at place.  Before a body that is the second of
 * two there is nothing to tell apart by a comma, as there is in "Kim, S., &
 * Lee, H.": FAO and WFP.
 */
static void
add_delimiter(struct walk *w, struct piece *list, const struct name_options *o,
    const struct names_shown *shown, uint32_t place, bool is_inverted,
    const struct csl_name *name)
{
	enum style_word rule = o->precedes_last;
	const char *and = NULL;

	if (is_body(name) && rule != STYLE_WORD_NEVER)
		rule = STYLE_WORD_CONTEXTUAL;

	if (place + 1 == shown->first && !shown->has_et_al && !w->key)
		and = find_and(w, o);
	if (and)
		add_and(w, list, o, and,
		    precedes(rule, shown->first, 3, is_inverted));
	else
		walk_add_text(w, list, o->delimiter, NULL);
}

static enum cite_given
get_given(const struct walk *w, enum csl_variable v, uint32_t place)
{
	const uint8_t *given = w->distinction->given[v - CSL_TEXT_COUNT];

	return given && !w->key ? (enum cite_given)given[place] :
				  CITE_GIVEN_OF_STYLE;
}

struct piece *
names_new_list(struct walk *w, const struct names_style *style,
    enum csl_variable v)
{
	const struct name_options *o = &style->options;
	const struct csl_names *names = csl_item_get_names(w->item, v);
	struct names_shown shown = names_get_shown(w, style, names->count);
	struct piece *list = walk_new_group(w);
	bool is_inverted = false;
	uint32_t i;

	for (i = 0; list && i < shown.first && w->left; i++) {
		if (i > 0)
			add_delimiter(w, list, o, &shown, i, is_inverted,
			    &names->names[i]);
		piece_add(list,
		    names_new_person(w, style, &names->names[i], i,
			get_given(w, v, i), &is_inverted));
	}
	if (!list || !shown.has_et_al || shown.first == 0)
		return list;
	if (!shown.has_last) {
		if (!w->key)
			add_et_al(w, list, style, shown.first, is_inverted);
		return list;
	}
	walk_add_text(w, list, o->delimiter, NULL);
	walk_add_text(w, list, "… ", NULL);
	i = names->count - 1;
	piece_add(list,
	    names_new_person(w, style, &names->names[i], i, get_given(w, v, i),
		&is_inverted));
	return list;
}
