/* SPDX-License-Identifier: ISC */
#ifndef IBID_MODEL_SOURCE_H
#define IBID_MODEL_SOURCE_H

#include <stdint.h>

#include "model/record.h"

/* A publication, law, organisation, person or outlet. */
struct source {
	int64_t id;
	const char *key;       /* the citation key */
	const char *kind;      /* "article", "report", ... "person", "outlet" */
	const char *title;     /* or name, where it has no title */
	const char *label;     /* one short line: author, title, container */
	const char *year;      /* "" where not known */
	const char *certainty; /* "" where not said */
	const char *found_at;  /* "" where not said */
	const char *copy_of;   /* key, or NULL */
	const char *institution; /* key, or NULL */
	uint32_t cited_by;       /* citations with it as any step */
	uint32_t origin_of;      /* citations whose origin it is */
};

/* A place that cites a source. */
struct citing {
	enum record_kind kind;
	const char *slug;
	const char *title; /* of the topic, figure's statement, event */
	bool is_graphic;   /* that statement */
	int64_t passage;
	int64_t citation;
	uint32_t number; /* of the mark */
	int role;        /* enum step_role */
};

#endif
