/* SPDX-License-Identifier: ISC */
#include "collection_writer_private.h"

#include <assert.h>
#include <string.h>

#include "base/utf8.h"
#include "collection_private.h"

/* Passages and what stands in them: sentences, spans, links, citations. */

enum status
writer_flush_block(struct collection_writer *w, struct error *err)
{
	struct writer_row row;
	int64_t id;
	enum status status;

	if (w->block_first == 0)
		return STATUS_OK;
	row = writer_begin_next(&id, w, WRITER_BLOCK);
	writer_add_int(&row, w->block_first);
	writer_add_bytes(&row, w->block.data, w->block.len, true);
	status = writer_end(&row, err);
	str_reset(&w->block);
	w->block_first = 0;
	return status;
}

/* at is where the text begins in the block that is being filled. */
static enum status
add_to_block(size_t *at, struct collection_writer *w, int64_t passage,
    const struct passage *p, struct error *err)
{
	enum status status = STATUS_OK;

	if (w->block.len + p->len > w->block_limit_bytes)
		status = writer_flush_block(w, err);
	if (w->block_first == 0)
		w->block_first = passage;
	*at = w->block.len;
	str_add(&w->block, p->text, p->len);
	return status;
}

static enum status
put_place(struct collection_writer *w, int64_t id, size_t at,
    struct passage_owner owner, const struct passage *p, struct error *err)
{
	struct writer_row row = writer_begin(w, WRITER_PLACE);

	writer_add_int(&row, id);
	writer_add_int(&row, w->last[WRITER_BLOCK] + 1);
	writer_add_int(&row, (int64_t)at);
	writer_add_int(&row, p->len);
	writer_add_int(&row, p->kind);
	writer_add_int(&row, p->level);
	writer_add_int(&row, p->ordinal);
	writer_add_int(&row, p->is_graphic);
	writer_add_int(&row, owner.kind);
	writer_add_int(&row, owner.record);
	writer_add_text(&row, p->field);
	return writer_end(&row, err);
}

static enum status
put_folded(struct collection_writer *w, int64_t id, const struct passage *p,
    struct error *err)
{
	struct writer_row row;

	str_reset(&w->folded);
	str_reset(&w->map);
	if (!utf8_fold(&w->folded, &w->map, p->text, p->len))
		return STATUS_OK;
	row = writer_begin(w, WRITER_FOLDED);
	writer_add_int(&row, id);
	writer_add_bytes(&row, w->folded.data, w->folded.len, false);
	writer_add_bytes(&row, w->map.data, w->map.len, true);
	return writer_end(&row, err);
}

static enum status
put_sentence(struct collection_writer *w, int64_t passage,
    const struct sentence *sentence, struct error *err)
{
	struct writer_row row = writer_begin(w, WRITER_SENTENCE);

	writer_add_int(&row, passage);
	writer_add_int(&row, sentence->at);
	writer_add_int(&row, sentence->len);
	writer_add_int(&row, sentence->documents);
	writer_add_int(&row, sentence->origins);
	return writer_end(&row, err);
}

static enum status
put_span(struct collection_writer *w, int64_t passage, uint32_t number,
    const struct span *span, struct error *err)
{
	const char *name = collection_span_names[span->kind];
	bool has_target = span->kind == SPAN_LINK ||
	    span->kind == SPAN_CITATION;
	struct writer_row row = writer_begin(w, WRITER_SPAN);

	writer_add_int(&row, passage);
	writer_add_int(&row, number);
	writer_add_int(&row, span->at);
	writer_add_int(&row, span->len);
	writer_add_text(&row, name);
	writer_add_row_id(&row, has_target ? span->target : 0);
	return writer_end(&row, err);
}

enum status
collection_writer_put_passage(int64_t *id, struct collection_writer *w,
    struct passage_owner owner, const struct passage *p, struct error *err)
{
	int64_t passage = w->last[WRITER_PLACE] + 1;
	size_t at;
	enum status status;

	if (p->len > DB_TEXT_LIMIT)
		return error_set(err, STATUS_LIMIT,
		    "a passage of %u bytes is too long (%d are allowed)",
		    (unsigned)p->len, (int)DB_TEXT_LIMIT);
	status = add_to_block(&at, w, passage, p, err);
	if (status == STATUS_OK)
		status = put_place(w, passage, at, owner, p, err);
	if (status == STATUS_OK)
		status = put_folded(w, passage, p, err);
	for (uint32_t i = 0; i < p->sentence_count && !status; i++)
		status = put_sentence(w, passage, &p->sentences[i], err);
	for (uint32_t i = 0; i < p->span_count && !status; i++)
		status = put_span(w, passage, i + 1, &p->spans[i], err);
	if (status != STATUS_OK)
		return status;
	w->last[WRITER_PLACE] = passage;
	*id = passage;
	return STATUS_OK;
}

enum status
collection_writer_put_link(struct collection_writer *w,
    struct passage_owner from, struct passage_owner to, const char *url,
    struct error *err)
{
	bool is_url = to.kind == RECORD_NONE;
	int64_t id;
	struct writer_row row = writer_begin_next(&id, w, WRITER_LINK);

	writer_add_text(&row, record_get_name(from.kind));
	writer_add_int(&row, from.record);
	writer_add_text(&row, is_url ? "url" : record_get_name(to.kind));
	writer_add_row_id(&row, is_url ? 0 : to.record);
	writer_add_text(&row, is_url ? url : NULL);
	return writer_end(&row, err);
}

static enum status
put_step(struct collection_writer *w, int64_t citation, uint32_t number,
    const struct step *step, int64_t source, struct error *err)
{
	struct writer_row row = writer_begin(w, WRITER_STEP);

	writer_add_int(&row, citation);
	writer_add_int(&row, number);
	writer_add_text(&row, citation_get_role_name(step->role));
	writer_add_row_id(&row, source);
	writer_add_text(&row, source ? NULL : step->text);
	writer_add_text(&row, citation_get_seen_name(step->seen));
	writer_add_int(&row, step->is_carried);
	writer_add_text(&row, step->locator_value ? step->locator_label : NULL);
	writer_add_text(&row, step->locator_value);
	return writer_end(&row, err);
}

enum status
collection_writer_put_citation(struct collection_writer *w,
    const struct citation *citation, const int64_t *sources, struct error *err)
{
	int64_t id;
	struct writer_row row = writer_begin_next(&id, w, WRITER_CITATION);
	enum status status;

	writer_add_int(&row, citation->passage);
	writer_add_int(&row, citation->at);
	writer_add_int(&row, citation->len);
	writer_add_int(&row, citation->number);
	writer_add_int(&row, citation->document);
	writer_add_int(&row, citation->origin);
	status = writer_end(&row, err);
	for (uint32_t i = 0; i < citation->step_count && !status; i++)
		status = put_step(w, id, i + 1, &citation->steps[i], sources[i],
		    err);
	return status;
}

enum status
collection_writer_put_origin(struct collection_writer *w, int64_t source,
    int64_t document, const char *text, struct error *err)
{
	int64_t id;
	struct writer_row row = writer_begin_next(&id, w, WRITER_ORIGIN);

	writer_add_row_id(&row, source);
	writer_add_row_id(&row, source ? 0 : document);
	writer_add_text(&row, source ? NULL : text);
	return writer_end(&row, err);
}
