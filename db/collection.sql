-- SPDX-License-Identifier: ISC
--
-- The schema of a compiled collection, form 2.
--
-- A collection is read-only and rebuilt at will.  Its tables are filled by
-- ibid-compile alone, which also checks what CHECK and FOREIGN KEY clauses
-- would (parsing those would cost every start of the reader); ibid verify
-- checks it again.  Row ids are dense from 1, so that max(id) counts rows.
-- Topics stand in reading order, figures and sources by slug or key, events
-- by date; a passage's id is its place in the order of the collection.
-- All text is UTF-8 in NFC.  Comments are left out of the file that ships.
--
-- Try:  SELECT text FROM passage LIMIT 5;

PRAGMA application_id = 0x69626964;	-- "ibid"
PRAGMA user_version = 2;

-- What the collection says of itself: title, language, version, licence,
-- editors (one a line), advisory, home; what made it: compiler, unicode; and
-- how many it has, as text: count.topics, count.figures, count.measures,
-- count.sources, count.events, count.disagreements, count.passages,
-- count.citations.
CREATE TABLE collection (
	key TEXT NOT NULL PRIMARY KEY,
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE topic (
	id INTEGER PRIMARY KEY,		-- in reading order
	slug TEXT NOT NULL,
	title TEXT NOT NULL,
	parent INTEGER,			-- topic, NULL at the top level
	depth INTEGER NOT NULL,		-- 0 at the top level
	last INTEGER NOT NULL,		-- the subtree is the rows id to last
	summary TEXT NOT NULL,
	advisory TEXT NOT NULL,		-- none or graphic
	first_passage INTEGER NOT NULL,	-- of its text; title and summary
	passages INTEGER NOT NULL	-- stand before it and are not counted
) STRICT;
CREATE UNIQUE INDEX topic_slug ON topic (slug);
CREATE INDEX topic_parent ON topic (parent);

-- Text stands once, in blocks of consecutive passages without anything
-- between them.  places: for each passage of the block its end, as an offset
-- into data (two bytes, little-endian), and its kind, with 128 added where it
-- is graphic: what search needs of the table place, beside the text.  Data
-- is the last column, so that the others are read without it.  A block with
-- its places is at most 65400 bytes.
CREATE TABLE block (
	id INTEGER PRIMARY KEY,		-- dense
	first_passage INTEGER NOT NULL,
	places BLOB NOT NULL,
	data BLOB NOT NULL
) STRICT;

-- Where each passage stands, one row a passage.
CREATE TABLE place (
	passage INTEGER PRIMARY KEY,
	block INTEGER NOT NULL,
	at INTEGER NOT NULL,		-- bytes into the block's data
	len INTEGER NOT NULL,		-- bytes, at most 8192
	kind INTEGER NOT NULL,		-- a kind of passage, named below
	level INTEGER NOT NULL,		-- heading 2-6; item, quotation: depth;
					-- table row: 1 in the head
	ordinal INTEGER NOT NULL,	-- number of an ordered item, else 0
	graphic INTEGER NOT NULL,	-- 1: marked as graphic
	record_kind INTEGER NOT NULL,	-- a kind of record, named below
	record INTEGER NOT NULL,	-- the topic, figure ... it belongs to
	field TEXT			-- of a source: the CSL variable
) STRICT;
CREATE TABLE kind (
	of TEXT NOT NULL,		-- passage or record
	id INTEGER NOT NULL,
	name TEXT NOT NULL,
	PRIMARY KEY (of, id)
) STRICT, WITHOUT ROWID;
CREATE VIEW passage AS SELECT
	p.passage AS id,
	(SELECT name FROM kind WHERE of = 'record' AND id = p.record_kind)
		AS record_kind,
	p.record,
	(SELECT name FROM kind WHERE of = 'passage' AND id = p.kind) AS kind,
	p.level, p.ordinal,
	iif(p.graphic, 'graphic', 'none') AS advisory,
	p.field,
	CAST(substr(b.data, p.at + 1, p.len) AS TEXT) AS text
	FROM place AS p JOIN block AS b ON b.id = p.block;

-- Passages without their marks and accents, for search, only where that
-- differs from the text.  They stand in blocks as text does; places: for
-- each its number in the block, from 0, and the end of its folded text in
-- data (two bytes each, little-endian).
CREATE TABLE folded_block (
	block INTEGER PRIMARY KEY,
	places BLOB NOT NULL,
	data BLOB NOT NULL		-- at most 65400 bytes with places
) STRICT;

-- The same by passage.  map: unsigned LEB128 numbers in threes (so many bytes
-- equal, then so many folded ones for so many original ones).
CREATE TABLE folded (
	passage INTEGER PRIMARY KEY,
	at INTEGER NOT NULL,		-- bytes into the folded data of its block
	len INTEGER NOT NULL,
	map BLOB NOT NULL
) STRICT;

-- Runs: passages that stand behind each other and are of one record, from
-- the first to the last; the table place, run-length encoded.
CREATE TABLE run (
	first_passage INTEGER PRIMARY KEY,
	last_passage INTEGER NOT NULL,
	record_kind INTEGER NOT NULL,	-- a kind of record
	record INTEGER NOT NULL
) STRICT;
CREATE INDEX run_record_kind ON run (record_kind);

-- Sentences (in table rows: cells), split by the compiler alone.
CREATE TABLE sentence (
	passage INTEGER NOT NULL,
	at INTEGER NOT NULL,		-- bytes into the passage
	len INTEGER NOT NULL,
	documents INTEGER NOT NULL,	-- distinct documents that state it
	origins INTEGER NOT NULL,	-- distinct origins behind them
	PRIMARY KEY (passage, at)
) STRICT, WITHOUT ROWID;

-- Emphasis, links and citation marks: byte ranges of a passage.
CREATE TABLE span (
	passage INTEGER NOT NULL,
	number INTEGER NOT NULL,	-- by place; the outer before the inner
	at INTEGER NOT NULL,
	len INTEGER NOT NULL,		-- 0 for a mark, which is not in the text
	kind TEXT NOT NULL,		-- emphasis, strong, code, link, citation
	target INTEGER,			-- of a link: link; of a mark: citation
	PRIMARY KEY (passage, number)
) STRICT, WITHOUT ROWID;

-- Every way from one record to another; the span in the text points here.
CREATE TABLE link (
	id INTEGER PRIMARY KEY,
	from_kind TEXT NOT NULL,
	from_record INTEGER NOT NULL,
	to_kind TEXT NOT NULL,		-- topic, figure, source, event, measure
					-- or url
	to_record INTEGER,
	url TEXT
) STRICT;
CREATE INDEX link_from ON link (from_kind, from_record);
CREATE INDEX link_to ON link (to_kind, to_record);

CREATE TABLE measure (
	id INTEGER PRIMARY KEY,
	slug TEXT NOT NULL,
	title TEXT NOT NULL,
	unit TEXT NOT NULL,
	definition TEXT NOT NULL,
	topic INTEGER NOT NULL,
	first_passage INTEGER NOT NULL,	-- title, then definition
	figures INTEGER NOT NULL,
	disagreeing INTEGER NOT NULL	-- of them, with another figure
) STRICT;
CREATE UNIQUE INDEX measure_slug ON measure (slug);

CREATE TABLE figure (
	id INTEGER PRIMARY KEY,
	slug TEXT NOT NULL,
	measure INTEGER NOT NULL,
	topic INTEGER NOT NULL,
	statement INTEGER NOT NULL,	-- passage
	document INTEGER,		-- source that the statement is first
					-- stated in; NULL: none is cited
	disputed INTEGER NOT NULL,	-- 1: a row of the table disagreement
					-- has it and another figure, and does
					-- not tell of one origin twice
	low REAL,			-- NULL: open, or not given
	high REAL,
	qualifier TEXT NOT NULL,	-- about, up to, more than ... or empty
	unit TEXT NOT NULL,
	period TEXT NOT NULL,		-- ISO 8601 year, date or interval
	period_from INTEGER,		-- YYYYMMDD; NULL: not known
	period_to INTEGER,
	as_of TEXT NOT NULL,
	place TEXT NOT NULL,
	population TEXT NOT NULL,
	advisory TEXT NOT NULL,
	note INTEGER,			-- passage, or NULL
	documents INTEGER NOT NULL,
	origins INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX figure_slug ON figure (slug);
CREATE INDEX figure_measure ON figure (measure);
CREATE INDEX figure_topic ON figure (topic);

CREATE TABLE event (
	id INTEGER PRIMARY KEY,		-- by date
	slug TEXT NOT NULL,
	topic INTEGER NOT NULL,
	date TEXT NOT NULL,		-- ISO 8601 date, year or interval
	date_from INTEGER NOT NULL,	-- YYYYMMDD
	date_to INTEGER NOT NULL,
	precision TEXT NOT NULL,	-- day, month, year, interval ...
	kind TEXT NOT NULL,
	title TEXT NOT NULL,
	first_passage INTEGER NOT NULL,	-- the title's
	statement INTEGER NOT NULL,	-- passage
	advisory TEXT NOT NULL,
	note INTEGER,			-- passage, or NULL
	documents INTEGER NOT NULL,
	origins INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX event_slug ON event (slug);
CREATE INDEX event_topic ON event (topic);

CREATE TABLE source (
	id INTEGER PRIMARY KEY,
	key TEXT NOT NULL,		-- the citation key
	kind TEXT NOT NULL,		-- article, report, book, website, law,
					-- treaty, resolution, organisation,
					-- person, outlet
	title TEXT NOT NULL,		-- or the name, where there is no title
	label TEXT NOT NULL,		-- author, title and container, short
	year TEXT NOT NULL,		-- of issue; empty: not known
	certainty TEXT NOT NULL,
	found_at TEXT NOT NULL,
	copy_of INTEGER,		-- source that it repeats
	institution INTEGER,		-- source that speaks through it
	first_passage INTEGER NOT NULL,
	passages INTEGER NOT NULL,
	cited_by INTEGER NOT NULL,	-- citations that have it as a step
	origin_of INTEGER NOT NULL,	-- citations whose origin it is
	csl TEXT NOT NULL		-- the record as it was written, JSON
) STRICT;
CREATE UNIQUE INDEX source_key ON source (key);

-- CSL-JSON laid out in rows, so that the reader parses nothing.
CREATE TABLE source_variable (
	source INTEGER NOT NULL,
	variable TEXT NOT NULL,		-- CSL's name, or type
	value TEXT NOT NULL,
	PRIMARY KEY (source, variable)
) STRICT, WITHOUT ROWID;
CREATE TABLE source_name (
	source INTEGER NOT NULL,
	variable TEXT NOT NULL,		-- author, editor ...
	number INTEGER NOT NULL,	-- from 1
	family TEXT,
	given TEXT,
	suffix TEXT,
	dropping_particle TEXT,
	non_dropping_particle TEXT,
	literal TEXT,
	comma_suffix INTEGER NOT NULL,
	static_ordering INTEGER NOT NULL,
	PRIMARY KEY (source, variable, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE source_date (
	source INTEGER NOT NULL,
	variable TEXT NOT NULL,		-- issued, accessed ...
	year INTEGER,
	month INTEGER,
	day INTEGER,
	end_year INTEGER,		-- of an interval
	end_month INTEGER,
	end_day INTEGER,
	season TEXT,
	circa INTEGER NOT NULL,
	literal TEXT,
	PRIMARY KEY (source, variable)
) STRICT, WITHOUT ROWID;

-- A citation covers a range of a passage; its mark stands at its end.
CREATE TABLE citation (
	id INTEGER PRIMARY KEY,		-- by passage, then place
	passage INTEGER NOT NULL,
	at INTEGER NOT NULL,		-- what it covers, in bytes
	len INTEGER NOT NULL,
	number INTEGER NOT NULL,	-- of the mark; a topic's equal chains
					-- share one
	document INTEGER NOT NULL,	-- source of the first step
	origin INTEGER NOT NULL
) STRICT;
CREATE INDEX citation_passage ON citation (passage);

CREATE TABLE step (
	citation INTEGER NOT NULL,
	number INTEGER NOT NULL,	-- from the reader outwards, from 1
	role TEXT NOT NULL,		-- stated-in, credited-to,
					-- identified-as, spoken-by
	source INTEGER,
	text TEXT,			-- a credit that has no record
	seen TEXT NOT NULL,		-- yes, part, no
	carried INTEGER NOT NULL,	-- 1: the credit stands in a
					-- neighbouring sentence
	locator_label TEXT,		-- CSL's label; empty: text as it stands
	locator_value TEXT,
	PRIMARY KEY (citation, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX step_source ON step (source);

-- What stands behind citations, copies and institutions followed to the
-- end.  An unnamed credit is an origin of its own for each document.
CREATE TABLE origin (
	id INTEGER PRIMARY KEY,
	source INTEGER,
	document INTEGER,		-- with text: the document that credits
					-- it, copies followed
	text TEXT
) STRICT;

-- Records that cannot all hold.
CREATE TABLE disagreement (
	id INTEGER PRIMARY KEY,		-- the most severe first
	kind TEXT NOT NULL,		-- apart: computed, and not explained
	computed INTEGER NOT NULL,	-- 1: ranges of one measure do not meet
	period_unknown INTEGER NOT NULL,	-- 1: taken to meet all
	measure INTEGER,
	note INTEGER			-- passage, or NULL
) STRICT;
CREATE TABLE disagreement_member (
	disagreement INTEGER NOT NULL,
	number INTEGER NOT NULL,
	kind TEXT NOT NULL,
	record INTEGER NOT NULL,
	PRIMARY KEY (disagreement, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX disagreement_member_record ON disagreement_member (kind, record);

-- One row a table: a hash of all its rows (see the manual), against damage.
CREATE TABLE checksum (
	name TEXT NOT NULL PRIMARY KEY,
	rows INTEGER NOT NULL,
	hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;
