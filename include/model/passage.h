/* SPDX-License-Identifier: ISC */
#ifndef IBID_MODEL_PASSAGE_H
#define IBID_MODEL_PASSAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/citation.h"
#include "model/record.h"

/*
 * A passage is the unit of text: what is searched, laid out and cited.
 * The compiler writes passages, the store reads them; both use these
 * records.  Offsets are bytes into text.
 */
enum passage_kind {
	PASSAGE_TITLE = 1,   /* title of a topic, measure, event */
	PASSAGE_SUMMARY = 2, /* summary of a topic */
	PASSAGE_HEADING = 3,
	PASSAGE_PARAGRAPH = 4,
	PASSAGE_ITEM = 5,
	PASSAGE_QUOTATION = 6,
	PASSAGE_ROW = 7,         /* of a table; cells divided by a tab */
	PASSAGE_CODE = 8,        /* preformatted lines */
	PASSAGE_NOTE = 9,        /* an editor's note on the passage before it */
	PASSAGE_STATEMENT = 10,  /* of a figure or event */
	PASSAGE_DEFINITION = 11, /* of a measure */
	PASSAGE_FIELD = 12       /* of a source */
};

/* "heading", "table-row", "editors-note", ...: as the JSON has them. */
const char *passage_get_kind_name(enum passage_kind kind);

enum span_kind {
	SPAN_EMPHASIS = 1,
	SPAN_STRONG = 2,
	SPAN_CODE = 3,
	SPAN_LINK = 4,    /* target: a link */
	SPAN_CITATION = 5 /* a mark, len 0; target: a citation */
};

struct span {
	uint32_t at;
	uint32_t len;
	enum span_kind kind;
	uint32_t target; /* index into the page's links or citations */
};

struct sentence {
	uint32_t at;
	uint32_t len;
	uint32_t documents; /* distinct documents of the citations on it */
	uint32_t origins;   /* distinct origins of the same */
};

/* Where a piece of text leads. */
struct link {
	enum record_kind kind; /* RECORD_NONE: url */
	int64_t record;        /* row id of the target */
	const char *slug;      /* or key of a source */
	const char *title;     /* of the target, or NULL */
	const char *url;       /* NULL but for RECORD_NONE */
};

struct passage {
	int64_t id;
	enum passage_kind kind;
	int level;   /* heading: 2-6; item, quotation: depth from 1;
			paragraph: of the item it belongs to, or 0;
			row: 1 in a table's head, else 0 */
	int ordinal; /* number of an ordered item, 0 for a bullet */
	bool is_graphic;
	const char *field; /* CSL variable of a source's field, or NULL */
	const char *text;  /* NUL-terminated */
	uint32_t len;
	struct sentence *sentences;
	uint32_t sentence_count;
	struct span *spans; /* by at; outer before inner */
	uint32_t span_count;
};

/* Consecutive passages of one record with all that belongs to them. */
struct page {
	struct passage *passages;
	uint32_t passage_count;
	struct citation *citations; /* by passage, then place */
	uint32_t citation_count;
	struct link *links;
	uint32_t link_count;
};

#endif
