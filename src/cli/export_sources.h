/* SPDX-License-Identifier: ISC */
#ifndef IBID_EXPORT_SOURCES_H
#define IBID_EXPORT_SOURCES_H

#include <stdint.h>

#include "cli.h"
#include "model/source.h"

/*
 * The sources that the operands of `ibid export` name, each once, in the
 * order in which they are first met.
 */
struct export_sources {
	struct source *sources;
	uint32_t count, cap;
};

/*
 * All of them where there is no operand.  KEY, source:KEY; of topic:SLUG,
 * figure:, event:, measure: what their text cites, with all steps of a chain:
 * the documents that were read and what these credit.  In the arena of cli.
 * STATUS_NOT_FOUND names the nearest.
 */
enum status export_sources_read(struct export_sources *out, struct cli *cli,
    const char *const *operands, struct error *err);

/* "topics": RECORD_TOPIC; RECORD_NONE where it is no kind of list. */
enum record_kind export_find_list(const char *name);

#endif
