/* SPDX-License-Identifier: ISC */
#include "numeral.h"

#include <string.h>

#include "numeral_token.h"

/*
 * Ranges of pages.  A number is a prefix and the digits at its end; only of
 * two with the same prefix is the second written out or cut.
 */
enum { DIGITS_LIMIT = 24 };

struct number {
	const char *prefix;
	size_t prefix_len;
	char digits[DIGITS_LIMIT];
	size_t len; /* 0: not a number that ends in digits */
};

static void
read_number(struct number *n, const struct numeral_token *t)
{
	size_t at = t->len;

	*n = (struct number){ .prefix = t->text };
	while (at > 0 && t->text[at - 1] >= '0' && t->text[at - 1] <= '9')
		at--;
	n->prefix_len = at;
	if (t->kind == NUMERAL_ROMAN || t->len - at > DIGITS_LIMIT)
		return;
	n->len = t->len - at;
	memcpy(n->digits, t->text + at, n->len);
}

/* Gives the second number the digits that it leaves to the first. */
static void
expand(struct number *second, const struct number *first)
{
	size_t missing;

	if (second->len >= first->len)
		return;
	missing = first->len - second->len;
	memmove(second->digits + missing, second->digits, second->len);
	memcpy(second->digits, first->digits, missing);
	second->len = first->len;
}

static bool
is_less(const struct number *a, const struct number *b)
{
	if (a->len != b->len)
		return a->len < b->len;
	return memcmp(a->digits, b->digits, a->len) < 0;
}

static size_t
count_equal(const struct number *a, const struct number *b)
{
	size_t count = 0;

	if (a->len != b->len)
		return 0;
	while (count < a->len && a->digits[count] == b->digits[count])
		count++;
	return count;
}

/* The Chicago Manual of Style, 17th edition, 9.61; four digits of which
 * three change are written out by the 15th. */
static size_t
cut_chicago(const struct number *a, size_t equal,
    enum numeral_page_format format)
{
	const char *last_two = a->digits + a->len - 2;

	if (a->len < 3 || memcmp(last_two, "00", 2) == 0)
		return 0;
	if (last_two[0] == '0')
		return equal;
	if (format == NUMERAL_PAGE_CHICAGO_15 && a->len == 4 && equal == 1)
		return 0;
	return equal > a->len - 2 ? a->len - 2 : equal;
}

/* How many digits of the second number are left out. */
static size_t
get_cut(const struct number *a, const struct number *b,
    enum numeral_page_format format)
{
	size_t equal = count_equal(a, b);

	switch (format) {
	case NUMERAL_PAGE_MINIMAL:
		return equal;
	case NUMERAL_PAGE_MINIMAL_TWO:
		if (b->len < 2)
			return 0;
		return equal > b->len - 2 ? b->len - 2 : equal;
	case NUMERAL_PAGE_CHICAGO_15:
	case NUMERAL_PAGE_CHICAGO_16:
		return cut_chicago(a, equal, format);
	default:
		return 0;
	}
}

static void
add_as_is(struct str *out, const struct numeral_token *from,
    const char *delimiter, const struct numeral_token *to)
{
	numeral_add_raw(out, from->text, from->len);
	str_add_text(out, delimiter);
	numeral_add_raw(out, to->text, to->len);
}

static void
add_range(struct str *out, const struct numeral_token *from,
    const struct numeral_token *to, enum numeral_page_format format,
    const char *delimiter)
{
	struct number a, b;
	size_t cut;

	read_number(&a, from);
	read_number(&b, to);
	if (format == NUMERAL_PAGE_AS_IS || a.len == 0 || b.len == 0) {
		add_as_is(out, from, delimiter, to);
		return;
	}
	if (a.prefix_len != b.prefix_len ||
	    memcmp(a.prefix, b.prefix, a.prefix_len) != 0) {
		add_as_is(out, from, "-", to);
		return;
	}
	expand(&b, &a);
	if (!is_less(&a, &b)) {
		add_as_is(out, from, delimiter, to);
		return;
	}
	cut = get_cut(&a, &b, format);
	numeral_add_raw(out, from->text, from->len);
	str_add_text(out, delimiter);
	if (cut == 0 && format == NUMERAL_PAGE_EXPANDED)
		str_add(out, b.prefix, b.prefix_len);
	str_add(out, b.digits + cut, b.len - cut);
}

/* Whether t, then what stands at text, is a range of two; it moves on. */
static bool
take_range(struct numeral_token *to, const struct numeral_token *t,
    const char **text)
{
	struct numeral_token hyphen, next;
	const char *p = *text, *behind;

	if (!numeral_next(&hyphen, &p) || hyphen.kind != NUMERAL_SEPARATOR ||
	    hyphen.separator != '-' || !numeral_next(to, &p) ||
	    !numeral_is_range(t, to))
		return false;
	behind = p;
	if (numeral_next(&next, &behind) && next.separator == '-')
		return false;
	*text = p;
	return true;
}

/* The rest of a chain of hyphens: 978-3-16. */
static void
add_chain(struct str *out, const char **text)
{
	struct numeral_token t;
	const char *p = *text;

	while (numeral_next(&t, &p) && t.kind == NUMERAL_SEPARATOR &&
	    t.separator == '-') {
		numeral_add_raw(out, t.text, t.len);
		*text = p;
		if (!numeral_next(&t, &p))
			return;
		numeral_add_raw(out, t.text, t.len);
		*text = p;
	}
}

void
numeral_add_pages(struct str *out, const char *pages,
    enum numeral_page_format format, const char *delimiter)
{
	struct numeral_token t, to;
	size_t start = out->len;

	while (numeral_next(&t, &pages)) {
		if (t.kind == NUMERAL_SPACE && (out->len == start || !*pages))
			continue; /* at an end */
		if (t.kind == NUMERAL_SEPARATOR) {
			numeral_add_separator(out, &t);
		} else if (numeral_is_countable(&t) &&
		    take_range(&to, &t, &pages)) {
			add_range(out, &t, &to, format, delimiter);
		} else {
			numeral_add_raw(out, t.text, t.len);
			add_chain(out, &pages);
		}
	}
}

void
numeral_add_first_page(struct str *out, const char *pages)
{
	struct numeral_token t;

	while (numeral_next(&t, &pages) && t.kind != NUMERAL_SEPARATOR)
		numeral_add_raw(out, t.text, t.len);
}
