/* SPDX-License-Identifier: ISC */
#ifndef IBID_STYLE_SHELF_PRIVATE_H
#define IBID_STYLE_SHELF_PRIVATE_H

#include "base/str.h"
#include "reader/style_shelf.h"

/* The folders that are looked at, in that order; an unset one is NULL. */
struct style_folders {
	char *paths[STYLE_SHELF_INSTALLED + 1];
};

void style_folders_open(struct style_folders *f);
void style_folders_close(struct style_folders *f);

/*
 * Whether name, "apa.style", is in one of them: its path, added to out, and
 * the place.
 */
bool style_folders_find(struct str *out, enum style_shelf_place *place,
    const struct style_folders *f, const char *name);

/* The first name by the alphabet that begins and ends so; "" for none. */
void style_folders_find_like(struct str *out, const struct style_folders *f,
    const char *begin, const char *end);

/* Whether name ends so, with something before it. */
bool style_folders_is_named(const char *name, const char *end);

#endif
