/* SPDX-License-Identifier: ISC */
#ifndef IBID_ALTERNATIVES_H
#define IBID_ALTERNATIVES_H

#include "base/error.h"
#include "search/pattern.h"

/*
 * The patterns of a command line, made into one: several are alternatives.
 * Each is tried by itself first, so that a fault is told where it stands.
 * STATUS_INVALID: "pattern 2, character 9: ..."; so too where one of several
 * has what means something else beside others (a reference to a group by
 * its number, a verb, a comment).
 */
enum status alternatives_new(struct pattern **out, const char *const *patterns,
    int count, const struct pattern_options *options, struct error *err);

#endif
