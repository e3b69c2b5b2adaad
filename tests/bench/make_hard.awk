# SPDX-License-Identifier: ISC
#
# Writes a collection as text that is hard for regular expressions:
#
#	awk -v dir=DIR -v size=BYTES -v all=BYTES -f make_hard.awk
#
# Its passages have so many bytes each: runs of one letter, words without an
# end, words and blanks by turns, prose, and all with a last character that
# lets a pattern fail only there.

function fill(unit, end,   text)
{
	text = unit
	while (length(text) < size)
		text = text text
	return substr(text, 1, size - length(end)) end
}

# Words of a generator of random numbers of its own.
function prose(   text, i, len)
{
	text = "Once"
	while (length(text) < size) {
		text = text " "
		seed = (seed * 16807) % 2147483647
		len = 1 + seed % 9
		for (i = 0; i < len; i++) {
			seed = (seed * 16807) % 2147483647
			text = text substr("etaoinshrdlucmfwypvbgkjq", \
			    1 + seed % 24, 1)
		}
	}
	return substr(text, 1, size - 1) "."
}

BEGIN {
	seed = 20251
	hard[0] = fill("a", "b")
	hard[1] = fill("aaaaaaaa ", ".")
	hard[2] = fill("ab", ",")
	hard[3] = fill("word word ", ";")
	hard[4] = fill("a aa aaa aaaa ", ":")
	hard[5] = fill("0123456789", ".")
	system("mkdir -p '" dir "/topics'")
	print "title: Hard\nlanguage: en\nversion: 2026-01-01\n" \
	    "licence: CC0-1.0" > (dir "/collection.yaml")
	print "[{\"id\": \"source-0\", \"type\": \"book\", " \
	    "\"title\": \"A source\"}]" > (dir "/sources.json")
	for (i = 0; i * size < all; i++) {
		if (i % 64 == 0) {
			if (file != "")
				close(file)
			file = sprintf("%s/topics/topic-%05d.md", dir, i / 64)
			printf "---\ntitle: Topic %d\nsummary: Hard.\n---\n", \
			    i / 64 > file
		}
		print "\n" (i % 8 < 6 ? hard[i % 8] : prose()) > file
	}
}
