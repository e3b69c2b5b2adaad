/* SPDX-License-Identifier: ISC */
#ifndef IBID_BARE_URL_H
#define IBID_BARE_URL_H

#include <stddef.h>

/*
 * Addresses of the web that stand in a text as they are, without being a
 * link of the collection: a terminal that knows links makes them one.
 */
struct bare_url {
	size_t at, len; /* in the text; len 0: there is no further one */
};

/* Finds the first one that ends behind a byte of the text. */
void bare_url_find(struct bare_url *out, const char *text, size_t from);

#endif
