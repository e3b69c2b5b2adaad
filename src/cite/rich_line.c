/* SPDX-License-Identifier: ISC */
#include "cite/rich.h"

#include <stdbool.h>
#include <string.h>

static void
add_run(struct rich *out, const struct rich_run *like, const char *text,
    size_t len)
{
	size_t at = 0;

	while (at < len) {
		const char *feed = memchr(text + at, '\n', len - at);
		size_t end = feed ? (size_t)(feed - text) : len;

		rich_add_run(out, like, text + at, end - at);
		if (feed)
			rich_add_run(out, like, " ", 1);
		at = end + (feed != NULL);
	}
}

static bool
ends_in_space(const struct rich *r)
{
	return r->text.len > 0 && r->text.data[r->text.len - 1] == ' ';
}

/* Of all that is there: no style means the spaces at its end. */
static size_t
trim_length(const struct rich *text)
{
	size_t len = text->text.len;

	while (len > 0 && strchr(" \n", text->text.data[len - 1]))
		len--;
	return len;
}

void
rich_add_line(struct rich *out, const struct rich *text)
{
	size_t limit = trim_length(text);

	for (uint32_t i = 0; i < text->count; i++) {
		struct rich_run run = text->runs[i];
		const char *bytes = text->text.data + run.at;
		bool is_apart = i > 0 &&
		    run.display_number != text->runs[i - 1].display_number;

		if (run.at >= limit)
			break;
		if (run.len > limit - run.at)
			run.len = (uint32_t)(limit - run.at);
		run.display = RICH_INLINE;
		run.display_number = 0;
		if (is_apart && !ends_in_space(out) && *bytes != ' ')
			rich_add(out, 0, " ", 1);
		add_run(out, &run, bytes, run.len);
	}
}
