/* SPDX-License-Identifier: ISC */
#include "readback.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "base/mem.h"

enum { FILE_LIMIT_BYTES = 64 << 20, RECORDS_LIMIT = 100000 };

static _Noreturn void
fail(unsigned line, const char *what)
{
	printf("# line %u: %s\n", line, what);
	exit(2);
}

static const struct {
	char tag[3];
	enum readback_field field;
} tags[] = {
	{ "TI", READBACK_TITLE },
	{ "AU", READBACK_AUTHOR },
	{ "ED", READBACK_EDITOR },
	{ "PY", READBACK_DATE },
	{ "DA", READBACK_DATE },
	{ "DO", READBACK_DOI },
	{ "UR", READBACK_URL },
	{ "M1", READBACK_NUMBER },
	{ "IS", READBACK_NUMBER },
	{ "N1", READBACK_NUMBER },
	{ "SP", READBACK_PAGE },
	{ "EP", READBACK_PAGE },
};

static bool
is_tag(const char *line)
{
	return line[0] >= 'A' && line[0] <= 'Z' &&
	    ((line[1] >= 'A' && line[1] <= 'Z') ||
		(line[1] >= '0' && line[1] <= '9')) &&
	    memcmp(line + 2, "  -", 3) == 0 && (line[5] == ' ' || !line[5]);
}

static void
read_line(struct readback *r, const char *line)
{
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
		if (memcmp(line, tags[i].tag, 2) == 0 && line[5])
			readback_add_words(r, tags[i].field, line + 6);
	}
	if (memcmp(line, "ID", 2) == 0 && line[5]) {
		free(r->id);
		r->id = mem_copy_text(line + 6);
	}
}

/* line has at least its NUL and five bytes before it. */
static void
check_line(const char *line, unsigned number, bool is_in_record)
{
	if (strlen(line) < 5 || !is_tag(line))
		fail(number, "no tag and value");
	if ((memcmp(line, "TY", 2) == 0) == is_in_record)
		fail(number, "TY stands first, and there alone");
	if (memcmp(line, "ER", 2) == 0 && line[5] && line[6])
		fail(number, "ER has a value");
}

size_t
readback_read_ris(struct readback **out, const char *path)
{
	bool is_in_record = false;
	struct error err;
	unsigned number = 0;
	size_t count = 0;
	struct str text;
	char *line, *next;

	str_init(&text, 0);
	if (file_read(&text, path, FILE_LIMIT_BYTES, &err))
		fail(0, err.message);
	if (strncmp(text.data, "\xEF\xBB\xBF", 3) == 0)
		fail(1, "a byte order mark");
	*out = mem_alloc_array(RECORDS_LIMIT, sizeof **out);
	for (line = text.len ? text.data : NULL; line; line = next) {
		number++;
		next = strchr(line, '\n');
		if (next)
			*next++ = '\0';
		if (!*line && !is_in_record)
			continue;
		check_line(line, number, is_in_record);
		if (!is_in_record && count < RECORDS_LIMIT)
			readback_init(&(*out)[count++], "?");
		is_in_record = memcmp(line, "ER", 2) != 0;
		read_line(&(*out)[count - 1], line);
	}
	if (is_in_record)
		fail(number, "no ER at the end");
	str_clear(&text);
	return count;
}
