/* SPDX-License-Identifier: ISC */
#include "text/layout.h"
#include "view_page_private.h"

/* Passages on a page, laid out, with their sentences and links as items. */

static enum role
get_run_role(const struct layout_line *line, const struct layout_run *run)
{
	enum role role = view_find_run_role(run->style);

	if (role != ROLE_TEXT)
		return role;
	switch (line->kind) {
	case LINE_HEADING:
		return ROLE_HEADING;
	case LINE_NOTE:
		return ROLE_NOTE;
	case LINE_CODE:
		return ROLE_CODE;
	case LINE_FOLD:
		return ROLE_ADVISORY;
	default:
		return ROLE_TEXT;
	}
}

/* A passage that is being added, and which items stand for its parts. */
struct adding {
	const struct layout *layout;
	const struct page *page;
	uint32_t passage;
	int32_t text; /* of the view's page */
	const char *what;
	int32_t *sentences; /* items by sentence, -1: none yet */
	int32_t *links;     /* items by link */
};

static int32_t
get_sentence_item(struct view_page *p, struct adding *a, int32_t sentence)
{
	const struct layout_sentence *s;
	int32_t item;

	if (sentence < 0 || (uint32_t)sentence >= a->layout->sentence_count)
		return -1;
	s = &a->layout->sentences[sentence];
	if (a->sentences[sentence] >= 0 || s->documents == 0)
		return a->sentences[sentence];
	item = view_page_add_item(p, NULL, false);
	p->items[item].sentence = item;
	p->items[item].cited = (struct cited){ .page = a->page,
		.passage = a->passage,
		.at = s->at,
		.len = s->len,
		.documents = s->documents,
		.origins = s->origins,
		.what = a->what };
	a->sentences[sentence] = item;
	return item;
}

static int32_t
get_link_item(struct view_page *p, struct adding *a, int32_t link,
    int32_t sentence)
{
	int32_t item;

	if (link < 0 || (uint32_t)link >= a->page->link_count)
		return -1;
	if (a->links[link] >= 0)
		return a->links[link];
	item = view_page_add_item(p, &a->page->links[link], false);
	if (sentence >= 0) {
		p->items[item].sentence = sentence;
		p->items[item].cited = p->items[sentence].cited;
	}
	a->links[link] = item;
	return item;
}

static void
add_layout_line(struct view_page *p, struct adding *a,
    const struct layout_line *line)
{
	view_page_begin_line(p);
	for (uint32_t i = 0; i < line->run_count; i++) {
		const struct layout_run *from =
		    &a->layout->runs[line->first_run + i];
		int32_t sentence = get_sentence_item(p, a, from->sentence);
		int32_t link = get_link_item(p, a, from->link, sentence);
		struct page_run *run = view_page_add_run(p, from->col,
		    get_run_role(line, from), from->text, from->len);

		run->cols = from->cols;
		run->sentence = sentence;
		run->item = link;
		if (from->end > from->at)
			run->lit = a->text;
		run->at = from->at;
		run->end = from->end;
		run->into = from->into;
		run->is_verbatim = from->is_verbatim;
		view_page_extend_item(p, sentence);
		view_page_extend_item(p, link);
	}
}

static int32_t *
make_indices(struct view_page *p, uint32_t count)
{
	int32_t *indices = arena_alloc_array(&p->arena, (size_t)count + 1,
	    sizeof *indices);

	for (uint32_t i = 0; i < count; i++)
		indices[i] = -1;
	return indices;
}

void
view_page_add_passage(struct view_page *p, const struct page *page,
    uint32_t passage, bool is_folded, const char *what)
{
	struct layout_options options = {
		.width_cols = view_page_get_text_cols(p, 0),
		.graphic = is_folded ? GRAPHIC_FOLD : GRAPHIC_SHOW,
		.is_utf8 = p->is_utf8
	};
	struct page *one = arena_alloc(&p->arena, sizeof *one);
	struct layout layout;
	struct adding a = { .layout = &layout,
		.page = page,
		.passage = passage,
		.text = p->text_count,
		.what = what };
	const struct passage *from = &page->passages[passage];
	struct page_text *text = view_page_add_page_text(p, from->text,
	    from->len, from->id);

	text->is_hidden = is_folded && from->is_graphic;
	*one = *page;
	one->passages = &page->passages[passage];
	one->passage_count = 1;
	layout_page(&layout, one, &options, &p->arena);
	a.sentences = make_indices(p, layout.sentence_count);
	a.links = make_indices(p, page->link_count);
	for (uint32_t i = 0; i < layout.line_count; i++) {
		if (layout.lines[i].kind != LINE_BLANK)
			add_layout_line(p, &a, &layout.lines[i]);
	}
	p->texts[a.text].run_end = p->run_count;
}
