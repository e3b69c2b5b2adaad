#!/bin/sh
# SPDX-License-Identifier: ISC
#
# Records, with what stands behind them.

. "${srcdir:-.}/tests/cli/lib.sh"

check a_topic_is_a_page prints 0 show topic:overview <<'END'
Overview
========

What a tide mill is, and what this collection holds.

A tide mill turns its wheel with water that the flood has brought into a
pond.[1] The coast had more of them than any other, says the county's
survey.[2,3]

What is here
------------

- The mills and their number
- Their keepers, among them:
  1. those of the east[4]
  2. those of the west[5]
- A page of names in other scripts

> The sea does the work, and the miller takes the flour.[6]

Editor's note: The survey itself was lost; the table rests on a copy.[7]

Behind this page: 3 documents, 3 origins

[1] stated in      Wren, "Tide Mills", Anse Press, p. 3
[2] stated in      Wren, "Tide Mills", Anse Press, p. 4
    credited to    Anse County, "Survey of the Mills" (not seen)
[3] stated in      Anse Gazette, "Of the Mills"
    credited to    Anse County, "Survey of the Mills" (not seen)
[4] stated in      Wren, "Tide Mills", Anse Press, p. 30
[5] stated in      Wren, "Tide Mills", Anse Press, p. 31
[6] stated in      "The Miller's 'Song'"
[7] stated in      "Survey of the Mills, a copy", sec. Tables (seen in part)
END
cp "$work/out" "$work/shown"
check the_topic_alone_is_the_same sh -c "'$ibid' -d '$collection' overview |
	cmp - '$work/shown'"
check a_topic_without_text prints 0 archive <<'END'
Archive
=======

Nothing has been written here yet.
END
check tables_and_links prints 0 mills <<'END'
Mills
=====

How many mills there were, and where.

How many
--------

The survey found twelve mills at work in 1880,[1] and the gazette nine in the
same year.[2] Neither says how it counted.[3,4]

Place      Mills  Remark
---------  -----  -----------------------------------------
Anse       7[1]   in the harbour and along the eastern quay
Old Quay   3[5]
浜 (Hama)  2[6]   named by a sailor

### By kind

Undershot wheels were usual; see the society's pages
<https://mills.example.org/wheels>.[7]

Behind this page: 3 documents, 4 origins

[1] stated in      "Survey of the Mills, a copy", p. 12
[2] stated in      Anse Gazette, "Of the Mills", no. 7
    credited to    "unnamed millers" (not seen)
[3] stated in      "Survey of the Mills, a copy"
[4] stated in      Anse Gazette, "Of the Mills", no. 7
[5] stated in      "Survey of the Mills, a copy", p. 13
[6] stated in      Anse Gazette, "Of the Mills", no. 8
[7] stated in      "Pages of the Mill Society"
END
check graphic_passages_are_marked prints 0 show topic:mill-ponds <<'END'
Ponds: how they were filled
===========================

The ponds, their gates, and an accident.

The gates opened by themselves, "as a door does", with the flood.[1]

[graphic passage]
In 1871 a gate broke, and three people drowned.[2]

    pond --> gate --> wheel
        sluice

Behind this page: 2 documents, 2 origins

[1] stated in      Wren, "Tide Mills", Anse Press, ch. 2
    credited to    Ek, "Letters — 書簡" (not seen, carried over)
    identified as  Anse County, "Survey of the Mills" (not seen)
[2] stated in      Anse Gazette, "Of the Mills", no. 3
    spoken by      "a neighbour" (not seen)
END
check a_figure_names_what_it_disagrees_with prints 0 show figure:pay-ek <<'END'
A keeper had 45.5 shillings a month in 1875.[1]

Value        45.5 shillings per month
Period       1875
Place        Anse coast
Population   keepers
Measure      keeper-pay
Topic        keepers

Behind this figure: 1 document, 1 origin

[1] stated in      Ek, "Letters — 書簡", letter of May; sheet 2

Disagrees with

- figure:pay-gazette: Keepers earned up to 40 shillings a month.
  (apart, found by computing)
END
check a_measure_has_its_figures_on_one_axis prints 0 \
	show measure:keeper-pay <<'END'
Pay of keepers
==============

What a keeper was paid in a month.

shillings per month · 2 figures, 2 documents, 2 origins; 1 pair cannot both hold

Figures

           0           10            20            30            40           50
           └────────────┴─────────────┴─────────────┴─────────────┴────────────┘
1870 to 1880
≠  ≤ 40    ◄██████████████████████████████████████████████████████▌
     figure:pay-gazette: Anse coast, keepers — Anse Gazette
1875
≠    45.5                                                                ▐
     figure:pay-ek: Anse coast, keepers — Ek

What cannot all hold

- ranges apart: 5.5 shillings per month apart, about 1.14 times as many (found
  by computing)
  figure:pay-gazette: up to 40, 1870 to 1880, Anse coast, keepers (Anse
    Gazette)
  figure:pay-ek: 45.5, 1875, Anse coast, keepers (Ek)

Topic        keepers
END
check its_bars_can_be_ascii exits 0 "$ibid" -d "$collection" \
	show measure:keeper-pay --ascii
check and_their_values_stand_beside_them has \
	'           +------------+-------------+---------' \
	'≠  ≤ 40    <=======================' '≠    45.5      ' '     |'
check a_measure_says_what_can_all_be_true exits 0 "$ibid" -d "$collection" \
	show measure:mills-working
check and_what_cannot has 'What can all be true' \
	'- 12 mills, Anse coast: 12, 1880 (Survey of the Mills, a copy); about 10 to 14' \
	'- another source: 3 mills apart, about 1.33 times as many' \
	'  The gazette asked the millers, the survey looked.'

# What a browser is given: title, values, documents, collection.
cp -r "$srcdir/tests/fixtures/small" "$work/bare"
echo 'bare,Mills to be counted,mills,None was counted.,mills' \
	>>"$work/bare/measures.csv"
"$bin/ibid-compile" compile -q -o "$work/bare.ibid" "$work/bare" || exit 99
check a_measure_without_figures_says_so sh -c "'$ibid' -d '$work/bare.ibid' \
	show measure:bare | grep -x '0 figures, 0 documents, 0 origins' >/dev/null"
check a_measure_has_a_picture exits 0 "$ibid" -d "$collection" --format svg \
	show measure:mills-working
check it_is_svg test "$(head -c 19 "$work/out")" = '<?xml version="1.0"'
check with_all_that_is_said has '>Mills at work<' 'about 10 to 14 mills' \
	'Cannot both hold: ' 'Wren, Ada. Tide Mills.' \
	'Tide mills of the Anse coast, edition 2026-01-31, licence CC0-1.0' \
	'The Miller&#39;s &quot;Song&quot;'
if command -v xmllint >/dev/null 2>&1; then
	check and_it_is_well_formed xmllint --noout "$work/out"
fi
check nothing_else_has_a_picture complains \
	"--format svg is for 'show measure:SLUG' alone" \
	-d "$collection" show topic:mills --format svg
check no_list_either complains "--format svg is for 'show measure:SLUG' alone" \
	-d "$collection" figures --format svg
check nor_an_export complains "--format svg is for 'show measure:SLUG' alone" \
	-d "$collection" export -f svg
check an_event prints 0 show event:gate-broke <<'END'
A gate breaks at Old Quay
=========================

[graphic passage]
A gate broke and people drowned.[1]

Editor's note: The day is not known.

Date         1871-11
Precision    month
Kind         happening
Topic        mill-ponds

Behind this event: 1 document, 1 origin

[1] stated in      Anse Gazette, "Of the Mills", no. 3

Disagrees with

- figure:drowned-1871: (graphic, folded)
  (dating: The figure has a year and the event a month.)
END
check a_source_says_where_it_is_cited prints 0 show source:mill-act <<'END'
Mill Act
========

Key          mill-act
Kind         law
Issued       1845-06-03
Certainty    exact
Reference    Mill Act. June 3, 1845.
Used in      2 citations, origin of 2

Cited by

- topic:keepers [2], stated-in: Keepers
- event:mill-act-1845 [1], stated-in: The Mill Act
END
check marks_of_a_record_are_together exits 0 "$ibid" -d "$collection" \
	show source:survey-copy
check each_once has '- topic:mills [1,3,5], stated-in: Mills'
check citing_is_each_once_as_json sh -c "'$ibid' -d '$collection' --format json \
	show source:survey-copy | tr '{' '\n' | sort | uniq -d |
	grep -c '\"number\"' | grep -x 0 >/dev/null"
check and_as_csv sh -c "'$ibid' -d '$collection' --format csv \
	show source:survey-copy | tail -n 1 |
	grep -F ',topic:overview [7] stated-in;topic:mills [1] stated-in;topic:mills [3]' >/dev/null"
check a_source_as_json prints 0 show source:mill-act --format json <<'END'
{"key":"mill-act","kind":"law","title":"Mill Act","year":"1845","certainty":"exact","cited_by":2,"origin_of":2,"csl":{"id":"mill-act","type":"legislation","title":"Mill Act","issued":{"date-parts":[[1845,6,3]]},"custom":{"ibid":{"kind":"law","certainty":"exact"}}},"citing":[{"kind":"topic","slug":"keepers","title":"Keepers","number":2,"role":"stated-in"},{"kind":"event","slug":"mill-act-1845","title":"The Mill Act","number":1,"role":"stated-in"}]}
END
check a_topic_as_json exits 0 "$ibid" -d "$collection" --format jsonl \
	show topic:keepers
check it_is_one_line test "$(wc -l <"$work/out")" -eq 1
check sentences_carry_their_citations has \
	'"kind":"paragraph","level":0,' \
	'"sentences":[{"text":"Keepers earned up to 40 shillings a month.","documents":1,"origins":1,"citations":[{"number":1,"steps":[{"role":"stated-in","source":"gazette",' \
	'{"text":"They were free to leave, by law and by custom.","documents":2,"origins":2,"citations":[{"number":2,'
check a_measure_as_json_has_its_figures exits 0 "$ibid" -d "$collection" \
	--format json show measure:drowned
check in_the_place_of_their_count has '"topic":"mill-ponds","figures":[{"slug":"drowned-1871",' '],"disagreeing":0}'
check a_measure_as_csv_is_its_figures sh -c "'$ibid' -d '$collection' \
	--format csv show measure:keeper-pay >'$work/a' &&
	'$ibid' -d '$collection' --format csv figures --measure keeper-pay \
	>'$work/b' && cmp '$work/a' '$work/b' && test \$(wc -l <'$work/a') -eq 3"
check the_first_page exits 0 "$ibid" -d "$collection"
check it_says_what_is_inside has 'Tide mills of the Anse coast' \
	'Edition      2026-01-31' 'Licence      CC0-1.0' 'Ada Wren, Björn Ek' \
	'6 topics, 8 figures, 10 sources, 4 events, 4 disagreements' \
	'This collection is made up.' 'about mills that never were' \
	'mills     Mills'
check and_where_to_go has "Read on with 'ibid TOPIC'"
check info_as_json exits 0 "$ibid" -d "$collection" info --format json
check it_has_its_fields has '{"title":"Tide mills of the Anse coast","version":"2026-01-31","language":"en-GB","licence":"CC0-1.0","editors":["Ada Wren","Björn Ek"],' \
	'"topics":6,"figures":8,"measures":3,"sources":10,"events":4,"disagreements":4,'
check a_sound_collection_is_verified exits 0 "$ibid" verify "$collection"
check and_called_sound has ': sound'

check a_missing_record_is_not_found fails 1 \
	"unknown figure 'pay-gazete'; did you mean 'pay-gazette'?" \
	-d "$collection" show figure:pay-gazete
check a_kind_that_is_none complains \
	"unknown kind of record 'figur'; did you mean 'figure'?" \
	-d "$collection" show figur:pay
check a_word_that_is_no_record complains \
	"'pay' is not KIND:SLUG, as in topic:SLUG" -d "$collection" show pay
check an_empty_slug complains "the slug is empty" -d "$collection" show topic:
check bytes_that_are_no_text complains "'topic:�' is not valid UTF-8" \
	-d "$collection" show "topic:$(printf '\377')"
check a_slug_without_end exits 2 "$ibid" -d "$collection" show \
	"topic:$(head -c 100000 /dev/zero | tr '\0' a)"
check says_one_line test "$(wc -l <"$work/messages")" -eq 1

LC_ALL=C
check without_utf8_hangul_is_romanized exits 0 "$ibid" -d "$collection" names
check and_the_rest_is_questioned has 'Names -- ireum, ??, ????' \
	'flood tide is milmul and for ebb sseolmul' \
	'Zoe Nunez y AEgidius' 'Ek, "Letters -- ??"'
check without_utf8_bars_are_ascii exits 0 "$ibid" -d "$collection" \
	show measure:keeper-pay
check with_ascii_about_them has '!= <= 40    <=================' \
	'figure:pay-gazette: Anse coast, keepers -- Anse Gazette'
check without_utf8_a_picture_is_a_utf8_file sh -c "'$ibid' -d '$collection' \
	show measure:keeper-pay -f svg | grep -F '≠' >/dev/null"

if command -v bash >/dev/null; then
	cat >"$work/complete.sh" <<'END'
compopt() { :; }
. "$1"
COMP_WORDS=(ibid show --a) COMP_CWORD=2
_ibid
[[ ${COMPREPLY[*]} == --ascii* ]]
END
	check the_shell_completes_an_option_before_the_record bash \
		"$work/complete.sh" "$srcdir/doc/completions/ibid"
fi

done_testing
