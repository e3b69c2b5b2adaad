/* SPDX-License-Identifier: ISC */
#include "reader/measure_shown.h"

#include "reader/references.h"
#include "store/collection_csl.h"

/* The documents of a measure, as references. */
struct documents {
	struct csl_item *items;
	const struct csl_item **publications;
	const char ***lines; /* that of each publication */
	uint32_t count;      /* of publications */
};

/* What is no publication has its title alone. */
static enum status
read_document(struct documents *d, const char **line, struct collection *c,
    const char *key, struct arena *arena, struct error *err)
{
	struct csl_item *item = &d->items[d->count];
	struct source s;
	enum status status = collection_find_source(&s, c, key, arena, err);

	if (!status)
		status = collection_read_item(item, c, s.id, arena, err);
	if (status)
		return status;
	*line = s.title[0] ? s.title : s.label;
	if (!references_is_publication(item))
		return STATUS_OK;
	d->lines[d->count] = line;
	d->publications[d->count++] = item;
	return STATUS_OK;
}

static const char *
write_reference(struct cite *cite, uint32_t item, struct arena *arena)
{
	struct cite_part part = { .item = item };
	const char *line = NULL;
	struct rich text;
	struct str plain;

	rich_init(&text);
	str_init(&plain, 0);
	if (cite_has_bibliography(cite))
		cite_add_reference(&text, cite, item);
	else
		cite_add_citation(&text, cite, &part, 1);
	references_add_as(&plain, &text, COPY_PLAIN);
	if (plain.len > 0)
		line = arena_copy(arena, plain.data, plain.len);
	str_clear(&plain);
	rich_clear(&text);
	return line;
}

enum status
measure_shown_list_references(const char ***out, const struct measure_shown *m,
    struct cite *cite, struct arena *arena, struct error *err)
{
	size_t room = (size_t)m->key_count + 1;
	const char **lines = arena_alloc_array(arena, room, sizeof *lines);
	struct documents d = {
		.items = arena_alloc_array(arena, room, sizeof *d.items),
		.publications = arena_alloc_array(arena, room,
		    sizeof *d.publications),
		.lines = arena_alloc_array(arena, room, sizeof *d.lines),
	};
	enum status status = STATUS_OK;

	for (uint32_t i = 0; i < m->key_count && !status; i++)
		status = read_document(&d, &lines[i], m->collection, m->keys[i],
		    arena, err);
	if (status)
		return status;
	*out = lines;
	if (!cite)
		return STATUS_OK;
	cite_set_items(cite, d.publications, d.count);
	for (uint32_t i = 0; i < d.count; i++) {
		const char *line = write_reference(cite, i, arena);

		if (line)
			*d.lines[i] = line;
	}
	cite_set_items(cite, NULL, 0);
	return STATUS_OK;
}
