/* SPDX-License-Identifier: ISC */
#include "view_topic.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

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

/* ---- The page grows ---- */

static uint32_t
find_cap(uint32_t cap, uint32_t count)
{
	while (cap < count)
		cap = cap ? 2 * cap : 64;
	return cap;
}

/* One more than the passages may be asked whether it is unfolded. */
static void
make_room_for_passages(struct view_topic *v, uint32_t more)
{
	uint32_t count = v->page.passage_count + more + 1;

	if (count <= v->passage_cap)
		return;
	v->passage_cap = find_cap(v->passage_cap, count);
	v->page.passages = mem_resize_array(v->page.passages, v->passage_cap,
	    sizeof *v->page.passages);
	v->is_unfolded = mem_resize_array(v->is_unfolded, v->passage_cap,
	    sizeof *v->is_unfolded);
	memset(v->is_unfolded + v->page.passage_count, 0,
	    (v->passage_cap - v->page.passage_count) * sizeof *v->is_unfolded);
}

static void
make_room_for_links(struct view_topic *v, uint32_t more)
{
	uint32_t count = v->page.link_count + more;

	if (count <= v->link_cap)
		return;
	v->link_cap = find_cap(v->link_cap, count);
	v->page.links = mem_resize_array(v->page.links, v->link_cap,
	    sizeof *v->page.links);
	v->is_disputed = mem_resize_array(v->is_disputed, v->link_cap,
	    sizeof *v->is_disputed);
}

static void
make_room_for_citations(struct view_topic *v, uint32_t more)
{
	uint32_t count = v->page.citation_count + more;

	if (count <= v->citation_cap)
		return;
	v->citation_cap = find_cap(v->citation_cap, count);
	v->page.citations = mem_resize_array(v->page.citations, v->citation_cap,
	    sizeof *v->page.citations);
}

void
view_topic_free_page(struct view_topic *v)
{
	free(v->page.passages);
	free(v->page.links);
	free(v->page.citations);
	free(v->is_unfolded);
	free(v->is_disputed);
}

static void
add_passage(struct view_topic *v, enum passage_kind kind, const char *text)
{
	make_room_for_passages(v, 1);
	v->page.passages[v->page.passage_count++] = (struct passage){
		.kind = kind,
		.level = kind == PASSAGE_ITEM,
		.text = text,
		.len = (uint32_t)strlen(text),
	};
}

/* The spans of a part lead to links and citations of its own. */
static void
move_targets(const struct view_topic *v, struct page *part)
{
	for (uint32_t i = 0; i < part->passage_count; i++) {
		struct passage *p = &part->passages[i];

		for (uint32_t j = 0; j < p->span_count; j++) {
			if (p->spans[j].kind == SPAN_LINK)
				p->spans[j].target += v->page.link_count;
			else if (p->spans[j].kind == SPAN_CITATION)
				p->spans[j].target += v->page.citation_count;
		}
	}
}

static void
add_part(struct view_topic *v, struct page *part)
{
	struct page *page = &v->page;

	move_targets(v, part);
	make_room_for_passages(v, part->passage_count);
	make_room_for_citations(v, part->citation_count);
	memcpy(page->passages + page->passage_count, part->passages,
	    part->passage_count * sizeof *part->passages);
	page->passage_count += part->passage_count;
	if (part->citation_count > 0)
		memcpy(page->citations + page->citation_count, part->citations,
		    part->citation_count * sizeof *part->citations);
	page->citation_count += part->citation_count;
	if (part->link_count > 0)
		memcpy(page->links + page->link_count, part->links,
		    part->link_count * sizeof *part->links);
	page->link_count += part->link_count;
	v->text_end = page->passage_count;
}

/* ---- What stands below the text ---- */

static void
add_subtopic(struct view_topic *v, const struct topic *t)
{
	struct passage *p;

	make_room_for_links(v, 1);
	add_passage(v, PASSAGE_ITEM, t->title);
	p = &v->page.passages[v->page.passage_count - 1];
	p->spans = arena_alloc_array(&v->arena, 1, sizeof *p->spans);
	p->span_count = 1;
	p->spans[0] = (struct span){ .len = p->len,
		.kind = SPAN_LINK,
		.target = v->page.link_count };
	v->is_disputed[v->page.link_count] = false;
	v->page.links[v->page.link_count++] = (struct link){
		.kind = RECORD_TOPIC,
		.record = t->id,
		.slug = t->slug,
		.title = t->title,
	};
}

/* As layout.c counts: a note with the passage that it is on. */
static uint32_t
count_graphic(const struct view_topic *v)
{
	uint32_t count = 0;

	for (uint32_t i = v->first_text; i < v->text_end; i++) {
		const struct passage *p = &v->page.passages[i];

		count += p->is_graphic &&
		    (p->kind != PASSAGE_NOTE || i == v->first_text ||
			!p[-1].is_graphic);
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
add_below(struct view_topic *v, const struct subtopics *below)
{
	enum setting_graphic graphic = app_get_session(v->view.app)
					   ->settings.graphic;
	uint32_t skipped = graphic == SETTING_SKIP ? count_graphic(v) : 0;

	if (v->text_end == v->first_text)
		add_passage(v, PASSAGE_PARAGRAPH,
		    "Nothing is written here yet.");
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

/* ---- Reading ---- */

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

/* Asks only for links that lead to figures at all. */
static enum status
mark_disputed(struct view_topic *v, struct collection *c,
    const struct page *part, struct error *err)
{
	bool *is_disputed;

	if (part->link_count == 0)
		return STATUS_OK;
	make_room_for_links(v, part->link_count);
	is_disputed = v->is_disputed + v->page.link_count;
	for (uint32_t i = 0; i < part->link_count; i++)
		is_disputed[i] = false;
	for (uint32_t i = 0; i < part->link_count; i++) {
		if (part->links[i].kind == RECORD_FIGURE)
			return collection_mark_disputed(is_disputed, c, part,
			    err);
	}
	return STATUS_OK;
}

static enum status
read_below(struct view_topic *v, struct collection *c, struct error *err)
{
	struct subtopics below = { .count = 0 };
	enum status status = STATUS_OK;

	if (v->topic.last > v->topic.id)
		status = read_subtopics(&below, v, c, err);
	if (!status)
		add_below(v, &below);
	return status;
}

enum status
view_topic_read_part(struct view_topic *v, struct error *err)
{
	struct collection *c = app_get_session(v->view.app)->collection;
	struct page part = { 0 };
	uint32_t first = v->text_end - v->first_text;
	enum status status = STATUS_OK;

	if (first < v->topic.passages)
		status = collection_read_topic_part(&part, c, v->topic.id,
		    first, &v->arena, err);
	if (!status)
		status = mark_disputed(v, c, &part, err);
	if (!status && part.passage_count > 0)
		add_part(v, &part);
	v->is_read = status || part.passage_count == 0 ||
	    v->text_end - v->first_text >= v->topic.passages;
	if (!status && v->is_read)
		status = read_below(v, c, err);
	return status;
}

enum status
view_topic_read(struct view_topic *v, const char *slug, struct error *err)
{
	struct collection *c = app_get_session(v->view.app)->collection;
	enum status status = find_topic(v, c, slug, err);

	if (!status)
		status = make_way(v, c, err);
	if (status)
		return status;
	add_passage(v, PASSAGE_TITLE, v->topic.title);
	if (v->topic.summary[0])
		add_passage(v, PASSAGE_SUMMARY, v->topic.summary);
	v->first_text = v->text_end = v->page.passage_count;
	for (uint32_t i = 0; i < v->first_text; i++)
		v->page.passages[i].id = v->topic.first_passage -
		    (v->first_text - i);
	return view_topic_read_part(v, err);
}
