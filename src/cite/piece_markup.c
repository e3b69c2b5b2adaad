/* SPDX-License-Identifier: ISC */
#include "piece_flat.h"

#include <string.h>

#include "base/utf8.h"
#include "mark.h"

/*
 * A field's text in two steps: marks (tags and quotation marks) are found
 * and paired, then what lies between them becomes segments.  A mark without
 * a partner is text; a straight single one is an apostrophe then.
 */
static void
add_part(struct flat *f, const char *text, size_t len, bool *is_first)
{
	if (len == 0)
		return;
	flat_add(f, FLAT_TEXT, text, len)->is_joined = !*is_first;
	*is_first = false;
}

/* What a tag was opened in. */
struct state {
	struct look look;
	bool is_protected;
};

static void
open_tag(struct flat *f, enum mark_kind kind)
{
	static const uint8_t looks[MARK_KIND_COUNT] = {
		[MARK_ITALIC] = RICH_ITALIC,
		[MARK_BOLD] = RICH_BOLD,
		[MARK_SMALL_CAPS] = RICH_SMALL_CAPS,
		[MARK_SMALL_CAPS_SPAN] = RICH_SMALL_CAPS,
		[MARK_SUPERSCRIPT] = RICH_SUPERSCRIPT,
		[MARK_SUBSCRIPT] = RICH_SUBSCRIPT,
	};

	if (kind == MARK_NO_LOOK)
		look_clear(&f->look);
	else if (looks[kind])
		look_toggle(&f->look, looks[kind]);
	if (kind != MARK_ITALIC && kind != MARK_BOLD)
		f->is_protected = true;
}

static void
add_mark(struct flat *f, struct mark *m, struct state *states, bool *is_first)
{
	if (m->kind == MARK_QUOTE) {
		flat_add(f, m->is_opening ? FLAT_OPEN : FLAT_CLOSE, "", 0)
		    ->is_joined = !*is_first;
		*is_first = false;
	} else if (m->is_opening) {
		states[m->depth].look = f->look;
		states[m->depth].is_protected = f->is_protected;
		open_tag(f, m->kind);
	} else {
		f->look = states[m->depth].look;
		f->is_protected = states[m->depth].is_protected;
	}
}

void
flat_add_markup(struct flat *f, const char *text, size_t len)
{
	struct state states[MARK_DEPTH_LIMIT];
	struct mark *marks;
	uint32_t count = mark_find(&marks, &f->arena, text, len);
	bool is_first = true;
	size_t at = 0;

	for (uint32_t i = 0; i < count; i++) {
		struct mark *m = &marks[i];

		if (!m->is_paired && !m->is_apostrophe)
			continue;
		add_part(f, text + at, m->at - at, &is_first);
		if (m->is_paired)
			add_mark(f, m, states, &is_first);
		else
			add_part(f, "\u2019", strlen("\u2019"), &is_first);
		at = m->at + m->len;
	}
	add_part(f, text + at, len - at, &is_first);
}
