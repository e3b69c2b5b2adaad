/* SPDX-License-Identifier: ISC */
#include "emit_parts.h"

#include <string.h>

/*
 * The cell of a table as a passage, with the citations that another cell
 * has for the whole of it.
 */

static void
start_cell_lines(struct line_table *lines, const char *text, size_t len,
    struct place place)
{
	line_table_init(lines, text, len, place.line);
	lines->first_column = place.column;
}

/* Says where something other than citations stands in their cell. */
static void
check_between(struct emitter *e, const struct csv_field *field,
    const struct line_table *lines, const struct chain_group *groups,
    size_t count)
{
	size_t at = 0;

	for (size_t i = 0; i <= count; i++) {
		size_t end = i < count ? groups[i].at : field->len;
		size_t blank = strspn(field->text + at, " \t\n");

		if (at + blank < end) {
			diagnose_add(e->draft->diagnose, DIAGNOSE_ERROR,
			    line_table_find(lines, field->place.file,
				at + blank),
			    "expected citations, as [@key, p. 1 <- @other]");
			return;
		}
		if (i < count)
			at = groups[i].at + groups[i].len;
	}
}

/* The chains of a cell that holds nothing else, over the whole passage. */
static enum status
put_cell_chains(struct parts *parts, struct emitter *e,
    const struct emit_text *text, const struct chain_group *groups,
    size_t count, uint32_t len, struct error *err)
{
	for (size_t i = 0; i < count; i++) {
		const struct chain_group *g = &groups[i];

		if (g->error)
			diagnose_add(e->draft->diagnose, DIAGNOSE_ERROR,
			    line_table_find(text->lines, text->file,
				g->error_at),
			    "%s", g->error);
		for (uint32_t j = 0; !g->error && j < g->chain_count; j++) {
			enum status status = emit_put_chain(parts, e, text,
			    &g->chains[j], 0, len, err);

			if (status)
				return status;
		}
	}
	return STATUS_OK;
}

static uint32_t
count_group_chains(const struct chain_group *groups, size_t count)
{
	uint32_t chains = 0;

	for (size_t i = 0; i < count; i++)
		chains += groups[i].chain_count;
	return chains;
}

static void
count_behind(struct emit_counts *counts, const struct parts *parts,
    int64_t passage, uint32_t len)
{
	citation_count_origins(&counts->documents, &counts->origins,
	    parts->citations, parts->citation_count, passage, 0, len);
	if (parts->citation_count)
		counts->document = parts->citations[0].document;
}

static enum status
put_cell_passage(struct emit_counts *counts, struct emitter *e,
    struct emit_text *t, struct markdown_passage *mp,
    const struct csv_field *citations, struct error *err)
{
	struct line_table lines;
	struct emit_text cell = *t;
	struct chain_group *groups = NULL;
	struct parts parts;
	size_t count = 0;
	enum status status;

	if (citations)
		count = chain_find_all(&groups, citations->text, citations->len,
		    &e->draft->scratch);
	emit_start_parts(&parts, e, t, mp,
	    emit_count_chains(mp) + count_group_chains(groups, count));
	status = emit_put_groups(&parts, e, t, mp, err);
	if (!status && citations) {
		start_cell_lines(&lines, citations->text, citations->len,
		    citations->place);
		cell.lines = &lines;
		cell.file = citations->place.file;
		check_between(e, citations, &lines, groups, count);
		status = put_cell_chains(&parts, e, &cell, groups, count,
		    mp->p.len, err);
		line_table_clear(&lines);
	}
	if (counts)
		count_behind(counts, &parts, e->next_passage, mp->p.len);
	return status ? status : emit_finish_passage(&parts, e, t, &mp->p, err);
}

enum status
emit_cell(int64_t *id, struct emit_counts *counts, struct emitter *e,
    const struct emit_cell *cell, struct error *err)
{
	struct draft *draft = e->draft;
	struct line_table lines;
	struct emit_text t = { cell->owner, cell->text->place.file, &lines,
		cell->numbers, NULL, false };
	struct markdown_options options = { t.file, draft->language, true };
	struct markdown_result result = { 0 };
	enum status status = STATUS_OK;

	*id = 0;
	if (counts)
		*counts = (struct emit_counts){ 0 };
	start_cell_lines(&lines, cell->text->text, cell->text->len,
	    cell->text->place);
	markdown_read(&result, cell->text->text, cell->text->len, &lines,
	    &options, draft->diagnose, &draft->scratch);
	if (result.passage_count != 1)
		goto done; /* empty, or in error, which was said */
	status = emit_put_links(e, &t, &result, err);
	if (status)
		goto done;
	*id = e->next_passage;
	result.passages[0].p.kind = cell->kind;
	result.passages[0].p.is_graphic |= cell->is_graphic;
	status = put_cell_passage(counts, e, &t, &result.passages[0],
	    cell->citations, err);
done:
	line_table_clear(&lines);
	return status;
}
