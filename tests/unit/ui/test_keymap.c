/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <string.h>

#include "ui/keymap.h"
#include "ui/term.h"

static enum status
make(struct keymap **out, enum setting_profile profile, const char *bindings,
    struct error *err)
{
	struct settings settings;
	enum status status;

	settings_init(&settings);
	settings.keys = profile;
	str_add_text(&settings.bindings, bindings);
	status = keymap_new(out, &settings, err);
	settings_clear(&settings);
	return status;
}

static void
keys_have_names(void **state)
{
	static const struct {
		const char *name;
		uint32_t key;
	} rows[] = {
		{ "j", 'j' },
		{ "J", 'J' },
		{ "^", '^' },
		{ "A", 'A' },
		{ "-", '-' },
		{ "\xC3\xA9", 0xE9 },
		{ "\xED\x95\x9C", 0xD55C },
		{ "Space", ' ' },
		{ "Enter", KEY_ENTER_KEY },
		{ "Tab", KEY_TAB_KEY },
		{ "S-Tab", KEY_BACK_TAB },
		{ "Backspace", KEY_BACKSPACE_KEY },
		{ "Esc", KEY_ESCAPE_KEY },
		{ "PgDn", KEY_PAGE_DOWN },
		{ "F1", KEY_FUNCTION_1 },
		{ "F12", KEY_FUNCTION_12 },
		{ "^F", KEY_CONTROL | 'f' },
		{ "^f", KEY_CONTROL | 'f' },
		{ "^]", KEY_CONTROL | ']' },
		{ "^Left", KEY_CONTROL | KEY_ARROW_LEFT },
		{ "A-x", KEY_ALT | 'x' },
		{ "A-X", KEY_ALT | 'X' },
		{ "A--", KEY_ALT | '-' },
		{ "A-^X", KEY_ALT | KEY_CONTROL | 'x' },
		{ "A-Left", KEY_ALT | KEY_ARROW_LEFT },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		uint32_t key = keymap_parse_key(rows[i].name,
		    strlen(rows[i].name));

		if (key != rows[i].key)
			fail_msg("%s: %x, not %x", rows[i].name, (unsigned)key,
			    (unsigned)rows[i].key);
	}
}

static void
what_no_terminal_tells_apart_is_no_key(void **state)
{
	static const char *const rows[] = { "", "^I", "^H", "^M", "^J", "^S",
		"^Q", "^C", "^\\", "^i", "^[", "^1", "A-A-x", "A-", "^ ", "S-x",
		"F13", "space", "jj", "\x01", "\x7F", "\xFF", "\xE2\x80\xAE",
		"^Space" };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		if (keymap_parse_key(rows[i], strlen(rows[i])) != 0)
			fail_msg("\"%s\" passes for a key", rows[i]);
	}
}

static void
profiles_differ_where_the_table_says(void **state)
{
	static const struct {
		enum setting_profile profile;
		uint32_t key;
		enum command command;
	} rows[] = {
		{ PROFILE_IBID, 'd', COMMAND_NONE },
		{ PROFILE_LESS, 'd', COMMAND_HALF_DOWN },
		{ PROFILE_IBID, 'u', COMMAND_UP },
		{ PROFILE_LESS, 'u', COMMAND_HALF_UP },
		{ PROFILE_IBID, 'n', COMMAND_MATCH_NEXT },
		{ PROFILE_LESS, 'n', COMMAND_MATCH_NEXT },
		{ PROFILE_INFO, 'n', COMMAND_TOPIC_NEXT },
		{ PROFILE_IBID, 'f', COMMAND_TITLE },
		{ PROFILE_LESS, 'f', COMMAND_PAGE_DOWN },
		{ PROFILE_LESS, KEY_ALT | 't', COMMAND_TITLE },
		{ PROFILE_INFO, 's', COMMAND_SEARCH },
		{ PROFILE_IBID, KEY_BACKSPACE_KEY, COMMAND_BACK },
		{ PROFILE_INFO, KEY_BACKSPACE_KEY, COMMAND_PAGE_UP },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct keymap *k;

		assert_int_equal(make(&k, rows[i].profile, "", NULL),
		    STATUS_OK);
		assert_int_equal(keymap_find(k, rows[i].key), rows[i].command);
		keymap_free(k);
	}
}

static void
the_readers_own_binding_comes_before_the_tables(void **state)
{
	struct keymap *k;
	struct str keys;

	(void)state;
	assert_int_equal(make(&k, PROFILE_IBID,
			     "3 j page-down\n4 F5 page-down\n5 b none\n", NULL),
	    STATUS_OK);
	assert_int_equal(keymap_find(k, 'j'), COMMAND_PAGE_DOWN);
	assert_int_equal(keymap_find(k, 'b'), COMMAND_NONE);
	str_init(&keys, 0);
	keymap_add_keys(&keys, k, COMMAND_PAGE_DOWN);
	assert_string_equal(keys.data, "Space ^F PgDn j F5");
	str_reset(&keys);
	keymap_add_keys(&keys, k, COMMAND_LINE_DOWN);
	assert_string_equal(keys.data, "Down ^N");
	str_reset(&keys);
	keymap_add_first_key(&keys, k, COMMAND_LINK_PREVIOUS);
	assert_string_equal(keys.data, "S-Tab");
	str_clear(&keys);
	keymap_free(k);
}

static void
a_wrong_binding_is_named_and_the_others_hold(void **state)
{
	static const struct {
		const char *lines;
		const char *message;
	} rows[] = {
		{ "7 ^I quit\n8 F5 quit\n", "7: bind: no key is named \"^I\"" },
		{ "0 x9 quit\n0 F5 quit\n", "bind: no key is named \"x9\"" },
		{ "0 F5 quit\n2 5 quit\n",
		    "2: bind: digits are counts, and 5 is one" },
		{ "2 x quite\n3 F5 quit\n",
		    "2: bind: no command is named \"quite\"" },
		{ "2 x set\n3 y quite\n4 F5 quit\n",
		    "2: bind: set wants words, which a key cannot give" },
		{ "2 x\n3 F5 quit\n",
		    "2: bind wants a key and a command: bind ^F page-down" },
		{ "2 x quit now\n3 F5 quit\n",
		    "2: bind wants a key and a command: bind ^F page-down" },
		{ "2 \n3 F5 quit\n",
		    "2: bind wants a key and a command: bind ^F page-down" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct keymap *k;
		struct error err;

		assert_int_equal(make(&k, PROFILE_IBID, rows[i].lines, &err),
		    STATUS_INVALID);
		assert_string_equal(err.message, rows[i].message);
		assert_int_equal(keymap_find(k, KEY_FUNCTION_1 + 4),
		    COMMAND_QUIT);
		keymap_free(k);
	}
}

static void
names_that_are_shown_are_read_back(void **state)
{
	(void)state;
	for (int profile = PROFILE_IBID; profile <= PROFILE_INFO; profile++) {
		struct keymap *k;
		struct str keys;

		make(&k, (enum setting_profile)profile, "", NULL);
		str_init(&keys, 0);
		for (int c = COMMAND_NONE + 1; c < COMMAND_COUNT; c++) {
			const char *p;

			str_reset(&keys);
			keymap_add_keys(&keys, k, (enum command)c);
			for (p = keys.data; *p; p += strspn(p, " ")) {
				size_t len = strcspn(p, " ");

				assert_int_equal(keymap_find(k,
						     keymap_parse_key(p, len)),
				    c);
				p += len;
			}
		}
		str_clear(&keys);
		keymap_free(k);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_have_names),
		cmocka_unit_test(what_no_terminal_tells_apart_is_no_key),
		cmocka_unit_test(profiles_differ_where_the_table_says),
		cmocka_unit_test(
		    the_readers_own_binding_comes_before_the_tables),
		cmocka_unit_test(a_wrong_binding_is_named_and_the_others_hold),
		cmocka_unit_test(names_that_are_shown_are_read_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
