/* SPDX-License-Identifier: ISC */
#ifndef IBID_DB_HEADER_H
#define IBID_DB_HEADER_H

#include <stdint.h>

#include "base/error.h"
#include "db.h"

/*
 * Looks at a file before SQLite does: what kind of file it is, of which
 * form, and whether it is whole, so that each of these gets a line of its
 * own and nothing else of a stranger's file is read.
 */
enum status db_header_check(uint64_t *file_bytes, const char *path,
    const struct db_form *form, struct error *err);

#endif
