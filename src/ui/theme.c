/* SPDX-License-Identifier: ISC */
#include "theme.h"

/*
 * Most of a screen is text in the terminal's own colours, which alone are
 * right on every background.  A look costs bytes at its beginning and end,
 * on a slow line the more the longer its codes are: so what shows by its
 * words or its shape has none, and colours are the short ones, but where
 * only a long one reads on both dark and light.  Letters in the
 * terminal's own background read on purple, whatever it is.
 */
enum hue { PLAIN, GREEN, RED, PURPLE, HUE_COUNT };

static const int16_t hues_8[][HUE_COUNT] = {
	[BACKGROUND_UNKNOWN] = { -1, -1, 1, 5 },
	[BACKGROUND_DARK] = { -1, 2, 1, 5 },
	[BACKGROUND_LIGHT] = { -1, 4, 1, 5 },
};

static const int16_t hues_16[][HUE_COUNT] = {
	[BACKGROUND_UNKNOWN] = { -1, -1, 1, 5 },
	[BACKGROUND_DARK] = { -1, 10, 9, 13 },
	[BACKGROUND_LIGHT] = { -1, 2, 1, 5 },
};

static const int16_t hues_256[][HUE_COUNT] = {
	[BACKGROUND_UNKNOWN] = { -1, 29, 1, 5 },
	[BACKGROUND_DARK] = { -1, 10, 9, 13 },
	[BACKGROUND_LIGHT] = { -1, 22, 1, 5 },
};

/* A role's attributes without colours and with them, and its hue. */
struct style {
	uint8_t plain;
	uint8_t attributes;
	uint8_t hue;
};

static const struct style styles[ROLE_COUNT] = {
	[ROLE_BAR] = { LOOK_REVERSE, LOOK_REVERSE, PLAIN },
	[ROLE_BORDER_FOCUS] = { LOOK_BOLD, LOOK_BOLD, PLAIN },
	[ROLE_TITLE] = { LOOK_BOLD, LOOK_BOLD, PLAIN },
	[ROLE_HEADING] = { LOOK_BOLD, LOOK_BOLD, PLAIN },
	[ROLE_EMPHASIS] = { LOOK_ITALIC, LOOK_ITALIC, PLAIN },
	[ROLE_STRONG] = { LOOK_BOLD, LOOK_BOLD, PLAIN },
	[ROLE_CODE] = { LOOK_BOLD, 0, GREEN },
	[ROLE_LINK] = { LOOK_UNDERLINE, LOOK_UNDERLINE, PLAIN },
	[ROLE_MARK] = { 0, 0, PURPLE },
	[ROLE_DISPUTED] = { LOOK_BOLD, LOOK_BOLD, RED },
	[ROLE_DIM] = { LOOK_DIM, LOOK_DIM, PLAIN },
	[ROLE_ADVISORY] = { LOOK_BOLD, LOOK_BOLD, PLAIN },
	[ROLE_SELECTED] = { LOOK_REVERSE, LOOK_REVERSE, PLAIN },
	[ROLE_SELECTED_ELSEWHERE] = { LOOK_UNDERLINE, LOOK_UNDERLINE, PLAIN },
	[ROLE_MATCH] = { LOOK_REVERSE, LOOK_REVERSE, PURPLE },
	[ROLE_MATCH_HERE] = { LOOK_REVERSE | LOOK_BOLD | LOOK_UNDERLINE,
	    LOOK_REVERSE | LOOK_BOLD | LOOK_UNDERLINE, PLAIN },
	[ROLE_HINT_KEY] = { LOOK_BOLD, LOOK_BOLD, PLAIN },
	[ROLE_ERROR] = { LOOK_REVERSE, LOOK_BOLD, RED },
};

static int16_t
get_color(enum hue hue, unsigned colors, enum setting_background background)
{
	if (colors >= 256)
		return hues_256[background][hue];
	if (colors >= 16)
		return hues_16[background][hue];
	return colors >= 8 ? hues_8[background][hue] : -1;
}

/* What is current is a few cells: see sentence_look.h. */
static uint8_t
get_attributes_of_flags(unsigned flags)
{
	if (flags & CELL_TARGET)
		return LOOK_REVERSE;
	return flags & CELL_CURRENT ? LOOK_BOLD : 0;
}

struct look
theme_get_look(enum role role, unsigned flags, unsigned colors,
    enum setting_background background)
{
	const struct style *style = &styles[role];
	uint8_t more = get_attributes_of_flags(flags);
	int16_t color = get_color((enum hue)style->hue, colors, background);

	/* A hue that has no colour here shows as without colours. */
	if (color < 0)
		more |= style->plain;
	else
		more |= style->attributes;
	return (struct look){ color, -1, more };
}
