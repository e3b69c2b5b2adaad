#!/bin/sh
# SPDX-License-Identifier: ISC
#
# Options, help, where collections are found, and output that cannot be
# written.

. "${srcdir:-.}/tests/cli/lib.sh"

fits_a_screen() {
	awk 'length($0) > 80 { wide = 1 } END { exit wide || NR > 24 }' \
		"$work/out"
}

check help_is_no_error exits 0 "$ibid" --help
check help_fits_one_screen fits_a_screen
check help_names_the_commands has show figures compile --format
for command in topics figures measures sources events disagreements show search \
	cite export style info verify compile check help version; do
	check "help_$command" exits 0 "$ibid" help $command
	check "help_${command}_fits" fits_a_screen
done
check help_of_a_command exits 0 "$ibid" figures -h
check names_its_options has --measure=SLUG
check help_of_no_command complains \
	"unknown command 'figurs'; did you mean 'figures'?" help figurs
check the_version_is_said exits 0 "$ibid" -V
check with_its_libraries has ibid SQLite utf8proc Licence
check the_version_is_a_command_too sh -c "'$ibid' version |
	cmp - '$work/out'"

check an_unknown_word complains \
	"unknown command or topic 'topcs'; did you mean 'topics'?" \
	-d "$collection" topcs
check an_unknown_command complains \
	"unknown command 'shw'; did you mean 'show'?" \
	-d "$collection" shw topic:mills
check an_unknown_option complains \
	"unknown option '--formt'; did you mean '--format'?" --formt json
check an_option_of_no_command_that_is_near_another complains \
	"unknown option '--measur'" topics --measur mills
check but_near_one_of_its_own complains \
	"unknown option '--measur'; did you mean '--measure'?" \
	--measur mills figures
check an_option_that_is_not_near complains \
	"unknown option '--no-such'" figures --no-such
check a_page_has_no_options_of_lists complains \
	"without a command there is no --disagreeing; see 'ibid help'" \
	-d "$collection" mills --disagreeing
check a_word_behind_a_topic complains \
	"unexpected 'keepers' behind the topic 'mills'" \
	-d "$collection" mills keepers
check a_collection_without_a_name complains \
	"the name of the collection is empty" -d '' topics
check an_unknown_format complains \
	"unknown format 'jsn'; did you mean 'json'?" --format jsn topics
check an_unknown_color complains \
	"unknown colour choice 'allways'; did you mean 'always'?" \
	--color=allways topics
check an_option_of_another_command complains \
	"'events' does not know --measure; see 'ibid help events'" \
	events --measure x
check a_missing_value complains \
	"--format needs a value: -f, --format=FORMAT" topics --format
check a_missing_argument complains \
	"'show' needs KIND:SLUG; see 'ibid help show'" show
check too_many_arguments complains \
	"'topics' takes no more than 0 arguments; see 'ibid help topics'" \
	topics mills
check dashes_end_the_options exits 2 "$ibid" -d "$collection" -- --help
check color_has_an_effect sh -c "'$ibid' -d '$collection' --color=always \
	overview | head -n 1 | od -c | grep 033 >/dev/null"
check and_none_to_a_pipe sh -c "! '$ibid' -d '$collection' overview |
	od -c | grep 033 >/dev/null"

# Finding the collection
IBID_COLLECTION=$collection
export IBID_COLLECTION
check the_environment_names_one exits 0 "$ibid" topics
check the_option_goes_before_it exits 2 "$ibid" -d "$work/none" topics
check a_missing_file_is_named says "$work/none"
unset IBID_COLLECTION
mkdir -p "$work/data/ibid" "$work/alone/db"
XDG_DATA_HOME=$work/data
export XDG_DATA_HOME
# A copy of the program has no other collection beside it.
cp "$ibid" "$work/alone/ibid"
alone=$work/alone/ibid
if [ ! -e /usr/local/share/ibid/north-korea.ibid ] &&
	[ ! -e /usr/share/ibid/north-korea.ibid ]; then
	check without_one_it_says_where_it_looked exits 2 "$alone" topics
	check in_one_line test "$(wc -l <"$work/messages")" -eq 1
	check with_the_folder says "$work/data/ibid"
fi
cp "$collection" "$work/alone/db/north-korea.ibid"
check one_beside_the_program exits 0 "$alone" topics
printf 'none' >"$work/data/ibid/b.ibid"
cp "$collection" "$work/data/ibid/a.ibid"
check the_first_of_the_data_folder exits 0 "$alone" info
check by_its_name has "$work/data/ibid/a.ibid"

check a_folder_is_no_collection exits 2 "$ibid" -d "$work" topics
mkfifo "$work/fifo"
check a_fifo_does_not_hang exits 2 "$ibid" -d "$work/fifo" topics
printf 'not a database' >"$work/text"
check a_text_is_no_collection exits 2 "$ibid" -d "$work/text" topics
check it_is_one_line test "$(wc -l <"$work/messages")" -eq 1
hostile=$(printf 'a\033[31mb\342\200\256c')
check a_hostile_name exits 2 "$ibid" -d "$work/$hostile" topics
check is_made_visible says '/a<U+001B>[31mb<U+202E>c'

# Writing
if [ -c /dev/full ]; then
	check a_full_disk_is_trouble sh -c "'$ibid' -d '$collection' figures \
		>/dev/full 2>'$work/messages'; test \$? -eq 2"
	check it_says_so says 'cannot write the output'
fi
check a_closed_output_is_trouble sh -c "'$ibid' -d '$collection' topics \
	>&- 2>/dev/null; test \$? -eq 2"
check a_reader_who_leaves_is_no_news sh -c "'$ibid' -d '$collection' \
	figures --format json 2>'$work/messages' | head -c 1 >/dev/null
	test ! -s '$work/messages'"

# compile and check
check compile_is_passed_on exits 0 "$ibid" compile -q -o "$work/two.ibid" \
	"$fixture"
check and_gives_the_same cmp "$collection" "$work/two.ibid"
check check_gives_its_status exits 1 "$ibid" check \
	"$srcdir/tests/fixtures/broken"
IBID_SECURE=1
export IBID_SECURE
check secured_it_does_not_compile complains \
	"'compile' writes a file, which IBID_SECURE forbids" \
	compile -q -o "$work/three.ibid" "$fixture"
check nor_leaves_a_file test ! -e "$work/three.ibid"
check secured_it_checks exits 0 "$ibid" check "$fixture"
unset IBID_SECURE
check options_before_are_refused complains \
	"options of 'compile' stand behind it" -d x compile "$fixture"
check without_the_compiler_it_says_so sh -c "cd / && '$alone' check x \
	2>'$work/messages'; test \$? -eq 2"
check in_one_line_too test "$(wc -l <"$work/messages")" -eq 1

done_testing
