/* SPDX-License-Identifier: ISC */
#include "csl_item.h"

#include <stddef.h>
#include <string.h>

#include "csl_date.h"
#include "csl_label.h"
#include "csl_name.h"
#include "csl_vocabulary.h"

static struct csl_item_variable *
find_variable(const struct csl_item *item, const char *variable)
{
	for (uint32_t i = 0; i < item->variable_count; i++) {
		if (strcmp(item->variables[i].variable, variable) == 0)
			return &item->variables[i];
	}
	return NULL;
}

const char *
csl_item_get_variable(const struct csl_item *item, const char *variable)
{
	const struct csl_item_variable *found = find_variable(item, variable);

	return found != NULL ? found->value : "";
}

/* An empty value is the same as none. */
static void
put_variable(struct csl_item *item, const char *variable, const char *value)
{
	if (value == NULL || value[0] == '\0')
		return;
	item->variables[item->variable_count++] = (struct csl_item_variable){
		.variable = variable,
		.value = value
	};
}

static void
read_id(struct csl_item *item, struct csl_reader *r,
    const struct json_view *view, const struct csl_member *member)
{
	const char *key = csl_reader_get_number(r, view);

	(void)member;
	if (key == NULL)
		return;
	if (key[0] == '\0')
		diagnose_add(r->d, DIAGNOSE_ERROR,
		    csl_reader_find_place(r, view), "\"id\" is empty");
	else
		item->key = key;
}

static void
read_type(struct csl_item *item, struct csl_reader *r,
    const struct json_view *view, const struct csl_member *member)
{
	const char *type = csl_reader_get_text(r, view, false);
	struct suggestion s;

	(void)member;
	if (type == NULL)
		return;
	item->type = type;
	if (csl_vocabulary_find_kind_of_type(type) != NULL)
		return;
	suggestion_begin(&s, type);
	csl_vocabulary_offer_types(&s);
	suggestion_report(&s, r->d, DIAGNOSE_ERROR,
	    csl_reader_find_place(r, view), "type");
}

/* Members of custom.ibid, all of them text. */
static const struct {
	const char *name;
	size_t offset; /* in struct csl_item */
} own_members[] = {
	{ "kind", offsetof(struct csl_item, kind) },
	{ "name", offsetof(struct csl_item, name) },
	{ "certainty", offsetof(struct csl_item, certainty) },
	{ "found_at", offsetof(struct csl_item, found_at) },
	{ "copy_of", offsetof(struct csl_item, copy_of) },
	{ "institution", offsetof(struct csl_item, institution) },
};

#define OWN_COUNT (sizeof(own_members) / sizeof(*own_members))

static void
check_kind(struct csl_item *item, struct csl_reader *r,
    const struct json_view *view)
{
	struct suggestion s;

	if (csl_vocabulary_find_kind(item->kind) != NULL)
		return;
	suggestion_begin(&s, item->kind);
	csl_vocabulary_offer_kinds(&s);
	suggestion_report(&s, r->d, DIAGNOSE_ERROR,
	    csl_reader_find_place(r, view), "kind");
	item->kind = ""; /* said, so that no more is wanted of it */
}

static void
read_own_member(struct csl_item *item, struct csl_reader *r,
    const struct json_view *view)
{
	struct suggestion s;
	const char *text;
	size_t i;

	suggestion_begin(&s, view->key);
	for (i = 0; i < OWN_COUNT; i++) {
		if (strcmp(own_members[i].name, view->key) == 0)
			break;
		suggestion_offer(&s, own_members[i].name);
	}
	if (i == OWN_COUNT) {
		csl_reader_say_unknown(r, view, DIAGNOSE_ERROR, &s);
		return;
	}
	text = csl_reader_get_text(r, view, false);
	if (text == NULL || text[0] == '\0')
		return;
	*(const char **)(void *)((char *)item + own_members[i].offset) = text;
	if (own_members[i].offset == offsetof(struct csl_item, kind))
		check_kind(item, r, view);
}

/* Of custom, only the member ibid is ours. */
static void
read_custom(struct csl_item *item, struct csl_reader *r,
    const struct json_view *view, const struct csl_member *member)
{
	struct json_view *customs, *own;
	size_t custom_count, own_count;

	(void)member;
	if (!csl_reader_expect(r, view, JSON_OBJECT))
		return;
	custom_count = json_view_open(&customs, view, r->text, &r->scratch);
	for (size_t i = 0; i < custom_count; i++) {
		if (strcmp(customs[i].key, "ibid") != 0 ||
		    !csl_reader_expect(r, &customs[i], JSON_OBJECT))
			continue;
		own_count = json_view_open(&own, &customs[i], r->text,
		    &r->scratch);
		for (size_t k = 0; k < own_count; k++)
			read_own_member(item, r, &own[k]);
	}
}

static void
read_categories(struct csl_item *item, struct csl_reader *r,
    const struct json_view *view, const struct csl_member *member)
{
	(void)item;
	(void)member;
	csl_reader_expect(r, view, JSON_ARRAY);
}

static void
read_text(struct csl_item *item, struct csl_reader *r,
    const struct json_view *view, const struct csl_member *member)
{
	put_variable(item, member->name,
	    csl_reader_get_text(r, view, member->form == CSL_LONG_TEXT));
}

static void
read_number(struct csl_item *item, struct csl_reader *r,
    const struct json_view *view, const struct csl_member *member)
{
	put_variable(item, member->name, csl_reader_get_number(r, view));
}

static void
read_names(struct csl_item *item, struct csl_reader *r,
    const struct json_view *view, const struct csl_member *member)
{
	struct json_view *children;
	struct csl_item_name *name;
	size_t count;
	int number = 0;

	if (!csl_reader_expect(r, view, JSON_ARRAY))
		return;
	count = json_view_open(&children, view, r->text, &r->scratch);
	for (size_t i = 0; i < count; i++) {
		name = &item->names[item->name_count];
		if (!csl_name_read(&name->name, r, &children[i]))
			continue;
		name->variable = member->name;
		name->number = ++number;
		item->name_count++;
	}
}

static void
read_date(struct csl_item *item, struct csl_reader *r,
    const struct json_view *view, const struct csl_member *member)
{
	struct csl_item_date *date = &item->dates[item->date_count];

	if (!csl_date_read(&date->date, r, view))
		return;
	date->variable = member->name;
	item->date_count++;
}

typedef void read_member(struct csl_item *item, struct csl_reader *r,
    const struct json_view *view, const struct csl_member *member);

static read_member *const readers[] = { [CSL_ID] = read_id,
	[CSL_TYPE] = read_type,
	[CSL_CUSTOM] = read_custom,
	[CSL_CATEGORIES] = read_categories,
	[CSL_TEXT] = read_text,
	[CSL_LONG_TEXT] = read_text,
	[CSL_NUMBER] = read_number,
	[CSL_NAMES] = read_names,
	[CSL_DATE] = read_date };

/* Aliases come last: what stands under its own name wins. */
static void
read_members(struct csl_item *item, struct csl_reader *r,
    const struct json_view *children, size_t count, bool is_alias)
{
	for (size_t i = 0; i < count; i++) {
		const struct csl_member *member = csl_vocabulary_find_member(
		    children[i].key);
		struct suggestion s;

		if (member == NULL && !is_alias) {
			suggestion_begin(&s, children[i].key);
			csl_vocabulary_offer_members(&s);
			csl_reader_say_unknown(r, &children[i],
			    DIAGNOSE_WARNING, &s);
		}
		if (member == NULL || (member->form == CSL_ALIAS) != is_alias)
			continue;
		if (!is_alias)
			readers[member->form](item, r, &children[i], member);
		else if (find_variable(item, member->variable) == NULL)
			put_variable(item, member->variable,
			    csl_reader_get_text(r, &children[i], false));
	}
}

/* Room for all that the members can hold. */
static void
make_room(struct csl_item *item, struct csl_reader *r,
    const struct json_view *children, size_t count)
{
	size_t variables = 0, names = 0, dates = 0;

	for (size_t i = 0; i < count; i++) {
		const struct csl_member *member = csl_vocabulary_find_member(
		    children[i].key);

		if (member == NULL)
			continue;
		if (member->form == CSL_NAMES)
			names += json_array_size(children[i].json);
		else if (member->form == CSL_DATE)
			dates++;
		else
			variables++;
	}
	item->variables = arena_alloc_array(r->arena, variables,
	    sizeof(*item->variables));
	item->names = arena_alloc_array(r->arena, names, sizeof(*item->names));
	item->dates = arena_alloc_array(r->arena, dates, sizeof(*item->dates));
}

/* A kind that is not there follows from the type, and may want one. */
static void
settle_kind(struct csl_item *item, struct csl_reader *r)
{
	const char *derived = csl_vocabulary_find_kind_of_type(item->type);
	bool is_said = item->kind != NULL && item->kind[0] == '\0';
	enum csl_typing typing;

	if (item->kind == NULL || is_said)
		item->kind = derived != NULL ? derived : "article";
	typing = csl_vocabulary_find_kind(item->kind)->typing;
	if (item->type[0] != '\0' || typing == CSL_UNTYPED || is_said)
		return;
	diagnose_add(r->d,
	    typing == CSL_TYPED_OR_WARN ? DIAGNOSE_WARNING : DIAGNOSE_ERROR,
	    item->place, "item \"%s\" has no \"type\"", item->key);
}

bool
csl_item_read(struct csl_item *out, struct csl_reader *r,
    const struct json_view *view)
{
	size_t errors = r->d->errors;
	struct json_view *children;
	size_t count;

	*out = (struct csl_item){ .place = csl_reader_find_place(r, view),
		.type = "",
		.name = "",
		.certainty = "",
		.found_at = "" };
	if (!csl_reader_expect(r, view, JSON_OBJECT))
		return false;
	count = json_view_open(&children, view, r->text, &r->scratch);
	make_room(out, r, children, count);
	read_members(out, r, children, count, false);
	read_members(out, r, children, count, true);
	if (out->key == NULL) {
		if (r->d->errors == errors)
			diagnose_add(r->d, DIAGNOSE_ERROR, out->place,
			    "item has no \"id\"");
		return false;
	}
	settle_kind(out, r);
	csl_label_fill(out, r->arena);
	return true;
}
