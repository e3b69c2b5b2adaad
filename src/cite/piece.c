/* SPDX-License-Identifier: ISC */
#include "piece.h"

#include <string.h>

static struct piece *
make_piece(struct arena *arena)
{
	return arena_alloc_array(arena, 1, sizeof(struct piece));
}

struct piece *
piece_new_text(struct arena *arena, const char *text, size_t len)
{
	struct piece *p = make_piece(arena);

	p->is_text = true;
	p->text = text;
	p->len = len;
	return p;
}

struct piece *
piece_new_group(struct arena *arena)
{
	return make_piece(arena);
}

void
piece_add(struct piece *group, struct piece *child)
{
	if (!child)
		return;
	if (group->last)
		group->last->next = child;
	else
		group->first = child;
	group->last = child;
	child->next = NULL;
}

bool
piece_is_empty(const struct piece *p)
{
	if (!p)
		return true;
	if (p->is_text)
		return p->len == 0;
	for (const struct piece *child = p->first; child; child = child->next) {
		if (!piece_is_empty(child))
			return false;
	}
	return true;
}
