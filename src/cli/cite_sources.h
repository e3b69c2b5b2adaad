/* SPDX-License-Identifier: ISC */
#ifndef IBID_CITE_SOURCES_H
#define IBID_CITE_SOURCES_H

#include <stdbool.h>
#include <stdint.h>

#include "cite_request.h"
#include "model/csl.h"

/*
 * The items that a request names, in its order, from the collection or from
 * a file; with --via what was read comes first, then what was not seen.
 */
struct cite_sources {
	const struct csl_item **items;
	uint32_t count;
};

/*
 * Items live in the arena of cli.  Organisations, persons and outlets are
 * passed over, which is said; STATUS_NOT_FOUND with an empty message where
 * nothing is left.  STATUS_NOT_FOUND names the nearest of a key that is not
 * in the collection, STATUS_INVALID of one that is not in the file.
 */
enum status cite_sources_read(struct cite_sources *out, struct cli *cli,
    const struct cite_request *request, struct error *err);

/*
 * Whether a source can be cited: an organisation, a person or an outlet can
 * where its record is that of a work, such as a page on the web.
 */
bool cite_sources_is_publication(const char *kind, const struct csl_item *item);

#endif
