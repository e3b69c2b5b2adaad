/* SPDX-License-Identifier: ISC */
#include "export_file.h"

#include <errno.h>
#include <string.h>

#include "base/file.h"

static enum status
fail(const char *path, struct error *err)
{
	return error_set(err, STATUS_IO, "%s: %s", path, strerror(errno));
}

enum status
export_file_write(const char *path, export_file_fill *fill, void *context,
    struct error *err)
{
	struct file_replacement r = { 0 };
	enum status status = file_replace_begin(&r, path, err);
	FILE *f;

	if (status)
		return status;
	f = fopen(r.temp, "w");
	status = f ? fill(f, context, err) : fail(path, err);
	if (!status && ferror(f))
		status = fail(path, err);
	if (f && fclose(f) != 0 && !status)
		status = fail(path, err);
	if (!status)
		status = file_replace_commit(&r, err);
	file_replace_clear(&r);
	return status;
}
