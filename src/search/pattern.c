/* SPDX-License-Identifier: ISC */
#include "search/pattern.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "capital.h"
#include "hard.h"
#include "plan_private.h"

/*
 * One code for PCRE2's backtracking matcher, with a limit that makes it give
 * up soon, and a second for what it gave up; that one is made when it is
 * first needed.  Just-in-time machine code is used where the system lets us
 * have it; without it the same is found, later.
 */
enum {
	NESTING_LIMIT = 250, /* of groups */
	JIT_STACK_BYTES = 32 << 10,
	JIT_STACK_LIMIT_BYTES = 512 << 10,
	HEAP_LIMIT_KB = 4096,
	MATCH_LIMIT_LEAST = 100,
	MATCH_LIMIT_MOST = 10000,
	/* PCRE2 counts anew at each place where a match may begin, so that
	 * longer text gets less. */
	MATCH_LIMIT_BYTES = 3000000
};

struct pattern {
	pcre2_general_context *memory;
	pcre2_compile_context *compile;
	pcre2_match_context *context;
	pcre2_match_data *match;
	pcre2_jit_stack *jit_stack;
	pcre2_code *code;
	struct hard *hard;   /* NULL until it is needed */
	bool cannot_be_hard; /* there is no other way */
	struct str text;     /* as it is compiled */
	uint32_t options;
	bool is_caseful;
	bool is_word;
	bool wants_folded;
	bool has_plan;
	bool is_plan_useful;
	struct plan plan;
};

static void *
take_memory(size_t size, void *data)
{
	(void)data;
	return mem_alloc(size);
}

static void
give_memory(void *block, void *data)
{
	(void)data;
	free(block);
}

void
pattern_free(struct pattern *p)
{
	if (!p)
		return;
	hard_free(p->hard);
	pcre2_code_free(p->code);
	pcre2_jit_stack_free(p->jit_stack);
	pcre2_match_data_free(p->match);
	pcre2_match_context_free(p->context);
	pcre2_compile_context_free(p->compile);
	pcre2_general_context_free(p->memory);
	str_clear(&p->text);
	free(p);
}

bool
pattern_is_caseful(const struct pattern *p)
{
	return p->is_caseful;
}

bool
pattern_wants_folded(const struct pattern *p)
{
	return p->wants_folded;
}

static bool
is_ascii(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if ((unsigned char)text[i] >= 0x80)
			return false;
	}
	return true;
}

static bool
is_letter_or_digit(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
	    (c >= 'a' && c <= 'z');
}

/*
 * PCRE2_LITERAL would do without Unicode's words, so what is literal is
 * escaped.  A byte before which a backslash stands is one of ASCII that is
 * no letter and no digit.
 */
static void
add_literal(struct str *out, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if ((unsigned char)text[i] < 0x80 &&
		    !is_letter_or_digit(text[i]))
			str_add_char(out, '\\');
		str_add_char(out, text[i]);
	}
}

/* Where a byte of what is compiled stands in what was typed. */
static size_t
get_typed_at(const char *text, size_t len, size_t at)
{
	size_t compiled = 0;

	for (size_t i = 0; i < len; i++) {
		compiled += (unsigned char)text[i] < 0x80 &&
			!is_letter_or_digit(text[i]) ?
		    2 :
		    1;
		if (compiled > at)
			return i;
	}
	return len;
}

static void
make_contexts(struct pattern *p, const struct pattern_options *options)
{
	p->memory = pcre2_general_context_create(take_memory, give_memory,
	    NULL);
	p->compile = pcre2_compile_context_create(p->memory);
	pcre2_set_newline(p->compile, PCRE2_NEWLINE_LF);
	pcre2_set_parens_nest_limit(p->compile, NESTING_LIMIT);
	if (options->is_word)
		pcre2_set_compile_extra_options(p->compile,
		    PCRE2_EXTRA_MATCH_WORD);
	p->context = pcre2_match_context_create(p->memory);
	pcre2_set_heap_limit(p->context, HEAP_LIMIT_KB);
}

static pcre2_code *
compile(struct pattern *p, uint32_t more, int *number, size_t *at)
{
	return pcre2_compile((PCRE2_SPTR)p->text.data, p->text.len,
	    p->options | more, number, at, p->compile);
}

static enum status
compile_first(struct pattern *p, size_t *at, struct error *err)
{
	PCRE2_UCHAR8 words[256];
	int number;

	p->code = compile(p, PCRE2_MATCH_INVALID_UTF, &number, at);
	if (p->code)
		return STATUS_OK;
	pcre2_get_error_message(number, words, sizeof words);
	return error_set(err, STATUS_INVALID, "%s", (const char *)words);
}

static bool
has(const struct pattern *p, const char *text)
{
	size_t len = strlen(text);

	for (size_t i = 0; i + len <= p->text.len; i++) {
		if (memcmp(p->text.data + i, text, len) == 0)
			return true;
	}
	return false;
}

/*
 * Refused, where the system forbids machine code: then without; and where it
 * is wrong: (?>\D+|)x finds the x of abx in PCRE2 10.42, and verbs differ.
 */
static void
make_fast(struct pattern *p)
{
	if (has(p, "(?>") || has(p, "(*"))
		return;
	if (pcre2_jit_compile(p->code, PCRE2_JIT_COMPLETE) != 0)
		return;
	p->jit_stack = pcre2_jit_stack_create(JIT_STACK_BYTES,
	    JIT_STACK_LIMIT_BYTES, p->memory);
	if (p->jit_stack)
		pcre2_jit_stack_assign(p->context, NULL, p->jit_stack);
}

static bool
is_caseful(const char *text, size_t len, const struct pattern_options *options)
{
	if (options->letters != PATTERN_SMART)
		return options->letters == PATTERN_CASEFUL;
	return options->is_literal ? capital_is_there(text, len) :
				     capital_is_meant(text, len);
}

static enum status
check(const char *text, size_t len, size_t *error_at, struct error *err)
{
	*error_at = utf8_find_invalid(text, len);
	if (*error_at < len)
		return error_set(err, STATUS_INVALID,
		    "the pattern is not well-formed UTF-8");
	*error_at = PATTERN_LIMIT_BYTES;
	if (len > PATTERN_LIMIT_BYTES)
		return error_set(err, STATUS_LIMIT,
		    "a pattern is at most %d bytes long", PATTERN_LIMIT_BYTES);
	return STATUS_OK;
}

enum status
pattern_new(struct pattern **out, const char *text, size_t len,
    const struct pattern_options *options, size_t *error_at, struct error *err)
{
	struct pattern *p;
	size_t at = 0;
	enum status status = check(text, len, error_at, err);

	if (status)
		return status;
	p = mem_alloc_array(1, sizeof *p);
	str_init(&p->text, 0);
	str_add(&p->text, "", 0);
	p->is_caseful = is_caseful(text, len, options);
	p->is_word = options->is_word;
	p->wants_folded = !options->is_exact && is_ascii(text, len);
	p->options = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C |
	    (p->is_caseful ? 0 : PCRE2_CASELESS);
	if (options->is_literal)
		add_literal(&p->text, text, len);
	else
		str_add(&p->text, text, len);
	make_contexts(p, options);
	status = compile_first(p, &at, err);
	if (status) {
		*error_at = options->is_literal ? get_typed_at(text, len, at) :
						  at;
		pattern_free(p);
		return status;
	}
	p->match = pcre2_match_data_create_from_pattern(p->code, p->memory);
	make_fast(p);
	*out = p;
	return STATUS_OK;
}

const struct plan *
pattern_get_any_plan(struct pattern *p)
{
	if (p->has_plan)
		return &p->plan;
	p->is_plan_useful = plan_make(&p->plan, p->text.data, p->text.len,
	    p->options, p->memory);
	/* Whether the literal is a word is for PCRE2 to say. */
	if (p->is_word && p->plan.is_whole)
		p->plan.is_whole = false;
	p->has_plan = true;
	return &p->plan;
}

const struct plan *
pattern_get_plan(struct pattern *p)
{
	static const struct plan nothing = { .kind = PLAN_NOTHING };
	const struct plan *plan = pattern_get_any_plan(p);

	return p->is_plan_useful ? plan : &nothing;
}

static uint32_t
get_match_limit(size_t len)
{
	size_t limit = len == 0 ? MATCH_LIMIT_MOST : MATCH_LIMIT_BYTES / len;

	if (limit > MATCH_LIMIT_MOST)
		return MATCH_LIMIT_MOST;
	return limit < MATCH_LIMIT_LEAST ? MATCH_LIMIT_LEAST : (uint32_t)limit;
}

/* NULL where there is no other way. */
static struct hard *
get_hard(struct pattern *p)
{
	struct hard_options options = { p->text.data, p->text.len, p->options,
		p->compile, p->memory, p->jit_stack };

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
find(struct pattern *p, const char *text, size_t len, size_t start,
    uint32_t options, struct pattern_range *out)
{
	int answer;

	pcre2_set_match_limit(p->context, get_match_limit(len));
	answer = pcre2_match(p->code, (PCRE2_SPTR)text, len, start, options,
	    p->match, p->context);
	if (answer == PCRE2_ERROR_NOMATCH)
		return PATTERN_NOT_FOUND;
	if (answer < 0)
		return PATTERN_TOO_HARD;
	get_range(p, out);
	return PATTERN_FOUND;
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

/* Behind an empty match: one that is not, at the same place, or a step on. */
static bool
step_on(const char *text, size_t len, size_t *start)
{
	int32_t code_point;

	if (*start >= len)
		return false;
	*start += utf8_decode(&code_point, text + *start, text + len);
	return true;
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
	size_t count = 0, start = 0;
	bool was_empty = false;

	*is_whole = true;
	for (;;) {
		struct pattern_range range = { 0, 0 };
		enum pattern_answer answer = find(p, text, len, start,
		    was_empty ? PCRE2_NOTEMPTY_ATSTART | PCRE2_ANCHORED : 0,
		    &range);

		if (answer == PATTERN_NOT_FOUND) {
			if (!was_empty || !step_on(text, len, &start))
				return count;
			was_empty = false;
			continue;
		}
		if (answer == PATTERN_TOO_HARD || count == limit) {
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
