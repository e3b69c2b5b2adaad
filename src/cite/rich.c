/* SPDX-License-Identifier: ISC */
#include "cite/rich.h"

#include <stdlib.h>

#include "base/mem.h"

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

void
rich_add(struct rich *r, unsigned looks, const char *text, size_t len)
{
	struct rich_run *last = r->count ? &r->runs[r->count - 1] : NULL;

	if (len == 0)
		return;
	if (!last || last->looks != looks || last->display != RICH_INLINE) {
		if (r->count == r->cap) {
			r->cap = r->cap ? 2 * r->cap : 8;
			r->runs = mem_resize_array(r->runs, r->cap,
			    sizeof *r->runs);
		}
		last = &r->runs[r->count++];
		*last = (struct rich_run){ .at = (uint32_t)r->text.len,
			.looks = (uint16_t)looks };
	}
	str_add(&r->text, text, len);
	last->len += (uint32_t)len;
}
