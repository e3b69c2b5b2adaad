/* SPDX-License-Identifier: ISC */
#include "compiled_style.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "locate.h"
#include "reader/style_shelf.h"

/*
 * The style comes through a pipe, so that nothing is written anywhere.
 */
enum { STYLE_LIMIT_BYTES = 64 << 20 };

/* Never returns. */
static void
run_compiler(const char *compiler, const char *path, int to)
{
	char *arguments[] = { (char *)(uintptr_t)compiler, NULL, NULL, NULL,
		NULL, NULL, NULL, NULL };
	static const char *const words[] = { "style", "-q", "-o", "-", "--" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		arguments[i + 1] = (char *)(uintptr_t)words[i];
	arguments[6] = (char *)(uintptr_t)path;
	if (dup2(to, STDOUT_FILENO) >= 0)
		execv(compiler, arguments);
	_exit(127);
}

/* The compiler said what is wrong, if it ran. */
static enum status
check_exit(pid_t child, const char *compiler, const char *path,
    struct error *err)
{
	int status;

	while (waitpid(child, &status, 0) < 0) {
		if (errno != EINTR)
			return error_set(err, STATUS_IO, "%s: %s", compiler,
			    strerror(errno));
	}
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return STATUS_OK;
	if (WIFEXITED(status) && WEXITSTATUS(status) == 127)
		return error_set(err, STATUS_IO, "%s cannot be run", compiler);
	return error_set(err, STATUS_INVALID, "%s: no style that can be used",
	    path);
}

static enum status
compile(struct str *out, const char *compiler, const char *path,
    struct error *err)
{
	enum status status, ended;
	struct error ignored;
	int ends[2];
	pid_t child;

	if (pipe(ends) != 0)
		return error_set(err, STATUS_IO, "%s", strerror(errno));
	child = fork();
	if (child == 0) {
		close(ends[0]);
		run_compiler(compiler, path, ends[1]);
	}
	close(ends[1]);
	if (child < 0) {
		close(ends[0]);
		return error_set(err, STATUS_IO, "%s", strerror(errno));
	}
	status = file_read_from(out, ends[0], path, STYLE_LIMIT_BYTES, err);
	close(ends[0]);
	ended = check_exit(child, compiler, path, status ? &ignored : err);
	return status ? status : ended;
}

/* "http://www.zotero.org/styles/apa" is "apa". */
static enum status
find_parent(struct style **style, struct error *err)
{
	style_node info = style_get_child(*style, 0);
	const char *parent = info == STYLE_NODE_NONE ?
	    NULL :
	    style_get_text(*style, info, STYLE_AT_PARENT);
	const char *slash = parent ? strrchr(parent, '/') : NULL;
	struct style *found, *locale;
	enum status status;

	if (!parent)
		return STATUS_OK;
	status = style_shelf_find(&found, &locale, slash ? slash + 1 : parent,
	    NULL, err);
	if (status)
		return status;
	style_free(locale);
	style_free(*style);
	*style = found;
	return STATUS_OK;
}

enum status
compiled_style_add_bytes(struct str *out, struct cli *cli, const char *path,
    struct error *err)
{
	const char *compiler;
	enum status status = file_check_regular(path, err);

	if (!status)
		status = locate_helper(&compiler, "ibid-compile", cli->program,
		    &cli->arena, err);
	return status ? status : compile(out, compiler, path, err);
}

enum status
compiled_style_read(struct style **out, struct cli *cli, const char *path,
    struct error *err)
{
	struct style *style;
	struct str bytes;
	enum status status;

	str_init(&bytes, 0);
	status = compiled_style_add_bytes(&bytes, cli, path, err);
	if (!status)
		status = style_load(&style, path, bytes.data ? bytes.data : "",
		    bytes.len, err);
	str_clear(&bytes);
	if (status)
		return status;
	status = find_parent(&style, err);
	if (status)
		style_free(style);
	else
		*out = style;
	return status;
}
