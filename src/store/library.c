/* SPDX-License-Identifier: ISC */
#include <sqlite3.h>

#include "store/collection.h"

const char *
collection_get_library_version(void)
{
	return sqlite3_libversion();
}
