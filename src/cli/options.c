/* SPDX-License-Identifier: ISC */
#include "options.h"

#include <stddef.h>
#include <string.h>

#include "suggest.h"

static const struct option_row {
	const char *name;
	char letter; /* 0: none */
	bool has_value;
	bool is_path; /* any bytes */
	const char *usage;
	const char *help;
	uint64_t undoes; /* the last one holds */
} rows[OPTION_COUNT] = {
	[OPTION_COLLECTION] = { "--collection", 'd', true, true,
	    "-d, --collection=FILE", "read this collection" },
	[OPTION_FORMAT] = { "--format", 'f', true, false, "-f, --format=FORMAT",
	    "text, csv, tsv, json or jsonl" },
	[OPTION_COLOR] = { "--color", 0, true, false, "--color=WHEN",
	    "bold titles, lit matches: auto, always or never" },
	[OPTION_HELP] = { "--help", 'h', false, false, "-h, --help",
	    "show this help" },
	[OPTION_VERSION] = { "--version", 'V', false, false, "-V, --version",
	    "show versions and licences" },
	[OPTION_IGNORE_CASE] = { "--ignore-case", 'i', false, false,
	    "-i, --ignore-case", "case does not count",
	    OPTION_BIT(OPTION_CASE_SENSITIVE) },
	[OPTION_CASE_SENSITIVE] = { "--case-sensitive", 's', false, false,
	    "-s, --case-sensitive",
	    "case counts; else, where a capital is meant",
	    OPTION_BIT(OPTION_IGNORE_CASE) },
	[OPTION_FIXED_STRINGS] = { "--fixed-strings", 'F', false, false,
	    "-F, --fixed-strings", "no character has a meaning of its own" },
	[OPTION_WORD_REGEXP] = { "--word-regexp", 'w', false, false,
	    "-w, --word-regexp", "whole words only" },
	[OPTION_EXACT] = { "--exact", 0, false, false, "--exact",
	    "accents count" },
	[OPTION_INVERT_MATCH] = { "--invert-match", 'v', false, false,
	    "-v, --invert-match", "what does not match, instead" },
	[OPTION_REGEXP] = { "--regexp", 'e', true, false,
	    "-e, --regexp=PATTERN", "a pattern; several are alternatives" },
	[OPTION_COUNTING] = { "--count", 'c', false, false, "-c, --count",
	    "print one number: how many passages" },
	[OPTION_RECORDS] = { "--records", 'l', false, false, "-l, --records",
	    "print each record once, as KIND:SLUG" },
	[OPTION_ONLY_MATCHING] = { "--only-matching", 'o', false, false,
	    "-o, --only-matching", "print what matched alone, each by itself" },
	[OPTION_MAX_COUNT] = { "--max-count", 'm', true, false,
	    "-m, --max-count=NUM", "at most NUM passages (with -l: records)" },
	[OPTION_NULL] = { "--null", '0', false, false, "-0, --null",
	    "a NUL behind each KIND:SLUG" },
	[OPTION_RANKED] = { "--ranked", 0, false, false, "--ranked",
	    "titles first, then headings, statements, text" },
	[OPTION_IN] = { "--in", 0, true, false, "--in=KINDS",
	    "topics,figures,measures,sources,events,disagreements" },
	[OPTION_SOURCE] = { "--source", 0, true, false, "--source=KEY",
	    "only what cites this source, and its record" },
	[OPTION_DOCUMENT] = { "--document", 0, true, false, "--document=KEY",
	    "only what cites it as the document read" },
	[OPTION_YEAR] = { "--year", 0, true, false, "--year=YEARS",
	    "1995, 1990-1999, 1990.. or ..1999" },
	[OPTION_MEASURE] = { "--measure", 0, true, false, "--measure=SLUG",
	    "only what is compared under this measure" },
	[OPTION_TOPIC] = { "--topic", 0, true, false, "--topic=SLUG",
	    "only what belongs to this topic or one below" },
	[OPTION_DISAGREEING] = { "--disagreeing", 0, false, false,
	    "--disagreeing", "only what disagrees with another" },
	[OPTION_KIND] = { "--kind", 0, true, false, "--kind=KIND",
	    "only those of this kind (book, law, dating, ...)" },
	[OPTION_PARENT] = { "--parent", 0, true, false, "--parent=SLUG",
	    "only topics right below this one" },
	[OPTION_MOUSE] = { "--mouse", 0, false, false, "--mouse",
	    "let the screen have the mouse" },
	[OPTION_STYLE] = { "--style", 's', true, true, "-s, --style=STYLE",
	    "the citation style: its id (apa), or a file of CSL" },
	[OPTION_LANGUAGE] = { "--language", 0, true, false, "--language=TAG",
	    "what the style says itself is in this language (de-DE)" },
	[OPTION_IN_TEXT] = { "--in-text", 0, false, false, "--in-text",
	    "one citation of all, for the text or a note" },
	[OPTION_NARRATIVE] = { "--narrative", 0, false, false, "--narrative",
	    "the author in the sentence: Lankov (2013)" },
	[OPTION_LOCATOR] = { "--locator", 0, true, false,
	    "--locator=LABEL=VALUE", "the place: page=12-14, paragraph=3" },
	[OPTION_VIA] = { "--via", 0, true, false, "--via=KEY",
	    "this source was read; it says what KEY says" },
	[OPTION_QUOTATION] = { "--quotation", 0, false, false, "--quotation",
	    "--via gives its words, not its facts" },
	[OPTION_FROM] = { "--from", 0, true, true, "--from=FILE",
	    "sources of a CSL-JSON file (-: stdin), by its ids" },
	[OPTION_HTML] = { "--html", 0, false, false, "--html",
	    "italics and the like as HTML" },
	[OPTION_MARKDOWN] = { "--markdown", 0, false, false, "--markdown",
	    "the same as Markdown" },
	[OPTION_UNIT] = { "--unit", 0, true, false, "--unit=UNIT",
	    "only figures in this unit (people, USD, ...)" },
	[OPTION_PLACE] = { "--place", 0, true, false, "--place=PLACE",
	    "only figures of this place" },
	[OPTION_MATCHING] = { "--matching", 0, true, false,
	    "--matching=PATTERN", "only those that it matches (PCRE2)" },
	[OPTION_SORT] = { "--sort", 0, true, false, "--sort=ORDER",
	    "by value, unit, period, place, ..." },
	[OPTION_ASCII] = { "--ascii", 0, false, false, "--ascii",
	    "the bars of a chart in ASCII" },
	[OPTION_REVERSE] = { "--reverse", 0, false, false, "--reverse",
	    "the last first" },
};

_Static_assert(OPTION_COUNT <= 64, "a set of options has 64 bits");

struct parse {
	struct options *options;
	uint64_t known;    /* to the command, once it is there */
	char *const *next; /* the word to be read */
	struct error *err;
};

const char *
options_get_name(enum option option)
{
	return rows[option].name;
}

const char *
options_get_usage(enum option option)
{
	return rows[option].usage;
}

const char *
options_get_help(enum option option)
{
	return rows[option].help;
}

static enum status
set_value(struct parse *p, int option, const char *value)
{
	p->options->given &= ~rows[option].undoes;
	p->options->given |= OPTION_BIT(option);
	p->options->values[option] = value;
	if (option == OPTION_REGEXP)
		p->options->patterns[p->options->pattern_count++] = value;
	if (value && !rows[option].is_path)
		return suggest_check_text(value, p->err);
	return STATUS_OK;
}

/* The value is the rest of the word, or else the next word. */
static enum status
take_value(struct parse *p, int option, const char *rest)
{
	if (!rest)
		rest = *p->next;
	else
		return set_value(p, option, rest);
	if (!rest)
		return error_set(p->err, STATUS_INVALID, "%s needs a value: %s",
		    rows[option].name, rows[option].usage);
	p->next++;
	return set_value(p, option, rest);
}

/* letter: the one of word that is not known, or 0. */
static enum status
note_unknown(struct parse *p, const char *word, char letter)
{
	if (p->options->unknown)
		return STATUS_OK;
	p->options->unknown = word;
	if (p->options->operand_count == 0)
		p->options->early_letter = letter;
	return STATUS_OK;
}

static enum status
parse_long(struct parse *p, const char *word)
{
	size_t len = strcspn(word, "=");
	const char *value = word[len] ? word + len + 1 : NULL;

	for (int i = 0; i < OPTION_COUNT; i++) {
		if (strlen(rows[i].name) != len ||
		    memcmp(rows[i].name, word, len) != 0)
			continue;
		if (rows[i].has_value)
			return take_value(p, i, value);
		if (value)
			return error_set(p->err, STATUS_INVALID,
			    "%s takes no value", rows[i].name);
		return set_value(p, i, NULL);
	}
	return note_unknown(p, word, 0);
}

/* OPTION_COUNT where none of the set has that letter. */
static int
find_letter(uint64_t set, char letter)
{
	int i = 0;

	while (i < OPTION_COUNT &&
	    (rows[i].letter != letter || !(set & OPTION_BIT(i))))
		i++;
	return i;
}

/* "-hV", "-dFILE", "-d FILE" */
static enum status
parse_letters(struct parse *p, const char *word)
{
	for (const char *c = word + 1; *c; c++) {
		int i = find_letter(p->known, *c);
		enum status status;

		if (i == OPTION_COUNT)
			i = find_letter(OPTIONS_GLOBAL, *c);
		if (i == OPTION_COUNT)
			return note_unknown(p, word, *c);
		if (rows[i].has_value)
			return take_value(p, i, c[1] ? c + 1 : NULL);
		status = set_value(p, i, NULL);
		if (status)
			return status;
	}
	return STATUS_OK;
}

enum status
options_parse(struct options *out, char *const *argv, options_ask *ask,
    struct arena *arena, struct error *err)
{
	struct parse p = { .options = out, .err = err };
	struct options_command command;
	bool is_over = false;
	int count = 0;

	while (argv[count])
		count++;
	*out = (struct options){ 0 };
	out->operands = arena_alloc_array(arena, (size_t)count + 1,
	    sizeof *out->operands);
	out->patterns = arena_alloc_array(arena, (size_t)count + 1,
	    sizeof *out->patterns);
	p.next = count > 0 ? argv + 1 : argv;
	while (*p.next) {
		const char *word = *p.next++;
		enum status status = STATUS_OK;

		if (is_over || word[0] != '-' || !word[1]) {
			out->operands[out->operand_count++] = word;
			if (out->operand_count > 1 || is_over)
				continue;
			command = ask(word);
			p.known = command.known;
			is_over = command.stops;
		} else if (strcmp(word, "--") == 0) {
			is_over = true;
		} else {
			status = word[1] == '-' ? parse_long(&p, word) :
						  parse_letters(&p, word);
		}
		if (status)
			return status;
	}
	return STATUS_OK;
}

enum status
options_check_unknown(const struct options *options, uint64_t allowed,
    struct error *err)
{
	const char *names[OPTION_COUNT], *near = NULL;
	size_t count = 0;

	if (!options->unknown)
		return STATUS_OK;
	if (options->early_letter &&
	    find_letter(allowed, options->early_letter) < OPTION_COUNT)
		return error_set(err, STATUS_INVALID,
		    "-%c stands behind the command", options->early_letter);
	for (int i = 0; i < OPTION_COUNT; i++) {
		if (allowed & OPTION_BIT(i))
			names[count++] = rows[i].name;
	}
	if (options->unknown[1] == '-')
		near = suggest_find(options->unknown, names, count);
	return suggest_fail(err, STATUS_INVALID, "option", options->unknown,
	    near);
}

enum status
options_check(const struct options *options, uint64_t allowed,
    const char *command, struct error *err)
{
	enum status status = options_check_unknown(options, allowed, err);

	for (int i = 0; i < OPTION_COUNT && !status; i++) {
		if (!(options->given & OPTION_BIT(i) & ~allowed))
			continue;
		if (!command)
			return error_set(err, STATUS_INVALID,
			    "without a command there is no %s; see 'ibid help'",
			    rows[i].name);
		return error_set(err, STATUS_INVALID,
		    "'%s' does not know %s; see 'ibid help %s'", command,
		    rows[i].name, command);
	}
	return status;
}
