/* SPDX-License-Identifier: ISC */

/*
 * Any bytes: an item has an id, its texts are clean, in NFC and not empty,
 * its names have something to show, its dates are dates.
 */
#include "fuzz.h"

#include <string.h>

#include "base/utf8.h"
#include "store/collection_csl.h"

static void
check_text(const char *text)
{
	const char *end = text != NULL ? text + strlen(text) : NULL;
	int32_t code_point;

	REQUIRE(text == NULL || *text != '\0');
	for (const char *at = text; at < end;) {
		at += utf8_decode(&code_point, at, end);
		REQUIRE(!utf8_is_control(code_point));
	}
	if (text != NULL)
		REQUIRE(utf8_is_nfc(text, strlen(text)));
}

static void
check_name(const struct csl_name *n)
{
	check_text(n->family);
	check_text(n->given);
	check_text(n->suffix);
	check_text(n->literal);
	check_text(n->dropping_particle);
	check_text(n->non_dropping_particle);
	REQUIRE(n->family != NULL || n->given != NULL || n->literal != NULL);
}

static void
check_day(const struct csl_day *d)
{
	REQUIRE(d->year >= -9999999 && d->year <= 9999999);
	REQUIRE(d->month >= 0 && d->month <= 12);
	REQUIRE(d->day >= 0 && d->day <= 31);
	REQUIRE(d->month == 0 || d->year != 0);
	REQUIRE(d->day == 0 || d->month != 0);
}

static void
check_date(const struct csl_date *d)
{
	check_text(d->literal);
	check_day(&d->from);
	check_day(&d->to);
	REQUIRE(d->season >= 0 && d->season <= 4);
	REQUIRE(d->is_given == (d->from.year != 0 || d->literal != NULL));
	REQUIRE(d->to.year == 0 || d->from.year != 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = size > 0 ? (const char *)data : "";
	struct arena arena = { 0 };
	struct csl_item *items;
	struct error err = { .message = "" };
	uint32_t count;

	if (csl_items_parse(&items, &count, text, size, &arena, &err)) {
		REQUIRE(err.message[0] != '\0');
		count = 0;
	}
	for (uint32_t i = 0; i < count; i++) {
		REQUIRE(items[i].id != NULL);
		check_text(items[i].id);
		REQUIRE(items[i].type < CSL_TYPE_COUNT);
		for (int k = 0; k < CSL_TEXT_COUNT; k++)
			check_text(items[i].texts[k]);
		for (int k = 0; k < CSL_NAMES_COUNT; k++)
			for (uint32_t n = 0; n < items[i].names[k].count; n++)
				check_name(&items[i].names[k].names[n]);
		for (int k = 0; k < CSL_DATE_COUNT; k++)
			check_date(&items[i].dates[k]);
	}
	arena_clear(&arena);
	return 0;
}
