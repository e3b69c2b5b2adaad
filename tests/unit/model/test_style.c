/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "model/csl.h"
#include "model/style.h"
#include "model/style_writer.h"

static void
every_name_finds_what_has_it(void **state)
{
	(void)state;
	for (int i = 0; i < CSL_TYPE_COUNT; i++)
		assert_int_equal(csl_find_type(
				     csl_get_type_name((enum csl_type)i)),
		    i);
	for (int i = 1; i < CSL_VARIABLE_COUNT; i++)
		assert_int_equal(csl_find_variable(csl_get_variable_name(
				     (enum csl_variable)i)),
		    i);
	for (int i = 1; i < STYLE_WORDS_END; i++)
		assert_int_equal(style_find_word(
				     style_get_word_name((enum style_word)i)),
		    i);
	assert_int_equal(csl_find_type("novel"), CSL_TYPE_NONE);
	assert_int_equal(csl_find_type(""), CSL_TYPE_NONE);
	assert_int_equal(csl_find_variable("doi"), CSL_NONE);
	assert_int_equal(csl_find_variable("archive_location"),
	    CSL_ARCHIVE_LOCATION);
	assert_int_equal(style_find_word("verb-shor"), STYLE_NO_WORD);
	assert_string_equal(csl_get_variable_name(CSL_NONE), "");
	assert_string_equal(csl_get_type_name(CSL_TYPE_COUNT), "");
}

/* A style with one macro, which the citation uses. */
static void
write_style(struct str *out)
{
	static const uint16_t types[] = { CSL_TYPE_BOOK, CSL_TYPE_COUNT };
	struct style_writer w = { 0 };
	style_node macro;

	str_init(out, 0);
	style_writer_begin(&w, STYLE_STYLE);
	style_writer_add_number(&w, STYLE_AT_ET_AL_MIN, 3);
	style_writer_add_text(&w, STYLE_AT_DEFAULT_LOCALE, "ko-KR");
	style_writer_add_word(&w, STYLE_AT_AND, STYLE_WORD_TEXT);
	style_writer_add_word(&w, STYLE_AT_AND, STYLE_WORD_SYMBOL);
	macro = style_writer_begin(&w, STYLE_MACRO);
	style_writer_begin(&w, STYLE_IF);
	style_writer_add_list(&w, STYLE_AT_TYPE, types, 2);
	style_writer_end(&w);
	style_writer_end(&w);
	style_writer_begin(&w, STYLE_CITATION);
	style_writer_begin(&w, STYLE_TEXT);
	style_writer_add_macro(&w, macro);
	style_writer_add_text(&w, STYLE_AT_PREFIX, "ko-KR");
	style_writer_end(&w);
	style_writer_begin(&w, STYLE_NUMBER);
	style_writer_end(&w);
	style_writer_end(&w);
	style_writer_end(&w);
	style_writer_finish(out, &w);
	style_writer_clear(&w);
}

static struct style *
load(const struct str *bytes)
{
	struct style *s = NULL;
	struct error err = { 0 };

	if (style_load(&s, "test.style", bytes->data, bytes->len, &err))
		fail_msg("%s", err.message);
	return s;
}

static void
what_was_written_is_read(void **state)
{
	struct str bytes;
	struct style *s;
	style_node macro, citation, text;
	const uint16_t *list;
	uint32_t count;

	(void)state;
	write_style(&bytes);
	s = load(&bytes);
	assert_int_equal(style_get_element(s, 0), STYLE_STYLE);
	assert_int_equal(style_get_number(s, 0, STYLE_AT_ET_AL_MIN, 7), 3);
	assert_int_equal(style_get_number(s, 0, STYLE_AT_ET_AL_USE_FIRST, 7),
	    7);
	assert_int_equal(style_get_word(s, 0, STYLE_AT_AND), STYLE_WORD_SYMBOL);
	assert_string_equal(style_get_text(s, 0, STYLE_AT_DEFAULT_LOCALE),
	    "ko-KR");
	assert_null(style_get_text(s, 0, STYLE_AT_AND));
	assert_null(style_get_text(s, 0, STYLE_AT_PREFIX));
	macro = style_get_child(s, 0);
	citation = style_get_next(s, macro);
	assert_int_equal(style_get_element(s, citation), STYLE_CITATION);
	assert_int_equal(style_get_next(s, citation), STYLE_NODE_NONE);
	text = style_get_child(s, citation);
	assert_int_equal(style_get_macro(s, text), macro);
	assert_int_equal(style_get_element(s, style_get_next(s, text)),
	    STYLE_NUMBER);
	assert_int_equal(style_get_child(s, text), STYLE_NODE_NONE);
	list = style_get_list(s, style_get_child(s, macro), STYLE_AT_TYPE,
	    &count);
	assert_int_equal(count, 2);
	assert_int_equal(list[0], CSL_TYPE_BOOK);
	assert_int_equal(list[1], CSL_TYPE_COUNT);
	assert_null(style_get_list(s, text, STYLE_AT_TYPE, &count));
	assert_int_equal(count, 0);
	style_free(s);
	str_clear(&bytes);
}

static void
a_term_is_found_by_its_name(void **state)
{
	static const char *const names[] = { "and", "et-al", "et-al", "page" };
	struct style_writer w = { 0 };
	struct style *s;
	struct str bytes;
	style_node terms;

	(void)state;
	str_init(&bytes, 0);
	style_writer_begin(&w, STYLE_LOCALE);
	terms = style_writer_begin(&w, STYLE_TERMS);
	for (size_t i = 0; i < 4; i++) {
		style_writer_begin(&w, STYLE_TERM);
		style_writer_add_text(&w, STYLE_AT_NAME, names[i]);
		style_writer_end(&w);
	}
	style_writer_end(&w);
	style_writer_end(&w);
	style_writer_finish(&bytes, &w);
	style_writer_clear(&w);
	s = load(&bytes);
	assert_int_equal(style_find_term(s, terms, "and"), terms + 1);
	assert_int_equal(style_find_term(s, terms, "et-al"), terms + 2);
	assert_int_equal(style_find_term(s, terms, "page"), terms + 4);
	assert_int_equal(style_find_term(s, terms, "a"), STYLE_NODE_NONE);
	assert_int_equal(style_find_term(s, terms, "zz"), STYLE_NODE_NONE);
	assert_int_equal(style_find_term(s, 0, "and"), STYLE_NODE_NONE);
	style_free(s);
	str_clear(&bytes);
}

/* Every byte changed to every other: refused, or walked without harm. */
static void
no_changed_byte_does_harm(void **state)
{
	struct str bytes;
	unsigned refused = 0;

	(void)state;
	write_style(&bytes);
	for (size_t i = 0; i < bytes.len; i++) {
		char kept = bytes.data[i];

		for (int b = 0; b < 256; b++) {
			struct style *s;
			struct error err;

			bytes.data[i] = (char)b;
			if (style_load(&s, "x", bytes.data, bytes.len, &err)) {
				assert_true(err.message[0]);
				refused++;
				continue;
			}
			for (style_node n = style_get_child(s, 0); n;
			     n = style_get_next(s, n))
				assert_true(style_get_macro(s, n) < n);
			style_free(s);
		}
		bytes.data[i] = kept;
	}
	assert_true(refused > 10000);
	str_clear(&bytes);
}

static void
a_style_that_is_cut_is_refused(void **state)
{
	struct str bytes;
	struct style *s;
	struct error err;

	(void)state;
	write_style(&bytes);
	for (size_t len = 0; len < bytes.len; len++)
		assert_int_equal(style_load(&s, "x", bytes.data, len, &err),
		    STATUS_CORRUPT);
	assert_int_equal(style_load(&s, "a.style",
			     "nothing of ours, at all.....", 28, &err),
	    STATUS_CORRUPT);
	assert_string_equal(err.message,
	    "a.style: not a citation style that ibid-compile made");
	str_clear(&bytes);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_name_finds_what_has_it),
		cmocka_unit_test(what_was_written_is_read),
		cmocka_unit_test(a_term_is_found_by_its_name),
		cmocka_unit_test(no_changed_byte_does_harm),
		cmocka_unit_test(a_style_that_is_cut_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
