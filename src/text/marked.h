/* SPDX-License-Identifier: ISC */
#ifndef IBID_MARKED_H
#define IBID_MARKED_H

#include <stdint.h>

#include "base/str.h"
#include "model/passage.h"

/*
 * Adds the bytes from to to of a passage, cleaned, with the marks of its
 * citations ("[1,2]") and the addresses of its links spliced in.
 */
void marked_add(struct str *out, const struct page *page,
    const struct passage *p, uint32_t from, uint32_t to, unsigned clean);

#endif
