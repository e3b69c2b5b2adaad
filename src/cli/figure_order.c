/* SPDX-License-Identifier: ISC */
#include "figure_order.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/collection_key.h"
#include "suggest.h"

static int
compare_given(const char *a, const char *b)
{
	if (!*a || !*b)
		return !*a - !*b;
	return strcmp(a, b);
}

/* The lower bound, or the only one. */
static double
get_bound(const struct figure *f)
{
	return isnan(f->low) ? f->high : f->low;
}

static int
compare_values(const struct figure *a, const struct figure *b)
{
	double x = get_bound(a), y = get_bound(b);

	if (isnan(x) || isnan(y))
		return !!isnan(x) - !!isnan(y);
	return (x > y) - (x < y);
}

static int
compare_units(const struct figure *a, const struct figure *b)
{
	return compare_given(a->unit, b->unit);
}

static int
compare_periods(const struct figure *a, const struct figure *b)
{
	return compare_given(a->period, b->period);
}

static int
compare_places(const struct figure *a, const struct figure *b)
{
	return compare_given(a->place, b->place);
}

static unsigned char
to_small(char c)
{
	return (unsigned char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

static int
compare_statements(const struct figure *a, const struct figure *b)
{
	const char *x = a->statement, *y = b->statement;

	while (*x && to_small(*x) == to_small(*y)) {
		x++;
		y++;
	}
	return to_small(*x) - to_small(*y);
}

/* Two measures may have one title. */
static int
compare_measures(const struct figure *a, const struct figure *b)
{
	int order = strcmp(a->measure_title, b->measure_title);

	return order ? order : strcmp(a->measure, b->measure);
}

static int
compare_disagreeing(const struct figure *a, const struct figure *b)
{
	return !a->disagrees_count - !b->disagrees_count;
}

static const struct {
	const char *name;
	figure_order_compare *compare;
} orders[] = {
	{ "value", compare_values },
	{ "unit", compare_units },
	{ "period", compare_periods },
	{ "place", compare_places },
	{ "document", NULL },
	{ "statement", compare_statements },
	{ "measure", compare_measures },
	{ "disagreeing", compare_disagreeing },
};

enum { ORDER_COUNT = sizeof orders / sizeof *orders };

enum status
figure_order_read(struct figure_order *out, const struct cli *cli,
    struct error *err)
{
	const char *name = cli->options.values[OPTION_SORT];
	const char *names[ORDER_COUNT];

	*out = (struct figure_order){ .is_reversed = cli->options.given &
		    OPTION_BIT(OPTION_REVERSE) };
	for (int i = 0; i < ORDER_COUNT && name; i++) {
		names[i] = orders[i].name;
		if (strcmp(name, names[i]) != 0)
			continue;
		out->compare = orders[i].compare;
		out->is_by_document = !orders[i].compare;
		return STATUS_OK;
	}
	if (!name)
		return STATUS_OK;
	return suggest_fail(err, STATUS_INVALID, "order", name,
	    suggest_find(name, names, ORDER_COUNT));
}

/* A figure on its way to its place. */
struct entry {
	const struct figure *figure;
	const struct figure_order *order;
	uint32_t document;
};

static int
compare_entries(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	const struct figure_order *o = x->order;
	bool is_row_order = !o->compare && !o->is_by_document;
	int order = 0;

	if (o->compare)
		order = o->compare(x->figure, y->figure);
	else if (o->is_by_document)
		order = (x->document > y->document) -
		    (x->document < y->document);
	if (order == 0 && !(is_row_order && o->is_reversed))
		return x->figure < y->figure ? -1 : 1;
	if (order == 0)
		return x->figure < y->figure ? 1 : -1;
	return o->is_reversed ? -order : order;
}

static enum status
read_documents(struct entry *entries, uint32_t count, struct cli *cli,
    struct error *err)
{
	uint32_t *rows = mem_alloc_array((size_t)count + 1, sizeof *rows);
	uint32_t *keys = mem_alloc_array((size_t)count + 1, sizeof *keys);
	uint32_t found;
	enum status status;

	for (uint32_t i = 0; i < count; i++)
		rows[i] = (uint32_t)entries[i].figure->id;
	status = collection_read_keys(keys, &found, cli->collection,
	    KEY_FIGURE_DOCUMENT, rows, count, 0, err);
	for (uint32_t i = 0; i < count && !status; i++)
		entries[i].document = keys[i];
	free(keys);
	free(rows);
	return status;
}

enum status
figure_order_sort(struct figure *figures, uint32_t count,
    const struct figure_order *order, struct cli *cli, struct error *err)
{
	struct entry *entries;
	struct figure *sorted;
	enum status status = STATUS_OK;

	if (count == 0 ||
	    (!order->compare && !order->is_by_document && !order->is_reversed))
		return STATUS_OK;
	entries = mem_alloc_array(count, sizeof *entries);
	sorted = mem_alloc_array(count, sizeof *sorted);
	for (uint32_t i = 0; i < count; i++)
		entries[i] = (struct entry){ &figures[i], order, 0 };
	if (order->is_by_document)
		status = read_documents(entries, count, cli, err);
	qsort(entries, count, sizeof *entries, compare_entries);
	for (uint32_t i = 0; i < count; i++)
		sorted[i] = *entries[i].figure;
	memcpy(figures, sorted, count * sizeof *sorted);
	free(sorted);
	free(entries);
	return status;
}
