/* SPDX-License-Identifier: ISC */
#include "interpret.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

/*
 * "RoNo78a": letters of the authors and the year, where the item has no label
 * of its own.  How many letters of each author, CSL leaves to the processor:
 * four of one, two of each of two, one of each of more, at most four.
 * Source: CSL 1.0.2 specification, appendix IV, citation-label.
 */
enum { AUTHORS_MAX = 4, LETTERS = 4 };

static void
add_letters(struct str *out, const struct csl_name *name, unsigned count)
{
	const char *text = name->family != NULL ? name->family : name->literal;
	const char *end;

	if (text == NULL)
		return;
	end = text + strlen(text);
	for (; text < end && count > 0; count--) {
		int32_t c;
		size_t size = utf8_decode(&c, text, end);

		str_add(out, text, size);
		text += size;
	}
}

static void
add_authors(struct str *out, const struct csl_names *authors)
{
	uint32_t count = authors->count;

	if (count > AUTHORS_MAX)
		count = AUTHORS_MAX;
	/* Of three the first gives two letters. */
	for (uint32_t i = 0; i < count; i++)
		add_letters(out, &authors->names[i],
		    LETTERS / count + (i < LETTERS % count));
}

const char *
walk_get_citation_label(struct walk *w)
{
	const struct csl_date *issued = csl_item_get_date(w->item, CSL_ISSUED);
	const char *own = w->item->texts[CSL_CITATION_LABEL];
	struct str *s = walk_get_scratch(w);

	if (own != NULL && *own != '\0')
		str_add_text(s, own);
	else {
		add_authors(s, csl_item_get_names(w->item, CSL_AUTHOR));
		if (issued->from.year != 0)
			str_add_format(s, "%02d", abs(issued->from.year % 100));
	}
	if (w->distinction->year_suffix > 0 && !w->c->prints_year_suffix)
		str_add_text(s, walk_get_year_suffix(w));
	return arena_copy(w->arena, s->len > 0 ? s->data : "", s->len);
}
