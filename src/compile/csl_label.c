/* SPDX-License-Identifier: ISC */
#include "csl_label.h"

#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "csl_item.h"
#include "csl_vocabulary.h"

/*
 * Bytes of the tag at text, or 0 where there is none: <i>, <b>, <sub>,
 * <sup>, <sc>, <span class="nocase"> and the like, and their ends.
 */
static size_t
get_tag_len(const char *text)
{
	static const char *const tags[] = { "i", "b", "sub", "sup", "sc",
		"span" };
	size_t at = text[0] == '<', len, rest;

	if (at == 0)
		return 0;
	at += text[at] == '/';
	len = strspn(text + at, "abcdefghijklmnopqrstuvwxyz");
	for (size_t i = 0; i < sizeof(tags) / sizeof(*tags); i++) {
		if (strlen(tags[i]) != len ||
		    memcmp(tags[i], text + at, len) != 0)
			continue;
		rest = text[at + len] == ' ' ? strcspn(text + at + len, "<>") :
					       0;
		return text[at + len + rest] == '>' ? at + len + rest + 1 : 0;
	}
	return 0;
}

/* Adds text without tags, and with single spaces between words. */
static void
add_plain(struct str *out, const char *text)
{
	size_t from = out->len;
	bool is_space = false;

	while (*text != '\0') {
		size_t tag = get_tag_len(text);

		if (tag > 0) {
			text += tag;
			continue;
		}
		if (strchr(" \t\n", *text) != NULL) {
			is_space = true;
		} else {
			if (is_space && out->len > from)
				str_add_char(out, ' ');
			is_space = false;
			str_add_char(out, *text);
		}
		text++;
	}
}

/*
 * Moves what was put together to the arena, in NFC: a mark may have come to
 * stand behind another character.
 */
static const char *
take_text(struct str *text, struct arena *arena)
{
	const char *copy;
	struct str nfc;

	str_init(&nfc, 0);
	utf8_add_nfc(&nfc, text->data, text->len);
	copy = arena_copy(arena, nfc.data, nfc.len);
	str_clear(&nfc);
	str_clear(text);
	return copy;
}

/* The first of the texts, made plain, in which something is left. */
static const char *
choose_plain(const char *const *texts, struct arena *arena)
{
	struct str plain;

	str_init(&plain, 0);
	for (; *texts != NULL && plain.len == 0; texts++) {
		str_reset(&plain);
		add_plain(&plain, *texts);
	}
	return take_text(&plain, arena);
}

/* The parts of a label are divided by commas. */
static void
begin_part(struct str *out)
{
	if (out->len > 0)
		str_add_text(out, ", ");
}

static void
add_part(struct str *out, const char *text)
{
	if (text[0] == '\0')
		return;
	begin_part(out);
	str_add_text(out, text);
}

/* In straight double quotes; those within become single ones. */
static void
add_quoted(struct str *out, const char *text)
{
	begin_part(out);
	str_add_char(out, '"');
	for (; *text != '\0'; text++)
		str_add_char(out, *text == '"' ? '\'' : *text);
	str_add_char(out, '"');
}

/* "Keenan", "van der Veen", "d'Alembert", "U.S. Department of State". */
static void
add_name(struct str *out, const struct source_name *name)
{
	const char *particle = name->non_dropping_particle;
	size_t from = out->len;

	if (name->literal != NULL) {
		add_plain(out, name->literal);
		return;
	}
	if (name->family == NULL) {
		add_plain(out, name->given != NULL ? name->given : "");
		return;
	}
	if (particle != NULL)
		add_plain(out, particle);
	if (out->len > from && strchr("'-", out->data[out->len - 1]) == NULL)
		str_add_char(out, ' ');
	add_plain(out, name->family);
}

/* One name of a variable, two of them, or the first "et al." */
static const char *
join_names(const struct csl_item *item, const char *variable,
    struct arena *arena)
{
	const struct source_name *names[2];
	struct str out;
	size_t count = 0;

	for (uint32_t i = 0; i < item->name_count; i++) {
		if (strcmp(item->names[i].variable, variable) != 0)
			continue;
		if (count < 2)
			names[count] = &item->names[i].name;
		count++;
	}
	str_init(&out, 0);
	if (count > 0)
		add_name(&out, names[0]);
	if (count == 2) {
		str_add_text(&out, " and ");
		add_name(&out, names[1]);
	} else if (count > 2) {
		str_add_text(&out, " et al.");
	}
	return take_text(&out, arena);
}

/*
 * Who made it, its title in quotes, then where it stands or who gave it
 * out.  Without authors and editors that comes first, but for what a
 * legislator made: there it is a collection of laws, which made nothing.  A
 * name that the editor gave in place of a title has no quotes.
 */
static const char *
join_label(const struct csl_item *item, const char *cited_title, bool is_law,
    struct arena *arena)
{
	const char *const makers[] = { join_names(item, "author", arena),
		join_names(item, "editor", arena),
		is_law ? csl_item_get_variable(item, "authority") : "", NULL };
	const char *const containers[] = { csl_item_get_variable(item,
					       "container-title"),
		csl_item_get_variable(item, "publisher"),
		csl_item_get_variable(item, "authority"), NULL };
	const char *maker = choose_plain(makers, arena);
	const char *container = choose_plain(containers, arena);
	struct str out;

	str_init(&out, 0);
	if (strcmp(container, item->title) == 0)
		container = "";
	if (maker[0] == '\0' && !is_law) {
		maker = container;
		container = "";
	}
	add_part(&out, maker);
	if (cited_title[0] != '\0')
		add_quoted(&out, cited_title);
	else
		add_part(&out, item->title);
	if (strcmp(container, maker) != 0)
		add_part(&out, container);
	return take_text(&out, arena);
}

static int
find_year(const struct csl_item *item, const char *variable)
{
	for (uint32_t i = 0; i < item->date_count; i++) {
		if (strcmp(item->dates[i].variable, variable) == 0)
			return item->dates[i].date.year;
	}
	return 0;
}

static const char *
make_year(const struct csl_item *item, struct arena *arena)
{
	int year = find_year(item, "issued");
	struct str out;

	if (year == 0)
		year = find_year(item, "original-date");
	str_init(&out, 0);
	if (year > 0)
		str_add_format(&out, "%d", year);
	else if (year < 0)
		str_add_format(&out, "%d BC", -year);
	return take_text(&out, arena);
}

void
csl_label_fill(struct csl_item *item, struct arena *arena)
{
	const char *const cited[] = { csl_item_get_variable(item, "title"),
		NULL };
	const char *const titles[] = { cited[0], item->name,
		csl_item_get_variable(item, "title-short"),
		csl_item_get_variable(item, "container-title"), NULL };
	const char *const names[] = { item->name, cited[0], NULL };
	const struct csl_kind *kind = csl_vocabulary_find_kind(item->kind);

	item->title = choose_plain(titles, arena);
	if (item->title[0] == '\0')
		item->title = item->key;
	if (kind->typing == CSL_UNTYPED)
		item->label = choose_plain(names, arena);
	else
		item->label = join_label(item, choose_plain(cited, arena),
		    kind->is_law, arena);
	if (item->label[0] == '\0')
		item->label = item->title;
	item->year = make_year(item, arena);
}
