#!/bin/sh
# SPDX-License-Identifier: ISC
#
# Measures the screen: what ibid costs from start to end, to the first paint
# and a key, beside a floor (see floor_screen.c) and less on the same page as
# text.  Prints one table; ends with 1 where a limit is passed.  What is
# measured repeats: instructions are counted by callgrind, the rest are
# counts too.  Run by `make bench`.

srcdir=${srcdir:-.}
AWK=${AWK:-awk}
bin=$(cd "${top_builddir:-.}" && pwd) || exit 99
collection=${COLLECTION:-$bin/db/north-korea.ibid}
[ -e "$collection" ] ||
	collection=$(cd "$srcdir" && pwd)/db/north-korea.ibid
topic=${TOPIC:-recruitment-and-deception}
many=${BENCH_TOPICS_MANY:-100000}
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
HOME=$work
export HOME
ibid=$bin/ibid
floor=$bin/tests/bench/floor_screen

# ---- The table: a row is written as it is known ----

failed=0
title() {	# TEXT
	printf '\n%-46s %10s %10s %10s %10s\n' "$1" ibid floor less limit
}

row() {	# NAME IBID FLOOR LESS [LIMIT]: numbers, or - where there is none
	$AWK -v name="$1" -v n="$2" -v floor="$3" -v less_="$4" \
	    -v limit="${5:--}" 'BEGIN {
		if (n !~ /^[0-9]/)
			verdict = "NOT MEASURED"
		else if (limit != "-")
			verdict = n + 0 <= limit + 0 ? "pass" : "OVER"
		if (n ~ /^[0-9]/ && floor ~ /^[0-9]/)
			verdict = sprintf("%-4s %.2f x", verdict, n / floor)
		printf "%-46s %10s %10s %10s %10s  %s\n", name, n, floor,
		    less_, limit, verdict
		exit verdict ~ /^(OVER|NOT)/ }' || failed=1
}

scale() {	# NUMBER FACTOR
	$AWK -v n="$1" -v factor="$2" 'BEGIN { printf "%d", n * factor }'
}

skip() {	# TOOL WHAT
	command -v "$1" >/dev/null 2>&1 && return 1
	echo "SKIPPED, as $1 is not there: $2"
	failed=1
}

# ---- Ways to measure ----

bytes() {	# SIZE [-k KEYS]... COMMAND: lines of bytes and changed rows
	"$bin/tests/bench/screen_bytes" "$@"
}

nth() {	# NUMBER: the bytes of that line
	sed -n "$1s/ .*//p"
}

instructions() {	# SIZE QUIT COMMAND
	size=$1 quit=$2
	shift 2
	rm -f "$work/log"
	bytes "$size" -q "$quit" valgrind --tool=callgrind \
		--log-file="$work/log" --callgrind-out-file=/dev/null "$@" \
		>/dev/null
	sed -n 's/.*Collected : //p' "$work/log"
}

# Up to the last write, before a key is waited for, that shows anything.
calls_to_paint() {	# SIZE QUIT COMMAND
	size=$1 quit=$2
	shift 2
	rm -f "$work/log"
	bytes "$size" -q "$quit" strace -D -f -o "$work/log" "$@" >/dev/null
	$AWK '/ (read|poll|ppoll)\((\[[{]fd=)?0[,}]/ { exit }
	    / p?select6?\(1, \[0\]/ { exit }
	    { calls++ }
	    / write\(1, "/ {
		sub(/^[^"]*"/, "")
		sub(/"(\.\.\.)?, [0-9]+\) += .*/, "")
		gsub(/\\33(\[[0-9;?]*[A-Za-z]|\(B|[=>])|\\[rn]/, "")
		if ($0 != "")
			painted = calls
	    }
	    END { print painted }' "$work/log"
}

memory() {	# SIZE [-k KEYS]... COMMAND: kB
	"$bin/tests/bench/private_memory" "$@"
}

# A profile is written before each of the functions named; each holds what
# was done since the one before.  Prints the instructions of each.
profile() {	# FUNCTIONS -k KEYS... -q KEYS COMMAND
	rm -f "$work"/profile*
	before=
	for function in $1; do
		before="$before --dump-before=$function"
	done
	shift
	keys=
	while [ "$1" = -k ] || [ "$1" = -q ]; do
		keys="$keys $1 $2"
		shift 2
	done
	# shellcheck disable=SC2086 # names of keys and functions are words
	bytes 80x24 $keys valgrind --tool=callgrind --log-file="$work/log" \
		--callgrind-out-file="$work/profile" $before "$@" >/dev/null
	for part in "$work"/profile.*; do
		echo "$part"
	done | sed 's/.*\.//' | sort -n | while read -r number; do
		sed -n 's/^totals: //p' "$work/profile.$number"
	done
}

largest() {
	sort -n | tail -n 1
}

# ---- What is measured ----

# The ten topics with the most in them, and each as a page of text.
pages() {
	"$ibid" -d "$collection" show "topic:$topic" > "$work/page.txt"
	"$ibid" -d "$collection" > "$work/home.txt"
	"$ibid" -d "$collection" topics --format tsv | sed 1d |
		sort -t "$(printf '\t')" -k 6,6nr -k 1,1 | cut -f 1 \
		> "$work/topics"
	mkdir "$work/ten"
	head -n 10 "$work/topics" | while read -r slug; do
		"$ibid" -d "$collection" show "topic:$slug" \
			> "$work/ten/$slug"
	done
	ten=$(ls "$work/ten")
}

make_collection() {	# NAME TOPICS BYTES
	$AWK -v dir="$work/$1" -v topics="$2" -v bytes="$3" \
		-f "$srcdir/tests/bench/make_text.awk" &&
	"$bin/ibid-compile" compile -q -o "$work/$1.ibid" "$work/$1" ||
		exit 99
}

bench_start() {
	title "start at 80x24"
	skip valgrind "instructions" || {
		n=$(instructions 80x24 x "$floor" "$collection")
		row "instructions, start to quit" \
			"$(instructions 80x24 Q "$ibid" -d "$collection")" \
			"$n" "$(instructions 80x24 q less "$work/home.txt")" \
			"$(scale "$n" 1.25)"
		row "  at a topic instead of Home" "$(instructions 80x24 Q \
			"$ibid" -d "$collection" "$topic")" "$n" \
			"$(instructions 80x24 q less "$work/page.txt")"
	}
	skip strace "system calls" || {
		n=$(calls_to_paint 80x24 x "$floor" "$collection")
		row "system calls to the first paint" \
			"$(calls_to_paint 80x24 Q "$ibid" -d "$collection")" \
			"$n" "$(calls_to_paint 80x24 q less "$work/home.txt")" \
			"$(scale "$n" 1.1)"
		row "  at a topic instead of Home" "$(calls_to_paint 80x24 Q \
			"$ibid" -d "$collection" "$topic")" "$n" \
			"$(calls_to_paint 80x24 q less "$work/page.txt")"
	}
}

bench_memory() {
	if [ ! -r /proc/self/smaps_rollup ]; then
		echo "SKIPPED, as this system does not tell it: memory"
		failed=1
		return
	fi
	# A program that was just linked has pages that wait to be written,
	# which the system takes for its own.
	sync
	title "private dirty memory, kB"
	for size in 80x24 132x43; do
		bench_memory_at "$size"
	done
}

bench_memory_at() {	# SIZE
	n=$(memory "$1" "$floor" "$collection")
	row "the first page, $1" "$(memory "$1" "$ibid" -d "$collection")" \
		"$n" "$(memory "$1" less "$work/home.txt")"
	set -- "$1" -k T
	less_keys=
	for slug in $ten; do
		set -- "$@" -k ":go Space topic:$slug Enter" \
			-k ') ) ) Space Space'
		less_keys="$less_keys -k Space -k Space -k :n"
	done
	# shellcheck disable=SC2086 # keys are words
	row "  after ten topics" "$(memory "$@" "$ibid" -d "$collection")" \
		"$n" "$(cd "$work/ten" && memory "$1" $less_keys less $ten)" \
		"$(scale "$n" 1.6)"
	row "  after these and every list" "$(memory "$@" -k F \
		-k 'G Enter' -k '=' -k R -k 'G Enter' -k E -k 'G Enter' -k H \
		-k '?' "$ibid" -d "$collection")" "$n" -
}

bench_paint() {	# SIZE COLS ROWS
	title "bytes sent at $1"
	row "first paint, Home" \
		"$(bytes "$1" "$ibid" -d "$collection" | nth 1)" \
		"$(bytes "$1" "$floor" "$collection" | nth 1)" \
		"$(bytes "$1" less "$work/home.txt" | nth 1)" \
		"$(scale $(($2 * $3)) 1.4)"
	row "first paint, a topic" \
		"$(bytes "$1" "$ibid" -d "$collection" "$topic" | nth 1)" - \
		"$(bytes "$1" less "$work/page.txt" | nth 1)" \
		"$(scale $(($2 * $3)) 1.4)"
	row "  the worst of all topics" "$(while read -r slug; do
			bytes "$1" -q Q "$ibid" -d "$collection" "$slug" |
			nth 1
		done < "$work/topics" | largest)" - - \
		"$(scale $(($2 * $3)) 1.4)"
}

forty() {	# KEY: so many options of a key each
	for number in 1 2 3 4 5 6 7 8 9 10; do
		echo "-k $1 -k $1 -k $1 -k $1"
	done
}

worst_and_mean() {	# of the lines on stdin, from the third to the last but one
	$AWK 'NR > 2 { n[NR] = $1 }
	    END { for (i = 3; i < NR; i++) {
			if (n[i] > worst) worst = n[i]
			all += n[i]
		}
		printf "worst=%d mean=%d\n", worst, all / (NR - 3) }'
}

bench_scroll() {	# SIZE COLS ROWS
	long="-d $work/long.ibid topic-000002"
	# shellcheck disable=SC2046,SC2086 # words
	{
	eval "$(bytes "$1" -k 40j $(forty j) less "$work/long.txt" |
		worst_and_mean)"
	less_worst=$worst less_mean=$mean
	eval "$(bytes "$1" -k "z 40j" $(forty j) "$ibid" $long |
		worst_and_mean)"
	row "a line of scrolling, zoomed, worst of 40" "$worst" - \
		"$less_worst" 150
	row "  mean" "$mean" - "$less_mean" 150
	eval "$(bytes "$1" -k "40j" $(forty j) "$ibid" $long |
		worst_and_mean)"
	row "  beside the Contents, worst of 40" "$worst" - - 1100
	row "  mean" "$mean" - - 1100
	bytes "$1" -k ')' $(for n in 1 2 3 4 5; do echo '-k ( -k )'; done) \
		"$ibid" $long > "$work/steps"
	eval "$($AWK -v cols="$2" 'NR > 2 {
			if (last != "" && (worst == "" || last - room > over)) {
				worst = last; over = last - room; limit = room
			}
			last = $1; room = $2 * cols + 150
		} END { print "worst=" worst " limit=" limit }' "$work/steps")"
	row "a step of the cursor, worst of 10" "$worst" - - "$limit"
	row "a page, worst of 3" "$(bytes "$1" -k Space -k Space -k b \
		"$ibid" $long | sed '1d;$d' | cut -d ' ' -f 1 | largest)" - \
		"$(bytes "$1" -k Space -k Space -k b less "$work/long.txt" |
		sed '1d;$d' | cut -d ' ' -f 1 | largest)" \
		"$(scale $(($2 * $3)) 1.25)"
	row "idle for a second" "$(bytes "$1" "$ibid" $long | nth 2)" - \
		"$(bytes "$1" less "$work/long.txt" | nth 2)" 0
	}
}

# Keys and what they do, beginning at a topic.
keys='Space a page down
)       a sentence on
j       a line down
l       the outline
Enter   a heading of it
J       the next topic
i       Home
T       the topics
i       Home again
Tab     the first link of Home
Enter   open it
t       the Contents
j       a line down there
&       filter them
w       a letter
o       another
Enter   keep the filter
Enter   open a topic
F       the figures
o       sort them
&       filter them
c       a letter
h       another
Enter   keep the filter
Enter   open a figure
=       compare it
H       the history
R       the sources
&       filter them
u       a letter
n       another
Enter   keep the filter
Enter   open a source
E       the events
G       the last of them
Enter   open it
?       help
Space   a page down'

bench_keys() {
	skip valgrind "instructions of keys" && return
	title "instructions of a key at 80x24"
	set --
	for key in $(echo "$keys" | sed 's/ .*//'); do
		set -- "$@" -k "$key"
	done
	profile app_refresh "$@" -q Q "$ibid" -d "$collection" "$topic" |
		sed '1,2d' > "$work/keys"
	if [ "$(wc -l < "$work/keys")" != $(($# / 2)) ]; then
		row "keys do not come to app_refresh() one by one" - - - 0
		return
	fi
	echo "$keys" | while read -r key what; do
		read -r n <&3
		printf '%s %s %s\n' "$n" "$key" "$what"
	done 3< "$work/keys" > "$work/named"
	while read -r n key what; do
		row "$key  $what" "$n" - - 20000000
	done < "$work/named"
}

bench_many() {
	title "$many topics in the tree (floor: 45), 80x24"
	skip valgrind "instructions with $many topics" && return
	make_collection few 45 45
	make_collection many "$many" "$many"
	middle=$(printf 'topic-%06d' $((many / 2)))
	for where in "" topic-000040 "$middle"; do
		few=$where
		[ "$where" != "$middle" ] || few=topic-000020
		# shellcheck disable=SC2086 # no word, or one
		n=$(instructions 80x24 Q "$ibid" -d "$work/few.ibid" $few)
		# shellcheck disable=SC2086
		limit=-
		[ -n "$where" ] || limit=$(scale "$n" 1.15)
		# shellcheck disable=SC2086
		row "start to quit, ${where:-Home}" \
			"$(instructions 80x24 Q "$ibid" -d "$work/many.ibid" \
			$where)" "$n" - "$limit"
	done
	profile "app_refresh app_idle" -k T -k t -k G -k '&' -k 9 -k 8 \
		-k Esc -q Q "$ibid" -d "$work/many.ibid" > "$work/keys"
	row "the longest that a key waits: T t G & 9 8" \
		"$(largest < "$work/keys")" - - 20000000
}

pages
make_collection long 45 450000
"$ibid" -d "$work/long.ibid" show topic:topic-000002 > "$work/long.txt"
bench_start
bench_memory
for size in 80x24 132x43; do
	bench_paint $size ${size%x*} ${size#*x}
	bench_scroll $size ${size%x*} ${size#*x}
done
bench_keys
bench_many
[ $failed = 0 ] || echo "bench: some of this is over its limit, or left out"
exit $failed
