/* SPDX-License-Identifier: ISC */
#ifndef IBID_LIST_FACET_H
#define IBID_LIST_FACET_H

#include "reader/session.h"

/*
 * What a list can be narrowed by: one key (COMMAND_FACET) opens the facets
 * in the place of the list, a letter of these its values with how many rows
 * of the list have each, and Enter narrows to one.  Several facets narrow
 * together, and with the filter.  A view whose class of a list has a table of
 * these gives commands to list_run_chooser() first, and has
 * list_view_take_key() in its own class.
 */
struct list_facet {
	char key;          /* letter that chooses it */
	const char *word;  /* "unit": in the chooser and in the title */
	const char *title; /* "In which unit?"; "": it is on or off */
	enum collection_facet facet;
	const char *before; /* of a value in the title, "in "; NULL: nothing */
};

#endif
