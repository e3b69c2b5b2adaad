/* SPDX-License-Identifier: ISC */
#include "show_measure.h"

#include "chosen_style.h"
#include "cite_sources.h"
#include "cite_text.h"
#include "store/collection_csl.h"

/* The documents of a measure, as references. */
struct documents {
	struct source *sources;
	struct csl_item *items;
	uint32_t count;
	const char **lines;
};

static enum status
read_documents(struct documents *d, struct cli *cli,
    const struct measure_shown *m, struct error *err)
{
	enum status status = STATUS_OK;

	d->sources = arena_alloc_array(&cli->arena, m->key_count,
	    sizeof *d->sources);
	d->items = arena_alloc_array(&cli->arena, m->key_count,
	    sizeof *d->items);
	d->lines = arena_alloc_array(&cli->arena, m->key_count,
	    sizeof *d->lines);
	for (; d->count < m->key_count && !status; d->count++) {
		struct source *s = &d->sources[d->count];

		status = collection_find_source(s, cli->collection,
		    m->keys[d->count], &cli->arena, err);
		if (!status)
			status = collection_read_item(&d->items[d->count],
			    cli->collection, s->id, &cli->arena, err);
		if (!status)
			d->lines[d->count] = s->title;
	}
	return status;
}

/* What is no publication keeps its title; a style without a list cites. */
static void
write_references(struct documents *d, struct cli *cli, struct cite *cite)
{
	const struct csl_item **items = arena_alloc_array(&cli->arena,
	    (size_t)d->count + 1, sizeof *items);
	const char ***lines = arena_alloc_array(&cli->arena,
	    (size_t)d->count + 1, sizeof *lines);
	uint32_t count = 0;

	for (uint32_t i = 0; i < d->count; i++) {
		if (!cite_sources_is_publication(d->sources[i].kind,
			&d->items[i]))
			continue;
		lines[count] = &d->lines[i];
		items[count++] = &d->items[i];
	}
	cite_set_items(cite, items, count);
	for (uint32_t i = 0; i < count; i++) {
		struct cite_part part = { .item = i };
		struct rich text;
		struct str line;

		rich_init(&text);
		str_init(&line, 0);
		if (cite_has_bibliography(cite))
			cite_add_reference(&text, cite, i);
		else
			cite_add_citation(&text, cite, &part, 1);
		cite_text_add(&line, &text, CITE_PLAIN);
		if (line.len > 0)
			*lines[i] = arena_copy(&cli->arena, line.data,
			    line.len);
		str_clear(&line);
		rich_clear(&text);
	}
}

enum status
show_picture(struct cli *cli, const struct measure_shown *m, struct error *err)
{
	struct documents documents = { .count = 0 };
	struct chosen_style style;
	struct error ignored;
	struct str picture;
	enum status status = read_documents(&documents, cli, m, err);

	if (status)
		return status;
	if (chosen_style_open(&style, cli, &ignored) == STATUS_OK) {
		write_references(&documents, cli, style.cite);
		chosen_style_close(&style);
	}
	str_init(&picture, 0);
	status = measure_shown_add_picture(&picture, m, documents.lines,
	    documents.count, &cli->arena, err);
	/* A file of UTF-8 in any locale; a terminal gets what is harmless. */
	if (!status && cli->out.is_terminal)
		output_add_text(&cli->out, picture.data, picture.len);
	else if (!status)
		output_add(&cli->out, picture.data, picture.len);
	str_clear(&picture);
	return status;
}
