/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "comparison_private.h"

static int
compare_keys(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static int
compare_ids(const void *a, const void *b)
{
	int64_t p = *(const int64_t *)a, q = *(const int64_t *)b;

	return (p > q) - (p < q);
}

static uint32_t
count_different(void *all, uint32_t count, size_t size,
    int (*compare)(const void *, const void *))
{
	const char *bytes = all;
	uint32_t different = count > 0;

	if (count > 0)
		qsort(all, count, size, compare);
	for (uint32_t i = 1; i < count; i++)
		different += compare(bytes + (i - 1) * size,
				 bytes + i * size) != 0;
	return different;
}

void
comparison_count_behind(uint32_t *documents, uint32_t *origins,
    const struct comparison_figure **figures, uint32_t count)
{
	struct arena arena = { 0 };
	uint32_t key_count = 0, id_count = 0;
	const char **keys;
	int64_t *ids;

	for (uint32_t i = 0; i < count; i++) {
		key_count += figures[i]->behind.document_count;
		id_count += figures[i]->behind.origin_count;
	}
	keys = arena_alloc_array(&arena, key_count, sizeof *keys);
	ids = arena_alloc_array(&arena, id_count, sizeof *ids);
	key_count = id_count = 0;
	for (uint32_t i = 0; i < count; i++) {
		const struct figure_behind *b = &figures[i]->behind;

		for (uint32_t j = 0; j < b->document_count; j++)
			keys[key_count++] = b->keys[j];
		for (uint32_t j = 0; j < b->origin_count; j++)
			ids[id_count++] = b->origin_ids[j];
	}
	*documents = count_different(keys, key_count, sizeof *keys,
	    compare_keys);
	*origins = count_different(ids, id_count, sizeof *ids, compare_ids);
	arena_clear(&arena);
}
