#!/bin/sh
# SPDX-License-Identifier: ISC
#
# The lists: as text, narrowed, and in every format.

. "${srcdir:-.}/tests/cli/lib.sh"

check topics_are_a_tree prints 0 topics <<'END'
overview      Overview
mills         Mills
  mill-ponds  Ponds: how they were filled
keepers       Keepers
names         Names — 이름, 名前, שמות
archive       Archive
END
check topics_below_another prints 0 topics --parent mills <<'END'
mill-ponds  Ponds: how they were filled
END
check topics_as_json prints 0 topics --parent=mills --format=json <<'END'
[
{"slug":"mill-ponds","title":"Ponds: how they were filled","parent":"mills","summary":"The ponds, their gates, and an accident.","advisory":"graphic","passages":3}
]
END
check topics_as_csv prints 0 --format csv topics --parent mills <<'END'
slug,title,parent,summary,advisory,passages
mill-ponds,Ponds: how they were filled,mills,"The ponds, their gates, and an accident.",graphic,3
END
check an_empty_list_is_nothing_found prints 1 topics --parent archive </dev/null
check an_empty_json_list_is_json prints 1 topics --parent archive \
	--format json <<'END'
[]
END
check an_empty_csv_list_has_its_names prints 1 topics --parent archive \
	--format csv <<'END'
slug,title,parent,summary,advisory,passages
END

check figures_have_their_values prints 0 figures <<'END'
mills-survey   12 mills                      1880       Anse coast  ≠ 1
mills-gazette  9 mills                       1880       Anse coast  ≠ 2
mills-wren     about 10 to 14 mills                     Anse coast  ≠ 1
mills-1900     at least 5 mills              1900       Anse coast
mills-many     many (mills)
pay-gazette    up to 40 shillings per month  1870/1880  Anse coast  ≠ 1
pay-ek         45.5 shillings per month      1875       Anse coast  ≠ 1
drowned-1871   3 people                      1871       Old Quay
END
check figures_of_a_measure_that_disagree prints 0 figures --disagreeing \
	--measure keeper-pay <<'END'
pay-gazette  up to 40 shillings per month  1870/1880  Anse coast  ≠ 1
pay-ek       45.5 shillings per month      1875       Anse coast  ≠ 1
END
check figures_of_a_topic prints 0 figures --topic mill-ponds <<'END'
drowned-1871  3 people  1871  Old Quay
END
check a_figure_as_json prints 0 figures --topic mill-ponds \
	--format jsonl <<'END'
{"slug":"drowned-1871","measure":"drowned","topic":"mill-ponds","statement":"Three people drowned when a gate broke.","low":3,"high":3,"qualifier":null,"unit":"people","period":"1871","as_of":null,"place":"Old Quay","population":null,"advisory":"graphic","note":null,"disagrees_with":[],"documents":1,"origins":1,"citations":[{"number":1,"steps":[{"role":"stated-in","source":"gazette","text":null,"seen":"yes","carried":false,"locator":{"label":"issue","value":"3"}},{"role":"spoken-by","source":null,"text":"a neighbour","seen":"no","carried":false,"locator":null}]}]}
END
check open_bounds_are_null sh -c "'$ibid' -d '$collection' --format json \
	figures --measure keeper-pay | grep -F '\"low\":null,\"high\":40,' |
	grep -F '\"disagrees_with\":[\"pay-ek\"]' >/dev/null"
check a_figure_as_tsv_has_its_chain sh -c "'$ibid' -d '$collection' \
	--format tsv figures --topic mill-ponds | tail -n 1 |
	grep -F '	[@gazette, no. 3 <- !\"a neighbour\"]' >/dev/null"

check measures prints 0 measures <<'END'
mills-working  Mills at work   5 figures  mills                ≠ 3
keeper-pay     Pay of keepers  2 figures  shillings per month  ≠ 2
drowned        People drowned  1 figure   people
END
check sources_of_a_kind prints 0 sources --kind law <<'END'
mill-act  law  1845  2  Mill Act
END
check a_source_as_csv prints 0 sources --kind law --format csv <<'END'
key,kind,title,year,certainty,cited_by,origin_of
mill-act,law,Mill Act,1845,exact,2,2
END
check an_unknown_kind_is_an_error complains \
	"unknown kind of source 'laws'; did you mean 'law'?" \
	-d "$collection" sources --kind laws
check events_run_by_date prints 0 events <<'END'
first-mill     1790/1799   happening  The first mill
mill-act-1845  1845-06-03  law        The Mill Act
gate-broke     1871-11     happening  A gate breaks at Old Quay
survey         1880        report     The county's survey
END
check events_of_a_topic_as_csv prints 0 events --topic keepers \
	--format csv <<'END'
slug,topic,date,precision,kind,title,statement,note,documents,origins,citations
mill-act-1845,keepers,1845-06-03,day,law,The Mill Act,A law gave keepers the right to leave.,,1,1,[@mill-act]
END
check disagreements prints 0 disagreements <<'END'
1  other-source  figure:mills-survey figure:mills-gazette  The gazette asked the millers, the survey looked.
2  dating        figure:drowned-1871 event:gate-broke      The figure has a year and the event a month.
3  apart         figure:mills-gazette figure:mills-wren
4  apart         figure:pay-gazette figure:pay-ek
END
check disagreements_as_json sh -c "'$ibid' -d '$collection' --format jsonl \
	disagreements | sed -n 3p | grep -F '{\"id\":3,\"kind\":\"apart\",\
\"computed\":true,\"period_unknown\":true,\"measure\":\"mills-working\",\
\"note\":null,\"members\":[{\"kind\":\"figure\",\"slug\":\"mills-gazette\"},\
{\"kind\":\"figure\",\"slug\":\"mills-wren\"}],\"citations\":[]}' >/dev/null"

check an_unknown_topic_is_not_found fails 1 \
	"unknown topic 'keeper'; did you mean 'keepers'?" \
	-d "$collection" events --topic keeper
check an_unknown_measure_is_not_found fails 1 \
	"unknown measure 'pay'; did you mean 'keeper-pay'?" \
	-d "$collection" figures --measure pay

LC_ALL=C
check without_utf8_text_is_ascii prints 0 topics <<'END'
overview      Overview
mills         Mills
  mill-ponds  Ponds: how they were filled
keepers       Keepers
names         Names -- ireum, ??, ????
archive       Archive
END
check without_utf8_json_is_escaped sh -c "'$ibid' -d '$collection' topics \
	--format jsonl | grep -F '\"Names \\u2014 \\uc774\\ub984, ' >/dev/null"
check without_utf8_csv_stays_a_utf8_file sh -c "'$ibid' -d '$collection' \
	topics --format csv | grep -F 'Names — 이름' >/dev/null"

done_testing
