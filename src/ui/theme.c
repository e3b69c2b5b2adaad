/* SPDX-License-Identifier: ISC */
#include "theme.h"

/*
 * Colours that read on dark and on light, and, where nobody says which it
 * is, ones of middle brightness that read on both (of the 8 only red and
 * magenta do).  Text keeps the terminal's own colours: most of a screen is
 * text, and only that is right on every background.
 */
enum hue { PLAIN, BLUE, GREEN, RED, PURPLE, BROWN, GREY, HUE_COUNT };

static const int16_t hues_8[][HUE_COUNT] = {
	[BACKGROUND_UNKNOWN] = { -1, -1, -1, 1, 5, -1, -1 },
	[BACKGROUND_DARK] = { -1, 6, 2, 1, 5, 3, -1 },
	[BACKGROUND_LIGHT] = { -1, 4, 4, 1, 5, 5, -1 },
};

static const int16_t hues_16[][HUE_COUNT] = {
	[BACKGROUND_UNKNOWN] = { -1, -1, -1, 1, 5, -1, -1 },
	[BACKGROUND_DARK] = { -1, 14, 10, 9, 13, 11, 7 },
	[BACKGROUND_LIGHT] = { -1, 4, 2, 1, 5, 5, 8 },
};

static const int16_t hues_256[][HUE_COUNT] = {
	[BACKGROUND_UNKNOWN] = { -1, 32, 29, 160, 133, 130, 243 },
	[BACKGROUND_DARK] = { -1, 75, 114, 203, 176, 179, 246 },
	[BACKGROUND_LIGHT] = { -1, 25, 22, 124, 90, 94, 240 },
};

/* A role without colours, and its attributes and hue with them. */
struct style {
	uint8_t plain;
	uint8_t attributes;
	uint8_t hue;
};

static const struct style styles[ROLE_COUNT] = {
	[ROLE_BAR] = { LOOK_REVERSE, LOOK_REVERSE, PLAIN },
	[ROLE_BAR_KEY] = { LOOK_REVERSE | LOOK_BOLD | LOOK_UNDERLINE,
	    LOOK_REVERSE | LOOK_BOLD | LOOK_UNDERLINE, PLAIN },
	[ROLE_BORDER] = { 0, 0, GREY },
	[ROLE_BORDER_FOCUS] = { LOOK_BOLD, LOOK_BOLD, BLUE },
	[ROLE_PANE_TITLE] = { 0, 0, PLAIN },
	[ROLE_TITLE] = { LOOK_BOLD, LOOK_BOLD, PLAIN },
	[ROLE_HEADING] = { LOOK_BOLD, LOOK_BOLD, PLAIN },
	[ROLE_EMPHASIS] = { LOOK_ITALIC, LOOK_ITALIC, PLAIN },
	[ROLE_STRONG] = { LOOK_BOLD, LOOK_BOLD, PLAIN },
	[ROLE_CODE] = { LOOK_BOLD, 0, GREEN },
	[ROLE_LINK] = { LOOK_UNDERLINE, LOOK_UNDERLINE, BLUE },
	[ROLE_MARK] = { 0, 0, PURPLE },
	[ROLE_DISPUTED] = { LOOK_BOLD, LOOK_BOLD, RED },
	[ROLE_NOTE] = { 0, 0, GREEN },
	[ROLE_DIM] = { 0, 0, GREY },
	[ROLE_UNSEEN] = { LOOK_BOLD, 0, BROWN },
	[ROLE_ADVISORY] = { LOOK_BOLD, LOOK_BOLD, BROWN },
	[ROLE_SELECTED] = { LOOK_REVERSE, LOOK_REVERSE, PLAIN },
	[ROLE_SELECTED_ELSEWHERE] = { LOOK_UNDERLINE, LOOK_UNDERLINE, PLAIN },
	[ROLE_CURSOR_BAR] = { LOOK_BOLD, LOOK_BOLD, BLUE },
	[ROLE_MATCH] = { LOOK_REVERSE | LOOK_BOLD, LOOK_REVERSE | LOOK_BOLD,
	    BROWN },
	[ROLE_HINT_KEY] = { LOOK_BOLD, LOOK_BOLD, PLAIN },
	[ROLE_MESSAGE] = { 0, 0, PLAIN },
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

/*
 * The sentence under the cursor shows in the bar beside it, in the place of
 * the cursor and in its marks; its text is left as it is, so that a step
 * costs a slow line no more than that.
 */
static uint8_t
get_attributes_of_flags(enum role role, unsigned flags)
{
	if (flags & CELL_TARGET)
		return LOOK_REVERSE;
	return flags & CELL_CURRENT && role == ROLE_MARK ? LOOK_BOLD : 0;
}

struct look
theme_get_look(enum role role, unsigned flags, unsigned colors,
    enum setting_background background)
{
	const struct style *style = &styles[role];
	uint8_t more = get_attributes_of_flags(role, flags);
	int16_t color = get_color((enum hue)style->hue, colors, background);

	return (struct look){
		.foreground = color,
		.background = -1,
		.attributes = (uint8_t)((color >= 0 ? style->attributes :
						      style->plain) |
		    more),
	};
}
