/* SPDX-License-Identifier: ISC */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "style_shelf_private.h"

char *
style_shelf_get_folder(void)
{
	char *data = file_get_data_folder();
	char *folder = data ? file_join(data, "styles") : NULL;

	free(data);
	return folder;
}

void
style_folders_open(struct style_folders *f)
{
	const char *given = getenv("IBID_STYLES");
	char *program = file_get_program_folder(NULL);

	f->paths[STYLE_SHELF_GIVEN] = mem_copy_text(
	    given && *given ? given : NULL);
	f->paths[STYLE_SHELF_ADDED] = style_shelf_get_folder();
	f->paths[STYLE_SHELF_BESIDE] = program ? file_join(program, "styles") :
						 NULL;
	f->paths[STYLE_SHELF_INSTALLED] = file_join(IBID_DATADIR, "styles");
	free(program);
}

void
style_folders_close(struct style_folders *f)
{
	for (unsigned i = 0; i <= STYLE_SHELF_INSTALLED; i++)
		free(f->paths[i]);
}

bool
style_folders_find(struct str *out, enum style_shelf_place *place,
    const struct style_folders *f, const char *name)
{
	for (unsigned i = 0; i <= STYLE_SHELF_INSTALLED; i++) {
		char *path = f->paths[i] ? file_join(f->paths[i], name) : NULL;
		bool is_there = path && file_check_regular(path, NULL) == 0;

		if (is_there)
			str_add_text(out, path);
		free(path);
		*place = (enum style_shelf_place)i;
		if (is_there)
			return true;
	}
	return false;
}

bool
style_folders_is_named(const char *name, const char *end)
{
	size_t len = strlen(name), end_len = strlen(end);

	return len > end_len && name[0] != '.' &&
	    strcmp(name + len - end_len, end) == 0;
}

static void
find_like_in(struct str *out, const char *path, const char *begin,
    const char *end)
{
	DIR *dir = opendir(path);
	struct dirent *entry;

	while (dir && (entry = readdir(dir))) {
		const char *name = entry->d_name;

		if (strncmp(name, begin, strlen(begin)) != 0 ||
		    !style_folders_is_named(name, end) ||
		    (out->len && strcmp(name, out->data) >= 0))
			continue;
		str_reset(out);
		str_add_text(out, name);
	}
	if (dir)
		closedir(dir);
}

void
style_folders_find_like(struct str *out, const struct style_folders *f,
    const char *begin, const char *end)
{
	for (unsigned i = 0; i <= STYLE_SHELF_INSTALLED; i++) {
		if (f->paths[i])
			find_like_in(out, f->paths[i], begin, end);
	}
}
