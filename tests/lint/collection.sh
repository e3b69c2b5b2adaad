#!/bin/sh
# SPDX-License-Identifier: ISC
#
# Every file of the bundled collection stands in db/north-korea.mk, so that
# the collection is made anew when it changes and the tarball has it.

srcdir=${srcdir:-$(dirname "$0")/../..}
cd "$srcdir" || exit 99
listed=$(grep -o 'db/north-korea/[^ \\]*' db/north-korea.mk | sort)
there=$(find db/north-korea -type f | sort)
if [ "$listed" = "$there" ]; then
	echo "ok 1 - the_list_names_every_file_of_the_collection"
else
	echo "not ok 1 - the_list_names_every_file_of_the_collection"
	echo "# listed or there, not both (make -C . db/north-korea.mk):"
	printf '%s\n%s\n' "$listed" "$there" | sort | uniq -u | sed 's/^/# /'
fi
echo "1..1"
