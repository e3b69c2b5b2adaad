/* SPDX-License-Identifier: ISC */
#include "reader/sieve.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"

enum { MODE_EXACT = 1, MODE_LITERAL = 2, MODE_WORD = 4 };

struct sieve {
	struct sieve_wish wish;
	struct pattern *pattern;
	struct str folded, map;

	/* How far a text has come. */
	size_t at; /* its line */
	bool is_folded, is_hard;
	bool was_too_hard; /* a line of it */
	struct pattern_effort effort;
};

enum status
sieve_set_text(struct sieve_wish *out, const char *text, struct error *err)
{
	size_t len = strlen(text);

	if (len >= sizeof out->text)
		return error_set(err, STATUS_LIMIT,
		    "The pattern for a list has at most %zu bytes.",
		    sizeof out->text - 1);
	memset(out->text, 0, sizeof out->text);
	memcpy(out->text, text, len);
	return STATUS_OK;
}

void
sieve_set_modes(struct sieve_wish *out, uint8_t modes)
{
	out->is_exact = modes & MODE_EXACT;
	out->is_literal = modes & MODE_LITERAL;
	out->is_word = modes & MODE_WORD;
}

uint8_t
sieve_get_modes(const struct sieve_wish *wish)
{
	return (uint8_t)((wish->is_exact ? MODE_EXACT : 0) |
	    (wish->is_literal ? MODE_LITERAL : 0) |
	    (wish->is_word ? MODE_WORD : 0));
}

enum status
sieve_new(struct sieve **out, const struct sieve_wish *wish, size_t *error_at,
    struct error *err)
{
	const struct pattern_options options = { .letters = PATTERN_SMART,
		.is_literal = wish->is_literal,
		.is_word = wish->is_word,
		.is_exact = wish->is_exact };
	struct pattern *pattern;
	enum status status = pattern_new(&pattern, wish->text,
	    strlen(wish->text), &options, error_at, err);

	if (status != STATUS_OK)
		return status;
	*out = sieve_take_pattern(pattern);
	(*out)->wish = *wish;
	return STATUS_OK;
}

struct sieve *
sieve_take_pattern(struct pattern *pattern)
{
	struct sieve *s = mem_alloc_array(1, sizeof *s);

	s->pattern = pattern;
	str_init(&s->folded, 0);
	str_init(&s->map, 0);
	return s;
}

void
sieve_free(struct sieve *s)
{
	if (!s)
		return;
	pattern_free(s->pattern);
	str_clear(&s->folded);
	str_clear(&s->map);
	free(s);
}

const struct sieve_wish *
sieve_get_wish(const struct sieve *s)
{
	return &s->wish;
}

/* Letters, digits and blanks mean themselves. */
static bool
is_plain(const struct sieve_wish *wish)
{
	for (const char *p = wish->text; *p && !wish->is_literal; p++) {
		if ((unsigned char)*p < 0x80 && *p != ' ' &&
		    !(*p >= '0' && *p <= '9') && !(*p >= 'A' && *p <= 'Z') &&
		    !(*p >= 'a' && *p <= 'z'))
			return false;
	}
	return !wish->is_word;
}

bool
sieve_is_narrower(const struct sieve_wish *a, const struct sieve_wish *b)
{
	return is_plain(a) && is_plain(b) && a->is_exact == b->is_exact &&
	    strstr(b->text, a->text) != NULL;
}

/* ---- A text ---- */

static enum pattern_answer
find(struct sieve *s, const char *text, size_t len, int64_t until_us)
{
	struct pattern_range range;

	if (!s->is_hard) {
		enum pattern_answer answer = pattern_find_quickly(s->pattern,
		    text, len, 0, &range);

		if (answer != PATTERN_TOO_HARD)
			return answer;
		s->is_hard = true;
		s->effort = (struct pattern_effort){ .at = 0 };
		if (clock_now_us() > until_us)
			return PATTERN_PAUSED;
	}
	return pattern_find_hard(s->pattern, text, len, &s->effort, until_us);
}

/* Whether there is another text to look at: the line without its accents. */
static bool
fold(struct sieve *s, const char *text, size_t len)
{
	bool is_ascii = true;

	if (!pattern_wants_folded(s->pattern))
		return false;
	for (size_t i = 0; i < len && is_ascii; i++)
		is_ascii = (unsigned char)text[i] < 0x80;
	if (is_ascii)
		return false;
	str_reset(&s->folded);
	str_reset(&s->map);
	return utf8_fold(&s->folded, &s->map, text, len);
}

/* One line; a match ends it all, a pause is gone on from. */
static enum pattern_answer
ask_line(struct sieve *s, const char *text, size_t len, int64_t until_us)
{
	enum pattern_answer answer = PATTERN_NOT_FOUND;

	if (!s->is_folded) {
		answer = find(s, text, len, until_us);
		s->was_too_hard |= answer == PATTERN_TOO_HARD;
		if (answer != PATTERN_NOT_FOUND && answer != PATTERN_TOO_HARD)
			return answer;
		s->is_hard = false;
	}
	s->is_folded = fold(s, text, len);
	if (!s->is_folded)
		return answer;
	answer = find(s, s->folded.data, s->folded.len, until_us);
	s->was_too_hard |= answer == PATTERN_TOO_HARD;
	return answer;
}

static void
leave_line(struct sieve *s, size_t next)
{
	s->at = next;
	s->is_folded = s->is_hard = false;
}

static enum sieve_answer
leave_text(struct sieve *s, bool is_found)
{
	bool was_too_hard = s->was_too_hard;

	leave_line(s, 0);
	s->was_too_hard = false;
	if (is_found)
		return SIEVE_LETS_THROUGH;
	return was_too_hard ? SIEVE_UNDECIDED : SIEVE_HOLDS;
}

void
sieve_forget(struct sieve *s)
{
	leave_text(s, false);
}

enum sieve_answer
sieve_ask(struct sieve *s, const char *text, size_t len, int64_t until_us)
{
	while (s->at < len) {
		const char *line = text + s->at;
		const char *end = memchr(line, '\n', len - s->at);
		size_t line_len = end ? (size_t)(end - line) : len - s->at;

		if (line_len == 0) {
			s->at++;
			continue;
		}
		switch (ask_line(s, line, line_len, until_us)) {
		case PATTERN_FOUND:
		case PATTERN_FOUND_SOMEWHERE:
			return leave_text(s, true);
		case PATTERN_PAUSED:
			return SIEVE_PAUSED;
		default:
			leave_line(s, s->at + line_len + 1);
		}
	}
	return leave_text(s, false);
}
