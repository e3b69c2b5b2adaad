/* SPDX-License-Identifier: ISC */
#include "cli.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "reader/session.h"
#include "reader/settings.h"
#include "suggest.h"
#include "ui/loop.h"

/*
 * What ibid does without a command where it stands at a terminal: the
 * screen, at the first page, at what was named or at what a pattern finds.
 */

bool
cli_wants_screen(const struct cli *cli)
{
	const char *term = getenv("TERM");

	return cli->out.is_terminal && isatty(STDIN_FILENO) &&
	    !(cli->options.given & OPTION_BIT(OPTION_FORMAT)) &&
	    !(term && strcmp(term, "dumb") == 0);
}

static void
read_settings(struct settings *settings, const struct cli *cli)
{
	char *path = settings_get_path();

	settings_init(settings);
	if (path)
		settings_read(settings, path);
	free(path);
	if (cli->options.given & OPTION_BIT(OPTION_MOUSE))
		settings->has_mouse = true;
}

static enum status
run_screen(struct cli *cli, const struct settings *settings, struct error *err)
{
	const char *where = cli->options.operands[0];
	struct session *session;
	struct topic topic;
	enum status status = STATUS_OK;

	/* What is no text, or no topic, is said without a screen. */
	if (where && strncmp(where, "+/", 2) == 0)
		status = suggest_check_text(where, err);
	else if (where && !strchr(where, ':'))
		status = collection_find_topic(&topic, cli->collection, where,
		    &cli->arena, err);
	if (status == STATUS_NOT_FOUND)
		return cmd_home(cli, err); /* which says so */
	if (status)
		return status;
	status = session_open(&session, cli->collection, settings, err);
	cli->collection = NULL;
	if (status)
		return status;
	status = loop_run(session, where, err);
	session_close(session);
	return status;
}

enum status
cmd_screen(struct cli *cli, struct error *err)
{
	struct settings settings;
	enum status status;

	read_settings(&settings, cli);
	status = cli_open(cli, err);
	if (!status)
		status = run_screen(cli, &settings, err);
	settings_clear(&settings);
	return status;
}
