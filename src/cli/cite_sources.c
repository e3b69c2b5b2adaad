/* SPDX-License-Identifier: ISC */
#include "cite_sources.h"

#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "store/collection_csl.h"
#include "suggest.h"

enum { FILE_LIMIT_BYTES = 64 << 20, KEYS_LIMIT = 20000 };

static void
add_item(struct cite_sources *s, const struct csl_item *item)
{
	s->items[s->count++] = item;
}

/* ---- From the collection ---- */

bool
cite_sources_is_publication(const char *kind, const struct csl_item *item)
{
	static const char *const kinds[] = { "organisation", "person",
		"outlet" };

	if (item->type)
		return true;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		if (strcmp(kind, kinds[i]) == 0)
			return false;
	}
	return true;
}

static void
say_passed_over(const struct cli *cli, const struct source *source)
{
	struct str line;

	str_init(&line, 0);
	str_add_text(&line, "passed over ");
	suggest_add_quoted(&line, source->key);
	str_add_format(&line, ": %s %s is no publication",
	    strchr("aeiou", source->kind[0]) ? "an" : "a", source->kind);
	output_complain(&cli->out, line.data);
	str_clear(&line);
}

static enum status
read_source(struct cite_sources *s, struct cli *cli, const char *key,
    struct error *err)
{
	struct csl_item *item = arena_alloc(&cli->arena, sizeof *item);
	struct source source;
	enum status status = collection_find_source(&source, cli->collection,
	    key, &cli->arena, err);

	if (status == STATUS_NOT_FOUND)
		return cli_fail_slug(cli, RECORD_SOURCE, key, err);
	if (!status)
		status = collection_read_item(item, cli->collection, source.id,
		    &cli->arena, err);
	if (status)
		return status;
	if (cite_sources_is_publication(source.kind, item))
		add_item(s, item);
	else
		say_passed_over(cli, &source);
	return STATUS_OK;
}

static enum status
read_collection(struct cite_sources *s, struct cli *cli,
    const struct cite_request *r, struct error *err)
{
	enum status status = cli_open(cli, err);

	if (!status && r->via)
		status = read_source(s, cli, r->via, err);
	for (int i = 0; i < r->key_count && !status; i++)
		status = read_source(s, cli, r->keys[i], err);
	return status;
}

/* ---- From a file ---- */

struct items {
	struct csl_item *items;
	uint32_t count;
};

static enum status
read_file(struct items *out, struct cli *cli, const char *file,
    struct error *err)
{
	bool is_stdin = strcmp(file, "-") == 0;
	struct error cause = { 0 };
	enum status status;
	struct str text;

	if (!*file)
		return error_set(err, STATUS_INVALID, "--from wants a file");
	str_init(&text, 0);
	status = is_stdin ? file_read_from(&text, STDIN_FILENO,
				"standard input", FILE_LIMIT_BYTES, err) :
			    file_read(&text, file, FILE_LIMIT_BYTES, err);
	if (!status)
		status = csl_items_parse(&out->items, &out->count,
		    text.data ? text.data : "", text.len, &cli->arena, &cause);
	if (*cause.message)
		error_set(err, status, "%s: %s",
		    is_stdin ? "standard input" : file, cause.message);
	str_clear(&text);
	/* No file is more than something that is not in it. */
	return status == STATUS_NOT_FOUND ? STATUS_IO : status;
}

static enum status
fail_key(const struct items *all, struct cli *cli, const char *key,
    struct error *err)
{
	uint32_t count = all->count < KEYS_LIMIT ? all->count : KEYS_LIMIT;
	const char **keys = arena_alloc_array(&cli->arena, count, sizeof *keys);

	for (uint32_t i = 0; i < count; i++)
		keys[i] = all->items[i].id;
	return suggest_fail(err, STATUS_INVALID, "key", key,
	    suggest_find(key, keys, count));
}

static enum status
find_item(struct cite_sources *s, struct cli *cli, const struct items *all,
    const char *key, struct error *err)
{
	for (uint32_t i = 0; i < all->count; i++) {
		if (strcmp(all->items[i].id, key) == 0) {
			add_item(s, &all->items[i]);
			return STATUS_OK;
		}
	}
	return fail_key(all, cli, key, err);
}

static enum status
choose_items(struct cite_sources *s, struct cli *cli, const struct items *all,
    const struct cite_request *r, struct error *err)
{
	enum status status = STATUS_OK;

	if (r->via)
		status = find_item(s, cli, all, r->via, err);
	for (int i = 0; i < r->key_count && !status; i++)
		status = find_item(s, cli, all, r->keys[i], err);
	for (uint32_t i = 0; i < all->count && r->key_count == 0; i++)
		add_item(s, &all->items[i]);
	return status;
}

enum status
cite_sources_read(struct cite_sources *out, struct cli *cli,
    const struct cite_request *r, struct error *err)
{
	struct cite_sources s = { 0 };
	struct items all = { 0 };
	enum status status = STATUS_OK;

	if (r->file)
		status = read_file(&all, cli, r->file, err);
	if (status)
		return status;
	s.items = arena_alloc_array(&cli->arena,
	    all.count + (size_t)r->key_count + 1, sizeof *s.items);
	status = r->file ? choose_items(&s, cli, &all, r, err) :
			   read_collection(&s, cli, r, err);
	if (!status && (s.count == 0 || (r->via && s.count < 2)))
		return error_set(err, STATUS_NOT_FOUND, "%s", "");
	if (!status)
		*out = s;
	return status;
}
