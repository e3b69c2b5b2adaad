/* SPDX-License-Identifier: ISC */
#include "units.h"

#include <string.h>

static struct units_set *
make_set(unsigned count, struct arena *arena)
{
	struct units_set *s = arena_alloc(arena,
	    sizeof *s + count * sizeof *s->strings);

	s->count = 0;
	return s;
}

struct units_set *
units_set_new(const uint32_t *units, unsigned len, struct arena *arena)
{
	struct units_set *s = make_set(1, arena);
	uint32_t *copy = arena_alloc_array(arena, len, sizeof *copy);

	if (len > 0)
		memcpy(copy, units, len * sizeof *copy);
	s->count = 1;
	s->strings[0] = (struct units){ len, copy };
	return s;
}

static struct units
join_two(const struct units *a, const struct units *b, struct arena *arena)
{
	uint32_t *units;

	if (a->len == 0)
		return *b;
	if (b->len == 0)
		return *a;
	units = arena_alloc(arena, (a->len + b->len) * sizeof *units);
	memcpy(units, a->units, a->len * sizeof *units);
	memcpy(units + a->len, b->units, b->len * sizeof *units);
	return (struct units){ a->len + b->len, units };
}

static unsigned
get_longest(const struct units_set *s)
{
	unsigned longest = 0;

	for (unsigned i = 0; i < s->count; i++) {
		if (s->strings[i].len > longest)
			longest = s->strings[i].len;
	}
	return longest;
}

const struct units_set *
units_join(const struct units_set *a, const struct units_set *b,
    struct arena *arena)
{
	struct units_set *s;

	if (a->count * b->count > UNITS_SET_LIMIT ||
	    get_longest(a) + get_longest(b) > UNITS_LIMIT)
		return NULL;
	s = make_set(a->count * b->count, arena);
	for (unsigned i = 0; i < a->count; i++) {
		for (unsigned j = 0; j < b->count; j++)
			s->strings[s->count++] = join_two(&a->strings[i],
			    &b->strings[j], arena);
	}
	return s;
}

static bool
has_string(const struct units_set *s, const struct units *u)
{
	for (unsigned i = 0; i < s->count; i++) {
		if (s->strings[i].len == u->len &&
		    memcmp(s->strings[i].units, u->units,
			u->len * sizeof *u->units) == 0)
			return true;
	}
	return false;
}

const struct units_set *
units_unite(const struct units_set *a, const struct units_set *b,
    struct arena *arena)
{
	struct units_set *s = make_set(a->count + b->count, arena);

	for (unsigned i = 0; i < a->count; i++)
		s->strings[s->count++] = a->strings[i];
	for (unsigned i = 0; i < b->count; i++) {
		if (!has_string(s, &b->strings[i]))
			s->strings[s->count++] = b->strings[i];
	}
	return s->count > UNITS_SET_LIMIT ? NULL : s;
}

bool
units_has_empty(const struct units_set *s)
{
	for (unsigned i = 0; i < s->count; i++) {
		if (s->strings[i].len == 0)
			return true;
	}
	return false;
}
