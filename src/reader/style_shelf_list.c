/* SPDX-License-Identifier: ISC */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "style_shelf_private.h"

enum { STYLES_MAX = 20000 };

struct ids {
	struct arena *arena;
	char **all;
	uint32_t count, cap;
};

static void
add_id(struct ids *ids, const char *file)
{
	size_t len = strlen(file) - strlen(".style");

	if (ids->count == STYLES_MAX)
		return;
	if (ids->count == ids->cap) {
		ids->cap = ids->cap ? 2 * ids->cap : 16;
		ids->all = mem_resize_array(ids->all, ids->cap,
		    sizeof *ids->all);
	}
	ids->all[ids->count++] = arena_copy(ids->arena, file, len);
}

static void
add_folder(struct ids *ids, const char *path)
{
	DIR *dir = opendir(path);
	struct dirent *entry;

	while (dir && (entry = readdir(dir))) {
		if (style_folders_is_named(entry->d_name, ".style"))
			add_id(ids, entry->d_name);
	}
	if (dir)
		closedir(dir);
}

static int
compare_ids(const void *left, const void *right)
{
	return strcmp(*(char *const *)left, *(char *const *)right);
}

void
style_shelf_list(struct style_shelf_entry **out, uint32_t *count,
    struct arena *arena)
{
	struct ids ids = { .arena = arena };
	struct style_folders folders;
	struct style_shelf_entry *entries;
	uint32_t kept = 0;

	style_folders_open(&folders);
	for (unsigned i = 0; i <= STYLE_SHELF_INSTALLED; i++) {
		if (folders.paths[i])
			add_folder(&ids, folders.paths[i]);
	}
	style_folders_close(&folders);
	if (ids.count)
		qsort(ids.all, ids.count, sizeof *ids.all, compare_ids);
	entries = arena_alloc_array(arena, (size_t)ids.count + 1,
	    sizeof *entries);
	for (uint32_t i = 0; i < ids.count; i++) {
		if (i && strcmp(ids.all[i], ids.all[i - 1]) == 0)
			continue;
		if (style_shelf_describe(&entries[kept], ids.all[i], arena,
			NULL) == STATUS_OK)
			kept++;
	}
	free(ids.all);
	*out = entries;
	*count = kept;
}
