/* SPDX-License-Identifier: ISC */
#include "cli.h"

#include <stddef.h>
#include <string.h>

#include "cite_request.h"
#include "search_request.h"
#include "suggest.h"

enum { NO_LIMIT = 1 << 20 };

const struct command cli_commands[] = {
	{ .name = "topics",
	    .run = cmd_topics,
	    .is_list = true,
	    .arguments = "[OPTIONS]",
	    .summary = "list the topics as a tree",
	    .options = OPTION_BIT(OPTION_PARENT) },
	{ .name = "figures",
	    .run = cmd_figures,
	    .is_list = true,
	    .arguments = "[OPTIONS]",
	    .summary = "list the figures",
	    .help = "ORDER: value, unit, period, place, document, statement, "
		    "measure, disagreeing\n",
	    .options = OPTION_BIT(OPTION_MEASURE) | OPTION_BIT(OPTION_TOPIC) |
		OPTION_BIT(OPTION_UNIT) | OPTION_BIT(OPTION_PLACE) |
		OPTION_BIT(OPTION_YEAR) | OPTION_BIT(OPTION_SOURCE) |
		OPTION_BIT(OPTION_DOCUMENT) | OPTION_BIT(OPTION_DISAGREEING) |
		OPTION_BIT(OPTION_MATCHING) | OPTION_BIT(OPTION_SORT) |
		OPTION_BIT(OPTION_REVERSE) },
	{ .name = "measures",
	    .run = cmd_measures,
	    .is_list = true,
	    .arguments = "[OPTIONS]",
	    .summary = "list what figures are compared under",
	    .options = OPTION_BIT(OPTION_DISAGREEING) },
	{ .name = "sources",
	    .run = cmd_sources,
	    .is_list = true,
	    .arguments = "[OPTIONS]",
	    .summary = "list the sources",
	    .options = OPTION_BIT(OPTION_KIND) },
	{ .name = "events",
	    .run = cmd_events,
	    .is_list = true,
	    .arguments = "[OPTIONS]",
	    .summary = "list the events by date",
	    .options = OPTION_BIT(OPTION_KIND) | OPTION_BIT(OPTION_TOPIC) |
		OPTION_BIT(OPTION_YEAR) | OPTION_BIT(OPTION_MATCHING) },
	{ .name = "disagreements",
	    .run = cmd_disagreements,
	    .is_list = true,
	    .arguments = "[OPTIONS]",
	    .summary = "list what cannot all hold, worst first",
	    .options = OPTION_BIT(OPTION_KIND) | OPTION_BIT(OPTION_MEASURE) },
	{ .name = "show",
	    .run = cmd_show,
	    .arguments = "KIND:SLUG",
	    .least = 1,
	    .most = 1,
	    .has_picture = true,
	    .options = OPTION_BIT(OPTION_ASCII),
	    .summary = "show one record with what stands behind it",
	    .help =
		"KIND is topic, figure, measure, source or event; the\n"
		"lists name their slugs. A topic's text is followed by the\n"
		"chain of sources behind each of its marks, [1]. A measure\n"
		"has its figures on one axis; --format svg makes a picture\n"
		"of them.\n" },
	{ .name = "search",
	    .run = cmd_search,
	    .most = NO_LIMIT,
	    .arguments = "[OPTIONS] PATTERN",
	    .summary = "find the passages that a pattern (PCRE2) matches",
	    .options = SEARCH_REQUEST_OPTIONS },
	{ .name = "cite",
	    .run = cmd_cite,
	    .most = NO_LIMIT,
	    .arguments = "[OPTIONS] KEY...",
	    .summary = "write sources in a citation style",
	    .help =
		"Without --in-text and --narrative: the list of references,\n"
		"in the style's order. --from without KEY takes all of it.\n",
	    .options = CITE_REQUEST_OPTIONS },
	{ .name = "export",
	    .run = cmd_export,
	    .has_formats = true,
	    .most = NO_LIMIT,
	    .arguments = "[OPTIONS] [WHAT...]",
	    .summary = "write sources for other programs",
	    .help =
		"FORMAT is bibtex (the default), biblatex, ris, csl-json,\n"
		"markdown (a list in a citation style), csv, tsv, json or\n"
		"jsonl. WHAT is a source's KEY, or KIND:SLUG (topic, figure,\n"
		"measure, event): the sources that it cites, and what those\n"
		"credit; or topics, figures, ...: the same of all of them, in\n"
		"csv and json these records themselves. Nothing: all sources.\n",
	    .options = OPTION_BIT(OPTION_STYLE) | OPTION_BIT(OPTION_LANGUAGE) },
	{ .name = "style",
	    .run = cmd_style,
	    .most = NO_LIMIT,
	    .takes_path = true,
	    .arguments = "[list | add FILE... | remove ID...]",
	    .summary = "list citation styles, or bring another",
	    .help =
		"add makes what ibid reads of a CSL file, a style or a\n"
		"locale, and keeps it in your data folder; what the style\n"
		"asks for that ibid does not know is said. FILE may be the\n"
		"id of a style that the system has.\n" },
	{ .name = "info",
	    .run = cmd_info,
	    .arguments = "[OPTIONS]",
	    .summary = "tell of the collection and of this program" },
	{ .name = "verify",
	    .run = cmd_verify,
	    .arguments = "[COLLECTION]",
	    .most = 1,
	    .takes_path = true,
	    .summary = "check a collection: integrity, checksums, references",
	    .help = "Each fault is one line; the exit status is 2 where there\n"
		    "is any.\n" },
	{ .name = "compile",
	    .run = cmd_compile,
	    .is_passed_on = true,
	    .arguments = "DIR [-o FILE]",
	    .most = NO_LIMIT,
	    .takes_path = true,
	    .summary = "make a collection from a folder of text" },
	{ .name = "check",
	    .run = cmd_compile,
	    .is_passed_on = true,
	    .arguments = "DIR",
	    .most = NO_LIMIT,
	    .takes_path = true,
	    .summary = "look for mistakes in a folder of text" },
	{ .name = "help",
	    .run = cmd_help,
	    .arguments = "[COMMAND]",
	    .most = 1,
	    .summary = "show what a command does" },
	{ .name = "version",
	    .run = cmd_version,
	    .arguments = "",
	    .summary = "show versions and licences" },
	{ .name = NULL }
};

const struct command *
cli_find_command(const char *name)
{
	for (const struct command *c = cli_commands; c->name; c++) {
		if (strcmp(c->name, name) == 0)
			return c;
	}
	return NULL;
}

enum status
cli_fail_command(const char *name, struct error *err)
{
	const char *names[sizeof cli_commands / sizeof *cli_commands];
	size_t count = 0;

	for (const struct command *c = cli_commands; c->name; c++)
		names[count++] = c->name;
	return suggest_fail(err, STATUS_INVALID, "command", name,
	    suggest_find(name, names, count));
}
