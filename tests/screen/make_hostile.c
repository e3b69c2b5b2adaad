/* SPDX-License-Identifier: ISC */

/* make_hostile COLLECTION: writes payloads for a terminal into it. */
#include "hostile.h"

int
main(int argc, char **argv)
{
	if (argc != 2)
		return 2;
	hostile_make(argv[1]);
	return 0;
}
