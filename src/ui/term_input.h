/* SPDX-License-Identifier: ISC */
#ifndef IBID_TERM_INPUT_H
#define IBID_TERM_INPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "term.h"

/*
 * What a terminal sends, decoded to keys; it knows nothing of a terminal
 * but bytes.  Sequences are those of ECMA-48 as xterm, the Linux console,
 * rxvt and the like use them, and those that the terminal's description
 * names besides.
 */
enum { INPUT_SIZE_BYTES = 256, INPUT_NAMED_LIMIT = 32 };

struct input_named {
	const char *bytes; /* lent */
	uint32_t key;
};

struct input {
	unsigned char bytes[INPUT_SIZE_BYTES]; /* that came and were not taken */
	size_t len;
	bool is_utf8;
	bool is_pasting;
	struct input_named named[INPUT_NAMED_LIMIT];
	size_t named_count;
};

/* A sequence of the terminal's description; NULL and control characters,
 * which are keys of their own, are passed over. */
void input_add_named(struct input *in, const char *bytes, uint32_t key);

/* Room for more bytes, at input->bytes + input->len. */
size_t input_get_room(const struct input *in);

/*
 * Takes the next key.  False where there is none, or where what is there
 * may go on: then input_is_waiting() says so, and the call that says is_late
 * takes it as it stands.  Bytes that mean nothing are passed over.
 */
bool input_next(struct input *in, struct key_event *out, bool is_late);

/* Whether bytes wait for those that belong to them. */
bool input_is_waiting(const struct input *in);

/* Ends a paste whose end never came. */
void input_end_paste(struct input *in, struct key_event *out);

#endif
