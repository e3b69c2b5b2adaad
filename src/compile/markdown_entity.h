/* SPDX-License-Identifier: ISC */
#ifndef IBID_MARKDOWN_ENTITY_H
#define IBID_MARKDOWN_ENTITY_H

#include <stddef.h>
#include <stdint.h>

/*
 * The character of an entity as md4c hands it over ("&eacute;", "&#233;",
 * "&#xE9;").  -1 for a name that we do not know, -2 for a number that is no
 * character, or one that no text should hold: a control, an invisible one.
 */
int32_t markdown_entity_decode(const char *text, size_t len);

#endif
