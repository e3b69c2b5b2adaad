/* SPDX-License-Identifier: ISC */

/*
 * Stands in for libFuzzer: runs a fuzz target once over each file of its
 * corpus and reports in TAP.  The files and folders to run are the arguments;
 * without any it is $srcdir/tests/fuzz/corpus/NAME, for a program fuzz_NAME.
 * A target that fails ends the program, and its file has no "ok".
 */
#include "fuzz.h"

#include <dirent.h>
#include <string.h>
#include <sys/stat.h>

#include "base/error.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/str.h"

#define FILE_BYTES_MAX (16u << 20)
#define EXIT_HARD_ERROR 99 /* what automake calls a broken test */

struct corpus {
	char **paths;
	size_t count;
};

static void
bail_out(const char *what, const char *why)
{
	printf("Bail out! %s: %s\n", what, why);
	exit(EXIT_HARD_ERROR);
}

static void
add_path_take(struct corpus *c, char *path)
{
	c->paths = mem_resize_array(c->paths, c->count + 1, sizeof(*c->paths));
	c->paths[c->count++] = path;
}

/* Files alone: corpora have no folders within. */
static void
add_folder(struct corpus *c, const char *path)
{
	DIR *dir = opendir(path);
	struct dirent *entry;

	if (dir == NULL)
		bail_out(path, "no such folder");
	while ((entry = readdir(dir)) != NULL) {
		if (entry->d_name[0] != '.')
			add_path_take(c, file_join(path, entry->d_name));
	}
	closedir(dir);
}

static void
add_argument(struct corpus *c, const char *path)
{
	struct stat st;

	if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
		add_folder(c, path);
	else
		add_path_take(c, mem_copy_text(path));
}

/* The corpus that belongs to a program .../fuzz_NAME. */
static void
add_own_corpus(struct corpus *c, const char *program)
{
	const char *slash = strrchr(program, '/');
	const char *name = slash != NULL ? slash + 1 : program;
	const char *srcdir = getenv("srcdir");
	struct str path;

	if (strncmp(name, "fuzz_", 5) == 0)
		name += 5;
	str_init(&path, 0);
	str_add_format(&path, "%s/tests/fuzz/corpus/%s",
	    srcdir != NULL ? srcdir : ".", name);
	add_folder(c, path.data);
	str_clear(&path);
}

static int
compare_paths(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The input lies alone in its memory, so that a sanitizer sees its end. */
static void
run_file(const char *path, size_t number)
{
	const char *slash = strrchr(path, '/');
	struct str content;
	struct error err;
	uint8_t *data;

	str_init(&content, FILE_BYTES_MAX);
	if (file_read(&content, path, FILE_BYTES_MAX, &err) != STATUS_OK)
		bail_out(path, err.message);
	data = mem_alloc(content.len > 0 ? content.len : 1);
	memcpy(data, content.data, content.len);
	LLVMFuzzerTestOneInput(data, content.len);
	free(data);
	str_clear(&content);
	printf("ok %zu - %s\n", number, slash != NULL ? slash + 1 : path);
	fflush(stdout);
}

int
main(int argc, char **argv)
{
	struct corpus c = { 0 };

	for (int i = 1; i < argc; i++)
		add_argument(&c, argv[i]);
	if (argc < 2)
		add_own_corpus(&c, argv[0]);
	if (c.count == 0)
		bail_out(argv[0], "its corpus is empty");
	qsort(c.paths, c.count, sizeof(*c.paths), compare_paths);
	printf("1..%zu\n", c.count);
	fflush(stdout);
	for (size_t i = 0; i < c.count; i++) {
		run_file(c.paths[i], i + 1);
		free(c.paths[i]);
	}
	free(c.paths);
	return 0;
}
