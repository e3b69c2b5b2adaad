/* SPDX-License-Identifier: ISC */
#include "compile/csl_style.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "csl_style_private.h"

void
csl_style_say(struct csl_style *s, enum diagnose_level level,
    const struct csl_element *at, const char *format, ...)
{
	struct place place = { .file = s->file };
	char text[1024];
	va_list args;

	if (at) {
		place.line = at->line;
		place.column = at->column;
	}
	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	diagnose_add(s->d, level, place, "%s", text);
}

/* Whether e is added in its place below parent; sets its kind. */
static bool
is_placed(struct csl_style *s, const struct csl_element *parent,
    struct csl_element *e)
{
	if (e->is_foreign) {
		csl_style_say(s, DIAGNOSE_WARNING, e,
		    "<%s> is not of CSL and is left out", e->name);
		return false;
	}
	e->kind = csl_style_find_element(e->name);
	if (!e->kind) {
		csl_style_offer_elements(s, e);
		return false;
	}
	if (!csl_style_may_hold(parent->kind, e->kind)) {
		csl_style_say(s, DIAGNOSE_WARNING, e,
		    "<%s> has no place in <%s> and is left out", e->name,
		    parent->name);
		e->kind = STYLE_NO_ELEMENT;
		return false;
	}
	if (!csl_style_is_done(e->kind, STYLE_NO_ATTRIBUTE, STYLE_NO_WORD)) {
		csl_style_say(s, DIAGNOSE_WARNING, e,
		    "ibid does not do <%s> yet", e->name);
	}
	return true;
}

static void
add_children(struct csl_style *s, const struct csl_element *parent)
{
	for (struct csl_element *e = parent->first; e; e = e->next) {
		if (is_placed(s, parent, e))
			csl_style_add_element(s, e);
	}
}

/* <text> prints one of these, and only one. */
static void
check_text(struct csl_style *s, const struct csl_element *e)
{
	static const char *const what[] = { "variable", "macro", "term",
		"value" };
	unsigned count = 0;

	for (size_t i = 0; i < sizeof what / sizeof *what; i++)
		count += csl_style_get(e, what[i]) != NULL;
	if (count != 1)
		csl_style_say(s, DIAGNOSE_WARNING, e, "<text> says %s to print",
		    count ? "more than one thing" : "nothing");
}

static void
add_locale_parts(struct csl_style *s, struct csl_element *locale)
{
	for (struct csl_element *e = locale->first; e; e = e->next) {
		if (!is_placed(s, locale, e))
			continue;
		if (e->kind == STYLE_INFO)
			csl_style_add_info(s, e);
		else if (e->kind != STYLE_TERMS)
			csl_style_add_element(s, e);
	}
	csl_style_add_terms(s, locale);
}

void
csl_style_add_element(struct csl_style *s, struct csl_element *e)
{
	e->node = style_writer_begin(&s->writer, e->kind);
	csl_style_add_attributes(s, e);
	if (e->kind == STYLE_TEXT)
		check_text(s, e);
	if (e->kind == STYLE_LOCALE)
		add_locale_parts(s, e);
	else
		add_children(s, e);
	style_writer_end(&s->writer);
}

/* A style's parts, macros before what may use them. */
static bool
add_style_parts(struct csl_style *s)
{
	bool has_citation = false, has_parent = false;

	for (struct csl_element *e = s->root->first; e; e = e->next) {
		if (!is_placed(s, s->root, e))
			continue;
		has_citation = has_citation || e->kind == STYLE_CITATION;
		if (e->kind == STYLE_LOCALE)
			csl_style_add_element(s, e);
		if (e->kind != STYLE_INFO)
			continue;
		csl_style_add_info(s, e);
		for (struct csl_element *c = e->first; c; c = c->next) {
			const char *rel = csl_style_get(c, "rel");

			has_parent = has_parent ||
			    (rel && strcmp(rel, "independent-parent") == 0);
		}
	}
	if (!has_citation && !has_parent) {
		csl_style_say(s, DIAGNOSE_ERROR, s->root,
		    "a style without <citation> that names no other in its "
		    "place");
		return false;
	}
	if (!csl_style_add_macros(s))
		return false;
	for (struct csl_element *e = s->root->first; e; e = e->next) {
		if (e->kind == STYLE_CITATION || e->kind == STYLE_BIBLIOGRAPHY)
			csl_style_add_element(s, e);
	}
	return true;
}

static bool
add_root(struct csl_style *s)
{
	struct csl_element *root = s->root;
	bool is_good = true;

	root->kind = csl_style_find_element(root->name);
	if (root->is_foreign ||
	    (root->kind != STYLE_STYLE && root->kind != STYLE_LOCALE)) {
		csl_style_say(s, DIAGNOSE_ERROR, root,
		    "<%s> begins no style and no locale of CSL", root->name);
		return false;
	}
	if (root->kind == STYLE_LOCALE) {
		csl_style_add_element(s, root);
		return true;
	}
	style_writer_begin(&s->writer, STYLE_STYLE);
	csl_style_add_attributes(s, root);
	is_good = add_style_parts(s);
	style_writer_end(&s->writer);
	return is_good;
}

/* What was made must be what the reader takes. */
static bool
check_made(struct csl_style *s, const struct str *made)
{
	struct style *style;
	struct error err;

	if (style_load(&style, s->file, made->data, made->len, &err)) {
		const char *why = strstr(err.message, ": ");

		csl_style_say(s, DIAGNOSE_ERROR, s->root, "%s",
		    why ? why + 2 : err.message);
		return false;
	}
	style_free(style);
	return true;
}

enum status
csl_style_compile(struct str *out, const char *file, const char *text,
    size_t len, struct diagnose *d)
{
	struct csl_style style = { .d = d, .file = file };
	struct str made;
	bool is_good;

	str_init(&made, 0);
	str_init(&style.writer.strings, 0);
	is_good = csl_style_read_xml(&style, text, len) && add_root(&style);
	if (is_good) {
		style_writer_finish(&made, &style.writer);
		is_good = check_made(&style, &made);
	}
	if (is_good)
		str_add(out, made.data, made.len);
	str_clear(&made);
	style_writer_clear(&style.writer);
	arena_clear(&style.arena);
	return is_good ? STATUS_OK : STATUS_FOUND_FAULTS;
}
