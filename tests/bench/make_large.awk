# SPDX-License-Identifier: ISC
#
# Writes a collection as text that is larger than people's are:
#
#	awk -v dir=DIR -v size=100000 -f make_large.awk
#
# so many topics, figures, sources and events, and topics that are large each
# in its own way: long, full of links, of sections, one table, one sentence
# with citations.  The words come from a generator of random numbers of its
# own, so that it is the same everywhere.

function next_number(limit)
{
	seed = (seed * 16807) % 2147483647
	return seed % limit
}

function make_sentence(   n, i, text, word)
{
	n = 8 + next_number(20)
	for (i = 0; i < n; i++) {
		word = words[1 + next_number(count)]
		if (i == 0)
			word = toupper(substr(word, 1, 1)) substr(word, 2)
		text = text (i ? " " : "") word
	}
	return text "."
}

function make_title(number,   i, text)
{
	for (i = 0; i < 3; i++)
		text = text words[1 + next_number(count)] " "
	return toupper(substr(text, 1, 1)) substr(text, 2) number
}

# One of about a thousand; of every fifth figure its own, of some none.
function make_place(i,   word)
{
	if (i < size / 20 || i % 5 == 0)
		return make_title(i)
	if (i % 17 == 0)
		return ""
	word = words[1 + next_number(count)]
	return toupper(substr(word, 1, 1)) substr(word, 2) " " next_number(20)
}

function cite(among,   n)
{
	n = next_number(among && among < size ? among : size)
	return "[@source-" n ", p. " next_number(300) " <- @source-0]"
}

function begin_topic(slug, title)
{
	file = dir "/topics/" slug ".md"
	printf "---\ntitle: %s\nposition: %d\n---\n", title, ++position > file
}

function make_long_topic(   bytes, text, i)
{
	begin_topic("a-long", "A long topic")
	while (bytes < 200000) {
		text = ""
		for (i = 0; i < 4; i++)
			text = text (i ? " " : "") make_sentence() cite()
		printf "%s\n\n", text > file
		bytes += length(text)
	}
	close(file)
}

function make_links(   i)
{
	begin_topic("a-links", "A topic of links")
	for (i = 0; i < 2000; i++)
		printf "%s [figure %d](figure:figure-%06d) is here.%s\n\n", \
		    make_sentence(), i, i * int(size / 2000), cite() > file
	close(file)
}

function make_sections(   i)
{
	begin_topic("a-sections", "A topic of sections")
	for (i = 0; i < 500; i++)
		printf "## Section %s\n\n%s%s %s\n\n", make_title(i), \
		    make_sentence(), cite(), make_sentence() > file
	close(file)
}

function make_table(   i)
{
	begin_topic("a-table", "A topic with a table")
	printf "| Place | Count | What |\n| --- | --- | --- |\n" > file
	for (i = 0; i < 10000; i++)
		printf "| %s | %d%s | %s |\n", make_title(i), \
		    next_number(1000000), i % 10 ? "" : cite(), \
		    make_sentence() > file
	close(file)
}

function make_cited(   i)
{
	begin_topic("a-cited", "A topic with one sentence")
	printf "This sentence is cited" > file
	for (i = 0; i < 500; i++)
		printf "%s", cite() > file
	printf ".\n\nThe next is not.\n" > file
	close(file)
}

function make_topics(   i)
{
	for (i = 0; i < size; i++) {
		file = sprintf("%s/topics/topic-%06d.md", dir, i)
		printf "---\ntitle: %s\nposition: %d\n", make_title(i), \
		    ++position > file
		# Half of them flat, half in branches of a hundred.
		if (i >= size / 2 && i % 100)
			printf "parent: topic-%06d\n", i - i % 100 > file
		printf "---\n%s\n", make_sentence() > file
		close(file)
	}
}

function make_measures(   i, file)
{
	file = dir "/measures.csv"
	print "slug,title,unit,definition,topic" > file
	for (i = 0; i < measures; i++)
		printf "measure-%06d,%s,%s,%s,topic-000000\n", i, \
		    make_title(i), units[1 + i % unit_count], \
		    make_sentence() > file
	close(file)
}

# Some are a year, some an interval, some not known.
function make_period(i,   year)
{
	year = 1900 + next_number(100)
	if (i < 40)
		return 1900
	if (i % 11 == 0)
		return ""
	return i % 7 ? year : year "/" year + 1 + next_number(20)
}

# A twentieth is of one measure, and some of it disagree; some are in another
# unit than their measure.
function make_figures(   i, low, place, measure, file)
{
	file = dir "/figures.csv"
	print "slug,measure,topic,statement,low,high,qualifier,unit,period," \
	    "as_of,place,population,advisory,citations,note" > file
	for (i = 0; i < size; i++) {
		low = next_number(1000000)
		place = i < 40 ? "Anse" : make_place(i)
		measure = i < size / 20 ? 0 : i % measures
		printf "figure-%06d,measure-%06d,topic-000000,%s," \
		    "%d,%d,about,%s,%s,,%s,%s,none,\"%s\",\n", i, measure, \
		    make_sentence(), low, low + (i % 3 ? 0 : 1000), \
		    units[1 + (measure + (i % 13 == 12)) % unit_count], \
		    make_period(i), place, words[1 + next_number(count)], \
		    cite(i % 2 ? 300 : size) > file
	}
	close(file)
}

function make_events(   i, file)
{
	file = dir "/events.csv"
	print "slug,topic,date,precision,kind,title,statement,advisory," \
	    "citations,note" > file
	for (i = 0; i < size; i++)
		printf "event-%06d,topic-000000,%04d-%02d,month,%s,%s,%s," \
		    "none,\"%s\",\n", i, 1000 + int(i * 1000 / size), \
		    1 + i % 12, words[1 + next_number(count)], \
		    make_title(i), make_sentence(), cite() > file
	close(file)
}

function make_sources(   i, file)
{
	file = dir "/sources.json"
	print "[" > file
	for (i = 0; i < size; i++)
		printf "%s{\"id\": \"source-%d\", \"type\": \"%s\"," \
		    " \"title\": \"%s\", \"issued\": {\"date-parts\":" \
		    " [[%d]]}}\n", i ? "," : "", i, \
		    i % 3 ? "book" : "article-journal", make_title(i), \
		    1900 + next_number(120) > file
	print "]" > file
	close(file)
}

BEGIN {
	seed = 20251
	if (!size)
		size = 100000
	measures = int(size / 50)
	count = split("the of and to in is that for it as was with be by on " \
	    "not he his but at are this have from or had an they which one " \
	    "labour border passage witness report figure worker camp " \
	    "province harbour river mill station winter summer letter " \
	    "ledger number year week house road field company ministry", \
	    words, " ")
	unit_count = split("people,percent,USD,USD per year,months," \
	    "hours per day,children,tonnes", units, ",")
	system("mkdir -p '" dir "/topics'")
	print "title: Large\nlanguage: en\nversion: 2026-01-01\n" \
	    "licence: CC0-1.0" > (dir "/collection.yaml")
	make_long_topic()
	make_links()
	make_sections()
	make_table()
	make_cited()
	make_topics()
	make_measures()
	make_figures()
	make_events()
	make_sources()
}
