/* SPDX-License-Identifier: ISC */
#include <stdlib.h>

#include "base/mem.h"
#include "scan_private.h"

/* Passages that were too hard at once, decided when there is time. */

void
scan_put_off(struct scan *s, uint32_t number)
{
	struct put_off *p = &s->put_off;

	if (p->count == p->cap) {
		p->cap = p->cap ? p->cap * 2 : 64;
		p->passages = mem_resize_array(p->passages, p->cap,
		    sizeof *p->passages);
	}
	p->passages[p->count++] = s->block.first_passage + number;
}

static void
leave(struct put_off *p)
{
	p->next++;
	p->is_folded = false;
	p->is_hard = false;
	p->was_too_hard = false;
}

static enum pattern_answer
decide(struct scan *s, const char *text, size_t len)
{
	struct put_off *p = &s->put_off;
	struct pattern_range range;

	if (!p->is_hard) {
		enum pattern_answer answer = pattern_find_quickly(
		    s->aim.pattern, text, len, 0, &range);

		if (answer != PATTERN_TOO_HARD)
			return answer;
		p->is_hard = true;
		p->effort = (struct pattern_effort){ .at = 0 };
	}
	return pattern_find_hard(s->aim.pattern, text, len, &p->effort,
	    s->aim.pace.until_us);
}

static enum pattern_answer
decide_text(struct scan *s, uint32_t number)
{
	const struct text_block *b = &s->block;
	size_t at = text_block_get_at(b, number);

	return decide(s, b->text + at, text_block_get_end(b, number) - at);
}

static enum pattern_answer
decide_folded(struct scan *s, uint32_t number)
{
	uint32_t entry;
	size_t at;

	if (!s->wants_folded || !scan_find_folded(&entry, &s->block, number))
		return PATTERN_NOT_FOUND;
	scan_lend_strips(s);
	at = strip_get_at(&s->folded, entry);
	return decide(s, s->folded.text + at,
	    strip_get_end(&s->folded, entry) - at);
}

enum status
scan_decide(enum pattern_answer *answer, uint32_t *number, bool *is_folded,
    struct scan *s, struct error *err)
{
	struct put_off *p = &s->put_off;
	int64_t passage = p->passages[p->next];
	enum status status = scan_load_passage(s, passage, err);

	if (status != STATUS_OK)
		return status;
	*number = (uint32_t)(passage - s->block.first_passage);
	*answer = p->is_folded ? PATTERN_NOT_FOUND : decide_text(s, *number);
	*is_folded = p->is_folded;
	if (*answer == PATTERN_NOT_FOUND || *answer == PATTERN_TOO_HARD) {
		if (!p->is_folded) {
			p->was_too_hard = *answer == PATTERN_TOO_HARD;
			p->is_folded = true;
			p->is_hard = false;
		}
		*answer = decide_folded(s, *number);
		*is_folded = true;
	}
	if (*answer == PATTERN_PAUSED)
		return STATUS_OK;
	if (*answer == PATTERN_NOT_FOUND && p->was_too_hard)
		*answer = PATTERN_TOO_HARD;
	leave(p);
	return STATUS_OK;
}
