/* SPDX-License-Identifier: ISC */
#include "list_private.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/mem.h"

/*
 * From items to rows: those that the filter lets through, in the order of
 * the ranking, with a heading before each group.  The filter looks through
 * items by number and notes a bit for each, whatever their order; where it
 * is a longer one than before, only what matched before is looked through.
 */
enum {
	LOOKED_AT_ONCE = 64, /* items */
	LOOK_COST = 8        /* of an item, as read_keys() of one is 1 */
};

unsigned
list_get_sort_column(const struct list *l)
{
	return l->class->sorts[l->sort];
}

bool
list_is_grouped(const struct list *l)
{
	return l->class->add_group &&
	    l->class->columns[list_get_sort_column(l)].is_grouped;
}

void
list_add_group(struct str *out, const struct list *l, uint32_t item)
{
	l->class->add_group(out, l->view, item);
}

/* ---- Order ---- */

static uint32_t
read_keys(uint32_t *parts, const void *context, const uint32_t *items,
    uint32_t count, unsigned part)
{
	const struct list *l = context;

	return l->class->read_keys(parts, l->view, items, count,
	    list_get_sort_column(l), part);
}

void
list_begin_order(struct list *l)
{
	struct ranking *r = &l->ranking;

	if (!l->class->read_keys)
		return;
	r->read = read_keys;
	r->context = l;
	r->parts = l->class->columns[list_get_sort_column(l)].parts;
	r->is_reversed = l->is_reversed;
	r->is_grouped = list_is_grouped(l);
	r->group_span = l->class->columns[list_get_sort_column(l)].group_span;
	r->item_count = l->item_count;
	ranking_begin(r);
}

bool
list_is_sorting(const struct list *l)
{
	return l->class->read_keys && !ranking_is_done(&l->ranking);
}

static void
work_on_order(struct list *l, uint32_t effort)
{
	const struct list_class *class = l->class;

	if (class->prepare && class->prepare(l->view, list_get_sort_column(l)))
		return;
	ranking_step(&l->ranking, effort);
	/* Fewer, where the collection says more than it has. */
	if (ranking_is_done(&l->ranking) && l->ranking.count < l->item_count)
		l->item_count = l->ranking.count;
}

/* ---- Filter ---- */

static bool
has_bit(const struct list *l, uint32_t item)
{
	return l->matches[item / 8] >> item % 8 & 1;
}

static void
set_bit(struct list *l, uint32_t item, bool value)
{
	uint8_t bit = (uint8_t)(1u << item % 8);

	if (value)
		l->matches[item / 8] |= bit;
	else
		l->matches[item / 8] &= (uint8_t)~bit;
}

static bool
is_filtering(const struct list *l)
{
	return l->sieve && l->looked_at < l->item_count;
}

bool
list_is_looking(const struct list *l)
{
	return list_facets_is_marking(l) || is_filtering(l);
}

void
list_begin_filter_again(struct list *l, bool are_fewer)
{
	if (!are_fewer)
		l->narrowed = 0;
	else if (l->narrowed < l->looked_at)
		l->narrowed = l->looked_at;
	l->looked_at = l->match_count = l->undecided = 0;
	if (l->sieve)
		sieve_forget(l->sieve);
}

void
list_begin_filter(struct list *l, struct sieve *sieve)
{
	bool are_fewer = l->sieve && sieve && l->matches &&
	    sieve_is_narrower(sieve_get_wish(l->sieve), sieve_get_wish(sieve));

	sieve_free(l->sieve);
	l->sieve = sieve;
	list_begin_filter_again(l, are_fewer);
	if (!sieve) {
		free(l->matches);
		l->matches = NULL;
	} else if (!l->matches) {
		l->matches = mem_alloc_array((size_t)l->item_count / 8 + 1, 1);
	}
}

static bool
may_match(const struct list *l, uint32_t item)
{
	return list_facets_has(l, item) &&
	    (item >= l->narrowed || has_bit(l, item));
}

/* The next items that may match, or the end. */
static uint32_t
pass_over(struct list *l)
{
	while (l->looked_at < l->item_count && !may_match(l, l->looked_at))
		set_bit(l, l->looked_at++, false);
	return l->looked_at;
}

/* False where that has to wait. */
static bool
look_at(struct list *l, struct str *text)
{
	enum sieve_answer answer;

	str_reset(text);
	l->class->add_searched(text, l->view, l->looked_at);
	answer = sieve_ask(l->sieve, text->data, text->len, l->until_us);
	if (answer == SIEVE_PAUSED)
		return false;
	l->match_count += answer == SIEVE_LETS_THROUGH;
	l->undecided += answer == SIEVE_UNDECIDED;
	set_bit(l, l->looked_at++, answer == SIEVE_LETS_THROUGH);
	return clock_now_us() < l->until_us;
}

/*
 * Those that follow each other are read at once, up to the end of a block, so
 * that what was read is not read again when time is up (false).
 */
static bool
look_at_some(struct list *l, struct str *text, uint32_t *spent)
{
	uint32_t cost = l->class->look_cost ? l->class->look_cost : LOOK_COST;
	uint32_t at_once = LOOKED_AT_ONCE * LOOK_COST / cost;
	uint32_t first = pass_over(l);
	uint32_t last = (first / at_once + 1) * at_once;
	uint32_t end = first;
	bool is_time = true;

	if (last > l->item_count)
		last = l->item_count;
	while (end < last && may_match(l, end))
		end++;
	if (end - first > 1 && l->class->load)
		l->class->load(l->view, first, end - first);
	while (l->looked_at < end && is_time)
		is_time = look_at(l, text);
	*spent += cost * (1 + end - first);
	return is_time;
}

static void
work_on_filter(struct list *l, uint32_t effort)
{
	struct str text;
	uint32_t spent = 0;

	str_init(&text, 0);
	while (spent < effort && is_filtering(l)) {
		if (!look_at_some(l, &text, &spent))
			break;
	}
	str_clear(&text);
}

static void
mark(struct list *l, uint32_t effort)
{
	uint32_t spent = 0;

	while (spent < effort && list_facets_is_marking(l))
		spent += list_facets_mark(l);
}

bool
list_work(struct list *l, uint32_t effort)
{
	if (list_is_sorting(l))
		work_on_order(l, effort);
	else if (list_facets_is_marking(l))
		mark(l, effort);
	else if (is_filtering(l))
		work_on_filter(l, effort);
	return list_is_sorting(l) || list_is_looking(l);
}

void
list_clear_order(struct list *l)
{
	ranking_clear(&l->ranking);
	sieve_free(l->sieve);
	free(l->matches);
	free(l->rows);
	l->matches = NULL;
	l->rows = NULL;
}

/* ---- Rows ---- */

/* Items in their order, as far as that is known. */
static uint32_t
count_items(const struct list *l)
{
	return l->class->read_keys ? l->ranking.count : l->item_count;
}

static uint32_t
get_item(const struct list *l, uint32_t at)
{
	if (l->class->read_keys)
		return ranking_get_item(&l->ranking, at);
	return l->is_reversed ? l->item_count - 1 - at : at;
}

static bool
is_shown(const struct list *l, uint32_t item)
{
	return list_facets_has(l, item) &&
	    (!l->sieve || (item < l->looked_at && has_bit(l, item)));
}

uint8_t *
list_copy_shown(const struct list *l)
{
	uint8_t *bits;

	if (!list_is_narrowed(l))
		return NULL;
	bits = mem_alloc_array((size_t)l->item_count / 8 + 1, 1);
	for (uint32_t i = 0; i < l->item_count; i++) {
		if (is_shown(l, i))
			bits[i / 8] |= (uint8_t)(1u << i % 8);
	}
	return bits;
}

/* A heading's row is a negative number: how many items stand under it. */
static void
put_rows(struct list *l)
{
	const struct ranking *r = &l->ranking;
	bool is_grouped = list_is_grouped(l);
	uint32_t group = 0, heading = 0, count = count_items(l);
	bool is_new = false;

	l->row_count = l->shown = 0;
	l->made++;
	for (uint32_t at = 0; at < count; at++) {
		uint32_t item = get_item(l, at);

		if (group < r->group_count && r->groups[group] == at) {
			is_new = is_grouped;
			group++;
		}
		if (!is_shown(l, item))
			continue;
		if (is_new) {
			heading = l->row_count;
			l->rows[l->row_count++] = 0;
			is_new = false;
		}
		if (is_grouped)
			l->rows[heading]--;
		l->rows[l->row_count++] = (int32_t)item;
		l->shown++;
	}
}

uint32_t
list_count_shown(const struct list *l)
{
	if (l->sieve)
		return l->match_count;
	if (list_facets_is_any(l))
		return list_facets_count_items(l);
	return count_items(l);
}

void
list_make_rows(struct list *l)
{
	uint32_t items = list_count_shown(l);
	uint32_t headings;

	ranking_note_groups(&l->ranking);
	headings = list_is_grouped(l) ? l->ranking.group_count : 0;
	if (headings > items)
		headings = items;
	free(l->rows);
	l->rows = mem_alloc_array((size_t)items + headings + 1,
	    sizeof *l->rows);
	put_rows(l);
}
