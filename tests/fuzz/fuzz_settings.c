/* SPDX-License-Identifier: ISC */

/*
 * Any bytes as a settings file: what is read keeps within what there is to
 * choose from, and an error names the file and a line.
 */
#include "fuzz.h"

#include <string.h>
#include <unistd.h>

#include "reader/settings.h"

static void
write_file(char *path, const uint8_t *data, size_t size)
{
	int fd = mkstemp(path);

	REQUIRE(fd >= 0);
	REQUIRE(write(fd, data, size) == (ssize_t)size);
	close(fd);
}

static void
check_bindings(const char *lines)
{
	while (*lines) {
		REQUIRE(*lines >= '0' && *lines <= '9');
		lines += strspn(lines, "0123456789");
		REQUIRE(*lines == ' ');
		lines = strchr(lines, '\n');
		REQUIRE(lines);
		lines++;
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char path[] = "/tmp/ibid-fuzz-settings-XXXXXX";
	struct settings s;
	unsigned lines = 0;
	const char *c;

	write_file(path, data, size);
	settings_init(&s);
	settings_read(&s, path);
	unlink(path);
	REQUIRE(s.graphic <= SETTING_SKIP);
	REQUIRE(s.keys <= PROFILE_INFO);
	REQUIRE(s.background <= BACKGROUND_LIGHT);
	REQUIRE(s.line == 0);
	if (!s.bindings.is_cut)
		check_bindings(s.bindings.data);
	for (c = s.faults.data; *c; c = strchr(c, '\n') + 1) {
		REQUIRE(strncmp(c, s.file.data, s.file.len) == 0);
		REQUIRE(strchr(c, '\n'));
		lines++;
	}
	REQUIRE(lines <= s.fault_count);
	settings_clear(&s);
	return 0;
}
