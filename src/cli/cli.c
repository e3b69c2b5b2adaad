/* SPDX-License-Identifier: ISC */
#include "cli.h"

#include <locale.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/str.h"
#include "locate.h"
#include "reader/print.h"
#include "suggest.h"

enum { PAGE_COLS = 80, NAMES_LIMIT = 20000 };

enum status
cli_open(struct cli *cli, struct error *err)
{
	const char *path;
	enum status status;

	if (cli->collection)
		return STATUS_OK;
	status = locate_collection(&path,
	    cli->options.values[OPTION_COLLECTION], cli->program, &cli->arena,
	    err);
	if (!status)
		status = collection_open(&cli->collection, path, err);
	/* No collection is more than something that is not in it. */
	return status == STATUS_NOT_FOUND ? STATUS_IO : status;
}

struct plain_writer
cli_get_writer(struct cli *cli)
{
	size_t width = cli->out.width_cols;

	return (struct plain_writer){ .line = output_add_line,
		.context = &cli->out,
		.width_cols = width && width < PAGE_COLS ? width : PAGE_COLS,
		.clean = cli->out.clean };
}

enum status
cli_fail_slug(struct cli *cli, enum record_kind kind, const char *slug,
    struct error *err)
{
	const char **slugs;
	uint32_t count;
	enum status status = collection_list_slugs(&slugs, &count,
	    cli->collection, kind, NAMES_LIMIT, &cli->arena, err);

	if (status)
		return status;
	return suggest_fail(err, STATUS_NOT_FOUND, record_get_name(kind), slug,
	    suggest_find(slug, slugs, count));
}

static enum status
find_row(int64_t *out, struct cli *cli, enum record_kind kind, const char *slug,
    struct error *err)
{
	enum status status;
	struct measure measure;
	struct source source;
	struct topic topic;

	if (kind == RECORD_MEASURE) {
		status = collection_find_measure(&measure, cli->collection,
		    slug, &cli->arena, err);
		*out = status ? 0 : measure.id;
	} else if (kind == RECORD_SOURCE) {
		status = collection_find_source(&source, cli->collection, slug,
		    &cli->arena, err);
		*out = status ? 0 : source.id;
	} else {
		status = collection_find_topic(&topic, cli->collection, slug,
		    &cli->arena, err);
		*out = status ? 0 : topic.id;
	}
	return status;
}

enum status
cli_find_row(int64_t *out, struct cli *cli, enum option option,
    enum record_kind kind, struct error *err)
{
	const char *slug = cli->options.values[option];
	enum status status;

	*out = 0;
	if (!slug)
		return STATUS_OK;
	status = suggest_check_slug(options_get_name(option), slug, err);
	if (status)
		return status;
	status = find_row(out, cli, kind, slug, err);
	if (status == STATUS_NOT_FOUND)
		status = cli_fail_slug(cli, kind, slug, err);
	return status == STATUS_NOT_FOUND ? STATUS_INVALID : status;
}

enum status
cli_fail_value(const struct cli *cli, enum option option, const char *what,
    struct error *err)
{
	struct str line;

	str_init(&line, 0);
	str_add_format(&line, "%s: ", options_get_name(option));
	suggest_add_quoted(&line, cli->options.values[option]);
	error_set(err, STATUS_INVALID, "%s %s", line.data, what);
	str_clear(&line);
	return STATUS_INVALID;
}

bool
cli_is_secure(void)
{
	const char *value = getenv("IBID_SECURE");

	return value && *value && strcmp(value, "0") != 0;
}

enum status
cli_fail_picture(struct error *err)
{
	return error_set(err, STATUS_INVALID,
	    "--format svg is for 'show measure:SLUG' alone");
}

/* What --format and --color say. */
static enum status
apply_options(struct cli *cli, const struct command *command, struct error *err)
{
	static const char *const colors[] = { "auto", "always", "never" };
	const char *format = cli->options.values[OPTION_FORMAT];
	const char *color = cli->options.values[OPTION_COLOR];

	cli->wants_picture = format && strcmp(format, "svg") == 0;
	if (cli->wants_picture && !(command && command->has_picture))
		return cli_fail_picture(err);
	cli->format = print_find_format(
	    format && !cli->wants_picture ? format : "text");
	if (!cli->format && !(command && command->has_formats))
		return suggest_fail(err, STATUS_INVALID, "format", format,
		    suggest_find(format, print_get_format_names(), 5));
	if (!color)
		color = "auto";
	for (int i = 0; i < 3; i++) {
		if (strcmp(color, colors[i]) != 0)
			continue;
		output_set_color(&cli->out, (enum output_color)i);
		return STATUS_OK;
	}
	return suggest_fail(err, STATUS_INVALID, "colour choice", color,
	    suggest_find(color, colors, 3));
}

static enum status
check_operands(const struct cli *cli, const struct command *command,
    struct error *err)
{
	int count = cli->options.operand_count - 1;

	for (int i = 0; i < count && !command->takes_path; i++) {
		enum status status = suggest_check_text(
		    cli->options.operands[i + 1], err);

		if (status)
			return status;
	}
	if (count < command->least)
		return error_set(err, STATUS_INVALID,
		    "'%s' needs %s; see 'ibid help %s'", command->name,
		    command->arguments, command->name);
	if (count > command->most)
		return error_set(err, STATUS_INVALID,
		    "'%s' takes no more than %d argument%s; see 'ibid help "
		    "%s'",
		    command->name, command->most, command->most == 1 ? "" : "s",
		    command->name);
	return STATUS_OK;
}

static enum status
run_command(struct cli *cli, const struct command *command, struct error *err)
{
	enum status status = options_check(&cli->options,
	    OPTIONS_GLOBAL | command->options, command->name, err);

	if (!status)
		status = check_operands(cli, command, err);
	return status ? status : command->run(cli, err);
}

/* The first word may be a topic, and then the second is the fault. */
static enum status
fail_words(struct cli *cli, struct error *err)
{
	const char *const *words = cli->options.operands;
	struct error ignored;
	struct topic topic;
	struct str line;

	if (suggest_check_slug("slug", words[0], err))
		return STATUS_INVALID;
	if (strncmp(words[0], "+/", 2) == 0)
		return error_set(err, STATUS_INVALID,
		    "+/ takes one pattern; quotes keep its words together");
	if (cli_open(cli, &ignored) ||
	    collection_find_topic(&topic, cli->collection, words[0],
		&cli->arena, &ignored))
		return cli_fail_command(words[0], err);
	str_init(&line, 0);
	str_add_text(&line, "unexpected ");
	suggest_add_quoted(&line, words[1]);
	str_add_text(&line, " behind the topic ");
	suggest_add_quoted(&line, words[0]);
	error_set(err, STATUS_INVALID, "%s", line.data);
	str_clear(&line);
	return STATUS_INVALID;
}

/* No command: a topic's page, or the collection's first one. */
static enum status
run_page(struct cli *cli, struct error *err)
{
	enum status status = options_check(&cli->options,
	    OPTIONS_GLOBAL | OPTION_BIT(OPTION_MOUSE), NULL, err);

	if (!status && cli->options.operand_count > 1)
		return fail_words(cli, err);
	if (status)
		return status;
	if (cli_wants_screen(cli))
		return cmd_screen(cli, err);
	if (cli->options.given & OPTION_BIT(OPTION_MOUSE))
		return error_set(err, STATUS_INVALID,
		    "--mouse wants a terminal");
	return cmd_home(cli, err);
}

/*
 * An option that nobody knows may have left its value before the command,
 * so any word that is one counts.
 */
static enum status
check_unknown(const struct cli *cli, struct error *err)
{
	uint64_t allowed = OPTIONS_GLOBAL;

	for (int i = 0; i < cli->options.operand_count; i++) {
		const struct command *command = cli_find_command(
		    cli->options.operands[i]);

		if (command) {
			allowed |= command->options;
			break;
		}
	}
	return options_check_unknown(&cli->options, allowed, err);
}

static struct options_command
ask_command(const char *operand)
{
	const struct command *command = cli_find_command(operand);

	return (
	    struct options_command){ .known = command ? command->options : 0,
		.stops = command && command->is_passed_on };
}

static enum status
run(struct cli *cli, char *const *argv, struct error *err)
{
	const struct command *command = NULL;
	enum status status = options_parse(&cli->options, argv, ask_command,
	    &cli->arena, err);

	if (!status)
		status = check_unknown(cli, err);
	if (!status && cli->options.operand_count > 0)
		command = cli_find_command(cli->options.operands[0]);
	if (!status)
		status = apply_options(cli, command, err);
	if (status)
		return status;
	if (cli->options.given & OPTION_BIT(OPTION_VERSION))
		return cmd_version(cli, err);
	if (cli->options.given & OPTION_BIT(OPTION_HELP))
		return cmd_help(cli, err);
	return command ? run_command(cli, command, err) : run_page(cli, err);
}

/* grep's: found or done, nothing found, trouble. */
static int
get_exit_status(enum status status)
{
	if (status == STATUS_OK)
		return 0;
	return status == STATUS_NOT_FOUND ? 1 : 2;
}

int
cli_run(char *const *argv)
{
	struct cli cli = { .program = argv[0] };
	struct error err = { 0 }, write_err = { 0 };
	enum status status;

	setlocale(LC_CTYPE, "");
	output_init(&cli.out, STDOUT_FILENO);
	status = run(&cli, argv, &err);
	if (output_finish(&cli.out, &write_err)) {
		status = STATUS_IO;
		err = write_err;
	}
	if (status && *err.message)
		output_complain(&cli.out, err.message);
	collection_close(cli.collection);
	arena_clear(&cli.arena);
	return get_exit_status(status);
}
