/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cite/bibliography.h"
#include "references_private.h"

/* All that is set, for other programs. */

/* The record as it was written, for what keeps it so; NULL: none. */
static enum status
read_csl(const char **out, struct references *r, const struct csl_item *item,
    struct arena *arena, struct error *err)
{
	struct collection *c = r->session->collection;
	struct source s;
	enum status status = collection_find_source(&s, c, item->id, arena,
	    err);

	*out = NULL;
	if (status == STATUS_NOT_FOUND)
		return STATUS_OK;
	if (!status)
		status = collection_read_csl(out, c, s.id, arena, err);
	return status;
}

static enum status
add_records(struct str *out, struct references *r,
    const struct bibliography_format *format, struct error *err)
{
	struct bibliography b;
	struct arena arena = { 0 };
	enum status status = STATUS_OK;

	bibliography_begin(&b, out, format);
	for (uint32_t i = 0; !status && i < r->item_count; i++) {
		const char *csl;

		if (!references_is_publication(r->items[i]))
			continue;
		arena_reset(&arena);
		status = read_csl(&csl, r, r->items[i], &arena, err);
		if (!status)
			bibliography_add_item(&b, r->items[i], csl);
	}
	bibliography_end(&b);
	arena_clear(&arena);
	return status;
}

/*
 * ---- CSV (RFC 4180, lines ended by LF) ----
 * The columns of `ibid sources`, then what a source is found by.
 */

static void
add_value(struct str *out, const char *value, const char *after)
{
	bool is_quoted;

	value = value ? value : "";
	is_quoted = strpbrk(value, ",\"\r\n") != NULL;
	if (is_quoted)
		str_add_char(out, '"');
	for (; *value; value++) {
		if (*value == '"')
			str_add_char(out, '"');
		str_add_char(out, *value);
	}
	if (is_quoted)
		str_add_char(out, '"');
	str_add_text(out, after);
}

static enum status
add_row(struct str *out, struct references *r, uint32_t item, struct error *err)
{
	const struct csl_item *is = r->items[item];
	struct arena arena = { 0 };
	struct source s = { 0 };
	struct rich entry;
	struct str text;
	enum status status = collection_find_source(&s, r->session->collection,
	    is->id, &arena, err);

	rich_init(&entry);
	str_init(&text, 0);
	if (!status) {
		if (r->cite)
			cite_add_reference(&entry, r->cite, item);
		references_add_as(&text, &entry, COPY_PLAIN);
		add_value(out, s.key, ",");
		add_value(out, s.kind, ",");
		add_value(out, s.title, ",");
		add_value(out, s.year, ",");
		add_value(out, s.certainty, ",");
		str_add_format(out, "%u,%u,", s.cited_by, s.origin_of);
		add_value(out, is->texts[CSL_DOI], ",");
		add_value(out, is->texts[CSL_URL], ",");
		add_value(out, text.data, "\n");
	}
	str_clear(&text);
	rich_clear(&entry);
	arena_clear(&arena);
	return status;
}

static enum status
add_rows(struct str *out, struct references *r, struct error *err)
{
	enum status status = STATUS_OK;

	str_add_text(out,
	    "key,kind,title,year,certainty,cited_by,origin_of,doi,url,"
	    "reference\n");
	for (uint32_t i = 0; !status && i < r->item_count; i++)
		status = add_row(out, r, i, err);
	return status;
}

/* ---- Markdown ---- */

static void
add_markdown(struct str *out, struct references *r)
{
	const struct csl_item **some;
	uint32_t count = 0;

	some = mem_alloc_array((size_t)r->item_count + 1, sizeof *some);
	for (uint32_t i = 0; i < r->item_count; i++) {
		if (references_is_publication(r->items[i]))
			some[count++] = r->items[i];
	}
	cite_set_items(r->cite, some, count);
	bibliography_add_markdown(out, r->cite, count);
	references_set_items(r);
	free(some);
}

/* ---- By name ---- */

static enum status
check_publications(const struct references *r, struct error *err)
{
	if (references_count_publications(r) > 0)
		return STATUS_OK;
	if (r->item_count == 1)
		return error_set(err, STATUS_NOT_FOUND, "%s is no publication.",
		    r->items[0]->id);
	return error_set(err, STATUS_NOT_FOUND,
	    "None of the %u sources is a publication.", r->item_count);
}

enum status
references_add_export(struct str *out, struct references *r, const char *form,
    struct error *err)
{
	const struct bibliography_format *format = bibliography_find_format(
	    form);

	if (r->item_count == 0)
		return error_set(err, STATUS_NOT_FOUND, "No source is cited.");
	if (strcmp(form, "csv") == 0)
		return add_rows(out, r, err);
	if (!format && strcmp(form, "markdown") != 0)
		return error_set(err, STATUS_NOT_FOUND,
		    "No form of export is named \"%s\"", form);
	if (check_publications(r, err) != STATUS_OK)
		return STATUS_NOT_FOUND;
	if (format)
		return add_records(out, r, format, err);
	if (!r->cite)
		return error_set(err, STATUS_NOT_FOUND,
		    "No citation style is here.");
	add_markdown(out, r);
	return STATUS_OK;
}
