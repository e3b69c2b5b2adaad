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

/* To sort, "d'" is a word as "de" is. */
static bool
is_joined(const struct walk *w, const char *particle)
{
	return !w->key && names_is_joined(particle);
}

static void
add_part(struct row *row, const char *joint, struct piece *part,
    const char *end)
{
	if (!part || !part->first)
		return;
	if (row->end && !is_joined(row->w, row->end))
		walk_add_text(row->w, row->group, joint, NULL);
	piece_add(row->group, part);
	row->end = end;
}

/* A word and the looks and case that it has. */
struct word {
	const char *text; /* NULL: none */
	const struct piece_format *format;
};

static void
add_word(struct walk *w, struct piece *part, const struct word *word)
{
	struct piece *p = walk_new_text(w, word->text);

	if (!p)
		return;
	p->format.looks = word->format->looks;
	p->format.unlooks = word->format->unlooks;
	p->format.text_case = word->format->text_case;
	piece_add(part, p);
}

enum { WORDS_MAX = 3 };

/* Words as one part, with the affixes of a cs:name-part around all. */
static void
add_words(struct row *row, const char *joint,
    const struct word words[static WORDS_MAX],
    const struct piece_format *affixes)
{
	struct piece *part = walk_new_group(row->w);
	const char *last = NULL;
	size_t i;

	if (!part)
		return;
	part->format.prefix = affixes->prefix;
	part->format.suffix = affixes->suffix;
	for (i = 0; i < WORDS_MAX; i++) {
		if (!words[i].text)
			continue;
		if (last && !is_joined(row->w, last))
			walk_add_text(row->w, part, " ", NULL);
		add_word(row->w, part, &words[i]);
		last = words[i].text;
	}
	add_part(row, joint, part, last);
}

static void
add_suffix(struct row *row, const char *joint, const char *suffix)
{
	static const struct piece_format plain = { 0 };

	add_words(row, joint, (struct word[WORDS_MAX]){ { suffix, &plain } },
	    &plain);
}

/*
 * What of a particle is not the name stands behind the given name, and to
 * sort before it.
 */
static void
add_inverted(struct row *row, const struct names_style *style,
    const struct csl_name *n)
{
	const struct piece_format *family = &style->family;
	const struct piece_format *given = &style->given;
	const char *separator = style->options.sort_separator;
	enum style_word demote = row->w->c->demotes_particle;
	bool is_demoted = demote == STYLE_WORD_DISPLAY_AND_SORT ||
	    (row->w->key && demote != STYLE_WORD_NEVER);
	const struct word front = { is_demoted ? NULL :
						 n->non_dropping_particle,
		family };
	const struct word demoted = { is_demoted ? n->non_dropping_particle :
						   NULL,
		family };
	const struct word dropping = { n->dropping_particle, given };
	const struct word its = { n->given, given };

	add_words(row, " ",
	    (struct word[WORDS_MAX]){ front, { n->family, family } }, family);
	if (row->w->key)
		add_words(row, separator,
		    (struct word[WORDS_MAX]){ dropping, demoted, its }, given);
	else
		add_words(row, separator,
		    (struct word[WORDS_MAX]){ its, dropping, demoted }, given);
	add_suffix(row, separator, n->suffix);
}

/* "d'" is one with the family name, "de" stands with the given. */
static void
add_in_order(struct row *row, const struct names_style *style,
    const struct csl_name *n)
{
	const struct piece_format *family = &style->family;
	const struct piece_format *given = &style->given;
	bool is_joined = n->dropping_particle &&
	    names_is_joined(n->dropping_particle);
	const struct word dropping = { n->dropping_particle, given };
	const struct word none = { NULL, given };

	add_words(row, " ",
	    (struct word[WORDS_MAX]){ { n->given, given },
		is_joined ? none : dropping },
	    given);
	add_words(row, " ",
	    (struct word[WORDS_MAX]){ is_joined ? dropping : none,
		{ n->non_dropping_particle, family }, { n->family, family } },
	    family);
	add_suffix(row, n->comma_suffix ? ", " : " ", n->suffix);
}

static void
add_family(struct row *row, const struct names_style *style,
    const struct csl_name *n)
{
	add_words(row, " ",
	    (struct word[WORDS_MAX]){
		{ n->non_dropping_particle, &style->family },
		{ n->family, &style->family } },
	    &style->family);
}

/* The name of a body has the looks of a family name, but its affixes part
 * that from a given name. */
static void
add_body(struct row *row, const struct names_style *style, const char *literal)
{
	static const struct piece_format plain = { 0 };

	add_words(row, " ",
	    (struct word[WORDS_MAX]){ { literal, &style->family } }, &plain);
}

/* Family name first without a comma: as the person's language has it. */
static void
add_static(struct row *row, const struct names_style *style,
    const struct csl_name *n)
{
	bool is_spaceless = names_is_spaceless(n->family);

	add_family(row, style, n);
	add_words(row, is_spaceless ? "" : " ",
	    (struct word[WORDS_MAX]){ { n->given, &style->given },
		{ n->dropping_particle, &style->given } },
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

/* "Nye JS Jr": where initials have no full stop, neither has what follows. */
static const char *
without_stops(struct walk *w, const char *text)
{
	struct str *s = walk_get_scratch(w);

	for (; *text; text++) {
		if (*text != '.')
			str_add_char(s, *text);
	}
	return arena_copy(w->arena, s->len ? s->data : "", s->len);
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
	if (out->suffix && o->initialize_with &&
	    !strchr(o->initialize_with, '.'))
		out->suffix = without_stops(w, out->suffix);
	if (out->family)
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
		add_body(&row, style, name->literal);
		return row.group;
	}
	resolve(&n, w, o, name, given);
	if (!n.family) {
		add_in_order(&row, style, &n);
	} else if (o->form == STYLE_WORD_SHORT &&
	    given == CITE_GIVEN_OF_STYLE) {
		add_family(&row, style, &n);
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
