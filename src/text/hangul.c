/* SPDX-License-Identifier: ISC */
#include "hangul.h"

#include <string.h>

#include "base/utf8.h"

/*
 * A syllable is an initial, a vowel and a final, which Unicode counts up in
 * that order.  A final is heard as one of seven sounds, which the next
 * initial may change; before a vowel it moves over to the next syllable.
 */

enum {
	FIRST_SYLLABLE = 0xAC00,
	LAST_SYLLABLE = 0xD7A3,
	VOWEL_COUNT = 21,
	FINAL_COUNT = 28
};

enum initial {
	INITIAL_G = 0,
	INITIAL_N = 2,
	INITIAL_D = 3,
	INITIAL_R = 5,
	INITIAL_M = 6,
	INITIAL_NONE = 11,
	INITIAL_J = 12
};

enum { VOWEL_I = 20, FINAL_D = 7, FINAL_T = 25, FINAL_H = 27 };

static const char *const initials[] = { "g", "kk", "n", "d", "tt", "r", "m",
	"b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h" };

static const char *const vowels[] = { "a", "ae", "ya", "yae", "eo", "e", "yeo",
	"ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu",
	"ui", "i" };

/* How a final sounds by itself, and what it becomes before a vowel. */
static const struct final {
	const char *alone;
	const char *before_vowel;
	bool has_h; /* aspirates g, d, j behind it */
} finals[] = {
	{ "", "", false }, { "k", "g", false }, /* g */
	{ "k", "kk", false },                   /* kk */
	{ "k", "ks", false },                   /* gs */
	{ "n", "n", false },                    /* n */
	{ "n", "nj", false },                   /* nj */
	{ "n", "n", true },                     /* nh */
	{ "t", "d", false },                    /* d */
	{ "l", "r", false },                    /* r */
	{ "k", "lg", false },                   /* rg */
	{ "m", "lm", false },                   /* rm */
	{ "l", "lb", false },                   /* rb */
	{ "l", "ls", false },                   /* rs */
	{ "l", "lt", false },                   /* rt */
	{ "p", "lp", false },                   /* rp */
	{ "l", "r", true },                     /* rh */
	{ "m", "m", false },                    /* m */
	{ "p", "b", false },                    /* b */
	{ "p", "ps", false },                   /* bs */
	{ "t", "s", false },                    /* s */
	{ "t", "ss", false },                   /* ss */
	{ "ng", "ng", false },                  /* ng */
	{ "t", "j", false },                    /* j */
	{ "t", "ch", false },                   /* ch */
	{ "k", "k", false },                    /* k */
	{ "t", "t", false },                    /* t */
	{ "p", "p", false },                    /* p */
	{ "t", "", true },                      /* h */
};

struct syllable {
	unsigned initial;
	unsigned vowel;
	unsigned final;
};

bool
hangul_is_syllable(int32_t c)
{
	return c >= FIRST_SYLLABLE && c <= LAST_SYLLABLE;
}

static struct syllable
take_apart(int32_t c)
{
	unsigned index = (unsigned)(c - FIRST_SYLLABLE);

	return (
	    struct syllable){ .initial = index / (VOWEL_COUNT * FINAL_COUNT),
		.vowel = index / FINAL_COUNT % VOWEL_COUNT,
		.final = index % FINAL_COUNT };
}

/* A stop before a nasal becomes the nasal of its place. */
static const char *
nasalize(const char *sound)
{
	switch (sound[0]) {
	case 'k':
		return "ng";
	case 't':
		return "n";
	case 'p':
		return "m";
	}
	return sound;
}

static void
add_before_vowel(struct str *out, const struct syllable *s,
    const struct syllable *next)
{
	if (next->vowel == VOWEL_I && s->final == FINAL_D)
		str_add_text(out, "j");
	else if (next->vowel == VOWEL_I && s->final == FINAL_T)
		str_add_text(out, "ch");
	else
		str_add_text(out, finals[s->final].before_vowel);
}

static void
add_before_r(struct str *out, const char *sound)
{
	if (sound[0] == 'l' || strcmp(sound, "n") == 0)
		str_add_text(out, "ll");
	else if (sound[0] == 't')
		str_add_text(out, "nn");
	else if (sound[0]) {
		str_add_text(out, nasalize(sound));
		str_add_char(out, 'n');
	} else {
		str_add_char(out, 'r');
	}
}

/* The final of s and the initial of the syllable behind it. */
static void
add_border(struct str *out, const struct syllable *s,
    const struct syllable *next)
{
	const struct final *final = &finals[s->final];
	const char *alone = s->final == FINAL_H ? "" : final->alone;

	if (next->initial == INITIAL_NONE) {
		add_before_vowel(out, s, next);
	} else if (next->initial == INITIAL_R) {
		add_before_r(out, final->alone);
	} else if (final->has_h &&
	    (next->initial == INITIAL_G || next->initial == INITIAL_D ||
		next->initial == INITIAL_J)) {
		str_add_text(out, alone);
		str_add_text(out,
		    next->initial == INITIAL_G     ? "k" :
			next->initial == INITIAL_D ? "t" :
						     "ch");
	} else if (next->initial == INITIAL_N && final->alone[0] == 'l') {
		str_add_text(out, "ll");
	} else if (next->initial == INITIAL_N || next->initial == INITIAL_M) {
		str_add_text(out, nasalize(final->alone));
		str_add_text(out, initials[next->initial]);
	} else {
		str_add_text(out, alone);
		str_add_text(out, initials[next->initial]);
	}
}

size_t
hangul_add_romanized(struct str *out, const char *text, const char *end)
{
	const char *start = text;
	struct syllable s;
	int32_t c;

	text += utf8_decode(&c, text, end);
	s = take_apart(c);
	str_add_text(out, initials[s.initial]);
	for (;;) {
		struct syllable next;
		size_t step = text < end ? utf8_decode(&c, text, end) : 0;

		str_add_text(out, vowels[s.vowel]);
		if (step == 0 || !hangul_is_syllable(c))
			break;
		next = take_apart(c);
		add_border(out, &s, &next);
		s = next;
		text += step;
	}
	str_add_text(out, finals[s.final].alone);
	return (size_t)(text - start);
}
