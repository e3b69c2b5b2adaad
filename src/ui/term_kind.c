/* SPDX-License-Identifier: ISC */
#include "term_kind.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

static bool
begins_with_one_of(const char *name, const char *const *beginnings)
{
	for (; *beginnings; beginnings++) {
		if (strncmp(name, *beginnings, strlen(*beginnings)) == 0)
			return true;
	}
	return false;
}

static bool
is_set(const char *name)
{
	const char *value = getenv(name);

	return value && *value;
}

static bool
is_at_least(const char *name, long version)
{
	const char *value = getenv(name);

	return value && strtol(value, NULL, 10) >= version;
}

bool
kind_has_links(void)
{
	static const char *const multiplexers[] = { "screen", "tmux", NULL };
	static const char *const names[] = { "foot", "xterm-kitty", "wezterm",
		"alacritty", "contour", "xterm-ghostty", NULL };
	static const char *const programs[] = { "iTerm", "WezTerm", "ghostty",
		NULL };
	const char *term = getenv("TERM");
	const char *program = getenv("TERM_PROGRAM");

	if (!term || begins_with_one_of(term, multiplexers) || is_set("TMUX") ||
	    is_set("STY"))
		return false;
	return begins_with_one_of(term, names) ||
	    (program && begins_with_one_of(program, programs)) ||
	    is_set("KITTY_WINDOW_ID") || is_set("WEZTERM_PANE") ||
	    is_set("WT_SESSION") || is_at_least("VTE_VERSION", 5000) ||
	    is_at_least("KONSOLE_VERSION", 201200);
}

enum setting_background
kind_find_background(void)
{
	enum { DARK_GREY = 8, FIRST_LIGHT = 7 };
	const char *value = getenv("COLORFGBG");
	const char *last = value ? strrchr(value, ';') : NULL;
	char *end;
	long color;

	if (!last)
		return BACKGROUND_UNKNOWN;
	color = strtol(last + 1, &end, 10);
	if (end == last + 1 || *end || color < 0 || color > 15)
		return BACKGROUND_UNKNOWN;
	return color >= FIRST_LIGHT && color != DARK_GREY ? BACKGROUND_LIGHT :
							    BACKGROUND_DARK;
}

bool
kind_is_xterm(const char *name)
{
	static const char *const names[] = { "xterm", "tmux", "screen", "rxvt",
		"foot", "alacritty", "kitty", "konsole", "vte", "gnome", "st-",
		"putty", "wezterm", "contour", "mintty", "iterm", NULL };

	return begins_with_one_of(name, names);
}

enum clipboard_way
kind_find_clipboard(const char *name)
{
	static const char *const others[] = { "mlterm", "hterm", "zellij",
		"ghostty", NULL };
	static const char *const tmux[] = { "tmux", NULL };
	static const char *const screen[] = { "screen", NULL };

	if (begins_with_one_of(name, tmux) || is_set("TMUX"))
		return CLIPBOARD_TMUX;
	if (is_set("STY"))
		return CLIPBOARD_SCREEN;
	if (begins_with_one_of(name, screen))
		return CLIPBOARD_FAR;
	return kind_is_xterm(name) || begins_with_one_of(name, others) ?
	    CLIPBOARD_TERMINAL :
	    CLIPBOARD_NONE;
}
