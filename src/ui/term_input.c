/* SPDX-License-Identifier: ISC */
#include "term_input.h"

#include <limits.h>
#include <string.h>
#include <wchar.h>

#include "base/utf8.h"

/*
 * A step looks at the bytes that wait and says how many belong together and
 * what they are; it is asked again when more have come.
 */
enum { ESC = 0x1B, SEQUENCE_LIMIT = 40, PARAMETER_LIMIT = 8 };

enum step_kind {
	STEP_KEY,     /* event is one */
	STEP_NOTHING, /* len bytes mean nothing */
	STEP_PARTIAL  /* it may go on */
};

struct step {
	enum step_kind kind;
	size_t len;
	struct key_event event;
};

static struct step
make_key(size_t len, uint32_t key)
{
	return (struct step){ STEP_KEY, len, { .key = key } };
}

static struct step
make_nothing(size_t len)
{
	return (struct step){ .kind = STEP_NOTHING, .len = len };
}

static const struct step partial = { .kind = STEP_PARTIAL };

void
input_add_named(struct input *in, const char *bytes, uint32_t key)
{
	if (!bytes || strlen(bytes) < 2 || strlen(bytes) > SEQUENCE_LIMIT ||
	    in->named_count == INPUT_NAMED_LIMIT)
		return;
	in->named[in->named_count++] = (struct input_named){ bytes, key };
}

size_t
input_get_room(const struct input *in)
{
	return sizeof in->bytes - in->len;
}

bool
input_is_waiting(const struct input *in)
{
	return in->len > 0;
}

/* ---- Characters ---- */

static struct step
read_control(unsigned char c)
{
	if (c == '\r' || c == '\n')
		return make_key(1, KEY_ENTER_KEY);
	if (c == '\t')
		return make_key(1, KEY_TAB_KEY);
	if (c == '\b' || c == 0x7F)
		return make_key(1, KEY_BACKSPACE_KEY);
	if (c == ESC)
		return make_key(1, KEY_ESCAPE_KEY);
	if (c >= 1 && c <= 26)
		return make_key(1, KEY_CONTROL | (uint32_t)(c - 1 + 'a'));
	return make_key(1, KEY_CONTROL | (uint32_t)(c + '@'));
}

static size_t
get_utf8_len(unsigned char lead)
{
	if (lead >= 0xF0)
		return 4;
	return lead >= 0xE0 ? 3 : 2;
}

static struct step
read_utf8(const unsigned char *p, size_t len)
{
	int32_t c;
	size_t used = utf8_decode(&c, (const char *)p, (const char *)p + len);

	if (c == 0xFFFD && used == len && p[0] >= 0xC2 && p[0] <= 0xF4 &&
	    len < get_utf8_len(p[0]))
		return partial;
	if ((c == 0xFFFD && used < 3) || utf8_is_control(c))
		return make_nothing(used);
	return make_key(used, (uint32_t)c);
}

/* The character set of a locale without UTF-8. */
static struct step
read_multibyte(const unsigned char *p, size_t len)
{
	mbstate_t state;
	wchar_t c;
	size_t used;

	memset(&state, 0, sizeof state);
	used = mbrtowc(&c, (const char *)p, len, &state);
	if (used == (size_t)-2 && len < 8)
		return partial;
	if (used == 0 || used > len || c < ' ' ||
	    utf8_is_control((int32_t)c))
		return make_nothing(1);
	return make_key(used, (uint32_t)c);
}

static struct step
read_character(const struct input *in, const unsigned char *p, size_t len)
{
	if (p[0] < ' ' || p[0] == 0x7F)
		return read_control(p[0]);
	if (p[0] < 0x80)
		return make_key(1, p[0]);
	return in->is_utf8 ? read_utf8(p, len) : read_multibyte(p, len);
}

/* ---- Sequences ---- */

struct parameters {
	int values[PARAMETER_LIMIT];
	int count;
	char prefix; /* '<', '?' ... or 0 */
};

static const struct {
	char last;
	uint32_t key;
} letters[] = {
	{ 'A', KEY_ARROW_UP },
	{ 'B', KEY_ARROW_DOWN },
	{ 'C', KEY_ARROW_RIGHT },
	{ 'D', KEY_ARROW_LEFT },
	{ 'F', KEY_TO_END },
	{ 'H', KEY_TO_HOME },
	{ 'M', KEY_ENTER_KEY }, /* of the keypad, after ESC O */
	{ 'P', KEY_FUNCTION_1 },
	{ 'Q', KEY_FUNCTION_1 + 1 },
	{ 'R', KEY_FUNCTION_1 + 2 },
	{ 'S', KEY_FUNCTION_1 + 3 },
	{ 'Z', KEY_BACK_TAB },
};

/* By the number before "~"; 0: none. */
static const uint32_t numbers[] = {
	[1] = KEY_TO_HOME,
	[2] = KEY_INSERT_KEY,
	[3] = KEY_DELETE_KEY,
	[4] = KEY_TO_END,
	[5] = KEY_PAGE_UP,
	[6] = KEY_PAGE_DOWN,
	[7] = KEY_TO_HOME,
	[8] = KEY_TO_END,
	[11] = KEY_FUNCTION_1,
	[12] = KEY_FUNCTION_1 + 1,
	[13] = KEY_FUNCTION_1 + 2,
	[14] = KEY_FUNCTION_1 + 3,
	[15] = KEY_FUNCTION_1 + 4,
	[17] = KEY_FUNCTION_1 + 5,
	[18] = KEY_FUNCTION_1 + 6,
	[19] = KEY_FUNCTION_1 + 7,
	[20] = KEY_FUNCTION_1 + 8,
	[21] = KEY_FUNCTION_1 + 9,
	[23] = KEY_FUNCTION_1 + 10,
	[24] = KEY_FUNCTION_12,
	[200] = KEY_PASTE_BEGIN,
	[201] = KEY_PASTE_END,
};

static uint32_t
find_letter(char last)
{
	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
		if (letters[i].last == last)
			return letters[i].key;
	}
	return 0;
}

static uint32_t
find_number(int number)
{
	if (number < 0 ||
	    (size_t)number >= sizeof numbers / sizeof *numbers)
		return 0;
	return numbers[number];
}

/* xterm's: 1 + 1 for Shift, 2 for Alt, 4 for Control. */
static uint32_t
get_modifiers(int number)
{
	int bits = number > 1 ? number - 1 : 0;

	return (bits & 2 ? KEY_ALT : 0u) | (bits & 4 ? KEY_CONTROL : 0u);
}

static void
read_parameters(struct parameters *out, const unsigned char *p, size_t len)
{
	memset(out, 0, sizeof *out);
	if (len > 0 && p[0] >= '<' && p[0] <= '?') {
		out->prefix = (char)p[0];
		p++;
		len--;
	}
	for (size_t i = 0; i < len && out->count < PARAMETER_LIMIT; i++) {
		int *value = &out->values[out->count];

		if (p[i] == ';' || p[i] == ':')
			out->count++;
		else if (p[i] >= '0' && p[i] <= '9' && *value < 100000)
			*value = *value * 10 + (p[i] - '0');
	}
	if (out->count < PARAMETER_LIMIT)
		out->count++;
}

/* "ESC [ < button ; column ; row M", m where it was let go. */
static struct step
read_mouse(size_t len, const struct parameters *with, char last)
{
	enum { MOTION = 32, WHEEL = 64, MODIFIERS = 4 | 8 | 16 };
	struct step step = make_key(len, 0);
	int button = with->values[0] & ~MODIFIERS;

	if (button == WHEEL)
		step.event.key = KEY_WHEEL_UP;
	else if (button == WHEEL + 1)
		step.event.key = KEY_WHEEL_DOWN;
	else if (button == 0 && last == 'M')
		step.event.key = KEY_MOUSE_PRESS;
	else
		return make_nothing(len);
	step.event.col = with->values[1] > 0 ? with->values[1] - 1 : 0;
	step.event.row = with->values[2] > 0 ? with->values[2] - 1 : 0;
	return step;
}

static struct step
make_sequence(size_t len, const struct parameters *with, char last)
{
	uint32_t key = 0;

	if (with->prefix == '<' && (last == 'M' || last == 'm') &&
	    with->count == 3)
		return read_mouse(len, with, last);
	if (with->prefix)
		return make_nothing(len);
	if (last == '~')
		key = find_number(with->values[0]);
	else if (last != 'M' && with->values[0] <= 1)
		key = find_letter(last);
	if (!key)
		return make_nothing(len);
	if (with->count > 1 && key != KEY_BACK_TAB)
		key |= get_modifiers(with->values[1]);
	return make_key(len, key);
}

/* "ESC [ M" and three bytes, from those that know no better. */
static struct step
read_old_mouse(const unsigned char *p, size_t len, bool is_late)
{
	enum { WHOLE_LEN = 6, BIAS = 32, RELEASE = 3 };
	struct parameters with = { .count = 3 };

	if (len < WHOLE_LEN)
		return is_late ? make_nothing(3) : partial;
	for (int i = 0; i < 3; i++)
		with.values[i] = p[3 + i] - BIAS;
	if (with.values[0] < 0 || (with.values[0] & RELEASE) == RELEASE)
		return make_nothing(WHOLE_LEN);
	return read_mouse(WHOLE_LEN, &with, 'M');
}

/* After ESC [, which p begins with. */
static struct step
read_csi(const unsigned char *p, size_t len, bool is_late)
{
	struct parameters parameters;
	size_t at = 2;

	/* The Linux console's F1 to F5. */
	if (len >= 4 && p[2] == '[' && p[3] >= 'A' && p[3] <= 'E')
		return make_key(4, KEY_FUNCTION_1 + (uint32_t)(p[3] - 'A'));
	if (len == 3 && p[2] == '[' && !is_late)
		return partial;
	if (len >= 3 && p[2] == 'M')
		return read_old_mouse(p, len, is_late);
	while (at < len && p[at] >= ' ' && p[at] < '@' && at < SEQUENCE_LIMIT)
		at++;
	if (at == len && !is_late)
		return partial;
	if (len == 2)
		return make_key(2, KEY_ALT | '[');
	if (at == len || p[at] < '@' || p[at] > '~')
		return make_nothing(at);
	read_parameters(&parameters, p + 2, at - 2);
	return make_sequence(at + 1, &parameters, (char)p[at]);
}

/* After ESC O, which p begins with; some put a modifier's digit between. */
static struct step
read_ss3(const unsigned char *p, size_t len, bool is_late)
{
	size_t at = 2;
	uint32_t key, modifiers = 0;

	if (at < len && p[at] >= '1' && p[at] <= '8') {
		modifiers = get_modifiers(p[at] - '0');
		at++;
	}
	if (at == len && !is_late)
		return partial;
	if (len == 2)
		return make_key(2, KEY_ALT | 'O');
	if (at == len)
		return make_nothing(at);
	key = find_letter((char)p[at]);
	return key ? make_key(at + 1, key | modifiers) :
		     make_nothing(p[at] > ' ' && p[at] < 0x7F ? at + 1 : at);
}

static struct step
read_escape(const struct input *in, const unsigned char *p, size_t len,
    bool is_late)
{
	struct step step;

	if (len == 1)
		return is_late ? make_key(1, KEY_ESCAPE_KEY) : partial;
	if (p[1] == '[')
		return read_csi(p, len, is_late);
	if (p[1] == 'O')
		return read_ss3(p, len, is_late);
	if (p[1] == ESC && (len == 2 || (p[2] != '[' && p[2] != 'O')))
		return len == 2 && !is_late ? partial :
					      make_key(1, KEY_ESCAPE_KEY);
	step = p[1] == ESC ? read_escape(in, p + 1, len - 1, is_late) :
			     read_character(in, p + 1, len - 1);
	step.len++;
	if (step.kind == STEP_KEY)
		step.event.key |= KEY_ALT;
	return step;
}

/* What the terminal's description names; a longer name that may still come
 * is waited for. */
static bool
read_named(struct step *out, const struct input *in, bool is_late)
{
	bool may_go_on = false;
	size_t longest = 0;

	for (size_t i = 0; i < in->named_count; i++) {
		size_t len = strlen(in->named[i].bytes);
		size_t common = len < in->len ? len : in->len;

		if (memcmp(in->bytes, in->named[i].bytes, common) != 0)
			continue;
		if (common < len) {
			may_go_on = true;
		} else if (len > longest) {
			longest = len;
			*out = make_key(len, in->named[i].key);
		}
	}
	if (longest == 0 && may_go_on && !is_late) {
		*out = partial;
		return true;
	}
	return longest > 0;
}

/* ---- Pastes ---- */

static const char paste_end[] = "\x1B[201~";

/* Text alone: what would be keys is a blank or nothing. */
static struct step
read_pasted(const struct input *in, bool is_late)
{
	size_t end_len = sizeof paste_end - 1;
	size_t common = in->len < end_len ? in->len : end_len;
	unsigned char c = in->bytes[0];

	if (memcmp(in->bytes, paste_end, common) == 0) {
		if (common == end_len || (common == 1 && is_late))
			return make_key(common, KEY_PASTE_END);
		return is_late ? make_nothing(1) : partial;
	}
	if (c == '\t' || c == '\r' || c == '\n')
		return make_key(1, ' ');
	if (c < ' ' || c == 0x7F)
		return make_nothing(1);
	return read_character(in, in->bytes, in->len);
}

void
input_end_paste(struct input *in, struct key_event *out)
{
	in->is_pasting = false;
	*out = (struct key_event){ .key = KEY_PASTE_END };
}

/* ---- Steps ---- */

static struct step
read_step(const struct input *in, bool is_late)
{
	struct step step;

	if (in->is_pasting)
		return read_pasted(in, is_late);
	if (in->bytes[0] == ESC) {
		if (read_named(&step, in, is_late))
			return step;
		return read_escape(in, in->bytes, in->len, is_late);
	}
	return read_character(in, in->bytes, in->len);
}

static void
drop(struct input *in, size_t len)
{
	if (len > in->len)
		len = in->len;
	in->len -= len;
	memmove(in->bytes, in->bytes + len, in->len);
}

bool
input_next(struct input *in, struct key_event *out, bool is_late)
{
	while (in->len > 0) {
		struct step step = read_step(in, is_late);

		if (step.kind == STEP_PARTIAL && is_late)
			step = make_nothing(1);
		if (step.kind == STEP_PARTIAL)
			return false;
		drop(in, step.len);
		if (step.kind == STEP_NOTHING)
			continue;
		if (step.event.key == KEY_PASTE_BEGIN)
			in->is_pasting = true;
		else if (step.event.key == KEY_PASTE_END && !in->is_pasting)
			continue;
		else if (step.event.key == KEY_PASTE_END)
			in->is_pasting = false;
		*out = step.event;
		return true;
	}
	return false;
}
