/* SPDX-License-Identifier: ISC */
#include "cli.h"

#include <string.h>

#include "base/str.h"
#include "base/utf8.h"

/* With more options than that, the common ones do not fit the screen. */
enum { NAME_COLS = 24, MANY_OPTIONS = 12 };

/* "  name    what it does" */
static void
add_row(struct str *out, const char *name, const char *what)
{
	size_t len = strlen(name);

	str_add_format(out, "  %s", name);
	str_add_repeated(out, ' ', len + 2 < NAME_COLS ? NAME_COLS - len : 2);
	str_add_format(out, "%s\n", what);
}

static void
add_options(struct str *out, uint64_t options)
{
	for (int i = 0; i < OPTION_COUNT; i++) {
		if (options & OPTION_BIT(i))
			add_row(out, options_get_usage((enum option)i),
			    options_get_help((enum option)i));
	}
}

/* "  topics, figures, ..." on a line, and below it what they do. */
static void
add_lists(struct str *out)
{
	const char *before = "  ";

	for (const struct command *c = cli_commands; c->name; c++) {
		if (!c->is_list)
			continue;
		str_add_format(out, "%s%s", before, c->name);
		before = ", ";
	}
	str_add_char(out, '\n');
	add_row(out, "", "list the records of that kind");
}

static void
add_overview(struct str *out)
{
	static const char options[] = "[OPTIONS]";
	struct str name;

	str_add_text(out,
	    "Usage: ibid [OPTIONS] [TOPIC | +/PATTERN | COMMAND ...]\n"
	    "An offline reference browser that shows where every sentence and "
	    "number comes\nfrom. Without a command: the collection's first "
	    "page, or that of a topic.\n");
	add_lists(out);
	str_init(&name, 0);
	for (const struct command *c = cli_commands; c->name; c++) {
		const char *arguments = c->arguments;

		if (c->is_list)
			continue;
		if (strncmp(arguments, options, sizeof options - 1) == 0)
			arguments += sizeof options - 1;
		arguments += strspn(arguments, " ");
		str_reset(&name);
		str_add_text(&name, c->name);
		if (strlen(arguments) + name.len + 4 > NAME_COLS)
			arguments = "...";
		if (*arguments)
			str_add_format(&name, " %s", arguments);
		add_row(out, name.data, c->summary);
	}
	str_clear(&name);
	add_options(out, OPTIONS_GLOBAL | OPTION_BIT(OPTION_MOUSE));
	str_add_text(out,
	    "Manual: ibid(1). Exit status: 0 done, "
	    "1 nothing found, 2 trouble.\n");
}

static int
count_options(uint64_t options)
{
	int count = 0;

	for (int i = 0; i < OPTION_COUNT; i++)
		count += (options & OPTION_BIT(i)) != 0;
	return count;
}

static void
add_command(struct str *out, const struct command *c)
{
	str_add_format(out, "Usage: ibid %s%s%s\n", c->name,
	    c->arguments[0] ? " " : "", c->arguments);
	str_add_format(out, "%s%c%s.\n", "", c->summary[0] - 'a' + 'A',
	    c->summary + 1);
	if (c->help)
		str_add_format(out, "\n%s", c->help);
	if (count_options(c->options) > MANY_OPTIONS) {
		str_add_char(out, '\n');
		add_options(out, c->options);
		str_add_text(out,
		    "and the options of all commands: see 'ibid help'.\n");
		return;
	}
	if (c->options) {
		str_add_text(out, "\nOptions of this command:\n");
		if (c->has_formats)
			add_row(out, options_get_usage(OPTION_FORMAT),
			    "one of those above");
		add_options(out, c->options);
	}
	if (c->is_passed_on) {
		str_add_format(out,
		    "\nAll that follows '%s' goes to "
		    "ibid-compile: see 'ibid %s --help'.\n",
		    c->name, c->name);
		return;
	}
	str_add_text(out, "\nOptions of all commands:\n");
	add_options(out,
	    c->has_formats ? OPTIONS_GLOBAL & ~OPTION_BIT(OPTION_FORMAT) :
			     OPTIONS_GLOBAL);
}

/* "ibid help NAME", "ibid NAME --help", "ibid --help" */
enum status
cmd_help(struct cli *cli, struct error *err)
{
	const char *const *operands = cli->options.operands;
	const struct command *command;
	const char *name = operands[0];
	struct str text;

	if (name && strcmp(name, "help") == 0 && operands[1])
		name = operands[1];
	if (name && strcmp(name, "help") == 0)
		name = NULL;
	command = name ? cli_find_command(name) : NULL;
	if (name && !command)
		return cli_fail_command(name, err);
	str_init(&text, 0);
	if (command)
		add_command(&text, command);
	else
		add_overview(&text);
	output_add(&cli->out, text.data, text.len);
	str_clear(&text);
	return STATUS_OK;
}

enum status
cmd_version(struct cli *cli, struct error *err)
{
	struct str text;

	(void)err;
	str_init(&text, 0);
	str_add_format(&text, "ibid %s\n", PACKAGE_VERSION);
	str_add_format(&text, "SQLite %s, utf8proc %s\n",
	    collection_get_library_version(), utf8_get_library_version());
	str_add_text(&text,
	    "Licence of the program: ISC. A collection has "
	    "its own: see 'ibid info'.\n"
	    "Citation styles but plain are of the CSL project,\n"
	    "https://citationstyles.org/, under CC BY-SA 3.0.\n"
	    "There is no warranty, to the extent permitted by law.\n");
	output_add(&cli->out, text.data, text.len);
	str_clear(&text);
	return STATUS_OK;
}
