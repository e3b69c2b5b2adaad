#!/bin/sh
# SPDX-License-Identifier: ISC
#
# What a terminal gets: its width, bold titles, and nothing that it obeys.

. "${srcdir:-.}/tests/cli/lib.sh"

# Runs a command on a terminal of its own, without the carriage returns.
on_terminal() {
	script -qec "$1" /dev/null </dev/null 2>/dev/null | tr -d '\r' \
		>"$work/out"
}

if ! command -v script >/dev/null 2>&1 || ! on_terminal 'echo yes' ||
	! grep yes "$work/out" >/dev/null; then
	echo "1..0 # SKIP no script(1) that runs a command"
	exit 0
fi

widest() { LC_ALL=C awk '
	{ gsub(/\033\[[0-9]*m/, ""); gsub(/[\200-\277]/, "") }
	length($0) > most { most = length($0) } END { print most + 0 }' \
	"$work/out"; }

on_terminal "COLUMNS=40 '$ibid' -d '$collection' figures"
check rows_keep_to_the_width test "$(widest)" -le 40
check names_stay_whole has mills-gazette
check values_stay_whole has '  ~ 10–14 mills, Anse coast, said by' \
	'  45.5 shillings per month, 1875, Anse'
check disagreements_stay has '  ≠ 2'
on_terminal "COLUMNS=20 '$ibid' -d '$collection' figures"
check on_a_narrow_one_too test "$(widest)" -le 20
check with_all_there_is has '  ≥ 5 mills, 1900,' '  Anse coast, said'
on_terminal "COLUMNS=80 '$ibid' -d '$collection' figures"
check side_by_side_where_there_is_room has \
	'  ≤ 40     shillings per month  1870/1880  Anse coa…  Anse Ga…  ≠ 1'
for list in topics figures measures sources events disagreements; do
	for cols in 80 60 40 20; do
		on_terminal "COLUMNS=$cols '$ibid' -d '$collection' $list"
		check "${list}_in_$cols" test "$(widest)" -le $cols
	done
done
check a_note_is_whole has 'The figure has a' 'year and the event' 'a month.'
on_terminal "COLUMNS=60 '$ibid' --color=never -d '$collection' disagreements"
check a_disagreement_in_lines has '3  another source' \
	'  3 mills apart, about 1.33 times as many' \
	'  figure:mills-survey figure:mills-gazette' \
	'  The gazette asked the millers, the survey looked.'
on_terminal "COLUMNS=59 '$ibid' -d '$collection' sources"
check only_a_title_is_cut has '…'
on_terminal "COLUMNS=40 '$ibid' -d '$collection' show topic:mills"
check a_page_fits_the_width test "$(widest)" -le 40
on_terminal "stty cols 50; '$ibid' -d '$collection' show topic:mills"
check the_terminal_says_its_width test "$(widest)" -le 50
on_terminal "COLUMNS=200 '$ibid' -d '$collection' show topic:mills"
check a_page_stays_within_80_columns test "$(widest)" -le 80

bold=$(printf '\033[1m')
on_terminal "'$ibid' -d '$collection' show topic:overview"
check titles_are_bold has "${bold}Overview"
on_terminal "NO_COLOR=1 '$ibid' -d '$collection' show topic:overview"
check but_not_with_no_color sh -c "! grep -F '$bold' '$work/out'"
on_terminal "'$ibid' --color=never -d '$collection' show topic:overview"
check nor_with_never sh -c "! grep -F '$bold' '$work/out'"
on_terminal "TERM=dumb '$ibid' -d '$collection' show topic:overview"
check nor_on_a_dumb_one sh -c "! grep -F '$bold' '$work/out'"

lit=$(printf '\033[1;31m')
on_terminal "'$ibid' -d '$collection' search bjorn"
check matches_are_lit has "${bold}source:ek" "${lit}Björn"
on_terminal "NO_COLOR=1 '$ibid' -d '$collection' search bjorn"
check but_not_with_no_color_either sh -c "! grep -F '$lit' '$work/out'"
check their_lines_are_there has 'source:ek: Björn Ek'
on_terminal "'$ibid' -d '$collection' search 'too many'"
check a_hit_has_no_marks_in_a_row sh -c "! grep -F \
	'$(printf '\314\204\314\205')' '$work/out'"

on_terminal "'$ibid' -d '$collection' show topic:names"
check marks_in_a_row_are_cut sh -c "! grep -F \
	'$(printf '\314\204\314\205')' '$work/out'"
check those_of_a_letter_stay has 'Nuñez'

# A collection whose text was damaged on purpose
damaged=$work/damaged.ibid
escape=$(printf '\033')
LC_ALL=C sed "s/Neither says how/${escape}[31mer says how/" "$collection" \
	>"$damaged"
on_terminal "'$ibid' --color=never -d '$damaged' show topic:mills"
check a_control_character_is_shown has '<U+001B>[31mer says how'
check nothing_that_it_obeys_gets_out sh -c "! grep -F '$escape' '$work/out'"
on_terminal "'$ibid' --color=never -d '$damaged' search 'er says'"
check nor_out_of_a_search has 'topic:mills: ' '<U+001B>[31mer says how'
check not_even_once sh -c "! grep -F '$escape' '$work/out'"

done_testing
