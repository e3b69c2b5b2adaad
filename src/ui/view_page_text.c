/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "base/mem.h"
#include "view_page_private.h"

/*
 * The texts of a page in which a pattern is looked for, and the runs that
 * show them.  Of pages that have no passages it is what they show, and only
 * while something is looked for.
 */

void
view_page_set_passage(struct view_page *p, const struct passage *passage)
{
	p->passage = passage;
}

struct page_text *
view_page_add_page_text(struct view_page *p, const char *bytes, uint32_t len,
    int64_t passage)
{
	struct page_text *text;

	if (p->text_count == p->text_cap) {
		p->text_cap = p->text_cap ? p->text_cap * 2 : 16;
		p->texts = mem_resize_array(p->texts, (size_t)p->text_cap,
		    sizeof *p->texts);
	}
	text = &p->texts[p->text_count++];
	*text = (struct page_text){ .bytes = bytes,
		.len = len,
		.passage = passage,
		.first_run = p->run_count,
		.run_end = p->run_count };
	return text;
}

/* A text that is shown as a copy of it; NULL where it is not searched. */
struct page_text *
view_page_begin_text(struct view_page *p, const char *text, const char *copy)
{
	const struct passage *passage = p->passage;
	struct page_text *added;

	p->passage = NULL;
	if (passage) {
		added = view_page_add_page_text(p, passage->text, passage->len,
		    passage->id);
		added->is_reworded = strcmp(text, passage->text) != 0;
		return added;
	}
	if (!p->has_lit_lines)
		return NULL;
	return view_page_add_page_text(p, copy, (uint32_t)strlen(copy), 0);
}

/* The runs from the text's first one on show it, as far as copy does. */
void
view_page_end_text(struct view_page *p, struct page_text *text,
    const char *copy)
{
	bool is_verbatim = strlen(copy) == text->len &&
	    memcmp(copy, text->bytes, text->len) == 0;

	text->run_end = p->run_count;
	for (int i = text->first_run; i < p->run_count && !text->is_reworded;
	     i++) {
		struct page_run *run = &p->runs[i];
		uint32_t at = (uint32_t)(run->text - copy);

		run->lit = (int32_t)(text - p->texts);
		run->is_verbatim = is_verbatim;
		run->at = is_verbatim ? at : 0;
		run->end = is_verbatim ? at + run->len : text->len;
		run->into = is_verbatim ? 0 : at;
	}
}

void
view_page_make_lit_run(const struct view_page *p, struct lit_run *out,
    const struct page_run *run)
{
	*out = (struct lit_run){ .shown = run->text,
		.len = run->len,
		.bytes = p->texts[run->lit].bytes,
		.at = run->at,
		.end = run->end,
		.into = run->into,
		.is_verbatim = run->is_verbatim,
		.here = LIT_NOT_HERE };
}

bool
view_page_get_lit(struct view_page *p, struct lit_run *out,
    const struct page_run *run)
{
	const struct page_text *text;

	if (run->lit < 0 || !lit_is_on(&p->lit))
		return false;
	text = &p->texts[run->lit];
	view_page_make_lit_run(p, out, run);
	out->ranges = lit_list(&p->lit, &out->count, (uint32_t)run->lit,
	    text->bytes, text->len);
	if (p->match.is_set && p->match.text == run->lit)
		out->here = p->match.at;
	return out->count > 0;
}
