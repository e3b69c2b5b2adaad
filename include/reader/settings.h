/* SPDX-License-Identifier: ISC */
#ifndef IBID_READER_SETTINGS_H
#define IBID_READER_SETTINGS_H

#include <stdbool.h>

#include "base/error.h"
#include "base/str.h"

/*
 * $XDG_CONFIG_HOME/ibid/config (or ~/.config/ibid/config): one setting a
 * line, `name = value`, # begins a comment.  `:set name value` and options
 * of the command line use the same table.
 */
enum setting_graphic { SETTING_FOLD, SETTING_SHOW, SETTING_SKIP };
enum setting_profile { PROFILE_IBID, PROFILE_LESS, PROFILE_INFO };
enum setting_background {
	BACKGROUND_UNKNOWN,
	BACKGROUND_DARK,
	BACKGROUND_LIGHT
};
enum setting_copy { COPY_PLAIN, COPY_MARKDOWN, COPY_HTML };

enum { SETTING_TEXT_SIZE = 128 };

struct settings {
	enum setting_graphic graphic;       /* fold */
	enum setting_profile keys;          /* ibid */
	enum setting_background background; /* unknown */
	enum setting_copy copy;             /* plain */
	char style[SETTING_TEXT_SIZE]; /* apa: the id of a citation style */
	bool has_color;                /* yes */
	bool has_mouse;                /* no */
	bool has_links;                /* OSC 8, yes where known */
	bool is_secure;                /* $IBID_SECURE */
	/*
	 * What `bind` lines say, checked by ui: each "LINE KEY COMMAND",
	 * LINE being 0 for those that stand in no file.
	 */
	struct str bindings;
	/*
	 * What is wrong in the file, a line each, "FILE:LINE: message"; all
	 * else of it holds.  Of very many only the count is kept.  Ui adds
	 * what is wrong with bindings.
	 */
	struct str faults;
	unsigned fault_count;
	struct str file; /* its name for messages */
	unsigned line;   /* of the file, while it is read */
};

void settings_init(struct settings *s);
void settings_copy(struct settings *out, const struct settings *from);
void settings_clear(struct settings *s);

/* Of a line of the file, 0: of the file as a whole. */
void settings_add_fault(struct settings *s, unsigned line, const char *message);

/*
 * Sets one by name from text; STATUS_INVALID names it, its value and what
 * would do ("graphic: \"hide\" is none of fold, show, skip").
 */
enum status settings_set(struct settings *s, const char *name,
    const char *value, struct error *err);

/* Names for completion, by index; NULL at the end. */
const char *settings_get_name(unsigned index);
/* Adds the word for the present value; nothing for an unknown name. */
void settings_add_value(struct str *out, const struct settings *s,
    const char *name);

/*
 * Values of a setting, "fold show skip"; of one that takes any word its
 * default; NULL for an unknown name.
 */
const char *settings_get_values(const char *name);

/* Whether it takes other words than settings_get_values() has. */
bool settings_is_open(const char *name);

/*
 * Reads the file; one that is not there is fine.  What is wrong is added to
 * the faults, and reading goes on: a slip bars nobody from a page.
 */
void settings_read(struct settings *s, const char *path);

/* The path of the file; the caller's, NULL without a home. */
char *settings_get_path(void);

#endif
