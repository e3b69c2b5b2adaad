/* SPDX-License-Identifier: ISC */
#ifndef IBID_CSL_LABEL_H
#define IBID_CSL_LABEL_H

#include "base/arena.h"
#include "csl_json.h"

/*
 * Fills title, label and year of an item from what was read of it: short,
 * plain texts of one line, without the markup that CSL allows in values.
 */
void csl_label_fill(struct csl_item *item, struct arena *arena);

#endif
