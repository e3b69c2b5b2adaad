#!/bin/sh
# SPDX-License-Identifier: ISC
#
# Reads every include under include/ and src/ and holds it against layers.txt:
# a layer includes those it may, a private header stays in its layer, a file
# includes its own header first, then the system's, then ours; and each library
# is seen by the one layer that may see it. TAP.

set -u
LC_ALL=C
export LC_ALL

awk=${AWK:-awk}
srcdir=${srcdir:-$(dirname -- "$0")/../..}
list=$(cd -- "$(dirname -- "$0")" && pwd)/layers.txt
cd -- "$srcdir" || exit 99

# Headers that the build makes from the schemas are not read.
files() {
	find include src -name '*.[ch]' ! -name '*_sql.h' ! -name '*_schema.h' |
	    sort
}

# Each include as: file line "name" or <name>.
includes() {
	files | while IFS= read -r file; do
		"$awk" -v file="$file" '
			/^[ \t]*#[ \t]*include[ \t]*["<]/ {
				name = $0
				sub(/^[ \t]*#[ \t]*include[ \t]*/, "", name)
				close_at = index(substr(name, 2), \
				    substr(name, 1, 1) == "<" ? ">" : "\"")
				print file, FNR, substr(name, 1, close_at + 1)
			}' "$file"
	done
}

{
	sed 's/^/layer /' "$list"
	files | sed 's/^/file /'
	includes | sed 's/^/include /'
} | "$awk" '
	# What is wrong is kept per test: a layer, a library or "list".
	function complain(test, text) {
		wrong[test] = wrong[test] "# " text "\n"
	}
	function report(test, sentence) {
		number++
		if (wrong[test] == "") {
			print "ok " number " - " sentence
			return
		}
		failed = 1
		print "not ok " number " - " sentence
		printf "%s", wrong[test]
	}
	function layer_of(path, part) {
		split(path, part, "/")
		return part[2]
	}
	function stem(path) {
		sub(/^.*\//, "", path)
		sub(/\.[ch]$/, "", path)
		return path
	}
	# The header that the file at path implements, as it is included.
	function own_header(path, layer, name) {
		if (path !~ /\.c$/)
			return ""
		layer = layer_of(path)
		name = stem(path) ".h"
		if (("include/" layer "/" name) in exists)
			return "\"" layer "/" name "\""
		if (("src/" layer "/" name) in exists)
			return "\"" name "\""
		return ""
	}
	# The library whose header it is, or nothing.
	function library_of(name) {
		if (name ~ /^<(panel|form|menu|term)\.h>$/)
			return "curses.h"
		gsub(/["<>]/, "", name)
		if (name ~ /^n?cursesw?\// || name ~ /^n?curses\.h$/)
			return "curses.h"
		sub(/^.*\//, "", name)
		if (name ~ /^pcre2/)
			return "pcre2.h"
		if (name == "sqlite3ext.h")
			return "sqlite3.h"
		return name
	}
	BEGIN {
		libraries = "sqlite3.h pcre2.h curses.h md4c.h yaml.h expat.h jansson.h"
		home["sqlite3.h"] = "src/store/"
		home["pcre2.h"] = "src/search/"
		home["curses.h"] = "src/ui/term.c"
		home["md4c.h"] = home["yaml.h"] = "src/compile/"
		home["expat.h"] = home["jansson.h"] = "src/compile/"
	}
	$1 == "layer" && ($2 ~ /^#/ || NF == 1) {
		next
	}
	$1 == "layer" {
		layer = $2
		if (layer !~ /:$/)
			complain("list", "not of the form LAYER: LAYERS: " $0)
		sub(/:$/, "", layer)
		for (i = 3; i <= NF; i++) {
			if (!($i in rank))
				complain("list", layer " uses " $i \
				    ", which does not stand above it")
			may[layer, $i] = 1
		}
		may[layer, layer] = 1
		rank[layer] = ++layers
		name_of[layers] = layer
	}
	$1 == "file" {
		exists[$2] = 1
		if (split($2, part, "/") != 3)
			complain("list", $2 ": is in no layer")
		else if (!(part[2] in rank))
			complain("list", $2 ": " part[2] " is no layer")
	}
	$1 == "include" {
		path = $2; name = $4; layer = layer_of(path)
		where = path ":" $3 ": "

		library = library_of(name)
		if (library in home && index(path, home[library]) != 1)
			complain(library, where name " is for " home[library])

		first = !(path in seen_any)
		seen_any[path] = 1
		own = own_header(path)
		# Sources that share one header of their layer open with it.
		if (first && own == "" && path ~ /\.c$/ && \
		    (name ~ /^"[^\/]*"$/ || index(name, "\"" layer "/") == 1))
			own = name
		if (first && own != "" && name != own)
			complain(layer, where own ", its own header, comes first")

		if (name ~ /^</) {
			if (path in seen_ours)
				complain(layer, where name \
				    ": the headers of the system come before ours")
			next
		}
		if (name != own)
			seen_ours[path] = 1
		gsub(/"/, "", name)
		slash = index(name, "/")
		if (slash == 0) {
			# A contract cannot be read without its private half.
			if (path ~ /^include\//)
				complain(layer, where name \
				    " is private, and this header is not")
			else if (name !~ /_(sql|schema)\.h$/ && \
			    !(("src/" layer "/" name) in exists))
				complain(layer, where name \
				    " is no private header of " layer)
			next
		}
		used = substr(name, 1, slash - 1)
		if (!(used in rank))
			complain(layer, where used " is no layer")
		else if (!((layer, used) in may))
			complain(layer, where layer " may not include " used)
		else if (!(("include/" name) in exists))
			complain(layer, where "there is no include/" name)
	}
	END {
		n = split(libraries, library_at, " ")
		print "1.." (1 + layers + n)
		report("list", "every file has a layer, and the layers are a stack")
		for (i = 1; i <= layers; i++)
			report(name_of[i], name_of[i] " includes only what it may")
		for (i = 1; i <= n; i++)
			report(library_at[i], library_at[i] \
			    " is seen in " home[library_at[i]] " alone")
		exit failed
	}'
