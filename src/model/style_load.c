/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "model/csl.h"
#include "model/style.h"
#include "style_private.h"

/*
 * A style's bytes come from anywhere: every count, index, word and text is
 * looked at once, here, and whoever walks the tree need ask nothing more.
 */
struct load {
	struct style *style;
	const char *name;
	struct error *err;
};

static enum status
refuse(const struct load *l, const char *why)
{
	return error_set(l->err, STATUS_CORRUPT, "%s: %s", l->name, why);
}

static uint16_t
read_u16(const unsigned char *at)
{
	return (uint16_t)(at[0] | at[1] << 8);
}

static uint32_t
read_u32(const unsigned char *at)
{
	return read_u16(at) | (uint32_t)read_u16(at + 2) << 16;
}

static enum status
read_counts(const struct load *l, const unsigned char *bytes, size_t len)
{
	struct style *s = l->style;
	uint64_t wanted = STYLE_HEADER_SIZE;

	if (len < STYLE_HEADER_SIZE || memcmp(bytes, STYLE_MAGIC, 8) != 0)
		return error_set(l->err, STATUS_CORRUPT,
		    "%s: not a citation style that ibid-compile made", l->name);
	if (len > STYLE_BYTES_MAX)
		return refuse(l, "too large for a citation style");
	s->node_count = read_u32(bytes + 8);
	s->attribute_count = read_u32(bytes + 12);
	s->entry_count = read_u32(bytes + 16);
	s->string_bytes = read_u32(bytes + 20);
	wanted += (uint64_t)s->node_count * STYLE_NODE_SIZE;
	wanted += (uint64_t)s->attribute_count * STYLE_ATTRIBUTE_SIZE;
	wanted += (uint64_t)s->entry_count * STYLE_ENTRY_SIZE;
	wanted += s->string_bytes;
	if (wanted != len || read_u32(bytes + 24) != 0)
		return refuse(l, "cut short or damaged");
	if (s->node_count == 0 || s->node_count > STYLE_NODES_MAX)
		return refuse(l, "its count of elements is wrong");
	return STATUS_OK;
}

static void
copy_parts(struct style *s, const unsigned char *at)
{
	s->nodes = mem_alloc_array(s->node_count, sizeof *s->nodes);
	for (uint32_t i = 0; i < s->node_count; i++, at += STYLE_NODE_SIZE)
		s->nodes[i] = (struct node){ .element = at[0],
			.depth = at[1],
			.count = read_u16(at + 2) };
	s->attributes = mem_alloc_array((size_t)s->attribute_count + 1,
	    sizeof *s->attributes);
	for (uint32_t i = 0; i < s->attribute_count;
	     i++, at += STYLE_ATTRIBUTE_SIZE)
		s->attributes[i] = (struct attribute){ .name = at[0],
			.kind = at[1],
			.count = read_u16(at + 2),
			.value = read_u32(at + 4) };
	s->entries = mem_alloc_array((size_t)s->entry_count + 1,
	    sizeof *s->entries);
	for (uint32_t i = 0; i < s->entry_count; i++, at += STYLE_ENTRY_SIZE)
		s->entries[i] = read_u16(at);
	s->strings = mem_alloc((size_t)s->string_bytes + 1);
	memcpy(s->strings, at, s->string_bytes);
	s->strings[s->string_bytes] = '\0';
}

static enum status
check_strings(const struct load *l)
{
	const struct style *s = l->style;

	if (s->string_bytes && s->strings[s->string_bytes - 1])
		return refuse(l, "its last text has no end");
	if (utf8_find_invalid(s->strings, s->string_bytes) < s->string_bytes)
		return refuse(l, "its texts are not UTF-8");
	for (uint32_t i = 0; i < s->string_bytes; i++) {
		unsigned char byte = (unsigned char)s->strings[i];

		if ((byte && byte < ' ' && byte != '\n') || byte == 0x7f)
			return refuse(l, "its texts have control characters");
	}
	return STATUS_OK;
}

/* Fills in where the parts of nodes begin and end. */
static enum status
check_nodes(const struct load *l)
{
	struct style *s = l->style;
	uint32_t open[STYLE_DEPTH_MAX + 1], depth = 0;
	uint64_t attributes = 0;

	for (uint32_t i = 0; i < s->node_count; i++) {
		struct node *n = &s->nodes[i];

		if (n->element == 0 || n->element >= STYLE_ELEMENT_COUNT)
			return refuse(l, "it has an unknown element");
		if (n->depth > STYLE_DEPTH_MAX || (n->depth == 0) != (i == 0) ||
		    (i && n->depth > depth + 1))
			return refuse(l, "its elements are out of place");
		for (uint32_t d = n->depth; i && d <= depth; d++)
			s->nodes[open[d]].end = i;
		depth = n->depth;
		open[depth] = i;
		n->first = (uint32_t)attributes;
		attributes += n->count;
		if (attributes > s->attribute_count)
			break;
	}
	if (attributes != s->attribute_count)
		return refuse(l, "its count of attributes is wrong");
	for (uint32_t d = 0; d <= depth; d++)
		s->nodes[open[d]].end = s->node_count;
	return s->nodes[0].element <= STYLE_LOCALE ?
	    STATUS_OK :
	    refuse(l, "neither a style nor a locale");
}

/* One past the largest entry that a list of that name may have. */
static unsigned
get_entries_end(unsigned name)
{
	switch (name) {
	case STYLE_AT_VARIABLE:
	case STYLE_AT_IS_NUMERIC:
	case STYLE_AT_IS_UNCERTAIN_DATE:
		return CSL_VARIABLE_COUNT;
	case STYLE_AT_TYPE:
		return CSL_TYPE_COUNT + 1;
	default:
		return STYLE_WORDS_END + 1;
	}
}

static bool
is_list_good(const struct style *s, const struct attribute *a)
{
	unsigned end = get_entries_end(a->name);

	if (a->value > s->entry_count || a->count > s->entry_count - a->value)
		return false;
	for (uint32_t i = 0; i < a->count; i++) {
		if (s->entries[a->value + i] >= end)
			return false;
	}
	return true;
}

static bool
is_macro_before(const struct style *s, uint32_t macro, uint32_t node)
{
	return macro < node && s->nodes[macro].element == STYLE_MACRO &&
	    s->nodes[macro].depth == 1 && s->nodes[macro].end <= node;
}

static bool
is_value_good(const struct style *s, const struct attribute *a, uint32_t node)
{
	switch (a->kind) {
	case STYLE_KIND_NUMBER:
		return true;
	case STYLE_KIND_WORD:
		return a->value < STYLE_WORDS_END;
	case STYLE_KIND_TEXT:
		return a->value < s->string_bytes &&
		    (a->value == 0 || s->strings[a->value - 1] == '\0');
	case STYLE_KIND_LIST:
		return is_list_good(s, a);
	case STYLE_KIND_NODE:
		return is_macro_before(s, a->value, node);
	default:
		return false;
	}
}

static enum status
check_attributes(const struct load *l)
{
	const struct style *s = l->style;

	for (uint32_t i = 0; i < s->node_count; i++) {
		struct node *n = &s->nodes[i];
		unsigned last = STYLE_NO_ATTRIBUTE;

		for (uint32_t k = 0; k < n->count; k++) {
			const struct attribute *a =
			    &s->attributes[n->first + k];

			if (a->name <= last || a->name >= STYLE_ATTRIBUTE_COUNT)
				return refuse(l, "it has an unknown attribute");
			last = a->name;
			n->names |= style_name_bit(last);
			if (!is_value_good(s, a, i))
				return refuse(l, "it has a wrong attribute");
		}
	}
	return STATUS_OK;
}

static enum status
check_terms(const struct load *l, style_node terms)
{
	const struct style *s = l->style;
	const char *last = "";

	for (uint32_t i = terms + 1; i < s->nodes[terms].end; i++) {
		const char *name = style_get_text(s, i, STYLE_AT_NAME);

		if (s->nodes[i].element != STYLE_TERM ||
		    s->nodes[i].end != i + 1 || !name || strcmp(name, last) < 0)
			return refuse(l, "its terms are not in order");
		last = name;
	}
	return STATUS_OK;
}

/* What a walk through a node costs with the macros that it leads to. */
struct cost {
	uint64_t nodes;
	unsigned depth;
};

static enum status
check_costs(const struct load *l)
{
	const struct style *s = l->style;
	struct cost *costs = mem_alloc_array(s->node_count, sizeof *costs);
	enum status status = STATUS_OK;
	uint32_t top = 0;

	for (uint32_t i = 0; i < s->node_count && !status; i++) {
		style_node macro = style_get_macro(s, i);
		unsigned depth = s->nodes[i].depth;

		if (depth <= 1)
			top = i;
		costs[top].nodes++;
		if (macro) {
			depth += costs[macro].depth;
			costs[top].nodes += costs[macro].nodes;
		}
		if (depth > costs[top].depth)
			costs[top].depth = depth;
		if (costs[top].nodes > STYLE_CALLED_NODES_MAX ||
		    costs[top].depth > STYLE_CALLED_DEPTH_MAX)
			status = refuse(l, "its macros lead too far");
	}
	free(costs);
	return status;
}

static enum status
check_all(const struct load *l)
{
	enum status status = check_strings(l);

	if (!status)
		status = check_nodes(l);
	if (!status)
		status = check_attributes(l);
	for (uint32_t i = 0; i < l->style->node_count && !status; i++) {
		if (l->style->nodes[i].element == STYLE_TERMS)
			status = check_terms(l, i);
	}
	if (!status)
		status = check_costs(l);
	return status;
}

enum status
style_load(struct style **out, const char *name, const char *bytes, size_t len,
    struct error *err)
{
	const unsigned char *data = (const unsigned char *)bytes;
	struct load load = { .name = name, .err = err };
	enum status status;

	load.style = mem_alloc_array(1, sizeof *load.style);
	status = read_counts(&load, data, len);
	if (!status) {
		copy_parts(load.style, data + STYLE_HEADER_SIZE);
		status = check_all(&load);
	}
	if (status)
		style_free(load.style);
	else
		*out = load.style;
	return status;
}
