/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "collection_facet_private.h"

/*
 * The list of values that were counted.  Each is named by a look-up, so that
 * only the most frequent ones are, some at once.
 */
enum {
	STEP_NAMES = 200,
	VALUES_MAX = 3000,  /* listed */
	GLANCE_VALUES = 50, /* before all is counted */
	NAMES_BYTES = 288 << 10,
	DIGIT_BITS = 11,
	DIGITS = 1 << DIGIT_BITS
};

void
collection_facet_clear_listing(struct facet_listing *l)
{
	if (l->counted)
		str_clear(&l->names);
	free(l->counted);
	free(l->values);
	*l = (struct facet_listing){ .count = 0 };
}

/* ---- Choosing ---- */

/* Values by some bits of their rows, of those whose bits above are these. */
static void
count_digits(uint32_t numbers[DIGITS], const struct collection_facet_count *n,
    uint32_t above, unsigned shift)
{
	memset(numbers, 0, DIGITS * sizeof numbers[0]);
	for (uint32_t i = 0; i < n->count; i++) {
		uint32_t rows = n->counts[i] >> shift;

		if (rows >> DIGIT_BITS == above)
			numbers[rows % DIGITS]++;
	}
}

/*
 * The least number of rows that no more values than the limit are above,
 * digit by digit from the highest that there is; and how many of those that
 * have just so many are within the limit.
 */
static uint32_t
find_threshold(uint32_t *alike, const struct collection_facet_count *n,
    uint32_t limit)
{
	uint32_t threshold = 0, numbers[DIGITS];
	int shift = 0;

	while (n->row_count >> shift >> DIGIT_BITS)
		shift += DIGIT_BITS;
	for (; shift >= 0; shift -= DIGIT_BITS) {
		uint32_t digit = DIGITS - 1;

		count_digits(numbers, n, threshold, (unsigned)shift);
		for (; digit > 0 && numbers[digit] <= limit; digit--)
			limit -= numbers[digit];
		threshold = threshold << DIGIT_BITS | digit;
	}
	*alike = threshold ? limit : 0;
	return threshold;
}

/*
 * The most frequent values; of those that are alike the first.  The result
 * is whether there are others.
 */
static bool
choose_values(struct facet_listing *out, const struct collection_facet_count *n,
    uint32_t limit)
{
	uint32_t alike, threshold = find_threshold(&alike, n, limit);
	bool are_others = false;

	str_init(&out->names, 0);
	out->counted = mem_alloc_array(limit, sizeof out->counted[0]);
	for (uint32_t i = 0; i < n->count; i++) {
		uint32_t rows = n->counts[i];

		if (rows == 0)
			continue;
		if (rows < threshold || (rows == threshold && alike == 0)) {
			are_others = true;
			continue;
		}
		if (rows == threshold)
			alike--;
		out->counted[out->count++] = (struct facet_counted){
			.number = i,
			.rows = rows
		};
	}
	return are_others;
}

enum status
collection_facet_choose(struct collection_facet_count *n, struct error *err)
{
	(void)err;
	if (choose_values(&n->all, n, VALUES_MAX))
		n->is_cut = true;
	n->stage = FACET_NAMES;
	n->next = 0;
	return STATUS_OK;
}

/* ---- Names ---- */

/* A text that is cut ends with a whole character. */
static uint32_t
add_name(struct facet_listing *l, const char *text)
{
	uint32_t at = (uint32_t)l->names.len;
	size_t len = strlen(text);

	if (len > FACET_TEXT_BYTES)
		len = utf8_find_start(text, FACET_TEXT_BYTES);
	str_add(&l->names, text, len);
	str_add_char(&l->names, '\0');
	return at;
}

static enum status
read_name(const char **name, const char **title,
    const struct collection_facet_count *n, uint32_t number,
    struct arena *arena, struct error *err)
{
	char year[16];

	*title = *name = "";
	if (number == 0)
		return STATUS_OK;
	if (n->form == FACET_OF_FLAGS) {
		*name = FACET_FLAG_NAME;
	} else if (n->form == FACET_OF_TEXTS) {
		*name = facet_texts_get(&n->texts, number - 1);
		if (n->facet == COLLECTION_FACET_DISAGREEMENT_KIND)
			*title = disagreement_get_words(*name);
	} else if (n->form == FACET_OF_YEARS) {
		snprintf(year, sizeof year, "%u", (unsigned)number - 1);
		*name = arena_copy_text(arena, year);
	} else {
		return collection_facet_name(name, title, n->c, n->form, number,
		    arena, err);
	}
	return STATUS_OK;
}

/*
 * Names the values from first to first + count - 1.  Those whose name is not
 * there or too long are taken out: no rows are left of them.
 */
static enum status
name_values(struct facet_listing *l, struct collection_facet_count *n,
    uint32_t first, uint32_t count, struct error *err)
{
	struct arena arena = { NULL };
	enum status status = STATUS_OK;

	for (uint32_t i = first; i - first < count && i < l->count; i++) {
		struct facet_counted *v = &l->counted[i];
		const char *name, *title;

		status = read_name(&name, &title, n, v->number, &arena, err);
		if (status != STATUS_OK)
			break;
		if ((v->number && !name[0]) ||
		    strlen(name) > FACET_TEXT_BYTES ||
		    l->names.len > NAMES_BYTES) {
			n->is_cut = true;
			v->rows = 0;
			continue;
		}
		v->name = add_name(l, name);
		v->title = title[0] ? add_name(l, title) : v->name;
		arena_reset(&arena);
	}
	arena_clear(&arena);
	return status;
}

enum status
collection_facet_name_some(struct collection_facet_count *n, struct error *err)
{
	enum status status = name_values(&n->all, n, n->next, STEP_NAMES, err);

	n->next += STEP_NAMES;
	if (n->next >= n->all.count)
		n->stage = FACET_SORTS;
	return status;
}

/* ---- The list ---- */

static int
compare_titles(const char *a, const char *b)
{
	for (;; a++, b++) {
		int x = (unsigned char)*a, y = (unsigned char)*b;

		if (x >= 'A' && x <= 'Z')
			x += 'a' - 'A';
		if (y >= 'A' && y <= 'Z')
			y += 'a' - 'A';
		if (x != y)
			return x - y;
		if (x == 0)
			return 0;
	}
}

/* What is not given stands behind all else. */
static int
compare_values(const void *a, const void *b)
{
	const struct collection_facet_value *p = a, *q = b;
	int order = (p->name[0] == '\0') - (q->name[0] == '\0');

	if (order == 0)
		order = (p->rows < q->rows) - (p->rows > q->rows);
	if (order == 0)
		order = compare_titles(p->title, q->title);
	return order ? order : strcmp(p->name, q->name);
}

/* Of years, which are numbers without zeros before them. */
static int
compare_years(const void *a, const void *b)
{
	const struct collection_facet_value *p = a, *q = b;
	size_t x = strlen(p->name), y = strlen(q->name);

	if (x == 0 || y == 0)
		return (x == 0) - (y == 0);
	return x == y ? strcmp(p->name, q->name) : (x > y) - (x < y);
}

static void
sort_values(struct facet_listing *l, enum facet_form form)
{
	uint32_t count = 0;

	l->values = mem_alloc_array(l->count + 1, sizeof l->values[0]);
	for (uint32_t i = 0; i < l->count; i++) {
		const struct facet_counted *v = &l->counted[i];

		if (v->rows)
			l->values[count++] = (struct collection_facet_value){
				l->names.data + v->name,
				l->names.data + v->title, v->rows
			};
	}
	l->count = count;
	qsort(l->values, count, sizeof l->values[0],
	    form == FACET_OF_YEARS ? compare_years : compare_values);
}

enum status
collection_facet_sort(struct collection_facet_count *n, struct error *err)
{
	(void)err;
	sort_values(&n->all, n->form);
	n->stage = FACET_IS_DONE;
	return STATUS_OK;
}

/* What could not be named will be said by a step. */
static void
take_glance(struct collection_facet_count *n)
{
	struct error err;

	if (n->has_glance)
		return;
	n->has_glance = true;
	collection_facet_clear_listing(&n->glance);
	if (n->form == FACET_OF_YEARS && n->stage <= FACET_SUMS_UP)
		return; /* not summed up yet */
	collection_begin(n->c);
	choose_values(&n->glance, n, GLANCE_VALUES);
	if (name_values(&n->glance, n, 0, GLANCE_VALUES, &err) != STATUS_OK)
		n->glance.count = 0;
	sort_values(&n->glance, n->form);
}

const struct collection_facet_value *
collection_facet_count_list(struct collection_facet_count *n, uint32_t *count)
{
	const struct facet_listing *l = &n->all;

	if (n->stage != FACET_IS_DONE) {
		take_glance(n);
		l = &n->glance;
	}
	*count = l->count;
	return l->values;
}
