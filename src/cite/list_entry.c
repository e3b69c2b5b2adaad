/* SPDX-License-Identifier: ISC */
#include "lists.h"

#include <string.h>

/*
 * An entry of the list: with what stands for names that the entry before it
 * has too, and with its first field in the margin.
 * Source: CSL 1.0.2 specification, "Bibliography-specific Options".
 */

/* Names in an entry, for comparing and replacing one by one. */
enum { NAMES_MAX = 64 };

struct named {
	struct piece *names[NAMES_MAX];
	const char *texts[NAMES_MAX];
	uint32_t count;
};

static void
collect_names(struct named *out, struct cite *c, struct piece *p)
{
	if (p->mark == PIECE_NAME) {
		if (out->count < NAMES_MAX) {
			out->names[out->count] = p;
			out->texts[out->count++] = lists_get_plain(c, p,
			    &c->arena);
		}
		return;
	}
	if (p->is_text)
		return;
	for (p = p->first; p != NULL; p = p->next)
		collect_names(out, c, p);
}

static void
replace(struct cite *c, struct piece *p, const char *text)
{
	struct piece_format format = { .prefix = p->format.prefix,
		.suffix = p->format.suffix };

	p->format = format;
	p->is_text = false;
	p->first = p->last = NULL;
	piece_add(p, piece_new_text(&c->arena, text, strlen(text)));
}

/* How many names, from the first, are those of the entry before. */
static uint32_t
count_equal(const struct named *a, const struct named *b)
{
	uint32_t i = 0;

	while (i < a->count && i < b->count &&
	    strcmp(a->texts[i], b->texts[i]) == 0)
		i++;
	return i;
}

/* The piece that holds the names alone, without a label beside them. */
static struct piece *
find_holder(struct piece *p)
{
	struct piece *child;

	if (p->is_text)
		return NULL;
	for (child = p->first; child != NULL; child = child->next) {
		struct piece *holder;

		if (child->mark == PIECE_NAME)
			return p;
		holder = find_holder(child);
		if (holder != NULL)
			return holder;
	}
	return NULL;
}

static const char *
get_names(struct cite *c, struct piece *names)
{
	struct piece *holder = find_holder(names);

	return lists_get_plain(c, holder != NULL ? holder : names, &c->arena);
}

/* The label of an editor stays; that of an author, which few languages have,
 * goes with the names. */
static void
replace_all(struct cite *c, const struct cite_rendering *r, const char *text)
{
	struct piece *holder = r->names_of != CSL_AUTHOR ?
	    find_holder(r->names) :
	    NULL;

	replace(c, holder != NULL ? holder : r->names, text);
}

static void
replace_some(struct cite *c, const struct named *now, uint32_t count,
    const char *text)
{
	for (uint32_t i = 0; i < count; i++)
		replace(c, now->names[i], text);
}

static void
substitute(struct cite *c, const struct cite_rendering *r, struct piece *before,
    const char *text)
{
	enum style_word rule = style_get_word(c->style, c->bibliography.node,
	    STYLE_AT_SUBSEQUENT_AUTHOR_SUBSTITUTE_RULE);
	struct named now = { .count = 0 }, old = { .count = 0 };
	bool is_equal = strcmp(get_names(c, r->names), get_names(c, before)) ==
	    0;

	collect_names(&now, c, r->names);
	collect_names(&old, c, before);
	if (now.count == 0 || rule == STYLE_NO_WORD ||
	    rule == STYLE_WORD_COMPLETE_ALL) {
		if (is_equal)
			replace_all(c, r, text);
	} else if (rule == STYLE_WORD_COMPLETE_EACH) {
		if (is_equal)
			replace_some(c, &now, now.count, text);
	} else {
		uint32_t count = count_equal(&now, &old);

		if (rule == STYLE_WORD_PARTIAL_FIRST && count > 1)
			count = 1;
		replace_some(c, &now, count, text);
	}
}

/* Compares with the entry before, if there is one. */
static void
substitute_names(struct cite *c, uint32_t item, struct cite_rendering *r)
{
	const char *text = style_get_text(c->style, c->bibliography.node,
	    STYLE_AT_SUBSEQUENT_AUTHOR_SUBSTITUTE);
	uint32_t place = c->lists->places[item];
	struct cite_rendering before;
	struct cite_context context = { .is_bibliography = true };

	if (text == NULL || place == 0 || r->names == NULL)
		return;
	context.item = c->lists->order[place - 1];
	cite_render(&before, c, &context);
	if (before.names != NULL)
		substitute(c, r, before.names, text);
}

/* The first field of an entry hangs in the margin, the rest beside it. */
static void
align_second_field(struct cite *c, struct piece *entry)
{
	struct piece *first = entry->first, *rest;

	if (first == NULL || first->next == NULL ||
	    style_get_word(c->style, c->bibliography.node,
		STYLE_AT_SECOND_FIELD_ALIGN) == STYLE_NO_WORD)
		return;
	rest = piece_new_group(&c->arena);
	rest->first = first->next;
	rest->last = entry->last;
	rest->format.display = RICH_RIGHT_INLINE;
	first->next = NULL;
	first->format.display = RICH_LEFT_MARGIN;
	entry->last = first;
	piece_add(entry, rest);
}

/* What is displayed last holds what the layout puts behind the entry. */
static void
add_suffix(struct cite *c, struct piece *entry, const char *suffix)
{
	struct piece *last = entry->last, *inner;
	uint8_t display;

	if (last == NULL || last->format.display == RICH_INLINE) {
		entry->format.suffix = suffix;
		return;
	}
	inner = piece_new_group(&c->arena);
	*inner = *last;
	inner->next = NULL;
	display = inner->format.display;
	inner->format.display = RICH_INLINE;
	last->format = (struct piece_format){
		.display = display,
		.suffix = suffix,
	};
	last->is_text = false;
	last->first = last->last = inner;
}

/* NULL: there is none. */
static struct piece *
render_entry(struct cite *c, uint32_t item)
{
	struct cite_context context = { .item = item, .is_bibliography = true };
	struct piece *outer;
	struct cite_rendering r;

	if (c->lists == NULL || item >= c->count || !cite_has_bibliography(c))
		return NULL;
	cite_render(&r, c, &context);
	if (r.piece == NULL)
		return NULL;
	substitute_names(c, item, &r);
	align_second_field(c, r.piece);
	outer = piece_new_group(&c->arena);
	cite_read_format(&outer->format, c->style, c->bibliography.layout);
	r.piece->format.prefix = outer->format.prefix;
	add_suffix(c, r.piece, outer->format.suffix);
	outer->format.prefix = outer->format.suffix = NULL;
	outer->format.delimiter = NULL;
	piece_add(outer, r.piece);
	return outer;
}

void
cite_add_reference(struct rich *out, struct cite *c, uint32_t item)
{
	struct piece *entry = render_entry(c, item);

	if (entry != NULL)
		piece_flatten(out, entry, &c->piece_locale, true);
	arena_reset(&c->arena);
}
