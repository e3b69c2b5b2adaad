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

/* A file of the packages: "styles/apa.csl". */
static enum status
read_file(struct str *out, const char *folder, const char *name,
    const char *suffix, struct error *err)
{
	const char *data = getenv("CSL_DATA");
	struct str path;
	enum status status;

	str_init(&path, 0);
	str_add_format(&path, "%s/%s%s%s",
	    data != NULL ? data : "/usr/share/citation-style-language", folder,
	    name, suffix);
	status = file_read(out, path.data, FILE_BYTES_MAX, err);
	str_clear(&path);
	return status;
}

static enum status
open_file(struct style **out, const char *folder, const char *name,
    const char *suffix, struct error *err)
{
	struct str text;
	enum status status;

	str_init(&text, 0);
	status = read_file(&text, folder, name, suffix, err);
	if (status == STATUS_OK)
		status = lab_compile(out, name, text.data, text.len, err);
	str_clear(&text);
	return status;
}

enum status
lab_open_style(struct style **out, const char *id, struct error *err)
{
	return open_file(out, "styles/", id, ".csl", err);
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
		if (open_file(&tree, "locales/locales-", tries[i], ".xml",
			NULL) == STATUS_OK)
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
