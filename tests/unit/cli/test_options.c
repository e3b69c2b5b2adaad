/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "cli/options.h"
#include "cli/suggest.h"

enum { MOST_WORDS = 8 };

static struct options_command
ask(const char *operand)
{
	struct options_command command = { 0 };

	command.stops = strcmp(operand, "compile") == 0;
	if (strcmp(operand, "search") == 0)
		command.known = OPTION_BIT(OPTION_IGNORE_CASE) |
		    OPTION_BIT(OPTION_CASE_SENSITIVE) |
		    OPTION_BIT(OPTION_RECORDS) | OPTION_BIT(OPTION_MAX_COUNT) |
		    OPTION_BIT(OPTION_REGEXP);
	return command;
}

/* Parses words divided by "|"; they live in *line. */
static enum status
parse(struct options *out, const char *words, char *line, struct arena *arena,
    struct error *err)
{
	char *argv[MOST_WORDS + 2];
	int count = 0;

	memcpy(line, words, strlen(words) + 1);
	argv[count++] = line;
	while (line && count <= MOST_WORDS) {
		char *bar = strchr(line, '|');

		if (bar)
			*bar++ = '\0';
		argv[count++] = line;
		line = bar;
	}
	argv[count] = NULL;
	return options_parse(out, argv, ask, arena, err);
}

static void
options_stand_anywhere(void **state)
{
	static const char *const cases[] = {
		"-d|file|figures|--measure|pay",
		"figures|-dfile|--measure=pay",
		"figures|--collection=file|--measure|pay",
		"--measure=pay|figures|-d|file|--",
	};
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct options options;
		char line[128];

		assert_int_equal(parse(&options, cases[i], line, &arena, NULL),
		    STATUS_OK);
		assert_int_equal(options.operand_count, 1);
		assert_string_equal(options.operands[0], "figures");
		assert_null(options.operands[1]);
		assert_string_equal(options.values[OPTION_COLLECTION], "file");
		assert_string_equal(options.values[OPTION_MEASURE], "pay");
		assert_int_equal(options.given,
		    OPTION_BIT(OPTION_COLLECTION) | OPTION_BIT(OPTION_MEASURE));
	}
	arena_clear(&arena);
}

static void
letters_are_those_of_the_command_before_them(void **state)
{
	static const struct {
		const char *words;
		const char *unknown;
	} cases[] = {
		{ "search|-il|-m5", NULL },
		{ "search|-ilm|5", NULL },
		{ "-d|file|search|-lim5", NULL },
		{ "figures|-il", "-il" },
		{ "-il|search", "-il" },
		{ "search|--|-q", NULL },
		{ "search|-lq", "-lq" },
	};
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct options options;
		char line[128];

		assert_int_equal(parse(&options, cases[i].words, line, &arena,
				     NULL),
		    STATUS_OK);
		if (cases[i].unknown)
			assert_string_equal(options.unknown, cases[i].unknown);
		else
			assert_null(options.unknown);
		if (options.given & OPTION_BIT(OPTION_MAX_COUNT))
			assert_string_equal(options.values[OPTION_MAX_COUNT],
			    "5");
	}
	arena_clear(&arena);
}

static void
every_pattern_is_kept(void **state)
{
	struct arena arena = { 0 };
	struct options options;
	char line[128];

	(void)state;
	assert_int_equal(parse(&options, "search|-e|-x|-ie|b|--regexp=c|-ed",
			     line, &arena, NULL),
	    STATUS_OK);
	assert_int_equal(options.operand_count, 1);
	assert_int_equal(options.pattern_count, 4);
	assert_string_equal(options.patterns[0], "-x");
	assert_string_equal(options.patterns[1], "b");
	assert_string_equal(options.patterns[2], "c");
	assert_string_equal(options.patterns[3], "d");
	arena_clear(&arena);
}

static void
the_last_of_two_that_exclude_each_other_holds(void **state)
{
	struct arena arena = { 0 };
	struct options options;
	char line[128];

	(void)state;
	parse(&options, "search|-i|-s", line, &arena, NULL);
	assert_true(options.given == OPTION_BIT(OPTION_CASE_SENSITIVE));
	parse(&options, "search|-si", line, &arena, NULL);
	assert_true(options.given == OPTION_BIT(OPTION_IGNORE_CASE));
	arena_clear(&arena);
}

static void
two_dashes_end_the_options(void **state)
{
	struct arena arena = { 0 };
	struct options options;
	char line[128];

	(void)state;
	assert_int_equal(parse(&options, "show|--|-h|--help", line, &arena,
			     NULL),
	    STATUS_OK);
	assert_int_equal(options.operand_count, 3);
	assert_string_equal(options.operands[1], "-h");
	assert_int_equal(options.given, 0);
	arena_clear(&arena);
}

static void
what_follows_compile_is_passed_on(void **state)
{
	struct arena arena = { 0 };
	struct options options;
	char line[128];

	(void)state;
	assert_int_equal(parse(&options, "compile|-o|x|--unknown", line, &arena,
			     NULL),
	    STATUS_OK);
	assert_int_equal(options.operand_count, 4);
	assert_string_equal(options.operands[3], "--unknown");
	arena_clear(&arena);
}

static void
wrong_options_are_named(void **state)
{
	static const struct {
		const char *words;
		const char *message;
	} cases[] = {
		{ "--measur=x",
		    "unknown option '--measur=x'; did you mean "
		    "'--measure'?" },
		{ "-x", "unknown option '-x'" },
		{ "-hx", "unknown option '-hx'" },
		{ "--help=x", "--help takes no value" },
		{ "--format", "--format needs a value: -f, --format=FORMAT" },
		{ "-d", "--collection needs a value: -d, --collection=FILE" },
		{ "--format=\xFF", "'\xFF' is not valid UTF-8" },
	};
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct error err = { 0 };
		struct options options;
		char line[128];

		if (!parse(&options, cases[i].words, line, &arena, &err))
			options_check(&options, OPTION_BIT(OPTION_COUNT) - 1,
			    "figures", &err);
		assert_int_equal(err.status, STATUS_INVALID);
		assert_string_equal(err.message, cases[i].message);
	}
	arena_clear(&arena);
}

static void
an_option_of_another_command_is_refused(void **state)
{
	struct options options = { .given = OPTION_BIT(OPTION_PARENT) };
	struct error err = { 0 };

	(void)state;
	assert_int_equal(options_check(&options, OPTIONS_GLOBAL, "figures",
			     &err),
	    STATUS_INVALID);
	assert_string_equal(err.message,
	    "'figures' does not know --parent; see 'ibid help figures'");
	assert_int_equal(options_check(&options, OPTION_BIT(OPTION_PARENT),
			     "topics", &err),
	    STATUS_OK);
}

static void
only_what_the_command_knows_is_proposed(void **state)
{
	struct options options = { .unknown = "--measur" };
	struct error err = { 0 };

	(void)state;
	assert_int_equal(options_check(&options, OPTIONS_GLOBAL, "topics",
			     &err),
	    STATUS_INVALID);
	assert_string_equal(err.message, "unknown option '--measur'");
	options = (struct options){ .given = OPTION_BIT(OPTION_PARENT) };
	assert_int_equal(options_check(&options, OPTIONS_GLOBAL, NULL, &err),
	    STATUS_INVALID);
	assert_string_equal(err.message,
	    "without a command there is no --parent; see 'ibid help'");
}

static void
a_letter_before_its_command_is_told_where_it_stands(void **state)
{
	struct arena arena = { 0 };
	struct error err = { 0 };
	struct options options;
	char line[128];

	(void)state;
	parse(&options, "-hi|search", line, &arena, NULL);
	assert_int_equal(options_check_unknown(&options,
			     OPTION_BIT(OPTION_IGNORE_CASE), &err),
	    STATUS_INVALID);
	assert_string_equal(err.message, "-i stands behind the command");
	arena_clear(&arena);
}

static void
the_nearest_word_is_found(void **state)
{
	static const char *const known[] = { "topics", "figures", "measures",
		"worker-pay", "show" };
	static const struct {
		const char *word;
		const char *nearest;
	} cases[] = {
		{ "topcis", "topics" },
		{ "figure", "figures" },
		{ "shwo", "show" },
		{ "pay", "worker-pay" },
		{ "measures", "measures" },
		{ "entirely-different-thing", NULL },
		{ "shoes", NULL },
		{ "meagre", NULL },
		{ "", NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *nearest = suggest_find(cases[i].word, known,
		    sizeof known / sizeof *known);

		if (cases[i].nearest)
			assert_string_equal(nearest, cases[i].nearest);
		else
			assert_null(nearest);
	}
}

static void
a_long_word_is_cut_at_a_character(void **state)
{
	struct str word, quoted;

	(void)state;
	str_init(&word, 0);
	str_init(&quoted, 0);
	str_add_char(&word, 'x');
	for (int i = 0; i < 100; i++)
		str_add_text(&word, "\xC3\xA9");
	suggest_add_quoted(&quoted, word.data);
	assert_int_equal(quoted.len, 1 + 59 + 4);
	assert_string_equal(quoted.data + quoted.len - 6, "\xC3\xA9...'");
	str_clear(&word);
	str_clear(&quoted);
}

static void
a_slug_is_not_empty_nor_endless(void **state)
{
	char slug[1000];
	struct error err = { 0 };

	(void)state;
	memset(slug, 'a', sizeof slug);
	slug[sizeof slug - 1] = '\0';
	assert_int_equal(suggest_check_slug("slug", "pay", &err), STATUS_OK);
	assert_int_equal(suggest_check_slug("slug", "", &err), STATUS_INVALID);
	assert_int_equal(suggest_check_slug("slug", slug, &err),
	    STATUS_INVALID);
	assert_int_equal(suggest_check_slug("slug", "\xC3", &err),
	    STATUS_INVALID);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(options_stand_anywhere),
		cmocka_unit_test(letters_are_those_of_the_command_before_them),
		cmocka_unit_test(every_pattern_is_kept),
		cmocka_unit_test(the_last_of_two_that_exclude_each_other_holds),
		cmocka_unit_test(two_dashes_end_the_options),
		cmocka_unit_test(what_follows_compile_is_passed_on),
		cmocka_unit_test(wrong_options_are_named),
		cmocka_unit_test(an_option_of_another_command_is_refused),
		cmocka_unit_test(only_what_the_command_knows_is_proposed),
		cmocka_unit_test(
		    a_letter_before_its_command_is_told_where_it_stands),
		cmocka_unit_test(the_nearest_word_is_found),
		cmocka_unit_test(a_long_word_is_cut_at_a_character),
		cmocka_unit_test(a_slug_is_not_empty_nor_endless),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
