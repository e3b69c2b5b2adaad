/* SPDX-License-Identifier: ISC */
#include "suggest.h"

#include <stdbool.h>
#include <string.h>

#include "base/utf8.h"

enum { SHOWN_BYTES = 60, LONGEST_SLUG_BYTES = 512, SHORTEST_PART_BYTES = 3 };

/*
 * The nearest within a letter in three; where none is so near, the first
 * that contains the word ("pay" in "worker-pay").
 */
const char *
suggest_find(const char *word, const char *const *known, size_t count)
{
	size_t len = strlen(word);
	size_t limit = len < 6 ? 1 : len / 3;
	const char *nearest = NULL, *containing = NULL;

	for (size_t i = 0; i < count; i++) {
		size_t distance = str_get_distance(word, len, known[i],
		    strlen(known[i]), limit);

		if (!containing && len >= SHORTEST_PART_BYTES &&
		    strstr(known[i], word))
			containing = known[i];
		if (distance > limit)
			continue;
		nearest = known[i];
		if (distance == 0)
			break;
		limit = distance - 1;
	}
	return nearest ? nearest : containing;
}

void
suggest_add_quoted(struct str *out, const char *word)
{
	size_t len = strlen(word);
	size_t shown = len;

	if (len > SHOWN_BYTES)
		shown = utf8_find_start(word, SHOWN_BYTES);
	str_add_char(out, '\'');
	str_add(out, word, shown);
	str_add_text(out, shown < len ? "...'" : "'");
}

enum status
suggest_fail(struct error *err, enum status status, const char *what,
    const char *word, const char *nearest)
{
	struct str line;

	str_init(&line, 0);
	str_add_format(&line, "unknown %s ", what);
	suggest_add_quoted(&line, word);
	if (nearest) {
		str_add_text(&line, "; did you mean ");
		suggest_add_quoted(&line, nearest);
		str_add_char(&line, '?');
	}
	error_set(err, status, "%s", line.data);
	str_clear(&line);
	return status;
}

enum status
suggest_check_text(const char *word, struct error *err)
{
	struct str line;

	if (utf8_find_invalid(word, strlen(word)) == strlen(word))
		return STATUS_OK;
	str_init(&line, 0);
	suggest_add_quoted(&line, word);
	error_set(err, STATUS_INVALID, "%s is not valid UTF-8", line.data);
	str_clear(&line);
	return STATUS_INVALID;
}

enum status
suggest_check_slug(const char *what, const char *slug, struct error *err)
{
	enum status status = suggest_check_text(slug, err);
	struct str line;

	if (status)
		return status;
	if (!*slug)
		return error_set(err, STATUS_INVALID, "the %s is empty", what);
	if (strlen(slug) <= LONGEST_SLUG_BYTES)
		return STATUS_OK;
	str_init(&line, 0);
	suggest_add_quoted(&line, slug);
	error_set(err, STATUS_INVALID, "the %s %s is longer than %d bytes",
	    what, line.data, LONGEST_SLUG_BYTES);
	str_clear(&line);
	return STATUS_INVALID;
}
