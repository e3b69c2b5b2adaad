/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "cite/cite.h"
#include "compile/csl_style.h"

#include "fuzz.h"

/*
 * What is before the first zero is a style, what is behind it an item: the
 * texts of its variables in turn, with zeros between them.
 */
static const char small_locale[] =
    "<locale xmlns='http://purl.org/net/xbiblio/csl' version='1.0'"
    " xml:lang='en'><date form='text'><date-part name='month' suffix=' '/>"
    "<date-part name='day' suffix=', '/><date-part name='year'/></date>"
    "<terms><term name='and'>and</term><term name='et-al'>et al.</term>"
    "<term name='editor'><single>ed.</single><multiple>eds.</multiple></term>"
    "<term name='page'>p.</term><term name='ordinal'>th</term>"
    "<term name='month-01'>Jan.</term></terms></locale>";

struct input {
	const char *at, *end;
	struct arena *arena;
};

/* Well-formed, as the store gives it; NULL at the end and where empty. */
static const char *
take_text(struct input *in)
{
	const char *text = in->at;
	size_t len = 0;

	while (in->at < in->end && *in->at)
		in->at++;
	len = utf8_find_invalid(text, (size_t)(in->at - text));
	if (in->at < in->end)
		in->at++;
	return len ? arena_copy(in->arena, text, len) : NULL;
}

static int
take_number(struct input *in)
{
	const char *text = take_text(in);
	int number = 0;

	for (size_t i = 0; text && i < 4 && text[i]; i++)
		number = number * 100 + text[i] - 'M';
	return number;
}

static struct csl_name
take_name(struct input *in)
{
	struct csl_name name = { .family = take_text(in),
		.given = take_text(in),
		.suffix = take_text(in) };

	if (!name.family && !name.given)
		name.literal = take_text(in);
	name.comma_suffix = in->at < in->end && *in->at == 'c';
	name.static_ordering = in->at < in->end && *in->at == 's';
	return name;
}

static void
fill_item(struct csl_item *item, struct input *in)
{
	struct csl_name *names = arena_alloc_array(in->arena, 8, sizeof *names);

	item->type = CSL_TYPE_BOOK;
	for (int i = 0; i < 8; i++)
		names[i] = take_name(in);
	for (int i = 0; i < CSL_NAMES_COUNT; i++)
		item->names[i] = (struct csl_names){ names, (unsigned)i % 9 };
	for (int i = 0; i < CSL_DATE_COUNT; i++)
		item->dates[i] = (struct csl_date){ .is_given = true,
			.from = { take_number(in), take_number(in),
			    take_number(in) },
			.to = { take_number(in), take_number(in),
			    take_number(in) },
			.is_circa = i & 1 };
	for (int i = 1; i < CSL_TEXT_COUNT; i++)
		item->texts[i] = take_text(in);
}

static struct style *
compile(const char *text, size_t len)
{
	struct style *style = NULL;
	struct diagnose d;
	struct str bytes;

	diagnose_init(&d);
	str_init(&bytes, 0);
	if (csl_style_compile(&bytes, "style", text, len, &d) == STATUS_OK)
		REQUIRE(style_load(&style, "style", bytes.data, bytes.len,
			    NULL) == STATUS_OK);
	str_clear(&bytes);
	diagnose_clear(&d);
	return style;
}

static void
print(const struct style *style, const struct style *locale,
    const struct csl_item *item)
{
	const struct csl_item *items[] = { item, item };
	struct cite_part part = { .locator = item->texts[CSL_LOCATOR],
		.label = item->texts[CSL_NOTE],
		.position = CITE_IBID };
	struct cite *c;
	struct rich out;

	if (cite_new(&c, style, locale, NULL) != STATUS_OK)
		return;
	rich_init(&out);
	cite_set_items(c, items, 2);
	cite_add_citation(&out, c, &part, 1);
	cite_add_reference(&out, c, 1);
	REQUIRE(utf8_find_invalid(out.text.data ? out.text.data : "",
		    out.text.len) == out.text.len);
	rich_clear(&out);
	cite_free(c);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *)data;
	size_t len = size ? (size_t)(strnlen(text, size)) : 0;
	struct style *style = compile(text, len);
	struct style *locale = compile(small_locale, strlen(small_locale));
	struct arena arena = { 0 };
	struct csl_item item = { 0 };
	struct input in = { text + len, text + size, &arena };

	if (len < size)
		in.at++;
	fill_item(&item, &in);
	if (style && style_get_element(style, 0) == STYLE_STYLE)
		print(style, locale, &item);
	arena_clear(&arena);
	style_free(locale);
	style_free(style);
	return 0;
}
