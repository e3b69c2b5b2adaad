/* SPDX-License-Identifier: ISC */
#ifndef IBID_MODEL_RECORD_H
#define IBID_MODEL_RECORD_H

/* The kinds of record, and their names in links, columns and commands. */
enum record_kind {
	RECORD_NONE = 0,
	RECORD_TOPIC = 1,
	RECORD_FIGURE = 2,
	RECORD_SOURCE = 3,
	RECORD_EVENT = 4,
	RECORD_MEASURE = 5,
	RECORD_DISAGREEMENT = 6
};

/* "topic", "figure", ...; lent for ever.  RECORD_NONE gives "". */
const char *record_get_name(enum record_kind kind);

/* RECORD_NONE where no kind has that name. */
enum record_kind record_find_kind(const char *name);

#endif
