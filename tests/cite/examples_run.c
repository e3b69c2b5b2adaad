/* SPDX-License-Identifier: ISC */
#include "examples.h"

#include <string.h>

#include "base/str.h"
#include "items.h"

static json_t *
read_expected(const struct examples *e, const char *name)
{
	struct str path;
	json_t *value;

	str_init(&path, 0);
	str_add_format(&path, "expected/%s.json", name);
	value = examples_read(e, path.data);
	str_clear(&path);
	return value;
}

/* What is wanted of a record in a form. */
static bool
find_wanted(struct wanted *out, const json_t *record, const char *form)
{
	*out = (struct wanted){
		.text = json_string_value(json_object_get(record, form)),
		.also = json_object_get(json_object_get(record, "also"), form),
		.has_doubt = json_object_get(record, "doubt") != NULL,
	};
	return out->text != NULL;
}

/* The entry of the list, as text and as HTML. */
static void
run_reference(struct examples *e, const struct csl_item *item,
    const json_t *record)
{
	struct wanted wanted;
	struct rich text;

	rich_init(&text);
	cite_add_reference(&text, e->cite, 0);
	if (find_wanted(&wanted, record, "bibliography"))
		examples_judge_rich(e, FORM_BIBLIOGRAPHY, item->id, &text,
		    &wanted);
	if (find_wanted(&wanted, record, "bibliography_html")) {
		wanted.is_html = true;
		examples_judge_rich(e, FORM_HTML, item->id, &text, &wanted);
	}
	rich_clear(&text);
}

static void
run_citation(struct examples *e, const struct csl_item *item,
    const json_t *record, const char *key, enum form form,
    const struct cite_part *part)
{
	struct wanted wanted;
	struct rich text;

	if (!find_wanted(&wanted, record, key))
		return;
	rich_init(&text);
	if (form == FORM_NARRATIVE)
		cite_add_narrative(&text, e->cite, part);
	else
		cite_add_citation(&text, e->cite, part, 1);
	examples_judge_rich(e, form, item->id, &text, &wanted);
	rich_clear(&text);
}

static void
run_record(struct examples *e, const struct csl_item *item,
    const json_t *record, const json_t *place, struct arena *arena)
{
	struct cite_part alone = { 0 }, located = { 0 }, later;

	if (place != NULL)
		located = items_read_part(place, arena);
	later = located;
	later.position = CITE_SUBSEQUENT;
	cite_set_items(e->cite, &item, 1);
	run_reference(e, item, record);
	run_citation(e, item, record, "citation", FORM_CITATION, &alone);
	run_citation(e, item, record, "citation_locator", FORM_LOCATOR,
	    &located);
	run_citation(e, item, record, "citation_subsequent", FORM_SUBSEQUENT,
	    &later);
	run_citation(e, item, record, "narrative", FORM_NARRATIVE, &alone);
}

void
examples_run_records(struct examples *e)
{
	struct arena arena = { 0 };
	json_t *records = examples_read(e, "records.json");
	json_t *places = examples_read(e, "locators.json");
	json_t *expected = read_expected(e, e->style_name);
	uint32_t count;
	struct csl_item *items = items_read(records, &count, &arena);

	for (uint32_t i = 0; i < count; i++)
		run_record(e, &items[i], json_object_get(expected, items[i].id),
		    json_object_get(places, items[i].id), &arena);
	json_decref(records);
	json_decref(places);
	json_decref(expected);
	arena_clear(&arena);
}

/* One list of lists.json; cited: its items in the order of their citing. */
struct list {
	const char *name;
	struct csl_item *items;
	const struct csl_item **cited;
	uint32_t count, cited_count;
	const json_t *expected;
};

static uint32_t
cite_item(struct list *list, const char *id)
{
	uint32_t at = items_find(list->items, list->count, id);

	for (uint32_t i = 0; i < list->cited_count; i++) {
		if (list->cited[i] == &list->items[at])
			return i;
	}
	if (at == list->count)
		return at;
	list->cited[list->cited_count] = &list->items[at];
	return list->cited_count++;
}

static void
judge_order(struct examples *e, const struct list *list, uint32_t place,
    const struct csl_item *item)
{
	const json_t *order = json_object_get(list->expected, "order");
	struct wanted wanted = {
		.text = json_string_value(json_array_get(order, place)),
	};

	if (wanted.text != NULL)
		examples_judge(e, FORM_LISTS, list->name, item->id, &wanted);
}

static void
judge_entry(struct examples *e, const struct list *list, const char *key,
    uint32_t at, const struct rich *text)
{
	const json_t *texts = json_object_get(list->expected, key);
	struct wanted wanted = {
		.text = json_string_value(json_array_get(texts, at)),
	};

	if (wanted.text != NULL)
		examples_judge_rich(e, FORM_LISTS, list->name, text, &wanted);
}

static void
judge_references(struct examples *e, const struct list *list)
{
	uint32_t count = cite_count_references(e->cite);
	struct rich text;

	rich_init(&text);
	for (uint32_t i = 0; i < count; i++) {
		uint32_t item = cite_get_reference_item(e->cite, i);

		rich_reset(&text);
		cite_add_reference(&text, e->cite, item);
		judge_entry(e, list, "bibliography", i, &text);
		judge_order(e, list, i, list->cited[item]);
	}
	rich_clear(&text);
}

static struct cite_cluster
read_cluster(struct list *list, const json_t *cites, struct arena *arena)
{
	uint32_t count = (uint32_t)json_array_size(cites);
	struct cite_part *parts = arena_alloc_array(arena, count,
	    sizeof *parts);

	for (uint32_t i = 0; i < count; i++) {
		const json_t *cite = json_array_get(cites, i);
		const json_t *id = json_is_object(cite) ?
		    json_object_get(cite, "id") :
		    cite;

		parts[i] = items_read_part(cite, arena);
		parts[i].item = cite_item(list, json_string_value(id));
	}
	return (struct cite_cluster){ parts, count, 0 };
}

static void
run_list(struct examples *e, struct list *list, const json_t *input,
    struct arena *arena)
{
	const json_t *lists = json_object_get(input, "clusters");
	uint32_t count = (uint32_t)json_array_size(lists);
	struct cite_cluster *clusters = arena_alloc_array(arena, count + 1,
	    sizeof *clusters);
	struct rich text;

	list->cited = arena_alloc_array(arena, list->count + 1,
	    sizeof *list->cited);
	for (uint32_t i = 0; i < count; i++) {
		clusters[i] = read_cluster(list, json_array_get(lists, i),
		    arena);
		if (cite_is_note_style(e->cite))
			clusters[i].note = i + 1;
	}
	for (uint32_t i = 0; i < list->count; i++)
		cite_item(list, list->items[i].id);
	cite_set_items(e->cite, list->cited, list->cited_count);
	judge_references(e, list);
	cite_set_clusters(e->cite, clusters, count);
	rich_init(&text);
	for (uint32_t i = 0; i < count; i++) {
		rich_reset(&text);
		cite_add_cluster(&text, e->cite, i);
		judge_entry(e, list, "citations", i, &text);
	}
	rich_clear(&text);
}

void
examples_run_lists(struct examples *e)
{
	struct arena arena = { 0 };
	json_t *lists = examples_read(e, "lists.json");
	json_t *expected = read_expected(e, "lists");
	const json_t *of_style = json_object_get(expected, e->style_name);
	const char *name;
	json_t *input;

	json_object_foreach(lists, name, input)
	{
		struct list list = { .name = name,
			.expected = json_object_get(of_style, name) };

		list.items = items_read(json_object_get(input, "items"),
		    &list.count, &arena);
		run_list(e, &list, input, &arena);
	}
	json_decref(lists);
	json_decref(expected);
	arena_clear(&arena);
}

/* What was read stands first: it is what a numbered list has. */
static void
run_pair(struct examples *e, const json_t *pair, const json_t *of_style,
    struct arena *arena)
{
	json_t *both = json_pack("[OO]", json_object_get(pair, "in"),
	    json_object_get(pair, "original"));
	uint32_t count;
	const struct csl_item *items = items_read(both, &count, arena);
	const struct csl_item *lent[2] = { &items[0], &items[1] };
	struct cite_secondary s = { .original = { .item = 1 },
		.in = items_read_part(pair, arena) };
	const json_t *record;
	struct wanted wanted;
	struct str name;
	struct rich text;

	str_init(&name, 0);
	str_add_format(&name, "%s in %s", items[1].id, items[0].id);
	record = json_object_get(of_style, name.data);
	cite_set_items(e->cite, lent, 2);
	rich_init(&text);
	cite_add_secondary(&text, e->cite, &s);
	if (find_wanted(&wanted, record, "citation"))
		examples_judge_rich(e, FORM_SECONDARY, name.data, &text,
		    &wanted);
	rich_reset(&text);
	cite_add_secondary_reference(&text, e->cite, &s);
	if (find_wanted(&wanted, record, "bibliography"))
		examples_judge_rich(e, FORM_SECONDARY, name.data, &text,
		    &wanted);
	rich_clear(&text);
	str_clear(&name);
	json_decref(both);
}

void
examples_run_secondary(struct examples *e)
{
	struct arena arena = { 0 };
	json_t *pairs = examples_read(e, "secondary.json");
	json_t *expected = read_expected(e, "secondary");
	const json_t *of_style = json_object_get(expected, e->style_name);

	for (size_t i = 0; i < json_array_size(pairs); i++)
		run_pair(e, json_array_get(pairs, i), of_style, &arena);
	json_decref(pairs);
	json_decref(expected);
	arena_clear(&arena);
}
