/* SPDX-License-Identifier: ISC */
#include "model/style.h"

#include <stdlib.h>
#include <string.h>

#include "style_private.h"

void
style_free(struct style *s)
{
	if (!s)
		return;
	free(s->nodes);
	free(s->attributes);
	free(s->entries);
	free(s->strings);
	free(s);
}

enum style_element
style_get_element(const struct style *s, style_node n)
{
	return (enum style_element)s->nodes[n].element;
}

style_node
style_get_child(const struct style *s, style_node n)
{
	return s->nodes[n].end > n + 1 ? n + 1 : STYLE_NODE_NONE;
}

style_node
style_get_next(const struct style *s, style_node n)
{
	uint32_t next = s->nodes[n].end;

	return next < s->node_count &&
		s->nodes[next].depth == s->nodes[n].depth ?
	    next :
	    STYLE_NODE_NONE;
}

enum style_attribute
style_get_attribute(const struct style *s, style_node n, uint32_t i)
{
	return i < s->nodes[n].count ?
	    (enum style_attribute)s->attributes[s->nodes[n].first + i].name :
	    STYLE_NO_ATTRIBUTE;
}

static const struct attribute *
find_attribute(const struct style *s, style_node n, enum style_attribute name,
    enum style_kind kind)
{
	const struct attribute *a = s->attributes + s->nodes[n].first;
	const struct attribute *end = a + s->nodes[n].count;

	if (!(s->nodes[n].names & style_name_bit(name)))
		return NULL;
	while (a < end && a->name < name)
		a++;
	return a < end && a->name == name && a->kind == kind ? a : NULL;
}

int
style_get_number(const struct style *s, style_node n, enum style_attribute a,
    int fallback)
{
	const struct attribute *found = find_attribute(s, n, a,
	    STYLE_KIND_NUMBER);

	return found ? (int32_t)found->value : fallback;
}

enum style_word
style_get_word(const struct style *s, style_node n, enum style_attribute a)
{
	const struct attribute *found = find_attribute(s, n, a,
	    STYLE_KIND_WORD);

	return found ? (enum style_word)found->value : STYLE_NO_WORD;
}

const char *
style_get_text(const struct style *s, style_node n, enum style_attribute a)
{
	const struct attribute *found = find_attribute(s, n, a,
	    STYLE_KIND_TEXT);

	return found ? s->strings + found->value : NULL;
}

const uint16_t *
style_get_list(const struct style *s, style_node n, enum style_attribute a,
    uint32_t *count)
{
	const struct attribute *found = find_attribute(s, n, a,
	    STYLE_KIND_LIST);

	*count = found ? found->count : 0;
	return found ? s->entries + found->value : NULL;
}

style_node
style_get_macro(const struct style *s, style_node n)
{
	const struct attribute *found = find_attribute(s, n, STYLE_AT_MACRO,
	    STYLE_KIND_NODE);

	return found ? found->value : STYLE_NODE_NONE;
}

style_node
style_find_term(const struct style *s, style_node terms, const char *name)
{
	uint32_t low = terms + 1, high = s->nodes[terms].end;
	uint32_t end = high;

	if (s->nodes[terms].element != STYLE_TERMS)
		return STYLE_NODE_NONE;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (strcmp(style_get_text(s, middle, STYLE_AT_NAME), name) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < end &&
		strcmp(style_get_text(s, low, STYLE_AT_NAME), name) == 0 ?
	    low :
	    STYLE_NODE_NONE;
}
