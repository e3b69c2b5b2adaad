/* SPDX-License-Identifier: ISC */
#ifndef IBID_KEYMAP_H
#define IBID_KEYMAP_H

#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/str.h"
#include "command.h"
#include "reader/settings.h"

/*
 * Keys to commands: the table of commands in the reader's profile, then the
 * reader's own `bind` lines.  Digits are counts and are never bound.
 */
struct keymap;

/* STATUS_INVALID names the first `bind` line that is wrong; *out is made
 * all the same, without it. */
enum status keymap_new(struct keymap **out, const struct settings *settings,
    struct error *err);
void keymap_free(struct keymap *k);

/* Adds each `bind` line that is wrong to the faults of the settings. */
void keymap_add_faults(struct settings *settings);

/* Binds one more, "KEY COMMAND"; STATUS_INVALID says what is wrong. */
enum status keymap_bind(struct keymap *k, const char *line, struct error *err);

/* COMMAND_NONE where the key (enum key, with modifiers) is not bound. */
enum command keymap_find(const struct keymap *k, uint32_t key);

/* The keys of a command as they are shown, "j Down ^N"; lent. */
void keymap_add_keys(struct str *out, const struct keymap *k,
    enum command command);

/* The first of them, for hints: "?" ; "" where none. */
void keymap_add_first_key(struct str *out, const struct keymap *k,
    enum command command);

/* "^F", "A-Left", "Space", "PgDn" to a key; 0 where it is none. */
uint32_t keymap_parse_key(const char *name, size_t len);

#endif
