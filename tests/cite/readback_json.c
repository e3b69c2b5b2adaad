/* SPDX-License-Identifier: ISC */
#include "readback.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "base/mem.h"

/* A text, a number, or all of what is in an object or array. */
static void
add_value(struct readback *r, enum readback_field field, json_t *value)
{
	char number[32];
	const char *name;
	json_t *member;
	size_t i;

	if (json_is_string(value)) {
		readback_add_words(r, field, json_string_value(value));
	} else if (json_is_integer(value)) {
		snprintf(number, sizeof number, "%lld",
		    (long long)json_integer_value(value));
		readback_add_words(r, field, number);
	} else if (json_is_array(value)) {
		json_array_foreach(value, i, member)
		    add_value(r, field, member);
	} else if (json_is_object(value)) {
		json_object_foreach(value, name, member)
		    add_value(r, field, member);
	}
}

static void
read_item(struct readback *r, const json_t *item, bool is_of_ours)
{
	static const struct {
		const char *member;
		enum readback_field field;
		bool is_of_readers; /* where they may have put it */
	} members[] = {
		{ "title", READBACK_TITLE, false },
		{ "author", READBACK_AUTHOR, false },
		{ "editor", READBACK_EDITOR, false },
		{ "issued", READBACK_DATE, false },
		{ "DOI", READBACK_DOI, false },
		{ "URL", READBACK_URL, false },
		{ "number", READBACK_NUMBER, false },
		{ "issue", READBACK_NUMBER, false },
		{ "note", READBACK_NUMBER, true },
		{ "page", READBACK_PAGE, false },
	};

	for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
		if (is_of_ours && members[i].is_of_readers)
			continue;
		add_value(r, members[i].field,
		    json_object_get(item, members[i].member));
	}
}

size_t
readback_read_json(struct readback **out, const char *path, bool is_of_ours)
{
	json_error_t error;
	json_t *all = json_load_file(path, 0, &error);
	size_t i, count = 0;
	json_t *item;

	if (!json_is_array(all)) {
		printf("# %s: %s\n", path, all ? "no array" : error.text);
		exit(2);
	}
	*out = mem_alloc_array(json_array_size(all) + 1, sizeof **out);
	json_array_foreach(all, i, item)
	{
		const char *id = json_string_value(json_object_get(item, "id"));

		if (is_of_ours && !json_object_get(item, "type"))
			continue;
		readback_init(&(*out)[count], id ? id : "?");
		read_item(&(*out)[count++], item, is_of_ours);
	}
	json_decref(all);
	return count;
}
