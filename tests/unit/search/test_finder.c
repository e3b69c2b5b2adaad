/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "search/finder_core.h"
#include "search/finder_make.h"
#include "search/plan.h"

enum { TEXT_BYTES = 700, ROUNDS = 4000 };

/* xorshift64* */
static unsigned
get_random(unsigned count)
{
	static uint64_t state = 88172645463325252;

	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return (unsigned)(state * UINT64_C(2685821657736338717) >> 33) % count;
}

/* Few different bytes, so that much is nearly found. */
static char
get_byte(bool is_lower)
{
	static const char bytes[] = "abkABK@`[{ \xC3\xA9\xE2";
	char b = bytes[get_random(sizeof bytes - 1)];

	return is_lower && b >= 'A' && b <= 'Z' ? (char)(b + 32) : b;
}

static void
make_literals(struct plan *plan)
{
	plan->kind = PLAN_LITERALS;
	plan->is_caseless = get_random(2);
	plan->literal_count = 1 + get_random(PLAN_LITERAL_LIMIT);
	for (unsigned i = 0; i < plan->literal_count; i++) {
		struct plan_literal *l = &plan->literals[i];

		l->len = (unsigned char)(1 + get_random(i % 2 ? 3 : 6));
		if (get_random(20) == 0)
			l->len = PLAN_LITERAL_BYTES;
		for (unsigned j = 0; j < l->len; j++)
			l->bytes[j] = get_byte(plan->is_caseless);
	}
}

static void
make_sets(struct plan *plan)
{
	plan->kind = PLAN_BYTES;
	plan->set_count = 1 + get_random(PLAN_SET_LIMIT);
	for (unsigned i = 0; i < plan->set_count; i++) {
		for (unsigned j = get_random(40); j < 41; j++) {
			unsigned char b = get_random(4) ?
			    (unsigned char)get_byte(false) :
			    (unsigned char)get_random(256);

			plan->sets[i][b / 64] |= UINT64_C(1) << b % 64;
		}
	}
}

static bool
is_byte(const struct plan *plan, char byte, char literal)
{
	if (byte == literal)
		return true;
	return plan->is_caseless && literal >= 'a' && literal <= 'z' &&
	    byte == literal - 32;
}

/* How long what stands at text is, 0: nothing. */
static size_t
match_naively(const struct plan *plan, const char *text, size_t len)
{
	size_t longest = 0, matched = 0;

	for (unsigned i = 0; i < plan->literal_count; i++) {
		const struct plan_literal *l = &plan->literals[i];
		size_t j = 0;

		while (j < l->len && j < len &&
		    is_byte(plan, text[j], l->bytes[j]))
			j++;
		if (j == l->len && j > longest)
			longest = j;
	}
	while (matched < plan->set_count && matched < len &&
	    plan->sets[matched][(unsigned char)text[matched] / 64] >>
		    (unsigned char)text[matched] % 64 &
		1)
		matched++;
	return plan->kind == PLAN_BYTES && matched == plan->set_count ?
	    matched :
	    longest;
}

static bool
find_naively(struct found *out, const struct plan *plan, const char *text,
    size_t len, size_t at)
{
	for (; at < len; at++) {
		out->len = match_naively(plan, text + at, len - at);
		out->at = at;
		if (out->len > 0)
			return true;
	}
	return false;
}

static void
compare(const struct plan *plan, struct finder *f, const char *text, size_t len)
{
	for (size_t at = 0; at <= len;) {
		struct found naive = { 0, 0 }, found = { 0, 0 };
		bool is_there = find_naively(&naive, plan, text, len, at);

		assert_int_equal(finder_find(&found, f, text, len, at),
		    is_there);
		if (!is_there)
			break;
		assert_int_equal(found.at, naive.at);
		assert_int_equal(found.len, naive.len);
		at = found.at + 1;
	}
}

/* The text lies alone in its memory, so that a sanitizer sees its ends. */
static void
compare_in(const struct plan *plan, size_t len)
{
	struct finder *f = finder_new(plan);
	char *text = mem_alloc(len);
	unsigned seldom = 1 + get_random(30);

	for (size_t i = 0; i < len; i++)
		text[i] = get_random(seldom) ? 'e' : get_byte(false);
	compare(plan, f, text, len);
	finder_set_fast(f, false);
	compare(plan, f, text, len);
	free(text);
	finder_free(f);
}

static void
a_finder_finds_what_a_naive_search_finds(void **state)
{
	(void)state;
	for (unsigned i = 0; i < ROUNDS; i++) {
		struct plan plan = { .kind = PLAN_NOTHING };

		if (i % 3 == 0)
			make_sets(&plan);
		else
			make_literals(&plan);
		compare_in(&plan, i % 2 ? get_random(80) : TEXT_BYTES);
	}
}

static void
all_sets_of_instructions_propose_the_same(void **state)
{
	core_function *const functions[] = { core_find_plain,
		core_has_ssse3() ? core_find_with_ssse3 : core_find_plain,
		core_has_avx2() ? core_find_with_avx2 : core_find_plain };

	(void)state;
	for (unsigned i = 0; i < ROUNDS; i++) {
		struct plan plan = { .kind = PLAN_NOTHING };
		size_t offsets[PLAN_LITERAL_LIMIT], len = get_random(300);
		char text[300];
		struct core core;

		if (i % 3 == 0)
			make_sets(&plan);
		else
			make_literals(&plan);
		finder_make_core(&core, offsets, &plan);
		for (size_t j = 0; j < len; j++)
			text[j] = get_random(20) ? 'e' : get_byte(false);
		for (size_t at = 0; at <= len; at++) {
			size_t plain = functions[0](&core, text, len, at);

			assert_int_equal(functions[1](&core, text, len, at),
			    plain);
			assert_int_equal(functions[2](&core, text, len, at),
			    plain);
		}
	}
}

static void
nothing_is_looked_for_without_a_plan(void **state)
{
	struct plan plan = { .kind = PLAN_NOTHING };

	(void)state;
	assert_null(finder_new(&plan));
	finder_free(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_finder_finds_what_a_naive_search_finds),
		cmocka_unit_test(all_sets_of_instructions_propose_the_same),
		cmocka_unit_test(nothing_is_looked_for_without_a_plan),
	};

	return cmocka_run_group_tests_name("finder", tests, NULL, NULL);
}
