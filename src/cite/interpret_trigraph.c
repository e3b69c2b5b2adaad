/* SPDX-License-Identifier: ISC */
#include "interpret.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

/*
 * citation-label where the item has none: letters of the names and two digits
 * of the year, as in "RoNo78".
 * Source: CSL 1.0.2 specification, appendix IV "Standard Variables"; how many
 * letters of which name is the custom of processors.
 */
enum { NAMES_MAX = 4 };

static const uint8_t letters[NAMES_MAX][NAMES_MAX] = { { 4 }, { 2, 2 },
	{ 2, 1, 1 }, { 1, 1, 1, 1 } };

static void
add_letters(struct str *out, const char *text, unsigned count)
{
	const char *end = text + strlen(text);

	while (count-- && text < end) {
		size_t len = utf8_next_grapheme(text, end);

		str_add(out, text, len);
		text += len;
	}
}

static const struct csl_names *
find_names(const struct csl_item *item)
{
	static const enum csl_variable order[] = { CSL_AUTHOR, CSL_EDITOR,
		CSL_TRANSLATOR };
	size_t i;

	for (i = 0; i < sizeof order / sizeof *order; i++)
		if (csl_item_get_names(item, order[i])->count)
			return csl_item_get_names(item, order[i]);
	return NULL;
}

static void
add_names(struct str *out, const struct csl_item *item)
{
	const struct csl_names *names = find_names(item);
	uint32_t count, i;

	if (!names) {
		if (item->texts[CSL_TITLE])
			add_letters(out, item->texts[CSL_TITLE], 4);
		return;
	}
	count = names->count < NAMES_MAX ? names->count : NAMES_MAX;
	for (i = 0; i < count; i++) {
		const struct csl_name *n = &names->names[i];
		const char *text = n->family ? n->family : n->literal;

		if (text)
			add_letters(out, text, letters[count - 1][i]);
	}
}

const char *
walk_get_citation_label(struct walk *w)
{
	const char *its = w->item->texts[CSL_CITATION_LABEL];
	const struct csl_date *issued = csl_item_get_date(w->item, CSL_ISSUED);
	const char *suffix = walk_get_year_suffix(w);
	struct str *s = walk_get_scratch(w);

	if (its) {
		str_add_text(s, its);
	} else {
		add_names(s, w->item);
		if (issued->from.year)
			str_add_format(s, "%02d", abs(issued->from.year % 100));
	}
	if (suffix)
		str_add_text(s, suffix);
	return s->len ? arena_copy(w->arena, s->data, s->len) : NULL;
}
