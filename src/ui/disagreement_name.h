/* SPDX-License-Identifier: ISC */
#ifndef IBID_DISAGREEMENT_NAME_H
#define IBID_DISAGREEMENT_NAME_H

#include "base/str.h"
#include "reader/session.h"

/*
 * What places call a disagreement, which has no slug: its number and, since
 * that is another in the next edition, its kind and its members,
 * "12 dating event:famine;source:davis".
 */
void disagreement_name_add(struct str *out, const struct disagreement *d);

/*
 * By such a name, also one that was cut, or by the number alone.
 * STATUS_NOT_FOUND where none has it.
 */
enum status disagreement_name_find(struct disagreement *out,
    struct collection *c, const char *name, struct arena *arena,
    struct error *err);

#endif
