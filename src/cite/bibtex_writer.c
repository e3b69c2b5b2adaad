/* SPDX-License-Identifier: ISC */
#include "bibtex_writer.h"

#include <string.h>

#include "bibliography_private.h"
#include "bibtex_text.h"

static void
begin_field(struct bibtex_writer *e, const char *name)
{
	str_add_format(e->out, ",\n  %s = {", name);
}

static void
end_field(struct bibtex_writer *e)
{
	str_add_char(e->out, '}');
}

/* "2" as "2nd", since BibTeX's styles add "edition" alone. */
static void
add_edition(struct bibtex_writer *e, const char *text)
{
	static const char *const ends[] = { "th", "st", "nd", "rd" };
	size_t len = strspn(text, "0123456789");
	char last = len > 0 ? text[len - 1] : '0';
	bool is_teen = len > 1 && text[len - 2] == '1';

	bibtex_add_text(e->out, text, false);
	if (e->dialect == BIBTEX && len > 0 && !text[len])
		str_add_text(e->out,
		    ends[!is_teen && last < '4' ? last - '0' : 0]);
}

void
bibtex_add_field(struct bibtex_writer *e, const char *name, enum bibtex_how how,
    const char *text)
{
	if (how == BIBTEX_LANGUAGE)
		text = bibtex_find_language(text);
	if (!text)
		return;
	begin_field(e, name);
	if (how == BIBTEX_ONE)
		bibtex_add_one(e->out, text);
	else if (how == BIBTEX_RAW)
		bibtex_add_raw(e->out, text);
	else if (how == BIBTEX_PAGES)
		bibtex_add_pages(e->out, text);
	else if (how == BIBTEX_EDITION)
		add_edition(e, text);
	else
		bibtex_add_text(e->out, text, how == BIBTEX_TITLE);
	end_field(e);
}

void
bibtex_add_variable(struct bibtex_writer *e, const char *name,
    enum bibtex_how how, enum csl_variable v)
{
	const char *text = bibliography_get_text(e->item, v);

	if (text)
		bibtex_add_field(e, name, how, text);
}

void
bibtex_add_fields(struct bibtex_writer *e, const struct bibtex_field *fields,
    size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const char *name = fields[i].names[e->dialect];

		if (name)
			bibtex_add_variable(e, name,
			    (enum bibtex_how)fields[i].how,
			    (enum csl_variable)fields[i].variable);
	}
}

void
bibtex_add_note(struct bibtex_writer *e, const char *text)
{
	if (!text)
		return;
	if (e->note.len > 0)
		str_add_text(&e->note, "; ");
	str_add_text(&e->note, text);
}

static void
add_names_field(struct bibtex_writer *e, const char *name, enum csl_variable v)
{
	const struct csl_names *names = csl_item_get_names(e->item, v);

	if (names->count == 0)
		return;
	begin_field(e, name);
	bibtex_add_names(e->out, names);
	end_field(e);
}

/* Roles that BibLaTeX knows beside the editor's: editora, editorb, editorc. */
static const char *
find_editor_type(enum csl_variable v)
{
	switch (v) {
	case CSL_COMPILER:
		return "compiler";
	case CSL_CONTRIBUTOR:
		return "collaborator";
	case CSL_DIRECTOR:
		return "director";
	case CSL_ORGANIZER:
		return "organizer";
	default:
		return NULL;
	}
}

void
bibtex_add_named_note(struct bibtex_writer *e, enum csl_variable v)
{
	struct str line;

	str_init(&line, 0);
	bibliography_add_role(&line, v);
	str_add_text(&line, ": ");
	if (csl_is_names(v))
		bibliography_add_names(&line, csl_item_get_names(e->item, v));
	else
		str_add_text(&line, e->item->texts[v]);
	bibtex_add_note(e, line.data);
	str_clear(&line);
}

static void
add_other_names(struct bibtex_writer *e, enum csl_variable authors)
{
	char slot = 'a';

	for (int i = CSL_TEXT_COUNT; i < CSL_NAMES_END; i++) {
		enum csl_variable v = (enum csl_variable)i;
		const char *type = find_editor_type(v);

		if (v == authors || v == CSL_AUTHOR || v == CSL_EDITOR ||
		    v == CSL_TRANSLATOR || v == CSL_CONTAINER_AUTHOR ||
		    csl_item_get_names(e->item, v)->count == 0)
			continue;
		if (e->dialect == BIBLATEX && type && slot <= 'c') {
			char name[] = { 'e', 'd', 'i', 't', 'o', 'r', slot++,
				'\0' };

			add_names_field(e, name, v);
			str_add_format(e->out, ",\n  %stype = {%s}", name,
			    type);
		} else {
			bibtex_add_named_note(e, v);
		}
	}
}

void
bibtex_add_people(struct bibtex_writer *e)
{
	enum csl_variable authors = bibliography_get_authors(e->item);

	if (authors)
		add_names_field(e, "author", authors);
	add_names_field(e, "editor", CSL_EDITOR);
	add_names_field(e, "translator", CSL_TRANSLATOR);
	add_names_field(e, "bookauthor", CSL_CONTAINER_AUTHOR);
	add_other_names(e, authors);
}
