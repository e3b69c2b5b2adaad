/* SPDX-License-Identifier: ISC */
#include "exercise.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "store/collection.h"
#include "store/collection_facet.h"
#include "store/collection_key.h"
#include "store/collection_search.h"

struct exercise {
	struct collection *c;
	struct arena arena;
	struct error err;
};

static void
promise(bool holds, const char *what)
{
	if (holds)
		return;
	fprintf(stderr, "broken promise: %s\n", what);
	abort();
}

/* NULL is for where a header allows it. */
static void
check_text(const char *text)
{
	if (text)
		promise(utf8_find_invalid(text, strlen(text)) == strlen(text),
		    "text is UTF-8");
}

static void
check_needed(const char *text)
{
	promise(text != NULL, "text is there");
	check_text(text);
}

static void
check_status(struct exercise *x, enum status status)
{
	if (status == STATUS_OK)
		return;
	promise(x->err.message[0] != '\0', "an error has a message");
	promise(!strchr(x->err.message, '\n'), "a message is one line");
	x->err.message[0] = '\0';
}

static bool
is_boundary(const struct passage *p, uint32_t at)
{
	return at <= p->len && ((unsigned char)p->text[at] & 0xC0) != 0x80;
}

static void
check_bytes(const struct passage *p, uint32_t at, uint32_t len)
{
	promise(len <= p->len && is_boundary(p, at) && is_boundary(p, at + len),
	    "a range is inside its text");
}

static void
check_passage(const struct page *page, const struct passage *p)
{
	uint32_t before = 0;

	check_needed(p->text);
	check_text(p->field);
	promise(p->len == strlen(p->text) && p->len <= 8192,
	    "a passage has its length");
	promise(p->kind >= PASSAGE_TITLE && p->kind <= PASSAGE_FIELD,
	    "a passage has its kind");
	for (uint32_t i = 0; i < p->sentence_count; i++) {
		check_bytes(p, p->sentences[i].at, p->sentences[i].len);
		promise(p->sentences[i].at >= before, "sentences run on");
		before = p->sentences[i].at + p->sentences[i].len;
	}
	before = 0;
	for (uint32_t i = 0; i < p->span_count; i++) {
		const struct span *span = &p->spans[i];

		check_bytes(p, span->at, span->len);
		promise(span->at >= before, "spans run on");
		before = span->at;
		promise(span->kind != SPAN_LINK ||
			span->target < page->link_count,
		    "a link is there");
		promise(span->kind != SPAN_CITATION ||
			span->target < page->citation_count,
		    "a citation is there");
	}
}

static void
check_citation(const struct page *page, const struct citation *c)
{
	const struct passage *p = NULL;

	for (uint32_t i = 0; i < page->passage_count; i++) {
		if (page->passages[i].id == c->passage)
			p = &page->passages[i];
	}
	promise(p != NULL, "a citation is of the page");
	check_bytes(p, c->at, c->len);
	promise(c->step_count > 0, "a citation has steps");
	for (uint32_t i = 0; i < c->step_count; i++) {
		const struct step *step = &c->steps[i];

		check_text(step->key);
		check_text(step->label);
		check_text(step->text);
		check_text(step->locator_label);
		check_text(step->locator_value);
		promise(step->key || step->text, "a step says who");
		promise(!step->locator_value || step->locator_label,
		    "a locator has a label");
		promise(citation_get_role_name(step->role)[0] != '\0',
		    "a step has its role");
	}
}

static void
try_page(struct exercise *x, enum record_kind kind, int64_t id)
{
	struct page page;
	enum status status = collection_read_page(&page, x->c, kind, id,
	    &x->arena, &x->err);

	check_status(x, status);
	for (uint32_t i = 0; !status && i < page.passage_count; i++)
		check_passage(&page, &page.passages[i]);
	for (uint32_t i = 0; !status && i < page.citation_count && i < 500; i++)
		check_citation(&page, &page.citations[i]);
	for (uint32_t i = 0; !status && i < page.link_count; i++) {
		if (page.links[i].kind == RECORD_NONE)
			check_needed(page.links[i].url);
		else
			check_needed(page.links[i].slug);
		check_text(page.links[i].title);
	}
	arena_reset(&x->arena);
}

static void
check_topic(const struct topic *t)
{
	check_needed(t->slug);
	check_needed(t->title);
	check_needed(t->summary);
	check_text(t->parent_slug);
	promise(t->parent < t->id && t->last >= t->id, "topics are a tree");
	promise((t->parent == 0) == (t->parent_slug == NULL),
	    "a parent has a name");
}

static void
try_topics(struct exercise *x)
{
	struct topic *topics;
	struct topic t;
	uint32_t count;
	enum status status = collection_list_topics(&topics, &count, x->c, 1,
	    1000, &x->arena, &x->err);

	check_status(x, status);
	for (uint32_t i = 0; !status && i < count; i++) {
		check_topic(&topics[i]);
		check_status(x,
		    collection_find_topic(&t, x->c, topics[i].slug, &x->arena,
			&x->err));
	}
	for (int64_t id = -1; id < 5; id++) {
		status = collection_get_topic(&t, x->c, id, &x->arena, &x->err);
		check_status(x, status);
		if (status == STATUS_OK)
			check_topic(&t);
	}
	check_status(x,
	    collection_find_topic(&t, x->c, "pay", &x->arena, &x->err));
	check_status(x,
	    collection_list_topics(&topics, &count, x->c, INT64_MAX, UINT32_MAX,
		&x->arena, &x->err));
	arena_reset(&x->arena);
}

static void
try_figures(struct exercise *x)
{
	struct figure *figures;
	struct figure f;
	uint32_t count;

	for (int64_t i = 0; i < 9; i++) {
		enum status status = collection_list_figures(&figures, &count,
		    x->c, i / 3, i % 3, &x->arena, &x->err);

		check_status(x, status);
		for (uint32_t n = 0; !status && n < count; n++) {
			check_needed(figures[n].slug);
			check_needed(figures[n].statement);
			check_needed(figures[n].note);
			check_needed(figures[n].place);
			check_needed(figures[n].measure_title);
			check_needed(figures[n].document);
			for (uint32_t k = 0; k < figures[n].disagrees_count;
			     k++)
				check_needed(figures[n].disagrees_with[k]);
		}
		arena_reset(&x->arena);
	}
	check_status(x,
	    collection_find_figure(&f, x->c, "paid-2001", &x->arena, &x->err));
}

static void
check_behind(struct exercise *x, int64_t figure)
{
	struct figure_behind b;
	const char *document = NULL;
	enum status status = collection_read_behind(&b, x->c, figure, &x->arena,
	    &x->err);

	check_status(x, status);
	for (uint32_t i = 0; !status && i < b.document_count; i++) {
		check_needed(b.documents[i]);
		check_needed(b.keys[i]);
	}
	for (uint32_t i = 0; !status && i < b.origin_count; i++)
		check_needed(b.origins[i]);
	check_status(x,
	    collection_find_document(&document, x->c, figure, &x->arena,
		&x->err));
	check_text(document);
	arena_reset(&x->arena);
}

static void
try_keys(struct exercise *x)
{
	static const uint32_t rows[] = { 1, 2, 3, 7 };
	uint32_t parts[4], found;

	for (int key = 0; key < KEY_COUNT; key++) {
		for (unsigned part = 0; part < 3; part++)
			check_status(x,
			    collection_read_keys(parts, &found, x->c,
				(enum collection_key)key, rows, 4, part,
				&x->err));
	}
	for (int64_t figure = 0; figure < 5; figure++)
		check_behind(x, figure);
}

/* A count ends, whatever the rows say. */
static void
try_facet(struct exercise *x, enum collection_facet facet)
{
	enum { ROWS = 20 };
	struct collection_facet_count *n = collection_facet_count_new(x->c,
	    facet, NULL, ROWS);
	const struct collection_facet_value *v;
	uint8_t marked[ROWS / 8 + 1] = { 0 };
	bool is_done = false;
	uint32_t count;

	for (int step = 0; !is_done && step < 100; step++) {
		enum status status = collection_facet_count_step(n, &is_done,
		    &x->err);

		check_status(x, status);
		if (status != STATUS_OK)
			break;
		promise(is_done || step < 99, "a count ends");
		v = collection_facet_count_list(n, &count);
		for (uint32_t i = 0; i < count; i++) {
			check_needed(v[i].name);
			check_needed(v[i].title);
			promise(v[i].rows > 0, "a value has rows");
		}
	}
	v = collection_facet_count_list(n, &count);
	for (uint32_t i = 0; i < count && i < 10; i++)
		check_status(x,
		    collection_mark_facet(marked, x->c, facet, v[i].name, 1,
			ROWS, &x->err));
	promise(!(marked[ROWS / 8] >> ROWS % 8), "no other rows are marked");
	collection_facet_count_free(n);
}

static void
try_measures(struct exercise *x)
{
	struct measure *measures;
	struct measure m;
	uint32_t count;
	enum status status = collection_list_measures(&measures, &count, x->c,
	    &x->arena, &x->err);

	check_status(x, status);
	for (uint32_t i = 0; !status && i < count; i++) {
		check_needed(measures[i].slug);
		check_needed(measures[i].topic);
		check_needed(measures[i].definition);
	}
	check_status(x,
	    collection_find_measure(&m, x->c, "share", &x->arena, &x->err));
	arena_reset(&x->arena);
}

static void
try_events(struct exercise *x)
{
	struct event *events;
	struct event e;
	uint32_t count;

	for (int64_t topic = 0; topic < 4; topic++) {
		enum status status = collection_list_events(&events, &count,
		    x->c, topic, &x->arena, &x->err);

		check_status(x, status);
		for (uint32_t i = 0; !status && i < count; i++) {
			check_needed(events[i].slug);
			check_needed(events[i].statement);
			check_needed(events[i].note);
			check_needed(events[i].date);
		}
	}
	check_status(x,
	    collection_find_event(&e, x->c, "law", &x->arena, &x->err));
	arena_reset(&x->arena);
}

static void
try_citing(struct exercise *x, int64_t source)
{
	struct citing *all;
	uint32_t count;
	enum status status = collection_list_citing(&all, &count, x->c, source,
	    &x->arena, &x->err);
	const char *csl;

	check_status(x, status);
	for (uint32_t i = 0; !status && i < count; i++) {
		check_needed(all[i].slug);
		check_needed(all[i].title);
	}
	status = collection_read_csl(&csl, x->c, source, &x->arena, &x->err);
	check_status(x, status);
	if (status == STATUS_OK)
		check_needed(csl);
	arena_reset(&x->arena);
}

static void
try_sources(struct exercise *x)
{
	struct source *sources;
	struct source s;
	uint32_t count;
	enum status status = collection_list_sources(&sources, &count, x->c,
	    &x->arena, &x->err);

	check_status(x, status);
	for (uint32_t i = 0; !status && i < count; i++) {
		check_needed(sources[i].key);
		check_needed(sources[i].label);
		check_text(sources[i].copy_of);
	}
	check_status(x,
	    collection_find_source(&s, x->c, "agency", &x->arena, &x->err));
	arena_reset(&x->arena);
	for (int64_t source = 0; source < 6; source++)
		try_citing(x, source);
}

static void
try_links(struct exercise *x, enum record_kind kind)
{
	struct link *links;
	const char **slugs;
	uint32_t count;
	enum status status;

	for (int64_t id = 0; id < 4; id++) {
		status = collection_list_linking(&links, &count, x->c, kind, id,
		    &x->arena, &x->err);
		check_status(x, status);
		for (uint32_t i = 0; !status && i < count; i++)
			check_needed(links[i].slug);
	}
	status = collection_list_slugs(&slugs, &count, x->c, kind, 1000,
	    &x->arena, &x->err);
	check_status(x, status);
	for (uint32_t i = 0; !status && i < count; i++)
		check_needed(slugs[i]);
	status = collection_complete_slug(&slugs, &count, x->c, kind, "", 3,
	    &x->arena, &x->err);
	check_status(x, status);
	for (uint32_t i = 0; !status && i < count; i++)
		check_needed(slugs[i]);
	arena_reset(&x->arena);
}

static void
try_disagreements(struct exercise *x)
{
	struct disagreement *all;
	struct disagreement d;
	uint32_t count;
	enum status status = collection_list_disagreements(&all, &count, x->c,
	    &x->arena, &x->err);

	check_status(x, status);
	for (uint32_t i = 0; !status && i < count; i++) {
		check_needed(all[i].kind);
		check_needed(all[i].note);
		for (uint32_t n = 0; n < all[i].member_count; n++)
			check_needed(all[i].members[n].slug);
	}
	check_status(x,
	    collection_list_disagreement_heads(&all, &count, x->c, 2,
		UINT32_MAX, &x->arena, &x->err));
	check_status(x,
	    collection_get_disagreement(&d, x->c, 1, &x->arena, &x->err));
	check_status(x,
	    collection_list_disagreements_of(&all, &count, x->c, RECORD_FIGURE,
		1, &x->arena, &x->err));
	check_status(x,
	    collection_list_disagreements_of(&all, &count, x->c, RECORD_MEASURE,
		1, &x->arena, &x->err));
	arena_reset(&x->arena);
}

static void
try_values(struct exercise *x)
{
	struct collection_counts counts;
	const char *value;
	enum status status = collection_find_value(&value, x->c, "title",
	    &x->arena, &x->err);

	check_status(x, status);
	if (status == STATUS_OK)
		check_text(value);
	check_status(x, collection_count(&counts, x->c, &x->err));
}

static void
check_block(struct exercise *x, const struct text_block *b)
{
	size_t before = 0;
	uint32_t next = 0;

	promise(b->count > 0 && b->first_passage > 0, "a block has passages");
	for (uint32_t i = 0; i < b->count; i++) {
		promise(text_block_get_at(b, i) <= text_block_get_end(b, i),
		    "ends never fall");
		promise(text_block_get_kind(b, i) >= PASSAGE_TITLE &&
			text_block_get_kind(b, i) <= PASSAGE_FIELD,
		    "a passage has its kind in its block");
	}
	promise(text_block_get_end(b, b->count - 1) == b->len,
	    "the last end is that of the block");
	for (uint32_t i = 0; i < b->folded_count; i++) {
		const unsigned char *entry = b->folded_places +
		    (size_t)i * BLOCK_FOLDED_PLACE_BYTES;
		uint32_t number = entry[0] | (uint32_t)entry[1] << 8;
		size_t end = entry[2] | (size_t)entry[3] << 8;

		promise(number >= next && number < b->count,
		    "folded text is of a passage");
		promise(end >= before && end <= b->folded_len,
		    "folded text is in its block");
		next = number + 1;
		before = end;
	}
	/* All of it can be read. */
	arena_copy(&x->arena, b->text, b->len);
	arena_copy(&x->arena, b->folded, b->folded_len);
	arena_reset(&x->arena);
}

static void
try_blocks(struct exercise *x)
{
	struct text_block b;
	enum status status = STATUS_OK;
	int64_t next = 0;

	for (int64_t id = 1; id < 100 && status == STATUS_OK; id++) {
		status = collection_read_block(&b, x->c, id, id % 2, &x->err);
		check_status(x, status);
		if (status != STATUS_OK)
			break;
		promise(next == 0 || next == b.first_passage,
		    "blocks follow each other");
		next = b.first_passage > INT64_MAX - b.count ?
		    0 :
		    b.first_passage + b.count;
		check_block(x, &b);
	}
	for (int64_t id = 2; id > -2; id--) {
		status = collection_read_block(&b, x->c, id, true, &x->err);
		check_status(x, status);
		if (status == STATUS_OK)
			check_block(x, &b);
		check_status(x,
		    collection_read_block(&b, x->c, INT64_MAX - (2 - id), true,
			&x->err));
	}
}

/* Whether the map, taken apart as it is made, leads through both texts. */
static bool
leads_through(const struct passage_text *p)
{
	size_t value[3] = { 0 }, text = 0, folded = 0;
	unsigned n = 0, shift = 0;

	for (size_t i = 0; i < p->map_len; i++) {
		unsigned char c = (unsigned char)p->map[i];

		value[n] |= (size_t)(c & 0x7F) << shift;
		shift += 7;
		if (c >= 0x80)
			continue;
		shift = 0;
		if (++n < 3)
			continue;
		folded += value[0] + value[1];
		text += value[0] + value[2];
		n = 0;
		memset(value, 0, sizeof value);
	}
	return n == 0 && shift == 0 && text <= p->len &&
	    folded <= p->folded_len && p->len - text == p->folded_len - folded;
}

static void
try_facets(struct exercise *x, int64_t passage)
{
	struct passage_run run;
	enum status status = collection_find_run(&run, x->c, passage, &x->err);

	check_status(x, status);
	if (status != STATUS_OK)
		return;
	promise(run.first <= passage && run.last >= passage,
	    "a run has its passage");
	promise(record_get_name(run.kind)[0] != '\0', "a run has its kind");
	for (int facet = 0; facet < FACET_COUNT; facet++) {
		int64_t values[20];
		uint32_t count;

		status = collection_list_facet(values, &count, 20, x->c,
		    (enum facet)facet, &run, passage, &x->err);
		check_status(x, status);
		for (uint32_t i = 1; !status && i < count; i++)
			promise(values[i - 1] < values[i], "values ascend");
		promise(status || count <= 20, "values are limited");
	}
}

static void
try_passages(struct exercise *x)
{
	struct passage_text p;
	int64_t block;

	for (int64_t passage = -1; passage < 40; passage++) {
		enum status status = collection_read_passage(&p, x->c, passage,
		    &x->arena, &x->err);

		check_status(x, status);
		if (status == STATUS_OK) {
			check_needed(p.text);
			check_text(p.field);
			check_text(p.folded);
			promise(strlen(p.text) == p.len, "text has its length");
			promise(!p.folded || leads_through(&p),
			    "a map leads through both texts");
		}
		check_status(x,
		    collection_find_block(&block, x->c, passage, &x->err));
		try_facets(x, passage);
		arena_reset(&x->arena);
	}
}

static void
try_scopes(struct exercise *x)
{
	static const struct scope scopes[] = { { 0 }, { .kinds = 2 },
		{ .kinds = 0x2A }, { .topic = 1 }, { .topic = 2 },
		{ .source = 1 }, { .source = 2 }, { .document = 2 },
		{ .has_years = true, .year_from = -9999, .year_to = 9999 },
		{ .is_disagreeing = true },
		{ .kinds = 4, .topic = 1, .is_disagreeing = true } };
	struct passage_range *ranges;
	uint32_t count;

	for (size_t i = 0; i < sizeof scopes / sizeof scopes[0]; i++) {
		enum status status = collection_list_scope(&ranges, &count,
		    x->c, &scopes[i], &x->arena, &x->err);

		check_status(x, status);
		for (uint32_t n = 0; !status && n < count; n++) {
			promise(ranges[n].first <= ranges[n].last &&
				ranges[n].first > 0,
			    "a range has passages");
			promise(n == 0 ||
				ranges[n - 1].last + 1 < ranges[n].first,
			    "ranges do not touch");
		}
		arena_reset(&x->arena);
	}
}

static void
try_titles(struct exercise *x, enum record_kind kind)
{
	struct record_title title;

	for (int64_t id = 0; id < 5; id++) {
		enum status status = collection_find_title(&title, x->c, kind,
		    id, &x->arena, &x->err);

		check_status(x, status);
		if (status == STATUS_OK) {
			check_needed(title.slug);
			check_needed(title.title);
		}
	}
	arena_reset(&x->arena);
}

static void
look_at_line(void *context, const char *line)
{
	(void)context;
	check_needed(line);
	promise(!strchr(line, '\n'), "a fault is one line");
}

bool
exercise_collection(const char *path)
{
	struct exercise x = { NULL };
	enum status status = collection_open(&x.c, path, &x.err);

	check_status(&x, status);
	if (status != STATUS_OK)
		return false;
	try_values(&x);
	try_topics(&x);
	try_figures(&x);
	try_keys(&x);
	for (int facet = 0; facet < COLLECTION_FACET_COUNT; facet++)
		try_facet(&x, (enum collection_facet)facet);
	try_measures(&x);
	try_events(&x);
	try_sources(&x);
	try_disagreements(&x);
	try_blocks(&x);
	try_passages(&x);
	try_scopes(&x);
	for (int kind = RECORD_NONE; kind <= RECORD_DISAGREEMENT; kind++) {
		try_links(&x, (enum record_kind)kind);
		try_titles(&x, (enum record_kind)kind);
		for (int64_t id = 0; id < 5; id++)
			try_page(&x, (enum record_kind)kind, id);
	}
	check_status(&x, collection_verify(x.c, look_at_line, NULL, &x.err));
	collection_close(x.c);
	arena_clear(&x.arena);
	return true;
}
