/* SPDX-License-Identifier: ISC */
#include "base/clock.h"
#include "search_private.h"

/*
 * Passages that match, by their order.  What the search has gone through is
 * known; beyond, a scan of its own looks around the place that is asked about.
 */

void
search_clear_finding(struct finding *f)
{
	scan_free(f->scan);
	*f = (struct finding){ 0 };
}

/* Whether a passage between the first and the last is of the record. */
static enum status
is_of_record(bool *out, struct passage_run *run, struct search *s,
    const struct kept *k, int64_t passage, struct error *err)
{
	enum status status = STATUS_OK;

	*out = true;
	if (!k->is_apart)
		return STATUS_OK;
	if (passage < run->first || passage > run->last)
		status = collection_find_run(run, s->c, passage, err);
	*out = run->kind == k->kind && run->record == k->record;
	return status;
}

enum status
search_next_of_record(int64_t *out, struct passage_run *run, struct search *s,
    const struct kept *k, int64_t after, struct error *err)
{
	int64_t passage = after < k->first ? k->first - 1 : after;
	enum status status;
	bool is_it;

	do {
		passage = bits_find(&s->bits, passage + 1, k->last);
		*out = passage;
		if (passage == 0)
			return STATUS_OK;
		status = is_of_record(&is_it, run, s, k, passage, err);
	} while (status == STATUS_OK && !is_it);
	return status;
}

enum status
search_list_passages(int64_t *out, uint32_t *count, uint32_t limit,
    struct search *s, enum record_kind kind, int64_t record, int64_t after,
    struct error *err)
{
	const struct kept *k = kept_find(&s->records, kind, record);
	struct passage_run run = { .first = 0 };
	uint32_t found = 0;

	while (k && found < limit) {
		enum status status = search_next_of_record(&after, &run, s, k,
		    after, err);

		if (status != STATUS_OK)
			return status;
		if (after == 0)
			break;
		out[found++] = after;
	}
	*count = found;
	return STATUS_OK;
}

/* All passages before this one are known to the search. */
static int64_t
get_known(const struct search *s)
{
	if (s->is_bitless)
		return 1;
	if (s->is_done)
		return INT64_MAX;
	return scan_has_put_off(s->scan) ? 1 : scan_get_next(s->scan);
}

static void
begin_scan(struct search *s, int64_t first, int64_t last)
{
	struct scan_way way = s->way;

	way.first = first;
	way.last = last;
	way.is_in_order = true;
	s->finding.scan = scan_new_way(s->c, s->pattern, &way);
}

/* The next hit of the finding's scan that counts. */
static enum status
find_in_scan(enum scan_answer *answer, int64_t *out, struct search *s,
    int64_t until_us, struct error *err)
{
	struct passage_run run = { .first = 0 };
	enum search_rank rank;
	struct scan_hit hit;
	enum status status;
	bool is_wanted;

	do {
		status = scan_next(answer, &hit, s->finding.scan, until_us,
		    err);
		if (status != STATUS_OK || *answer != SCAN_FOUND)
			return status;
		*out = hit.passage;
		if (!s->is_titles)
			return STATUS_OK;
		status = search_look_up(&run, &rank, &is_wanted, s, hit.passage,
		    hit.kind, err);
	} while (status == STATUS_OK && !is_wanted);
	return status;
}

static enum status
find_forwards(enum scan_answer *answer, int64_t *out, struct search *s,
    int64_t until_us, struct error *err)
{
	struct finding *f = &s->finding;
	int64_t known = get_known(s);

	if (!f->scan) {
		*out = bits_find(&s->bits, f->from + 1, known - 1);
		*answer = *out ? SCAN_FOUND : SCAN_DONE;
		if (*out || known == INT64_MAX)
			return STATUS_OK;
		begin_scan(s, f->from < known ? known : f->from + 1, 0);
	}
	return find_in_scan(answer, out, s, until_us, err);
}

/* Passages of the scope that end lies behind: false, there are none. */
static bool
leave_gap(struct search *s, int64_t *end)
{
	const struct passage_range *ranges = s->way.ranges;
	uint32_t i = s->way.range_count;

	if (!ranges)
		return *end > 1;
	while (i > 0 && ranges[i - 1].first >= *end)
		i--;
	if (i == 0)
		return false;
	if (*end > ranges[i - 1].last)
		*end = ranges[i - 1].last + 1;
	return true;
}

/* A scan of the block before end; SCAN_DONE: there is none. */
static enum status
begin_before(enum scan_answer *answer, struct search *s, struct error *err)
{
	struct finding *f = &s->finding;
	struct text_block block;
	enum status status;
	int64_t id;

	*answer = SCAN_DONE;
	if (!leave_gap(s, &f->end))
		return STATUS_OK;
	status = collection_find_block(&id, s->c, f->end - 1, err);
	if (status == STATUS_OK)
		status = collection_read_block(&block, s->c, id, false, err);
	if (status != STATUS_OK)
		return status;
	if (block.first_passage >= f->end)
		return error_set(err, STATUS_CORRUPT,
		    "%s: block %lld begins behind its passages",
		    collection_get_path(s->c), (long long)id);
	*answer = SCAN_PAUSED;
	f->first = block.first_passage;
	f->found = 0;
	begin_scan(s, f->first, f->end - 1);
	return STATUS_OK;
}

/* Behind the last passage there is, where from lies beyond. */
static enum status
begin_backwards(struct search *s, struct error *err)
{
	struct finding *f = &s->finding;
	struct collection_counts counts;
	enum status status = collection_count(&counts, s->c, err);

	if (status != STATUS_OK)
		return status;
	f->end = f->from;
	if (f->end > (int64_t)counts.passages + 1)
		f->end = (int64_t)counts.passages + 1;
	return STATUS_OK;
}

/* The last hit of the block that the scan is of. */
static enum status
find_in_block(enum scan_answer *answer, struct search *s, int64_t until_us,
    struct error *err)
{
	struct finding *f = &s->finding;
	enum status status;
	int64_t passage;

	do {
		status = find_in_scan(answer, &passage, s, until_us, err);
		if (status == STATUS_OK && *answer == SCAN_FOUND)
			f->found = passage;
	} while (status == STATUS_OK && *answer == SCAN_FOUND);
	if (status != STATUS_OK || *answer == SCAN_PAUSED)
		return status;
	scan_free(f->scan);
	f->scan = NULL;
	f->end = f->first;
	*answer = f->found ? SCAN_FOUND : SCAN_PAUSED;
	return STATUS_OK;
}

static enum status
find_backwards(enum scan_answer *answer, int64_t *out, struct search *s,
    int64_t until_us, struct error *err)
{
	struct finding *f = &s->finding;
	enum status status = STATUS_OK;

	if (f->end == 0)
		status = begin_backwards(s, err);
	do {
		if (status == STATUS_OK && !f->scan && f->end <= get_known(s)) {
			*out = bits_find_before(&s->bits, f->end);
			*answer = *out ? SCAN_FOUND : SCAN_DONE;
			return STATUS_OK;
		}
		*answer = SCAN_PAUSED;
		if (status == STATUS_OK && !f->scan)
			status = begin_before(answer, s, err);
		if (status == STATUS_OK && f->scan)
			status = find_in_block(answer, s, until_us, err);
		*out = f->found;
	} while (status == STATUS_OK && *answer == SCAN_PAUSED &&
	    (until_us == 0 || clock_now_us() < until_us));
	return status;
}

enum status
search_find_next(enum scan_answer *answer, int64_t *out, struct search *s,
    int64_t from, bool is_backwards, int64_t until_us, struct error *err)
{
	struct finding *f = &s->finding;
	enum status status;

	if (!f->is_begun || f->from != from || f->is_backwards != is_backwards)
		search_clear_finding(f);
	f->is_begun = true;
	f->from = from;
	f->is_backwards = is_backwards;
	if (is_backwards)
		status = find_backwards(answer, out, s, until_us, err);
	else
		status = find_forwards(answer, out, s, until_us, err);
	if (status != STATUS_OK || *answer != SCAN_PAUSED)
		search_clear_finding(f);
	return status;
}
