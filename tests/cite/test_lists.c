/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "lab.h"

/*
 * Lists of sources in styles of a few lines, with a locale of a few terms.
 */
static const char locale_text[] =
    "<locale xmlns='http://purl.org/net/xbiblio/csl' version='1.0'"
    " xml:lang='en-US'>"
    "<style-options punctuation-in-quote='true'/>"
    "<terms>"
    "<term name='and'>and</term><term name='et-al'>et al.</term>"
    "<term name='ibid'>ibid.</term><term name='no date'>n.d.</term>"
    "<term name='open-quote'>“</term><term name='close-quote'>”</term>"
    "<term name='open-inner-quote'>‘</term>"
    "<term name='close-inner-quote'>’</term>"
    "<term name='page' form='short'><single>p.</single>"
    "<multiple>pp.</multiple></term>"
    "</terms></locale>";

#define NAMES "<names variable='author'><name form='short'/></names>"
#define YEAR "<date variable='issued'><date-part name='year'/></date>"
#define AUTHOR_YEAR                                     \
	"<layout prefix='(' suffix=')' delimiter='; '>" \
	"<group delimiter=' '>" NAMES YEAR "</group></layout>"
#define NUMBER                                         \
	"<layout prefix='[' suffix=']' delimiter=','>" \
	"<text variable='citation-number'/></layout>"
#define TITLES "<layout><text variable='title'/></layout>"

/* "Ann Kim, Bo Lee" */
enum { AUTHORS_MAX = 6, ITEMS_MAX = 8 };

struct source {
	const char *family[AUTHORS_MAX], *given[AUTHORS_MAX];
	int year;
	const char *title;
};

struct desk {
	struct style *style, *locale;
	struct cite *cite;
	struct csl_item items[ITEMS_MAX];
	struct csl_name names[ITEMS_MAX][AUTHORS_MAX];
	const struct csl_item *lent[ITEMS_MAX];
	char *text; /* the last that was asked for */
};

static void
fill_item(struct desk *d, uint32_t at, const struct source *source)
{
	struct csl_item *item = &d->items[at];
	uint32_t count = 0;

	*item = (struct csl_item){ .id = "x", .type = CSL_TYPE_BOOK };
	item->texts[CSL_TITLE] = source->title;
	for (; count < AUTHORS_MAX && source->family[count] != NULL; count++)
		d->names[at][count] = (struct csl_name){
			.family = source->family[count],
			.given = source->given[count]
		};
	item->names[CSL_AUTHOR - CSL_TEXT_COUNT] = (struct csl_names){
		d->names[at], count
	};
	if (source->year != 0)
		item->dates[CSL_ISSUED - CSL_NAMES_END] = (struct csl_date){
			.is_given = true,
			.from = { source->year, 0, 0 },
		};
	d->lent[at] = item;
}

static void
open_desk(struct desk *d, const char *class, const char *id, const char *body)
{
	struct error err = { 0 };
	struct str text;

	*d = (struct desk){ 0 };
	str_init(&text, 0);
	str_add_format(&text,
	    "<style xmlns='http://purl.org/net/xbiblio/csl' version='1.0'"
	    " class='%s'><info><title>T</title><id>%s</id>"
	    "<updated>2024-01-01T00:00:00+00:00</updated></info>%s</style>",
	    class, id, body);
	assert_int_equal(lab_compile(&d->style, "style", text.data, text.len,
			     &err),
	    STATUS_OK);
	str_clear(&text);
	assert_int_equal(lab_compile(&d->locale, "locale", locale_text,
			     sizeof locale_text - 1, &err),
	    STATUS_OK);
	assert_int_equal(cite_new(&d->cite, d->style, d->locale, &err),
	    STATUS_OK);
}

/* Sources end with one that has no title. */
static void
set_sources(struct desk *d, const struct source *sources)
{
	uint32_t count = 0;

	for (; count < ITEMS_MAX && sources[count].title != NULL; count++)
		fill_item(d, count, &sources[count]);
	cite_set_items(d->cite, d->lent, count);
}

static void
close_desk(struct desk *d)
{
	free(d->text);
	cite_free(d->cite);
	style_free(d->style);
	style_free(d->locale);
}

static const char *
keep_text(struct desk *d, struct rich *text)
{
	free(d->text);
	d->text = mem_copy_text(text->text.data != NULL ? text->text.data : "");
	rich_clear(text);
	return d->text;
}

/* A citation of the items that the digits name. */
static const char *
cite_items(struct desk *d, const char *digits)
{
	struct cite_part parts[ITEMS_MAX] = { 0 };
	uint32_t count = 0;
	struct rich text;

	for (; digits[count] != '\0'; count++)
		parts[count].item = (uint32_t)(digits[count] - '0');
	rich_init(&text);
	cite_add_citation(&text, d->cite, parts, count);
	return keep_text(d, &text);
}

/* The whole list, entries parted by " | ". */
static const char *
get_list(struct desk *d)
{
	struct rich text;

	rich_init(&text);
	for (uint32_t i = 0; i < cite_count_references(d->cite); i++) {
		if (i > 0)
			rich_add(&text, 0, " | ", 3);
		cite_add_reference(&text, d->cite,
		    cite_get_reference_item(d->cite, i));
	}
	return keep_text(d, &text);
}

static void
a_list_is_sorted_by_its_keys(void **state)
{
	static const struct source sources[] = {
		{ { "Zola" }, { "E" }, 1900, "beta 10" },
		{ { "Àbel" }, { "N" }, 1820, "(Alpha) first" },
		{ { NULL }, { NULL }, 0, "Gamma" },
		{ { "zola" }, { "E" }, 1880, "beta 9" },
		{ { "d'Or" }, { "P" }, -50, "Delta" },
		{ { NULL }, { NULL }, 0, NULL },
	};
	static const struct {
		const char *keys, *list;
	} cases[] = {
		{ "<key variable='title'/>",
		    "(Alpha) first | beta 9 | beta 10 | Delta | Gamma" },
		{ "<key variable='author'/><key variable='title'/>",
		    "(Alpha) first | Delta | beta 9 | beta 10 | Gamma" },
		{ "<key variable='issued'/>",
		    "Delta | (Alpha) first | beta 9 | beta 10 | Gamma" },
		{ "<key variable='issued' sort='descending'/>",
		    "beta 10 | beta 9 | (Alpha) first | Delta | Gamma" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct desk d;
		struct str body;

		str_init(&body, 0);
		str_add_format(&body,
		    "<citation>" TITLES
		    "</citation><bibliography>"
		    "<sort>%s</sort>"
		    "<layout><text variable='title'/></layout></bibliography>",
		    cases[i].keys);
		open_desk(&d, "in-text", "x", body.data);
		set_sources(&d, sources);
		assert_string_equal(get_list(&d), cases[i].list);
		close_desk(&d);
		str_clear(&body);
	}
}

/* "U.S. Congress" is looked for under "us". */
static void
punctuation_is_passed_over_in_sorting(void **state)
{
	static const struct source sources[] = {
		{ { NULL }, { NULL }, 0, "U.S. Congress" },
		{ { NULL }, { NULL }, 0, "UN Security Council" },
		{ { NULL }, { NULL }, 0, "e-mail" },
		{ { NULL }, { NULL }, 0, "East Asia" },
		{ { NULL }, { NULL }, 0, "Eastern \u201CAsia\u201D" },
		{ { NULL }, { NULL }, 0, "End" },
		{ { NULL }, { NULL }, 0, "O'Neill" },
		{ { NULL }, { NULL }, 0, "Oh" },
		{ { NULL }, { NULL }, 0, NULL },
	};
	struct desk d;

	(void)state;
	open_desk(&d, "in-text", "x",
	    "<citation>" TITLES
	    "</citation><bibliography><sort><key variable='title'/></sort>"
	    "<layout><text variable='title'/></layout></bibliography>");
	set_sources(&d, sources);
	assert_string_equal(get_list(&d),
	    "East Asia | Eastern \u201CAsia\u201D | e-mail | End | Oh | "
	    "O\u2019Neill | UN Security Council | U.S. Congress");
	close_desk(&d);
}

static const struct source kims[] = {
	{ { "Kim" }, { "Ann" }, 2019, "Zinc" },
	{ { "Kim" }, { "Ann" }, 2019, "Amber" },
	{ { "Kim" }, { "Ann" }, 2017, "Lead" },
	{ { "Lee" }, { "Bo" }, 2018, "Tin" },
	{ { "Kim" }, { "Ann" }, 2019, "Iron" },
	{ { NULL }, { NULL }, 0, NULL },
};

#define SORTED_LIST                                              \
	"<bibliography><sort><key variable='author'/>"           \
	"<key variable='issued'/><key variable='title'/></sort>" \
	"<layout><text variable='title'/></layout></bibliography>"

static void
letters_behind_years_follow_the_list(void **state)
{
	struct desk d;

	(void)state;
	open_desk(&d, "in-text", "x",
	    "<citation disambiguate-add-year-suffix='true'>" AUTHOR_YEAR
	    "</citation>" SORTED_LIST);
	set_sources(&d, kims);
	assert_string_equal(get_list(&d), "Lead | Amber | Iron | Zinc | Tin");
	assert_string_equal(cite_items(&d, "0"), "(Kim 2019c)");
	assert_string_equal(cite_items(&d, "1"), "(Kim 2019a)");
	assert_string_equal(cite_items(&d, "4"), "(Kim 2019b)");
	assert_string_equal(cite_items(&d, "2"), "(Kim 2017)");
	close_desk(&d);
}

static void
numbers_follow_the_list_or_the_order_of_citing(void **state)
{
	struct desk d;

	(void)state;
	open_desk(&d, "in-text", "x",
	    "<citation>" NUMBER "</citation>" SORTED_LIST);
	set_sources(&d, kims);
	assert_string_equal(cite_items(&d, "0123"), "[4,2,1,5]");
	close_desk(&d);
	open_desk(&d, "in-text", "x",
	    "<citation>" NUMBER
	    "</citation><bibliography>"
	    "<layout><text variable='title'/></layout></bibliography>");
	set_sources(&d, kims);
	assert_string_equal(cite_items(&d, "0123"), "[1,2,3,4]");
	assert_string_equal(get_list(&d), "Zinc | Amber | Lead | Tin | Iron");
	close_desk(&d);
}

static void
cites_of_one_author_are_collapsed(void **state)
{
	static const struct {
		const char *class, *options, *digits, *text;
	} cases[] = {
		{ "in-text", "", "2310",
		    "(Kim 2017; Lee 2018; Kim 2019a; "
		    "Kim 2019c)" },
		{ "in-text", "collapse='year'", "2310",
		    "(Kim 2017, 2019a, 2019c; Lee 2018)" },
		{ "note", "collapse='year'", "21", "(Kim 2017; 2019a)" },
		{ "in-text", "collapse='year' cite-group-delimiter=' + '",
		    "213", "(Kim 2017 + 2019a; Lee 2018)" },
		{ "in-text", "cite-group-delimiter=', '", "231",
		    "(Kim 2017, Kim 2019a; Lee 2018)" },
		{ "in-text", "collapse='year' after-collapse-delimiter=' / '",
		    "213", "(Kim 2017; 2019a / Lee 2018)" },
		{ "in-text", "collapse='year-suffix' year-suffix-delimiter=','",
		    "2140", "(Kim 2017, 2019a,b,c)" },
		{ "in-text",
		    "collapse='year-suffix-ranged'"
		    " year-suffix-delimiter=','",
		    "140", "(Kim 2019a–c)" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct desk d;
		struct str body;

		str_init(&body, 0);
		str_add_format(&body,
		    "<citation disambiguate-add-year-suffix='true' %s>%s"
		    "</citation>%s",
		    cases[i].options, AUTHOR_YEAR, SORTED_LIST);
		open_desk(&d, cases[i].class, "x", body.data);
		set_sources(&d, kims);
		assert_string_equal(cite_items(&d, cases[i].digits),
		    cases[i].text);
		close_desk(&d);
		str_clear(&body);
	}
}

static void
three_numbers_in_a_row_are_a_range(void **state)
{
	static const struct {
		const char *digits, *text;
	} cases[] = {
		{ "0", "[1]" },
		{ "01", "[1,2]" },
		{ "012", "[1–3]" },
		{ "0134", "[1,2,4,5]" },
		{ "01234", "[1–5]" },
		{ "024", "[1,3,5]" },
		{ "210", "[1–3]" },
	};
	struct desk d;

	(void)state;
	open_desk(&d, "in-text", "x",
	    "<citation collapse='citation-number'>"
	    "<sort><key variable='citation-number'/></sort>" NUMBER
	    "</citation>");
	set_sources(&d, kims);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(cite_items(&d, cases[i].digits),
		    cases[i].text);
	close_desk(&d);
}

#define MANY                                 \
	"et-al-min='3' et-al-use-first='1' " \
	"disambiguate-add-names='true' "
#define GIVEN "disambiguate-add-givenname='true' "

static void
names_are_added_until_cites_differ(void **state)
{
	static const struct source sources[] = {
		{ { "Kim", "Lee", "Moon" }, { "A", "B", "C" }, 2000, "a" },
		{ { "Kim", "Park", "Moon" }, { "A", "B", "C" }, 2000, "b" },
		{ { "Kim", "Lee", "Yun" }, { "A", "B", "C" }, 2001, "c" },
		{ { "Oh", "Lee", "Yun" }, { "A", "B", "C" }, 2000, "d" },
		{ { "Oh", "Lee", "Yun" }, { "A", "B", "C" }, 2000, "e" },
		{ { NULL }, { NULL }, 0, NULL },
	};
	struct desk d;

	(void)state;
	open_desk(&d, "in-text", "x",
	    "<citation " MANY ">" AUTHOR_YEAR "</citation>");
	set_sources(&d, sources);
	assert_string_equal(cite_items(&d, "0"), "(Kim, Lee, et al. 2000)");
	assert_string_equal(cite_items(&d, "1"), "(Kim, Park, et al. 2000)");
	assert_string_equal(cite_items(&d, "2"), "(Kim et al. 2001)");
	/* What nothing tells apart stays as short as it was. */
	assert_string_equal(cite_items(&d, "34"),
	    "(Oh et al. 2000; Oh et al. 2000)");
	close_desk(&d);
}

static void
given_names_are_added_by_the_rule(void **state)
{
	static const struct source sources[] = {
		{ { "Kim", "Lee" }, { "Ann", "Carl" }, 2000, "a" },
		{ { "Kim", "Lee" }, { "Bo", "Carl" }, 2000, "b" },
		{ { "Kim", "Lee" }, { "Adam", "Dora" }, 2001, "c" },
		{ { NULL }, { NULL }, 0, NULL },
	};
	static const struct {
		const char *rule, *texts[3];
	} cases[] = {
		{ "by-cite",
		    { "(A. Kim, Lee 2000)", "(B. Kim, Lee 2000)",
			"(Kim, Lee 2001)" } },
		{ "all-names",
		    { "(Ann Kim, C. Lee 2000)", "(B. Kim, C. Lee 2000)",
			"(Adam Kim, D. Lee 2001)" } },
		{ "all-names-with-initials",
		    { "(A. Kim, C. Lee 2000)", "(B. Kim, C. Lee 2000)",
			"(A. Kim, D. Lee 2001)" } },
		{ "primary-name",
		    { "(Ann Kim, Lee 2000)", "(B. Kim, Lee 2000)",
			"(Adam Kim, Lee 2001)" } },
		{ "primary-name-with-initials",
		    { "(A. Kim, Lee 2000)", "(B. Kim, Lee 2000)",
			"(A. Kim, Lee 2001)" } },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct desk d;
		struct str body;

		str_init(&body, 0);
		str_add_format(&body,
		    "<citation " GIVEN
		    "givenname-disambiguation-rule='%s'>"
		    "<layout prefix='(' suffix=')'><group delimiter=' '>"
		    "<names variable='author'><name form='short' "
		    "initialize-with='. ' delimiter=', '/></names>" YEAR
		    "</group></layout></citation>",
		    cases[i].rule);
		open_desk(&d, "in-text", "x", body.data);
		set_sources(&d, sources);
		for (int k = 0; k < 3; k++) {
			char digits[] = { (char)('0' + k), '\0' };

			assert_string_equal(cite_items(&d, digits),
			    cases[i].texts[k]);
		}
		close_desk(&d);
		str_clear(&body);
	}
}

/* Two works of one of two namesakes: the initial stays, a letter is added. */
static void
a_given_name_stays_where_it_is_not_enough(void **state)
{
	static const struct source sources[] = {
		{ { "Kim" }, { "Ann" }, 2000, "a" },
		{ { "Kim" }, { "Ann" }, 2000, "b" },
		{ { "Kim" }, { "Bo" }, 2000, "c" },
		{ { NULL }, { NULL }, 0, NULL },
	};
	struct desk d;

	(void)state;
	open_desk(&d, "in-text", "x",
	    "<citation disambiguate-add-year-suffix='true' " GIVEN
	    "givenname-disambiguation-rule='by-cite'>"
	    "<layout delimiter='; '><group delimiter=' '>"
	    "<names variable='author'><name form='short' "
	    "initialize-with='. '/></names>" YEAR
	    "</group></layout></citation>");
	set_sources(&d, sources);
	assert_string_equal(cite_items(&d, "012"),
	    "A. Kim 2000a; A. Kim 2000b; B. Kim 2000");
	close_desk(&d);
}

/* The year alone is printed, so it sorts alone: 1981-1990 is 1981. */
static void
a_macro_sorts_by_what_it_prints_of_a_date(void **state)
{
	static const struct csl_date dates[] = {
		{ .is_given = true, .from = { 2014, 11, 7 } },
		{ .is_given = true, .from = { 2014, 0, 0 } },
		{ .is_given = true,
		    .from = { 1981, 0, 0 },
		    .to = { 1990, 0, 0 } },
		{ .is_given = true, .from = { 1999, 0, 0 } },
	};
	static const char *const orders[] = {
		"1981\u20131990 | 1999 | "
		"2014 | 2014",
		"2014 | 2014 | 1999 | 1981\u20131990"
	};
	struct csl_item items[4] = { { .id = "a" }, { .id = "b" },
		{ .id = "c" }, { .id = "d" } };
	const struct csl_item *lent[4];

	(void)state;
	for (int i = 0; i < 4; i++) {
		items[i].dates[CSL_ISSUED - CSL_NAMES_END] = dates[i];
		lent[i] = &items[i];
	}
	for (int i = 0; i < 2; i++) {
		struct desk d;
		struct str body;

		str_init(&body, 0);
		str_add_format(&body,
		    "<macro name='year'>" YEAR
		    "</macro>"
		    "<citation><layout><text macro='year'/></layout></citation>"
		    "<bibliography><sort><key macro='year' sort='%s'/></sort>"
		    "<layout><text macro='year'/></layout></bibliography>",
		    i == 0 ? "ascending" : "descending");
		open_desk(&d, "in-text", "x", body.data);
		cite_set_items(d.cite, lent, 4);
		assert_string_equal(get_list(&d), orders[i]);
		/* Of one year, in the order in which they are cited. */
		assert_int_equal(cite_get_reference_item(d.cite, i ? 0 : 2), 0);
		close_desk(&d);
		str_clear(&body);
	}
}

static void
a_condition_tells_cites_apart(void **state)
{
	struct desk d;

	(void)state;
	open_desk(&d, "in-text", "x",
	    "<citation><layout delimiter='; '><group delimiter=', '>" NAMES
	    "<choose><if disambiguate='true'><text variable='title'/></if>"
	    "</choose></group></layout></citation>");
	set_sources(&d, kims);
	assert_string_equal(cite_items(&d, "013"),
	    "Kim, Zinc; Kim, Amber; "
	    "Lee");
	close_desk(&d);
}

static void
cites_know_what_stands_before_them(void **state)
{
	static const struct {
		const char *item, *locator;
		uint32_t note;
		const char *text;
	} cases[] = {
		{ "0", NULL, 1, "Zinc." },
		{ "0", NULL, 2, "Ibid." },
		{ "0", "5", 3, "Ibid., 5." },
		{ "0", "5", 4, "Ibid." },
		{ "0", NULL, 5, "Kim, n. 1." },
		{ "1", NULL, 6, "Amber." },
		{ "23", NULL, 7, "Lead; Tin." },
		{ "3", NULL, 8, "Lee, n. 7." },
		{ "1", NULL, 20, "Kim (far), n. 6." },
		{ "11", NULL, 21, "Ibid.; ibid." },
		/* A note between may name another source. */
		{ "1", NULL, 24, "Kim, n. 6." },
		/* Citations in one note, and what stands in the next. */
		{ "1", NULL, 24, "Ibid." },
		{ "1", NULL, 25, "Ibid." },
		{ "2", NULL, 25, "Kim (far), n. 7." },
		{ "2", NULL, 26, "Kim, n. 7." },
		/* Another chapter counts its notes anew. */
		{ "1", NULL, 1, "Kim (far), n. 6." },
	};
	enum { COUNT = sizeof cases / sizeof *cases };
	struct cite_part parts[COUNT][2] = { 0 };
	struct cite_cluster clusters[COUNT];
	struct desk d;

	(void)state;
	open_desk(&d, "note", "x",
	    "<citation near-note-distance='8'>"
	    "<layout suffix='.' delimiter='; '><choose>"
	    "<if position='ibid-with-locator'><group delimiter=', '>"
	    "<text term='ibid'/><text variable='locator'/></group></if>"
	    "<else-if position='ibid'><text term='ibid'/></else-if>"
	    "<else-if position='subsequent'><group delimiter=', '>"
	    "<group delimiter=' '>" NAMES
	    "<choose><if position='near-note'/><else>"
	    "<text value='(far)'/></else></choose></group>"
	    "<text variable='first-reference-note-number' prefix='n. '/>"
	    "</group></else-if>"
	    "<else><text variable='title'/></else>"
	    "</choose></layout></citation>");
	set_sources(&d, kims);
	for (int i = 0; i < COUNT; i++) {
		uint32_t count = 0;

		for (; cases[i].item[count] != '\0'; count++) {
			parts[i][count].item = (uint32_t)(cases[i].item[count] -
			    '0');
			parts[i][count].locator = cases[i].locator;
		}
		clusters[i] = (struct cite_cluster){ parts[i], count,
			cases[i].note };
	}
	cite_set_clusters(d.cite, clusters, COUNT);
	for (uint32_t i = 0; i < COUNT; i++) {
		struct rich text;

		rich_init(&text);
		cite_add_cluster(&text, d.cite, i);
		assert_string_equal(keep_text(&d, &text), cases[i].text);
	}
	close_desk(&d);
}

static void
names_of_the_entry_before_are_replaced_by_the_rule(void **state)
{
	static const struct source sources[] = {
		{ { "Kim", "Lee" }, { "A", "B" }, 2000, "a" },
		{ { "Kim", "Lee" }, { "A", "B" }, 2001, "b" },
		{ { "Kim", "Moon" }, { "A", "C" }, 2002, "c" },
		{ { NULL }, { NULL }, 0, NULL },
	};
	static const struct {
		const char *rule, *list;
	} cases[] = {
		{ "complete-all", "Kim, Lee: a | ---: b | Kim, Moon: c" },
		{ "complete-each", "Kim, Lee: a | ---, ---: b | Kim, Moon: c" },
		{ "partial-each", "Kim, Lee: a | ---, ---: b | ---, Moon: c" },
		{ "partial-first", "Kim, Lee: a | ---, Lee: b | ---, Moon: c" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct desk d;
		struct str body;

		str_init(&body, 0);
		str_add_format(&body,
		    "<citation>" TITLES
		    "</citation>"
		    "<bibliography subsequent-author-substitute='---'"
		    " subsequent-author-substitute-rule='%s'><layout>"
		    "<group delimiter=': '>" NAMES
		    "<text variable='title'/>"
		    "</group></layout></bibliography>",
		    cases[i].rule);
		open_desk(&d, "in-text", "x", body.data);
		set_sources(&d, sources);
		assert_string_equal(get_list(&d), cases[i].list);
		close_desk(&d);
		str_clear(&body);
	}
}

static void
the_first_field_stands_in_the_margin(void **state)
{
	struct rich text;
	struct desk d;

	(void)state;
	open_desk(&d, "in-text", "x",
	    "<citation>" NUMBER
	    "</citation>"
	    "<bibliography second-field-align='flush'><layout suffix='.'>"
	    "<text variable='citation-number' suffix=')'/>"
	    "<text variable='title'/></layout></bibliography>");
	set_sources(&d, kims);
	rich_init(&text);
	cite_add_reference(&text, d.cite, 1);
	assert_int_equal(text.count, 2);
	assert_int_equal(text.runs[0].display, RICH_LEFT_MARGIN);
	assert_int_equal(text.runs[0].len, 2);
	assert_int_equal(text.runs[1].display, RICH_RIGHT_INLINE);
	assert_string_equal(text.text.data, "2)Amber.");
	rich_clear(&text);
	close_desk(&d);
}

#define LOCATED                                           \
	"<citation><layout prefix='(' suffix=')'>"        \
	"<group delimiter=', '>" NAMES YEAR               \
	"<text variable='locator' prefix='p. '/></group>" \
	"</layout></citation>"

static void
a_narrative_form_has_its_author_outside(void **state)
{
	struct cite_part part = { .item = 2, .locator = "7" };
	struct rich text;
	struct desk d;

	(void)state;
	open_desk(&d, "in-text", "x", LOCATED);
	set_sources(&d, kims);
	rich_init(&text);
	assert_true(cite_add_narrative(&text, d.cite, &part));
	assert_string_equal(keep_text(&d, &text), "Kim (2017, p. 7)");
	close_desk(&d);
	open_desk(&d, "note", "x", LOCATED);
	set_sources(&d, kims);
	rich_init(&text);
	assert_false(cite_add_narrative(&text, d.cite, &part));
	assert_string_equal(keep_text(&d, &text), "");
	close_desk(&d);
	open_desk(&d, "in-text", "x", "<citation>" NUMBER "</citation>");
	set_sources(&d, kims);
	rich_init(&text);
	assert_false(cite_add_narrative(&text, d.cite, &part));
	assert_string_equal(keep_text(&d, &text), "");
	close_desk(&d);
}

static void
a_source_cited_in_another_has_the_words_of_its_style(void **state)
{
	static const struct {
		const char *id, *class, *text, *quoted;
	} cases[] = {
		{ "http://example.org/apa", "in-text",
		    "(Kim, 2017, as cited in Lee, 2018, p. 7)", NULL },
		{ "http://example.org/harvard-x", "in-text",
		    "(Kim, 2017, cited in Lee, 2018, p. 7)",
		    "(Kim, 2017, quoted in Lee, 2018, p. 7)" },
		{ "http://example.org/modern-language-association", "in-text",
		    "(qtd. in Lee, 2018, p. 7)", NULL },
		{ "http://example.org/unknown", "in-text",
		    "(Kim, 2017, as cited in Lee, 2018, p. 7)",
		    "(Kim, 2017, quoted in Lee, 2018, p. 7)" },
		{ "http://example.org/unknown", "note",
		    "(Kim, 2017, quoted in Lee, 2018, p. 7)", NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct cite_secondary s = {
			.original = { .item = 2 },
			.in = { .item = 3, .locator = "7" },
		};
		struct rich text;
		struct desk d;

		open_desk(&d, cases[i].class, cases[i].id, LOCATED);
		set_sources(&d, kims);
		rich_init(&text);
		cite_add_secondary(&text, d.cite, &s);
		assert_string_equal(keep_text(&d, &text), cases[i].text);
		s.is_quotation = true;
		rich_init(&text);
		cite_add_secondary(&text, d.cite, &s);
		assert_string_equal(keep_text(&d, &text),
		    cases[i].quoted != NULL ? cases[i].quoted : cases[i].text);
		close_desk(&d);
	}
}

static void
items_that_are_not_there_print_nothing(void **state)
{
	struct cite_part part = { .item = 9 };
	struct cite_secondary s = { .original = { .item = 9 } };
	struct cite_cluster cluster = { &part, 1, 0 };
	struct rich text;
	struct desk d;

	(void)state;
	open_desk(&d, "in-text", "x", LOCATED SORTED_LIST);
	rich_init(&text);
	cite_add_citation(&text, d.cite, &part, 1);
	cite_add_reference(&text, d.cite, 0);
	assert_false(cite_add_narrative(&text, d.cite, &part));
	set_sources(&d, kims);
	cite_add_citation(&text, d.cite, &part, 1);
	cite_add_citation(&text, d.cite, NULL, 0);
	cite_add_reference(&text, d.cite, 9);
	cite_add_secondary(&text, d.cite, &s);
	cite_add_secondary_reference(&text, d.cite, &s);
	cite_set_clusters(d.cite, &cluster, 1);
	cite_add_cluster(&text, d.cite, 0);
	cite_add_cluster(&text, d.cite, 1);
	assert_string_equal(keep_text(&d, &text), "");
	cite_set_items(d.cite, NULL, 0);
	assert_int_equal(cite_count_references(d.cite), 0);
	close_desk(&d);
}

static void
only_scripts_that_have_italics_are_slanted(void **state)
{
	static const struct {
		struct source source[2];
		bool is_slanted;
	} cases[] = {
		{ { { { "Kim" }, { "A" }, 2000, "Korea" } }, true },
		{ { { { "Kim" }, { "A" }, 2000, "한국사" } }, false },
		{ { { { "Kim" }, { "A" }, 2000, "朝鮮 1950" } }, true },
		{ { { { "Kim" }, { "A" }, 2000, "한국: \u201C역사\u201D" } },
		    false },
		{ { { { "Kim" }, { "A" }, 2000, "한국 (Korea)" } }, true },
		{ { { { "Kim" }, { "A" }, 2000, "1984" } }, true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct rich text;
		struct desk d;

		open_desk(&d, "in-text", "x",
		    "<citation>" TITLES
		    "</citation><bibliography><layout>"
		    "<text variable='title' font-style='italic'/>"
		    "</layout></bibliography>");
		set_sources(&d, cases[i].source);
		rich_init(&text);
		cite_add_reference(&text, d.cite, 0);
		assert_int_equal(text.count, 1);
		assert_int_equal(text.runs[0].looks,
		    cases[i].is_slanted ? RICH_ITALIC : 0);
		rich_clear(&text);
		close_desk(&d);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_list_is_sorted_by_its_keys),
		cmocka_unit_test(punctuation_is_passed_over_in_sorting),
		cmocka_unit_test(letters_behind_years_follow_the_list),
		cmocka_unit_test(
		    numbers_follow_the_list_or_the_order_of_citing),
		cmocka_unit_test(cites_of_one_author_are_collapsed),
		cmocka_unit_test(three_numbers_in_a_row_are_a_range),
		cmocka_unit_test(names_are_added_until_cites_differ),
		cmocka_unit_test(given_names_are_added_by_the_rule),
		cmocka_unit_test(a_given_name_stays_where_it_is_not_enough),
		cmocka_unit_test(a_macro_sorts_by_what_it_prints_of_a_date),
		cmocka_unit_test(a_condition_tells_cites_apart),
		cmocka_unit_test(cites_know_what_stands_before_them),
		cmocka_unit_test(
		    names_of_the_entry_before_are_replaced_by_the_rule),
		cmocka_unit_test(the_first_field_stands_in_the_margin),
		cmocka_unit_test(a_narrative_form_has_its_author_outside),
		cmocka_unit_test(
		    a_source_cited_in_another_has_the_words_of_its_style),
		cmocka_unit_test(items_that_are_not_there_print_nothing),
		cmocka_unit_test(only_scripts_that_have_italics_are_slanted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
