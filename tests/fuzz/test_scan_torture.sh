#!/bin/sh
# SPDX-License-Identifier: ISC
#
# Random patterns looked for in collections: PATTERNS, a hundredth of them (400),
# from each of PATTERN_SEEDS (1).  TAP.

program=${top_builddir:-.}/tests/fuzz/torture_scan
collection=${top_builddir:-.}/db/north-korea.ibid
[ -e "$collection" ] || collection=${srcdir:-.}/db/north-korea.ibid
number=0
status=0
for seed in ${PATTERN_SEEDS:-1}; do
	number=$((number + 1))
	what="a scan finds what its pattern finds one by one, seed $seed"
	if "$program" "$((${PATTERNS:-40000} / 100))" "$seed" "$collection"; then
		echo "ok $number - $what"
	else
		echo "not ok $number - $what"
		status=1
	fi
done
echo "1..$number"
exit "$status"
