/* SPDX-License-Identifier: ISC */
#ifndef IBID_TERM_KIND_H
#define IBID_TERM_KIND_H

#include <stdbool.h>

#include "clipboard.h"
#include "reader/settings.h"

/* What the environment tells about the terminal; nothing is asked of it. */

/* Whether it is known to have links (OSC 8); what lies between us and it,
 * as tmux, must be known too, so there the answer is no. */
bool kind_has_links(void);

/* The background that $COLORFGBG tells, or unknown. */
enum setting_background kind_find_background(void);

/*
 * How its clipboard is reached.  One of a kind that has none, or that is
 * not known to keep a long sequence off its screen, gets nothing.
 */
enum clipboard_way kind_find_clipboard(const char *name);

/* Whether it is of the xterm kind by its name, and so has pastes. */
bool kind_is_xterm(const char *name);

#endif
