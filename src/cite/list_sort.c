/* SPDX-License-Identifier: ISC */
#include "lists.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "piece_case.h"

/*
 * Sorting by cs:key: the keys of each context are rendered once, folded, and
 * compared as bytes; what is empty stands last in either direction.
 * Source: CSL 1.0.2 specification, "Sorting".
 */
enum { KEYS_MAX = 16 };

struct sorter {
	style_node keys[KEYS_MAX];
	bool is_descending[KEYS_MAX];
	uint32_t count;
};

struct row {
	const struct sorter *sorter;
	const char *keys[KEYS_MAX]; /* NULL: empty */
	uint32_t index;
};

static struct sorter
read_sorter(const struct style *s, style_node sort)
{
	struct sorter out = { 0 };
	style_node n = style_get_child(s, sort);

	for (; n != STYLE_NODE_NONE && out.count < KEYS_MAX;
	     n = style_get_next(s, n)) {
		if (style_get_element(s, n) != STYLE_KEY)
			continue;
		out.is_descending[out.count] = style_get_word(s, n,
						   STYLE_AT_SORT) ==
		    STYLE_WORD_DESCENDING;
		out.keys[out.count++] = n;
	}
	return out;
}

/* Letters that no decomposition makes plain, as most languages of Latin
 * script sort them. */
static const char *
get_plain_letters(int32_t c)
{
	static const struct {
		int32_t letter;
		const char *plain;
	} letters[] = { { 0xDF, "ss" }, { 0xE6, "ae" }, { 0xF0, "d" },
		{ 0xF8, "o" }, { 0xFE, "th" }, { 0x111, "d" }, { 0x127, "h" },
		{ 0x131, "i" }, { 0x142, "l" }, { 0x153, "oe" } };

	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
		if (letters[i].letter == c)
			return letters[i].plain;
	}
	return NULL;
}

static bool
is_letter(int32_t c)
{
	if (c < 0x80)
		return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
		    (c >= 'A' && c <= 'Z');
	return c >= 0xC0 && (c < 0x2000 || c > 0x206F) &&
	    (c < 0x3000 || c > 0x303F) && c != 0xD7 && c != 0xF7 &&
	    (c < 0x2B0 || c > 0x2FF);
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_minus(const struct str *before, const char *at, const char *end)
{
	return (before->len == 0 || before->data[before->len - 1] == ' ') &&
	    at + 1 < end && is_digit(at[1]);
}

/* White space does, and a mark between two numbers: 25/63, 2001-2002. */
static bool
parts(const struct str *before, int32_t c, const char *behind, const char *end)
{
	char last = before->data[before->len - 1];

	if (piece_is_white(c))
		return last != ' ';
	return is_digit(last) && behind < end && is_digit(*behind);
}

/*
 * Without case and marks.  Punctuation is passed over, so that "U.S. Congress"
 * stands behind "United Nations" where a reader looks for it; a minus before a
 * number stays.
 */
static void
add_folded(struct str *out, const char *text, size_t len)
{
	struct str folded;
	const char *at, *end;

	str_init(&folded, 0);
	utf8_add_casefold(&folded, text, len);
	at = folded.len > 0 ? folded.data : "";
	end = at + folded.len;
	while (at < end) {
		int32_t c;
		size_t size = utf8_decode(&c, at, end);
		const char *plain = get_plain_letters(c);

		if (plain != NULL)
			str_add_text(out, plain);
		else if (is_letter(c))
			str_add(out, at, size);
		else if (c == '-' && is_minus(out, at, end))
			str_add_char(out, '-');
		else if (out->len > 0 && parts(out, c, at + size, end))
			str_add_char(out, ' ');
		at += size;
	}
	str_clear(&folded);
}

/* Dates and numbers sort as they are, texts folded. */
static bool
is_exact(const struct style *s, style_node key)
{
	uint32_t count = 0;
	const uint16_t *list = style_get_list(s, key, STYLE_AT_VARIABLE,
	    &count);

	return count > 0 &&
	    (csl_is_date((enum csl_variable)list[0]) ||
		csl_is_number((enum csl_variable)list[0]));
}

static const char *
make_key(struct cite *c, const struct cite_context *context, style_node key,
    struct arena *arena)
{
	const struct piece *p = cite_render_key(c, context, key);
	const char *text;
	struct str folded;

	if (p == NULL)
		return NULL;
	text = lists_get_plain(c, p, &c->arena);
	str_init(&folded, 0);
	if (!is_exact(c->style, key))
		add_folded(&folded, text, strlen(text));
	if (folded.len == 0)
		str_add_text(&folded, text);
	text = folded.len > 0 ? arena_copy(arena, folded.data, folded.len) :
				NULL;
	str_clear(&folded);
	arena_reset(&c->arena);
	return text;
}

static size_t
count_digits(const char *text)
{
	size_t count = 0;

	while (is_digit(text[count]))
		count++;
	return count;
}

/* Bytes, but numbers by their value: 9 before 10. */
static int
compare_keys(const char *a, const char *b)
{
	while (*a != '\0' && *b != '\0') {
		size_t x = count_digits(a), y = count_digits(b);

		if (x == 0 || y == 0) {
			if (*a != *b)
				break;
			a++;
			b++;
			continue;
		}
		for (; x > y && *a == '0'; x--)
			a++;
		for (; y > x && *b == '0'; y--)
			b++;
		if (x != y || memcmp(a, b, x) != 0)
			return x != y ? (x > y) - (x < y) : memcmp(a, b, x);
		a += x;
		b += y;
	}
	return (unsigned char)*a - (unsigned char)*b;
}

static int
compare_rows(const void *left, const void *right)
{
	const struct row *a = left, *b = right;

	for (uint32_t i = 0; i < a->sorter->count; i++) {
		const char *x = a->keys[i], *y = b->keys[i];
		int order;

		if (x == NULL || y == NULL)
			order = (x == NULL) - (y == NULL);
		else if (a->sorter->is_descending[i])
			order = compare_keys(y, x);
		else
			order = compare_keys(x, y);
		if (order != 0)
			return order;
	}
	return a->index < b->index ? -1 : a->index > b->index;
}

/* The letter behind a year follows the order; it does not make it. */
static void
fill_row(struct row *row, struct cite *c, const struct cite_context *context,
    struct arena *arena)
{
	static const struct cite_distinction none = { 0 };
	struct cite_context alone = *context;

	alone.distinction = &none;
	for (uint32_t k = 0; k < row->sorter->count; k++)
		row->keys[k] = make_key(c, &alone, row->sorter->keys[k], arena);
}

void
lists_sort(uint32_t *order, struct cite *c, style_node sort,
    const struct cite_context *contexts, uint32_t count)
{
	struct sorter sorter = { 0 };
	struct arena arena = { 0 };
	struct row *rows;

	for (uint32_t i = 0; i < count; i++)
		order[i] = i;
	if (sort == STYLE_NODE_NONE || count < 2)
		return;
	sorter = read_sorter(c->style, sort);
	rows = mem_alloc_array(count, sizeof *rows);
	for (uint32_t i = 0; i < count; i++) {
		rows[i].sorter = &sorter;
		rows[i].index = i;
		fill_row(&rows[i], c, &contexts[i], &arena);
	}
	qsort(rows, count, sizeof *rows, compare_rows);
	for (uint32_t i = 0; i < count; i++)
		order[i] = rows[i].index;
	free(rows);
	arena_clear(&arena);
}
