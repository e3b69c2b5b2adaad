/* SPDX-License-Identifier: ISC */
#include "strip.h"

static bool
leap(struct strip *s, const struct strip_aim *aim)
{
	size_t at = strip_get_at(s, s->next);
	size_t end = strip_get_end(s, s->end - 1);
	struct found found;

	if (!finder_find(&found, aim->finder, s->text, end, at)) {
		s->next = s->end;
		return false;
	}
	while (strip_get_end(s, s->next) <= found.at)
		s->next++;
	s->is_candidate = true;
	/* What goes beyond the piece may still begin with another literal. */
	s->is_sure = aim->is_whole &&
	    found.len <= strip_get_end(s, s->next) - found.at;
	return true;
}

bool
strip_peek(struct strip *s, const struct strip_aim *aim)
{
	if (s->next >= s->end)
		return false;
	return !aim->finder || s->is_candidate || leap(s, aim);
}

enum pattern_answer
strip_decide(struct strip *s, struct strip_aim *aim)
{
	size_t at = strip_get_at(s, s->next);
	size_t len = strip_get_end(s, s->next) - at;
	bool is_sure = s->is_sure;
	struct pattern_range range;

	strip_pass(s);
	if (is_sure)
		return PATTERN_FOUND;
	aim->verified++;
	pace_spend(&aim->pace, len + 1);
	return pattern_find_quickly(aim->pattern, s->text + at, len, 0, &range);
}

void
strip_pass(struct strip *s)
{
	s->is_candidate = false;
	s->is_sure = false;
	s->next++;
}
