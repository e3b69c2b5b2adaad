/* SPDX-License-Identifier: ISC */
#include "scan_private.h"

/* What matches in a part of a block. */

static uint32_t
get_number(const unsigned char *places, uint32_t entry)
{
	const unsigned char *place = places +
	    (size_t)entry * BLOCK_FOLDED_PLACE_BYTES;

	return place[0] | (uint32_t)place[1] << 8;
}

/* The first entry of a passage not before number. */
static uint32_t
find_folded(const struct text_block *b, uint32_t number)
{
	uint32_t first = 0, end = b->folded_count;

	while (first < end) {
		uint32_t middle = first + (end - first) / 2;

		if (get_number(b->folded_places, middle) < number)
			first = middle + 1;
		else
			end = middle;
	}
	return first;
}

bool
scan_find_folded(uint32_t *entry, const struct text_block *b, uint32_t number)
{
	*entry = find_folded(b, number);
	return *entry < b->folded_count &&
	    get_number(b->folded_places, *entry) == number;
}

/* What the strips lend is where the block is now. */
void
scan_lend_strips(struct scan *s)
{
	s->text.text = s->block.text;
	s->text.ends = s->block.places;
	s->text.stride = BLOCK_PLACE_BYTES;
	s->folded.text = s->block.folded;
	/* Of a block that has none there is no place to count from. */
	s->folded.ends = s->block.folded_count > 0 ?
	    s->block.folded_places + 2 :
	    NULL;
	s->folded.stride = BLOCK_FOLDED_PLACE_BYTES;
}

void
scan_begin_strips(struct scan *s)
{
	s->text = (struct strip){ .next = s->from, .end = s->to };
	s->folded = (struct strip){ .next = 0 };
	if (s->wants_folded && s->block.folded_count > 0) {
		s->folded.next = find_folded(&s->block, s->from);
		s->folded.end = find_folded(&s->block, s->to);
	}
	s->has_text = false;
	s->told = s->from;
	scan_lend_strips(s);
}

static bool
is_wanted(const struct scan *s, uint32_t number)
{
	return s->kinds == 0 ||
	    (s->kinds >> text_block_get_kind(&s->block, number) & 1);
}

/*
 * The next text that matches or is too hard, or the end of the part; false:
 * the time is up.
 */
static bool
find_text(struct scan *s)
{
	while (strip_peek(&s->text, &s->aim)) {
		uint32_t number = s->text.next;
		enum pattern_answer answer;

		if (!is_wanted(s, number)) {
			strip_pass(&s->text);
			continue;
		}
		answer = strip_decide(&s->text, &s->aim);
		if (answer != PATTERN_NOT_FOUND) {
			s->text_number = number;
			s->text_answer = answer;
			s->has_text = true;
			return true;
		}
		if (s->aim.pace.is_over)
			return false;
	}
	s->text_number = s->to;
	s->text_answer = PATTERN_NOT_FOUND;
	s->has_text = true;
	return true;
}

/*
 * The same of folded texts of passages before the text that was found.  What
 * has matched by its text is not asked again.
 */
static bool
find_folded_before(enum pattern_answer *answer, uint32_t *number,
    struct scan *s)
{
	*answer = PATTERN_NOT_FOUND;
	while (strip_peek(&s->folded, &s->aim)) {
		*number = get_number(s->block.folded_places, s->folded.next);
		if (*number > s->text_number || *number >= s->to)
			return true;
		if (*number == s->text_number || *number < s->told ||
		    !is_wanted(s, *number)) {
			strip_pass(&s->folded);
			continue;
		}
		*answer = strip_decide(&s->folded, &s->aim);
		if (*answer != PATTERN_NOT_FOUND)
			return true;
		if (s->aim.pace.is_over)
			return false;
	}
	return true;
}

enum part_answer
scan_next_in_part(struct scan *s, uint32_t *number, bool *is_folded)
{
	enum pattern_answer answer = PATTERN_NOT_FOUND;

	if (s->aim.pace.is_over || (!s->has_text && !find_text(s)))
		return PART_PAUSED;
	if (s->folded.next < s->folded.end &&
	    !find_folded_before(&answer, number, s))
		return PART_PAUSED;
	*is_folded = answer != PATTERN_NOT_FOUND;
	if (!*is_folded) {
		if (s->text_number >= s->to)
			return PART_DONE;
		answer = s->text_answer;
		*number = s->text_number;
		s->has_text = false;
	}
	return answer == PATTERN_TOO_HARD ? PART_TOO_HARD : PART_FOUND;
}
