/* SPDX-License-Identifier: ISC */
#include "wording.h"

#include <string.h>

#include "text/period.h"

/* Labels that the names of fields do not make by themselves. */
static const struct {
	const char *field, *label;
} labels[] = {
	{ "collection-title", "Series" },
	{ "container-title", "Published in" },
	{ "event-place", "Held at" },
	{ "number-of-pages", "Length" },
	{ "original-date", "First issued" },
	{ "page", "Pages" },
	{ "publisher-place", "Place" },
};

static const struct {
	const char *field, *code, *text;
} texts[] = {
	{ "certainty", "as-named", "as it is named where it is cited" },
	{ "certainty", "inferred", "inferred by the editors" },
	{ "language", "ar", "Arabic" },
	{ "language", "de", "German" },
	{ "language", "en", "English" },
	{ "language", "en-GB", "English" },
	{ "language", "en-US", "English" },
	{ "language", "es", "Spanish" },
	{ "language", "fr", "French" },
	{ "language", "it", "Italian" },
	{ "language", "ja", "Japanese" },
	{ "language", "ko", "Korean" },
	{ "language", "nl", "Dutch" },
	{ "language", "pl", "Polish" },
	{ "language", "pt", "Portuguese" },
	{ "language", "ru", "Russian" },
	{ "language", "vi", "Vietnamese" },
	{ "language", "zh", "Chinese" },
};

void
wording_add_label(struct str *out, const char *field)
{
	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
		if (strcmp(labels[i].field, field) == 0) {
			str_add_text(out, labels[i].label);
			return;
		}
	}
	for (const char *c = field; *c; c++) {
		if (c == field && *c >= 'a' && *c <= 'z')
			str_add_char(out, (char)(*c - 'a' + 'A'));
		else
			str_add_char(out, *c == '-' || *c == '_' ? ' ' : *c);
	}
}

const char *
wording_get_text(const char *field, const char *text)
{
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		if (strcmp(texts[i].field, field) == 0 &&
		    strcmp(texts[i].code, text) == 0)
			return texts[i].text;
	}
	return text;
}

/* ---- Dates ---- */

/* "2000/2009" of a decade as "2000s". */
static bool
add_decade(struct str *out, const struct event *event)
{
	const char *date = event->date;

	if (strcmp(event->precision, "decade") != 0 || strlen(date) != 9 ||
	    date[3] != '0' || date[8] != '9' || strncmp(date, date + 5, 3) != 0)
		return false;
	str_add(out, date, 4);
	str_add_char(out, 's');
	return true;
}

/* A precision that the date tells by its form. */
static bool
is_told_by_date(const char *precision)
{
	static const char *const told[] = { "", "day", "month", "year",
		"interval" };

	for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
		if (strcmp(precision, told[i]) == 0)
			return true;
	}
	return false;
}

static void
add_date(struct str *out, const struct event *event, bool is_coded)
{
	if (add_decade(out, event))
		return;
	if (is_coded)
		str_add_text(out, event->date);
	else
		period_add(out, event->date);
	if (!is_told_by_date(event->precision))
		str_add_format(out, " (%s)", event->precision);
}

void
wording_add_date(struct str *out, const struct event *event)
{
	add_date(out, event, false);
}

void
wording_add_short_date(struct str *out, const struct event *event)
{
	add_date(out, event, true);
}
