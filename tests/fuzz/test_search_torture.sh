#!/bin/sh
# SPDX-License-Identifier: ISC
#
# Random patterns for search: PATTERNS of them (3000) from each of
# PATTERN_SEEDS (1).  TAP.

program=${top_builddir:-.}/tests/fuzz/torture_search
number=0
status=0
for seed in ${PATTERN_SEEDS:-1}; do
	number=$((number + 1))
	if "$program" "${PATTERNS:-3000}" "$seed"; then
		echo "ok $number - search finds what PCRE2 finds, seed $seed"
	else
		echo "not ok $number - search finds what PCRE2 finds, seed $seed"
		status=1
	fi
done
echo "1..$number"
exit "$status"
