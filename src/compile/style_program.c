/* SPDX-License-Identifier: ISC */
#include "style_program.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/str.h"
#include "compile/csl_style.h"
#include "compile/diagnose.h"
#include "model/style.h"
#include "say.h"

enum { EXIT_DONE = 0, EXIT_TROUBLE = 2 };

static const char usage[] =
    "Usage: ibid-compile style [-q] FILE [-o FILE]\n"
    "\n"
    "Makes a citation style, or a locale, of a file of CSL 1.0.2: the form\n"
    "that ibid reads.  Without -o it is written beside it, as FILE.style.\n"
    "`ibid style add FILE.csl` makes one and puts it where ibid finds it.\n"
    "\n"
    "  -o, --output FILE  the file to write; - is the standard output\n"
    "  -q, --quiet        say nothing of what was made\n"
    "  -h, --help         this text\n"
    "\n"
    "Messages are FILE:LINE:COLUMN: TEXT.  Exit status: 0 done, 2 trouble.\n";

struct request {
	bool wants_help;
	const char *input, *output;
	bool is_quiet;
};

static int
complain(const char *what, const char *word)
{
	say_line(stderr, say_is_ascii(), "ibid: %s%s; try --help", what, word);
	return EXIT_TROUBLE;
}

static int
read_arguments(struct request *r, int argc, char **argv)
{
	bool options = true;

	for (int i = 1; i < argc; i++) {
		const char *word = argv[i];

		if (options && strcmp(word, "--") == 0)
			options = false;
		else if (options &&
		    (strcmp(word, "-q") == 0 || strcmp(word, "--quiet") == 0))
			r->is_quiet = true;
		else if (options &&
		    (strcmp(word, "-h") == 0 || strcmp(word, "--help") == 0))
			r->wants_help = true;
		else if (options &&
		    (strcmp(word, "-o") == 0 ||
			strcmp(word, "--output") == 0)) {
			r->output = argv[++i];
			if (!r->output || !*r->output)
				return complain(word, " wants a file");
		} else if (options && strncmp(word, "--output=", 9) == 0 &&
		    word[9]) {
			r->output = word + 9;
		} else if (options && word[0] == '-' && word[1]) {
			return complain("unknown option ", word);
		} else if (r->input || !*word) {
			return complain("one style at a time: not ", word);
		} else {
			r->input = word;
		}
	}
	return r->input || r->wants_help ? EXIT_DONE :
					   complain("style wants a file", "");
}

/* FILE.style beside FILE.csl. */
static char *
get_default_output(const char *input)
{
	const char *slash = strrchr(input, '/');
	const char *dot = strrchr(input, '.');
	struct str path;

	str_init(&path, 0);
	str_add(&path, input,
	    dot && (!slash || dot > slash + 1) && dot > input ?
		(size_t)(dot - input) :
		strlen(input));
	str_add_text(&path, ".style");
	return str_take(&path);
}

static enum status
write_bytes(const struct str *bytes, FILE *to, const char *path,
    struct error *err)
{
	size_t written = fwrite(bytes->data, 1, bytes->len, to);

	if (written == bytes->len && fflush(to) == 0)
		return STATUS_OK;
	return error_set(err, STATUS_IO, "%s: %s", path, strerror(errno));
}

static enum status
write_file(const struct str *bytes, const char *path, struct error *err)
{
	struct file_replacement replacement = { 0 };
	enum status status;
	FILE *to;

	if (strcmp(path, "-") == 0)
		return write_bytes(bytes, stdout, "the output", err);
	status = file_replace_begin(&replacement, path, err);
	if (status)
		return status;
	to = fopen(replacement.temp, "wb");
	if (!to) {
		status = error_set(err, STATUS_IO, "%s: %s", path,
		    strerror(errno));
	} else {
		status = write_bytes(bytes, to, path, err);
		if (fclose(to) != 0 && !status)
			status = error_set(err, STATUS_IO, "%s: %s", path,
			    strerror(errno));
	}
	if (!status)
		return file_replace_commit(&replacement, err);
	file_replace_clear(&replacement);
	return status;
}

static int
run(const struct request *r, const char *output)
{
	struct diagnose d;
	struct error err = { 0 };
	struct str text, bytes;
	enum status status;

	str_init(&text, 0);
	str_init(&bytes, 0);
	diagnose_init(&d);
	d.is_ascii = say_is_ascii();
	status = file_read(&text, r->input, STYLE_BYTES_MAX, &err);
	if (!status)
		status = csl_style_compile(&bytes, r->input, text.data,
		    text.len, &d);
	diagnose_print(&d, stderr);
	if (!status)
		status = write_file(&bytes, output, &err);
	if (status && status != STATUS_FOUND_FAULTS)
		say_line(stderr, d.is_ascii, "ibid: %s", err.message);
	if (!status && !r->is_quiet && strcmp(output, "-") != 0)
		say_line(stdout, d.is_ascii, "%s: %zu bytes", output,
		    bytes.len);
	diagnose_clear(&d);
	str_clear(&bytes);
	str_clear(&text);
	return status ? EXIT_TROUBLE : EXIT_DONE;
}

int
style_program_run(int argc, char **argv)
{
	struct request request = { 0 };
	int result = read_arguments(&request, argc, argv);
	char *output;

	if (result != EXIT_DONE)
		return result;
	if (request.wants_help) {
		fputs(usage, stdout);
		return fflush(stdout) == 0 ? EXIT_DONE : EXIT_TROUBLE;
	}
	output = get_default_output(request.input);
	result = run(&request, request.output ? request.output : output);
	free(output);
	return result;
}
