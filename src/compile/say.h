/* SPDX-License-Identifier: ISC */
#ifndef IBID_SAY_H
#define IBID_SAY_H

#include <stdbool.h>
#include <stdio.h>

/*
 * Everything that the compiler prints goes through here: names of files and
 * what stands in them may hold anything, and a line stays a line.
 */

/* Whether the locale that was set cannot show UTF-8. */
bool say_is_ascii(void);

/*
 * Prints a line and its line feed.  What is no character to be seen becomes
 * visible, as <U+0007>; is_ascii transliterates.
 */
void say_line(FILE *to, bool is_ascii, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
