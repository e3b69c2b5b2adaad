/* SPDX-License-Identifier: ISC */
#include "reader/trail.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/*
 * One list of places; what lies behind `current` is the way back, what lies
 * from it on the way forward.  The oldest go when there are too many.
 */
enum { TRAIL_LIMIT = 500, MARK_COUNT = 'z' - 'a' + 2 };

struct trail {
	struct reader_place *places;
	size_t count;
	size_t cap;
	size_t current;
	struct reader_place marks[MARK_COUNT];
	bool has_mark[MARK_COUNT];
};

struct trail *
trail_new(void)
{
	return mem_alloc_array(1, sizeof(struct trail));
}

void
trail_free(struct trail *t)
{
	if (!t)
		return;
	free(t->places);
	free(t);
}

static void
drop_oldest(struct trail *t)
{
	memmove(t->places, t->places + 1, (t->count - 1) * sizeof *t->places);
	t->count--;
	if (t->current > 0)
		t->current--;
}

static void
make_room(struct trail *t)
{
	if (t->count == TRAIL_LIMIT)
		drop_oldest(t);
	if (t->count < t->cap)
		return;
	t->cap = t->cap ? t->cap * 2 : 8;
	t->places = mem_resize_array(t->places, t->cap, sizeof *t->places);
}

void
trail_push(struct trail *t, const struct reader_place *from)
{
	t->count = t->current;
	make_room(t);
	t->places[t->count++] = *from;
	t->current = t->count;
	trail_set_mark(t, '\'', from);
}

bool
trail_back(struct reader_place *out, struct trail *t,
    const struct reader_place *from)
{
	struct reader_place here = *from;

	if (t->current == 0)
		return false;
	*out = t->places[--t->current];
	t->places[t->current] = here;
	return true;
}

bool
trail_forward(struct reader_place *out, struct trail *t,
    const struct reader_place *from)
{
	struct reader_place here = *from;

	if (t->current == t->count)
		return false;
	*out = t->places[t->current];
	t->places[t->current++] = here;
	return true;
}

bool
trail_move(struct reader_place *out, struct trail *t,
    const struct reader_place *from, size_t number)
{
	struct reader_place here = *from;

	if (number >= t->count)
		return false;
	trail_set_mark(t, '\'', from);
	if (number < t->current) {
		while (t->current > number)
			trail_back(&here, t, &here);
	} else {
		while (t->current <= number)
			trail_forward(&here, t, &here);
	}
	*out = here;
	return true;
}

const struct reader_place *
trail_list(const struct trail *t, size_t *count, size_t *current)
{
	*count = t->count;
	*current = t->current;
	return t->places;
}

static int
find_slot(char mark)
{
	if (mark == '\'')
		return MARK_COUNT - 1;
	return mark >= 'a' && mark <= 'z' ? mark - 'a' : -1;
}

void
trail_set_mark(struct trail *t, char mark, const struct reader_place *place)
{
	int slot = find_slot(mark);

	if (slot < 0)
		return;
	t->marks[slot] = *place;
	t->has_mark[slot] = true;
}

const struct reader_place *
trail_find_mark(const struct trail *t, char mark)
{
	int slot = find_slot(mark);

	return slot >= 0 && t->has_mark[slot] ? &t->marks[slot] : NULL;
}
