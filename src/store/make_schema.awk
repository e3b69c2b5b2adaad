# SPDX-License-Identifier: ISC
#
# Turns db/collection.sql into a C table of its statements, without comments
# and with white space made single: collection_schema[], ending with NULL.

{
	sub(/--.*/, "")
	text = text " " $0
}

END {
	gsub(/[ \t]+/, " ", text)
	gsub(/\( /, "(", text)
	gsub(/ \)/, ")", text)
	count = split(text, statements, ";")
	print "/* Generated from a schema in db/. */"
	print "static const char *const " name "[] = {"
	for (i = 1; i <= count; i++) {
		statement = statements[i]
		sub(/^ /, "", statement)
		sub(/ $/, "", statement)
		if (statement == "")
			continue
		gsub(/\\/, "\\\\", statement)
		gsub(/"/, "\\\"", statement)
		print "\t\"" statement "\","
	}
	print "\t0"
	print "};"
}
