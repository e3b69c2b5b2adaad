# SPDX-License-Identifier: ISC
#
# Turns a large text into a collection as text, each line of it a paragraph:
#
#	awk -v dir=DIR -f make_collection.awk NAME.topics NAME.txt
#
# NAME.txt has one passage a line.  NAME.topics divides it into topics, one a
# line, in order, five fields with tabs between them: the number of the
# topic's first line (from 0), of its lines, of their bytes, then the package
# that the text is from, and the title.  Control characters, which no
# collection has, become spaces.  Wants LC_ALL=C.

# Markdown's marks lose their meaning behind a backslash.
function escape(text,   ordinal)
{
	gsub(/[\001-\037\177]|\302[\200-\237]/, " ", text)
	gsub(/[\\`*_[\]<>&{}|~!]/, "\\\\&", text)
	if (text ~ /^[#+=:-]/)
		return "\\" text
	if (match(text, /^[0-9]+[.)]/)) {
		ordinal = substr(text, 1, RLENGTH - 1)
		text = ordinal "\\" substr(text, RLENGTH)
	}
	return text
}

function open_topic(n,   title)
{
	if (file != "")
		close(file)
	file = sprintf("%s/topics/topic-%06d.md", dir, n)
	title = titles[n]
	gsub(/[\\"]/, "\\\\&", title)
	printf "---\ntitle: \"%s\"\nsummary: From %s.\n---\n", title, \
	    packages[n] > file
}

BEGIN {
	FS = "\t"
	system("mkdir -p '" dir "/topics'")
	print "title: A large text\nlanguage: en\nversion: 2026-01-01\n" \
	    "licence: unknown" > (dir "/collection.yaml")
	print "[{\"id\": \"source-0\", \"type\": \"book\", " \
	    "\"title\": \"A source\"}]" > (dir "/sources.json")
}

FNR == NR {
	first[++topics] = $1
	packages[topics] = $4
	titles[topics] = $5 == "" ? "Untitled" : $5
	next
}

topic < topics && FNR - 1 == first[topic + 1] + 0 {
	open_topic(++topic)
}

{
	print "\n" escape($0) > file
}
