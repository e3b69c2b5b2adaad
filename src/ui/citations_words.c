/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "citations_private.h"
#include "reader/references.h"
#include "rich_lines.h"
#include "text/wrap.h"

/*
 * Behind a chain, where there is room for it: what it is in the reader's
 * style, as an entry and in the text, its identifiers and its address.
 */
enum {
	LABEL_COLS = 20,
	ROOM_FOR_LABELS = 70,
	NUMBER_COLS = 5,
	VERY_NARROW_COLS = 30
};

static void
add_shown(struct citations *c, const char *label,
    const struct rich_shown *shown, int indent, const char *url)
{
	struct wrap_line piece;
	size_t at = 0;
	bool is_first = true;

	while (wrap_next_line(&piece, &at, shown->text, shown->len,
	    c->width_cols > indent ? (size_t)(c->width_cols - indent) : 1)) {
		struct citation_line *line = citations_add_line(c);

		line->text = shown->text + piece.at;
		line->len = piece.len;
		line->indent = indent;
		line->label = is_first ? label : "";
		line->step = (int)c->step_count - 1;
		line->words = shown;
		line->url = url;
		is_first = false;
	}
}

static int
get_narrow_indent(const struct citations *c)
{
	return c->width_cols < VERY_NARROW_COLS ? NUMBER_COLS - 1 : NUMBER_COLS;
}

/* Beside its label, or where it is narrow behind it. */
static void
add_words(struct citations *c, const char *name, const struct rich *words,
    const char *url)
{
	struct rich_shown *shown = arena_alloc(&c->arena, sizeof *shown);
	bool is_wide = c->width_cols >= ROOM_FOR_LABELS;
	const char *beside = "";
	struct str label;

	if (words->text.len == 0)
		return;
	str_init(&label, 0);
	if (is_wide) {
		str_add_format(&label, "%*s%s", NUMBER_COLS, "", name);
		beside = arena_copy(&c->arena, label.data, label.len);
	} else {
		str_add_format(&label, "%s: ", name);
	}
	rich_show(shown, is_wide ? "" : label.data, words, c->is_utf8,
	    &c->arena);
	add_shown(c, beside, shown, is_wide ? LABEL_COLS : get_narrow_indent(c),
	    url);
	str_clear(&label);
}

static void
add_identifiers(struct citations *c, const struct csl_item *item)
{
	static const struct {
		enum csl_variable variable;
		const char *name;
	} all[] = {
		{ CSL_DOI, "DOI" },
		{ CSL_ISBN, "ISBN" },
		{ CSL_ISSN, "ISSN" },
		{ CSL_PMID, "PMID" },
		{ CSL_PMCID, "PMCID" },
		{ CSL_NUMBER, "no." },
	};
	struct rich words;

	rich_init(&words);
	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		const char *value = item->texts[all[i].variable];

		if (!value)
			continue;
		rich_add(&words, 0, "  ", words.text.len > 0 ? 2 : 0);
		rich_add(&words, RICH_LIGHT, all[i].name, strlen(all[i].name));
		rich_add(&words, 0, " ", 1);
		rich_add(&words, 0, value, strlen(value));
	}
	add_words(c, "identifiers", &words, NULL);
	rich_clear(&words);
}

/* Where the entry has it already it would only take room. */
static void
add_url(struct citations *c, const struct csl_item *item, const char *entry)
{
	const char *url = item->texts[CSL_URL];
	struct rich words;

	if (!url || strstr(entry, url))
		return;
	rich_init(&words);
	rich_add(&words, 0, url, strlen(url));
	add_words(c, "URL", &words, arena_copy_text(&c->arena, url));
	rich_clear(&words);
}

/* One document behind several marks is told of once. */
static void
add_entry(struct citations *c, const struct citation *chain,
    const struct rich *entry)
{
	const char *text = entry->text.len > 0 ? entry->text.data : "";
	struct rich same;
	struct str as;

	if (!c->last.text || !text[0] || strcmp(c->last.text, text) != 0) {
		add_words(c, "reference", entry, NULL);
		c->last.text = arena_copy_text(&c->arena, text);
		c->last.number = chain->number;
		return;
	}
	rich_init(&same);
	str_init(&as, 0);
	str_add_format(&as, "as of [%u]", c->last.number);
	rich_add(&same, RICH_LIGHT, as.data, as.len);
	add_words(c, "reference", &same, NULL);
	str_clear(&as);
	rich_clear(&same);
}

void
citations_add_words(struct citations *c, const struct citation *chain)
{
	struct references *r = app_get_references(c->app);
	const struct passage *p = &c->cited.page->passages[c->cited.passage];
	const struct csl_item *item;
	struct rich entry, in_text;
	struct error err;
	const char *fault;

	if (references_set_chains(r, chain, 1, p->kind == PASSAGE_QUOTATION,
		&err) != STATUS_OK) {
		app_say_error(c->app, &err);
		return;
	}
	fault = references_take_fault(r);
	if (fault)
		app_say(c->app, "%s", fault);
	item = references_get_item(r, 0);
	if (!item)
		return;
	rich_init(&entry);
	rich_init(&in_text);
	references_add_entry(&entry, r, 0);
	references_add_chain(&in_text, r, 0);
	add_entry(c, chain, &entry);
	add_words(c, references_are_notes(r) ? "note" : "in text", &in_text,
	    NULL);
	add_identifiers(c, item);
	add_url(c, item, entry.text.len > 0 ? entry.text.data : "");
	rich_clear(&entry);
	rich_clear(&in_text);
}

/* ---- What is selected ---- */

bool
citations_get_selected(const struct citations *c, struct citation *chain,
    const struct step **step)
{
	if (c->width_cols == 0 || c->selected >= (int)c->step_count)
		return false;
	*chain = *c->chains[c->selected];
	*step = c->steps[c->selected];
	return true;
}

void
citations_set_words(struct citations *c, bool has_words)
{
	if (c->has_words == has_words)
		return;
	c->has_words = has_words;
	c->width_cols = 0;
	c->top = 0;
}

void
citations_open_outside(struct citations *c)
{
	struct references *r = app_get_references(c->app);
	const struct step *step = c->selected < (int)c->step_count ?
	    c->steps[c->selected] :
	    NULL;
	const struct csl_item *item;
	struct error err;

	if (!step || !step->key ||
	    references_set_sources(r, &step->key, 1, &err) != STATUS_OK)
		item = NULL;
	else
		item = references_get_item(r, 0);
	if (item && item->texts[CSL_URL])
		app_browse(c->app, item->texts[CSL_URL]);
	else
		app_say(c->app, "Nothing under the cursor has a URL.");
}
