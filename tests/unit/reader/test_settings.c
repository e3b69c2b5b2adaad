/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "reader/settings.h"

static void
read_text(struct settings *s, const char *text)
{
	char path[] = "/tmp/ibid-test-XXXXXX";
	int fd = mkstemp(path);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	close(fd);
	settings_read(s, path);
	unlink(path);
}

static void
a_file_sets_what_it_names(void **state)
{
	struct settings s;

	(void)state;
	settings_init(&s);
	read_text(&s,
	    "# mine\n\n graphic = skip \nkeys=less\nmouse = yes\n"
	    "style = nature-2\nbind ^T topics\n");
	assert_int_equal(s.fault_count, 0);
	assert_string_equal(s.style, "nature-2");
	assert_int_equal(s.graphic, SETTING_SKIP);
	assert_int_equal(s.keys, PROFILE_LESS);
	assert_true(s.has_mouse);
	assert_string_equal(s.bindings.data, "7 ^T topics\n");
	settings_clear(&s);
}

static void
a_wrong_line_is_named_with_its_number(void **state)
{
	static const struct {
		const char *text, *says;
	} cases[] = {
		{ "graphic = fold\ngraphic = hide\n",
		    ":2: graphic: \"hide\" is none of fold show skip" },
		{ "colour = yes\n", ":1: unknown setting \"colour\"" },
		{ "style = ../../etc\n",
		    ":1: style: \"../../etc\" is no name; one is apa" },
		{ "\n\nmouse\n", ":3: expected name = value, not \"mouse\"" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct settings s;

		settings_init(&s);
		read_text(&s, cases[i].text);
		assert_int_equal(s.fault_count, 1);
		assert_non_null(strstr(s.faults.data, cases[i].says));
		settings_clear(&s);
	}
}

static void
what_stands_around_wrong_lines_holds(void **state)
{
	struct settings s, copy;

	(void)state;
	settings_init(&s);
	read_text(&s,
	    "keys = less\ngraphic = hide\nmouse\nmouse = yes\n"
	    "colour = no\nbind Z zoom\n");
	assert_int_equal(s.keys, PROFILE_LESS);
	assert_int_equal(s.graphic, SETTING_FOLD);
	assert_true(s.has_mouse);
	assert_string_equal(s.bindings.data, "6 Z zoom\n");
	assert_int_equal(s.fault_count, 3);
	settings_copy(&copy, &s);
	settings_clear(&s);
	assert_non_null(strstr(copy.faults.data, ":2: graphic"));
	assert_non_null(strstr(copy.faults.data, ":3: expected"));
	assert_non_null(strstr(copy.faults.data, ":5: unknown"));
	settings_clear(&copy);
}

static void
a_file_that_cannot_be_read_is_a_fault_too(void **state)
{
	struct settings s;

	(void)state;
	settings_init(&s);
	settings_read(&s, "/tmp");
	assert_int_equal(s.fault_count, 1);
	assert_memory_equal(s.faults.data, "/tmp: ", 6);
	settings_clear(&s);
}

static void
a_file_in_the_home_folder_is_named_from_there(void **state)
{
	struct settings s;

	(void)state;
	setenv("HOME", "/tmp", 1);
	settings_init(&s);
	read_text(&s, "mouse\n");
	assert_memory_equal(s.faults.data, "~/ibid-test-", 12);
	settings_clear(&s);
}

static void
no_file_is_no_fault(void **state)
{
	struct settings s;

	(void)state;
	settings_init(&s);
	settings_read(&s, "/nonexistent/ibid/config");
	assert_int_equal(s.fault_count, 0);
	assert_int_equal(s.graphic, SETTING_FOLD);
	assert_false(s.has_mouse);
	settings_clear(&s);
}

static void
every_setting_takes_and_tells_each_of_its_values(void **state)
{
	struct settings s;
	struct error err;
	const char *name;
	struct str now;

	(void)state;
	str_init(&now, 0);
	settings_init(&s);
	for (unsigned i = 0; (name = settings_get_name(i)) != NULL; i++) {
		char values[128], *value, *rest = values;

		snprintf(values, sizeof values, "%s",
		    settings_get_values(name));
		while ((value = strtok_r(NULL, " ", &rest)) != NULL) {
			assert_int_equal(settings_set(&s, name, value, &err),
			    STATUS_OK);
			str_reset(&now);
			settings_add_value(&now, &s, name);
			assert_string_equal(now.data, value);
		}
	}
	assert_null(settings_get_values("nonsense"));
	str_reset(&now);
	settings_add_value(&now, &s, "nonsense");
	assert_int_equal(now.len, 0);
	str_clear(&now);
	settings_clear(&s);
}

static void
no_color_and_secure_come_from_the_environment(void **state)
{
	struct settings s;

	(void)state;
	setenv("NO_COLOR", "1", 1);
	setenv("IBID_SECURE", "1", 1);
	settings_init(&s);
	assert_false(s.has_color);
	assert_true(s.is_secure);
	settings_clear(&s);
	setenv("NO_COLOR", "", 1);
	setenv("IBID_SECURE", "0", 1);
	settings_init(&s);
	assert_true(s.has_color);
	assert_false(s.is_secure);
	settings_clear(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_file_sets_what_it_names),
		cmocka_unit_test(a_wrong_line_is_named_with_its_number),
		cmocka_unit_test(what_stands_around_wrong_lines_holds),
		cmocka_unit_test(a_file_that_cannot_be_read_is_a_fault_too),
		cmocka_unit_test(a_file_in_the_home_folder_is_named_from_there),
		cmocka_unit_test(no_file_is_no_fault),
		cmocka_unit_test(
		    every_setting_takes_and_tells_each_of_its_values),
		cmocka_unit_test(no_color_and_secure_come_from_the_environment),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
