/* SPDX-License-Identifier: ISC */
#include "cite_text.h"

void
cite_text_add(struct str *out, const struct rich *text, enum cite_markup markup)
{
	struct rich line;

	rich_init(&line);
	rich_add_line(&line, text);
	if (markup == CITE_HTML)
		rich_add_html(out, &line);
	else if (markup == CITE_MARKDOWN)
		rich_add_markdown(out, &line);
	else
		str_add(out, line.text.data, line.text.len);
	rich_clear(&line);
}

static enum output_look
find_look(unsigned looks)
{
	if (looks & (RICH_ITALIC | RICH_OBLIQUE))
		return OUTPUT_ITALIC;
	if (looks & RICH_BOLD)
		return OUTPUT_NAME;
	return looks & RICH_UNDERLINE ? OUTPUT_UNDERLINE : OUTPUT_PLAIN;
}

static void
write_looks(struct output *out, const struct rich *text)
{
	struct rich line;

	rich_init(&line);
	rich_add_line(&line, text);
	for (uint32_t i = 0; i < line.count; i++) {
		const struct rich_run *run = &line.runs[i];

		output_add_part(out, find_look(run->looks),
		    line.text.data + run->at, run->len);
	}
	rich_clear(&line);
}

void
cite_text_write(struct output *out, const struct rich *text,
    enum cite_markup markup)
{
	struct str line;

	if (markup == CITE_PLAIN) {
		write_looks(out, text);
	} else {
		str_init(&line, 0);
		cite_text_add(&line, text, markup);
		output_add_part(out, OUTPUT_PLAIN, line.data, line.len);
		str_clear(&line);
	}
	output_add(out, "\n", 1);
}
