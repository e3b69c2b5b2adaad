/* SPDX-License-Identifier: ISC */
#include "reader/style_shelf.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "style_shelf_private.h"

enum { PARENTS_MAX = 4, ID_BYTES_MAX = 120, LANGUAGE_SIZE = 32 };

static bool
is_id_char(char c)
{
	return isascii((unsigned char)c) &&
	    (isalnum((unsigned char)c) || (c && strchr("-_.", c)));
}

void
style_shelf_add_id(struct str *out, const char *address)
{
	size_t len = strlen(address), from, before = out->len;

	while (len && address[len - 1] == '/')
		len--;
	for (from = len; from && address[from - 1] != '/';)
		from--;
	while (from < len && !isalnum((unsigned char)address[from]))
		from++;
	for (; from < len && out->len - before < ID_BYTES_MAX; from++)
		str_add_char(out,
		    is_id_char(address[from]) ? address[from] : '-');
}

/* What ibid-compile made, or that text in its form. */
static enum status
read_style(struct style **out, const char *path, struct error *err)
{
	struct str bytes;
	enum status status;

	str_init(&bytes, 0);
	status = file_read(&bytes, path, STYLE_BYTES_MAX, err);
	if (!status)
		status = style_load(out, path, bytes.data ? bytes.data : "",
		    bytes.len, err);
	str_clear(&bytes);
	return status;
}

/* The same, of a file that must be a style, or a locale. */
static enum status
read_as(struct style **out, const char *path, enum style_element root,
    struct error *err)
{
	enum status status = read_style(out, path, err);

	if (status || style_get_element(*out, 0) == root)
		return status;
	style_free(*out);
	return error_set(err, STATUS_INVALID, "%s: not a %s", path,
	    root == STYLE_STYLE ? "citation style" : "locale");
}

/* ---- Styles ---- */

/*
 * What the Chicago manual's styles are called depends on its edition: with
 * the 18th they were renamed.
 */
static const char *const renamed[][2] = {
	{ "chicago-fullnote-bibliography", "chicago-notes-bibliography" },
	{ "chicago-note-bibliography", "chicago-shortened-notes-bibliography" },
};

static const char *
find_other_name(const char *id)
{
	for (size_t i = 0; i < sizeof renamed / sizeof *renamed; i++) {
		if (strcmp(id, renamed[i][0]) == 0)
			return renamed[i][1];
		if (strcmp(id, renamed[i][1]) == 0)
			return renamed[i][0];
	}
	return NULL;
}

static bool
find_file(struct str *path, enum style_shelf_place *place,
    const struct style_folders *folders, const char *id, const char *end)
{
	struct str name;
	bool is_there;

	str_init(&name, 0);
	style_shelf_add_id(&name, id);
	str_add_text(&name, end);
	is_there = name.len > strlen(end) &&
	    style_folders_find(path, place, folders, name.data);
	str_clear(&name);
	return is_there;
}

/* A style as it is in its file: of its parent it has the name alone. */
static enum status
open_one(struct style **out, struct str *path, enum style_shelf_place *place,
    const char *id, struct error *err)
{
	const char *other = find_other_name(id);
	struct style_folders folders;
	bool is_there;

	style_folders_open(&folders);
	is_there = find_file(path, place, &folders, id, ".style") ||
	    (other && find_file(path, place, &folders, other, ".style"));
	style_folders_close(&folders);
	if (!is_there)
		return error_set(err, STATUS_NOT_FOUND,
		    "there is no citation style \"%s\" (`ibid style list` "
		    "names those that are here, `ibid style add FILE.csl` "
		    "brings others)",
		    id);
	return read_as(out, path->data, STYLE_STYLE, err);
}

static style_node
find_child(const struct style *s, enum style_element e)
{
	style_node n = style_get_child(s, 0);

	while (n && style_get_element(s, n) != e)
		n = style_get_next(s, n);
	return n;
}

static const char *
get_info(const struct style *s, enum style_attribute a)
{
	style_node info = find_child(s, STYLE_INFO);
	const char *text = info ? style_get_text(s, info, a) : NULL;

	return text ? text : "";
}

/* The name of the style in whose place it stands, or "". */
static const char *
get_parent(const struct style *s)
{
	return find_child(s, STYLE_CITATION) ? "" :
					       get_info(s, STYLE_AT_PARENT);
}

/* Follows what a dependent style names; language: the first that is said. */
static enum status
open_style(struct style **out, char language[LANGUAGE_SIZE], const char *id,
    struct error *err)
{
	enum style_shelf_place place;
	struct style *style = NULL;
	struct str path, wanted;
	enum status status = STATUS_OK;

	str_init(&path, 0);
	str_init(&wanted, 0);
	for (int i = 0; i < PARENTS_MAX && (i == 0 || wanted.len); i++) {
		const char *its;

		style_free(style);
		style = NULL;
		str_reset(&path);
		status = open_one(&style, &path, &place,
		    i == 0 ? id : wanted.data, err);
		if (status)
			break;
		its = style_get_text(style, 0, STYLE_AT_DEFAULT_LOCALE);
		if (its && !language[0])
			snprintf(language, LANGUAGE_SIZE, "%s", its);
		str_reset(&wanted);
		style_shelf_add_id(&wanted, get_parent(style));
	}
	if (!status && (wanted.len || !find_child(style, STYLE_CITATION)))
		status = error_set(err, STATUS_INVALID,
		    "%s: a style that only leads to others", path.data);
	str_clear(&wanted);
	str_clear(&path);
	if (status)
		style_free(style);
	else
		*out = style;
	return status;
}

/* ---- Locales ---- */

/* Where the country is not the language's own name: of "en" not EN. */
static const char *const usual[] = { "ar", "ca-AD", "cs-CZ", "cy-GB", "da-DK",
	"el-GR", "en-US", "et-EE", "eu", "fa-IR", "he-IL", "hi-IN", "ja-JP",
	"ko-KR", "la", "nb-NO", "nn-NO", "sl-SI", "sr-RS", "sv-SE", "uk-UA",
	"vi-VN", "zh-CN" };

static void
set_usual(char out[LANGUAGE_SIZE], const char *language, size_t len)
{
	for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) {
		if (strncmp(usual[i], language, len) == 0 &&
		    (usual[i][len] == '-' || !usual[i][len])) {
			snprintf(out, LANGUAGE_SIZE, "%s", usual[i]);
			return;
		}
	}
	snprintf(out, LANGUAGE_SIZE, "%.*s-%c%c", (int)len, language,
	    toupper((unsigned char)language[0]),
	    toupper((unsigned char)language[len - 1]));
}

/* "de-AT", else "de-DE", else "de", else any of German; "en": "en-US" ... */
static bool
find_locale(struct str *path, const struct style_folders *folders,
    const char *language)
{
	size_t len = strcspn(language, "-_");
	char other[LANGUAGE_SIZE], begin[LANGUAGE_SIZE];
	enum style_shelf_place place;
	struct str name;
	bool is_there;

	if (len < 2 || len > 8)
		return false;
	snprintf(begin, sizeof begin, "%.*s", (int)len, language);
	set_usual(other, language, len);
	if ((language[len] &&
		find_file(path, &place, folders, language, ".locale")) ||
	    find_file(path, &place, folders, other, ".locale") ||
	    find_file(path, &place, folders, begin, ".locale"))
		return true;
	str_init(&name, 0);
	snprintf(begin + len, sizeof begin - len, "-");
	style_folders_find_like(&name, folders, begin, ".locale");
	is_there = name.len &&
	    style_folders_find(path, &place, folders, name.data);
	str_clear(&name);
	return is_there;
}

static enum status
open_locale(struct style **out, const char *wanted, const char *of_style,
    struct error *err)
{
	const char *const languages[] = { wanted, of_style, "en-US" };
	struct style_folders folders;
	struct str path;
	bool is_there = false;
	enum status status;

	str_init(&path, 0);
	style_folders_open(&folders);
	for (size_t i = 0; i < 3 && !is_there; i++)
		is_there = languages[i] &&
		    find_locale(&path, &folders, languages[i]);
	style_folders_close(&folders);
	if (is_there)
		status = read_as(out, path.data, STYLE_LOCALE, err);
	else
		status = error_set(err, STATUS_NOT_FOUND,
		    "no locale for citation styles is here");
	str_clear(&path);
	return status;
}

enum status
style_shelf_find_locale(struct style **locale, const struct style *style,
    const char *language, struct error *err)
{
	return open_locale(locale, language,
	    style_get_text(style, 0, STYLE_AT_DEFAULT_LOCALE), err);
}

enum status
style_shelf_find(struct style **style, struct style **locale, const char *id,
    const char *language, struct error *err)
{
	char of_style[LANGUAGE_SIZE] = "";
	struct style *found_style, *found_locale;
	enum status status = open_style(&found_style, of_style, id, err);

	if (status)
		return status;
	status = open_locale(&found_locale, language, of_style, err);
	if (status) {
		style_free(found_style);
		return status;
	}
	*style = found_style;
	*locale = found_locale;
	return STATUS_OK;
}

/* ---- What there is ---- */

static const char *
copy_or(struct arena *arena, const char *text, const char *otherwise)
{
	return arena_copy_text(arena, text && *text ? text : otherwise);
}

enum status
style_shelf_describe(struct style_shelf_entry *out, const char *id,
    struct arena *arena, struct error *err)
{
	struct style_shelf_entry entry;
	struct style *style;
	struct str path, parent;
	enum status status;

	str_init(&path, 0);
	str_init(&parent, 0);
	status = open_one(&style, &path, &entry.place, id, err);
	if (!status) {
		style_shelf_add_id(&parent, get_parent(style));
		entry.id = arena_copy_text(arena, id);
		entry.title = copy_or(arena, get_info(style, STYLE_AT_TITLE),
		    "");
		entry.updated = copy_or(arena,
		    get_info(style, STYLE_AT_UPDATED), "");
		entry.language = copy_or(arena,
		    style_get_text(style, 0, STYLE_AT_DEFAULT_LOCALE), "en-US");
		entry.parent = copy_or(arena, parent.data, "");
		entry.path = arena_copy_text(arena, path.data);
		*out = entry;
		style_free(style);
	}
	str_clear(&parent);
	str_clear(&path);
	return status;
}
