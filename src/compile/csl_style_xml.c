/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include <expat.h>

#include "base/mem.h"
#include "base/str.h"
#include "csl_style_private.h"

#define CSL_NAMESPACE "http://purl.org/net/xbiblio/csl"
#define XML_NAMESPACE "http://www.w3.org/XML/1998/namespace"

struct reading {
	struct csl_style *style;
	XML_Parser parser;
	struct csl_element *open;
	struct str text; /* of the element that is open and has no child yet */
	unsigned depth, count;
	bool has_failed;
};

static void
fail(struct reading *r, const char *what)
{
	struct place place = { r->style->file,
		(uint32_t)XML_GetCurrentLineNumber(r->parser),
		(uint32_t)XML_GetCurrentColumnNumber(r->parser) + 1 };

	if (r->has_failed)
		return;
	r->has_failed = true;
	diagnose_add(r->style->d, DIAGNOSE_ERROR, place, "%s", what);
	(void)XML_StopParser(r->parser, XML_FALSE);
}

/* expat writes NAMESPACE|NAME, or NAME where there is none. */
static const char *
skip_namespace(const char *name, size_t *namespace_len)
{
	const char *bar = strrchr(name, '|');

	*namespace_len = bar ? (size_t)(bar - name) : 0;
	return bar ? bar + 1 : name;
}

static bool
is_namespace(const char *name, size_t len, const char *namespace)
{
	return len == strlen(namespace) && memcmp(name, namespace, len) == 0;
}

/*
 * A control character that was written as a reference is a space, but for a
 * line feed: some styles print what they do in lines.
 */
static const char *
copy_clean(struct reading *r, const char *text, size_t len)
{
	char *copy = arena_copy(&r->style->arena, text, len);

	for (char *at = copy; *at; at++) {
		if (((unsigned char)*at < ' ' && *at != '\n') || *at == 0x7f)
			*at = ' ';
	}
	return copy;
}

/* xml:lang counts; what belongs to others does not. */
static void
read_attributes(struct reading *r, struct csl_element *e, const char **pairs)
{
	struct csl_attribute **last = &e->attributes;

	for (; *pairs; pairs += 2) {
		struct csl_attribute *a;
		size_t len;
		const char *name = skip_namespace(pairs[0], &len);

		if (len && !is_namespace(pairs[0], len, XML_NAMESPACE))
			continue;
		a = arena_alloc_array(&r->style->arena, 1, sizeof *a);
		a->name = arena_copy_text(&r->style->arena, name);
		a->value = copy_clean(r, pairs[1], strlen(pairs[1]));
		*last = a;
		last = &a->next;
	}
}

static void
hang(struct csl_element *parent, struct csl_element *e)
{
	e->parent = parent;
	if (parent->last)
		parent->last->next = e;
	else
		parent->first = e;
	parent->last = e;
}

static void XMLCALL
begin_element(void *data, const XML_Char *full_name, const XML_Char **pairs)
{
	struct reading *r = data;
	struct csl_element *e;
	size_t len;
	const char *name = skip_namespace(full_name, &len);

	if (++r->count > STYLE_NODES_MAX)
		fail(r, "more elements than a style may have");
	if (r->depth++ > STYLE_DEPTH_MAX)
		fail(r, "elements in elements, deeper than a style may be");
	if (r->has_failed)
		return;
	e = arena_alloc_array(&r->style->arena, 1, sizeof *e);
	e->name = arena_copy_text(&r->style->arena, name);
	e->is_foreign = len && !is_namespace(full_name, len, CSL_NAMESPACE);
	e->line = (uint32_t)XML_GetCurrentLineNumber(r->parser);
	e->column = (uint32_t)XML_GetCurrentColumnNumber(r->parser) + 1;
	read_attributes(r, e, pairs);
	if (r->open)
		hang(r->open, e);
	else
		r->style->root = e;
	r->open = e;
	str_reset(&r->text);
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/*
 * What is white space for the file's looks alone goes: a run that breaks the
 * line is one space, and none at either end.
 */
static void
add_collapsed(struct str *out, const char *text, size_t len)
{
	for (size_t at = 0; at < len;) {
		size_t end = at;
		bool breaks = false;

		for (; end < len && is_space(text[end]); end++)
			breaks = breaks || text[end] != ' ';
		if (!breaks) {
			end = end > at ? end : at + 1;
			str_add(out, text + at, end - at);
		} else if (at > 0 && end < len) {
			str_add_char(out, ' ');
		}
		at = end;
	}
}

static void XMLCALL
end_element(void *data, const XML_Char *name)
{
	struct reading *r = data;
	struct csl_element *e = r->open;
	struct str text;

	(void)name;
	r->depth--;
	if (r->has_failed)
		return;
	str_init(&text, 0);
	add_collapsed(&text, r->text.data, r->text.len);
	if (text.len && !e->first)
		e->text = copy_clean(r, text.data, text.len);
	str_clear(&text);
	str_reset(&r->text);
	r->open = e->parent;
}

static void XMLCALL
add_text(void *data, const XML_Char *text, int len)
{
	struct reading *r = data;

	if (!r->has_failed)
		str_add(&r->text, text, (size_t)len);
}

static void XMLCALL
refuse_doctype(void *data, const XML_Char *name, const XML_Char *system,
    const XML_Char *public, int has_subset)
{
	(void)name;
	(void)system;
	(void)public;
	(void)has_subset;
	fail(data, "a document type declaration, which no style may have");
}

static void *
resize(void *old, size_t size_bytes)
{
	return mem_resize_array(old, size_bytes, 1);
}

bool
csl_style_read_xml(struct csl_style *s, const char *text, size_t len)
{
	static const XML_Memory_Handling_Suite memory = { mem_alloc, resize,
		free };
	struct reading r = { .style = s };

	if (len > STYLE_BYTES_MAX) {
		csl_style_say(s, DIAGNOSE_ERROR, NULL,
		    "larger than a style may be (%d bytes)", STYLE_BYTES_MAX);
		return false;
	}
	r.parser = XML_ParserCreate_MM(NULL, &memory, "|");
	str_init(&r.text, 0);
	XML_SetUserData(r.parser, &r);
	XML_SetElementHandler(r.parser, begin_element, end_element);
	XML_SetCharacterDataHandler(r.parser, add_text);
	XML_SetStartDoctypeDeclHandler(r.parser, refuse_doctype);
	if (XML_Parse(r.parser, text, (int)len, XML_TRUE) != XML_STATUS_OK)
		fail(&r, XML_ErrorString(XML_GetErrorCode(r.parser)));
	XML_ParserFree(r.parser);
	str_clear(&r.text);
	return !r.has_failed;
}

const char *
csl_style_get(const struct csl_element *e, const char *name)
{
	for (const struct csl_attribute *a = e->attributes; a; a = a->next) {
		if (strcmp(a->name, name) == 0)
			return a->value;
	}
	return NULL;
}
