/* SPDX-License-Identifier: ISC */
#ifndef IBID_EMIT_H
#define IBID_EMIT_H

#include "draft.h"
#include "markdown.h"
#include "store/collection_writer.h"

/*
 * Writing a draft.  Row ids are counted here, so that a run that writes
 * nothing (a check, or one that has found an error) goes the same way.
 */
struct emitter {
	struct draft *draft;
	struct collection_writer *writer; /* NULL: nothing is written */
	int64_t next_passage, next_link, next_citation, next_origin;
};

/* Text on its way into a passage, and where its messages go. */
struct emit_text {
	struct passage_owner owner;
	const char *file;
	const struct line_table *lines;
	struct names *numbers; /* of the record's chains */
	int64_t *links;        /* rows of the text's links */
	bool is_headless;      /* of a topic without front matter */
};

/* emit.c */
enum status emit_plain(struct emitter *e, struct passage_owner owner,
    enum passage_kind kind, const char *field, const char *text,
    bool is_graphic, struct error *err);

/* emit_text.c */

/* The passages of a Markdown text with their links and citations. */
enum status emit_markdown(struct emitter *e, struct emit_text *t,
    struct markdown_result *result, struct error *err);

/* emit_cell.c */

/*
 * A cell as one passage of the kind, with the citations of another cell
 * over the whole of it (or NULL); *id is 0 where the cell is empty or in
 * error.  counts, which may be NULL, gets documents and origins.
 */
struct emit_cell {
	struct passage_owner owner;
	enum passage_kind kind;
	bool is_graphic;
	const struct draft_text *text;
	const struct csv_field *citations;
	struct names *numbers; /* shared by the cells of a record */
};
struct emit_counts {
	uint32_t documents, origins;
	int64_t document; /* the first one's row; 0: none */
};
enum status emit_cell(int64_t *id, struct emit_counts *counts,
    struct emitter *e, const struct emit_cell *cell, struct error *err);

/* emit_source.c */
enum status emit_sources(struct emitter *e, struct error *err);

/* lint.c: sentences that state something and are not cited. */
void draft_lint_passage(struct draft *draft,
    const struct markdown_passage *passage, const char *file,
    const struct line_table *lines);

/* lint.c: locators that are only a number. */
void draft_lint_chain(struct draft *draft, const struct chain *chain,
    const char *file, const struct line_table *lines);

#endif
