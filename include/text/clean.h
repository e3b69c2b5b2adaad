/* SPDX-License-Identifier: ISC */
#ifndef IBID_TEXT_CLEAN_H
#define IBID_TEXT_CLEAN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/*
 * The filter between text from anywhere and a place where it is read: a
 * pipe, a terminal, a message.  What comes out holds no control character
 * but tab and line feed.
 */
enum clean_flag {
	/*
	 * For a terminal: bidirectional controls become visible as
	 * <U+202E>, other invisible characters go, and so do combining
	 * marks beyond the first few of a cluster.
	 */
	CLEAN_TERMINAL = 1,
	/* Transliterated to ASCII, for a locale without UTF-8. */
	CLEAN_ASCII = 2,
	/* Tabs and line feeds become spaces. */
	CLEAN_ONE_LINE = 4,
	/*
	 * With CLEAN_TERMINAL, for messages, where what cannot be seen can
	 * be the matter: what would go, tabs and line feeds become visible.
	 */
	CLEAN_VISIBLE = 8
};

/* Whether every byte is printable ASCII; such text needs no filter. */
bool clean_is_plain(const char *text, size_t len);

/*
 * Adds the text to out as the flags say.  Control characters become visible
 * as <U+001B>, ill-formed bytes U+FFFD.
 */
void clean_add(struct str *out, const char *text, size_t len, unsigned flags);

#endif
