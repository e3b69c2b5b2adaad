/* SPDX-License-Identifier: ISC */
#include "store/collection_csl.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "csl_fill.h"
#include "json_tree.h"

/*
 * CSL-JSON as others write it: what is of another form than the schema says
 * is refused by name, and what an item has beyond it is passed over.
 * Source: csl-data.json 1.0.2.
 */
enum { ITEM_LIMIT = 100 * 1000 };

struct items {
	struct csl_item *items;
	uint32_t count, cap;
	struct arena *arena;
	struct arena scratch; /* of one item's tree */
};

enum status
csl_fill_fail(const struct json_node *member, const char *wanted,
    struct error *err)
{
	const struct json_node *inner = member, *outer = member;

	while (!*inner->key && inner->parent)
		inner = inner->parent;
	while (outer->parent && outer->parent->parent)
		outer = outer->parent;
	if (outer == inner || strcmp(outer->key, inner->key) == 0)
		return error_set(err, STATUS_INVALID,
		    "\"%.80s\" has to be %s, not %s", outer->key, wanted,
		    json_kind_get_name(member->kind));
	return error_set(err, STATUS_INVALID,
	    "\"%.80s\" of \"%.80s\" has to be %s, not %s", inner->key,
	    outer->key, wanted, json_kind_get_name(member->kind));
}

/* NULL where there is nothing. */
static enum status
read_text(const char **out, const struct json_node *member, struct arena *arena,
    struct error *err)
{
	*out = NULL;
	if (member->kind == JSON_KIND_TEXT || member->kind == JSON_KIND_NUMBER)
		*out = *member->text ? arena_copy_text(arena, member->text) :
				       NULL;
	else if (member->kind != JSON_KIND_NULL)
		return csl_fill_fail(member, "text", err);
	return STATUS_OK;
}

static bool
is_set(const struct json_node *member)
{
	static const char *const no[] = { "", "0", "false" };

	for (size_t i = 0; i < sizeof no / sizeof *no; i++) {
		if (strcmp(member->text, no[i]) == 0)
			return false;
	}
	return true;
}

static const struct {
	const char *name;
	size_t offset; /* in struct csl_name */
	bool is_flag;
} name_members[] = {
	{ "family", offsetof(struct csl_name, family), false },
	{ "given", offsetof(struct csl_name, given), false },
	{ "suffix", offsetof(struct csl_name, suffix), false },
	{ "literal", offsetof(struct csl_name, literal), false },
	{ "dropping-particle", offsetof(struct csl_name, dropping_particle),
	    false },
	{ "non-dropping-particle",
	    offsetof(struct csl_name, non_dropping_particle), false },
	{ "comma-suffix", offsetof(struct csl_name, comma_suffix), true },
	{ "static-ordering", offsetof(struct csl_name, static_ordering), true },
};

static enum status
read_name_member(struct csl_name *out, const struct json_node *member,
    struct arena *arena, struct error *err)
{
	for (size_t i = 0; i < sizeof name_members / sizeof *name_members;
	     i++) {
		void *at = (char *)out + name_members[i].offset;

		if (strcmp(member->key, name_members[i].name) != 0)
			continue;
		if (!name_members[i].is_flag)
			return read_text(at, member, arena, err);
		*(bool *)at = is_set(member);
	}
	return STATUS_OK;
}

/* A name may be a mere text. */
static enum status
read_name(struct csl_name *out, const struct json_node *node,
    struct arena *arena, struct error *err)
{
	enum status status = STATUS_OK;

	*out = (struct csl_name){ 0 };
	if (node->kind == JSON_KIND_TEXT)
		return read_text(&out->literal, node, arena, err);
	if (node->kind != JSON_KIND_OBJECT)
		return csl_fill_fail(node, "an array of objects", err);
	for (const struct json_node *m = node->first; m && !status; m = m->next)
		status = read_name_member(out, m, arena, err);
	return status;
}

static enum status
read_names(struct csl_names *out, const struct json_node *member,
    struct arena *arena, struct error *err)
{
	enum status status = STATUS_OK;
	struct csl_name *names;
	uint32_t count = 0;

	if (member->kind == JSON_KIND_NULL)
		return STATUS_OK;
	if (member->kind != JSON_KIND_ARRAY)
		return csl_fill_fail(member, "an array", err);
	for (const struct json_node *n = member->first; n; n = n->next)
		count++;
	names = arena_alloc_array(arena, count, sizeof *names);
	count = 0;
	for (const struct json_node *n = member->first; n && !status;
	     n = n->next) {
		status = read_name(&names[count], n, arena, err);
		if (names[count].family || names[count].given ||
		    names[count].literal)
			count++;
	}
	*out = (struct csl_names){ names, count };
	return status;
}

static enum status
read_date(struct csl_date *out, const struct json_node *member,
    struct arena *arena, struct error *err)
{
	enum status status = csl_fill_date(out, member, err);

	if (!status)
		out->literal = arena_copy_text(arena, out->literal);
	return status;
}

static enum status
read_variable(struct csl_item *item, const struct json_node *member,
    struct arena *arena, struct error *err)
{
	enum csl_variable v = csl_find_variable(member->key);
	enum status status;

	if (v == CSL_NONE)
		return STATUS_OK;
	if (csl_is_names(v))
		return read_names(&item->names[v - CSL_TEXT_COUNT], member,
		    arena, err);
	if (csl_is_date(v))
		return read_date(&item->dates[v - CSL_NAMES_END], member, arena,
		    err);
	status = read_text(&item->texts[v], member, arena, err);
	if (!status && v == CSL_DOI && item->texts[v])
		item->texts[v] = csl_find_doi(item->texts[v]);
	return status;
}

/* Where the name of CSL stands too, that wins. */
static const struct {
	const char *name;
	enum csl_variable variable;
} aliases[] = {
	{ "shortTitle", CSL_TITLE_SHORT },
	{ "journalAbbreviation", CSL_CONTAINER_TITLE_SHORT },
};

static enum status
read_alias(struct csl_item *item, const struct json_node *member,
    struct arena *arena, struct error *err)
{
	for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++) {
		enum csl_variable v = aliases[i].variable;

		if (strcmp(member->key, aliases[i].name) == 0 &&
		    !item->texts[v])
			return read_text(&item->texts[v], member, arena, err);
	}
	return STATUS_OK;
}

static enum status
read_member(struct csl_item *item, const struct json_node *member,
    struct arena *arena, struct error *err)
{
	if (strcmp(member->key, "id") == 0)
		return read_text(&item->id, member, arena, err);
	if (strcmp(member->key, "type") == 0) {
		if (member->kind > JSON_KIND_TEXT)
			return csl_fill_fail(member, "text", err);
		item->type = csl_find_type(member->text);
		return STATUS_OK;
	}
	return read_variable(item, member, arena, err);
}

/* In an object of items by id they need not repeat it. */
static enum status
read_item(struct csl_item *item, const struct json_node *node,
    struct arena *arena, struct error *err)
{
	enum status status = STATUS_OK;

	*item = (struct csl_item){ 0 };
	if (node->kind != JSON_KIND_OBJECT)
		return error_set(err, STATUS_INVALID,
		    "an item has to be an object, not %s",
		    json_kind_get_name(node->kind));
	for (const struct json_node *m = node->first; m && !status; m = m->next)
		status = read_member(item, m, arena, err);
	for (const struct json_node *m = node->first; m && !status; m = m->next)
		status = read_alias(item, m, arena, err);
	if (!status && !item->id && *node->key)
		item->id = arena_copy_text(arena, node->key);
	if (!status && !item->id)
		return error_set(err, STATUS_INVALID, "has no \"id\"");
	return status;
}

/* Puts in front which item it is: by its number, and its id if it has one. */
static enum status
blame(const struct items *all, const struct csl_item *item, struct error *err)
{
	struct error cause = *err;

	if (item->id)
		return error_set(err, cause.status, "item %u (%.80s): %s",
		    (unsigned)all->count + 1, item->id, cause.message);
	return error_set(err, cause.status, "item %u: %s",
	    (unsigned)all->count + 1, cause.message);
}

static enum status
add_item(struct items *all, const struct json_node *node, struct error *err)
{
	struct csl_item *item;
	struct error cause;

	if (all->count == ITEM_LIMIT)
		return error_set(err, STATUS_LIMIT, "has more than %d items",
		    ITEM_LIMIT);
	if (all->count == all->cap) {
		all->cap = all->cap ? 2 * all->cap : 16;
		all->items = mem_resize_array(all->items, all->cap,
		    sizeof *all->items);
	}
	item = &all->items[all->count];
	if (read_item(item, node, all->arena, &cause)) {
		if (err)
			*err = cause;
		return err ? blame(all, item, err) : cause.status;
	}
	all->count++;
	return STATUS_OK;
}

static enum status
read_items(struct items *all, struct json_tree *tree, struct error *err)
{
	struct json_node *node;
	bool is_single;
	enum status status = json_tree_is_single(&is_single, tree, err);

	if (!status && is_single) {
		status = json_tree_read(&node, tree, &all->scratch, err);
		return status ? status : add_item(all, node, err);
	}
	while (!status) {
		arena_reset(&all->scratch);
		status = json_tree_next(&node, tree, &all->scratch, err);
		if (status == STATUS_NOT_FOUND)
			return STATUS_OK;
		if (!status)
			status = add_item(all, node, err);
	}
	return status;
}

enum status
csl_items_parse(struct csl_item **out, uint32_t *count, const char *text,
    size_t len, struct arena *arena, struct error *err)
{
	struct items all = { .arena = arena };
	struct json_tree *tree;
	enum status status = json_tree_open(&tree, text, len, err);

	if (status)
		return status;
	status = read_items(&all, tree, err);
	if (!status) {
		*out = arena_alloc_array(arena, all.count, sizeof **out);
		for (uint32_t i = 0; i < all.count; i++)
			(*out)[i] = all.items[i];
		*count = all.count;
	}
	free(all.items);
	arena_clear(&all.scratch);
	json_tree_close(tree);
	return status;
}
