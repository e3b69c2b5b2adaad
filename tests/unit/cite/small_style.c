/* SPDX-License-Identifier: ISC */
#include "small_style.h"

#include <string.h>

#include "base/str.h"
#include "compile/csl_style.h"

#include "unit.h"

/* A language of our own, so that no package's words matter. */
static const char small_locale[] =
    "<locale xmlns='http://purl.org/net/xbiblio/csl' version='1.0'"
    " xml:lang='en-US'>"
    "<style-options punctuation-in-quote='true'/>"
    "<date form='text'><date-part name='month' suffix=' '/>"
    "<date-part name='day' suffix=', '/><date-part name='year'/></date>"
    "<date form='numeric'>"
    "<date-part name='month' form='numeric-leading-zeros' suffix='/'/>"
    "<date-part name='day' form='numeric-leading-zeros' suffix='/'/>"
    "<date-part name='year'/></date>"
    "<terms>"
    "<term name='and'>and</term><term name='et-al'>et al.</term>"
    "<term name='and others'>and others</term>"
    "<term name='in'>in</term><term name='no date' form='short'>n.d.</term>"
    "<term name='ad'>AD</term><term name='bc'>BC</term>"
    "<term name='open-quote'>“</term><term name='close-quote'>”</term>"
    "<term name='editor'><single>editor</single>"
    "<multiple>editors</multiple></term>"
    "<term name='editor' form='short'><single>ed.</single>"
    "<multiple>eds.</multiple></term>"
    "<term name='editor' form='verb'>edited by</term>"
    "<term name='editortranslator'><single>editor &amp; translator</single>"
    "<multiple>editors &amp; translators</multiple></term>"
    "<term name='page' form='short'><single>p.</single>"
    "<multiple>pp.</multiple></term>"
    "<term name='section' form='symbol'><single>§</single>"
    "<multiple>§§</multiple></term>"
    "<term name='edition' gender='feminine'>edition</term>"
    "<term name='ordinal'>th</term><term name='ordinal-01'>st</term>"
    "<term name='ordinal-01' gender-form='feminine'>sta</term>"
    "<term name='ordinal-02'>nd</term><term name='ordinal-11'>th</term>"
    "<term name='ordinal-12'>th</term>"
    "<term name='long-ordinal-03'>third</term>"
    "<term name='month-05'>May</term><term name='month-06'>June</term>"
    "<term name='month-05' form='short'>May</term>"
    "<term name='month-06' form='short'>Jun.</term>"
    "<term name='season-01'>Spring</term><term name='season-02'>Summer</term>"
    "</terms></locale>";

static struct style *
load(const char *name, const char *text)
{
	struct style *style;
	struct diagnose d;
	struct str bytes;

	diagnose_init(&d);
	str_init(&bytes, 0);
	assert_int_equal(csl_style_compile(&bytes, name, text, strlen(text),
			     &d),
	    STATUS_OK);
	assert_int_equal(style_load(&style, name, bytes.data, bytes.len, NULL),
	    STATUS_OK);
	str_clear(&bytes);
	diagnose_clear(&d);
	return style;
}

static struct style *
load_style(const struct small_style *s)
{
	struct style *style;
	struct str text;

	str_init(&text, 0);
	str_add_format(&text,
	    "<style xmlns='http://purl.org/net/xbiblio/csl' version='1.0'"
	    " class='in-text' %s>"
	    "<info><title>t</title><id>t</id>"
	    "<updated>2020-01-01T00:00:00Z</updated></info>%s"
	    "<citation><layout>%s</layout></citation></style>",
	    s->options ? s->options : "", s->before ? s->before : "",
	    s->layout);
	style = load("style", text.data);
	str_clear(&text);
	return style;
}

static char *
print(const struct small_style *s, const struct csl_item *item,
    const struct cite_part *part, bool *fault)
{
	static const struct cite_part plain = { 0 };
	struct style *style = load_style(s), *locale = load("l", small_locale);
	struct cite *c;
	struct rich out;
	char *text;

	assert_int_equal(cite_new(&c, style, locale, NULL), STATUS_OK);
	cite_set_items(c, &item, 1);
	rich_init(&out);
	cite_add_citation(&out, c, part ? part : &plain, 1);
	*fault = cite_get_fault(c) != NULL;
	str_add_text(&out.text, "");
	text = str_take(&out.text);
	rich_clear(&out);
	cite_free(c);
	style_free(locale);
	style_free(style);
	return text;
}

char *
small_style_print(const struct small_style *s, const struct csl_item *item,
    const struct cite_part *part)
{
	bool fault;
	char *text = print(s, item, part, &fault);

	assert_false(fault);
	return text;
}

char *
small_style_print_fault(const struct small_style *s,
    const struct csl_item *item, bool *fault)
{
	return print(s, item, NULL, fault);
}
