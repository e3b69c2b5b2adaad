/* SPDX-License-Identifier: ISC */

/*
 * What another program has read of an export, against the sources:
 *
 *	readback SOURCES.json csl-json|ris FILE [ID:FIELD...]
 *
 * prints one line for each title, author, editor, date, DOI, URL, number or
 * page that is lost; 1 where there is any.  ID:FIELD is a loss that is known.
 * RIS is read strictly: each line a tag and its value, TY first, ER last.
 * Texts are compared by their words, since programs change punctuation, order
 * and initials.
 */
#include "readback.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const fields[READBACK_FIELDS] = { "title", "author",
	"editor", "date", "DOI", "URL", "number", "page" };

static bool
is_known(const char *id, const char *field, char *const *known)
{
	size_t len = strlen(id);

	for (; *known; known++) {
		if (strncmp(*known, id, len) == 0 && (*known)[len] == ':' &&
		    strcmp(*known + len + 1, field) == 0)
			return true;
	}
	return false;
}

/* Each word of what was there is there. */
static bool
has_words(const struct str *all, const struct str *words)
{
	const char *p = words->data;

	while (*p) {
		size_t len = strcspn(p, "\n") + 1;
		const char *at = all->data;
		bool is_there = false;

		while (*at && !is_there) {
			size_t at_len = strcspn(at, "\n") + 1;

			is_there = at_len == len && memcmp(at, p, len) == 0;
			at += at_len;
		}
		if (!is_there)
			return false;
		p += len;
	}
	return true;
}

static unsigned
compare(const struct readback *from, const struct readback *to,
    char *const *known)
{
	unsigned lost = 0;

	for (int i = 0; i < READBACK_FIELDS; i++) {
		if (has_words(&to->words[i], &from->words[i]) ||
		    is_known(from->id, fields[i], known))
			continue;
		printf("# %s: %s is lost: %s\n", from->id, fields[i],
		    to->words[i].len ? to->words[i].data : "(nothing)");
		lost++;
	}
	return lost;
}

/* By its id; a program that gave it another one kept the order. */
static const struct readback *
find(const struct readback *all, size_t count, const char *id, size_t place)
{
	for (size_t i = 0; i < count; i++) {
		if (strcmp(all[i].id, id) == 0)
			return &all[i];
	}
	return &all[place];
}

static void
clear(struct readback *all, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		for (int j = 0; j < READBACK_FIELDS; j++)
			str_clear(&all[i].words[j]);
		free(all[i].id);
	}
	free(all);
}

int
main(int argc, char **argv)
{
	struct readback *from, *to;
	size_t from_count, to_count;
	unsigned lost = 0;

	if (argc < 4) {
		fprintf(stderr, "usage: %s SOURCES csl-json|ris FILE\n",
		    argv[0]);
		return 2;
	}
	from_count = readback_read_json(&from, argv[1], true);
	to_count = strcmp(argv[2], "ris") == 0 ?
	    readback_read_ris(&to, argv[3]) :
	    readback_read_json(&to, argv[3], false);
	if (from_count != to_count) {
		printf("# %zu sources, %zu read back\n", from_count, to_count);
		lost++;
	}
	for (size_t i = 0; i < from_count && i < to_count; i++)
		lost += compare(&from[i], find(to, to_count, from[i].id, i),
		    argv + 4);
	printf("# %zu sources, %u lost\n", from_count, lost);
	clear(from, from_count);
	clear(to, to_count);
	return lost > 0;
}
