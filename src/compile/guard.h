/* SPDX-License-Identifier: ISC */
#ifndef IBID_GUARD_H
#define IBID_GUARD_H

#include "base/error.h"
#include "base/file.h"

/*
 * The file that a run makes, guarded from both sides: what stands in its
 * place and is no collection stays, and a run that is interrupted leaves no
 * temporary file behind.  One at a time.
 */

/*
 * STATUS_INVALID where something is at path that is neither empty nor a
 * collection.
 */
enum status guard_check(const char *path, struct error *err);

/* As those of base/file.h, between which signals remove the file. */
enum status guard_begin(struct file_replacement *out, const char *path,
    struct error *err);
enum status guard_commit(struct file_replacement *file, struct error *err);
void guard_clear(struct file_replacement *file);

#endif
