/* SPDX-License-Identifier: ISC */
#include "cite/cite.h"

#include <string.h>

#include "cite_private.h"

/*
 * Entries of the list and citations: what the layouts hold, with the
 * layouts' own affixes and looks.
 */

/* The first field of an entry hangs in the margin, the rest beside it. */
static void
align_second_field(struct cite *c, struct piece *entry)
{
	struct piece *first = entry->first, *rest;

	if (!first || !first->next ||
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

void
cite_add_reference(struct rich *out, struct cite *c, uint32_t item)
{
	struct cite_context context = { .item = item, .is_bibliography = true };
	struct cite_rendering rendering;

	if (item >= c->count || !c->bibliography.layout)
		return;
	cite_render(&rendering, c, &context);
	if (rendering.piece) {
		cite_read_format(&rendering.piece->format, c->style,
		    c->bibliography.layout);
		rendering.piece->format.delimiter = NULL;
		align_second_field(c, rendering.piece);
		piece_flatten(out, rendering.piece, &c->piece_locale, true);
	}
	arena_reset(&c->arena);
}

static struct piece *
new_affix(struct cite *c, const char *text, enum piece_mark mark)
{
	struct piece *p = piece_new_text(&c->arena, text, strlen(text));

	p->mark = mark;
	return p;
}

static struct piece *
render_part(struct cite *c, const struct cite_part *part)
{
	struct cite_context context = { .item = part->item, .part = part };
	struct cite_rendering rendering;
	struct piece *cite;

	cite_render(&rendering, c, &context);
	cite = piece_new_group(&c->arena);
	if (part->prefix && *part->prefix)
		piece_add(cite, new_affix(c, part->prefix, PIECE_PREFIX));
	piece_add(cite, rendering.piece);
	if (part->suffix && *part->suffix)
		piece_add(cite, new_affix(c, part->suffix, PIECE_PLAIN));
	return cite;
}

void
cite_add_citation(struct rich *out, struct cite *c,
    const struct cite_part *parts, uint32_t count)
{
	struct piece *group;
	uint32_t i;

	if (!c->citation.layout)
		return;
	group = piece_new_group(&c->arena);
	cite_read_format(&group->format, c->style, c->citation.layout);
	for (i = 0; i < count; i++)
		if (parts[i].item < c->count)
			piece_add(group, render_part(c, &parts[i]));
	if (!piece_is_empty(group))
		piece_flatten(out, group, &c->piece_locale, true);
	arena_reset(&c->arena);
}
