# SPDX-License-Identifier: ISC
TEST_EXTENSIONS = .sh
LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) \
	$(top_srcdir)/build-aux/tap-driver.sh
SH_LOG_DRIVER = $(LOG_DRIVER)
AM_TESTS_ENVIRONMENT = CMOCKA_MESSAGE_OUTPUT=TAP srcdir='$(srcdir)' \
	top_builddir='$(top_builddir)' AWK='$(AWK)'; \
	export CMOCKA_MESSAGE_OUTPUT srcdir top_builddir AWK;
test_cppflags = $(sees_private) -iquote $(top_srcdir)/tests/unit \
	$(CMOCKA_CFLAGS)
EXTRA_DIST += tests/unit/unit.h

# base
unit_tests = tests/unit/base/test_utf8
tests_unit_base_test_utf8_CPPFLAGS = $(test_cppflags)
tests_unit_base_test_utf8_LDADD = $(link_base) $(CMOCKA_LIBS)

# model

# text
text_tests = tests/unit/text/test_clean tests/unit/text/test_plain \
	tests/unit/text/test_table tests/unit/text/test_wrap
unit_tests += $(text_tests)
tests_unit_text_test_clean_CPPFLAGS = $(test_cppflags)
tests_unit_text_test_clean_LDADD = $(link_text) $(CMOCKA_LIBS)
tests_unit_text_test_plain_CPPFLAGS = $(test_cppflags)
tests_unit_text_test_plain_LDADD = $(link_text) $(CMOCKA_LIBS)
tests_unit_text_test_table_CPPFLAGS = $(test_cppflags)
tests_unit_text_test_table_LDADD = $(link_text) $(CMOCKA_LIBS)
tests_unit_text_test_wrap_CPPFLAGS = $(test_cppflags)
tests_unit_text_test_wrap_LDADD = $(link_text) $(CMOCKA_LIBS)

# store

# compile
if COMPILER_ENABLED
endif

check_PROGRAMS += $(unit_tests)

lint_tests = tests/lint/layers.sh tests/lint/format.sh \
	tests/lint/banned.sh tests/lint/collection.sh
cli_tests = tests/cli/test_compile.sh tests/cli/test_needed.sh
EXTRA_DIST += $(lint_tests) tests/lint/layers.txt $(cli_tests) \
	tests/fixtures

TESTS += $(unit_tests) $(lint_tests) $(cli_tests)

check-unit: $(unit_tests)
	$(MAKE) $(AM_MAKEFLAGS) check TESTS='$(unit_tests)'
.PHONY: check-unit
