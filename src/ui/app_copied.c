/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "reader/copied.h"
#include "text/clean.h"

/*
 * What was copied: kept to be shown by itself, written to a file, and sent
 * to the clipboard by the loop, which alone has the terminal.
 */
enum { WORDS_LIMIT_BYTES = 400, ROOM_FOR_PATH = 72 };

static const char *
skip_home(const char *path, bool *is_home)
{
	const char *home = getenv("HOME");
	size_t len = home ? strlen(home) : 0;

	*is_home = len > 1 && strncmp(path, home, len) == 0 && path[len] == '/';
	return *is_home ? path + len : path;
}

static void
add_file(struct str *out, const struct app *app)
{
	bool is_home;
	const char *path;

	if (app->copied.path.len == 0 ||
	    canvas_get_cols(app->canvas) < ROOM_FOR_PATH)
		return;
	path = skip_home(app->copied.path.data, &is_home);
	str_add_format(out, ", %s%s", is_home ? "~" : "", path);
}

/* Its beginning, in one line. */
static void
add_words(struct str *out, const char *text)
{
	const char *end = text;

	for (; *end && end - text < WORDS_LIMIT_BYTES; end++)
		str_add_char(out, *end == '\n' ? ' ' : *end);
}

static const char *
get_matter(enum app_copied_how how)
{
	switch (how) {
	case COPIED_TOO_LONG:
		return "Too long for a clipboard (over 56,244 bytes), kept ";
	case COPIED_NO_CLIPBOARD:
		return "This terminal has no clipboard, kept ";
	default:
		return "Copied ";
	}
}

/* "Copied in APA (Y, ~/copied.txt): Lankov, A. (2013) ..." */
void
app_say_copied(struct app *app, enum app_copied_how how)
{
	struct app_copied *c = &app->copied;
	const char *fault;
	struct str text;

	str_init(&text, 4096);
	str_add_text(&text, get_matter(how));
	str_add_text(&text, c->what.data);
	str_add_text(&text, " (");
	keymap_add_first_key(&text, app->keymap, COMMAND_COPIED);
	str_add_text(&text, " shows it");
	add_file(&text, app);
	str_add_text(&text, "): ");
	fault = references_take_fault(app_get_references(app));
	if (fault)
		str_add_format(&text, "%s: ", fault);
	add_words(&text, c->text.data);
	app_say(app, "%s", text.data);
	str_clear(&text);
}

static void
write_file(struct app *app)
{
	struct app_copied *c = &app->copied;
	struct error err;
	char *path = NULL;

	str_reset(&c->path);
	if (app->session->settings.is_secure)
		return;
	if (copied_write(&path, c->text.data, c->text.len, &err) != STATUS_OK)
		return;
	str_add_text(&c->path, path);
	free(path);
}

void
app_take_copied(struct app *app, const char *what, const struct str *text)
{
	struct app_copied *c = &app->copied;

	/* What is pasted into a shell is obeyed: no control goes there. */
	str_reset(&c->text);
	clean_add(&c->text, text->data, text->len, 0);
	str_reset(&c->what);
	if (what)
		str_add_text(&c->what, what);
	else
		str_add_format(&c->what, "in %s",
		    references_get_style(app_get_references(app)));
	write_file(app);
	app->wish.copy = &c->text;
	app_say_copied(app, COPIED);
}

void
app_show_copied(struct app *app)
{
	if (app->copied.text.len == 0)
		app_say(app, "Nothing was copied yet.");
	else
		app->wish.show = app->copied.text.data;
}

void
app_copied_init(struct app *app)
{
	str_init(&app->copied.text, 0);
	str_init(&app->copied.what, 0);
	str_init(&app->copied.path, 0);
}

void
app_copied_clear(struct app *app)
{
	str_clear(&app->copied.text);
	str_clear(&app->copied.what);
	str_clear(&app->copied.path);
}

struct references *
app_get_references(struct app *app)
{
	if (!app->references)
		app->references = references_new(app->session);
	return app->references;
}
