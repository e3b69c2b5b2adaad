/* SPDX-License-Identifier: ISC */
#include "cite/rich.h"

#include <stdlib.h>

#include "base/mem.h"
#include "look.h"

void
rich_init(struct rich *r)
{
	*r = (struct rich){ 0 };
	str_init(&r->text, 0);
}

void
rich_clear(struct rich *r)
{
	if (!r)
		return;
	str_clear(&r->text);
	free(r->runs);
	r->runs = NULL;
	r->count = r->cap = 0;
}

void
rich_reset(struct rich *r)
{
	str_reset(&r->text);
	r->count = 0;
}

static bool
is_like(const struct rich_run *a, const struct rich_run *b)
{
	return a->looks == b->looks && a->nest == b->nest &&
	    a->display == b->display && a->display_number == b->display_number;
}

void
rich_add_run(struct rich *r, const struct rich_run *like, const char *text,
    size_t len)
{
	struct rich_run *last = r->count ? &r->runs[r->count - 1] : NULL;

	if (len == 0 || len > UINT32_MAX - r->text.len)
		return;
	if (!last || !is_like(last, like)) {
		if (r->count == r->cap) {
			r->cap = r->cap ? 2 * r->cap : 8;
			r->runs = mem_resize_array(r->runs, r->cap,
			    sizeof *r->runs);
		}
		last = &r->runs[r->count++];
		*last = *like;
		last->at = (uint32_t)r->text.len;
		last->len = 0;
	}
	str_add(&r->text, text, len);
	last->len += (uint32_t)len;
}

void
rich_add(struct rich *r, unsigned looks, const char *text, size_t len)
{
	struct look look = { 0 };
	struct rich_run like = { 0 };

	look_set(&look, looks, 0);
	like.looks = (uint16_t)looks;
	like.nest = look.nest;
	rich_add_run(r, &like, text, len);
}
