/* SPDX-License-Identifier: ISC */
#include "draft.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "front_matter.h"

/*
 * Topics are read twice: here their front matter, which makes the tree and
 * the names that links resolve to; their text when it is written.
 */
static bool
read_position(double *out, const char *text)
{
	char *end;

	*out = strtod(text, &end);
	return end != text && *end == '\0' && *out >= -1e9 && *out <= 1e9;
}

static bool
read_advisory(bool *is_graphic, const char *text)
{
	*is_graphic = strcmp(text, "graphic") == 0;
	return *is_graphic || strcmp(text, "none") == 0 || !text[0];
}

static const char *
value_or_nothing(const struct yaml_field *field)
{
	return field->value ? field->value : "";
}

static void
take_fields(struct draft *draft, struct draft_topic *topic,
    const struct yaml_field *fields)
{
	enum { TITLE, PARENT, POSITION, SUMMARY, ADVISORY };

	topic->t.title = value_or_nothing(&fields[TITLE]);
	topic->t.summary = value_or_nothing(&fields[SUMMARY]);
	topic->parent_place = fields[PARENT].place;
	if (fields[PARENT].value && fields[PARENT].value[0])
		topic->t.parent_slug = fields[PARENT].value;
	draft_check_plain(draft, "title", topic->t.title, fields[TITLE].place);
	draft_check_plain(draft, "summary", topic->t.summary,
	    fields[SUMMARY].place);
	if (!topic->t.title[0]) {
		diagnose_add(draft->diagnose, DIAGNOSE_ERROR, topic->place,
		    "topic has no title");
		topic->t.title = topic->t.slug;
	}
	topic->position = 1e9;
	if (fields[POSITION].value &&
	    !read_position(&topic->position, fields[POSITION].value))
		diagnose_add(draft->diagnose, DIAGNOSE_ERROR,
		    fields[POSITION].place, "position \"%s\" is no number",
		    fields[POSITION].value);
	if (!read_advisory(&topic->t.is_graphic,
		value_or_nothing(&fields[ADVISORY])))
		diagnose_add(draft->diagnose, DIAGNOSE_ERROR,
		    fields[ADVISORY].place,
		    "advisory \"%s\" is neither none nor graphic",
		    fields[ADVISORY].value);
}

static void
read_front_matter(struct draft *draft, struct draft_topic *topic,
    const char *text, size_t len)
{
	struct yaml_field fields[] = {
		{ .key = "title" },
		{ .key = "parent" },
		{ .key = "position" },
		{ .key = "summary" },
		{ .key = "advisory" },
		{ .key = NULL },
	};
	const char *yaml;
	size_t yaml_len, body_at;
	unsigned body_line;

	/* Where these cannot be read they are not missed as well. */
	topic->t.title = topic->t.summary = topic->t.slug;
	if (!front_matter_find(&yaml, &yaml_len, &body_at, &body_line, text,
		len)) {
		diagnose_add(draft->diagnose, DIAGNOSE_ERROR, topic->place,
		    "topic has no front matter (title, parent, summary "
		    "between two lines of ---)");
		topic->is_headless = true;
		return;
	}
	if (yaml_read(fields, yaml, yaml_len, topic->file, 2, draft->diagnose,
		&draft->arena))
		take_fields(draft, topic, fields);
}

static void
read_topic(struct draft *draft, const char *name)
{
	struct draft_topic *topic = &draft->topics[draft->topic_count];
	struct str file;
	const char *text;
	size_t len;

	str_init(&file, 0);
	str_add_format(&file, "topics/%s", name);
	*topic = (struct draft_topic){
		.file = arena_copy(&draft->arena, file.data, file.len),
		.t.slug = arena_copy(&draft->arena, name, strlen(name) - 3),
		.parent_index = SIZE_MAX,
	};
	str_clear(&file);
	topic->place = (struct place){ topic->file, 1, 1 };
	arena_reset(&draft->scratch);
	if (draft_read_text(&text, &len, draft, topic->file, &draft->scratch)) {
		/* Known all the same, so that links to it are not blamed. */
		names_add(&draft->names, &draft->arena, RECORD_TOPIC,
		    topic->t.slug, strlen(topic->t.slug),
		    (int64_t)draft->topic_count + 1);
		topic->t.title = topic->t.summary = topic->t.slug;
		topic->is_unreadable = true;
		draft->topic_count++;
		return;
	}
	draft->text_bytes += len;
	if (!draft_register(draft, RECORD_TOPIC, topic->t.slug,
		(int64_t)draft->topic_count + 1, topic->place))
		return;
	draft->topic_count++;
	read_front_matter(draft, topic, text, len);
}

enum status
draft_read_topics(struct draft *draft, struct error *err)
{
	const char **names;
	size_t count;
	enum status status = draft_list_topics(&names, &count, draft, err);

	if (status)
		return status;
	draft->topics = arena_alloc_array(&draft->arena, count,
	    sizeof *draft->topics);
	for (size_t i = 0; i < count; i++)
		read_topic(draft, names[i]);
	free(names);
	arena_clear(&draft->scratch);
	return STATUS_OK;
}
