/* SPDX-License-Identifier: ISC */
#ifndef IBID_GRAPHIC_H
#define IBID_GRAPHIC_H

#include "base/str.h"
#include "view.h"

/*
 * What lists show of texts marked as graphic: themselves, or a word that
 * says they are folded, as the reader has it.
 */
bool graphic_is_folded(struct app *app, bool is_graphic);
void graphic_add(struct str *out, struct app *app, bool is_graphic,
    const char *text);

#endif
