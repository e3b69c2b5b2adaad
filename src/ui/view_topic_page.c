/* SPDX-License-Identifier: ISC */
#include "view_topic.h"

#include <string.h>

/*
 * The page of a topic.  What is added to the topic's own text are passages
 * like any others, so that one layout knows them all; only the text has
 * sentences of the collection.
 */
enum { SUBTOPIC_LIMIT = 100, TOPICS_AT_ONCE = 8 };

struct subtopics {
	struct topic *topics[SUBTOPIC_LIMIT];
	uint32_t count;
	bool are_more;
};

/* Reads the children of a topic, passing over what is below them. */
static enum status
read_subtopics(struct subtopics *out, struct view_topic *v,
    struct collection *c, struct error *err)
{
	const struct topic *parent = &v->topic;
	int64_t next = parent->id + 1;
	enum status status = STATUS_OK;

	out->count = 0;
	out->are_more = false;
	while (next <= parent->last && !out->are_more && !status) {
		struct topic *some;
		uint32_t count = 0;

		status = collection_list_topics(&some, &count, c, next,
		    TOPICS_AT_ONCE, &v->arena, err);
		if (status || count == 0)
			break;
		for (uint32_t i = 0; i < count; i++) {
			if (some[i].id < next || some[i].id > parent->last)
				continue;
			next = some[i].last + 1;
			if (out->count == SUBTOPIC_LIMIT)
				out->are_more = true;
			else
				out->topics[out->count++] = &some[i];
		}
		if (next <= some[count - 1].id)
			next = some[count - 1].id + 1;
	}
	return status;
}

/* Titles may be of any length; what stands in one line is cut. */
static void
add_step(struct str *way, const char *title)
{
	char cut[256];

	view_cut_text(cut, sizeof cut, title);
	str_add_text(way, cut);
}

/* "Workers sent abroad > Pay", from the top level down. */
static enum status
make_way(struct view_topic *v, struct collection *c, struct error *err)
{
	enum { DEEPEST = 255 };
	const char *titles[DEEPEST];
	unsigned depth = 0;
	struct topic t = v->topic;
	struct str way;

	while (t.parent && depth < DEEPEST) {
		enum status status = collection_get_topic(&t, c, t.parent,
		    &v->arena, err);

		if (status)
			return status;
		titles[depth++] = t.title;
	}
	str_init(&way, 0);
	while (depth > 0) {
		add_step(&way, titles[--depth]);
		str_add_text(&way, " \u203A ");
	}
	add_step(&way, v->topic.title);
	v->way = arena_copy(&v->arena, way.data, way.len);
	str_clear(&way);
	return STATUS_OK;
}

static void
add_passage(struct view_topic *v, enum passage_kind kind, const char *text)
{
	v->page.passages[v->page.passage_count++] = (struct passage){
		.kind = kind,
		.level = kind == PASSAGE_ITEM,
		.text = text,
		.len = (uint32_t)strlen(text),
	};
}

static void
add_subtopic(struct view_topic *v, const struct topic *t)
{
	struct passage *p;

	add_passage(v, PASSAGE_ITEM, t->title);
	p = &v->page.passages[v->page.passage_count - 1];
	p->spans = arena_alloc_array(&v->arena, 1, sizeof *p->spans);
	p->span_count = 1;
	p->spans[0] = (struct span){ .len = p->len,
		.kind = SPAN_LINK,
		.target = v->page.link_count };
	v->page.links[v->page.link_count++] = (struct link){
		.kind = RECORD_TOPIC,
		.record = t->id,
		.slug = t->slug,
		.title = t->title,
	};
}

/* As layout.c counts: a note with the passage that it is on. */
static uint32_t
count_graphic(const struct page *page)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < page->passage_count; i++) {
		const struct passage *p = &page->passages[i];

		count += p->is_graphic &&
		    (p->kind != PASSAGE_NOTE || i == 0 || !p[-1].is_graphic);
	}
	return count;
}

/* Says how many passages are left out, and why. */
static void
add_skipped(struct view_topic *v, uint32_t count)
{
	struct str text;

	str_init(&text, 256);
	str_add_format(&text,
	    "%u graphic passage%s left out, as the setting is: "
	    "`:set graphic fold` shows where.",
	    count, count == 1 ? " is" : "s are");
	add_passage(v, PASSAGE_SUMMARY,
	    arena_copy(&v->arena, text.data, text.len));
	str_clear(&text);
}

static void
add_text(struct view_topic *v, const struct page *text)
{
	v->first_text = v->page.passage_count;
	if (text->passage_count > 0)
		memcpy(v->page.passages + v->first_text, text->passages,
		    text->passage_count * sizeof *text->passages);
	v->page.passage_count += text->passage_count;
	v->text_end = v->page.passage_count;
	if (text->passage_count == 0)
		add_passage(v, PASSAGE_PARAGRAPH,
		    "Nothing is written here yet.");
	v->page.citations = text->citations;
	v->page.citation_count = text->citation_count;
	if (text->link_count > 0)
		memcpy(v->page.links, text->links,
		    text->link_count * sizeof *text->links);
	v->page.link_count = text->link_count;
}

static void
make_page(struct view_topic *v, const struct page *text,
    const struct subtopics *below)
{
	enum { ADDED = 6 };
	enum setting_graphic graphic = app_get_session(v->view.app)
					   ->settings.graphic;
	uint32_t skipped = graphic == SETTING_SKIP ? count_graphic(text) : 0;
	size_t links = (size_t)text->link_count + below->count;
	size_t passages = (size_t)text->passage_count + below->count + ADDED;

	v->page.passages = arena_alloc_array(&v->arena, passages,
	    sizeof *v->page.passages);
	v->page.links = arena_alloc_array(&v->arena, links,
	    sizeof *v->page.links);
	v->is_unfolded = arena_alloc_array(&v->arena, passages,
	    sizeof *v->is_unfolded);
	add_passage(v, PASSAGE_TITLE, v->topic.title);
	if (v->topic.summary[0])
		add_passage(v, PASSAGE_SUMMARY, v->topic.summary);
	add_text(v, text);
	if (skipped > 0)
		add_skipped(v, skipped);
	if (below->count > 0)
		add_passage(v, PASSAGE_SUMMARY, "In this topic:");
	for (uint32_t i = 0; i < below->count; i++)
		add_subtopic(v, below->topics[i]);
	if (below->are_more)
		add_passage(v, PASSAGE_SUMMARY,
		    "There are more; Contents has them all.");
}

static enum status
find_topic(struct view_topic *v, struct collection *c, const char *slug,
    struct error *err)
{
	enum status status;

	if (slug[0])
		return collection_find_topic(&v->topic, c, slug, &v->arena,
		    err);
	status = collection_get_topic(&v->topic, c, 1, &v->arena, err);
	if (status == STATUS_NOT_FOUND)
		return error_set(err, status, "This collection has no topics.");
	return status;
}

/* Asks only for a page that leads to figures at all. */
static enum status
mark_disputed(struct view_topic *v, struct collection *c,
    const struct page *text, size_t link_count, struct error *err)
{
	v->is_disputed = arena_alloc_array(&v->arena, link_count,
	    sizeof *v->is_disputed);
	for (uint32_t i = 0; i < text->link_count; i++) {
		if (text->links[i].kind == RECORD_FIGURE)
			return collection_mark_disputed(v->is_disputed, c, text,
			    err);
	}
	return STATUS_OK;
}

enum status
view_topic_read(struct view_topic *v, const char *slug, struct error *err)
{
	struct collection *c = app_get_session(v->view.app)->collection;
	struct page text = { 0 };
	struct subtopics below = { .count = 0 };
	enum status status = find_topic(v, c, slug, err);

	if (!status)
		status = collection_read_page(&text, c, RECORD_TOPIC,
		    v->topic.id, &v->arena, err);
	if (!status)
		status = make_way(v, c, err);
	if (!status && v->topic.last > v->topic.id)
		status = read_subtopics(&below, v, c, err);
	if (!status)
		status = mark_disputed(v, c, &text,
		    (size_t)text.link_count + below.count, err);
	if (!status)
		make_page(v, &text, &below);
	return status;
}
