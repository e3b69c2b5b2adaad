/* SPDX-License-Identifier: ISC */
#include "items.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"

const char *
items_get_text(const json_t *value, struct arena *arena)
{
	struct str number;
	const char *text;

	if (json_is_string(value))
		return arena_copy_text(arena, json_string_value(value));
	if (!json_is_number(value))
		return NULL;
	str_init(&number, 0);
	if (json_is_integer(value))
		str_add_format(&number, "%" JSON_INTEGER_FORMAT,
		    json_integer_value(value));
	else
		str_add_format(&number, "%g", json_real_value(value));
	text = arena_copy(arena, number.data, number.len);
	str_clear(&number);
	return text;
}

static int
read_number(const json_t *value)
{
	if (json_is_string(value))
		return (int)strtol(json_string_value(value), NULL, 10);
	return (int)json_number_value(value);
}

static bool
read_flag(const json_t *value)
{
	return json_is_true(value) ||
	    (json_is_number(value) && json_number_value(value) != 0) ||
	    (json_is_string(value) &&
		strcmp(json_string_value(value), "true") == 0);
}

static struct csl_day
read_day(const json_t *parts)
{
	return (struct csl_day){
		read_number(json_array_get(parts, 0)),
		read_number(json_array_get(parts, 1)),
		read_number(json_array_get(parts, 2)),
	};
}

static struct csl_date
read_date(const json_t *value, struct arena *arena)
{
	const json_t *parts = json_object_get(value, "date-parts");
	const json_t *end = json_array_get(parts, 1);
	const json_t *literal = json_object_get(value, "literal");
	struct csl_date date = { .from = read_day(json_array_get(parts, 0)) };

	if (literal == NULL && parts == NULL)
		literal = json_object_get(value, "raw");
	date.literal = items_get_text(literal, arena);
	if (end != NULL) {
		date.to = read_day(end);
		date.is_open = date.to.year == 0;
	}
	date.season = read_number(json_object_get(value, "season"));
	date.is_circa = read_flag(json_object_get(value, "circa"));
	date.is_given = date.from.year != 0 || date.literal != NULL ||
	    date.season != 0;
	return date;
}

static struct csl_name
read_name(const json_t *value, struct arena *arena)
{
#define TEXT(key) items_get_text(json_object_get(value, key), arena)
#define FLAG(key) read_flag(json_object_get(value, key))
	return (struct csl_name){
		.family = TEXT("family"),
		.given = TEXT("given"),
		.suffix = TEXT("suffix"),
		.literal = TEXT("literal"),
		.dropping_particle = TEXT("dropping-particle"),
		.non_dropping_particle = TEXT("non-dropping-particle"),
		.comma_suffix = FLAG("comma-suffix"),
		.static_ordering = FLAG("static-ordering"),
	};
#undef TEXT
#undef FLAG
}

static struct csl_names
read_names(const json_t *array, struct arena *arena)
{
	size_t count = json_array_size(array);
	struct csl_name *names = arena_alloc_array(arena, count + 1,
	    sizeof *names);

	for (size_t i = 0; i < count; i++)
		names[i] = read_name(json_array_get(array, i), arena);
	return (struct csl_names){ names, (uint32_t)count };
}

/* Words that older programs write. */
static enum csl_variable
find_variable(const char *key)
{
	static const struct {
		const char *old, *now;
	} aliases[] = {
		{ "journalAbbreviation", "container-title-short" },
		{ "shortTitle", "title-short" },
		{ "archive_location", "archive_location" },
	};

	for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++) {
		if (strcmp(aliases[i].old, key) == 0)
			return csl_find_variable(aliases[i].now);
	}
	return csl_find_variable(key);
}

static void
read_member(struct csl_item *item, const char *key, const json_t *value,
    struct arena *arena)
{
	enum csl_variable v = find_variable(key);

	if (strcmp(key, "id") == 0)
		item->id = items_get_text(value, arena);
	else if (strcmp(key, "type") == 0 && json_is_string(value))
		item->type = csl_find_type(json_string_value(value));
	else if (v == CSL_NONE)
		return;
	else if (csl_is_date(v) && json_is_object(value))
		item->dates[v - CSL_NAMES_END] = read_date(value, arena);
	else if (csl_is_names(v) && json_is_array(value))
		item->names[v - CSL_TEXT_COUNT] = read_names(value, arena);
	else if (v < CSL_TEXT_COUNT)
		item->texts[v] = items_get_text(value, arena);
}

struct csl_item *
items_read(const json_t *array, uint32_t *count, struct arena *arena)
{
	size_t size = json_array_size(array);
	struct csl_item *items = arena_alloc_array(arena, size + 1,
	    sizeof *items);

	for (size_t i = 0; i < size; i++) {
		json_t *item = json_array_get(array, i);
		const char *key;
		json_t *value;

		json_object_foreach(item, key, value)
		    read_member(&items[i], key, value, arena);
	}
	*count = (uint32_t)size;
	return items;
}

uint32_t
items_find(const struct csl_item *items, uint32_t count, const char *id)
{
	uint32_t i = 0;

	while (i < count &&
	    (id == NULL || items[i].id == NULL || strcmp(items[i].id, id) != 0))
		i++;
	return i;
}

struct cite_part
items_read_part(const json_t *value, struct arena *arena)
{
#define TEXT(key) items_get_text(json_object_get(value, key), arena)
#define FLAG(key) read_flag(json_object_get(value, key))
	struct cite_part part = {
		.label = TEXT("label"),
		.locator = TEXT("locator"),
		.prefix = TEXT("prefix"),
		.suffix = TEXT("suffix"),
		.is_author_suppressed = FLAG("suppress-author"),
		.is_author_only = FLAG("author-only"),
		.is_near_note = FLAG("near-note"),
	};
	int position = read_number(json_object_get(value, "position"));

	if (position >= CITE_FIRST && position <= CITE_IBID_WITH_LOCATOR)
		part.position = (enum cite_position)position;
	part.first_note = (uint32_t)read_number(
	    json_object_get(value, "first-reference-note-number"));
	return part;
#undef TEXT
#undef FLAG
}
