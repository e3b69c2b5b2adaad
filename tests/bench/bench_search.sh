#!/bin/sh
# SPDX-License-Identifier: ISC
#
# Measures search beside ripgrep and its like, which get the same passages
# one a line: complete counts and the first 50, in milliseconds, each the
# least of some runs in turn.  $CORPUS names the folder of the text, see
# search_corpus.sh.  Ends with 1 where a limit is passed.  Run by `make bench`.

. "${srcdir:-.}/tests/bench/search_corpus.sh"
rounds=${BENCH_ROUNDS:-5}
# Mean of the times as parts of ripgrep's; milliseconds to the first 50;
# private memory in kB; microseconds in the bundled collection.
mean_limit=0.7 first_limit=20 memory_limit=8192
sane_limit=1000 hostile_limit=5000
search=$bin/tests/bench/search_bench
# All tools read one text, as UTF-8, and count lines; none writes colours.
LC_ALL=C.UTF-8
export LC_ALL

has() {	# TOOL
	command -v "$1" >/dev/null 2>&1
}

versions() {
	echo "ibid: $("$bin/ibid" --version | head -n 1)"
	for tool in rg grep ugrep; do
		if has $tool; then
			echo "$tool: $($tool --version | head -n 1)"
		else
			echo "$tool: not there"
		fi
	done
	! has rg || echo "rg -P: $(rg --pcre2-version | head -n 1)"
}

# One query, all tools in turn; lines as least_time.c prints them.
time_query() {	# NAME FLAGS PATTERN LINES COLLECTION
	case $2 in
	*i*) i=-i ;;
	*) i= ;;
	esac
	case $2 in
	*P*) p=-P ;;
	*) p= ;;
	esac
	pattern=$3 lines=$4 collection=$5
	set -- ibid "$bin/ibid" -d "$collection" search --exact -c \
		-e "$pattern" ';'
	set -- "$@" inside "$search" count "$collection" "$pattern" exact ';'
	set -- "$@" first "$search" first "$collection" "$pattern" exact ';'
	set -- "$@" folded "$bin/ibid" -d "$collection" search -c \
		-e "$pattern" ';'
	set -- "$@" folded_first "$search" first "$collection" "$pattern" ';'
	# shellcheck disable=SC2086 # no word, or one
	{
	! has rg || set -- "$@" \
		rg rg --no-config -j1 -c $i $p -e "$pattern" "$lines" ';' \
		rg_P rg --no-config -j1 -P -c $i -e "$pattern" "$lines" ';'
	! has grep || set -- "$@" \
		grep_P grep -P -c $i -e "$pattern" "$lines" ';'
	! has ugrep || set -- "$@" \
		ugrep ugrep -J1 -c $i $p -e "$pattern" "$lines" ';'
	}
	"$bin/tests/bench/least_time" "$rounds" "$@"
}

# A row of the table, of the lines that time_query() printed.
row() {	# NAME FILE
	$AWK -F '\t' -v name="$1" -v limit="$first_limit" '
	function least(who, what, us) {
		if (!((who, what) in us_of) || us < us_of[who, what])
			us_of[who, what] = us
	}
	function cell(who,   text) {
		if (!(who in code))
			return "-"
		if (code[who] > 1)
			return "error"
		text = sprintf("%.1f", us_of[who, "wall"] / 1000)
		return text (count[who] + 0 != count["ibid"] + 0 ? "*" : "")
	}
	{
		code[$1] = $4
		split($5, answer, " ")
		count[$1] = answer[1]
		least($1, "wall", $2)
		least($1, "cpu", $3)
		if ($1 == "inside" || $1 ~ /first$/) {
			least($1, "own", answer[2])
			hard += $1 == "inside" ? answer[3] : 0
		}
	}
	function ratio(who, what, beside) {
		if (!("rg" in code) || code["rg"] > 1 || code[who] > 1)
			return "-"
		return sprintf("%.3f", us_of[who, what] / us_of["rg", beside])
	}
	function own(who) {
		return code[who] > 1 ? "error" : \
		    sprintf("%.1f", us_of[who, "own"] / 1000)
	}
	END {
		late = count["first"] == 50 && \
		    us_of["first", "own"] > limit * 1000 || \
		    count["folded_first"] == 50 && \
		    us_of["folded_first", "own"] > limit * 1000
		printf "%-9s %7s %7s %7s %6s %7s %7s %6s %7s %7s %7s %7s " \
		    "%6s %6s %6s %6s%s%s\n", name, count["ibid"], \
		    cell("ibid"), own("inside"), own("first"), \
		    count["folded"], \
		    sprintf("%.1f", us_of["folded", "wall"] / 1000), \
		    own("folded_first"), cell("rg"), cell("rg_P"), \
		    cell("grep_P"), cell("ugrep"), \
		    ratio("ibid", "wall", "wall"), \
		    ratio("inside", "own", "wall"), \
		    ratio("folded", "wall", "wall"), \
		    ratio("ibid", "cpu", "cpu"), \
		    late ? "  LATE" : "", \
		    hard ? "  " hard / NR " too hard" : ""
	}' "$2"
}

# Geometric means of the columns with ratios, and the verdict on them.
means() {	# FILE of rows
	$AWK -v limit="$mean_limit" -v first="$first_limit" '
	{
		late += / LATE/
		for (i = 0; i < 4; i++) {
			if ($(13 + i) ~ /^[0-9]/) {
				sum[i] += log($(13 + i))
				n[i]++
			}
		}
	}
	function mean(i) {
		return n[i] ? exp(sum[i] / n[i]) : 0
	}
	function verdict(i) {
		if (n[i] != NR)
			return "NOT MEASURED"
		return mean(i) <= limit ? "pass" : "OVER"
	}
	END {
		printf "geometric mean of %d, parts of rg (limit %.2f):\n" \
		    "  ibid, the whole process %24.3f  %s\n" \
		    "  the same in process, opening included %10.3f  %s\n" \
		    "  with accents stripped too, as it is typed %6.3f  %s\n" \
		    "  ibid, processor time %27.3f\n", NR, limit, \
		    mean(0), verdict(0), mean(1), verdict(1), \
		    mean(2), verdict(2), mean(3)
		printf "first 50 hits later than %d ms: %d queries  %s\n", \
		    first, late, late ? "OVER" : "pass"
		exit late || verdict(0) != "pass" || verdict(1) != "pass"
	}' "$1" || failed=1
}

bench_corpus() {	# NAME
	collection=$cache/$1.ibid
	lines=$cache/$1.lines
	echo
	echo "search in $1: $(wc -l < "$lines") passages," \
		"$(wc -c < "$lines") bytes; milliseconds," \
		"least of $rounds runs in turn, one thread"
	echo "(*: another count; in process and first 50: from opening the" \
		"collection; smart case, rg -i where it is caseless)"
	printf '%-9s %7s %7s %7s %6s %7s %7s %6s %7s %7s %7s %7s %6s %6s %6s %6s\n' \
		'' '' '' in '' accents '' '' '' '' '' '' 'ratios' to rg: '' \
		query hits ibid process 50 hits ibid 50 rg 'rg -P' 'grep -P' \
		ugrep ibid inside accent cpu
	grep -v '^[^ ]* [^ ]*h' "$queries" > "$work/queries"
	: > "$work/rows"
	while read -r query flags pattern; do
		time_query "$query" "$flags" "$pattern" "$lines" \
			"$collection" > "$work/times" </dev/null
		row "$query" "$work/times" | tee -a "$work/rows"
	done < "$work/queries"
	means "$work/rows"
	bench_memory "$1"
}

bench_memory() {	# NAME
	worst=0 of=
	while read -r query flags pattern; do
		kb=$("$search" memory "$cache/$1.ibid" "$pattern") || kb=0
		if [ "$kb" -gt "$worst" ]; then
			worst=$kb of=$query
		fi
	done < "$work/queries"
	verdict=pass
	if [ "$worst" = 0 ] || [ "$worst" -gt "$memory_limit" ]; then
		verdict=OVER failed=1
	fi
	echo "private memory in a ranked search, the worst ($of):" \
		"$worst kB, limit $memory_limit: $verdict"
}

bench_bundled() {
	echo
	echo "search in the bundled collection, microseconds in process, all" \
		"hits, least of 15; a hostile one may pause instead: the" \
		"longest slice"
	printf '%-9s %7s %8s %8s %8s %8s\n' query hits scan ranked slice limit
	while read -r query flags pattern; do
		case $flags in
		*h*) limit=$hostile_limit ;;
		*) limit=$sane_limit ;;
		esac
		"$search" warm "$bundled" "$pattern" |
		$AWK -v name="$query" -v flags="$flags" -v limit="$limit" '{
			verdict = $2 <= limit && $3 <= limit ? "pass" : \
			    flags ~ /h/ && $4 <= limit ? "pauses" : "OVER"
			printf "%-9s %7d %8d %8d %8d %8d  %s%s\n", name, $1,
			    $2, $3, $4, limit, verdict,
			    $5 ? "  " $5 " too hard" : ""
		    }
		    END { exit NR != 1 || verdict == "OVER" }' || failed=1
	done < "$queries"
}

versions
bench_bundled
each_corpus bench_corpus
[ $failed = 0 ] || echo "bench: some of this is over its limit, or left out"
exit $failed
