/* SPDX-License-Identifier: ISC */
#include "collection_writer_private.h"

#include <assert.h>
#include <string.h>

#include "base/utf8.h"
#include "collection_private.h"
#include "store/collection_search.h"

/* Passages and what stands in them: sentences, spans, links, citations. */

static void
add_u16(struct str *out, size_t value)
{
	str_add_char(out, (char)(value & 0xFF));
	str_add_char(out, (char)(value >> 8));
}

static void
add_blob(struct writer_row *row, const struct str *bytes)
{
	writer_add_bytes(row, bytes->data, bytes->len, true);
}

static enum status
flush_folded_block(struct collection_writer *w, int64_t block,
    struct error *err)
{
	struct writer_row row;

	if (w->folded_block.places.len == 0)
		return STATUS_OK;
	row = writer_begin(w, WRITER_FOLDED_BLOCK);
	writer_add_int(&row, block);
	add_blob(&row, &w->folded_block.places);
	add_blob(&row, &w->folded_block.data);
	str_reset(&w->folded_block.places);
	str_reset(&w->folded_block.data);
	return writer_end(&row, err);
}

static enum status
flush_block(struct collection_writer *w, struct error *err)
{
	struct writer_row row;
	int64_t id;
	enum status status;

	if (w->block_first == 0)
		return STATUS_OK;
	row = writer_begin_next(&id, w, WRITER_BLOCK);
	writer_add_int(&row, w->block_first);
	add_blob(&row, &w->block.places);
	add_blob(&row, &w->block.data);
	status = writer_end(&row, err);
	str_reset(&w->block.places);
	str_reset(&w->block.data);
	w->block_first = 0;
	w->block_count = 0;
	return status ? status : flush_folded_block(w, id, err);
}

/* Whether a passage finds room in the block, as does its folded text. */
static bool
has_room(const struct collection_writer *w, size_t len, size_t folded_len)
{
	const struct writer_block *b = &w->block, *f = &w->folded_block;

	return b->places.len + b->data.len + BLOCK_PLACE_BYTES + len <=
	    w->block_limit_bytes &&
	    f->places.len + f->data.len + BLOCK_FOLDED_PLACE_BYTES +
		folded_len <=
	    w->block_limit_bytes;
}

/* at is where the text begins in the block that is being filled. */
static enum status
add_to_block(size_t *at, struct collection_writer *w, int64_t passage,
    const struct passage *p, size_t folded_len, struct error *err)
{
	enum status status = STATUS_OK;

	if (!has_room(w, p->len, folded_len))
		status = flush_block(w, err);
	if (w->block_first == 0)
		w->block_first = passage;
	*at = w->block.data.len;
	str_add(&w->block.data, p->text, p->len);
	add_u16(&w->block.places, w->block.data.len);
	str_add_char(&w->block.places,
	    (char)(p->kind | (p->is_graphic ? BLOCK_GRAPHIC : 0)));
	w->block_count++;
	return status;
}

/* Behind add_to_block() of the same passage. */
static enum status
add_folded(struct collection_writer *w, int64_t passage, struct error *err)
{
	size_t at = w->folded_block.data.len;
	struct writer_row row = writer_begin(w, WRITER_FOLDED);

	str_add(&w->folded_block.data, w->folded.data, w->folded.len);
	add_u16(&w->folded_block.places, w->block_count - 1);
	add_u16(&w->folded_block.places, w->folded_block.data.len);
	writer_add_int(&row, passage);
	writer_add_int(&row, (int64_t)at);
	writer_add_int(&row, (int64_t)w->folded.len);
	add_blob(&row, &w->map);
	return writer_end(&row, err);
}

static enum status
flush_run(struct collection_writer *w, struct error *err)
{
	struct writer_row row;

	if (w->run.first == 0)
		return STATUS_OK;
	row = writer_begin(w, WRITER_RUN);
	writer_add_int(&row, w->run.first);
	writer_add_int(&row, w->run.last);
	writer_add_int(&row, w->run.owner.kind);
	writer_add_int(&row, w->run.owner.record);
	w->run.first = 0;
	return writer_end(&row, err);
}

static enum status
add_to_run(struct collection_writer *w, int64_t passage,
    struct passage_owner owner, struct error *err)
{
	enum status status = STATUS_OK;

	if (w->run.owner.kind != owner.kind ||
	    w->run.owner.record != owner.record)
		status = flush_run(w, err);
	if (w->run.first == 0)
		w->run.first = passage;
	w->run.last = passage;
	w->run.owner = owner;
	return status;
}

enum status
writer_flush_text(struct collection_writer *w, struct error *err)
{
	enum status status = flush_block(w, err);

	return status ? status : flush_run(w, err);
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
	bool is_folded;
	size_t at;
	enum status status;

	if (p->len > DB_TEXT_LIMIT)
		return error_set(err, STATUS_LIMIT,
		    "a passage of %u bytes is too long (%d are allowed)",
		    (unsigned)p->len, (int)DB_TEXT_LIMIT);
	str_reset(&w->folded);
	str_reset(&w->map);
	is_folded = utf8_fold(&w->folded, &w->map, p->text, p->len);
	status = add_to_block(&at, w, passage, p, w->folded.len, err);
	if (status == STATUS_OK)
		status = put_place(w, passage, at, owner, p, err);
	if (status == STATUS_OK && is_folded)
		status = add_folded(w, passage, err);
	if (status == STATUS_OK)
		status = add_to_run(w, passage, owner, err);
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
