/* SPDX-License-Identifier: ISC */
#include "cluster.h"

#include <string.h>

/*
 * A source that is known only through another.  CSL has no form for it: two
 * cites are joined by the words of the style's manual.
 * Sources: APA 7, 8.6; Chicago 17, 14.260 and 15.56; MLA 9, 6.77; Cite Them
 * Right 12, "Secondary referencing".
 */
struct manner {
	const char *style;   /* how its id begins */
	const char *joint;   /* between the two cites */
	const char *quoted;  /* where words are quoted; NULL: the same */
	bool omits_original; /* it is named in the sentence */
};

static const struct manner manners[] = {
	{ "apa", "as cited in", NULL, false },
	{ "american-psychological", "as cited in", NULL, false },
	{ "chicago", "quoted in", NULL, false },
	{ "taylor-and-francis-chicago", "quoted in", NULL, false },
	{ "turabian", "quoted in", NULL, false },
	{ "modern-language-association", "qtd. in", NULL, true },
	{ "mla", "qtd. in", NULL, true },
	{ "harvard", "cited in", "quoted in", false },
	{ "elsevier-harvard", "cited in", "quoted in", false },
};

static const struct manner in_text = { "", "as cited in", "quoted in", false };
static const struct manner in_notes = { "", "quoted in", NULL, false };

/* "apa" of "http://www.zotero.org/styles/apa" */
static const char *
get_style_name(const struct style *s)
{
	style_node n = style_get_child(s, 0);
	const char *id, *slash;

	while (n != STYLE_NODE_NONE && style_get_element(s, n) != STYLE_INFO)
		n = style_get_next(s, n);
	id = n != STYLE_NODE_NONE ? style_get_text(s, n, STYLE_AT_ID) : NULL;
	if (id == NULL)
		return "";
	slash = strrchr(id, '/');
	return slash != NULL ? slash + 1 : id;
}

static const struct manner *
get_manner(const struct cite *c)
{
	const char *name = get_style_name(c->style);

	for (size_t i = 0; i < sizeof manners / sizeof *manners; i++) {
		if (strncmp(name, manners[i].style, strlen(manners[i].style)) ==
		    0)
			return &manners[i];
	}
	return cite_is_note_style(c) ? &in_notes : &in_text;
}

static const char *
get_joint(const struct manner *m, bool is_quotation)
{
	return is_quotation && m->quoted != NULL ? m->quoted : m->joint;
}

/* "as cited in" behind a comma, or at the beginning. */
static struct piece *
new_joint(struct cite *c, const struct cluster_unit *in, const char *joint,
    bool has_comma)
{
	struct piece *group = cluster_wrap(c, in, false);
	struct str s;

	str_init(&s, 0);
	str_add_format(&s, "%s%s ", has_comma ? ", " : "", joint);
	group->format.prefix = arena_copy(&c->arena, s.data, s.len);
	str_clear(&s);
	return group;
}

/* A work without a year is named without "n.d." */
static void
drop_no_date(struct cite *c, struct cluster_unit *u)
{
	const struct csl_item *item = c->items[u->part->item];

	if (csl_item_get_date(item, CSL_ISSUED)->is_given ||
	    cite_is_note_style(c) || u->rendering.names == NULL)
		return;
	u->rendering.piece = u->rendering.names;
}

/* "sec.Causes": some styles forget the space, which other forms hide. */
static void
part_locator(struct piece *p)
{
	struct piece *locator;

	if (p == NULL || p->is_text)
		return;
	for (p = p->first; p != NULL; p = p->next) {
		locator = p->next;
		if (p->is_text && locator != NULL &&
		    locator->mark == PIECE_LOCATOR && p->len > 0 &&
		    p->text[p->len - 1] == '.' && p->format.suffix == NULL &&
		    locator->format.prefix == NULL)
			locator->format.prefix = " ";
		part_locator(p);
	}
}

static bool
is_known(const struct cite *c, const struct cite_secondary *s)
{
	return c->lists != NULL && s->original.item < c->count &&
	    s->in.item < c->count;
}

void
cite_add_secondary(struct rich *out, struct cite *c,
    const struct cite_secondary *s)
{
	const struct manner *m = get_manner(c);
	struct cluster original, in;
	struct piece *all;

	if (!is_known(c, s))
		return;
	if (cite_is_numeric(c)) {
		cite_add_citation(out, c, &s->in, 1);
		return;
	}
	cluster_render(&original, c, &s->original, 1);
	cluster_render(&in, c, &s->in, 1);
	drop_no_date(c, &original.units[0]);
	part_locator(in.units[0].rendering.piece);
	all = cluster_new_layout(c, &original.delimiter);
	if (!m->omits_original)
		piece_add(all->first,
		    cluster_wrap(c, &original.units[0], true));
	piece_add(all->first,
	    new_joint(c, &in.units[0], get_joint(m, s->is_quotation),
		!m->omits_original));
	cluster_flatten(out, c, all);
	arena_reset(&c->arena);
}

/* "Quoted in", as a sentence begins. */
static const char *
capitalize(struct cite *c, const char *words)
{
	char *copy = arena_copy_text(&c->arena, words);

	if (*copy >= 'a' && *copy <= 'z')
		*copy = (char)(*copy - 'a' + 'A');
	return copy;
}

/* Where notes are written the entry of what was not read says where it was
 * found, as the note does. */
void
cite_add_secondary_reference(struct rich *out, struct cite *c,
    const struct cite_secondary *s)
{
	const struct manner *m = get_manner(c);
	struct cite_part part = s->in;
	struct cluster in;
	struct piece *all;

	if (!is_known(c, s))
		return;
	if (!cite_is_note_style(c) || !cite_has_bibliography(c)) {
		cite_add_reference(out, c, s->in.item);
		return;
	}
	cite_add_reference(out, c, s->original.item);
	part.locator = NULL;
	cluster_render(&in, c, &part, 1);
	all = cluster_new_layout(c, &in.delimiter);
	piece_add(all->first,
	    new_joint(c, &in.units[0],
		capitalize(c, get_joint(m, s->is_quotation)), false));
	rich_add(out, 0, " ", 1);
	cluster_flatten(out, c, all);
	arena_reset(&c->arena);
}
