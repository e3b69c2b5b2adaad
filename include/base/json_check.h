/* SPDX-License-Identifier: ISC */
#ifndef IBID_BASE_JSON_CHECK_H
#define IBID_BASE_JSON_CHECK_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Whether a text is JSON (RFC 8259) and nothing else, in UTF-8 and nested at
 * most 64 deep.  Used before a library reads what others wrote, and before
 * what a collection keeps as JSON is printed inside ours.
 */
bool json_check_is_object(const char *text, size_t len);

/* Whether a text is no JSON; *out: at which byte that shows. */
bool json_check_find_fault(size_t *out, const char *text, size_t len);

#endif
