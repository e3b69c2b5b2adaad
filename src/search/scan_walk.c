/* SPDX-License-Identifier: ISC */
#include "scan_private.h"

/* From part to part: the blocks of the ranges. */

static bool
has_passage(const struct text_block *b, int64_t passage)
{
	return passage >= b->first_passage &&
	    passage - b->first_passage < (int64_t)b->count;
}

static enum status
fail(const struct scan *s, int64_t block, struct error *err)
{
	return error_set(err, STATUS_CORRUPT,
	    "%s: block %lld is not the one that should stand there",
	    collection_get_path(s->c), (long long)block);
}

static enum status
read_block(struct scan *s, int64_t id, struct error *err)
{
	enum status status;

	s->is_loaded = false;
	s->blocks++;
	status = collection_read_block(&s->block, s->c, id, s->wants_folded,
	    err);
	s->is_loaded = status == STATUS_OK;
	return status;
}

static bool
is_same(const struct text_block *a, const struct text_block *b)
{
	return a->first_passage == b->first_passage && a->count == b->count &&
	    a->len == b->len && a->folded_count == b->folded_count &&
	    a->folded_len == b->folded_len;
}

enum status
scan_load(struct scan *s, struct error *err)
{
	struct text_block before = s->block;
	enum status status;

	if (s->is_loaded)
		return STATUS_OK;
	status = read_block(s, before.id, err);
	if (status == STATUS_OK && is_same(&s->block, &before))
		return STATUS_OK;
	s->is_loaded = false;
	s->block = before;
	return status && status != STATUS_NOT_FOUND ? status :
						      fail(s, before.id, err);
}

enum status
scan_load_passage(struct scan *s, int64_t passage, struct error *err)
{
	enum status status;
	int64_t id;

	if (has_passage(&s->block, passage))
		return scan_load(s, err);
	status = collection_find_block(&id, s->c, passage, err);
	if (status != STATUS_OK)
		return status;
	status = read_block(s, id, err);
	if (status == STATUS_OK && !has_passage(&s->block, passage))
		return fail(s, id, err);
	return status;
}

/* Those that follow each other need not be looked for. */
static enum status
load_next(struct scan *s, struct error *err)
{
	const struct text_block *b = &s->block;
	int64_t id = b->id + 1;
	enum status status;

	if (s->next != b->first_passage + (int64_t)b->count &&
	    !(s->next == 1 && b->id == 0))
		return scan_load_passage(s, s->next, err);
	status = read_block(s, id, err);
	if (status == STATUS_OK && !has_passage(b, s->next))
		return fail(s, id, err);
	return status;
}

/* Leaves ranges that are done; false: all are. */
static bool
find_range(struct scan *s)
{
	while (s->range < s->range_count && s->ranges[s->range].last < s->next)
		s->range++;
	if (s->range == s->range_count)
		return false;
	if (s->next < s->ranges[s->range].first)
		s->next = s->ranges[s->range].first;
	return true;
}

/* No block is left: nor should a passage be. */
static enum status
check_end(struct scan *s, struct error *err)
{
	int64_t id;
	enum status status = collection_find_block(&id, s->c, s->next, err);

	s->is_at_end = status == STATUS_NOT_FOUND;
	if (s->is_at_end)
		return STATUS_OK;
	return status ?
	    status :
	    error_set(err, STATUS_CORRUPT, "%s: block %lld is missing",
		collection_get_path(s->c), (long long)id);
}

enum status
scan_begin_part(struct scan *s, struct error *err)
{
	const struct text_block *b = &s->block;
	enum status status;
	int64_t last;

	s->is_at_end = !find_range(s);
	if (s->is_at_end)
		return STATUS_OK;
	status = load_next(s, err);
	if (status == STATUS_NOT_FOUND)
		return check_end(s, err);
	if (status != STATUS_OK)
		return status;
	last = s->ranges[s->range].last;
	s->from = (uint32_t)(s->next - b->first_passage);
	s->to = b->count;
	if (last - b->first_passage < (int64_t)b->count)
		s->to = (uint32_t)(last - b->first_passage) + 1;
	s->is_in_part = true;
	scan_begin_strips(s);
	return STATUS_OK;
}

void
scan_end_part(struct scan *s)
{
	s->is_in_part = false;
	s->next = s->block.first_passage + s->to;
	s->done += s->to - s->from;
}
