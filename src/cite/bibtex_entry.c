/* SPDX-License-Identifier: ISC */
#include "bibtex_entry.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

#include "bibliography_private.h"

enum entry {
	MISC,
	ARTICLE,
	BOOK,
	BOOKLET,
	CHAPTER,
	PAPER,
	MASTERS,
	THESIS,
	REPORT,
	UNPUBLISHED,
	/* What stands in a volume, in BibTeX alone: */
	GAZETTE,
	/* Of BibLaTeX alone: */
	ARTWORK,
	DATASET,
	IMAGE,
	JURISDICTION,
	LEGAL,
	LEGISLATION,
	LETTER,
	MOVIE,
	MUSIC,
	ONLINE,
	PATENT,
	PERFORMANCE,
	PERIODICAL,
	REFERENCE,
	REVIEW,
	SOFTWARE,
	STANDARD,
	VIDEO,
	ENTRY_COUNT
};

static const struct bibtex_entry bibtex[] = {
	[MISC] = { .name = "misc",
	    .container = "howpublished",
	    .publisher = "publisher" },
	[ARTICLE] = { .name = "article",
	    .container = "journal",
	    .publisher = "publisher",
	    .has_number = true,
	    .has_pages = true,
	    .is_article = true },
	[BOOK] = { .name = "book",
	    .container = "booktitle",
	    .publisher = "publisher",
	    .has_number = true,
	    .is_in_series = true },
	[BOOKLET] = { .name = "booklet",
	    .container = "booktitle",
	    .publisher = "howpublished" },
	[CHAPTER] = { .name = "incollection",
	    .container = "booktitle",
	    .publisher = "publisher",
	    .has_number = true,
	    .has_pages = true,
	    .is_in_series = true },
	[PAPER] = { .name = "inproceedings",
	    .container = "booktitle",
	    .publisher = "publisher",
	    .has_number = true,
	    .has_pages = true,
	    .is_in_series = true },
	[MASTERS] = { .name = "mastersthesis",
	    .container = "booktitle",
	    .publisher = "school" },
	[THESIS] = { .name = "phdthesis",
	    .container = "booktitle",
	    .publisher = "school" },
	[REPORT] = { .name = "techreport",
	    .container = "booktitle",
	    .publisher = "institution",
	    .has_number = true },
	[UNPUBLISHED] = { .name = "unpublished",
	    .container = "booktitle",
	    .publisher = "howpublished" },
	[GAZETTE] = { .name = "misc",
	    .container = "journal",
	    .publisher = "publisher",
	    .notes_volume = true },
};

/* What BibLaTeX's own styles do not know they print as @misc. */
#define UNKNOWN(type)                                            \
	{                                                        \
		.name = (type), .container = "journaltitle",     \
		.publisher = "organization", .has_number = true, \
		.has_pages = true                                \
	}

static const struct bibtex_entry biblatex[] = {
	[MISC] = { .name = "misc",
	    .container = "howpublished",
	    .publisher = "organization" },
	[ARTICLE] = { .name = "article",
	    .container = "journaltitle",
	    .publisher = "publisher",
	    .has_number = true,
	    .has_pages = true,
	    .is_article = true },
	[BOOK] = { .name = "book",
	    .container = "booktitle",
	    .publisher = "publisher",
	    .has_number = true,
	    .has_pages = true,
	    .is_in_series = true },
	[BOOKLET] = { .name = "booklet",
	    .container = "booktitle",
	    .publisher = "howpublished",
	    .has_pages = true },
	[CHAPTER] = { .name = "incollection",
	    .container = "booktitle",
	    .publisher = "publisher",
	    .has_number = true,
	    .has_pages = true,
	    .is_in_series = true },
	[PAPER] = { .name = "inproceedings",
	    .container = "booktitle",
	    .publisher = "publisher",
	    .has_number = true,
	    .has_pages = true,
	    .is_in_series = true },
	[MASTERS] = { .name = "thesis",
	    .container = "booktitle",
	    .publisher = "institution",
	    .has_pages = true },
	[THESIS] = { .name = "thesis",
	    .container = "booktitle",
	    .publisher = "institution",
	    .has_pages = true },
	[REPORT] = { .name = "report",
	    .container = "booktitle",
	    .publisher = "institution",
	    .has_number = true,
	    .has_pages = true },
	[UNPUBLISHED] = { .name = "unpublished",
	    .container = "booktitle",
	    .publisher = "howpublished" },
	[ARTWORK] = UNKNOWN("artwork"),
	[DATASET] = { .name = "dataset",
	    .container = "organization",
	    .publisher = "publisher",
	    .has_number = true },
	[IMAGE] = UNKNOWN("image"),
	[JURISDICTION] = UNKNOWN("jurisdiction"),
	[LEGAL] = UNKNOWN("legal"),
	[LEGISLATION] = UNKNOWN("legislation"),
	[LETTER] = UNKNOWN("letter"),
	[MOVIE] = UNKNOWN("movie"),
	[MUSIC] = UNKNOWN("music"),
	[ONLINE] = { .name = "online",
	    .container = "organization",
	    .publisher = "publisher" },
	[PATENT] = { .name = "patent",
	    .container = "journaltitle",
	    .publisher = "organization",
	    .has_number = true },
	[PERFORMANCE] = UNKNOWN("performance"),
	[PERIODICAL] = { .name = "periodical",
	    .container = "journaltitle",
	    .publisher = "publisher",
	    .has_number = true,
	    .has_pages = true,
	    .is_article = true },
	[REFERENCE] = { .name = "inreference",
	    .container = "booktitle",
	    .publisher = "publisher",
	    .has_number = true,
	    .has_pages = true,
	    .is_in_series = true },
	[REVIEW] = { .name = "review",
	    .container = "journaltitle",
	    .publisher = "publisher",
	    .has_number = true,
	    .has_pages = true,
	    .is_article = true },
	[SOFTWARE] = UNKNOWN("software"),
	[STANDARD] = UNKNOWN("standard"),
	[VIDEO] = UNKNOWN("video"),
};

/* In BibTeX, in BibLaTeX. */
static const unsigned char entries[CSL_TYPE_COUNT][BIBTEX_DIALECTS] = {
	[CSL_TYPE_NONE] = { MISC, MISC },
	[CSL_TYPE_ARTICLE] = { MISC, ONLINE },
	[CSL_TYPE_ARTICLE_JOURNAL] = { ARTICLE, ARTICLE },
	[CSL_TYPE_ARTICLE_MAGAZINE] = { ARTICLE, ARTICLE },
	[CSL_TYPE_ARTICLE_NEWSPAPER] = { ARTICLE, ARTICLE },
	[CSL_TYPE_BILL] = { MISC, LEGISLATION },
	[CSL_TYPE_BOOK] = { BOOK, BOOK },
	[CSL_TYPE_BROADCAST] = { MISC, VIDEO },
	[CSL_TYPE_CHAPTER] = { CHAPTER, CHAPTER },
	[CSL_TYPE_CLASSIC] = { BOOK, BOOK },
	[CSL_TYPE_COLLECTION] = { MISC, MISC },
	[CSL_TYPE_DATASET] = { MISC, DATASET },
	[CSL_TYPE_DOCUMENT] = { MISC, MISC },
	[CSL_TYPE_ENTRY] = { CHAPTER, REFERENCE },
	[CSL_TYPE_ENTRY_DICTIONARY] = { CHAPTER, REFERENCE },
	[CSL_TYPE_ENTRY_ENCYCLOPEDIA] = { CHAPTER, REFERENCE },
	[CSL_TYPE_EVENT] = { MISC, MISC },
	[CSL_TYPE_FIGURE] = { MISC, IMAGE },
	[CSL_TYPE_GRAPHIC] = { MISC, ARTWORK },
	[CSL_TYPE_HEARING] = { MISC, MISC },
	[CSL_TYPE_INTERVIEW] = { MISC, MISC },
	[CSL_TYPE_LEGAL_CASE] = { MISC, JURISDICTION },
	[CSL_TYPE_LEGISLATION] = { MISC, LEGISLATION },
	[CSL_TYPE_MANUSCRIPT] = { UNPUBLISHED, UNPUBLISHED },
	[CSL_TYPE_MAP] = { MISC, MISC },
	[CSL_TYPE_MOTION_PICTURE] = { MISC, MOVIE },
	[CSL_TYPE_MUSICAL_SCORE] = { MISC, MUSIC },
	[CSL_TYPE_PAMPHLET] = { BOOKLET, BOOKLET },
	[CSL_TYPE_PAPER_CONFERENCE] = { PAPER, PAPER },
	[CSL_TYPE_PATENT] = { MISC, PATENT },
	[CSL_TYPE_PERFORMANCE] = { MISC, PERFORMANCE },
	[CSL_TYPE_PERIODICAL] = { MISC, PERIODICAL },
	[CSL_TYPE_PERSONAL_COMMUNICATION] = { MISC, LETTER },
	[CSL_TYPE_POST] = { MISC, ONLINE },
	[CSL_TYPE_POST_WEBLOG] = { MISC, ONLINE },
	[CSL_TYPE_REGULATION] = { MISC, LEGISLATION },
	[CSL_TYPE_REPORT] = { REPORT, REPORT },
	[CSL_TYPE_REVIEW] = { ARTICLE, REVIEW },
	[CSL_TYPE_REVIEW_BOOK] = { ARTICLE, REVIEW },
	[CSL_TYPE_SOFTWARE] = { MISC, SOFTWARE },
	[CSL_TYPE_SONG] = { MISC, MUSIC },
	[CSL_TYPE_SPEECH] = { UNPUBLISHED, UNPUBLISHED },
	[CSL_TYPE_STANDARD] = { MISC, STANDARD },
	[CSL_TYPE_THESIS] = { THESIS, THESIS },
	[CSL_TYPE_TREATY] = { MISC, LEGAL },
	[CSL_TYPE_WEBPAGE] = { MISC, ONLINE },
};

/* "Master's thesis", "MA thesis", "M.Sc. thesis", "Magisterarbeit" */
static bool
is_masters(const char *genre)
{
	static const char *const words[] = { "master", "magister", "ma ",
		"m.a.", "msc", "m.sc", "mphil", "m.phil" };

	for (size_t i = 0; genre && i < sizeof words / sizeof *words; i++) {
		if (strncasecmp(genre, words[i], strlen(words[i])) == 0)
			return true;
	}
	return false;
}

/* A law in a gazette, a treaty in a series: where it stands there. */
static bool
is_in_volume(const struct csl_item *item)
{
	return bibliography_get_text(item, CSL_CONTAINER_TITLE) &&
	    (bibliography_get_text(item, CSL_VOLUME) ||
		bibliography_get_text(item, CSL_PAGE) ||
		bibliography_get_text(item, CSL_ISSUE));
}

const struct bibtex_entry *
bibtex_find_entry(const struct csl_item *item, enum bibtex_dialect dialect)
{
	enum csl_type type = bibliography_get_type(item);
	int entry = entries[type][dialect];

	if (dialect == BIBLATEX)
		return &biblatex[entry];
	if (entry == MISC && is_in_volume(item))
		entry = GAZETTE;
	if (entry == THESIS &&
	    is_masters(bibliography_get_text(item, CSL_GENRE)))
		entry = MASTERS;
	return &bibtex[entry];
}

const char *
bibtex_get_subtype(enum csl_type type)
{
	if (type == CSL_TYPE_ARTICLE_MAGAZINE)
		return "magazine";
	return type == CSL_TYPE_ARTICLE_NEWSPAPER ? "newspaper" : NULL;
}

const char *
bibtex_find_language(const char *tag)
{
	/* Those with a country first. */
	static const char *const languages[][2] = { { "en-US", "american" },
		{ "en-GB", "british" }, { "en-AU", "australian" },
		{ "en-CA", "canadian" }, { "en-NZ", "newzealand" },
		{ "de-AT", "naustrian" }, { "de-CH", "nswissgerman" },
		{ "fr-CA", "canadien" }, { "pt-BR", "brazilian" },
		{ "af", "afrikaans" }, { "ar", "arabic" },
		{ "bg", "bulgarian" }, { "ca", "catalan" }, { "cs", "czech" },
		{ "cy", "welsh" }, { "da", "danish" }, { "de", "ngerman" },
		{ "el", "greek" }, { "en", "english" }, { "es", "spanish" },
		{ "et", "estonian" }, { "eu", "basque" }, { "fa", "persian" },
		{ "fi", "finnish" }, { "fr", "french" }, { "ga", "irish" },
		{ "gl", "galician" }, { "he", "hebrew" }, { "hi", "hindi" },
		{ "hr", "croatian" }, { "hu", "magyar" }, { "hy", "armenian" },
		{ "id", "indonesian" }, { "is", "icelandic" },
		{ "it", "italian" }, { "ja", "japanese" }, { "ko", "korean" },
		{ "la", "latin" }, { "lt", "lithuanian" }, { "lv", "latvian" },
		{ "mn", "mongolian" }, { "ms", "malay" }, { "nb", "norsk" },
		{ "nl", "dutch" }, { "nn", "nynorsk" }, { "no", "norsk" },
		{ "pl", "polish" }, { "pt", "portuguese" },
		{ "ro", "romanian" }, { "ru", "russian" }, { "sk", "slovak" },
		{ "sl", "slovene" }, { "sr", "serbian" }, { "sv", "swedish" },
		{ "th", "thai" }, { "tr", "turkish" }, { "uk", "ukrainian" },
		{ "vi", "vietnamese" }, { "zh", "chinese" } };

	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
		size_t len = strlen(languages[i][0]);

		if (strncasecmp(tag, languages[i][0], len) == 0 &&
		    (!tag[len] || tag[len] == '-' || tag[len] == '_'))
			return languages[i][1];
	}
	return NULL;
}
