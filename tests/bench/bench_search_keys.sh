#!/bin/sh
# SPDX-License-Identifier: ISC
#
# Measures the prompt of search: how long a letter waits for its echo while
# hostile patterns run over hard text, and the queries over large text; what
# private memory that takes; and how many bytes a letter sends.  $CORPUS names
# the folder of the large text, see search_corpus.sh.  Ends with 1 where a
# limit is passed.  Run by `make bench`.

. "${srcdir:-.}/tests/bench/search_corpus.sh"
HOME=$work
export HOME
rounds=${BENCH_ROUNDS:-3}
size=${SIZE:-80x24}
echo_limit=20000 memory_limit=8192 bytes_limit=1500

type_queries() {	# NAME COLLECTION hostile or sane
	while read -r query flags pattern; do
		case $3:$flags in
		hostile:*h*) ;;
		hostile:* | sane:*h*) continue ;;
		esac
		"$bin/tests/bench/key_latency" "$rounds" "$size" s "$pattern" \
			"$bin/ibid" -d "$2" </dev/null > "$work/latency"
		$AWK -v name="$1 $query" -v limit="$echo_limit" \
		    -v memory="$memory_limit" '{
			verdict = $3 <= limit && $4 <= memory ? "pass" : "OVER"
			printf "%-24s %8.1f %8.1f %8.1f %8d %6d  %s\n", name,
			    $1 / 1000, $2 / 1000, $3 / 1000, $4, $5, verdict
		    }
		    END { exit NR != 1 || verdict != "pass" }' \
			"$work/latency" || failed=1
	done < "$queries"
}

title() {
	echo
	echo "from a letter typed to its echo at $size, milliseconds (limit" \
		"$((echo_limit / 1000))), and private memory, kB (limit" \
		"$memory_limit); own: without waiting for a processor"
	printf '%-24s %8s %8s %8s %8s %6s\n' query median worst own memory letter
}

bench_hard() {
	for bytes in 300 4000 8000; do
		LC_ALL=C $AWK -v dir="$work/hard" -v size="$bytes" \
			-v all="${BENCH_HARD_BYTES:-4000000}" \
			-f "$srcdir/tests/bench/make_hard.awk" &&
		"$bin/ibid-compile" compile -q -o "$work/$bytes.ibid" \
			"$work/hard" || exit 99
		rm -rf "${work:?}/hard"
		type_queries "$bytes bytes" "$work/$bytes.ibid" hostile
	done
}

bench_large() {	# NAME
	type_queries "$1" "$cache/$1.ibid" sane
}

# The bytes that each letter of a pattern sent, until all was at rest.
letter_bytes() {	# PATTERN
	pattern=$1
	set --
	while read -r letter; do
		set -- "$@" -k "${letter:-Space}"
	done <<-END
	$(printf '%s\n' "$pattern" | LC_ALL=C.UTF-8 grep -o .)
	END
	"$bin/tests/bench/screen_bytes" "$size" -k s "$@" "$bin/ibid" \
		-d "$bundled" | sed '1,2d;$d' | cut -d ' ' -f 1
}

bench_bytes() {
	echo
	echo "bytes sent by a letter at $size, bundled collection (limit" \
		"$bytes_limit)"
	printf '%-24s %8s %8s %6s\n' query mean worst letter
	while read -r query flags pattern; do
		letter_bytes "$pattern" </dev/null > "$work/bytes"
		$AWK -v name="$query" -v limit="$bytes_limit" '{
			all += $1
			if ($1 > worst) {
				worst = $1
				letter = NR
			}
		    }
		    END {
			verdict = NR > 0 && worst <= limit ? "pass" : "OVER"
			printf "%-24s %8d %8d %6d  %s\n", name,
			    NR ? all / NR : 0, worst, letter, verdict
			exit verdict != "pass"
		    }' "$work/bytes" || failed=1
	done < "$queries"
}

title
bench_hard
each_corpus bench_large
bench_bytes
[ $failed = 0 ] || echo "bench: some of this is over its limit, or left out"
exit $failed
