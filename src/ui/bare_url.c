/* SPDX-License-Identifier: ISC */
#include "bare_url.h"

#include <stdbool.h>
#include <string.h>

/* What a sentence puts behind an address is none of it. */
static size_t
cut_behind(const char *text, size_t len)
{
	while (len > 0 && strchr(".,;:!?)]}'", text[len - 1]))
		len--;
	return len;
}

static size_t
measure_scheme(const char *text)
{
	static const char *const schemes[] = { "http://", "https://" };

	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
		size_t len = strlen(schemes[i]);

		if (strncmp(text, schemes[i], len) == 0)
			return len;
	}
	return 0;
}

static bool
is_ascii(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (text[i] < '!' || text[i] > '~')
			return false;
	}
	return true;
}

void
bare_url_find(struct bare_url *out, const char *text, size_t from)
{
	const char *at = text;

	*out = (struct bare_url){ .len = 0 };
	while ((at = strstr(at, "http")) != NULL) {
		size_t scheme_len = measure_scheme(at);
		size_t span = strcspn(at, " \t\n\"<>");
		size_t len = cut_behind(at, span);

		/* Cut where its end cannot be told, it would lead elsewhere. */
		if (scheme_len > 0 && len > scheme_len && is_ascii(at, span) &&
		    (size_t)(at - text) + len > from) {
			*out = (struct bare_url){ (size_t)(at - text), len };
			return;
		}
		at += scheme_len > 0 ? span : 4;
	}
}
