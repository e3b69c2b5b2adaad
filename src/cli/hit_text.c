/* SPDX-License-Identifier: ISC */
#include "hit_text.h"

#include <stdbool.h>

#include "base/utf8.h"

void
hit_text_write_name(struct hits *h)
{
	struct output *out = &h->cli->out;

	output_add_part(out, OUTPUT_NAME, h->name.data, h->name.len);
	output_add(out, h->request->has_nul ? "" : "\n", 1);
}

void
hit_text_write_parts(struct hits *h, const struct passage_text *p)
{
	struct output *out = &h->cli->out;

	for (size_t i = 0; i < h->range_count; i++) {
		const struct pattern_range *range = &h->ranges[i];

		if (range->from >= range->to)
			continue;
		output_add_part(out, OUTPUT_MATCH, p->text + range->from,
		    range->to - range->from);
		output_add(out, "\n", 1);
	}
}

/*
 * Where what begins at `at` and is all lit, or all not, ends.  A letter and
 * the marks on it look alike.
 */
static size_t
find_end(const struct hits *h, const struct passage_text *p, size_t at,
    size_t *range, bool *is_lit)
{
	const char *end = p->text + p->len;
	size_t begin = at;

	while (at < p->len) {
		size_t next = at + utf8_next_grapheme(p->text + at, end);
		bool meets;

		while (*range < h->range_count && h->ranges[*range].to <= at)
			++*range;
		meets = *range < h->range_count &&
		    h->ranges[*range].from < next &&
		    h->ranges[*range].from < h->ranges[*range].to;
		if (at == begin)
			*is_lit = meets;
		else if (meets != *is_lit)
			break;
		at = next;
	}
	return at;
}

static void
write_lit(struct hits *h, const struct passage_text *p)
{
	size_t at = 0, range = 0;

	while (at < p->len) {
		bool is_lit = false;
		size_t end = find_end(h, p, at, &range, &is_lit);

		output_add_part(&h->cli->out,
		    is_lit ? OUTPUT_MATCH : OUTPUT_PLAIN, p->text + at,
		    end - at);
		at = end;
	}
}

/* A title says nothing graphic, whatever its record holds. */
static bool
is_shown_graphic(const struct passage_text *p)
{
	return p->is_graphic && p->kind != PASSAGE_TITLE;
}

void
hit_text_write(struct hits *h, const struct passage_text *p)
{
	static const char graphic[] = "[graphic passage]";
	struct output *out = &h->cli->out;

	output_add_part(out, OUTPUT_NAME, h->name.data, h->name.len);
	if (h->request->has_nul)
		output_add(out, "", 1);
	else
		output_add(out, ": ", 2);
	if (is_shown_graphic(p)) {
		output_add_part(out, OUTPUT_LABEL, graphic, sizeof graphic - 1);
		output_add(out, " ", 1);
	}
	if (h->range_count > 0)
		write_lit(h, p);
	else
		output_add_part(out, OUTPUT_PLAIN, p->text, p->len);
	output_add(out, "\n", 1);
}
