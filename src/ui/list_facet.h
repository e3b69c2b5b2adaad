/* SPDX-License-Identifier: ISC */
#ifndef IBID_LIST_FACET_H
#define IBID_LIST_FACET_H

#include "reader/session.h"

/*
 * What a list can be narrowed by: one key (COMMAND_FACET) opens the facets
 * in the place of the list, a letter of these its values with how many rows
 * of the list have each, and Enter narrows to one.  Several facets narrow
 * together, and with the filter.
 */
struct list_facet {
	char key;          /* letter that chooses it */
	const char *word;  /* "unit": in the chooser and in the title */
	const char *title; /* "In which unit?" */
	enum collection_facet facet;
};

#endif
