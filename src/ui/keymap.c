/* SPDX-License-Identifier: ISC */
#include "keymap.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "term.h"

/*
 * A list of bindings, a key at most once.  It is short enough to be walked
 * for each key that is pressed.
 */
struct binding {
	uint32_t key;
	enum command command;
};

struct keymap {
	struct binding *list;
	size_t count;
	size_t cap;
};

static const struct {
	const char *name;
	uint32_t key;
} names[] = {
	{ "Space", ' ' },
	{ "Enter", KEY_ENTER_KEY },
	{ "Tab", KEY_TAB_KEY },
	{ "S-Tab", KEY_BACK_TAB },
	{ "Backspace", KEY_BACKSPACE_KEY },
	{ "Esc", KEY_ESCAPE_KEY },
	{ "Up", KEY_ARROW_UP },
	{ "Down", KEY_ARROW_DOWN },
	{ "Left", KEY_ARROW_LEFT },
	{ "Right", KEY_ARROW_RIGHT },
	{ "PgUp", KEY_PAGE_UP },
	{ "PgDn", KEY_PAGE_DOWN },
	{ "Home", KEY_TO_HOME },
	{ "End", KEY_TO_END },
	{ "Insert", KEY_INSERT_KEY },
	{ "Delete", KEY_DELETE_KEY },
	{ "F1", KEY_FUNCTION_1 },
	{ "F2", KEY_FUNCTION_1 + 1 },
	{ "F3", KEY_FUNCTION_1 + 2 },
	{ "F4", KEY_FUNCTION_1 + 3 },
	{ "F5", KEY_FUNCTION_1 + 4 },
	{ "F6", KEY_FUNCTION_1 + 5 },
	{ "F7", KEY_FUNCTION_1 + 6 },
	{ "F8", KEY_FUNCTION_1 + 7 },
	{ "F9", KEY_FUNCTION_1 + 8 },
	{ "F10", KEY_FUNCTION_1 + 9 },
	{ "F11", KEY_FUNCTION_1 + 10 },
	{ "F12", KEY_FUNCTION_12 },
};

enum { NAME_COUNT = sizeof names / sizeof *names };

/* ---- Names of keys ---- */

static uint32_t
find_name(const char *name, size_t len)
{
	for (size_t i = 0; i < NAME_COUNT; i++) {
		if (strlen(names[i].name) == len &&
		    memcmp(names[i].name, name, len) == 0)
			return names[i].key;
	}
	return 0;
}

/*
 * A terminal sends ^I ^H ^M ^J for keys of their own, ^[ for Escape, ^S ^Q
 * to hold its output, and ^C ^\ are signals: those are no names.
 */
static uint32_t
find_control(char c)
{
	if (c >= 'A' && c <= 'Z')
		c = (char)(c - 'A' + 'a');
	if ((c < 'a' || c > 'z') && (c == '\0' || !strchr("@]^_", c)))
		return 0;
	return strchr("cihmjsq", c) ? 0 : KEY_CONTROL | (uint32_t)c;
}

static uint32_t
find_character(const char *name, size_t len)
{
	int32_t c;

	if (utf8_decode(&c, name, name + len) != len || c == 0xFFFD ||
	    c == ' ' || utf8_is_control(c) || utf8_is_invisible(c))
		return 0;
	return (uint32_t)c;
}

uint32_t
keymap_parse_key(const char *name, size_t len)
{
	uint32_t key;

	if (len == 0)
		return 0;
	if (len > 2 && memcmp(name, "A-", 2) == 0) {
		key = keymap_parse_key(name + 2, len - 2);
		return key && !(key & KEY_ALT) ? key | KEY_ALT : 0;
	}
	if (len == 2 && name[0] == '^')
		return find_control(name[1]);
	if (len > 2 && name[0] == '^') {
		key = find_name(name + 1, len - 1);
		return key & KEY_NAMED ? key | KEY_CONTROL : 0;
	}
	key = find_name(name, len);
	return key ? key : find_character(name, len);
}

static void
add_key(struct str *out, uint32_t key)
{
	if (key & KEY_ALT)
		str_add_text(out, "A-");
	if (key & KEY_CONTROL)
		str_add_char(out, '^');
	key &= ~(uint32_t)(KEY_ALT | KEY_CONTROL);
	for (size_t i = 0; i < NAME_COUNT; i++) {
		if (names[i].key == key) {
			str_add_text(out, names[i].name);
			return;
		}
	}
	if (key >= 'a' && key <= 'z' && out->len > 0 &&
	    out->data[out->len - 1] == '^')
		key = key - 'a' + 'A';
	str_add_code_point(out, (int)key);
}

/* ---- Bindings ---- */

static struct binding *
find_binding(const struct keymap *k, uint32_t key)
{
	for (size_t i = 0; i < k->count; i++) {
		if (k->list[i].key == key)
			return &k->list[i];
	}
	return NULL;
}

static void
remove_binding(struct keymap *k, uint32_t key)
{
	struct binding *b = find_binding(k, key);

	if (!b)
		return;
	k->count--;
	memmove(b, b + 1, (size_t)(k->list + k->count - b) * sizeof *k->list);
}

/* The last word on a key holds. */
static void
add_binding(struct keymap *k, uint32_t key, enum command command)
{
	enum { FIRST_CAP = 128 };

	remove_binding(k, key);
	if (command == COMMAND_NONE)
		return;
	if (k->count == k->cap) {
		k->cap = k->cap ? k->cap * 2 : FIRST_CAP;
		k->list = mem_resize_array(k->list, k->cap, sizeof *k->list);
	}
	k->list[k->count++] = (struct binding){ key, command };
}

static const char *
get_keys(const struct command_entry *entry, enum setting_profile profile)
{
	const char *keys = NULL;

	if (profile == PROFILE_LESS)
		keys = entry->less;
	else if (profile == PROFILE_INFO)
		keys = entry->info;
	return keys ? keys : entry->keys;
}

static void
bind_entry(struct keymap *k, const struct command_entry *entry,
    enum setting_profile profile)
{
	const char *keys = get_keys(entry, profile);

	while (*keys) {
		size_t len = strcspn(keys, " ");

		add_binding(k, keymap_parse_key(keys, len), entry->id);
		keys += len;
		keys += strspn(keys, " ");
	}
}

/* ---- The reader's own ---- */

struct word {
	const char *text;
	int len;
};

static struct word
next_word(const char **line, const char *end)
{
	struct word word;

	while (*line < end && (**line == ' ' || **line == '\t'))
		(*line)++;
	word.text = *line;
	while (*line < end && **line != ' ' && **line != '\t')
		(*line)++;
	word.len = (int)(*line - word.text);
	return word;
}

static enum status
find_command(enum command *out, struct word word, struct error *err)
{
	const struct command_entry *entry;

	*out = COMMAND_NONE;
	if (word.len == 4 && memcmp(word.text, "none", 4) == 0)
		return STATUS_OK;
	*out = command_find(word.text, (size_t)word.len);
	entry = command_get(*out);
	if (!entry)
		return error_set(err, STATUS_INVALID,
		    "bind: no command is named \"%.*s\"", word.len, word.text);
	if (entry->argument)
		return error_set(err, STATUS_INVALID,
		    "bind: %s wants words, which a key cannot give",
		    entry->name);
	return STATUS_OK;
}

/* "KEY COMMAND"; the command none leaves the key without one. */
static enum status
bind_line(struct keymap *k, const char *line, const char *end,
    struct error *err)
{
	struct word key_word = next_word(&line, end);
	struct word command_word = next_word(&line, end);
	struct word rest = next_word(&line, end);
	uint32_t key = keymap_parse_key(key_word.text, (size_t)key_word.len);
	enum command command;
	enum status status;

	if (command_word.len == 0 || rest.len > 0)
		return error_set(err, STATUS_INVALID,
		    "bind wants a key and a command: bind ^F page-down");
	if (!key)
		return error_set(err, STATUS_INVALID,
		    "bind: no key is named \"%.*s\"", key_word.len,
		    key_word.text);
	if (key >= '0' && key <= '9')
		return error_set(err, STATUS_INVALID,
		    "bind: digits are counts, and %c is one", (int)key);
	status = find_command(&command, command_word, err);
	if (!status)
		add_binding(k, key, command);
	return status;
}

/* Each line is "NUMBER KEY COMMAND": where it was read from, or 0. */
static enum status
bind_numbered_line(struct keymap *k, const char *line, const char *end,
    struct error *err)
{
	struct error fault = { 0 };
	struct word number = next_word(&line, end);
	enum status status = bind_line(k, line, end, &fault);

	if (!status)
		return STATUS_OK;
	if (number.len == 1 && number.text[0] == '0')
		return error_set(err, status, "%s", fault.message);
	return error_set(err, status, "%.*s: %s", number.len, number.text,
	    fault.message);
}

static enum status
bind_lines(struct keymap *k, const char *lines, struct error *err)
{
	enum status first = STATUS_OK;

	while (*lines) {
		size_t len = strcspn(lines, "\n");
		enum status status = bind_numbered_line(k, lines, lines + len,
		    first ? NULL : err);

		if (!first)
			first = status;
		lines += len;
		lines += *lines == '\n';
	}
	return first;
}

enum status
keymap_new(struct keymap **out, const struct settings *settings,
    struct error *err)
{
	struct keymap *k = mem_alloc_array(1, sizeof *k);
	const struct command_entry *entry;

	for (unsigned i = 0; (entry = command_get_row(i)) != NULL; i++)
		bind_entry(k, entry, settings->keys);
	*out = k;
	return bind_lines(k, settings->bindings.data, err);
}

void
keymap_add_faults(struct settings *settings)
{
	struct keymap *tried = mem_alloc_array(1, sizeof *tried);
	const char *line = settings->bindings.data;

	while (*line) {
		const char *end = line + strcspn(line, "\n");
		const char *binding = line;
		struct word number = next_word(&binding, end);
		struct error fault;

		if (bind_line(tried, binding, end, &fault) != STATUS_OK)
			settings_add_fault(settings,
			    (unsigned)strtoul(number.text, NULL, 10),
			    fault.message);
		line = *end ? end + 1 : end;
	}
	keymap_free(tried);
}

enum status
keymap_bind(struct keymap *k, const char *line, struct error *err)
{
	return bind_line(k, line, line + strlen(line), err);
}

void
keymap_free(struct keymap *k)
{
	if (!k)
		return;
	free(k->list);
	free(k);
}

enum command
keymap_find(const struct keymap *k, uint32_t key)
{
	const struct binding *b = find_binding(k, key);

	return b ? b->command : COMMAND_NONE;
}

void
keymap_add_keys(struct str *out, const struct keymap *k, enum command command)
{
	bool is_first = true;

	for (size_t i = 0; i < k->count; i++) {
		if (k->list[i].command != command)
			continue;
		if (!is_first)
			str_add_char(out, ' ');
		add_key(out, k->list[i].key);
		is_first = false;
	}
}

void
keymap_add_first_key(struct str *out, const struct keymap *k,
    enum command command)
{
	for (size_t i = 0; i < k->count; i++) {
		if (k->list[i].command == command) {
			add_key(out, k->list[i].key);
			return;
		}
	}
}
