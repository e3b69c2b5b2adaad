#!/bin/sh
# SPDX-License-Identifier: ISC
#
# Holds the passages that search finds in large text against the lines that
# other tools with PCRE2 find in the same passages, one a line.  $CORPUS names
# the folder of the text, see search_corpus.sh.  Where rg -P gives a pattern
# up, rg's own matcher is asked, with PCRE2's meaning of \w.  Ends with 1 where
# a set differs.  Run by `make bench`.

. "${srcdir:-.}/tests/bench/search_corpus.sh"
LC_ALL=C.UTF-8
export LC_ALL

lines_of_rg() {	# OPTION...: the numbers of the lines
	rg --no-config -j1 -n "$@" > "$work/lines"
	code=$?
	cut -d : -f 1 "$work/lines"
	return $code
}

compare() {	# NAME QUERY FLAGS PATTERN
	case $3 in
	*i*) i=-i ;;
	*) i=-s ;;
	esac
	tool='rg -P'
	lines_of_rg $i -P -e "$4" "$cache/$1.lines" > "$work/theirs" \
		2>"$work/why"
	if [ $? -gt 1 ]; then
		tool='error in rg -P; rg'
		lines_of_rg $i -e "$(echo "$4" |
			sed 's/\\w/[\\p{L}\\p{N}_]/g')" "$cache/$1.lines" > "$work/theirs" \
			2>"$work/why"
		[ $? -le 1 ] || tool='error in both'
	fi
	"$bin/tests/bench/search_bench" list "$cache/$1.ibid" "$4" exact \
		> "$work/ours" 2>"$work/undecided" || tool='ibid failed'
	sort "$work/ours" > "$work/sorted"
	sort "$work/theirs" | comm -3 "$work/sorted" - |
		wc -l > "$work/differ"
	$AWK -v query="$2" -v tool="$tool" -v ours="$(wc -l < "$work/ours")" \
	    -v theirs="$(wc -l < "$work/theirs")" \
	    -v undecided="$(cat "$work/undecided")" '{
		verdict = tool ~ /rg$|-P$/ ? $1 ? "DIFFERS" : "equal" : "-"
		printf "%-9s %8d %8d %8d  %s%s%s\n", query, ours, theirs, $1,
		    verdict, tool == "rg -P" ? "" : "  (" tool ")",
		    undecided == "" ? "" : "  " undecided
		exit verdict == "DIFFERS" || tool == "ibid failed"
	    }' "$work/differ" || failed=1
}

bench_exact() {	# NAME
	echo
	echo "passages found in $1, and by rg -P: $(rg --version |
		head -n 1), $(rg --pcre2-version | head -n 1)"
	printf '%-9s %8s %8s %8s\n' query ibid rg differ
	while read -r query flags pattern; do
		compare "$1" "$query" "$flags" "$pattern" </dev/null
	done < "$queries"
}

if command -v rg >/dev/null 2>&1; then
	each_corpus bench_exact
else
	echo "SKIPPED, as rg is not there: passages found beside rg -P"
fi
[ $failed = 0 ] || echo "bench: some sets of passages differ"
exit $failed
