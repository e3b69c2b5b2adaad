/* SPDX-License-Identifier: ISC */
#include "cite_text.h"

#include <stdbool.h>
#include <string.h>

static void
add_run(struct rich *out, const struct rich_run *like, const char *text,
    size_t len)
{
	size_t at = 0;

	while (at < len) {
		const char *feed = memchr(text + at, '\n', len - at);
		size_t end = feed ? (size_t)(feed - text) : len;

		rich_add_run(out, like, text + at, end - at);
		if (feed)
			rich_add_run(out, like, " ", 1);
		at = end + (feed != NULL);
	}
}

static bool
ends_in_space(const struct rich *r)
{
	return r->text.len > 0 && r->text.data[r->text.len - 1] == ' ';
}

/* The same without places on a page. */
static void
put_on_one_line(struct rich *out, const struct rich *text)
{
	rich_init(out);
	for (uint32_t i = 0; i < text->count; i++) {
		struct rich_run run = text->runs[i];
		const char *bytes = text->text.data + run.at;
		bool is_apart = i > 0 &&
		    run.display_number != text->runs[i - 1].display_number;

		run.display = RICH_INLINE;
		run.display_number = 0;
		if (is_apart && !ends_in_space(out) && *bytes != ' ')
			rich_add(out, 0, " ", 1);
		add_run(out, &run, bytes, run.len);
	}
}

void
cite_text_add(struct str *out, const struct rich *text, enum cite_markup markup)
{
	struct rich line;

	put_on_one_line(&line, text);
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

	put_on_one_line(&line, text);
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
