/* SPDX-License-Identifier: ISC */
#include "markdown.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "markdown_block.h"
#include "markdown_inline.h"
#include "markdown_passage.h"
#include "markdown_reader.h"

void
markdown_reader_fail(struct markdown_reader *r, size_t at, const char *message)
{
	diagnose_add(r->d, DIAGNOSE_ERROR,
	    line_table_find(r->lines, r->options->file, at), "%s", message);
}

void
markdown_reader_warn(struct markdown_reader *r, size_t at, const char *message)
{
	diagnose_add(r->d, DIAGNOSE_WARNING,
	    line_table_find(r->lines, r->options->file, at), "%s", message);
}

bool
markdown_reader_is_escaped(const struct markdown_reader *r, size_t at)
{
	size_t from = at;

	while (from > 0 && r->mask.source[from - 1] == '\\')
		from--;
	return (at - from) % 2 == 1;
}

void
markdown_reader_fail_group(struct markdown_reader *r, size_t group,
    const char *message)
{
	const struct chain_group *g = &r->mask.groups[group];

	r->mask.fates[group] = MARKDOWN_FATE_FAILED;
	r->failed++;
	markdown_reader_fail(r, g->error ? g->error_at : g->at, message);
}

size_t
markdown_reader_find(const struct markdown_reader *r, const char *text)
{
	uintptr_t begin = (uintptr_t)r->mask.bytes;
	uintptr_t p = (uintptr_t)text;

	return p >= begin && p - begin < r->mask.len ? p - begin : r->mask.len;
}

/* Says of every citation that did not come back why. */
static void
report_groups(struct markdown_reader *r, struct markdown_result *out)
{
	for (size_t i = 0; i < r->mask.group_count; i++) {
		const struct chain_group *group = &r->mask.groups[i];
		enum markdown_fate fate = r->mask.fates[i];

		if (fate == MARKDOWN_FATE_CODE)
			out->citations_in_code++;
		else if (fate != MARKDOWN_FATE_FAILED && group->error)
			markdown_reader_fail_group(r, i, group->error);
		else if (fate == MARKDOWN_FATE_HIDDEN)
			markdown_reader_fail_group(r, i,
			    "citation stands where it is not shown");
	}
	out->citations_in_error = r->failed;
}

static void
report_definitions(struct markdown_reader *r)
{
	for (size_t i = 0; i < r->mask.definition_count; i++) {
		if (!r->mask.is_shown[i])
			markdown_reader_fail(r, r->mask.definitions[i],
			    "reference definitions are not supported: write "
			    "[text](destination)");
	}
}

static void
check_inline(struct markdown_reader *r)
{
	size_t at = 0;

	if (!r->options->is_inline)
		return;
	if (!r->has_other_block && (r->passage_count <= 1 || r->is_too_long))
		return;
	if (!r->has_other_block)
		at = r->passages[1].source_at;
	else if (r->passage_count > 0)
		at = r->passages[0].source_at;
	markdown_reader_fail(r, at, "expected one paragraph");
}

static void
parse(struct markdown_reader *r)
{
	static const MD_PARSER parser = { .flags = MD_FLAG_TABLES |
		    MD_FLAG_NOHTML,
		.enter_block = markdown_block_enter,
		.leave_block = markdown_block_leave,
		.enter_span = markdown_inline_enter,
		.leave_span = markdown_inline_leave,
		.text = markdown_inline_add };

	if (md_parse(r->mask.bytes, (MD_SIZE)r->mask.len, &parser, r) != 0)
		markdown_reader_fail(r, r->at,
		    "Markdown cannot be read: out of memory");
	markdown_passage_end(r);
}

static void *
take_array(struct arena *arena, void *array, uint32_t count, size_t size_bytes)
{
	void *copy = arena_alloc_array(arena, count, size_bytes);

	if (count > 0)
		memcpy(copy, array, count * size_bytes);
	free(array);
	return copy;
}

void
markdown_read(struct markdown_result *out, const char *text, size_t len,
    const struct line_table *lines, const struct markdown_options *options,
    struct diagnose *d, struct arena *arena)
{
	struct markdown_reader r = { .lines = lines,
		.options = options,
		.d = d,
		.arena = arena };

	*out = (struct markdown_result){ 0 };
	if (len > INT32_MAX) {
		markdown_reader_fail(&r, 0, "text is too large");
		return;
	}
	markdown_draft_init(&r.draft);
	markdown_mask_init(&r.mask, text, len, arena);
	parse(&r);
	report_definitions(&r);
	report_groups(&r, out);
	check_inline(&r);
	out->passage_count = r.passage_count;
	out->passages = take_array(arena, r.passages, r.passage_count,
	    sizeof *r.passages);
	out->link_count = r.link_count;
	out->links = take_array(arena, r.links, r.link_count, sizeof *r.links);
	markdown_mask_clear(&r.mask);
	markdown_draft_clear(&r.draft);
}
