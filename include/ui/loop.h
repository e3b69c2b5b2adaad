/* SPDX-License-Identifier: ISC */
#ifndef IBID_UI_LOOP_H
#define IBID_UI_LOOP_H

#include "base/error.h"
#include "reader/session.h"

/*
 * The application on a screen: opens the terminal, shows where (NULL: home;
 * otherwise a topic's slug, kind:slug or +/PATTERN), and runs until it is left.
 * The terminal is as it was when this returns, whatever the status.
 */
enum status loop_run(struct session *session, const char *where,
    struct error *err);

#endif
