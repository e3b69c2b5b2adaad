/* SPDX-License-Identifier: ISC */
#include "search/pattern.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "capital.h"
#include "hard.h"
#include "pattern_private.h"
#include "plan_private.h"

/*
 * Just-in-time machine code is used where the system lets us have it; without
 * it the same is found, later.
 */
enum {
	NESTING_LIMIT = 250, /* of groups */
	JIT_STACK_BYTES = 32 << 10,
	JIT_STACK_LIMIT_BYTES = 512 << 10,
	HEAP_LIMIT_KB = 4096
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
	pcre2_code_free(p->step_code);
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

/* A byte of ASCII that is no letter and no digit. */
static bool
wants_backslash(char c)
{
	return (unsigned char)c < 0x80 && !(c >= '0' && c <= '9') &&
	    !(c >= 'A' && c <= 'Z') && !(c >= 'a' && c <= 'z');
}

/* PCRE2_LITERAL would do without Unicode's words. */
void
pattern_add_literal(struct str *out, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (wants_backslash(text[i]))
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
		compiled += wants_backslash(text[i]) ? 2 : 1;
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

pcre2_code *
pattern_compile(struct pattern *p, uint32_t more, int *number, size_t *at)
{
	return pcre2_compile((PCRE2_SPTR)p->text.data, p->text.len,
	    p->options | more, number, at, p->compile);
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
 * Of a branch that matched, and another that is tried after it, machine code
 * thinks that x* has failed already: (?:New York|New) *Y is not found in "New
 * York|" by PCRE2 10.42.  It does so only where it may choose where to start,
 * and x* is in a group or behind one.
 */
static bool
is_misled(const struct pattern *p)
{
	const char *group = memchr(p->text.data, '(', p->text.len);
	const char *end = p->text.data + p->text.len;

	if (!group || !has(p, "|"))
		return false;
	while (group < end && *group != '*' && *group != '+' && *group != '{')
		group++;
	return group < end;
}

static enum status
compile_first(struct pattern *p, size_t *at, struct error *err)
{
	PCRE2_UCHAR8 words[256];
	int number;

	p->code = pattern_compile(p, PCRE2_MATCH_INVALID_UTF, &number, at);
	if (p->code)
		return STATUS_OK;
	pcre2_get_error_message(number, words, sizeof words);
	return error_set(err, STATUS_INVALID, "%s", (const char *)words);
}

/*
 * Where machine code of PCRE2 10.42 finds another match than its interpreter,
 * as random patterns showed: (?>\D+|)x finds the x of abx; so do verbs,
 * recursion, and what is repeated and kept whole beside an empty branch.
 */
static bool
is_wrong_when_fast(const struct pattern *p)
{
	static const char *const parts[] = { "(?>", "(*", "(?R", "(?&", "(?P>",
		"(?+", "(?|", "\\g", "++", "*+", "?+", "}+" };
	const char *text = p->text.data;

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		if (has(p, parts[i]))
			return true;
	}
	for (size_t i = 0; i + 3 < p->text.len; i++) { /* (?1) and (?-1) */
		size_t digit = i + 2 + (text[i + 2] == '-');

		if (text[i] == '(' && text[i + 1] == '?' &&
		    text[digit] >= '0' && text[digit] <= '9')
			return true;
	}
	return false;
}

/* Refused, where the system forbids machine code: then without. */
static void
make_fast(struct pattern *p)
{
	if (is_wrong_when_fast(p))
		return;
	if (pcre2_jit_compile(p->code, PCRE2_JIT_COMPLETE) != 0)
		return;
	p->jit_stack = pcre2_jit_stack_create(JIT_STACK_BYTES,
	    JIT_STACK_LIMIT_BYTES, p->memory);
	p->is_fast = p->jit_stack != NULL;
	if (p->is_fast)
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

/* PCRE2 may be mistaken: there is no need to contradict. */
static bool
is_anchored(const struct pattern *p)
{
	uint32_t options = 0;

	pcre2_pattern_info(p->code, PCRE2_INFO_ALLOPTIONS, &options);
	return options & PCRE2_ANCHORED;
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
		pattern_add_literal(&p->text, text, len);
	else
		str_add(&p->text, text, len);
	if (!options->is_literal && is_misled(p))
		p->options |= PCRE2_NO_START_OPTIMIZE;
	make_contexts(p, options);
	status = compile_first(p, &at, err);
	if (status) {
		*error_at = options->is_literal ? get_typed_at(text, len, at) :
						  at;
		pattern_free(p);
		return status;
	}
	p->match = pcre2_match_data_create_from_pattern(p->code, p->memory);
	p->is_anchored = is_anchored(p);
	p->wants_start = has(p, "\\G") || has(p, "(*");
	p->cannot_step = p->is_anchored || p->wants_start;
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
