/* SPDX-License-Identifier: ISC */
#include "lab.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"
#include "unit.h"

enum { ARGUMENT_COUNT = 24 };

static const char *
get_folder(const char *name)
{
	const char *folder = getenv(name);

	return folder ? folder : ".";
}

void
lab_path(const struct lab *lab, char *out, size_t size, const char *name)
{
	snprintf(out, size, "%s/%s", lab->dir, name);
}

static int
run(const char *const argv[])
{
	int status;
	pid_t child;

	fflush(NULL);
	child = fork();
	if (child == 0) {
		execv(argv[0], (char **)(uintptr_t)argv);
		_exit(127);
	}
	if (child < 0 || waitpid(child, &status, 0) != child)
		return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void
lab_compile(const struct lab *lab, const char *folder, const char *file)
{
	const char *argv[] = { lab->compiler, "compile", "-q", "-o", file,
		folder, NULL };

	if (run(argv) == 0)
		return;
	printf("# %s cannot be compiled\n", folder);
	exit(99);
}

void
lab_copy(const char *from, const char *to)
{
	char bytes[65536];
	size_t len;
	FILE *in = fopen(from, "rb");
	FILE *out = fopen(to, "wb");

	if (!in || !out)
		exit(99);
	while ((len = fread(bytes, 1, sizeof bytes, in)) > 0)
		fwrite(bytes, 1, len, out);
	fclose(in);
	if (fclose(out) != 0)
		exit(99);
}

/* What is run stands in the build's folder, wherever the program goes. */
static void
find_programs(struct lab *lab)
{
	char here[2048];
	const char *build = get_folder("top_builddir");

	if (!getcwd(here, sizeof here))
		exit(99);
	if (build[0] == '/')
		here[0] = '\0';
	snprintf(lab->ibid, sizeof lab->ibid, "%s/%.1024s/ibid", here, build);
	snprintf(lab->compiler, sizeof lab->compiler, "%s/%.1024s/ibid-compile",
	    here, build);
	snprintf(lab->bundled, sizeof lab->bundled,
	    "%s/%.1024s/db/north-korea.ibid", here, build);
	if (access(lab->bundled, R_OK) != 0)
		snprintf(lab->bundled, sizeof lab->bundled,
		    "%.1024s/db/north-korea.ibid", get_folder("srcdir"));
}

int
lab_open(void **state)
{
	struct lab *lab = mem_alloc(sizeof *lab);
	const char *temp = getenv("TMPDIR");
	char fixture[2048];

	memset(lab, 0, sizeof *lab);
	snprintf(lab->dir, sizeof lab->dir, "%.400s/ibid-lab.XXXXXX",
	    temp ? temp : "/tmp");
	if (!mkdtemp(lab->dir))
		exit(99);
	find_programs(lab);
	lab_path(lab, lab->collection, sizeof lab->collection, "small.ibid");
	snprintf(fixture, sizeof fixture, "%s/tests/fixtures/small",
	    get_folder("srcdir"));
	lab_compile(lab, fixture, lab->collection);
	*state = lab;
	return 0;
}

int
lab_clean(void **state)
{
	struct lab *lab = *state;

	screen_free(lab->screen);
	lab->screen = NULL;
	return 0;
}

int
lab_close(void **state)
{
	struct lab *lab = *state;
	const char *argv[] = { "/bin/rm", "-rf", lab->dir, NULL };

	lab_clean(state);
	run(argv);
	free(lab);
	return 0;
}

struct screen *
lab_start_program(struct lab *lab, const struct screen_options *options,
    const char *const argv[])
{
	struct screen_options mine = *options;

	mine.home = lab->dir;
	screen_free(lab->screen);
	lab->screen = screen_start(&mine, argv);
	return lab->screen;
}

struct screen *
lab_start(struct lab *lab, const struct screen_options *options,
    const char *const more[])
{
	const char *argv[ARGUMENT_COUNT] = { lab->ibid };
	size_t count = 1;
	bool has_collection = false;

	for (size_t i = 0; more && more[i]; i++)
		has_collection |= strcmp(more[i], "-d") == 0;
	if (!has_collection) {
		argv[count++] = "-d";
		argv[count++] = lab->collection;
	}
	for (; more && *more && count + 1 < ARGUMENT_COUNT; more++)
		argv[count++] = *more;
	return lab_start_program(lab, options, argv);
}

struct screen *
lab_start_sized(struct lab *lab, int rows, int cols)
{
	struct screen_options options = { .rows = rows, .cols = cols };

	return lab_start(lab, &options, NULL);
}

void
lab_quit(struct lab *lab)
{
	int status;

	screen_send(lab->screen, "Q");
	status = screen_wait_end(lab->screen, SCREEN_PATIENCE_MS);
	screen_expect(lab->screen,
	    WIFEXITED(status) && WEXITSTATUS(status) == 0,
	    "ibid ends well (status %#x)", (unsigned)status);
	screen_expect_given_back(lab->screen);
}
