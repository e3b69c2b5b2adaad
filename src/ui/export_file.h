/* SPDX-License-Identifier: ISC */
#ifndef IBID_EXPORT_FILE_H
#define IBID_EXPORT_FILE_H

#include <stdio.h>

#include "base/error.h"

/*
 * A file that is exported to: it is there whole or, where something fails,
 * not at all, and what was there before is left.
 */
typedef enum status export_file_fill(FILE *file, void *context,
    struct error *err);
enum status export_file_write(const char *path, export_file_fill *fill,
    void *context, struct error *err);

#endif
