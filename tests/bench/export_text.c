/* SPDX-License-Identifier: ISC */

/*
 * export_text COLLECTION [KIND]: prints the text of all passages, or of those
 * of a kind, in order, one a line, for tools that search lines.  It asks the
 * view `passage` and nothing of ibid's, so that what it prints can be held
 * against ibid.  Line feeds in a passage become spaces; how many passages had
 * one is told on stderr.
 */
#include <sqlite3.h>
#include <stdio.h>

static const char query[] =
    "SELECT text FROM passage "
    "WHERE ?1 IS NULL OR kind = ?1 ORDER BY id";

static void
print_line(const char *text, int len, long *broken)
{
	int feeds = 0;

	for (int i = 0; i < len; i++) {
		feeds += text[i] == '\n';
		putchar(text[i] == '\n' ? ' ' : text[i]);
	}
	putchar('\n');
	*broken += feeds > 0;
}

int
main(int argc, char **argv)
{
	sqlite3 *db = NULL;
	sqlite3_stmt *rows = NULL;
	long broken = 0;
	int status;

	if (argc < 2)
		return 2;
	if (sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READONLY, NULL) !=
		SQLITE_OK ||
	    sqlite3_prepare_v2(db, query, -1, &rows, NULL) != SQLITE_OK ||
	    sqlite3_bind_text(rows, 1, argc > 2 ? argv[2] : NULL, -1,
		SQLITE_STATIC) != SQLITE_OK) {
		fprintf(stderr, "export_text: %s\n", sqlite3_errmsg(db));
		return 2;
	}
	while ((status = sqlite3_step(rows)) == SQLITE_ROW)
		print_line((const char *)sqlite3_column_text(rows, 0),
		    sqlite3_column_bytes(rows, 0), &broken);
	sqlite3_finalize(rows);
	sqlite3_close(db);
	if (broken > 0)
		fprintf(stderr, "%ld passages had a line feed, now a space\n",
		    broken);
	return status == SQLITE_DONE && fflush(stdout) == 0 ? 0 : 2;
}
