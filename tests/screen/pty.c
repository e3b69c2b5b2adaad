/* SPDX-License-Identifier: ISC */
#include "pty.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

struct report {
	enum { REPORT_STARTED, REPORT_CHANGED } what;
	int value; /* process, or status */
};

static void
give_up(const char *what)
{
	printf("# %s: %s\n", what, strerror(errno));
	exit(99);
}

/* ---- The keeper and the program, in processes of their own ---- */

static void
run_program(const struct pty *p, char *const argv[], char **env)
{
	struct rlimit none = { 0, 0 };

	setpgid(0, 0);
	tcsetpgrp(0, getpid());
	/* Whoever runs the tests may ignore signals; the program gets none so.
	 */
	for (int number = 1; number < 32; number++) {
		if (number != SIGKILL && number != SIGSTOP)
			signal(number, SIG_DFL);
	}
	/* A crash on purpose leaves nothing behind. */
	setrlimit(RLIMIT_CORE, &none);
	close(p->reports);
	close(p->orders);
	environ = env;
	execvp(argv[0], argv);
	fprintf(stderr, "%s: %s\n", argv[0], strerror(errno));
	_exit(127);
}

static void
send_report(int fd, int what, int value)
{
	struct report report;

	memset(&report, 0, sizeof report);
	report.what = what;
	report.value = value;
	if (write(fd, &report, sizeof report) != (ssize_t)sizeof report)
		_exit(1);
}

/* As a shell that has one job. */
static void
keep(const struct pty *p, pid_t program)
{
	int status;
	char order;

	send_report(p->reports, REPORT_STARTED, program);
	while (waitpid(program, &status, WUNTRACED) == program) {
		tcsetpgrp(0, getpgrp());
		send_report(p->reports, REPORT_CHANGED, status);
		if (!WIFSTOPPED(status))
			_exit(0);
		if (read(p->orders, &order, 1) != 1)
			_exit(1);
		tcsetpgrp(0, program);
		kill(-program, SIGCONT);
	}
	_exit(1);
}

static void
run_keeper(struct pty *p, const char *path, char *const argv[], char **env)
{
	int line;
	pid_t program;

	setsid();
	line = open(path, p->is_hasty ? O_RDWR | O_NONBLOCK : O_RDWR);
	if (line < 0)
		_exit(99);
	ioctl(line, TIOCSCTTY, 0);
	for (int fd = 0; fd <= 2; fd++)
		dup2(line, fd);
	close(line);
	close(p->terminal);
	close(p->line);
	signal(SIGTTOU, SIG_IGN);
	signal(SIGHUP, SIG_IGN);
	signal(SIGPIPE, SIG_IGN);
	program = fork();
	if (program == 0)
		run_program(p, argv, env);
	if (program < 0)
		_exit(99);
	setpgid(program, program);
	keep(p, program);
}

/* ---- The test's end ---- */

/* Modes unlike those of any program, to see whether they come back. */
static void
set_modes(struct pty *p)
{
	if (tcgetattr(p->line, &p->before) != 0)
		give_up("tcgetattr");
	p->before.c_cc[VKILL] = '@';
	p->before.c_cc[VMIN] = 3;
	p->before.c_iflag |= IXON | ICRNL;
	p->before.c_lflag |= ECHO | ICANON | ISIG | IEXTEN;
	if (tcsetattr(p->line, TCSANOW, &p->before) != 0 ||
	    tcgetattr(p->line, &p->before) != 0)
		give_up("tcsetattr");
}

void
pty_set_size(struct pty *p, int rows, int cols)
{
	struct winsize size = { 0 };

	size.ws_row = (unsigned short)rows;
	size.ws_col = (unsigned short)cols;
	if (ioctl(p->line, TIOCSWINSZ, &size) != 0)
		give_up("TIOCSWINSZ");
}

static const char *
open_both_ends(struct pty *p)
{
	const char *path = NULL;

	p->terminal = posix_openpt(O_RDWR | O_NOCTTY);
	if (p->terminal < 0 || grantpt(p->terminal) != 0 ||
	    unlockpt(p->terminal) != 0 ||
	    (path = ptsname(p->terminal)) == NULL ||
	    (p->line = open(path, O_RDWR | O_NOCTTY)) < 0)
		give_up("a pseudo-terminal");
	fcntl(p->terminal, F_SETFD, FD_CLOEXEC);
	fcntl(p->line, F_SETFD, FD_CLOEXEC);
	return path;
}

static void
take_report(struct pty *p)
{
	struct report report;

	if (read(p->reports, &report, sizeof report) !=
	    (ssize_t)sizeof report) {
		p->is_ended = true;
		return;
	}
	if (report.what == REPORT_STARTED) {
		p->program = report.value;
		return;
	}
	p->status = report.value;
	p->is_stopped = WIFSTOPPED(report.value);
	p->is_ended = !p->is_stopped;
}

void
pty_start(struct pty *p, int rows, int cols, bool is_hasty, char *const argv[],
    char **env)
{
	const char *path;
	int reports[2], orders[2];

	memset(p, 0, sizeof *p);
	p->is_hasty = is_hasty;
	path = open_both_ends(p);
	set_modes(p);
	pty_set_size(p, rows, cols);
	if (pipe(reports) != 0 || pipe(orders) != 0)
		give_up("pipe");
	fflush(NULL);
	p->keeper = fork();
	if (p->keeper < 0)
		give_up("fork");
	if (p->keeper == 0) {
		close(reports[0]);
		close(orders[1]);
		p->reports = reports[1];
		p->orders = orders[0];
		run_keeper(p, path, argv, env);
	}
	close(reports[1]);
	close(orders[0]);
	p->reports = reports[0];
	p->orders = orders[1];
	fcntl(p->reports, F_SETFD, FD_CLOEXEC);
	fcntl(p->orders, F_SETFD, FD_CLOEXEC);
	fcntl(p->terminal, F_SETFL, O_NONBLOCK);
	take_report(p);
}

void
pty_hang_up(struct pty *p)
{
	if (p->terminal >= 0)
		close(p->terminal);
	p->terminal = -1;
}

void
pty_end(struct pty *p)
{
	if (!p->is_ended && p->program > 0)
		kill(p->program, SIGKILL);
	pty_hang_up(p);
	kill(p->keeper, SIGKILL);
	waitpid(p->keeper, NULL, 0);
	close(p->line);
	close(p->orders);
	close(p->reports);
}

bool
pty_wait(struct pty *p, int timeout_ms)
{
	struct pollfd fds[] = {
		{ .fd = p->terminal, .events = POLLIN },
		{ .fd = p->is_ended ? -1 : p->reports, .events = POLLIN },
	};

	return poll(fds, 2, timeout_ms) > 0;
}

static bool
is_readable(int fd)
{
	struct pollfd look = { .fd = fd, .events = POLLIN };

	return poll(&look, 1, 0) > 0;
}

/*
 * The report that comes last is taken before the output is read: what a
 * program wrote before it ended or stopped is there by then.
 */
size_t
pty_read(struct pty *p, char *bytes, size_t size)
{
	ssize_t len;

	if (!p->is_ended && is_readable(p->reports))
		take_report(p);
	if (p->terminal < 0)
		return 0;
	len = read(p->terminal, bytes, size);
	return len > 0 ? (size_t)len : 0;
}

size_t
pty_write(struct pty *p, const char *bytes, size_t len)
{
	ssize_t written = write(p->terminal, bytes, len);

	return written > 0 ? (size_t)written : 0;
}

void
pty_continue(struct pty *p)
{
	p->is_stopped = false;
	if (write(p->orders, "c", 1) != 1)
		give_up("the keeper");
}

bool
pty_has_modes_of_before(const struct pty *p)
{
	struct termios now;

	if (tcgetattr(p->line, &now) != 0)
		return false;
	return now.c_iflag == p->before.c_iflag &&
	    now.c_oflag == p->before.c_oflag &&
	    now.c_cflag == p->before.c_cflag &&
	    now.c_lflag == p->before.c_lflag &&
	    memcmp(now.c_cc, p->before.c_cc, sizeof now.c_cc) == 0;
}
