/* SPDX-License-Identifier: ISC */
#include "choice_private.h"

#include <string.h>

#include "base/utf8.h"
#include "rarity.h"

/*
 * The bytes that can stand at the first places of a string from some unit on.
 * A unit may be several bytes long, so a byte at a place may be one of
 * several units: all that are possible are followed at once.
 */
enum { BYTES_IN_UNIT = 4 };

struct at_unit {
	uint64_t bytes[4];
	bool can_end;   /* the unit with this byte */
	bool can_go_on; /* with one byte more */
};

struct places {
	uint64_t sets[PLAN_SET_LIMIT][4];
	unsigned count; /* as far as they are known */
};

static void
add_range(uint64_t set[4], unsigned first, unsigned last)
{
	for (unsigned i = first; i <= last; i++)
		set[i / 64] |= (uint64_t)1 << i % 64;
}

static void
unite(uint64_t to[4], const uint64_t from[4])
{
	for (unsigned i = 0; i < 4; i++)
		to[i] |= from[i];
}

static const struct choice_class *
ask_class(struct choice *c, unsigned number)
{
	const struct item *item = &c->syntax->items[number];
	struct choice_class *asked = &c->classes[c->class_count];

	for (unsigned i = 0; i < c->class_count; i++) {
		const struct item *other = &c->syntax
						->items[c->classes[i].item];

		if (other->one_len == item->one_len &&
		    other->is_caseless == item->is_caseless &&
		    memcmp(c->text + other->at, c->text + item->at,
			item->one_len) == 0)
			return &c->classes[i];
	}
	if (c->class_count == CHOICE_CLASS_LIMIT)
		return NULL;
	c->class_count++;
	asked->item = number;
	asked->is_useful = byte_class_make(&asked->bytes, c->text + item->at,
	    item->one_len,
	    (c->options & ~(uint32_t)PCRE2_CASELESS) |
		(item->is_caseless ? PCRE2_CASELESS : 0),
	    c->memory);
	return asked;
}

static void
look_at_characters(struct at_unit *out, uint32_t unit, unsigned offset,
    const int32_t *characters, unsigned count)
{
	for (unsigned i = 0; i < count; i++) {
		char bytes[BYTES_IN_UNIT];
		unsigned len = (unsigned)utf8_encode(bytes, characters[i]);
		int32_t c = characters[i];

		if (offset >= len)
			continue;
		add_range(out->bytes, (unsigned char)bytes[offset],
		    (unsigned char)bytes[offset]);
		if ((unit & UNIT_CASELESS) && c >= 'a' && c <= 'z')
			add_range(out->bytes, (unsigned)c - 32,
			    (unsigned)c - 32);
		out->can_end |= offset + 1 == len;
		out->can_go_on |= offset + 1 < len;
	}
}

static void
look_at_class(struct at_unit *out, const struct byte_class *class,
    unsigned offset)
{
	if (offset > 0) {
		add_range(out->bytes, 0x80, 0xBF);
		out->can_end = true;
		out->can_go_on = offset + 1 < BYTES_IN_UNIT;
		return;
	}
	unite(out->bytes, class->first);
	out->can_end = class->first[0] || class->first[1];
	out->can_go_on = class->first[2] || class->first[3];
}

/* False where any byte may be there. */
static bool
look_at(struct at_unit *out, uint32_t unit, unsigned offset, struct choice *c)
{
	int32_t characters[FOLD_LIMIT];
	unsigned count = choice_list_characters(characters, unit, c);
	const struct choice_class *class;

	*out = (struct at_unit){ .can_end = false };
	if (count > 0) {
		look_at_characters(out, unit, offset, characters, count);
		return true;
	}
	if (!(unit & UNIT_CLASS))
		return false;
	class = ask_class(c, unit & ~UNIT_CLASS);
	if (!class || !class->is_useful)
		return false;
	look_at_class(out, &class->bytes, offset);
	return true;
}

struct states {
	bool at[PLAN_SET_LIMIT + 1][BYTES_IN_UNIT]; /* unit, byte of it */
};

/* One byte on; false where it can be any, or one behind the string. */
static bool
step(uint64_t set[4], struct states *next, const struct states *now,
    const struct units *u, unsigned from, struct choice *c)
{
	memset(next, 0, sizeof *next);
	for (unsigned i = 0; i < PLAN_SET_LIMIT; i++) {
		for (unsigned j = 0; j < BYTES_IN_UNIT; j++) {
			struct at_unit at;

			if (!now->at[i][j])
				continue;
			if (from + i >= u->len ||
			    !look_at(&at, u->units[from + i], j, c))
				return false;
			unite(set, at.bytes);
			if (at.can_go_on)
				next->at[i][j + 1] = true;
			if (at.can_end)
				next->at[i + 1][0] = true;
		}
	}
	return true;
}

static void
list_places(struct places *out, const struct units *u, unsigned from,
    struct choice *c)
{
	struct states now = { .at = { { true } } }, next;

	*out = (struct places){ .count = 0 };
	while (out->count < PLAN_SET_LIMIT &&
	    step(out->sets[out->count], &next, &now, u, from, c)) {
		now = next;
		out->count++;
	}
}

static double
rate_places(const struct places *p, unsigned count)
{
	double rate = 1;

	for (unsigned i = 0; i < count; i++)
		rate *= rarity_of_set(p->sets[i]);
	return rate < choice_least ? choice_least : rate;
}

/* The rarest run of so many places in a string; false: it has none. */
static bool
find_best(struct places *best, const struct units *u, unsigned count,
    struct choice *c)
{
	double best_rate = 1;

	best->count = 0;
	for (unsigned from = 0; from < u->len; from++) {
		struct places p;
		double rate;

		list_places(&p, u, from, c);
		rate = p.count < count ? 1 : rate_places(&p, count);
		if (rate >= best_rate)
			continue;
		best_rate = rate;
		*best = p;
	}
	return best->count > 0;
}

/* Runs of one length of all strings, one upon the other. */
static bool
lay_over(struct places *out, const struct units_set *s, unsigned count,
    struct choice *c)
{
	*out = (struct places){ .count = count };
	for (unsigned i = 0; i < s->count; i++) {
		struct places p;

		if (!find_best(&p, &s->strings[i], count, c))
			return false;
		for (unsigned j = 0; j < count; j++)
			unite(out->sets[j], p.sets[j]);
	}
	return true;
}

double
choice_make_bytes(struct plan *out, const struct units_set *s, struct choice *c)
{
	double best = 1;

	*out = (struct plan){ .kind = PLAN_NOTHING };
	for (unsigned count = PLAN_SET_LIMIT; count > 0; count--) {
		struct places p;
		double rate;

		if (!lay_over(&p, s, count, c))
			continue;
		rate = rate_places(&p, count);
		if (rate >= best)
			continue;
		best = rate;
		out->kind = PLAN_BYTES;
		out->set_count = count;
		memcpy(out->sets, p.sets, sizeof p.sets);
	}
	return best;
}
