/* SPDX-License-Identifier: ISC */

/*
 * Any bytes from a terminal: every one is taken in the end, keys are keys
 * and no control characters, and a paste that has begun ends.
 */
#include "fuzz.h"

#include <string.h>

#include "base/utf8.h"
#include "ui/term_input.h"

static void
check(const struct input *in, const struct key_event *event)
{
	uint32_t plain = event->key & ~(uint32_t)(KEY_ALT | KEY_CONTROL);

	REQUIRE(event->row >= 0 && event->col >= 0);
	if (plain > KEY_NAMED)
		REQUIRE(plain < KEY_HANG_UP && plain != KEY_NONE_YET &&
		    plain != KEY_RESIZED);
	else
		REQUIRE(plain <= 0x10FFFF && !utf8_is_control((int32_t)plain) &&
		    (plain < 0xD800 || plain > 0xDFFF));
	REQUIRE(event->key != KEY_PASTE_BEGIN || in->is_pasting);
}

static void
take(struct input *in, bool is_late)
{
	struct key_event event;

	while (input_next(in, &event, is_late))
		check(in, &event);
	REQUIRE(!is_late || !input_is_waiting(in));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct input in = { .is_utf8 = true };
	size_t step = size > 0 ? 1 + data[0] % 40 : 1;

	input_add_named(&in, "\x1B[M", KEY_FUNCTION_1);
	input_add_named(&in, "\x1B[Mx", KEY_FUNCTION_1 + 1);
	for (size_t at = 0; at < size; at += step) {
		size_t len = size - at < step ? size - at : step;

		REQUIRE(input_get_room(&in) >= len);
		memcpy(in.bytes + in.len, data + at, len);
		in.len += len;
		take(&in, data[at] % 7 == 0);
		REQUIRE(in.len < 64);
	}
	take(&in, true);
	return 0;
}
