/* SPDX-License-Identifier: ISC */
#ifndef IBID_MODEL_EVENT_H
#define IBID_MODEL_EVENT_H

#include <stdbool.h>
#include <stdint.h>

/* One dated happening; rows run by date. */
struct event {
	int64_t id;
	const char *slug;
	const char *topic; /* slug */
	const char *date;  /* as written */
	const char *precision;
	const char *kind;
	const char *title;
	const char *statement;
	const char *note; /* "" where none */
	bool is_graphic;
	uint32_t documents;
	uint32_t origins;
};

#endif
