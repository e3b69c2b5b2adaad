/* SPDX-License-Identifier: ISC */
#include "reader/inquiry.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"

struct inquiry {
	struct session *session;
	struct inquiry_wish *wish; /* what search is for; NULL: nothing */
	struct search *search;
	bool is_by_letters; /* of a title that none has as it was typed */
	bool has_failed;
	struct error failure; /* to be told */
};

static const struct inquiry_wish nothing;

struct inquiry *
inquiry_new(struct session *session)
{
	struct inquiry *q = mem_alloc_array(1, sizeof *q);

	q->session = session;
	return q;
}

static void
end_search(struct inquiry *q)
{
	search_free(q->search);
	free(q->wish);
	q->search = NULL;
	q->wish = NULL;
	q->is_by_letters = false;
	q->has_failed = false;
}

void
inquiry_free(struct inquiry *q)
{
	if (!q)
		return;
	end_search(q);
	free(q);
}

static bool
is_same_scope(const struct scope *a, const struct scope *b)
{
	return a->kinds == b->kinds && a->topic == b->topic &&
	    a->source == b->source && a->document == b->document &&
	    a->has_years == b->has_years && a->year_from == b->year_from &&
	    a->year_to == b->year_to && a->is_disagreeing == b->is_disagreeing;
}

bool
inquiry_is_same(const struct inquiry_wish *a, const struct inquiry_wish *b)
{
	return strcmp(a->text, b->text) == 0 && a->is_exact == b->is_exact &&
	    a->is_literal == b->is_literal && a->is_word == b->is_word &&
	    a->is_title == b->is_title && is_same_scope(&a->scope, &b->scope);
}

static enum status
begin_search(struct search **out, struct inquiry *q,
    const struct inquiry_wish *wish, const char *text,
    const struct pattern_options *options, size_t *error_at, struct error *err)
{
	const struct search_options where = { .scope = &wish->scope,
		.is_titles = wish->is_title };
	struct pattern *pattern;
	enum status status = pattern_new(&pattern, text, strlen(text), options,
	    error_at, err);

	if (status != STATUS_OK)
		return status;
	*error_at = 0;
	return search_new(out, q->session->collection, pattern, &where, err);
}

static enum status
begin_as_typed(struct search **out, struct inquiry *q,
    const struct inquiry_wish *wish, size_t *error_at, struct error *err)
{
	const struct pattern_options options = { .letters = PATTERN_SMART,
		.is_literal = wish->is_literal,
		.is_word = wish->is_word,
		.is_exact = wish->is_exact };

	return begin_search(out, q, wish, wish->text, &options, error_at, err);
}

enum status
inquiry_set(struct inquiry *q, const struct inquiry_wish *wish,
    size_t *error_at, struct error *err)
{
	struct search *search;
	enum status status;

	if (inquiry_is_same(wish, inquiry_get_wish(q))) {
		if (q->wish)
			memcpy(q->wish->chosen, wish->chosen,
			    sizeof wish->chosen);
		return STATUS_OK;
	}
	if (wish->text[0] == '\0') {
		end_search(q);
		return STATUS_OK;
	}
	status = begin_as_typed(&search, q, wish, error_at, err);
	if (status != STATUS_OK)
		return status;
	end_search(q);
	q->search = search;
	q->wish = mem_alloc(sizeof *q->wish);
	*q->wish = *wish;
	return STATUS_OK;
}

const struct inquiry_wish *
inquiry_get_wish(const struct inquiry *q)
{
	return q->wish ? q->wish : &nothing;
}

struct search *
inquiry_get_search(const struct inquiry *q)
{
	return q->search;
}

/*
 * The letters of a text in their order, whatever stands between: "abc" gives
 * a[^b]*b[^c]*c, which finds what a.*?b.*?c finds and, as PCRE2 sees that it
 * cannot end otherwise, never goes back.
 */
static void
add_letters(struct str *out, const char *text)
{
	const char *end = text + strlen(text);
	int32_t c;

	for (size_t len; text < end; text += len) {
		len = utf8_decode(&c, text, end);
		if (*text == ' ')
			continue;
		if (out->len > 0) {
			str_add_text(out, "[^");
			pattern_add_literal(out, text, len);
			str_add_text(out, "]*");
		}
		pattern_add_literal(out, text, len);
	}
}

/* Of a long text there is no sense in it: nothing is begun. */
static enum status
begin_by_letters(struct inquiry *q, struct error *err)
{
	const struct pattern_options options = { .letters = PATTERN_CASELESS,
		.is_exact = q->wish->is_exact };
	struct search *search;
	struct str text;
	enum status status = STATUS_OK;
	size_t error_at;

	q->is_by_letters = true;
	str_init(&text, 0);
	add_letters(&text, q->wish->text);
	if (text.len > 0 && text.len <= PATTERN_LIMIT_BYTES) {
		status = begin_search(&search, q, q->wish, text.data, &options,
		    &error_at, err);
		if (status == STATUS_OK) {
			search_free(q->search);
			q->search = search;
		}
	}
	str_clear(&text);
	return status;
}

static enum status
work(bool *is_done, struct inquiry *q, int64_t until_us, struct error *err)
{
	enum status status = search_work(is_done, q->search, until_us, err);

	if (status != STATUS_OK || !*is_done || !q->wish->is_title ||
	    q->is_by_letters || search_count(q->search).passages > 0)
		return status;
	status = begin_by_letters(q, err);
	*is_done = search_count(q->search).is_done;
	return status;
}

bool
inquiry_work(struct inquiry *q, int64_t budget_us, struct error *err)
{
	bool is_done = true;
	enum status status;

	err->status = STATUS_OK;
	if (q->failure.status != STATUS_OK) {
		*err = q->failure;
		q->failure.status = STATUS_OK;
		return false;
	}
	if (!q->search || q->has_failed)
		return false;
	status = work(&is_done, q, clock_now_us() + budget_us, err);
	/* What ends a scan leaves its mark there, too. */
	err->status = status;
	q->has_failed = status != STATUS_OK;
	return status == STATUS_OK && !is_done;
}

void
inquiry_restart(struct inquiry *q)
{
	size_t error_at;

	search_free(q->search);
	q->search = NULL;
	q->is_by_letters = false;
	q->has_failed = false;
	if (!q->wish)
		return;
	q->failure.status = begin_as_typed(&q->search, q, q->wish, &error_at,
	    &q->failure);
	if (q->failure.status != STATUS_OK) {
		free(q->wish);
		q->wish = NULL;
	}
}

enum status
inquiry_read_line(struct inquiry_line *out, struct inquiry *q,
    enum record_kind kind, int64_t record, int64_t passage, struct arena *arena,
    struct error *err)
{
	struct collection *c = q->session->collection;
	enum status status = collection_find_title(&out->title, c, kind, record,
	    arena, err);
	bool is_whole;

	if (status == STATUS_OK)
		status = collection_read_passage(&out->passage, c, passage,
		    arena, err);
	if (status != STATUS_OK)
		return status;
	out->range_count = 0;
	if (q->search)
		out->range_count = scan_list_ranges(out->ranges,
		    sizeof out->ranges / sizeof out->ranges[0],
		    search_get_pattern(q->search), &out->passage, &is_whole);
	return STATUS_OK;
}

size_t
inquiry_list_ranges(struct pattern_range *out, size_t limit, struct inquiry *q,
    const char *text, size_t len)
{
	struct passage_text p = { .text = text, .len = len };
	struct str folded, map;
	bool is_whole;
	size_t count;

	if (!q->search)
		return 0;
	str_init(&folded, 0);
	str_init(&map, 0);
	if (pattern_wants_folded(search_get_pattern(q->search)) &&
	    utf8_fold(&folded, &map, text, len)) {
		p.folded = folded.data;
		p.folded_len = folded.len;
		p.map = map.data;
		p.map_len = map.len;
	}
	count = scan_list_ranges(out, limit, search_get_pattern(q->search), &p,
	    &is_whole);
	str_clear(&folded);
	str_clear(&map);
	return count;
}
