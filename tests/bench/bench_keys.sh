#!/bin/sh
# SPDX-License-Identifier: ISC
#
# Prints what each key costs, in millions of instructions, in collections
# far larger than people's (see make_large.awk), and the private memory of
# the list of figures beside that of a hundred.  A line a key: the view, the
# key, the instructions; "idle" is the dearest slice of the work that was
# put off, with how many there were.  Run by `make bench`.

srcdir=${srcdir:-.}
bin=$(cd "${top_builddir:-.}" && pwd) || exit 99
rows=${BENCH_ROWS:-100000}
size=${SIZE:-80x24}
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT

make_collection() {	# ROWS
	${AWK:-awk} -v dir="$work/text-$1" -v size="$1" \
		-f "$srcdir/tests/bench/make_large.awk" &&
	"$bin/ibid-compile" compile -q -o "$work/$1.ibid" "$work/text-$1" &&
	rm -rf "$work/text-$1"
}

# Parts of callgrind's file: what triggered one, and its total.
summarise() {
	awk '
	function end_idle() {
		if (slices)
			printf "%-10s %-8s %10.2f   %d slices, %.1f in all\n", \
			    view, "idle", most / 1e6, slices, all / 1e6
		slices = most = all = 0
	}
	function print_key(name, n) {
		if (n > dearest)
			dearest = n
		if (name == "idle") {
			slices++
			all += n
			if (n > most)
				most = n
			return
		}
		end_idle()
		printf "%-10s %-8s %10.2f%s\n", view, name, n / 1e6, \
		    (n > 20e6 ? "   more than 20" : "")
	}
	/^desc: Trigger: Client Request:/ { next_view = $5; key = $6 }
	/^totals:/ && key != "" {
		if (next_view != view || key == "open")
			end_idle()
		view = next_view
		print_key(key, $2)
		key = ""
	}
	END {
		end_idle()
		printf "%-19s %10.2f\n", "the dearest", dearest / 1e6
	}'
}

if ! command -v valgrind >/dev/null 2>&1; then
	echo "bench: valgrind is not there, so instructions are not counted"
	exit 0
fi
make_collection "$rows" || exit 99
printf 'keys at %s among %d topics, figures, sources, events:\n' \
	"$size" "$rows"
printf '%-10s %-8s %10s\n' view key 'million instructions'
valgrind -q --tool=callgrind --combine-dumps=yes \
	--callgrind-out-file="$work/out" "$bin/tests/bench/key_cost" \
	"$work/$rows.ibid" "$size" <"$srcdir/tests/bench/key_cost.txt" ||
	exit 99
summarise <"$work/out"

[ -r /proc/self/smaps_rollup ] || exit 0
make_collection 100 || exit 99
for n in 100 "$rows"; do
	printf '%-36s %12d  kB\n' "private memory, $n figures" \
		"$("$bin/tests/bench/private_memory" "$size" -k F -k o -k G \
		"$bin/ibid" -d "$work/$n.ibid")"
done
