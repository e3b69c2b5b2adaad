/* SPDX-License-Identifier: ISC */
#include "reader/copied.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/mem.h"

/* The caller's; NULL where there is no such folder. */
static char *
get_path(void)
{
	const char *runtime = getenv("XDG_RUNTIME_DIR");
	struct stat st;
	char *folder, *path = NULL;

	if (runtime && runtime[0] == '/' && stat(runtime, &st) == 0 &&
	    S_ISDIR(st.st_mode))
		return file_join(runtime, "ibid-copied.txt");
	folder = file_get_data_folder();
	if (folder)
		path = file_join(folder, "copied.txt");
	free(folder);
	return path;
}

/* The folders above a file, those that are not there yet. */
static void
make_folders(const char *path)
{
	char *copy = mem_copy_text(path);

	for (char *p = strchr(copy + 1, '/'); p; p = strchr(p + 1, '/')) {
		*p = '\0';
		(void)mkdir(copy, 0700);
		*p = '/';
	}
	free(copy);
}

enum status
copied_write(char **path, const char *text, size_t len, struct error *err)
{
	char *to = get_path();
	enum status status;

	if (!to)
		return error_set(err, STATUS_NOT_FOUND,
		    "There is no folder for what is copied: HOME is not set.");
	make_folders(to);
	status = file_write_private(to, text, len, err);
	if (status)
		free(to);
	else
		*path = to;
	return status;
}
