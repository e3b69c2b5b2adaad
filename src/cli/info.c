/* SPDX-License-Identifier: ISC */
#include "info.h"

#include <stddef.h>
#include <string.h>

#include "base/utf8.h"
#include "reader/style_shelf.h"

#define OF_COUNT(member) offsetof(struct info, counts.member)

const struct print_field info_fields[] = { { "title", PRINT_TEXT,
					       offsetof(struct info, title) },
	{ "version", PRINT_TEXT, offsetof(struct info, version) },
	{ "language", PRINT_TEXT, offsetof(struct info, language) },
	{ "licence", PRINT_TEXT, offsetof(struct info, licence) },
	{ "editors", PRINT_LINES, offsetof(struct info, editors) },
	{ "advisory", PRINT_TEXT, offsetof(struct info, advisory) },
	{ "home", PRINT_TEXT, offsetof(struct info, home) },
	{ "topics", PRINT_COUNT, OF_COUNT(topics) },
	{ "figures", PRINT_COUNT, OF_COUNT(figures) },
	{ "measures", PRINT_COUNT, OF_COUNT(measures) },
	{ "sources", PRINT_COUNT, OF_COUNT(sources) },
	{ "events", PRINT_COUNT, OF_COUNT(events) },
	{ "disagreements", PRINT_COUNT, OF_COUNT(disagreements) },
	{ "passages", PRINT_COUNT, OF_COUNT(passages) },
	{ "citations", PRINT_COUNT, OF_COUNT(citations) },
	{ "path", PRINT_TEXT, offsetof(struct info, path) },
	{ "compiler", PRINT_TEXT, offsetof(struct info, compiler) },
	{ "unicode", PRINT_TEXT, offsetof(struct info, unicode) },
	{ "ibid", PRINT_TEXT, offsetof(struct info, program_version) },
	{ "sqlite", PRINT_TEXT, offsetof(struct info, sqlite_version) },
	{ "utf8proc", PRINT_TEXT, offsetof(struct info, utf8proc_version) },
	{ "styles", PRINT_TEXTS, offsetof(struct info, styles),
	    offsetof(struct info, style_count) },
	{ "styles_path", PRINT_TEXT, offsetof(struct info, styles_path) },
	{ NULL } };

/* Keys of the table collection, and where their values go. */
static const struct {
	const char *key;
	size_t at;
} values[] = {
	{ "title", offsetof(struct info, title) },
	{ "version", offsetof(struct info, version) },
	{ "language", offsetof(struct info, language) },
	{ "licence", offsetof(struct info, licence) },
	{ "editors", offsetof(struct info, editors) },
	{ "advisory", offsetof(struct info, advisory) },
	{ "home", offsetof(struct info, home) },
	{ "compiler", offsetof(struct info, compiler) },
	{ "unicode", offsetof(struct info, unicode) },
};

/* The folder of those that came with ibid, among which its own is. */
static const char *
get_styles_path(const struct style_shelf_entry *entries, uint32_t count,
    struct arena *arena)
{
	for (uint32_t i = 0; i < count; i++) {
		const char *slash = strrchr(entries[i].path, '/');

		if (slash && entries[i].place >= STYLE_SHELF_BESIDE)
			return arena_copy(arena, entries[i].path,
			    (size_t)(slash - entries[i].path));
	}
	return "";
}

void
info_read_styles(struct info *info, struct arena *arena)
{
	struct style_shelf_entry *entries;

	style_shelf_list(&entries, &info->style_count, arena);
	info->styles = arena_alloc_array(arena, (size_t)info->style_count + 1,
	    sizeof *info->styles);
	for (uint32_t i = 0; i < info->style_count; i++) {
		info->styles[i] = entries[i].id;
		if (entries[i].place >= STYLE_SHELF_BESIDE &&
		    strcmp(entries[i].id, "plain") != 0)
			info->has_csl_styles = true;
	}
	info->styles_path = get_styles_path(entries, info->style_count, arena);
}

enum status
info_read(struct info *out, struct cli *cli, struct error *err)
{
	struct info info = { .path = collection_get_path(cli->collection),
		.program_version = PACKAGE_VERSION,
		.sqlite_version = collection_get_library_version(),
		.utf8proc_version = utf8_get_library_version() };

	for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
		const char *value = NULL;
		enum status status = collection_find_value(&value,
		    cli->collection, values[i].key, &cli->arena, err);

		if (status)
			return status;
		*(const char **)((char *)&info + values[i].at) = value ? value :
									 "";
	}
	*out = info;
	return collection_count(&out->counts, cli->collection, err);
}

static void
add_count(struct str *out, const char *before, uint32_t count, const char *what)
{
	str_add_format(out, "%s%u %s%s", before, count, what,
	    count == 1 ? "" : "s");
}

void
info_add_counts(struct str *out, const struct collection_counts *c)
{
	add_count(out, "", c->topics, "topic");
	add_count(out, ", ", c->figures, "figure");
	add_count(out, ", ", c->sources, "source");
	add_count(out, ", ", c->events, "event");
	add_count(out, ", ", c->disagreements, "disagreement");
}

void
info_add_styles(struct str *out, const struct info *info)
{
	for (uint32_t i = 0; i < info->style_count; i++)
		str_add_format(out, "%s%s", i ? ", " : "", info->styles[i]);
	if (info->style_count == 0)
		str_add_text(out, "none");
	str_add_text(out,
	    info->has_csl_styles ?
		". Those that came with ibid, but plain, are of the Citation "
		"Style Language project, https://citationstyles.org/, under CC BY-SA 3.0" :
		". This ibid was built without those of the Citation Style "
		"Language project, https://citationstyles.org/; 'ibid style "
		"add FILE.csl' brings one");
}

void
info_add_editors(struct str *out, const char *editors)
{
	size_t before = out->len;

	while (*editors) {
		size_t len = strcspn(editors, "\n");

		if (len > 0 && out->len > before)
			str_add_text(out, ", ");
		str_add(out, editors, len);
		editors += len + (editors[len] == '\n');
	}
}
