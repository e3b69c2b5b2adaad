/* SPDX-License-Identifier: ISC */
#include "cluster.h"

#include <string.h>

#include "base/utf8.h"

/*
 * Citations: cites in order, with what stands between and around them.
 * Source: CSL 1.0.2 specification, "Citation", "Cite Grouping".
 */

void
cluster_drop_names(struct cite_rendering *r)
{
	struct piece *names = r->names;

	if (names == NULL)
		return;
	names->first = names->last = NULL;
	names->is_text = false;
	if (piece_is_empty(r->piece))
		r->piece = NULL;
}

static void
render_unit(struct cluster_unit *u, struct cite *c,
    const struct cite_part *part)
{
	struct cite_context context = { .item = part->item, .part = part };
	struct piece *number;

	*u = (struct cluster_unit){ .part = part };
	cite_render(&u->rendering, c, &context);
	u->names = lists_get_plain(c, u->rendering.names, &c->arena);
	number = lists_find_mark(u->rendering.piece, PIECE_CITATION_NUMBER);
	if (number != NULL)
		u->number = number->number;
	u->suffix = c->states[part->item].distinction.year_suffix;
	if (part->is_author_only && u->rendering.names != NULL)
		u->rendering.piece = u->rendering.names;
	else if (part->is_author_suppressed)
		cluster_drop_names(&u->rendering);
	u->is_dropped = u->rendering.piece == NULL && part->prefix == NULL &&
	    part->suffix == NULL;
}

void
cluster_render(struct cluster *out, struct cite *c,
    const struct cite_part *parts, uint32_t count)
{
	*out = (struct cluster){
		.c = c,
		.units = arena_alloc_array(&c->arena, count,
		    sizeof *out->units),
	};
	for (uint32_t i = 0; i < count; i++) {
		if (parts[i].item < c->count)
			render_unit(&out->units[out->count++], c, &parts[i]);
	}
}

struct piece *
cluster_new_layout(struct cite *c, const char **delimiter)
{
	struct piece *outer = piece_new_group(&c->arena);
	struct piece *group = piece_new_group(&c->arena);

	cite_read_format(&outer->format, c->style, c->citation.layout);
	*delimiter = outer->format.delimiter != NULL ? outer->format.delimiter :
						       "";
	group->format.prefix = outer->format.prefix;
	group->format.suffix = outer->format.suffix;
	outer->format.prefix = outer->format.suffix = NULL;
	outer->format.delimiter = NULL;
	piece_add(outer, group);
	return outer;
}

static bool
is_punctuation(const char *text)
{
	return *text != '\0' && strchr(",;:.", *text) != NULL;
}

/* A word that is typed before a cite, or behind it, is set off by a space. */
static const char *
space_affix(struct cite *c, const char *text, bool is_prefix)
{
	size_t len = strlen(text);
	char edge = len == 0 ? ' ' : text[is_prefix ? len - 1 : 0];
	bool is_word = (edge >= '0' && edge <= '9') ||
	    (edge >= 'a' && edge <= 'z') || (edge >= 'A' && edge <= 'Z') ||
	    (unsigned char)edge >= 0x80 ||
	    (is_prefix && strchr(".,;:?!", edge) != NULL);
	struct str s;

	if (!is_word)
		return text;
	str_init(&s, 0);
	str_add_format(&s, is_prefix ? "%s " : " %s", text);
	text = arena_copy(&c->arena, s.data, s.len);
	str_clear(&s);
	return text;
}

static struct piece *
new_affix(struct cite *c, const char *text, bool is_prefix)
{
	struct piece *p;

	if (text == NULL || *text == '\0')
		return NULL;
	text = space_affix(c, text, is_prefix);
	p = piece_new_text(&c->arena, text, strlen(text));
	if (is_prefix)
		p->mark = PIECE_PREFIX;
	return p;
}

/* Two words or more that end a sentence. */
static bool
is_sentence(const char *text)
{
	size_t len = strlen(text);

	while (len > 0 && (unsigned char)text[len - 1] >= 0x80)
		len--;
	while (len > 0 && strchr(" \"')", text[len - 1]) != NULL)
		len--;
	while (len > 0 && (unsigned char)text[len - 1] >= 0x80)
		len--;
	return len > 0 && strchr(".?!", text[len - 1]) != NULL &&
	    memchr(text, ' ', len) != NULL;
}

/* A note that begins with a term begins with a capital: "Ibid." */
static void
capitalize_term(struct cite *c, const struct cluster_unit *u, bool is_first)
{
	struct piece *p = u->rendering.piece;
	const char *prefix = u->part->prefix;

	if (!cite_is_note_style(c) || p == NULL ||
	    (prefix != NULL ? !is_sentence(prefix) : !is_first))
		return;
	while (p != NULL && !p->is_text && p->format.prefix == NULL)
		p = p->first;
	if (p != NULL && p->mark == PIECE_TERM &&
	    p->format.text_case == PIECE_CASE_NONE)
		p->format.text_case = PIECE_CAPITALIZE_FIRST;
}

struct piece *
cluster_wrap(struct cite *c, const struct cluster_unit *u, bool is_first)
{
	struct piece *group = piece_new_group(&c->arena);

	capitalize_term(c, u, is_first);
	piece_add(group, new_affix(c, u->part->prefix, true));
	piece_add(group, u->rendering.piece);
	piece_add(group, new_affix(c, u->part->suffix, false));
	return group;
}

/* What stands before a unit: nothing where it brings its own. */
static const char *
get_delimiter(const struct cluster *cluster, const struct cluster_unit *u)
{
	if (u->has_range)
		return "\xE2\x80\x93";
	if (u->part->prefix != NULL && is_punctuation(u->part->prefix))
		return "";
	return u->delimiter != NULL ? u->delimiter : cluster->delimiter;
}

static bool
is_author_only(const struct cluster *cluster)
{
	for (uint32_t i = 0; i < cluster->count; i++) {
		if (!cluster->units[i].part->is_author_only)
			return false;
	}
	return cluster->count > 0;
}

struct piece *
cluster_join(const struct cluster *cluster)
{
	const char *delimiter;
	struct piece *layout = cluster_new_layout(cluster->c, &delimiter);
	struct piece *all = layout->first, *last = NULL;

	if (is_author_only(cluster))
		all->format.prefix = all->format.suffix = NULL;
	for (uint32_t i = 0; i < cluster->count; i++) {
		const struct cluster_unit *u = &cluster->units[i];

		if (u->is_hidden || u->is_dropped)
			continue;
		if (last != NULL)
			last->format.suffix = get_delimiter(cluster, u);
		last = cluster_wrap(cluster->c, u, last == NULL);
		piece_add(all, last);
	}
	return layout;
}

void
cluster_flatten(struct rich *out, struct cite *c, const struct piece *p)
{
	if (p != NULL && !piece_is_empty(p))
		piece_flatten(out, p, &c->piece_locale, true);
}

static void
add_parts(struct rich *out, struct cite *c, const struct cite_part *parts,
    uint32_t count)
{
	struct cluster cluster;

	cluster_render(&cluster, c, parts, count);
	cluster_new_layout(c, &cluster.delimiter);
	cluster_collapse(&cluster);
	cluster_flatten(out, c, cluster_join(&cluster));
	arena_reset(&c->arena);
}

struct cite_part *
cluster_sort(struct cite *c, const struct cite_part *parts, uint32_t count,
    struct arena *arena)
{
	struct cite_part *sorted = arena_alloc_array(arena, count,
	    sizeof *sorted);
	struct cite_context *contexts = arena_alloc_array(arena, count,
	    sizeof *contexts);
	uint32_t *order = arena_alloc_array(arena, count, sizeof *order);

	for (uint32_t i = 0; i < count; i++)
		contexts[i] = (struct cite_context){ .item = parts[i].item,
			.part = &parts[i] };
	lists_sort(order, c, c->citation.sort, contexts, count);
	for (uint32_t i = 0; i < count; i++)
		sorted[i] = parts[order[i]];
	return sorted;
}

static bool
are_known(const struct cite *c, const struct cite_part *parts, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		if (parts[i].item >= c->count)
			return false;
	}
	return true;
}

void
cite_add_citation(struct rich *out, struct cite *c,
    const struct cite_part *parts, uint32_t count)
{
	struct arena arena = { 0 };

	if (c->lists == NULL || !are_known(c, parts, count))
		return;
	if (count > 1 && c->citation.sort != STYLE_NODE_NONE)
		parts = cluster_sort(c, parts, count, &arena);
	add_parts(out, c, parts, count);
	arena_clear(&arena);
}

void
cite_add_cluster(struct rich *out, struct cite *c, uint32_t cluster)
{
	const struct cite_lists *l = c->lists;

	if (l != NULL && cluster < l->cluster_count)
		add_parts(out, c, l->clusters[cluster].parts,
		    l->clusters[cluster].count);
}
