/* SPDX-License-Identifier: ISC */
#include "reader/collection_item.h"

#include <string.h>

#include "model/date.h"
#include "store/collection_search.h"

/* What the collection says of itself; "" where it does not. */
static enum status
read_value(const char **out, struct session *s, const char *key,
    struct arena *arena, struct error *err)
{
	enum status status = collection_find_value(out, s->collection, key,
	    arena, err);

	if (!status && !*out)
		*out = "";
	return status;
}

static enum status
read_title(const char **out, struct collection *c, enum record_kind kind,
    const char *slug, struct arena *arena, struct error *err)
{
	struct record_title title;
	int64_t record;
	enum status status = collection_find_record(&record, c, kind, slug,
	    arena, err);

	if (!status)
		status = collection_find_title(&title, c, kind, record, arena,
		    err);
	if (!status)
		*out = title.title;
	return status;
}

/* Pages that are a part of the collection, and how they are named. */
static const struct part {
	enum place_view view;
	const char *prefix;
	enum record_kind kind;
} parts[] = {
	{ PLACE_TOPIC, "", RECORD_TOPIC },
	{ PLACE_FIGURE, "figure:", RECORD_FIGURE },
	{ PLACE_MEASURE, "measure:", RECORD_MEASURE },
	{ PLACE_EVENT, "event:", RECORD_EVENT },
	{ PLACE_SOURCE, "source:", RECORD_SOURCE },
};

static const struct part *
find_part(const struct reader_place *place)
{
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		if (parts[i].view == place->view && place->slug[0])
			return &parts[i];
	}
	return NULL;
}

/* One editor a line, who is not taken apart. */
static void
set_editors(struct csl_item *item, const char *editors, struct arena *arena)
{
	struct csl_names *list = &item->names[CSL_EDITOR - CSL_TEXT_COUNT];
	struct csl_name *names;
	size_t most = 1;

	for (const char *p = editors; *p; p++)
		most += *p == '\n';
	names = arena_alloc_array(arena, most, sizeof *names);
	list->names = names;
	while (*editors) {
		size_t len = strcspn(editors, "\n");

		if (len > 0)
			names[list->count++].literal = arena_copy(arena,
			    editors, len);
		editors += len;
		editors += *editors == '\n';
	}
}

/* An edition is a date, or any other word. */
static void
set_edition(struct csl_item *item, const char *version)
{
	struct csl_date *issued = &item->dates[CSL_ISSUED - CSL_NAMES_END];
	struct date_range range;

	if (!version[0])
		return;
	if (!date_parse(&range, version) || strchr(version, '/') ||
	    range.from == DATE_OPEN_START) {
		item->texts[CSL_VERSION] = version;
		return;
	}
	issued->is_given = true;
	issued->from.year = range.from / 10000;
	if (strlen(version) > 4)
		issued->from.month = range.from / 100 % 100;
	if (strlen(version) > 7)
		issued->from.day = range.from % 100;
}

/* What a shell takes as one word as it stands. */
static void
add_word(struct str *out, const char *prefix, const char *word)
{
	bool is_plain = true;

	for (const char *p = word; *p; p++)
		is_plain &= (*p >= 'a' && *p <= 'z') ||
		    (*p >= 'A' && *p <= 'Z') || (*p >= '0' && *p <= '9') ||
		    strchr("-_.:", *p) != NULL;
	if (!is_plain)
		str_add_char(out, '\'');
	str_add_text(out, prefix);
	for (; *word; word++) {
		if (*word == '\'')
			str_add_text(out, "'\\'");
		str_add_char(out, *word);
	}
	if (!is_plain)
		str_add_char(out, '\'');
}

static const char *
make_how(struct session *s, const struct part *part,
    const struct reader_place *place, const char *licence, const char *version,
    struct arena *arena)
{
	const char *path = collection_get_path(s->collection);
	const char *slash = strrchr(path, '/');
	const char *how;
	struct str text;

	str_init(&text, 0);
	if (version[0])
		str_add_format(&text, "Edition %s. ", version);
	if (licence[0])
		str_add_format(&text, "Licence: %s. ", licence);
	str_add_text(&text, "Read with: ibid -d ");
	add_word(&text, "", slash ? slash + 1 : path);
	if (part) {
		str_add_char(&text, ' ');
		add_word(&text, part->prefix, place->slug);
	}
	how = arena_copy(arena, text.data, text.len);
	str_clear(&text);
	return how;
}

enum status
collection_item_read(struct collection_item *out, struct session *session,
    const struct reader_place *place, struct arena *arena, struct error *err)
{
	const struct part *part = find_part(place);
	struct csl_item *item = &out->item;
	const char *title, *version, *licence, *editors, *language;
	enum status status;

	*out = (struct collection_item){ .item = { .id = "page" } };
	status = read_value(&title, session, "title", arena, err);
	if (!status)
		status = read_value(&version, session, "version", arena, err);
	if (!status)
		status = read_value(&licence, session, "licence", arena, err);
	if (!status)
		status = read_value(&editors, session, "editors", arena, err);
	if (!status)
		status = read_value(&language, session, "language", arena, err);
	if (!status && part)
		status = read_title(&item->texts[CSL_TITLE],
		    session->collection, part->kind, place->slug, arena, err);
	if (status)
		return status;
	item->type = part ? CSL_TYPE_ENTRY_ENCYCLOPEDIA : CSL_TYPE_BOOK;
	item->texts[part ? CSL_CONTAINER_TITLE : CSL_TITLE] = title;
	item->texts[CSL_LANGUAGE] = language[0] ? language : NULL;
	item->texts[CSL_LICENSE] = licence[0] ? licence : NULL;
	set_editors(item, editors, arena);
	set_edition(item, version);
	out->how = make_how(session, part, place, licence, version, arena);
	return STATUS_OK;
}
