/* SPDX-License-Identifier: ISC */

/*
 * Any bytes as the reader's bindings: no digit and no key that terminals send
 * for others is ever bound, names that are shown are read back as the same
 * keys, and without an error every line did something.
 */
#include "fuzz.h"

#include <string.h>

#include "ui/keymap.h"
#include "ui/term.h"

static void
check_shown(const struct keymap *k, enum command command)
{
	struct str keys;
	const char *p;

	str_init(&keys, 0);
	keymap_add_keys(&keys, k, command);
	for (p = keys.data; *p; p += strspn(p, " ")) {
		size_t len = strcspn(p, " ");
		uint32_t key = keymap_parse_key(p, len);

		REQUIRE(key != 0);
		REQUIRE(keymap_find(k, key) == command);
		p += len;
	}
	str_clear(&keys);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct settings settings;
	struct keymap *k;
	struct error err = { 0 };
	enum status status;

	settings_init(&settings);
	settings.keys = (enum setting_profile)(size % 3);
	str_add(&settings.bindings, (const char *)data, size);
	status = keymap_new(&k, &settings, &err);
	REQUIRE(status == STATUS_OK || status == STATUS_INVALID);
	REQUIRE((status == STATUS_OK) == (err.message[0] == '\0'));
	for (uint32_t c = '0'; c <= '9'; c++)
		REQUIRE(keymap_find(k, c) == COMMAND_NONE);
	for (const char *p = "ihmjsq"; *p; p++)
		REQUIRE(
		    keymap_find(k, KEY_CONTROL | (uint32_t)*p) == COMMAND_NONE);
	for (int c = COMMAND_NONE + 1; c < COMMAND_COUNT; c++)
		check_shown(k, (enum command)c);
	keymap_free(k);
	settings_clear(&settings);
	return 0;
}
