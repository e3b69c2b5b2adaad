#!/bin/sh
# SPDX-License-Identifier: ISC
#
# Writes db/north-korea.mk, the list of the collection's files, after a file
# was added or taken away:  sh db/list.sh
cd "$(dirname "$0")/.." || exit 1
{
	echo "# SPDX-License-Identifier: ISC"
	echo "# Made by db/list.sh."
	printf 'north_korea_text ='
	find db/north-korea -type f | LC_ALL=C sort | while read -r file; do
		printf ' \\\n\t%s' "$file"
	done
	echo
} >db/north-korea.mk
