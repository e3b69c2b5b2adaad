/* SPDX-License-Identifier: ISC */

/*
 * measure BYTES COMMAND...: runs a command over so many bytes of input and
 * prints its speed by processor time and its largest resident memory.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static double
get_seconds(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

int
main(int argc, char **argv)
{
	struct rusage usage;
	double bytes, seconds;
	pid_t child;
	int status;

	if (argc < 3)
		return 2;
	bytes = strtod(argv[1], NULL);
	child = fork();
	if (child == 0) {
		execv(argv[2], argv + 2);
		_exit(127);
	}
	if (child < 0 || waitpid(child, &status, 0) != child ||
	    getrusage(RUSAGE_CHILDREN, &usage) != 0)
		return 2;
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
		fprintf(stderr, "measure: %s failed\n", argv[2]);
		return 1;
	}
	seconds = get_seconds(usage.ru_utime) + get_seconds(usage.ru_stime);
	printf("%-36s %12.1f  MB/s of processor time (%.1f s)\n", "compiling",
	    bytes / 1e6 / seconds, seconds);
	printf("%-36s %12.1f  MB\n", "largest resident memory",
	    (double)usage.ru_maxrss / 1024);
	return 0;
}
