/* SPDX-License-Identifier: ISC */
#ifndef IBID_MARKDOWN_INLINE_H
#define IBID_MARKDOWN_INLINE_H

#include <md4c.h>

/* md4c's calls about spans and text; context is a struct markdown_reader. */
int markdown_inline_enter(MD_SPANTYPE type, void *detail, void *context);
int markdown_inline_leave(MD_SPANTYPE type, void *detail, void *context);
int markdown_inline_add(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size,
    void *context);

#endif
