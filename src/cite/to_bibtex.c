/* SPDX-License-Identifier: ISC */
#include "bibliography_private.h"

#include <string.h>

#include "bibtex_entry.h"
#include "bibtex_text.h"
#include "bibtex_writer.h"

/*
 * BibTeX and BibLaTeX: two dialects of one table of fields.  Where BibTeX has
 * no field, one of BibLaTeX is written when its styles pass it over and
 * other programs read it.
 */
static void
add_titles(struct bibtex_writer *e)
{
	static const struct bibtex_field titles[] = {
		{ CSL_TITLE, BIBTEX_TITLE, { "title", "title" } },
		{ CSL_TITLE_SHORT, BIBTEX_TITLE,
		    { "shorttitle", "shorttitle" } },
		{ CSL_ORIGINAL_TITLE, BIBTEX_TITLE,
		    { "origtitle", "origtitle" } },
	};
	static const struct bibtex_field containers[] = {
		{ CSL_CONTAINER_TITLE_SHORT, BIBTEX_TITLE,
		    { NULL, "shortjournal" } },
		{ CSL_COLLECTION_TITLE, BIBTEX_TITLE, { "series", "series" } },
		{ CSL_EVENT_TITLE, BIBTEX_TITLE,
		    { "eventtitle", "eventtitle" } },
		{ CSL_EVENT_PLACE, BIBTEX_ONE, { "venue", "venue" } },
		{ CSL_VOLUME, BIBTEX_TEXT, { "volume", "volume" } },
	};
	const char *subtype = bibtex_get_subtype(e->item->type);

	bibtex_add_fields(e, titles, sizeof titles / sizeof *titles);
	bibtex_add_variable(e, e->kind->container, BIBTEX_TITLE,
	    CSL_CONTAINER_TITLE);
	if (subtype && e->dialect == BIBLATEX)
		str_add_format(e->out, ",\n  entrysubtype = {%s}", subtype);
	bibtex_add_fields(e, containers,
	    sizeof containers / sizeof *containers);
	if (!bibliography_get_text(e->item, CSL_EVENT_TITLE))
		bibtex_add_variable(e, "eventtitle", BIBTEX_TITLE, CSL_EVENT);
}

static void
add_volume_note(struct bibtex_writer *e)
{
	const char *volume = bibliography_get_text(e->item, CSL_VOLUME);
	struct str line;

	str_init(&line, 0);
	str_add_text(&line,
	    bibliography_get_text(e->item, CSL_CONTAINER_TITLE));
	if (volume)
		str_add_format(&line, ", vol. %s", volume);
	bibtex_add_note(e, line.data);
	str_clear(&line);
}

static void
add_page_note(struct bibtex_writer *e, const char *pages)
{
	const char *last;
	size_t first_len;
	struct str line;

	str_init(&line, 0);
	str_add_format(&line, "%s %s",
	    bibliography_split_pages(pages, &first_len, &last) ? "pp." : "p.",
	    pages);
	bibtex_add_note(e, line.data);
	str_clear(&line);
}

/*
 * "number" is the issue of an article, the place in a series of a book, else
 * the work's own; an article's own number is its eid, in BibTeX its page.
 */
static void
add_own_number(struct bibtex_writer *e, const char *number)
{
	if (!e->kind->is_article)
		bibtex_add_note(e, number);
	else if (e->dialect == BIBTEX &&
	    !bibliography_get_text(e->item, CSL_PAGE))
		bibtex_add_field(e, "pages", BIBTEX_TEXT, number);
	else
		bibtex_add_field(e, "eid", BIBTEX_TEXT, number);
}

static void
add_numbers(struct bibtex_writer *e)
{
	static const unsigned char article[] = { CSL_ISSUE,
		CSL_COLLECTION_NUMBER, CSL_NUMBER };
	static const unsigned char in_series[] = { CSL_COLLECTION_NUMBER,
		CSL_NUMBER, CSL_ISSUE };
	static const unsigned char own[] = { CSL_NUMBER, CSL_COLLECTION_NUMBER,
		CSL_ISSUE };
	const unsigned char *order = own;
	bool has_number = false;

	if (e->kind->is_article)
		order = article;
	else if (e->kind->is_in_series)
		order = in_series;
	for (int i = 0; i < 3; i++) {
		enum csl_variable v = (enum csl_variable)order[i];
		const char *text = bibliography_get_text(e->item, v);
		bool is_eid = e->kind->is_article && v == CSL_NUMBER;

		if (!text)
			continue;
		if (!has_number && !is_eid) {
			has_number = true;
			bibtex_add_field(e, "number", BIBTEX_TEXT, text);
			if (!e->kind->has_number)
				bibtex_add_note(e, text);
		} else if (v == CSL_ISSUE) {
			bibtex_add_field(e, "issue", BIBTEX_TEXT, text);
		} else {
			add_own_number(e, text);
		}
	}
}

static void
add_pages(struct bibtex_writer *e)
{
	const char *pages = bibliography_get_text(e->item, CSL_PAGE);

	if (!pages)
		return;
	bibtex_add_field(e, "pages", BIBTEX_PAGES, pages);
	if (!e->kind->has_pages)
		add_page_note(e, pages);
}

static void
add_publisher(struct bibtex_writer *e)
{
	static const struct bibtex_field fields[] = {
		{ CSL_PUBLISHER_PLACE, BIBTEX_ONE, { "address", "location" } },
		{ CSL_ORIGINAL_PUBLISHER, BIBTEX_ONE,
		    { NULL, "origpublisher" } },
		{ CSL_ORIGINAL_PUBLISHER_PLACE, BIBTEX_ONE,
		    { NULL, "origlocation" } },
	};
	const char *name = e->kind->publisher;
	const char *court = "institution";

	/* What BibTeX prints of a @misc. */
	if (strcmp(e->kind->container, "howpublished") == 0 &&
	    e->dialect == BIBTEX &&
	    !bibliography_get_text(e->item, CSL_CONTAINER_TITLE))
		name = "howpublished";
	bibtex_add_variable(e, name, BIBTEX_ONE, CSL_PUBLISHER);
	if (strcmp(name, court) == 0 &&
	    bibliography_get_text(e->item, CSL_PUBLISHER))
		court = "organization";
	bibtex_add_variable(e, court, BIBTEX_ONE, CSL_AUTHORITY);
	bibtex_add_fields(e, fields, sizeof fields / sizeof *fields);
}

static void
add_dates(struct bibtex_writer *e)
{
	static const struct {
		enum csl_variable variable;
		const char *name;
		bool is_of_biblatex;
	} dates[] = { { CSL_ACCESSED, "urldate", false },
		{ CSL_ORIGINAL_DATE, "origdate", true },
		{ CSL_EVENT_DATE, "eventdate", true } };

	bibtex_add_issued(e->out, csl_item_get_date(e->item, CSL_ISSUED),
	    e->dialect == BIBLATEX);
	for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
		const struct csl_date *date = csl_item_get_date(e->item,
		    dates[i].variable);

		if (!date->is_given || !date->from.year ||
		    (dates[i].is_of_biblatex && e->dialect == BIBTEX))
			continue;
		str_add_format(e->out, ",\n  %s = {", dates[i].name);
		bibtex_add_date(e->out, date);
		str_add_char(e->out, '}');
	}
}

static void
add_rest(struct bibtex_writer *e)
{
	static const struct bibtex_field fields[] = {
		{ CSL_EDITION, BIBTEX_EDITION, { "edition", "edition" } },
		{ CSL_CHAPTER_NUMBER, BIBTEX_TEXT, { "chapter", "chapter" } },
		{ CSL_PART_NUMBER, BIBTEX_TEXT, { NULL, "part" } },
		{ CSL_VERSION, BIBTEX_TEXT, { "version", "version" } },
		{ CSL_NUMBER_OF_PAGES, BIBTEX_TEXT, { NULL, "pagetotal" } },
		{ CSL_NUMBER_OF_VOLUMES, BIBTEX_TEXT, { NULL, "volumes" } },
		{ CSL_GENRE, BIBTEX_TEXT, { "type", "type" } },
		{ CSL_ISBN, BIBTEX_TEXT, { "isbn", "isbn" } },
		{ CSL_ISSN, BIBTEX_TEXT, { "issn", "issn" } },
		{ CSL_DOI, BIBTEX_RAW, { "doi", "doi" } },
		{ CSL_PMID, BIBTEX_TEXT, { "pmid", "pmid" } },
		{ CSL_PMCID, BIBTEX_TEXT, { "pmcid", "pmcid" } },
		{ CSL_URL, BIBTEX_RAW, { "url", "url" } },
		{ CSL_LANGUAGE, BIBTEX_LANGUAGE, { "language", "langid" } },
		{ CSL_STATUS, BIBTEX_TEXT, { NULL, "pubstate" } },
		{ CSL_CALL_NUMBER, BIBTEX_TEXT, { NULL, "library" } },
		{ CSL_KEYWORD, BIBTEX_TEXT, { "keywords", "keywords" } },
		{ CSL_ABSTRACT, BIBTEX_TEXT, { "abstract", "abstract" } },
		{ CSL_ANNOTE, BIBTEX_TEXT, { "annote", "annotation" } },
	};

	bibtex_add_fields(e, fields, sizeof fields / sizeof *fields);
}

static void
add_notes(struct bibtex_writer *e)
{
	static const unsigned char variables[] = { CSL_MEDIUM, CSL_ARCHIVE,
		CSL_ARCHIVE_COLLECTION, CSL_ARCHIVE_LOCATION, CSL_ARCHIVE_PLACE,
		CSL_NOTE };

	if (e->dialect == BIBTEX)
		bibtex_add_note(e, bibliography_get_text(e->item, CSL_STATUS));
	if (bibliography_get_text(e->item, CSL_REVIEWED_TITLE))
		bibtex_add_named_note(e, CSL_REVIEWED_TITLE);
	for (size_t i = 0; i < sizeof variables; i++)
		bibtex_add_note(e,
		    bibliography_get_text(e->item,
			(enum csl_variable)variables[i]));
	if (e->note.len > 0)
		bibtex_add_field(e, "note", BIBTEX_TEXT, e->note.data);
}

static void
add_entry(struct str *out, const char *key, const struct csl_item *item,
    enum bibtex_dialect dialect)
{
	struct bibtex_writer e = { .out = out,
		.item = item,
		.kind = bibtex_find_entry(item, dialect),
		.dialect = dialect };

	str_init(&e.note, 0);
	str_add_format(out, "@%s{%s", e.kind->name, key);
	bibtex_add_people(&e);
	add_titles(&e);
	if (e.kind->notes_volume)
		add_volume_note(&e);
	add_numbers(&e);
	add_pages(&e);
	add_publisher(&e);
	add_dates(&e);
	add_rest(&e);
	add_notes(&e);
	str_add_text(out, "\n}\n");
	str_clear(&e.note);
}

static void
add_bibtex(struct str *out, const char *key, const struct csl_item *item,
    const char *csl)
{
	(void)csl;
	add_entry(out, key, item, BIBTEX);
}

static void
add_biblatex(struct str *out, const char *key, const struct csl_item *item,
    const char *csl)
{
	(void)csl;
	add_entry(out, key, item, BIBLATEX);
}

const struct bibliography_format bibliography_bibtex = {
	.name = "bibtex",
	.extension = "bib",
	.opening = "",
	.between = "\n",
	.closing = "",
	.empty = "",
	.add = add_bibtex,
};

const struct bibliography_format bibliography_biblatex = {
	.name = "biblatex",
	.extension = "bib",
	.opening = "",
	.between = "\n",
	.closing = "",
	.empty = "",
	.add = add_biblatex,
};
