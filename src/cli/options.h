/* SPDX-License-Identifier: ISC */
#ifndef IBID_OPTIONS_H
#define IBID_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"

/*
 * The words of the command line, sorted into options and the rest.  An
 * option may stand anywhere before "--"; but what a letter means is the
 * command's affair, so that letters of its own stand behind it.  Which
 * command knows which option is told by the table of commands.
 */
enum option {
	OPTION_COLLECTION,
	OPTION_FORMAT,
	OPTION_COLOR,
	OPTION_HELP,
	OPTION_VERSION,
	OPTION_IGNORE_CASE,
	OPTION_CASE_SENSITIVE,
	OPTION_FIXED_STRINGS,
	OPTION_WORD_REGEXP,
	OPTION_EXACT,
	OPTION_INVERT_MATCH,
	OPTION_REGEXP,
	OPTION_COUNTING,
	OPTION_RECORDS,
	OPTION_ONLY_MATCHING,
	OPTION_MAX_COUNT,
	OPTION_NULL,
	OPTION_RANKED,
	OPTION_IN,
	OPTION_MEASURE,
	OPTION_TOPIC,
	OPTION_SOURCE,
	OPTION_DOCUMENT,
	OPTION_YEAR,
	OPTION_DISAGREEING,
	OPTION_KIND,
	OPTION_PARENT,
	OPTION_MOUSE,
	OPTION_STYLE,
	OPTION_LANGUAGE,
	OPTION_IN_TEXT,
	OPTION_NARRATIVE,
	OPTION_LOCATOR,
	OPTION_VIA,
	OPTION_QUOTATION,
	OPTION_FROM,
	OPTION_HTML,
	OPTION_MARKDOWN,
	OPTION_UNIT,
	OPTION_PLACE,
	OPTION_MATCHING,
	OPTION_SORT,
	OPTION_REVERSE,
	OPTION_ASCII,
	OPTION_COUNT
};

/* Sets of options are bits of an uint64_t. */
#define OPTION_BIT(option) (UINT64_C(1) << (option))
#define OPTIONS_GLOBAL                                               \
	(OPTION_BIT(OPTION_COLLECTION) | OPTION_BIT(OPTION_FORMAT) | \
	    OPTION_BIT(OPTION_COLOR) | OPTION_BIT(OPTION_HELP) |     \
	    OPTION_BIT(OPTION_VERSION))

struct options {
	uint64_t given;                   /* bits */
	const char *values[OPTION_COUNT]; /* lent from argv, or NULL */
	const char **operands;            /* ends with NULL */
	int operand_count;
	const char **patterns; /* each value of --regexp */
	int pattern_count;
	const char *unknown; /* the first option that none is, or NULL */
	char early_letter;   /* of it, where it stands before all operands */
};

/* What a command makes of the words behind its name. */
struct options_command {
	uint64_t known; /* besides the global ones */
	bool stops;     /* all of them are operands */
};
typedef struct options_command options_ask(const char *operand);

/*
 * Sorts argv[1] and what follows; ask is asked of the first operand.
 * STATUS_INVALID for a missing or superfluous value; of an unknown option
 * options_check() complains, which is told what the command knows.
 */
enum status options_parse(struct options *out, char *const *argv,
    options_ask *ask, struct arena *arena, struct error *err);

/*
 * STATUS_INVALID where an option was given that is not among allowed, those
 * of command (NULL: of ibid without one).
 */
enum status options_check(const struct options *options, uint64_t allowed,
    const char *command, struct error *err);

/* The first half of that: options that no command knows. */
enum status options_check_unknown(const struct options *options,
    uint64_t allowed, struct error *err);

/* "--measure" */
const char *options_get_name(enum option option);

/* One line of help: "-d, --collection=FILE", and what it does. */
const char *options_get_usage(enum option option);
const char *options_get_help(enum option option);

#endif
