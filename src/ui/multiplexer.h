/* SPDX-License-Identifier: ISC */
#ifndef IBID_MULTIPLEXER_H
#define IBID_MULTIPLEXER_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Hands a text to the tmux that we run in, as a buffer of its own and for
 * the clipboard of its terminal.  As it is set up when nobody set it up, it
 * takes that from its own command alone (set-clipboard external) and nothing
 * from the programs in it.  False where it did not take it.
 */
bool multiplexer_give(const char *text, size_t len);

#endif
