/* SPDX-License-Identifier: ISC */
#include "cli.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "locate.h"

/*
 * compile and check are the work of another program, which takes the place
 * of this one, so that its exit status is ours.
 */
enum status
cmd_compile(struct cli *cli, struct error *err)
{
	const struct options *options = &cli->options;
	enum status status;
	const char *path;
	char **arguments;

	if (options->given)
		return error_set(err, STATUS_INVALID,
		    "options of '%s' stand behind it", options->operands[0]);
	if (strcmp(options->operands[0], "compile") == 0 && cli_is_secure())
		return error_set(err, STATUS_INVALID,
		    "'compile' writes a file, which IBID_SECURE forbids");
	status = locate_helper(&path, "ibid-compile", cli->program, &cli->arena,
	    err);
	if (status)
		return status;
	arguments = arena_alloc_array(&cli->arena,
	    (size_t)options->operand_count + 2, sizeof *arguments);
	arguments[0] = arena_copy_text(&cli->arena, path);
	for (int i = 0; i < options->operand_count; i++)
		arguments[i + 1] = arena_copy_text(&cli->arena,
		    options->operands[i]);
	execv(path, arguments);
	return error_set(err, STATUS_IO, "%s: %s", path, strerror(errno));
}
