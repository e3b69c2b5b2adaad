/* SPDX-License-Identifier: ISC */
#include "search/search.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "search_private.h"

/* Hits, as a scan finds them, are put to their records. */

/* What a record is called, and what may be. */
enum {
	TITLE_KINDS = 1 << PASSAGE_TITLE | 1 << PASSAGE_STATEMENT |
	    1 << PASSAGE_FIELD
};

static enum status
list_scope(struct search *s, const struct scope *scope, struct error *err)
{
	struct passage_range *ranges;
	enum status status;

	s->way = (struct scan_way){ .kinds = s->is_titles ? TITLE_KINDS : 0 };
	if (!scope || scope_is_all(scope))
		return STATUS_OK;
	status = collection_list_scope(&ranges, &s->way.range_count, s->c,
	    scope, &s->arena, err);
	if (status == STATUS_OK)
		s->way.ranges = ranges;
	return status;
}

enum status
search_new(struct search **out, struct collection *c, struct pattern *pattern,
    const struct search_options *options, struct error *err)
{
	struct search *s = mem_alloc_array(1, sizeof *s);
	enum status status;

	s->c = c;
	s->pattern = pattern;
	s->is_titles = options->is_titles;
	status = list_scope(s, options->scope, err);
	if (status != STATUS_OK) {
		search_free(s);
		return status;
	}
	s->scan = scan_new_way(c, pattern, &s->way);
	*out = s;
	return STATUS_OK;
}

void
search_free(struct search *s)
{
	if (!s)
		return;
	for (int i = 0; i < FACET_COUNT; i++)
		search_free_facet(s->facets[i]);
	for (int i = 0; i < RECORD_KINDS; i++)
		ranked_clear(&s->rankings[i]);
	search_clear_finding(&s->finding);
	scan_free(s->scan);
	kept_clear(&s->records);
	bits_clear(&s->bits);
	free(s->listed);
	arena_clear(&s->arena);
	pattern_free(s->pattern);
	free(s);
}

struct pattern *
search_get_pattern(const struct search *s)
{
	return s->pattern;
}

/* Beside the title that are, as CSL calls them, its names. */
static bool
is_title_field(const char *field)
{
	static const char *const fields[] = { "title", "title-short",
		"original-title", "author", "editor", "translator",
		"contributor", "director", "composer", "illustrator",
		"interviewer", "recipient", "container-author",
		"collection-editor", "editorial-director", "original-author",
		"reviewed-author" };

	for (size_t i = 0; field && i < sizeof fields / sizeof fields[0]; i++) {
		if (strcmp(field, fields[i]) == 0)
			return true;
	}
	return false;
}

/* A source begins with its title, or where it has none with its names. */
static enum status
rank_field(enum search_rank *out, struct search *s,
    const struct passage_run *run, int64_t passage, struct error *err)
{
	struct arena arena = { 0 };
	struct passage_text text;
	enum status status;

	*out = RANK_TITLE;
	if (passage == run->first)
		return STATUS_OK;
	status = collection_read_passage(&text, s->c, passage, &arena, err);
	if (status == STATUS_OK && !is_title_field(text.field))
		*out = RANK_TEXT;
	arena_clear(&arena);
	return status;
}

static enum search_rank
get_rank(enum passage_kind kind)
{
	switch (kind) {
	case PASSAGE_TITLE:
		return RANK_TITLE;
	case PASSAGE_SUMMARY:
	case PASSAGE_HEADING:
		return RANK_HEADING;
	case PASSAGE_STATEMENT:
	case PASSAGE_DEFINITION:
		return RANK_STATEMENT;
	default:
		return RANK_TEXT;
	}
}

static bool
is_in(const struct passage_run *run, int64_t passage)
{
	return passage >= run->first && passage <= run->last;
}

enum status
search_look_up(struct passage_run *run, enum search_rank *rank, bool *is_wanted,
    struct search *s, int64_t passage, enum passage_kind kind,
    struct error *err)
{
	enum status status = STATUS_OK;

	if (!is_in(run, passage))
		status = collection_find_run(run, s->c, passage, err);
	if (status != STATUS_OK)
		return status;
	*rank = get_rank(kind);
	if (kind == PASSAGE_FIELD && run->kind == RECORD_SOURCE)
		status = rank_field(rank, s, run, passage, err);
	*is_wanted = !s->is_titles || *rank == RANK_TITLE ||
	    (kind == PASSAGE_STATEMENT && run->kind == RECORD_FIGURE);
	return status;
}

/* Of what is not graphic the best; of what is only where all is. */
static bool
is_better(const struct scan_hit *hit, enum search_rank rank,
    const struct kept *k)
{
	if (hit->is_graphic != k->is_graphic)
		return k->is_graphic;
	if (rank != k->best_rank)
		return rank < k->best_rank;
	return hit->passage < k->best;
}

static void
add_hit(struct kept *k, const struct scan_hit *hit, enum search_rank rank,
    size_t matches, const struct passage_run *run)
{
	uint32_t passage = (uint32_t)hit->passage;
	bool is_first = k->passages == 0;

	if (is_first || rank < k->rank)
		k->rank = (uint8_t)rank;
	if (is_first || is_better(hit, rank, k)) {
		k->best = passage;
		k->best_rank = (uint8_t)rank;
		k->is_graphic = hit->is_graphic;
		k->is_folded = hit->is_folded;
	}
	if (is_first || passage < k->first)
		k->first = passage;
	if (is_first || passage > k->last)
		k->last = passage;
	if (!is_in(run, k->first) || !is_in(run, k->last))
		k->is_apart = true;
	k->passages++;
	k->matches += (uint32_t)matches;
}

static enum status
take_hit(struct search *s, const struct scan_hit *hit, struct error *err)
{
	bool is_wanted, is_new, is_whole;
	enum search_rank rank;
	struct kept *k;
	/* Before others ask the collection: the text is lent. */
	size_t matches = pattern_find_all(s->pattern, hit->text, hit->len,
	    s->ranges, MATCHES_COUNTED, &is_whole);
	enum status status = search_look_up(&s->run, &rank, &is_wanted, s,
	    hit->passage, hit->kind, err);

	if (status != STATUS_OK || !is_wanted)
		return status;
	s->passages++;
	s->graphic += hit->is_graphic;
	s->version++;
	if (!bits_set(&s->bits, hit->passage))
		s->is_bitless = true;
	k = hit->passage > UINT32_MAX ?
	    NULL :
	    kept_add(&s->records, s->run.kind, s->run.record, &is_new);
	if (!k) {
		s->is_cut = true;
		return STATUS_OK;
	}
	s->of_kind[k->kind] += is_new;
	add_hit(k, hit, rank, matches > 0 ? matches : 1, &s->run);
	return STATUS_OK;
}

enum status
search_work(bool *is_done, struct search *s, int64_t until_us,
    struct error *err)
{
	enum status status = STATUS_OK;

	pace_begin(&s->pace, until_us);
	while (!s->is_done && !s->pace.is_over && status == STATUS_OK) {
		enum scan_answer answer;
		struct scan_hit hit = { .len = 0 };

		status = scan_next(&answer, &hit, s->scan, until_us, err);
		if (status != STATUS_OK || answer == SCAN_PAUSED)
			break;
		s->is_done = answer == SCAN_DONE;
		if (answer == SCAN_FOUND)
			status = take_hit(s, &hit, err);
		/* Its record is looked up, too. */
		pace_spend(&s->pace, hit.len + 100);
	}
	if (status == STATUS_OK)
		*is_done = s->is_done;
	return status;
}

struct search_counts
search_count(const struct search *s)
{
	struct search_counts counts = { .passages = s->passages,
		.graphic = s->graphic,
		.too_hard = scan_get_too_hard(s->scan),
		.is_done = s->is_done,
		.is_cut = s->is_cut };

	memcpy(counts.records, s->of_kind, sizeof counts.records);
	return counts;
}

uint64_t
search_sum_records(const struct search_counts *counts)
{
	uint64_t all = 0;

	for (int i = RECORD_TOPIC; i <= RECORD_DISAGREEMENT; i++)
		all += counts->records[i];
	return all;
}

const struct found_record *
search_list(uint32_t *count, struct search *s, enum record_kind kind,
    uint32_t first, uint32_t limit)
{
	struct ranked_list *r = &s->rankings[kind];
	uint32_t all = s->records.count;

	*count = 0;
	if (first >= all || limit == 0)
		return s->listed;
	if (limit > all - first)
		limit = all - first;
	ranked_make(r, &s->records, kind, first + limit, s->version);
	if (limit > s->listed_cap) {
		s->listed = mem_resize_array(s->listed, limit,
		    sizeof *s->listed);
		s->listed_cap = limit;
	}
	for (uint32_t i = first; i < r->count && *count < limit; i++) {
		const struct kept *k = &s->records.kept[r->ranked[i].number];

		s->listed[(*count)++] = (struct found_record){
			.kind = (enum record_kind)k->kind,
			.record = k->record,
			.rank = (enum search_rank)k->rank,
			.passages = k->passages,
			.matches = k->matches,
			.best = k->best,
			.is_graphic = k->is_graphic,
			.is_folded = k->is_folded,
		};
	}
	return s->listed;
}
