/* SPDX-License-Identifier: ISC */
#include "csl_json.h"

#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "csl_item.h"
#include "csl_reader.h"

#define TEXT_BYTES_MAX (64u << 20)
#define TOKEN_SHOWN_MAX 40

/*
 * The array is read by hand, and jansson is given one item after the other:
 * it says how many bytes it took, which gives each item its place and its
 * very bytes.
 */
struct items {
	struct csl_item *all;
	size_t count;
	size_t cap;
	bool is_partial; /* some were left out */
};

static bool
say(struct csl_reader *r, size_t at, const char *what)
{
	diagnose_add(r->d, DIAGNOSE_ERROR,
	    line_table_find(&r->lines, r->file, at), "%s", what);
	return false;
}

/*
 * jansson counts to the end of the token that it stumbled over: finds where
 * that token begins.
 */
static size_t
find_faulty_token(const struct csl_reader *r, size_t from, size_t fault)
{
	size_t at = json_skip_space(r->text, r->len, from), end;

	while (at < r->len) {
		end = json_find_token_end(r->text, r->len, at);
		if (end >= fault)
			break;
		at = json_skip_space(r->text, r->len, end);
	}
	return at;
}

/* jansson's words, without what it quotes of the text. */
static size_t
get_reason_len(const char *text)
{
	const char *near = strstr(text, " near ");

	return near != NULL ? (size_t)(near - text) : strlen(text);
}

/* What is shown of the token at `at`: not too much, and whole characters. */
static size_t
get_shown_len(const struct csl_reader *r, size_t at)
{
	size_t end = json_find_token_end(r->text, r->len, at);

	if (end - at <= TOKEN_SHOWN_MAX)
		return end - at;
	return utf8_find_start(r->text, at + TOKEN_SHOWN_MAX) - at;
}

static void
say_syntax(struct csl_reader *r, size_t from, json_error_t *error)
{
	size_t fault = from +
	    (size_t)(error->position > 0 ? error->position : 0);
	size_t at = find_faulty_token(r, from, fault);
	size_t reason_len = get_reason_len(error->text);
	struct place place = line_table_find(&r->lines, r->file, at);

	if (at == r->len ||
	    strcmp(error->text + reason_len, " near end of file") == 0)
		say(r, r->len, "not JSON: the file ends within an item");
	else if (json_error_code(error) == json_error_duplicate_key)
		diagnose_add(r->d, DIAGNOSE_ERROR, place,
		    "member %.*s is there twice", (int)get_shown_len(r, at),
		    r->text + at);
	else
		diagnose_add(r->d, DIAGNOSE_ERROR, place,
		    "not JSON: %.*s, at %.*s", (int)reason_len, error->text,
		    (int)get_shown_len(r, at), r->text + at);
}

static struct csl_item *
add_item(struct items *items)
{
	if (items->count == items->cap) {
		items->cap = items->cap > 0 ? 2 * items->cap : 64;
		items->all = mem_resize_array(items->all, items->cap,
		    sizeof(*items->all));
	}
	return &items->all[items->count];
}

/* Reads the item at *at and steps behind it; false where it is no JSON. */
static bool
read_item(struct items *items, struct csl_reader *r, size_t *at)
{
	struct json_view view = { .at = *at, .value_at = *at };
	struct csl_item *item = add_item(items);
	json_error_t error = { 0 };

	view.json = json_loadb(r->text + *at, r->len - *at,
	    JSON_REJECT_DUPLICATES | JSON_DISABLE_EOF_CHECK | JSON_DECODE_ANY |
		JSON_ALLOW_NUL,
	    &error);
	if (view.json == NULL) {
		say_syntax(r, *at, &error);
		return false;
	}
	*at += (size_t)error.position;
	view.value_end = *at;
	if (csl_item_read(item, r, &view)) {
		item->json = arena_copy(r->arena, r->text + view.value_at,
		    view.value_end - view.value_at);
		items->count++;
	} else {
		items->is_partial = true;
	}
	json_decref(view.json);
	arena_reset(&r->scratch);
	return true;
}

/* False where the array does not end as one does. */
static bool
read_items(struct items *items, struct csl_reader *r, size_t at)
{
	char divider = ',';

	at = json_skip_space(r->text, r->len, at);
	if (at < r->len && r->text[at] == ']')
		divider = r->text[at++];
	while (divider == ',') {
		at = json_skip_space(r->text, r->len, at);
		if (at == r->len || r->text[at] == ']')
			return say(r, at, "an item is wanted here");
		if (!read_item(items, r, &at))
			return false;
		at = json_skip_space(r->text, r->len, at);
		divider = at < r->len ? r->text[at] : '\0';
		if (divider != ',' && divider != ']')
			return say(r, at,
			    "\",\" or \"]\" is wanted behind an item");
		at++;
	}
	at = json_skip_space(r->text, r->len, at);
	if (at < r->len)
		return say(r, at,
		    "nothing is wanted behind the array of items");
	return true;
}

/*
 * Well-formed UTF-8 without NUL: jansson passes over a NUL that stands
 * right behind a number, and the scan of a view does not.
 */
static bool
is_sound(struct csl_reader *r)
{
	size_t invalid = utf8_find_invalid(r->text, r->len);
	const char *nul = invalid > 0 ? memchr(r->text, 0, invalid) : NULL;

	if (nul != NULL)
		say(r, (size_t)(nul - r->text), "control character U+0000");
	else if (invalid < r->len)
		diagnose_add(r->d, DIAGNOSE_ERROR,
		    line_table_find(&r->lines, r->file, invalid),
		    "byte 0x%02X is not UTF-8",
		    (unsigned char)r->text[invalid]);
	return nul == NULL && invalid == r->len;
}

static bool
read_text(struct items *items, struct csl_reader *r)
{
	size_t at = 0;

	if (!is_sound(r))
		return false;
	if (r->len >= 3 && memcmp(r->text, "\xef\xbb\xbf", 3) == 0)
		at = 3;
	at = json_skip_space(r->text, r->len, at);
	if (at == r->len || r->text[at] != '[')
		return say(r, at, "an array of items, \"[\", is wanted here");
	return read_items(items, r, at + 1);
}

bool
csl_json_read(struct csl_item **out, uint32_t *count, const char *text,
    size_t len, const char *file, struct diagnose *d, struct arena *arena)
{
	struct csl_reader r = { .text = text,
		.len = len,
		.file = file,
		.d = d,
		.arena = arena };
	struct items items = { 0 };

	*out = NULL;
	*count = 0;
	if (len > TEXT_BYTES_MAX) {
		diagnose_add(d, DIAGNOSE_ERROR, (struct place){ .file = file },
		    "is larger than %u MB", TEXT_BYTES_MAX >> 20);
		return false;
	}
	line_table_init(&r.lines, text, len, 1);
	if (!read_text(&items, &r))
		items.is_partial = true;
	*out = arena_alloc_array(arena, items.count, sizeof(**out));
	if (items.count > 0)
		memcpy(*out, items.all, items.count * sizeof(**out));
	*count = (uint32_t)items.count;
	free(items.all);
	arena_clear(&r.scratch);
	line_table_clear(&r.lines);
	return !items.is_partial;
}
