/* SPDX-License-Identifier: ISC */
#ifndef IBID_RECORD_ROW_H
#define IBID_RECORD_ROW_H

#include "reader/session.h"

/*
 * The row of a figure, event, source or disagreement by its name, which is
 * what places keep of it.
 */
enum status record_row_find(int64_t *out, struct collection *c,
    enum record_kind kind, const char *name, struct arena *arena,
    struct error *err);

#endif
