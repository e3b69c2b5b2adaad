/* SPDX-License-Identifier: ISC */
#include "capital.h"

#include <string.h>

#include "base/utf8.h"

/*
 * A walk over the items of a pattern (pcre2pattern(3)).  It need not know
 * what they mean, only where the letters of names end.
 */
struct walk {
	const char *at;
	const char *end;
};

static bool
is_next(const struct walk *w, const char *text)
{
	size_t len = strlen(text);

	return (size_t)(w->end - w->at) >= len && memcmp(w->at, text, len) == 0;
}

/* Behind the first of these bytes, or at the end. */
static void
skip_behind(struct walk *w, const char *text)
{
	while (w->at < w->end && !is_next(w, text))
		w->at++;
	w->at += w->at < w->end ? strlen(text) : 0;
}

/* A name between signs: {...}, <...> or '...'. */
static bool
skip_name(struct walk *w)
{
	static const char *const signs[] = { "{}", "<>", "''" };

	if (w->at >= w->end)
		return false;
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		const char close[] = { signs[i][1], '\0' };

		if (*w->at != signs[i][0])
			continue;
		w->at++;
		skip_behind(w, close);
		return true;
	}
	return false;
}

static bool
is_capital_next(struct walk *w)
{
	int32_t code_point;

	w->at += utf8_decode(&code_point, w->at, w->end);
	return utf8_is_upper(code_point);
}

/* What is quoted with \Q stands for itself. */
static bool
is_capital_quoted(struct walk *w)
{
	while (w->at < w->end && !is_next(w, "\\E")) {
		if (is_capital_next(w))
			return true;
	}
	w->at += w->at < w->end ? 2 : 0;
	return false;
}

/* Behind a backslash. */
static bool
is_capital_escaped(struct walk *w)
{
	char letter = *w->at++;

	if (letter == 'Q')
		return is_capital_quoted(w);
	if (letter == 'c' && w->at < w->end)
		w->at++;
	else if (strchr("pPNxogk", letter) && !skip_name(w) &&
	    strchr("pP", letter) && w->at < w->end)
		w->at++; /* \pL */
	else if (letter == 'x')
		while (
		    w->at < w->end && strchr("0123456789ABCDEFabcdef", *w->at))
			w->at++;
	return false;
}

/* (*pla:Kim) and its kind: verbs are written in capitals. */
static bool
is_assertion_in_words(const struct walk *w)
{
	return is_next(w, "*") && w->end - w->at > 1 && w->at[1] >= 'a' &&
	    w->at[1] <= 'z';
}

/* [:alpha:], where it ends. */
static bool
skip_class_name(struct walk *w)
{
	struct walk from = *w;

	if (!is_next(w, "[:"))
		return false;
	w->at += 2;
	while (w->at < w->end &&
	    ((*w->at >= 'a' && *w->at <= 'z') || *w->at == '^'))
		w->at++;
	if (is_next(w, ":]"))
		return true;
	*w = from;
	return false;
}

/* Behind "(": a verb, a comment, a name. */
static void
skip_opening(struct walk *w)
{
	static const char *const named[] = { "?P<", "?P=", "?P>", "?&", "?'",
		"?(<", "?('", "?(R", "?(DEFINE" };

	if (is_assertion_in_words(w)) {
		skip_behind(w, ":");
		return;
	}
	if (is_next(w, "*") || is_next(w, "?#")) {
		skip_behind(w, ")");
		return;
	}
	if (is_next(w, "?<") && !is_next(w, "?<=") && !is_next(w, "?<!")) {
		skip_behind(w, ">");
		return;
	}
	for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
		if (!is_next(w, named[i]))
			continue;
		w->at += strlen(named[i]);
		while (w->at < w->end && !strchr(">')", *w->at))
			w->at++;
		return;
	}
	/* (?J) and (?U), not (?U:Kim): the letters before the colon. */
	if (is_next(w, "?"))
		while (w->at < w->end && strchr("?^aimnsxJRU-", *w->at))
			w->at++;
}

bool
capital_is_meant(const char *pattern, size_t len)
{
	struct walk w = { pattern, pattern + len };

	while (w.at < w.end) {
		if (*w.at == '\\') {
			w.at++;
			if (w.at < w.end && is_capital_escaped(&w))
				return true;
		} else if (*w.at == '(') {
			w.at++;
			skip_opening(&w);
		} else if (skip_class_name(&w)) {
			w.at += 2;
		} else if (is_capital_next(&w)) {
			return true;
		}
	}
	return false;
}

bool
capital_is_there(const char *text, size_t len)
{
	struct walk w = { text, text + len };

	while (w.at < w.end) {
		if (is_capital_next(&w))
			return true;
	}
	return false;
}
