/* SPDX-License-Identifier: ISC */
#include "sample_fixture.h"

#include <sqlite3.h>
#include <string.h>

#include "unit.h"

int
sample_fixture_write(void **state)
{
	static struct fixture f;

	memset(&f, 0, sizeof f);
	f.path = sample_make_file();
	*state = &f;
	return sample_write(f.path, &f.err) == STATUS_OK ? 0 : -1;
}

int
sample_fixture_open(void **state)
{
	struct fixture *f;

	if (sample_fixture_write(state) != 0)
		return -1;
	f = *state;
	return collection_open(&f->c, f->path, &f->err) == STATUS_OK ? 0 : -1;
}

int
sample_fixture_close(void **state)
{
	struct fixture *f = *state;

	collection_close(f->c);
	arena_clear(&f->arena);
	sample_remove(f->path);
	return 0;
}

void
sample_fixture_open_with(struct fixture *f, const char *sql)
{
	sqlite3 *handle;

	collection_close(f->c);
	f->c = NULL;
	assert_int_equal(sqlite3_open(f->path, &handle), SQLITE_OK);
	if (sqlite3_exec(handle, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(handle));
	assert_int_equal(sqlite3_close(handle), SQLITE_OK);
	assert_int_equal(collection_open(&f->c, f->path, &f->err), STATUS_OK);
}
