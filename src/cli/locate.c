/* SPDX-License-Identifier: ISC */
#include "locate.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/str.h"

static const char bundled[] = "north-korea.ibid";

/* What was looked at, for the line that says so. */
struct trail {
	struct arena *arena;
	struct str places;
};

static const char *
join(struct arena *arena, const char *dir, const char *name)
{
	char *path = file_join(dir, name);
	const char *copy = arena_copy_text(arena, path);

	free(path);
	return copy;
}

static void
add_place(struct trail *t, const char *place)
{
	if (t->places.len)
		str_add_text(&t->places, ", ");
	str_add_text(&t->places, place);
}

/* The folder of the running program; NULL where it cannot be told. */
static const char *
find_own_folder(const char *program, struct arena *arena)
{
	char *folder = file_get_program_folder(program);
	const char *copy = arena_copy_text(arena, folder);

	free(folder);
	return copy;
}

static bool
is_collection_name(const char *name)
{
	size_t len = strlen(name);

	return len > 5 && name[0] != '.' &&
	    strcmp(name + len - 5, ".ibid") == 0;
}

/* The first collection by name in a folder, or NULL. */
static const char *
find_first_in(const char *folder, struct arena *arena)
{
	const char *first = NULL;
	struct dirent *entry;
	DIR *dir = opendir(folder);

	if (!dir)
		return NULL;
	while ((entry = readdir(dir))) {
		if (is_collection_name(entry->d_name) &&
		    (!first || strcmp(entry->d_name, first) < 0))
			first = arena_copy_text(arena, entry->d_name);
	}
	closedir(dir);
	return first ? join(arena, folder, first) : NULL;
}

static const char *
find_in_data_folder(struct trail *t)
{
	char *folder = file_get_data_folder();
	const char *found = NULL;

	if (folder) {
		found = find_first_in(folder, t->arena);
		add_place(t, folder);
	}
	free(folder);
	return found;
}

static const char *
find_path(struct trail *t, const char *path)
{
	if (access(path, F_OK) == 0)
		return path;
	add_place(t, path);
	return NULL;
}

static const char *
find_beside(struct trail *t, const char *program)
{
	const char *folder = find_own_folder(program, t->arena);

	if (!folder)
		return NULL;
	return find_path(t,
	    join(t->arena, join(t->arena, folder, "db"), bundled));
}

enum status
locate_collection(const char **out, const char *given, const char *program,
    struct arena *arena, struct error *err)
{
	const char *environment = getenv("IBID_COLLECTION");
	struct trail t = { .arena = arena };
	const char *found = given;

	if (given && !*given)
		return error_set(err, STATUS_INVALID,
		    "the name of the collection is empty");
	if (!found && environment && *environment)
		found = environment;
	str_init(&t.places, 0);
	if (!found)
		found = find_in_data_folder(&t);
	if (!found)
		found = find_beside(&t, program);
	if (!found)
		found = find_path(&t, join(arena, IBID_DATADIR, bundled));
	if (!found)
		error_set(err, STATUS_NOT_FOUND,
		    "no collection found (looked in %s); name one with -d",
		    t.places.data);
	else
		*out = found;
	str_clear(&t.places);
	return found ? STATUS_OK : STATUS_NOT_FOUND;
}

enum status
locate_helper(const char **out, const char *name, const char *program,
    struct arena *arena, struct error *err)
{
	const char *folder = find_own_folder(program, arena);
	const char *path;

	if (folder) {
		path = join(arena, folder, name);
		if (access(path, X_OK) == 0) {
			*out = path;
			return STATUS_OK;
		}
	}
	path = join(arena, IBID_LIBEXECDIR, name);
	if (access(path, X_OK) == 0) {
		*out = path;
		return STATUS_OK;
	}
	return error_set(err, STATUS_INVALID,
	    "this ibid has no %s (looked in %s%s%s)", name,
	    folder ? folder : "", folder ? ", " : "", IBID_LIBEXECDIR);
}
