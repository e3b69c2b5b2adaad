/* SPDX-License-Identifier: ISC */
#ifndef IBID_MARKDOWN_BLOCK_H
#define IBID_MARKDOWN_BLOCK_H

#include <md4c.h>

/* md4c's calls about blocks; context is a struct markdown_reader. */
int markdown_block_enter(MD_BLOCKTYPE type, void *detail, void *context);
int markdown_block_leave(MD_BLOCKTYPE type, void *detail, void *context);

#endif
