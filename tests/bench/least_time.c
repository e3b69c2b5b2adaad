/* SPDX-License-Identifier: ISC */

/*
 * least_time ROUNDS [NAME COMMAND... ;]...: runs commands in turn, so many
 * rounds, and prints a line of every run, tabs between:
 *
 *	NAME  wall  processor (microseconds)  exit code  first line it printed
 *
 * What it printed comes through a pipe: a tool that sees /dev/null there may
 * stop early.  A command that a signal ended has the exit code 128 and more;
 * stderr is thrown away.
 */
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { LINE_BYTES = 256 };

struct run {
	int64_t wall_us, cpu_us;
	int code;
	char line[LINE_BYTES];
};

static void __attribute__((noreturn)) fail(const char *what)
{
	perror(what);
	exit(99);
}

static int64_t
read_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static int64_t
get_us(struct timeval t)
{
	return (int64_t)t.tv_sec * 1000000 + t.tv_usec;
}

static pid_t
start(char **command, int *out)
{
	int ends[2];
	pid_t child;

	if (pipe(ends) != 0)
		fail("pipe");
	child = fork();
	if (child < 0)
		fail("fork");
	if (child == 0) {
		int nowhere = open("/dev/null", O_RDWR);

		dup2(nowhere, 0);
		dup2(ends[1], 1);
		dup2(nowhere, 2);
		close(ends[0]);
		close(ends[1]);
		execvp(command[0], command);
		_exit(127);
	}
	close(ends[1]);
	*out = ends[0];
	return child;
}

/* Keeps the first line, without what would break ours, and drops the rest. */
static void
read_line(char *line, int out)
{
	char bytes[65536];
	size_t len = 0;
	ssize_t count;

	while ((count = read(out, bytes, sizeof bytes)) > 0) {
		for (ssize_t i = 0; i < count && len + 1 < LINE_BYTES; i++)
			line[len++] = bytes[i];
	}
	line[len] = '\0';
	line[strcspn(line, "\n")] = '\0';
	for (char *p = line; (p = strchr(p, '\t')) != NULL;)
		*p = ' ';
}

static void
run_command(struct run *r, char **command)
{
	int64_t begin = read_us();
	struct rusage usage;
	int out, status;
	pid_t child = start(command, &out);

	read_line(r->line, out);
	close(out);
	if (wait4(child, &status, 0, &usage) != child)
		fail("wait4");
	r->wall_us = read_us() - begin;
	r->cpu_us = get_us(usage.ru_utime) + get_us(usage.ru_stime);
	r->code = WIFEXITED(status) ? WEXITSTATUS(status) :
				      128 + WTERMSIG(status);
}

/* Ends the command with NULL; returns what stands behind it. */
static int
find_end(char **argv, int at)
{
	while (argv[at] && strcmp(argv[at], ";") != 0)
		at++;
	return at;
}

int
main(int argc, char **argv)
{
	long rounds = argc > 1 ? strtol(argv[1], NULL, 10) : 0;
	struct run r;

	if (rounds < 1)
		return 2;
	while (rounds-- > 0) {
		for (int at = 2; at + 1 < argc;) {
			int end = find_end(argv, at);
			char *separator = argv[end];

			argv[end] = NULL;
			run_command(&r, argv + at + 1);
			argv[end] = separator;
			printf("%s\t%lld\t%lld\t%d\t%s\n", argv[at],
			    (long long)r.wall_us, (long long)r.cpu_us, r.code,
			    r.line);
			at = end + 1;
		}
	}
	return fflush(stdout) == 0 ? 0 : 99;
}
