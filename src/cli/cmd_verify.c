/* SPDX-License-Identifier: ISC */
#include "cli.h"

#include <stddef.h>
#include <string.h>

#include "reader/print.h"

/* What is printed where not text is wanted. */
struct verify_record {
	const char *path;
	bool is_sound;
	const char *faults; /* one a line */
};

static const struct print_field fields[] = {
	{ "path", PRINT_TEXT, offsetof(struct verify_record, path) },
	{ "sound", PRINT_FLAG, offsetof(struct verify_record, is_sound) },
	{ "faults", PRINT_LINES, offsetof(struct verify_record, faults) },
	{ NULL }
};

static void
keep_fault(void *context, const char *line)
{
	struct str *faults = context;

	str_add_text(faults, line);
	str_add_char(faults, '\n');
}

static void
print_faults(struct cli *cli, const struct verify_record *record)
{
	const char *line = record->faults;

	if (record->is_sound) {
		output_add_text(&cli->out, record->path, strlen(record->path));
		output_add(&cli->out, ": sound\n", 8);
	}
	while (*line) {
		size_t len = strcspn(line, "\n");

		output_add_line(&cli->out, PLAIN_TEXT, line, len);
		line += len + (line[len] == '\n');
	}
}

enum status
cmd_verify(struct cli *cli, struct error *err)
{
	const char *given = cli->options.operands[1];
	struct verify_record record;
	enum status status;
	struct str faults;

	if (given)
		cli->options.values[OPTION_COLLECTION] = given;
	status = cli_open(cli, err);
	if (status)
		return status;
	str_init(&faults, 0);
	status = collection_verify(cli->collection, keep_fault, &faults, err);
	record = (struct verify_record){ .path = collection_get_path(
					     cli->collection),
		.is_sound = status == STATUS_OK,
		.faults = faults.data };
	if (status == STATUS_OK || status == STATUS_CORRUPT) {
		if (print_is_text(cli->format))
			print_faults(cli, &record);
		else
			print_one(cli->format, output_get_sink(&cli->out),
			    fields, &record);
	}
	str_clear(&faults);
	return status;
}
