/* SPDX-License-Identifier: ISC */
#include "rich_lines.h"

#include "base/str.h"
#include "text/clean.h"

static enum role
get_role(unsigned looks)
{
	static const struct {
		unsigned look;
		enum role role;
	} roles[] = {
		{ RICH_BOLD | RICH_SMALL_CAPS, ROLE_STRONG },
		{ RICH_ITALIC | RICH_OBLIQUE | RICH_UNDERLINE, ROLE_EMPHASIS },
		{ RICH_LIGHT | RICH_SUPERSCRIPT | RICH_SUBSCRIPT, ROLE_DIM },
	};

	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
		if (looks & roles[i].look)
			return roles[i].role;
	}
	return ROLE_TEXT;
}

/* What has a margin or a line of its own in print. */
static bool
is_apart(const struct rich_run *run, const struct rich_run *before)
{
	return before && run->display_number != before->display_number;
}

void
rich_show(struct rich_shown *out, const char *label, const struct rich *rich,
    bool is_utf8, struct arena *arena)
{
	struct str text;

	*out = (struct rich_shown){ 0 };
	out->pieces = arena_alloc_array(arena, (size_t)rich->count + 1,
	    sizeof *out->pieces);
	str_init(&text, 0);
	str_add_text(&text, label);
	if (text.len > 0)
		out->pieces[out->count++] = (struct rich_piece){ 0,
			(uint32_t)text.len, ROLE_DIM };
	for (uint32_t i = 0; i < rich->count; i++) {
		const struct rich_run *run = &rich->runs[i];
		struct rich_piece *piece = &out->pieces[out->count++];

		piece->at = (uint32_t)text.len;
		if (is_apart(run, i > 0 ? run - 1 : NULL) && text.len > 0 &&
		    text.data[text.len - 1] != ' ')
			str_add_char(&text, ' ');
		clean_add(&text, rich->text.data + run->at, run->len,
		    CLEAN_ONE_LINE | (is_utf8 ? 0u : CLEAN_ASCII));
		piece->len = (uint32_t)text.len - piece->at;
		piece->role = get_role(run->looks);
	}
	out->text = arena_copy(arena, text.len > 0 ? text.data : "", text.len);
	out->len = (uint32_t)text.len;
	str_clear(&text);
}

bool
rich_next_piece(struct rich_piece *out, const struct rich_shown *shown,
    uint32_t *at, uint32_t end)
{
	for (uint32_t i = 0; i < shown->count && *at < end; i++) {
		const struct rich_piece *piece = &shown->pieces[i];
		uint32_t stop = piece->at + piece->len;

		if (*at < piece->at || *at >= stop)
			continue;
		stop = stop < end ? stop : end;
		*out = (struct rich_piece){ *at, stop - *at, piece->role };
		*at = stop;
		return true;
	}
	return false;
}
