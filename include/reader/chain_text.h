/* SPDX-License-Identifier: ISC */
#ifndef IBID_READER_CHAIN_TEXT_H
#define IBID_READER_CHAIN_TEXT_H

#include "base/str.h"
#include "model/citation.h"

/*
 * Citations written as collections write them: "[@a, p. 2 <- @b carried;
 * @c <- \"unnamed reports\"]".  Nothing where there are none.
 */
void chain_text_add(struct str *out, const struct citation *citations,
    uint32_t count);

/* "sec. Forced Labor Abroad"; nothing where the step has no locator. */
void chain_text_add_locator(struct str *out, const struct step *step);

#endif
