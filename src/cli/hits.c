/* SPDX-License-Identifier: ISC */
#include "hits.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "hit_text.h"

struct hit_record {
	enum record_kind kind;
	const char *slug;
	int64_t passage;
	const char *title;
	const char *text;
	const struct pattern_range *matches; /* of characters */
	uint32_t match_count;
};

static const struct print_field passage_fields[] = {
	{ "kind", PRINT_KIND, offsetof(struct hit_record, kind) },
	{ "slug", PRINT_TEXT, offsetof(struct hit_record, slug) },
	{ "passage", PRINT_ID, offsetof(struct hit_record, passage) },
	{ "title", PRINT_TEXT, offsetof(struct hit_record, title) },
	{ "text", PRINT_WORD, offsetof(struct hit_record, text) },
	{ "matches", PRINT_RANGES, offsetof(struct hit_record, matches),
	    offsetof(struct hit_record, match_count) },
	{ NULL }
};

static const struct print_field record_fields[] = {
	{ "kind", PRINT_KIND, offsetof(struct hit_record, kind) },
	{ "slug", PRINT_TEXT, offsetof(struct hit_record, slug) },
	{ "title", PRINT_TEXT, offsetof(struct hit_record, title) }, { NULL }
};

static bool
is_text(const struct hits *h)
{
	return print_is_text(h->cli->format);
}

static bool
wants_records(const struct hits *h)
{
	return h->request->show == SEARCH_SHOW_RECORDS;
}

void
hits_begin(struct hits *h, struct cli *cli,
    const struct search_request *request, struct pattern *pattern)
{
	*h = (struct hits){ .cli = cli,
		.request = request,
		.pattern = pattern };
	str_init(&h->name, 0);
	str_init(&h->text, 0);
	if (!is_text(h))
		print_begin(&h->printer, cli->format,
		    output_get_sink(&cli->out),
		    wants_records(h) ? record_fields : passage_fields, true);
}

void
hits_end(struct hits *h)
{
	if (!is_text(h))
		print_end(&h->printer);
	record_set_clear(&h->seen);
	free(h->ranges);
	str_clear(&h->text);
	str_clear(&h->name);
	arena_clear(&h->passage_arena);
	arena_clear(&h->title_arena);
}

bool
hits_is_full(const struct hits *h)
{
	return h->shown >= h->request->limit || h->cli->out.failure;
}

static enum status
read_title(struct hits *h, enum record_kind kind, int64_t record,
    struct error *err)
{
	enum status status;

	arena_reset(&h->title_arena);
	status = collection_find_title(&h->title, h->cli->collection, kind,
	    record, &h->title_arena, err);
	if (status)
		return status;
	str_reset(&h->name);
	str_add_format(&h->name, "%s:%s", record_get_name(kind), h->title.slug);
	return STATUS_OK;
}

/* Passages of a record stand together, so that it is seldom another. */
static enum status
turn_to_run(struct hits *h, int64_t passage, bool *is_other, struct error *err)
{
	struct passage_run run;
	enum status status;

	*is_other = false;
	if (h->run.kind != RECORD_NONE && passage >= h->run.first &&
	    passage <= h->run.last)
		return STATUS_OK;
	status = collection_find_run(&run, h->cli->collection, passage, err);
	if (status)
		return status;
	*is_other = run.kind != h->run.kind || run.record != h->run.record;
	h->run = run;
	return STATUS_OK;
}

static void
find_ranges(struct hits *h, const struct passage_text *p)
{
	bool is_whole = true;

	h->range_count = 0;
	if (h->request->is_inverted)
		return;
	/* Before and behind each byte there may be an empty one. */
	if (h->range_cap < p->len + 2) {
		h->range_cap = p->len + 2;
		h->ranges = mem_resize_array(h->ranges, h->range_cap,
		    sizeof *h->ranges);
	}
	h->range_count = scan_list_ranges(h->ranges, h->range_cap, h->pattern,
	    p, &is_whole);
	h->unplaced += !is_whole;
}

/* Bytes become characters, as those who read JSON count. */
static void
count_characters(struct hits *h, const struct passage_text *p)
{
	size_t at = 0, characters = 0;

	for (size_t i = 0; i < 2 * h->range_count; i++) {
		struct pattern_range *range = &h->ranges[i / 2];
		size_t *place = i % 2 ? &range->to : &range->from;

		if (*place < at)
			at = characters = 0;
		for (; at < *place && at < p->len; at++)
			characters += !utf8_is_inside(p->text[at]);
		*place = characters;
	}
}

static void
print_passage(struct hits *h, int64_t passage, const struct passage_text *p)
{
	struct hit_record record = {
		.kind = h->run.kind,
		.slug = h->title.slug,
		.passage = passage,
		.title = h->title.title,
		.text = p->text,
	};

	count_characters(h, p);
	record.matches = h->ranges;
	record.match_count = (uint32_t)h->range_count;
	print_record(&h->printer, &record);
}

static void
write_passage(struct hits *h, int64_t passage, const struct passage_text *p)
{
	if (!is_text(h))
		print_passage(h, passage, p);
	else if (h->request->show == SEARCH_SHOW_PARTS)
		hit_text_write_parts(h, p);
	else
		hit_text_write(h, p);
	h->shown++;
}

/* Whether the text alone is enough to print the hit. */
static bool
is_simple(const struct hits *h)
{
	return is_text(h) && h->request->show == SEARCH_SHOW_PASSAGES &&
	    (h->request->is_inverted || !h->cli->out.has_color);
}

static enum status
show_passage(struct hits *h, const struct scan_hit *hit, struct error *err)
{
	struct passage_text p = { .kind = hit->kind,
		.is_graphic = hit->is_graphic };
	bool is_read = hit->text && !hit->is_folded && is_simple(h), is_other;
	enum status status;

	/* The text is lent by what the next lines ask. */
	str_reset(&h->text);
	if (is_read)
		str_add(&h->text, hit->text, hit->len);
	status = turn_to_run(h, hit->passage, &is_other, err);
	if (!status && is_other)
		status = read_title(h, h->run.kind, h->run.record, err);
	if (status)
		return status;
	p.text = h->text.data;
	p.len = h->text.len;
	arena_reset(&h->passage_arena);
	if (!is_read)
		status = collection_read_passage(&p, h->cli->collection,
		    hit->passage, &h->passage_arena, err);
	if (status)
		return status;
	h->range_count = 0;
	if (!is_simple(h))
		find_ranges(h, &p);
	write_passage(h, hit->passage, &p);
	return STATUS_OK;
}

enum status
hits_add_record(struct hits *h, enum record_kind kind, int64_t record,
    struct error *err)
{
	struct hit_record printed = { .kind = kind };
	enum status status;

	if (!record_set_add(&h->seen, kind, record))
		return STATUS_OK;
	status = read_title(h, kind, record, err);
	if (status)
		return status;
	printed.slug = h->title.slug;
	printed.title = h->title.title;
	if (is_text(h))
		hit_text_write_name(h);
	else
		print_record(&h->printer, &printed);
	h->shown++;
	return STATUS_OK;
}

enum status
hits_add(struct hits *h, const struct scan_hit *hit, struct error *err)
{
	enum status status;
	bool is_other;

	if (!wants_records(h))
		return show_passage(h, hit, err);
	status = turn_to_run(h, hit->passage, &is_other, err);
	if (status || !is_other)
		return status;
	return hits_add_record(h, h->run.kind, h->run.record, err);
}
