/* SPDX-License-Identifier: ISC */
#include "hard.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "syntax_check.h"

/*
 * The other matcher is first asked about all starts at once, which takes time
 * for each byte once; where that is too much, start by start, so that there
 * can be pauses.  What it does at a byte grows with the square of the ways
 * that are open there.  It counts how often x+ has matched, so that each
 * count is a way of its own; as xx* it does not.
 *
 * Work is counted, by callouts, one an item of the pattern that is tried, so
 * that what is decided does not depend on the machine; the clock only tells
 * when to pause.  Backtracking does not count all that takes time: there the
 * clock also tells when it is too much.
 */
enum {
	WORKSPACE = 2048, /* of numbers; what wants more is too hard */
	WORKSPACE_LEAST = 256,
	WORKSPACE_WORK = 2000000000, /* its square, for each byte of the text */
	CALL_STEPS = 160000,         /* for all starts at once */
	START_STEPS = 100000,        /* for one start */
	TEXT_STEPS = 3200000,        /* for all of a text */
	CLOCK_STEPS = 16000,         /* between two looks at time spent */
	WAYS = 4,                    /* that cost as much again as a step */
	DEPTH_LIMIT = 250,  /* of groups within groups that look around */
	MATCH_LIMIT = 1000, /* calls for such groups */
	HEAP_LIMIT_KB = 1024,
	COPIES = 8, /* of what is repeated, at most */
	/* Of backtracking. */
	PATIENCE_LEAST = 1000,
	PATIENCE_MOST = 100000,
	PATIENCE_BYTES = 30000000,
	PATIENCE_US = 150000 /* for all of a text */
};

struct hard {
	pcre2_code *all; /* all starts at once; NULL: there is none */
	pcre2_code *one;
	pcre2_match_data *match;
	pcre2_match_context *context;
	bool is_backtracking;
	bool is_anchored;
	uint64_t steps;  /* in this call */
	uint64_t limit;  /* of them */
	size_t position; /* in the text */
	uint64_t ways;   /* tried there */
	int workspace[WORKSPACE];
};

static int
count_step(pcre2_callout_block *block, void *data)
{
	struct hard *h = data;

	h->ways = block->current_position == h->position ? h->ways + 1 : 1;
	h->position = block->current_position;
	h->steps += 1 + h->ways / WAYS;
	return h->steps > h->limit ? PCRE2_ERROR_CALLOUT : 0;
}

static pcre2_code *
compile(const struct hard_options *o, const char *text, size_t len,
    uint32_t more, pcre2_compile_context *context)
{
	int number;
	PCRE2_SIZE at;

	return pcre2_compile((PCRE2_SPTR)text, len, o->options | more, &number,
	    &at, context);
}

static bool
is_rewritten(const struct item *item)
{
	return (item->kind == ITEM_CHARACTER || item->kind == ITEM_CLASS) &&
	    item->most == ITEM_NO_MOST && item->least > 0 &&
	    item->least <= COPIES;
}

/* x+ as xx*. */
static void
rewrite(struct str *out, const struct syntax *s, const char *text)
{
	for (unsigned i = 0; i < s->count; i++) {
		const struct item *item = &s->items[i];

		if (!is_rewritten(item)) {
			str_add(out, text + item->at, item->len);
			continue;
		}
		for (uint32_t j = 0; j <= item->least; j++)
			str_add(out, text + item->at, item->one_len);
		str_add_char(out, '*');
	}
}

static void
compile_regular(struct hard *h, const struct hard_options *o,
    const struct syntax *s)
{
	pcre2_compile_context *context = pcre2_compile_context_create(
	    o->memory);
	struct str text;

	str_init(&text, 0);
	str_add_text(&text, "(?s:.)*?");
	str_add_text(&text, o->is_word ? "\\b(?:" : "(?:");
	rewrite(&text, s, o->text);
	str_add_text(&text, o->is_word ? ")\\b" : ")");
	pcre2_set_newline(context, PCRE2_NEWLINE_LF);
	h->all = compile(o, text.data, text.len, PCRE2_AUTO_CALLOUT, context);
	h->one = compile(o, text.data + 8, text.len - 8, PCRE2_AUTO_CALLOUT,
	    context);
	str_clear(&text);
	pcre2_compile_context_free(context);
}

/* Nothing where the other matcher may find something else, or not at all. */
static void
try_regular(struct hard *h, const struct hard_options *o)
{
	struct syntax syntax;
	pcre2_code *code;

	if (!syntax_read(&syntax, o->text, o->len, false))
		return;
	code = syntax.is_regular ?
	    compile(o, o->text, o->len, PCRE2_AUTO_CALLOUT, NULL) :
	    NULL;
	if (code && syntax_agrees(&syntax, code))
		compile_regular(h, o, &syntax);
	pcre2_code_free(code);
	syntax_clear(&syntax);
}

/* What knows where matching began, or where it goes on, wants it at once. */
static void
try_backtracking(struct hard *h, const struct hard_options *o)
{
	if (h->one || o->wants_start)
		return;
	h->is_backtracking = true;
	h->one = compile(o, o->text, o->len, PCRE2_ANCHORED, o->compile);
	if (h->one && o->jit_stack)
		pcre2_jit_compile(h->one, PCRE2_JIT_COMPLETE);
}

static void
make_context(struct hard *h, const struct hard_options *o)
{
	h->match = pcre2_match_data_create(1, o->memory);
	h->context = pcre2_match_context_create(o->memory);
	pcre2_set_match_limit(h->context, MATCH_LIMIT);
	pcre2_set_depth_limit(h->context,
	    h->is_backtracking ? PATIENCE_MOST : DEPTH_LIMIT);
	pcre2_set_heap_limit(h->context, HEAP_LIMIT_KB);
	pcre2_set_callout(h->context, count_step, h);
	if (o->jit_stack)
		pcre2_jit_stack_assign(h->context, NULL, o->jit_stack);
}

struct hard *
hard_new(const struct hard_options *options)
{
	struct hard *h = mem_alloc_array(1, sizeof *h);

	h->is_anchored = options->is_anchored;
	try_regular(h, options);
	try_backtracking(h, options);
	if (!h->one) {
		hard_free(h);
		return NULL;
	}
	make_context(h, options);
	return h;
}

void
hard_free(struct hard *h)
{
	if (!h)
		return;
	pcre2_match_context_free(h->context);
	pcre2_match_data_free(h->match);
	pcre2_code_free(h->all);
	pcre2_code_free(h->one);
	free(h);
}

/* How many matches of parts are waited for at one start. */
static uint32_t
get_patience(size_t len)
{
	size_t patience = len == 0 ? PATIENCE_MOST : PATIENCE_BYTES / len;

	if (patience > PATIENCE_MOST)
		return PATIENCE_MOST;
	return patience < PATIENCE_LEAST ? PATIENCE_LEAST : (uint32_t)patience;
}

/*
 * Ways that x{1,300} has open are tried without a callout, so that only the
 * room for them bounds the time of a call: the longer the text, the less.
 */
static size_t
get_workspace(size_t len)
{
	uint64_t room = WORKSPACE;

	while (room > WORKSPACE_LEAST && room * room * len > WORKSPACE_WORK)
		room -= room / 8;
	return room;
}

static int
find_with(struct hard *h, const pcre2_code *code, const char *text, size_t len,
    size_t start)
{
	int answer;

	if (h->is_backtracking) {
		h->steps = CLOCK_STEPS;
		return pcre2_match(code, (PCRE2_SPTR)text, len, start,
		    PCRE2_NO_UTF_CHECK, h->match, h->context);
	}
	h->steps = 0;
	answer = pcre2_dfa_match(code, (PCRE2_SPTR)text, len, start,
	    PCRE2_ANCHORED | PCRE2_NO_UTF_CHECK | PCRE2_DFA_SHORTEST, h->match,
	    h->context, h->workspace, get_workspace(len));
	/* Nor is it counted how long it took to fill the room. */
	if (answer == PCRE2_ERROR_DFA_WSSIZE)
		h->steps += CLOCK_STEPS;
	return answer;
}

/* PATTERN_TOO_HARD: not in this way. */
static enum pattern_answer
find_all_at_once(struct hard *h, const char *text, size_t len,
    struct pattern_effort *effort)
{
	int answer;

	h->limit = CALL_STEPS;
	answer = find_with(h, h->all, text, len, effort->at);

	effort->steps += h->steps + 1;
	if (answer >= 0)
		return PATTERN_FOUND_SOMEWHERE;
	return answer == PCRE2_ERROR_NOMATCH ? PATTERN_NOT_FOUND :
					       PATTERN_TOO_HARD;
}

/* At one start; PATTERN_PAUSED: go on with the next. */
static enum pattern_answer
find_next(struct hard *h, const char *text, size_t len,
    struct pattern_effort *effort)
{
	int32_t code_point;
	int answer = find_with(h, h->one, text, len, effort->at);

	/* A start costs something where no item is tried, too. */
	if (!h->is_backtracking)
		effort->steps += h->steps + 1;
	if (answer >= 0)
		return PATTERN_FOUND_SOMEWHERE;
	if (answer != PCRE2_ERROR_NOMATCH)
		effort->has_gaps = true;
	if (effort->steps > TEXT_STEPS)
		return PATTERN_TOO_HARD;
	if (effort->at >= len || h->is_anchored)
		return effort->has_gaps ? PATTERN_TOO_HARD : PATTERN_NOT_FOUND;
	effort->at += utf8_decode(&code_point, text + effort->at, text + len);
	return PATTERN_PAUSED;
}

/* Start by start, with a look at the clock now and then. */
static enum pattern_answer
find_in_turn(struct hard *h, const char *text, size_t len,
    struct pattern_effort *effort, int64_t until_us)
{
	int64_t last_us = clock_spent_us();
	uint64_t steps = 0;

	h->limit = h->is_anchored ? CALL_STEPS : START_STEPS;
	for (;;) {
		enum pattern_answer answer = find_next(h, text, len, effort);

		steps += h->steps + 1;
		if (answer != PATTERN_PAUSED)
			return answer;
		if (steps >= CLOCK_STEPS) {
			int64_t now_us = clock_spent_us();

			effort->spent_us += now_us - last_us;
			last_us = now_us;
			steps = 0;
			if (h->is_backtracking &&
			    effort->spent_us > PATIENCE_US)
				return PATTERN_TOO_HARD;
		}
		if (until_us != 0 && clock_now_us() >= until_us)
			return PATTERN_PAUSED;
	}
}

enum pattern_answer
hard_find(struct hard *h, const char *text, size_t len,
    struct pattern_effort *effort, int64_t until_us)
{
	if (utf8_find_invalid(text, len) < len)
		return PATTERN_TOO_HARD;
	if (h->is_backtracking)
		pcre2_set_match_limit(h->context, get_patience(len));
	if (h->all && !h->is_anchored && effort->steps == 0) {
		enum pattern_answer answer = find_all_at_once(h, text, len,
		    effort);

		if (answer != PATTERN_TOO_HARD)
			return answer;
		if (until_us != 0 && clock_now_us() >= until_us)
			return PATTERN_PAUSED;
	}
	return find_in_turn(h, text, len, effort, until_us);
}
