/* SPDX-License-Identifier: ISC */
#include "search/pattern.h"

#include "base/clock.h"
#include "base/utf8.h"
#include "hard.h"
#include "pattern_private.h"

/*
 * PCRE2's backtracking matcher, with a limit that makes it give up soon.  The
 * limit counts anew at each place where a match may begin, so that longer
 * text gets less, and does not bound what lies between two counts: long text,
 * and any without machine code, is gone through some starts at a time.
 */
enum {
	LIMIT_LEAST = 100,
	LIMIT_MOST = 5000,
	LIMIT_BYTES = 1500000,
	LIMIT_MOST_SLOW = 1000,
	LIMIT_BYTES_SLOW = 300000,
	SHORT_BYTES = 512, /* looked through at once */
	STEP_FAST = 128,   /* starts at a time, at first */
	STEP_SLOW = 2,
	STEP_US = 800,  /* for a step */
	CALL_US = 3000, /* for a passage; then it is too hard */
	SURE_US = 1500, /* of the processor, more */
	CLOCK_CALLS = 8 /* between two looks at the clock */
};

static uint32_t
get_match_limit(const struct pattern *p, size_t len)
{
	size_t most = p->is_fast ? LIMIT_MOST : LIMIT_MOST_SLOW;
	size_t limit = (p->is_fast ? LIMIT_BYTES : LIMIT_BYTES_SLOW) /
	    (len + 1);

	if (limit > most)
		limit = most;
	return limit < LIMIT_LEAST ? LIMIT_LEAST : (uint32_t)limit;
}

void
pattern_set_slow(struct pattern *p)
{
	p->is_fast = false;
}

/* NULL where there is no other way. */
static struct hard *
get_hard(struct pattern *p)
{
	struct hard_options options = { p->text.data, p->text.len, p->options,
		p->is_word, p->compile, p->memory, p->jit_stack };

	if (!p->hard && !p->cannot_be_hard)
		p->hard = hard_new(&options);
	p->cannot_be_hard = !p->hard;
	return p->hard;
}

enum pattern_answer
pattern_find_hard(struct pattern *p, const char *text, size_t len,
    struct pattern_effort *effort, int64_t until_us)
{
	struct hard *h = get_hard(p);

	return h ? hard_find(h, text, len, effort, until_us) : PATTERN_TOO_HARD;
}

/* \K can put the beginning behind the end, in a lookahead. */
static void
get_range(const struct pattern *p, struct pattern_range *out)
{
	const PCRE2_SIZE *found = pcre2_get_ovector_pointer(p->match);

	out->from = found[0] < found[1] ? found[0] : found[1];
	out->to = found[1];
}

static enum pattern_answer
find_at_once(struct pattern *p, const pcre2_code *code, const char *text,
    size_t len, size_t start, uint32_t options, struct pattern_range *out)
{
	int answer = pcre2_match(code, (PCRE2_SPTR)text, len, start,
	    options | (p->is_fast ? 0 : PCRE2_NO_JIT), p->match, p->context);

	if (answer == PCRE2_ERROR_NOMATCH)
		return PATTERN_NOT_FOUND;
	if (answer < 0)
		return PATTERN_TOO_HARD;
	get_range(p, out);
	return PATTERN_FOUND;
}

/* The code that takes PCRE2's limit of where a match may begin, or NULL. */
static pcre2_code *
get_step_code(struct pattern *p)
{
	int number;
	size_t at;

	if (p->step_code || p->cannot_step)
		return p->step_code;
	p->step_code = pattern_compile(p,
	    PCRE2_MATCH_INVALID_UTF | PCRE2_USE_OFFSET_LIMIT, &number, &at);
	p->cannot_step = !p->step_code;
	if (p->step_code && p->is_fast)
		pcre2_jit_compile(p->step_code, PCRE2_JIT_COMPLETE);
	return p->step_code;
}

/* False at the end. */
static bool
step_on(const char *text, size_t len, size_t *start)
{
	int32_t code_point;

	if (*start >= len)
		return false;
	*start += utf8_decode(&code_point, text + *start, text + len);
	return true;
}

/*
 * The clock goes on while others have the processor.  What it says is
 * believed when time of our own has gone, too.
 */
struct patience {
	int64_t until_us;
	bool is_doubted;
};

static bool
is_over(struct patience *p, int64_t now_us)
{
	if (!p->is_doubted && now_us > p->until_us) {
		p->is_doubted = true;
		p->until_us = clock_spent_us() + SURE_US;
	}
	return p->is_doubted && clock_spent_us() > p->until_us;
}

/* The next step, by how long the last one took. */
static size_t
adapt(size_t step, int64_t took_us)
{
	if (took_us > STEP_US)
		return step > 4 ? step / 4 : 1;
	return took_us < STEP_US / 8 ? step * 4 : step;
}

/* Some starts at a time, with a look at the clock between. */
static enum pattern_answer
find_in_steps(struct pattern *p, const char *text, size_t len, size_t start,
    struct pattern_range *out)
{
	size_t step = p->is_fast ? STEP_FAST : STEP_SLOW, last = start;
	int64_t now_us = clock_now_us();
	struct patience patience = { .until_us = now_us + CALL_US };
	enum pattern_answer answer;

	for (;;) {
		int64_t before_us = now_us;

		last = len - start < step ? len : start + step;
		while (last < len && (text[last] & 0xC0) == 0x80)
			last++;
		pcre2_set_offset_limit(p->context,
		    last < len ? last : PCRE2_UNSET);
		answer = find_at_once(p, p->step_code, text, len, start, 0,
		    out);
		if (answer != PATTERN_NOT_FOUND || last == len)
			break;
		start = last;
		step_on(text, len, &start);
		now_us = clock_now_us();
		if (is_over(&patience, now_us)) {
			answer = PATTERN_TOO_HARD;
			break;
		}
		step = adapt(step, now_us - before_us);
	}
	pcre2_set_offset_limit(p->context, PCRE2_UNSET);
	return answer;
}

static enum pattern_answer
find(struct pattern *p, const char *text, size_t len, size_t start,
    uint32_t options, struct pattern_range *out)
{
	pcre2_set_match_limit(p->context, get_match_limit(p, len));
	if ((p->is_fast && len - start <= SHORT_BYTES) || options != 0 ||
	    !get_step_code(p))
		return find_at_once(p, p->code, text, len, start, options, out);
	return find_in_steps(p, text, len, start, out);
}

enum pattern_answer
pattern_find_quickly(struct pattern *p, const char *text, size_t len,
    size_t start, struct pattern_range *out)
{
	return find(p, text, len, start, 0, out);
}

enum pattern_answer
pattern_find(struct pattern *p, const char *text, size_t len, size_t start,
    struct pattern_range *out)
{
	enum pattern_answer answer = pattern_find_quickly(p, text, len, start,
	    out);
	struct pattern_effort effort = { .at = start };

	if (answer == PATTERN_TOO_HARD)
		return pattern_find_hard(p, text, len, &effort, 0);
	return answer;
}

/* An empty match at the end of the one before tells nothing new. */
static bool
is_new(const struct pattern_range *range, const struct pattern_range *out,
    size_t count, size_t start)
{
	if (range->from < start)
		return false;
	return range->from < range->to || count == 0 ||
	    out[count - 1].to < range->from;
}

size_t
pattern_find_all(struct pattern *p, const char *text, size_t len,
    struct pattern_range *out, size_t limit, bool *is_whole)
{
	size_t count = 0, start = 0, calls = 0;
	struct patience patience = { .until_us = clock_now_us() + CALL_US };
	bool was_empty = false;

	*is_whole = true;
	for (;;) {
		struct pattern_range range = { 0, 0 };
		enum pattern_answer answer = find(p, text, len, start,
		    was_empty ? PCRE2_NOTEMPTY_ATSTART | PCRE2_ANCHORED : 0,
		    &range);

		if (answer == PATTERN_NOT_FOUND) {
			/* Behind an empty match that is the only one here. */
			if (!was_empty || !step_on(text, len, &start))
				return count;
			was_empty = false;
			continue;
		}
		if (answer == PATTERN_TOO_HARD || count == limit ||
		    (++calls % CLOCK_CALLS == 0 &&
			is_over(&patience, clock_now_us()))) {
			*is_whole = false;
			return count;
		}
		if (is_new(&range, out, count, start))
			out[count++] = range;
		was_empty = range.to <= start;
		if (range.to > start)
			start = range.to;
	}
}
