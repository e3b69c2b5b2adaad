/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "compile/csl_json.h"
#include "compile/diagnose.h"

/* One read of a text, with what was said about it. */
struct reading {
	struct csl_item *items;
	uint32_t count;
	struct arena arena;
	char *said;
	size_t said_len;
};

static void
read_text(struct reading *r, const char *text)
{
	struct diagnose d;
	FILE *to;

	*r = (struct reading){ 0 };
	diagnose_init(&d);
	csl_json_read(&r->items, &r->count, text, strlen(text), "f", &d,
	    &r->arena);
	to = open_memstream(&r->said, &r->said_len);
	assert_non_null(to);
	diagnose_print(&d, to);
	fclose(to);
	diagnose_clear(&d);
}

/* A single item, of which only some members matter. */
static void
read_item(struct reading *r, const char *members)
{
	struct str text;

	str_init(&text, 0);
	str_add_format(&text, "[{\"id\":\"k\",%s}]", members);
	read_text(r, text.data);
	str_clear(&text);
}

static void
clear_reading(struct reading *r)
{
	free(r->said);
	arena_clear(&r->arena);
}

static const char *
find_variable(const struct csl_item *item, const char *variable)
{
	for (uint32_t i = 0; i < item->variable_count; i++) {
		if (strcmp(item->variables[i].variable, variable) == 0)
			return item->variables[i].value;
	}
	return NULL;
}

static void
expect_text(const char *found, const char *wanted)
{
	if (wanted == NULL)
		assert_null(found);
	else
		assert_string_equal(found, wanted);
}

static void
every_item_has_its_place_and_its_very_bytes(void **state)
{
	static const char first[] =
	    "{ \"id\" : \"a\",\n  \"type\":\"book\", \"title\": \"\\u00c9\" }";
	static const char second[] = "{\"type\":\"book\",\"id\":12.50}";
	struct reading r;
	struct str text;

	(void)state;
	str_init(&text, 0);
	str_add_format(&text, "\xef\xbb\xbf [\n %s ,\t%s\n]\n", first, second);
	read_text(&r, text.data);
	assert_string_equal(r.said, "");
	assert_int_equal(r.count, 2);
	assert_string_equal(r.items[0].key, "a");
	assert_string_equal(r.items[0].json, first);
	assert_int_equal(r.items[0].place.line, 2);
	assert_int_equal(r.items[0].place.column, 2);
	assert_string_equal(r.items[1].key, "12.50");
	assert_string_equal(r.items[1].json, second);
	assert_int_equal(r.items[1].place.line, 3);
	assert_int_equal(r.items[1].place.column, 40);
	clear_reading(&r);
	str_clear(&text);
	read_text(&r, "[]");
	assert_string_equal(r.said, "");
	assert_int_equal(r.count, 0);
	clear_reading(&r);
}

static void
variables_are_kept_as_text(void **state)
{
	static const struct {
		const char *members;
		const char *variable;
		const char *value;
	} cases[] = {
		{ "\"title\":\"A <i>b</i>\"", "title", "A <i>b</i>" },
		{ "\"title\":\"e\\u0301\"", "title", "\xc3\xa9" },
		{ "\"title\":\"\"", "title", NULL },
		{ "\"volume\":12", "volume", "12" },
		{ "\"volume\":\"XII\"", "volume", "XII" },
		{ "\"edition\":2.10", "edition", "2.10" },
		{ "\"number\":12345678901234567", "number",
		    "12345678901234567" },
		{ "\"note\":\"a\\r\\nb\\tc\"", "note", "a\nb\tc" },
		{ "\"shortTitle\":\"s\"", "title-short", "s" },
		{ "\"shortTitle\":\"s\",\"title-short\":\"t\"", "title-short",
		    "t" },
		{ "\"journalAbbreviation\":\"J.\"", "container-title-short",
		    "J." },
		{ "\"citation-key\":\"c\"", "citation-key", "c" },
		{ "\"keyword\":\"x, y\"", "keyword", "x, y" },
		{ "\"categories\":[\"c\"]", "categories", NULL },
		{ "\"custom\":{\"other\":[1]}", "custom", NULL },
	};
	struct reading r;
	struct str text;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		str_init(&text, 0);
		str_add_format(&text, "\"type\":\"book\",%s", cases[i].members);
		read_item(&r, text.data);
		assert_string_equal(r.said, "");
		assert_int_equal(r.count, 1);
		expect_text(find_variable(&r.items[0], cases[i].variable),
		    cases[i].value);
		clear_reading(&r);
		str_clear(&text);
	}
}

static void
names_are_laid_out(void **state)
{
	struct reading r;
	const struct source_name *name;

	(void)state;
	read_item(&r,
	    "\"type\":\"book\",\"author\":["
	    "{\"family\":\"Veen\",\"given\":\"J.\",\"suffix\":\"Jr.\","
	    "\"non-dropping-particle\":\"van der\",\"comma-suffix\":true},"
	    "{\"family\":\"Ri\",\"given\":\"Song-il\","
	    "\"static-ordering\":\"true\",\"parse-names\":false}],"
	    "\"editor\":[{\"literal\":\"UN\",\"isInstitution\":true,"
	    "\"given\":\"\"}]");
	assert_string_equal(r.said, "");
	assert_int_equal(r.items[0].name_count, 3);
	assert_string_equal(r.items[0].names[0].variable, "author");
	assert_int_equal(r.items[0].names[0].number, 1);
	name = &r.items[0].names[0].name;
	assert_string_equal(name->family, "Veen");
	assert_string_equal(name->suffix, "Jr.");
	assert_string_equal(name->non_dropping_particle, "van der");
	assert_null(name->literal);
	assert_true(name->comma_suffix);
	assert_false(name->static_ordering);
	assert_int_equal(r.items[0].names[1].number, 2);
	assert_true(r.items[0].names[1].name.static_ordering);
	assert_string_equal(r.items[0].names[2].variable, "editor");
	assert_int_equal(r.items[0].names[2].number, 1);
	assert_string_equal(r.items[0].names[2].name.literal, "UN");
	assert_null(r.items[0].names[2].name.given);
	clear_reading(&r);
}

static void
dates_are_taken_apart(void **state)
{
	static const struct {
		const char *json;
		struct source_date date;
	} cases[] = {
		{ "{\"date-parts\":[[2013]]}", { .year = 2013 } },
		{ "{\"date-parts\":[[\"2013\",\"5\",\"01\"]]}",
		    { .year = 2013, .month = 5, .day = 1 } },
		{ "{\"date-parts\":[[1950],[1953,7]],\"circa\":1}",
		    { .year = 1950,
			.end_year = 1953,
			.end_month = 7,
			.is_circa = true } },
		{ "{\"date-parts\":[[-380]]}", { .year = -380 } },
		{ "{\"date-parts\":[[2024,2,29]]}",
		    { .year = 2024, .month = 2, .day = 29 } },
		{ "{\"date-parts\":[[2012]],\"season\":1}",
		    { .year = 2012, .season = "1" } },
		{ "{\"raw\":\"2013-05-01\"}",
		    { .year = 2013, .month = 5, .day = 1 } },
		{ "{\"raw\":\"2013-5/2014\"}",
		    { .year = 2013, .month = 5, .end_year = 2014 } },
		{ "{\"raw\":\"May 2013\"}", { .literal = "May 2013" } },
		{ "{\"raw\":\"2013-\"}", { .literal = "2013-" } },
		{ "{\"edtf\":\"2013~\"}", { .year = 2013, .is_circa = true } },
		{ "{\"edtf\":\"2013/..\"}", { .literal = "2013/.." } },
		{ "\"2013-05\"", { .year = 2013, .month = 5 } },
		{ "{\"literal\":\"n.d.\",\"circa\":false}",
		    { .literal = "n.d." } },
	};
	struct reading r;
	struct str text;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct source_date *wanted = &cases[i].date, *date;

		str_init(&text, 0);
		str_add_format(&text, "\"type\":\"book\",\"issued\":%s",
		    cases[i].json);
		read_item(&r, text.data);
		assert_string_equal(r.said, "");
		assert_int_equal(r.items[0].date_count, 1);
		assert_string_equal(r.items[0].dates[0].variable, "issued");
		date = &r.items[0].dates[0].date;
		assert_int_equal(date->year, wanted->year);
		assert_int_equal(date->month, wanted->month);
		assert_int_equal(date->day, wanted->day);
		assert_int_equal(date->end_year, wanted->end_year);
		assert_int_equal(date->end_month, wanted->end_month);
		assert_int_equal(date->end_day, wanted->end_day);
		assert_int_equal(date->is_circa, wanted->is_circa);
		expect_text(date->season, wanted->season);
		expect_text(date->literal, wanted->literal);
		clear_reading(&r);
		str_clear(&text);
	}
}

#define TYPED "\"type\":\"article-journal\","

static void
a_label_says_who_what_and_where(void **state)
{
	static const struct {
		const char *members;
		const char *title, *label, *year;
	} cases[] = {
		{ TYPED "\"author\":[{\"family\":\"Keenan\","
			"\"given\":\"David\"}],\"title\":\"Human trafficking\","
			"\"container-title\":\"Borgen Magazine\","
			"\"publisher\":\"x\",\"issued\":{\"raw\":\"2022\"}",
		    "Human trafficking",
		    "Keenan, \"Human trafficking\", Borgen Magazine", "2022" },
		{ TYPED "\"title\":\"Human trafficking\","
			"\"container-title\":\"Wikipedia\","
			"\"original-date\":{\"date-parts\":[[-380]]}",
		    "Human trafficking", "Wikipedia, \"Human trafficking\"",
		    "380 BC" },
		{ TYPED "\"author\":[{\"family\":\"Kim\"},"
			"{\"literal\":\"U.S. Dept, Office\"}],\"title\":\"T\","
			"\"publisher\":\"P\"",
		    "T", "Kim and U.S. Dept, Office, \"T\", P", "" },
		{ TYPED "\"author\":[{\"family\":\"Veen\","
			"\"non-dropping-particle\":\"van der\"},"
			"{\"given\":\"B\"},{\"given\":\"C\"}],\"title\":\"T\"",
		    "T", "van der Veen et al., \"T\"", "" },
		{ TYPED "\"author\":[{\"family\":\"Alembert\","
			"\"non-dropping-particle\":\"d'\"},"
			"{\"given\":\"Plato\"}],\"title\":\"T\"",
		    "T", "d'Alembert and Plato, \"T\"", "" },
		{ TYPED
		    "\"title\":\" <i>On</i>  <span class=\\\"nocase\\\">"
		    "mRNA</span> \\\"x\\\" <b >y</b> <5 <br> H<sub>2</sub>O\"",
		    "On mRNA \"x\" y <5 <br> H2O",
		    "\"On mRNA 'x' y <5 <br> H2O\"", "" },
		{ TYPED "\"author\":[{\"literal\":\"UN\"}],"
			"\"title\":\"T\",\"publisher\":\"UN\"",
		    "T", "UN, \"T\"", "" },
		{ TYPED "\"container-title\":\"Reuters\","
			"\"custom\":{\"ibid\":{\"name\":\"(report)\"}}",
		    "(report)", "Reuters, (report)", "" },
		{ TYPED "\"container-title\":\"Reuters\"", "Reuters", "Reuters",
		    "" },
		{ "\"type\":\"book\",\"editor\":[{\"family\":\"Park\"},"
		  "{\"family\":\"Snyder\"}],\"title\":\"T\","
		  "\"publisher\":\"P\"",
		    "T", "Park and Snyder, \"T\", P", "" },
		{ "\"type\":\"treaty\",\"title\":\"Convention\","
		  "\"container-title\":\"Treaty Series\"",
		    "Convention", "\"Convention\", Treaty Series", "" },
		{ "\"type\":\"legislation\",\"title\":\"Law\","
		  "\"container-title\":\"Stat.\","
		  "\"authority\":\"Congress\"",
		    "Law", "Congress, \"Law\", Stat.", "" },
		{ TYPED "\"authority\":\"UN Security Council\","
			"\"title\":\"Resolution 2397\"",
		    "Resolution 2397",
		    "UN Security Council, \"Resolution 2397\"", "" },
		{ TYPED "\"title\":\"e<i></i>\\u0301\"", "\xc3\xa9",
		    "\"\xc3\xa9\"", "" },
		{ TYPED "\"title-short\":\"S\"", "S", "S", "" },
		{ TYPED "\"volume\":1", "k", "k", "" },
		{ "\"custom\":{\"ibid\":{\"kind\":\"person\","
		  "\"name\":\"Y. Park\"}}",
		    "Y. Park", "Y. Park", "" },
		{ "\"title\":\"A\",\"custom\":{\"ibid\":"
		  "{\"kind\":\"outlet\",\"name\":\"BBC\"}}",
		    "A", "BBC", "" },
	};
	struct reading r;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		read_item(&r, cases[i].members);
		assert_string_equal(r.said, "");
		assert_string_equal(r.items[0].title, cases[i].title);
		assert_string_equal(r.items[0].label, cases[i].label);
		assert_string_equal(r.items[0].year, cases[i].year);
		clear_reading(&r);
	}
}

static void
our_own_members_stand_in_custom_ibid(void **state)
{
	struct reading r;

	(void)state;
	read_item(&r,
	    TYPED
	    "\"custom\":{\"x\":1,\"ibid\":{\"kind\":\"report\","
	    "\"name\":\"n\",\"certainty\":\"c\",\"found_at\":\"f\","
	    "\"copy_of\":\"a\",\"institution\":\"b\"}}");
	assert_string_equal(r.said, "");
	assert_string_equal(r.items[0].type, "article-journal");
	assert_string_equal(r.items[0].kind, "report");
	assert_string_equal(r.items[0].name, "n");
	assert_string_equal(r.items[0].certainty, "c");
	assert_string_equal(r.items[0].found_at, "f");
	assert_string_equal(r.items[0].copy_of, "a");
	assert_string_equal(r.items[0].institution, "b");
	clear_reading(&r);
	read_item(&r, TYPED "\"custom\":{\"ibid\":{\"copy_of\":\"\"}}");
	assert_string_equal(r.items[0].name, "");
	assert_null(r.items[0].copy_of);
	assert_null(r.items[0].institution);
	clear_reading(&r);
}

static void
a_type_gives_the_kind_that_is_not_said(void **state)
{
	static const struct {
		const char *type, *kind;
	} cases[] = {
		{ "article", "article" },
		{ "article-newspaper", "article" },
		{ "entry-encyclopedia", "article" },
		{ "paper-conference", "article" },
		{ "report", "report" },
		{ "manuscript", "report" },
		{ "book", "book" },
		{ "chapter", "book" },
		{ "thesis", "book" },
		{ "webpage", "website" },
		{ "post-weblog", "website" },
		{ "legislation", "law" },
		{ "legal_case", "law" },
		{ "treaty", "treaty" },
	};
	struct reading r;
	struct str text;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		str_init(&text, 0);
		str_add_format(&text, "\"type\":\"%s\"", cases[i].type);
		read_item(&r, text.data);
		assert_string_equal(r.said, "");
		assert_string_equal(r.items[0].kind, cases[i].kind);
		clear_reading(&r);
		str_clear(&text);
	}
}

static void
faults_in_an_item_are_said_at_the_member(void **state)
{
	static const struct {
		const char *members; /* behind [{"id":"k", */
		const char *said;
	} cases[] = {
		{ "\"type\":\"books\"",
		    "f:1:12: unknown type \"books\" (did you mean "
		    "\"book\"?)\n" },
		{ "\"title\":\"x\"", "f:1:2: item \"k\" has no \"type\"\n" },
		{ "\"custom\":{\"ibid\":{\"kind\":\"law\"}}",
		    "f:1:2: warning: item \"k\" has no \"type\"\n" },
		{ "\"custom\":{\"ibid\":{\"kind\":\"treaty\"}}",
		    "f:1:2: item \"k\" has no \"type\"\n" },
		{ "\"custom\":{\"ibid\":{\"kind\":\"persons\"}}",
		    "f:1:30: unknown kind \"persons\" (did you mean "
		    "\"person\"?)\n" },
		{ TYPED "\"custom\":{\"ibid\":{\"copyof\":\"x\"}}",
		    "f:1:55: unknown member \"copyof\" (did you mean "
		    "\"copy_of\"?)\n" },
		{ TYPED "\"custom\":[]",
		    "f:1:37: \"custom\" has to be an object, not an "
		    "array\n" },
		{ TYPED "\"titel\":\"x\"",
		    "f:1:37: warning: unknown member \"titel\" (did you mean "
		    "\"title\"?)\n" },
		{ TYPED "\"title\":1",
		    "f:1:37: \"title\" has to be text, not a number\n" },
		{ TYPED "\"title\":null",
		    "f:1:37: \"title\" has to be text, not null\n" },
		{ TYPED "\"volume\":[]",
		    "f:1:37: \"volume\" has to be a number or text, not an "
		    "array\n" },
		{ TYPED "\"title\":\"a\\u0007\"",
		    "f:1:37: control character U+0007 in \"title\"\n" },
		{ TYPED "\"title\":\"a\\u0000b\"",
		    "f:1:37: control character U+0000 in \"title\"\n" },
		{ TYPED "\"title\":\"a\\nb\"",
		    "f:1:37: control character U+000A in \"title\"\n" },
		{ TYPED "\"author\":{}",
		    "f:1:37: \"author\" has to be an array, not an "
		    "object\n" },
		{ TYPED "\"author\":[\"Kim\"]",
		    "f:1:47: an object is wanted here, not text\n" },
		{ TYPED "\"author\":[{}]",
		    "f:1:47: name has neither family, given nor literal\n" },
		{ TYPED "\"author\":[{\"family\":\"K\",\"gives\":\"x\"}]",
		    "f:1:61: warning: unknown member \"gives\" (did you mean "
		    "\"given\"?)\n" },
		{ TYPED "\"author\":[{\"family\":7}]",
		    "f:1:48: \"family\" has to be text, not a number\n" },
		{ TYPED "\"issued\":{\"date-parts\":[[2013,13]]}",
		    "f:1:61: \"issued\": [2013,13] is no date\n" },
		{ TYPED "\"issued\":{\"date-parts\":[[2013,2,29]]}",
		    "f:1:61: \"issued\": [2013,2,29] is no date\n" },
		{ TYPED "\"issued\":{\"date-parts\":[[0]]}",
		    "f:1:61: \"issued\": [0] is no date\n" },
		{ TYPED "\"issued\":{\"date-parts\":[[\"May\"]]}",
		    "f:1:62: \"issued\": \"May\" is no year\n" },
		{ TYPED "\"issued\":{\"date-parts\":[[2013,99999]]}",
		    "f:1:67: \"issued\": \"99999\" is no month\n" },
		{ TYPED "\"issued\":{\"date-parts\":[[null]]}",
		    "f:1:62: a number or text is wanted here, not null\n" },
		{ TYPED "\"issued\":{\"date-parts\":[[]]}",
		    "f:1:61: \"issued\": a date has one to three parts, not "
		    "0\n" },
		{ TYPED "\"issued\":{\"date-parts\":[]}",
		    "f:1:47: \"issued\": date-parts has one or two dates, "
		    "not 0\n" },
		{ TYPED "\"issued\":{\"date-parts\":[[2013,5],[2013,4]]}",
		    "f:1:47: \"issued\" ends before it begins\n" },
		{ TYPED "\"issued\":{\"raw\":\"2013-13\"}",
		    "f:1:47: \"issued\": 2013-13 is no date\n" },
		{ TYPED "\"issued\":{}", "f:1:37: \"issued\" has no date\n" },
		{ TYPED "\"issued\":{\"year\":2013}",
		    "f:1:37: \"issued\" has no date\n"
		    "f:1:47: warning: unknown member \"year\"\n" },
		{ TYPED "\"issued\":2013",
		    "f:1:37: \"issued\" has to be an object, not a "
		    "number\n" },
	};
	struct reading r;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		read_item(&r, cases[i].members);
		assert_string_equal(r.said, cases[i].said);
		assert_int_equal(r.count, 1);
		assert_non_null(r.items[0].kind);
		clear_reading(&r);
	}
}

static void
what_is_no_json_is_said_where_it_stands(void **state)
{
	static const struct {
		const char *text;
		uint32_t count;
		const char *said;
	} cases[] = {
		{ "", 0, "f:1:1: an array of items, \"[\", is wanted here\n" },
		{ "\n {}", 0,
		    "f:2:2: an array of items, \"[\", is wanted here\n" },
		{ "[", 0, "f:1:2: an item is wanted here\n" },
		{ "[{\"id\":\"a\",\"type\":\"book\"},\n]", 1,
		    "f:2:1: an item is wanted here\n" },
		{ "[{\"id\":\"a\",\"type\":\"book\"}\n{}]", 1,
		    "f:2:1: \",\" or \"]\" is wanted behind an item\n" },
		{ "[{\"id\":\"a\",\"type\":\"book\"}]\n x", 1,
		    "f:2:2: nothing is wanted behind the array of items\n" },
		{ "[{\"type\":\"book\"}]", 0, "f:1:2: item has no \"id\"\n" },
		{ "[{\"id\":\"\",\"type\":\"book\"}]", 0,
		    "f:1:3: \"id\" is empty\n" },
		{ "[{\"id\":true,\"type\":\"book\"}]", 0,
		    "f:1:3: \"id\" has to be a number or text, not true\n" },
		{ "[3, \"x\", []]", 0,
		    "f:1:2: an object is wanted here, not a number\n"
		    "f:1:5: an object is wanted here, not text\n"
		    "f:1:10: an object is wanted here, not an array\n" },
		{ "[{\"id\":\"a\",\n\"type\":\"book\",}]", 0,
		    "f:2:15: not JSON: string or '}' expected, at }\n" },
		{ "[{\"id\":\"a\",\n \"id\":\"b\"}]", 0,
		    "f:2:2: member \"id\" is there twice\n" },
		{ "[{\"id\":\"a\",\n \"type\" \"book\"}]", 0,
		    "f:2:9: not JSON: ':' expected, at \"book\"\n" },
		{ "[{\"id\":\"a\"", 0,
		    "f:1:11: not JSON: the file ends within an item\n" },
		{ "[{\"id\":\"a", 0,
		    "f:1:8: not JSON: premature end of input, at \"a\n" },
		{ "[{\"id\": tru}]", 0,
		    "f:1:9: not JSON: invalid token, at tru\n" },
		{ "[{\"id\":\"\\ud800\"}]", 0,
		    "f:1:8: not JSON: invalid Unicode '\\uD800', at "
		    "\"\\ud800\"\n" },
		{ "[{\"id\":123456789012345678901234567890}]", 0,
		    "f:1:8: not JSON: too big integer, at "
		    "123456789012345678901234567890\n" },
		{ "[{\"id\":1e999}]", 0,
		    "f:1:8: not JSON: real number overflow, at 1e999\n" },
		{ "[{\"id\":\"a\xff\"}]", 0,
		    "f:1:10: byte 0xFF is not UTF-8\n" },
	};
	struct reading r;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		read_text(&r, cases[i].text);
		assert_string_equal(r.said, cases[i].said);
		assert_int_equal(r.count, cases[i].count);
		clear_reading(&r);
	}
}

/* jansson would pass over this one. */
static void
a_nul_behind_a_number_is_an_error(void **state)
{
	static const char text[] = "[\n{\"id\":1\0,\"type\":\"book\"}]";
	struct csl_item *items;
	struct arena arena = { 0 };
	struct diagnose d;
	uint32_t count;

	(void)state;
	diagnose_init(&d);
	csl_json_read(&items, &count, text, sizeof(text) - 1, "f", &d, &arena);
	assert_int_equal(d.errors, 1);
	assert_int_equal(count, 0);
	diagnose_clear(&d);
	arena_clear(&arena);
}

static void
deep_nesting_is_one_line(void **state)
{
	enum { LEN = 100000 };
	char *text = mem_alloc(LEN + 1);
	struct reading r;

	(void)state;
	memset(text, '[', LEN);
	text[LEN] = '\0';
	read_text(&r, text);
	assert_non_null(strstr(r.said, "maximum parsing depth reached"));
	assert_ptr_equal(strchr(r.said, '\n'), r.said + r.said_len - 1);
	clear_reading(&r);
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_item_has_its_place_and_its_very_bytes),
		cmocka_unit_test(variables_are_kept_as_text),
		cmocka_unit_test(names_are_laid_out),
		cmocka_unit_test(dates_are_taken_apart),
		cmocka_unit_test(a_label_says_who_what_and_where),
		cmocka_unit_test(our_own_members_stand_in_custom_ibid),
		cmocka_unit_test(a_type_gives_the_kind_that_is_not_said),
		cmocka_unit_test(faults_in_an_item_are_said_at_the_member),
		cmocka_unit_test(what_is_no_json_is_said_where_it_stands),
		cmocka_unit_test(a_nul_behind_a_number_is_an_error),
		cmocka_unit_test(deep_nesting_is_one_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
