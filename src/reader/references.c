/* SPDX-License-Identifier: ISC */
#include "reader/references.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "reader/style_shelf.h"
#include "references_private.h"
#include "store/collection_csl.h"

struct references *
references_new(struct session *session)
{
	struct references *r = mem_alloc_array(1, sizeof *r);

	r->session = session;
	str_init(&r->fault, 0);
	return r;
}

static void
close_style(struct references *r)
{
	cite_free(r->cite);
	style_free(r->style);
	style_free(r->locale);
	r->cite = NULL;
	r->style = r->locale = NULL;
	r->open[0] = r->wished[0] = '\0';
}

void
references_free(struct references *r)
{
	if (!r)
		return;
	close_style(r);
	arena_clear(&r->arena);
	str_clear(&r->fault);
	str_clear(&r->told);
	free(r);
}

/* ---- The style ---- */

static const char fallback[] = "plain";

static enum status
open_one(struct references *r, const char *id, struct error *err)
{
	enum status status = style_shelf_find(&r->style, &r->locale, id, NULL,
	    err);

	if (!status)
		status = cite_new(&r->cite, r->style, r->locale, err);
	if (status) {
		close_style(r);
		return status;
	}
	memcpy(r->open, id, strlen(id) + 1);
	return STATUS_OK;
}

/* What is not here is said, and "plain" serves. */
static enum status
open_style(struct references *r, struct error *err)
{
	const char *wished = r->session->settings.style;
	enum status status;

	if (r->wished[0] && strcmp(r->wished, wished) == 0)
		return r->cite ? STATUS_OK : STATUS_NOT_FOUND;
	close_style(r);
	str_reset(&r->fault);
	status = open_one(r, wished, err);
	if (status && strcmp(wished, fallback) != 0) {
		struct error ignored;

		status = open_one(r, fallback, &ignored);
		/* What is done first: the end may be cut. */
		str_add_format(&r->fault, "%s%s",
		    status ? "" : "plain serves: ", err->message);
	}
	/* What is not here is not looked for again and again. */
	memcpy(r->wished, wished, strlen(wished) + 1);
	return status;
}

const char *
references_get_style(const struct references *r)
{
	static const struct {
		const char *id, *name;
	} names[] = {
		{ "apa", "APA" },
		{ "chicago-author-date", "Chicago" },
		{ "chicago-fullnote-bibliography", "Chicago notes" },
		{ "chicago-note-bibliography", "Chicago short notes" },
		{ "modern-language-association", "MLA" },
		{ "harvard-cite-them-right", "Harvard" },
		{ "ieee", "IEEE" },
		{ "vancouver", "Vancouver" },
	};
	const char *wished = r->session->settings.style;
	const char *id = wished;

	if (r->open[0] && strcmp(r->wished, wished) == 0)
		id = r->open;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (strcmp(names[i].id, id) == 0)
			return names[i].name;
	}
	return id;
}

const char *
references_take_fault(struct references *r)
{
	if (r->fault.len == 0)
		return NULL;
	str_clear(&r->told);
	r->told = r->fault;
	str_init(&r->fault, 0);
	return r->told.data;
}

/* ---- What is set ---- */

/* A style that cannot be opened leaves sources without words. */
static void
begin(struct references *r, uint32_t chains)
{
	struct error err;

	if (open_style(r, &err) == STATUS_OK)
		cite_set_items(r->cite, NULL, 0);
	arena_reset(&r->arena);
	r->item_count = r->chain_count = 0;
	/* A document and what it leads to. */
	r->items = arena_alloc_array(&r->arena, (size_t)chains * 2 + 1,
	    sizeof *r->items);
	r->chains = arena_alloc_array(&r->arena, (size_t)chains + 1,
	    sizeof *r->chains);
}

void
references_set_items(struct references *r)
{
	if (r->cite)
		cite_set_items(r->cite, r->items, r->item_count);
}

/*
 * One who was credited, and is no publication, is known by the name alone:
 * a person, an organisation, an outlet.
 */
static void
name_item(struct csl_item *item, const struct source *s, struct arena *arena)
{
	struct csl_names *author = &item->names[CSL_AUTHOR - CSL_TEXT_COUNT];
	struct csl_name *name;

	if (author->count > 0 || references_is_publication(item))
		return;
	name = arena_alloc_array(arena, 1, sizeof *name);
	name->literal = s->title[0] ? s->title : s->label;
	*author = (struct csl_names){ name, 1 };
	item->texts[CSL_TITLE] = NULL;
}

static enum status
read_item(uint32_t *out, struct references *r, const char *key,
    struct error *err)
{
	struct collection *c = r->session->collection;
	struct csl_item *item;
	struct source s;
	enum status status;

	item = arena_alloc_array(&r->arena, 1, sizeof *item);
	status = collection_find_source(&s, c, key, &r->arena, err);
	if (!status)
		status = collection_read_item(item, c, s.id, &r->arena, err);
	if (status)
		return status;
	item->id = arena_copy_text(&r->arena, key);
	name_item(item, &s, &r->arena);
	r->items[r->item_count] = item;
	*out = r->item_count++;
	return STATUS_OK;
}

static enum status
add_item(uint32_t *out, struct references *r, const char *key,
    struct error *err)
{
	for (uint32_t i = 0; i < r->item_count; i++) {
		if (strcmp(r->items[i]->id, key) == 0) {
			*out = i;
			return STATUS_OK;
		}
	}
	return read_item(out, r, key, err);
}

/*
 * What a chain leads to and was not seen: the last that is credited or was
 * identified; NULL where that has no record.
 */
static const struct step *
find_unseen(const struct citation *chain)
{
	const struct step *last = NULL;

	for (uint32_t i = 1; i < chain->step_count; i++) {
		if (chain->steps[i].role != STEP_SPOKEN_BY)
			last = &chain->steps[i];
	}
	return last && last->key && last->seen == SEEN_NO ? last : NULL;
}

/* A locator without a label is no page: it stands behind as it is. */
static void
set_part(struct cite_part *out, struct references *r, uint32_t item,
    const struct step *step)
{
	struct str suffix;

	*out = (struct cite_part){ .item = item };
	if (!step->locator_value)
		return;
	if (step->locator_label && step->locator_label[0]) {
		out->label = arena_copy_text(&r->arena, step->locator_label);
		out->locator = arena_copy_text(&r->arena, step->locator_value);
		return;
	}
	str_init(&suffix, 0);
	str_add_format(&suffix, ", %s", step->locator_value);
	out->suffix = arena_copy(&r->arena, suffix.data, suffix.len);
	str_clear(&suffix);
}

/* A chain whose first step has no record has nothing to cite. */
static enum status
add_document(struct references *r, const struct citation *chain,
    struct error *err)
{
	struct reference_chain *of = &r->chains[r->chain_count];
	uint32_t item = 0;
	enum status status;

	r->chain_count++;
	if (chain->step_count == 0 || !chain->steps[0].key)
		return STATUS_OK;
	status = add_item(&item, r, chain->steps[0].key, err);
	if (status)
		return status;
	of->is_there = true;
	set_part(&of->read.in, r, item, &chain->steps[0]);
	return STATUS_OK;
}

static enum status
add_original(struct references *r, uint32_t number,
    const struct citation *chain, bool is_quotation, struct error *err)
{
	struct reference_chain *of = &r->chains[number];
	const struct step *unseen = find_unseen(chain);
	uint32_t item = 0;
	enum status status;

	if (!of->is_there || !unseen)
		return STATUS_OK;
	status = add_item(&item, r, unseen->key, err);
	if (status || item == of->read.in.item)
		return status;
	of->is_secondary = true;
	of->read.is_quotation = is_quotation;
	set_part(&of->read.original, r, item, unseen);
	return STATUS_OK;
}

enum status
references_set_chains(struct references *r, const struct citation *chains,
    uint32_t count, bool is_quotation, struct error *err)
{
	enum status status = STATUS_OK;

	begin(r, count);
	/* What was read is numbered first. */
	for (uint32_t i = 0; !status && i < count; i++)
		status = add_document(r, &chains[i], err);
	for (uint32_t i = 0; !status && i < count; i++)
		status = add_original(r, i, &chains[i], is_quotation, err);
	if (status) {
		r->chain_count = r->item_count = 0;
		return status;
	}
	references_set_items(r);
	return STATUS_OK;
}

enum status
references_set_sources(struct references *r, const char *const *keys,
    uint32_t count, struct error *err)
{
	enum status status = STATUS_OK;

	begin(r, count);
	for (uint32_t i = 0; !status && i < count; i++) {
		struct reference_chain *of = &r->chains[r->chain_count++];

		status = read_item(&of->read.in.item, r, keys[i], err);
		of->is_there = status == STATUS_OK;
	}
	if (status) {
		r->chain_count = r->item_count = 0;
		return status;
	}
	references_set_items(r);
	return STATUS_OK;
}

void
references_set_item(struct references *r, const struct csl_item *item)
{
	begin(r, 1);
	r->items[r->item_count++] = item;
	r->chains[r->chain_count++].is_there = true;
	references_set_items(r);
}

struct cite *
references_open_style(struct references *r)
{
	begin(r, 0);
	return r->cite;
}

bool
references_have_style(const struct references *r)
{
	return r->cite != NULL;
}

uint32_t
references_count_items(const struct references *r)
{
	return r->item_count;
}

const struct csl_item *
references_get_item(const struct references *r, uint32_t item)
{
	return item < r->item_count ? r->items[item] : NULL;
}

bool
references_is_publication(const struct csl_item *item)
{
	return item->type != CSL_TYPE_NONE;
}

uint32_t
references_count_publications(const struct references *r)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < r->item_count; i++)
		count += references_is_publication(r->items[i]);
	return count;
}

bool
references_are_notes(const struct references *r)
{
	return r->cite && cite_is_note_style(r->cite);
}
