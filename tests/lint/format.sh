#!/bin/sh
# SPDX-License-Identifier: ISC
#
# Asks clang-format whether every folder of C is laid out as .clang-format
# says. Versions differ in their taste, so one version is asked. TAP.
# To mend what it finds: clang-format -i FILE

set -u
version=14

srcdir=${srcdir:-$(dirname -- "$0")/../..}
cd -- "$srcdir" || exit 99

for try in "${CLANG_FORMAT:-}" "clang-format-$version" clang-format; do
	[ -n "$try" ] || continue
	command -v "$try" >/dev/null 2>&1 || continue
	clang_format=$try
	break
done
if [ -z "${clang_format-}" ]; then
	echo "1..0 # SKIP clang-format $version is not installed"
	exit 0
fi
major=$("$clang_format" --version |
    sed -n 's/.*version \([0-9][0-9]*\).*/\1/p')
if [ "$major" != "$version" ]; then
	echo "1..0 # SKIP $clang_format is version $major, not $version"
	exit 0
fi

# Headers that the build makes from the schemas are not ours to lay out.
folders=$(find include src tests -name '*.[ch]' ! -name '*_sql.h' \
    ! -name '*_schema.h' | sed 's:/[^/]*$::' | sort -u)
number=0
failed=0
for folder in $folders; do
	number=$((number + 1))
	set --
	for file in "$folder"/*.[ch]; do
		case $file in
		*_sql.h | *_schema.h | *'*'*) ;;
		*) set -- "$@" "$file" ;;
		esac
	done
	said=$("$clang_format" --style=file:.clang-format --dry-run --Werror \
	    "$@" 2>&1)
	status=$?
	if [ "$status" -eq 0 ]; then
		echo "ok $number - $folder is laid out as .clang-format says"
		continue
	fi
	failed=1
	echo "not ok $number - $folder is laid out as .clang-format says"
	lines=$(printf '%s\n' "$said" |
	    sed -n 's/^\([^:]*:[0-9]*\):.*should be clang-formatted.*/\1/p' |
	    uniq)
	printf '%s\n' "${lines:-$said}" | sed 's/^/# /'
done
echo "1..$number"
exit "$failed"
