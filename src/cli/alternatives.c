/* SPDX-License-Identifier: ISC */
#include "alternatives.h"

#include <stdbool.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "suggest.h"

/* "pattern, character 9: missing closing parenthesis" */
static enum status
fail(const char *text, size_t at, int number, struct error *err)
{
	const char *end = text + at, *p = text;
	struct error cause = *err;
	unsigned long characters = 0;
	struct str line;

	if (cause.status != STATUS_INVALID)
		return cause.status;
	while (p < end) {
		int32_t c;

		p += utf8_decode(&c, p, end);
		characters++;
	}
	str_init(&line, 0);
	str_add_text(&line, "pattern");
	if (number > 0)
		str_add_format(&line, " %d", number);
	/* PCRE2 points behind the last character that it read. */
	if (*text)
		str_add_format(&line, ", character %lu",
		    characters ? characters : 1);
	error_set(err, STATUS_INVALID, "%s: %s", line.data, cause.message);
	str_clear(&line);
	return STATUS_INVALID;
}

static enum status
compile(struct pattern **out, const char *text, int number,
    const struct pattern_options *options, struct error *err)
{
	size_t len = strlen(text), at = 0;
	enum status status = pattern_new(out, text, len, options, &at, err);

	return status ? fail(text, at < len ? at : len, number, err) : status;
}

/* Groups that mean the same wherever they stand: "(?:", "(?<!", "(?i)". */
static size_t
count_plain_group(const char *text)
{
	static const char *const plain[] = { "(?:", "(?=", "(?!", "(?>",
		"(?<=", "(?<!" };
	size_t len = 2;

	if (text[1] != '?')
		return text[1] == '*' ? 0 : 1;
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
		if (strncmp(text, plain[i], strlen(plain[i])) == 0)
			return strlen(plain[i]);
	}
	len += strspn(text + 2, "imsnU-");
	return text[len] == ')' || text[len] == ':' ? len + 1 : 0;
}

/* A backslash and what follows, but for references, \Q and \c. */
static size_t
count_plain_escape(const char *text)
{
	return text[1] && !strchr("123456789gkQEc", text[1]) ? 2 : 0;
}

/*
 * Where the first thing stands that would reach out of its alternative, or
 * NULL.  What only looks like it, inside a class, is refused with it.
 */
static const char *
find_unjoinable(const char *text)
{
	while (*text) {
		size_t len = 1;

		if (*text == '\\')
			len = count_plain_escape(text);
		else if (*text == '(')
			len = count_plain_group(text);
		if (len == 0)
			return text;
		text += len;
	}
	return NULL;
}

static enum status
check_alternative(const char *text, int number,
    const struct pattern_options *options, struct error *err)
{
	struct pattern *alone;
	const char *at;
	enum status status = compile(&alone, text, number, options, err);

	if (status)
		return status;
	pattern_free(alone);
	at = options->is_literal ? NULL : find_unjoinable(text);
	if (!at)
		return STATUS_OK;
	return error_set(err, STATUS_INVALID,
	    "pattern %d: %.*s cannot stand in one of several patterns", number,
	    *at == '(' ? 3 : 2, at);
}

static void
add_alternative(struct str *out, const char *text, bool is_literal)
{
	str_add_text(out, out->len > 0 ? "|(?:" : "(?:");
	if (is_literal)
		pattern_add_literal(out, text, strlen(text));
	else
		str_add_text(out, text);
	str_add_char(out, ')');
}

enum status
alternatives_new(struct pattern **out, const char *const *patterns, int count,
    const struct pattern_options *options, struct error *err)
{
	struct pattern_options joined_options = *options;
	enum status status = STATUS_OK;
	struct str joined;

	if (count == 1)
		return compile(out, patterns[0], 0, options, err);
	str_init(&joined, 0);
	for (int i = 0; i < count && !status; i++) {
		status = check_alternative(patterns[i], i + 1, options, err);
		add_alternative(&joined, patterns[i], options->is_literal);
	}
	joined_options.is_literal = false;
	if (!status)
		status = compile(out, joined.data, 0, &joined_options, err);
	str_clear(&joined);
	return status;
}
