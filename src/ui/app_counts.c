/* SPDX-License-Identifier: ISC */
#include <stdio.h>

#include "app_private.h"
#include "base/clock.h"
#include "hits_rows.h"

/* What a search has found, in words, and how often that is drawn anew. */
enum { FIRST_RECORDS = 50, REDRAW_US = 250000 };

static void
add_number(struct str *out, uint64_t count, bool is_done, const char *one,
    const char *many)
{
	str_add_format(out, "%llu%s %s", (unsigned long long)count,
	    is_done ? "" : "+", count == 1 && is_done ? one : many);
}

static void
add_too_hard(struct str *out, const struct search_counts *counts)
{
	if (counts->too_hard == 0)
		return;
	str_add_text(out, out->len > 0 ? ", " : "");
	add_number(out, counts->too_hard, counts->is_done, "passage too hard",
	    "passages too hard");
}

static void
add_by_kind(struct str *out, const struct search_counts *counts)
{
	char many[32];

	for (size_t i = 0; i < HITS_GROUP_LIMIT; i++) {
		enum record_kind kind = hits_rows_order[i];
		const char *one = record_get_name(kind);

		if (counts->records[kind] == 0)
			continue;
		snprintf(many, sizeof many, "%ss", one);
		str_add_text(out, out->len > 0 ? ", " : "");
		add_number(out, counts->records[kind], counts->is_done, one,
		    many);
	}
	add_too_hard(out, counts);
}

static void
add_all_alone(struct str *out, const struct search_counts *counts)
{
	add_number(out, search_sum_records(counts), counts->is_done, "record",
	    "records");
}

static void
add_all(struct str *out, const struct search_counts *counts)
{
	add_all_alone(out, counts);
	add_too_hard(out, counts);
}

static void
add_least(struct str *out, const struct search_counts *counts)
{
	str_add_format(out, "%llu%s",
	    (unsigned long long)search_sum_records(counts),
	    counts->is_done ? "" : "+");
}

static void
add_nothing(struct str *out, const struct search_counts *counts)
{
	str_add_text(out, counts->is_done ? "nothing found" : "searching");
	add_too_hard(out, counts);
}

/* The longest that fits of what can be said. */
void
app_add_counts(struct str *out, struct app *app, int width_cols)
{
	static void (*const ways[])(struct str * out,
	    const struct search_counts *counts) = { add_by_kind, add_all,
		add_all_alone, add_least };
	struct search *search = app->search.inquiry ?
	    inquiry_get_search(app->search.inquiry) :
	    NULL;
	struct search_counts counts;
	struct str text;

	if (!search)
		return;
	counts = search_count(search);
	str_init(&text, 0);
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		str_reset(&text);
		if (search_sum_records(&counts) == 0)
			add_nothing(&text, &counts);
		else
			ways[i](&text, &counts);
		if ((int)text.len > width_cols)
			continue;
		str_add_text(out, text.data);
		break;
	}
	str_clear(&text);
}

/* What is said of a search that is long is said ever more rarely. */
static bool
is_soon(const struct app_search *s, int64_t now)
{
	int64_t span = (now - s->begun_us) / 8;

	return now - s->drawn_us < (span > REDRAW_US ? span : REDRAW_US);
}

/*
 * The first records are shown as they come, then only now and then, that a
 * slow line does not hear of each slice.
 */
void
app_look_for_change(struct app *app)
{
	struct app_search *s = &app->search;
	struct search *search = inquiry_get_search(s->inquiry);
	int64_t now = clock_now_us();
	struct search_counts counts;
	uint64_t records;

	if (!search)
		return;
	counts = search_count(search);
	if (counts.passages == s->drawn.passages &&
	    counts.too_hard == s->drawn.too_hard &&
	    counts.is_done == s->drawn.is_done)
		return;
	records = search_sum_records(&s->drawn);
	if (!counts.is_done && is_soon(s, now) &&
	    (records >= FIRST_RECORDS ||
		records == search_sum_records(&counts)))
		return;
	s->drawn = counts;
	s->drawn_us = now;
	app->is_changed = true;
}
