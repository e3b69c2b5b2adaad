/* SPDX-License-Identifier: ISC */
#ifndef IBID_BEHIND_H
#define IBID_BEHIND_H

#include "model/passage.h"
#include "text/plain.h"

/*
 * What stands behind a page: how many documents and origins (editor's notes
 * apart), then each mark once, with its chain of sources.  of says what it
 * is ("page", "figure").  Nothing where nothing is cited.
 */
void behind_write(const struct plain_writer *w, const struct page *page,
    const char *of);

#endif
