/* SPDX-License-Identifier: ISC */
#include "names.h"

#include <string.h>

/*
 * The parts of one name in their order.
 * Source: CSL 1.0.2 specification, "Name-part Order", "Name-part Formatting".
 */

/* Parts in a row, with what stands between them. */
struct row {
	struct walk *w;
	struct piece *group;
	const char *end; /* the text that stands last */
};

static void
add_part(struct row *row, const char *joint, struct piece *part,
    const char *end)
{
	if (!part || !part->first)
		return;
	if (row->end && !names_is_joined(row->end))
		walk_add_text(row->w, row->group, joint, NULL);
	piece_add(row->group, part);
	row->end = end;
}

static struct piece *
new_word(struct walk *w, const char *text, const struct piece_format *format)
{
	struct piece *p = walk_new_text(w, text);

	if (p && format) {
		p->format.looks = format->looks;
		p->format.unlooks = format->unlooks;
		p->format.text_case = format->text_case;
	}
	return p;
}

/*
 * Two words as one part: its looks and case are those of each, its affixes
 * stand around both.
 */
static struct piece *
new_part(struct walk *w, const char *first, const char *second,
    const struct piece_format *format)
{
	struct piece *group = walk_new_group(w);

	if (!group)
		return NULL;
	group->format.prefix = format->prefix;
	group->format.suffix = format->suffix;
	if (first)
		piece_add(group, new_word(w, first, format));
	if (first && second && !names_is_joined(first))
		walk_add_text(w, group, " ", NULL);
	if (second)
		piece_add(group, new_word(w, second, format));
	return group;
}

static void
add_words(struct row *row, const char *joint, const char *first,
    const char *second, const struct piece_format *format)
{
	if (first || second)
		add_part(row, joint, new_part(row->w, first, second, format),
		    second ? second : first);
}

static const char *
join(struct walk *w, const char *a, const char *b)
{
	struct str *s = walk_get_scratch(w);

	if (!a || !b)
		return a ? a : b;
	str_add_text(s, a);
	if (!names_is_joined(a))
		str_add_char(s, ' ');
	str_add_text(s, b);
	a = arena_copy(w->arena, s->data, s->len);
	return a;
}

static void
add_inverted(struct row *row, const struct names_style *style,
    const struct csl_name *n)
{
	static const struct piece_format plain = { 0 };
	const char *separator = style->options.sort_separator;
	enum style_word demote = row->w->c->demotes_particle;
	struct walk *w = row->w;

	if (w->key && demote != STYLE_WORD_NEVER) {
		add_words(row, " ", NULL, n->family, &style->family);
		add_words(row, separator,
		    join(w, n->dropping_particle, n->non_dropping_particle),
		    n->given, &style->given);
	} else if (w->key) {
		add_words(row, " ", n->non_dropping_particle, n->family,
		    &style->family);
		add_words(row, separator, n->dropping_particle, n->given,
		    &style->given);
	} else if (demote == STYLE_WORD_DISPLAY_AND_SORT) {
		add_words(row, " ", NULL, n->family, &style->family);
		add_words(row, separator, n->given,
		    join(w, n->dropping_particle, n->non_dropping_particle),
		    &style->given);
	} else {
		add_words(row, " ", n->non_dropping_particle, n->family,
		    &style->family);
		add_words(row, separator, n->given, n->dropping_particle,
		    &style->given);
	}
	add_words(row, separator, NULL, n->suffix, &plain);
}

static void
add_in_order(struct row *row, const struct names_style *style,
    const struct csl_name *n)
{
	static const struct piece_format plain = { 0 };

	add_words(row, " ", n->given, n->dropping_particle, &style->given);
	add_words(row, " ", n->non_dropping_particle, n->family,
	    &style->family);
	add_words(row, n->comma_suffix ? ", " : " ", NULL, n->suffix, &plain);
}

/* Family name first without a comma: as the person's language has it. */
static void
add_static(struct row *row, const struct names_style *style,
    const struct csl_name *n)
{
	bool is_spaceless = names_is_spaceless(n->family);

	add_words(row, " ", n->non_dropping_particle, n->family,
	    &style->family);
	add_words(row, is_spaceless ? "" : " ", n->given, n->dropping_particle,
	    &style->given);
}

static const char *
get_given(struct walk *w, const struct name_options *o, const char *given,
    enum cite_given how)
{
	if (!given || !*given)
		return NULL;
	if (!o->initialize_with || how == CITE_GIVEN_FULL)
		return given;
	return names_initialize(w, o, given, o->initialize_with,
	    o->initializes);
}

static const char *
get_or_null(const char *text)
{
	return text && *text ? text : NULL;
}

/* The parts that are to be shown. */
static void
resolve(struct csl_name *out, struct walk *w, const struct name_options *o,
    const struct csl_name *name, enum cite_given how)
{
	*out = *name;
	out->family = get_or_null(name->family);
	out->given = get_or_null(name->given);
	out->suffix = get_or_null(name->suffix);
	out->dropping_particle = get_or_null(name->dropping_particle);
	out->non_dropping_particle = get_or_null(name->non_dropping_particle);
	names_split_particles(out, w->arena);
	if (out->family && names_is_spaceless(out->family)) {
		out->static_ordering = true;
		return;
	}
	out->given = get_given(w, o, out->given, how);
}

static bool
is_inverted_at(const struct name_options *o, uint32_t place)
{
	return o->sort_order == STYLE_WORD_ALL ||
	    (o->sort_order == STYLE_WORD_FIRST && place == 0);
}

struct piece *
names_new_person(struct walk *w, const struct names_style *style,
    const struct csl_name *name, uint32_t place, enum cite_given given,
    bool *is_inverted)
{
	const struct name_options *o = &style->options;
	struct row row = { .w = w, .group = walk_new_group(w) };
	struct csl_name n;

	*is_inverted = false;
	if (!row.group)
		return NULL;
	row.group->format = style->name;
	row.group->mark = PIECE_NAME;
	row.group->number = (int32_t)place;
	if (name->literal && *name->literal) {
		add_words(&row, " ", NULL, name->literal, &style->family);
		return row.group;
	}
	resolve(&n, w, o, name, given);
	if (!n.family) {
		add_words(&row, " ", NULL, n.given, &style->given);
	} else if (o->form == STYLE_WORD_SHORT &&
	    given == CITE_GIVEN_OF_STYLE) {
		add_words(&row, " ", n.non_dropping_particle, n.family,
		    &style->family);
	} else if (n.static_ordering) {
		add_static(&row, style, &n);
	} else if (is_inverted_at(o, place)) {
		*is_inverted = true;
		add_inverted(&row, style, &n);
	} else {
		add_in_order(&row, style, &n);
	}
	return row.group;
}
