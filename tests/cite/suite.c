/* SPDX-License-Identifier: ISC */

/*
 * The CSL test suite: `make check CSL_SUITE=DIR`, or
 *
 *	tests/cite/suite [-v] [-f PREFIX] [-n] [DIR]
 *
 * runs each fixture of DIR in a process of its own, so that one that ends
 * badly or never counts as failed, and prints in TAP how many of each family
 * (the name up to the underscore) pass.  -v shows what failing ones gave, -f
 * takes those whose names begin so, -n lists the names of those that fail.
 * The suite passes where $CSL_SUITE_SHARE per cent of it do, or 80.
 */
#define _POSIX_C_SOURCE 200809L
#include "suite_run.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "lab.h"

#define SECONDS_MAX 20
#define FILE_BYTES_MAX (4u << 20)

struct options {
	bool is_verbose, lists_names;
	const char *prefix, *folder;
};

struct family {
	char *name;
	unsigned passed, count;
};

struct score {
	struct family *families;
	size_t family_count;
	unsigned passed, count;
};

static int
compare_names(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool
is_fixture(const char *name, const struct options *o)
{
	size_t len = strlen(name);

	return len > 4 && strcmp(name + len - 4, ".txt") == 0 &&
	    strncmp(name, o->prefix, strlen(o->prefix)) == 0;
}

static char **
list_fixtures(size_t *count, const struct options *o)
{
	DIR *dir = opendir(o->folder);
	struct dirent *entry;
	char **names = NULL;

	*count = 0;
	while (dir != NULL && (entry = readdir(dir)) != NULL) {
		if (!is_fixture(entry->d_name, o))
			continue;
		names = mem_resize_array(names, *count + 1, sizeof *names);
		names[(*count)++] = mem_copy_text(entry->d_name);
	}
	if (dir != NULL)
		closedir(dir);
	if (*count > 0)
		qsort(names, *count, sizeof *names, compare_names);
	return names;
}

/*
 * Lines of CITATIONS begin with ".." or, where a processor that is told of one
 * citation after the other gave them anew, ">>".  Ours gives all at once: what
 * they say is compared, not that.
 */
static void
drop_marks(char *text)
{
	for (char *line = text; line != NULL; line = strchr(line, '\n')) {
		line += *line == '\n';
		if (strncmp(line, "..[", 3) == 0 ||
		    strncmp(line, ">>[", 3) == 0)
			memcpy(line, "  ", 2);
	}
}

/* What the child does: prints what it got where that is not as expected. */
static bool
run_fixture(const char *path)
{
	struct error err = { 0 };
	struct str text, got;
	struct fixture f;
	char *want;
	bool is_equal;

	str_init(&text, 0);
	str_init(&got, 0);
	if (file_read(&text, path, FILE_BYTES_MAX, &err) != STATUS_OK) {
		printf("%s\n", err.message);
		return false;
	}
	fixture_parse_take(&f, str_take(&text));
	want = mem_copy_text(fixture_get(&f, "RESULT"));
	if (suite_run(&got, &f, &err) != STATUS_OK)
		printf("fault: %s\n", err.message);
	while (got.len > 0 && strchr(" \t\r\n", got.data[got.len - 1]) != NULL)
		got.data[--got.len] = '\0';
	if (want != NULL && got.data != NULL) {
		drop_marks(want);
		drop_marks(got.data);
	}
	is_equal = want != NULL && got.data != NULL &&
	    strcmp(got.data + strspn(got.data, " \t\r\n"),
		want + strspn(want, " ")) == 0;
	if (!is_equal)
		printf("want: %s\ngot:  %s\n", want != NULL ? want : "",
		    got.data != NULL ? got.data : "");
	free(want);
	str_clear(&got);
	fixture_clear(&f);
	return is_equal;
}

static bool
run_in_child(const char *path, const struct options *o)
{
	int status = 0;
	pid_t child;

	fflush(stdout);
	child = fork();
	if (child == 0) {
		bool is_equal;

		alarm(SECONDS_MAX);
		if (!o->is_verbose && freopen("/dev/null", "w", stdout) == NULL)
			_exit(2);
		is_equal = run_fixture(path);
		fflush(stdout);
		_exit(is_equal ? 0 : 1);
	}
	if (child < 0 || waitpid(child, &status, 0) != child)
		return false;
	if (WIFSIGNALED(status) && (o->is_verbose || o->lists_names))
		printf("%s: signal %d\n", path, WTERMSIG(status));
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static struct family *
get_family(struct score *s, const char *name)
{
	size_t len = strcspn(name, "_.");

	for (size_t i = 0; i < s->family_count; i++) {
		if (strlen(s->families[i].name) == len &&
		    strncmp(s->families[i].name, name, len) == 0)
			return &s->families[i];
	}
	s->families = mem_resize_array(s->families, s->family_count + 1,
	    sizeof *s->families);
	s->families[s->family_count] = (struct family){ .name = mem_copy_text(
							    name) };
	s->families[s->family_count].name[len] = '\0';
	return &s->families[s->family_count++];
}

static void
run_all(struct score *s, char **names, size_t count, const struct options *o)
{
	for (size_t i = 0; i < count; i++) {
		struct family *family = get_family(s, names[i]);
		char *path = file_join(o->folder, names[i]);
		bool is_passed;

		if (o->is_verbose)
			printf("--- %s\n", names[i]);
		is_passed = run_in_child(path, o);
		if (o->lists_names && !is_passed)
			printf("# fails: %s\n", names[i]);
		family->count++;
		family->passed += is_passed;
		s->count++;
		s->passed += is_passed;
		free(path);
	}
}

/* A family that does not pass as a whole is known to: that is no fault. */
static bool
report(const struct score *s)
{
	const char *text = getenv("CSL_SUITE_SHARE");
	long share = text != NULL ? strtol(text, NULL, 10) : 80;
	bool is_enough = s->passed * 100ul >= s->count * (unsigned long)share;
	size_t i;

	printf("1..%zu\n", s->family_count + 1);
	for (i = 0; i < s->family_count; i++) {
		const struct family *f = &s->families[i];

		printf("%s %zu - %s: %u of %u%s\n",
		    f->passed == f->count ? "ok" : "not ok", i + 1, f->name,
		    f->passed, f->count,
		    f->passed == f->count ? "" : " # TODO");
	}
	printf("%s %zu - %u of %u fixtures pass\n", is_enough ? "ok" : "not ok",
	    i + 1, s->passed, s->count);
	return is_enough;
}

static struct options
read_options(int argc, char **argv)
{
	struct options o = { .prefix = "", .folder = getenv("CSL_SUITE") };
	int c;

	while ((c = getopt(argc, argv, "f:nv")) != -1) {
		o.is_verbose |= c == 'v';
		o.lists_names |= c == 'n';
		if (c == 'f')
			o.prefix = optarg;
	}
	if (optind < argc)
		o.folder = argv[optind];
	return o;
}

int
main(int argc, char **argv)
{
	struct options o = read_options(argc, argv);
	struct score s = { 0 };
	bool is_enough;
	char **names;
	size_t count;

	if (o.folder == NULL || *o.folder == '\0') {
		printf("1..0 # SKIP no CSL_SUITE=DIR was given\n");
		return 0;
	}
	names = list_fixtures(&count, &o);
	if (count == 0) {
		printf("Bail out! %s: no fixtures\n", o.folder);
		return 99;
	}
	lab_get_locale("en-US"); /* once, for all children */
	run_all(&s, names, count, &o);
	is_enough = report(&s);
	for (size_t i = 0; i < count; i++)
		free(names[i]);
	free(names);
	for (size_t i = 0; i < s.family_count; i++)
		free(s.families[i].name);
	free(s.families);
	lab_clear();
	return is_enough ? 0 : 1;
}
