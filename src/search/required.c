/* SPDX-License-Identifier: ISC */
#include "required.h"

#include "fold.h"

/*
 * Of each part of the pattern it is known what it can match, if those are few
 * strings (exact), else what it must begin and end with, and the best of what
 * it must contain; from that of the parts follows that of the whole.  (Russ
 * Cox, "Regular Expression Matching with a Trigram Index".)
 */
struct part {
	const struct units_set *exact; /* NULL: not known */
	const struct units_set *prefix, *suffix;
	const struct units_set *best; /* NULL: none */
	double best_rate;
};

enum {
	COPIES = 4,       /* of what is repeated, at most */
	CLASS_MEMBERS = 4 /* a class of so few is as many strings */
};

struct walk {
	struct choice *choice;
	const struct item *item; /* the next */
	struct arena arena;
	const struct units_set *empty;
};

static void
propose(struct part *p, const struct units_set *s, struct walk *w)
{
	struct plan plan;
	double rate;

	if (!s || units_has_empty(s))
		return;
	rate = choice_make(&plan, s, w->choice);
	if (p->best && rate >= p->best_rate)
		return;
	p->best = s;
	p->best_rate = rate;
}

static struct part
make_exact(const struct units_set *s)
{
	return (struct part){ s, s, s, NULL, 1 };
}

/* Any text or none. */
static struct part
make_unknown(struct walk *w)
{
	return (struct part){ NULL, w->empty, w->empty, NULL, 1 };
}

/* What it can match is forgotten, what it must contain is not. */
static void
forget_exact(struct part *p, struct walk *w)
{
	if (!p->exact)
		return;
	propose(p, p->exact, w);
	p->exact = NULL;
}

static void
take_best_of(struct part *p, const struct part *other)
{
	if (!other->best || (p->best && p->best_rate <= other->best_rate))
		return;
	p->best = other->best;
	p->best_rate = other->best_rate;
}

/* a and then b. */
static struct part
follow(const struct part *a, const struct part *b, struct walk *w)
{
	struct part p = *a;
	const struct units_set *joined = units_join(a->suffix, b->prefix,
	    &w->arena);

	take_best_of(&p, b);
	if (a->exact && b->exact && joined) {
		p.exact = p.prefix = p.suffix = joined;
		return p;
	}
	p.exact = NULL;
	p.prefix = a->exact && joined ? joined : a->prefix;
	p.suffix = b->exact && joined ? joined : b->suffix;
	if (a->exact && b->exact) {
		propose(&p, a->exact, w);
		propose(&p, b->exact, w);
	} else if (!joined) {
		propose(&p, a->suffix, w);
		propose(&p, b->prefix, w);
	} else if (!a->exact && !b->exact) {
		propose(&p, joined, w);
	}
	return p;
}

/* a or b. */
static struct part
unite(struct part *a, struct part *b, struct walk *w)
{
	struct part p = make_unknown(w);
	const struct units_set *s;

	if (a->exact && b->exact)
		p.exact = units_unite(a->exact, b->exact, &w->arena);
	s = units_unite(a->prefix, b->prefix, &w->arena);
	p.prefix = p.exact ? p.exact : s ? s : w->empty;
	s = units_unite(a->suffix, b->suffix, &w->arena);
	p.suffix = p.exact ? p.exact : s ? s : w->empty;
	if (p.exact && !a->best && !b->best)
		return p;
	propose(a, a->exact ? a->exact : a->prefix, w);
	propose(b, b->exact ? b->exact : b->prefix, w);
	propose(a, a->suffix, w);
	propose(b, b->suffix, w);
	if (a->best && b->best)
		propose(&p, units_unite(a->best, b->best, &w->arena), w);
	return p;
}

/* Nothing of it need be there. */
static struct part
make_optional(const struct part *once, uint32_t most, struct walk *w)
{
	struct part p = make_unknown(w);

	if (most == 0)
		return make_exact(w->empty);
	if (most == 1 && once->exact)
		p.exact = units_unite(once->exact, w->empty, &w->arena);
	return p.exact ? make_exact(p.exact) : p;
}

static struct part
repeat(const struct part *once, const struct item *item, struct walk *w)
{
	struct part p = *once;

	if (item->least == 0)
		return make_optional(once, item->most, w);
	for (uint32_t i = 1; i < item->least && i < COPIES; i++)
		p = follow(&p, once, w);
	if (item->most > item->least || item->least > COPIES)
		forget_exact(&p, w);
	return p;
}

/* A character whose other cases are not known is a class for PCRE2. */
static uint32_t
get_unit(const struct walk *w)
{
	const struct item *item = w->item;
	uint32_t unit = (uint32_t)item->character;
	int32_t characters[FOLD_LIMIT];

	if (!item->is_caseless)
		return unit;
	if (fold_list(characters, item->character, w->choice->is_trusted) > 0)
		return unit | UNIT_CASELESS;
	return UNIT_CLASS | (uint32_t)(item - w->choice->syntax->items);
}

/* Characters one after another that are not repeated. */
static struct part
read_characters(struct walk *w)
{
	uint32_t units[UNITS_LIMIT];
	unsigned len = 0;

	do {
		units[len++] = get_unit(w);
		w->item++;
	} while (w->item->kind == ITEM_CHARACTER && w->item->least == 1 &&
	    w->item->most == 1 && w->item[-1].least == 1 &&
	    w->item[-1].most == 1 && len < UNITS_LIMIT);
	return make_exact(units_set_new(units, len, &w->arena));
}

static struct part
read_class(struct walk *w)
{
	const struct item *item = w->item++;
	const struct syntax *syntax = w->choice->syntax;
	uint32_t unit = UNIT_CLASS | (uint32_t)(item - syntax->items);
	int32_t members[CLASS_MEMBERS];
	unsigned count = syntax_list_class(members, CLASS_MEMBERS,
	    w->choice->text + item->at, item->one_len);
	const struct units_set *s = NULL;

	for (unsigned i = 0; i < count; i++) {
		uint32_t member = (uint32_t)members[i] |
		    (item->is_caseless ? UNIT_CASELESS : 0);
		const struct units_set *one = units_set_new(&member, 1,
		    &w->arena);

		s = s ? units_unite(s, one, &w->arena) : one;
	}
	return make_exact(s ? s : units_set_new(&unit, 1, &w->arena));
}

static struct part read_choices(struct walk *w);

static struct part
read_group(struct walk *w)
{
	enum group_kind group = w->item++->group;
	struct part p = read_choices(w);

	/* What it looks at is there, but not here. */
	if (group == GROUP_LOOK) {
		forget_exact(&p, w);
		propose(&p, p.prefix, w);
		propose(&p, p.suffix, w);
		p.exact = p.prefix = p.suffix = w->empty;
	} else if (group == GROUP_NOT) {
		p = make_exact(w->empty);
	}
	return p;
}

/* One item, or a group, as often as it is to be there. */
static struct part
read_one(struct walk *w)
{
	struct part p;

	switch (w->item->kind) {
	case ITEM_CHARACTER:
		p = read_characters(w);
		break;
	case ITEM_CLASS:
		p = read_class(w);
		break;
	case ITEM_OPEN:
		p = read_group(w);
		w->item++;
		break;
	case ITEM_ANYTHING:
		w->item++;
		return make_unknown(w);
	default: /* a place or a setting */
		w->item++;
		return make_exact(w->empty);
	}
	return repeat(&p, &w->item[-1], w);
}

static bool
is_end_of_branch(const struct item *item)
{
	return item->kind == ITEM_OR || item->kind == ITEM_CLOSE ||
	    item->kind == ITEM_END;
}

static struct part
read_branch(struct walk *w)
{
	struct part p = make_exact(w->empty);

	while (!is_end_of_branch(w->item)) {
		struct part next = read_one(w);

		p = follow(&p, &next, w);
	}
	return p;
}

static struct part
read_choices(struct walk *w)
{
	struct part p = read_branch(w);

	while (w->item->kind == ITEM_OR) {
		struct part other;

		w->item++;
		other = read_branch(w);
		p = unite(&p, &other, w);
	}
	return p;
}

double
required_make(struct plan *out, struct choice *c)
{
	struct walk w = { .choice = c, .item = c->syntax->items };
	struct part p;
	bool is_exact;
	double rate = 1;

	*out = (struct plan){ .kind = PLAN_NOTHING };
	w.empty = units_set_new(NULL, 0, &w.arena);
	p = read_choices(&w);
	is_exact = p.exact && c->syntax->is_pure;
	propose(&p, p.exact, &w);
	propose(&p, p.prefix, &w);
	propose(&p, p.suffix, &w);
	if (p.best)
		rate = choice_make(out, p.best, c);
	out->is_whole = out->is_whole && is_exact && p.best == p.exact;
	arena_clear(&w.arena);
	return rate;
}
