/* SPDX-License-Identifier: ISC */
#include "term_signal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/*
 * Installing the handlers waits until the first screen is there, so that it
 * comes sooner; until then the signals are blocked.
 */
enum { RESET_SIZE = 512, STACK_SIZE_BYTES = 32768 };

static const int ending[] = { SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGPIPE,
	SIGUSR1, SIGUSR2, SIGALRM, SIGXCPU, SIGXFSZ };
static const int other[] = { SIGCONT, SIGWINCH };
static const int crashing[] = { SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL };

enum {
	ENDING_COUNT = sizeof ending / sizeof *ending,
	OTHER_COUNT = sizeof other / sizeof *other,
	CRASHING_COUNT = sizeof crashing / sizeof *crashing
};

/* The one thing of the program that a signal can reach. */
static struct {
	volatile sig_atomic_t end;
	volatile sig_atomic_t is_resized;
	volatile sig_atomic_t is_continued;
	volatile sig_atomic_t is_stopped;
	volatile sig_atomic_t has_terminal;
	int pipe[2];
	bool is_open;
	struct termios modes;
	char reset[RESET_SIZE];
	volatile size_t reset_len;
	struct sigaction ending_was[ENDING_COUNT];
	struct sigaction other_was[OTHER_COUNT];
	struct sigaction stop_was;
	struct sigaction crashing_was[CRASHING_COUNT];
	sigset_t mask_was;
	stack_t stack_was;
	char stack[STACK_SIZE_BYTES];
} state = { .pipe = { -1, -1 } };

void
signal_reset_terminal(void)
{
	int saved = errno;

	if (!state.has_terminal)
		return;
	state.has_terminal = 0;
	for (size_t at = 0; at < state.reset_len;) {
		ssize_t written = write(STDOUT_FILENO, state.reset + at,
		    state.reset_len - at);

		if (written <= 0)
			break;
		at += (size_t)written;
	}
	tcsetattr(STDIN_FILENO, TCSANOW, &state.modes);
	errno = saved;
}

/* ---- Handlers ---- */

static void
wake_up(void)
{
	int saved = errno;

	if (write(state.pipe[1], "", 1) < 0)
		errno = saved;
	errno = saved;
}

/* Dies of it as if it had not been caught. */
static void
die_of(int number)
{
	struct sigaction action;
	sigset_t set;

	memset(&action, 0, sizeof action);
	action.sa_handler = SIG_DFL;
	sigemptyset(&action.sa_mask);
	sigaction(number, &action, NULL);
	sigemptyset(&set);
	sigaddset(&set, number);
	raise(number);
	sigprocmask(SIG_UNBLOCK, &set, NULL);
}

/* A person who asks again before the first was heeded finds us stuck. */
static bool
is_asked_by_hand(int number)
{
	return number == SIGINT || number == SIGQUIT || number == SIGTERM;
}

static void
note_end(int number)
{
	/* What another program is told while it has the terminal. */
	if (!state.has_terminal && (number == SIGINT || number == SIGQUIT))
		return;
	if (state.end == number && is_asked_by_hand(number)) {
		signal_reset_terminal();
		die_of(number);
	}
	state.end = number;
	wake_up();
}

static void
note_other(int number)
{
	if (number == SIGWINCH)
		state.is_resized = 1;
	else if (number == SIGCONT)
		state.is_continued = 1;
	else
		state.is_stopped = 1;
	wake_up();
}

static void
note_child(int number)
{
	(void)number;
	wake_up();
}

static void
crash(int number)
{
	signal_reset_terminal();
	/* Whoever watched for it before us (a sanitizer) sees it now. */
	for (int i = 0; i < CRASHING_COUNT; i++) {
		if (crashing[i] == number)
			sigaction(number, &state.crashing_was[i], NULL);
	}
	raise(number);
}

/* What was ignored stays so, as under nohup or without job control. */
static void catch (int number, void (*handler)(int), int flags,
    struct sigaction *was)
{
	struct sigaction action;

	memset(&action, 0, sizeof action);
	action.sa_handler = handler;
	action.sa_flags = flags;
	sigemptyset(&action.sa_mask);
	sigaction(number, &action, was);
	if (was->sa_handler == SIG_IGN)
		sigaction(number, was, NULL);
}

/* ---- Beginning and end ---- */

static void
fill_set(sigset_t *out)
{
	sigemptyset(out);
	for (int i = 0; i < ENDING_COUNT; i++)
		sigaddset(out, ending[i]);
	for (int i = 0; i < OTHER_COUNT; i++)
		sigaddset(out, other[i]);
	sigaddset(out, SIGTSTP);
}

/* A crash while it is copied finds none. */
void
signal_set_reset(const char *reset, size_t len)
{
	state.reset_len = 0;
	if (len > RESET_SIZE)
		return;
	memcpy(state.reset, reset, len);
	state.reset_len = len;
}

void
signal_prepare(const struct termios *modes)
{
	sigset_t set;

	state.modes = *modes;
	state.reset_len = 0;
	state.has_terminal = 1;
	state.end = 0;
	state.is_resized = state.is_continued = state.is_stopped = 0;
	fill_set(&set);
	sigprocmask(SIG_BLOCK, &set, &state.mask_was);
	for (int i = 0; i < CRASHING_COUNT; i++)
		catch (crashing[i], crash, SA_NODEFER | SA_ONSTACK,
		    &state.crashing_was[i]);
	catch (SIGTSTP, note_other, SA_RESTART, &state.stop_was);
}

static void
open_pipe(void)
{
	if (pipe(state.pipe) != 0) {
		state.pipe[0] = state.pipe[1] = -1;
		return;
	}
	for (int i = 0; i < 2; i++) {
		fcntl(state.pipe[i], F_SETFD, FD_CLOEXEC);
		fcntl(state.pipe[i], F_SETFL, O_NONBLOCK);
	}
}

/* A stack that has run over leaves no room for a handler. */
static void
set_stack(void)
{
	stack_t stack = { .ss_sp = state.stack, .ss_size = sizeof state.stack };

	if (sigaltstack(&stack, &state.stack_was) != 0)
		state.stack_was.ss_flags = SS_DISABLE;
}

int
signal_open(void)
{
	if (state.is_open)
		return state.pipe[0];
	open_pipe();
	set_stack();
	for (int i = 0; i < ENDING_COUNT; i++)
		catch (ending[i], note_end, SA_RESTART, &state.ending_was[i]);
	for (int i = 0; i < OTHER_COUNT; i++)
		catch (other[i], note_other, SA_RESTART, &state.other_was[i]);
	state.is_open = true;
	sigprocmask(SIG_SETMASK, &state.mask_was, NULL);
	return state.pipe[0];
}

void
signal_close(void)
{
	state.has_terminal = 0;
	for (int i = 0; i < CRASHING_COUNT; i++)
		sigaction(crashing[i], &state.crashing_was[i], NULL);
	sigaction(SIGTSTP, &state.stop_was, NULL);
	if (!state.is_open) {
		sigprocmask(SIG_SETMASK, &state.mask_was, NULL);
		return;
	}
	for (int i = 0; i < ENDING_COUNT; i++)
		sigaction(ending[i], &state.ending_was[i], NULL);
	for (int i = 0; i < OTHER_COUNT; i++)
		sigaction(other[i], &state.other_was[i], NULL);
	sigaltstack(&state.stack_was, NULL);
	close(state.pipe[0]);
	close(state.pipe[1]);
	state.pipe[0] = state.pipe[1] = -1;
	state.is_open = false;
}

/* ---- What was noted ---- */

void
signal_drain(void)
{
	char bytes[64];

	while (read(state.pipe[0], bytes, sizeof bytes) > 0)
		;
}

bool
signal_take_resize(void)
{
	bool is = state.is_resized;

	state.is_resized = 0;
	return is;
}

bool
signal_take_continue(void)
{
	bool is = state.is_continued;

	state.is_continued = 0;
	return is;
}

bool
signal_take_stop(void)
{
	bool is = state.is_stopped;

	state.is_stopped = 0;
	return is;
}

int
signal_get_end(void)
{
	return state.end;
}

/* ---- Stopping ---- */

void
signal_leave(void)
{
	state.has_terminal = 0;
	sigaction(SIGTSTP, &state.stop_was, NULL);
}

void
signal_enter(void)
{
	struct sigaction was;

	state.is_stopped = state.is_continued = 0;
	catch (SIGTSTP, note_other, SA_RESTART, &was);
	if (state.end == SIGINT || state.end == SIGQUIT)
		state.end = 0;
	state.has_terminal = 1;
}

void
signal_stop(bool is_group)
{
	if (is_group)
		kill(0, SIGTSTP);
	else
		raise(SIGTSTP);
}

/* ---- Another program ---- */

/* It is given a moment to leave the terminal as it found it. */
static void
end_child(pid_t child, int *status)
{
	enum { TRIES = 20 };
	struct timespec moment = { .tv_nsec = 25000000 };

	kill(child, state.end);
	for (int i = 0; i < TRIES && waitpid(child, status, WNOHANG) == 0; i++)
		nanosleep(&moment, NULL);
}

bool
signal_wait_child(pid_t child, int *status)
{
	enum { WITHOUT_PIPE_MS = 100 };
	struct pollfd wake = { .fd = state.pipe[0], .events = POLLIN };
	struct sigaction action, was;

	memset(&action, 0, sizeof action);
	action.sa_handler = note_child;
	action.sa_flags = SA_RESTART;
	sigemptyset(&action.sa_mask);
	sigaction(SIGCHLD, &action, &was);
	*status = 0;
	while (waitpid(child, status, WNOHANG) == 0) {
		if (state.end) {
			end_child(child, status);
			break;
		}
		poll(&wake, 1, wake.fd < 0 ? WITHOUT_PIPE_MS : -1);
		signal_drain();
	}
	sigaction(SIGCHLD, &was, NULL);
	return !state.end;
}
