/* SPDX-License-Identifier: ISC */
#ifndef IBID_MODEL_CITATION_H
#define IBID_MODEL_CITATION_H

#include <stdbool.h>
#include <stdint.h>

/*
 * A citation is a chain of steps from the reader outwards: the document
 * that was read, what it credits, what the editor identified, who spoke.
 */
enum step_role {
	STEP_STATED_IN = 1,
	STEP_CREDITED_TO = 2,
	STEP_IDENTIFIED_AS = 3,
	STEP_SPOKEN_BY = 4
};

enum step_seen { SEEN_NO = 0, SEEN_PART = 1, SEEN_YES = 2 };

struct step {
	enum step_role role;
	const char *key;   /* of the source, or NULL where text is set */
	const char *label; /* the source in one short line, or NULL */
	const char *text;  /* a credit that has no record */
	enum step_seen seen;
	bool is_carried; /* the credit stands in a neighbouring sentence */
	const char *locator_label; /* CSL's name ("section"), "" as text */
	const char *locator_value; /* NULL: no locator */
};

struct citation {
	int64_t id;
	uint32_t number; /* of its mark; equal chains share one */
	int64_t passage; /* what it covers: */
	uint32_t at;
	uint32_t len;
	int64_t document; /* source row of the first step */
	int64_t origin;   /* equal numbers are one origin */
	struct step *steps;
	uint32_t step_count;
};

/* "stated-in", "credited-to", "identified-as", "spoken-by". */
const char *citation_get_role_name(enum step_role role);

/* "no", "part", "yes". */
const char *citation_get_seen_name(enum step_seen seen);

/*
 * Whether a citation covers any of the bytes from at to at + len of a
 * passage; one that covers nothing touches where it stands.
 */
bool citation_touches(const struct citation *c, int64_t passage, uint32_t at,
    uint32_t len);

/*
 * Counts the distinct documents and origins of the citations that touch the
 * bytes from at to at + len of a passage.
 */
void citation_count_origins(uint32_t *documents, uint32_t *origins,
    const struct citation *citations, uint32_t count, int64_t passage,
    uint32_t at, uint32_t len);

/*
 * CSL's locator label for a label or short form ("p.", "pp.", "sec.",
 * "paras", "section"); NULL where CSL knows none such.
 * Source: CSL 1.0.2 specification, "Locators", and the short forms of
 * locales-en-US.
 */
const char *citation_find_locator_label(const char *text, uint32_t len);

/* CSL's labels by index; NULL at the end. */
const char *citation_get_locator_label(unsigned index);

/* The usual short form for print: "section" gives "sec.", "page" "p.". */
const char *citation_get_locator_short(const char *label);

#endif
