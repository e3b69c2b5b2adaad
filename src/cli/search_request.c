/* SPDX-License-Identifier: ISC */
#include "search_request.h"

#include <inttypes.h>
#include <string.h>

#include "alternatives.h"
#include "base/str.h"
#include "reader/print.h"
#include "suggest.h"
#include "years.h"

static bool
is_given(const struct cli *cli, enum option option)
{
	return cli->options.given & OPTION_BIT(option);
}

/* What cannot be meant together. */
static enum status
check_together(const struct cli *cli, struct error *err)
{
	static const struct {
		enum option a, b;
	} pairs[] = {
		{ OPTION_COUNTING, OPTION_RECORDS },
		{ OPTION_COUNTING, OPTION_ONLY_MATCHING },
		{ OPTION_COUNTING, OPTION_NULL },
		{ OPTION_RECORDS, OPTION_ONLY_MATCHING },
		{ OPTION_INVERT_MATCH, OPTION_ONLY_MATCHING },
		{ OPTION_INVERT_MATCH, OPTION_RANKED },
		{ OPTION_NULL, OPTION_ONLY_MATCHING },
		{ OPTION_NULL, OPTION_FORMAT },
		{ OPTION_ONLY_MATCHING, OPTION_FORMAT },
	};

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		bool is_format = pairs[i].b == OPTION_FORMAT;

		if (!is_given(cli, pairs[i].a) || !is_given(cli, pairs[i].b) ||
		    (is_format && print_is_text(cli->format)))
			continue;
		return error_set(err, STATUS_INVALID,
		    "%s and %s do not go together",
		    options_get_name(pairs[i].a), options_get_name(pairs[i].b));
	}
	return STATUS_OK;
}

static enum status
read_limit(uint64_t *out, const struct cli *cli, struct error *err)
{
	const char *text = cli->options.values[OPTION_MAX_COUNT];

	*out = UINT64_MAX;
	if (!text)
		return STATUS_OK;
	if (!*text || text[strspn(text, "0123456789")])
		return cli_fail_value(cli, OPTION_MAX_COUNT,
		    "is no whole number", err);
	*out = strtoumax(text, NULL, 10);
	return STATUS_OK;
}

/* "topics" or "topic" */
static enum record_kind
find_kind(const char *word)
{
	const char *name;
	int kind = RECORD_TOPIC;

	for (; kind <= RECORD_DISAGREEMENT; kind++) {
		size_t len;

		name = record_get_name((enum record_kind)kind);
		len = strlen(name);
		if (strncmp(word, name, len) == 0 &&
		    (!word[len] || strcmp(word + len, "s") == 0))
			return (enum record_kind)kind;
	}
	return RECORD_NONE;
}

static enum status
read_kinds(unsigned *out, struct cli *cli, struct error *err)
{
	static const char *const names[] = { "topics", "figures", "measures",
		"sources", "events", "disagreements" };
	const char *text = cli->options.values[OPTION_IN];

	*out = 0;
	while (text) {
		size_t len = strcspn(text, ",");
		const char *word = arena_copy(&cli->arena, text, len);
		enum record_kind kind = find_kind(word);

		if (kind == RECORD_NONE)
			return suggest_fail(err, STATUS_INVALID,
			    "kind of record", word,
			    suggest_find(word, names,
				sizeof names / sizeof *names));
		*out |= 1u << kind;
		text = text[len] ? text + len + 1 : NULL;
	}
	return STATUS_OK;
}

static enum status
find_rows(struct scope *scope, struct cli *cli, struct error *err)
{
	enum status status = cli_find_row(&scope->topic, cli, OPTION_TOPIC,
	    RECORD_TOPIC, err);

	if (!status)
		status = cli_find_row(&scope->source, cli, OPTION_SOURCE,
		    RECORD_SOURCE, err);
	if (!status)
		status = cli_find_row(&scope->document, cli, OPTION_DOCUMENT,
		    RECORD_SOURCE, err);
	return status;
}

static enum status
read_options(struct search_request *out, struct cli *cli, struct error *err)
{
	enum status status = check_together(cli, err);
	struct years years;

	out->show = is_given(cli, OPTION_COUNTING) ? SEARCH_SHOW_COUNT :
	    is_given(cli, OPTION_RECORDS)          ? SEARCH_SHOW_RECORDS :
	    is_given(cli, OPTION_ONLY_MATCHING)    ? SEARCH_SHOW_PARTS :
						     SEARCH_SHOW_PASSAGES;
	out->is_inverted = is_given(cli, OPTION_INVERT_MATCH);
	out->is_ranked = is_given(cli, OPTION_RANKED);
	out->has_nul = is_given(cli, OPTION_NULL);
	out->scope.is_disagreeing = is_given(cli, OPTION_DISAGREEING);
	if (!status)
		status = read_limit(&out->limit, cli, err);
	if (!status)
		status = read_kinds(&out->scope.kinds, cli, err);
	if (!status)
		status = years_read(&years, cli, err);
	if (status)
		return status;
	out->scope.has_years = years.is_given;
	out->scope.year_from = years.from;
	out->scope.year_to = years.to;
	return STATUS_OK;
}

enum status
search_request_read(struct search_request *out, struct cli *cli,
    const char *const *patterns, int count, struct error *err)
{
	struct pattern_options options = {
		.letters = is_given(cli, OPTION_IGNORE_CASE) ?
		    PATTERN_CASELESS :
		    is_given(cli, OPTION_CASE_SENSITIVE) ? PATTERN_CASEFUL :
							   PATTERN_SMART,
		.is_literal = is_given(cli, OPTION_FIXED_STRINGS),
		.is_word = is_given(cli, OPTION_WORD_REGEXP),
		.is_exact = is_given(cli, OPTION_EXACT),
	};
	enum status status;

	*out = (struct search_request){ .limit = UINT64_MAX };
	status = read_options(out, cli, err);
	if (!status)
		status = alternatives_new(&out->pattern, patterns, count,
		    &options, err);
	if (status)
		return status;
	status = cli_open(cli, err);
	if (!status)
		status = find_rows(&out->scope, cli, err);
	if (status) {
		pattern_free(out->pattern);
		out->pattern = NULL;
	}
	return status;
}
