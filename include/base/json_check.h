/* SPDX-License-Identifier: ISC */
#ifndef IBID_BASE_JSON_CHECK_H
#define IBID_BASE_JSON_CHECK_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Whether the text is one JSON object (RFC 8259) and nothing else, nested
 * at most 64 deep: what a collection keeps as JSON is printed inside ours
 * as it is, so that it must be sound.
 */
bool json_check_is_object(const char *text, size_t len);

#endif
