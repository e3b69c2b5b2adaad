/* SPDX-License-Identifier: ISC */
#include "verify.h"

/*
 * What foreign keys and CHECK clauses would say, which the file does without
 * (see db/collection.sql): each statement finds the rows that break a rule.
 */

/* Row `column` of t is there in `to` under `key`, or is NULL. */
#define REFERENCE(table, id, column, to, key)                                 \
	"SELECT '" table " ' || t." id " || ': its " column " ' || t." column \
	" || ' is not there' FROM " table                                     \
	" AS t /*scan*/"                                                      \
	" WHERE t." column                                                    \
	" IS NOT NULL AND NOT EXISTS"                                         \
	" (SELECT 1 FROM " to " AS o WHERE o." key " = t." column ")"

/* The same where another column says of which kind the row is. */
#define REFERENCE_OF(table, id, kind_column, kind, column, to)        \
	"SELECT '" table " ' || t." id " || ': " to " ' || t." column \
	" || ' is not there' FROM " table                             \
	" AS t /*scan*/"                                              \
	" WHERE t." kind_column " = " kind                            \
	" AND NOT EXISTS"                                             \
	" (SELECT 1 FROM " to " AS o WHERE o.id = t." column ")"

#define REFERENCES_OF(table, id, kind_column, column)                         \
	REFERENCE_OF(table, id, kind_column, "'topic'", column, "topic"),     \
	    REFERENCE_OF(table, id, kind_column, "'figure'", column,          \
		"figure"),                                                    \
	    REFERENCE_OF(table, id, kind_column, "'source'", column,          \
		"source"),                                                    \
	    REFERENCE_OF(table, id, kind_column, "'event'", column, "event"), \
	    REFERENCE_OF(table, id, kind_column, "'measure'", column,         \
		"measure")

#define DENSE(table, id)                                      \
	"SELECT '" table                                      \
	": its numbers are not 1 to ' || n FROM"              \
	" (SELECT count(*) AS n, min(" id ") AS low, max(" id \
	") AS high"                                           \
	" FROM " table " /*scan*/) WHERE n > 0 AND (low <> 1 OR high <> n)"

/* Rows of a number of things count them from 1 without a gap. */
#define NUMBERED(table, owner)                                        \
	"SELECT '" table " of ' || t." owner                          \
	" || ': number ' || t.number"                                 \
	" || ' is out of order' FROM " table                          \
	" AS t /*scan*/"                                              \
	" WHERE t.number < 1 OR (t.number > 1 AND NOT EXISTS"         \
	" (SELECT 1 FROM " table " AS o WHERE o." owner " = t." owner \
	" AND o.number = t.number - 1))"

#define WORD(table, id, column, words)                                      \
	"SELECT '" table " ' || t." id " || ': " column " \"' || t." column \
	" || '\" is not known' FROM " table                                 \
	" AS t /*scan*/"                                                    \
	" WHERE t." column " NOT IN (" words ")"

/* What the collection says that it has of them is what is there. */
#define COUNTED(what, table)                          \
	"SELECT 'collection: count." what             \
	" is not ' || n FROM"                         \
	" (SELECT count(*) AS n FROM " table          \
	" /*scan*/)"                                  \
	" WHERE NOT EXISTS (SELECT 1 FROM collection" \
	" WHERE key = 'count." what "' AND value = CAST(n AS TEXT))"

#define KINDS "'topic', 'figure', 'source', 'event', 'measure', 'disagreement'"

const char *const verify_rules[] = { REFERENCE("topic", "id", "parent", "topic",
					 "id"),
	REFERENCE("place", "passage", "block", "block", "id"),
	REFERENCE("folded_block", "block", "block", "block", "id"),
	REFERENCE("folded", "passage", "passage", "place", "passage"),
	REFERENCE("sentence", "passage", "passage", "place", "passage"),
	REFERENCE("span", "passage", "passage", "place", "passage"),
	REFERENCE("measure", "slug", "topic", "topic", "id"),
	REFERENCE("measure", "slug", "first_passage", "place", "passage"),
	REFERENCE("figure", "slug", "measure", "measure", "id"),
	REFERENCE("figure", "slug", "topic", "topic", "id"),
	REFERENCE("figure", "slug", "statement", "place", "passage"),
	REFERENCE("figure", "slug", "note", "place", "passage"),
	REFERENCE("figure", "slug", "document", "source", "id"),
	REFERENCE("event", "slug", "topic", "topic", "id"),
	REFERENCE("event", "slug", "first_passage", "place", "passage"),
	REFERENCE("event", "slug", "statement", "place", "passage"),
	REFERENCE("event", "slug", "note", "place", "passage"),
	REFERENCE("source", "key", "copy_of", "source", "id"),
	REFERENCE("source", "key", "institution", "source", "id"),
	REFERENCE("source_variable", "source", "source", "source", "id"),
	REFERENCE("source_name", "source", "source", "source", "id"),
	REFERENCE("source_date", "source", "source", "source", "id"),
	REFERENCE("citation", "id", "passage", "place", "passage"),
	REFERENCE("citation", "id", "document", "source", "id"),
	REFERENCE("citation", "id", "origin", "origin", "id"),
	REFERENCE("step", "citation", "citation", "citation", "id"),
	REFERENCE("step", "citation", "source", "source", "id"),
	REFERENCE("origin", "id", "source", "source", "id"),
	REFERENCE("origin", "id", "document", "source", "id"),
	REFERENCE("disagreement", "id", "measure", "measure", "id"),
	REFERENCE("disagreement", "id", "note", "place", "passage"),
	REFERENCE("disagreement_member", "disagreement", "disagreement",
	    "disagreement", "id"),

	REFERENCES_OF("link", "id", "from_kind", "from_record"),
	REFERENCES_OF("link", "id", "to_kind", "to_record"),
	REFERENCES_OF("disagreement_member", "disagreement", "kind", "record"),
	REFERENCE_OF("link", "id", "from_kind", "'disagreement'", "from_record",
	    "disagreement"),
	REFERENCE_OF("place", "passage", "record_kind", "1", "record", "topic"),
	REFERENCE_OF("place", "passage", "record_kind", "2", "record",
	    "figure"),
	REFERENCE_OF("place", "passage", "record_kind", "3", "record",
	    "source"),
	REFERENCE_OF("place", "passage", "record_kind", "4", "record", "event"),
	REFERENCE_OF("place", "passage", "record_kind", "5", "record",
	    "measure"),
	REFERENCE_OF("place", "passage", "record_kind", "6", "record",
	    "disagreement"),
	"SELECT 'span of passage ' || t.passage || ': link ' || t.target"
	" || ' is not there' FROM span AS t /*scan*/"
	" WHERE t.kind = 'link' AND NOT EXISTS"
	" (SELECT 1 FROM link AS o WHERE o.id = t.target)",
	"SELECT 'span of passage ' || t.passage || ': citation ' || t.target"
	" || ' does not stand there' FROM span AS t /*scan*/"
	" WHERE t.kind = 'citation' AND NOT EXISTS (SELECT 1 FROM"
	" citation AS o WHERE o.id = t.target AND o.passage = t.passage)",

	DENSE("topic", "id"), DENSE("block", "id"), DENSE("place", "passage"),
	DENSE("link", "id"), DENSE("measure", "id"), DENSE("figure", "id"),
	DENSE("event", "id"), DENSE("source", "id"), DENSE("citation", "id"),
	DENSE("origin", "id"), DENSE("disagreement", "id"),
	NUMBERED("span", "passage"), NUMBERED("step", "citation"),
	NUMBERED("disagreement_member", "disagreement"),

	COUNTED("topics", "topic"), COUNTED("figures", "figure"),
	COUNTED("measures", "measure"), COUNTED("sources", "source"),
	COUNTED("events", "event"), COUNTED("disagreements", "disagreement"),
	COUNTED("passages", "place"), COUNTED("citations", "citation"),

	WORD("topic", "slug", "advisory", "'none', 'graphic'"),
	WORD("figure", "slug", "advisory", "'none', 'graphic'"),
	WORD("event", "slug", "advisory", "'none', 'graphic'"),
	WORD("span", "passage", "kind",
	    "'emphasis', 'strong', 'code', 'link', 'citation'"),
	WORD("link", "id", "from_kind", KINDS),
	WORD("link", "id", "to_kind", KINDS ", 'url'"),
	WORD("disagreement_member", "disagreement", "kind", KINDS),
	WORD("step", "citation", "role",
	    "'stated-in', 'credited-to', 'identified-as', 'spoken-by'"),
	WORD("step", "citation", "seen", "'yes', 'part', 'no'"),
	WORD("place", "passage", "record_kind", "1, 2, 3, 4, 5, 6"),

	"SELECT 'passage ' || p.passage || ' begins no run' FROM place AS p"
	" WHERE p.passage = 1 AND NOT EXISTS"
	" (SELECT 1 FROM run WHERE first_passage = 1)",
	"SELECT 'run of passage ' || r.first_passage ||"
	" ': not all of its passages are of its record'"
	" FROM run AS r /*scan*/ WHERE r.last_passage - r.first_passage + 1 <>"
	" (SELECT count(*) FROM place AS p"
	" WHERE p.passage BETWEEN r.first_passage AND r.last_passage"
	" AND p.record_kind = r.record_kind AND p.record = r.record)",
	"SELECT 'run of passage ' || r.first_passage ||"
	" ' does not end before the next one' FROM run AS r /*scan*/"
	" LEFT JOIN run AS n ON n.first_passage = r.last_passage + 1"
	" WHERE (n.first_passage IS NULL"
	" AND r.last_passage <> (SELECT max(passage) FROM place))"
	" OR (n.record_kind = r.record_kind AND n.record = r.record)",
	"SELECT 'topic ' || r.record || ' does not stand behind the one before'"
	" FROM run AS r /*scan*/ WHERE r.record_kind = 1 AND r.record > 1"
	" AND NOT EXISTS (SELECT 1 FROM place AS p"
	" WHERE p.passage = r.first_passage - 1"
	" AND p.record_kind = 1 AND p.record = r.record - 1)",
	"SELECT 'topic ' || t.slug || ': its title is not before its text'"
	" FROM topic AS t /*scan*/ WHERE NOT EXISTS (SELECT 1 FROM place AS p"
	" WHERE p.passage = t.first_passage - 1"
	" AND p.record_kind = 1 AND p.record = t.id)",
	"SELECT 'topic ' || t.slug || ' is out of the tree'"
	" FROM topic AS t /*scan*/ LEFT JOIN topic AS p"
	" ON p.id = t.parent WHERE t.depth <> ifnull(p.depth + 1, 0)"
	" OR t.id <= ifnull(p.id, 0) OR t.last > ifnull(p.last, t.last)"
	" OR t.last <> ifnull((SELECT max(c.last) FROM topic AS c"
	" WHERE c.parent = t.id), t.id)",
	"SELECT 'link ' || id || ' leads nowhere' FROM link /*scan*/"
	" WHERE (to_kind = 'url') <> (to_record IS NULL)"
	" OR (to_kind = 'url') <> (url IS NOT NULL)",
	"SELECT 'citation ' || c.id || ' does not begin with its document'"
	" FROM citation AS c /*scan*/ WHERE NOT EXISTS (SELECT 1"
	" FROM step AS s WHERE s.citation = c.id AND s.number = 1"
	" AND s.source = c.document AND s.role = 'stated-in')",
	"SELECT 'step ' || number || ' of citation ' || citation"
	" || ' names nothing, or two things' FROM step /*scan*/"
	" WHERE (source IS NULL) = (text IS NULL)",
	"SELECT 'sentence at ' || s.at || ' of passage ' || s.passage"
	" || ': its documents are not ' || s.documents"
	" || ', or its origins not ' || s.origins FROM sentence AS s"
	" /*scan*/ WHERE (s.documents, s.origins) <>"
	" (SELECT count(DISTINCT c.document), count(DISTINCT c.origin)"
	" FROM citation AS c WHERE c.passage = s.passage"
	" AND iif(c.len, c.at < s.at + s.len AND s.at < c.at + c.len,"
	" c.at BETWEEN s.at AND s.at + s.len))",
	"SELECT 'source ' || s.key || ': copies and institutions run"
	" in a circle' FROM source AS s /*scan*/"
	" WHERE ifnull(s.copy_of, s.institution) IS NOT NULL"
	" AND (WITH RECURSIVE way (id, n) AS (SELECT s.id, 0"
	" UNION ALL SELECT ifnull(o.copy_of, o.institution), n + 1"
	" FROM way JOIN source AS o ON o.id = way.id"
	" WHERE n < 1000 AND ifnull(o.copy_of, o.institution) IS NOT NULL)"
	" SELECT max(n) FROM way) >= 1000",
	"SELECT 'origin ' || id || ' names nothing, or two things'"
	" FROM origin /*scan*/ WHERE (source IS NULL) = (text IS NULL)"
	" OR (document IS NULL) <> (text IS NULL)",
	"SELECT 'figure ' || slug || ': low is more than high'"
	" FROM figure /*scan*/ WHERE low > high",
	"SELECT 'event ' || slug || ' ends before it begins'"
	" FROM event /*scan*/ WHERE date_from > date_to",
	"SELECT 'event ' || e.slug || ' is out of order' FROM event AS e"
	" /*scan*/ JOIN event AS b ON b.id = e.id - 1"
	" WHERE b.date_from > e.date_from",

	"SELECT 'measure ' || slug || ': its figures are not '"
	" || figures FROM measure AS m /*scan*/ WHERE figures <>"
	" (SELECT count(*) FROM figure AS f WHERE f.measure = m.id)",
	"SELECT 'measure ' || slug || ': it is not ' || disagreeing"
	" || ' of its figures that disagree'"
	" FROM measure AS m /*scan*/ WHERE disagreeing <>"
	" (SELECT count(*) FROM figure AS f"
	" WHERE f.measure = m.id AND f.disputed)",
	"SELECT 'figure ' || f.slug || ': its first document is not '"
	" || ifnull(f.document, 'none')"
	" FROM figure AS f /*scan*/ WHERE f.document IS NOT"
	" (SELECT c.document FROM citation AS c"
	" WHERE c.passage = f.statement ORDER BY c.id LIMIT 1)",
	"SELECT 'figure ' || f.slug || iif(f.disputed,"
	" ': no figure disagrees with it', ': a figure disagrees with it')"
	" FROM figure AS f /*scan*/ WHERE f.disputed <> EXISTS"
	" (SELECT 1 FROM disagreement_member AS a"
	" CROSS JOIN disagreement AS d ON d.id = a.disagreement"
	" CROSS JOIN disagreement_member AS b"
	" ON b.disagreement = a.disagreement"
	" WHERE a.kind = 'figure' AND a.record = f.id"
	" AND b.kind = 'figure' AND b.record <> a.record"
	" AND d.kind <> 'one-origin')",
	"SELECT 'source ' || key || ': it is not cited by '"
	" || cited_by FROM source AS s /*scan*/ WHERE cited_by <>"
	" (SELECT count(DISTINCT citation) FROM step AS t"
	" WHERE t.source = s.id)",
	"SELECT 'source ' || s.key || ': it is not the origin of '"
	" || s.origin_of FROM source AS s /*scan*/ LEFT JOIN"
	" (SELECT o.source AS source, count(*) AS n"
	" FROM citation AS c /*scan*/ JOIN origin AS o"
	" ON o.id = c.origin WHERE o.source IS NOT NULL"
	" GROUP BY o.source) AS g ON g.source = s.id"
	" WHERE s.origin_of <> ifnull(g.n, 0)",
	NULL };
