/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "base/str.h"
#include "sample.h"
#include "store/collection.h"
#include "store/collection_csl.h"
#include "unit.h"

/*
 * Items in the words of a test: "type id variable=value ..." in the order
 * of the vocabulary; names as family|given|dropping|non-dropping|suffix or
 * =literal, dates as from/to and what else they are.
 */
static void
show_name(struct str *out, const struct csl_name *n)
{
	const char *const parts[] = { n->given, n->dropping_particle,
		n->non_dropping_particle, n->suffix };

	str_add_char(out, '{');
	if (n->family)
		str_add_text(out, n->family);
	for (size_t i = 0; i < 4; i++) {
		if (parts[i])
			str_add_format(out, "|%zu:%s", i, parts[i]);
	}
	if (n->literal)
		str_add_format(out, "=%s", n->literal);
	str_add_text(out, n->comma_suffix ? ",}" : "}");
	if (n->static_ordering)
		str_add_char(out, '!');
}

static void
show_day(struct str *out, const struct csl_day *d)
{
	str_add_format(out, "%d", d->year);
	if (d->month)
		str_add_format(out, "-%d", d->month);
	if (d->day)
		str_add_format(out, "-%d", d->day);
}

static void
show_date(struct str *out, const struct csl_date *d)
{
	if (d->from.year)
		show_day(out, &d->from);
	if (d->to.year || d->is_open)
		str_add_char(out, '/');
	if (d->to.year)
		show_day(out, &d->to);
	if (d->season)
		str_add_format(out, " s%d", d->season);
	if (d->is_circa)
		str_add_char(out, '~');
	if (d->literal)
		str_add_format(out, "=%s", d->literal);
}

static void
show_variable(struct str *out, const struct csl_item *item, enum csl_variable v)
{
	if (csl_is_names(v)) {
		const struct csl_names *names = csl_item_get_names(item, v);

		for (uint32_t i = 0; i < names->count; i++)
			show_name(out, &names->names[i]);
	} else if (csl_is_date(v)) {
		show_date(out, csl_item_get_date(item, v));
	} else {
		str_add_text(out, item->texts[v]);
	}
}

static bool
has_variable(const struct csl_item *item, enum csl_variable v)
{
	if (csl_is_names(v))
		return csl_item_get_names(item, v)->count > 0;
	if (csl_is_date(v))
		return csl_item_get_date(item, v)->is_given;
	return item->texts[v] != NULL;
}

static void
show_item(struct str *out, const struct csl_item *item)
{
	str_add_format(out, "%s %s", csl_get_type_name(item->type), item->id);
	for (int i = CSL_NONE + 1; i < CSL_VARIABLE_COUNT; i++) {
		enum csl_variable v = (enum csl_variable)i;

		if (!has_variable(item, v))
			continue;
		str_add_format(out, " %s=", csl_get_variable_name(v));
		show_variable(out, item, v);
	}
}

static void
check_json(const char *json, const char *wanted)
{
	struct arena arena = { 0 };
	struct csl_item *items;
	struct error err;
	struct str shown;
	uint32_t count;

	str_init(&shown, 0);
	if (csl_items_parse(&items, &count, json, strlen(json), &arena, &err)) {
		str_add_format(&shown, "! %s", err.message);
		count = 0;
	}
	for (uint32_t i = 0; i < count; i++) {
		str_add_text(&shown, i ? "; " : "");
		show_item(&shown, &items[i]);
	}
	if (strcmp(shown.data ? shown.data : "", wanted) != 0)
		fail_msg("%s\n is %s\n not %s", json, shown.data, wanted);
	str_clear(&shown);
	arena_clear(&arena);
}

struct row {
	const char *json, *wanted;
};
#define CHECK_ROWS(rows)                                                   \
	do {                                                               \
		for (size_t i = 0; i < sizeof(rows) / sizeof *(rows); i++) \
			check_json((rows)[i].json, (rows)[i].wanted);      \
	} while (0)

static void
items_come_as_an_array_alone_or_by_id(void **state)
{
	static const struct row rows[] = {
		{ "[]", "" },
		{ "{}", "" },
		{ " [{\"id\":\"a\",\"type\":\"book\"},{\"id\":7}]\n",
		    "book a;  7" },
		{ "{\"id\":\"a\",\"title\":\"T\"}", " a title=T" },
		{ "{\"a\":{\"type\":\"map\"},\"b\":{\"id\":\"c\"}}",
		    "map a;  c" },
		{ "\xef\xbb\xbf[{\"id\":\"a\"}]", " a" },
	};

	(void)state;
	CHECK_ROWS(rows);
}

static void
values_are_texts_or_numbers_of_one_line(void **state)
{
	static const struct row rows[] = {
		{ "[{\"id\":\"a\",\"volume\":12,\"issue\":\"3\"}]",
		    " a issue=3 volume=12" },
		{ "[{\"id\":\"a\",\"title\":\"  One\\ntwo\\u0007 \"}]",
		    " a title=One two" },
		{ "[{\"id\":\"a\",\"title\":\"\",\"DOI\":null}]", " a" },
		{ "[{\"id\":\"a\",\"title\":\"e\\u0301\\ud800\"}]",
		    " a title=\xc3\xa9\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd" },
		{ "[{\"id\":\"a\",\"mood\":[{}],\"custom\":{\"x\":[1]}}]",
		    " a" },
		{ "[{\"id\":\"a\",\"shortTitle\":\"S\","
		  "\"journalAbbreviation\":\"J\",\"title-short\":\"T\"}]",
		    " a container-title-short=J title-short=T" },
		{ "[{\"id\":\"a\",\"type\":\"poem\"}]", " a" },
	};

	(void)state;
	CHECK_ROWS(rows);
}

static void
a_doi_is_told_from_its_address(void **state)
{
	static const struct row rows[] = {
		{ "[{\"id\":\"a\",\"DOI\":\"10.1000/x\"}]",
		    " a DOI=10.1000/x" },
		{ "[{\"id\":\"a\",\"DOI\":\"https://doi.org/10.1000/x\"}]",
		    " a DOI=10.1000/x" },
		{ "[{\"id\":\"a\",\"DOI\":\"HTTP://dx.doi.org/10.1/doi:x\"}]",
		    " a DOI=10.1/doi:x" },
		{ "[{\"id\":\"a\",\"DOI\":\"doi: 10.1/x\"}]", " a DOI=10.1/x" },
		{ "[{\"id\":\"a\",\"DOI\":\"https://example.org/10.1/x\"}]",
		    " a DOI=https://example.org/10.1/x" },
		{ "[{\"id\":\"a\",\"DOI\":\"doi.org/\"}]", " a DOI=doi.org/" },
	};

	(void)state;
	CHECK_ROWS(rows);
}

static void
names_keep_all_their_parts(void **state)
{
	static const struct row rows[] = {
		{ "[{\"id\":\"a\",\"author\":[{\"family\":\"Berg\","
		  "\"given\":\"Anna\",\"non-dropping-particle\":\"van den\"},"
		  "{\"literal\":\"Agency\"}]}]",
		    " a author={Berg|0:Anna|2:van den}{=Agency}" },
		{ "[{\"id\":\"a\",\"editor\":[{\"family\":\"King\","
		  "\"suffix\":\"Jr.\",\"comma-suffix\":true,"
		  "\"dropping-particle\":\"de\",\"static-ordering\":1}]}]",
		    " a editor={King|1:de|3:Jr.,}!" },
		{ "[{\"id\":\"a\",\"author\":[{},\"Agency\","
		  "{\"family\":\"\"}],\"editor\":[]}]",
		    " a author={=Agency}" },
	};

	(void)state;
	CHECK_ROWS(rows);
}

/* The value of "issued", and what it is read as. */
static const struct row dates[] = {
	{ "{\"date-parts\":[[2013]]}", "2013" },
	{ "{\"date-parts\":[[\"2013\",\"5\",\"31\"]]}", "2013-5-31" },
	{ "{\"date-parts\":[[2011,11],[2012,1]]}", "2011-11/2012-1" },
	{ "{\"date-parts\":[[-44,3,15]]}", "-44-3-15" },
	{ "{\"date-parts\":[[2013,13,1]]}", "2013 s1" },
	{ "{\"date-parts\":[[2013,22]]}", "2013 s2" },
	{ "{\"date-parts\":[[2013,40,1]]}", "2013" },
	{ "{\"date-parts\":[[2013,2,30]]}", "2013-2" },
	{ "{\"date-parts\":[[2013,null,\"\"]]}", "2013" },
	{ "{\"date-parts\":[[2013.0]],\"circa\":true}", "2013~" },
	{ "{\"date-parts\":[[2013]],\"circa\":0}", "2013" },
	{ "{\"date-parts\":[[2013]],\"season\":\"Fall\"}", "2013 s3" },
	{ "{\"date-parts\":[[2013]],\"season\":4}", "2013 s4" },
	{ "{\"date-parts\":[[2013]],\"season\":\"lent\"}", "2013" },
	{ "{\"date-parts\":[[\"n.d.\"]]}", "=n.d." },
	{ "{\"date-parts\":[],\"literal\":\"in press\"}", "=in press" },
	{ "{\"raw\":\"2011-11/2012-01\"}", "2011-11/2012-1" },
	{ "{\"raw\":\"-0044-03-15\"}", "-44-3-15" },
	{ "{\"raw\":\"1984~\"}", "1984~" },
	{ "{\"edtf\":\"1984?/1990-21\"}", "1984/1990 s1~" },
	{ "{\"raw\":\"2004/..\"}", "2004/" },
	{ "{\"raw\":\"2004/\"}", "2004/" },
	{ "{\"raw\":\"2024-03-01T12:00:00Z\"}", "2024-3-1" },
	{ "{\"raw\":\"2013-02-30\"}", "=2013-02-30" },
	{ "{\"raw\":\"1950-1953\"}", "1950/1953" },
	{ "{\"raw\":\"1950\u20131953\"}", "1950/1953" },
	{ "{\"raw\":\"1950-53\"}", "=1950-53" },
	{ "{\"raw\":\"May 2013\"}", "2013-5" },
	{ "{\"raw\":\"31 May 2013\"}", "2013-5-31" },
	{ "{\"raw\":\"Sept. 1st, 2013\"}", "2013-9-1" },
	{ "{\"raw\":\"the 5th of May 2013\"}", "=the 5th of May 2013" },
	{ "{\"raw\":\"5th of May 2013\"}", "2013-5-5" },
	{ "{\"raw\":\"fall 2013\"}", "2013 s3" },
	{ "{\"raw\":\"2013/06/05\"}", "2013-6-5" },
	{ "{\"raw\":\"31 June 2013\"}", "=31 June 2013" },
	{ "{\"raw\":\"May June 2013\"}", "=May June 2013" },
	{ "{\"raw\":\"5 2013\"}", "=5 2013" },
	{ "{\"raw\":\"May\"}", "=May" },
	{ "{\"raw\":\"c. 1950\"}", "=c. 1950" },
	{ "{\"literal\":\"May 2013\"}", "=May 2013" },
	{ "{\"raw\":\"0000\"}", "=0000" },
	{ "\"2013-05\"", "2013-5" },
	{ "2013", "2013" },
};

static void
dates_are_read_in_all_their_forms(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
		struct str json, wanted;

		str_init(&json, 0);
		str_init(&wanted, 0);
		str_add_format(&json, "[{\"id\":\"a\",\"issued\":%s}]",
		    dates[i].json);
		str_add_format(&wanted, " a issued=%s", dates[i].wanted);
		check_json(json.data, wanted.data);
		str_clear(&json);
		str_clear(&wanted);
	}
}

static void
a_date_without_a_year_is_none(void **state)
{
	static const struct row rows[] = {
		{ "[{\"id\":\"a\",\"issued\":{\"date-parts\":[[]]}}]", " a" },
		{ "[{\"id\":\"a\",\"issued\":{\"date-parts\":[[0,5]]}}]",
		    " a" },
		{ "[{\"id\":\"a\",\"issued\":{\"season\":1}}]", " a" },
		{ "[{\"id\":\"a\",\"issued\":\"\"}]", " a" },
		{ "[{\"id\":\"a\",\"issued\":"
		  "{\"date-parts\":[[99999999999999999999]]}}]",
		    " a" },
	};

	(void)state;
	CHECK_ROWS(rows);
}

static void
what_is_of_another_form_is_named(void **state)
{
	static const struct row rows[] = {
		{ "", "! is not CSL-JSON: it begins with no \"[\" or \"{\"" },
		{ "@book{",
		    "! is not CSL-JSON: it begins with no "
		    "\"[\" or \"{\"" },
		{ "[", "! line 1, column 2: this is no JSON" },
		{ "[{\"id\":\"a\"},\n ]",
		    "! line 2, column 2: this is no JSON" },
		{ "[{\"id\":\"a\"}] x",
		    "! line 1, column 14: this is no JSON" },
		{ "[{[\"a\"]:1}]", "! line 1, column 3: this is no JSON" },
		{ "[\"\xff\"]", "! line 1, column 3: this is no JSON" },
		{ "[3]",
		    "! item 1: an item has to be an object, not a number" },
		{ "[{\"id\":\"a\"},[]]",
		    "! item 2: an item has to be an object, not an array" },
		{ "[{\"title\":\"T\"}]", "! item 1: has no \"id\"" },
		{ "[{\"id\":{}}]",
		    "! item 1: \"id\" has to be text, "
		    "not an object" },
		{ "[{\"id\":\"a\"},{\"id\":\"b\",\"title\":[]}]",
		    "! item 2 (b): \"title\" has to be text, not an array" },
		{ "[{\"id\":\"a\",\"volume\":true}]",
		    "! item 1 (a): \"volume\" has to be text, "
		    "not true or false" },
		{ "[{\"id\":\"a\",\"author\":\"Berg\"}]",
		    "! item 1 (a): \"author\" has to be an array, "
		    "not text" },
		{ "[{\"id\":\"a\",\"author\":[3]}]",
		    "! item 1 (a): \"author\" has to be an array of objects, "
		    "not a number" },
		{ "[{\"id\":\"a\",\"author\":[{\"family\":{}}]}]",
		    "! item 1 (a): \"family\" of \"author\" has to be text, "
		    "not an object" },
		{ "[{\"id\":\"a\",\"issued\":[2013]}]",
		    "! item 1 (a): \"issued\" has to be an object, "
		    "not an array" },
		{ "[{\"id\":\"a\",\"issued\":{\"date-parts\":[2013]}}]",
		    "! item 1 (a): \"date-parts\" of \"issued\" has to be "
		    "an array of arrays, not a number" },
		{ "[{\"id\":\"a\",\"issued\":{\"raw\":[]}}]",
		    "! item 1 (a): \"raw\" of \"issued\" has to be text, "
		    "not an array" },
	};

	(void)state;
	CHECK_ROWS(rows);
}

/* Reads so many copies of a text between two others. */
static enum status
read_repeated(const char *begin, const char *middle, size_t count,
    const char *end, struct error *err)
{
	struct arena arena = { 0 };
	struct csl_item *items;
	enum status status;
	struct str text;
	uint32_t found;

	str_init(&text, 0);
	str_add_text(&text, begin);
	for (size_t i = 0; i < count; i++)
		str_add_text(&text, middle);
	str_add_text(&text, end);
	status = csl_items_parse(&items, &found, text.data, text.len, &arena,
	    err);
	str_clear(&text);
	arena_clear(&arena);
	return status;
}

static void
hostile_text_is_refused_at_a_bound(void **state)
{
	struct error err;

	(void)state;
	assert_int_equal(read_repeated("[", "[", 1000 * 1000, "", &err),
	    STATUS_INVALID);
	assert_int_equal(read_repeated("[{\"id\":\"a\",\"custom\":", "[", 1500,
			     "", &err),
	    STATUS_INVALID);
	assert_int_equal(read_repeated("[0", ",0", 9 * 1000 * 1000, "]", &err),
	    STATUS_LIMIT);
	assert_string_equal(err.message, "has more than 8 million values");
	assert_int_equal(read_repeated("[{\"id\":1}", ",{\"id\":1}", 100 * 1000,
			     "]", &err),
	    STATUS_LIMIT);
	assert_string_equal(err.message, "has more than 100000 items");
	assert_int_equal(read_repeated("[\"", "0123456789abcdef", 4 << 20,
			     "\"]", &err),
	    STATUS_LIMIT);
	assert_string_equal(err.message, "is larger than 64 MB");
}

static void
a_nul_does_not_hide_what_follows(void **state)
{
	static const char text[] = "[{\"id\":\"a\"}]\0[";
	struct arena arena = { 0 };
	struct csl_item *items;
	uint32_t count;

	(void)state;
	assert_int_equal(csl_items_parse(&items, &count, text, sizeof text - 1,
			     &arena, NULL),
	    STATUS_INVALID);
	arena_clear(&arena);
}

static void
an_item_of_a_collection_is_made_of_its_rows(void **state)
{
	char *path = sample_make_file();
	struct arena arena = { 0 };
	struct collection *c;
	struct csl_item item;
	struct error err;
	struct str shown;

	(void)state;
	str_init(&shown, 0);
	assert_int_equal(sample_write(path, &err), STATUS_OK);
	assert_int_equal(collection_open(&c, path, &err), STATUS_OK);
	assert_int_equal(collection_read_item(&item, c, 2, &arena, &err),
	    STATUS_OK);
	show_item(&shown, &item);
	assert_string_equal(shown.data,
	    "article-journal berg-2001 container-title=The Paper"
	    " title=An article author={Berg|0:Anna|2:van den,}{=Agency}"
	    " issued=2001-5~");
	str_reset(&shown);
	assert_int_equal(collection_read_item(&item, c, 1, &arena, &err),
	    STATUS_OK);
	show_item(&shown, &item);
	assert_string_equal(shown.data, " agency");
	assert_int_equal(collection_read_item(&item, c, 99, &arena, &err),
	    STATUS_NOT_FOUND);
	collection_close(c);
	str_clear(&shown);
	arena_clear(&arena);
	sample_remove(path);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(items_come_as_an_array_alone_or_by_id),
		cmocka_unit_test(values_are_texts_or_numbers_of_one_line),
		cmocka_unit_test(a_doi_is_told_from_its_address),
		cmocka_unit_test(names_keep_all_their_parts),
		cmocka_unit_test(dates_are_read_in_all_their_forms),
		cmocka_unit_test(a_date_without_a_year_is_none),
		cmocka_unit_test(what_is_of_another_form_is_named),
		cmocka_unit_test(hostile_text_is_refused_at_a_bound),
		cmocka_unit_test(a_nul_does_not_hide_what_follows),
		cmocka_unit_test(an_item_of_a_collection_is_made_of_its_rows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
