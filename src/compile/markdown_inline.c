/* SPDX-License-Identifier: ISC */
#include "markdown_inline.h"

#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "markdown_entity.h"
#include "markdown_passage.h"

/* The character of an entity; -1 where it is none, which is said. */
static int32_t
decode_entity(struct markdown_reader *r, const char *text, size_t len,
    size_t at)
{
	int32_t c = markdown_entity_decode(text, len);

	if (c == -1)
		markdown_reader_fail(r, at,
		    "unknown entity (write the "
		    "character itself, or \\& for the ampersand)");
	if (c == -2)
		markdown_reader_fail(r, at,
		    "character reference is not allowed");
	return c < 0 ? -1 : c;
}

/* A link's destination: its bytes in the source, entities replaced. */
static const char *
copy_destination(struct markdown_reader *r, const MD_ATTRIBUTE *href, size_t at)
{
	struct str out;
	const char *copy;

	str_init(&out, 0);
	for (size_t i = 0;
	     href->size > 0 && href->substr_offsets[i] < href->size; i++) {
		const char *text = href->text + href->substr_offsets[i];
		size_t len = href->substr_offsets[i + 1] -
		    href->substr_offsets[i];
		int32_t c = -1;

		if (href->substr_types[i] == MD_TEXT_ENTITY)
			c = decode_entity(r, text, len, at);
		if (c >= 0)
			str_add_code_point(&out, c);
		else
			str_add(&out, text, len);
	}
	if (!utf8_is_nfc(out.data, out.len))
		markdown_reader_fail(r, at,
		    "link's destination is not in "
		    "Unicode's normal form NFC");
	copy = arena_copy(r->arena, out.data, out.len);
	str_clear(&out);
	return copy;
}

/*
 * Where a link's destination stands.  md4c hands over a copy of one that has
 * an escape or an entity; then it is where the link begins.
 */
static size_t
find_destination(const struct markdown_reader *r, const MD_ATTRIBUTE *href)
{
	size_t at = r->mask.len;

	if (href->size > 0)
		at = markdown_reader_find(r, href->text);
	if (at < r->mask.len)
		return at;
	at = r->at;
	while (at < r->mask.len && r->mask.bytes[at] != '[' &&
	    r->mask.bytes[at] != '<')
		at++;
	return at < r->mask.len ? at : r->at;
}

/* A citation in a destination is filler there, and an error of its own. */
static bool
holds_citation(const struct markdown_reader *r, const MD_ATTRIBUTE *href)
{
	const struct markdown_mask *mask = &r->mask;
	size_t at = mask->len, group;

	if (href->size > 0)
		at = markdown_reader_find(r, href->text);
	group = markdown_mask_find(mask, at);
	return group < mask->group_count &&
	    mask->groups[group].at < at + href->size;
}

static uint32_t
push_link(struct markdown_reader *r, const MD_SPAN_A_DETAIL *detail)
{
	size_t at = find_destination(r, &detail->href);

	if (r->link_count == r->link_cap) {
		r->link_cap = r->link_cap ? r->link_cap * 2 : 16;
		r->links = mem_resize_array(r->links, r->link_cap,
		    sizeof *r->links);
	}
	r->links[r->link_count].destination = copy_destination(r, &detail->href,
	    at);
	r->links[r->link_count].source_at = at;
	r->links[r->link_count].is_faulty = holds_citation(r, &detail->href);
	return r->link_count++;
}

/* md4c does not say where an image stands; it is the next "![". */
static void
report_image(struct markdown_reader *r)
{
	const char *bytes = r->mask.bytes;
	size_t at = r->at;

	while (
	    at + 1 < r->mask.len && !(bytes[at] == '!' && bytes[at + 1] == '['))
		at++;
	if (at + 1 < r->mask.len)
		r->at = at + 2;
	else
		at = r->at;
	markdown_reader_fail(r, at, "images are not supported");
}

static const enum span_kind span_kinds[] = { [MD_SPAN_EM] = SPAN_EMPHASIS,
	[MD_SPAN_STRONG] = SPAN_STRONG,
	[MD_SPAN_A] = SPAN_LINK,
	[MD_SPAN_IMG] = 0,
	[MD_SPAN_CODE] = SPAN_CODE };

/* What stands in an image is not shown. */
int
markdown_inline_enter(MD_SPANTYPE type, void *detail, void *context)
{
	struct markdown_reader *r = context;
	uint32_t target = 0;

	if (type == MD_SPAN_IMG) {
		report_image(r);
		r->image_depth++;
	}
	if (r->image_depth > 0)
		return 0;
	markdown_passage_begin(r);
	if (type == MD_SPAN_A) {
		target = push_link(r, detail);
		r->is_autolink_due = true;
	}
	if (!markdown_draft_open_span(&r->draft, span_kinds[type], target) &&
	    r->draft.depth == MARKDOWN_DRAFT_DEPTH + 1)
		markdown_reader_fail(r, r->at,
		    "emphasis and links are nested too deeply");
	return 0;
}

int
markdown_inline_leave(MD_SPANTYPE type, void *detail, void *context)
{
	struct markdown_reader *r = context;
	const struct span *span;

	(void)detail;
	if (type == MD_SPAN_IMG)
		r->image_depth--;
	else if (r->image_depth == 0) {
		span = markdown_draft_close_span(&r->draft);
		if (span && span->kind == SPAN_LINK && span->len == 0)
			markdown_reader_fail(r,
			    r->links[span->target].source_at,
			    "link has no text");
	}
	r->is_autolink_due = false;
	return 0;
}

/* Text with the citations in it. */
static void
add_text(struct markdown_reader *r, size_t at, size_t end)
{
	struct markdown_mask *mask = &r->mask;
	size_t i = markdown_mask_find(mask, at);

	for (; i < mask->group_count && mask->groups[i].at < end; i++) {
		const struct chain_group *group = &mask->groups[i];

		mask->fates[i] = MARKDOWN_FATE_SHOWN;
		if (group->error)
			continue;
		markdown_draft_add(&r->draft, mask->source + at, group->at - at,
		    at);
		markdown_draft_add_mark(&r->draft, group);
		at = markdown_mask_get_end(mask, i);
	}
	markdown_draft_add(&r->draft, mask->source + at, end - at, at);
}

static bool
is_at_beginning(const struct markdown_draft *draft)
{
	return draft->text.len == 0 && draft->span_count == 0 &&
	    draft->mark_count == 0 && draft->cell_count <= 1;
}

/* Marks that stand where they mark nothing. */
static void
check_marks(struct markdown_reader *r, size_t at, size_t end)
{
	static const char *const marks[] = { "{graphic}", "{editor:" };
	const char *bytes = r->mask.bytes, *found;

	while (at < end && (found = memchr(bytes + at, '{', end - at))) {
		at = (size_t)(found - bytes);
		for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
			size_t len = strlen(marks[i]);

			if (end - at >= len &&
			    memcmp(found, marks[i], len) == 0 &&
			    !markdown_reader_is_escaped(r, at))
				markdown_reader_warn(r, at,
				    "mark is text here: it stands at the "
				    "beginning of a passage (\\{ is the "
				    "character)");
		}
		at++;
	}
}

/*
 * An autolink ("<https://...>") shows its destination, where no citation
 * can be: it stays hidden, which is an error.
 */
static void
add_normal(struct markdown_reader *r, size_t at, size_t end)
{
	if (r->is_autolink_due && at > 0 && r->mask.bytes[at - 1] == '<') {
		markdown_draft_add(&r->draft, r->mask.source + at, end - at,
		    at);
		return;
	}
	if (is_at_beginning(&r->draft)) {
		at += markdown_passage_read_marks(r, r->mask.bytes + at,
		    end - at, at);
		/* What begins with a brace has been looked at. */
		check_marks(r, at + 1, end);
	} else {
		check_marks(r, at, end);
	}
	add_text(r, at, end);
}

static void
add_entity(struct markdown_reader *r, size_t at, size_t end)
{
	int32_t c = decode_entity(r, r->mask.source + at, end - at, at);

	if (c >= 0)
		markdown_draft_add_character(&r->draft, c, at);
	else
		markdown_draft_add(&r->draft, r->mask.source + at, end - at,
		    at);
}

/* What is not in the source: line ends, indentation, a NUL's stand-in. */
static void
add_foreign(struct markdown_reader *r, MD_TEXTTYPE type, const char *text,
    size_t len)
{
	switch (type) {
	case MD_TEXT_BR:
		markdown_draft_add_break(&r->draft, '\n', r->at);
		break;
	case MD_TEXT_SOFTBR:
		markdown_draft_add_break(&r->draft, ' ', r->at);
		break;
	case MD_TEXT_NULLCHAR:
		markdown_draft_add_character(&r->draft, 0xFFFD, r->at);
		break;
	default:
		markdown_draft_add_code(&r->draft, text, len, r->at,
		    r->leaf == MARKDOWN_LEAF_CODE);
		break;
	}
}

int
markdown_inline_add(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size,
    void *context)
{
	struct markdown_reader *r = context;
	size_t at = markdown_reader_find(r, text);
	size_t end = at + size;

	if (r->image_depth > 0) {
		if (at < r->mask.len)
			r->at = end;
		return 0;
	}
	if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR ||
	    type == MD_TEXT_NULLCHAR || at >= r->mask.len) {
		markdown_passage_begin(r);
		add_foreign(r, type, text, size);
		return 0;
	}
	markdown_passage_begin(r);
	if (!r->is_placed)
		r->passage_at = at;
	r->is_placed = true;
	markdown_mask_set_shown(&r->mask, at, end);
	if (type == MD_TEXT_CODE) {
		markdown_mask_set_code(&r->mask, at, end);
		markdown_draft_add_code(&r->draft, r->mask.source + at, size,
		    at, r->leaf == MARKDOWN_LEAF_CODE);
	} else if (type == MD_TEXT_ENTITY) {
		add_entity(r, at, end);
	} else {
		add_normal(r, at, end);
	}
	r->is_autolink_due = false;
	r->at = end;
	return 0;
}
