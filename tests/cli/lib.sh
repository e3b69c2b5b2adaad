# shellcheck shell=sh disable=SC2034
# SPDX-License-Identifier: ISC
#
# For the tests of commands: a folder to work in, the small collection
# compiled there, and ways to say what is expected.  Read with ".".

srcdir=${srcdir:-.}
bin=$(cd "${top_builddir:-.}" && pwd) || exit 99
ibid=$bin/ibid
fixture=$srcdir/tests/fixtures/small
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
number=0

# Nothing of the person who runs the tests gets in.
unset IBID_COLLECTION IBID_STYLES COLUMNS NO_COLOR XDG_DATA_HOME \
	XDG_CONFIG_HOME
HOME=$work
TERM=xterm
export HOME TERM

# The one style that is always there.
mkdir -p "$work/.config/ibid" || exit 99
echo 'style = plain' >"$work/.config/ibid/config"

if [ ! -x "$bin/ibid-compile" ]; then
	echo "1..0 # SKIP built without the compiler"
	exit 0
fi
for locale in C.UTF-8 C.utf8 en_GB.UTF-8 en_US.UTF-8; do
	if [ "$(LC_ALL=$locale locale charmap 2>/dev/null)" = UTF-8 ]; then
		LC_ALL=$locale
		export LC_ALL
		break
	fi
done
if [ "$(locale charmap 2>/dev/null)" != UTF-8 ]; then
	echo "1..0 # SKIP no UTF-8 locale"
	exit 0
fi

collection=$work/small.ibid
"$bin/ibid-compile" compile -q -o "$collection" "$fixture" || exit 99

check() {	# NAME, then a command that has to succeed
	name=$1
	shift
	number=$((number + 1))
	if "$@"; then
		echo "ok $number - $name"
	else
		echo "not ok $number - $name"
	fi
}

# exits STATUS COMMAND...: keeps what it printed in out and messages
exits() {
	want=$1
	shift
	"$@" >"$work/out" 2>"$work/messages" </dev/null
	got=$?
	[ "$got" -eq "$want" ] && return 0
	echo "# exit $got, not $want"
	sed 's/^/# /' "$work/messages"
	return 1
}

# prints STATUS ARGUMENT...: ibid with these prints what stands on stdin
prints() {
	cat >"$work/want"
	want=$1
	shift
	"$ibid" -d "$collection" "$@" >"$work/out" 2>"$work/messages" \
		</dev/null
	got=$?
	if [ "$got" -ne "$want" ]; then
		echo "# exit $got, not $want"
		sed 's/^/# /' "$work/messages"
		return 1
	fi
	cmp -s "$work/want" "$work/out" && return 0
	diff "$work/want" "$work/out" | sed 's/^/# /'
	return 1
}

# complains TEXT ARGUMENT...: ibid with these exits 2 with that one line
complains() {
	line=$1
	shift
	fails 2 "$line" "$@"
}

fails() {	# STATUS LINE ARGUMENT...
	status=$1
	line=$2
	shift 2
	exits "$status" "$ibid" "$@" || return 1
	[ "$(cat "$work/messages")" = "ibid: $line" ] && return 0
	sed 's/^/# /' "$work/messages"
	return 1
}

# has WORD...: each stands in what was printed last
has() {
	for word in "$@"; do
		grep -F -e "$word" "$work/out" >/dev/null && continue
		echo "# not there: $word"
		sed 's/^/# /' "$work/out"
		return 1
	done
}

# says WORD: it stands in the messages
says() {
	grep -F -e "$1" "$work/messages" >/dev/null && return 0
	sed 's/^/# /' "$work/messages"
	return 1
}

done_testing() {
	echo "1..$number"
}
