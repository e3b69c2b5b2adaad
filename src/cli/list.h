/* SPDX-License-Identifier: ISC */
#ifndef IBID_LIST_H
#define IBID_LIST_H

#include "cli.h"
#include "reader/print.h"
#include "reader/records.h"
#include "rows.h"

/*
 * A list of records: each kind of record says how it is read and filtered,
 * shown as a row of text and, where it is more than its row, completed for
 * the other formats.
 */
struct list {
	struct cli *cli;
	void *items;
	size_t size_bytes;
	uint32_t count;
};

struct list_kind {
	const struct print_field *fields;
	size_t size_bytes;
	const struct rows_column *columns;
	uint32_t column_count;
	enum status (*load)(struct list *list, struct error *err);
	void (*add_row)(struct rows *rows, const void *item);
	/* Reads what else belongs to an item; NULL where nothing does. */
	enum status (*complete)(void *record, struct cli *cli, const void *item,
	    struct arena *arena, struct error *err);
};

/*
 * Opens the collection, reads the list and prints it as the options say.
 * STATUS_NOT_FOUND with an empty message where it is empty.
 */
enum status list_print(struct cli *cli, const struct list_kind *kind,
    struct error *err);

#endif
