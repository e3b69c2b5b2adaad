/* SPDX-License-Identifier: ISC */
#ifndef IBID_READER_COPIED_H
#define IBID_READER_COPIED_H

#include <stddef.h>

#include "base/error.h"

/*
 * The file that keeps what was copied last, for where no clipboard is: of
 * the login, gone with it ($XDG_RUNTIME_DIR/ibid-copied.txt), or else in the
 * data folder (ibid/copied.txt).  The user alone can read it.
 */

/* *path is the caller's.  STATUS_NOT_FOUND: there is no folder for it. */
enum status copied_write(char **path, const char *text, size_t len,
    struct error *err);

#endif
