/* SPDX-License-Identifier: ISC */
#ifndef IBID_EFFORT_H
#define IBID_EFFORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * What may be done at once, that no key waits long: so much time for any
 * work, and of a page in which a match is looked for so many bytes of its
 * texts and slices of what is not laid out yet.
 */
enum { EFFORT_US = 8000 };

struct effort {
	size_t bytes;
	int slices; /* the caller takes them */
	int64_t until_us;
};

struct effort effort_begin(int slices);

/* A text of len bytes is looked through. */
void effort_spend(struct effort *e, size_t len);
bool effort_is_over(const struct effort *e);

#endif
