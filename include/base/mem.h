/* SPDX-License-Identifier: ISC */
#ifndef IBID_BASE_MEM_H
#define IBID_BASE_MEM_H

#include <stddef.h>

/*
 * Allocation that cannot fail: on exhaustion the exit hook runs (the screen
 * gives the terminal back there), one line goes to stderr, and the program
 * ends with status 2.  What is returned is released with free().
 */
void *mem_alloc(size_t size_bytes);

/* An array of count zeroed elements; overflow of the product ends as above. */
void *mem_alloc_array(size_t count, size_t size_bytes);

/* Like realloc() for an array; a NULL pointer starts a new one. */
void *mem_resize_array(void *old, size_t count, size_t size_bytes);

/* A copy of a string; NULL gives NULL. */
char *mem_copy_text(const char *text);

/*
 * For a program that stays: what is large goes back to the system when it is
 * freed, however much was freed before.
 */
void mem_give_back(void);

/* Runs before the program ends for lack of memory; NULL for none. */
void mem_set_exit_hook(void (*hook)(void));

#endif
