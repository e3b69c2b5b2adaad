/* SPDX-License-Identifier: ISC */
#include "model/number_form.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#define NO_BREAK "\xC2\xA0"            /* U+00A0 */
#define NARROW_NO_BREAK "\xE2\x80\xAF" /* U+202F */
#define APOSTROPHE "\xE2\x80\x99"      /* U+2019 */

static const struct number_form english = { ",", ".", 4 };
static const struct number_form comma_after_dots = { ".", ",", 4 };
static const struct number_form dots_from_five = { ".", ",", 5 };
static const struct number_form spaces = { NO_BREAK, ",", 4 };
static const struct number_form spaces_from_five = { NO_BREAK, ",", 5 };
static const struct number_form narrow_spaces = { NARROW_NO_BREAK, ",", 4 };
static const struct number_form swiss = { APOSTROPHE, ".", 4 };

/* A language's own rows stand beside those of its regions that differ. */
static const struct {
	const char *tag;
	const struct number_form *form;
} forms[] = {
	{ "af", &spaces },
	{ "be", &spaces_from_five },
	{ "bg", &spaces_from_five },
	{ "bs", &comma_after_dots },
	{ "ca", &comma_after_dots },
	{ "cs", &spaces },
	{ "da", &comma_after_dots },
	{ "de", &comma_after_dots },
	{ "de-AT", &spaces },
	{ "de-CH", &swiss },
	{ "de-LI", &swiss },
	{ "el", &comma_after_dots },
	{ "en-ZA", &spaces },
	{ "es", &dots_from_five },
	{ "es-MX", &english },
	{ "es-US", &english },
	{ "et", &spaces_from_five },
	{ "eu", &comma_after_dots },
	{ "fi", &spaces },
	{ "fr", &narrow_spaces },
	{ "fr-CA", &spaces },
	{ "gl", &comma_after_dots },
	{ "hr", &comma_after_dots },
	{ "hu", &spaces_from_five },
	{ "hy", &spaces },
	{ "id", &comma_after_dots },
	{ "is", &comma_after_dots },
	{ "it", &dots_from_five },
	{ "it-CH", &swiss },
	{ "ka", &spaces_from_five },
	{ "kk", &spaces },
	{ "lt", &spaces },
	{ "lv", &spaces_from_five },
	{ "mk", &comma_after_dots },
	{ "nb", &spaces },
	{ "nl", &comma_after_dots },
	{ "nn", &spaces },
	{ "no", &spaces },
	{ "pl", &spaces_from_five },
	{ "pt", &comma_after_dots },
	{ "pt-PT", &spaces_from_five },
	{ "ro", &comma_after_dots },
	{ "ru", &spaces },
	{ "sk", &spaces },
	{ "sl", &comma_after_dots },
	{ "sq", &spaces },
	{ "sr", &comma_after_dots },
	{ "sv", &spaces },
	{ "tr", &comma_after_dots },
	{ "uk", &spaces },
	{ "vi", &comma_after_dots },
};

enum { FORM_COUNT = sizeof forms / sizeof *forms };

static char
to_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Tags are the same in capitals, and with "_" as POSIX has them. */
static bool
is_tag(const char *tag, const char *language, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		char c = language[i] == '_' ? '-' : to_lower(language[i]);

		if (to_lower(tag[i]) != c)
			return false;
	}
	return tag[len] == '\0';
}

const struct number_form *
number_form_get(const char *language)
{
	size_t len = strlen(language);

	while (len > 0) {
		for (size_t i = 0; i < FORM_COUNT; i++) {
			if (is_tag(forms[i].tag, language, len))
				return forms[i].form;
		}
		do
			len--;
		while (len > 0 && language[len] != '-' && language[len] != '_');
	}
	return &english;
}
