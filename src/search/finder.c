/* SPDX-License-Identifier: ISC */
#include "search/plan.h"

#include <stdlib.h>

#include "base/mem.h"
#include "finder_core.h"
#include "finder_make.h"

/*
 * The core proposes places, at which each literal is compared.  The bytes of
 * the core stand at different offsets in different literals, so a literal
 * that is proposed later may begin earlier.
 */
struct finder {
	struct plan plan;
	struct core core;
	core_function *find;
	size_t offsets[PLAN_LITERAL_LIMIT];
	size_t least_offset, most_offset;
	uint8_t folds[PLAN_LITERAL_LIMIT][PLAN_LITERAL_BYTES];
};

static void
make_folds(struct finder *f)
{
	for (unsigned i = 0; i < f->plan.literal_count; i++) {
		const struct plan_literal *l = &f->plan.literals[i];

		for (unsigned j = 0; j < l->len; j++) {
			if (f->plan.is_caseless && l->bytes[j] >= 'a' &&
			    l->bytes[j] <= 'z')
				f->folds[i][j] = 0x20;
		}
	}
}

static void
find_offsets(struct finder *f)
{
	f->least_offset = f->most_offset = f->offsets[0];
	for (unsigned i = 1; i < f->plan.literal_count; i++) {
		if (f->offsets[i] < f->least_offset)
			f->least_offset = f->offsets[i];
		if (f->offsets[i] > f->most_offset)
			f->most_offset = f->offsets[i];
	}
}

struct finder *
finder_new(const struct plan *plan)
{
	struct finder *f;

	if (plan->kind == PLAN_NOTHING)
		return NULL;
	f = mem_alloc_array(1, sizeof *f);
	f->plan = *plan;
	finder_make_core(&f->core, f->offsets, plan);
	make_folds(f);
	find_offsets(f);
	finder_set_fast(f, true);
	return f;
}

void
finder_free(struct finder *f)
{
	free(f);
}

void
finder_set_fast(struct finder *f, bool is_fast)
{
	f->find = core_find_plain;
	if (is_fast && core_has_avx2())
		f->find = core_find_with_avx2;
	else if (is_fast && core_has_ssse3())
		f->find = core_find_with_ssse3;
}

static bool
is_literal_at(const struct finder *f, unsigned i, const char *text)
{
	const struct plan_literal *l = &f->plan.literals[i];

	for (unsigned j = 0; j < l->len; j++) {
		if (((uint8_t)text[j] | f->folds[i][j]) != (uint8_t)l->bytes[j])
			return false;
	}
	return true;
}

static bool
are_bytes_at(const struct finder *f, const char *text)
{
	for (unsigned i = 0; i < f->plan.set_count; i++) {
		uint8_t byte = (uint8_t)text[i];

		if (!(f->plan.sets[i][byte / 64] >> byte % 64 & 1))
			return false;
	}
	return true;
}

/* Looks closer at a place that the core proposed; keeps the better. */
static void
look_at(struct found *best, const struct finder *f, const char *text,
    size_t len, size_t at, size_t place)
{
	for (unsigned i = 0; i < f->plan.literal_count; i++) {
		size_t start = place - f->offsets[i];
		size_t literal_len = f->plan.literals[i].len;

		if (place < at + f->offsets[i] || len - start < literal_len ||
		    start > best->at ||
		    (start == best->at && literal_len <= best->len) ||
		    !is_literal_at(f, i, text + start))
			continue;
		*best = (struct found){ start, literal_len };
	}
}

static bool
find_bytes(struct found *out, const struct finder *f, const char *text,
    size_t len, size_t at)
{
	while ((at = f->find(&f->core, text, len, at)) != CORE_NONE) {
		if (are_bytes_at(f, text + at)) {
			*out = (struct found){ at, f->plan.set_count };
			return true;
		}
		at++;
	}
	return false;
}

bool
finder_find(struct found *out, const struct finder *f, const char *text,
    size_t len, size_t at)
{
	struct found best = { CORE_NONE, 0 };
	size_t place = at + f->least_offset;

	if (f->plan.kind == PLAN_BYTES)
		return find_bytes(out, f, text, len, at);
	while ((place = f->find(&f->core, text, len, place)) != CORE_NONE) {
		if (best.len > 0 && place > best.at + f->most_offset)
			break;
		look_at(&best, f, text, len, at, place);
		place++;
	}
	if (best.len > 0)
		*out = best;
	return best.len > 0;
}
