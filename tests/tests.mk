# SPDX-License-Identifier: ISC
LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) \
	$(top_srcdir)/build-aux/tap-driver.sh
SH_LOG_DRIVER = $(LOG_DRIVER)
AM_TESTS_ENVIRONMENT = CMOCKA_MESSAGE_OUTPUT=TAP srcdir='$(srcdir)' \
	top_builddir='$(top_builddir)' AWK='$(AWK)' \
	CSL_SUITE='$(CSL_SUITE)' CITATIONS='$(CITATIONS)' \
	CSL_STYLES='$(CSL_STYLES)' IBID_STYLES='$(abs_srcdir)/styles'; \
	export CMOCKA_MESSAGE_OUTPUT srcdir top_builddir AWK CSL_SUITE \
	CITATIONS CSL_STYLES IBID_STYLES;
test_cppflags = $(sees_private) -iquote $(top_srcdir)/tests/unit \
	$(CMOCKA_CFLAGS)
EXTRA_DIST += tests/unit/unit.h

# Fuzz targets: libFuzzer drives them under --enable-fuzzing; elsewhere each
# is a test that runs its corpus, tests/fuzz/corpus/NAME, a file a test.
# A target is added in the section of its layer with three lines:
#	fuzz_targets += tests/fuzz/fuzz_NAME
#	tests_fuzz_fuzz_NAME_CPPFLAGS = $(sees_private)
#	tests_fuzz_fuzz_NAME_LDADD = $(link_fuzz) $(link_LAYER)
fuzz_targets =
if FUZZING_ENABLED
link_fuzz = $(FUZZ_LIBS)
else
link_fuzz = tests/fuzz/libreplay.a
check_LIBRARIES = tests/fuzz/libreplay.a
tests_fuzz_libreplay_a_SOURCES = tests/fuzz/replay.c
endif
EXTRA_DIST += tests/fuzz/corpus tests/fuzz/fuzz.h \
	tests/fuzz/fuzz_text.h tests/fuzz/markdown.dict \
	tests/fuzz/csl_json.dict tests/fuzz/csl_style.dict \
	tests/fuzz/front_matter.dict
style_exercise = tests/fuzz/style_exercise.h tests/fuzz/style_exercise.c

# base
unit_tests = tests/unit/base/test_utf8
tests_unit_base_test_utf8_CPPFLAGS = $(test_cppflags)
tests_unit_base_test_utf8_LDADD = $(link_base) $(CMOCKA_LIBS)

unit_tests += tests/unit/base/test_base
tests_unit_base_test_base_CPPFLAGS = $(test_cppflags)
tests_unit_base_test_base_LDADD = $(link_base) $(CMOCKA_LIBS)

# model
unit_tests += tests/unit/model/test_model
tests_unit_model_test_model_CPPFLAGS = $(test_cppflags)
tests_unit_model_test_model_LDADD = $(link_model) $(CMOCKA_LIBS)
unit_tests += tests/unit/model/test_unit
tests_unit_model_test_unit_CPPFLAGS = $(test_cppflags)
tests_unit_model_test_unit_LDADD = $(link_model) $(CMOCKA_LIBS)
unit_tests += tests/unit/model/test_style
tests_unit_model_test_style_CPPFLAGS = $(test_cppflags)
tests_unit_model_test_style_LDADD = $(link_model) $(CMOCKA_LIBS)

# text
text_tests = tests/unit/text/test_clean tests/unit/text/test_plain \
	tests/unit/text/test_layout \
	tests/unit/text/test_table tests/unit/text/test_value \
	tests/unit/text/test_wrap
unit_tests += $(text_tests)
tests_unit_text_test_clean_CPPFLAGS = $(test_cppflags)
tests_unit_text_test_clean_LDADD = $(link_text) $(CMOCKA_LIBS)
tests_unit_text_test_plain_CPPFLAGS = $(test_cppflags)
tests_unit_text_test_plain_LDADD = $(link_text) $(CMOCKA_LIBS)
tests_unit_text_test_table_CPPFLAGS = $(test_cppflags)
tests_unit_text_test_table_LDADD = $(link_text) $(CMOCKA_LIBS)
tests_unit_text_test_value_CPPFLAGS = $(test_cppflags)
tests_unit_text_test_value_LDADD = $(link_text) $(CMOCKA_LIBS)
tests_unit_text_test_wrap_CPPFLAGS = $(test_cppflags)
tests_unit_text_test_wrap_LDADD = $(link_text) $(CMOCKA_LIBS)
unit_tests += tests/unit/text/test_sentence
tests_unit_text_test_sentence_CPPFLAGS = $(test_cppflags)
tests_unit_text_test_sentence_LDADD = $(link_text) $(CMOCKA_LIBS)
fuzz_targets += tests/fuzz/fuzz_sentence
tests_fuzz_fuzz_sentence_CPPFLAGS = $(sees_private)
tests_fuzz_fuzz_sentence_LDADD = $(link_fuzz) $(link_text)

tests_unit_text_test_layout_CPPFLAGS = $(test_cppflags)
tests_unit_text_test_layout_LDADD = $(link_text) $(CMOCKA_LIBS)
fuzz_targets += tests/fuzz/fuzz_layout
tests_fuzz_fuzz_layout_CPPFLAGS = $(sees_private)
tests_fuzz_fuzz_layout_LDADD = $(link_fuzz) $(link_text)

fuzz_targets += tests/fuzz/fuzz_plain
tests_fuzz_fuzz_plain_CPPFLAGS = $(sees_private)
tests_fuzz_fuzz_plain_LDADD = $(link_fuzz) $(link_text)

# store
store_tests = tests/unit/store/test_checksum \
	tests/unit/store/test_collection tests/unit/store/test_writer \
	tests/unit/store/test_collection_behind \
	tests/unit/store/test_collection_csl \
	tests/unit/store/test_collection_facet \
	tests/unit/store/test_collection_search \
	tests/db/test_damaged tests/db/test_plans
unit_tests += $(store_tests)
sample = tests/unit/store/sample.h tests/unit/store/sample.c
sample_fixture = $(sample) tests/unit/store/sample_fixture.h \
	tests/unit/store/sample_fixture.c
store_test_cppflags = $(test_cppflags) $(SQLITE_CFLAGS) \
	-iquote $(top_srcdir)/tests/unit/store
store_test_ldadd = $(link_store) $(CMOCKA_LIBS)
tests_unit_store_test_checksum_CPPFLAGS = $(store_test_cppflags)
tests_unit_store_test_checksum_LDADD = $(store_test_ldadd)
tests_unit_store_test_collection_SOURCES = \
	tests/unit/store/test_collection.c $(sample_fixture)
tests_unit_store_test_collection_CPPFLAGS = $(store_test_cppflags)
tests_unit_store_test_collection_LDADD = $(store_test_ldadd)
tests_unit_store_test_collection_behind_SOURCES = \
	tests/unit/store/test_collection_behind.c $(sample_fixture)
tests_unit_store_test_collection_behind_CPPFLAGS = $(store_test_cppflags)
tests_unit_store_test_collection_behind_LDADD = $(store_test_ldadd)
tests_unit_store_test_collection_facet_SOURCES = \
	tests/unit/store/test_collection_facet.c $(sample_fixture)
tests_unit_store_test_collection_facet_CPPFLAGS = $(store_test_cppflags)
tests_unit_store_test_collection_facet_LDADD = $(store_test_ldadd)
tests_unit_store_test_collection_csl_SOURCES = \
	tests/unit/store/test_collection_csl.c $(sample)
tests_unit_store_test_collection_csl_CPPFLAGS = $(store_test_cppflags)
tests_unit_store_test_collection_csl_LDADD = $(store_test_ldadd)
fuzz_targets += tests/fuzz/fuzz_csl_items
tests_fuzz_fuzz_csl_items_CPPFLAGS = $(sees_private)
tests_fuzz_fuzz_csl_items_LDADD = $(link_fuzz) $(link_store)
tests_unit_store_test_collection_search_SOURCES = \
	tests/unit/store/test_collection_search.c $(sample_fixture)
tests_unit_store_test_collection_search_CPPFLAGS = $(store_test_cppflags)
tests_unit_store_test_collection_search_LDADD = $(store_test_ldadd)
tests_unit_store_test_writer_SOURCES = \
	tests/unit/store/test_writer.c $(sample)
tests_unit_store_test_writer_CPPFLAGS = $(store_test_cppflags)
tests_unit_store_test_writer_LDADD = $(store_test_ldadd)
tests_db_test_damaged_SOURCES = tests/db/test_damaged.c $(sample)
tests_db_test_damaged_CPPFLAGS = $(store_test_cppflags)
tests_db_test_damaged_LDADD = $(store_test_ldadd)
tests_db_test_plans_SOURCES = tests/db/test_plans.c $(sample)
tests_db_test_plans_CPPFLAGS = $(store_test_cppflags)
tests_db_test_plans_LDADD = $(store_test_ldadd)

# What a reader may count on in the bundled collection.
unit_tests += tests/db/test_reading
tests_db_test_reading_SOURCES = tests/db/test_reading.c \
	tests/db/reading_functions.h tests/db/reading_functions.c \
	tests/db/reading_date.c tests/db/reading_number.c
tests_db_test_reading_CPPFLAGS = $(test_cppflags) $(SQLITE_CFLAGS)
tests_db_test_reading_LDADD = $(link_store) $(CMOCKA_LIBS) -lm
EXTRA_DIST += tests/db/reading.sql

# Mutants of a collection: as many as are asked for; a few in `make check`.
unit_tests += tests/db/mutate
tests_db_mutate_SOURCES = tests/db/mutate.c tests/db/exercise.h \
	tests/db/exercise.c $(sample)
tests_db_mutate_CPPFLAGS = $(store_test_cppflags)
tests_db_mutate_LDADD = $(link_store)

# draw
unit_tests += tests/unit/draw/test_canvas
tests_unit_draw_test_canvas_CPPFLAGS = $(test_cppflags)
tests_unit_draw_test_canvas_LDADD = $(link_draw) $(CMOCKA_LIBS)
unit_tests += tests/unit/draw/test_axis
tests_unit_draw_test_axis_CPPFLAGS = $(test_cppflags)
tests_unit_draw_test_axis_LDADD = $(link_draw) $(CMOCKA_LIBS)
unit_tests += tests/unit/draw/test_chart
tests_unit_draw_test_chart_CPPFLAGS = $(test_cppflags)
tests_unit_draw_test_chart_LDADD = $(link_draw) $(CMOCKA_LIBS)
unit_tests += tests/unit/draw/test_chart_svg
tests_unit_draw_test_chart_svg_CPPFLAGS = $(test_cppflags)
tests_unit_draw_test_chart_svg_LDADD = $(link_draw) $(CMOCKA_LIBS)

# cite
fuzz_targets += tests/fuzz/fuzz_style_file
tests_fuzz_fuzz_style_file_SOURCES = tests/fuzz/fuzz_style_file.c \
	$(style_exercise)
tests_fuzz_fuzz_style_file_CPPFLAGS = $(sees_private)
tests_fuzz_fuzz_style_file_LDADD = $(link_fuzz) $(link_cite)
piece_tests = tests/unit/cite/test_numeral tests/unit/cite/test_piece \
	tests/unit/cite/test_rich
unit_tests += $(piece_tests)
tests_unit_cite_test_numeral_CPPFLAGS = $(test_cppflags)
tests_unit_cite_test_numeral_LDADD = $(link_cite) $(CMOCKA_LIBS)
tests_unit_cite_test_piece_CPPFLAGS = $(test_cppflags)
tests_unit_cite_test_piece_LDADD = $(link_cite) $(CMOCKA_LIBS)
tests_unit_cite_test_rich_CPPFLAGS = $(test_cppflags)
tests_unit_cite_test_rich_LDADD = $(link_cite) $(CMOCKA_LIBS)
if COMPILER_ENABLED
unit_tests += tests/unit/cite/test_dates tests/unit/cite/test_interpret \
	tests/unit/cite/test_names
small_style = tests/unit/cite/small_style.h tests/unit/cite/small_style.c
small_style_cppflags = $(test_cppflags) -iquote $(top_srcdir)/tests/unit/cite
small_style_ldadd = libcompile.a $(link_cite) $(link_compile) $(CMOCKA_LIBS)
tests_unit_cite_test_dates_SOURCES = tests/unit/cite/test_dates.c \
	$(small_style)
tests_unit_cite_test_dates_CPPFLAGS = $(small_style_cppflags)
tests_unit_cite_test_dates_LDADD = $(small_style_ldadd)
tests_unit_cite_test_interpret_SOURCES = tests/unit/cite/test_interpret.c \
	$(small_style)
tests_unit_cite_test_interpret_CPPFLAGS = $(small_style_cppflags)
tests_unit_cite_test_interpret_LDADD = $(small_style_ldadd)
tests_unit_cite_test_names_SOURCES = tests/unit/cite/test_names.c \
	$(small_style)
tests_unit_cite_test_names_CPPFLAGS = $(small_style_cppflags)
tests_unit_cite_test_names_LDADD = $(small_style_ldadd)
endif
unit_tests += tests/unit/cite/test_bibliography
tests_unit_cite_test_bibliography_CPPFLAGS = $(test_cppflags)
tests_unit_cite_test_bibliography_LDADD = $(link_cite) $(CMOCKA_LIBS)
fuzz_targets += tests/fuzz/fuzz_bibliography
tests_fuzz_fuzz_bibliography_CPPFLAGS = $(sees_private)
tests_fuzz_fuzz_bibliography_LDADD = $(link_fuzz) $(link_cite)
if COMPILER_ENABLED
fuzz_targets += tests/fuzz/fuzz_cite
tests_fuzz_fuzz_cite_CPPFLAGS = $(sees_private)
tests_fuzz_fuzz_cite_LDADD = $(link_fuzz) libcompile.a $(link_cite) \
	$(link_compile)
endif
fuzz_targets += tests/fuzz/fuzz_piece
tests_fuzz_fuzz_piece_CPPFLAGS = $(sees_private)
tests_fuzz_fuzz_piece_LDADD = $(link_fuzz) $(link_cite)

# search
unit_tests += tests/unit/search/test_capital tests/unit/search/test_pattern
tests_unit_search_test_capital_CPPFLAGS = $(test_cppflags)
tests_unit_search_test_capital_LDADD = $(link_search) $(CMOCKA_LIBS)
tests_unit_search_test_pattern_CPPFLAGS = $(test_cppflags) $(PCRE2_CFLAGS)
tests_unit_search_test_pattern_LDADD = $(link_search) $(CMOCKA_LIBS)
texts = tests/unit/search/texts.h tests/unit/search/texts.c
texts_cppflags = $(test_cppflags) -iquote $(top_srcdir)/tests/unit/search \
	$(SQLITE_CFLAGS) $(PCRE2_CFLAGS)
unit_tests += tests/unit/search/test_scan
tests_unit_search_test_scan_SOURCES = tests/unit/search/test_scan.c $(texts)
tests_unit_search_test_scan_CPPFLAGS = $(texts_cppflags)
tests_unit_search_test_scan_LDADD = $(link_search) $(CMOCKA_LIBS)
unit_tests += tests/unit/search/test_search tests/unit/search/test_kept
tests_unit_search_test_search_SOURCES = tests/unit/search/test_search.c \
	$(texts)
tests_unit_search_test_search_CPPFLAGS = $(texts_cppflags)
tests_unit_search_test_search_LDADD = $(link_search) $(CMOCKA_LIBS)
tests_unit_search_test_kept_CPPFLAGS = $(texts_cppflags)
tests_unit_search_test_kept_LDADD = $(link_search) $(CMOCKA_LIBS)
fuzz_targets += tests/fuzz/fuzz_pattern
tests_fuzz_fuzz_pattern_CPPFLAGS = $(sees_private)
tests_fuzz_fuzz_pattern_LDADD = $(link_fuzz) $(link_search)
unit_tests += tests/unit/search/test_plan tests/unit/search/test_finder \
	tests/unit/search/test_fold
tests_unit_search_test_plan_CPPFLAGS = $(test_cppflags) $(PCRE2_CFLAGS)
tests_unit_search_test_plan_LDADD = $(link_search) $(CMOCKA_LIBS)
tests_unit_search_test_finder_CPPFLAGS = $(test_cppflags)
tests_unit_search_test_finder_LDADD = $(link_search) $(CMOCKA_LIBS)
tests_unit_search_test_fold_CPPFLAGS = $(test_cppflags) $(PCRE2_CFLAGS)
tests_unit_search_test_fold_LDADD = $(link_search) $(CMOCKA_LIBS)
search_lab_cppflags = $(sees_private) $(PCRE2_CFLAGS)
search_lab = tests/fuzz/search_lab.h tests/fuzz/search_lab.c \
	tests/fuzz/search_maker.h tests/fuzz/search_maker.c
fuzz_targets += tests/fuzz/fuzz_plan
tests_fuzz_fuzz_plan_SOURCES = tests/fuzz/fuzz_plan.c $(search_lab)
tests_fuzz_fuzz_plan_CPPFLAGS = $(search_lab_cppflags)
tests_fuzz_fuzz_plan_LDADD = $(link_fuzz) $(link_search)
check_PROGRAMS += tests/fuzz/torture_search
tests_fuzz_torture_search_SOURCES = tests/fuzz/torture_search.c $(search_lab)
tests_fuzz_torture_search_CPPFLAGS = $(search_lab_cppflags)
tests_fuzz_torture_search_LDADD = $(link_search)
TESTS += tests/fuzz/test_search_torture.sh
EXTRA_DIST += tests/fuzz/test_search_torture.sh
check_PROGRAMS += tests/fuzz/torture_scan
tests_fuzz_torture_scan_SOURCES = tests/fuzz/torture_scan.c \
	tests/fuzz/search_maker.h tests/fuzz/search_maker.c
tests_fuzz_torture_scan_CPPFLAGS = $(sees_private)
tests_fuzz_torture_scan_LDADD = $(link_search)
TESTS += tests/fuzz/test_scan_torture.sh
EXTRA_DIST += tests/fuzz/test_scan_torture.sh

# reader
unit_tests += tests/unit/reader/test_settings tests/unit/reader/test_trail
tests_unit_reader_test_settings_CPPFLAGS = $(test_cppflags)
tests_unit_reader_test_settings_LDADD = $(link_reader) $(CMOCKA_LIBS)
tests_unit_reader_test_trail_CPPFLAGS = $(test_cppflags)
tests_unit_reader_test_trail_LDADD = $(link_reader) $(CMOCKA_LIBS)
unit_tests += tests/unit/reader/test_sieve
tests_unit_reader_test_sieve_CPPFLAGS = $(test_cppflags)
tests_unit_reader_test_sieve_LDADD = $(link_reader) $(CMOCKA_LIBS)
unit_tests += tests/unit/reader/test_inquiry
tests_unit_reader_test_inquiry_SOURCES = tests/unit/reader/test_inquiry.c \
	$(texts)
tests_unit_reader_test_inquiry_CPPFLAGS = $(texts_cppflags)
tests_unit_reader_test_inquiry_LDADD = $(link_reader) $(CMOCKA_LIBS)
unit_tests += tests/unit/reader/test_print
tests_unit_reader_test_print_CPPFLAGS = $(test_cppflags)
tests_unit_reader_test_print_LDADD = $(link_reader) $(CMOCKA_LIBS)
fuzz_targets += tests/fuzz/fuzz_json_check
tests_fuzz_fuzz_json_check_CPPFLAGS = $(sees_private)
tests_fuzz_fuzz_json_check_LDADD = $(link_fuzz) $(link_reader)
if COMPILER_ENABLED
unit_tests += tests/unit/reader/test_measure_shown
tests_unit_reader_test_measure_shown_CPPFLAGS = $(test_cppflags) \
	$(EXPAT_CFLAGS)
tests_unit_reader_test_measure_shown_LDADD = libcompile.a $(link_reader) \
	$(link_compile) $(CMOCKA_LIBS)
unit_tests += tests/unit/reader/test_comparison
tests_unit_reader_test_comparison_CPPFLAGS = $(test_cppflags)
tests_unit_reader_test_comparison_LDADD = libcompile.a $(link_reader) \
	$(link_compile) $(CMOCKA_LIBS)
endif
fuzz_targets += tests/fuzz/fuzz_settings
tests_fuzz_fuzz_settings_CPPFLAGS = $(sees_private)
tests_fuzz_fuzz_settings_LDADD = $(link_fuzz) $(link_reader)

# ui
unit_tests += tests/unit/ui/test_clipboard
tests_unit_ui_test_clipboard_CPPFLAGS = $(test_cppflags)
tests_unit_ui_test_clipboard_LDADD = $(link_ui) $(CMOCKA_LIBS)

unit_tests += tests/unit/ui/test_pane
tests_unit_ui_test_pane_CPPFLAGS = $(test_cppflags)
tests_unit_ui_test_pane_LDADD = $(link_ui) $(CMOCKA_LIBS)
unit_tests += tests/unit/ui/test_command tests/unit/ui/test_keymap \
	tests/unit/ui/test_prompt
tests_unit_ui_test_command_CPPFLAGS = $(test_cppflags)
tests_unit_ui_test_command_LDADD = $(link_ui) $(CMOCKA_LIBS)
tests_unit_ui_test_keymap_CPPFLAGS = $(test_cppflags)
tests_unit_ui_test_keymap_LDADD = $(link_ui) $(CMOCKA_LIBS)
tests_unit_ui_test_prompt_CPPFLAGS = $(test_cppflags)
tests_unit_ui_test_prompt_LDADD = $(link_ui) $(CMOCKA_LIBS)
unit_tests += tests/unit/ui/test_manual
tests_unit_ui_test_manual_CPPFLAGS = $(test_cppflags)
tests_unit_ui_test_manual_LDADD = $(link_ui) $(CMOCKA_LIBS)
golden = tests/unit/ui/golden.h tests/unit/ui/golden.c
if COMPILER_ENABLED
unit_tests += tests/unit/ui/test_views
tests_unit_ui_test_views_SOURCES = tests/unit/ui/test_views.c $(golden)
tests_unit_ui_test_views_CPPFLAGS = $(test_cppflags) \
	-iquote $(top_srcdir)/tests/unit/ui
tests_unit_ui_test_views_LDADD = libcompile.a $(link_ui) $(link_compile) \
	$(CMOCKA_LIBS)
endif
if COMPILER_ENABLED
unit_tests += tests/unit/ui/test_view_topic
tests_unit_ui_test_view_topic_SOURCES = tests/unit/ui/test_view_topic.c \
	$(golden)
tests_unit_ui_test_view_topic_CPPFLAGS = $(test_cppflags) \
	-iquote $(top_srcdir)/tests/unit/ui
tests_unit_ui_test_view_topic_LDADD = libcompile.a $(link_ui) \
	$(link_compile) $(CMOCKA_LIBS)
endif
if COMPILER_ENABLED
unit_tests += tests/unit/ui/test_lit
tests_unit_ui_test_lit_SOURCES = tests/unit/ui/test_lit.c $(golden)
tests_unit_ui_test_lit_CPPFLAGS = $(test_cppflags) \
	-iquote $(top_srcdir)/tests/unit/ui
tests_unit_ui_test_lit_LDADD = libcompile.a $(link_ui) $(link_compile) \
	$(CMOCKA_LIBS)
endif
if COMPILER_ENABLED
unit_tests += tests/unit/ui/test_addresses
tests_unit_ui_test_addresses_SOURCES = tests/unit/ui/test_addresses.c $(golden)
tests_unit_ui_test_addresses_CPPFLAGS = $(test_cppflags) \
	-iquote $(top_srcdir)/tests/unit/ui
tests_unit_ui_test_addresses_LDADD = libcompile.a $(link_ui) $(link_compile) \
	$(CMOCKA_LIBS)
unit_tests += tests/unit/ui/test_contents
tests_unit_ui_test_contents_SOURCES = tests/unit/ui/test_contents.c $(golden)
tests_unit_ui_test_contents_CPPFLAGS = $(test_cppflags) \
	-iquote $(top_srcdir)/tests/unit/ui
tests_unit_ui_test_contents_LDADD = libcompile.a $(link_ui) $(link_compile) \
	$(CMOCKA_LIBS)
endif
if COMPILER_ENABLED
unit_tests += tests/unit/ui/test_copy
tests_unit_ui_test_copy_SOURCES = tests/unit/ui/test_copy.c \
	$(golden)
tests_unit_ui_test_copy_CPPFLAGS = $(test_cppflags) \
	-iquote $(top_srcdir)/tests/unit/ui
tests_unit_ui_test_copy_LDADD = libcompile.a $(link_ui) \
	$(link_compile) $(CMOCKA_LIBS)
endif
if COMPILER_ENABLED
unit_tests += tests/unit/ui/test_citations
tests_unit_ui_test_citations_SOURCES = tests/unit/ui/test_citations.c \
	$(golden)
tests_unit_ui_test_citations_CPPFLAGS = $(test_cppflags) \
	-iquote $(top_srcdir)/tests/unit/ui
tests_unit_ui_test_citations_LDADD = libcompile.a $(link_ui) \
	$(link_compile) $(CMOCKA_LIBS)
endif
if COMPILER_ENABLED
unit_tests += tests/unit/ui/test_list
tests_unit_ui_test_list_SOURCES = tests/unit/ui/test_list.c \
	$(golden)
tests_unit_ui_test_list_CPPFLAGS = $(test_cppflags) \
	-iquote $(top_srcdir)/tests/unit/ui
tests_unit_ui_test_list_LDADD = libcompile.a $(link_ui) \
	$(link_compile) $(CMOCKA_LIBS)
endif
if COMPILER_ENABLED
unit_tests += tests/unit/ui/test_view_measure
tests_unit_ui_test_view_measure_SOURCES = tests/unit/ui/test_view_measure.c \
	$(golden)
tests_unit_ui_test_view_measure_CPPFLAGS = $(test_cppflags) \
	-iquote $(top_srcdir)/tests/unit/ui
tests_unit_ui_test_view_measure_LDADD = libcompile.a $(link_ui) \
	$(link_compile) $(CMOCKA_LIBS)
endif
if COMPILER_ENABLED
unit_tests += tests/unit/ui/test_record_view
tests_unit_ui_test_record_view_SOURCES = tests/unit/ui/test_record_view.c \
	$(golden)
tests_unit_ui_test_record_view_CPPFLAGS = $(test_cppflags) \
	-iquote $(top_srcdir)/tests/unit/ui
tests_unit_ui_test_record_view_LDADD = libcompile.a $(link_ui) \
	$(link_compile) $(CMOCKA_LIBS)
endif
if COMPILER_ENABLED
unit_tests += tests/unit/ui/test_view_events
tests_unit_ui_test_view_events_SOURCES = tests/unit/ui/test_view_events.c \
	$(golden)
tests_unit_ui_test_view_events_CPPFLAGS = $(test_cppflags) \
	-iquote $(top_srcdir)/tests/unit/ui
tests_unit_ui_test_view_events_LDADD = libcompile.a $(link_ui) \
	$(link_compile) $(CMOCKA_LIBS)
endif
if COMPILER_ENABLED
unit_tests += tests/unit/ui/test_view_disagreements
tests_unit_ui_test_view_disagreements_SOURCES = \
	tests/unit/ui/test_view_disagreements.c $(golden)
tests_unit_ui_test_view_disagreements_CPPFLAGS = $(test_cppflags) \
	-iquote $(top_srcdir)/tests/unit/ui
tests_unit_ui_test_view_disagreements_LDADD = libcompile.a $(link_ui) \
	$(link_compile) $(CMOCKA_LIBS)
endif
unit_tests += tests/unit/ui/test_wording
tests_unit_ui_test_wording_CPPFLAGS = $(test_cppflags)
tests_unit_ui_test_wording_LDADD = $(link_ui) $(CMOCKA_LIBS)
if COMPILER_ENABLED
unit_tests += tests/unit/ui/test_hints
tests_unit_ui_test_hints_SOURCES = tests/unit/ui/test_hints.c $(golden)
tests_unit_ui_test_hints_CPPFLAGS = $(test_cppflags) \
	-iquote $(top_srcdir)/tests/unit/ui
tests_unit_ui_test_hints_LDADD = libcompile.a $(link_ui) $(link_compile) \
	$(CMOCKA_LIBS)
endif
if COMPILER_ENABLED
unit_tests += tests/unit/ui/test_app tests/unit/ui/test_app_line
unit_tests += tests/unit/ui/test_app_live tests/unit/ui/test_app_seek
tests_unit_ui_test_app_live_SOURCES = tests/unit/ui/test_app_live.c $(golden)
tests_unit_ui_test_app_live_CPPFLAGS = $(test_cppflags) \
	-iquote $(top_srcdir)/tests/unit/ui
tests_unit_ui_test_app_live_LDADD = libcompile.a $(link_ui) \
	$(link_compile) $(CMOCKA_LIBS)
tests_unit_ui_test_app_seek_SOURCES = tests/unit/ui/test_app_seek.c $(golden)
tests_unit_ui_test_app_seek_CPPFLAGS = $(test_cppflags) \
	-iquote $(top_srcdir)/tests/unit/ui
tests_unit_ui_test_app_seek_LDADD = libcompile.a $(link_ui) \
	$(link_compile) $(CMOCKA_LIBS)
unit_tests += tests/unit/ui/test_searches
tests_unit_ui_test_searches_SOURCES = tests/unit/ui/test_searches.c $(golden)
tests_unit_ui_test_searches_CPPFLAGS = $(test_cppflags) \
	-iquote $(top_srcdir)/tests/unit/ui
tests_unit_ui_test_searches_LDADD = libcompile.a $(link_ui) \
	$(link_compile) $(CMOCKA_LIBS)
tests_unit_ui_test_app_line_SOURCES = tests/unit/ui/test_app_line.c $(golden)
tests_unit_ui_test_app_line_CPPFLAGS = $(test_cppflags) \
	-iquote $(top_srcdir)/tests/unit/ui
tests_unit_ui_test_app_line_LDADD = libcompile.a $(link_ui) \
	$(link_compile) $(CMOCKA_LIBS)
tests_unit_ui_test_app_SOURCES = tests/unit/ui/test_app.c $(golden)
tests_unit_ui_test_app_CPPFLAGS = $(test_cppflags) \
	-iquote $(top_srcdir)/tests/unit/ui
tests_unit_ui_test_app_LDADD = libcompile.a $(link_ui) $(link_compile) \
	$(CMOCKA_LIBS)
endif
if COMPILER_ENABLED
unit_tests += tests/unit/ui/test_view_hits
tests_unit_ui_test_view_hits_SOURCES = tests/unit/ui/test_view_hits.c $(golden)
tests_unit_ui_test_view_hits_CPPFLAGS = $(test_cppflags) \
	-iquote $(top_srcdir)/tests/unit/ui
tests_unit_ui_test_view_hits_LDADD = libcompile.a $(link_ui) \
	$(link_compile) $(CMOCKA_LIBS)
endif
unit_tests += tests/unit/ui/test_hits_rows tests/unit/ui/test_hits_line
tests_unit_ui_test_hits_rows_CPPFLAGS = $(test_cppflags)
tests_unit_ui_test_hits_rows_LDADD = $(link_ui) $(CMOCKA_LIBS)
tests_unit_ui_test_hits_line_CPPFLAGS = $(test_cppflags)
tests_unit_ui_test_hits_line_LDADD = $(link_ui) $(CMOCKA_LIBS)
unit_tests += tests/unit/ui/test_ranking
tests_unit_ui_test_ranking_CPPFLAGS = $(test_cppflags)
tests_unit_ui_test_ranking_LDADD = $(link_ui) $(CMOCKA_LIBS)
if COMPILER_ENABLED
unit_tests += tests/unit/ui/test_large
tests_unit_ui_test_large_SOURCES = tests/unit/ui/test_large.c $(golden)
tests_unit_ui_test_large_CPPFLAGS = $(test_cppflags) \
	-iquote $(top_srcdir)/tests/unit/ui
tests_unit_ui_test_large_LDADD = libcompile.a $(link_ui) $(link_compile) \
	$(CMOCKA_LIBS)
endif
EXTRA_DIST += tests/unit/ui/golden
unit_tests += tests/unit/ui/test_browser
tests_unit_ui_test_browser_CPPFLAGS = $(test_cppflags)
tests_unit_ui_test_browser_LDADD = $(link_ui) $(CMOCKA_LIBS)
unit_tests += tests/unit/ui/test_term_input
tests_unit_ui_test_term_input_CPPFLAGS = $(test_cppflags)
tests_unit_ui_test_term_input_LDADD = $(link_ui) $(CMOCKA_LIBS)
unit_tests += tests/unit/ui/test_term_codes
tests_unit_ui_test_term_codes_CPPFLAGS = $(test_cppflags)
tests_unit_ui_test_term_codes_LDADD = $(link_ui) $(CMOCKA_LIBS)
unit_tests += tests/unit/ui/test_term_paint
tests_unit_ui_test_term_paint_CPPFLAGS = $(test_cppflags) $(VTERM_CFLAGS)
tests_unit_ui_test_term_paint_LDADD = $(link_ui) $(VTERM_LIBS) $(CMOCKA_LIBS)
fuzz_targets += tests/fuzz/fuzz_term_input
tests_fuzz_fuzz_term_input_CPPFLAGS = $(sees_private)
tests_fuzz_fuzz_term_input_LDADD = $(link_fuzz) $(link_ui)
fuzz_targets += tests/fuzz/fuzz_keymap
tests_fuzz_fuzz_keymap_CPPFLAGS = $(sees_private)
tests_fuzz_fuzz_keymap_LDADD = $(link_fuzz) $(link_ui)

# compile
if COMPILER_ENABLED
unit_tests += tests/unit/compile/test_compile
tests_unit_compile_test_compile_CPPFLAGS = $(test_cppflags)
tests_unit_compile_test_compile_LDADD = $(link_compile) $(CMOCKA_LIBS)
unit_tests += tests/unit/compile/test_diagnose
tests_unit_compile_test_diagnose_CPPFLAGS = $(test_cppflags)
tests_unit_compile_test_diagnose_LDADD = $(link_compile) $(CMOCKA_LIBS)
unit_tests += tests/unit/compile/test_csv
tests_unit_compile_test_csv_CPPFLAGS = $(test_cppflags)
tests_unit_compile_test_csv_LDADD = $(link_compile) $(CMOCKA_LIBS)
unit_tests += tests/unit/compile/test_front_matter
tests_unit_compile_test_front_matter_CPPFLAGS = $(test_cppflags)
tests_unit_compile_test_front_matter_LDADD = $(link_compile) $(CMOCKA_LIBS)
unit_tests += tests/unit/compile/test_csl_json
tests_unit_compile_test_csl_json_CPPFLAGS = $(test_cppflags)
tests_unit_compile_test_csl_json_LDADD = $(link_compile) $(CMOCKA_LIBS)
unit_tests += tests/unit/compile/test_csl_style
tests_unit_compile_test_csl_style_CPPFLAGS = $(test_cppflags)
tests_unit_compile_test_csl_style_LDADD = $(link_compile) $(CMOCKA_LIBS)
fuzz_targets += tests/fuzz/fuzz_csl_style
tests_fuzz_fuzz_csl_style_SOURCES = tests/fuzz/fuzz_csl_style.c \
	$(style_exercise)
tests_fuzz_fuzz_csl_style_CPPFLAGS = $(sees_private)
tests_fuzz_fuzz_csl_style_LDADD = $(link_fuzz) libcompile.a $(link_cite) \
	$(link_compile)
fuzz_targets += tests/fuzz/fuzz_csv
tests_fuzz_fuzz_csv_CPPFLAGS = $(sees_private)
tests_fuzz_fuzz_csv_LDADD = $(link_fuzz) $(link_compile)
fuzz_targets += tests/fuzz/fuzz_front_matter
tests_fuzz_fuzz_front_matter_CPPFLAGS = $(sees_private)
tests_fuzz_fuzz_front_matter_LDADD = $(link_fuzz) $(link_compile)
fuzz_targets += tests/fuzz/fuzz_csl_json
tests_fuzz_fuzz_csl_json_CPPFLAGS = $(sees_private)
tests_fuzz_fuzz_csl_json_LDADD = $(link_fuzz) $(link_compile)
unit_tests += tests/unit/compile/test_chain
tests_unit_compile_test_chain_CPPFLAGS = $(test_cppflags)
tests_unit_compile_test_chain_LDADD = $(link_compile) $(CMOCKA_LIBS)
fuzz_targets += tests/fuzz/fuzz_chain
tests_fuzz_fuzz_chain_CPPFLAGS = $(sees_private)
tests_fuzz_fuzz_chain_LDADD = $(link_fuzz) $(link_compile)
unit_tests += tests/unit/compile/test_markdown
tests_unit_compile_test_markdown_CPPFLAGS = $(test_cppflags)
tests_unit_compile_test_markdown_LDADD = $(link_compile) $(CMOCKA_LIBS)
fuzz_targets += tests/fuzz/fuzz_markdown
tests_fuzz_fuzz_markdown_CPPFLAGS = $(sees_private)
tests_fuzz_fuzz_markdown_LDADD = $(link_fuzz) $(link_compile)
endif

# Citation styles against what other processors print: CITATIONS=DIR, and the
# CSL test suite: CSL_SUITE=DIR.
if COMPILER_ENABLED
cite_lab = tests/cite/items.h tests/cite/items.c \
	tests/cite/lab.h tests/cite/lab.c
cite_lab_cppflags = $(AM_CPPFLAGS) $(JANSSON_CFLAGS)
cite_lab_ldadd = libcompile.a $(link_cite) $(link_compile)
cite_tests = tests/cite/suite tests/cite/examples tests/cite/styles
check_PROGRAMS += $(cite_tests)
TESTS += $(cite_tests)
tests_cite_suite_SOURCES = tests/cite/suite.c \
	tests/cite/suite_run.h tests/cite/suite_run.c \
	tests/cite/fixture.h tests/cite/fixture.c $(cite_lab)
tests_cite_suite_CPPFLAGS = $(cite_lab_cppflags)
tests_cite_suite_LDADD = $(cite_lab_ldadd)
check_PROGRAMS += tests/cite/readback
tests_cite_readback_SOURCES = tests/cite/readback.h tests/cite/readback.c \
	tests/cite/readback_json.c tests/cite/readback_ris.c \
	tests/cite/readback_words.c
tests_cite_readback_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS)
tests_cite_readback_LDADD = $(link_base) $(JANSSON_LIBS)
tests_cite_examples_SOURCES = tests/cite/examples.h tests/cite/examples.c \
	tests/cite/examples_run.c \
	tests/cite/likeness.h tests/cite/likeness.c $(cite_lab)
tests_cite_styles_SOURCES = tests/cite/styles.c $(cite_lab)
tests_cite_styles_CPPFLAGS = $(cite_lab_cppflags)
tests_cite_styles_LDADD = $(cite_lab_ldadd)
tests_cite_examples_CPPFLAGS = $(cite_lab_cppflags)
tests_cite_examples_LDADD = $(cite_lab_ldadd)
unit_tests += tests/cite/test_lists
tests_cite_test_lists_SOURCES = tests/cite/test_lists.c $(cite_lab)
tests_cite_test_lists_CPPFLAGS = $(test_cppflags) $(JANSSON_CFLAGS)
tests_cite_test_lists_LDADD = $(cite_lab_ldadd) $(CMOCKA_LIBS)
endif

# cli
link_cli = libcli.a libtext.a $(link_store)
unit_tests += tests/unit/cli/test_options
tests_unit_cli_test_options_CPPFLAGS = $(test_cppflags)
tests_unit_cli_test_options_LDADD = $(link_cli) $(CMOCKA_LIBS)
unit_tests += tests/unit/cli/test_record_set
tests_unit_cli_test_record_set_CPPFLAGS = $(test_cppflags)
tests_unit_cli_test_record_set_LDADD = $(link_cli) $(CMOCKA_LIBS)

check_PROGRAMS += $(unit_tests) $(fuzz_targets)

# What takes longer than a check may: `make torture`.
torture_scripts = tests/fuzz/test_search_torture.sh \
	tests/fuzz/test_scan_torture.sh

# screen: ibid on a pseudo-terminal; libvterm shows what it sends.  Left out
# under the sanitizers, which are too slow for what is waited for.
if COMPILER_ENABLED
if !SANITIZERS_ENABLED
screen_harness = tests/screen/pty.h tests/screen/pty.c \
	tests/screen/screen.h tests/screen/screen.c \
	tests/screen/screen_private.h tests/screen/screen_keys.c \
	tests/screen/screen_shot.h tests/screen/screen_shot.c \
	tests/screen/screen_wait.c
screen_cppflags = $(test_cppflags) $(VTERM_CFLAGS) $(SQLITE_CFLAGS) \
	-iquote $(top_srcdir)/tests/screen
screen_ldadd = $(link_base) $(VTERM_LIBS) $(CMOCKA_LIBS)
screen_lab = $(screen_harness) tests/screen/lab.h tests/screen/lab.c
screen_tests = tests/screen/test_screen tests/screen/test_manners \
	tests/screen/test_walk tests/screen/test_use tests/screen/test_outside \
	tests/screen/test_hostile tests/screen/test_bytes \
	tests/screen/test_copy
check_PROGRAMS += $(screen_tests) tests/screen/picture tests/screen/sampler
tests_screen_picture_SOURCES = tests/screen/picture.c $(screen_harness)
tests_screen_picture_CPPFLAGS = $(screen_cppflags)
tests_screen_picture_LDADD = $(screen_ldadd)
TESTS += $(screen_tests)
# Those alone: `make check-screen`.
check-screen: all $(screen_tests) tests/screen/sampler
	$(MAKE) $(AM_MAKEFLAGS) check TESTS='$(screen_tests)'
tests_screen_sampler_CPPFLAGS = $(AM_CPPFLAGS) $(NCURSES_CFLAGS)
tests_screen_sampler_LDADD = $(NCURSES_LIBS)
tests_screen_test_screen_SOURCES = tests/screen/test_screen.c \
	$(screen_harness)
tests_screen_test_screen_CPPFLAGS = $(screen_cppflags)
tests_screen_test_screen_LDADD = $(screen_ldadd)
tests_screen_test_manners_SOURCES = tests/screen/test_manners.c $(screen_lab)
tests_screen_test_manners_CPPFLAGS = $(screen_cppflags)
tests_screen_test_manners_LDADD = $(screen_ldadd)
tests_screen_test_walk_SOURCES = tests/screen/test_walk.c $(screen_lab)
tests_screen_test_walk_CPPFLAGS = $(screen_cppflags)
tests_screen_test_walk_LDADD = $(screen_ldadd)
tests_screen_test_copy_SOURCES = tests/screen/test_copy.c $(screen_lab)
tests_screen_test_copy_CPPFLAGS = $(screen_cppflags)
tests_screen_test_copy_LDADD = $(screen_ldadd)
tests_screen_test_bytes_SOURCES = tests/screen/test_bytes.c $(screen_lab)
tests_screen_test_bytes_CPPFLAGS = $(screen_cppflags)
tests_screen_test_bytes_LDADD = $(screen_ldadd)
tests_screen_test_use_SOURCES = tests/screen/test_use.c $(screen_lab)
tests_screen_test_use_CPPFLAGS = $(screen_cppflags)
tests_screen_test_use_LDADD = $(screen_ldadd)
tests_screen_test_outside_SOURCES = tests/screen/test_outside.c $(screen_lab)
tests_screen_test_outside_CPPFLAGS = $(screen_cppflags)
tests_screen_test_outside_LDADD = $(screen_ldadd)
tests_screen_test_hostile_SOURCES = tests/screen/test_hostile.c \
	tests/screen/hostile.h tests/screen/hostile.c $(screen_lab)
tests_screen_test_hostile_CPPFLAGS = $(screen_cppflags)
tests_screen_test_hostile_LDADD = $(screen_ldadd) $(SQLITE_LIBS)
endif

# Random keys without a terminal: 2,000 in `make check`, 100,000 from each
# seed in `make torture`.
check_PROGRAMS += tests/screen/torture tests/screen/make_hostile
tests_screen_make_hostile_SOURCES = tests/screen/make_hostile.c \
	tests/screen/hostile.h tests/screen/hostile.c
tests_screen_make_hostile_CPPFLAGS = $(AM_CPPFLAGS) $(SQLITE_CFLAGS)
tests_screen_make_hostile_LDADD = $(link_base) $(SQLITE_LIBS)
TESTS += tests/screen/test_torture.sh
tests_screen_torture_CPPFLAGS = $(sees_private)
tests_screen_torture_LDADD = $(link_ui)
torture_scripts += tests/screen/test_torture.sh
endif
EXTRA_DIST += tests/screen/test_torture.sh

lint_tests = tests/lint/layers.sh tests/lint/format.sh \
	tests/lint/banned.sh tests/lint/collection.sh
cli_tests = tests/cli/test_cite.sh tests/cli/test_compile.sh tests/cli/test_list.sh \
	tests/cli/test_export.sh tests/cli/test_needed.sh \
	tests/cli/test_options.sh tests/cli/test_search.sh \
	tests/cli/test_show.sh tests/cli/test_style.sh \
	tests/cli/test_terminal.sh
EXTRA_DIST += tests/cli/lib.sh
EXTRA_DIST += $(lint_tests) tests/lint/layers.txt $(cli_tests) \
	tests/fixtures

TESTS += $(unit_tests) $(lint_tests) $(cli_tests)
if !FUZZING_ENABLED
TESTS += $(fuzz_targets)
endif

check-unit: $(unit_tests)
	$(MAKE) $(AM_MAKEFLAGS) check TESTS='$(unit_tests)'
check-fuzz: $(fuzz_targets)
	$(MAKE) $(AM_MAKEFLAGS) check TESTS='$(fuzz_targets)'
.PHONY: check-unit check-fuzz

torture: all check-programs
	@for script in $(torture_scripts); do \
		KEYS=100000 SEEDS='1 2' PATTERNS=10000000 srcdir='$(srcdir)' \
		top_builddir='$(top_builddir)' $(SHELL) $(srcdir)/$$script | \
		$(AWK) '{ print } /^not ok/ { bad = 1 } END { exit bad }' || \
		exit 1; \
	done
check-programs: $(check_PROGRAMS)
.PHONY: torture check-programs

# Measurements: `make bench`.
bench_programs = tests/bench/floor_show tests/bench/measure \
	tests/bench/bench_store tests/bench/floor_screen \
	tests/bench/screen_bytes tests/bench/private_memory \
	tests/bench/key_cost tests/bench/search_bench \
	tests/bench/least_time tests/bench/export_text \
	tests/bench/key_latency
tests_bench_search_bench_LDADD = $(link_search)
tests_bench_export_text_CPPFLAGS = $(AM_CPPFLAGS) $(SQLITE_CFLAGS)
tests_bench_export_text_LDADD = $(SQLITE_LIBS)
tests_bench_key_cost_CPPFLAGS = $(sees_private)
tests_bench_key_cost_LDADD = $(link_ui)
tests_bench_bench_store_LDADD = $(link_store)
EXTRA_PROGRAMS = $(bench_programs)
CLEANFILES += $(bench_programs)
tests_bench_floor_show_CPPFLAGS = $(AM_CPPFLAGS) $(SQLITE_CFLAGS) \
	$(PCRE2_CFLAGS) $(NCURSES_CFLAGS) $(UTF8PROC_CFLAGS)
tests_bench_floor_show_LDADD = $(SQLITE_LIBS) $(PCRE2_LIBS) \
	$(NCURSES_LIBS) $(UTF8PROC_LIBS)
tests_bench_floor_screen_CPPFLAGS = $(tests_bench_floor_show_CPPFLAGS)
tests_bench_floor_screen_LDADD = $(tests_bench_floor_show_LDADD)
bench_harness = tests/screen/pty.h tests/screen/pty.c \
	tests/screen/screen.h tests/screen/screen.c \
	tests/screen/screen_private.h tests/screen/screen_keys.c \
	tests/screen/screen_shot.h tests/screen/screen_shot.c \
	tests/screen/screen_wait.c \
	tests/bench/rest.h tests/bench/rest.c
bench_cppflags = $(test_cppflags) $(VTERM_CFLAGS) \
	-iquote $(top_srcdir)/tests/screen
bench_ldadd = $(link_base) $(VTERM_LIBS) $(CMOCKA_LIBS)
tests_bench_screen_bytes_SOURCES = tests/bench/screen_bytes.c $(bench_harness)
tests_bench_screen_bytes_CPPFLAGS = $(bench_cppflags)
tests_bench_screen_bytes_LDADD = $(bench_ldadd)
tests_bench_private_memory_SOURCES = tests/bench/private_memory.c \
	$(bench_harness)
tests_bench_private_memory_CPPFLAGS = $(bench_cppflags)
tests_bench_private_memory_LDADD = $(bench_ldadd)
tests_bench_key_latency_SOURCES = tests/bench/key_latency.c $(bench_harness)
tests_bench_key_latency_CPPFLAGS = $(bench_cppflags)
tests_bench_key_latency_LDADD = $(bench_ldadd)
bench_scripts = tests/bench/bench_commands.sh \
	tests/bench/bench_screen.sh tests/bench/bench_keys.sh \
	tests/bench/bench_search.sh tests/bench/bench_search_keys.sh \
	tests/bench/bench_search_exact.sh
EXTRA_DIST += $(bench_scripts) tests/bench/make_text.awk \
	tests/bench/make_large.awk tests/bench/key_cost.txt \
	tests/bench/make_collection.awk tests/bench/make_hard.awk \
	tests/bench/search_corpus.sh tests/bench/search_queries.txt

# CORPUS=DIR: large text to search, see tests/bench/search_corpus.sh.
bench: all $(bench_programs)
	@failed=0; for script in $(bench_scripts); do \
		srcdir='$(srcdir)' top_builddir='$(top_builddir)' \
		AWK='$(AWK)' CORPUS='$(CORPUS)' \
		$(SHELL) $(srcdir)/$$script || failed=1; \
	done; exit $$failed
bench-clean:
	rm -rf tests/bench/corpus
clean-local: bench-clean styles-clean
.PHONY: bench bench-clean
