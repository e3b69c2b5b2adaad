/* SPDX-License-Identifier: ISC */
#include "text/period.h"

#include <string.h>

void
period_add(struct str *out, const char *period)
{
	const char *end = strchr(period, '/');
	size_t len = end ? (size_t)(end - period) : 0;

	if (!end) {
		str_add_text(out, period);
	} else if (strncmp(period, "..", len) == 0) {
		str_add_format(out, "until %s", end + 1);
	} else if (strcmp(end + 1, "..") == 0) {
		str_add_text(out, "from ");
		str_add(out, period, len);
	} else {
		str_add(out, period, len);
		str_add_format(out, " to %s", end + 1);
	}
}
