/* SPDX-License-Identifier: ISC */

/*
 * Any bytes: what is laid out is clean text in NFC, each item's bytes are
 * those at its place and, read alone, give the same item; and what was
 * passed over was said.
 */
#include "fuzz.h"

#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "compile/csl_json.h"
#include "compile/diagnose.h"

static const char *const kinds[] = { "article", "report", "book", "website",
	"law", "treaty", "resolution", "organisation", "person", "outlet" };

/* NULL is fine; what must be there is asked for apart. */
static void
check_text(const char *text, bool is_long)
{
	const char *end = text != NULL ? text + strlen(text) : NULL;
	int32_t code_point;

	for (const char *at = text; at < end;) {
		at += utf8_decode(&code_point, at, end);
		REQUIRE(!utf8_is_control(code_point) ||
		    (is_long && (code_point == '\n' || code_point == '\t')));
	}
	if (text != NULL)
		REQUIRE(utf8_is_nfc(text, strlen(text)));
}

static void
check_name(const struct csl_item_name *n)
{
	check_text(n->name.family, false);
	check_text(n->name.given, false);
	check_text(n->name.suffix, false);
	check_text(n->name.dropping_particle, false);
	check_text(n->name.non_dropping_particle, false);
	check_text(n->name.literal, false);
	REQUIRE(n->number > 0);
	REQUIRE(n->name.family != NULL || n->name.given != NULL ||
	    n->name.literal != NULL);
}

static void
check_date(const struct source_date *d)
{
	check_text(d->season, false);
	check_text(d->literal, false);
	REQUIRE(d->year != 0 || d->literal != NULL);
	REQUIRE(d->year > -10000 && d->year < 10000);
	REQUIRE(d->month >= 0 && d->month <= 12);
	REQUIRE(d->day >= 0 && d->day <= 31);
	REQUIRE(d->end_month >= 0 && d->end_month <= 12);
	REQUIRE(d->end_day >= 0 && d->end_day <= 31);
	REQUIRE(d->day == 0 || d->month != 0);
	REQUIRE(d->end_year == 0 || d->end_year >= d->year);
}

static void
check_variables(const struct csl_item *item)
{
	for (uint32_t i = 0; i < item->variable_count; i++) {
		check_text(item->variables[i].value, true);
		REQUIRE(item->variables[i].value[0] != '\0');
		for (uint32_t k = 0; k < i; k++)
			REQUIRE(strcmp(item->variables[i].variable,
				    item->variables[k].variable) != 0);
	}
}

static void
check_item(const struct csl_item *item)
{
	size_t kind = 0;

	check_text(item->key, false);
	check_text(item->type, false);
	check_text(item->name, false);
	check_text(item->certainty, false);
	check_text(item->found_at, false);
	check_text(item->copy_of, false);
	check_text(item->institution, false);
	check_text(item->title, false);
	check_text(item->label, false);
	REQUIRE(item->key[0] != '\0');
	REQUIRE(item->label[0] != '\0' && item->title[0] != '\0');
	while (strcmp(kinds[kind], item->kind) != 0)
		REQUIRE(++kind < sizeof(kinds) / sizeof(*kinds));
	check_variables(item);
	for (uint32_t i = 0; i < item->name_count; i++)
		check_name(&item->names[i]);
	for (uint32_t i = 0; i < item->date_count; i++)
		check_date(&item->dates[i].date);
}

/* The item's bytes stand at its place, and give the same item again. */
static void
check_bytes(const struct csl_item *item, const struct line_table *lines,
    size_t *from, struct arena *arena)
{
	struct csl_item *again;
	struct diagnose d;
	struct place place;
	struct str text;
	uint32_t count;
	size_t len = strlen(item->json);

	do {
		place = line_table_find(lines, "f", (*from)++);
	} while (place.line != item->place.line ||
	    place.column != item->place.column);
	(*from)--;
	while (((unsigned char)lines->text[*from] & 0xc0) == 0x80)
		(*from)++;
	if (*from == 0)
		*from = 3; /* a byte order mark has the same place */
	REQUIRE(*from + len <= lines->len);
	REQUIRE(memcmp(lines->text + *from, item->json, len) == 0);
	diagnose_init(&d);
	str_init(&text, 0);
	str_add_format(&text, "[%s]", item->json);
	csl_json_read(&again, &count, text.data, text.len, "f", &d, arena);
	REQUIRE(count == 1);
	REQUIRE(strcmp(again->key, item->key) == 0);
	REQUIRE(strcmp(again->label, item->label) == 0);
	REQUIRE(again->variable_count == item->variable_count);
	REQUIRE(again->name_count == item->name_count);
	REQUIRE(again->date_count == item->date_count);
	str_clear(&text);
	diagnose_clear(&d);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = size > 0 ? (const char *)data : "";
	struct arena arena = { 0 };
	struct line_table lines;
	struct csl_item *items;
	struct diagnose d;
	uint32_t count;
	size_t from = 0;

	diagnose_init(&d);
	csl_json_read(&items, &count, text, size, "f", &d, &arena);
	REQUIRE(size > 0 || d.errors > 0);
	line_table_init(&lines, text, size, 1);
	for (uint32_t i = 0; i < count; i++) {
		check_item(&items[i]);
		check_bytes(&items[i], &lines, &from, &arena);
	}
	line_table_clear(&lines);
	diagnose_clear(&d);
	arena_clear(&arena);
	return 0;
}
