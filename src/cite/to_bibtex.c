/* SPDX-License-Identifier: ISC */
#include "bibliography_private.h"

#include <string.h>

#include "bibtex_entry.h"
#include "bibtex_text.h"

/*
 * BibTeX and BibLaTeX: two dialects of one table of fields.  Where BibTeX has
 * no field, one of BibLaTeX is written when its styles pass it over and
 * other programs read it.
 */
enum how { TEXT, TITLE, ONE, RAW, PAGES, LANGUAGE, EDITION };

struct field {
	unsigned char variable, how;
	const char *names[BIBTEX_DIALECTS]; /* NULL: none */
};

struct entry {
	struct str *out;
	const struct csl_item *item;
	const struct bibtex_entry *kind;
	enum bibtex_dialect dialect;
	struct str note;
};

static void
begin_field(struct entry *e, const char *name)
{
	str_add_format(e->out, ",\n  %s = {", name);
}

static void
end_field(struct entry *e)
{
	str_add_char(e->out, '}');
}

/* "2" as "2nd", since BibTeX's styles add "edition" alone. */
static void
add_edition(struct entry *e, const char *text)
{
	static const char *const ends[] = { "th", "st", "nd", "rd" };
	size_t len = strspn(text, "0123456789");
	char last = len > 0 ? text[len - 1] : '0';
	bool is_teen = len > 1 && text[len - 2] == '1';

	bibtex_add_text(e->out, text, false);
	if (e->dialect == BIBTEX && len > 0 && !text[len])
		str_add_text(e->out,
		    ends[!is_teen && last < '4' ? last - '0' : 0]);
}

static void
add_text_field(struct entry *e, const char *name, enum how how,
    const char *text)
{
	if (how == LANGUAGE)
		text = bibtex_find_language(text);
	if (!text)
		return;
	begin_field(e, name);
	if (how == ONE)
		bibtex_add_one(e->out, text);
	else if (how == RAW)
		bibtex_add_raw(e->out, text);
	else if (how == PAGES)
		bibtex_add_pages(e->out, text);
	else if (how == EDITION)
		add_edition(e, text);
	else
		bibtex_add_text(e->out, text, how == TITLE);
	end_field(e);
}

static void
add_variable(struct entry *e, const char *name, enum how how,
    enum csl_variable v)
{
	const char *text = bibliography_get_text(e->item, v);

	if (text)
		add_text_field(e, name, how, text);
}

static void
add_fields(struct entry *e, const struct field *fields, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const char *name = fields[i].names[e->dialect];

		if (name)
			add_variable(e, name, (enum how)fields[i].how,
			    (enum csl_variable)fields[i].variable);
	}
}

/* A line in the note, which takes what has no field of its own. */
static void
add_note(struct entry *e, const char *text)
{
	if (!text)
		return;
	if (e->note.len > 0)
		str_add_text(&e->note, "; ");
	str_add_text(&e->note, text);
}

static void
add_names_field(struct entry *e, const char *name, enum csl_variable v)
{
	const struct csl_names *names = csl_item_get_names(e->item, v);

	if (names->count == 0)
		return;
	begin_field(e, name);
	bibtex_add_names(e->out, names);
	end_field(e);
}

/* Roles that BibLaTeX knows beside the editor's: editora, editorb, editorc. */
static const char *
find_editor_type(enum csl_variable v)
{
	switch (v) {
	case CSL_COMPILER:
		return "compiler";
	case CSL_CONTRIBUTOR:
		return "collaborator";
	case CSL_DIRECTOR:
		return "director";
	case CSL_ORGANIZER:
		return "organizer";
	default:
		return NULL;
	}
}

/* "Interviewer: Anna Fifield", "Reviewed title: The Capital" */
static void
add_named_note(struct entry *e, enum csl_variable v)
{
	struct str line;

	str_init(&line, 0);
	bibliography_add_role(&line, v);
	str_add_text(&line, ": ");
	if (csl_is_names(v))
		bibliography_add_names(&line, csl_item_get_names(e->item, v));
	else
		str_add_text(&line, e->item->texts[v]);
	add_note(e, line.data);
	str_clear(&line);
}

static void
add_other_names(struct entry *e, enum csl_variable authors)
{
	char slot = 'a';

	for (int i = CSL_TEXT_COUNT; i < CSL_NAMES_END; i++) {
		enum csl_variable v = (enum csl_variable)i;
		const char *type = find_editor_type(v);

		if (v == authors || v == CSL_AUTHOR || v == CSL_EDITOR ||
		    v == CSL_TRANSLATOR || v == CSL_CONTAINER_AUTHOR ||
		    csl_item_get_names(e->item, v)->count == 0)
			continue;
		if (e->dialect == BIBLATEX && type && slot <= 'c') {
			char name[] = { 'e', 'd', 'i', 't', 'o', 'r', slot++,
				'\0' };

			add_names_field(e, name, v);
			str_add_format(e->out, ",\n  %stype = {%s}", name,
			    type);
		} else {
			add_named_note(e, v);
		}
	}
}

static void
add_names(struct entry *e)
{
	enum csl_variable authors = bibliography_get_authors(e->item);

	if (authors)
		add_names_field(e, "author", authors);
	add_names_field(e, "editor", CSL_EDITOR);
	add_names_field(e, "translator", CSL_TRANSLATOR);
	add_names_field(e, "bookauthor", CSL_CONTAINER_AUTHOR);
	add_other_names(e, authors);
}

static void
add_titles(struct entry *e)
{
	static const struct field titles[] = {
		{ CSL_TITLE, TITLE, { "title", "title" } },
		{ CSL_TITLE_SHORT, TITLE, { "shorttitle", "shorttitle" } },
		{ CSL_ORIGINAL_TITLE, TITLE, { "origtitle", "origtitle" } },
	};
	static const struct field containers[] = {
		{ CSL_CONTAINER_TITLE_SHORT, TITLE, { NULL, "shortjournal" } },
		{ CSL_COLLECTION_TITLE, TITLE, { "series", "series" } },
		{ CSL_EVENT_TITLE, TITLE, { "eventtitle", "eventtitle" } },
		{ CSL_EVENT_PLACE, ONE, { "venue", "venue" } },
		{ CSL_VOLUME, TEXT, { "volume", "volume" } },
	};
	const char *subtype = bibtex_get_subtype(e->item->type);

	add_fields(e, titles, sizeof titles / sizeof *titles);
	add_variable(e, e->kind->container, TITLE, CSL_CONTAINER_TITLE);
	if (subtype && e->dialect == BIBLATEX)
		str_add_format(e->out, ",\n  entrysubtype = {%s}", subtype);
	add_fields(e, containers, sizeof containers / sizeof *containers);
	if (!bibliography_get_text(e->item, CSL_EVENT_TITLE))
		add_variable(e, "eventtitle", TITLE, CSL_EVENT);
}

static void
add_volume_note(struct entry *e)
{
	const char *volume = bibliography_get_text(e->item, CSL_VOLUME);
	struct str line;

	str_init(&line, 0);
	str_add_text(&line,
	    bibliography_get_text(e->item, CSL_CONTAINER_TITLE));
	if (volume)
		str_add_format(&line, ", vol. %s", volume);
	add_note(e, line.data);
	str_clear(&line);
}

static void
add_page_note(struct entry *e, const char *pages)
{
	const char *last;
	size_t first_len;
	struct str line;

	str_init(&line, 0);
	str_add_format(&line, "%s %s",
	    bibliography_split_pages(pages, &first_len, &last) ? "pp." : "p.",
	    pages);
	add_note(e, line.data);
	str_clear(&line);
}

/*
 * "number" is the issue of an article, the place in a series of a book, else
 * the work's own; an article's own number is its eid, in BibTeX its page.
 */
static void
add_own_number(struct entry *e, const char *number)
{
	if (!e->kind->is_article)
		add_note(e, number);
	else if (e->dialect == BIBTEX &&
	    !bibliography_get_text(e->item, CSL_PAGE))
		add_text_field(e, "pages", TEXT, number);
	else
		add_text_field(e, "eid", TEXT, number);
}

static void
add_numbers(struct entry *e)
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
			add_text_field(e, "number", TEXT, text);
			if (!e->kind->has_number)
				add_note(e, text);
		} else if (v == CSL_ISSUE) {
			add_text_field(e, "issue", TEXT, text);
		} else {
			add_own_number(e, text);
		}
	}
}

static void
add_pages(struct entry *e)
{
	const char *pages = bibliography_get_text(e->item, CSL_PAGE);

	if (!pages)
		return;
	add_text_field(e, "pages", PAGES, pages);
	if (!e->kind->has_pages)
		add_page_note(e, pages);
}

static void
add_publisher(struct entry *e)
{
	static const struct field fields[] = {
		{ CSL_PUBLISHER_PLACE, ONE, { "address", "location" } },
		{ CSL_ORIGINAL_PUBLISHER, ONE, { NULL, "origpublisher" } },
		{ CSL_ORIGINAL_PUBLISHER_PLACE, ONE, { NULL, "origlocation" } },
	};
	const char *name = e->kind->publisher;
	const char *court = "institution";

	/* What BibTeX prints of a @misc. */
	if (strcmp(e->kind->container, "howpublished") == 0 &&
	    e->dialect == BIBTEX &&
	    !bibliography_get_text(e->item, CSL_CONTAINER_TITLE))
		name = "howpublished";
	add_variable(e, name, ONE, CSL_PUBLISHER);
	if (strcmp(name, court) == 0 &&
	    bibliography_get_text(e->item, CSL_PUBLISHER))
		court = "organization";
	add_variable(e, court, ONE, CSL_AUTHORITY);
	add_fields(e, fields, sizeof fields / sizeof *fields);
}

static void
add_dates(struct entry *e)
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
		begin_field(e, dates[i].name);
		bibtex_add_date(e->out, date);
		end_field(e);
	}
}

static void
add_rest(struct entry *e)
{
	static const struct field fields[] = {
		{ CSL_EDITION, EDITION, { "edition", "edition" } },
		{ CSL_CHAPTER_NUMBER, TEXT, { "chapter", "chapter" } },
		{ CSL_PART_NUMBER, TEXT, { NULL, "part" } },
		{ CSL_VERSION, TEXT, { "version", "version" } },
		{ CSL_NUMBER_OF_PAGES, TEXT, { NULL, "pagetotal" } },
		{ CSL_NUMBER_OF_VOLUMES, TEXT, { NULL, "volumes" } },
		{ CSL_GENRE, TEXT, { "type", "type" } },
		{ CSL_ISBN, TEXT, { "isbn", "isbn" } },
		{ CSL_ISSN, TEXT, { "issn", "issn" } },
		{ CSL_DOI, RAW, { "doi", "doi" } },
		{ CSL_PMID, TEXT, { "pmid", "pmid" } },
		{ CSL_PMCID, TEXT, { "pmcid", "pmcid" } },
		{ CSL_URL, RAW, { "url", "url" } },
		{ CSL_LANGUAGE, LANGUAGE, { "language", "langid" } },
		{ CSL_STATUS, TEXT, { NULL, "pubstate" } },
		{ CSL_CALL_NUMBER, TEXT, { NULL, "library" } },
		{ CSL_KEYWORD, TEXT, { "keywords", "keywords" } },
		{ CSL_ABSTRACT, TEXT, { "abstract", "abstract" } },
		{ CSL_ANNOTE, TEXT, { "annote", "annotation" } },
	};

	add_fields(e, fields, sizeof fields / sizeof *fields);
}

static void
add_notes(struct entry *e)
{
	static const unsigned char variables[] = { CSL_MEDIUM, CSL_ARCHIVE,
		CSL_ARCHIVE_COLLECTION, CSL_ARCHIVE_LOCATION, CSL_ARCHIVE_PLACE,
		CSL_NOTE };

	if (e->dialect == BIBTEX)
		add_note(e, bibliography_get_text(e->item, CSL_STATUS));
	if (bibliography_get_text(e->item, CSL_REVIEWED_TITLE))
		add_named_note(e, CSL_REVIEWED_TITLE);
	for (size_t i = 0; i < sizeof variables; i++)
		add_note(e,
		    bibliography_get_text(e->item,
			(enum csl_variable)variables[i]));
	if (e->note.len > 0)
		add_text_field(e, "note", TEXT, e->note.data);
}

static void
add_entry(struct str *out, const char *key, const struct csl_item *item,
    enum bibtex_dialect dialect)
{
	struct entry e = { .out = out,
		.item = item,
		.kind = bibtex_find_entry(item, dialect),
		.dialect = dialect };

	str_init(&e.note, 0);
	str_add_format(out, "@%s{%s", e.kind->name, key);
	add_names(&e);
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
	.title = "BibTeX",
	.extension = "bib",
	.opening = "",
	.between = "\n",
	.closing = "",
	.empty = "",
	.add = add_bibtex,
};

const struct bibliography_format bibliography_biblatex = {
	.name = "biblatex",
	.title = "BibLaTeX",
	.extension = "bib",
	.opening = "",
	.between = "\n",
	.closing = "",
	.empty = "",
	.add = add_biblatex,
};
