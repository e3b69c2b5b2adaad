#!/bin/sh
# SPDX-License-Identifier: ISC
#
# Looks through include/ and src/ for calls of functions that ibid does without:
# those that cannot know the size of what they write, that keep hidden state,
# that hand text to a shell, that race for a name or that swallow errors;
# allocation outside base/mem; and printing outside the layers that print.
# Comments and strings do not count. TAP.

set -u
LC_ALL=C
export LC_ALL

awk=${AWK:-awk}
srcdir=${srcdir:-$(dirname -- "$0")/../..}
cd -- "$srcdir" || exit 99

# Headers that the build makes from the schemas are not read.
find include src -name '*.[ch]' ! -name '*_sql.h' ! -name '*_schema.h' |
    sort | "$awk" '
	# Calls that nobody makes.
	BEGIN {
		never = "strcpy strcat sprintf vsprintf gets strtok system popen"
		never = never " tmpnam tempnam mktemp atoi atol atoll atof"
		allocate = "malloc calloc realloc reallocarray strdup strndup"
		allocate = allocate " asprintf vasprintf"
		print_out = "printf vprintf puts putchar perror psignal"
		n_never = remember(never, "never")
		remember(allocate, "allocate")
		remember(print_out, "print")
	}
	function remember(list, kind, word, n, i) {
		n = split(list, word, " ")
		for (i = 1; i <= n; i++) {
			kind_of[word[i]] = kind
			if (kind == "never")
				never_at[i] = word[i]
		}
		return n
	}
	# The line without comments, and with empty strings and characters.
	# in_comment is kept from line to line.
	function code_of(line, code, at, c, rest) {
		code = ""
		while (line != "") {
			if (in_comment) {
				at = index(line, "*/")
				if (at == 0)
					return code
				line = substr(line, at + 2)
				in_comment = 0
				code = code " "
				continue
			}
			if (!match(line, /["\047]|\/\*|\/\//))
				return code line
			code = code substr(line, 1, RSTART - 1)
			c = substr(line, RSTART, RLENGTH)
			line = substr(line, RSTART + RLENGTH)
			if (c == "//")
				return code
			if (c == "/*") {
				in_comment = 1
				continue
			}
			code = code c c
			while (line != "" && substr(line, 1, 1) != c)
				line = substr(line, \
				    substr(line, 1, 1) == "\\" ? 3 : 2)
			line = substr(line, 2)
		}
		return code
	}
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
	# before: the code up to the word; a member of a struct is no function.
	function judge(word, before, after, where) {
		if (word == "stdout" || word == "stderr") {
			if (!may_print)
				complain("print", where word)
			return
		}
		if (!(word in kind_of) || after !~ /^[ \t]*\(/)
			return
		if (before ~ /(\.|->)[ \t]*$/)
			return
		if (kind_of[word] == "never")
			complain(word, where word "()")
		else if (kind_of[word] == "allocate" && !may_allocate)
			complain("allocate", where word "()")
		else if (kind_of[word] == "print" && !may_print)
			complain("print", where word "()")
	}
	function read_source(path, line, code, before, word, where, at) {
		may_allocate = path == "src/base/mem.c"
		may_print = path ~ /^src\/(cli|ui)\// || \
		    path == "src/compile/main.c" || \
		    path == "src/compile/style_program.c"
		in_comment = 0
		at = 0
		while ((getline line < path) > 0) {
			where = path ":" ++at ": "
			code = code_of(line)
			before = ""
			while (match(code, /[A-Za-z_][A-Za-z_0-9]*/)) {
				word = substr(code, RSTART, RLENGTH)
				before = before substr(code, 1, RSTART - 1)
				code = substr(code, RSTART + RLENGTH)
				judge(word, before, code, where)
				before = before word
			}
		}
		close(path)
	}
	{
		read_source($0)
	}
	END {
		print "1.." (n_never + 2)
		for (i = 1; i <= n_never; i++)
			report(never_at[i], never_at[i] "() is not called")
		report("allocate", "memory is asked for in src/base/mem.c alone")
		report("print", "only ui, cli and the program ibid-compile print")
		exit failed
	}'
