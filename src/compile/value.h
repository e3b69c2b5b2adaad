/* SPDX-License-Identifier: ISC */
#ifndef IBID_VALUE_H
#define IBID_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/*
 * A text value, whose escapes YAML and JSON have resolved, as the
 * collection keeps it: in NFC, without control characters.
 */

/*
 * Copies well-formed text to the arena.  NULL where it has a control
 * character, which *control receives; in a long text line feeds and tabs
 * are none, and CRLF becomes LF.
 */
const char *value_copy(int32_t *control, const char *text, size_t len,
    bool is_long, struct arena *arena);

#endif
