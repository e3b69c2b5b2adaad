/* SPDX-License-Identifier: ISC */
#include "finder_make.h"

#include <string.h>

#include "rarity.h"

/*
 * The two rarest bytes of a literal, if all literals have them as far apart;
 * else up to three neighbours of each, a bit of the tables for each literal.
 * Sets of bytes are cut in two, ASCII and beyond, and each half is widened to
 * what two lookups can tell.
 */
enum { ASCII_CASE = 0x20, HALVES = 2 };

/* Two bytes shared by all may be common; one that stands in each 1,000. */
static const double rare_enough = 0.001;

static bool
is_letter(uint8_t b)
{
	return b >= 'a' && b <= 'z';
}

static uint8_t
get_fold(const struct plan *plan, char byte)
{
	return plan->is_caseless && is_letter((uint8_t)byte) ? ASCII_CASE : 0;
}

static double
rate(const struct plan *plan, char byte)
{
	uint8_t b = (uint8_t)byte;
	unsigned count = rarity_counts[b];

	if (get_fold(plan, byte))
		count += rarity_counts[b & ~ASCII_CASE];
	return count / 65536.0;
}

/* Where a literal has the pair; its length if nowhere. */
static size_t
find_pair(const struct plan_literal *l, char first, char second,
    size_t distance)
{
	for (size_t i = 0; i + distance < l->len; i++) {
		if (l->bytes[i] == first && l->bytes[i + distance] == second)
			return i;
	}
	return l->len;
}

static bool
is_shared(const struct plan *plan, char first, char second, size_t distance)
{
	for (unsigned i = 1; i < plan->literal_count; i++) {
		const struct plan_literal *l = &plan->literals[i];

		if (find_pair(l, first, second, distance) == l->len)
			return false;
	}
	return true;
}

static void
set_pair(struct core *out, size_t offsets[], const struct plan *plan, size_t at,
    size_t distance)
{
	const char *bytes = plan->literals[0].bytes;

	out->is_pair = true;
	out->count = 2;
	out->distance[1] = distance;
	for (unsigned i = 0; i < 2; i++) {
		out->pair[i] = (uint8_t)bytes[at + i * distance];
		out->fold[i] = get_fold(plan, bytes[at + i * distance]);
	}
	for (unsigned i = 0; i < plan->literal_count; i++)
		offsets[i] = find_pair(&plan->literals[i], bytes[at],
		    bytes[at + distance], distance);
}

/* A literal of one byte is looked for by that alone. */
static bool
choose_pair(struct core *out, size_t offsets[], const struct plan *plan)
{
	const struct plan_literal *l = &plan->literals[0];
	double best = plan->literal_count > 1 ? rare_enough : 2;
	size_t at = l->len, best_distance = 0;

	for (size_t i = 0; i < l->len; i++) {
		for (size_t j = i + (l->len > 1); j < l->len; j++) {
			double r = rate(plan, l->bytes[i]) *
			    rate(plan, l->bytes[j]);

			if (r >= best ||
			    !is_shared(plan, l->bytes[i], l->bytes[j], j - i))
				continue;
			best = r;
			at = i;
			best_distance = j - i;
		}
	}
	if (at == l->len)
		return false;
	set_pair(out, offsets, plan, at, best_distance);
	return true;
}

static void
add_byte(struct core *out, unsigned place, unsigned bit, uint8_t byte)
{
	out->low[place][byte & 0x0F] |= (uint8_t)(1u << bit);
	out->high[place][byte >> 4] |= (uint8_t)(1u << bit);
}

static size_t
get_shortest(const struct plan *plan)
{
	size_t shortest = PLAN_LITERAL_BYTES;

	for (unsigned i = 0; i < plan->literal_count; i++) {
		if (plan->literals[i].len < shortest)
			shortest = plan->literals[i].len;
	}
	return shortest;
}

static size_t
find_rarest(const struct plan *plan, const struct plan_literal *l,
    unsigned count)
{
	double best = 2;
	size_t best_at = 0;

	for (size_t i = 0; i + count <= l->len; i++) {
		double r = 1;

		for (unsigned j = 0; j < count; j++)
			r *= rate(plan, l->bytes[i + j]);
		if (r >= best)
			continue;
		best = r;
		best_at = i;
	}
	return best_at;
}

static void
choose_neighbours(struct core *out, size_t offsets[], const struct plan *plan)
{
	size_t shortest = get_shortest(plan);

	out->count = shortest < CORE_BYTES ? (unsigned)shortest : CORE_BYTES;
	for (unsigned i = 0; i < plan->literal_count; i++) {
		const struct plan_literal *l = &plan->literals[i];

		offsets[i] = find_rarest(plan, l, out->count);
		for (unsigned j = 0; j < out->count; j++) {
			char byte = l->bytes[offsets[i] + j];
			uint8_t fold = get_fold(plan, byte);

			add_byte(out, j, i, (uint8_t)byte);
			add_byte(out, j, i, (uint8_t)byte ^ fold);
		}
	}
}

/* The bytes of a set in one half. */
static void
add_half(struct core *out, unsigned place, unsigned bit, const uint64_t set[4],
    unsigned half)
{
	for (unsigned i = half * 128; i < (half + 1) * 128; i++) {
		if (set[i / 64] >> i % 64 & 1)
			add_byte(out, place, bit, (uint8_t)i);
	}
}

/* A bit for each way to take a half of each set. */
static void
choose_halves(struct core *out, const struct plan *plan)
{
	out->count = plan->set_count;
	for (unsigned bit = 0; bit < 1u << out->count; bit++) {
		for (unsigned i = 0; i < out->count; i++)
			add_half(out, i, bit, plan->sets[i], bit >> i & 1);
	}
}

/* The bytes of a set that have the same low halves under a high one. */
static void
choose_rows(struct core *out, const uint64_t set[4])
{
	uint16_t rows[8];
	unsigned count = 0;

	out->count = 1;
	for (unsigned high = 0; high < CORE_NIBBLES; high++) {
		uint16_t row = (uint16_t)(set[high / 4] >> high % 4 * 16);
		unsigned bit = 0;

		if (row == 0)
			continue;
		while (bit < count && bit < 7 && rows[bit] != row)
			bit++;
		if (bit == count)
			rows[count++] = row;
		for (unsigned low = 0; low < CORE_NIBBLES; low++) {
			if (row >> low & 1)
				add_byte(out, 0, bit,
				    (uint8_t)(high << 4 | low));
		}
	}
}

static void
make_tables(struct core *out)
{
	for (unsigned i = 0; i < out->count; i++) {
		for (unsigned b = 0; b < 256; b++) {
			bool is_equal = i < 2 &&
			    (b | out->fold[i]) == out->pair[i];

			out->table[i][b] = out->is_pair ?
			    is_equal :
			    out->low[i][b & 0x0F] & out->high[i][b >> 4];
		}
	}
}

void
finder_make_core(struct core *out, size_t offsets[PLAN_LITERAL_LIMIT],
    const struct plan *plan)
{
	memset(out, 0, sizeof *out);
	memset(offsets, 0, PLAN_LITERAL_LIMIT * sizeof *offsets);
	for (unsigned i = 0; i < CORE_BYTES; i++)
		out->distance[i] = i;
	if (plan->kind == PLAN_LITERALS) {
		if (!choose_pair(out, offsets, plan))
			choose_neighbours(out, offsets, plan);
	} else if (plan->set_count == 1) {
		choose_rows(out, plan->sets[0]);
	} else {
		choose_halves(out, plan);
	}
	make_tables(out);
}
