/* SPDX-License-Identifier: ISC */
#include "chosen_style.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "compiled_style.h"
#include "reader/settings.h"
#include "reader/style_shelf.h"

static const char fallback[] = "plain";

/* "styles/mine.csl", "./mine" */
static bool
is_file_name(const char *name)
{
	size_t len = strlen(name);

	return strchr(name, '/') ||
	    (len > 4 && strcmp(name + len - 4, ".csl") == 0);
}

static enum status
open_file(struct chosen_style *s, struct cli *cli, const char *path,
    const char *language, struct error *err)
{
	enum status status;

	if (cli_is_secure())
		return error_set(err, STATUS_INVALID,
		    "a file of CSL wants ibid-compile, "
		    "which IBID_SECURE forbids to run");
	status = compiled_style_read(&s->style, cli, path, err);
	if (!status)
		status = style_shelf_find_locale(&s->locale, s->style, language,
		    err);
	return status;
}

/* What the settings say; in the arena. */
static const char *
find_wished(struct cli *cli)
{
	char *path = settings_get_path();
	struct settings settings;
	const char *style;

	settings_init(&settings);
	if (path)
		settings_read(&settings, path);
	style = arena_copy_text(&cli->arena, settings.style);
	settings_clear(&settings);
	free(path);
	return style;
}

static enum status
open_wished(struct chosen_style *s, struct cli *cli, const char *language,
    struct error *err)
{
	struct error cause, ignored;
	enum status status;
	struct str line;

	s->name = find_wished(cli);
	status = style_shelf_find(&s->style, &s->locale, s->name, language,
	    &cause);
	if (!status)
		return STATUS_OK;
	if (style_shelf_find(&s->style, &s->locale, fallback, language,
		&ignored))
		return error_set(err, status, "%s", cause.message);
	str_init(&line, 0);
	str_add_format(&line, "%s; \"%s\" serves", cause.message, fallback);
	output_complain(&cli->out, line.data);
	str_clear(&line);
	s->name = fallback;
	return STATUS_OK;
}

/* "de" is there as "de-DE" or "de-AT". */
static bool
is_like(const char *found, const char *asked)
{
	size_t len = strcspn(asked, "-");

	return found && strncmp(found, asked, len) == 0 &&
	    (found[len] == '-' || found[len] == '\0');
}

static void
say_language(const struct chosen_style *s, const struct cli *cli,
    const char *language)
{
	const char *found = style_get_text(s->locale, 0, STYLE_AT_LANG);
	struct str line;

	if (!language || is_like(found, language))
		return;
	str_init(&line, 0);
	str_add_format(&line, "no locale \"%.40s\" is here; \"%s\" serves",
	    language, found ? found : "");
	output_complain(&cli->out, line.data);
	str_clear(&line);
}

enum status
chosen_style_open(struct chosen_style *out, struct cli *cli, struct error *err)
{
	const char *language = cli->options.values[OPTION_LANGUAGE];
	struct chosen_style s = { .name = cli->options.values[OPTION_STYLE] };
	enum status status;

	if (!s.name)
		status = open_wished(&s, cli, language, err);
	else if (is_file_name(s.name))
		status = open_file(&s, cli, s.name, language, err);
	else
		status = style_shelf_find(&s.style, &s.locale, s.name, language,
		    err);
	if (!status) {
		say_language(&s, cli, language);
		status = cite_new(&s.cite, s.style, s.locale, err);
	}
	if (status) {
		chosen_style_close(&s);
		/* Not to find the style is no answer about a source. */
		return status == STATUS_NOT_FOUND ? STATUS_INVALID : status;
	}
	*out = s;
	return STATUS_OK;
}

void
chosen_style_close(struct chosen_style *s)
{
	cite_free(s->cite);
	style_free(s->style);
	style_free(s->locale);
	*s = (struct chosen_style){ 0 };
}
