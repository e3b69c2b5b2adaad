/* SPDX-License-Identifier: ISC */
#include "lab.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "compile/csl_style.h"

#define FILE_BYTES_MAX (4u << 20)
#define LOCALES_MAX 64

static struct {
	char *name;
	struct style *tree; /* NULL: there is none */
} locales[LOCALES_MAX];
static size_t locale_count;

enum status
lab_compile(struct style **out, const char *name, const char *text, size_t len,
    struct error *err)
{
	struct diagnose d;
	struct str bytes;
	enum status status;

	str_init(&bytes, 0);
	diagnose_init(&d);
	status = csl_style_compile(&bytes, name, text, len, &d);
	if (status == STATUS_OK)
		status = style_load(out, name, bytes.data, bytes.len, err);
	else
		error_set(err, status, "%s is no style", name);
	diagnose_clear(&d);
	str_clear(&bytes);
	return status;
}

/* What the build made: "apa.style", "de-DE.locale". */
static enum status
load_built(struct style **out, const char *name, const char *suffix,
    struct error *err)
{
	const char *build = getenv("top_builddir");
	struct str path, bytes;
	enum status status;

	str_init(&path, 0);
	str_init(&bytes, 0);
	str_add_format(&path, "%s/styles/%s%s", build != NULL ? build : ".",
	    name, suffix);
	status = file_read(&bytes, path.data, FILE_BYTES_MAX, err);
	if (status == STATUS_OK)
		status = style_load(out, name, bytes.data, bytes.len, err);
	str_clear(&path);
	str_clear(&bytes);
	return status;
}

/* A file as the packages lay them out: "styles/apa.csl". */
static enum status
compile_file(struct style **out, const char *folder, const char *part,
    const char *name, const char *suffix, struct error *err)
{
	struct str path, text;
	enum status status;

	str_init(&path, 0);
	str_init(&text, 0);
	str_add_format(&path, "%s/%s%s%s", folder, part, name, suffix);
	status = file_read(&text, path.data, FILE_BYTES_MAX, err);
	if (status == STATUS_OK)
		status = lab_compile(out, name, text.data, text.len, err);
	str_clear(&path);
	str_clear(&text);
	return status;
}

enum status
lab_open_style(struct style **out, const char *id, struct error *err)
{
	const char *data = getenv("CSL_DATA");

	if (data == NULL)
		return load_built(out, id, ".style", err);
	return compile_file(out, data, "styles/", id, ".csl", err);
}

static enum status
open_one_locale(struct style **out, const char *language)
{
	const char *data = getenv("CSL_DATA");

	if (data == NULL)
		return load_built(out, language, ".locale", NULL);
	return compile_file(out, data, "locales/locales-", language, ".xml",
	    NULL);
}

/* The country that a bare language means where there is no such file. */
static const char *
get_full_name(const char *language)
{
	static const char *const names[] = { "af-ZA", "bg-BG", "ca-AD", "cs-CZ",
		"cy-GB", "da-DK", "de-DE", "el-GR", "en-US", "es-ES", "et-EE",
		"fa-IR", "fi-FI", "fr-FR", "he-IL", "hi-IN", "hr-HR", "hu-HU",
		"id-ID", "is-IS", "it-IT", "ja-JP", "km-KH", "ko-KR", "lt-LT",
		"lv-LV", "mn-MN", "nb-NO", "nl-NL", "nn-NO", "pl-PL", "pt-PT",
		"ro-RO", "ru-RU", "sk-SK", "sl-SI", "sr-RS", "sv-SE", "th-TH",
		"tr-TR", "uk-UA", "vi-VN", "zh-CN" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (strncmp(names[i], language, 2) == 0)
			return names[i];
	}
	return "en-US";
}

static struct style *
open_locale(const char *language)
{
	const char *const tries[] = { language, get_full_name(language),
		"en-US" };
	struct style *tree = NULL;

	for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
		if (open_one_locale(&tree, tries[i]) == STATUS_OK)
			return tree;
	}
	return NULL;
}

const struct style *
lab_get_locale(const char *language)
{
	for (size_t i = 0; i < locale_count; i++) {
		if (strcmp(locales[i].name, language) == 0)
			return locales[i].tree;
	}
	if (locale_count == LOCALES_MAX)
		return NULL;
	locales[locale_count].name = mem_copy_text(language);
	locales[locale_count].tree = open_locale(language);
	return locales[locale_count++].tree;
}

enum status
lab_new_cite(struct cite **out, const struct style *style, struct error *err)
{
	const struct style *locale = lab_get_locale(
	    cite_get_default_locale(style));

	if (locale == NULL)
		return error_set(err, STATUS_NOT_FOUND, "no locale is found");
	return cite_new(out, style, locale, err);
}

void
lab_clear(void)
{
	while (locale_count > 0) {
		locale_count--;
		free(locales[locale_count].name);
		style_free(locales[locale_count].tree);
	}
}
