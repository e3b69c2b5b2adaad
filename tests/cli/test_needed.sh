#!/bin/sh
# SPDX-License-Identifier: ISC
#
# The reader links libc, ncursesw with tinfo, SQLite, PCRE2, utf8proc (and
# what a sanitizer brings), and nothing else.

program=${top_builddir:-.}/ibid
if ! command -v readelf >/dev/null 2>&1 || ! readelf -h "$program" >/dev/null 2>&1
then
	echo "1..0 # SKIP no readelf, or no ELF file"
	exit 0
fi
others=$(readelf -d "$program" | sed -n 's/.*(NEEDED).*\[\(.*\)\].*/\1/p' |
	grep -v -E '^(libc|libm|ld-linux.*|libtinfow?|libncursesw|libsqlite3|libpcre2-8|libutf8proc|libasan|libubsan|libgcc_s)\.so')
if [ -z "$others" ]; then
	echo "ok 1 - the_reader_links_four_libraries_and_no_more"
else
	echo "not ok 1 - the_reader_links_four_libraries_and_no_more"
	echo "$others" | sed 's/^/# /'
fi
echo "1..1"
