/* SPDX-License-Identifier: ISC */

/*
 * The ways of core_find_plain() for many bytes at once.  It is read once for
 * each set of instructions, by a file that has defined:
 *	LANES, LANES_ALL     bytes in a vector, and a bit for each
 *	VECTOR               its type
 *	TARGET               the attribute that allows the instructions
 *	LOAD, FILL, AND, OR, IS_EQUAL, BITS, LOOK_UP, TABLE, HALVE, ZERO
 *	                     what is done with it; HALVE: by 16
 *	FIND                 the function that is made
 */
/* What is looked for, spread over vectors. */
struct vectors {
	VECTOR pair[2], fold[2];
	VECTOR low[CORE_BYTES], high[CORE_BYTES];
	VECTOR nibble;
};

TARGET static inline void
prepare(struct vectors *v, const struct core *c)
{
	for (unsigned i = 0; i < 2; i++) {
		v->pair[i] = FILL((char)c->pair[i]);
		v->fold[i] = FILL((char)c->fold[i]);
	}
	for (unsigned i = 0; i < CORE_BYTES; i++) {
		v->low[i] = TABLE(c->low[i]);
		v->high[i] = TABLE(c->high[i]);
	}
	v->nibble = FILL(0x0F);
}

/* All ones where both bytes of the pair are. */
TARGET static inline VECTOR
compare(const struct vectors *v, const struct core *c, const char *text)
{
	VECTOR first = OR(LOAD(text), v->fold[0]);
	VECTOR second = OR(LOAD(text + c->distance[1]), v->fold[1]);

	return AND(IS_EQUAL(first, v->pair[0]), IS_EQUAL(second, v->pair[1]));
}

TARGET static inline VECTOR
look_up_one(const struct vectors *v, unsigned i, const char *text)
{
	VECTOR bytes = LOAD(text);

	return AND(LOOK_UP(v->low[i], AND(bytes, v->nibble)),
	    LOOK_UP(v->high[i], AND(HALVE(bytes), v->nibble)));
}

/* Not zero where all bytes have a bit in common. */
TARGET static inline VECTOR
look_up(const struct vectors *v, const struct core *c, unsigned count,
    const char *text)
{
	VECTOR found = look_up_one(v, 0, text);

	if (count > 1)
		found = AND(found, look_up_one(v, 1, text + c->distance[1]));
	if (count > 2)
		found = AND(found, look_up_one(v, 2, text + c->distance[2]));
	return found;
}

/* A bit for each place where the bytes may be. */
TARGET static inline uint32_t
get_bits(const struct vectors *v, const struct core *c, const char *text)
{
	if (c->is_pair)
		return BITS(compare(v, c, text));
	return LANES_ALL &
	    ~BITS(IS_EQUAL(look_up(v, c, c->count, text), ZERO()));
}

enum { STEP = 4 * LANES };

TARGET static inline size_t
skip_compared(const struct vectors *v, const struct core *c, const char *text,
    size_t end, size_t at)
{
	for (; end - at >= STEP; at += STEP) {
		const char *t = text + at;
		VECTOR a = OR(compare(v, c, t), compare(v, c, t + LANES));
		VECTOR b = OR(compare(v, c, t + 2 * LANES),
		    compare(v, c, t + 3 * LANES));

		if (BITS(OR(a, b)) != 0)
			return at;
	}
	return at;
}

/* count: constant, so that there is a loop for each. */
TARGET static inline size_t
skip_looked_up(const struct vectors *v, const struct core *c, unsigned count,
    const char *text, size_t end, size_t at)
{
	for (; end - at >= STEP; at += STEP) {
		const char *t = text + at;
		VECTOR a = OR(look_up(v, c, count, t),
		    look_up(v, c, count, t + LANES));
		VECTOR b = OR(look_up(v, c, count, t + 2 * LANES),
		    look_up(v, c, count, t + 3 * LANES));

		if (BITS(IS_EQUAL(OR(a, b), ZERO())) != LANES_ALL)
			return at;
	}
	return at;
}

/* Over many bytes at once in which there is nothing. */
TARGET static inline size_t
skip_nothing(const struct vectors *v, const struct core *c, const char *text,
    size_t end, size_t at)
{
	if (c->is_pair)
		return skip_compared(v, c, text, end, at);
	if (c->count == 1)
		return skip_looked_up(v, c, 1, text, end, at);
	if (c->count == 2)
		return skip_looked_up(v, c, 2, text, end, at);
	return skip_looked_up(v, c, 3, text, end, at);
}

/* end, at least LANES: behind the last place where the bytes fit. */
TARGET static inline size_t
find_in_long(const struct core *c, const char *text, size_t end, size_t at)
{
	struct vectors v;
	uint32_t bits;

	prepare(&v, c);
	while (end - at >= LANES) {
		bits = get_bits(&v, c, text + at);
		if (bits != 0)
			return at + (size_t)__builtin_ctz(bits);
		at = skip_nothing(&v, c, text, end, at + LANES);
	}
	if (at >= end)
		return CORE_NONE;
	/* The last ones, with some before them. */
	bits = get_bits(&v, c, text + end - LANES);
	bits &= LANES_ALL << (LANES - (end - at)) & LANES_ALL;
	return bits ? end - LANES + (size_t)__builtin_ctz(bits) : CORE_NONE;
}

TARGET size_t
FIND(const struct core *c, const char *text, size_t len, size_t at)
{
	size_t span = core_get_span(c);
	size_t end = len < span ? 0 : len - span + 1;

	if (at >= end)
		return CORE_NONE;
	if (end < LANES)
		return core_find_plain(c, text, len, at);
	return find_in_long(c, text, end, at);
}
