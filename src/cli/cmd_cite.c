/* SPDX-License-Identifier: ISC */
#include "cli.h"

#include <stdbool.h>
#include <stddef.h>

#include "chosen_style.h"
#include "cite_request.h"
#include "cite_sources.h"
#include "cite_text.h"
#include "reader/print.h"

/*
 * Sources in a citation style.  All that are asked for make one list: the
 * style orders and numbers it, and tells apart what would look alike.
 */
struct citing_run {
	struct cli *cli;
	const struct cite_request *request;
	const struct cite_sources *sources;
	struct chosen_style style;
	struct rich text; /* what is being made */
	uint32_t written;
};

/* An item with the locator that was asked for. */
static struct cite_part
make_part(const struct citing_run *run, uint32_t item)
{
	return (struct cite_part){ .item = item,
		.label = run->request->label,
		.locator = run->request->locator };
}

/* What was read comes first among the items. */
static struct cite_secondary
make_secondary(const struct citing_run *run)
{
	return (struct cite_secondary){ .original = { .item = 1 },
		.in = make_part(run, 0),
		.is_quotation = run->request->is_quotation };
}

/* Each of these puts one form of an item into run->text. */
static void
make_reference(struct citing_run *run, uint32_t item)
{
	struct cite_secondary s = make_secondary(run);

	rich_reset(&run->text);
	if (!cite_has_bibliography(run->style.cite))
		return;
	if (run->request->via)
		cite_add_secondary_reference(&run->text, run->style.cite, &s);
	else
		cite_add_reference(&run->text, run->style.cite, item);
}

static void
make_citation(struct citing_run *run, uint32_t item)
{
	struct cite_secondary s = make_secondary(run);
	struct cite_part part = make_part(run, item);

	rich_reset(&run->text);
	if (run->request->via)
		cite_add_secondary(&run->text, run->style.cite, &s);
	else
		cite_add_citation(&run->text, run->style.cite, &part, 1);
}

static void
make_narrative(struct citing_run *run, uint32_t item)
{
	struct cite_part part = make_part(run, item);

	rich_reset(&run->text);
	if (!run->request->via &&
	    !cite_add_narrative(&run->text, run->style.cite, &part))
		rich_reset(&run->text);
}

/* The short form of later notes. */
static void
make_subsequent(struct citing_run *run, uint32_t item)
{
	struct cite_part part = make_part(run, item);

	part.position = CITE_SUBSEQUENT;
	rich_reset(&run->text);
	if (!run->request->via && cite_is_note_style(run->style.cite))
		cite_add_citation(&run->text, run->style.cite, &part, 1);
}

/* ---- In the style's order ---- */

typedef void visit_item(struct citing_run *run, uint32_t item, void *context);

/* Those of the list, then those that the style does not list. */
static void
visit_items(struct citing_run *run, visit_item *visit, void *context)
{
	uint32_t count = cite_count_references(run->style.cite);
	uint32_t items = run->sources->count;
	bool *is_seen = arena_alloc_array(&run->cli->arena, items,
	    sizeof *is_seen);

	if (run->request->via) {
		visit(run, 1, context);
		return;
	}
	for (uint32_t i = 0; i < count; i++) {
		uint32_t item = cite_get_reference_item(run->style.cite, i);

		if (item >= items || is_seen[item])
			continue;
		is_seen[item] = true;
		visit(run, item, context);
	}
	for (uint32_t i = 0; i < items; i++) {
		if (!is_seen[i])
			visit(run, i, context);
	}
}

/* ---- As text ---- */

static void
write_text(struct citing_run *run)
{
	enum cite_markup markup = run->request->markup;

	if (run->text.text.len == 0)
		return;
	/* Markdown would make one paragraph of all. */
	if (markup == CITE_MARKDOWN && run->written > 0)
		output_add(&run->cli->out, "\n", 1);
	cite_text_write(&run->cli->out, &run->text, markup);
	run->written++;
}

static void
write_entry(struct citing_run *run, uint32_t item, void *context)
{
	(void)context;
	make_reference(run, item);
	if (run->text.text.len == 0)
		make_citation(run, item);
	write_text(run);
}

static void
write_narrative(struct citing_run *run, uint32_t item, void *context)
{
	(void)context;
	make_narrative(run, item);
	write_text(run);
}

static void
say_no_list(const struct citing_run *run)
{
	struct str line;

	str_init(&line, 0);
	str_add_format(&line,
	    "the style \"%.80s\" has no list of references: "
	    "this is how it cites",
	    run->style.name);
	output_complain(&run->cli->out, line.data);
	str_clear(&line);
}

static enum status
write_list(struct citing_run *run, struct error *err)
{
	(void)err;
	if (!cite_has_bibliography(run->style.cite))
		say_no_list(run);
	visit_items(run, write_entry, NULL);
	return STATUS_OK;
}

static enum status
write_in_text(struct citing_run *run, struct error *err)
{
	uint32_t count = run->sources->count;
	struct cite_part *parts = arena_alloc_array(&run->cli->arena, count,
	    sizeof *parts);

	(void)err;
	for (uint32_t i = 0; i < count; i++)
		parts[i] = make_part(run, i);
	rich_reset(&run->text);
	if (run->request->via)
		make_citation(run, 1);
	else
		cite_add_citation(&run->text, run->style.cite, parts, count);
	write_text(run);
	return STATUS_OK;
}

static enum status
write_narratives(struct citing_run *run, struct error *err)
{
	visit_items(run, write_narrative, NULL);
	if (run->written == 0)
		return error_set(err, STATUS_INVALID,
		    "the style \"%.80s\" has no narrative form",
		    run->style.name);
	return STATUS_OK;
}

/* ---- As records ---- */

struct cite_record {
	const char *id;
	const char *bibliography;
	const char *citation;
	const char *narrative;
	const char *subsequent;
};

static const struct print_field record_fields[] = {
	{ "id", PRINT_TEXT, offsetof(struct cite_record, id) },
	{ "bibliography", PRINT_TEXT,
	    offsetof(struct cite_record, bibliography) },
	{ "citation", PRINT_TEXT, offsetof(struct cite_record, citation) },
	{ "narrative", PRINT_TEXT, offsetof(struct cite_record, narrative) },
	{ "subsequent", PRINT_TEXT, offsetof(struct cite_record, subsequent) },
	{ NULL }
};

typedef void make_form(struct citing_run *run, uint32_t item);

/* NULL where the style has no such form. */
static const char *
copy_form(struct citing_run *run, uint32_t item, make_form *make)
{
	const char *copy = NULL;
	struct str text;

	make(run, item);
	str_init(&text, 0);
	cite_text_add(&text, &run->text, run->request->markup);
	if (text.len)
		copy = arena_copy(&run->cli->arena, text.data, text.len);
	str_clear(&text);
	return copy;
}

static void
print_item(struct citing_run *run, uint32_t item, void *printer)
{
	struct cite_record record = {
		.id = run->sources->items[item]->id,
		.bibliography = copy_form(run, item, make_reference),
		.citation = copy_form(run, item, make_citation),
		.narrative = copy_form(run, item, make_narrative),
		.subsequent = copy_form(run, item, make_subsequent),
	};

	print_record(printer, &record);
	run->written++;
}

static enum status
print_records(struct citing_run *run, struct error *err)
{
	struct printer p;

	(void)err;
	print_begin(&p, run->cli->format, output_get_sink(&run->cli->out),
	    record_fields, true);
	visit_items(run, print_item, &p);
	print_end(&p);
	return STATUS_OK;
}

/* ---- The run ---- */

static enum status
write_forms(struct citing_run *run, struct error *err)
{
	static enum status (*const forms[])(struct citing_run *,
	    struct error *) = {
		[CITE_FORM_LIST] = write_list,
		[CITE_FORM_IN_TEXT] = write_in_text,
		[CITE_FORM_NARRATIVE] = write_narratives,
		[CITE_FORM_RECORDS] = print_records,
	};
	enum status status;
	const char *fault;

	rich_init(&run->text);
	cite_set_items(run->style.cite, run->sources->items,
	    run->sources->count);
	status = forms[run->request->form](run, err);
	fault = cite_get_fault(run->style.cite);
	if (fault)
		output_complain(&run->cli->out, fault);
	rich_clear(&run->text);
	if (!status && run->written == 0)
		status = error_set(err, STATUS_NOT_FOUND, "%s", "");
	return status;
}

enum status
cmd_cite(struct cli *cli, struct error *err)
{
	struct cite_request request;
	struct cite_sources sources;
	struct citing_run run = { .cli = cli,
		.request = &request,
		.sources = &sources };
	enum status status = cite_request_read(&request, cli, err);

	if (!status)
		status = cite_sources_read(&sources, cli, &request, err);
	if (!status)
		status = chosen_style_open(&run.style, cli, err);
	if (status)
		return status;
	status = write_forms(&run, err);
	chosen_style_close(&run.style);
	return status;
}
