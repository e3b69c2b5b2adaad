-- SPDX-License-Identifier: ISC
--
-- What a reader may count on in the bundled collection; test_reading.c runs
-- it.  A rule begins with --= and its name, a sentence; each row that it
-- selects is a fault, in words.  Below it, --! begins a change of a copy of
-- the collection that breaks the rule, with a name and, after the colon,
-- words of the fault that has to be found then.  What stands before the first
-- rule is run after the change, before the rule.
--
-- The functions besides SQLite's are those of reading_functions.c.  Rules
-- count anew what the compiler has counted, and do not ask it.

CREATE TEMP TABLE txt (
	id INTEGER PRIMARY KEY,
	of TEXT NOT NULL,		-- kind of record
	record INTEGER NOT NULL,
	slug TEXT NOT NULL,		-- kind:slug, for messages
	kind TEXT NOT NULL,
	level INTEGER NOT NULL,
	graphic INTEGER NOT NULL,
	text TEXT NOT NULL
);
INSERT INTO txt SELECT p.id, p.record_kind, p.record,
	p.record_kind || ':' || CASE p.record_kind
	WHEN 'topic' THEN (SELECT slug FROM topic WHERE id = p.record)
	WHEN 'figure' THEN (SELECT slug FROM figure WHERE id = p.record)
	WHEN 'event' THEN (SELECT slug FROM event WHERE id = p.record)
	WHEN 'measure' THEN (SELECT slug FROM measure WHERE id = p.record)
	WHEN 'source' THEN (SELECT key FROM source WHERE id = p.record)
	ELSE p.record END,
	p.kind, p.level, p.advisory = 'graphic', p.text
	FROM passage AS p;

-- A note on a marked passage is folded with it.
UPDATE txt SET graphic = 1 WHERE kind = 'editors-note'
	AND EXISTS (SELECT 1 FROM txt AS b WHERE b.id = txt.id - 1
		AND b.of = txt.of AND b.record = txt.record AND b.graphic);

-- rest: what stands behind the last mark of the sentence.
CREATE TEMP TABLE sent (
	passage INTEGER NOT NULL,
	at INTEGER NOT NULL,
	len INTEGER NOT NULL,
	rest_at INTEGER NOT NULL,
	text TEXT NOT NULL,
	PRIMARY KEY (passage, at)
);
INSERT INTO sent SELECT s.passage, s.at, s.len,
	ifnull((SELECT max(m.at) FROM span AS m WHERE m.passage = s.passage
		AND m.kind = 'citation' AND m.at > s.at
		AND m.at <= s.at + s.len), s.at),
	CAST(substr(CAST(t.text AS BLOB), s.at + 1, s.len) AS TEXT)
	FROM sentence AS s JOIN txt AS t ON t.id = s.passage;

-- From one record to another, by a link or, of topics, by the tree.
CREATE TEMP TABLE way AS
	SELECT from_kind AS a, from_record AS a_id,
		to_kind AS b, to_record AS b_id
		FROM link WHERE to_record IS NOT NULL
	UNION SELECT 'topic', parent, 'topic', id FROM topic
		WHERE parent IS NOT NULL;

-- Copies first, then institutions, to the end.
CREATE TEMP TABLE root (
	source INTEGER PRIMARY KEY,
	original INTEGER NOT NULL,	-- copies alone followed
	root INTEGER NOT NULL
);
INSERT INTO root
	WITH RECURSIVE copy (start, id, n) AS (
		SELECT id, id, 0 FROM source
		UNION SELECT c.start, s.copy_of, n + 1
			FROM copy AS c JOIN source AS s ON s.id = c.id
			WHERE s.copy_of IS NOT NULL AND n < 64),
	far (start, id, n) AS (
		SELECT id, id, 0 FROM source
		UNION SELECT f.start, ifnull(s.copy_of, s.institution), n + 1
			FROM far AS f JOIN source AS s ON s.id = f.id
			WHERE ifnull(s.copy_of, s.institution) IS NOT NULL
			AND n < 64)
	SELECT s.id,
		(SELECT id FROM copy WHERE start = s.id
			ORDER BY n DESC LIMIT 1),
		(SELECT id FROM far WHERE start = s.id
			ORDER BY n DESC LIMIT 1)
	FROM source AS s;

-- The origin of each citation, as text.
CREATE TEMP TABLE origin_of (
	citation INTEGER PRIMARY KEY,
	document INTEGER NOT NULL,
	origin TEXT NOT NULL
);
INSERT INTO origin_of SELECT c.id, first.source,
	CASE WHEN last.source IS NULL
	THEN (SELECT original FROM root WHERE source = first.source)
		|| ' ' || last.text
	ELSE (SELECT root FROM root WHERE source = last.source) END
	FROM citation AS c
	JOIN step AS first ON first.citation = c.id AND first.number = 1
	JOIN step AS last ON last.citation = c.id AND last.number =
		ifnull((SELECT max(number) FROM step AS l
			WHERE l.citation = c.id
			AND l.role IN ('credited-to', 'identified-as')), 1);

-- Two figures that cannot both hold.
CREATE TEMP TABLE apart AS
	SELECT a.id AS a, b.id AS b FROM figure AS a
	JOIN figure AS b ON b.measure = a.measure AND b.id <> a.id
		AND b.unit = a.unit AND a.low > b.high
	WHERE (a.place = '' OR b.place = '' OR fold(a.place) = fold(b.place))
	AND (a.population = '' OR b.population = ''
		OR fold(a.population) = fold(b.population))
	AND (a.period_from IS NULL OR b.period_from IS NULL
		OR (a.period_from <= b.period_to
			AND b.period_from <= a.period_to));

--= every_topic_is_reached_in_the_tree
WITH RECURSIVE tree (id, level) AS (
	SELECT id, 1 FROM topic WHERE parent IS NULL
	UNION SELECT t.id, level + 1 FROM topic AS t
		JOIN tree ON t.parent = tree.id WHERE level < 64)
SELECT 'topic ' || slug || ' is not in the tree' FROM topic
	WHERE id NOT IN (SELECT id FROM tree)
UNION ALL SELECT 'topic ' || slug || ' stands deeper than the third level'
	FROM topic JOIN tree USING (id) WHERE level > 3
UNION ALL SELECT 'topic ' || t.slug || ' stands outside the rows of its parent'
	FROM topic AS t JOIN topic AS p ON p.id = t.parent
	WHERE t.id <= p.id OR t.id > p.last;
--! a_topic_below_itself_is_found: is not in the tree
UPDATE topic SET parent = id WHERE parent IS NOT NULL;
--! a_topic_on_the_fourth_level_is_found: deeper than the third
UPDATE topic SET parent = id - 1 WHERE id BETWEEN 2 AND 5;
--! a_topic_that_its_parent_does_not_unfold_is_found: outside the rows
UPDATE topic SET last = id;

--= every_topic_is_reached_from_the_first_by_links_or_tree
WITH RECURSIVE reached (kind, id) AS (
	VALUES ('topic', 1)
	UNION SELECT w.b, w.b_id FROM reached AS r
		JOIN way AS w ON w.a = r.kind AND w.a_id = r.id)
SELECT 'no links lead from ' || (SELECT slug FROM topic WHERE id = 1)
	|| ' to topic ' || slug FROM topic
	WHERE id NOT IN (SELECT id FROM reached WHERE kind = 'topic');
--! a_topic_without_links_to_it_is_found: no links lead
DELETE FROM link WHERE to_kind = 'topic';

--= every_topic_has_a_text_and_a_short_summary
SELECT 'topic ' || slug || ' has no text' FROM topic
	WHERE NOT EXISTS (SELECT 1 FROM txt WHERE of = 'topic'
		AND record = topic.id AND kind IN ('paragraph', 'item'))
UNION ALL SELECT 'topic ' || slug || ': its summary has ' || n || ' sentences'
	FROM (SELECT slug, (SELECT count(*) FROM txt JOIN sent
			ON sent.passage = txt.id WHERE txt.of = 'topic'
			AND txt.record = topic.id AND txt.kind = 'summary')
		AS n FROM topic) WHERE n NOT IN (1, 2);
--! a_topic_without_text_is_found: bride-trafficking has no text
UPDATE place SET kind = 3 WHERE kind IN (4, 5) AND record_kind = 1
	AND record = (SELECT id FROM topic WHERE slug = 'bride-trafficking');
--! a_topic_without_a_summary_is_found: its summary has 0
UPDATE place SET kind = 3 WHERE kind = 2;

--= every_sentence_that_states_something_is_cited
-- A sentence that leads elsewhere names topics, measures or sources; one with
-- the link of a figure or an event says something of it.  A line that ends
-- with a colon leads in what follows.
SELECT t.slug || ': "' || s.text || '" is not cited'
	FROM sent AS s JOIN txt AS t ON t.id = s.passage
	WHERE t.of = 'topic' AND t.kind IN ('paragraph', 'item', 'quotation')
	AND has_letter(substr(CAST(s.text AS BLOB), s.rest_at - s.at + 1))
	AND s.text NOT LIKE '%:'
	AND NOT EXISTS (SELECT 1 FROM span AS l
		JOIN link ON link.id = l.target
		WHERE l.passage = s.passage AND l.kind = 'link'
		AND l.at >= s.rest_at AND l.at < s.at + s.len
		AND link.to_kind IN ('topic', 'measure', 'source'))
UNION ALL SELECT t.slug || ': "' || s.text || '" states a figure or an event'
	|| ' without a citation'
	FROM sent AS s JOIN txt AS t ON t.id = s.passage
	JOIN span AS l ON l.passage = s.passage AND l.kind = 'link'
		AND l.at >= s.rest_at AND l.at < s.at + s.len
	JOIN link ON link.id = l.target
	WHERE t.of = 'topic' AND t.kind IN ('paragraph', 'item', 'quotation')
	AND link.to_kind IN ('figure', 'event')
UNION ALL SELECT t.slug || ': the row "' || t.text || '" is not cited'
	FROM txt AS t WHERE t.kind = 'table-row' AND t.level = 0
	AND NOT EXISTS (SELECT 1 FROM citation WHERE passage = t.id)
UNION ALL SELECT t.slug || ': its statement is not cited'
	FROM txt AS t WHERE t.kind = 'statement' AND NOT EXISTS
		(SELECT 1 FROM citation AS c WHERE c.passage = t.id
		AND c.at = 0 AND c.len = length(CAST(t.text AS BLOB)));
--! a_paragraph_without_marks_is_found: is not cited
DELETE FROM span WHERE kind = 'citation' AND passage =
	(SELECT passage FROM place WHERE kind = 4 LIMIT 1);
--! a_mark_before_the_end_is_found: is not cited
UPDATE span SET at = at - 9 WHERE kind = 'citation' AND passage =
	(SELECT passage FROM place WHERE kind = 4 LIMIT 1);
--! a_figure_in_a_sentence_that_leads_elsewhere_is_found: states a figure
UPDATE link SET to_kind = 'figure' WHERE to_kind = 'topic';
--! an_uncited_figure_is_found: its statement is not cited
DELETE FROM citation WHERE passage =
	(SELECT statement FROM figure WHERE id = 1);
--! an_uncited_event_is_found: its statement is not cited
UPDATE citation SET len = len - 1 WHERE passage =
	(SELECT statement FROM event WHERE id = 1);

--= every_figure_states_its_number
SELECT t.slug || ': ' || printf('%,.15g', n) || ' is not in "' || t.text || '"'
	FROM (SELECT statement, low AS n FROM figure
		UNION SELECT statement, high FROM figure) AS f
	JOIN txt AS t ON t.id = f.statement
	WHERE n IS NOT NULL AND NOT states_number(t.text, n)
UNION ALL SELECT t.slug || ': "' || f.qualifier || '" is not in "' || t.text
	|| '"' FROM figure AS f JOIN txt AS t ON t.id = f.statement
	WHERE low IS NULL AND high IS NULL
	AND (f.qualifier = '' OR NOT shares_word(t.text, f.qualifier));
--! another_number_in_the_statement_is_found: is not in
UPDATE figure SET low = low + 1, high = high + 1;
--! a_number_without_commas_is_found: is not in
UPDATE block SET data = CAST(replace(CAST(data AS TEXT), '00,000', '00x000')
	AS BLOB);
--! a_quantity_in_other_words_is_found: is not in
UPDATE figure SET qualifier = 'umpteen' WHERE low IS NULL AND high IS NULL;

--= an_open_bound_is_said_to_be_open
SELECT t.slug || ': "' || t.text || '" does not leave the '
	|| iif(low IS NULL, 'lower', 'upper') || ' bound open'
	FROM figure AS f JOIN txt AS t ON t.id = f.statement
	WHERE (low IS NULL) <> (high IS NULL)
	AND (qualifier = '' OR NOT leaves_open(t.text, low IS NULL));
--! a_bound_left_out_is_found: bound open
UPDATE figure SET low = NULL WHERE low = high;
--! an_open_bound_without_a_qualifier_is_found: bound open
UPDATE figure SET qualifier = '' WHERE low IS NULL AND high IS NOT NULL;

--= a_passage_that_leads_to_a_figure_states_its_number
SELECT t.slug || ': ' || printf('%,.15g', n) || ' of figure ' || f.slug
	|| ' is not in the passage "' || substr(t.text, 1, 60) || '"'
	FROM (SELECT id, slug, low AS n FROM figure
		UNION SELECT id, slug, high FROM figure) AS f
	JOIN link ON link.to_kind = 'figure' AND link.to_record = f.id
	JOIN span AS l ON l.kind = 'link' AND l.target = link.id
	JOIN txt AS t ON t.id = l.passage
	WHERE n IS NOT NULL AND t.of = 'topic' AND t.kind <> 'editors-note'
	AND NOT states_number(t.text, n);
--! a_link_to_another_figure_is_found: is not in the passage
UPDATE link SET to_record = to_record % (SELECT max(id) FROM figure) + 1
	WHERE to_kind = 'figure';

--= every_figure_and_event_stands_in_its_topic
SELECT 'no text of topic ' || t.slug || ' leads to ' || r.kind || ' ' || r.slug
	FROM (SELECT 'figure' AS kind, id, slug, topic FROM figure
		UNION ALL SELECT 'event', id, slug, topic FROM event) AS r
	JOIN topic AS t ON t.id = r.topic
	WHERE NOT EXISTS (SELECT 1 FROM link WHERE from_kind = 'topic'
		AND from_record = r.topic AND to_kind = r.kind
		AND to_record = r.id);
--! a_figure_of_another_topic_is_found: leads to figure
UPDATE figure SET topic = topic % (SELECT max(id) FROM topic) + 1;
--! an_event_without_a_link_is_found: leads to event
DELETE FROM link WHERE to_kind = 'event';

--= no_measure_mixes_units
SELECT 'figure ' || f.slug || ' is in ' || f.unit || ', measure ' || m.slug
	|| ' in ' || m.unit FROM figure AS f
	JOIN measure AS m ON m.id = f.measure WHERE f.unit <> m.unit
UNION ALL SELECT 'figure ' || f.slug || ' is of no measure' FROM figure AS f
	WHERE NOT EXISTS (SELECT 1 FROM measure WHERE id = f.measure);
--! another_unit_is_found: is in dozens
UPDATE figure SET unit = 'dozens' WHERE id = 1;
--! a_figure_without_a_measure_is_found: is of no measure
UPDATE figure SET measure = 0 WHERE id = 1;

--= no_chain_has_a_cycle
WITH RECURSIVE next (a, b) AS (
	SELECT id, copy_of FROM source WHERE copy_of IS NOT NULL
	UNION SELECT id, institution FROM source
		WHERE institution IS NOT NULL),
far (a, b) AS (
	SELECT a, b FROM next
	UNION SELECT f.a, n.b FROM far AS f JOIN next AS n ON n.a = f.b)
SELECT 'source ' || key || ' stands behind itself' FROM source
	WHERE EXISTS (SELECT 1 FROM far WHERE a = id AND b = id)
UNION ALL SELECT t.slug || ': a chain comes back to ' || s.key
	FROM step AS x JOIN step AS y ON y.citation = x.citation
		AND y.number > x.number AND y.source = x.source
	JOIN source AS s ON s.id = x.source
	JOIN citation AS c ON c.id = x.citation JOIN txt AS t ON t.id = c.passage
UNION ALL SELECT t.slug || ': a chain leads from ' || s.key || ' to its copy '
	|| k.key FROM step AS x JOIN step AS y ON y.citation = x.citation
		AND y.number > x.number
	JOIN root AS r ON r.source = y.source AND r.original = x.source
		AND y.source <> x.source
	JOIN source AS s ON s.id = x.source JOIN source AS k ON k.id = y.source
	JOIN citation AS c ON c.id = x.citation JOIN txt AS t ON t.id = c.passage;
--! copies_of_each_other_are_found: stands behind itself
UPDATE source SET copy_of = (SELECT id FROM source AS o
	WHERE o.copy_of = source.id) WHERE copy_of IS NULL;
--! a_copy_of_what_it_speaks_for_is_found: stands behind itself
UPDATE source SET copy_of = (SELECT min(id) FROM source AS o
	WHERE o.institution = source.id) WHERE copy_of IS NULL;
--! a_chain_to_its_own_document_is_found: comes back to
UPDATE step SET source = (SELECT document FROM citation
	WHERE id = step.citation) WHERE number = 2 AND source IS NOT NULL;
--! a_document_credited_to_its_copy_is_found: to its copy
UPDATE step SET source = k.id, text = NULL FROM citation AS c, source AS k
	WHERE c.id = step.citation AND k.copy_of = c.document AND step.number = 2;

--= what_is_graphic_carries_the_mark
SELECT 'topic ' || t.slug || ' has the advisory, and nothing that is marked'
	FROM topic AS t WHERE advisory = 'graphic'
	AND NOT EXISTS (SELECT 1 FROM txt WHERE of = 'topic'
		AND record = t.id AND graphic)
	AND NOT EXISTS (SELECT 1 FROM figure AS f WHERE f.topic = t.id
		AND f.advisory = 'graphic')
	AND NOT EXISTS (SELECT 1 FROM event AS e WHERE e.topic = t.id
		AND e.advisory = 'graphic')
UNION ALL SELECT 'topic ' || t.slug || ' has marked passages, and no advisory'
	FROM topic AS t WHERE advisory = 'none'
	AND EXISTS (SELECT 1 FROM txt WHERE of = 'topic'
		AND record = t.id AND graphic)
UNION ALL SELECT t.slug || ': its advisory and its mark differ'
	FROM txt AS t LEFT JOIN figure AS f ON t.of = 'figure'
		AND f.id = t.record
	LEFT JOIN event AS e ON t.of = 'event' AND e.id = t.record
	WHERE t.kind = 'statement'
	AND (ifnull(f.advisory, e.advisory) = 'graphic') <> t.graphic;
--! an_advisory_without_a_mark_is_found: nothing that is marked
UPDATE topic SET advisory = 'graphic';
--! a_mark_without_an_advisory_is_found: and no advisory
UPDATE topic SET advisory = 'none';
--! a_graphic_figure_without_a_mark_is_found: its mark differ
UPDATE place SET graphic = 0;

--= harsh_words_stand_in_marked_passages_alone
-- Titles, headings, summaries and notes on disagreements cannot be folded,
-- and so have none; what a source is called is as it is.
SELECT slug || ': "' || find_harsh(text) || '" in a ' || kind
	|| ' without a mark: "' || substr(text, 1, 60) || '"' FROM txt
	WHERE of <> 'source' AND find_harsh(text) IS NOT NULL
	AND (NOT graphic OR kind IN ('title', 'heading', 'summary'));
--! a_harsh_passage_without_a_mark_is_found: in a paragraph without a mark
UPDATE place SET graphic = 0;
--! a_harsh_word_in_a_title_is_found: in a title without a mark
UPDATE place SET kind = 1 WHERE graphic;

--= every_disagreement_has_a_reason
-- Either computing finds it, or a note of the editors says why.
SELECT 'disagreement ' || d.id || ' (' || d.kind || ') of '
	|| ifnull((SELECT group_concat(m.kind || ':' || m.record, ', ')
		FROM disagreement_member AS m WHERE m.disagreement = d.id),
		'nothing')
	|| ' has neither a computed reason nor a note'
	FROM disagreement AS d WHERE NOT computed AND NOT EXISTS
		(SELECT 1 FROM txt WHERE id = d.note
		AND of = 'disagreement' AND record = d.id
		AND has_letter(text))
UNION ALL SELECT 'disagreement ' || d.id || ' is said to be computed, and its'
	|| ' figures agree' FROM disagreement AS d
	WHERE computed AND NOT EXISTS (SELECT 1 FROM apart
		JOIN disagreement_member AS a ON a.disagreement = d.id
			AND a.kind = 'figure' AND a.record = apart.a
		JOIN disagreement_member AS b ON b.disagreement = d.id
			AND b.kind = 'figure' AND b.record = apart.b)
UNION ALL SELECT 'disagreement ' || id || ' is apart, which is for computed ones'
	FROM disagreement WHERE kind = 'apart' AND NOT computed
UNION ALL SELECT 'disagreement ' || d.id || ' (' || d.kind || ') has '
	|| (SELECT count(*) FROM disagreement_member WHERE disagreement = d.id)
	|| ' members' FROM disagreement AS d
	WHERE (SELECT count(*) FROM disagreement_member
		WHERE disagreement = d.id) < iif(kind = 'slip', 1, 2);
--! a_disagreement_without_a_note_is_found: neither a computed reason
UPDATE disagreement SET note = NULL;
--! the_note_of_another_is_found: neither a computed reason
UPDATE disagreement SET note = 1;
--! figures_that_agree_are_found: its figures agree
UPDATE disagreement SET computed = 1;
--! a_disagreement_of_one_is_found: has 1 members
DELETE FROM disagreement_member WHERE number > 1;

--= figures_that_cannot_both_hold_disagree
SELECT 'figures ' || a.slug || ' and ' || b.slug
	|| ' cannot both hold, and no disagreement has them'
	FROM apart JOIN figure AS a ON a.id = apart.a
	JOIN figure AS b ON b.id = apart.b
	WHERE NOT EXISTS (SELECT 1 FROM disagreement_member AS x
		JOIN disagreement_member AS y USING (disagreement)
		WHERE x.kind = 'figure' AND x.record = apart.a
		AND y.kind = 'figure' AND y.record = apart.b);
--! a_disagreement_left_out_is_found: cannot both hold
DELETE FROM disagreement_member WHERE number = 2;

--= every_event_shows_where_its_date_is_from
-- From its own text, a passage that leads to it, the period of a figure that
-- it leads to, or the date of a source in its chains.
SELECT 'event ' || e.slug || ': nothing gives ' || e.date FROM event AS e
	WHERE NOT names_date((SELECT group_concat(text, ' ') FROM txt
		WHERE of = 'event' AND record = e.id), e.date)
	AND NOT EXISTS (SELECT 1 FROM link
		JOIN span AS l ON l.kind = 'link' AND l.target = link.id
		JOIN txt AS t ON t.id = l.passage
		WHERE link.to_kind = 'event' AND link.to_record = e.id
		AND names_date(t.text, e.date))
	AND NOT EXISTS (SELECT 1 FROM link
		JOIN figure AS f ON f.id = link.to_record
		WHERE link.to_kind = 'figure' AND link.from_kind = 'event'
		AND link.from_record = e.id AND f.period_from <= e.date_from
		AND f.period_to >= e.date_to)
	AND NOT EXISTS (SELECT 1 FROM txt AS t
		JOIN citation AS c ON c.passage = t.id
		JOIN step ON step.citation = c.id
		JOIN source_date AS d ON d.source = step.source
		WHERE t.of = 'event' AND t.record = e.id
		AND printf('%04d', d.year) || ifnull(printf('-%02d', d.month), '')
			|| ifnull(printf('-%02d', d.day), '') LIKE e.date || '%')
UNION ALL SELECT 'event ' || slug || ': ' || date || ' is not ' || date_from
	|| ' to ' || date_to FROM event
	WHERE date_from NOT BETWEEN 0 AND date_to OR date NOT LIKE '..%'
		AND CAST(substr(date, 1, 4) AS INTEGER) <> date_from / 10000;
--! a_year_that_nothing_gives_is_found: nothing gives 1871
UPDATE event SET date = '1871', date_from = 18710101, date_to = 18711231;
--! a_day_that_nothing_gives_is_found: nothing gives
UPDATE event SET date = (date_from / 10000) || '-02-29' WHERE precision = 'day';
--! a_date_that_is_not_its_days_is_found: is not
UPDATE event SET date_from = date_from + 10000, date_to = date_to + 10000;

--= every_link_leads_somewhere
SELECT from_kind || ' ' || from_record || ' links to ' || to_kind || ' '
	|| ifnull(to_record, 'nothing') || ', which is not there' FROM link
	WHERE iif(to_kind = 'url', url NOT LIKE 'http%://%.%',
		NOT EXISTS (SELECT 1 FROM txt WHERE of = link.to_kind
			AND record = link.to_record))
UNION ALL SELECT t.slug || ': a link of its text is not there'
	FROM span AS l JOIN txt AS t ON t.id = l.passage
	WHERE l.kind = 'link' AND NOT EXISTS (SELECT 1 FROM link
		WHERE id = l.target AND from_kind = t.of
		AND from_record = t.record)
UNION ALL SELECT t.slug || ': "' || t.text || '" has a mark that was not read'
	FROM txt AS t WHERE of <> 'source' AND kind <> 'code'
	AND (text LIKE '%](%' OR text LIKE '%[@%' OR text LIKE '%{editor%'
		OR text LIKE '%{graphic%')
UNION ALL SELECT 'disagreement ' || disagreement || ': its member ' || kind
	|| ' ' || record || ' is not there' FROM disagreement_member AS m
	WHERE NOT EXISTS (SELECT 1 FROM txt WHERE of = m.kind
		AND record = m.record)
UNION ALL SELECT kind || ' ' || slug || ' is of no topic'
	FROM (SELECT 'measure' AS kind, slug, topic FROM measure
		UNION ALL SELECT 'figure', slug, topic FROM figure
		UNION ALL SELECT 'event', slug, topic FROM event)
	WHERE NOT EXISTS (SELECT 1 FROM topic WHERE id = topic);
--! a_link_to_what_is_not_there_is_found: which is not there
UPDATE link SET to_record = to_record + 10000 WHERE to_kind = 'event';
--! a_link_of_another_text_is_found: a link of its text is not there
UPDATE link SET from_record = from_record + 1;
--! a_mark_in_the_text_is_found: was not read
UPDATE block SET data = CAST(replace(CAST(data AS TEXT), ' the ', '[@e] ')
	AS BLOB);
--! a_member_that_is_not_there_is_found: its member figure
UPDATE disagreement_member SET record = record + 10000;

--= every_locator_has_a_label
SELECT t.slug || ': "' || x.locator_value || '" in '
	|| ifnull(s.key, x.text) || ' has no label'
	FROM step AS x JOIN citation AS c ON c.id = x.citation
	JOIN txt AS t ON t.id = c.passage
	LEFT JOIN source AS s ON s.id = x.source
	WHERE x.locator_value IS NOT NULL
	AND (ifnull(x.locator_label, '') = '' OR x.locator_value = '');
--! a_locator_without_a_label_is_found: has no label
UPDATE step SET locator_label = '' WHERE locator_label = 'paragraph';

--= every_source_is_cited_or_named
SELECT 'source ' || key || ' is neither cited nor named' FROM source AS s
	WHERE NOT EXISTS (SELECT 1 FROM step WHERE source = s.id)
	AND NOT EXISTS (SELECT 1 FROM link WHERE to_kind = 'source'
		AND to_record = s.id)
	AND NOT EXISTS (SELECT 1 FROM source AS o
		WHERE o.copy_of = s.id OR o.institution = s.id);
--! a_source_that_nothing_names_is_found: is neither cited
UPDATE step SET source = NULL, text = 'x' WHERE number > 1;

--= documents_and_origins_count_as_defined
WITH touches AS (
	SELECT s.passage, s.at, s.documents, s.origins,
		count(DISTINCT o.document) AS d, count(DISTINCT o.origin) AS n
	FROM sentence AS s LEFT JOIN citation AS c ON c.passage = s.passage
		AND iif(c.len, c.at < s.at + s.len AND s.at < c.at + c.len,
			c.at BETWEEN s.at AND s.at + s.len)
	LEFT JOIN origin_of AS o ON o.citation = c.id
	GROUP BY s.passage, s.at),
whole AS (
	SELECT c.passage, count(DISTINCT o.document) AS d,
		count(DISTINCT o.origin) AS n
	FROM citation AS c JOIN origin_of AS o ON o.citation = c.id
	GROUP BY c.passage),
record AS (
	SELECT 'figure ' || slug AS slug, statement, documents, origins
		FROM figure
	UNION ALL SELECT 'event ' || slug, statement, documents, origins
		FROM event)
SELECT t.slug || ': "' || s.text || '" has ' || d || ' documents and ' || n
	|| ' origins, not ' || x.documents || ' and ' || x.origins
	FROM touches AS x JOIN txt AS t ON t.id = x.passage
	JOIN sent AS s ON s.passage = x.passage AND s.at = x.at
	WHERE d <> x.documents OR n <> x.origins
UNION ALL SELECT r.slug || ' has ' || ifnull(d, 0) || ' documents and '
	|| ifnull(n, 0) || ' origins, not ' || r.documents || ' and '
	|| r.origins FROM record AS r LEFT JOIN whole AS w
		ON w.passage = r.statement
	WHERE ifnull(d, 0) <> r.documents OR ifnull(n, 0) <> r.origins
UNION ALL SELECT 'origin ' || min(a.origin) || ' stands for ' || count(*)
	|| ' origins' FROM (SELECT DISTINCT c.origin AS stored, o.origin
		FROM citation AS c JOIN origin_of AS o ON o.citation = c.id)
		AS a GROUP BY stored HAVING count(*) > 1
UNION ALL SELECT 'origin ' || a.origin || ' is there ' || count(*) || ' times'
	FROM (SELECT DISTINCT c.origin AS stored, o.origin
		FROM citation AS c JOIN origin_of AS o ON o.citation = c.id)
		AS a GROUP BY a.origin HAVING count(*) > 1;
--! a_wrong_number_of_origins_is_found: origins, not
UPDATE sentence SET origins = origins + 1 WHERE origins > 1;
--! a_wrong_number_of_documents_is_found: documents and
UPDATE figure SET documents = documents + 1 WHERE id = 1;
--! a_copy_counted_for_itself_is_found: origins, not
UPDATE source SET copy_of = NULL;
--! an_institution_counted_twice_is_found: is there
UPDATE citation SET origin = (SELECT max(id) FROM origin) + id % 2
	WHERE origin = (SELECT origin FROM citation GROUP BY origin
		ORDER BY count(*) DESC LIMIT 1);
--! two_origins_taken_for_one_are_found: stands for
UPDATE citation SET origin = 1;

--= no_run_of_eight_words_stands_in_two_topics
-- The names of topics and sources are as they are.
WITH RECURSIVE prose (id, record, slug, words) AS MATERIALIZED (
	SELECT id, record, slug, words(text) FROM txt WHERE of = 'topic'
	AND kind NOT IN ('title', 'heading')),
run (id, record, slug, words, i, run) AS (
	SELECT id, record, slug, words, 0, run(words, 0, 8) FROM prose
	UNION ALL SELECT id, record, slug, words, i + 1, run(words, i + 1, 8)
		FROM run WHERE run IS NOT NULL),
twice (run, a, b) AS MATERIALIZED (
	SELECT run, min(slug), max(slug) FROM run WHERE run IS NOT NULL
	GROUP BY run HAVING min(record) <> max(record)),
name (words) AS MATERIALIZED (
	SELECT words(title) FROM topic
	UNION SELECT words(title) FROM source
	UNION SELECT words(text) FROM txt WHERE of = 'source')
SELECT a || ' and ' || b || ': "' || trim(min(run)) || '"' FROM twice
	WHERE NOT EXISTS (SELECT 1 FROM name WHERE instr(name.words, run))
	GROUP BY a, b;
--! a_sentence_in_two_topics_is_found: and topic:
UPDATE place SET block = (SELECT block FROM place WHERE passage = o.passage),
	at = o.at, len = o.len
	FROM (SELECT passage, at, len FROM place WHERE kind = 4 AND len > 80
		ORDER BY passage LIMIT 1) AS o
	WHERE place.passage = (SELECT max(passage) FROM place WHERE kind = 4);

--= every_period_is_a_date_of_iso_8601
SELECT 'figure ' || slug || ': "' || period || '" is no period'
	FROM figure WHERE period <> '' AND NOT is_iso_date(period)
UNION ALL SELECT 'figure ' || slug || ': "' || as_of || '" is no date'
	FROM figure WHERE as_of <> '' AND NOT is_iso_date(as_of)
UNION ALL SELECT 'event ' || slug || ': "' || date || '" is no date'
	FROM event WHERE NOT is_iso_date(date)
UNION ALL SELECT 'figure ' || slug || ': its period is not that of its days'
	FROM figure WHERE (period = '') <> (period_from IS NULL)
	OR (period GLOB '[0-9]*' AND period_from / 10000
		<> CAST(substr(period, 1, 4) AS INTEGER));
--! a_period_in_words_is_found: is no period
UPDATE figure SET period = 'about 2015' WHERE period <> '';
--! a_month_that_is_not_is_found: is no date
UPDATE figure SET as_of = '2015-13' WHERE as_of <> '';
--! a_date_of_another_form_is_found: is no date
UPDATE event SET date = '22.12.2017';
--! a_period_of_other_days_is_found: is not that of its days
UPDATE figure SET period_from = period_from + 10000;
