/* SPDX-License-Identifier: ISC */
#include "reference_line.h"

#include "chosen_style.h"
#include "cite_sources.h"
#include "cite_text.h"
#include "store/collection_csl.h"

static void
add_entry(struct str *out, struct cite *cite, const struct csl_item *item)
{
	struct cite_part part = { .item = 0 };
	struct rich text;

	rich_init(&text);
	cite_set_items(cite, &item, 1);
	if (cite_has_bibliography(cite))
		cite_add_reference(&text, cite, 0);
	else
		cite_add_citation(&text, cite, &part, 1);
	cite_text_add(out, &text, CITE_PLAIN);
	rich_clear(&text);
}

enum status
reference_line_add(struct str *out, struct cli *cli,
    const struct source *source, struct error *err)
{
	struct chosen_style style;
	struct csl_item item;
	struct error ignored;
	enum status status = collection_read_item(&item, cli->collection,
	    source->id, &cli->arena, err);

	if (status || !cite_sources_is_publication(source->kind, &item) ||
	    chosen_style_open(&style, cli, &ignored))
		return status;
	add_entry(out, style.cite, &item);
	chosen_style_close(&style);
	return STATUS_OK;
}
