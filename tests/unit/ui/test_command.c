/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <string.h>

#include "base/str.h"
#include "ui/command.h"
#include "ui/keymap.h"
#include "ui/term.h"

enum { KEY_LIMIT = 300 };

struct bound {
	uint32_t keys[KEY_LIMIT];
	const char *by[KEY_LIMIT];
	size_t count;
};

static const char *
get_keys(const struct command_entry *entry, enum setting_profile profile)
{
	if (profile == PROFILE_LESS && entry->less)
		return entry->less;
	if (profile == PROFILE_INFO && entry->info)
		return entry->info;
	return entry->keys;
}

static void
add_keys(struct bound *bound, const struct command_entry *entry,
    enum setting_profile profile)
{
	const char *keys = get_keys(entry, profile);

	while (*keys) {
		size_t len = strcspn(keys, " ");
		uint32_t key = keymap_parse_key(keys, len);

		if (key == 0)
			fail_msg("%s: \"%.*s\" is no key", entry->name,
			    (int)len, keys);
		for (size_t i = 0; i < bound->count; i++) {
			if (bound->keys[i] == key)
				fail_msg("%.*s is bound to %s and %s", (int)len,
				    keys, bound->by[i], entry->name);
		}
		assert_false(key >= '0' && key <= '9');
		assert_true(bound->count < KEY_LIMIT);
		bound->keys[bound->count] = key;
		bound->by[bound->count++] = entry->name;
		keys += len;
		keys += strspn(keys, " ");
	}
}

static void
every_key_is_bound_at_most_once_in_each_profile(void **state)
{
	(void)state;
	for (int profile = PROFILE_IBID; profile <= PROFILE_INFO; profile++) {
		struct bound bound = { .count = 0 };
		const struct command_entry *entry;

		for (unsigned i = 0; (entry = command_get_row(i)); i++)
			add_keys(&bound, entry, (enum setting_profile)profile);
		assert_true(bound.count > COMMAND_COUNT);
	}
}

static void
every_command_stands_once_in_the_table(void **state)
{
	(void)state;
	for (int id = COMMAND_NONE + 1; id < COMMAND_COUNT; id++) {
		const struct command_entry *entry;
		unsigned found = 0;

		for (unsigned i = 0; (entry = command_get_row(i)); i++)
			found += entry->id == (enum command)id;
		if (found != 1)
			fail_msg("command %d stands there %u times", id, found);
	}
	assert_null(command_get(COMMAND_NONE));
}

static void
every_command_has_a_name_of_its_own_and_help(void **state)
{
	const struct command_entry *entry;

	(void)state;
	for (unsigned i = 0; (entry = command_get_row(i)); i++) {
		size_t len = strlen(entry->help);

		assert_ptr_equal(command_get(entry->id), entry);
		assert_int_equal(command_find(entry->name, strlen(entry->name)),
		    entry->id);
		assert_true(len > 0 && entry->help[len - 1] != ' ');
		assert_true(entry->hint[0] != '\0');
		assert_true(entry->group[0] != '\0');
	}
	assert_int_equal(command_find("", 0), COMMAND_NONE);
	assert_int_equal(command_find("page", 4), COMMAND_NONE);
}

static void
completion_finds_all_that_begin_so(void **state)
{
	(void)state;
	assert_string_equal(command_complete("page", 0)->name, "page-down");
	assert_string_equal(command_complete("page", 1)->name, "page-up");
	assert_null(command_complete("page", 2));
	assert_null(command_complete("no such", 0));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    every_key_is_bound_at_most_once_in_each_profile),
		cmocka_unit_test(every_command_stands_once_in_the_table),
		cmocka_unit_test(every_command_has_a_name_of_its_own_and_help),
		cmocka_unit_test(completion_finds_all_that_begin_so),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
