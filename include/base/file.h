/* SPDX-License-Identifier: ISC */
#ifndef IBID_BASE_FILE_H
#define IBID_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/str.h"

/*
 * Files as a whole: checked before they are opened (open() on a FIFO
 * hangs), read with a limit, replaced by rename.
 */

/*
 * STATUS_OK where path names a regular file.  Otherwise one line: not there
 * (STATUS_NOT_FOUND), a directory, a FIFO, a device (STATUS_INVALID).
 */
enum status file_check_regular(const char *path, struct error *err);

/*
 * Adds the bytes of a regular file to out.  STATUS_LIMIT where it is larger
 * than limit_bytes.
 */
enum status file_read(struct str *out, const char *path, size_t limit_bytes,
    struct error *err);

/* The same of what is open, to its end; path is what it is called. */
enum status file_read_from(struct str *out, int fd, const char *path,
    size_t limit_bytes, struct error *err);

/* A file that appears under its name only when all went well. */
struct file_replacement {
	char *path; /* the name it will have */
	char *temp; /* where it is written, in the same folder */
};

/*
 * Makes an empty temporary file beside path.  A path that is there and no
 * regular file is refused.
 */
enum status file_replace_begin(struct file_replacement *out, const char *path,
    struct error *err);

/* Brings the bytes to disk and renames; temp is gone either way. */
enum status file_replace_commit(struct file_replacement *r, struct error *err);

/* Removes the temporary file where it was not committed; takes zeroed ones. */
void file_replace_clear(struct file_replacement *r);

/*
 * Writes a file that the user alone can read, in the place of one that is
 * there; not brought to disk before it returns.
 */
enum status file_write_private(const char *path, const char *bytes, size_t len,
    struct error *err);

/* "dir/name", the caller's; a dir that ends in a slash gets no second. */
char *file_join(const char *dir, const char *name);

/* Whether dir/name, links followed, lies inside dir (links followed). */
bool file_is_inside(const char *dir, const char *path);

/*
 * $XDG_DATA_HOME/ibid, or $HOME/.local/share/ibid; NULL where neither is
 * set.  The caller's.
 */
char *file_get_data_folder(void);

/*
 * The folder of the running program, the caller's; NULL where it cannot be
 * told.  program is argv[0], for systems that do not say themselves, or NULL.
 */
char *file_get_program_folder(const char *program);

#endif
