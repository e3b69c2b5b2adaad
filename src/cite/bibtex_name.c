/* SPDX-License-Identifier: ISC */
#include "bibtex_text.h"

#include <string.h>
#include <strings.h>

#include "base/utf8.h"

/*
 * "von Last, Jr, First": BibTeX takes words that begin small for a particle,
 * but for the last, commas for what divides the parts, and "and" for what
 * divides the names; braces around a part keep it whole.
 */
static bool
is_given(const char *part)
{
	return part && *part;
}

static bool
is_small(const char *word)
{
	int32_t c;

	utf8_decode(&c, word, word + strlen(word));
	if (c >= 0xDF && c < 0x250)
		return !utf8_is_upper(c);
	return c >= 'a' && c <= 'z';
}

/* A comma, or "and", or what is said instead of further names. */
static bool
divides(const char *part)
{
	const char *p = part;

	if (strchr(part, ',') || strcasecmp(part, "others") == 0)
		return true;
	for (; *p; p += strcspn(p, " ")) {
		p += strspn(p, " ");
		if (strncasecmp(p, "and", 3) == 0 && (!p[3] || p[3] == ' '))
			return true;
	}
	return false;
}

/* A word before the last begins small. */
static bool
has_particle(const char *family)
{
	const char *space;

	for (; (space = strchr(family, ' ')) != NULL; family = space + 1) {
		if (is_small(family) && space[1])
			return true;
	}
	return false;
}

static void
add_part(struct str *out, const char *part, bool is_whole)
{
	if (is_whole)
		str_add_char(out, '{');
	bibtex_add_text(out, part, false);
	if (is_whole)
		str_add_char(out, '}');
}

/* "van der "; one that ends in an apostrophe, "d'", stands right there. */
static void
add_particle(struct str *out, const char *particle)
{
	size_t len;

	if (!is_given(particle))
		return;
	bibtex_add_text(out, particle, false);
	len = strlen(particle);
	if (particle[len - 1] != '\'' &&
	    (len < 3 || strcmp(particle + len - 3, "\u2019") != 0))
		str_add_char(out, ' ');
}

/* A body, or a person with one name: in one piece. */
static void
add_whole(struct str *out, const struct csl_name *n)
{
	const char *const parts[] = { n->literal, n->given,
		n->dropping_particle, n->non_dropping_particle, n->family,
		n->suffix };
	struct str whole;

	str_init(&whole, 0);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		if (!is_given(parts[i]))
			continue;
		if (whole.len > 0)
			str_add_char(&whole, ' ');
		str_add_text(&whole, parts[i]);
	}
	add_part(out, whole.data,
	    is_given(n->literal) || strchr(whole.data, ' ') ||
		divides(whole.data));
	str_clear(&whole);
}

static void
add_name(struct str *out, const struct csl_name *n)
{
	if (is_given(n->literal) || !is_given(n->family) ||
	    !is_given(n->given)) {
		add_whole(out, n);
		return;
	}
	add_particle(out, n->dropping_particle);
	add_particle(out, n->non_dropping_particle);
	add_part(out, n->family, divides(n->family) || has_particle(n->family));
	str_add_text(out, ", ");
	if (is_given(n->suffix)) {
		add_part(out, n->suffix, divides(n->suffix));
		str_add_text(out, ", ");
	}
	add_part(out, n->given, divides(n->given));
}

void
bibtex_add_names(struct str *out, const struct csl_names *names)
{
	for (uint32_t i = 0; i < names->count; i++) {
		if (i > 0)
			str_add_text(out, " and ");
		add_name(out, &names->names[i]);
	}
}
