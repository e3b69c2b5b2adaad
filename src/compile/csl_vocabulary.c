/* SPDX-License-Identifier: ISC */
#include "csl_vocabulary.h"

#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static const struct csl_member members[] = {
	{ "id", CSL_ID },
	{ "type", CSL_TYPE },
	{ "custom", CSL_CUSTOM },
	{ "categories", CSL_CATEGORIES },
	{ "shortTitle", CSL_ALIAS, "title-short" },
	{ "journalAbbreviation", CSL_ALIAS, "container-title-short" },
	{ "abstract", CSL_LONG_TEXT },
	{ "annote", CSL_LONG_TEXT },
	{ "note", CSL_LONG_TEXT },
	{ "archive", CSL_TEXT },
	{ "archive_collection", CSL_TEXT },
	{ "archive_location", CSL_TEXT },
	{ "archive-place", CSL_TEXT },
	{ "authority", CSL_TEXT },
	{ "call-number", CSL_TEXT },
	{ "citation-key", CSL_TEXT },
	{ "citation-label", CSL_TEXT },
	{ "collection-title", CSL_TEXT },
	{ "container-title", CSL_TEXT },
	{ "container-title-short", CSL_TEXT },
	{ "dimensions", CSL_TEXT },
	{ "division", CSL_TEXT },
	{ "DOI", CSL_TEXT },
	{ "event", CSL_TEXT },
	{ "event-title", CSL_TEXT },
	{ "event-place", CSL_TEXT },
	{ "genre", CSL_TEXT },
	{ "ISBN", CSL_TEXT },
	{ "ISSN", CSL_TEXT },
	{ "jurisdiction", CSL_TEXT },
	{ "keyword", CSL_TEXT },
	{ "language", CSL_TEXT },
	{ "license", CSL_TEXT },
	{ "medium", CSL_TEXT },
	{ "original-publisher", CSL_TEXT },
	{ "original-publisher-place", CSL_TEXT },
	{ "original-title", CSL_TEXT },
	{ "part-title", CSL_TEXT },
	{ "PMCID", CSL_TEXT },
	{ "PMID", CSL_TEXT },
	{ "publisher", CSL_TEXT },
	{ "publisher-place", CSL_TEXT },
	{ "references", CSL_TEXT },
	{ "reviewed-genre", CSL_TEXT },
	{ "reviewed-title", CSL_TEXT },
	{ "scale", CSL_TEXT },
	{ "source", CSL_TEXT },
	{ "status", CSL_TEXT },
	{ "title", CSL_TEXT },
	{ "title-short", CSL_TEXT },
	{ "URL", CSL_TEXT },
	{ "volume-title", CSL_TEXT },
	{ "year-suffix", CSL_TEXT },
	{ "chapter-number", CSL_NUMBER },
	{ "citation-number", CSL_NUMBER },
	{ "collection-number", CSL_NUMBER },
	{ "edition", CSL_NUMBER },
	{ "first-reference-note-number", CSL_NUMBER },
	{ "issue", CSL_NUMBER },
	{ "locator", CSL_NUMBER },
	{ "number", CSL_NUMBER },
	{ "number-of-pages", CSL_NUMBER },
	{ "number-of-volumes", CSL_NUMBER },
	{ "page", CSL_NUMBER },
	{ "page-first", CSL_NUMBER },
	{ "part-number", CSL_NUMBER },
	{ "printing-number", CSL_NUMBER },
	{ "section", CSL_NUMBER },
	{ "supplement-number", CSL_NUMBER },
	{ "version", CSL_NUMBER },
	{ "volume", CSL_NUMBER },
	{ "author", CSL_NAMES },
	{ "chair", CSL_NAMES },
	{ "collection-editor", CSL_NAMES },
	{ "compiler", CSL_NAMES },
	{ "composer", CSL_NAMES },
	{ "container-author", CSL_NAMES },
	{ "contributor", CSL_NAMES },
	{ "curator", CSL_NAMES },
	{ "director", CSL_NAMES },
	{ "editor", CSL_NAMES },
	{ "editorial-director", CSL_NAMES },
	{ "editor-translator", CSL_NAMES },
	{ "executive-producer", CSL_NAMES },
	{ "guest", CSL_NAMES },
	{ "host", CSL_NAMES },
	{ "illustrator", CSL_NAMES },
	{ "interviewer", CSL_NAMES },
	{ "narrator", CSL_NAMES },
	{ "organizer", CSL_NAMES },
	{ "original-author", CSL_NAMES },
	{ "performer", CSL_NAMES },
	{ "producer", CSL_NAMES },
	{ "recipient", CSL_NAMES },
	{ "reviewed-author", CSL_NAMES },
	{ "script-writer", CSL_NAMES },
	{ "series-creator", CSL_NAMES },
	{ "translator", CSL_NAMES },
	{ "accessed", CSL_DATE },
	{ "available-date", CSL_DATE },
	{ "event-date", CSL_DATE },
	{ "issued", CSL_DATE },
	{ "original-date", CSL_DATE },
	{ "submitted", CSL_DATE },
};

/*
 * What a publication of each type is taken for, where custom.ibid does not
 * say: what is a part of a periodical, a programme or a reference work, or
 * was said to somebody, is an article; what an institution gives out as a
 * paper, a report; what fills a volume (and a chapter of it), a book.
 */
static const struct {
	const char *type;
	const char *kind;
} types[] = {
	{ "article", "article" },
	{ "article-journal", "article" },
	{ "article-magazine", "article" },
	{ "article-newspaper", "article" },
	{ "broadcast", "article" },
	{ "entry", "article" },
	{ "entry-dictionary", "article" },
	{ "entry-encyclopedia", "article" },
	{ "event", "article" },
	{ "figure", "article" },
	{ "graphic", "article" },
	{ "interview", "article" },
	{ "motion_picture", "article" },
	{ "paper-conference", "article" },
	{ "performance", "article" },
	{ "personal_communication", "article" },
	{ "review", "article" },
	{ "review-book", "article" },
	{ "song", "article" },
	{ "speech", "article" },
	{ "dataset", "report" },
	{ "document", "report" },
	{ "hearing", "report" },
	{ "manuscript", "report" },
	{ "map", "report" },
	{ "patent", "report" },
	{ "report", "report" },
	{ "standard", "report" },
	{ "book", "book" },
	{ "chapter", "book" },
	{ "classic", "book" },
	{ "collection", "book" },
	{ "musical_score", "book" },
	{ "pamphlet", "book" },
	{ "periodical", "book" },
	{ "thesis", "book" },
	{ "post", "website" },
	{ "post-weblog", "website" },
	{ "software", "website" },
	{ "webpage", "website" },
	{ "bill", "law" },
	{ "legal_case", "law" },
	{ "legislation", "law" },
	{ "regulation", "law" },
	{ "treaty", "treaty" },
};

static const struct csl_kind kinds[] = {
	{ "article", CSL_TYPED, false },
	{ "report", CSL_TYPED, false },
	{ "book", CSL_TYPED, false },
	{ "website", CSL_TYPED, false },
	{ "law", CSL_TYPED_OR_WARN, true },
	{ "treaty", CSL_TYPED, true },
	{ "resolution", CSL_TYPED, true },
	{ "organisation", CSL_UNTYPED, false },
	{ "person", CSL_UNTYPED, false },
	{ "outlet", CSL_UNTYPED, false },
};

const struct csl_member *
csl_vocabulary_find_member(const char *name)
{
	for (size_t i = 0; i < COUNT(members); i++) {
		if (strcmp(members[i].name, name) == 0)
			return &members[i];
	}
	return NULL;
}

void
csl_vocabulary_offer_members(struct suggestion *s)
{
	for (size_t i = 0; i < COUNT(members); i++)
		suggestion_offer(s, members[i].name);
}

const char *
csl_vocabulary_find_kind_of_type(const char *type)
{
	for (size_t i = 0; i < COUNT(types); i++) {
		if (strcmp(types[i].type, type) == 0)
			return types[i].kind;
	}
	return NULL;
}

void
csl_vocabulary_offer_types(struct suggestion *s)
{
	for (size_t i = 0; i < COUNT(types); i++)
		suggestion_offer(s, types[i].type);
}

const struct csl_kind *
csl_vocabulary_find_kind(const char *name)
{
	for (size_t i = 0; i < COUNT(kinds); i++) {
		if (strcmp(kinds[i].name, name) == 0)
			return &kinds[i];
	}
	return NULL;
}

void
csl_vocabulary_offer_kinds(struct suggestion *s)
{
	for (size_t i = 0; i < COUNT(kinds); i++)
		suggestion_offer(s, kinds[i].name);
}
