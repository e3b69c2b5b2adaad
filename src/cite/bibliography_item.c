/* SPDX-License-Identifier: ISC */
#include "bibliography_private.h"

#include <string.h>

#include "base/utf8.h"
#include "mark.h"

/* What ends a line for some reader, and no text needs. */
static bool
is_break(int32_t c)
{
	return utf8_is_control(c) || c == 0x2028 || c == 0x2029;
}

void
bibliography_add_line(struct str *out, const char *text, size_t len)
{
	const char *end = text + len, *start;
	bool is_space = false, has_any = false;

	while (text < end) {
		int32_t c;

		start = text;
		text += utf8_decode(&c, text, end);
		if (c == ' ' || is_break(c)) {
			is_space = has_any;
			continue;
		}
		if (is_space)
			str_add_char(out, ' ');
		str_add(out, start, (size_t)(text - start));
		is_space = false;
		has_any = true;
	}
}

void
bibliography_add_plain(struct str *out, const char *text)
{
	struct arena arena = { 0 };
	struct mark *marks;
	uint32_t count = mark_find(&marks, &arena, text, strlen(text));
	struct str bare;
	size_t at = 0;

	str_init(&bare, 0);
	for (uint32_t i = 0; i < count; i++) {
		if (!marks[i].is_paired || marks[i].kind == MARK_QUOTE)
			continue;
		str_add(&bare, text + at, marks[i].at - at);
		at = marks[i].at + marks[i].len;
	}
	str_add_text(&bare, text + at);
	bibliography_add_line(out, bare.data, bare.len);
	str_clear(&bare);
	arena_clear(&arena);
}

const char *
bibliography_get_text(const struct csl_item *item, enum csl_variable v)
{
	const char *text = item->texts[v];

	return text && *text ? text : NULL;
}

enum csl_variable
bibliography_get_authors(const struct csl_item *item)
{
	static const unsigned char makers[] = { CSL_AUTHOR, CSL_DIRECTOR,
		CSL_COMPOSER, CSL_PERFORMER, CSL_SERIES_CREATOR,
		CSL_SCRIPT_WRITER, CSL_HOST, CSL_PRODUCER };

	for (size_t i = 0; i < sizeof makers; i++) {
		enum csl_variable v = (enum csl_variable)makers[i];

		if (csl_item_get_names(item, v)->count > 0)
			return v;
		/* A book's editors are no less than its producer. */
		if (i == 0 && csl_item_get_names(item, CSL_EDITOR)->count > 0)
			return CSL_NONE;
	}
	return CSL_NONE;
}

static void
add_word(struct str *out, size_t start, const char *word)
{
	if (!word || !*word)
		return;
	/* "d'" and "l’" stand right before the name. */
	if (out->len > start && out->data[out->len - 1] != '\'' &&
	    (out->len < 3 ||
		memcmp(out->data + out->len - 3, "\u2019", 3) != 0))
		str_add_char(out, ' ');
	bibliography_add_line(out, word, strlen(word));
}

void
bibliography_add_names(struct str *out, const struct csl_names *names)
{
	for (uint32_t i = 0; i < names->count; i++) {
		const struct csl_name *n = &names->names[i];
		size_t start;

		if (i > 0)
			str_add_text(out, ", ");
		start = out->len;
		add_word(out, start, n->literal);
		add_word(out, start, n->given);
		add_word(out, start, n->dropping_particle);
		add_word(out, start, n->non_dropping_particle);
		add_word(out, start, n->family);
		add_word(out, start, n->suffix);
	}
}

void
bibliography_add_role(struct str *out, enum csl_variable v)
{
	const char *name = csl_get_variable_name(v);

	str_add_char(out, (char)(*name - 'a' + 'A'));
	for (name++; *name; name++)
		str_add_char(out, (char)(*name == '-' ? ' ' : *name));
}

bool
bibliography_split_pages(const char *pages, size_t *first_len,
    const char **last)
{
	static const char *const dashes[] = { "\u2013", "\u2014", "--", "-" };

	for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
		const char *dash = strstr(pages, dashes[i]);
		const char *after = dash ? dash + strlen(dashes[i]) : NULL;

		if (!dash)
			continue;
		if (strstr(after, dashes[i]) || strpbrk(pages, ",;& "))
			return false;
		*first_len = (size_t)(dash - pages);
		*last = after;
		return dash > pages && *after;
	}
	return false;
}

enum csl_type
bibliography_get_type(const struct csl_item *item)
{
	if (item->type == CSL_TYPE_ARTICLE &&
	    bibliography_get_text(item, CSL_CONTAINER_TITLE))
		return CSL_TYPE_ARTICLE_JOURNAL;
	return item->type;
}
