# shellcheck shell=sh
# SPDX-License-Identifier: ISC
#
# Read by the benches of search: makes, once, of each NAME.txt of the folder
# $CORPUS (see make_collection.awk) a collection and a text that holds exactly
# its passages, one a line: $cache/NAME.ibid and $cache/NAME.lines.
# shellcheck disable=SC2034 # variables are for those who read this

srcdir=${srcdir:-.}
AWK=${AWK:-awk}
bin=$(cd "${top_builddir:-.}" && pwd) || exit 99
cache=$bin/tests/bench/corpus
queries=$srcdir/tests/bench/search_queries.txt
bundled=${COLLECTION:-$bin/db/north-korea.ibid}
[ -e "$bundled" ] || bundled=$(cd "$srcdir" && pwd)/db/north-korea.ibid
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
failed=0

is_made() {	# FILE OF...: it is there, and no older than these
	oldest=$1
	shift
	[ -s "$oldest" ] && [ -z "$(find "$@" -newer "$oldest")" ]
}

make_corpus() {	# NAME
	from=$CORPUS/$1
	made=$cache/$1
	is_made "$made.lines" "$from.txt" "$from.topics" "$bin/ibid-compile" \
		"$srcdir/tests/bench/make_collection.awk" && return
	mkdir -p "$cache" && rm -f "$made.lines"
	LC_ALL=C $AWK -v dir="$work/$1" \
		-f "$srcdir/tests/bench/make_collection.awk" \
		"$from.topics" "$from.txt" &&
	"$bin/ibid-compile" compile -q -o "$made.ibid" "$work/$1" &&
	rm -rf "${work:?}/$1" &&
	"$bin/tests/bench/export_text" "$made.ibid" paragraph \
		> "$work/paragraphs" &&
	"$bin/tests/bench/export_text" "$made.ibid" > "$work/lines" &&
	mv "$work/lines" "$made.lines" || return 1
	echo "made a collection of $from.txt: of $(wc -l < "$from.txt")" \
		"lines $(diff "$work/paragraphs" "$from.txt" | grep -ac '^>')" \
		"are others there (NFC, no control characters)"
	rm -f "$work/paragraphs"
}

each_corpus() {	# FUNCTION: called with each NAME
	if [ -z "$CORPUS" ]; then
		echo "SKIPPED, as CORPUS names no folder: search in large text"
		return
	fi
	for topics in "$CORPUS"/*.topics; do
		name=${topics##*/}
		name=${name%.topics}
		make_corpus "$name" || exit 99
		$1 "$name"
	done
}
