/* SPDX-License-Identifier: ISC */
#include "guard.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"

enum {
	HEADER_BYTES = 72,
	APPLICATION_ID_AT = 68 /* in the header of an SQLite file */
};

/*
 * A handler is handed no state, so the path stands here; set and taken away
 * while the signals are held.
 */
static char *unfinished;

static const int signals[] = { SIGHUP, SIGINT, SIGTERM };
enum { SIGNAL_COUNT = sizeof signals / sizeof *signals };

static bool
is_collection(const unsigned char header[HEADER_BYTES])
{
	static const unsigned char id[] = { 0x69, 0x62, 0x69, 0x64 };

	/* The NUL behind SQLite's words belongs to them. */
	return memcmp(header, "SQLite format 3", 16) == 0 &&
	    memcmp(header + APPLICATION_ID_AT, id, sizeof id) == 0;
}

enum status
guard_check(const char *path, struct error *err)
{
	unsigned char header[HEADER_BYTES] = { 0 };
	struct stat st;
	ssize_t got;
	int fd;

	/* What is no regular file is refused when the run begins to write. */
	if (stat(path, &st) != 0 || !S_ISREG(st.st_mode) || st.st_size == 0)
		return STATUS_OK;
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0)
		return error_set(err, STATUS_IO, "%s: %s", path,
		    strerror(errno));
	got = pread(fd, header, sizeof header, 0);
	close(fd);
	if (got == HEADER_BYTES && is_collection(header))
		return STATUS_OK;
	return error_set(err, STATUS_INVALID,
	    "%s: is no collection, and is not replaced", path);
}

static void
remove_unfinished(void)
{
	if (unfinished)
		(void)unlink(unfinished);
}

/* The default action is set again by then, and ends the program. */
static void
handle_signal(int number)
{
	int saved = errno;

	remove_unfinished();
	(void)raise(number);
	errno = saved;
}

static sigset_t
hold_signals(void)
{
	sigset_t held, before;

	sigemptyset(&held);
	for (size_t i = 0; i < SIGNAL_COUNT; i++)
		sigaddset(&held, signals[i]);
	sigprocmask(SIG_BLOCK, &held, &before);
	return before;
}

/* What was to be ignored (nohup) still is. */
static void
set_handlers(void (*handler)(int))
{
	struct sigaction action = { .sa_handler = handler,
		.sa_flags = (int)SA_RESETHAND };
	struct sigaction before;

	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < SIGNAL_COUNT; i++) {
		if (sigaction(signals[i], NULL, &before) == 0 &&
		    before.sa_handler != SIG_IGN)
			sigaction(signals[i], &action, NULL);
	}
}

enum status
guard_begin(struct file_replacement *out, const char *path, struct error *err)
{
	sigset_t before = hold_signals();
	enum status status = file_replace_begin(out, path, err);

	if (!status) {
		unfinished = mem_copy_text(out->temp);
		set_handlers(handle_signal);
		mem_set_exit_hook(remove_unfinished);
	}
	sigprocmask(SIG_SETMASK, &before, NULL);
	return status;
}

static void
stop(void)
{
	sigset_t before = hold_signals();

	mem_set_exit_hook(NULL);
	set_handlers(SIG_DFL);
	free(unfinished);
	unfinished = NULL;
	sigprocmask(SIG_SETMASK, &before, NULL);
}

enum status
guard_commit(struct file_replacement *file, struct error *err)
{
	enum status status = file_replace_commit(file, err);

	stop();
	return status;
}

void
guard_clear(struct file_replacement *file)
{
	file_replace_clear(file);
	stop();
}
