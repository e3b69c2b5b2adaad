/* SPDX-License-Identifier: ISC */
#include "bibliography_private.h"

#include <string.h>

/*
 * RIS: a tag and one value a line, never wrapped, of which TY is the first
 * and ER the last.
 * Source: the RIS format of Reference Manager, "Tags" and "Types of
 * references", in the form of 2011; where programs differ, the tag is the one
 * that most of them read (ED for editors, N1 for what has no tag).
 */
static const char types[CSL_TYPE_COUNT][8] = {
	[CSL_TYPE_NONE] = "GEN",
	[CSL_TYPE_ARTICLE] = "GEN",
	[CSL_TYPE_ARTICLE_JOURNAL] = "JOUR",
	[CSL_TYPE_ARTICLE_MAGAZINE] = "MGZN",
	[CSL_TYPE_ARTICLE_NEWSPAPER] = "NEWS",
	[CSL_TYPE_BILL] = "BILL",
	[CSL_TYPE_BOOK] = "BOOK",
	[CSL_TYPE_BROADCAST] = "VIDEO",
	[CSL_TYPE_CHAPTER] = "CHAP",
	[CSL_TYPE_CLASSIC] = "CLSWK",
	[CSL_TYPE_COLLECTION] = "GEN",
	[CSL_TYPE_DATASET] = "DATA",
	[CSL_TYPE_DOCUMENT] = "GEN",
	[CSL_TYPE_ENTRY] = "CHAP",
	[CSL_TYPE_ENTRY_DICTIONARY] = "DICT",
	[CSL_TYPE_ENTRY_ENCYCLOPEDIA] = "ENCYC",
	[CSL_TYPE_EVENT] = "GEN",
	[CSL_TYPE_FIGURE] = "FIGURE",
	[CSL_TYPE_GRAPHIC] = "ART",
	[CSL_TYPE_HEARING] = "HEAR",
	[CSL_TYPE_INTERVIEW] = "PCOMM",
	[CSL_TYPE_LEGAL_CASE] = "CASE",
	[CSL_TYPE_LEGISLATION] = "STAT",
	[CSL_TYPE_MANUSCRIPT] = "MANSCPT",
	[CSL_TYPE_MAP] = "MAP",
	[CSL_TYPE_MOTION_PICTURE] = "MPCT",
	[CSL_TYPE_MUSICAL_SCORE] = "MUSIC",
	[CSL_TYPE_PAMPHLET] = "PAMP",
	[CSL_TYPE_PAPER_CONFERENCE] = "CPAPER",
	[CSL_TYPE_PATENT] = "PAT",
	[CSL_TYPE_PERFORMANCE] = "GEN",
	[CSL_TYPE_PERIODICAL] = "JFULL",
	[CSL_TYPE_PERSONAL_COMMUNICATION] = "PCOMM",
	[CSL_TYPE_POST] = "ICOMM",
	[CSL_TYPE_POST_WEBLOG] = "BLOG",
	[CSL_TYPE_REGULATION] = "LEGAL",
	[CSL_TYPE_REPORT] = "RPRT",
	[CSL_TYPE_REVIEW] = "JOUR",
	[CSL_TYPE_REVIEW_BOOK] = "JOUR",
	[CSL_TYPE_SOFTWARE] = "COMP",
	[CSL_TYPE_SONG] = "SOUND",
	[CSL_TYPE_SPEECH] = "SLIDE",
	[CSL_TYPE_STANDARD] = "STAND",
	[CSL_TYPE_THESIS] = "THES",
	[CSL_TYPE_TREATY] = "LEGAL",
	[CSL_TYPE_WEBPAGE] = "ELEC",
};

struct field {
	unsigned char variable;
	char tag[3];
	char instead[3]; /* where that was written already, or "" */
};

static const struct field texts[] = {
	{ CSL_TITLE, "TI", "" },
	{ CSL_CONTAINER_TITLE, "T2", "" },
	{ CSL_EVENT_TITLE, "T2", "N1" },
	{ CSL_EVENT, "T2", "N1" },
	{ CSL_COLLECTION_TITLE, "T3", "" },
	{ CSL_TITLE_SHORT, "ST", "" },
	{ CSL_CONTAINER_TITLE_SHORT, "J2", "" },
	{ CSL_ORIGINAL_TITLE, "OP", "" },
	{ CSL_REVIEWED_TITLE, "RI", "" },
	{ CSL_VOLUME, "VL", "" },
	{ CSL_ISSUE, "IS", "" },
	{ CSL_COLLECTION_NUMBER, "IS", "N1" },
	{ CSL_NUMBER, "M1", "" },
	{ CSL_SECTION, "SE", "" },
	{ CSL_CHAPTER_NUMBER, "SE", "N1" },
	{ CSL_NUMBER_OF_VOLUMES, "NV", "" },
	{ CSL_EDITION, "ET", "" },
	{ CSL_VERSION, "ET", "N1" },
	{ CSL_GENRE, "M3", "" },
	{ CSL_MEDIUM, "M3", "N1" },
	{ CSL_PUBLISHER, "PB", "" },
	{ CSL_AUTHORITY, "PB", "N1" },
	{ CSL_PUBLISHER_PLACE, "CY", "" },
	{ CSL_EVENT_PLACE, "CY", "N1" },
	{ CSL_ISBN, "SN", "" },
	{ CSL_ISSN, "SN", "" },
	{ CSL_DOI, "DO", "" },
	{ CSL_URL, "UR", "" },
	{ CSL_PMID, "AN", "" },
	{ CSL_PMCID, "C2", "" },
	{ CSL_LANGUAGE, "LA", "" },
	{ CSL_ARCHIVE, "DB", "" },
	{ CSL_ARCHIVE_LOCATION, "AV", "" },
	{ CSL_CALL_NUMBER, "CN", "" },
	{ CSL_ABSTRACT, "AB", "" },
	{ CSL_NOTE, "N1", "" },
	{ CSL_ANNOTE, "N1", "" },
	{ CSL_STATUS, "N1", "" },
};

static const struct {
	unsigned char variable;
	char tag[3];
} roles[] = {
	{ CSL_EDITOR, "ED" },
	{ CSL_COLLECTION_EDITOR, "A3" },
	{ CSL_TRANSLATOR, "A4" },
};

static void
begin_line(struct str *out, const char *tag)
{
	str_add_format(out, "%s  - ", tag);
}

static void
end_line(struct str *out)
{
	str_add_char(out, '\n');
}

static void
add_part(struct str *out, const char *text)
{
	bibliography_add_line(out, text, strlen(text));
}

/*
 * "Family, Given, Suffix".  A name in one piece ends with a comma where it
 * has none and would be taken for a given name and a family's.
 */
static void
add_name(struct str *out, const struct csl_name *n)
{
	const struct csl_names whole = { n, 1 };
	size_t start = out->len;
	struct csl_name family = *n;

	if (n->literal || !n->family || !n->given) {
		bibliography_add_names(out, &whole);
		if (strchr(out->data + start, ' ') &&
		    !strchr(out->data + start, ','))
			str_add_char(out, ',');
		return;
	}
	family.given = family.suffix = NULL;
	bibliography_add_names(out, &(struct csl_names){ &family, 1 });
	str_add_text(out, ", ");
	add_part(out, n->given);
	if (n->suffix && *n->suffix) {
		str_add_text(out, ", ");
		add_part(out, n->suffix);
	}
}

static void
add_names(struct str *out, const char *tag, const struct csl_names *names)
{
	for (uint32_t i = 0; i < names->count; i++) {
		begin_line(out, tag);
		add_name(out, &names->names[i]);
		end_line(out);
	}
}

static void
add_role_line(struct str *out, enum csl_variable v,
    const struct csl_names *names)
{
	begin_line(out, "N1");
	bibliography_add_role(out, v);
	str_add_text(out, ": ");
	bibliography_add_names(out, names);
	end_line(out);
}

static const char *
find_role(enum csl_variable v)
{
	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
		if (roles[i].variable == v)
			return roles[i].tag;
	}
	return NULL;
}

/* Those with a tag, or those that are told of in notes. */
static void
add_people(struct str *out, const struct csl_item *item, bool is_in_notes)
{
	enum csl_variable authors = bibliography_get_authors(item);

	if (authors && !is_in_notes)
		add_names(out, "AU", csl_item_get_names(item, authors));
	for (int i = CSL_TEXT_COUNT; i < CSL_NAMES_END; i++) {
		enum csl_variable v = (enum csl_variable)i;
		const struct csl_names *names = csl_item_get_names(item, v);
		const char *tag = find_role(v);

		if (v == authors || names->count == 0 || is_in_notes == !!tag)
			continue;
		if (tag)
			add_names(out, tag, names);
		else
			add_role_line(out, v, names);
	}
}

/* Whether the record, which begins at start, has a line of that tag. */
static bool
has_line(const struct str *out, size_t start, const char *tag)
{
	const char *line = out->data + start;

	while (line && *line) {
		if (strncmp(line, tag, 2) == 0)
			return true;
		line = strchr(line, '\n');
		line = line ? line + 1 : NULL;
	}
	return false;
}

static void
add_texts(struct str *out, size_t start, const struct csl_item *item)
{
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		const struct field *f = &texts[i];
		const char *text = bibliography_get_text(item,
		    (enum csl_variable)f->variable);

		if (!text)
			continue;
		begin_line(out,
		    *f->instead && has_line(out, start, f->tag) ? f->instead :
								  f->tag);
		bibliography_add_plain(out, text);
		end_line(out);
	}
}

static void
add_pages(struct str *out, const struct csl_item *item)
{
	const char *pages = bibliography_get_text(item, CSL_PAGE);
	const char *last;
	size_t first_len;

	if (!pages)
		return;
	begin_line(out, "SP");
	if (bibliography_split_pages(pages, &first_len, &last)) {
		bibliography_add_line(out, pages, first_len);
		end_line(out);
		begin_line(out, "EP");
		add_part(out, last);
	} else {
		add_part(out, pages);
	}
	end_line(out);
}

static void
add_keywords(struct str *out, const struct csl_item *item)
{
	const char *p = bibliography_get_text(item, CSL_KEYWORD);

	while (p && *p) {
		size_t len = strcspn(p, ",;");

		if (strspn(p, " ") < len) {
			begin_line(out, "KW");
			bibliography_add_line(out, p, len);
			end_line(out);
		}
		p += len + (p[len] != '\0');
	}
}

/* "2011/11/05/", and behind the last stroke what else there is to say. */
static void
add_day(struct str *out, const struct csl_date *date)
{
	static const char *const seasons[] = { "", "Spring", "Summer", "Autumn",
		"Winter" };
	const struct csl_day *day = &date->from;
	const char *divider = "";

	str_add_format(out, "%04d/", day->year);
	if (day->month)
		str_add_format(out, "%02d", day->month);
	str_add_char(out, '/');
	if (day->month && day->day)
		str_add_format(out, "%02d", day->day);
	str_add_char(out, '/');
	if (date->season >= 1 && date->season <= 4) {
		str_add_text(out, seasons[date->season]);
		divider = " ";
	}
	if (date->is_circa) {
		str_add_format(out, "%scirca", divider);
		divider = " ";
	}
	if (!date->to.year)
		return;
	str_add_format(out, "%sto %04d", divider, date->to.year);
	if (date->to.month)
		str_add_format(out, "-%02d", date->to.month);
	if (date->to.month && date->to.day)
		str_add_format(out, "-%02d", date->to.day);
}

static void
add_dates(struct str *out, const struct csl_item *item)
{
	const struct csl_date *issued = csl_item_get_date(item, CSL_ISSUED);
	const struct csl_date *read = csl_item_get_date(item, CSL_ACCESSED);

	if (issued->is_given && issued->from.year) {
		str_add_format(out, "PY  - %04d\n", issued->from.year);
		if (issued->from.month || issued->season || issued->to.year ||
		    issued->is_circa) {
			begin_line(out, "DA");
			add_day(out, issued);
			end_line(out);
		}
	} else if (issued->is_given && issued->literal) {
		begin_line(out, "PY");
		add_part(out, issued->literal);
		end_line(out);
	}
	if (read->is_given && read->from.year) {
		begin_line(out, "Y2");
		add_day(out, read);
		end_line(out);
	}
}

static void
add_ris(struct str *out, const char *key, const struct csl_item *item,
    const char *csl)
{
	size_t start = out->len;

	(void)csl;
	str_add_format(out, "TY  - %s\nID  - %s\n",
	    types[bibliography_get_type(item)], key);
	add_people(out, item, false);
	add_dates(out, item);
	add_texts(out, start, item);
	add_pages(out, item);
	add_keywords(out, item);
	/* Some programs keep but the first note: a report's number is one. */
	add_people(out, item, true);
	str_add_text(out, "ER  - \n");
}

const struct bibliography_format bibliography_ris = {
	.name = "ris",
	.extension = "ris",
	.opening = "",
	.between = "\n",
	.closing = "",
	.empty = "",
	.add = add_ris,
};
