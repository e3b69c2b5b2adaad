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

check figures_stand_at_the_decimal_point prints 0 figures <<'END'
mills-survey     12     mills                1880       Anse coast  Survey of the Mills, a copy  ≠ 1
mills-gazette     9     mills                1880       Anse coast  Anse Gazette                 ≠ 2
mills-wren     ~ 10–14  mills                           Anse coast  Wren                         ≠ 1
mills-1900      ≥ 5     mills                1900       Anse coast  Pages of the Mill Society
mills-many     many     mills                                       The Miller's "Song"
pay-gazette    ≤ 40     shillings per month  1870/1880  Anse coast  Anse Gazette                 ≠ 1
pay-ek           45.5   shillings per month  1875       Anse coast  Ek                           ≠ 1
drowned-1871      3     people               1871       Old Quay    Anse Gazette
END
check figures_of_a_measure_that_disagree prints 0 figures --disagreeing \
	--measure keeper-pay <<'END'
pay-gazette  ≤ 40    shillings per month  1870/1880  Anse coast  Anse Gazette  ≠ 1
pay-ek         45.5  shillings per month  1875       Anse coast  Ek            ≠ 1
END
check figures_of_a_topic prints 0 figures --topic mill-ponds <<'END'
drowned-1871  3  people  1871  Old Quay  Anse Gazette
END

# slugs ARGUMENT...: what a list has, in its order, in one line
slugs() {
	"$ibid" -d "$collection" "$@" --format tsv 2>"$work/messages" |
		sed -e 1d -e 's/	.*//' | tr '\n' ' ' | sed 's/ $//'
}
# lists "SLUG SLUG" ARGUMENT...
lists() {
	want=$1
	shift
	got=$(slugs "$@")
	[ "$got" = "$want" ] && return 0
	echo "# $got, not $want"
	sed 's/^/# /' "$work/messages"
	return 1
}
check a_topic_has_the_figures_below_it lists "mills-survey mills-gazette \
mills-wren mills-1900 mills-many drowned-1871" figures --topic mills
check figures_by_value lists "drowned-1871 mills-1900 mills-gazette \
mills-wren mills-survey pay-gazette pay-ek mills-many" figures --sort value
check figures_by_value_in_reverse lists "mills-many pay-ek pay-gazette \
mills-survey mills-wren mills-gazette mills-1900 drowned-1871" \
	figures --sort value --reverse
check figures_by_unit lists "mills-survey mills-gazette mills-wren mills-1900 \
mills-many drowned-1871 pay-gazette pay-ek" figures --sort=unit
check figures_by_period_and_then_those_without lists "pay-gazette \
drowned-1871 pay-ek mills-survey mills-gazette mills-1900 mills-wren \
mills-many" figures --sort period
check figures_by_place lists "mills-survey mills-gazette mills-wren \
mills-1900 pay-gazette pay-ek drowned-1871 mills-many" figures --sort place
check figures_by_the_sources_that_state_them lists "pay-ek mills-gazette pay-gazette \
drowned-1871 mills-1900 mills-many mills-survey mills-wren" \
	figures --sort document
check figures_by_statement lists "pay-ek mills-1900 pay-gazette mills-gazette \
mills-survey mills-many drowned-1871 mills-wren" figures --sort statement
check figures_by_the_title_of_the_measure lists "mills-survey mills-gazette \
mills-wren mills-1900 mills-many pay-gazette pay-ek drowned-1871" \
	figures --sort measure
check figures_that_disagree_first lists "mills-survey mills-gazette \
mills-wren pay-gazette pay-ek mills-1900 mills-many drowned-1871" \
	figures --sort disagreeing
check figures_backwards lists "pay-ek pay-gazette" figures --reverse \
	--measure keeper-pay
check figures_of_a_unit lists drowned-1871 figures --unit People
check figures_of_a_place lists drowned-1871 figures --place 'old quay'
check figures_of_years lists "mills-survey mills-gazette pay-gazette pay-ek" \
	figures --year 1875-1880
check figures_that_cite_a_source lists "mills-wren" figures --source survey-1880
check figures_of_a_document lists "mills-gazette pay-gazette drowned-1871" \
	figures --document gazette
check filters_narrow_together lists mills-gazette figures --document gazette \
	--unit mills --year 1880 --matching '^The'
check a_pattern_is_looked_for_in_what_is_shown lists "mills-gazette" \
	figures --matching '\b9 mills\b'
check and_by_the_rules_of_search lists "mills-wren" figures --matching 'wren'
check a_capital_counts lists "" figures --matching 'WREN'
check nothing_found_is_exit_1 prints 1 figures --unit people --year 1999 \
	</dev/null
check an_unknown_unit_is_an_error complains \
	"unknown unit 'mill'; did you mean 'mills'?" \
	-d "$collection" figures --unit mill
check an_unknown_place_is_an_error complains \
	"unknown place 'Old Qay'; did you mean 'Old Quay'?" \
	-d "$collection" figures --place 'Old Qay'
check an_unknown_order_is_an_error complains \
	"unknown order 'values'; did you mean 'value'?" \
	-d "$collection" figures --sort values
check an_unknown_document_is_an_error complains \
	"unknown source 'gazete'; did you mean 'gazette'?" \
	-d "$collection" figures --document gazete
check years_that_are_none_are_an_error complains \
	"--year: 'x' is not 1995, 1990-1999, 1990.. or ..1999" \
	-d "$collection" figures --year x
check a_pattern_that_is_none_is_an_error complains \
	"pattern, character 2: missing closing parenthesis" \
	-d "$collection" figures --matching 'a('
check the_csv_has_the_order_asked_for sh -c "'$ibid' -d '$collection' \
	--format csv figures --sort value | sed -n 2p |
	grep '^drowned-1871,drowned,mill-ponds,' >/dev/null"
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
check measures_that_disagree lists "mills-working keeper-pay" \
	measures --disagreeing
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
check events_of_a_kind lists "first-mill gate-broke" events --kind happening
check events_of_years lists "mill-act-1845 gate-broke" events --year 1800-1879
check events_that_match lists "gate-broke" events --matching 'gate breaks'
check an_unknown_kind_of_event_is_an_error complains \
	"unknown kind of event 'happenings'; did you mean 'happening'?" \
	-d "$collection" events --kind happenings
check events_of_no_such_year_are_exit_1 prints 1 events --year 1700 </dev/null
check disagreements_stand_the_most_severe_first prints 0 disagreements <<'END'
1  ranges apart       5.5 shillings per month apart, about 1.14 times as many  figure:pay-gazette figure:pay-ek
2  ranges apart       1 mills apart, about 1.11 times as many                  figure:mills-gazette figure:mills-wren
3  another source     3 mills apart, about 1.33 times as many                  figure:mills-survey figure:mills-gazette  The gazette asked the millers, the survey looked.
4  dated differently                                                           figure:drowned-1871 event:gate-broke      The figure has a year and the event a month.
END
check disagreements_as_json sh -c "'$ibid' -d '$collection' --format jsonl \
	disagreements | sed -n 2p | grep -F '{\"id\":2,\"kind\":\"apart\",\
\"computed\":true,\"period_unknown\":true,\"measure\":\"mills-working\",\
\"note\":null,\"members\":[{\"kind\":\"figure\",\"slug\":\"mills-gazette\"},\
{\"kind\":\"figure\",\"slug\":\"mills-wren\"}],\"citations\":[]}' >/dev/null"

check disagreements_of_a_kind lists 3 disagreements --kind other-source
check disagreements_of_a_measure lists 1 disagreements --measure keeper-pay
check an_unknown_kind_of_disagreement_is_an_error complains \
	"unknown kind of disagreement 'other-sources'; did you mean 'other-source'?" \
	-d "$collection" disagreements --kind other-sources

# What computing does not compare has no distance, of whatever measure.
cp -r "$srcdir/tests/fixtures/small" "$work/apart"
cat >>"$work/apart/figures.csv" <<'END'
mills-far,mills-working,mills,There were 100 mills elsewhere.,100,100,,mills,1880,,Elsewhere,,none,[@wren],
mills-tuns,mills-working,mills,They ground 700 tuns in 1880.,700,700,,tuns,1880,,Anse coast,,none,[@wren],
END
cat >>"$work/apart/disagreements.csv" <<'END'
figure:mills-gazette;figure:mills-far,other-place,Elsewhere is no coast.,[@wren]
figure:mills-gazette;figure:mills-tuns,slip,One of them is of flour.,[@wren]
END
check another_place_and_unit_have_no_distance sh -c "'$ibid' compile \
	'$work/apart' -o '$work/apart.ibid' >/dev/null &&
	! '$ibid' -d '$work/apart.ibid' disagreements |
	grep -E '(far|tuns)' | grep ' apart, '"

# A table of fields is one thing; the manual has each option.
missing=
for option in $(for list in figures measures events disagreements show; do
	"$ibid" help $list
done | grep -o -e '--[a-z-]*' | sort -u); do
	sed 's/\\//g' "$srcdir/doc/ibid.1" |
		grep -F -e "Fl ${option#-}" >/dev/null || missing="$missing $option"
	for shell in ibid _ibid ibid.fish; do
		grep -E -e "($option|-l ${option#--})" \
			"$srcdir/doc/completions/$shell" >/dev/null ||
			missing="$missing $shell:$option"
	done
done
check the_manual_and_the_shells_know_each_option test -z "$missing"

check an_unknown_topic_is_an_error complains \
	"unknown topic 'keeper'; did you mean 'keepers'?" \
	-d "$collection" events --topic keeper
check an_unknown_measure_is_an_error complains \
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
