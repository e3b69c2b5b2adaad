/* SPDX-License-Identifier: ISC */
#ifndef IBID_SEARCH_PATTERN_H
#define IBID_SEARCH_PATTERN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/str.h"

struct plan;

/*
 * A typed pattern, compiled, and looked for in one passage at a time.  The
 * language is PCRE2's with UTF and UCP (pcre2pattern(3)), LF the newline,
 * \C refused.  However hostile the pattern, one call stays bounded.
 */
enum {
	PATTERN_LIMIT_BYTES = 4096 /* as typed */
};

enum pattern_case {
	PATTERN_SMART, /* case counts where a capital letter is meant */
	PATTERN_CASELESS,
	PATTERN_CASEFUL
};

struct pattern_options {
	enum pattern_case letters;
	bool is_literal; /* no character has a meaning */
	bool is_word;    /* whole words alone */
	bool is_exact;   /* accents count: folded text is not searched */
};

struct pattern;

/*
 * Compiles text, which need not be well-formed UTF-8 (then it is refused).
 * STATUS_INVALID with PCRE2's words, and in *error_at the byte of text where
 * it gave up; STATUS_LIMIT where text is too long.
 */
enum status pattern_new(struct pattern **out, const char *text, size_t len,
    const struct pattern_options *options, size_t *error_at, struct error *err);
void pattern_free(struct pattern *p);

/* Whether case counts, as was asked for or as the pattern tells. */
bool pattern_is_caseful(const struct pattern *p);

/* Whether text without accents is searched as well: the pattern is ASCII. */
bool pattern_wants_folded(const struct pattern *p);

/* Adds to a pattern what means nothing but text. */
void pattern_add_literal(struct str *out, const char *text, size_t len);

enum pattern_answer {
	PATTERN_NOT_FOUND,
	PATTERN_FOUND,
	PATTERN_FOUND_SOMEWHERE, /* that it matches is known, not where */
	PATTERN_TOO_HARD,        /* undecided within the limits */
	PATTERN_PAUSED           /* the time is up; go on with the next call */
};

/* Bytes of the passage; from == to where nothing but a place matched. */
struct pattern_range {
	size_t from, to;
};

/*
 * The first match in text, well-formed UTF-8, at or behind start, which is not
 * inside a character.  The answer is PCRE2's for the text as a subject of its
 * own.  *out is set where it is PATTERN_FOUND.
 */
enum pattern_answer pattern_find(struct pattern *p, const char *text,
    size_t len, size_t start, struct pattern_range *out);

/*
 * The same within some milliseconds: what is PATTERN_TOO_HARD here may yet be
 * decided by pattern_find_hard().
 */
enum pattern_answer pattern_find_quickly(struct pattern *p, const char *text,
    size_t len, size_t start, struct pattern_range *out);

/* How far that has come in a text; { .at = start } at first. */
struct pattern_effort {
	size_t at;
	uint64_t steps;
	int64_t spent_us;
	bool has_gaps; /* a match may begin before at, undecided */
};

/*
 * Decides whether a text that was put off matches: PATTERN_NOT_FOUND,
 * PATTERN_FOUND_SOMEWHERE, or PATTERN_TOO_HARD for good.  PATTERN_PAUSED when
 * the clock (clock_now_us() of base/clock.h) reaches until_us, 0 never, late
 * by at most some milliseconds; each call gets on.
 */
enum pattern_answer pattern_find_hard(struct pattern *p, const char *text,
    size_t len, struct pattern_effort *effort, int64_t until_us);

/* What a text must contain to match; made when it is first asked for.  Lent. */
const struct plan *pattern_get_plan(struct pattern *p);

/*
 * All matches in text, at most limit, none inside another: how many.  An
 * empty match does not stand at the end of the one before.  *is_whole is
 * false where the limits cut the search short.
 */
size_t pattern_find_all(struct pattern *p, const char *text, size_t len,
    struct pattern_range *out, size_t limit, bool *is_whole);

#endif
