/* SPDX-License-Identifier: ISC */
#include "base/utf8.h"
#include "scan_private.h"

/* Ranges of a passage, and how far a scan is. */

/* A map from a file may lead anywhere. */
static size_t
go_back(const struct passage_text *p, size_t at, bool is_end)
{
	at = utf8_unfold(p->map, p->map_len, at, is_end);
	return at < p->len ? utf8_find_start(p->text, at) : p->len;
}

size_t
scan_list_ranges(struct pattern_range *out, size_t limit,
    struct pattern *pattern, const struct passage_text *p, bool *is_whole)
{
	bool is_text_whole;
	size_t count = pattern_find_all(pattern, p->text, p->len, out, limit,
	    &is_text_whole);

	*is_whole = is_text_whole;
	if (count > 0 || !p->folded || !pattern_wants_folded(pattern))
		return count;
	count = pattern_find_all(pattern, p->folded, p->folded_len, out, limit,
	    is_whole);
	*is_whole = *is_whole && is_text_whole;
	for (size_t i = 0; i < count; i++) {
		bool is_empty = out[i].from == out[i].to;

		out[i].from = go_back(p, out[i].from, false);
		out[i].to = is_empty ? out[i].from :
				       go_back(p, out[i].to, true);
		if (out[i].to < out[i].from)
			out[i].to = out[i].from;
	}
	return count;
}

void
scan_get_progress(const struct scan *s, uint64_t *done, uint64_t *all)
{
	struct collection_counts counts;
	struct error err;
	int64_t last = INT64_MAX;

	*done = s->done;
	*all = 0;
	if (collection_count(&counts, s->c, &err) == STATUS_OK)
		last = counts.passages;
	for (uint32_t i = 0; i < s->range_count; i++) {
		struct passage_range range = s->ranges[i];

		if (range.last > last)
			range.last = last;
		if (range.first <= range.last)
			*all += (uint64_t)(range.last - range.first) + 1;
	}
	if (*all < *done)
		*all = *done;
}

uint64_t
scan_get_too_hard(const struct scan *s)
{
	return s->too_hard;
}

struct scan_work
scan_get_work(const struct scan *s)
{
	return (struct scan_work){ s->blocks, s->aim.verified };
}

bool
scan_has_put_off(const struct scan *s)
{
	return s->put_off.count > 0;
}

int64_t
scan_get_next(const struct scan *s)
{
	if (s->found_next < s->found_count)
		return s->found[s->found_next].hit.passage;
	return s->is_in_part ? s->block.first_passage + s->told : s->next;
}
