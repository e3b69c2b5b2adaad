#!/bin/sh
# SPDX-License-Identifier: ISC
#
# Random keys, pastes, clicks and resizes for the application, without a
# terminal: KEYS of them (2000) from each of SEEDS (1), on the collection of
# the tests, on the one that ships, and on a hostile one.

. "${srcdir:-.}/tests/cli/lib.sh"

torture=$bin/tests/screen/torture
bundled=$bin/db/north-korea.ibid
[ -f "$bundled" ] || bundled=$srcdir/db/north-korea.ibid
hostile=$work/hostile.ibid
cp "$collection" "$hostile" &&
	"$bin/tests/screen/make_hostile" "$hostile" || exit 99

answers() {
	"$torture" "$1" "${KEYS:-2000}" "$2" >"$work/out" 2>"$work/messages"
	status=$?
	grep '^#' "$work/out"
	[ "$status" -eq 0 ] || sed 's/^/# /' "$work/messages"
	return "$status"
}

for seed in ${SEEDS:-1}; do
	check "every_key_is_answered_in_small_$seed" \
		answers "$collection" "$seed"
	check "every_key_is_answered_in_bundled_$seed" \
		answers "$bundled" "$seed"
	check "every_key_is_answered_in_hostile_$seed" \
		answers "$hostile" "$seed"
done
done_testing
