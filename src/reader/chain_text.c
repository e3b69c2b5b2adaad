/* SPDX-License-Identifier: ISC */
#include "reader/chain_text.h"

#include <stdbool.h>
#include <string.h>

static bool
is_word_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || c == '_';
}

/* Whether a key needs no braces: words with single punctuation between. */
static bool
is_bare_key(const char *key)
{
	bool may_be_punctuation = false;

	for (; *key; key++) {
		if (is_word_char(*key))
			may_be_punctuation = true;
		else if (may_be_punctuation && strchr(":.#$%&-+?/", *key) &&
		    key[1])
			may_be_punctuation = false;
		else
			return false;
	}
	return may_be_punctuation;
}

static void
add_quoted(struct str *out, const char *text)
{
	str_add_char(out, '"');
	for (; *text; text++) {
		if (*text == '"' || *text == '\\')
			str_add_char(out, '\\');
		str_add_char(out, *text);
	}
	str_add_char(out, '"');
}

static void
add_who(struct str *out, const struct step *step)
{
	if (step->role == STEP_IDENTIFIED_AS)
		str_add_char(out, '~');
	if (step->role == STEP_SPOKEN_BY)
		str_add_char(out, '!');
	if (!step->key)
		add_quoted(out, step->text ? step->text : "");
	else if (is_bare_key(step->key))
		str_add_format(out, "@%s", step->key);
	else
		str_add_format(out, "@{%s}", step->key);
}

/* Only what is not said anyway: the first step is seen, later ones not. */
static void
add_flags(struct str *out, const struct step *step)
{
	enum step_seen usual = step->role == STEP_STATED_IN ? SEEN_YES :
							      SEEN_NO;

	if (step->seen != usual)
		str_add_text(out,
		    step->seen == SEEN_PART    ? " part" :
			step->seen == SEEN_YES ? " seen" :
						 " unseen");
	if (step->is_carried)
		str_add_text(out, " carried");
}

/*
 * Whether the text behind the last space is a flag, or that before the first
 * one a label: both would be read as such.
 */
static bool
needs_quotes(const struct step *step)
{
	static const char *const flags[] = { "seen", "unseen", "part",
		"carried" };
	const char *value = step->locator_value;
	const char *last = strrchr(value, ' ');

	if (!*value || strpbrk(value, ";[]\"\\<,\n") || value[0] == ' ' ||
	    (last && !last[1]))
		return true;
	if (last) {
		for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
			if (strcmp(last + 1, flags[i]) == 0)
				return true;
		}
	}
	return !*step->locator_label &&
	    citation_find_locator_label(value,
		(uint32_t)strcspn(value, " 0123456789")) != NULL;
}

static void
add_locator_as_written(struct str *out, const struct step *step)
{
	if (!step->locator_value)
		return;
	str_add_text(out, ", ");
	if (step->locator_label && *step->locator_label)
		str_add_format(out, "%s ",
		    citation_get_locator_short(step->locator_label));
	if (needs_quotes(step))
		add_quoted(out, step->locator_value);
	else
		str_add_text(out, step->locator_value);
}

void
chain_text_add_locator(struct str *out, const struct step *step)
{
	const char *label = step->locator_label;

	if (!step->locator_value)
		return;
	if (label && *label)
		str_add_format(out, "%s ", citation_get_locator_short(label));
	str_add_text(out, step->locator_value);
}

void
chain_text_add(struct str *out, const struct citation *citations,
    uint32_t count)
{
	if (count == 0)
		return;
	str_add_char(out, '[');
	for (uint32_t i = 0; i < count; i++) {
		const struct citation *c = &citations[i];

		if (i > 0)
			str_add_text(out, "; ");
		for (uint32_t j = 0; j < c->step_count; j++) {
			if (j > 0)
				str_add_text(out, " <- ");
			add_who(out, &c->steps[j]);
			add_flags(out, &c->steps[j]);
			add_locator_as_written(out, &c->steps[j]);
		}
	}
	str_add_char(out, ']');
}
