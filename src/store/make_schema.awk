# SPDX-License-Identifier: ISC
#
# Turns db/collection.sql into a C table of its statements, without comments
# and with white space made single: collection_schema[], ending with NULL.
# Indexes come behind all tables, as they are made when the rows are there.

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
		gsub(/\\/, "\\\\", statement)
		gsub(/"/, "\\\"", statement)
		if (statement ~ /^CREATE (UNIQUE )?INDEX /)
			indexes = indexes "\t\"" statement "\",\n"
		else if (statement != "")
			print "\t\"" statement "\","
	}
	printf "%s", indexes
	print "\t0"
	print "};"
}
