/* SPDX-License-Identifier: ISC */
#ifndef IBID_EMIT_PARTS_H
#define IBID_EMIT_PARTS_H

#include "emit.h"

/*
 * What the text of topics and the cells of tables share: citations and
 * spans of one passage while they are put together.
 */
struct parts {
	struct citation *citations;
	uint32_t citation_count;
	struct span *spans;
	uint32_t span_count;
};

/* emit_chain.c: one chain over a range of the passage that comes next. */
enum status emit_put_chain(struct parts *parts, struct emitter *e,
    const struct emit_text *t, const struct chain *chain, uint32_t from,
    uint32_t at, struct error *err);

/* emit_text.c */
enum status emit_put_links(struct emitter *e, struct emit_text *t,
    const struct markdown_result *result, struct error *err);
uint32_t emit_count_chains(const struct markdown_passage *mp);

/* Room for the passage's spans and as many chains; its spans are there. */
void emit_start_parts(struct parts *parts, struct emitter *e,
    const struct emit_text *t, const struct markdown_passage *mp,
    uint32_t chains);
enum status emit_put_groups(struct parts *parts, struct emitter *e,
    const struct emit_text *t, const struct markdown_passage *mp,
    struct error *err);

/* Writes the passage with its parts. */
enum status emit_finish_passage(struct parts *parts, struct emitter *e,
    const struct emit_text *t, struct passage *p, struct error *err);

#endif
