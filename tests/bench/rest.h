/* SPDX-License-Identifier: ISC */
#ifndef IBID_REST_H
#define IBID_REST_H

#include "screen.h"

/*
 * Waits for what measures a program on a terminal: nothing may be counted
 * before it is done, however slow a tool like valgrind makes it.
 */

/*
 * Until the program has slept and sent nothing for window_ms.  Where that
 * does not come, the bench ends with a message.
 */
void rest_wait(struct screen *s, int window_ms);

/* Sends keys (see screen_send()) and waits until they have been answered. */
void rest_press(struct screen *s, const char *keys, int window_ms);

#endif
