/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/str.h"
#include "reader/settings.h"
#include "ui/command.h"

/*
 * The manual's list of keys and settings is what the tables make of it.
 * GOLDEN_UPDATE=1 in the environment writes it anew into doc/ibid.1.
 */
static const char begin[] = ".\\\" From the tables (test_manual)\n";
static const char end[] = ".\\\" End of the tables\n";

enum { MANUAL_LIMIT_BYTES = 1 << 20 };

/* mdoc takes lone signs of punctuation for its own, groff some others. */
static void
add_escaped(struct str *out, const char *text, size_t len)
{
	if (len == 1 && strchr("()[].,:;?!|", *text))
		str_add_text(out, "\\&");
	for (; len > 0; text++, len--) {
		if (*text == '^')
			str_add_text(out, "\\(ha");
		else if (*text == '\'')
			str_add_text(out, "\\(aq");
		else if (*text == '-')
			str_add_text(out, "\\-");
		else
			str_add_char(out, *text);
	}
}

/* Words divided by blanks, each by itself. */
static void
add_words(struct str *out, const char *words)
{
	while (*words) {
		size_t len = strcspn(words, " ");

		str_add_char(out, ' ');
		add_escaped(out, words, len);
		words += len;
		words += strspn(words, " ");
	}
}

static void
add_profile(struct str *out, const char *name, const char *keys)
{
	if (!keys)
		return;
	str_add_format(out, "In %s:\n.Ic", name);
	add_words(out, keys);
	str_add_text(out, " .\n");
}

static void
add_command(struct str *out, const struct command_entry *entry)
{
	str_add_text(out, ".It Ic");
	if (entry->keys[0])
		add_words(out, entry->keys);
	else
		str_add_format(out, " :%s Ar", entry->name);
	if (!entry->keys[0])
		add_words(out, entry->argument);
	str_add_char(out, '\n');
	add_escaped(out, entry->help, strlen(entry->help));
	str_add_text(out, "\n.Pq Cm ");
	add_escaped(out, entry->name, strlen(entry->name));
	str_add_char(out, '\n');
	add_profile(out, "less", entry->less);
	add_profile(out, "info", entry->info);
}

static bool
is_first_of_group(unsigned row)
{
	for (unsigned i = 0; i < row; i++) {
		if (strcmp(command_get_row(i)->group,
			command_get_row(row)->group) == 0)
			return false;
	}
	return true;
}

static void
add_commands(struct str *out)
{
	const struct command_entry *first, *entry;

	for (unsigned i = 0; (first = command_get_row(i)) != NULL; i++) {
		if (!is_first_of_group(i))
			continue;
		str_add_format(out, ".Ss Keys: %s\n.Bl -tag -width Ds\n",
		    first->group);
		for (unsigned j = i; (entry = command_get_row(j)) != NULL;
		     j++) {
			if (strcmp(entry->group, first->group) == 0)
				add_command(out, entry);
		}
		str_add_text(out, ".El\n");
	}
}

static void
add_settings(struct str *out)
{
	const char *name;

	str_add_text(out,
	    ".Ss Settings\n.Bl -tag -width background -compact\n");
	for (unsigned i = 0; (name = settings_get_name(i)) != NULL; i++) {
		str_add_format(out, ".It Cm %s\n", name);
		str_add_text(out, ".Cm");
		add_words(out, settings_get_values(name));
		str_add_char(out, '\n');
	}
	str_add_text(out, ".El\n");
}

static void
read_manual(struct str *out, char *path, size_t size)
{
	const char *folder = getenv("srcdir");
	struct error err;

	snprintf(path, size, "%s/doc/ibid.1", folder ? folder : ".");
	str_init(out, MANUAL_LIMIT_BYTES);
	if (file_read(out, path, MANUAL_LIMIT_BYTES, &err) != STATUS_OK)
		fail_msg("%s", err.message);
}

static void
write_manual(const char *path, const struct str *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_int_equal(fwrite(text->data, 1, text->len, file), text->len);
	assert_int_equal(fclose(file), 0);
}

static void
the_manual_has_every_key_command_and_setting_as_it_is(void **state)
{
	struct str manual, expected, written;
	char path[1024], *from, *to;

	(void)state;
	read_manual(&manual, path, sizeof path);
	from = strstr(manual.data, begin);
	assert_non_null(from);
	from += strlen(begin);
	to = strstr(from, end);
	assert_non_null(to);
	str_init(&expected, 0);
	add_commands(&expected);
	add_settings(&expected);
	str_init(&written, 0);
	str_add(&written, manual.data, (size_t)(from - manual.data));
	str_add(&written, expected.data, expected.len);
	str_add_text(&written, to);
	if (getenv("GOLDEN_UPDATE"))
		write_manual(path, &written);
	else
		assert_string_equal(manual.data, written.data);
	str_clear(&manual);
	str_clear(&expected);
	str_clear(&written);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    the_manual_has_every_key_command_and_setting_as_it_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
