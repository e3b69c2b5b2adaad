/* SPDX-License-Identifier: ISC */
#ifndef IBID_CITING_LIST_H
#define IBID_CITING_LIST_H

#include "view_page.h"

/*
 * Every place that cites a source and through which step, record by record,
 * as part of the source's page; each is a line that leads there.
 */
struct citing_list {
	struct citing *all;
	int *items; /* of each in the lines, -1: none of its own */
	uint32_t count;
};

enum status citing_list_read(struct citing_list *out, struct app *app,
    int64_t source, struct arena *arena, struct error *err);
void citing_list_add(struct view_page *p, struct citing_list *list);

/* Goes to the place of an item; false where it is none of these. */
bool citing_list_go(const struct citing_list *list, struct app *app, int item);

#endif
