/* SPDX-License-Identifier: ISC */

/*
 * Any text as every text, name and date of an item: an entry of BibTeX keeps
 * its braces in pairs, as BibTeX counts them, each line of RIS is a tag and
 * its value, TY and ER stand where they must and once, what is CSL-JSON is
 * JSON, and all is well-formed.  The first bytes say the type, the first
 * variable and the date; a line is the text of one variable, in which tabs
 * are line feeds.
 */
#include "fuzz_text.h"

#include <string.h>

#include "base/json_check.h"
#include "base/utf8.h"
#include "cite/bibliography.h"

enum { HEAD_BYTES = 6, NAMES = 3 };

static void
check_braces(const char *text)
{
	int depth = 0;

	for (; *text; text++) {
		depth += (*text == '{') - (*text == '}');
		REQUIRE(depth >= 0);
	}
	REQUIRE(depth == 0);
}

static bool
is_capital_or_digit(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static void
check_ris(const char *text)
{
	unsigned lines = 0;

	REQUIRE(strncmp(text, "TY  - ", 6) == 0);
	while (*text) {
		const char *end = strchr(text, '\n');

		REQUIRE(end && end - text >= 6);
		REQUIRE(text[0] >= 'A' && text[0] <= 'Z');
		REQUIRE(is_capital_or_digit(text[1]));
		REQUIRE(memcmp(text + 2, "  - ", 4) == 0);
		REQUIRE((lines == 0) == (memcmp(text, "TY", 2) == 0));
		REQUIRE((end[1] == '\0') == (memcmp(text, "ER", 2) == 0));
		REQUIRE(!memchr(text, '\r', (size_t)(end - text)));
		text = end + 1;
		lines++;
	}
}

static void
check_json(const char *text)
{
	size_t at;

	REQUIRE(!json_check_find_fault(&at, text, strlen(text)));
}

static void
check(const struct csl_item *item, const char *csl)
{
	const struct bibliography_format *const *f = bibliography_get_formats();

	for (; *f; f++) {
		const char *name = bibliography_get_name(*f);
		struct str out;

		str_init(&out, 0);
		bibliography_add(&out, *f, item, csl);
		REQUIRE(strlen(out.data) == out.len);
		REQUIRE(utf8_find_invalid(out.data, out.len) == out.len);
		if (strncmp(name, "bib", 3) == 0)
			check_braces(out.data);
		else if (strcmp(name, "ris") == 0)
			check_ris(out.data);
		else
			check_json(out.data);
		str_clear(&out);
	}
}

static void
set_date(struct csl_date *date, const uint8_t *head)
{
	date->is_given = true;
	date->from = (struct csl_day){ (int)head[2] * 16 - 1000, head[3] % 13,
		head[4] % 32 };
	if (head[5] & 1)
		date->to = (struct csl_day){ 2000, head[5] % 13, 0 };
	date->season = head[5] >> 6;
	date->is_circa = head[5] & 2;
	date->is_open = head[5] & 4;
}

/* Each line is the text of the next variable, and a part of a name. */
static void
set_texts(struct csl_item *item, struct csl_name *names, char *text,
    unsigned first)
{
	unsigned v = first % CSL_TEXT_COUNT, line = 0;
	char *end;

	for (; text; text = end, line++) {
		struct csl_name *n = &names[line / 4 % NAMES];
		const char **parts[] = { &n->family, &n->given, &n->suffix,
			&n->non_dropping_particle };

		end = strchr(text, '\n');
		if (end)
			*end++ = '\0';
		for (char *tab = text; (tab = strchr(tab, '\t')) != NULL;)
			*tab = '\n';
		v = v + 1 < CSL_TEXT_COUNT ? v + 1 : CSL_NONE + 1;
		item->texts[v] = text;
		*parts[line % 4] = text;
	}
	names[NAMES - 1].literal = item->texts[v];
	item->id = item->texts[v];
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct csl_name names[NAMES] = { 0 };
	struct csl_item item = { 0 };
	struct csl_names all = { names, NAMES };
	struct str text;

	if (size < HEAD_BYTES)
		return 0;
	fuzz_text_make(&text, data + HEAD_BYTES, size - HEAD_BYTES);
	item.type = (enum csl_type)(data[0] % CSL_TYPE_COUNT);
	item.names[0] = all;
	item.names[data[1] % CSL_NAMES_COUNT] = all;
	for (int i = 0; i < CSL_DATE_COUNT; i++)
		set_date(&item.dates[i], data);
	check(&item, text.data);
	set_texts(&item, names, text.data, data[1]);
	check(&item, NULL);
	str_clear(&text);
	return 0;
}
