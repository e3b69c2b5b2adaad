/* SPDX-License-Identifier: ISC */
#include "draft.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"

enum { FILE_LIMIT_BYTES = 256 * 1024 * 1024 };

static const char outside[] =
    "is a link that leads out of the collection's folder";

static enum status
say_file(struct draft *draft, const char *name, const char *what)
{
	struct place place = { .file = name };

	diagnose_add(draft->diagnose, DIAGNOSE_ERROR, place, "%s", what);
	return STATUS_FOUND_FAULTS;
}

/* A link may stand for a file of the folder, not for one outside it. */
static bool
leads_outside(const struct draft *draft, const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0 && S_ISLNK(st.st_mode) &&
	    stat(path, &st) == 0 && !file_is_inside(draft->dir, path);
}

/* Takes CR out of CRLF; one that stands alone stays, and is an error. */
static size_t
join_line_ends(char *text, size_t len)
{
	char *to = memchr(text, '\r', len);
	const char *from = to, *end = text + len;

	if (!to)
		return len;
	for (; from < end; from++) {
		if (from[0] == '\r' && from + 1 < end && from[1] == '\n')
			continue;
		*to++ = *from;
	}
	return (size_t)(to - text);
}

/* Whether eight bytes hold none below 0x20, no 0x7F and no 0xC2. */
static bool
is_plain(const char *text)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	const uint64_t highs = UINT64_C(0x8080808080808080);
	uint64_t eight;

	memcpy(&eight, text, sizeof eight);
	if (eight & highs)
		return false;
	/* With the high bits clear each byte is counted apart. */
	return ((eight + ones * (0x80 - 0x20)) & highs) == highs &&
	    ((eight + ones) & highs) == 0;
}

static size_t
find_control(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		unsigned char c;

		while (i + 8 <= len && is_plain(text + i))
			i += 8;
		if (i == len)
			break;
		c = (unsigned char)text[i];
		if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7F ||
		    (c == 0xC2 && i + 1 < len &&
			(unsigned char)text[i + 1] < 0xA0))
			return i;
	}
	return len;
}

static bool
is_sound(struct draft *draft, const char *name, const char *text, size_t len)
{
	size_t invalid = utf8_find_invalid(text, len);
	size_t control = invalid < len ? len : find_control(text, len);
	size_t at = invalid < len ? invalid : control;
	struct line_table lines;
	int32_t c;

	if (at == len)
		return true;
	line_table_init(&lines, text, at, 1);
	if (invalid < len) {
		diagnose_add(draft->diagnose, DIAGNOSE_ERROR,
		    line_table_find(&lines, name, at),
		    "invalid UTF-8: byte 0x%02X",
		    (unsigned)(unsigned char)text[at]);
	} else {
		utf8_decode(&c, text + at, text + len);
		diagnose_add(draft->diagnose, DIAGNOSE_ERROR,
		    line_table_find(&lines, name, at),
		    "control character U+%04X", (unsigned)c);
	}
	line_table_clear(&lines);
	return false;
}

static void
take_text(const char **text, size_t *len, struct str *bytes,
    struct arena *arena)
{
	struct str nfc;

	if (utf8_is_nfc(bytes->data, bytes->len)) {
		*text = arena_copy(arena, bytes->data, bytes->len);
		*len = bytes->len;
		return;
	}
	str_init(&nfc, 0);
	utf8_add_nfc(&nfc, bytes->data, bytes->len);
	*text = arena_copy(arena, nfc.data, nfc.len);
	*len = nfc.len;
	str_clear(&nfc);
}

static enum status
read_bytes(struct str *bytes, struct draft *draft, const char *name)
{
	char *path = file_join(draft->dir, name);
	struct error err = { 0 };
	enum status status = STATUS_OK;

	if (leads_outside(draft, path))
		status = say_file(draft, name, outside);
	else
		status = file_read(bytes, path, FILE_LIMIT_BYTES, &err);
	free(path);
	if (status && status != STATUS_NOT_FOUND &&
	    status != STATUS_FOUND_FAULTS) {
		const char *what = strstr(err.message, ": ");

		status = say_file(draft, name, what ? what + 2 : err.message);
	}
	return status;
}

enum status
draft_read_text(const char **text, size_t *len, struct draft *draft,
    const char *name, struct arena *arena)
{
	static const char mark[] = "\xEF\xBB\xBF";
	struct str bytes;
	enum status status;

	str_init(&bytes, 0);
	status = read_bytes(&bytes, draft, name);
	if (status)
		goto done;
	if (bytes.len >= 3 && memcmp(bytes.data, mark, 3) == 0) {
		memmove(bytes.data, bytes.data + 3, bytes.len - 3);
		bytes.len -= 3;
	}
	if (bytes.len)
		bytes.len = join_line_ends(bytes.data, bytes.len);
	if (!is_sound(draft, name, bytes.data, bytes.len))
		status = STATUS_FOUND_FAULTS;
	else
		take_text(text, len, &bytes, arena);
done:
	str_clear(&bytes);
	return status;
}

static int
compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool
is_topic_file(const char *name)
{
	size_t len = strlen(name);

	return name[0] != '.' && len > 3 && strcmp(name + len - 3, ".md") == 0;
}

/* *dir is NULL where there are none, or none that may be read. */
static enum status
open_topics(DIR **dir, struct draft *draft, struct error *err)
{
	char *path = file_join(draft->dir, "topics");
	enum status status = STATUS_OK;

	*dir = NULL;
	if (leads_outside(draft, path)) {
		say_file(draft, "topics", outside);
		draft->is_partial[RECORD_TOPIC] = true;
	} else if (!(*dir = opendir(path)) && errno != ENOENT) {
		status = error_set(err, STATUS_IO, "%s: %s", path,
		    strerror(errno));
	}
	free(path);
	return status;
}

enum status
draft_list_topics(const char ***names, size_t *count, struct draft *draft,
    struct error *err)
{
	const struct dirent *entry;
	const char **list = NULL;
	enum status status;
	size_t cap = 0;
	DIR *dir;

	*names = NULL;
	*count = 0;
	status = open_topics(&dir, draft, err);
	if (status || !dir)
		return status;
	while ((entry = readdir(dir)) != NULL) {
		if (!is_topic_file(entry->d_name))
			continue;
		if (*count == cap) {
			cap = cap ? cap * 2 : 64;
			list = mem_resize_array(list, cap, sizeof *list);
		}
		list[(*count)++] = arena_copy_text(&draft->arena,
		    entry->d_name);
	}
	closedir(dir);
	if (*count)
		qsort(list, *count, sizeof *list, compare_names);
	*names = list;
	return STATUS_OK;
}
