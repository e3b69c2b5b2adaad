/* SPDX-License-Identifier: ISC */
#ifndef IBID_CITE_TEXT_H
#define IBID_CITE_TEXT_H

#include "cite/rich.h"
#include "cite_request.h"

/* What a style made, on one line: parts that a style sets apart on a page
 * are divided by a space. */

void cite_text_add(struct str *out, const struct rich *text,
    enum cite_markup markup);

/* Writes it; a terminal shows plain text with its looks. */
void cite_text_write(struct output *out, const struct rich *text,
    enum cite_markup markup);

#endif
