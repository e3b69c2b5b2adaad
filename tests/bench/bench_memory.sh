#!/bin/sh
# SPDX-License-Identifier: ISC
#
# Measures the private memory of ibid after ten topics were browsed, page by
# page, then every list, beside the floor's (see floor_screen.c), in kB.  Run
# by `make bench`.

srcdir=${srcdir:-.}
bin=$(cd "${top_builddir:-.}" && pwd) || exit 99
collection=${COLLECTION:-$bin/db/north-korea.ibid}
[ -e "$collection" ] || collection=$srcdir/db/north-korea.ibid
size=${SIZE:-80x24}

if [ ! -r /proc/self/smaps_rollup ]; then
	echo "bench: this system does not tell the memory of a program"
	exit 0
fi

measure() {	# COMMAND...
	"$bin/tests/bench/private_memory" "$@"
}

row() {	# NAME KB
	awk -v name="$1" -v n="$2" -v floor="$floor" 'BEGIN {
		printf "%-36s %12d  %5.2f\n", name, n, n / floor }'
}

set -- -k T
for topic in 1 2 3 4 5 6 7 8 9; do
	set -- "$@" -k ') ) ) Space Space' -k 'G J'
done
floor=$(measure "$size" "$bin/tests/bench/floor_screen" "$collection")
printf '%-36s %12s  %5s\n' "private memory at $size" "kB" "floor"
row "the floor" "$floor"
row "ibid, its first page" "$(measure "$size" "$bin/ibid" -d "$collection")"
row "ibid, ten topics" "$(measure "$size" "$@" \
	"$bin/ibid" -d "$collection")"
row "ibid, ten topics and the lists" "$(measure "$size" "$@" -k F -k 'G Enter' \
	-k '=' -k R -k 'G Enter' -k E -k 'G Enter' -k H -k '?' \
	"$bin/ibid" -d "$collection")"
