/* SPDX-License-Identifier: ISC */
#ifndef IBID_CSL_NAME_H
#define IBID_CSL_NAME_H

#include "csl_reader.h"
#include "store/collection_writer.h"

/*
 * Reads one name of a name variable.  False where it is none (and said).
 */
bool csl_name_read(struct source_name *out, struct csl_reader *r,
    const struct json_view *view);

#endif
