/* SPDX-License-Identifier: ISC */
#include <errno.h>
#include <locale.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "compile/compile.h"
#include "compile/diagnose.h"
#include "say.h"
#include "style_program.h"

/*
 * The program ibid-compile: makes a collection from a folder, or checks
 * one.  `ibid compile` and `ibid check` run it.
 */
enum { EXIT_DONE = 0, EXIT_FINDINGS = 1, EXIT_TROUBLE = 2 };

static const char usage[] =
    "Usage: ibid compile [-q] DIR [-o FILE]\n"
    "       ibid check DIR\n"
    "\n"
    "compile  makes a collection from the text files in DIR;\n"
    "         without -o it is written beside DIR, as DIR.ibid\n"
    "check    reads DIR, writes nothing, and says what wants a look\n"
    "\n"
    "  -o, --output FILE  the collection to write; it is replaced only when\n"
    "                     all went well\n"
    "  -q, --quiet        say nothing of what was made\n"
    "  -h, --help         this text\n"
    "  -V, --version      the version\n"
    "\n"
    "Messages are FILE:LINE:COLUMN: TEXT.  Exit status of compile: 0 done,\n"
    "2 trouble; of check: 0 nothing found, 1 findings, 2 could not run.\n"
    "The form of the files is described in ibid-collection(5).\n";

struct request {
	const char *command;
	const char *dir;
	const char *output;
	bool is_quiet;
};

static int complain(const char *format, ...)
    __attribute__((format(printf, 1, 2)));

static int
complain(const char *format, ...)
{
	char message[1024];
	va_list args;

	va_start(args, format);
	vsnprintf(message, sizeof message, format, args);
	va_end(args);
	say_line(stderr, say_is_ascii(), "ibid: %s; try --help", message);
	return EXIT_TROUBLE;
}

/* A reader who went away early knows that something is missing. */
static int
finish_output(int result)
{
	errno = 0;
	if (fflush(stdout) == 0 && !ferror(stdout))
		return result;
	if (errno != EPIPE)
		say_line(stderr, say_is_ascii(),
		    "ibid: cannot write the output: %s",
		    errno ? strerror(errno) : "it failed");
	return EXIT_TROUBLE;
}

/* -1: go on. */
static int
read_word(struct request *r, const char *word)
{
	if (!r->command) {
		r->command = word;
		if (strcmp(word, "compile") == 0 || strcmp(word, "check") == 0)
			return -1;
		return complain("unknown command \"%s\"", word);
	}
	if (r->dir)
		return complain("one folder at a time: \"%s\" is too much",
		    word);
	if (!word[0])
		return complain("the folder's name is empty");
	r->dir = word;
	return -1;
}

static int
read_option(struct request *r, const char *option, const char *next, int *used)
{
	if (strcmp(option, "-h") == 0 || strcmp(option, "--help") == 0) {
		fputs(usage, stdout);
		return finish_output(EXIT_DONE);
	}
	if (strcmp(option, "-V") == 0 || strcmp(option, "--version") == 0) {
		puts("ibid-compile " PACKAGE_VERSION);
		return finish_output(EXIT_DONE);
	}
	if (strcmp(option, "-q") == 0 || strcmp(option, "--quiet") == 0) {
		r->is_quiet = true;
		return -1;
	}
	if (strncmp(option, "--output=", 9) == 0) {
		r->output = option + 9;
		return r->output[0] ? -1 :
				      complain("%s wants a file", "--output");
	}
	if (strcmp(option, "-o") != 0 && strcmp(option, "--output") != 0)
		return complain("unknown option \"%s\"", option);
	if (!next || !next[0])
		return complain("%s wants a file", option);
	r->output = next;
	*used = 1;
	return -1;
}

static int
read_arguments(struct request *r, int argc, char **argv)
{
	bool options = true;

	for (int i = 1; i < argc; i++) {
		int used = 0, result;

		if (options && strcmp(argv[i], "--") == 0) {
			options = false;
			continue;
		}
		if (options && argv[i][0] == '-' && argv[i][1])
			result = read_option(r, argv[i], argv[i + 1], &used);
		else
			result = read_word(r, argv[i]);
		if (result >= 0)
			return result;
		i += used;
	}
	if (!r->command)
		return complain("compile or check?");
	if (!r->dir)
		return complain("%s wants a folder", r->command);
	if (r->output && strcmp(r->command, "check") == 0)
		return complain(
		    "check writes nothing, so it takes no "
		    "--output");
	return -1;
}

/* Whether a path ends in "." or "..", which name no folder by itself. */
static bool
ends_in_dots(const char *path, size_t len)
{
	size_t dots = 0;

	while (dots < len && path[len - 1 - dots] == '.')
		dots++;
	return (dots == 1 || dots == 2) &&
	    (dots == len || path[len - 1 - dots] == '/');
}

/* DIR.ibid beside the folder; NULL where it has no name. */
static char *
get_default_output(const char *dir)
{
	size_t len = strlen(dir);
	char *real = NULL;
	struct str path;

	while (len > 1 && dir[len - 1] == '/')
		len--;
	if (ends_in_dots(dir, len) && (real = realpath(dir, NULL)) != NULL) {
		dir = real;
		len = strlen(dir);
	}
	str_init(&path, 0);
	str_add(&path, dir, len);
	free(real);
	if (strcmp(path.data, "/") == 0) {
		str_clear(&path);
		return NULL;
	}
	str_add_text(&path, ".ibid");
	return str_take(&path);
}

static void
say_counts(const char *path, const struct compile_counts *n)
{
	say_line(stdout, say_is_ascii(),
	    "%s: %u topics, %u figures in %u measures, %u events, "
	    "%u sources, %u citations of %u steps, %u disagreements; "
	    "%u passages of %u sentences",
	    path, n->topics, n->figures, n->measures, n->events, n->sources,
	    n->citations, n->steps, n->disagreements, n->passages,
	    n->sentences);
}

static int
say_findings(const struct diagnose *d, bool is_check, const char *dir)
{
	size_t findings = d->errors + d->warnings;

	diagnose_print(d, stderr);
	if (d->errors && !is_check)
		say_line(stderr, d->is_ascii,
		    "ibid: %s: %zu error%s, nothing was written", dir,
		    d->errors, d->errors == 1 ? "" : "s");
	if (is_check)
		return findings ? EXIT_FINDINGS : EXIT_DONE;
	return d->errors ? EXIT_TROUBLE : EXIT_DONE;
}

static int
run(const struct request *r, const char *output)
{
	bool is_check = strcmp(r->command, "check") == 0;
	struct compile_counts counts;
	struct diagnose d;
	struct error err = { 0 };
	enum status status;
	int result;

	diagnose_init(&d);
	d.is_ascii = say_is_ascii();
	status = compile_run(&counts, r->dir, output, is_check, &d, &err);
	result = say_findings(&d, is_check, r->dir);
	if (status && status != STATUS_FOUND_FAULTS) {
		say_line(stderr, d.is_ascii, "ibid: %s", err.message);
		result = EXIT_TROUBLE;
	}
	if (result == EXIT_DONE && !is_check && !r->is_quiet)
		say_counts(output, &counts);
	diagnose_clear(&d);
	return finish_output(result);
}

int
main(int argc, char **argv)
{
	struct request request = { 0 };
	char *output = NULL;
	int result;

	setlocale(LC_CTYPE, "");
	if (argc > 1 && strcmp(argv[1], "style") == 0)
		return style_program_run(argc - 1, argv + 1);
	result = read_arguments(&request, argc, argv);
	if (result >= 0)
		return result;
	if (!request.output && strcmp(request.command, "compile") == 0) {
		output = get_default_output(request.dir);
		if (!output)
			return complain(
			    "\"%s\" has no name to write beside: "
			    "name the file with -o",
			    request.dir);
	}
	result = run(&request, request.output ? request.output : output);
	free(output);
	return result;
}
