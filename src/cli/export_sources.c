/* SPDX-License-Identifier: ISC */
#include "export_sources.h"

#include <string.h>

#include "record_set.h"
#include "store/collection_search.h"
#include "suggest.h"

struct reading {
	struct cli *cli;
	struct export_sources *out;
	struct record_set seen;
	struct arena arena; /* of one page at a time */
};

static void
add_source(struct reading *r, const struct source *s)
{
	struct export_sources *out = r->out;

	if (!record_set_add(&r->seen, RECORD_SOURCE, s->id))
		return;
	if (out->count == out->cap) {
		struct source *more;

		out->cap = out->cap ? 2 * out->cap : 64;
		more = arena_alloc_array(&r->cli->arena, out->cap,
		    sizeof *more);
		if (out->count > 0)
			memcpy(more, out->sources, out->count * sizeof *more);
		out->sources = more;
	}
	out->sources[out->count++] = *s;
}

static enum status
add_key(struct reading *r, const char *key, struct error *err)
{
	struct source source;
	enum status status = suggest_check_slug("key", key, err);

	if (!status)
		status = collection_find_source(&source, r->cli->collection,
		    key, &r->cli->arena, err);
	if (status == STATUS_NOT_FOUND)
		return cli_fail_slug(r->cli, RECORD_SOURCE, key, err);
	if (!status)
		add_source(r, &source);
	return status;
}

static enum status
add_all(struct reading *r, struct error *err)
{
	struct source *sources;
	uint32_t count;
	enum status status = collection_list_sources(&sources, &count,
	    r->cli->collection, &r->cli->arena, err);

	for (uint32_t i = 0; !status && i < count; i++)
		add_source(r, &sources[i]);
	return status;
}

/* ---- What a page cites ---- */

/* Most steps lead to what is there already, which is not kept again. */
static enum status
add_step(struct reading *r, const char *key, struct error *err)
{
	struct source source;
	enum status status = collection_find_source(&source, r->cli->collection,
	    key, &r->arena, err);

	if (!status && record_set_add(&r->seen, RECORD_NONE, source.id))
		status = add_key(r, key, err);
	return status;
}

static enum status
add_page(struct reading *r, enum record_kind kind, int64_t id,
    struct error *err)
{
	struct page page;
	enum status status;

	arena_reset(&r->arena);
	status = collection_read_page(&page, r->cli->collection, kind, id,
	    &r->arena, err);
	if (status)
		return status;
	for (uint32_t i = 0; i < page.citation_count; i++) {
		const struct citation *c = &page.citations[i];

		for (uint32_t j = 0; j < c->step_count && !status; j++) {
			if (c->steps[j].key)
				status = add_step(r, c->steps[j].key, err);
		}
		if (status)
			return status;
	}
	return STATUS_OK;
}

/* measure 0: all of them */
static enum status
add_figures(struct reading *r, int64_t measure, struct error *err)
{
	struct figure *figures;
	uint32_t count;
	enum status status = collection_list_figures(&figures, &count,
	    r->cli->collection, measure, 0, &r->cli->arena, err);

	for (uint32_t i = 0; !status && i < count; i++)
		status = add_page(r, RECORD_FIGURE, figures[i].id, err);
	return status;
}

static enum status
add_measure(struct reading *r, int64_t id, struct error *err)
{
	enum status status = add_page(r, RECORD_MEASURE, id, err);

	return status ? status : add_figures(r, id, err);
}

static enum status
add_record(struct reading *r, enum record_kind kind, const char *slug,
    struct error *err)
{
	int64_t id;
	enum status status = suggest_check_slug("slug", slug, err);

	if (status)
		return status;
	if (kind == RECORD_SOURCE)
		return add_key(r, slug, err);
	status = collection_find_record(&id, r->cli->collection, kind, slug,
	    &r->cli->arena, err);
	if (status == STATUS_NOT_FOUND)
		return cli_fail_slug(r->cli, kind, slug, err);
	if (status)
		return status;
	return kind == RECORD_MEASURE ? add_measure(r, id, err) :
					add_page(r, kind, id, err);
}

/* ---- What all of a kind cite ---- */

static enum status
add_topics(struct reading *r, struct error *err)
{
	struct topic *topics;
	uint32_t count;
	enum status status = collection_list_topics(&topics, &count,
	    r->cli->collection, 1, UINT32_MAX, &r->cli->arena, err);

	for (uint32_t i = 0; !status && i < count; i++)
		status = add_page(r, RECORD_TOPIC, topics[i].id, err);
	return status;
}

static enum status
add_events(struct reading *r, struct error *err)
{
	struct event *events;
	uint32_t count;
	enum status status = collection_list_events(&events, &count,
	    r->cli->collection, 0, &r->cli->arena, err);

	for (uint32_t i = 0; !status && i < count; i++)
		status = add_page(r, RECORD_EVENT, events[i].id, err);
	return status;
}

static enum status
add_measures(struct reading *r, struct error *err)
{
	struct measure *measures;
	uint32_t count;
	enum status status = collection_list_measures(&measures, &count,
	    r->cli->collection, &r->cli->arena, err);

	for (uint32_t i = 0; !status && i < count; i++)
		status = add_measure(r, measures[i].id, err);
	return status;
}

static enum status
add_disagreements(struct reading *r, struct error *err)
{
	struct disagreement *all;
	uint32_t count;
	enum status status = collection_list_disagreements(&all, &count,
	    r->cli->collection, &r->cli->arena, err);

	for (uint32_t i = 0; !status && i < count; i++)
		status = add_page(r, RECORD_DISAGREEMENT, all[i].id, err);
	return status;
}

static enum status
add_list(struct reading *r, enum record_kind kind, struct error *err)
{
	switch (kind) {
	case RECORD_TOPIC:
		return add_topics(r, err);
	case RECORD_FIGURE:
		return add_figures(r, 0, err);
	case RECORD_EVENT:
		return add_events(r, err);
	case RECORD_MEASURE:
		return add_measures(r, err);
	case RECORD_DISAGREEMENT:
		return add_disagreements(r, err);
	default:
		return add_all(r, err);
	}
}

/* ---- What is asked for ---- */

enum record_kind
export_find_list(const char *name)
{
	static const enum record_kind kinds[] = { RECORD_TOPIC, RECORD_FIGURE,
		RECORD_MEASURE, RECORD_SOURCE, RECORD_EVENT,
		RECORD_DISAGREEMENT };

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		const char *one = record_get_name(kinds[i]);
		size_t len = strlen(one);

		if (strncmp(name, one, len) == 0 &&
		    strcmp(name + len, "s") == 0)
			return kinds[i];
	}
	return RECORD_NONE;
}

/* "figure:SLUG"; a key may have a colon too. */
static enum record_kind
find_kind(const char *operand, const char **slug)
{
	const char *colon = strchr(operand, ':');
	enum record_kind kind = RECORD_NONE;

	for (int i = RECORD_TOPIC; colon && i < RECORD_DISAGREEMENT; i++) {
		const char *name = record_get_name((enum record_kind)i);

		if (strlen(name) == (size_t)(colon - operand) &&
		    strncmp(operand, name, strlen(name)) == 0)
			kind = (enum record_kind)i;
	}
	*slug = kind ? colon + 1 : operand;
	return kind ? kind : RECORD_SOURCE;
}

static enum status
add_operand(struct reading *r, const char *operand, struct error *err)
{
	enum record_kind list = export_find_list(operand);
	enum record_kind kind;
	const char *slug;

	if (list)
		return add_list(r, list, err);
	kind = find_kind(operand, &slug);
	return add_record(r, kind, slug, err);
}

enum status
export_sources_read(struct export_sources *out, struct cli *cli,
    const char *const *operands, struct error *err)
{
	struct reading r = { .cli = cli, .out = out };
	enum status status = cli_open(cli, err);

	*out = (struct export_sources){ 0 };
	if (!status && !*operands)
		status = add_all(&r, err);
	for (; !status && *operands; operands++)
		status = add_operand(&r, *operands, err);
	record_set_clear(&r.seen);
	arena_clear(&r.arena);
	return status;
}
