/* SPDX-License-Identifier: ISC */
#include "base/arena.h"
#include "base/mem.h"
#include "store/collection_facet.h"

/* Counts nothing, until the store does. */
struct collection_facet_count *
collection_facet_count_new(struct collection *c, enum collection_facet facet,
    const uint8_t *rows, uint32_t row_count)
{
	(void)c;
	(void)facet;
	(void)rows;
	(void)row_count;
	return NULL;
}

void
collection_facet_count_free(struct collection_facet_count *n)
{
	(void)n;
}

enum status
collection_facet_count_step(struct collection_facet_count *n, bool *is_done,
    struct error *err)
{
	(void)n;
	(void)err;
	*is_done = true;
	return STATUS_OK;
}

const struct collection_facet_value *
collection_facet_count_list(struct collection_facet_count *n, uint32_t *count)
{
	(void)n;
	*count = 0;
	return NULL;
}

enum status
collection_mark_facet(uint8_t *rows, struct collection *c,
    enum collection_facet facet, const char *name, int64_t first,
    uint32_t count, struct error *err)
{
	(void)rows;
	(void)c;
	(void)facet;
	(void)name;
	(void)first;
	(void)count;
	(void)err;
	return STATUS_OK;
}

enum status
collection_find_facet_title(const char **out, struct collection *c,
    enum collection_facet facet, const char *name, struct arena *arena,
    struct error *err)
{
	(void)c;
	(void)facet;
	(void)err;
	*out = arena_copy_text(arena, name);
	return STATUS_OK;
}
