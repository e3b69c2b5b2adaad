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
	pcre2_code_free(p->step_code);
	p->step_code = NULL;
}

/* NULL where there is no other way. */
static struct hard *
get_hard(struct pattern *p)
{
	struct hard_options options = { p->text.data, p->text.len, p->options,
		p->is_word, p->is_anchored, p->wants_start, p->compile,
		p->memory, p->jit_stack };

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

static bool
is_short(const struct pattern *p, size_t len)
{
	return p->is_fast && len <= SHORT_BYTES;
}

static enum pattern_answer
find_at_once(struct pattern *p, const pcre2_code *code, const char *text,
    size_t len, size_t start, uint32_t options, struct pattern_range *out)
{
	int answer;

	if (!p->is_fast)
		options |= PCRE2_NO_JIT;
	if (!p->is_fast && code == p->step_code)
		options |= PCRE2_NO_UTF_CHECK;
	answer = pcre2_match(code, (PCRE2_SPTR)text, len, start, options,
	    p->match, p->context);
	if (answer == PCRE2_ERROR_NOMATCH)
		return PATTERN_NOT_FOUND;
	if (answer < 0)
		return PATTERN_TOO_HARD;
	get_range(p, out);
	return PATTERN_FOUND;
}

/*
 * Takes PCRE2's limit of where a match may begin.  Without machine code it is
 * for well-formed text alone: PCRE2 would check it at each call, and from a
 * start on see less of what is before than a pattern may ask for.
 */
static pcre2_code *
get_step_code(struct pattern *p)
{
	int number;
	size_t at;

	if (p->step_code || p->has_no_step_code)
		return p->step_code;
	p->step_code = pattern_compile(p,
	    PCRE2_USE_OFFSET_LIMIT | (p->is_fast ? PCRE2_MATCH_INVALID_UTF : 0),
	    &number, &at);
	p->has_no_step_code = !p->step_code;
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

/* The next step, by how long the last one took. */
static size_t
adapt(size_t step, int64_t took_us)
{
	if (took_us > STEP_US)
		return step > 4 ? step / 4 : 1;
	return took_us < STEP_US / 8 ? step * 4 : step;
}

static void
begin_watch(struct pattern *p, const char *text, size_t len)
{
	p->watch.is_valid = p->is_fast || utf8_find_invalid(text, len) == len;
	p->watch.last_us = clock_now_us();
	p->watch.until_us = p->watch.last_us + CALL_US;
	p->watch.is_doubted = false;
}

/*
 * The clock goes on while others have the processor.  What it says is
 * believed when time of our own has gone, too.  *took_us: since the last
 * look.
 */
static bool
is_too_long(struct pattern *p, int64_t *took_us)
{
	int64_t now_us = clock_now_us();

	*took_us = now_us - p->watch.last_us;
	p->watch.last_us = now_us;
	if (!p->watch.is_doubted && now_us > p->watch.until_us) {
		p->watch.is_doubted = true;
		p->watch.until_us = clock_spent_us() + SURE_US;
	}
	return p->watch.is_doubted && clock_spent_us() > p->watch.until_us;
}

/* Some starts at a time, with a look at the clock between. */
static enum pattern_answer
find_in_steps(struct pattern *p, const char *text, size_t len, size_t start,
    uint32_t options, struct pattern_range *out)
{
	size_t step = p->is_fast ? STEP_FAST : STEP_SLOW;

	for (;; options = 0) {
		size_t last = len - start < step ? len : start + step;
		enum pattern_answer answer;
		int64_t took_us;

		while (last < len && utf8_is_inside(text[last]))
			last++;
		pcre2_set_offset_limit(p->context,
		    last < len ? last : PCRE2_UNSET);
		answer = find_at_once(p, p->step_code, text, len, start,
		    options, out);
		if (answer != PATTERN_NOT_FOUND || last == len)
			return answer;
		start = last;
		step_on(text, len, &start);
		if (is_too_long(p, &took_us))
			return PATTERN_TOO_HARD;
		step = adapt(step, took_us);
	}
}

/* As long as the watch allows. */
static enum pattern_answer
find(struct pattern *p, const char *text, size_t len, size_t start,
    uint32_t options, struct pattern_range *out)
{
	enum pattern_answer answer;

	pcre2_set_match_limit(p->context, get_match_limit(p, len));
	if (is_short(p, len - start) || (p->is_fast && p->cannot_step) ||
	    !p->watch.is_valid || !get_step_code(p))
		return find_at_once(p, p->code, text, len, start, options, out);
	if (p->cannot_step)
		return find_at_once(p, p->step_code, text, len, start, options,
		    out);
	answer = find_in_steps(p, text, len, start, options, out);
	pcre2_set_offset_limit(p->context, PCRE2_UNSET);
	return answer;
}

enum pattern_answer
pattern_find_quickly(struct pattern *p, const char *text, size_t len,
    size_t start, struct pattern_range *out)
{
	if (!is_short(p, len - start))
		begin_watch(p, text, len);
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

/* The first match at or behind start; at start, where it was_empty, another. */
static enum pattern_answer
find_another(struct pattern *p, const char *text, size_t len, size_t start,
    bool was_empty, struct pattern_range *out)
{
	enum pattern_answer answer;

	if (!was_empty)
		return find(p, text, len, start, 0, out);
	if (!p->cannot_step)
		return find(p, text, len, start, PCRE2_NOTEMPTY_ATSTART, out);
	answer = find(p, text, len, start,
	    PCRE2_NOTEMPTY_ATSTART | PCRE2_ANCHORED, out);
	if (answer == PATTERN_NOT_FOUND && step_on(text, len, &start))
		return find(p, text, len, start, 0, out);
	return answer;
}

size_t
pattern_find_all(struct pattern *p, const char *text, size_t len,
    struct pattern_range *out, size_t limit, bool *is_whole)
{
	size_t count = 0, start = 0, calls = 0;
	bool was_empty = false;

	*is_whole = true;
	begin_watch(p, text, len);
	for (;;) {
		struct pattern_range range = { 0, 0 };
		enum pattern_answer answer = find_another(p, text, len, start,
		    was_empty, &range);
		int64_t took_us;

		if (answer == PATTERN_NOT_FOUND)
			return count;
		if (answer == PATTERN_TOO_HARD || count == limit ||
		    (++calls % CLOCK_CALLS == 0 && is_too_long(p, &took_us))) {
			*is_whole = false;
			return count;
		}
		if (is_new(&range, out, count, start))
			out[count++] = range;
		/* The same once more: then behind it, lest it goes on. */
		if (was_empty && range.to <= start) {
			if (!step_on(text, len, &start))
				return count;
			was_empty = false;
			continue;
		}
		was_empty = range.to <= start || range.from == range.to;
		if (range.to > start)
			start = range.to;
	}
}
