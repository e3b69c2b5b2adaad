/* SPDX-License-Identifier: ISC */
#ifndef IBID_CITING_LIST_H
#define IBID_CITING_LIST_H

#include "view_page.h"

/*
 * Every place that cites a source and through which step, record by record,
 * as part of the source's page; each is a line that leads there.
 */
struct citing_list {
	struct arena arena;
	struct citing *all; /* as far as they are read */
	int *items;         /* of each in the lines, -1: none of its own */
	uint32_t count, cap;
	uint32_t added; /* of them to the lines */
	int64_t source;
	bool is_read;
};

/* Reads the first places. */
enum status citing_list_open(struct citing_list *out, struct app *app,
    int64_t source, struct error *err);
void citing_list_close(struct citing_list *list);

/* The lines begin anew. */
void citing_list_restart(struct citing_list *list);

/* A slice of the lines, with what has to be read; false: that was all. */
bool citing_list_add(struct view_page *p, struct citing_list *list);

/* Goes to the place of an item; false where it is none of these. */
bool citing_list_go(const struct citing_list *list, struct app *app, int item);

#endif
