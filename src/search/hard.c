/* SPDX-License-Identifier: ISC */
#include "hard.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "syntax_check.h"

/*
 * Work is counted, in items of the pattern tried, by callouts, or in matches
 * of parts as PCRE2 counts them, so that what is decided does not depend on
 * the machine; the clock only tells when to pause.
 */
enum {
	WORKSPACE = 4096,     /* of numbers; what wants more is too hard */
	START_STEPS = 50000,  /* for one place where a match may begin */
	TEXT_STEPS = 2000000, /* for all of them */
	CLOCK_STEPS = 4096,   /* between two looks at the clock */
	DEPTH_LIMIT = 250,    /* of groups within groups that look around */
	MATCH_LIMIT = 1000,   /* calls for such groups */
	HEAP_LIMIT_KB = 1024,
	/* Of backtracking. */
	PATIENCE_LEAST = 1000,
	PATIENCE_MOST = 100000,
	PATIENCE_BYTES = 30000000,
	PATIENCE_STEPS = 32 /* as much work as one step, about */
};

struct hard {
	pcre2_code *code;
	pcre2_match_data *match;
	pcre2_match_context *context;
	bool is_backtracking;
	uint64_t steps; /* at this start */
	int workspace[WORKSPACE];
};

static int
count_step(pcre2_callout_block *block, void *data)
{
	struct hard *h = data;

	(void)block;
	return ++h->steps > START_STEPS ? PCRE2_ERROR_CALLOUT : 0;
}

static pcre2_code *
compile(const struct hard_options *o, uint32_t more)
{
	int number;
	PCRE2_SIZE at;

	return pcre2_compile((PCRE2_SPTR)o->text, o->len, o->options | more,
	    &number, &at, o->compile);
}

/* NULL where the other matcher may find something else, or nothing at all. */
static pcre2_code *
compile_regular(const struct hard_options *o)
{
	struct syntax syntax;
	pcre2_code *code = NULL;

	if (!syntax_read(&syntax, o->text, o->len, false))
		return NULL;
	if (syntax.is_regular)
		code = compile(o, PCRE2_AUTO_CALLOUT);
	if (code && !syntax_agrees(&syntax, code)) {
		pcre2_code_free(code);
		code = NULL;
	}
	syntax_clear(&syntax);
	return code;
}

static bool
has(const struct hard_options *o, const char *text)
{
	for (size_t i = 0; i + strlen(text) <= o->len; i++) {
		if (memcmp(o->text + i, text, strlen(text)) == 0)
			return true;
	}
	return false;
}

/* What knows where matching began, or where it goes on, wants it at once. */
static pcre2_code *
compile_backtracking(const struct hard_options *o)
{
	pcre2_code *code;

	if (has(o, "\\G") || has(o, "(*"))
		return NULL;
	code = compile(o, PCRE2_ANCHORED);
	if (code && o->jit_stack)
		pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
	return code;
}

struct hard *
hard_new(const struct hard_options *options)
{
	pcre2_code *code = compile_regular(options);
	bool is_backtracking = !code;
	struct hard *h;

	if (is_backtracking)
		code = compile_backtracking(options);
	if (!code)
		return NULL;
	h = mem_alloc(sizeof *h);
	h->code = code;
	h->is_backtracking = is_backtracking;
	h->match = pcre2_match_data_create(1, options->memory);
	h->context = pcre2_match_context_create(options->memory);
	pcre2_set_match_limit(h->context, MATCH_LIMIT);
	pcre2_set_depth_limit(h->context, DEPTH_LIMIT);
	pcre2_set_heap_limit(h->context, HEAP_LIMIT_KB);
	pcre2_set_callout(h->context, count_step, h);
	if (is_backtracking)
		pcre2_set_depth_limit(h->context, PATIENCE_MOST);
	if (options->jit_stack)
		pcre2_jit_stack_assign(h->context, NULL, options->jit_stack);
	return h;
}

void
hard_free(struct hard *h)
{
	if (!h)
		return;
	pcre2_match_context_free(h->context);
	pcre2_match_data_free(h->match);
	pcre2_code_free(h->code);
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

static int
find_at(struct hard *h, const char *text, size_t len, size_t start)
{
	if (h->is_backtracking) {
		h->steps = get_patience(len) / PATIENCE_STEPS;
		return pcre2_match(h->code, (PCRE2_SPTR)text, len, start,
		    PCRE2_NO_UTF_CHECK, h->match, h->context);
	}
	h->steps = 0;
	return pcre2_dfa_match(h->code, (PCRE2_SPTR)text, len, start,
	    PCRE2_ANCHORED | PCRE2_NO_UTF_CHECK | PCRE2_DFA_SHORTEST, h->match,
	    h->context, h->workspace, WORKSPACE);
}

static bool
is_time_up(uint64_t *steps, int64_t until_us)
{
	if (until_us == 0 || *steps < CLOCK_STEPS)
		return false;
	*steps = 0;
	return clock_now_us() >= until_us;
}

enum pattern_answer
hard_find(struct hard *h, const char *text, size_t len,
    struct pattern_effort *effort, int64_t until_us)
{
	uint64_t steps = 0;

	if (utf8_find_invalid(text, len) < len)
		return PATTERN_TOO_HARD;
	if (h->is_backtracking)
		pcre2_set_match_limit(h->context, get_patience(len));
	for (;;) {
		int32_t code_point;
		int answer = find_at(h, text, len, effort->at);

		/* A start costs something where no item is tried, too. */
		steps += h->steps + 1;
		if (!h->is_backtracking)
			effort->steps += h->steps + 1;
		if (answer >= 0)
			return PATTERN_FOUND_SOMEWHERE;
		if (answer != PCRE2_ERROR_NOMATCH)
			effort->has_gaps = true;
		if (effort->steps > TEXT_STEPS)
			return PATTERN_TOO_HARD;
		if (effort->at >= len)
			return effort->has_gaps ? PATTERN_TOO_HARD :
						  PATTERN_NOT_FOUND;
		effort->at += utf8_decode(&code_point, text + effort->at,
		    text + len);
		if (is_time_up(&steps, until_us))
			return PATTERN_PAUSED;
	}
}
