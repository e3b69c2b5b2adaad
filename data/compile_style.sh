#!/bin/sh
# SPDX-License-Identifier: ISC
#
# Makes styles/NAME.style or styles/LANGUAGE.locale of what ibid brings itself
# or of the CSL project's files. OWN-FOLDER is data/ of the source.
# Usage: compile_style.sh COMPILER OUTPUT OWN-FOLDER STYLES LOCALES

set -u
compiler=$1 output=$2 own=$3 styles=$4 locales=$5
name=${output##*/}

# With its 18th edition the Chicago manual's styles were renamed.
case $name in
plain.style) set -- "$own/styles/plain.csl" ;;
en.locale) set -- "$own/locales/plain-en.xml" ;;
chicago-fullnote-bibliography.style)
	set -- "$styles/${name%.style}.csl" \
	    "$styles/chicago-notes-bibliography.csl" ;;
chicago-note-bibliography.style)
	set -- "$styles/${name%.style}.csl" \
	    "$styles/chicago-shortened-notes-bibliography.csl" ;;
*.style) set -- "$styles/${name%.style}.csl" ;;
*) set -- "$locales/locales-${name%.locale}.xml" ;;
esac

for file; do
	[ -f "$file" ] || continue
	exec "$compiler" style -q -o "$output" "$file"
done

# A tarball's serves, where what it was made of is not here.
came=${own%data}$output
if [ -f "$came" ]; then
	echo "$output: $1 is not here; it stays as it came" >&2
	[ -f "$output" ] || cp "$came" "$output" || exit
	exec touch "$output"
fi
echo "$output: $1 is not here; see ./configure --help of --with-csl-styles" >&2
exit 1
