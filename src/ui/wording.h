/* SPDX-License-Identifier: ISC */
#ifndef IBID_WORDING_H
#define IBID_WORDING_H

#include "base/str.h"
#include "model/event.h"

/*
 * What records keep in codes and in the names of CSL, in words for whoever
 * reads them.
 */

/* The label of a source's field: "container-title" is "Published in". */
void wording_add_label(struct str *out, const char *field);

/* The text of a field or of a property: "en" is "English". */
const char *wording_get_text(const char *field, const char *text);

/*
 * An event's date in words (see text/period.h), with its precision where that
 * is another: "2000s", "1999 (circa)".  The short one keeps the form of ISO
 * 8601.
 */
void wording_add_date(struct str *out, const struct event *event);
void wording_add_short_date(struct str *out, const struct event *event);

#endif
