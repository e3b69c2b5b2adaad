/* SPDX-License-Identifier: ISC */
#include "cluster.h"

#include <string.h>

/*
 * Cites of one author stand together and name the author once; letters of one
 * year, and numbers in a row, become ranges.
 * Source: CSL 1.0.2 specification, "Cite Grouping", "Cite Collapsing".
 */
enum { RANGE_MIN = 3 };

struct collapser {
	struct cluster *cluster;
	enum style_word collapse;
	const char *group_delimiter, *suffix_delimiter, *after_delimiter;
};

static bool
has_affix(const struct cluster_unit *u)
{
	return u->part->prefix != NULL || u->part->suffix != NULL;
}

static bool
has_same_names(const struct cluster_unit *a, const struct cluster_unit *b)
{
	return *a->names != '\0' && strcmp(a->names, b->names) == 0;
}

/* Cites of one author move up to the first of them. */
static void
group_units(struct cluster *cluster)
{
	struct cluster_unit *units = cluster->units;

	for (uint32_t i = 0; i + 1 < cluster->count; i++) {
		uint32_t k = i + 1;
		struct cluster_unit moved;

		while (
		    k < cluster->count && !has_same_names(&units[i], &units[k]))
			k++;
		if (k == cluster->count || k == i + 1 ||
		    units[k].part->prefix != NULL)
			continue;
		moved = units[k];
		memmove(&units[i + 2], &units[i + 1],
		    (k - i - 1) * sizeof *units);
		units[i + 1] = moved;
	}
}

/* What a cite prints but for the letter of its year. */
static const char *
get_body(const struct cluster *cluster, const struct cluster_unit *u)
{
	struct piece *suffix = lists_find_mark(u->rendering.piece,
	    PIECE_YEAR_SUFFIX);
	const char *body;
	struct piece kept;

	if (suffix == NULL)
		return NULL;
	kept = *suffix;
	suffix->is_text = true;
	suffix->len = 0;
	suffix->text = "";
	suffix->format = (struct piece_format){ 0 };
	body = lists_get_plain(cluster->c, u->rendering.piece,
	    &cluster->c->arena);
	*suffix = kept;
	return body;
}

static bool
may_lose_year(const struct cluster_unit *u)
{
	return u->suffix > 0 && u->part->locator == NULL && !has_affix(u);
}

static void
keep_suffix_alone(const struct cluster *cluster, struct cluster_unit *u)
{
	struct piece *suffix = lists_find_mark(u->rendering.piece,
	    PIECE_YEAR_SUFFIX);
	struct piece *group = piece_new_group(&cluster->c->arena);
	struct piece *copy = piece_new_group(&cluster->c->arena);

	*copy = *suffix;
	copy->next = NULL;
	piece_add(group, copy);
	u->rendering.piece = group;
}

/* "2019a, 2019b" to "2019a, b"; bodies are what each printed before. */
static void
collapse_years(const struct collapser *k, const char *const *bodies)
{
	struct cluster_unit *units = k->cluster->units;

	for (uint32_t i = 1; i < k->cluster->count; i++) {
		if (!units[i].is_group || bodies[i] == NULL ||
		    bodies[i - 1] == NULL || !may_lose_year(&units[i]) ||
		    !may_lose_year(&units[i - 1]) ||
		    strcmp(bodies[i], bodies[i - 1]) != 0)
			continue;
		keep_suffix_alone(k->cluster, &units[i]);
		units[i].is_bare_suffix = true;
		units[i].delimiter = k->suffix_delimiter;
	}
}

/* The units behind from whose numbers or letters follow each other. */
static uint32_t
find_run_end(const struct cluster *cluster, uint32_t from, bool has_letters)
{
	const struct cluster_unit *units = cluster->units;
	uint32_t i = from + 1;

	for (; i < cluster->count; i++) {
		const struct cluster_unit *u = &units[i];

		if (has_letters &&
		    (!u->is_bare_suffix ||
			u->suffix != units[i - 1].suffix + 1))
			break;
		if (!has_letters &&
		    (u->number == 0 || has_affix(u) ||
			u->part->locator != NULL ||
			u->number != units[i - 1].number + 1))
			break;
	}
	return i;
}

static void
collapse_ranges(const struct collapser *k, bool has_letters)
{
	struct cluster *cluster = k->cluster;
	uint32_t end;

	for (uint32_t from = 0; from < cluster->count; from = end) {
		const struct cluster_unit *u = &cluster->units[from];

		end = from + 1;
		if (!has_letters &&
		    (u->number == 0 || has_affix(u) ||
			u->part->locator != NULL))
			continue;
		end = find_run_end(cluster, from, has_letters);
		if (end - from < RANGE_MIN)
			continue;
		for (uint32_t i = from + 1; i + 1 < end; i++)
			cluster->units[i].is_hidden = true;
		cluster->units[end - 1].has_range = true;
		if (end < cluster->count && k->after_delimiter != NULL)
			cluster->units[end].delimiter = k->after_delimiter;
	}
}

/* Marks the cites that follow one of the same author, and takes their names
 * where the style collapses. */
static void
collapse_names(const struct collapser *k)
{
	struct cluster *cluster = k->cluster;
	bool drops = k->collapse != STYLE_NO_WORD &&
	    k->collapse != STYLE_WORD_CITATION_NUMBER;

	for (uint32_t i = 1; i < cluster->count; i++) {
		struct cluster_unit *u = &cluster->units[i];

		if (has_same_names(u, u - 1) && u->part->prefix == NULL) {
			u->is_group = true;
			u->delimiter = k->group_delimiter;
			if (drops)
				cluster_drop_names(&u->rendering);
			u->is_dropped = u->rendering.piece == NULL &&
			    u->part->suffix == NULL;
		} else if (u[-1].is_group && drops) {
			u->delimiter = k->after_delimiter;
		}
	}
}

/*
 * Within a group: what the style says, or a comma in the text, as readers of
 * author-date styles expect; where a style says what follows a group, its
 * groups are joined as its cites are.
 */
static struct collapser
read_collapser(struct cluster *cluster)
{
	const struct style *s = cluster->c->style;
	style_node n = cluster->c->citation.node;
	struct collapser k = {
		.cluster = cluster,
		.collapse = style_get_word(s, n, STYLE_AT_COLLAPSE),
		.group_delimiter = style_get_text(s, n,
		    STYLE_AT_CITE_GROUP_DELIMITER),
		.suffix_delimiter = style_get_text(s, n,
		    STYLE_AT_YEAR_SUFFIX_DELIMITER),
		.after_delimiter = style_get_text(s, n,
		    STYLE_AT_AFTER_COLLAPSE_DELIMITER),
	};

	if (k.suffix_delimiter == NULL)
		k.suffix_delimiter = k.group_delimiter;
	return k;
}

static void
collapse_group(struct collapser *k)
{
	struct cluster *cluster = k->cluster;
	const char **bodies = arena_alloc_array(&cluster->c->arena,
	    cluster->count, sizeof *bodies);

	group_units(cluster);
	for (uint32_t i = 0; i < cluster->count; i++)
		bodies[i] = get_body(cluster, &cluster->units[i]);
	if (k->group_delimiter == NULL && k->after_delimiter == NULL &&
	    !cite_is_note_style(cluster->c))
		k->group_delimiter = ", ";
	collapse_names(k);
	if (k->collapse == STYLE_WORD_YEAR_SUFFIX ||
	    k->collapse == STYLE_WORD_YEAR_SUFFIX_RANGED)
		collapse_years(k, bodies);
	if (k->collapse == STYLE_WORD_YEAR_SUFFIX_RANGED)
		collapse_ranges(k, true);
}

void
cluster_collapse(struct cluster *cluster)
{
	struct collapser k = read_collapser(cluster);

	if (cluster->count < 2)
		return;
	if (k.collapse == STYLE_WORD_CITATION_NUMBER)
		collapse_ranges(&k, false);
	else if (k.collapse != STYLE_NO_WORD || k.group_delimiter != NULL)
		collapse_group(&k);
}
