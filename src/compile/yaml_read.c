/* SPDX-License-Identifier: ISC */
#include "front_matter.h"

#include <string.h>

#include <yaml.h>

#include "base/str.h"
#include "suggestion.h"
#include "value.h"

#define TEXT_BYTES_MAX (256u << 10)
#define DEPTH_MAX 16 /* of what is passed over */

/*
 * libyaml's events, one at a time.  Each read_... function finds the first
 * event of what it reads in r->event and leaves the last one there.
 */
struct reader {
	yaml_parser_t parser;
	yaml_event_t event;
	struct yaml_field *fields;
	const char *text;
	size_t len;
	const char *file;
	unsigned first_line;
	struct diagnose *d;
	struct arena *arena;
};

static struct place
find_place(const struct reader *r, yaml_mark_t mark)
{
	return (struct place){ .file = r->file,
		.line = r->first_line + (uint32_t)mark.line,
		.column = (uint32_t)mark.column + 1 };
}

static void
say(struct reader *r, const char *what)
{
	diagnose_add(r->d, DIAGNOSE_ERROR, find_place(r, r->event.start_mark),
	    "%s", what);
}

/* Where libyaml read no character, it counts bytes from the start. */
static struct place
find_unreadable(const struct reader *r)
{
	struct line_table lines;
	struct place place;

	line_table_init(&lines, r->text, r->len, r->first_line);
	place = line_table_find(&lines, r->file, r->parser.problem_offset);
	line_table_clear(&lines);
	return place;
}

static void
say_syntax(struct reader *r)
{
	const yaml_parser_t *p = &r->parser;
	const char *problem = p->problem != NULL ? p->problem : "no memory";
	const char *hint = "";

	if (p->error == YAML_READER_ERROR) {
		diagnose_add(r->d, DIAGNOSE_ERROR, find_unreadable(r),
		    "not YAML: %s", problem);
		return;
	}
	if (strstr(problem, "mapping values are not allowed") != NULL)
		hint = " (quote a value that holds \": \")";
	diagnose_add(r->d, DIAGNOSE_ERROR, find_place(r, p->problem_mark),
	    "not YAML: %s%s%s%s", p->context != NULL ? p->context : "",
	    p->context != NULL ? ", " : "", problem, hint);
}

static bool
next(struct reader *r)
{
	yaml_event_delete(&r->event);
	if (yaml_parser_parse(&r->parser, &r->event))
		return true;
	memset(&r->event, 0, sizeof(r->event));
	say_syntax(r);
	return false;
}

/* Passes over what begins at the event, whatever it is. */
static bool
skip_node(struct reader *r)
{
	int depth = 0;

	for (;;) {
		if (r->event.type == YAML_MAPPING_START_EVENT ||
		    r->event.type == YAML_SEQUENCE_START_EVENT)
			depth++;
		else if (r->event.type == YAML_MAPPING_END_EVENT ||
		    r->event.type == YAML_SEQUENCE_END_EVENT)
			depth--;
		if (depth == 0)
			return true;
		if (depth > DEPTH_MAX) {
			say(r, "nested too deep");
			return false;
		}
		if (!next(r))
			return false;
	}
}

/* Aliases, and the anchors and tags that a node may have. */
static bool
has_decoration(struct reader *r)
{
	const void *anchor = NULL, *tag = NULL;

	if (r->event.type == YAML_ALIAS_EVENT) {
		say(r, "aliases are not used here");
		return true;
	}
	if (r->event.type == YAML_SCALAR_EVENT) {
		anchor = r->event.data.scalar.anchor;
		tag = r->event.data.scalar.tag;
	} else if (r->event.type == YAML_SEQUENCE_START_EVENT) {
		anchor = r->event.data.sequence_start.anchor;
		tag = r->event.data.sequence_start.tag;
	} else if (r->event.type == YAML_MAPPING_START_EVENT) {
		anchor = r->event.data.mapping_start.anchor;
		tag = r->event.data.mapping_start.tag;
	}
	if (anchor != NULL)
		say(r, "anchors are not used here");
	else if (tag != NULL)
		say(r, "tags are not used here");
	return anchor != NULL || tag != NULL;
}

static bool
is_null(const yaml_event_t *event)
{
	static const char *const nulls[] = { "", "~", "null", "Null", "NULL" };
	const char *value = (const char *)event->data.scalar.value;

	if (event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE)
		return false;
	for (size_t i = 0; i < sizeof(nulls) / sizeof(*nulls); i++) {
		if (strcmp(value, nulls[i]) == 0)
			return true;
	}
	return false;
}

/* The text of a scalar, or NULL where it was wrong (and said). */
static const char *
copy_scalar(struct reader *r)
{
	const char *value = (const char *)r->event.data.scalar.value;
	size_t len = r->event.data.scalar.length;
	const char *copy;
	int32_t control;

	if (is_null(&r->event))
		return "";
	while (len > 0 && value[len - 1] == '\n')
		len--;
	copy = value_copy(&control, value, len, true, r->arena);
	if (copy == NULL)
		diagnose_add(r->d, DIAGNOSE_ERROR,
		    find_place(r, r->event.start_mark),
		    "control character U+%04X", (unsigned)control);
	return copy;
}

static bool
read_list_item(struct reader *r, struct str *list)
{
	const char *item;

	if (has_decoration(r))
		return skip_node(r);
	if (r->event.type != YAML_SCALAR_EVENT) {
		say(r, "an item of this list has to be text");
		return skip_node(r);
	}
	item = copy_scalar(r);
	if (item == NULL)
		return true;
	if (item[0] == '\0' || strchr(item, '\n') != NULL) {
		say(r, "an item of this list has to be one line of text");
		return true;
	}
	if (list->len > 0)
		str_add_char(list, '\n');
	str_add_text(list, item);
	return true;
}

static bool
read_list(struct reader *r, struct yaml_field *field)
{
	struct str list;
	bool is_well = true;

	str_init(&list, 0);
	while (is_well && (is_well = next(r)) &&
	    r->event.type != YAML_SEQUENCE_END_EVENT)
		is_well = read_list_item(r, &list);
	field->value = arena_copy(r->arena, list.data, list.len);
	str_clear(&list);
	return is_well;
}

static bool
read_value(struct reader *r, struct yaml_field *field)
{
	bool is_list = r->event.type == YAML_SEQUENCE_START_EVENT;

	field->place = find_place(r, r->event.start_mark);
	if (has_decoration(r))
		return skip_node(r);
	if (r->event.type == YAML_SCALAR_EVENT) {
		field->value = copy_scalar(r);
		return true;
	}
	if (is_list && field->is_list_allowed)
		return read_list(r, field);
	diagnose_add(r->d, DIAGNOSE_ERROR, field->place,
	    "\"%s\" has to be text%s, not a %s", field->key,
	    field->is_list_allowed ? " or a list" : "",
	    is_list ? "list" : "mapping");
	return skip_node(r);
}

/*
 * The field that a key names, or NULL.  A key that stood before has a place
 * already.
 */
static struct yaml_field *
find_field(struct reader *r)
{
	struct place place = find_place(r, r->event.start_mark);
	const char *key = (const char *)r->event.data.scalar.value;
	struct suggestion s;

	if (strlen(key) != r->event.data.scalar.length) {
		say(r, "control character U+0000");
		return NULL;
	}
	if (strcmp(key, "<<") == 0) {
		say(r, "merge keys are not used here");
		return NULL;
	}
	suggestion_begin(&s, key);
	for (struct yaml_field *f = r->fields; f->key != NULL; f++) {
		suggestion_offer(&s, f->key);
		if (strcmp(f->key, key) != 0)
			continue;
		if (f->place.line == 0)
			return f;
		diagnose_add(r->d, DIAGNOSE_ERROR, place,
		    "\"%s\" is there twice", key);
		return NULL;
	}
	suggestion_report(&s, r->d, DIAGNOSE_ERROR, place, "key");
	return NULL;
}

static bool
read_mapping(struct reader *r)
{
	for (;;) {
		struct yaml_field *field = NULL;

		if (!next(r))
			return false;
		if (r->event.type == YAML_MAPPING_END_EVENT)
			return true;
		if (!has_decoration(r)) {
			if (r->event.type == YAML_SCALAR_EVENT)
				field = find_field(r);
			else
				say(r, "a key has to be text");
		}
		if (!skip_node(r) || !next(r))
			return false;
		if (!(field != NULL ? read_value(r, field) : skip_node(r)))
			return false;
	}
}

static bool
read_root(struct reader *r)
{
	if (r->event.type == YAML_SCALAR_EVENT && is_null(&r->event) &&
	    r->event.data.scalar.anchor == NULL)
		return true;
	if (r->event.type != YAML_MAPPING_START_EVENT) {
		say(r, "lines of the form \"key: value\" are wanted here");
		return false;
	}
	return !has_decoration(r) && read_mapping(r);
}

static bool
has_directives(struct reader *r)
{
	if (r->event.data.document_start.version_directive == NULL &&
	    r->event.data.document_start.tag_directives.start ==
		r->event.data.document_start.tag_directives.end)
		return false;
	say(r, "directives are not used here");
	return true;
}

/* No document, or one. */
static bool
read_stream(struct reader *r)
{
	if (!next(r) || !next(r))
		return false;
	if (r->event.type == YAML_STREAM_END_EVENT)
		return true;
	if (has_directives(r) || !next(r) || !read_root(r))
		return false;
	if (!next(r) || !next(r))
		return false;
	if (r->event.type == YAML_STREAM_END_EVENT)
		return true;
	say(r, "a second document is not used here");
	return false;
}

bool
yaml_read(struct yaml_field *fields, const char *text, size_t len,
    const char *file, unsigned first_line, struct diagnose *d,
    struct arena *arena)
{
	struct reader r = { .fields = fields,
		.text = text,
		.len = len,
		.file = file,
		.first_line = first_line,
		.d = d,
		.arena = arena };
	bool is_well;

	for (struct yaml_field *f = fields; f->key != NULL; f++) {
		f->value = NULL;
		f->place = (struct place){ .file = file };
	}
	if (len > TEXT_BYTES_MAX) {
		diagnose_add(d, DIAGNOSE_ERROR,
		    (struct place){ .file = file, .line = first_line },
		    "YAML is larger than %u KB", TEXT_BYTES_MAX >> 10);
		return false;
	}
	if (!yaml_parser_initialize(&r.parser)) {
		diagnose_add(d, DIAGNOSE_ERROR, (struct place){ .file = file },
		    "no memory for YAML");
		return false;
	}
	yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&r.parser, (const unsigned char *)text,
	    len);
	is_well = read_stream(&r);
	yaml_event_delete(&r.event);
	yaml_parser_delete(&r.parser);
	return is_well;
}
