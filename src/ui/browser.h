/* SPDX-License-Identifier: ISC */
#ifndef IBID_BROWSER_H
#define IBID_BROWSER_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "base/arena.h"
#include "base/error.h"

/*
 * The browser that opens a URL, run without a shell.  $BROWSER is a list
 * divided by colons, of which the first that is there is taken; each is a
 * command of words with %s for the URL, which otherwise stands behind it, %c
 * for a colon and %% for itself.
 */
struct browser {
	char **words; /* the command; NULL at the end */
	const char *name;
	bool has_terminal; /* it is one that runs in the terminal */
};

/*
 * What the list (NULL: what is usual) gives for a URL, in the arena.
 * STATUS_NOT_FOUND names what is not there.
 */
enum status browser_find(struct browser *out, const char *list, const char *url,
    struct arena *arena, struct error *err);

/*
 * Starts it: in the terminal that we have left, or, where it needs none, in
 * a session of its own with nothing to read and write.  STATUS_IO says why
 * it could not.
 */
enum status browser_start(pid_t *out, const struct browser *browser,
    struct error *err);

/* Of the status of waitpid(): whether, and into out how, it failed. */
bool browser_has_failed(char *out, size_t size, const char *name, int status);

#endif
