/* SPDX-License-Identifier: ISC */
#include "search/scan.h"

#include <stdlib.h>

#include "base/mem.h"
#include "scan_private.h"

/* What is found, as it is found: kept, or counted. */
typedef void scan_sink(struct scan *s, uint32_t number, enum scan_answer answer,
    bool is_folded);

static struct scan *
make(struct collection *c, struct pattern *pattern)
{
	struct scan *s = mem_alloc_array(1, sizeof *s);
	const struct plan *plan = pattern_get_plan(pattern);

	s->c = c;
	s->finder = finder_new(plan);
	s->aim = (struct strip_aim){ .pattern = pattern,
		.finder = s->finder,
		.is_whole = plan->is_whole };
	s->wants_folded = pattern_wants_folded(pattern);
	s->next = 1;
	str_init(&s->texts, 0);
	return s;
}

/* Leaves of the ranges what is from first to last. */
static void
set_ranges(struct scan *s, const struct passage_range *ranges, uint32_t count,
    int64_t first, int64_t last)
{
	struct passage_range *out = arena_alloc_array(&s->arena,
	    (size_t)count + 1, sizeof *out);

	if (last == 0)
		last = INT64_MAX;
	s->ranges = out;
	for (uint32_t i = 0; i < count; i++) {
		struct passage_range range = ranges[i];

		if (range.first < first)
			range.first = first;
		if (range.last > last)
			range.last = last;
		if (range.first <= range.last)
			out[s->range_count++] = range;
	}
}

static const struct passage_range everything = { 1, INT64_MAX };

enum status
scan_new(struct scan **out, struct collection *c, struct pattern *pattern,
    const struct scan_options *options, struct error *err)
{
	struct passage_range *ranges;
	uint32_t count;
	struct arena arena = { 0 };
	enum status status = STATUS_OK;
	bool has_scope = options->scope && !scope_is_all(options->scope);

	if (has_scope)
		status = collection_list_scope(&ranges, &count, c,
		    options->scope, &arena, err);
	if (status == STATUS_OK) {
		*out = make(c, pattern);
		(*out)->options = *options;
		set_ranges(*out, has_scope ? ranges : &everything,
		    has_scope ? count : 1, options->first, options->last);
	}
	arena_clear(&arena);
	return status;
}

struct scan *
scan_new_way(struct collection *c, struct pattern *pattern,
    const struct scan_way *way)
{
	struct scan *s = make(c, pattern);

	s->kinds = way->kinds;
	s->is_in_order = way->is_in_order;
	set_ranges(s, way->ranges ? way->ranges : &everything,
	    way->ranges ? way->range_count : 1, way->first, way->last);
	return s;
}

void
scan_free(struct scan *s)
{
	if (!s)
		return;
	finder_free(s->finder);
	arena_clear(&s->arena);
	str_clear(&s->texts);
	free(s->put_off.passages);
	free(s->found);
	free(s);
}

static void
keep(struct scan *s, uint32_t number, enum scan_answer answer, bool is_folded)
{
	const struct strip *strip = is_folded ? &s->folded : &s->text;
	uint32_t piece = number;
	struct scan_found *found;
	size_t at;

	if (s->found_count == s->found_cap) {
		s->found_cap = s->found_cap ? s->found_cap * 2 : 64;
		s->found = mem_resize_array(s->found, s->found_cap,
		    sizeof *s->found);
	}
	scan_lend_strips(s);
	if (is_folded)
		scan_find_folded(&piece, &s->block, number);
	at = strip_get_at(strip, piece);
	found = &s->found[s->found_count++];
	*found = (struct scan_found){ .answer = answer,
		.at = s->texts.len,
		.hit = { .passage = s->block.first_passage + number,
		    .kind = text_block_get_kind(&s->block, number),
		    .is_graphic = text_block_is_graphic(&s->block, number),
		    .len = strip_get_end(strip, piece) - at,
		    .is_folded = is_folded } };
	str_add(&s->texts, strip->text + at, found->hit.len);
}

static void
count(struct scan *s, uint32_t number, enum scan_answer answer, bool is_folded)
{
	(void)number;
	(void)is_folded;
	s->counted += answer == SCAN_FOUND;
}

/* Those of the part that do not match, up to the one before end. */
static void
tell_others(struct scan *s, uint32_t end, scan_sink *tell)
{
	for (uint32_t i = s->told; i < end; i++)
		tell(s, i, SCAN_FOUND, false);
}

static void
go_along_part(struct scan *s, scan_sink *tell)
{
	enum part_answer answer;

	do {
		bool is_folded, wants_others = s->options.wants_others;
		uint32_t number = s->to;

		answer = scan_next_in_part(s, &number, &is_folded);
		if (answer == PART_PAUSED)
			return;
		if (answer == PART_DONE)
			number = s->to;
		if (wants_others)
			tell_others(s, number, tell);
		s->told = number + 1;
		if (answer == PART_TOO_HARD)
			scan_put_off(s, number);
		if (answer == PART_FOUND && !wants_others)
			tell(s, number, SCAN_FOUND, is_folded);
		s->is_deciding = s->is_in_order && s->put_off.count > 0;
	} while (answer != PART_DONE && !s->is_deciding);
	if (answer != PART_DONE)
		return;
	scan_end_part(s);
	s->is_deciding = s->put_off.count >= PUT_OFF_LIMIT;
}

static enum status
decide_one(struct scan *s, scan_sink *tell, struct error *err)
{
	enum pattern_answer answer;
	uint32_t number;
	bool is_folded;
	enum status status = scan_decide(&answer, &number, &is_folded, s, err);

	if (status != STATUS_OK || answer == PATTERN_PAUSED)
		return status;
	if (answer == PATTERN_TOO_HARD)
		s->too_hard++;
	if (answer == PATTERN_TOO_HARD && s->options.wants_too_hard)
		tell(s, number, SCAN_TOO_HARD, false);
	else if (answer != PATTERN_TOO_HARD &&
	    (answer == PATTERN_NOT_FOUND) == s->options.wants_others)
		tell(s, number, SCAN_FOUND,
		    is_folded && answer != PATTERN_NOT_FOUND);
	if (s->put_off.next == s->put_off.count) {
		s->put_off.count = 0;
		s->put_off.next = 0;
		s->is_deciding = false;
	}
	return STATUS_OK;
}

/* A part of the work: at most what one block holds. */
static enum status
take_step(struct scan *s, scan_sink *tell, struct error *err)
{
	enum status status = STATUS_OK;

	if (s->is_deciding) {
		status = decide_one(s, tell, err);
	} else {
		status = s->is_in_part ? scan_load(s, err) :
					 scan_begin_part(s, err);
		if (status == STATUS_OK && s->is_in_part) {
			scan_lend_strips(s);
			go_along_part(s, tell);
		}
		if (s->is_at_end && s->put_off.count > 0)
			s->is_deciding = true;
	}
	pace_look(&s->aim.pace);
	return status;
}

static bool
is_done(const struct scan *s)
{
	return s->is_at_end && !s->is_deciding;
}

static void
begin(struct scan *s, int64_t until_us)
{
	pace_begin(&s->aim.pace, until_us);
	s->is_loaded = false; /* others may have asked the collection */
}

static enum status
find_more(struct scan *s, int64_t until_us, struct error *err)
{
	enum status status = STATUS_OK;

	begin(s, until_us);
	s->found_count = 0;
	s->found_next = 0;
	str_reset(&s->texts);
	while (status == STATUS_OK && s->found_count == 0 && !is_done(s) &&
	    !s->aim.pace.is_over)
		status = take_step(s, keep, err);
	s->owes_pause = s->aim.pace.is_over;
	return status;
}

enum status
scan_next(enum scan_answer *answer, struct scan_hit *out, struct scan *s,
    int64_t until_us, struct error *err)
{
	struct scan_found *found;

	if (s->found_next == s->found_count && !s->owes_pause) {
		enum status status = find_more(s, until_us, err);

		if (status != STATUS_OK)
			return status;
	}
	if (s->found_next == s->found_count) {
		*answer = is_done(s) ? SCAN_DONE : SCAN_PAUSED;
		s->owes_pause = false;
		return STATUS_OK;
	}
	found = &s->found[s->found_next++];
	*answer = found->answer;
	*out = found->hit;
	out->text = s->texts.data + found->at;
	return STATUS_OK;
}

enum status
scan_count(enum scan_answer *answer, uint64_t *number, struct scan *s,
    int64_t until_us, struct error *err)
{
	enum status status = STATUS_OK;

	begin(s, until_us);
	while (status == STATUS_OK && !is_done(s) && !s->aim.pace.is_over)
		status = take_step(s, count, err);
	*answer = is_done(s) ? SCAN_DONE : SCAN_PAUSED;
	*number = s->counted;
	return status;
}
