/* SPDX-License-Identifier: ISC */
#ifndef IBID_READER_SESSION_H
#define IBID_READER_SESSION_H

#include <stdbool.h>

#include "reader/settings.h"
#include "reader/trail.h"
#include "store/collection.h"
#include "store/collection_facet.h"
#include "store/collection_key.h"
#include "store/collection_search.h"

/*
 * What is open, without a screen: the collection, where the reader was, and
 * how the reader wants things.
 */
struct session {
	struct collection *collection; /* the session's */
	struct trail *trail;
	struct settings settings;
	struct arena arena; /* of title and the like */
	const char *title;  /* of the collection */
	struct collection_counts counts;
};

/* Takes the collection over.  It is closed with the session. */
enum status session_open(struct session **out, struct collection *collection,
    const struct settings *settings, struct error *err);
void session_close(struct session *s);

/*
 * Whether another file stands at the collection's path now; then opens it
 * in the old one's place (STATUS_OK) or says why it could not and keeps the
 * old one.  *is_new tells.  Asked between keys, at most once a second.
 */
enum status session_refresh(struct session *s, bool *is_new, struct error *err);

#endif
