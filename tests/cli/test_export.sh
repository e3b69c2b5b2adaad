#!/bin/sh
# SPDX-License-Identifier: ISC
#
# Sources for other programs, and what these read of them.

. "${srcdir:-.}/tests/cli/lib.sh"
readback=$bin/tests/cite/readback
styles=$srcdir/tests/fixtures/styles

export_of() { "$ibid" -d "$collection" export "$@"; }

# ---- What is asked for ----

check bibtex_is_the_form_that_needs_no_name prints 0 export wren <<'END'
@book{wren,
  author = {Wren, Ada},
  title = {Tide {Mills}},
  publisher = {Anse Press},
  year = {1931}
}
END
check a_kind_may_stand_before_a_key prints 0 export -f ris source:wren <<'END'
TY  - BOOK
ID  - wren
AU  - Wren, Ada
PY  - 1931
TI  - Tide Mills
PB  - Anse Press
ER  - 
END
check csl_json_has_what_is_our_own exits 0 export_of -f csl-json gazette
check and_is_a_list has '[' '"custom": {"ibid": {"kind": "article",' ']'
check the_order_is_that_of_the_words exits 0 export_of ek wren ek
check each_once test "$(grep -c '^@' "$work/out")" = 2
keys() { grep -o '^ID  - .*' "$work/out" | cut -c7- | tr '\n' ' '; }
# same_as KEYS: those of the RIS that was printed last
same_as() { [ "$(keys)" = "$1 " ] || { echo "# $(keys)"; false; }; }
check a_topic_gives_what_it_cites exits 0 export_of -f ris topic:names
check in_its_order same_as 'society ek'
check what_is_no_publication_is_counted exits 0 export_of -f ris
check and_said says 'passed over 2 sources'
check nothing_but_that_is_nothing exits 1 export_of county
check an_empty_list_is_json_too exits 1 export_of -f csl-json county
check and_has_nothing_in_it has '[]'

# ---- Records ----

as_list() {	# COMMAND FORMAT
	"$ibid" -d "$collection" "$1" --format="$2" >"$work/want" &&
		export_of -f "$2" "$1" >"$work/out" &&
		cmp -s "$work/want" "$work/out"
}
for kind in topics figures measures sources events disagreements; do
	check "$kind"_are_exported_as_they_are_listed as_list $kind json
	check and_"$kind"_for_a_spreadsheet as_list $kind csv
done
check some_sources_for_a_spreadsheet prints 0 export -f csv wren <<END
$("$ibid" -d "$collection" sources --format=csv | grep -e ^key -e ^wren,)
END
check two_kinds_are_no_table complains \
	"as csv, 'figures' stands alone: its records are no sources" \
	-d "$collection" export -f csv figures events

# ---- What is wrong ----

check an_unknown_format_names_the_nearest complains \
	"unknown format 'bibtec'; did you mean 'bibtex'?" \
	-d "$collection" export -f bibtec
check an_unknown_key_names_the_nearest fails 1 \
	"unknown source 'wern'; did you mean 'wren'?" \
	-d "$collection" export wern
check an_unknown_topic_too fails 1 \
	"unknown topic 'nams'; did you mean 'names'?" \
	-d "$collection" export topic:nams
check a_style_is_for_markdown complains \
	'a citation style is for the format markdown, not for ris' \
	-d "$collection" export -f ris -s apa

# ---- In a style ----

style=$(find "$styles" -name '*.csl' 2>/dev/null | sort | head -n 1)
if [ -n "$style" ]; then
	check a_list_in_a_style exits 0 \
		export_of -f markdown -s "$style" wren ek
	check is_of_paragraphs test "$(grep -c '^$' "$work/out")" = 1
fi

# ---- In any locale, the same bytes ----

export_of -f bibtex ek >"$work/want"
in_c() {
	LC_ALL=C export_of -f bibtex ek >"$work/out" &&
		cmp "$work/want" "$work/out"
}
check other_programs_get_utf_8_in_any_locale in_c

# ---- Read back ----

bundled=$bin/db/north-korea.ibid
# A tarball's is beside the source.
[ -f "$bundled" ] || bundled=$srcdir/db/north-korea.ibid
traps=$work/traps.ibid
"$bin/ibid-compile" compile -q -o "$traps" "$srcdir/tests/fixtures/traps" ||
	exit 99
for format in bibtex biblatex ris csl-json; do
	"$ibid" -d "$traps" export -f $format >"$work/traps.$format" 2>/dev/null
	"$ibid" -d "$bundled" export -f $format >"$work/bundled.$format" \
		2>/dev/null
done

check of_a_chain_all exits 0 "$ibid" -d "$traps" export -f ris topic:lost
check what_was_read_and_what_it_credits same_as 'office-2019 names'

# read_back SET FORMAT FILE [ID:FIELD...]: nothing is lost but what is known
read_back() {
	set=$1
	shift
	"$readback" "$work/$set.csl-json" "$@"
}

skip() {	# NAME PROGRAM: the program is not there
	number=$((number + 1))
	echo "ok $number - $1 # SKIP no $2 here"
}

with_pandoc() {	# SET FORMAT PANDOC'S
	pandoc -f "$3" -t csljson "$work/$1.$2" >"$work/read.json" &&
		read_back "$1" csl-json "$work/read.json"
}

with_bibutils() {	# SET FORMAT PROGRAM [ID:FIELD...]
	set=$1
	form=$2
	program=$3
	shift 3
	"$program" "$work/$set.$form" 2>/dev/null | xml2ris 2>/dev/null |
		sed '1s/^\xEF\xBB\xBF//' >"$work/read.ris"
	read_back "$set" ris "$work/read.ris" "$@"
}

check csl_json_is_what_the_collection_was_made_of "$readback" \
	"$srcdir/tests/fixtures/traps/sources.json" csl-json \
	"$work/traps.csl-json"
for set in traps bundled; do
	check the_ris_of_"$set"_is_strict_and_whole \
		read_back $set ris "$work/$set.ris"
	for format in bibtex biblatex csl-json; do
		name=pandoc_reads_the_"$format"_of_$set
		if command -v pandoc >/dev/null; then
			check "$name" with_pandoc $set $format \
				"$(echo $format | tr -d -)"
		else
			skip "$name" pandoc
		fi
	done
done

# bibutils has no ranges of dates, and its RIS, by which it is asked here, not
# the number of a @report in BibLaTeX, which its MODS has.
ranges='names:date paper:date'
numbers='office-2019:number cns-2018:number coi-2014:number
	coi-2014-detailed:number nkhr-briefing-7:number unsc-2397:number'
for set in traps bundled; do
	for with in bibtex:bib2xml biblatex:biblatex2xml ris:ris2xml; do
		name=bibutils_reads_the_${with%:*}_of_$set
		if ! command -v "${with#*:}" >/dev/null; then
			skip "$name" "${with#*:}"
			continue
		fi
		known=$ranges
		[ "${with%:*}" = biblatex ] && known="$ranges $numbers"
		# shellcheck disable=SC2086
		check "$name" with_bibutils $set "${with%:*}" "${with#*:}" \
			$known
	done
done

done_testing
