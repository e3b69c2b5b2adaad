/* SPDX-License-Identifier: ISC */
#include "list_filter.h"

#include <inttypes.h>

#include "alternatives.h"
#include "reader/sieve.h"

/* What is shown of an item, line by line, held against a pattern. */
struct wanted_match {
	struct sieve *sieve;
	const struct number_form *form;
	list_filter_add_lines *add_lines;
	struct str *lines;
	uint64_t *undecided;
};

static bool
matches(const void *item, const void *context)
{
	const struct wanted_match *wanted = context;
	enum sieve_answer answer;

	str_reset(wanted->lines);
	wanted->add_lines(wanted->lines, wanted->form, item);
	answer = sieve_ask(wanted->sieve, wanted->lines->data,
	    wanted->lines->len, INT64_MAX);
	*wanted->undecided += answer == SIEVE_UNDECIDED;
	return answer == SIEVE_LETS_THROUGH;
}

static void
complain_undecided(const struct list *list, uint64_t count)
{
	struct str line;

	if (count == 0)
		return;
	str_init(&line, 0);
	if (count == 1)
		str_add_text(&line,
		    "1 record too hard for this pattern: it may match or not");
	else
		str_add_format(&line,
		    "%" PRIu64
		    " records too hard for this pattern: they may "
		    "match or not",
		    count);
	output_complain(&list->cli->out, line.data);
	str_clear(&line);
}

enum status
list_filter_by_pattern(struct list *list, list_filter_add_lines *add_lines,
    struct error *err)
{
	static const struct pattern_options options = {
		.letters = PATTERN_SMART
	};
	const char *text = list->cli->options.values[OPTION_MATCHING];
	struct pattern *pattern;
	uint64_t undecided = 0;
	struct str lines;
	struct wanted_match wanted = {
		.form = collection_get_numbers(list->cli->collection),
		.add_lines = add_lines,
		.lines = &lines,
		.undecided = &undecided,
	};
	enum status status;

	if (!text)
		return STATUS_OK;
	status = alternatives_new(&pattern, &text, 1, &options, err);
	if (status)
		return status;
	wanted.sieve = sieve_take_pattern(pattern);
	str_init(&lines, 0);
	list_filter_keep(list, matches, &wanted);
	complain_undecided(list, undecided);
	str_clear(&lines);
	sieve_free(wanted.sieve);
	return STATUS_OK;
}
