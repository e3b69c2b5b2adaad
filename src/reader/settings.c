/* SPDX-License-Identifier: ISC */
#include "reader/settings.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"

enum { FILE_LIMIT_BYTES = 64 * 1024, FAULTS_ENOUGH_BYTES = 8 * 1024 };

/*
 * One row a setting: its values in words, the first being the default, and
 * where it is kept.
 */
struct row {
	const char *name;
	const char *values; /* by blanks; the n-th is the number n */
	void (*set)(struct settings *s, int value);
	int (*get)(const struct settings *s);
	size_t text_at; /* in the struct, of one that takes any word; 0 */
};

static void
set_graphic(struct settings *s, int value)
{
	s->graphic = (enum setting_graphic)value;
}

static int
get_graphic(const struct settings *s)
{
	return (int)s->graphic;
}

static void
set_keys(struct settings *s, int value)
{
	s->keys = (enum setting_profile)value;
}

static int
get_keys(const struct settings *s)
{
	return (int)s->keys;
}

static void
set_background(struct settings *s, int value)
{
	s->background = (enum setting_background)value;
}

static int
get_background(const struct settings *s)
{
	return (int)s->background;
}

static void
set_color(struct settings *s, int value)
{
	s->has_color = value == 0;
}

static int
get_color(const struct settings *s)
{
	return s->has_color ? 0 : 1;
}

static void
set_mouse(struct settings *s, int value)
{
	s->has_mouse = value == 1;
}

static int
get_mouse(const struct settings *s)
{
	return s->has_mouse ? 1 : 0;
}

static void
set_links(struct settings *s, int value)
{
	s->has_links = value == 0;
}

static int
get_links(const struct settings *s)
{
	return s->has_links ? 0 : 1;
}

static void
set_copy(struct settings *s, int value)
{
	s->copy = (enum setting_copy)value;
}

static int
get_copy(const struct settings *s)
{
	return (int)s->copy;
}

#define DEFAULT_STYLE "apa"

static const struct row rows[] = {
	{ "graphic", "fold show skip", set_graphic, get_graphic, 0 },
	{ "style", DEFAULT_STYLE, NULL, NULL,
	    offsetof(struct settings, style) },
	{ "copy", "plain markdown html", set_copy, get_copy, 0 },
	{ "keys", "ibid less info", set_keys, get_keys, 0 },
	{ "background", "unknown dark light", set_background, get_background,
	    0 },
	{ "color", "yes no", set_color, get_color, 0 },
	{ "mouse", "no yes", set_mouse, get_mouse, 0 },
	{ "links", "yes no", set_links, get_links, 0 },
};

enum { ROW_COUNT = sizeof rows / sizeof *rows };

void
settings_init(struct settings *s)
{
	const char *secure = getenv("IBID_SECURE");
	const char *no_color = getenv("NO_COLOR");

	*s = (struct settings){
		.style = DEFAULT_STYLE,
		.has_color = !no_color || !no_color[0],
		.has_links = true,
		.is_secure = secure && secure[0] && strcmp(secure, "0") != 0,
	};
	str_init(&s->bindings, FILE_LIMIT_BYTES);
	str_init(&s->faults, 0);
	str_init(&s->file, 0);
}

static void
copy_text(struct str *out, const struct str *from)
{
	str_init(out, from->limit_bytes);
	str_add(out, from->data, from->len);
}

void
settings_copy(struct settings *out, const struct settings *from)
{
	*out = *from;
	copy_text(&out->bindings, &from->bindings);
	copy_text(&out->faults, &from->faults);
	copy_text(&out->file, &from->file);
}

void
settings_clear(struct settings *s)
{
	str_clear(&s->bindings);
	str_clear(&s->faults);
	str_clear(&s->file);
}

void
settings_add_fault(struct settings *s, unsigned line, const char *message)
{
	s->fault_count++;
	if (s->faults.len > FAULTS_ENOUGH_BYTES)
		return;
	str_add_text(&s->faults, s->file.data);
	if (line > 0)
		str_add_format(&s->faults, ":%u", line);
	str_add_format(&s->faults, ": %s\n", message);
}

const char *
settings_get_name(unsigned index)
{
	return index < ROW_COUNT ? rows[index].name : NULL;
}

static const struct row *
find_row(const char *name)
{
	for (size_t i = 0; i < ROW_COUNT; i++) {
		if (strcmp(rows[i].name, name) == 0)
			return &rows[i];
	}
	return NULL;
}

const char *
settings_get_values(const char *name)
{
	const struct row *row = find_row(name);

	return row ? row->values : NULL;
}

bool
settings_is_open(const char *name)
{
	const struct row *row = find_row(name);

	return row && row->text_at > 0;
}

void
settings_add_value(struct str *out, const struct settings *s, const char *name)
{
	const struct row *row = find_row(name);
	const char *word;

	if (!row)
		return;
	if (row->text_at > 0) {
		str_add_text(out, (const char *)s + row->text_at);
		return;
	}
	word = row->values;
	for (int i = row->get(s); i > 0; i--) {
		word += strcspn(word, " ");
		word += strspn(word, " ");
	}
	str_add(out, word, strcspn(word, " "));
}

/* The number of a word among words divided by blanks, -1: not there. */
static int
find_word(const char *words, const char *word)
{
	size_t len = strlen(word);
	int number = 0;

	while (*words) {
		size_t this_len = strcspn(words, " ");

		if (this_len == len && strncmp(words, word, len) == 0)
			return number;
		words += this_len;
		words += strspn(words, " ");
		number++;
	}
	return -1;
}

static enum status
add_binding(struct settings *s, const char *value)
{
	str_add_format(&s->bindings, "%u %s\n", s->line, value);
	return STATUS_OK;
}

/* A word that can be the name of a file, and no more of it than that. */
static bool
is_word(const char *value)
{
	const char *p = value;

	while ((*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z') ||
	    (*p >= '0' && *p <= '9') || (*p && strchr("-_.+", *p)))
		p++;
	return p > value && !*p && *value != '.' &&
	    p - value < SETTING_TEXT_SIZE;
}

static enum status
set_text(struct settings *s, const struct row *row, const char *value,
    struct error *err)
{
	if (!is_word(value))
		return error_set(err, STATUS_INVALID,
		    "%s: \"%s\" is no name; one is %s", row->name, value,
		    row->values);
	memcpy((char *)s + row->text_at, value, strlen(value) + 1);
	return STATUS_OK;
}

enum status
settings_set(struct settings *s, const char *name, const char *value,
    struct error *err)
{
	const struct row *row = find_row(name);
	int number;

	if (strcmp(name, "bind") == 0)
		return add_binding(s, value);
	if (!row)
		return error_set(err, STATUS_INVALID, "unknown setting \"%s\"",
		    name);
	if (row->text_at > 0)
		return set_text(s, row, value, err);
	number = find_word(row->values, value);
	if (number < 0)
		return error_set(err, STATUS_INVALID,
		    "%s: \"%s\" is none of %s", name, value, row->values);
	row->set(s, number);
	return STATUS_OK;
}

static char *
trim(char *text)
{
	size_t len;

	text += strspn(text, " \t\r");
	len = strlen(text);
	while (len > 0 && strchr(" \t\r", text[len - 1]))
		text[--len] = '\0';
	return text;
}

/* `name = value`, or `bind KEY COMMAND`. */
static enum status
read_line(struct settings *s, char *line, struct error *err)
{
	char *equals;

	line = trim(line);
	if (!line[0] || line[0] == '#')
		return STATUS_OK;
	if (strncmp(line, "bind ", 5) == 0)
		return settings_set(s, "bind", trim(line + 5), err);
	equals = strchr(line, '=');
	if (!equals)
		return error_set(err, STATUS_INVALID,
		    "expected name = value, not \"%s\"", line);
	*equals = '\0';
	return settings_set(s, trim(line), trim(equals + 1), err);
}

static void
read_lines(struct settings *s, char *text)
{
	unsigned number = 1;

	while (text) {
		char *end = strchr(text, '\n');
		struct error fault = { 0 };

		if (end)
			*end = '\0';
		s->line = number;
		if (read_line(s, text, &fault) != STATUS_OK)
			settings_add_fault(s, number, fault.message);
		s->line = 0;
		text = end ? end + 1 : NULL;
		number++;
	}
}

/* Below the home folder it is short enough for one line with what it says. */
static void
set_file(struct settings *s, const char *path)
{
	const char *home = getenv("HOME");
	size_t len = home ? strlen(home) : 0;

	str_reset(&s->file);
	if (len > 1 && strncmp(path, home, len) == 0 && path[len] == '/')
		str_add_format(&s->file, "~%s", path + len);
	else
		str_add_text(&s->file, path);
}

/* Messages of files begin with the name, which is said already. */
static const char *
skip_name(const char *message, const char *path)
{
	size_t len = strlen(path);

	if (strncmp(message, path, len) == 0 &&
	    strncmp(message + len, ": ", 2) == 0)
		return message + len + 2;
	return message;
}

void
settings_read(struct settings *s, const char *path)
{
	struct str text;
	struct error err;
	enum status status;

	str_init(&text, FILE_LIMIT_BYTES);
	set_file(s, path);
	status = file_read(&text, path, FILE_LIMIT_BYTES, &err);
	if (status == STATUS_OK && strlen(text.data) != text.len)
		settings_add_fault(s, 0, "this is no text");
	else if (status == STATUS_OK)
		read_lines(s, text.data);
	else if (status != STATUS_NOT_FOUND)
		settings_add_fault(s, 0, skip_name(err.message, path));
	str_clear(&text);
}

char *
settings_get_path(void)
{
	const char *config = getenv("XDG_CONFIG_HOME");
	const char *home = getenv("HOME");

	if (config && config[0] == '/')
		return file_join(config, "ibid/config");
	if (home && home[0] == '/')
		return file_join(home, ".config/ibid/config");
	return NULL;
}
