/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "references_private.h"

/* What is set, in words: in the text, as entries, as a list. */

/* ---- Rich text ---- */

static void
add_run(struct rich *out, const struct rich *from, size_t at, size_t len)
{
	for (uint32_t i = 0; i < from->count && len > 0; i++) {
		const struct rich_run *run = &from->runs[i];
		size_t end = (size_t)run->at + run->len, part;

		if (at < run->at || at >= end)
			continue;
		part = end - at < len ? end - at : len;
		rich_add(out, run->looks, from->text.data + at, part);
		at += part;
		len -= part;
	}
}

static bool
ends_with(const struct rich *r, char c)
{
	return r->text.len > 0 && r->text.data[r->text.len - 1] == c;
}

/* "(A, 2013)" and "(B, 2014)" are "(A, 2013; B, 2014)". */
static void
join(struct rich *out, const struct rich *more)
{
	static const char pairs[][2] = { { '(', ')' }, { '[', ']' } };
	struct rich both;
	size_t len = out->text.len, from = 0;
	const char *between = " ";

	if (more->text.len == 0)
		return;
	for (size_t i = 0; i < 2; i++) {
		if (len > 0 && more->text.data[0] == pairs[i][0] &&
		    ends_with(out, pairs[i][1]) &&
		    ends_with(more, pairs[i][1])) {
			len--;
			from = 1;
			between = "; ";
		}
	}
	rich_init(&both);
	add_run(&both, out, 0, len);
	if (len > 0)
		rich_add(&both, 0, between, strlen(between));
	add_run(&both, more, from, more->text.len - from);
	rich_clear(out);
	*out = both;
}

/* NULL where no words are of it. */
static const struct reference_chain *
find_chain(const struct references *r, uint32_t chain)
{
	if (!r->cite || chain >= r->chain_count || !r->chains[chain].is_there)
		return NULL;
	return &r->chains[chain];
}

/* ---- In the text ---- */

void
references_add_chain(struct rich *out, struct references *r, uint32_t chain)
{
	const struct reference_chain *of = find_chain(r, chain);

	if (!of)
		return;
	if (of->is_secondary)
		cite_add_secondary(out, r->cite, &of->read);
	else
		cite_add_citation(out, r->cite, &of->read.in, 1);
}

static bool
is_same_text(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static bool
is_same_part(const struct cite_part *a, const struct cite_part *b)
{
	return a->item == b->item && is_same_text(a->label, b->label) &&
	    is_same_text(a->locator, b->locator) &&
	    is_same_text(a->suffix, b->suffix);
}

/* Whether an earlier chain says the same. */
static bool
is_said(const struct references *r, uint32_t chain)
{
	const struct reference_chain *of = &r->chains[chain];

	for (uint32_t i = 0; i < chain; i++) {
		const struct reference_chain *other = &r->chains[i];

		if (other->is_there &&
		    other->is_secondary == of->is_secondary &&
		    is_same_part(&other->read.in, &of->read.in) &&
		    (!of->is_secondary ||
			is_same_part(&other->read.original,
			    &of->read.original)))
			return true;
	}
	return false;
}

/* What was read stands in one citation, the style's; behind it the others. */
void
references_add_in_text(struct rich *out, struct references *r)
{
	struct cite_part *parts = mem_alloc_array((size_t)r->chain_count + 1,
	    sizeof *parts);
	uint32_t count = 0;

	for (uint32_t i = 0; r->cite && i < r->chain_count; i++) {
		if (r->chains[i].is_there && !r->chains[i].is_secondary &&
		    !is_said(r, i))
			parts[count++] = r->chains[i].read.in;
	}
	if (count > 0)
		cite_add_citation(out, r->cite, parts, count);
	for (uint32_t i = 0; r->cite && i < r->chain_count; i++) {
		struct rich one;

		if (!r->chains[i].is_secondary || is_said(r, i))
			continue;
		rich_init(&one);
		references_add_chain(&one, r, i);
		join(out, &one);
		rich_clear(&one);
	}
	free(parts);
}

bool
references_add_narrative(struct rich *out, struct references *r)
{
	bool has_any = false;

	for (uint32_t i = 0; r->cite && i < r->chain_count; i++) {
		size_t len = out->text.len;

		if (!r->chains[i].is_there || is_said(r, i))
			continue;
		if (has_any)
			rich_add(out, 0, "; ", 2);
		if (!cite_add_narrative(out, r->cite, &r->chains[i].read.in))
			return false;
		has_any |= out->text.len > len;
	}
	return has_any;
}

/* ---- As a list ---- */

void
references_add_entry(struct rich *out, struct references *r, uint32_t chain)
{
	const struct reference_chain *of = find_chain(r, chain);

	if (!of)
		return;
	if (of->is_secondary)
		cite_add_secondary_reference(out, r->cite, &of->read);
	else
		cite_add_reference(out, r->cite, of->read.in.item);
}

static void
add_item_entry(struct rich *out, struct references *r, uint32_t item)
{
	for (uint32_t i = 0; i < r->chain_count; i++) {
		const struct reference_chain *of = &r->chains[i];

		if (of->is_secondary && of->read.original.item == item) {
			cite_add_secondary_reference(out, r->cite, &of->read);
			return;
		}
	}
	cite_add_reference(out, r->cite, item);
}

static bool
has_line(const struct str *text, const struct str *line)
{
	const char *found = text->data;

	while (found && (found = strstr(found, line->data)) != NULL) {
		char behind = found[line->len];

		if ((found == text->data || found[-1] == '\n') &&
		    (behind == '\n' || behind == '\0'))
			return true;
		found++;
	}
	return false;
}

static void
add_entry_line(struct str *out, struct references *r, uint32_t item,
    enum setting_copy form)
{
	struct rich entry;
	struct str line;

	rich_init(&entry);
	str_init(&line, 0);
	add_item_entry(&entry, r, item);
	references_add_as(&line, &entry, form);
	/* Some styles end with the space before what is not there. */
	while (line.len > 0 && line.data[line.len - 1] == ' ')
		line.data[--line.len] = '\0';
	if (line.len > 0 && !has_line(out, &line)) {
		if (out->len > 0)
			str_add_char(out, '\n');
		str_add(out, line.data, line.len);
	}
	str_clear(&line);
	rich_clear(&entry);
}

void
references_add_list(struct str *out, struct references *r,
    enum setting_copy form)
{
	struct str list;
	uint32_t count;

	if (!r->cite || r->item_count == 0)
		return;
	str_init(&list, 0);
	count = cite_count_references(r->cite);
	for (uint32_t i = 0; i < count; i++)
		add_entry_line(&list, r, cite_get_reference_item(r->cite, i),
		    form);
	str_add(out, list.data, list.len);
	str_clear(&list);
}

/* ---- As it is copied ---- */

/* What stands in a margin of its own is divided by a space, a block by a
 * line of its own. */
static void
add_plain(struct str *out, const struct rich *rich)
{
	for (uint32_t i = 0; i < rich->count; i++) {
		const struct rich_run *run = &rich->runs[i];
		const struct rich_run *before = i > 0 ? run - 1 : NULL;
		bool is_new = before &&
		    before->display_number != run->display_number;

		if (is_new && before->display == RICH_LEFT_MARGIN &&
		    out->len > 0 && out->data[out->len - 1] != ' ')
			str_add_char(out, ' ');
		else if (is_new &&
		    (run->display == RICH_BLOCK ||
			before->display == RICH_BLOCK ||
			run->display == RICH_INDENT))
			str_add_char(out, '\n');
		str_add(out, rich->text.data + run->at, run->len);
	}
}

void
references_add_as(struct str *out, const struct rich *rich,
    enum setting_copy form)
{
	if (form == COPY_MARKDOWN)
		rich_add_markdown(out, rich);
	else if (form == COPY_HTML)
		rich_add_html(out, rich);
	else
		add_plain(out, rich);
}
