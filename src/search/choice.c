/* SPDX-License-Identifier: ISC */
#include "choice.h"

#include <string.h>

#include "base/utf8.h"
#include "choice_private.h"
#include "rarity.h"

/*
 * Of each string the rarest piece is taken, all of it where that is possible.
 * A character with several forms makes several literals, so that only some
 * may be in a piece.
 */
struct piece {
	unsigned from, to;
	unsigned forms; /* literals it makes */
	unsigned bytes; /* of the longest */
	double rate;
};

/* Below this, no bytes need be looked at. */
static const double good = 1e-4;

static bool
is_capital(int32_t c)
{
	return c >= 'A' && c <= 'Z';
}

static bool
is_letter(int32_t c)
{
	return is_capital(c) || (c >= 'a' && c <= 'z');
}

unsigned
choice_list_characters(int32_t out[FOLD_LIMIT], uint32_t unit,
    const struct choice *c)
{
	unsigned count, kept = 0;

	if (unit & UNIT_CLASS)
		return 0;
	out[0] = (int32_t)(unit & ~UNIT_CASELESS);
	if (!(unit & UNIT_CASELESS))
		return 1;
	count = fold_list(out, out[0], c->is_trusted);
	for (unsigned i = 0; i < count; i++) {
		if (!is_capital(out[i]))
			out[kept++] = out[i];
	}
	return kept;
}

static double
rate_character(int32_t character, bool is_caseless)
{
	char bytes[4];
	size_t len = utf8_encode(bytes, character);
	double rate = 1;

	for (size_t i = 0; i < len; i++)
		rate *= rarity_counts[(unsigned char)bytes[i]] / 65536.0;
	if (is_caseless && is_letter(character))
		rate += rarity_counts[character & ~0x20] / 65536.0;
	return rate;
}

/* Takes one unit more into the piece; false where that is too much. */
static bool
grow(struct piece *p, uint32_t unit, unsigned most_forms,
    const struct choice *c)
{
	int32_t characters[FOLD_LIMIT];
	unsigned count = choice_list_characters(characters, unit, c), len = 0;
	double rate = 0;

	for (unsigned i = 0; i < count; i++) {
		char bytes[4];
		unsigned n = (unsigned)utf8_encode(bytes, characters[i]);

		len = n > len ? n : len;
		rate += rate_character(characters[i], unit & UNIT_CASELESS);
	}
	if (count == 0 || p->forms * count > most_forms ||
	    p->bytes + len > PLAN_LITERAL_BYTES)
		return false;
	p->to++;
	p->forms *= count;
	p->bytes += len;
	p->rate *= rate;
	if (p->rate < choice_least)
		p->rate = choice_least;
	return true;
}

static struct piece
take_from(const struct units *u, unsigned from, unsigned most_forms,
    const struct choice *c)
{
	struct piece p = { from, from, 1, 0, 1 };

	while (p.to < u->len && grow(&p, u->units[p.to], most_forms, c))
		;
	return p;
}

/* Where it is as rare: fewer literals, then more of the string. */
static bool
is_better(const struct piece *a, const struct piece *b)
{
	if (a->rate != b->rate)
		return a->rate < b->rate;
	if (a->forms != b->forms)
		return a->forms < b->forms;
	return a->to - a->from > b->to - b->from;
}

static struct piece
take_best(const struct units *u, unsigned most_forms, const struct choice *c)
{
	struct piece best = { 0, 0, 1, 0, 1 };

	for (unsigned from = 0; from < u->len; from++) {
		struct piece p = take_from(u, from, most_forms, c);

		if (is_better(&p, &best))
			best = p;
	}
	return best;
}

/* Whether all of each string will do. */
static bool
take_all(struct piece *pieces, const struct units_set *s,
    const struct choice *c)
{
	unsigned forms = 0;

	for (unsigned i = 0; i < s->count; i++) {
		pieces[i] = take_from(&s->strings[i], 0, PLAN_LITERAL_LIMIT, c);
		forms += pieces[i].forms;
		if (pieces[i].to == 0 || pieces[i].to < s->strings[i].len)
			return false;
	}
	return forms <= PLAN_LITERAL_LIMIT;
}

/* Adds the forms of the units left to each literal begun. */
static void
add_forms(struct plan *out, struct plan_literal *begun, const struct units *u,
    unsigned at, unsigned to, const struct choice *c)
{
	int32_t characters[FOLD_LIMIT];
	unsigned count, len = begun->len;

	if (at == to) {
		out->literals[out->literal_count++] = *begun;
		return;
	}
	count = choice_list_characters(characters, u->units[at], c);
	for (unsigned i = 0; i < count; i++) {
		begun->len = (unsigned char)(len +
		    utf8_encode(begun->bytes + len, characters[i]));
		add_forms(out, begun, u, at + 1, to, c);
	}
	begun->len = (unsigned char)len;
}

/* Whether a letter of ASCII is among what a unit stands for. */
static bool
has_letter(uint32_t unit, const struct choice *c)
{
	int32_t characters[FOLD_LIMIT];
	unsigned count = choice_list_characters(characters, unit, c);

	for (unsigned i = 0; i < count; i++) {
		if (is_letter(characters[i]))
			return true;
	}
	return false;
}

/* Letters whose case counts beside such whose does not: then none counts. */
static void
settle_case(struct plan *out, const struct piece *pieces,
    const struct units_set *s, const struct choice *c)
{
	bool is_caseful = false;

	for (unsigned i = 0; i < s->count; i++) {
		for (unsigned j = pieces[i].from; j < pieces[i].to; j++) {
			uint32_t unit = s->strings[i].units[j];

			if (!has_letter(unit, c))
				continue;
			if (unit & UNIT_CASELESS)
				out->is_caseless = true;
			else
				is_caseful = true;
		}
	}
	if (out->is_caseless && is_caseful)
		out->is_whole = false;
}

static void
fold_literals(struct plan *out)
{
	for (unsigned i = 0; i < out->literal_count; i++) {
		struct plan_literal *l = &out->literals[i];

		for (unsigned j = 0; j < l->len; j++)
			l->bytes[j] = (char)(l->bytes[j] +
			    (is_capital(l->bytes[j]) ? 'a' - 'A' : 0));
	}
}

static bool
contains(const struct plan_literal *a, const struct plan_literal *b)
{
	for (unsigned i = 0; i + b->len <= a->len; i++) {
		if (memcmp(a->bytes + i, b->bytes, b->len) == 0)
			return true;
	}
	return false;
}

/* Whether another literal is a piece of this one; of equal ones the first is
 * kept. */
static bool
is_needless(const struct plan *plan, unsigned at)
{
	const struct plan_literal *l = &plan->literals[at];

	for (unsigned i = 0; i < plan->literal_count; i++) {
		if (i != at && contains(l, &plan->literals[i]) &&
		    (plan->literals[i].len < l->len || i < at))
			return true;
	}
	return false;
}

static void
drop_needless(struct plan *out)
{
	struct plan_literal kept[PLAN_LITERAL_LIMIT];
	unsigned count = 0;

	for (unsigned i = 0; i < out->literal_count; i++) {
		if (!is_needless(out, i))
			kept[count++] = out->literals[i];
	}
	memcpy(out->literals, kept, count * sizeof *kept);
	out->literal_count = count;
}

static double
make_literals(struct plan *out, const struct units_set *s,
    const struct choice *c)
{
	struct piece pieces[UNITS_SET_LIMIT];
	double rate = 0;

	*out = (struct plan){ .kind = PLAN_LITERALS };
	out->is_whole = take_all(pieces, s, c);
	for (unsigned i = 0; i < s->count; i++) {
		if (!out->is_whole)
			pieces[i] = take_best(&s->strings[i],
			    PLAN_LITERAL_LIMIT / s->count, c);
		if (pieces[i].to == 0) {
			*out = (struct plan){ .kind = PLAN_NOTHING };
			return 1;
		}
		rate += pieces[i].rate;
	}
	for (unsigned i = 0; i < s->count; i++) {
		struct plan_literal begun = { 0 };

		add_forms(out, &begun, &s->strings[i], pieces[i].from,
		    pieces[i].to, c);
	}
	settle_case(out, pieces, s, c);
	if (out->is_caseless)
		fold_literals(out);
	drop_needless(out);
	return rate;
}

double
choice_make(struct plan *out, const struct units_set *s, struct choice *c)
{
	struct plan bytes;
	double rate = make_literals(out, s, c), bytes_rate;

	if (rate <= good || out->is_whole)
		return rate;
	bytes_rate = choice_make_bytes(&bytes, s, c);
	if (bytes_rate >= rate)
		return rate;
	*out = bytes;
	return bytes_rate;
}
