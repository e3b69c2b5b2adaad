/* SPDX-License-Identifier: ISC */
#include "model/citation.h"

#include <stddef.h>
#include <string.h>

const char *
citation_get_role_name(enum step_role role)
{
	switch (role) {
	case STEP_STATED_IN:
		return "stated-in";
	case STEP_CREDITED_TO:
		return "credited-to";
	case STEP_IDENTIFIED_AS:
		return "identified-as";
	case STEP_SPOKEN_BY:
		return "spoken-by";
	}
	return "";
}

const char *
citation_get_seen_name(enum step_seen seen)
{
	switch (seen) {
	case SEEN_NO:
		return "no";
	case SEEN_PART:
		return "part";
	case SEEN_YES:
		return "yes";
	}
	return "";
}

/* Of two marks side by side before any text, the second covers nothing. */
bool
citation_touches(const struct citation *c, int64_t passage, uint32_t at,
    uint32_t len)
{
	if (c->passage != passage)
		return false;
	if (c->len == 0)
		return c->at >= at && c->at <= at + len;
	return c->at < at + len && at < c->at + c->len;
}

void
citation_count_origins(uint32_t *documents, uint32_t *origins,
    const struct citation *citations, uint32_t count, int64_t passage,
    uint32_t at, uint32_t len)
{
	*documents = 0;
	*origins = 0;
	for (uint32_t i = 0; i < count; i++) {
		bool new_document = true, new_origin = true;

		if (!citation_touches(&citations[i], passage, at, len))
			continue;
		for (uint32_t j = 0; j < i; j++) {
			if (!citation_touches(&citations[j], passage, at, len))
				continue;
			if (citations[j].document == citations[i].document)
				new_document = false;
			if (citations[j].origin == citations[i].origin)
				new_origin = false;
		}
		*documents += new_document;
		*origins += new_origin;
	}
}

/*
 * Labels of CSL 1.0.2 ("Locators") with the short forms of its English
 * locale, which people write; the first form is the one that is printed.
 */
static const struct {
	const char *label;
	const char *forms[6];
} locators[] = {
	{ "act", { "act", "acts" } },
	{ "appendix", { "app.", "apps.", "appendix", "appendices" } },
	{ "article", { "art.", "arts.", "article", "articles" } },
	{ "book", { "bk.", "bks.", "book", "books" } },
	{ "canon", { "can.", "cans.", "canon" } },
	{ "chapter",
	    { "ch.", "chap.", "chaps.", "chs.", "chapter", "chapters" } },
	{ "column", { "col.", "cols.", "column", "columns" } },
	{ "elocation", { "loc.", "locs.", "location", "elocation" } },
	{ "equation", { "eq.", "eqs.", "equation" } },
	{ "figure", { "fig.", "figs.", "figure", "figures" } },
	{ "folio", { "fol.", "fols.", "folio" } },
	{ "issue", { "no.", "nos.", "iss.", "number", "numbers", "issue" } },
	{ "line", { "l.", "ll.", "line", "lines" } },
	{ "note", { "n.", "nn.", "note", "notes" } },
	{ "opus", { "op.", "opp.", "opus" } },
	{ "page", { "p.", "pp.", "page", "pages" } },
	{ "paragraph",
	    { "para.", "paras.", "par.", "paragraph", "paragraphs",
		"\xC2\xB6" } },
	{ "part", { "pt.", "pts.", "part", "parts" } },
	{ "rule", { "r.", "rr.", "rule", "rules" } },
	{ "scene", { "sc.", "scs.", "scene" } },
	{ "section",
	    { "sec.", "secs.", "sect.", "section", "sections", "\xC2\xA7" } },
	{ "sub-verbo", { "s.v.", "s.vv.", "sub-verbo" } },
	{ "supplement", { "suppl.", "suppls.", "supplement" } },
	{ "table", { "tbl.", "tbls.", "table", "tables" } },
	{ "timestamp", { "time", "timestamp" } },
	{ "title-locator", { "tit.", "tits.", "title" } },
	{ "verse", { "v.", "vv.", "verse", "verses" } },
	{ "version", { "ver.", "vers.", "version" } },
	{ "volume", { "vol.", "vols.", "volume", "volumes" } },
};

enum { LOCATOR_COUNT = sizeof locators / sizeof *locators };

/* The full stop of a short form may be left out. */
static bool
is_form(const char *form, const char *text, uint32_t len)
{
	size_t form_len = strlen(form);

	if (form_len == len + 1 && form[len] == '.')
		form_len--;
	return form_len == len && strncmp(form, text, len) == 0;
}

const char *
citation_find_locator_label(const char *text, uint32_t len)
{
	for (size_t i = 0; i < LOCATOR_COUNT; i++) {
		for (size_t j = 0; j < 6 && locators[i].forms[j]; j++) {
			const char *form = locators[i].forms[j];

			if (is_form(form, text, len))
				return locators[i].label;
		}
	}
	return NULL;
}

const char *
citation_get_locator_label(unsigned index)
{
	return index < LOCATOR_COUNT ? locators[index].label : NULL;
}

const char *
citation_get_locator_short(const char *label)
{
	for (size_t i = 0; i < LOCATOR_COUNT; i++) {
		if (strcmp(locators[i].label, label) == 0)
			return locators[i].forms[0];
	}
	return "";
}
