/* SPDX-License-Identifier: ISC */
#include "markdown_mask.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

enum {
	PADDING_BYTES = 16,      /* md4c may look ahead */
	LABEL_LIMIT_BYTES = 4096 /* of a reference definition */
};

/* Whether Markdown takes what begins or ends here for a letter. */
static bool
is_wordlike(const unsigned char *p, size_t have)
{
	if (have == 0)
		return false;
	if (p[0] < 0x80)
		return (p[0] >= '0' && p[0] <= '9') ||
		    (p[0] >= 'A' && p[0] <= 'Z') ||
		    (p[0] >= 'a' && p[0] <= 'z');
	/* Not the quotation marks and dashes of U+2000, U+3000, Latin-1. */
	if (have >= 2 && (p[0] == 0xE2 || p[0] == 0xE3) && p[1] == 0x80)
		return false;
	return !(have >= 2 && p[0] == 0xC2);
}

static bool
is_wordlike_before(const char *text, size_t at)
{
	size_t begin = at;

	while (begin > 0 && at - begin < 4) {
		begin--;
		if (!utf8_is_inside(text[begin]))
			break;
	}
	return is_wordlike((const unsigned char *)text + begin, at - begin);
}

/*
 * Whether "*" and "_" open or close depends on their neighbours, and should
 * be as if the citation were not there: so the filler's first byte is a
 * letter where a letter follows the citation, and its last where one stands
 * before it.  All others are a punctuation mark that means nothing.
 */
static void
fill(struct markdown_mask *mask, size_t at, size_t end)
{
	char *bytes = mask->bytes;

	memset(bytes + at, '%', end - at);
	if (end - at < 4)
		return;
	if (is_wordlike((const unsigned char *)bytes + end, mask->len - end))
		bytes[at] = 'x';
	if (is_wordlike_before(bytes, at))
		bytes[end - 1] = 'x';
}

size_t
markdown_mask_get_end(const struct markdown_mask *mask, size_t group)
{
	const struct chain_group *g = &mask->groups[group];

	if (!g->error)
		return g->at + g->len;
	return g->at + (mask->source[g->at + 1] == '@' ? 2 : 3);
}

static bool
is_prefix_of_container(char c)
{
	return c != '\0' && strchr(" \t>*+-.)0123456789", c);
}

/* Whether only the marks of quotations and items stand before it. */
static bool
begins_line(const char *text, size_t at)
{
	while (at > 0 && is_prefix_of_container(text[at - 1]))
		at--;
	return at == 0 || text[at - 1] == '\n';
}

/* Whether text[at] begins "[label]:". */
static bool
has_label(const char *text, size_t len, size_t at)
{
	size_t limit = len - at > LABEL_LIMIT_BYTES ? at + LABEL_LIMIT_BYTES :
						      len;

	for (at++; at + 1 < limit; at++) {
		if (text[at] == '\\')
			at++;
		else if (text[at] == '[')
			return false;
		else if (text[at] == ']')
			return text[at + 1] == ':';
	}
	return false;
}

/*
 * md4c passes over reference definitions without a word.  What looks like
 * one and is not shown as text later, is one.
 */
static void
find_definitions(struct markdown_mask *mask)
{
	const char *p = mask->bytes, *end = mask->bytes + mask->len;
	size_t cap = 0;

	while ((p = memchr(p, '[', (size_t)(end - p)))) {
		size_t at = (size_t)(p++ - mask->bytes);

		if (!begins_line(mask->bytes, at) ||
		    !has_label(mask->bytes, mask->len, at))
			continue;
		if (mask->definition_count == cap) {
			cap = cap ? cap * 2 : 8;
			mask->definitions = mem_resize_array(mask->definitions,
			    cap, sizeof *mask->definitions);
		}
		mask->definitions[mask->definition_count++] = at;
	}
	mask->is_shown = mem_alloc_array(mask->definition_count + 1, 1);
}

void
markdown_mask_init(struct markdown_mask *mask, const char *text, size_t len,
    struct arena *arena)
{
	*mask = (struct markdown_mask){ .source = text, .len = len };
	mask->bytes = mem_alloc(len + PADDING_BYTES);
	if (len)
		memcpy(mask->bytes, text, len);
	memset(mask->bytes + len, 0, PADDING_BYTES);
	mask->group_count = chain_find_all(&mask->groups, text, len, arena);
	mask->fates = mem_alloc_array(mask->group_count + 1, 1);
	for (size_t i = 0; i < mask->group_count; i++)
		fill(mask, mask->groups[i].at, markdown_mask_get_end(mask, i));
	find_definitions(mask);
}

void
markdown_mask_clear(struct markdown_mask *mask)
{
	free(mask->bytes);
	free(mask->fates);
	free(mask->definitions);
	free(mask->is_shown);
}

size_t
markdown_mask_find(const struct markdown_mask *mask, size_t at)
{
	size_t low = 0, high = mask->group_count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (markdown_mask_get_end(mask, middle) <= at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void
markdown_mask_set_code(struct markdown_mask *mask, size_t at, size_t end)
{
	for (size_t i = markdown_mask_find(mask, at);
	     i < mask->group_count && mask->groups[i].at < end; i++)
		mask->fates[i] = MARKDOWN_FATE_CODE;
}

void
markdown_mask_set_shown(struct markdown_mask *mask, size_t at, size_t end)
{
	size_t low = 0, high = mask->definition_count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (mask->definitions[middle] < at)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < mask->definition_count && mask->definitions[low] < end;
	     low++)
		mask->is_shown[low] = 1;
}
