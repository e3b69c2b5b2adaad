/* SPDX-License-Identifier: ISC */
#include "term.h"

#include <langinfo.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <curses.h>
/* It has a struct of its own of that name. */
#define term terminal_of_curses
#include <term.h>
#undef term

#include "base/mem.h"
#include "term_kind.h"
#include "term_private.h"
#include "term_signal.h"
#include "theme.h"

/*
 * Of curses only the descriptions of terminals are used: its painting sends
 * what it does not know to be short, and its reading of keys hides what is
 * waited for and which signals matter.
 */
static void
make_modes(struct termios *out, const struct termios *from)
{
	*out = *from;
	out->c_iflag &= ~(tcflag_t)(IXON | ICRNL | INLCR | IGNCR | ISTRIP);
	out->c_oflag &= ~(tcflag_t)(ONLCR | OCRNL | ONOCR | ONLRET);
	out->c_lflag &= ~(tcflag_t)(ICANON | ECHO | ECHONL | IEXTEN);
	out->c_lflag |= ISIG;
	out->c_cc[VMIN] = 1;
	out->c_cc[VTIME] = 0;
	out->c_cc[VSUSP] = _POSIX_VDISABLE;
#ifdef VDSUSP
	out->c_cc[VDSUSP] = _POSIX_VDISABLE;
#endif
}

/* ---- What the terminal can do ---- */

static const char *
get_address(int row, int col)
{
	return tiparm(cursor_address, row, col);
}

static const char *
get_color(int color)
{
	return tiparm(set_a_foreground, color);
}

static unsigned
count_colors(void)
{
	enum { ALL = 256, BRIGHT = 16, PLAIN = 8 };

	/* Without its own colours among them ours would stand on theirs. */
	if (!set_a_foreground || !orig_pair)
		return 0;
	/* With more than 256 the numbers are no longer a palette's. */
	if (max_colors == ALL)
		return ALL;
	if (max_colors >= BRIGHT && max_colors < ALL)
		return BRIGHT;
	return max_colors >= PLAIN ? PLAIN : 0;
}

/* no_color_video has a bit for each attribute, in an order of its own. */
static unsigned
get_colorless(void)
{
	static const unsigned looks[] = { 0, LOOK_UNDERLINE, LOOK_REVERSE, 0,
		LOOK_DIM, LOOK_BOLD };
	unsigned found = 0;

	for (unsigned i = 0; no_color_video > 0 && i < 6; i++) {
		if ((unsigned)no_color_video & (1u << i))
			found |= looks[i];
	}
	return found;
}

static void
read_codes(struct codes *out)
{
	/* Where looks take up cells there are none. */
	bool has_looks = magic_cookie_glitch <= 0;
	struct description is = {
		.address = cursor_address,
		.to_row = row_address,
		.to_col = column_address,
		.up = parm_up_cursor,
		.down = parm_down_cursor,
		.left = parm_left_cursor,
		.right = parm_right_cursor,
		.left_one = cursor_left,
		.clear = clear_screen,
		.erase_line = clr_eol,
		.erase_cells = erase_chars,
		.margins = change_scroll_region,
		.scroll_up = scroll_forward,
		.scroll_down = scroll_reverse,
		.plain = has_looks ? exit_attribute_mode : NULL,
		.own_colors = orig_pair,
		.attributes = { enter_bold_mode, enter_underline_mode,
		    enter_reverse_mode, enter_dim_mode, enter_italics_mode },
		.not_with_color = get_colorless(),
		.moves_in_looks = move_standout_mode,
		.wraps = auto_right_margin,
		.wraps_late = eat_newline_glitch,
		.get_address = get_address,
		.get_color = set_a_foreground ? get_color : NULL,
	};

	codes_init(out, &is);
}

/* Most terminals send keys that we know in either mode; one that does not
 * is put into the mode of its description. */
static bool
needs_keypad_mode(void)
{
	return key_up && strncmp(key_up, "\x1B[", 2) != 0 &&
	    strncmp(key_up, "\x1BO", 2) != 0;
}

/* ---- Opening and closing ---- */

static void
add_named_keys(struct input *in)
{
	const struct input_named keys[] = {
		{ key_up, KEY_ARROW_UP },
		{ key_down, KEY_ARROW_DOWN },
		{ key_left, KEY_ARROW_LEFT },
		{ key_right, KEY_ARROW_RIGHT },
		{ key_ppage, KEY_PAGE_UP },
		{ key_npage, KEY_PAGE_DOWN },
		{ key_home, KEY_TO_HOME },
		{ key_end, KEY_TO_END },
		{ key_ic, KEY_INSERT_KEY },
		{ key_dc, KEY_DELETE_KEY },
		{ key_btab, KEY_BACK_TAB },
		{ key_enter, KEY_ENTER_KEY },
		{ key_f1, KEY_FUNCTION_1 },
		{ key_f2, KEY_FUNCTION_1 + 1 },
		{ key_f3, KEY_FUNCTION_1 + 2 },
		{ key_f4, KEY_FUNCTION_1 + 3 },
		{ key_f5, KEY_FUNCTION_1 + 4 },
		{ key_f6, KEY_FUNCTION_1 + 5 },
		{ key_f7, KEY_FUNCTION_1 + 6 },
		{ key_f8, KEY_FUNCTION_1 + 7 },
		{ key_f9, KEY_FUNCTION_1 + 8 },
		{ key_f10, KEY_FUNCTION_1 + 9 },
		{ key_f11, KEY_FUNCTION_1 + 10 },
		{ key_f12, KEY_FUNCTION_12 },
	};

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		input_add_named(in, keys[i].bytes, keys[i].key);
}

static enum status
fail_terminal(const char *name, struct error *err)
{
	if (!name || !name[0])
		return error_set(err, STATUS_UNSUPPORTED,
		    "TERM is not set, so the kind of this terminal is unknown; "
		    "most are like TERM=xterm");
	return error_set(err, STATUS_UNSUPPORTED,
	    "the kind of this terminal, TERM=%s, is not known here; "
	    "most are like TERM=xterm",
	    name);
}

static enum status
read_description(struct term *t, struct error *err)
{
	const char *name = getenv("TERM");
	int result;

	if (!name || !name[0] || setupterm(name, STDOUT_FILENO, &result) == ERR)
		return fail_terminal(name, err);
	if (!cursor_address || !clear_screen) {
		del_curterm(cur_term);
		return error_set(err, STATUS_UNSUPPORTED,
		    "a terminal of the kind TERM=%s shows no screen, only "
		    "lines; try ibid show or ibid topics",
		    name);
	}
	read_codes(&t->codes);
	t->enter = enter_ca_mode;
	t->leave = exit_ca_mode;
	t->show_cursor = cursor_normal;
	t->hide_cursor = cursor_invisible;
	if (needs_keypad_mode()) {
		t->keypad_on = keypad_xmit;
		t->keypad_off = keypad_local;
	}
	t->rows = lines > 0 ? lines : 24;
	t->cols = columns > 0 ? columns : 80;
	t->colors = count_colors();
	t->knows_pastes = tigetstr("BE") > (char *)0 || kind_is_xterm(name);
	t->knows_links = kind_has_links();
	t->clipboard = kind_find_clipboard(name);
	return STATUS_OK;
}

enum status
term_open(struct term **out, const struct settings *settings, struct error *err)
{
	struct term *t;
	struct termios modes, others;
	enum status status;

	if (tcgetattr(STDIN_FILENO, &modes) != 0)
		return error_set(err, STATUS_IO,
		    "standard input is no terminal");
	if (tcgetattr(STDOUT_FILENO, &others) != 0)
		return error_set(err, STATUS_IO,
		    "standard output is no terminal");
	t = mem_alloc_array(1, sizeof *t);
	t->modes_were = modes;
	t->wake_fd = -1;
	str_init(&t->out, 0);
	make_modes(&t->modes, &modes);
	signal_prepare(&modes);
	status = read_description(t, err);
	if (status) {
		signal_close();
		free(t);
		return status;
	}
	tcsetattr(STDIN_FILENO, TCSADRAIN, &t->modes);
	t->is_utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
	t->input.is_utf8 = t->is_utf8;
	add_named_keys(&t->input);
	t->paint = paint_new(&t->codes);
	term_update_size(t);
	mem_set_exit_hook(signal_reset_terminal);
	term_apply(t, settings);
	*out = t;
	return STATUS_OK;
}

void
term_close(struct term *t)
{
	if (!t)
		return;
	if (!t->is_away)
		term_give_back(t);
	mem_set_exit_hook(NULL);
	signal_close();
	del_curterm(cur_term);
	paint_free(t->paint);
	str_clear(&t->out);
	free(t);
}
