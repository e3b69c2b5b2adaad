/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "base/str.h"
#include "csl_style_private.h"

/* What <info> says of a style: its texts become attributes. */
static const struct {
	const char *element, *attribute; /* attribute NULL: the text */
	const char *rel;                 /* of a link; NULL: none */
	enum style_attribute name;
} facts[] = {
	{ "title", NULL, NULL, STYLE_AT_TITLE },
	{ "id", NULL, NULL, STYLE_AT_ID },
	{ "updated", NULL, NULL, STYLE_AT_UPDATED },
	{ "summary", NULL, NULL, STYLE_AT_SUMMARY },
	{ "rights", NULL, NULL, STYLE_AT_RIGHTS },
	{ "rights", "license", NULL, STYLE_AT_RIGHTS_URL },
	{ "link", "href", "independent-parent", STYLE_AT_PARENT },
	{ "link", "href", "template", STYLE_AT_TEMPLATE },
};

static void
add_fact(struct csl_style *s, const struct csl_element *e, size_t i)
{
	const char *rel = csl_style_get(e, "rel");
	const char *text = facts[i].attribute ?
	    csl_style_get(e, facts[i].attribute) :
	    e->text;

	if (strcmp(e->name, facts[i].element) != 0 || !text)
		return;
	if (facts[i].rel && (!rel || strcmp(rel, facts[i].rel) != 0))
		return;
	style_writer_add_text(&s->writer, facts[i].name, text);
}

static void
add_format(struct csl_style *s, const struct csl_element *e)
{
	static const enum style_word formats[] = { STYLE_WORD_AUTHOR,
		STYLE_WORD_AUTHOR_DATE, STYLE_WORD_LABEL, STYLE_WORD_NOTE,
		STYLE_WORD_NUMERIC };
	const char *format = csl_style_get(e, "citation-format");

	if (strcmp(e->name, "category") != 0 || !format)
		return;
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
		if (strcmp(format, style_get_word_name(formats[i])) != 0)
			continue;
		style_writer_add_word(&s->writer, STYLE_AT_CITATION_FORMAT,
		    formats[i]);
		return;
	}
	csl_style_say(s, DIAGNOSE_WARNING, e,
	    "citation-format=\"%s\" of <category> is nothing that CSL has",
	    format);
}

/*
 * Who made it is kept as it is said, which the licence of the CSL project's
 * styles asks for: "NAME <EMAIL> URI; NAME".
 */
static void
add_people(struct csl_style *s, const struct csl_element *info,
    const char *role, enum style_attribute name)
{
	struct str people;

	str_init(&people, 0);
	for (const struct csl_element *e = info->first; e; e = e->next) {
		if (strcmp(e->name, role) != 0)
			continue;
		if (people.len)
			str_add_text(&people, ";");
		for (const struct csl_element *c = e->first; c; c = c->next) {
			bool is_email = strcmp(c->name, "email") == 0;

			str_add_text(&people, people.len ? " " : "");
			str_add_format(&people, is_email ? "<%s>" : "%s",
			    c->text ? c->text : "");
		}
	}
	if (people.len)
		style_writer_add_text(&s->writer, name, people.data);
	str_clear(&people);
}

void
csl_style_add_info(struct csl_style *s, const struct csl_element *info)
{
	style_writer_begin(&s->writer, STYLE_INFO);
	for (const struct csl_element *e = info->first; e; e = e->next) {
		if (e->is_foreign)
			continue;
		for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
			add_fact(s, e, i);
		add_format(s, e);
	}
	add_people(s, info, "author", STYLE_AT_AUTHORS);
	add_people(s, info, "contributor", STYLE_AT_CONTRIBUTORS);
	add_people(s, info, "translator", STYLE_AT_TRANSLATORS);
	style_writer_end(&s->writer);
}
