/* SPDX-License-Identifier: ISC */
#ifndef IBID_BASE_STR_H
#define IBID_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A growing byte string with a limit given when it is made.  data always
 * ends with a NUL that len does not count.  What would pass the limit is
 * not added, and is_cut stays true from then on.
 */
struct str {
	char *data;
	size_t len;
	size_t cap_bytes;
	size_t limit_bytes; /* 0: none */
	bool is_cut;
};

void str_init(struct str *s, size_t limit_bytes);
void str_clear(struct str *s);

/* Empties the string, keeping its memory. */
void str_reset(struct str *s);

void str_add(struct str *s, const char *bytes, size_t len);
void str_add_text(struct str *s, const char *text);
void str_add_char(struct str *s, char c);
void str_add_repeated(struct str *s, char c, size_t count);
void str_add_code_point(struct str *s, int code_point);
void str_add_format(struct str *s, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* FNV-1a, 32 bits (Fowler, Noll, Vo). */
uint32_t str_hash(const char *text);

/*
 * The edit distance of two texts in bytes (insertions, deletions, changes,
 * neighbours swapped: optimal string alignment), or limit + 1 where it is
 * larger than limit; texts beyond 64 bytes count as larger.
 */
size_t str_get_distance(const char *a, size_t a_len, const char *b,
    size_t b_len, size_t limit);

/* The text, now the caller's (free()); the string is empty afterwards. */
char *str_take(struct str *s);

#endif
