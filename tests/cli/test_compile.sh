#!/bin/sh
# SPDX-License-Identifier: ISC
#
# ibid-compile on whole folders: what is wrong is all said in one run, and
# nothing is lost or left half-written.

srcdir=${srcdir:-.}
bin=${top_builddir:-.}
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
number=0
compile="$bin/ibid-compile"

check() {	# NAME, then a command that has to succeed
	name=$1
	shift
	number=$((number + 1))
	if "$@"; then
		echo "ok $number - $name"
	else
		echo "not ok $number - $name"
	fi
}

says() {	# a line of the messages, literally
	grep -F -e "$1" "$work/messages" >/dev/null || {
		echo "# not said: $1"
		sed 's/^/# /' "$work/messages"
		return 1
	}
}

exits() {	# STATUS COMMAND...: and keeps the messages
	want=$1
	shift
	"$@" >"$work/out" 2>"$work/messages" </dev/null
	got=$?
	[ "$got" -eq "$want" ] || {
		echo "# exit $got, not $want"
		sed 's/^/# /' "$work/messages"
		return 1
	}
}

lines() {	# COUNT
	[ "$(wc -l <"$work/messages")" -eq "$1" ] && return 0
	sed 's/^/# /' "$work/messages"
	return 1
}

fresh() {	# a copy of a sound collection to damage
	rm -rf "$work/copy"
	cp -R "$srcdir/tests/fixtures/small" "$work/copy"
	chmod -R u+w "$work/copy"
}

check a_broken_folder_is_refused \
	exits 2 "$compile" compile -o "$work/x.ibid" "$srcdir/tests/fixtures/broken"
check nothing_is_written_then test ! -e "$work/x.ibid"
check no_temporary_file_stays test -z "$(find "$work" -name 'x.ibid*')"
while read -r message; do
	check "said: $message" says "$message"
done <<'MESSAGES'
collection.yaml:3:
duplicate source "smith"
run in a circle
figures.csv:2:59: low "9" is above high
figures.csv:3:
"2017-02-30" is no date
"people-hold" is no measure (did you mean "people-held"?)
"@smth" is no source (did you mean "@smith"?)
topics/camps.md:6:
"wages" is no topic
"../secret.md" leads out of the collection
"@nobody" is no source
topics/camps.md:8:
topics/camps.md:10:
is an ancestor of itself
topics/labour.md:4:
topics/search.md:1:1: "search" is the name of a command
MESSAGES
check checking_it_finds_the_same \
	exits 1 "$compile" check "$srcdir/tests/fixtures/broken"

check a_sound_folder_compiles \
	exits 0 "$compile" compile -o "$work/one.ibid" "$srcdir/tests/fixtures/small"
check again_byte_for_byte sh -c "
	'$compile' compile -q -o '$work/two.ibid' '$srcdir/tests/fixtures/small' &&
	cmp '$work/one.ibid' '$work/two.ibid'"
check quiet_is_quiet sh -c "
	test -z \"\$('$compile' compile -q -o '$work/two.ibid' \
	'$srcdir/tests/fixtures/small' 2>&1)\""
check checking_a_sound_folder_is_silent sh -c "
	test -z \"\$('$compile' check '$srcdir/tests/fixtures/small' 2>&1)\""

check the_bundled_collection_checks_silently sh -c "
	test -z \"\$('$compile' check '$srcdir/db/north-korea' 2>&1)\""

fresh
cp "$work/one.ibid" "$work/kept.ibid"
printf 'a \377 byte\n' >>"$work/copy/topics/$(ls "$work/copy/topics" | head -n 1)"
check invalid_utf8_is_said exits 2 "$compile" compile -o "$work/kept.ibid" "$work/copy"
check with_its_byte says 'invalid UTF-8: byte 0xFF'
check the_old_file_stays_then cmp "$work/one.ibid" "$work/kept.ibid"

fresh
ln -s /etc/passwd "$work/copy/topics/outside.md"
check a_link_out_of_the_folder_is_refused \
	exits 2 "$compile" compile -o "$work/x.ibid" "$work/copy"
check and_named says 'topics/outside.md: is a link that leads out'

fresh
mv "$work/copy/topics" "$work/topics"
ln -s "$work/topics" "$work/copy/topics"
check nor_are_all_topics_read_from_elsewhere \
	exits 2 "$compile" compile -o "$work/x.ibid" "$work/copy"
check which_is_said_of_them says 'copy/topics: is a link that leads out'
check and_nothing_else lines 2
rm -r "$work/topics"

# What a broken file would have held is not missed elsewhere.
breaks() {	# FILE TEXT: put at its beginning
	fresh
	printf "$2" | cat - "$work/copy/$1" >"$work/broken"
	mv "$work/broken" "$work/copy/$1"
	check "broken: $1 begins with $2" exits 1 "$compile" check "$work/copy"
	check "which is all there is to say" lines 1
}
breaks sources.json '\377'
breaks sources.json '[{]'
breaks sources.json '{'
breaks figures.csv '\377'
breaks measures.csv '\377'
breaks measures.csv '\001'
breaks events.csv '\377'
fresh
sed 's/^slug,measure/slug,mesure/' "$srcdir/tests/fixtures/small/figures.csv" \
	>"$work/copy/figures.csv"
check a_misspelt_column exits 1 "$compile" check "$work/copy"
check is_two_lines lines 2
fresh
printf '\377' >>"$work/copy/topics/mills.md"
check a_topic_that_cannot_be_read exits 2 "$compile" compile "$work/copy"
check counts_once says 'copy: 1 error, nothing was written'
check no_source_is_blamed_for_it exits 1 "$compile" check "$work/copy"
check not_one lines 1

fresh
{ cat "$srcdir/tests/fixtures/small/events.csv"
	echo 'mill-act-1845,keepers,1700,year,law,Two,Two.,none,[@wren],'
} >"$work/copy/events.csv"
check the_second_of_two_events_is_the_duplicate \
	exits 2 "$compile" compile "$work/copy"
check although_it_came_first says 'events.csv:6:1: duplicate event'
check the_first_is_not lines 2

fresh
for topic in 'aa bb' 'bb cc' 'cc bb'; do
	printf -- '---\ntitle: T\nparent: %s\nsummary: S.\n---\n' \
		"${topic#* }" >"$work/copy/topics/${topic% *}.md"
done
check who_stands_below_a_cycle exits 1 "$compile" check "$work/copy"
check is_not_blamed lines 1
check but_a_member says 'topics/bb.md:3:9: "bb" is an ancestor of itself'
parent=
for i in $(seq 10 50); do
	printf -- '---\ntitle: T\nsummary: S.\n%s---\n' \
		"$parent" >"$work/copy/topics/t$i.md"
	parent="parent: t$i
"
done
check a_tree_that_is_too_deep exits 1 "$compile" check "$work/copy"
check is_said says '"t43" stands too deep in the tree'

# Rows and fields that say what cannot be, one message each.
finds() {	# FILE ROW MESSAGE...
	fresh
	printf '%s\n' "$2" >>"$work/copy/$1"
	file=$1
	shift 2
	check "a fault of $file" exits 1 "$compile" check "$work/copy"
	check "says no more" lines $#
	for message; do
		check "says: $message" says "copy/$file:$message"
	done
}

# A fault is said once, and nothing is said of what follows from it.
long=$(awk 'BEGIN { for (i = 0; i < 600; i++) printf "Words and words. " }')
long=${long% }
finds disagreements.csv ';,dating,,' "4:1: disagreement has no members"
finds disagreements.csv '" ; ",dating,,' "4:2: disagreement has no members" \
	"4:2: warning: members begins or ends with white space"
finds disagreements.csv "figure:mills-many,dating,$long," \
	"4:26: text of 10199 bytes is longer than 8192"
finds figures.csv \
	"x,drowned,mills,X.,1,1,,people,1960,,,,none,[@wren],$long" \
	"10:53: text of 10199 bytes is longer than 8192"
finds events.csv "x,mills,1960,year,law,X,$long,none,[@wren]," \
	"6:25: text of 10199 bytes is longer than 8192"
fresh
printf 'It is so. It was so.\n\n- An item.\n\n| a |\n|---|\n| b |\n' \
	>"$work/copy/topics/bare.md"
check a_topic_without_front_matter exits 1 "$compile" check "$work/copy"
check is_told_that_alone lines 1
printf -- '---\ntitle: "x\n---\n\nSee [mills](topic:mills).\n' \
	>"$work/copy/topics/bare.md"
check and_one_whose_front_matter_is_broken \
	exits 1 "$compile" check "$work/copy"
check is_told_that_alone_too lines 1

for pair in '2017 day' '2017 month' '2017-12 year' '2017-12-22 month' \
	'2017 interval' '1990/1998 decade' '1990-02/1999 decade' \
	'1900/1909 century' '1990/1999 year' '2017-12 decade' '1950/.. decade'; do
	row="x,mills,${pair% *},${pair#* },law,X,X.,none,[@wren],"
	date=${pair% *}
	finds events.csv "$row" \
		"6:$((10 + ${#date})): precision \"${pair#* }\" does not go"
done
fresh
number_of_event=0
for pair in '2017 year' '2017-12 month' '2017-12-22 day' '1990/1998 interval' \
	'1991/2000 decade' '1990 decade' '1801/1900 century' '1800 century' \
	'2017-12-22 circa' '1990/1995 circa' '2017-12 '; do
	number_of_event=$((number_of_event + 1))
	echo "x$number_of_event,mills,${pair% *},${pair#* },law,X,X.,none,[@wren],"
done >>"$work/copy/events.csv"
check other_precisions_go exits 0 "$compile" check "$work/copy"
check silently lines 0

figure() { echo "x,drowned,,X.,$1,$2,,people,1960,,$3,,none,[@wren],"; }
finds figures.csv "$(figure 1234567890123456 '' '')" \
	'10:15: "1234567890123456" has more than 15 significant digits'
finds figures.csv "$(figure '' 0.1234567890123401 '')" \
	'10:16: "0.1234567890123401" has more than 15 significant digits'
fresh
figure -0.00123456789012345 123456789012345000 '' >>"$work/copy/figures.csv"
check fifteen_digits_are_well exits 0 "$compile" check "$work/copy"
finds figures.csv "$(figure 1 2 ' Anse coast')" \
	'10:33: warning: place begins or ends with white space'
finds figures.csv "$(figure 1 2 'Anse coast ')" \
	'10:33: warning: place begins or ends with white space'
finds measures.csv 'x,X [@wren],people,Of [~@wren] and [!@wren].,mills' \
	'5:3: title is plain text, and "[@" begins no citation there' \
	'5:20: definition is plain text, and "[~@" begins no citation there' \
	'5:1: warning: measure "x" has no figures'
finds events.csv 'x,mills,2017,year,law,X[@wren],X.,none,[@wren],' \
	'6:23: title is plain text, and "[@" begins no citation there'
finds events.csv 'x,mills,2017,year,law,X,X.,none,[@wren <- @wren],' \
	'6:43: warning: chain comes back to "@wren"'
fresh
sed 's/^advisory: none/advisory: graphic/' \
	"$srcdir/tests/fixtures/small/topics/mills.md" \
	>"$work/copy/topics/mills.md"
check an_advisory_for_nothing exits 1 "$compile" check "$work/copy"
check is_said_so says 'topic "mills" is graphic, and nothing of it is marked so'
for field in title summary; do
	fresh
	sed "s/^$field: /&See [@wren] /" \
		"$srcdir/tests/fixtures/small/topics/mills.md" \
		>"$work/copy/topics/mills.md"
	check "a citation in the $field of a topic" \
		exits 1 "$compile" check "$work/copy"
	check "is an error of the $field" says "$field is plain text, and"
done
fresh
sed 's/^  This collection is made up/&[@wren]/' \
	"$srcdir/tests/fixtures/small/collection.yaml" \
	>"$work/copy/collection.yaml"
check a_citation_of_the_collection exits 1 "$compile" check "$work/copy"
check has_no_place_either says 'advisory is plain text, and "[@" begins no'
fresh
printf '\nSee [x](topic:one[@wren]).\n' >>"$work/copy/topics/mills.md"
check a_citation_in_a_destination exits 1 "$compile" check "$work/copy"
check is_one_error lines 1
check of_its_own says 'citation stands where it is not shown'

fresh
mkfifo "$work/copy/topics/pipe.md"
check a_fifo_among_the_topics_does_not_hang \
	exits 2 "$compile" compile -o "$work/x.ibid" "$work/copy"
check and_is_named says 'topics/pipe.md: is a FIFO'

check a_missing_folder_is_one_line exits 2 "$compile" compile "$work/nothing"
check one_line_indeed lines 1
check a_file_is_no_folder exits 2 "$compile" check "$work/one.ibid"
check one_line_too lines 1
mkdir "$work/empty"
check an_empty_folder_is_refused exits 2 "$compile" compile "$work/empty"
mkdir "$work/folder.ibid"
check a_folder_is_not_replaced \
	exits 2 "$compile" compile -o "$work/folder.ibid" "$srcdir/tests/fixtures/small"

fresh
for kept in sources.json topics/mills.md; do
	cp "$work/copy/$kept" "$work/before"
	check "$kept, an input, is not replaced" \
		exits 2 "$compile" compile -o "$work/copy/$kept" "$work/copy"
	check in_one_line lines 1
	check which_says_why says 'is no collection, and is not replaced'
	check and_it_is_as_it_was cmp "$work/before" "$work/copy/$kept"
done
printf 'SQLite format 3' >"$work/short.ibid"
check nor_is_the_beginning_of_some_database \
	exits 2 "$compile" compile -o "$work/short.ibid" "$work/copy"
: >"$work/empty.ibid"
check an_empty_file_is_replaced \
	exits 0 "$compile" compile -o "$work/empty.ibid" "$work/copy"
check a_collection_too \
	exits 0 "$compile" compile -o "$work/empty.ibid" "$work/copy"

program=$(cd "$bin" && pwd)/ibid-compile
check dot_is_the_name_of_the_folder sh -c "
	cd '$work/copy/topics' && '$program' compile -q .. &&
	cd .. && test -s ../copy.ibid && rm ../copy.ibid &&
	'$program' compile -q ./ && test -s ../copy.ibid && test ! -e ..ibid"
check the_root_has_none exits 2 "$compile" compile /
check which_asks_for_the_file says 'name the file with -o'
check messages_name_files_as_they_are_found \
	exits 1 "$compile" check "$srcdir/tests/fixtures/broken/"
check with_the_folder_before_them \
	says "$srcdir/tests/fixtures/broken/figures.csv:2:59: low"
escape=$(printf 'a\033[2Jb\nc')
for option in "$escape" "-$escape"; do
	check no_control_character_of_an_argument_gets_out \
		exits 2 "$compile" "$option"
	check nor_a_second_line lines 1
	check it_is_shown says 'a<U+001B>[2Jb<U+000A>c'
done
cp -R "$work/copy" "$work/$escape"
check nor_of_a_folder exits 0 "$compile" compile "$work/$escape"
check nor_of_the_file_made \
	sh -c "grep -q 'a<U+001B>\[2Jb<U+000A>c.ibid: 6 topics' '$work/out'"
printf x >>"$work/$escape/figures.csv"
check nor_in_messages exits 2 "$compile" compile "$work/$escape"
check of_which_there_are_two lines 2
check a_locale_without_utf8_gets_ascii \
	exits 2 env LC_ALL=C "$compile" compile "$work/naïve"
check without_its_accent says '/naive: No such file'
if [ -w /dev/full ]; then
	for words in -h -V "compile -o $work/x.ibid $work/copy"; do
		check "a full disk is said: $words" sh -c "
			'$compile' $words >/dev/full 2>'$work/messages'
			test \$? -eq 2"
		check "in one line: $words" lines 1
		check "which says so: $words" says 'cannot write the output'
	done
fi

# A run is stopped while it writes: enough text, and a wait for its file.
fresh
awk 'BEGIN { print "---\ntitle: Long\n---"
	for (i = 0; i < 400000; i++) print "One more sentence stands here.\n" }' \
	>"$work/copy/topics/long.md"
mkdir "$work/stopped"
# A shell has what it runs in the background ignore SIGINT; not every env
# can undo that.
usual='env --default-signal=INT'
$usual true 2>/dev/null || usual=
for signal in ${usual:+INT} TERM HUP; do
	$usual "$compile" compile -o "$work/stopped/x.ibid" "$work/copy" \
		>"$work/out" 2>&1 &
	run=$!
	until test -n "$(ls "$work/stopped")" || ! kill -0 "$run" 2>/dev/null; do
		:
	done
	kill -s "$signal" "$run"
	wait "$run" 2>/dev/null
	status=$?
	check "SIG$signal ends the run" test "$status" -gt 128
	check and_leaves_nothing test -z "$(ls "$work/stopped")"
done
rm "$work/copy/topics/long.md"

check an_unknown_option_is_named exits 2 "$compile" compile --fast x
check by_its_name says '--fast'
check help_is_no_error exits 0 "$compile" --help

echo "1..$number"
