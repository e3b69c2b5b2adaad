/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/json_check.h"
#include "cite/bibliography.h"

/* The name of a format, and an item in it. */
static char *
write_item(const char *format, const struct csl_item *item, const char *csl)
{
	const struct bibliography_format *f = bibliography_find_format(format);
	struct str out;

	assert_non_null(f);
	str_init(&out, 0);
	bibliography_add(&out, f, item, csl);
	return str_take(&out);
}

static void
expect_line(const char *format, const struct csl_item *item, const char *line)
{
	char *text = write_item(format, item, NULL);
	bool is_absent = *line == '!';

	if ((strstr(text, line + is_absent) == NULL) != is_absent)
		fail_msg("%s: expected\n%s\nin\n%s", format, line, text);
	free(text);
}

/* A row: what one text of an item becomes; "!" before it: it is not there. */
static void
texts_become_fields(void **state)
{
	static const struct {
		const char *format;
		enum csl_type type;
		enum csl_variable variable;
		const char *text;
		const char *line;
	} rows[] = {
		/* Capitals, but for the first one. */
		{ "bibtex", CSL_TYPE_BOOK, CSL_TITLE, "North Korea today",
		    "  title = {North {Korea} today}" },
		{ "bibtex", CSL_TYPE_BOOK, CSL_TITLE, "NATO and iPhones",
		    "  title = {{NATO} and {iPhones}}" },
		{ "bibtex", CSL_TYPE_BOOK, CSL_TITLE, "\u201cOld\u201d: Life",
		    "  title = {\u201c{Old}\u201d: {Life}}" },
		{ "bibtex", CSL_TYPE_BOOK, CSL_TITLE, "the Sino-Korean, (UN)",
		    "  title = {the {Sino-Korean}, ({UN})}" },
		{ "bibtex", CSL_TYPE_BOOK, CSL_TITLE, "\u00c9tude \u00c0 deux",
		    "  title = {\u00c9tude {\u00c0} deux}" },
		{ "bibtex", CSL_TYPE_BOOK, CSL_TITLE_SHORT, "Real Korea",
		    "  shorttitle = {Real {Korea}}" },
		{ "bibtex", CSL_TYPE_CHAPTER, CSL_CONTAINER_TITLE, "In Korea",
		    "  booktitle = {In {Korea}}" },
		{ "bibtex", CSL_TYPE_BOOK, CSL_COLLECTION_TITLE, "On Korea",
		    "  series = {On {Korea}}" },
		/* What is special, in one pass. */
		{ "bibtex", CSL_TYPE_BOOK, CSL_TITLE, "#$%&_~^\\",
		    "{\\#\\$\\%\\&\\_\\textasciitilde{}\\textasciicircum{}"
		    "\\textbackslash{}}" },
		{ "bibtex", CSL_TYPE_BOOK, CSL_TITLE, "a {b} c",
		    "{a \\{b\\} c}" },
		{ "bibtex", CSL_TYPE_BOOK, CSL_TITLE, "a } { b",
		    "{a \\textbraceright{} \\textbraceleft{} b}" },
		/* Markup. */
		{ "bibtex", CSL_TYPE_BOOK, CSL_TITLE, "<i>Oryza sativa</i> L",
		    "{\\emph{{Oryza} sativa} {L}}" },
		{ "bibtex", CSL_TYPE_BOOK, CSL_TITLE,
		    "a<sup>1</sup><sub>2</sub> <b>c</b> <sc>d</sc>",
		    "{a\\textsuperscript{1}\\textsubscript{2} \\textbf{c} "
		    "\\textsc{d}}" },
		{ "bibtex", CSL_TYPE_BOOK, CSL_TITLE,
		    "in <span class=\"nocase\">Korea today</span>",
		    "{in {Korea today}}" },
		/* {\... would be a special character, whose case changes. */
		{ "bibtex", CSL_TYPE_BOOK, CSL_TITLE,
		    "x <span class=\"nocase\">#Too</span> #Too",
		    "{x {{\\#Too}} \\#{Too}}" },
		{ "bibtex", CSL_TYPE_BOOK, CSL_TITLE, "a < b, <i>c",
		    "{a < b, <i>c}" },
		{ "ris", CSL_TYPE_BOOK, CSL_TITLE,
		    "<i>Oryza</i> <span class=\"nocase\">X</span> {y}_",
		    "TI  - Oryza X {y}_\n" },
		/* Other scripts stay as they are. */
		{ "bibtex", CSL_TYPE_BOOK, CSL_TITLE, "나는 역사의",
		    "  title = {나는 역사의}" },
		{ "ris", CSL_TYPE_BOOK, CSL_TITLE, "나는 역사의",
		    "TI  - 나는 역사의\n" },
		/* What is never escaped. */
		{ "bibtex", CSL_TYPE_BOOK, CSL_URL,
		    "https://e.org/a_b%20c?x=1&y#z~{k}",
		    "  url = {https://e.org/a_b%20c?x=1&y#z~{k}}" },
		{ "bibtex", CSL_TYPE_BOOK, CSL_URL, "https://e.org/{a b\\c",
		    "  url = {https://e.org/%7Ba%20b%5Cc}" },
		{ "biblatex", CSL_TYPE_BOOK, CSL_DOI,
		    "10.1002/(SICI)1097-4571(1998)49:8<693::AID>3.0.CO;2-O",
		    "  doi = {10.1002/(SICI)1097-4571(1998)49:8<693::AID>"
		    "3.0.CO;2-O}" },
		{ "ris", CSL_TYPE_BOOK, CSL_DOI, "10.1002/a_b",
		    "DO  - 10.1002/a_b\n" },
		/* A list of two would be made of that. */
		{ "biblatex", CSL_TYPE_BOOK, CSL_PUBLISHER, "Marks and Spencer",
		    "  publisher = {{Marks and Spencer}}" },
		{ "bibtex", CSL_TYPE_BOOK, CSL_PUBLISHER, "Anderson & Sons",
		    "  publisher = {Anderson \\& Sons}" },
		/* The publisher of a work is called by its kind. */
		{ "bibtex", CSL_TYPE_REPORT, CSL_PUBLISHER, "UN",
		    "  institution = {UN}" },
		{ "biblatex", CSL_TYPE_REPORT, CSL_PUBLISHER, "UN",
		    "  institution = {UN}" },
		{ "bibtex", CSL_TYPE_THESIS, CSL_PUBLISHER, "Ohio",
		    "  school = {Ohio}" },
		{ "biblatex", CSL_TYPE_THESIS, CSL_PUBLISHER, "Ohio",
		    "  institution = {Ohio}" },
		{ "bibtex", CSL_TYPE_THESIS, CSL_GENRE, "MA thesis",
		    "@mastersthesis{" },
		{ "bibtex", CSL_TYPE_THESIS, CSL_GENRE, "PhD dissertation",
		    "@phdthesis{" },
		{ "biblatex", CSL_TYPE_THESIS, CSL_GENRE, "MA thesis",
		    "  type = {MA thesis}" },
		{ "bibtex", CSL_TYPE_WEBPAGE, CSL_CONTAINER_TITLE, "38 North",
		    "  howpublished = {38 {North}}" },
		/* Numbers. */
		{ "bibtex", CSL_TYPE_REPORT, CSL_NUMBER, "A/HRC/25/63",
		    "  number = {A/HRC/25/63}" },
		{ "ris", CSL_TYPE_REPORT, CSL_NUMBER, "A/HRC/25/63",
		    "M1  - A/HRC/25/63\n" },
		{ "bibtex", CSL_TYPE_ARTICLE_JOURNAL, CSL_ISSUE, "4",
		    "  number = {4}" },
		{ "ris", CSL_TYPE_ARTICLE_JOURNAL, CSL_ISSUE, "4",
		    "IS  - 4\n" },
		{ "biblatex", CSL_TYPE_ARTICLE_JOURNAL, CSL_NUMBER, "e123",
		    "  eid = {e123}" },
		{ "bibtex", CSL_TYPE_ARTICLE_JOURNAL, CSL_NUMBER, "e123",
		    "  pages = {e123}" },
		{ "bibtex", CSL_TYPE_BOOK, CSL_COLLECTION_NUMBER, "7",
		    "  number = {7}" },
		/* Styles print no number of a @misc. */
		{ "bibtex", CSL_TYPE_LEGISLATION, CSL_NUMBER, "114-122",
		    "  note = {114-122}" },
		{ "bibtex", CSL_TYPE_BOOK, CSL_EDITION, "2",
		    "  edition = {2nd}" },
		{ "bibtex", CSL_TYPE_BOOK, CSL_EDITION, "12",
		    "  edition = {12th}" },
		{ "bibtex", CSL_TYPE_BOOK, CSL_EDITION, "Rev.",
		    "  edition = {Rev.}" },
		{ "biblatex", CSL_TYPE_BOOK, CSL_EDITION, "2",
		    "  edition = {2}" },
		/* Pages. */
		{ "bibtex", CSL_TYPE_CHAPTER, CSL_PAGE, "3-18",
		    "  pages = {3--18}" },
		{ "bibtex", CSL_TYPE_CHAPTER, CSL_PAGE, "S1-2\u2013S1-9",
		    "  pages = {S1-2--S1-9}" },
		{ "bibtex", CSL_TYPE_CHAPTER, CSL_PAGE, "5-9, 12",
		    "  pages = {5-9, 12}" },
		{ "bibtex", CSL_TYPE_ARTICLE_JOURNAL, CSL_PAGE, "111680",
		    "  pages = {111680}" },
		{ "ris", CSL_TYPE_CHAPTER, CSL_PAGE, "3\u201318",
		    "SP  - 3\nEP  - 18\n" },
		{ "ris", CSL_TYPE_CHAPTER, CSL_PAGE, "5-9, 12",
		    "SP  - 5-9, 12\n" },
		{ "ris", CSL_TYPE_ARTICLE_NEWSPAPER, CSL_PAGE, "A1", "!EP" },
		/* Languages. */
		{ "biblatex", CSL_TYPE_BOOK, CSL_LANGUAGE, "en-GB",
		    "  langid = {british}" },
		{ "biblatex", CSL_TYPE_BOOK, CSL_LANGUAGE, "ko",
		    "  langid = {korean}" },
		{ "biblatex", CSL_TYPE_BOOK, CSL_LANGUAGE, "qaa", "!langid" },
		{ "bibtex", CSL_TYPE_BOOK, CSL_LANGUAGE, "de-DE",
		    "  language = {ngerman}" },
		{ "ris", CSL_TYPE_BOOK, CSL_LANGUAGE, "ko", "LA  - ko\n" },
		{ "ris", CSL_TYPE_BOOK, CSL_ISBN, "978-0-19-996429-1",
		    "SN  - 978-0-19-996429-1\n" },
		/* One line a value, whatever the text. */
		{ "ris", CSL_TYPE_BOOK, CSL_ABSTRACT, " a\r\nER  - \n\u2028b ",
		    "AB  - a ER - b\n" },
		{ "ris", CSL_TYPE_BOOK, CSL_KEYWORD, "one, two;three,,",
		    "KW  - one\nKW  - two\nKW  - three\nER" },
		{ "bibtex", CSL_TYPE_BOOK, CSL_ABSTRACT, "a\n\tb",
		    "  abstract = {a b}" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct csl_item item = { .id = "a", .type = rows[i].type };

		item.texts[rows[i].variable] = rows[i].text;
		expect_line(rows[i].format, &item, rows[i].line);
	}
}

static void
names_become_names(void **state)
{
	static const struct {
		const char *format;
		struct csl_name name;
		const char *line;
	} rows[] = {
		{ "bibtex", { .literal = "UN Human Rights Council" },
		    "{{UN Human Rights Council}}" },
		{ "ris", { .literal = "UN Human Rights Council" },
		    "AU  - UN Human Rights Council,\n" },
		{ "bibtex", { .literal = "State, Office to Monitor and Act" },
		    "{{State, Office to Monitor and Act}}" },
		{ "ris", { .literal = "State, Office to Monitor" },
		    "AU  - State, Office to Monitor\n" },
		{ "bibtex", { .family = "Lee", .given = "Yong Suk" },
		    "{Lee, Yong Suk}" },
		{ "bibtex",
		    { .family = "Nye", .given = "Joseph S.", .suffix = "Jr." },
		    "{Nye, Jr., Joseph S.}" },
		{ "ris",
		    { .family = "Nye", .given = "Joseph S.", .suffix = "Jr." },
		    "AU  - Nye, Joseph S., Jr.\n" },
		{ "bibtex",
		    { .family = "Veen",
			.given = "Johanna",
			.non_dropping_particle = "van der" },
		    "{van der Veen, Johanna}" },
		{ "ris",
		    { .family = "Gaulle",
			.given = "Charles",
			.dropping_particle = "de" },
		    "AU  - de Gaulle, Charles\n" },
		{ "bibtex",
		    { .family = "Alembert",
			.given = "Jean",
			.dropping_particle = "d'" },
		    "{d'Alembert, Jean}" },
		{ "bibtex", { .family = "de Souza", .given = "Ana" },
		    "{{de Souza}, Ana}" },
		{ "bibtex", { .family = "hooks", .given = "bell" },
		    "{hooks, bell}" },
		{ "bibtex", { .family = "Smith, Jones", .given = "A." },
		    "{{Smith, Jones}, A.}" },
		{ "bibtex", { .family = "Rand and Co", .given = "A." },
		    "{{Rand and Co}, A.}" },
		{ "bibtex", { .family = "Plato" }, "{Plato}" },
		{ "bibtex", { .given = "Kim", .family = "Il Sung" },
		    "{Il Sung, Kim}" },
		{ "bibtex", { .family = "Il Sung" }, "{{Il Sung}}" },
		{ "ris", { .family = "Il Sung" }, "AU  - Il Sung,\n" },
		{ "bibtex", { .family = "황", .given = "장엽" }, "{황, 장엽}" },
		{ "bibtex", { .family = "R&D_X", .given = "A" },
		    "{R\\&D\\_X, A}" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct csl_item item = { .id = "a", .type = CSL_TYPE_BOOK };
		struct csl_names *authors =
		    &item.names[CSL_AUTHOR - CSL_TEXT_COUNT];

		*authors = (struct csl_names){ &rows[i].name, 1 };
		expect_line(rows[i].format, &item, rows[i].line);
	}
}

static void
who_made_a_work_without_an_author_stands_for_one(void **state)
{
	static const struct {
		const char *format;
		enum csl_variable variable;
		const char *line;
	} rows[] = {
		{ "bibtex", CSL_DIRECTOR, "  author = {Ek, Ada}" },
		{ "ris", CSL_DIRECTOR, "AU  - Ek, Ada\n" },
		{ "bibtex", CSL_EDITOR, "  editor = {Ek, Ada}" },
		{ "ris", CSL_EDITOR, "ED  - Ek, Ada\n" },
		{ "ris", CSL_TRANSLATOR, "A4  - Ek, Ada\n" },
		{ "biblatex", CSL_TRANSLATOR, "  translator = {Ek, Ada}" },
		{ "biblatex", CSL_COMPILER,
		    "  editora = {Ek, Ada},\n  editoratype = {compiler}" },
		{ "bibtex", CSL_INTERVIEWER, "  note = {Interviewer: Ada Ek}" },
		{ "ris", CSL_SCRIPT_WRITER, "AU  - Ek, Ada\n" },
		{ "ris", CSL_RECIPIENT, "N1  - Recipient: Ada Ek\n" },
	};
	static const struct csl_name name = { .family = "Ek", .given = "Ada" };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct csl_item item = { .id = "a", .type = CSL_TYPE_BOOK };

		item.names[rows[i].variable - CSL_TEXT_COUNT] =
		    (struct csl_names){ &name, 1 };
		expect_line(rows[i].format, &item, rows[i].line);
	}
}

static void
dates_become_dates(void **state)
{
	static const struct {
		const char *format;
		struct csl_date date;
		const char *line;
	} rows[] = {
		{ "bibtex", { .from = { 2014, 2, 7 } },
		    "  year = {2014},\n  month = feb,\n  day = {7}\n" },
		{ "biblatex", { .from = { 2014, 2, 7 } },
		    "  date = {2014-02-07}\n" },
		{ "ris", { .from = { 2014, 2, 7 } },
		    "PY  - 2014\nDA  - 2014/02/07/\n" },
		{ "ris", { .from = { 2014, 0, 0 } }, "!DA" },
		{ "ris", { .from = { 2014, 6, 0 } }, "DA  - 2014/06//\n" },
		{ "biblatex", { .from = { 2011, 11, 0 }, .to = { 2012, 1, 0 } },
		    "  date = {2011-11/2012-01}" },
		{ "bibtex", { .from = { 2011, 11, 0 }, .to = { 2012, 1, 0 } },
		    "  year = {2011--2012},\n  date = {2011-11/2012-01}" },
		{ "bibtex", { .from = { 2010, 3, 4 }, .to = { 2010, 4, 6 } },
		    "  month = mar # \"--\" # apr" },
		{ "ris", { .from = { 2011, 11, 0 }, .to = { 2012, 1, 0 } },
		    "DA  - 2011/11//to 2012-01\n" },
		{ "biblatex", { .from = { 2011, 0, 0 }, .is_open = true },
		    "  date = {2011/}" },
		{ "biblatex", { .from = { 2011, 0, 0 }, .season = 1 },
		    "  date = {2011-21}" },
		{ "ris", { .from = { 2011, 0, 0 }, .season = 3 },
		    "DA  - 2011///Autumn\n" },
		{ "biblatex", { .from = { 1450, 0, 0 }, .is_circa = true },
		    "  date = {1450~}" },
		{ "biblatex", { .from = { -380, 0, 0 } }, "  date = {-0379}" },
		{ "biblatex", { .from = { -1, 0, 0 } }, "  date = {0000}" },
		{ "biblatex", { .from = { 800, 0, 0 } }, "  date = {0800}" },
		{ "bibtex", { .from = { -380, 0, 0 } }, "  year = {380 BC}" },
		{ "bibtex", { .literal = "in press" }, "  year = {in press}" },
		{ "ris", { .literal = "in press" }, "PY  - in press\n" },
		{ "csl-json", { .from = { 2011, 11, 0 }, .to = { 2012, 1, 0 } },
		    "\"issued\": {\"date-parts\": [[2011, 11], [2012, 1]]}" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct csl_item item = { .id = "a", .type = CSL_TYPE_BOOK };
		struct csl_date *issued =
		    &item.dates[CSL_ISSUED - CSL_NAMES_END];

		*issued = rows[i].date;
		issued->is_given = true;
		expect_line(rows[i].format, &item, rows[i].line);
	}
}

static void
the_day_of_reading_is_kept(void **state)
{
	struct csl_item item = { .id = "a", .type = CSL_TYPE_WEBPAGE };

	(void)state;
	item.dates[CSL_ACCESSED - CSL_NAMES_END] = (struct csl_date){
		.is_given = true,
		.from = { 2024, 3, 15 }
	};
	expect_line("biblatex", &item, "  urldate = {2024-03-15}");
	expect_line("ris", &item, "Y2  - 2024/03/15/\n");
}

static void
all_types_have_an_entry(void **state)
{
	(void)state;
	for (int i = 0; i < CSL_TYPE_COUNT; i++) {
		struct csl_item item = { .id = "k", .type = (enum csl_type)i };
		char *bibtex = write_item("bibtex", &item, NULL);
		char *biblatex = write_item("biblatex", &item, NULL);
		char *ris = write_item("ris", &item, NULL);

		assert_true(bibtex[0] == '@' && bibtex[1] != '{');
		assert_true(biblatex[0] == '@' && biblatex[1] != '{');
		assert_non_null(strstr(bibtex, "{k\n}\n"));
		assert_true(strncmp(ris, "TY  - ", 6) == 0 && ris[6] != '\n');
		assert_non_null(strstr(ris, "\nID  - k\nER  - \n"));
		free(bibtex);
		free(biblatex);
		free(ris);
	}
}

static void
keys_are_plain_and_differ(void **state)
{
	static const char *const ids[][2] = { { "park-2015", "park-2015" },
		{ "Park-2015", "Park-2015-2" }, { "park-2015", "park-2015-3" },
		{ "이-1999", "_uC774-1999" }, { "a b,{c}", "a_u0020b_u002C" },
		{ "doi:10.1/x", "doi:10.1/x" }, { "", "source" } };
	const struct bibliography_format *ris = bibliography_find_format("ris");
	struct bibliography b;
	struct str out;

	(void)state;
	str_init(&out, 0);
	bibliography_begin(&b, &out, ris);
	for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
		struct csl_item item = { .id = ids[i][0] };
		char line[64] = "\nID  - ";

		str_reset(&out);
		bibliography_add_item(&b, &item, NULL);
		strncat(line, ids[i][1], sizeof line - strlen(line) - 1);
		if (!strstr(out.data, line))
			fail_msg("%s: %s", ids[i][1], out.data);
	}
	bibliography_end(&b);
	str_clear(&out);
}

static void
csl_json_goes_out_as_it_came(void **state)
{
	static const struct {
		const char *csl;
		const char *out;
	} rows[] = {
		{ "{\n \"id\": \"a\", \"custom\": {\"x\": [1e3, \"\\u00e9\"]}}",
		    "[\n  {\n \"id\": \"a\", \"custom\": {\"x\": [1e3, "
		    "\"\\u00e9\"]}}\n]\n" },
		{ "{\"custom\": {\"id\": 1}, \"id\" : 25, \"type\": \"book\"}",
		    "[\n  {\"custom\": {\"id\": 1}, \"id\" : \"25\", "
		    "\"type\": \"book\"}\n]\n" },
		{ "{\"note\": \"\\\"id\\\": 1\", \"id\":-2.5e1}",
		    "[\n  {\"note\": \"\\\"id\\\": 1\", \"id\":\"-2.5e1\"}\n]\n" },
		{ "{\"title\": \"id\"}",
		    "[\n  {\"id\": \"k\", \"title\": \"id\"}\n]\n" },
		{ "{}", "[\n  {\"id\": \"k\"}\n]\n" },
		{ "{\"id\": ", "[\n  {\"id\": \"k\"}\n]\n" },
		{ NULL, "[\n  {\"id\": \"k\"}\n]\n" },
	};
	const struct csl_item item = { .id = "k" };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char *out = write_item("csl-json", &item, rows[i].csl);

		assert_string_equal(out, rows[i].out);
		free(out);
	}
}

static void
an_item_of_ours_becomes_sound_json(void **state)
{
	static const struct csl_name names[] = { { .literal = "A \"B\" \\" },
		{ .family = "Ek", .given = "Ada", .static_ordering = true } };
	struct csl_item item = { .id = "a\n", .type = CSL_TYPE_LEGAL_CASE };
	char *out;

	(void)state;
	item.texts[CSL_TITLE] = "a \"b\" \\ \x01 나";
	item.names[CSL_EDITOR - CSL_TEXT_COUNT] = (struct csl_names){ names,
		2 };
	item.dates[CSL_ACCESSED - CSL_NAMES_END] = (struct csl_date){
		.is_given = true,
		.literal = "some day",
		.is_circa = true
	};
	out = write_item("csl-json", &item, NULL);
	assert_true(json_check_is_object(out + 1, strlen(out) - 3));
	assert_non_null(strstr(out, "\"type\": \"legal_case\""));
	assert_non_null(strstr(out, "\"static-ordering\": true"));
	assert_non_null(strstr(out, "\"circa\": true"));
	free(out);
}

static void
formats_are_found_by_name_and_by_file(void **state)
{
	static const char *const files[][2] = { { "a.bib", "bibtex" },
		{ "/x.y/a.ris", "ris" }, { "a.json", "csl-json" },
		{ "a.ris/b", NULL }, { "ris", NULL }, { "a.txt", NULL } };

	(void)state;
	assert_null(bibliography_find_format("endnote"));
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		const struct bibliography_format *f =
		    bibliography_find_format_of(files[i][0]);

		if (!files[i][1])
			assert_null(f);
		else
			assert_string_equal(bibliography_get_name(f),
			    files[i][1]);
	}
}

static void
a_list_of_nothing_is_a_list(void **state)
{
	const struct bibliography_format *const *f = bibliography_get_formats();
	struct bibliography b;
	struct str out;

	(void)state;
	str_init(&out, 0);
	for (; *f; f++) {
		bool is_json = strcmp(bibliography_get_name(*f), "csl-json") ==
		    0;

		str_reset(&out);
		bibliography_begin(&b, &out, *f);
		bibliography_end(&b);
		assert_string_equal(out.data, is_json ? "[]\n" : "");
	}
	str_clear(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_become_fields),
		cmocka_unit_test(names_become_names),
		cmocka_unit_test(
		    who_made_a_work_without_an_author_stands_for_one),
		cmocka_unit_test(dates_become_dates),
		cmocka_unit_test(the_day_of_reading_is_kept),
		cmocka_unit_test(all_types_have_an_entry),
		cmocka_unit_test(keys_are_plain_and_differ),
		cmocka_unit_test(csl_json_goes_out_as_it_came),
		cmocka_unit_test(an_item_of_ours_becomes_sound_json),
		cmocka_unit_test(formats_are_found_by_name_and_by_file),
		cmocka_unit_test(a_list_of_nothing_is_a_list),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
