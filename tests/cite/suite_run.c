/* SPDX-License-Identifier: ISC */
#include "suite_run.h"

#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "base/mem.h"
#include "items.h"
#include "lab.h"

/* What a fixture is made of; items stand in the order of their citing. */
struct run {
	struct arena arena;
	struct csl_item *all; /* of INPUT */
	uint32_t all_count;
	const struct csl_item **items;
	uint32_t item_count;
	struct cite_cluster *clusters;
	const char **cluster_ids;
	uint32_t cluster_count;
	struct style *style;
	struct cite *cite;
};

/* The place of an item among those that are cited; made where it is new. */
static uint32_t
add_item(struct run *r, const json_t *id)
{
	const char *name = items_get_text(id, &r->arena);
	uint32_t at = items_find(r->all, r->all_count, name);

	if (at == r->all_count)
		return UINT32_MAX;
	for (uint32_t i = 0; i < r->item_count; i++) {
		if (r->items[i] == &r->all[at])
			return i;
	}
	r->items[r->item_count] = &r->all[at];
	return r->item_count++;
}

/* Of items with one id the last counts. */
static void
add_all_items(struct run *r)
{
	for (uint32_t i = 0; i < r->all_count; i++) {
		uint32_t first = items_find(r->all, r->all_count, r->all[i].id);

		if (first < i)
			r->all[first] = r->all[i];
		else
			r->items[r->item_count++] = &r->all[i];
	}
}

static struct cite_cluster
read_cluster(struct run *r, const json_t *cites, uint32_t note)
{
	size_t size = json_array_size(cites);
	struct cite_part *parts = arena_alloc_array(&r->arena, size + 1,
	    sizeof *parts);
	uint32_t count = 0;

	for (size_t i = 0; i < size; i++) {
		const json_t *cite = json_array_get(cites, i);
		uint32_t item = add_item(r, json_object_get(cite, "id"));

		if (item == UINT32_MAX)
			continue;
		parts[count] = items_read_part(cite, &r->arena);
		parts[count++].item = item;
	}
	return (struct cite_cluster){ parts, count, note };
}

static void
add_bibliography(struct str *out, struct cite *c)
{
	struct rich entry;

	rich_init(&entry);
	str_add_text(out, "<div class=\"csl-bib-body\">\n");
	for (uint32_t i = 0; i < cite_count_references(c); i++) {
		rich_reset(&entry);
		cite_add_reference(&entry, c, cite_get_reference_item(c, i));
		str_add_text(out, "  <div class=\"csl-entry\">");
		rich_add_html(out, &entry);
		str_add_text(out, "</div>\n");
	}
	str_add_text(out, "</div>");
	rich_clear(&entry);
}

/* The citations, a line each, as HTML: the caller's. */
static char **
format_clusters(struct run *r)
{
	char **lines = mem_alloc_array(r->cluster_count + 1, sizeof *lines);
	struct rich text;

	cite_set_clusters(r->cite, r->clusters, r->cluster_count);
	rich_init(&text);
	for (uint32_t i = 0; i < r->cluster_count; i++) {
		struct str html;

		rich_reset(&text);
		cite_add_cluster(&text, r->cite, i);
		str_init(&html, 0);
		rich_add_html(&html, &text);
		lines[i] = str_take(&html);
	}
	rich_clear(&text);
	return lines;
}

static void
free_lines(char **lines, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		free(lines[i]);
	free(lines);
}

/* [["CITATION-1", 1], ...]: what stands there already, with new notes. */
static void
keep_clusters(struct run *r, struct run *old, const json_t *list)
{
	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *pair = json_array_get(list, i);
		const char *id = json_string_value(json_array_get(pair, 0));

		for (uint32_t k = 0; id != NULL && k < old->cluster_count;
		     k++) {
			if (strcmp(old->cluster_ids[k], id) != 0)
				continue;
			r->clusters[r->cluster_count] = old->clusters[k];
			r->clusters[r->cluster_count].note = (uint32_t)
			    json_integer_value(json_array_get(pair, 1));
			r->cluster_ids[r->cluster_count++] = id;
		}
	}
}

/* The items in the order in which the clusters cite them. */
static void
order_items(struct run *r)
{
	const struct csl_item **old = r->items;
	uint32_t old_count = r->item_count;
	uint32_t *place = arena_alloc_array(&r->arena, old_count + 1,
	    sizeof *place);

	r->items = arena_alloc_array(&r->arena, r->all_count + 1,
	    sizeof *r->items);
	r->item_count = 0;
	for (uint32_t i = 0; i < r->cluster_count; i++) {
		struct cite_cluster *c = &r->clusters[i];
		struct cite_part *parts = arena_alloc_array(&r->arena,
		    c->count + 1, sizeof *parts);

		for (uint32_t k = 0; k < c->count; k++) {
			uint32_t item = c->parts[k].item;

			if (place[item] == 0) {
				r->items[r->item_count] = old[item];
				place[item] = ++r->item_count;
			}
			parts[k] = c->parts[k];
			parts[k].item = place[item] - 1;
		}
		c->parts = parts;
	}
}

/* One step of CITATIONS: [citation, those before, those behind]. */
static void
step_citations(struct run *r, const json_t *step)
{
	const json_t *citation = json_array_get(step, 0);
	const json_t *properties = json_object_get(citation, "properties");
	struct run old = *r;
	uint32_t at;

	r->clusters = arena_alloc_array(&r->arena, old.cluster_count + 2,
	    sizeof *r->clusters);
	r->cluster_ids = arena_alloc_array(&r->arena, old.cluster_count + 2,
	    sizeof *r->cluster_ids);
	r->cluster_count = 0;
	keep_clusters(r, &old, json_array_get(step, 1));
	at = r->cluster_count++;
	r->clusters[at] = read_cluster(r,
	    json_object_get(citation, "citationItems"),
	    (uint32_t)json_integer_value(
		json_object_get(properties, "noteIndex")));
	r->cluster_ids[at] = json_string_value(
	    json_object_get(citation, "citationID"));
	if (r->cluster_ids[at] == NULL)
		r->cluster_ids[at] = "";
	keep_clusters(r, &old, json_array_get(step, 2));
}

/* What stands after the last step. */
static void
add_citations(struct str *out, struct run *r, const json_t *steps)
{
	char **lines;

	for (size_t i = 0; i < json_array_size(steps); i++)
		step_citations(r, json_array_get(steps, i));
	order_items(r);
	cite_set_items(r->cite, r->items, r->item_count);
	lines = format_clusters(r);
	for (uint32_t i = 0; i < r->cluster_count; i++) {
		str_add_format(out, "%s>>[%u] ", i > 0 ? "\n" : "", i);
		str_add_text(out, lines[i]);
	}
	free_lines(lines, r->cluster_count);
}

/* Each by itself, as CITATION-ITEMS has them; or one of all items, in the
 * order of the list. */
static void
add_plain_citations(struct str *out, struct run *r, const json_t *lists)
{
	size_t count = lists != NULL ? json_array_size(lists) : 1;
	struct rich text;

	rich_init(&text);
	for (size_t i = 0; i < count; i++) {
		struct cite_cluster c;

		if (lists != NULL) {
			c = read_cluster(r, json_array_get(lists, i), 0);
		} else {
			struct cite_part *parts = arena_alloc_array(&r->arena,
			    r->item_count + 1, sizeof *parts);

			for (uint32_t k = 0; k < r->item_count; k++)
				parts[k].item = cite_get_reference_item(r->cite,
				    k);
			c = (struct cite_cluster){ parts, r->item_count, 0 };
		}
		rich_reset(&text);
		cite_add_citation(&text, r->cite, c.parts, c.count);
		if (i > 0)
			str_add_char(out, '\n');
		rich_add_html(out, &text);
	}
	rich_clear(&text);
}

static enum status
read_json(json_t **out, const struct fixture *f, const char *section,
    struct error *err)
{
	const char *text = fixture_get(f, section);
	json_error_t fault;

	*out = NULL;
	if (text == NULL)
		return STATUS_OK;
	*out = json_loads(text, 0, &fault);
	if (*out == NULL)
		return error_set(err, STATUS_INVALID, "%s: line %d: %s",
		    section, fault.line, fault.text);
	return STATUS_OK;
}

/* BIBENTRIES are lists of what is there, one after the other. */
static void
set_items(struct run *r, const json_t *entries)
{
	size_t count = json_array_size(entries);
	const json_t *last = json_array_get(entries, count - (count > 0));

	if (count == 0) {
		add_all_items(r);
	} else {
		for (size_t i = 0; i < json_array_size(last); i++)
			add_item(r, json_array_get(last, i));
	}
	cite_set_items(r->cite, r->items, r->item_count);
}

static enum status
format(struct str *out, struct run *r, const struct fixture *f,
    struct error *err)
{
	const char *mode = fixture_get(f, "MODE");
	json_t *lists = NULL, *steps = NULL, *entries = NULL;
	enum status status = read_json(&lists, f, "CITATION-ITEMS", err);

	if (status == STATUS_OK)
		status = read_json(&steps, f, "CITATIONS", err);
	if (status == STATUS_OK)
		status = read_json(&entries, f, "BIBENTRIES", err);
	if (status != STATUS_OK)
		goto done;
	if (steps == NULL)
		set_items(r, entries);
	if (mode != NULL && strncmp(mode, "bibliography", 12) == 0) {
		struct str unused;

		str_init(&unused, 0);
		if (steps != NULL)
			add_citations(&unused, r, steps);
		else if (lists != NULL)
			add_plain_citations(&unused, r, lists);
		str_clear(&unused);
		add_bibliography(out, r->cite);
	} else if (steps != NULL) {
		add_citations(out, r, steps);
	} else {
		add_plain_citations(out, r, lists);
	}
done:
	json_decref(lists);
	json_decref(steps);
	json_decref(entries);
	return status;
}

enum status
suite_run(struct str *out, const struct fixture *f, struct error *err)
{
	const char *csl = fixture_get(f, "CSL");
	struct run r = { 0 };
	json_t *input = NULL;
	enum status status = read_json(&input, f, "INPUT", err);

	if (status == STATUS_OK && (csl == NULL || input == NULL))
		status = error_set(err, STATUS_INVALID, "no CSL, or no INPUT");
	if (status == STATUS_OK)
		status = lab_compile(&r.style, "CSL", csl, strlen(csl), err);
	if (status == STATUS_OK)
		status = lab_new_cite(&r.cite, r.style, err);
	if (status == STATUS_OK) {
		r.all = items_read(input, &r.all_count, &r.arena);
		r.items = arena_alloc_array(&r.arena, r.all_count + 1,
		    sizeof *r.items);
		status = format(out, &r, f, err);
	}
	if (r.cite != NULL)
		cite_free(r.cite);
	style_free(r.style);
	json_decref(input);
	arena_clear(&r.arena);
	return status;
}
