/* SPDX-License-Identifier: ISC */
#include "chain_step.h"

#include <string.h>

static const char *
take_word(struct chain_reader *r)
{
	return arena_copy(r->arena, r->word.data, r->word.len);
}

static bool
read_who(struct chain_reader *r, struct step *step, bool is_first)
{
	int c = chain_reader_peek(r);

	if (c == CHAIN_READER_END)
		return chain_reader_fail_unclosed(r);
	if (is_first && c != '@')
		return chain_reader_fail(r, r->at,
		    "a chain begins with @ and the document that was read");
	if (c == '@') {
		r->at++;
		return chain_reader_read_key(r, &step->key);
	}
	if (c != '"')
		return chain_reader_fail(r, r->at,
		    "expected @ and a key, or text in quotation marks");
	if (!chain_reader_read_quoted(r))
		return false;
	if (r->word.len == 0)
		return chain_reader_fail(r, r->at - 1, "text is empty");
	step->text = take_word(r);
	return true;
}

static const struct flag {
	const char *name;
	bool is_carried;
	enum step_seen seen;
} flags[] = {
	{ "seen", false, SEEN_YES },
	{ "unseen", false, SEEN_NO },
	{ "part", false, SEEN_PART },
	{ "carried", true, SEEN_NO },
};

enum { FLAG_COUNT = sizeof flags / sizeof *flags };

static const struct flag *
find_flag(const char *text, size_t len)
{
	for (size_t i = 0; i < FLAG_COUNT; i++) {
		if (strlen(flags[i].name) == len &&
		    memcmp(flags[i].name, text, len) == 0)
			return &flags[i];
	}
	return NULL;
}

static bool
take_flag(struct chain_reader *r, struct step *step, const struct flag *flag,
    bool *has_seen)
{
	bool is_first = step->role == STEP_STATED_IN;

	if (is_first && flag->is_carried)
		return chain_reader_fail(r, r->at,
		    "the document that was read is not carried");
	if (flag->is_carried) {
		step->is_carried = true;
		return true;
	}
	if (*has_seen)
		return chain_reader_fail(r, r->at,
		    "only one of seen, unseen and part can be said");
	*has_seen = true;
	step->seen = flag->seen;
	return true;
}

static bool
read_flags(struct chain_reader *r, struct step *step)
{
	bool has_seen = false;

	while (chain_reader_skip_white(r) &&
	    chain_reader_is_letter(chain_reader_peek(r))) {
		const struct flag *flag;
		size_t end = r->at;

		while (end < r->len && chain_reader_is_letter(r->text[end]))
			end++;
		flag = find_flag(r->text + r->at, end - r->at);
		if (!flag)
			return chain_reader_fail(r, r->at,
			    "expected seen, unseen, part or carried, or a "
			    "comma before a locator");
		if (!take_flag(r, step, flag, &has_seen))
			return false;
		r->at = end;
	}
	return true;
}

/*
 * The label that a locator begins with: its first word ("sec.", "page"), or
 * the part of it before a digit ("p.12").  NULL where there is none; *len is
 * its bytes.
 */
static const char *
find_label(const struct chain_reader *r, size_t *len)
{
	const char *word = r->text + r->at;
	size_t have = r->len - r->at;
	size_t end = 0;

	while (end < have && !chain_reader_is_digit(word[end]) &&
	    !strchr(" \t\n;]\"[", word[end]))
		end++;
	*len = end;
	if (end > 32)
		return NULL;
	if (end > 0 && end < have && chain_reader_is_digit(word[end]) &&
	    chain_reader_is_letter(word[end - 1]))
		return NULL;
	return citation_find_locator_label(word, (uint32_t)end);
}

/* Whoever writes a flag behind the locator wants it to be one. */
static bool
ends_with_flag(const struct str *word)
{
	size_t at = word->len;

	while (at > 0 && chain_reader_is_letter(word->data[at - 1]))
		at--;
	return at > 0 && word->data[at - 1] == ' ' &&
	    find_flag(word->data + at, word->len - at);
}

static bool
read_locator_value(struct chain_reader *r)
{
	size_t begin = r->at;

	if (chain_reader_peek(r) == '"')
		return chain_reader_read_quoted(r);
	if (!chain_reader_read_open(r))
		return false;
	if (!ends_with_flag(&r->word))
		return true;
	r->at = begin;
	return chain_reader_fail(r, begin,
	    "a flag stands before the comma "
	    "(quote a locator that ends with such a word)");
}

/* Behind the comma.  A locator that is quoted as a whole is text. */
static bool
read_locator(struct chain_reader *r, struct step *step)
{
	size_t label_len, begin;

	chain_reader_skip_white(r);
	begin = r->at;
	step->locator_label = find_label(r, &label_len);
	if (step->locator_label) {
		r->at += label_len;
		chain_reader_skip_white(r);
	} else {
		step->locator_label = "";
	}
	if (!read_locator_value(r))
		return false;
	if (r->word.len == 0)
		return chain_reader_fail(r, begin, "locator is empty");
	step->locator_value = take_word(r);
	return true;
}

bool
chain_step_read(struct chain_reader *r, struct step *step, bool is_first)
{
	int c = chain_reader_peek(r);

	*step = (struct step){ .role = is_first ? STEP_STATED_IN :
						  STEP_CREDITED_TO,
		.seen = is_first ? SEEN_YES : SEEN_NO };
	if (!is_first && (c == '~' || c == '!')) {
		step->role = c == '~' ? STEP_IDENTIFIED_AS : STEP_SPOKEN_BY;
		r->at++;
	}
	if (!read_who(r, step, is_first) || !read_flags(r, step))
		return false;
	if (chain_reader_peek(r) != ',')
		return true;
	r->at++;
	return read_locator(r, step);
}
