/* SPDX-License-Identifier: ISC */
#ifndef IBID_TERM_SIGNAL_H
#define IBID_TERM_SIGNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <termios.h>

/*
 * Signals while the terminal is ours.  Those that end, stop or resize us are
 * only noted, and the loop, which hears of them by a pipe, does what they
 * ask for in order.  Those of a crash give the terminal back at once, with a
 * string and modes that were prepared, and end the program as they would.
 */

/*
 * From here on a crash gives the terminal back to the modes.  The signals
 * that can wait are held until signal_open().
 */
void signal_prepare(const struct termios *modes);

/* What a crash writes besides; copied. */
void signal_set_reset(const char *reset, size_t len);

/* Lets signals come; returns the end of the pipe to wait on, -1: none. */
int signal_open(void);

/* Signals do what they did before signal_prepare(). */
void signal_close(void);

/* Empties the pipe; to be called before what follows is asked. */
void signal_drain(void);

/* Whether the size changed, or we were continued, since asked last. */
bool signal_take_resize(void);
bool signal_take_continue(void);

/* Whether someone asked us to stop. */
bool signal_take_stop(void);

/* The signal that ends us, or 0. */
int signal_get_end(void);

/* Stops us, or with is_group all of the terminal's job, as ^Z does; returns
 * when we are continued. */
void signal_stop(bool is_group);

/* While another program has the terminal, ^Z is its and ours, ^C its alone. */
void signal_leave(void);
void signal_enter(void);

/*
 * Waits for a child that has the terminal.  False where we are to end before
 * it: it was asked to end as well.
 */
bool signal_wait_child(pid_t child, int *status);

/* Gives the terminal back as a crash does; for want of memory. */
void signal_reset_terminal(void);

#endif
