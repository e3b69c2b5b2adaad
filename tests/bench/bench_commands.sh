#!/bin/sh
# SPDX-License-Identifier: ISC
#
# Measures the commands, beside the floor (see floor_show.c), in instructions
# counted by callgrind, which repeat; and the compiler, in megabytes a second
# and the memory it held.  Run by `make bench`.

srcdir=${srcdir:-.}
bin=${top_builddir:-.}
collection=${COLLECTION:-$bin/db/north-korea.ibid}
[ -e "$collection" ] || collection=$srcdir/db/north-korea.ibid
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT

instructions() {	# COMMAND...
	valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" \
		2>&1 >/dev/null </dev/null | sed -n 's/.*Collected : //p'
}

row() {	# NAME COUNT FLOOR
	awk -v name="$1" -v n="$2" -v floor="$3" 'BEGIN {
		printf "%-36s %12d  %5.2f\n", name, n, n / floor }'
}

if ! command -v valgrind >/dev/null 2>&1; then
	echo "bench: valgrind is not there, so instructions are not counted"
else
	floor=$(instructions "$bin/tests/bench/floor_show" "$collection")
	printf '%-36s %12s  %5s\n' "whole process, instructions" "" floor
	row "the floor: one row printed" "$floor" "$floor"
	for topic in ${TOPICS:-worker-pay prison-camps bride-trafficking}; do
		row "ibid show topic:$topic" "$(instructions "$bin/ibid" \
			-d "$collection" show "topic:$topic")" "$floor"
	done
	row "ibid topics" "$(instructions "$bin/ibid" -d "$collection" \
		topics)" "$floor"
	row "ibid figures --format json" "$(instructions "$bin/ibid" \
		-d "$collection" figures --format json)" "$floor"
fi

topics=${BENCH_TOPICS:-20000}
bytes=${BENCH_BYTES:-100000000}
${AWK:-awk} -v dir="$work/text" -v topics="$topics" -v bytes="$bytes" \
	-f "$srcdir/tests/bench/make_text.awk" || exit 99
size=$(find "$work/text" -name '*.md' -exec cat {} + | wc -c)
"$bin/tests/bench/measure" "$size" "$bin/ibid-compile" compile -q \
	-o "$work/out.ibid" "$work/text"
ls -l "$work/out.ibid" | awk -v size="$size" '{
	printf "%-36s %12d  %5.2f of the text\n", "size of the collection", $5, $5 / size }'
