/* SPDX-License-Identifier: ISC */
#include "csl_reader.h"

#include <string.h>

#include "value.h"

struct place
csl_reader_find_place(const struct csl_reader *r, const struct json_view *view)
{
	return line_table_find(&r->lines, r->file, view->at);
}

static void
say_type(struct csl_reader *r, const struct json_view *view, const char *wanted)
{
	const char *found = json_view_name_type(view->json);

	if (view->key != NULL)
		diagnose_add(r->d, DIAGNOSE_ERROR,
		    csl_reader_find_place(r, view),
		    "\"%s\" has to be %s, not %s", view->key, wanted, found);
	else
		diagnose_add(r->d, DIAGNOSE_ERROR,
		    csl_reader_find_place(r, view), "%s is wanted here, not %s",
		    wanted, found);
}

bool
csl_reader_expect(struct csl_reader *r, const struct json_view *view,
    json_type type)
{
	static const char *const wanted[] = { [JSON_OBJECT] = "an object",
		[JSON_ARRAY] = "an array",
		[JSON_STRING] = "text" };

	if (json_typeof(view->json) == type)
		return true;
	say_type(r, view, wanted[type]);
	return false;
}

const char *
csl_reader_get_text(struct csl_reader *r, const struct json_view *view,
    bool is_long)
{
	const char *copy;
	int32_t control;

	if (!csl_reader_expect(r, view, JSON_STRING))
		return NULL;
	copy = value_copy(&control, json_string_value(view->json),
	    json_string_length(view->json), is_long, r->arena);
	if (copy == NULL)
		diagnose_add(r->d, DIAGNOSE_ERROR,
		    csl_reader_find_place(r, view),
		    "control character U+%04X in \"%s\"", (unsigned)control,
		    view->key != NULL ? view->key : "");
	return copy;
}

const char *
csl_reader_get_number(struct csl_reader *r, const struct json_view *view)
{
	if (json_is_string(view->json))
		return csl_reader_get_text(r, view, false);
	if (json_is_number(view->json))
		return arena_copy(r->arena, r->text + view->value_at,
		    view->value_end - view->value_at);
	say_type(r, view, "a number or text");
	return NULL;
}

bool
csl_reader_get_flag(const struct json_view *view)
{
	static const char *const no[] = { "", "0", "false" };
	const char *text = json_string_value(view->json);

	if (text == NULL)
		return json_is_true(view->json) ||
		    json_number_value(view->json) < 0 ||
		    json_number_value(view->json) > 0;
	for (size_t i = 0; i < sizeof(no) / sizeof(*no); i++) {
		if (strcmp(text, no[i]) == 0)
			return false;
	}
	return true;
}

void
csl_reader_say_unknown(struct csl_reader *r, const struct json_view *view,
    enum diagnose_level level, const struct suggestion *s)
{
	suggestion_report(s, r->d, level, csl_reader_find_place(r, view),
	    "member");
}
