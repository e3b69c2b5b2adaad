/* SPDX-License-Identifier: ISC */
#ifndef IBID_READER_COLLECTION_ITEM_H
#define IBID_READER_COLLECTION_ITEM_H

#include "model/csl.h"
#include "reader/session.h"

/*
 * A page of the collection as a source of its own: its title in the
 * collection, whose editors, edition and licence it has.
 */
struct collection_item {
	struct csl_item item;
	const char *how; /* "Licence: CC0-1.0. Read with: ibid -d x.ibid mills"
			  */
};

/* All is in the arena. */
enum status collection_item_read(struct collection_item *out,
    struct session *session, const struct reader_place *place,
    struct arena *arena, struct error *err);

#endif
