/* SPDX-License-Identifier: ISC */
#include "piece_case.h"

#include "piece_word.h"

/*
 * Title and sentence case.  A part is what stands between white space,
 * hyphens, dashes, slashes and quotation marks; its capital inside, its
 * protection and its digits keep it as it is.
 * Source: CSL 1.0.2 specification, "Title Case Conversion", "Sentence Case
 * Conversion".
 */
struct part {
	size_t at, end;
	bool is_first, is_last;
	bool begins_compound;
	bool begins_sentence; /* behind ":", "?" or "!" */
	bool is_behind_stop;  /* behind a full stop, which may end a word */
};

static int32_t
get_letter(const struct piece_letters *l, size_t at)
{
	return at < l->count ? l->letters[at] : 0;
}

static bool
is_apostrophe(int32_t c)
{
	return c == '\'' || c == 0x2019;
}

/* Whether the character at belongs to the part that began before it. */
static bool
goes_on(const struct piece_letters *l, size_t at)
{
	int32_t c = get_letter(l, at);

	if (c == 0 || piece_word_has(c))
		return c != 0;
	return (is_apostrophe(c) || c == '.' || c == '@' || c == '_') &&
	    piece_word_has(get_letter(l, at + 1));
}

static bool
is_hyphen(int32_t c)
{
	return c == '-' || c == 0x2010 || c == 0x2011;
}

static bool
is_opening(int32_t c)
{
	return c == '(' || c == '[' || c == '{' || c == PIECE_QUOTE ||
	    c == 0x201C || c == 0x2018 || c == 0xAB || c == 0xBF || c == 0xA1;
}

/* What stands before the part, over white space and opening marks. */
static void
look_back(struct part *p, const struct piece_letters *l)
{
	size_t at = p->at;
	bool has_space = false;
	int32_t c = 0;

	while (at > 0) {
		c = l->letters[--at];
		if (piece_is_white(c))
			has_space = true;
		else if (!is_opening(c))
			break;
		c = 0;
	}
	p->begins_sentence = has_space && (c == ':' || c == '?' || c == '!');
	p->is_behind_stop = has_space && c == '.';
}

static bool
find_part(struct part *p, const struct piece_letters *l, size_t at)
{
	while (at < l->count && !piece_word_has(l->letters[at]))
		at++;
	if (at == l->count)
		return false;
	*p = (struct part){ .at = at };
	while (goes_on(l, at))
		at++;
	p->end = at;
	look_back(p, l);
	p->begins_compound = is_hyphen(get_letter(l, at)) &&
	    piece_word_has(get_letter(l, at + 1)) &&
	    !(p->at > 0 && is_hyphen(l->letters[p->at - 1]));
	return true;
}

struct traits {
	bool is_protected, has_upper, has_dot;
	bool is_capitalized; /* the first letter and no other */
};

static struct traits
judge(const struct part *p, const struct piece_letters *l)
{
	struct traits t = { .is_capitalized = p->end - p->at > 1 };

	for (size_t i = p->at; i < p->end; i++) {
		int32_t c = l->letters[i];
		bool is_upper = piece_word_is_upper(c);

		t.is_protected = t.is_protected || l->is_protected[i];
		t.has_upper = t.has_upper || is_upper;
		t.has_dot = t.has_dot || c == '.' || c == '@' || c == '_';
		if (is_upper != (i == p->at))
			t.is_capitalized = false;
	}
	return t;
}

/* Single letters (the e-mail, gulag n., rock 'n' roll) and coup d'etat. */
static bool
is_single(const struct part *p, const struct piece_letters *l)
{
	return p->end - p->at == 1 || is_apostrophe(l->letters[p->at + 1]);
}

static void
change_part(const struct part *p, struct piece_letters *l)
{
	struct traits t = judge(p, l);
	int32_t *first = &l->letters[p->at];
	bool begins = p->is_first || p->begins_sentence || p->begins_compound;

	if (t.is_protected || t.has_upper)
		return;
	if (!begins && (t.has_dot || is_single(p, l)))
		return;
	if (begins || p->is_last || !piece_word_is_small(first, p->end - p->at))
		*first = piece_word_to_upper(*first);
}

void
piece_case_title(struct piece_letters *l)
{
	struct part p, next;
	bool has_part = find_part(&p, l, 0);

	p.is_first = has_part;
	while (has_part) {
		has_part = find_part(&next, l, p.end);
		p.is_last = !has_part;
		change_part(&p, l);
		p = next;
	}
}

static bool
is_all_upper(const struct piece_letters *l)
{
	for (size_t i = 0; i < l->count; i++) {
		if (piece_word_is_lower(l->letters[i]))
			return false;
	}
	return true;
}

static void
lower_part(const struct part *p, struct piece_letters *l)
{
	for (size_t i = p->at; i < p->end; i++) {
		if (!l->is_protected[i])
			l->letters[i] = piece_word_to_lower(l->letters[i]);
	}
}

/* Names of few capitals (UN, iPhone) stay where not all is capitals. */
void
piece_case_sentence(struct piece_letters *l)
{
	bool is_upper = is_all_upper(l);
	bool is_first = true;
	struct part p = { .end = 0 };

	while (find_part(&p, l, p.end)) {
		struct traits t = judge(&p, l);

		if (!t.has_dot &&
		    (is_upper || t.is_capitalized || p.end - p.at == 1))
			lower_part(&p, l);
		t = judge(&p, l);
		if (is_first && !t.is_protected && !t.has_upper)
			l->letters[p.at] = piece_word_to_upper(
			    l->letters[p.at]);
		is_first = false;
	}
}
