/* SPDX-License-Identifier: ISC */
#ifndef IBID_CSL_ITEM_H
#define IBID_CSL_ITEM_H

#include "csl_json.h"
#include "csl_reader.h"

/*
 * Reads one item, but for its json.  False where it has no id, so that
 * nothing can cite it (and said).
 */
bool csl_item_read(struct csl_item *out, struct csl_reader *r,
    const struct json_view *view);

/* The value of a variable, or "". */
const char *csl_item_get_variable(const struct csl_item *item,
    const char *variable);

#endif
