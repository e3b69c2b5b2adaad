/* SPDX-License-Identifier: ISC */
#include "browser.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/str.h"

enum { WORD_LIMIT = 64, ITEM_LIMIT_BYTES = 4096 };

/* ---- Which ---- */

static const char *const in_terminal[] = { "www-browser", "w3m", "lynx",
	"links", "links2", "elinks", "felinks", "cha", "browsh", "edbrowse",
	"retawq", "netrik" };

static bool
is_in_terminal(const char *name)
{
	for (size_t i = 0; i < sizeof in_terminal / sizeof *in_terminal; i++) {
		if (strcmp(in_terminal[i], name) == 0)
			return true;
	}
	return false;
}

static bool
is_given(const char *name)
{
	const char *value = getenv(name);

	return value && value[0];
}

/* Without a display xdg-open looks for what runs in the terminal, too. */
static const char *
get_usual_list(void)
{
	if (is_given("DISPLAY") || is_given("WAYLAND_DISPLAY"))
		return "xdg-open:x-www-browser";
	return "www-browser:w3m:lynx:links2:links:elinks:xdg-open";
}

/* Whether a program can be run, looked for as execvp() does. */
static bool
is_there(const char *program)
{
	const char *path = getenv("PATH");
	char file[ITEM_LIMIT_BYTES];

	if (strchr(program, '/'))
		return access(program, X_OK) == 0;
	for (path = path ? path : "/bin:/usr/bin"; *path;) {
		size_t len = strcspn(path, ":");

		if (snprintf(file, sizeof file, "%.*s/%s", (int)len, path,
			program) < (int)sizeof file &&
		    access(file, X_OK) == 0)
			return true;
		path += len;
		path += *path == ':';
	}
	return false;
}

/* A word with its signs replaced; tells whether the URL was among them. */
static char *
fill_word(const char *word, size_t len, const char *url, bool *has_url,
    struct arena *arena)
{
	struct str text;
	char *copy;

	str_init(&text, 0);
	for (size_t i = 0; i < len; i++) {
		char sign = word[i] == '%' && i + 1 < len ? word[i + 1] : '\0';

		i += sign == 's' || sign == 'c' || sign == '%';
		*has_url |= sign == 's';
		if (sign == 's')
			str_add_text(&text, url);
		else if (sign == 'c')
			str_add_char(&text, ':');
		else
			str_add_char(&text, word[i]);
	}
	copy = arena_copy(arena, text.data, text.len);
	str_clear(&text);
	return copy;
}

static const char *
get_name(const char *program)
{
	const char *slash = strrchr(program, '/');

	return slash ? slash + 1 : program;
}

/* False where the item has no word. */
static bool
read_item(struct browser *out, const char *item, size_t len, const char *url,
    struct arena *arena)
{
	const char *end = item + len;
	bool has_url = false;
	size_t count = 0;

	out->words = arena_alloc_array(arena, WORD_LIMIT + 2,
	    sizeof *out->words);
	while (item < end && count < WORD_LIMIT) {
		size_t word_len = 0;

		item += strspn(item, " \t");
		while (item + word_len < end && item[word_len] != ' ' &&
		    item[word_len] != '\t')
			word_len++;
		if (item >= end || word_len == 0)
			break;
		out->words[count++] = fill_word(item, word_len, url, &has_url,
		    arena);
		item += word_len;
	}
	if (count == 0)
		return false;
	if (!has_url)
		out->words[count] = arena_copy_text(arena, url);
	out->name = get_name(out->words[0]);
	out->has_terminal = is_in_terminal(out->name);
	return true;
}

enum status
browser_find(struct browser *out, const char *list, const char *url,
    struct arena *arena, struct error *err)
{
	const char *p = list && list[0] ? list : get_usual_list();
	const char *missing = NULL;

	while (*p) {
		size_t len = strcspn(p, ":");
		struct browser browser;

		if (read_item(&browser, p, len, url, arena)) {
			if (is_there(browser.words[0])) {
				*out = browser;
				return STATUS_OK;
			}
			missing = missing ? missing : browser.words[0];
		}
		p += len;
		p += *p == ':';
	}
	if (list && list[0] && missing)
		return error_set(err, STATUS_NOT_FOUND,
		    "There is no program %s, which $BROWSER names.", missing);
	return error_set(err, STATUS_NOT_FOUND,
	    "No browser was found; $BROWSER can name one.");
}

/* ---- Running ---- */

static void
become(const struct browser *browser, int tell_fd)
{
	int fault;

	if (!browser->has_terminal) {
		int null = open("/dev/null", O_RDWR);

		setsid();
		for (int fd = 0; fd < 3 && null >= 0; fd++)
			dup2(null, fd);
		if (null > 2)
			close(null);
	}
	execvp(browser->words[0], browser->words);
	fault = errno;
	if (write(tell_fd, &fault, sizeof fault) < 0)
		_exit(126);
	_exit(127);
}

/* The pipe closes where the program began, or says why it did not. */
static int
read_fault(int fd)
{
	int fault = 0;

	while (read(fd, &fault, sizeof fault) < 0 && errno == EINTR)
		;
	return fault;
}

enum status
browser_start(pid_t *out, const struct browser *browser, struct error *err)
{
	int fault = 0, ends[2];
	pid_t child;

	if (pipe(ends) != 0)
		return error_set(err, STATUS_IO, "%s cannot be run: %s",
		    browser->name, strerror(errno));
	fcntl(ends[0], F_SETFD, FD_CLOEXEC);
	fcntl(ends[1], F_SETFD, FD_CLOEXEC);
	child = fork();
	if (child == 0)
		become(browser, ends[1]);
	fault = child < 0 ? errno : 0;
	close(ends[1]);
	if (child > 0)
		fault = read_fault(ends[0]);
	close(ends[0]);
	if (fault == 0) {
		*out = child;
		return STATUS_OK;
	}
	while (child > 0 && waitpid(child, NULL, 0) < 0 && errno == EINTR)
		;
	return error_set(err, STATUS_IO, "%s cannot be run: %s", browser->name,
	    strerror(fault));
}

bool
browser_has_failed(char *out, size_t size, const char *name, int status)
{
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return false;
	if (WIFSIGNALED(status))
		snprintf(out, size, "%s was ended by signal %d.", name,
		    WTERMSIG(status));
	else
		snprintf(out, size, "%s ended with status %d.", name,
		    WEXITSTATUS(status));
	return true;
}
