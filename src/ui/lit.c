/* SPDX-License-Identifier: ISC */
#include "lit.h"

#include <stdlib.h>

#include "app_search.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "text/clean.h"

/*
 * A screen shows a few dozen texts, of which it asks again and again: what
 * was found in them is kept in one array, and all is dropped together.
 */
enum { MOST_TEXTS = 256, FEW_RANGES = 256, MOST_RANGES = 64 * 1024 };

void
lit_init(struct lit *l, struct app *app)
{
	*l = (struct lit){ .app = app };
}

void
lit_clear(struct lit *l)
{
	free(l->texts);
	free(l->ranges);
	*l = (struct lit){ .app = l->app };
}

bool
lit_is_on(const struct lit *l)
{
	return app_get_lit(l->app) != NULL;
}

void
lit_forget(struct lit *l)
{
	l->text_count = 0;
	l->range_count = 0;
}

/* ---- What is found ---- */

static void
make_room(struct lit *l)
{
	if (l->text_count < l->text_cap)
		return;
	l->text_cap = l->text_cap ? 2 * l->text_cap : 32;
	l->texts = mem_resize_array(l->texts, l->text_cap, sizeof *l->texts);
}

/* No text has more matches than bytes, and one at its end. */
static size_t
add_ranges(struct lit *l, struct inquiry *q, const char *bytes, size_t len)
{
	size_t room, count;

	for (;;) {
		room = l->range_cap - l->range_count;
		count = room == 0 ?
		    0 :
		    inquiry_list_ranges(l->ranges + l->range_count, room, q,
			bytes, len);
		if (count < room || room > len)
			return count;
		l->range_cap = l->range_cap ? 2 * l->range_cap : FEW_RANGES;
		l->ranges = mem_resize_array(l->ranges, l->range_cap,
		    sizeof *l->ranges);
	}
}

static const struct lit_text *
find_text(const struct lit *l, uint32_t text)
{
	for (size_t i = l->text_count; i > 0; i--) {
		if (l->texts[i - 1].text == text)
			return &l->texts[i - 1];
	}
	return NULL;
}

static const struct lit_text *
add_text(struct lit *l, struct inquiry *q, uint32_t text, const char *bytes,
    size_t len)
{
	struct lit_text *kept;

	if (l->text_count == MOST_TEXTS || l->range_count > MOST_RANGES)
		lit_forget(l);
	make_room(l);
	kept = &l->texts[l->text_count++];
	*kept = (struct lit_text){ .text = text,
		.first = (uint32_t)l->range_count,
		.count = (uint32_t)add_ranges(l, q, bytes, len) };
	l->range_count += kept->count;
	return kept;
}

const struct pattern_range *
lit_list(struct lit *l, size_t *count, uint32_t text, const char *bytes,
    size_t len)
{
	struct inquiry *q = app_get_lit(l->app);
	const struct lit_text *kept;

	*count = 0;
	if (!q)
		return NULL;
	if (l->number != app_get_lit_number(l->app))
		lit_forget(l);
	l->number = app_get_lit_number(l->app);
	kept = find_text(l, text);
	if (!kept)
		kept = add_text(l, q, text, bytes, len);
	*count = kept->count;
	return l->ranges ? l->ranges + kept->first : NULL;
}

/* The first range that begins at or behind a byte. */
static size_t
find_from(const struct pattern_range *ranges, size_t count, size_t at)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (ranges[middle].from < at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool
lit_find(struct pattern_range *out, struct lit *l, uint32_t text,
    const char *bytes, size_t len, size_t at, bool is_backwards)
{
	size_t count, i;
	const struct pattern_range *ranges = lit_list(l, &count, text, bytes,
	    len);

	i = find_from(ranges, count, at);
	if (is_backwards ? i == 0 : i == count)
		return false;
	*out = ranges[is_backwards ? i - 1 : i];
	return true;
}

/* ---- A run of a text on the screen ---- */

/* Columns of a text that is transliterated are known by doing it. */
static size_t
measure_shown(const struct lit_run *run, size_t at)
{
	struct str shown;
	size_t len;

	str_init(&shown, 0);
	clean_add(&shown, run->bytes + run->at, at - run->at,
	    CLEAN_ASCII | CLEAN_ONE_LINE);
	len = shown.len;
	str_clear(&shown);
	return len;
}

size_t
lit_find_shown(const struct lit_run *run, size_t at)
{
	size_t shown;

	if (at >= run->end)
		return run->len;
	if (at <= run->at)
		return 0;
	shown = run->is_verbatim ? at - run->at : measure_shown(run, at);
	shown = shown > run->into ? shown - run->into : 0;
	return shown < run->len ? shown : run->len;
}

static bool
is_ascii(char c)
{
	return (unsigned char)c < 0x80;
}

/* The beginning of the cluster that a byte lies in, and its end. */
static void
find_cluster(const struct lit_run *run, size_t at, size_t *from, size_t *to)
{
	size_t i = 0;

	*from = *to = at;
	if (at == 0 || at >= run->len ||
	    (is_ascii(run->shown[at - 1]) && is_ascii(run->shown[at])))
		return;
	while (i < at) {
		*from = i;
		i += utf8_next_grapheme(run->shown + i, run->shown + run->len);
	}
	*to = i;
	if (i == at)
		*from = at;
}

/* The clusters of a match; of an empty one none, unless it is current. */
static void
find_cells(const struct lit_run *run, const struct pattern_range *range,
    size_t *from, size_t *to)
{
	size_t nothing;

	find_cluster(run, lit_find_shown(run, range->from), from, &nothing);
	if (range->from < range->to) {
		find_cluster(run, lit_find_shown(run, range->to), &nothing, to);
		return;
	}
	*to = *from;
	if (range->from == run->here && range->from >= run->at &&
	    range->from < run->end)
		*to += utf8_next_grapheme(run->shown + *from,
		    run->shown + run->len);
}

/* The last range that begins at or before a byte may reach into it. */
static size_t
find_first(const struct lit_run *run)
{
	size_t i = find_from(run->ranges, run->count, run->at);

	return i > 0 ? i - 1 : 0;
}

enum role
lit_get_role(struct lit_run *run, size_t at, size_t *end, enum role other)
{
	*end = run->len;
	if (at == 0)
		run->next = find_first(run);
	for (; run->next < run->count; run->next++) {
		const struct pattern_range *range = &run->ranges[run->next];
		size_t from, to;

		if (range->from >= run->end)
			break;
		find_cells(run, range, &from, &to);
		if (to <= at || from == to)
			continue;
		*end = from > at ? from : to;
		if (from > at)
			return other;
		return range->from == run->here ? ROLE_MATCH_HERE : ROLE_MATCH;
	}
	return other;
}

enum role
lit_get_gap_role(const struct lit_run *run, size_t next)
{
	size_t i = find_from(run->ranges, run->count, run->end);
	const struct pattern_range *range;

	if (i == 0)
		return ROLE_TEXT;
	range = &run->ranges[i - 1];
	if (range->to <= next)
		return ROLE_TEXT;
	return range->from == run->here ? ROLE_MATCH_HERE : ROLE_MATCH;
}
