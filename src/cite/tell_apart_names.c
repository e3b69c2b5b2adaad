/* SPDX-License-Identifier: ISC */
#include "tell_apart.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

/*
 * Names and given names that are added to cites.
 * Source: CSL 1.0.2 specification, "Disambiguation", 1 and 2.
 */
enum { NAMES_MAX = 250 };

/* How many names a cite shows now, and how many the longest could. */
struct extent {
	uint32_t shown, most;
};

static struct extent
measure(struct apart *a, const struct pool *pool)
{
	struct extent e = { NAMES_MAX, 0 };

	for (uint32_t i = 0; i < pool->count; i++) {
		struct cite_rendering out;

		apart_render(a, pool->items[i], &out);
		if (out.names_shown < e.shown)
			e.shown = out.names_shown;
		if (out.names_count > e.most)
			e.most = out.names_count;
	}
	if (e.most > NAMES_MAX)
		e.most = NAMES_MAX;
	return e;
}

static void
show_names(struct apart *a, const struct pool *pool, uint32_t count)
{
	for (uint32_t i = 0; i < pool->count; i++)
		apart_get(a, pool->items[i])->names_shown = count;
}

bool
apart_add_names(struct apart *a, const struct pool *pool)
{
	uint32_t old = apart_get(a, pool->items[0])->names_shown;
	struct extent e = measure(a, pool);

	for (uint32_t n = e.shown + 1; n <= e.most && a->left > 0; n++) {
		show_names(a, pool, n);
		if (apart_split(a, pool))
			return true;
	}
	show_names(a, pool, old);
	return false;
}

/* How an item shows the given name at a place of a variable's names. */
static void
set_given(struct apart *a, uint32_t item, enum csl_variable v, uint32_t at,
    enum cite_given given)
{
	struct cite_distinction *d = apart_get(a, item);
	const uint8_t **slot = &d->given[v - CSL_TEXT_COUNT];
	uint32_t count = csl_item_get_names(a->c->items[item], v)->count;
	uint8_t *levels;

	if (at >= count || (*slot == NULL && given == CITE_GIVEN_OF_STYLE))
		return;
	levels = arena_alloc_array(&a->c->lists->arena, count, sizeof *levels);
	if (*slot != NULL)
		memcpy(levels, *slot, count);
	levels[at] = (uint8_t)given;
	*slot = levels;
}

/* The variable that a cite names first. */
static enum csl_variable
get_named(struct apart *a, uint32_t item)
{
	struct cite_rendering out;

	apart_render(a, item, &out);
	return csl_is_names(out.names_of) ? out.names_of : CSL_NONE;
}

static void
show_given(struct apart *a, const struct pool *pool,
    const enum csl_variable *named, uint32_t at, enum cite_given given)
{
	for (uint32_t i = 0; i < pool->count; i++) {
		if (named[i] != CSL_NONE)
			set_given(a, pool->items[i], named[i], at, given);
	}
}

/* What a wider pool was told apart by is not taken back by a smaller one. */
static const uint8_t **
keep_given(struct apart *a, const struct pool *pool,
    const enum csl_variable *named)
{
	const uint8_t **kept = arena_alloc_array(&a->arena, pool->count,
	    sizeof *kept);

	for (uint32_t i = 0; i < pool->count; i++)
		kept[i] = named[i] == CSL_NONE ?
		    NULL :
		    apart_get(a, pool->items[i])
			->given[named[i] - CSL_TEXT_COUNT];
	return kept;
}

static void
restore_given(struct apart *a, const struct pool *pool,
    const enum csl_variable *named, const uint8_t *const *kept)
{
	for (uint32_t i = 0; i < pool->count; i++)
		if (named[i] != CSL_NONE)
			apart_get(a, pool->items[i])
			    ->given[named[i] - CSL_TEXT_COUNT] = kept[i];
}

/* The first name whose initials, or else whole given name, differ. */
static bool
try_given(struct apart *a, const struct pool *pool,
    const enum csl_variable *named, uint32_t shown)
{
	const uint8_t **kept = keep_given(a, pool, named);

	for (uint32_t at = 0; at < shown && a->left > 0; at++) {
		show_given(a, pool, named, at, CITE_GIVEN_INITIALS);
		if (apart_split(a, pool))
			return true;
		show_given(a, pool, named, at, CITE_GIVEN_FULL);
		if (apart_split(a, pool))
			return true;
		restore_given(a, pool, named, kept);
	}
	return false;
}

bool
apart_add_given(struct apart *a, const struct pool *pool)
{
	uint32_t old = apart_get(a, pool->items[0])->names_shown;
	struct extent e = measure(a, pool);
	uint32_t most = a->adds_names ? e.most : e.shown;
	enum csl_variable *named = arena_alloc_array(&a->arena, pool->count,
	    sizeof *named);

	for (uint32_t i = 0; i < pool->count; i++)
		named[i] = get_named(a, pool->items[i]);
	for (uint32_t n = e.shown; n <= most && a->left > 0; n++) {
		if (n > e.shown)
			show_names(a, pool, n);
		if (try_given(a, pool, named, n))
			return true;
	}
	show_names(a, pool, old);
	return false;
}

/* A name in the list of all that cites may show. */
struct person {
	const char *family, *initials, *given;
	uint32_t item, at;
	enum csl_variable variable;
};

static int
compare_texts(const char *a, const char *b)
{
	return strcmp(a != NULL ? a : "", b != NULL ? b : "");
}

static int
compare_persons(const void *left, const void *right)
{
	const struct person *a = left, *b = right;
	int order = compare_texts(a->family, b->family);

	if (order == 0)
		order = compare_texts(a->initials, b->initials);
	return order != 0 ? order : compare_texts(a->given, b->given);
}

static const char *
make_family(struct apart *a, const struct csl_name *name)
{
	const char *family;
	struct str s;

	if (name->non_dropping_particle == NULL)
		return name->family;
	str_init(&s, 0);
	str_add_format(&s, "%s %s", name->non_dropping_particle,
	    name->family != NULL ? name->family : "");
	family = arena_copy(&a->arena, s.data, s.len);
	str_clear(&s);
	return family;
}

/* The first letter of each word: "J.-W." is "JW", as "Ji Won". */
static const char *
make_initials(struct apart *a, const char *given)
{
	const char *end, *initials;
	bool is_start = true;
	struct str s;

	if (given == NULL)
		return NULL;
	str_init(&s, 0);
	end = given + strlen(given);
	while (given < end) {
		int32_t c;
		size_t size = utf8_decode(&c, given, end);

		if (c == ' ' || c == '-' || c == '.' || c == 0xA0)
			is_start = true;
		else if (is_start) {
			str_add(&s, given, size);
			is_start = false;
		}
		given += size;
	}
	initials = arena_copy(&a->arena, s.len > 0 ? s.data : "", s.len);
	str_clear(&s);
	return initials;
}

static bool
is_primary(enum style_word rule)
{
	return rule == STYLE_WORD_PRIMARY_NAME ||
	    rule == STYLE_WORD_PRIMARY_NAME_WITH_INITIALS;
}

static uint32_t
add_persons(struct apart *a, struct person **persons, uint32_t count,
    uint32_t item)
{
	enum csl_variable v = get_named(a, item);
	const struct csl_names *names;
	uint32_t size;

	if (v == CSL_NONE)
		return count;
	names = csl_item_get_names(a->c->items[item], v);
	size = is_primary(a->rule) && names->count > 1 ? 1 : names->count;
	*persons = mem_resize_array(*persons, count + size + 1,
	    sizeof **persons);
	for (uint32_t i = 0; i < size; i++) {
		const struct csl_name *name = &names->names[i];

		if (name->family == NULL)
			continue;
		(*persons)[count++] = (struct person){
			.family = make_family(a, name),
			.initials = make_initials(a, name->given),
			.given = name->given,
			.item = item,
			.at = i,
			.variable = v,
		};
	}
	return count;
}

/* Where the run of persons with one family name, or one with the same
 * initials too, ends. */
static uint32_t
find_end(const struct person *persons, uint32_t from, uint32_t count,
    bool has_initials)
{
	uint32_t i = from + 1;

	while (i < count &&
	    compare_texts(persons[i].family, persons[from].family) == 0 &&
	    (!has_initials ||
		compare_texts(persons[i].initials, persons[from].initials) ==
		    0))
		i++;
	return i;
}

static void
tell_family_apart(struct apart *a, const struct person *persons, uint32_t count)
{
	bool is_initials_enough = a->rule ==
		STYLE_WORD_ALL_NAMES_WITH_INITIALS ||
	    a->rule == STYLE_WORD_PRIMARY_NAME_WITH_INITIALS;
	uint32_t end = find_end(persons, 0, count, true);

	/* Initials that all share help nobody. */
	if (is_initials_enough && end == count)
		return;
	for (uint32_t from = 0; from < count; from = end) {
		enum cite_given given = CITE_GIVEN_INITIALS;

		end = find_end(persons, from, count, true);
		if (compare_texts(persons[from].given,
			persons[end - 1].given) != 0 &&
		    !is_initials_enough)
			given = CITE_GIVEN_FULL;
		for (uint32_t i = from; i < end; i++)
			set_given(a, persons[i].item, persons[i].variable,
			    persons[i].at, given);
	}
}

void
apart_add_given_everywhere(struct apart *a)
{
	struct person *persons = NULL;
	uint32_t count = 0, end;

	if (is_primary(a->rule) && a->c->count < 2)
		return;
	for (uint32_t i = 0; i < a->c->count; i++)
		count = add_persons(a, &persons, count, i);
	if (count > 1)
		qsort(persons, count, sizeof *persons, compare_persons);
	for (uint32_t from = 0; from < count; from = end) {
		end = find_end(persons, from, count, false);
		if (compare_texts(persons[from].given,
			persons[end - 1].given) != 0)
			tell_family_apart(a, persons + from, end - from);
	}
	free(persons);
}
