/* SPDX-License-Identifier: ISC */
#include "piece_case.h"

#include "base/utf8.h"
#include "piece_flat.h"
#include "piece_word.h"

/*
 * Texts become letters, letters change one for one, and those of segments
 * that changed become texts again.
 */
static void
read_letters(struct piece_letters *l, struct flat *f, uint32_t from)
{
	size_t room = 0;

	for (uint32_t i = from; i < f->count; i++)
		room += flat_is_text(&f->segments[i]) ? f->segments[i].len : 1;
	l->letters = arena_alloc(&f->arena, (room + 1) * sizeof *l->letters);
	l->is_protected = arena_alloc(&f->arena, room + 1);
	l->count = 0;
	for (uint32_t i = from; i < f->count; i++) {
		const struct flat_segment *s = &f->segments[i];
		const char *p = s->text, *end = p + s->len;

		if (!flat_is_text(s)) {
			l->letters[l->count] = PIECE_QUOTE;
			l->is_protected[l->count++] = false;
			continue;
		}
		while (p < end) {
			p += utf8_decode(&l->letters[l->count], p, end);
			l->is_protected[l->count++] = s->is_protected ||
			    s->is_verbatim;
		}
	}
}

/* Puts the letters of a segment into out; whether any differs. */
static bool
write_segment(char *out, uint32_t *len, const struct flat_segment *s,
    const int32_t *letters, size_t *used)
{
	const char *p = s->text, *end = p + s->len;
	bool differs = false;

	*len = 0;
	for (*used = 0; p < end; ++*used) {
		int32_t c;

		p += utf8_decode(&c, p, end);
		differs = differs || c != letters[*used];
		*len += (uint32_t)utf8_encode(out + *len, letters[*used]);
	}
	return differs;
}

static void
write_letters(struct flat *f, uint32_t from, const struct piece_letters *l)
{
	size_t at = 0;

	for (uint32_t i = from; i < f->count; i++) {
		struct flat_segment *s = &f->segments[i];
		uint32_t len;
		size_t used;
		char *out;

		if (!flat_is_text(s)) {
			at++;
			continue;
		}
		out = arena_alloc(&f->arena, 4 * (size_t)s->len + 1);
		if (write_segment(out, &len, s, l->letters + at, &used)) {
			s->text = out;
			s->len = len;
		}
		at += used;
	}
}

static int32_t
to_upper(int32_t c, bool has_dotted_i)
{
	return has_dotted_i && c == 'i' ? 0x130 : piece_word_to_upper(c);
}

static int32_t
to_lower(int32_t c, bool has_dotted_i)
{
	if (has_dotted_i && c == 'I')
		return 0x131;
	return piece_word_to_lower(c);
}

static void
change_all(struct piece_letters *l, bool is_upper, bool has_dotted_i)
{
	for (size_t i = 0; i < l->count; i++) {
		if (!l->is_protected[i])
			l->letters[i] = is_upper ?
			    to_upper(l->letters[i], has_dotted_i) :
			    to_lower(l->letters[i], has_dotted_i);
	}
}

/* The first letter of a word without capitals; at: where one may begin. */
static size_t
capitalize_word(struct piece_letters *l, size_t at, bool has_dotted_i)
{
	size_t first = at, end;
	bool is_lower = true;

	while (first < l->count && !piece_word_has(l->letters[first]))
		first++;
	for (end = first; end < l->count && !piece_is_white(l->letters[end]);
	     end++)
		is_lower = is_lower && !piece_word_is_upper(l->letters[end]);
	/* "@name" is written as it is. */
	if (first > at && l->letters[first - 1] == '@')
		return end;
	if (first < l->count && is_lower && !l->is_protected[first])
		l->letters[first] = to_upper(l->letters[first], has_dotted_i);
	return end;
}

static void
capitalize_all(struct piece_letters *l, bool has_dotted_i)
{
	for (size_t at = 0; at < l->count;)
		at = capitalize_word(l, at, has_dotted_i);
}

static void
change_letters(struct piece_letters *l, enum piece_case to, bool has_dotted_i)
{
	switch (to) {
	case PIECE_LOWERCASE:
	case PIECE_UPPERCASE:
		change_all(l, to == PIECE_UPPERCASE, has_dotted_i);
		break;
	case PIECE_CAPITALIZE_FIRST:
		capitalize_word(l, 0, has_dotted_i);
		break;
	case PIECE_CAPITALIZE_ALL:
		capitalize_all(l, has_dotted_i);
		break;
	case PIECE_SENTENCE:
		piece_case_sentence(l);
		break;
	case PIECE_TITLE:
		piece_case_title(l);
		break;
	case PIECE_CASE_NONE:
		break;
	}
}

void
flat_change_case(struct flat *f, uint32_t from, enum piece_case to,
    bool has_dotted_i)
{
	enum { WORK_LIMIT = 1 << 22 };
	struct piece_letters l;

	if ((to == PIECE_TITLE && !f->is_english) || f->case_work > WORK_LIMIT)
		return;
	read_letters(&l, f, from);
	f->case_work += l.count;
	change_letters(&l, to, has_dotted_i);
	write_letters(f, from, &l);
}
