/* SPDX-License-Identifier: ISC */
#include "model/csl.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* In their order, which is that of the alphabet. */
static const char *const type_names[] = {
	[CSL_TYPE_NONE] = "",
	[CSL_TYPE_ARTICLE] = "article",
	[CSL_TYPE_ARTICLE_JOURNAL] = "article-journal",
	[CSL_TYPE_ARTICLE_MAGAZINE] = "article-magazine",
	[CSL_TYPE_ARTICLE_NEWSPAPER] = "article-newspaper",
	[CSL_TYPE_BILL] = "bill",
	[CSL_TYPE_BOOK] = "book",
	[CSL_TYPE_BROADCAST] = "broadcast",
	[CSL_TYPE_CHAPTER] = "chapter",
	[CSL_TYPE_CLASSIC] = "classic",
	[CSL_TYPE_COLLECTION] = "collection",
	[CSL_TYPE_DATASET] = "dataset",
	[CSL_TYPE_DOCUMENT] = "document",
	[CSL_TYPE_ENTRY] = "entry",
	[CSL_TYPE_ENTRY_DICTIONARY] = "entry-dictionary",
	[CSL_TYPE_ENTRY_ENCYCLOPEDIA] = "entry-encyclopedia",
	[CSL_TYPE_EVENT] = "event",
	[CSL_TYPE_FIGURE] = "figure",
	[CSL_TYPE_GRAPHIC] = "graphic",
	[CSL_TYPE_HEARING] = "hearing",
	[CSL_TYPE_INTERVIEW] = "interview",
	[CSL_TYPE_LEGAL_CASE] = "legal_case",
	[CSL_TYPE_LEGISLATION] = "legislation",
	[CSL_TYPE_MANUSCRIPT] = "manuscript",
	[CSL_TYPE_MAP] = "map",
	[CSL_TYPE_MOTION_PICTURE] = "motion_picture",
	[CSL_TYPE_MUSICAL_SCORE] = "musical_score",
	[CSL_TYPE_PAMPHLET] = "pamphlet",
	[CSL_TYPE_PAPER_CONFERENCE] = "paper-conference",
	[CSL_TYPE_PATENT] = "patent",
	[CSL_TYPE_PERFORMANCE] = "performance",
	[CSL_TYPE_PERIODICAL] = "periodical",
	[CSL_TYPE_PERSONAL_COMMUNICATION] = "personal_communication",
	[CSL_TYPE_POST] = "post",
	[CSL_TYPE_POST_WEBLOG] = "post-weblog",
	[CSL_TYPE_REGULATION] = "regulation",
	[CSL_TYPE_REPORT] = "report",
	[CSL_TYPE_REVIEW] = "review",
	[CSL_TYPE_REVIEW_BOOK] = "review-book",
	[CSL_TYPE_SOFTWARE] = "software",
	[CSL_TYPE_SONG] = "song",
	[CSL_TYPE_SPEECH] = "speech",
	[CSL_TYPE_STANDARD] = "standard",
	[CSL_TYPE_THESIS] = "thesis",
	[CSL_TYPE_TREATY] = "treaty",
	[CSL_TYPE_WEBPAGE] = "webpage",
};

static const char *const variable_names[] = {
	[CSL_NONE] = "",
	[CSL_ABSTRACT] = "abstract",
	[CSL_ANNOTE] = "annote",
	[CSL_ARCHIVE] = "archive",
	[CSL_ARCHIVE_COLLECTION] = "archive_collection",
	[CSL_ARCHIVE_LOCATION] = "archive_location",
	[CSL_ARCHIVE_PLACE] = "archive-place",
	[CSL_AUTHORITY] = "authority",
	[CSL_CALL_NUMBER] = "call-number",
	[CSL_CITATION_KEY] = "citation-key",
	[CSL_CITATION_LABEL] = "citation-label",
	[CSL_COLLECTION_TITLE] = "collection-title",
	[CSL_CONTAINER_TITLE] = "container-title",
	[CSL_CONTAINER_TITLE_SHORT] = "container-title-short",
	[CSL_DIMENSIONS] = "dimensions",
	[CSL_DIVISION] = "division",
	[CSL_DOI] = "DOI",
	[CSL_EVENT] = "event",
	[CSL_EVENT_TITLE] = "event-title",
	[CSL_EVENT_PLACE] = "event-place",
	[CSL_GENRE] = "genre",
	[CSL_ISBN] = "ISBN",
	[CSL_ISSN] = "ISSN",
	[CSL_JURISDICTION] = "jurisdiction",
	[CSL_KEYWORD] = "keyword",
	[CSL_LANGUAGE] = "language",
	[CSL_LICENSE] = "license",
	[CSL_MEDIUM] = "medium",
	[CSL_NOTE] = "note",
	[CSL_ORIGINAL_PUBLISHER] = "original-publisher",
	[CSL_ORIGINAL_PUBLISHER_PLACE] = "original-publisher-place",
	[CSL_ORIGINAL_TITLE] = "original-title",
	[CSL_PART_TITLE] = "part-title",
	[CSL_PMCID] = "PMCID",
	[CSL_PMID] = "PMID",
	[CSL_PUBLISHER] = "publisher",
	[CSL_PUBLISHER_PLACE] = "publisher-place",
	[CSL_REFERENCES] = "references",
	[CSL_REVIEWED_GENRE] = "reviewed-genre",
	[CSL_REVIEWED_TITLE] = "reviewed-title",
	[CSL_SCALE] = "scale",
	[CSL_SOURCE] = "source",
	[CSL_STATUS] = "status",
	[CSL_TITLE] = "title",
	[CSL_TITLE_SHORT] = "title-short",
	[CSL_URL] = "URL",
	[CSL_VOLUME_TITLE] = "volume-title",
	[CSL_YEAR_SUFFIX] = "year-suffix",
	[CSL_CHAPTER_NUMBER] = "chapter-number",
	[CSL_CITATION_NUMBER] = "citation-number",
	[CSL_COLLECTION_NUMBER] = "collection-number",
	[CSL_EDITION] = "edition",
	[CSL_FIRST_REFERENCE_NOTE_NUMBER] = "first-reference-note-number",
	[CSL_ISSUE] = "issue",
	[CSL_LOCATOR] = "locator",
	[CSL_NUMBER] = "number",
	[CSL_NUMBER_OF_PAGES] = "number-of-pages",
	[CSL_NUMBER_OF_VOLUMES] = "number-of-volumes",
	[CSL_PAGE] = "page",
	[CSL_PAGE_FIRST] = "page-first",
	[CSL_PART_NUMBER] = "part-number",
	[CSL_PRINTING_NUMBER] = "printing-number",
	[CSL_SECTION] = "section",
	[CSL_SUPPLEMENT_NUMBER] = "supplement-number",
	[CSL_VERSION] = "version",
	[CSL_VOLUME] = "volume",
	[CSL_AUTHOR] = "author",
	[CSL_CHAIR] = "chair",
	[CSL_COLLECTION_EDITOR] = "collection-editor",
	[CSL_COMPILER] = "compiler",
	[CSL_COMPOSER] = "composer",
	[CSL_CONTAINER_AUTHOR] = "container-author",
	[CSL_CONTRIBUTOR] = "contributor",
	[CSL_CURATOR] = "curator",
	[CSL_DIRECTOR] = "director",
	[CSL_EDITOR] = "editor",
	[CSL_EDITORIAL_DIRECTOR] = "editorial-director",
	[CSL_EDITOR_TRANSLATOR] = "editor-translator",
	[CSL_EXECUTIVE_PRODUCER] = "executive-producer",
	[CSL_GUEST] = "guest",
	[CSL_HOST] = "host",
	[CSL_ILLUSTRATOR] = "illustrator",
	[CSL_INTERVIEWER] = "interviewer",
	[CSL_NARRATOR] = "narrator",
	[CSL_ORGANIZER] = "organizer",
	[CSL_ORIGINAL_AUTHOR] = "original-author",
	[CSL_PERFORMER] = "performer",
	[CSL_PRODUCER] = "producer",
	[CSL_RECIPIENT] = "recipient",
	[CSL_REVIEWED_AUTHOR] = "reviewed-author",
	[CSL_SCRIPT_WRITER] = "script-writer",
	[CSL_SERIES_CREATOR] = "series-creator",
	[CSL_TRANSLATOR] = "translator",
	[CSL_ACCESSED] = "accessed",
	[CSL_AVAILABLE_DATE] = "available-date",
	[CSL_EVENT_DATE] = "event-date",
	[CSL_ISSUED] = "issued",
	[CSL_ORIGINAL_DATE] = "original-date",
	[CSL_SUBMITTED] = "submitted",
};

/* All variables, by name in the order of bytes. */
static const unsigned char variables_by_name[] = {
	CSL_DOI,
	CSL_ISBN,
	CSL_ISSN,
	CSL_PMCID,
	CSL_PMID,
	CSL_URL,
	CSL_ABSTRACT,
	CSL_ACCESSED,
	CSL_ANNOTE,
	CSL_ARCHIVE,
	CSL_ARCHIVE_PLACE,
	CSL_ARCHIVE_COLLECTION,
	CSL_ARCHIVE_LOCATION,
	CSL_AUTHOR,
	CSL_AUTHORITY,
	CSL_AVAILABLE_DATE,
	CSL_CALL_NUMBER,
	CSL_CHAIR,
	CSL_CHAPTER_NUMBER,
	CSL_CITATION_KEY,
	CSL_CITATION_LABEL,
	CSL_CITATION_NUMBER,
	CSL_COLLECTION_EDITOR,
	CSL_COLLECTION_NUMBER,
	CSL_COLLECTION_TITLE,
	CSL_COMPILER,
	CSL_COMPOSER,
	CSL_CONTAINER_AUTHOR,
	CSL_CONTAINER_TITLE,
	CSL_CONTAINER_TITLE_SHORT,
	CSL_CONTRIBUTOR,
	CSL_CURATOR,
	CSL_DIMENSIONS,
	CSL_DIRECTOR,
	CSL_DIVISION,
	CSL_EDITION,
	CSL_EDITOR,
	CSL_EDITOR_TRANSLATOR,
	CSL_EDITORIAL_DIRECTOR,
	CSL_EVENT,
	CSL_EVENT_DATE,
	CSL_EVENT_PLACE,
	CSL_EVENT_TITLE,
	CSL_EXECUTIVE_PRODUCER,
	CSL_FIRST_REFERENCE_NOTE_NUMBER,
	CSL_GENRE,
	CSL_GUEST,
	CSL_HOST,
	CSL_ILLUSTRATOR,
	CSL_INTERVIEWER,
	CSL_ISSUE,
	CSL_ISSUED,
	CSL_JURISDICTION,
	CSL_KEYWORD,
	CSL_LANGUAGE,
	CSL_LICENSE,
	CSL_LOCATOR,
	CSL_MEDIUM,
	CSL_NARRATOR,
	CSL_NOTE,
	CSL_NUMBER,
	CSL_NUMBER_OF_PAGES,
	CSL_NUMBER_OF_VOLUMES,
	CSL_ORGANIZER,
	CSL_ORIGINAL_AUTHOR,
	CSL_ORIGINAL_DATE,
	CSL_ORIGINAL_PUBLISHER,
	CSL_ORIGINAL_PUBLISHER_PLACE,
	CSL_ORIGINAL_TITLE,
	CSL_PAGE,
	CSL_PAGE_FIRST,
	CSL_PART_NUMBER,
	CSL_PART_TITLE,
	CSL_PERFORMER,
	CSL_PRINTING_NUMBER,
	CSL_PRODUCER,
	CSL_PUBLISHER,
	CSL_PUBLISHER_PLACE,
	CSL_RECIPIENT,
	CSL_REFERENCES,
	CSL_REVIEWED_AUTHOR,
	CSL_REVIEWED_GENRE,
	CSL_REVIEWED_TITLE,
	CSL_SCALE,
	CSL_SCRIPT_WRITER,
	CSL_SECTION,
	CSL_SERIES_CREATOR,
	CSL_SOURCE,
	CSL_STATUS,
	CSL_SUBMITTED,
	CSL_SUPPLEMENT_NUMBER,
	CSL_TITLE,
	CSL_TITLE_SHORT,
	CSL_TRANSLATOR,
	CSL_VERSION,
	CSL_VOLUME,
	CSL_VOLUME_TITLE,
	CSL_YEAR_SUFFIX,
};

static int
compare_type(const void *name, const void *entry)
{
	return strcmp(name, *(const char *const *)entry);
}

enum csl_type
csl_find_type(const char *name)
{
	const char *const *found = bsearch(name, type_names, CSL_TYPE_COUNT,
	    sizeof *type_names, compare_type);

	return found ? (enum csl_type)(found - type_names) : CSL_TYPE_NONE;
}

const char *
csl_get_type_name(enum csl_type type)
{
	return type < CSL_TYPE_COUNT ? type_names[type] : "";
}

static int
compare_variable(const void *name, const void *entry)
{
	return strcmp(name, variable_names[*(const unsigned char *)entry]);
}

enum csl_variable
csl_find_variable(const char *name)
{
	const unsigned char *found = bsearch(name, variables_by_name,
	    sizeof variables_by_name, 1, compare_variable);

	return found ? (enum csl_variable) * found : CSL_NONE;
}

const char *
csl_get_variable_name(enum csl_variable v)
{
	return v < CSL_VARIABLE_COUNT ? variable_names[v] : "";
}

static const char *
skip_caseless(const char *text, const char *prefix)
{
	size_t len = strlen(prefix);

	return strncasecmp(text, prefix, len) == 0 ? text + len : text;
}

const char *
csl_find_doi(const char *text)
{
	static const char *const prefixes[] = { "https://", "http://", "dx.",
		"www.", "doi.org/", "doi:", "doi " };
	const char *doi = text;

	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
		doi = skip_caseless(doi, prefixes[i]);
		doi += strspn(doi, " ");
	}
	return strncmp(doi, "10.", 3) == 0 ? doi : text;
}
