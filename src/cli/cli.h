/* SPDX-License-Identifier: ISC */
#ifndef IBID_CLI_H
#define IBID_CLI_H

#include "base/arena.h"
#include "base/error.h"
#include "model/record.h"
#include "options.h"
#include "output.h"
#include "store/collection.h"
#include "text/plain.h"

/*
 * One run of ibid, handed down to its commands.
 */
struct cli {
	const char *program; /* argv[0] */
	struct options options;
	struct output out;
	const struct print_format *format;
	bool wants_picture;            /* --format svg; format is text */
	struct collection *collection; /* NULL until it is needed */
	struct arena arena;            /* lives as long as the run */
};

/*
 * A subcommand, or the page that ibid shows without one.  A command answers
 * STATUS_NOT_FOUND with an empty message where its list is empty.
 */
struct command {
	const char *name;
	const char *arguments; /* for the usage line */
	const char *summary;   /* what it does, in one line */
	const char *help;      /* more lines, or NULL */
	uint64_t options;      /* those it knows besides the global ones */
	int least, most;       /* operands */
	bool takes_path;       /* operands may be any bytes */
	bool has_formats;      /* of its own: --format is its affair */
	bool is_passed_on;     /* all that follows goes to ibid-compile */
	bool has_picture;      /* knows --format svg */
	bool is_list;          /* the overview names lists together */
	enum status (*run)(struct cli *cli, struct error *err);
};

/* The table of commands, in the order of the help; ends with a NULL name. */
extern const struct command cli_commands[];

/* NULL where none has that name. */
const struct command *cli_find_command(const char *name);

/* STATUS_INVALID, with the nearest command named. */
enum status cli_fail_command(const char *name, struct error *err);

/* Runs ibid with these arguments; returns its exit status. */
int cli_run(char *const *argv);

/* Opens the collection that the options, environment and folders name. */
enum status cli_open(struct cli *cli, struct error *err);

/* STATUS_INVALID: only a measure has a picture. */
enum status cli_fail_picture(struct error *err);

/* Where others may use this program for its owner, nothing is written. */
bool cli_is_secure(void);

/* Where plain text goes, at most 80 columns wide. */
struct plain_writer cli_get_writer(struct cli *cli);

/* STATUS_NOT_FOUND, with the nearest slug of that kind named. */
enum status cli_fail_slug(struct cli *cli, enum record_kind kind,
    const char *slug, struct error *err);

/* STATUS_INVALID: "--year: 'x' WHAT". */
enum status cli_fail_value(const struct cli *cli, enum option option,
    const char *what, struct error *err);

/*
 * The row of a record that an option names; 0 where it is not given.
 * STATUS_INVALID, with the nearest one named, where there is none: that is
 * not to be taken for a list without records.
 */
enum status cli_find_row(int64_t *out, struct cli *cli, enum option option,
    enum record_kind kind, struct error *err);

enum status cmd_topics(struct cli *cli, struct error *err);
enum status cmd_figures(struct cli *cli, struct error *err);
enum status cmd_measures(struct cli *cli, struct error *err);
enum status cmd_sources(struct cli *cli, struct error *err);
enum status cmd_events(struct cli *cli, struct error *err);
enum status cmd_disagreements(struct cli *cli, struct error *err);
enum status cmd_show(struct cli *cli, struct error *err);
enum status cmd_search(struct cli *cli, struct error *err);
enum status cmd_cite(struct cli *cli, struct error *err);
enum status cmd_export(struct cli *cli, struct error *err);

/* Looks for any of the patterns, as the options say. */
enum status search_run(struct cli *cli, const char *const *patterns, int count,
    struct error *err);
enum status cmd_home(struct cli *cli, struct error *err);
enum status cmd_screen(struct cli *cli, struct error *err);

/* Whether there is a terminal that the screen can stand on. */
bool cli_wants_screen(const struct cli *cli);
enum status cmd_style(struct cli *cli, struct error *err);
enum status cmd_info(struct cli *cli, struct error *err);
enum status cmd_verify(struct cli *cli, struct error *err);
enum status cmd_compile(struct cli *cli, struct error *err);
enum status cmd_help(struct cli *cli, struct error *err);
enum status cmd_version(struct cli *cli, struct error *err);

#endif
