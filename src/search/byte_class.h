/* SPDX-License-Identifier: ISC */
#ifndef IBID_SEARCH_BYTE_CLASS_H
#define IBID_SEARCH_BYTE_CLASS_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The bytes with which the characters of a class begin, as PCRE2 tells when
 * it is asked; where that would take long, all that may.
 */
struct byte_class {
	uint64_t first[4];
};

/*
 * text: a class by itself, "[a-f]" or "\p{Greek}".  False where most bytes
 * begin one, or it cannot be told.
 */
bool byte_class_make(struct byte_class *out, const char *text, size_t len,
    uint32_t options, pcre2_general_context *memory);

#endif
