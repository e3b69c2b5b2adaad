/* SPDX-License-Identifier: ISC */
#include "list_filter.h"

#include <inttypes.h>
#include <string.h>

#include "alternatives.h"
#include "base/utf8.h"

/* What is shown of an item, line by line, held against a pattern. */

struct wanted_match {
	struct pattern *pattern;
	const struct number_form *form;
	void (*add_lines)(struct str *out, const struct number_form *form,
	    const void *item);
	struct str *lines, *folded, *map;
	uint64_t *too_hard;
};

static enum pattern_answer
look_in(struct pattern *pattern, const char *text, size_t len)
{
	struct pattern_effort effort = { 0 };
	struct pattern_range range;
	enum pattern_answer answer = pattern_find(pattern, text, len, 0,
	    &range);

	return answer == PATTERN_TOO_HARD ?
	    pattern_find_hard(pattern, text, len, &effort, 0) :
	    answer;
}

static bool
is_found(enum pattern_answer answer)
{
	return answer == PATTERN_FOUND || answer == PATTERN_FOUND_SOMEWHERE;
}

/* Its text or, where the pattern wants that, its text without accents. */
static bool
line_matches(const struct wanted_match *wanted, const char *text, size_t len,
    bool *is_hard)
{
	enum pattern_answer answer = look_in(wanted->pattern, text, len);

	*is_hard |= answer == PATTERN_TOO_HARD;
	if (is_found(answer) || !pattern_wants_folded(wanted->pattern))
		return is_found(answer);
	str_reset(wanted->folded);
	str_reset(wanted->map);
	if (!utf8_fold(wanted->folded, wanted->map, text, len))
		return false;
	answer = look_in(wanted->pattern, wanted->folded->data,
	    wanted->folded->len);
	*is_hard |= answer == PATTERN_TOO_HARD;
	return is_found(answer);
}

static bool
matches(const void *item, const void *context)
{
	const struct wanted_match *wanted = context;
	const char *line, *end;
	bool is_hard = false;

	str_reset(wanted->lines);
	wanted->add_lines(wanted->lines, wanted->form, item);
	end = wanted->lines->data + wanted->lines->len;
	for (line = wanted->lines->data; line < end;) {
		const char *stop = memchr(line, '\n', (size_t)(end - line));

		stop = stop ? stop : end;
		if (stop > line &&
		    line_matches(wanted, line, (size_t)(stop - line), &is_hard))
			return true;
		line = stop + 1;
	}
	*wanted->too_hard += is_hard;
	return false;
}

static void
complain_too_hard(const struct list *list, uint64_t count)
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
list_filter_by_pattern(struct list *list,
    void (*add_lines)(struct str *out, const struct number_form *form,
	const void *item),
    struct error *err)
{
	static const struct pattern_options options = {
		.letters = PATTERN_SMART
	};
	const char *text = list->cli->options.values[OPTION_MATCHING];
	struct str lines, folded, map;
	uint64_t too_hard = 0;
	struct wanted_match wanted = {
		.form = collection_get_numbers(list->cli->collection),
		.add_lines = add_lines,
		.lines = &lines,
		.folded = &folded,
		.map = &map,
		.too_hard = &too_hard,
	};
	enum status status;

	if (!text)
		return STATUS_OK;
	status = alternatives_new(&wanted.pattern, &text, 1, &options, err);
	if (status)
		return status;
	str_init(&lines, 0);
	str_init(&folded, 0);
	str_init(&map, 0);
	list_filter_keep(list, matches, &wanted);
	complain_too_hard(list, too_hard);
	str_clear(&lines);
	str_clear(&folded);
	str_clear(&map);
	pattern_free(wanted.pattern);
	return STATUS_OK;
}
