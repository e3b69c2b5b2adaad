#!/bin/sh
# SPDX-License-Identifier: ISC
#
# ibid search: its letters one by one and together, what it prints in every
# format, what it refuses, and the same found by sqlite3 and by pcre2grep.

. "${srcdir:-.}/tests/cli/lib.sh"

# gives STATUS TEXT ARGUMENT...: search with these prints that one line
gives() {
	want=$1
	text=$2
	shift 2
	printf '%s\n' "$text" >"$work/line"
	[ -n "$text" ] || : >"$work/line"
	prints "$want" search "$@" <"$work/line"
}

refuses() {	# LINE ARGUMENT...
	text=$1
	shift
	complains "$text" -d "$collection" search "$@"
}

# Lines, and how they look
check a_passage_is_a_line prints 0 search gazette <<'END'
topic:mills: The survey found twelve mills at work in 1880, and the gazette nine in the same year. Neither says how it counted.
figure:mills-gazette: The gazette counted 9 mills in 1880.
disagreement:3: The gazette asked the millers, the survey looked.
source:gazette: Anse Gazette
END
check a_cell_and_a_line_are_divided_by_spaces prints 0 search \
	'harbour|sluice' <<'END'
topic:mills: Anse 7 in the harbour and along the eastern quay
topic:mill-ponds: pond --> gate --> wheel     sluice
END
check a_graphic_passage_says_so prints 0 search drowned <<'END'
topic:mill-ponds: [graphic passage] In 1871 a gate broke, and three people drowned.
measure:drowned: People drowned
measure:drowned: People who drowned at a mill.
figure:drowned-1871: [graphic passage] Three people drowned when a gate broke.
event:gate-broke: [graphic passage] A gate broke and people drowned.
END
check a_graphic_title_does_not prints 0 search 'gate breaks' <<'END'
event:gate-broke: A gate breaks at Old Quay
END
check nothing_found prints 1 search 'no such thing' </dev/null
check without_a_message test ! -s "$work/messages"
check a_pattern_is_searched_without_a_terminal prints 0 '+/gate b.*Quay' <<'END'
event:gate-broke: A gate breaks at Old Quay
END
check and_may_find_nothing prints 1 +/nothinglikeit </dev/null
check or_be_wrong complains \
	"pattern, character 9: missing closing parenthesis" \
	-d "$collection" '+/traffick('
check or_be_two_words complains \
	"+/ takes one pattern; quotes keep its words together" \
	-d "$collection" +/tide mill
check in_the_format_asked_for sh -c "'$ibid' -d '$collection' \
	--format tsv '+/gate breaks' | cut -f 1,2 | tail -n 1 |
	grep '^event	gate-broke\$' >/dev/null"
bold=$(printf '\033[1m')
lit=$(printf '\033[1;31m')
plain=$(printf '\033[0m')
check what_matched_is_lit gives 0 \
	"${bold}event:gate-broke${plain}: A ${lit}gate${plain} breaks at ${lit}Old Quay${plain}" \
	--color=always '^\QA\E \Kgate(?= breaks)|Old Quay' --in events
check with_its_accents gives 0 \
	"${bold}source:ek${plain}: ${lit}Björn${plain} Ek" --color=always bjorn
check an_empty_match_lights_nothing gives 0 \
	"${bold}source:ek${plain}: Björn Ek" --color=always '(?=Björn Ek)'
check color_reaches_the_parts gives 0 "${lit}Björn${plain}" --color=always \
	-o bjorn

# What a pattern means
check small_letters_find_capitals gives 0 5 -c anse
check a_capital_finds_capitals_alone gives 0 3 -c Hama
check and_no_others gives 1 0 -c HAMA
check unless_case_does_not_count gives 0 3 -c -i HAMA
check or_it_counts_always gives 1 0 -cs hama
check the_last_of_the_two_holds gives 0 3 -c -s -i hama
check and_so_the_other_way gives 1 0 -c -i -s hama
check a_capital_of_a_class_is_not_meant gives 0 3 -c '\Wanse|\Wquay'
check ascii_finds_accents gives 0 2 -c nunez
check but_not_exactly gives 1 0 -c --exact nunez
check accents_find_themselves gives 0 2 -c nuñez
check other_scripts_are_found gives 0 1 -c 밀물
check and_their_words gives 0 1 -cw 썰물
check half_a_word_is_none gives 1 0 -cw gazet
check a_literal_has_no_meaning gives 0 \
	'figure:pay-ek: A keeper had 45.5 shillings a month in 1875.' -F 5.5
check or_it_has gives 0 3 -c '5.5|1880-0|1845-0'
check an_empty_pattern_is_everywhere gives 0 82 -c ''
check it_begins_where_a_passage_does gives 0 2 -c '^mills\b'
check and_ends_there gives 0 \
	'topic:keepers: The act has no word on keepers.' 'keepers\.$'

# Letters
check others gives 0 78 -cv gazette
check all_are_others gives 0 82 -cv 'no such thing'
check no_others gives 1 0 -cv ''
check others_are_not_lit gives 0 'measure:keeper-pay: Pay of keepers' \
	--in=measures -v 'mill|drowned|month' --color=never
check records_once prints 0 search -l gazette <<'END'
topic:mills
figure:mills-gazette
disagreement:3
source:gazette
END
check records_of_many_passages prints 0 search -l --in=topics a <<'END'
topic:overview
topic:mills
topic:mill-ponds
topic:keepers
topic:names
topic:archive
END
check records_without_a_match prints 0 search -lv --in measures mill <<'END'
measure:keeper-pay
measure:drowned
END
check parts_alone prints 0 search -o --in figures '\d+(\.\d+)?' <<'END'
12
1880
9
1880
10
14
5
1900
40
45.5
1875
END
check parts_with_their_accents prints 0 search -o 'zoe|nun.z' <<'END'
Zoë
Nuñez
Zoë
Nuñez
END
check parts_that_are_empty_are_not_printed prints 0 search -o \
	'Zo\b|(?=Björn)' </dev/null
check at_most_so_many_passages gives 0 \
	'topic:overview: A tide mill turns its wheel with water that the flood has brought into a pond. The coast had more of them than any other, says the county'\''s survey.' \
	-m1 survey
check at_most_so_many_with_others gives 0 'topic:overview: Overview' -vm 1 xyz
check at_most_so_many_are_counted gives 0 3 -cm3 a
check or_as_many_as_there_are gives 0 4 -c -m 99999999999999999999999 gazette
check at_most_so_many_records prints 0 search -lm2 survey <<'END'
topic:overview
topic:mills
END
check at_most_so_many_passages_with_parts prints 0 search -m 1 -o \
	'topic:|mill|wheel' <<'END'
mill
END
check at_most_none gives 1 '' -m 0 survey
check at_most_none_of_a_list gives 1 '[]' -m0 --format json survey
check a_pattern_behind_a_letter gives 0 3 -ce Hama
check one_that_begins_with_a_dash gives 0 \
	'topic:mill-ponds: pond --> gate --> wheel     sluice' -e '-->'
check or_stands_behind_dashes gives 0 1 -c -- '-->'
check one_of_several gives 0 5 -c -e Hama -e 'drowned\.' -e zzz
check several_of_them_literally gives 0 2 -cF -e 45.5 -e '(Hama' -e '\Q'
check several_words gives 0 3 -cw -e Hama -e drown
check a_capital_in_one_is_one_in_all gives 0 3 -c -e anse -e Hama
check letters_together gives 0 'topic:mills' -ilm1 HAMA
check long_names gives 0 'topic:mills' --ignore-case --records --max-count=1 \
	--regexp=HAMA
check long_names_too gives 0 1 --fixed-strings --count --case-sensitive \
	--word-regexp --exact --in=disagreements month
check other_long_names gives 0 'measure:keeper-pay: Pay of keepers' \
	--invert-match --in=measures 'mill|drowned|month'
check names_end_with_nul sh -c "'$ibid' -d '$collection' search -l0 gazette |
	tr '\\0' '|' | grep -Fx \
	'topic:mills|figure:mills-gazette|disagreement:3|source:gazette|' \
	>/dev/null"
check for_xargs sh -c "'$ibid' -d '$collection' search --null -l Ek |
	xargs -0 '$ibid' -d '$collection' show | head -n 1 |
	grep 'Letters' >/dev/null"
check or_a_nul_divides_name_and_text sh -c "'$ibid' -d '$collection' \
	search -0 bjorn | tr '\\0' '|' | grep -Fx 'source:ek|Björn Ek' \
	>/dev/null"

# Where it looks
check kinds gives 0 9 -c --in figures,events mill
check kinds_in_the_singular gives 0 9 -c --in=figure,event mill
check a_kind_by_itself prints 0 search --in disagreements . <<'END'
disagreement:3: The gazette asked the millers, the survey looked.
disagreement:4: The figure has a year and the event a month.
END
check a_topic_with_those_below prints 0 search --topic=mills -l gate <<'END'
topic:mill-ponds
figure:drowned-1871
event:gate-broke
END
check what_cites_a_source prints 0 search --source wren . <<'END'
topic:overview: A tide mill turns its wheel with water that the flood has brought into a pond. The coast had more of them than any other, says the county's survey.
topic:overview: those of the east
topic:overview: those of the west
topic:mill-ponds: The gates opened by themselves, "as a door does", with the flood.
topic:keepers: Keepers earned up to 40 shillings a month. They were free to leave, by law and by custom.
figure:mills-gazette: It may have left out those of Hama.
figure:mills-wren: Wren has about 10 to 14 mills, in no year that is given.
event:first-mill: The first mill of the coast was built in these years.
event:survey: The county counted its mills.
disagreement:3: The gazette asked the millers, the survey looked.
source:wren: Tide Mills
source:wren: Ada Wren
source:wren: 1931
source:wren: Anse Press
END
check what_cites_a_document gives 0 \
	'topic:mill-ponds: The gates opened by themselves, "as a door does", with the flood.' \
	--document wren --topic mills --in topics .
check a_step_that_is_no_document gives 0 \
	'topic:mill-ponds: The gates opened by themselves, "as a door does", with the flood.' \
	--source survey-1880 --in topics 'as a door'
check is_none gives 1 '' --document survey-1880 --in topics 'as a door'
check a_year prints 0 search --year 1875 -l . <<'END'
figure:pay-gazette
figure:pay-ek
END
for years in 1876-1879 1876..1879 1876/1879; do
	check "years_$years" gives 0 'figure:pay-gazette' --in=figures \
		--year "$years" -l .
done
check years_that_begin prints 0 search --year 1900.. -l . <<'END'
figure:mills-1900
source:society
source:wren
END
check years_that_end prints 0 search --year=..1850 -l . <<'END'
event:first-mill
event:mill-act-1845
source:mill-act
END
ancient=$work/ancient.ibid
cp "$collection" "$ancient" && sqlite3 "$ancient" \
	"UPDATE source SET year = '49 BC' WHERE key = 'wren'"
check years_before_the_first prints 0 -d "$ancient" search --year=..1850 -l \
	--in sources . <<'END'
source:mill-act
source:wren
END
check those_that_disagree prints 0 search --disagreeing --in figures 1880 <<'END'
figure:mills-survey: The survey found 12 mills at work in 1880.
figure:mills-gazette: The gazette counted 9 mills in 1880.
END
check all_of_it_together gives 0 \
	'figure:mills-gazette: The gazette counted 9 mills in 1880.' \
	--disagreeing --in figures --topic mills --document gazette \
	--year 1880 '\d'

# Formats
check json_lines prints 0 search --format jsonl --in=sources,figures \
	'nunez|\.5' <<'END'
{"kind":"figure","slug":"pay-ek","passage":49,"title":"A keeper had 45.5 shillings a month in 1875.","text":"A keeper had 45.5 shillings a month in 1875.","matches":[[15,17]]}
{"kind":"source","slug":"zoë:nuñez","passage":82,"title":"Zoë Nuñez y Ægidius","text":"Zoë Nuñez y Ægidius","matches":[[4,9]]}
END
check json_is_an_array prints 0 search --format json bjorn <<'END'
[
{"kind":"source","slug":"ek","passage":64,"title":"Letters — 書簡","text":"Björn Ek","matches":[[0,5]]}
]
END
check json_of_nothing gives 1 '[]' --format json zzz
check a_place_is_a_match gives 0 \
	'{"kind":"source","slug":"ek","passage":64,"title":"Letters — 書簡","text":"Björn Ek","matches":[[5,5],[6,8]]}' \
	--format jsonl 'Ek|(?<=Björn)'
check all_of_a_graphic_passage_is_there sh -c "'$ibid' -d '$collection' \
	search --format jsonl --in figures drowned | grep -F \
	'\"text\":\"Three people drowned when a gate broke.\",' >/dev/null"
check line_feeds_stay_in_json gives 0 \
	'{"kind":"topic","slug":"mill-ponds","passage":26,"title":"Ponds: how they were filled","text":"pond --> gate --> wheel\n    sluice","matches":[[18,34]]}' \
	--format jsonl '(?s)wheel.*sluice'
check others_have_no_matches gives 0 \
	'{"kind":"measure","slug":"keeper-pay","passage":38,"title":"Pay of keepers","text":"Pay of keepers","matches":[]}' \
	--format jsonl --in measures -v 'mill|drowned|month'
check csv prints 0 search --format csv a.*,.*a --in figures <<'END'
kind,slug,passage,title,text,matches
figure,mills-wren,45,"Wren has about 10 to 14 mills, in no year that is given.","Wren has about 10 to 14 mills, in no year that is given.",6-45
figure,mills-many,47,"There were ""many"" mills once, says the song.","There were ""many"" mills once, says the song.",13-32
END
check tsv prints 0 search --format tsv Ek <<'END'
kind	slug	passage	title	text	matches
source	ek	64	Letters — 書簡	Björn Ek	6-8
END
check several_matches_in_csv prints 0 search --format tsv '\b\wi' \
	--in measures --exact <<'END'
kind	slug	passage	title	text	matches
measure	mills-working	36	Mills at work	Mills at work	0-2
measure	mills-working	37	Mills at work	Tide mills at work on the coast, of any kind.	0-2;5-7;40-42
measure	drowned	41	People drowned	People who drowned at a mill.	24-26
END
check records_as_csv prints 0 search -l --format csv Hama <<'END'
kind,slug,title
topic,mills,Mills
topic,names,"Names — 이름, 名前, שמות"
figure,mills-gazette,The gazette counted 9 mills in 1880.
END
check a_number_is_one_in_every_format gives 0 3 -c --format json Hama

# The best first
check titles_come_first prints 0 search --ranked drowned <<'END'
measure:drowned: People drowned
measure:drowned: People who drowned at a mill.
figure:drowned-1871: [graphic passage] Three people drowned when a gate broke.
event:gate-broke: [graphic passage] A gate broke and people drowned.
topic:mill-ponds: [graphic passage] In 1871 a gate broke, and three people drowned.
END
check ranked_records prints 0 search --ranked -lm4 keepers <<'END'
topic:keepers
measure:keeper-pay
figure:pay-gazette
event:mill-act-1845
END
check at_most_so_many_ranked gives 0 'measure:drowned: People drowned' \
	--ranked -m1 drowned
check ranked_json gives 0 \
	'{"kind":"source","slug":"ek","passage":64,"title":"Letters — 書簡","text":"Björn Ek","matches":[[0,5]]}' \
	--ranked --format jsonl bjorn
check ranked_counts_are_the_same gives 0 2 --ranked -c nunez
check nothing_is_ranked gives 1 '' --ranked zzz
for pattern in . the 'mill|gate' '\d'; do
	for scope in --in=topics,sources --topic=mills --disagreeing; do
		"$ibid" -d "$collection" search "$scope" "$pattern" |
			sort >"$work/order"
		"$ibid" -d "$collection" search --ranked "$scope" "$pattern" |
			sort >"$work/ranked"
		check "ranked_the_same_is_found_$pattern$scope" \
			cmp "$work/order" "$work/ranked"
	done
done

# What is wrong is said in one line
check no_pattern refuses "'search' needs PATTERN; see 'ibid help search'"
check two_patterns refuses \
	"'search' takes one pattern; quotes keep its words together" tide mill
check a_pattern_too_many refuses \
	"beside -e there is no other pattern; see 'ibid help search'" -e a b
check a_group_left_open refuses \
	"pattern, character 9: missing closing parenthesis" 'traffick('
check characters_are_counted refuses \
	"pattern, character 4: missing closing parenthesis" 'ñéö('
check nothing_to_repeat refuses \
	"pattern, character 1: quantifier does not follow a repeatable item" '*'
# shellcheck disable=SC1003
check a_backslash_alone refuses \
	"pattern, character 1: \\ at end of pattern" '\'
check one_byte refuses \
	"pattern, character 2: using \\C is disabled by the application" '\C'
check one_of_several_is_named refuses \
	"pattern 2, character 1: missing terminating ] for character class" \
	-e a -e '['
check what_reaches_into_others refuses \
	"pattern 1: \\1 cannot stand in one of several patterns" \
	-e '(a)\1' -e b
check a_verb refuses \
	"pattern 2: (*S cannot stand in one of several patterns" \
	-e a -e 'b(*SKIP)c'
check a_comment refuses \
	"pattern 2: (?x cannot stand in one of several patterns" \
	-e a -e '(?x) b # c'
check a_quotation_left_open refuses \
	"pattern 1: \\Q cannot stand in one of several patterns" -e '\Qa' -e b
check a_pattern_without_end refuses \
	"a pattern is at most 4096 bytes long" "$(printf '%05000d' 0)"
check bytes_that_are_no_text refuses "'a�' is not valid UTF-8" \
	"$(printf 'a\377')"
check a_count_that_is_none refuses "--max-count: 'x' is no whole number" \
	-m x a
check a_count_below_none refuses "--max-count: '-1' is no whole number" \
	-m -1 a
check a_count_left_out refuses \
	"--max-count needs a value: -m, --max-count=NUM" a -m
check a_kind_unknown refuses \
	"unknown kind of record 'topcs'; did you mean 'topics'?" --in topcs a
check no_kind refuses "unknown kind of record ''" --in topics, a
for years in 1x x -1990 1990- 19900 .. 1990...1999 '' 1990..x ..; do
	check "years_that_are_none_$years" refuses \
		"--year: '$years' is not 1995, 1990-1999, 1990.. or ..1999" \
		"--year=$years" a
done
check years_backwards refuses "--year: '1999-1990' ends before it begins" \
	--year 1999-1990 a
check a_topic_unknown refuses "unknown topic 'mils'; did you mean 'mills'?" \
	--topic mils a
check a_source_unknown refuses "unknown source 'wrn'; did you mean 'wren'?" \
	--source wrn a
check a_document_without_a_key refuses "the --document is empty" \
	--document= a
check an_option_unknown refuses "unknown option '-q'" -q a
check an_option_nearly_known refuses \
	"unknown option '--ignorecase'; did you mean '--ignore-case'?" \
	--ignorecase a
check an_option_of_others refuses \
	"'search' does not know --measure; see 'ibid help search'" \
	--measure x a
check a_letter_before_the_command complains "-i stands behind the command" \
	-i search a
while read -r one other options; do
	# shellcheck disable=SC2086
	check "not_$one-and-$other" refuses \
		"--$one and --$other do not go together" $options a
done <<'END'
count records -cl
count only-matching -co
count null -c0
records only-matching -lo
invert-match only-matching -vo
invert-match ranked -v --ranked
null only-matching -0o
null format -0 --format=csv
only-matching format -o --format=json
END
check no_collection complains "$work/none: No such file or directory" \
	-d "$work/none" search a

# Blocks that are not there
bundled=$work/bundled.ibid
"$bin/ibid-compile" compile -q -o "$bundled" "$srcdir/db/north-korea" ||
	exit 99

for block in 1 2 3; do
	cp "$bundled" "$work/hole.ibid" && sqlite3 "$work/hole.ibid" \
		"DELETE FROM block WHERE id = $block"
	check "block_${block}_is_missed" complains \
		"$work/hole.ibid: block $block is missing" \
		-d "$work/hole.ibid" search -c the
done

# Hostile patterns end, and say what they left
check too_hard_is_said exits 1 "$ibid" -d "$collection" search \
	'^((\w+\s?)+)*z\1$'
check with_the_number says "passages too hard for this pattern"
check in_one_line test "$(wc -l <"$work/messages")" -eq 1
check a_hard_one_is_decided gives 1 0 -c '^(\w+\s?)*Q$'

# Output
check a_reader_who_leaves_is_no_news sh -c "'$ibid' -d '$collection' search '' \
	2>'$work/messages' | head -n 1 >/dev/null
	test ! -s '$work/messages'"
if [ -c /dev/full ]; then
	check a_full_disk_is_trouble sh -c "'$ibid' -d '$collection' search a \
		>/dev/full 2>'$work/messages'; test \$? -eq 2"
fi

# A table of fields is one thing; the manual has each option.
missing=
for option in $("$ibid" help search | grep -o -e '--[a-z-]*'); do
	sed 's/\\//g' "$srcdir/doc/ibid.1" |
		grep -F -e "Fl ${option#-}" >/dev/null || missing="$missing $option"
	for shell in ibid _ibid ibid.fish; do
		grep -E -e "($option|-l ${option#--})" \
			"$srcdir/doc/completions/$shell" >/dev/null ||
			missing="$missing $shell:$option"
	done
done
check the_manual_and_the_shells_know_each_option test -z "$missing"

# The same as others find
same_count() {	# COLLECTION CONDITION ARGUMENT...
	sql=$(sqlite3 "$1" "SELECT count(*) FROM passage WHERE $2")
	one=$1
	shift 2
	ours=$("$ibid" -d "$one" search -c "$@")
	[ "$sql" = "$ours" ] && return 0
	echo "# sqlite3 $sql, ibid $ours"
	return 1
}

# -s of pcre2grep is about messages.
same_parts() {	# PATTERN -i|-s: every part, and how many passages
	pcre2grep -u "$2" -c -e "(*UCP)$1" "$work/lines" >"$work/theirs"
	pcre2grep -u "$2" -o -e "(*UCP)$1" "$work/lines" >>"$work/theirs"
	"$ibid" -d "$bundled" search "$2" --exact -c -e "$1" >"$work/ours"
	"$ibid" -d "$bundled" search "$2" --exact -o -e "$1" >>"$work/ours"
	cmp -s "$work/theirs" "$work/ours" && return 0
	diff "$work/theirs" "$work/ours" | sed -n '1,6s/^/# /p'
	return 1
}

if command -v sqlite3 >/dev/null 2>&1; then
	for word in the 1880 mill 'a ' ',' zz "'"; do
		quoted=$(printf '%s' "$word" | sed "s/'/''/g")
		for c in "$collection" "$bundled"; do
			check "as_sqlite_${c##*/}_$word" same_count "$c" \
				"instr(text, '$quoted') > 0" -Fs --exact "$word"
			check "as_sqlite_others_${c##*/}_$word" same_count \
				"$c" "instr(text, '$quoted') = 0" \
				-Fvs --exact "$word"
		done
	done
	check as_sqlite_caseless same_count "$bundled" \
		"text LIKE '%china%'" -Fi --exact china
	check as_sqlite_of_a_kind same_count "$bundled" \
		"instr(text, 'China') > 0 AND record_kind = 'figure'" \
		-Fs --exact --in figures China
	sqlite3 "$bundled" \
		"SELECT replace(text, char(10), ' ') FROM passage" \
		>"$work/lines"
else
	echo "# no sqlite3: counts are not compared"
fi
if [ -s "$work/lines" ] && command -v pcre2grep >/dev/null 2>&1; then
	while IFS='	' read -r letters pattern; do
		check "as_pcre2grep_$pattern" same_parts "$pattern" "$letters"
	done <<'END'
-s	the
-i	the
-s	\d{1,3}(,\d{3})+
-s	\b[A-Z]{3,}\b
-s	^The .*\.$
-s	(?<=the )\w+
-s	\b(\w+) \1\b
-s	per cent|percent
-i	traffick(ing|ers?)
-s	\p{Hangul}+
-s	[éèñö]\w*
-s	China.{0,40}(brokers?|men)
-s	[a-q][^u-z]{13}x
-s	"[^"]+"
-s	\w+$
-s	(?i)north(?-i) Korea\K\w+
-i	un(?!\w)
END
else
	echo "# no pcre2grep: matches are not compared"
fi

done_testing
