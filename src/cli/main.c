/* SPDX-License-Identifier: ISC */
#include "cli.h"

int
main(int argc, char **argv)
{
	static char name[] = "ibid";
	static char *const no_arguments[] = { name, NULL };

	return cli_run(argc > 0 ? argv : no_arguments);
}
