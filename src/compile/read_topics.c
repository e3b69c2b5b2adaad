/* SPDX-License-Identifier: ISC */
#include "draft.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "front_matter.h"

/*
 * Topics are read twice: here their front matter, which makes the tree and
 * the names that links resolve to; their text when it is written.
 */
enum { TREE_DEPTH_LIMIT = 32 };

static const char *const reserved[] = {
	"topics",
	"figures",
	"measures",
	"sources",
	"events",
	"disagreements",
	"show",
	"search",
	"cite",
	"style",
	"export",
	"verify",
	"info",
	"compile",
	"check",
	"help",
	"version",
	"notes",
};

static bool
is_reserved(const char *slug)
{
	for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++) {
		if (strcmp(reserved[i], slug) == 0)
			return true;
	}
	return false;
}

static bool
is_slug(const char *slug)
{
	size_t len = strlen(slug);

	return len > 0 && len <= 128 && slug[0] != '-' &&
	    slug[len - 1] != '-' &&
	    strspn(slug, "abcdefghijklmnopqrstuvwxyz0123456789-") == len;
}

/* Keys of sources are pandoc's: anything printable without white space. */
static bool
is_key(const char *key)
{
	size_t len = strlen(key);

	return len > 0 && len <= 256 && strcspn(key, " \t\n\"{}[];,") == len;
}

bool
draft_register(struct draft *draft, enum record_kind kind, const char *slug,
    int64_t id, struct place place)
{
	const char *name = record_get_name(kind);
	size_t len = strlen(slug);

	if (kind == RECORD_SOURCE ? !is_key(slug) : !is_slug(slug)) {
		diagnose_add(draft->diagnose, DIAGNOSE_ERROR, place,
		    "\"%s\" cannot name a %s: %s", slug, name,
		    kind == RECORD_SOURCE ?
			"a key has no white space, "
			"quotation marks, brackets, commas or semicolons" :
			"a slug is made of a-z, 0-9 and hyphens between");
		return false;
	}
	if (kind == RECORD_TOPIC && is_reserved(slug)) {
		diagnose_add(draft->diagnose, DIAGNOSE_ERROR, place,
		    "\"%s\" is the name of a command and cannot name a topic",
		    slug);
		return false;
	}
	if (names_find(&draft->names, (int)kind, slug, len)) {
		diagnose_add(draft->diagnose, DIAGNOSE_ERROR, place,
		    "duplicate %s \"%s\"", name, slug);
		return false;
	}
	names_add(&draft->names, &draft->arena, (int)kind, slug, len, id);
	return true;
}

int64_t
draft_find(const struct draft *draft, enum record_kind kind, const char *slug,
    size_t len)
{
	return names_find(&draft->names, (int)kind, slug, len);
}

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

	topic->t.title = topic->t.slug;
	topic->t.summary = "";
	if (!front_matter_find(&yaml, &yaml_len, &body_at, &body_line, text,
		len)) {
		diagnose_add(draft->diagnose, DIAGNOSE_ERROR, topic->place,
		    "topic has no front matter (title, parent, summary "
		    "between two lines of ---)");
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

/* What qsort() cannot be told otherwise. */
struct sibling {
	double position;
	const char *slug;
	size_t parent; /* SIZE_MAX: top level, last */
	size_t index;
};

static int
compare_siblings(const void *a, const void *b)
{
	const struct sibling *x = a, *y = b;

	if (x->parent != y->parent)
		return x->parent < y->parent ? -1 : 1;
	if (x->position < y->position || x->position > y->position)
		return x->position < y->position ? -1 : 1;
	return strcmp(x->slug, y->slug);
}

static void
find_parent(struct draft *draft, struct draft_topic *topic)
{
	const char *slug = topic->t.parent_slug;
	const char *near;
	int64_t id;

	if (!slug)
		return;
	id = draft_find(draft, RECORD_TOPIC, slug, strlen(slug));
	if (id) {
		topic->parent_index = (size_t)id - 1;
		return;
	}
	near = names_find_nearest(&draft->names, RECORD_TOPIC, slug,
	    strlen(slug));
	diagnose_add(draft->diagnose, DIAGNOSE_ERROR, topic->parent_place,
	    "parent \"%s\" is no topic%s%s%s", slug,
	    near ? " (did you mean \"" : "", near ? near : "",
	    near ? "\"?)" : "");
	topic->t.parent_slug = NULL;
}

static void
cut(struct draft *draft, size_t index, const char *why)
{
	struct draft_topic *topic = &draft->topics[index];

	diagnose_add(draft->diagnose, DIAGNOSE_ERROR, topic->parent_place,
	    "\"%s\" %s", topic->t.slug, why);
	topic->parent_index = SIZE_MAX;
	topic->t.parent_slug = NULL;
}

/*
 * Cuts each cycle at one of its members.  A way up leaves its number at the
 * topics that no way came by before; to meet it again is a cycle.
 */
static void
cut_cycles(struct draft *draft)
{
	size_t count = draft->topic_count;
	size_t *way = mem_alloc_array(count, sizeof *way);

	for (size_t i = 0; i < count; i++) {
		size_t at = i;

		for (; at != SIZE_MAX && !way[at];
		     at = draft->topics[at].parent_index)
			way[at] = i + 1;
		if (at != SIZE_MAX && way[at] == i + 1)
			cut(draft, at, "is an ancestor of itself");
	}
	free(way);
}

/* Cuts a way up that does not end within the limit. */
static void
cut_depth(struct draft *draft, size_t index)
{
	size_t up = draft->topics[index].parent_index;

	for (int depth = 0; up != SIZE_MAX; depth++) {
		if (depth >= TREE_DEPTH_LIMIT) {
			cut(draft, index, "stands too deep in the tree");
			return;
		}
		up = draft->topics[up].parent_index;
	}
}

struct walk {
	struct draft *draft;
	const struct sibling *siblings;
	size_t count;
	size_t *first_child; /* of each topic, into siblings */
	struct draft_topic *ordered;
	size_t done;
};

/* Depth first; the depth was limited when cycles were cut. */
static void
place_children(struct walk *w, size_t first, size_t parent, int64_t parent_id,
    int depth)
{
	for (size_t i = first; i < w->count && w->siblings[i].parent == parent;
	     i++) {
		size_t index = w->siblings[i].index;
		struct draft_topic *t = &w->ordered[w->done];

		*t = w->draft->topics[index];
		t->t.id = (int64_t)++w->done;
		t->t.parent = parent_id;
		t->t.depth = depth;
		place_children(w, w->first_child[index], index, t->t.id,
		    depth + 1);
		t->t.last = (int64_t)w->done;
	}
}

/* Row ids follow the reading order, so the names are given anew. */
static void
rename_topics(struct draft *draft)
{
	for (size_t i = 0; i < draft->topic_count; i++) {
		const struct topic *t = &draft->topics[i].t;

		names_set(&draft->names, RECORD_TOPIC, t->slug, strlen(t->slug),
		    t->id);
	}
}

void
draft_order_topics(struct draft *draft)
{
	size_t count = draft->topic_count;
	struct sibling *siblings = mem_alloc_array(count, sizeof *siblings);
	struct walk walk = { .draft = draft, .count = count };
	size_t top = count;

	for (size_t i = 0; i < count; i++)
		find_parent(draft, &draft->topics[i]);
	cut_cycles(draft);
	for (size_t i = 0; i < count; i++) {
		const struct draft_topic *t = &draft->topics[i];

		cut_depth(draft, i);
		siblings[i] = (struct sibling){ t->position, t->t.slug,
			t->parent_index, i };
	}
	qsort(siblings, count, sizeof *siblings, compare_siblings);
	walk.siblings = siblings;
	walk.first_child = mem_alloc_array(count, sizeof *walk.first_child);
	for (size_t i = 0; i < count; i++)
		walk.first_child[i] = count;
	for (size_t i = count; i-- > 0;) {
		if (siblings[i].parent == SIZE_MAX)
			top = i;
		else
			walk.first_child[siblings[i].parent] = i;
	}
	walk.ordered = arena_alloc_array(&draft->arena, count,
	    sizeof *walk.ordered);
	place_children(&walk, top, SIZE_MAX, 0, 0);
	draft->topics = walk.ordered;
	rename_topics(draft);
	free(walk.first_child);
	free(siblings);
}
