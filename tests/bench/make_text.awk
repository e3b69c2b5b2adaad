# SPDX-License-Identifier: ISC
#
# Writes a collection as text for measuring the compiler:
#
#	awk -v dir=DIR -v topics=20000 -v bytes=100000000 -f make_text.awk
#
# Topics stand in a tree of three levels; their text is made of English-like
# words by a generator of random numbers of its own, so that it is the same
# everywhere.

function next_number(limit)
{
	seed = (seed * 16807) % 2147483647
	return seed % limit
}

function sentence(   n, i, text, word)
{
	n = 10 + next_number(26)
	text = ""
	for (i = 0; i < n; i++) {
		word = words[next_number(count)]
		if (next_number(500) == 0)
			word = foreign[next_number(3)]
		if (i == 0)
			word = toupper(substr(word, 1, 1)) substr(word, 2)
		text = text (i ? " " : "") word
		if (i == 7)
			text = text ","
	}
	return text "."
}

BEGIN {
	seed = 20251
	count = split("the of and to in a is that for it as was with be by on " \
	    "not he his but at are this have from or had an they which one " \
	    "you were all her she there would their we him been has when who " \
	    "will no more if out so up said what its about than into them can " \
	    "only other time new some could these two may first then do any " \
	    "like my now over such our man me even most made after also did " \
	    "many off before must well back through years much where your way " \
	    "labour border passage witness report figure worker camp province", \
	    list, " ")
	foreign[0] = "caf\303\251"
	foreign[1] = "na\303\257ve"
	foreign[2] = "\355\225\234\352\265\255"
	for (i = 1; i <= count; i++)
		words[i - 1] = list[i]
	each = bytes / topics
	system("mkdir -p '" dir "/topics'")
	print "title: Measured\nlanguage: en\nversion: 2026-01-01\nlicence: CC0-1.0" \
	    > (dir "/collection.yaml")
	print "[{\"id\": \"source-0\", \"type\": \"book\", \"title\": \"A source\"}]" \
	    > (dir "/sources.json")
	for (i = 1; i <= topics; i++) {
		file = sprintf("%s/topics/topic-%06d.md", dir, i)
		printf "---\ntitle: Topic %d\n", i > file
		if (i % 100 != 1)
			printf "parent: topic-%06d\n", \
			    i % 10 == 1 ? i - (i - 1) % 100 : i - (i - 1) % 10 \
			    > file
		printf "summary: A summary of it.\n---\n" > file
		size = 0
		while (size < each) {
			text = ""
			for (j = 0; j < 4; j++) {
				text = text (j ? (j == 2 ? "\n" : " ") : "") \
				    sentence()
				if (j % 2)
					text = text "[@source-0, p. " \
					    next_number(300) "]"
			}
			if (next_number(8) == 0)
				text = "## Part " next_number(1000) "\n\n" text
			print text "\n" > file
			size += length(text) + 2
		}
		close(file)
	}
}
