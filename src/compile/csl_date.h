/* SPDX-License-Identifier: ISC */
#ifndef IBID_CSL_DATE_H
#define IBID_CSL_DATE_H

#include "csl_reader.h"
#include "store/collection_writer.h"

/*
 * Reads the value of a date variable: date-parts (one or two), or a raw or
 * EDTF text, which is taken apart where it is an ISO 8601 date or interval
 * and otherwise kept as a literal; or a literal.  False where it is no date
 * (and said).
 */
bool csl_date_read(struct source_date *out, struct csl_reader *r,
    const struct json_view *view);

#endif
