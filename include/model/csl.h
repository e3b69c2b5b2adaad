/* SPDX-License-Identifier: ISC */
#ifndef IBID_MODEL_CSL_H
#define IBID_MODEL_CSL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The vocabulary of CSL, and one item in it as a style sees it.
 * Source: CSL 1.0.2 specification, appendices III "Types" and IV "Variables";
 * "event" as a variable is of 1.0.1.
 */
enum csl_type {
	CSL_TYPE_NONE, /* not given, or none that CSL has */
	CSL_TYPE_ARTICLE,
	CSL_TYPE_ARTICLE_JOURNAL,
	CSL_TYPE_ARTICLE_MAGAZINE,
	CSL_TYPE_ARTICLE_NEWSPAPER,
	CSL_TYPE_BILL,
	CSL_TYPE_BOOK,
	CSL_TYPE_BROADCAST,
	CSL_TYPE_CHAPTER,
	CSL_TYPE_CLASSIC,
	CSL_TYPE_COLLECTION,
	CSL_TYPE_DATASET,
	CSL_TYPE_DOCUMENT,
	CSL_TYPE_ENTRY,
	CSL_TYPE_ENTRY_DICTIONARY,
	CSL_TYPE_ENTRY_ENCYCLOPEDIA,
	CSL_TYPE_EVENT,
	CSL_TYPE_FIGURE,
	CSL_TYPE_GRAPHIC,
	CSL_TYPE_HEARING,
	CSL_TYPE_INTERVIEW,
	CSL_TYPE_LEGAL_CASE,
	CSL_TYPE_LEGISLATION,
	CSL_TYPE_MANUSCRIPT,
	CSL_TYPE_MAP,
	CSL_TYPE_MOTION_PICTURE,
	CSL_TYPE_MUSICAL_SCORE,
	CSL_TYPE_PAMPHLET,
	CSL_TYPE_PAPER_CONFERENCE,
	CSL_TYPE_PATENT,
	CSL_TYPE_PERFORMANCE,
	CSL_TYPE_PERIODICAL,
	CSL_TYPE_PERSONAL_COMMUNICATION,
	CSL_TYPE_POST,
	CSL_TYPE_POST_WEBLOG,
	CSL_TYPE_REGULATION,
	CSL_TYPE_REPORT,
	CSL_TYPE_REVIEW,
	CSL_TYPE_REVIEW_BOOK,
	CSL_TYPE_SOFTWARE,
	CSL_TYPE_SONG,
	CSL_TYPE_SPEECH,
	CSL_TYPE_STANDARD,
	CSL_TYPE_THESIS,
	CSL_TYPE_TREATY,
	CSL_TYPE_WEBPAGE,
	CSL_TYPE_COUNT
};

/* Texts, then numbers, names, dates. */
enum csl_variable {
	CSL_NONE,
	CSL_ABSTRACT,
	CSL_ANNOTE,
	CSL_ARCHIVE,
	CSL_ARCHIVE_COLLECTION,
	CSL_ARCHIVE_LOCATION,
	CSL_ARCHIVE_PLACE,
	CSL_AUTHORITY,
	CSL_CALL_NUMBER,
	CSL_CITATION_KEY,
	CSL_CITATION_LABEL,
	CSL_COLLECTION_TITLE,
	CSL_CONTAINER_TITLE,
	CSL_CONTAINER_TITLE_SHORT,
	CSL_DIMENSIONS,
	CSL_DIVISION,
	CSL_DOI,
	CSL_EVENT,
	CSL_EVENT_TITLE,
	CSL_EVENT_PLACE,
	CSL_GENRE,
	CSL_ISBN,
	CSL_ISSN,
	CSL_JURISDICTION,
	CSL_KEYWORD,
	CSL_LANGUAGE,
	CSL_LICENSE,
	CSL_MEDIUM,
	CSL_NOTE,
	CSL_ORIGINAL_PUBLISHER,
	CSL_ORIGINAL_PUBLISHER_PLACE,
	CSL_ORIGINAL_TITLE,
	CSL_PART_TITLE,
	CSL_PMCID,
	CSL_PMID,
	CSL_PUBLISHER,
	CSL_PUBLISHER_PLACE,
	CSL_REFERENCES,
	CSL_REVIEWED_GENRE,
	CSL_REVIEWED_TITLE,
	CSL_SCALE,
	CSL_SOURCE,
	CSL_STATUS,
	CSL_TITLE,
	CSL_TITLE_SHORT,
	CSL_URL,
	CSL_VOLUME_TITLE,
	CSL_YEAR_SUFFIX,
	CSL_CHAPTER_NUMBER,
	CSL_FIRST_NUMBER = CSL_CHAPTER_NUMBER,
	CSL_CITATION_NUMBER,
	CSL_COLLECTION_NUMBER,
	CSL_EDITION,
	CSL_FIRST_REFERENCE_NOTE_NUMBER,
	CSL_ISSUE,
	CSL_LOCATOR,
	CSL_NUMBER,
	CSL_NUMBER_OF_PAGES,
	CSL_NUMBER_OF_VOLUMES,
	CSL_PAGE,
	CSL_PAGE_FIRST,
	CSL_PART_NUMBER,
	CSL_PRINTING_NUMBER,
	CSL_SECTION,
	CSL_SUPPLEMENT_NUMBER,
	CSL_VERSION,
	CSL_VOLUME,
	CSL_AUTHOR,
	CSL_TEXT_COUNT = CSL_AUTHOR, /* names begin */
	CSL_CHAIR,
	CSL_COLLECTION_EDITOR,
	CSL_COMPILER,
	CSL_COMPOSER,
	CSL_CONTAINER_AUTHOR,
	CSL_CONTRIBUTOR,
	CSL_CURATOR,
	CSL_DIRECTOR,
	CSL_EDITOR,
	CSL_EDITORIAL_DIRECTOR,
	CSL_EDITOR_TRANSLATOR,
	CSL_EXECUTIVE_PRODUCER,
	CSL_GUEST,
	CSL_HOST,
	CSL_ILLUSTRATOR,
	CSL_INTERVIEWER,
	CSL_NARRATOR,
	CSL_ORGANIZER,
	CSL_ORIGINAL_AUTHOR,
	CSL_PERFORMER,
	CSL_PRODUCER,
	CSL_RECIPIENT,
	CSL_REVIEWED_AUTHOR,
	CSL_SCRIPT_WRITER,
	CSL_SERIES_CREATOR,
	CSL_TRANSLATOR,
	CSL_ACCESSED,
	CSL_NAMES_END = CSL_ACCESSED, /* dates begin */
	CSL_AVAILABLE_DATE,
	CSL_EVENT_DATE,
	CSL_ISSUED,
	CSL_ORIGINAL_DATE,
	CSL_SUBMITTED,
	CSL_VARIABLE_COUNT
};
enum {
	CSL_NAMES_COUNT = CSL_NAMES_END - CSL_TEXT_COUNT,
	CSL_DATE_COUNT = CSL_VARIABLE_COUNT - CSL_NAMES_END
};

/* 0 where CSL has no such word; names are lent for ever, "" for 0. */
enum csl_type csl_find_type(const char *name);
const char *csl_get_type_name(enum csl_type type);
enum csl_variable csl_find_variable(const char *name);
const char *csl_get_variable_name(enum csl_variable v);

static inline bool
csl_is_number(enum csl_variable v)
{
	return v >= CSL_FIRST_NUMBER && v < CSL_TEXT_COUNT;
}

static inline bool
csl_is_names(enum csl_variable v)
{
	return v >= CSL_TEXT_COUNT && v < CSL_NAMES_END;
}

static inline bool
csl_is_date(enum csl_variable v)
{
	return v >= CSL_NAMES_END && v < CSL_VARIABLE_COUNT;
}

/* One person or body; a part that is not given is NULL. */
struct csl_name {
	const char *family, *given, *suffix, *literal;
	const char *dropping_particle, *non_dropping_particle;
	bool comma_suffix, static_ordering;
};
struct csl_names {
	const struct csl_name *names;
	uint32_t count;
};

/* What is not given is 0; years before our era are negative. */
struct csl_day {
	int year, month, day;
};
struct csl_date {
	bool is_given;
	struct csl_day from, to; /* to.year 0: no range */
	int season;              /* 1 to 4; 0: none */
	bool is_circa;
	bool is_open;        /* a range without an end */
	const char *literal; /* instead of the rest, NULL: none */
};

/* Everything in it is lent; texts may have the markup of CSL-JSON. */
struct csl_item {
	const char *id;
	enum csl_type type;
	const char *texts[CSL_TEXT_COUNT]; /* NULL: not given */
	struct csl_names names[CSL_NAMES_COUNT];
	struct csl_date dates[CSL_DATE_COUNT];
};

/*
 * The DOI in a text that has it as an address or behind "doi:", as people
 * keep it; any other text as it is.  Lent as the text is.
 */
const char *csl_find_doi(const char *text);

static inline const struct csl_names *
csl_item_get_names(const struct csl_item *item, enum csl_variable v)
{
	return &item->names[v - CSL_TEXT_COUNT];
}

static inline const struct csl_date *
csl_item_get_date(const struct csl_item *item, enum csl_variable v)
{
	return &item->dates[v - CSL_NAMES_END];
}

#endif
