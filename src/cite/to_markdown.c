/* SPDX-License-Identifier: ISC */
#include "cite/bibliography.h"

/* A paragraph each, so that a style's own numbers and indents stand. */
static void
add_paragraph(struct str *out, struct rich *text)
{
	struct rich line;

	rich_init(&line);
	rich_add_line(&line, text);
	if (line.text.len > 0) {
		rich_add_markdown(out, &line);
		str_add_text(out, "\n\n");
	}
	rich_clear(&line);
	rich_reset(text);
}

static void
add_references(struct str *out, struct cite *c, struct rich *text)
{
	uint32_t count = cite_count_references(c);

	for (uint32_t i = 0; i < count; i++) {
		cite_add_reference(text, c, cite_get_reference_item(c, i));
		add_paragraph(out, text);
	}
}

void
bibliography_add_markdown(struct str *out, struct cite *c, uint32_t count)
{
	struct rich text;

	rich_init(&text);
	if (cite_has_bibliography(c))
		add_references(out, c, &text);
	for (uint32_t i = 0; i < count && !cite_has_bibliography(c); i++) {
		const struct cite_part part = { .item = i };

		cite_add_citation(&text, c, &part, 1);
		add_paragraph(out, &text);
	}
	/* The last paragraph needs no empty line behind it. */
	if (out->len > 1 && out->data[out->len - 2] == '\n')
		out->data[--out->len] = '\0';
	rich_clear(&text);
}
