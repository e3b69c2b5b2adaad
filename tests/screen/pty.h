/* SPDX-License-Identifier: ISC */
#ifndef IBID_PTY_H
#define IBID_PTY_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <termios.h>

/*
 * A program on a pseudo-terminal with job control, for screen.c.  Between
 * the test and the program stands a keeper, which does what a shell does:
 * it puts the program into the foreground, notices when it is stopped and
 * brings it back.
 */
struct pty {
	int terminal; /* the far end: what a terminal emulator holds */
	int line;     /* the near end, for its modes */
	int reports;  /* of the keeper */
	int orders;   /* to it */
	pid_t keeper;
	pid_t program;
	struct termios before; /* modes that the program finds */
	bool is_hasty;
	bool is_stopped;
	bool is_ended;
	int status; /* as waitpid() gives it, once stopped or ended */
};

/*
 * Starts argv[0], looked for in env's PATH, with env as its whole
 * environment.  Exits the test with a message where the system refuses.
 * is_hasty: what the terminal does not take at once is refused (O_NONBLOCK).
 */
void pty_start(struct pty *p, int rows, int cols, bool is_hasty,
    char *const argv[], char **env);

/* Kills what still runs and closes everything. */
void pty_end(struct pty *p);

/* The kernel tells the program with a SIGWINCH. */
void pty_set_size(struct pty *p, int rows, int cols);

/* Waits so long for output or a report; false: neither came. */
bool pty_wait(struct pty *p, int timeout_ms);

/* What has come; 0: nothing has.  Takes reports in too. */
size_t pty_read(struct pty *p, char *bytes, size_t size);

/* Sends what fits now, and returns how much that was. */
size_t pty_write(struct pty *p, const char *bytes, size_t len);

/* A stopped program goes on in the foreground. */
void pty_continue(struct pty *p);

/* The terminal goes away, as when its window is closed. */
void pty_hang_up(struct pty *p);

/* Whether the modes are those that the program found. */
bool pty_has_modes_of_before(const struct pty *p);

#endif
