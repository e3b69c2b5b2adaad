#!/bin/sh
# SPDX-License-Identifier: ISC
#
# Sources in citation styles: of the collection, and of CSL-JSON.

. "${srcdir:-.}/tests/cli/lib.sh"
styles=$srcdir/tests/fixtures/styles
records=$srcdir/tests/fixtures/csl-json/records.json

cite() { "$ibid" -d "$collection" cite "$@"; }
from() { "$ibid" cite --from "$records" "$@"; }

# printed_from STATUS ARGUMENT...: as prints, of the file
printed_from() {
	cat >"$work/want"
	want=$1
	shift
	exits "$want" from "$@" || return 1
	cmp -s "$work/want" "$work/out" && return 0
	diff "$work/want" "$work/out" | sed 's/^/# /'
	return 1
}

check a_list_of_one prints 0 cite wren <<'END'
Wren, Ada. Tide Mills. Anse Press. 1931.
END
check a_list_is_in_the_order_of_the_style prints 0 cite wren survey-1880 \
	<<'END'
Anse County. Survey of the Mills. 1880.
Wren, Ada. Tide Mills. Anse Press. 1931.
END
check a_key_twice_is_one_entry prints 0 cite wren wren <<'END'
Wren, Ada. Tide Mills. Anse Press. 1931.
END
check all_in_one_citation prints 0 cite --in-text wren survey-1880 <<'END'
(Wren 1931; Anse County 1880)
END
check a_citation_with_a_place prints 0 cite --in-text --locator=page=3-4 wren \
	<<'END'
(Wren 1931, pp. 3–4)
END
check short_forms_of_labels prints 0 cite --in-text --locator=ch.=3 wren <<'END'
(Wren 1931, chap. 3)
END
check no_label_is_a_page prints 0 cite --in-text --locator 3 wren <<'END'
(Wren 1931, p. 3)
END
check the_author_in_the_sentence prints 0 cite --narrative survey-1880 wren \
	<<'END'
Anse County (1880)
Wren (1931)
END
check and_its_place prints 0 cite --narrative --locator=section=Ponds wren \
	<<'END'
Wren (1931, sec. Ponds)
END
check known_through_another prints 0 cite --in-text --via wren survey-1880 \
	<<'END'
(Anse County 1880, as cited in Wren 1931)
END
check by_its_words prints 0 cite --in-text --via wren --quotation \
	--locator=p.=3 survey-1880 <<'END'
(Anse County 1880, quoted in Wren 1931, p. 3)
END
check of_which_the_list_has_what_was_read prints 0 cite --via wren \
	survey-1880 <<'END'
Wren, Ada. Tide Mills. Anse Press. 1931.
END

check as_html prints 0 cite --html wren <<'END'
Wren, Ada. <i>Tide Mills</i>. Anse Press. 1931.
END
check as_markdown_with_paragraphs prints 0 cite --markdown wren survey-1880 \
	<<'END'
Anse County. *Survey of the Mills*. 1880.

Wren, Ada. *Tide Mills*. Anse Press. 1931.
END
check as_json prints 0 cite --format json --locator page=3 wren survey-1880 \
	<<'END'
[
{"id":"survey-1880","bibliography":"Anse County. Survey of the Mills. 1880.","citation":"(Anse County 1880, p. 3)","narrative":"Anse County (1880, p. 3)","subsequent":null},
{"id":"wren","bibliography":"Wren, Ada. Tide Mills. Anse Press. 1931.","citation":"(Wren 1931, p. 3)","narrative":"Wren (1931, p. 3)","subsequent":null}
]
END
check as_jsonl_with_markup prints 0 cite --format jsonl --html wren <<'END'
{"id":"wren","bibliography":"Wren, Ada. <i>Tide Mills</i>. Anse Press. 1931.","citation":"(Wren 1931)","narrative":"Wren (1931)","subsequent":null}
END
check as_csv prints 0 cite --format csv --via wren survey-1880 <<'END'
id,bibliography,citation,narrative,subsequent
survey-1880,"Wren, Ada. Tide Mills. Anse Press. 1931.","(Anse County 1880, as cited in Wren 1931)",,
END

check a_file_as_a_whole printed_from 0 <<'END'
Ek, Björn and Per Lund. “Letters.” Anse Review, vol. 4, pp. 10–12. May 1902.
Wren, Ada. Tide Mills & Ponds. Anse Press. 1931.
Pages of the Mill Society. undated. https://mills.example.org/.
END
ek='"author": [{"family": "Ek"}]'
cat >"$work/twins.json" <<END
[{"id": "a", "type": "book", "title": "A", $ek, "issued": {"raw": "1902-05"}},
 {"id": "b", "type": "book", "title": "B", $ek, "issued": {"raw": "1902-06"}},
 {"id": "c", "type": "book", "title": "C", $ek},
 {"id": "d", "type": "book", "title": "D", $ek}]
END
check what_would_look_alike_is_told_apart exits 0 "$ibid" cite --in-text \
	--from "$work/twins.json"
check where_it_is_cited has '(Ek 1902a; Ek 1902b; Ek n.d.-a; Ek n.d.-b)'
check and_where_it_is_listed exits 0 "$ibid" cite --from "$work/twins.json"
check by_the_same_letters has 'Ek. A. May 1902, a.' 'Ek. B. June 1902, b.' \
	'Ek. C. n.d., a.' 'Ek. D. n.d., b.'
check an_id_that_is_a_number printed_from 0 --in-text 7 <<'END'
(Pages of the Mill Society undated)
END
check markup_is_escaped printed_from 0 --html wren-1931 <<'END'
Wren, Ada. <i>Tide Mills &#38; <span style="font-style:normal;">Ponds</span></i>. Anse Press. 1931.
END
"$ibid" cite --from - --in-text ek-1902 <"$records" >"$work/out" 2>&1
check from_standard_input has '(Ek and Lund 1902)'
check no_collection_is_wanted exits 0 env IBID_COLLECTION=/nonexistent \
	"$ibid" cite --from "$records" ek-1902
{
	printf '[{"id": "vast", "type": "book", "title": "'
	head -c 1100000 /dev/zero | tr '\0' x
	printf '"}]'
} >"$work/vast.json"
check a_text_too_long_is_left_out exits 0 "$ibid" cite --from "$work/vast.json"
check which_is_said_of_whom says \
	"ibid: 'vast': a text that is too long is left out"
printf '[]' >"$work/none.json"
check an_empty_file_has_nothing exits 1 "$ibid" cite --from "$work/none.json"
check without_a_word test ! -s "$work/messages"

check a_style_of_notes printed_from 0 -s "$styles/notes.csl" --in-text \
	--locator 3 wren-1931 <<'END'
Ada Wren, Tide Mills & Ponds, Anse Press, 3.
END
check has_a_short_form printed_from 0 -s "$styles/notes.csl" --format jsonl \
	--locator 3 wren-1931 <<'END'
{"id":"wren-1931","bibliography":null,"citation":"Ada Wren, Tide Mills & Ponds, Anse Press, 3.","narrative":null,"subsequent":"Ada Wren, above, 3."}
END
check and_no_list printed_from 0 -s "$styles/notes.csl" wren-1931 <<'END'
Ada Wren, Tide Mills & Ponds, Anse Press.
END
check which_is_said says 'notes.csl" has no list of references'
check nor_a_narrative exits 2 "$ibid" cite --from "$records" \
	-s "$styles/notes.csl" --narrative wren-1931
check which_is_said_too says 'has no narrative form'
check a_style_of_numbers printed_from 0 -s "$styles/numbers.csl" ek-1902 \
	wren-1931 <<'END'
[1] Björn Ek, Per Lund, Letters, 1902.
[2] Ada Wren, Tide Mills & Ponds, 1931.
END
check a_child_is_as_its_parent printed_from 0 -s "$styles/child.csl" \
	--in-text wren-1931 <<'END'
(Wren 1931)
END
check nothing_is_left_behind test -z \
	"$(find "$styles" -name '*.style' -print)"
check no_other_program_where_that_is_forbidden exits 2 env IBID_SECURE=1 \
	"$ibid" cite --from "$records" -s "$styles/numbers.csl" ek-1902
check but_styles_that_are_here exits 0 env IBID_SECURE=1 \
	"$ibid" cite --from "$records" -s plain ek-1902
printf '<style' >"$work/broken.csl"
check a_broken_style exits 2 "$ibid" cite --from "$records" \
	-s "$work/broken.csl" wren-1931
check is_named_with_its_place says "$work/broken.csl:1:"

check organisations_are_passed_over prints 0 cite county wren <<'END'
Wren, Ada. Tide Mills. Anse Press. 1931.
END
check which_is_told says \
	"ibid: passed over 'county': an organisation is no publication"
check nothing_else_is_nothing exits 1 "$ibid" -d "$collection" cite county
check also_as_what_was_not_seen exits 1 "$ibid" -d "$collection" cite \
	--in-text --via wren county

check an_unknown_key fails 1 "unknown source 'wrem'; did you mean 'wren'?" \
	-d "$collection" cite wrem
check an_unknown_key_of_a_file complains \
	"unknown key 'ek-1903'; did you mean 'ek-1902'?" \
	cite --from "$records" ek-1903
check an_unknown_via complains \
	"unknown key 'wren'; did you mean 'wren-1931'?" \
	cite --from "$records" --via wren ek-1902
check no_key complains "'cite' needs KEY; 'ibid sources' lists them" cite
check an_unknown_style exits 2 "$ibid" cite --from "$records" -s plan ek-1902
check is_said says '"plan"'
for name in '' ' ' /; do
	check "a_style_must_have_a_name_not_'$name'" exits 2 "$ibid" cite \
		--from "$records" -s "$name" ek-1902
	check "which_is_said_of_'$name'" test -s "$work/messages"
done
check no_such_style_file complains './x.csl: No such file or directory' \
	cite --from "$records" -s ./x.csl ek-1902
check no_such_file complains "$work/absent: No such file or directory" \
	cite --from "$work/absent"
check not_the_options_of_search complains \
	"'cite' does not know --regexp; see 'ibid help cite'" \
	cite --regexp x wren
check an_unknown_label exits 2 "$ibid" cite --in-text --locator pge=3 wren
check is_named_with_those_that_are says \
	"'pge'; did you mean 'page'?; known are act, appendix,"
check an_empty_place complains \
	'--locator wants LABEL=VALUE, as in page=12-14' \
	cite --in-text --locator page= wren
check a_list_has_no_places complains 'a list of references has no locators; --in-text and --narrative do' cite --locator 3 wren
check one_place_is_of_one_source complains '--locator needs one KEY, as it is of one source' cite --in-text --locator 3 wren ek
check via_is_of_one complains \
	'--via needs one KEY, of what was not seen' \
	cite --via wren ek society
for pair in '--in-text --narrative' '--html --markdown' \
	'--via=wren --narrative'; do
	# shellcheck disable=SC2086
	check "not_together_$pair" exits 2 "$ibid" cite $pair wren
	check said_so says 'do not go together'
done
check quotation_of_nothing complains \
	'--quotation says how --via is worded; there is no --via' \
	cite --quotation wren
check a_collection_or_a_file complains \
	'--from and --collection do not go together' \
	-d "$collection" cite --from "$records"

# What is no CSL-JSON is named with its place.
bad() {	# TEXT MESSAGE
	printf '%s' "$1" >"$work/bad.json"
	complains "$work/bad.json: $2" cite --from "$work/bad.json"
}
check no_json bad '[{"id": 1},
 x]' 'line 2, column 2: this is no JSON'
check no_list bad '"x"' \
	'is not CSL-JSON: it begins with no "[" or "{"'
check no_id bad '[{"id": 1}, {"title": "x"}]' 'item 2: has no "id"'
check no_names bad '[{"id": "a", "author": "x"}]' \
	'item 1 (a): "author" has to be an array, not text'

# The reader's style.
config=$work/.config/ibid/config
echo 'style = nowhere' >"$config"
check a_style_that_is_not_here exits 0 from --in-text ek-1902
check plain_serves has '(Ek and Lund 1902)'
check and_that_is_said says '; "plain" serves'
check one_line_of_it test "$(wc -l <"$work/messages")" -eq 1
echo 'style = plain' >"$config"
check a_language_that_is_not_here exits 0 from --language=xx --in-text ek-1902
check is_said_as_well says 'no locale "xx" is here; "en'
check none_is_said_of_english exits 0 from --language=en --in-text ek-1902
check for_it_is_here test ! -s "$work/messages"

check plain_text_in_ascii exits 0 env LC_ALL=C "$ibid" cite --from "$records" \
	ek-1902
check without_accents has 'Ek, Bjorn and Per Lund. "Letters." Anse Review,'
check in_a_pipe_there_are_no_colours sh -c "! grep '$(printf '\033')' \
	'$work/out'"
check unless_asked_for exits 0 from --color=always wren-1931
check italics has "$(printf 'Wren, Ada. \033[3mTide Mills & \033[0mPonds')"
check a_broken_pipe_is_quiet sh -c "'$ibid' cite --from '$records' 2>&1 |
	head -n 0"
done_testing
