/* SPDX-License-Identifier: ISC */
#ifndef IBID_LOCATE_H
#define IBID_LOCATE_H

#include "base/arena.h"
#include "base/error.h"

/*
 * Where things lie: the collection to read, and the programs that belong to
 * ibid.  All in the arena.
 */

/*
 * The collection that given (an option's value, or NULL), $IBID_COLLECTION,
 * the user's data folder, the folder of the running program or the
 * installation names, in that order.  STATUS_NOT_FOUND, with a line that
 * says where it looked, where none does.
 */
enum status locate_collection(const char **out, const char *given,
    const char *program, struct arena *arena, struct error *err);

/* name beside the running program, or installed. */
enum status locate_helper(const char **out, const char *name,
    const char *program, struct arena *arena, struct error *err);

#endif
