/* SPDX-License-Identifier: ISC */
#include "cli.h"

#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "reader/print.h"
#include "reader/style_shelf.h"
#include "rows.h"
#include "style_add.h"
#include "suggest.h"

/* What a list of styles says of one. */
struct style_record {
	struct style_shelf_entry entry;
	const char *from;
};

#define OF_ENTRY(member) offsetof(struct style_record, entry.member)
static const struct print_field fields[] = { { "id", PRINT_TEXT, OF_ENTRY(id) },
	{ "title", PRINT_TEXT, OF_ENTRY(title) },
	{ "updated", PRINT_TEXT, OF_ENTRY(updated) },
	{ "language", PRINT_TEXT, OF_ENTRY(language) },
	{ "parent", PRINT_TEXT, OF_ENTRY(parent) },
	{ "from", PRINT_TEXT, offsetof(struct style_record, from) },
	{ "path", PRINT_TEXT, OF_ENTRY(path) }, { NULL } };

static struct style_record
make_record(const struct style_shelf_entry *entry)
{
	static const char *const places[] = { [STYLE_SHELF_GIVEN] = "given",
		[STYLE_SHELF_ADDED] = "added",
		[STYLE_SHELF_BESIDE] = "ibid",
		[STYLE_SHELF_INSTALLED] = "ibid" };

	return (struct style_record){ .entry = *entry,
		.from = places[entry->place] };
}

static void
add_row(struct rows *rows, const struct style_record *r)
{
	struct str cell;

	str_init(&cell, 0);
	rows_add(rows, r->entry.id);
	rows_add(rows, r->entry.title);
	str_add(&cell, r->entry.updated, strcspn(r->entry.updated, "T"));
	rows_add_str(rows, &cell);
	rows_add(rows, r->entry.language);
	str_reset(&cell);
	str_add_text(&cell, r->from);
	if (r->entry.parent[0])
		str_add_format(&cell, ", as %s", r->entry.parent);
	rows_add_str(rows, &cell);
	str_clear(&cell);
}

static void
print_rows(struct cli *cli, const struct style_shelf_entry *entries,
    uint32_t count)
{
	static const struct rows_column columns[] = { { ROWS_HEAD, 0, NULL },
		{ ROWS_JOINED, 30, NULL }, { ROWS_JOINED, 0, NULL },
		{ ROWS_HEAD, 0, NULL }, { ROWS_HEAD, 0, NULL } };
	struct rows rows;

	rows_init(&rows, &cli->out, &cli->arena, columns, 5);
	for (uint32_t i = 0; i < count; i++) {
		struct style_record record = make_record(&entries[i]);

		add_row(&rows, &record);
	}
	rows_write(&rows);
}

static enum status
list(struct cli *cli, const char *const *names, int count, struct error *err)
{
	struct style_shelf_entry *entries;
	uint32_t entry_count;
	struct printer p;

	(void)names;
	if (count)
		return error_set(err, STATUS_INVALID,
		    "'style list' takes no names");
	style_shelf_list(&entries, &entry_count, &cli->arena);
	if (print_is_text(cli->format)) {
		print_rows(cli, entries, entry_count);
	} else {
		print_begin(&p, cli->format, output_get_sink(&cli->out), fields,
		    true);
		for (uint32_t i = 0; i < entry_count; i++) {
			struct style_record record = make_record(&entries[i]);

			print_record(&p, &record);
		}
		print_end(&p);
	}
	return entry_count ? STATUS_OK :
			     error_set(err, STATUS_NOT_FOUND, "%s", "");
}

static enum status
add(struct cli *cli, const char *const *names, int count, struct error *err)
{
	enum status status = STATUS_OK;

	if (!count)
		return error_set(err, STATUS_INVALID,
		    "'style add' wants a CSL file");
	for (int i = 0; i < count && !status; i++)
		status = style_add(cli, names[i], err);
	return status;
}

/* Whether the file of id with this ending was there; it is no more. */
static enum status
remove_file(bool *was_there, const char *folder, const char *id,
    const char *end, struct error *err)
{
	enum status status = STATUS_OK;
	struct str name;
	char *path;

	str_init(&name, 0);
	style_shelf_add_id(&name, id);
	str_add_text(&name, end);
	path = file_join(folder, name.data);
	*was_there = name.len > strlen(end) && unlink(path) == 0;
	if (!*was_there && name.len > strlen(end) && errno != ENOENT &&
	    errno != ENOTDIR)
		status = error_set(err, STATUS_IO, "%s: %s", path,
		    strerror(errno));
	free(path);
	str_clear(&name);
	return status;
}

static enum status
remove_one(const char *id, struct error *err)
{
	static const char *const ends[] = { ".style", ".locale" };
	char *folder = style_shelf_get_folder();
	enum status status = STATUS_OK;
	bool was_there = false;

	for (size_t i = 0; i < 2 && folder && !was_there && !status; i++)
		status = remove_file(&was_there, folder, id, ends[i], err);
	free(folder);
	if (!status && !was_there)
		status = error_set(err, STATUS_NOT_FOUND,
		    "no style \"%s\" was added", id);
	return status;
}

static enum status
remove_all(struct cli *cli, const char *const *names, int count,
    struct error *err)
{
	enum status status = STATUS_OK;

	(void)cli;
	if (!count)
		return error_set(err, STATUS_INVALID,
		    "'style remove' wants the id of a style that was added");
	for (int i = 0; i < count && !status; i++)
		status = remove_one(names[i], err);
	return status;
}

static const struct {
	const char *name;
	bool writes;
	enum status (*run)(struct cli *cli, const char *const *names, int count,
	    struct error *err);
} verbs[] = {
	{ "list", false, list },
	{ "add", true, add },
	{ "remove", true, remove_all },
};

enum status
cmd_style(struct cli *cli, struct error *err)
{
	static const char *const names[] = { "list", "add", "remove" };
	const char **operands = cli->options.operands;
	int count = cli->options.operand_count;
	const char *verb = count > 1 ? operands[1] : "list";

	for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
		if (strcmp(verb, verbs[i].name) != 0)
			continue;
		if (verbs[i].writes && cli_is_secure())
			return error_set(err, STATUS_INVALID,
			    "'style %s' writes, which IBID_SECURE forbids",
			    verb);
		return verbs[i].run(cli, operands + 2,
		    count > 2 ? count - 2 : 0, err);
	}
	return suggest_fail(err, STATUS_INVALID, "command of 'style'", verb,
	    suggest_find(verb, names, 3));
}
