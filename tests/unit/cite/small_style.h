/* SPDX-License-Identifier: ISC */
#ifndef IBID_TESTS_SMALL_STYLE_H
#define IBID_TESTS_SMALL_STYLE_H

#include "cite/cite.h"
#include "model/csl.h"

/*
 * What a few lines of CSL print for an item.  before stands before
 * cs:citation (macros, locales), options are attributes of cs:style.
 */
struct small_style {
	const char *options, *before, *layout;
};

/* As a citation of the item; the caller's. */
char *small_style_print(const struct small_style *s,
    const struct csl_item *item, const struct cite_part *part);

/* The fault that the processor had with it is put into fault. */
char *small_style_print_fault(const struct small_style *s,
    const struct csl_item *item, bool *fault);

#endif
