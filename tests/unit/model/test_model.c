/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <string.h>

#include "model/citation.h"
#include "model/date.h"
#include "model/passage.h"
#include "model/record.h"

static void
a_date_means_the_days_of_its_precision(void **state)
{
	static const struct {
		const char *text;
		bool is_date;
		int from, to;
	} cases[] = {
		{ "2017", true, 20170101, 20171231 },
		{ "2016-02", true, 20160201, 20160229 },
		{ "1900-02", true, 19000201, 19000228 },
		{ "2017-12-22", true, 20171222, 20171222 },
		{ "1996/1999", true, 19960101, 19991231 },
		{ "2009-04/2009-09", true, 20090401, 20090930 },
		{ "1948/..", true, 19480101, DATE_OPEN_END },
		{ "../1990", true, DATE_OPEN_START, 19901231 },
		{ "..", false, 0, 0 },
		{ "../..", false, 0, 0 },
		{ "2017-13", false, 0, 0 },
		{ "2017-02-30", false, 0, 0 },
		{ "1999/1996", false, 0, 0 },
		{ "17", false, 0, 0 },
		{ "about 2017", false, 0, 0 },
		{ "2017 ", false, 0, 0 },
		{ "0000", false, 0, 0 },
		{ "", false, 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct date_range range = { 0, 0 };

		assert_int_equal(date_parse(&range, cases[i].text),
		    cases[i].is_date);
		if (!cases[i].is_date)
			continue;
		assert_int_equal(range.from, cases[i].from);
		assert_int_equal(range.to, cases[i].to);
	}
}

static void
periods_meet_where_they_share_a_day(void **state)
{
	struct date_range year = { 20170101, 20171231 };
	struct date_range next = { 20180101, 20181231 };
	struct date_range day = { 20171231, 20171231 };

	(void)state;
	assert_true(date_meets(year, day));
	assert_true(date_meets(day, year));
	assert_false(date_meets(year, next));
}

static void
a_locator_label_is_found_by_its_short_forms(void **state)
{
	(void)state;
	assert_string_equal(citation_find_locator_label("p.", 2), "page");
	assert_string_equal(citation_find_locator_label("sec.", 4), "section");
	assert_string_equal(citation_find_locator_label("paras.", 6),
	    "paragraph");
	assert_string_equal(citation_find_locator_label("paras", 5),
	    "paragraph");
	assert_null(citation_find_locator_label("headline", 8));
	assert_null(citation_find_locator_label("", 0));
	assert_string_equal(citation_get_locator_short("chapter"), "ch.");
	assert_string_equal(citation_get_locator_short("nonsense"), "");
}

static void
documents_and_origins_are_counted_once_each(void **state)
{
	static const struct citation citations[] = {
		{ .passage = 4,
		    .at = 0,
		    .len = 20,
		    .document = 1,
		    .origin = 7 },
		{ .passage = 4,
		    .at = 0,
		    .len = 20,
		    .document = 2,
		    .origin = 7 },
		{ .passage = 4,
		    .at = 20,
		    .len = 30,
		    .document = 1,
		    .origin = 9 },
		{ .passage = 5,
		    .at = 0,
		    .len = 20,
		    .document = 3,
		    .origin = 3 },
	};
	uint32_t documents, origins;

	(void)state;
	citation_count_origins(&documents, &origins, citations, 4, 4, 0, 20);
	assert_int_equal(documents, 2);
	assert_int_equal(origins, 1);
	citation_count_origins(&documents, &origins, citations, 4, 4, 0, 50);
	assert_int_equal(documents, 2);
	assert_int_equal(origins, 2);
	citation_count_origins(&documents, &origins, citations, 4, 4, 50, 9);
	assert_int_equal(documents, 0);
}

static void
every_kind_has_a_name_that_finds_it(void **state)
{
	(void)state;
	for (int i = RECORD_TOPIC; i <= RECORD_DISAGREEMENT; i++)
		assert_int_equal(record_find_kind(
				     record_get_name((enum record_kind)i)),
		    i);
	assert_int_equal(record_find_kind("page"), RECORD_NONE);
	for (int i = PASSAGE_TITLE; i <= PASSAGE_FIELD; i++)
		assert_true(
		    passage_get_kind_name((enum passage_kind)i)[0] != '\0');
	assert_string_equal(passage_get_kind_name((enum passage_kind)99), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_date_means_the_days_of_its_precision),
		cmocka_unit_test(periods_meet_where_they_share_a_day),
		cmocka_unit_test(a_locator_label_is_found_by_its_short_forms),
		cmocka_unit_test(documents_and_origins_are_counted_once_each),
		cmocka_unit_test(every_kind_has_a_name_that_finds_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
