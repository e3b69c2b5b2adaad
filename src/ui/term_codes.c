/* SPDX-License-Identifier: ISC */
#include "term_codes.h"

#include <stdio.h>
#include <string.h>

/* ---- Reading a description ---- */

/* Padding, "$<5>", is for lines slower than any that is left. */
static const char *
skip_padding(const char *text)
{
	const char *end = strncmp(text, "$<", 2) == 0 ? strchr(text, '>') :
							NULL;

	return end ? end + 1 : text;
}

void
codes_add(struct str *out, const char *text)
{
	while (text && *text) {
		const char *next = skip_padding(text);

		if (next == text)
			str_add_char(out, *next++);
		text = next;
	}
}

static bool
is_like(const char *text, const char *ecma)
{
	while (text) {
		text = skip_padding(text);
		if (*text != *ecma)
			return false;
		if (*text == '\0')
			return true;
		text++;
		ecma++;
	}
	return false;
}

/* What stands between CSI and m, if nothing else is there. */
static bool
read_parameters(char *out, const char *text)
{
	size_t len;

	if (!text || strncmp(text, "\x1B[", 2) != 0)
		return false;
	len = strspn(text + 2, "0123456789;");
	if (len >= CODE_PARAMETERS_SIZE || !is_like(text + 2 + len, "m"))
		return false;
	memcpy(out, text + 2, len);
	out[len] = '\0';
	return true;
}

/* The sequence for plain looks may also leave the line drawing characters,
 * which nobody entered. */
static bool
has_short_plain(const char *text)
{
	static const char *const forms[] = { "\x1B[m", "\x1B[0m", "\x1B[m\x0F",
		"\x1B[0m\x0F", "\x1B(B\x1B[m", "\x1B(B\x1B[0m", "\x1B[m\x1B(B",
		"\x1B[0m\x1B(B" };

	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		if (is_like(text, forms[i]))
			return true;
	}
	return false;
}

static bool
has_short_looks(struct codes *c)
{
	char parameters[CODE_PARAMETERS_SIZE];

	for (size_t i = 0; i < CODE_ATTRIBUTE_COUNT; i++) {
		if (c->is.attributes[i] &&
		    !read_parameters(c->parameters[i], c->is.attributes[i]))
			return false;
	}
	return has_short_plain(c->is.plain) &&
	    (!c->is.get_color ||
		read_parameters(parameters, c->is.get_color(1)));
}

void
codes_init(struct codes *c, const struct description *is)
{
	memset(c, 0, sizeof *c);
	c->is = *is;
	c->is_ecma = is_like(is->address, "\x1B[%i%p1%d;%p2%dH");
	c->has_to_row = c->is_ecma && is_like(is->to_row, "\x1B[%i%p1%dd");
	c->has_to_col = c->is_ecma && is_like(is->to_col, "\x1B[%i%p1%dG");
	c->has_steps = c->is_ecma && is_like(is->up, "\x1B[%p1%dA") &&
	    is_like(is->down, "\x1B[%p1%dB") &&
	    is_like(is->right, "\x1B[%p1%dC") &&
	    is_like(is->left, "\x1B[%p1%dD") && is_like(is->left_one, "\b");
	c->has_margins = c->has_steps &&
	    is_like(is->margins, "\x1B[%i%p1%d;%p2%dr") &&
	    (is_like(is->scroll_up, "\n") || is_like(is->scroll_up, "\033D")) &&
	    is_like(is->scroll_down, "\x1BM");
	c->has_erase_line = is->erase_line != NULL;
	c->has_erase_cells = is_like(is->erase_cells, "\x1B[%p1%dX");
	c->has_short_looks = has_short_looks(c);
	c->has_corner = !is->wraps || is->wraps_late;
}

/* ---- Looks ---- */

unsigned
codes_get_attributes(const struct codes *c, unsigned wanted, bool is_colored)
{
	unsigned has = 0;

	if (!c->is.plain)
		return 0;
	for (unsigned i = 0; i < CODE_ATTRIBUTE_COUNT; i++) {
		if (c->is.attributes[i])
			has |= 1u << i;
	}
	if (is_colored)
		has &= ~c->is.not_with_color;
	return wanted & has;
}

static bool
is_plain(struct pen pen)
{
	return pen.attributes == 0 && pen.color < 0;
}

static bool
turns_off(struct pen from, struct pen to)
{
	return (from.attributes & ~to.attributes) != 0 ||
	    (from.color >= 0 && to.color < 0);
}

static void
add_parameter(struct str *out, const char *text)
{
	if (out->data[out->len - 1] != '[')
		str_add_char(out, ';');
	str_add_text(out, text);
}

/* All that changes in one sequence. */
static void
add_short_pen(const struct codes *c, struct str *out, struct pen from,
    struct pen to)
{
	char color[CODE_PARAMETERS_SIZE];

	str_add_text(out, "\x1B[");
	if (turns_off(from, to)) {
		if (!is_plain(to))
			add_parameter(out, "0");
		from = (struct pen){ 0, -1 };
	}
	for (unsigned i = 0; i < CODE_ATTRIBUTE_COUNT; i++) {
		if (to.attributes & ~from.attributes & (1u << i))
			add_parameter(out, c->parameters[i]);
	}
	if (to.color != from.color &&
	    read_parameters(color, c->is.get_color(to.color)))
		add_parameter(out, color);
	str_add_char(out, 'm');
}

void
codes_add_pen(const struct codes *c, struct str *out, struct pen from,
    struct pen to)
{
	if (from.attributes == to.attributes && from.color == to.color)
		return;
	if (c->has_short_looks) {
		add_short_pen(c, out, from, to);
		return;
	}
	if (turns_off(from, to)) {
		if (from.color >= 0)
			codes_add(out, c->is.own_colors);
		codes_add(out, c->is.plain);
		from = (struct pen){ 0, -1 };
	}
	for (unsigned i = 0; i < CODE_ATTRIBUTE_COUNT; i++) {
		if (to.attributes & ~from.attributes & (1u << i))
			codes_add(out, c->is.attributes[i]);
	}
	if (to.color != from.color)
		codes_add(out, c->is.get_color(to.color));
}

/* ---- Moves ---- */

/* CSI, the number unless it is 1, a letter. */
static void
add_sequence(struct str *out, int number, char letter)
{
	str_add_text(out, "\x1B[");
	if (number != 1)
		str_add_format(out, "%d", number);
	str_add_char(out, letter);
}

static int
count_bytes(int number)
{
	return number == 1 ? 3 : number < 10 ? 4 : number < 100 ? 5 : 6;
}

void
codes_add_address(const struct codes *c, struct str *out, int row, int col)
{
	if (!c->is_ecma)
		codes_add(out, c->is.get_address(row, col));
	else if (col == 0)
		add_sequence(out, row + 1, 'H');
	else
		str_add_format(out, "\x1B[%d;%dH", row + 1, col + 1);
}

/*
 * Steps end at the margins, and a line feed on the lower one scrolls: so
 * none of them may lead out of the rows that scroll.
 */
static bool
can_step(int from, int to, struct code_margins margins)
{
	if (to < from)
		return from < margins.top || to >= margins.top;
	return from > margins.bottom || to <= margins.bottom;
}

bool
codes_add_row_move(const struct codes *c, struct str *out, int from, int to,
    struct code_margins margins)
{
	int rows = to < from ? from - to : to - from;
	bool can = c->has_steps && can_step(from, to, margins);

	if (rows == 0)
		return true;
	if (can && to > from && rows <= count_bytes(rows))
		str_add_repeated(out, '\n', (size_t)rows);
	else if (can &&
	    (!c->has_to_row || count_bytes(rows) <= count_bytes(to + 1)))
		add_sequence(out, rows, to < from ? 'A' : 'B');
	else if (c->has_to_row)
		add_sequence(out, to + 1, 'd');
	else
		return false;
	return true;
}

/* The ways along a row, and what each costs. */
enum way { BACKSPACES, STEP, FROM_LEFT, COLUMN, WAY_COUNT };

static void
count_ways(int costs[WAY_COUNT], const struct codes *c, int from, int to)
{
	enum { NEVER = 1000 };
	int cols = to < from ? from - to : to - from;
	bool is_known = from >= 0;

	costs[BACKSPACES] = c->has_steps && is_known && to < from ? cols :
								    NEVER;
	costs[STEP] = c->has_steps && is_known ? count_bytes(cols) : NEVER;
	costs[FROM_LEFT] = NEVER;
	if (c->has_steps)
		costs[FROM_LEFT] = to == 0 ? 1 : 1 + count_bytes(to);
	costs[COLUMN] = c->has_to_col ? count_bytes(to + 1) : NEVER;
}

static void
add_way(struct str *out, enum way way, int from, int to)
{
	if (way == BACKSPACES)
		str_add_repeated(out, '\b', (size_t)(from - to));
	else if (way == STEP && to < from)
		add_sequence(out, from - to, 'D');
	else if (way == STEP)
		add_sequence(out, to - from, 'C');
	else if (way == COLUMN)
		add_sequence(out, to + 1, 'G');
	else
		str_add_char(out, '\r');
	if (way == FROM_LEFT && to > 0)
		add_sequence(out, to, 'C');
}

bool
codes_add_col_move(const struct codes *c, struct str *out, int from, int to)
{
	int costs[WAY_COUNT];
	int best = 0;

	if (from == to)
		return true;
	if (!c->has_steps && !c->has_to_col)
		return false;
	count_ways(costs, c, from, to);
	for (int i = 1; i < WAY_COUNT; i++) {
		if (costs[i] < costs[best])
			best = i;
	}
	add_way(out, (enum way)best, from, to);
	return true;
}

/* ---- Scrolling and erasing ---- */

void
codes_add_margins(const struct codes *c, struct str *out, int top, int bottom)
{
	(void)c;
	str_add_format(out, "\x1B[%d;%dr", top + 1, bottom + 1);
}

void
codes_add_no_margins(const struct codes *c, struct str *out)
{
	if (c->has_margins)
		str_add_text(out, "\x1B[r");
}

void
codes_add_clear(const struct codes *c, struct str *out)
{
	codes_add(out, c->is.plain);
	codes_add_no_margins(c, out);
	codes_add(out, c->is.clear);
}

void
codes_add_erase_line(const struct codes *c, struct str *out)
{
	codes_add(out, c->is.erase_line);
}

void
codes_add_erase_cells(const struct codes *c, struct str *out, int count)
{
	(void)c;
	add_sequence(out, count, 'X');
}
