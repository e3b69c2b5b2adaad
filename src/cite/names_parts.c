/* SPDX-License-Identifier: ISC */
#include "names.h"

#include <string.h>

#include "base/utf8.h"

/*
 * What is found out about the text of a name: its script, the particles in
 * it, its initials.
 */

static int32_t
decode(const char *text)
{
	int32_t code_point = 0;

	if (*text)
		utf8_decode(&code_point, text, text + strlen(text));
	return code_point;
}

/* Hangul, kana, bopomofo, Han. */
static bool
is_spaceless_letter(int32_t c)
{
	return (c >= 0x1100 && c <= 0x11ff) || (c >= 0x2e80 && c <= 0x9fff) ||
	    (c >= 0xa960 && c <= 0xa97f) || (c >= 0xac00 && c <= 0xd7ff) ||
	    (c >= 0xf900 && c <= 0xfaff) || (c >= 0xff66 && c <= 0xff9f) ||
	    (c >= 0x20000 && c <= 0x3ffff);
}

bool
names_is_spaceless(const char *text)
{
	return is_spaceless_letter(decode(text));
}

static bool
is_lower(int32_t c)
{
	return (c >= 'a' && c <= 'z') ||
	    (c >= 0xdf && c <= 0xff && c != 0xf7) ||
	    (c >= 0x100 && c <= 0x24f && !utf8_is_upper(c)) ||
	    (c >= 0x3ac && c <= 0x3ce) || (c >= 0x430 && c <= 0x45f);
}

/* The bytes of an apostrophe at text, or 0. */
static size_t
get_apostrophe_len(const char *text)
{
	if (*text == '\'')
		return 1;
	if (strncmp(text, "’", 3) == 0)
		return 3;
	return strncmp(text, "ʻ", 2) == 0 ? 2 : 0;
}

bool
names_is_joined(const char *particle)
{
	size_t len = strlen(particle);

	return len > 0 &&
	    (particle[len - 1] == ' ' || particle[len - 1] == '\'' ||
		particle[len - 1] == '-' ||
		(len >= 3 && strcmp(particle + len - 3, "’") == 0));
}

/* Bytes of the particle that text begins with, its space included; or 0. */
static size_t
get_particle_len(const char *text)
{
	const char *p = text + get_apostrophe_len(text);

	if (!is_lower(decode(p)))
		return 0;
	for (; *p && *p != ' '; p++) {
		size_t apostrophe = get_apostrophe_len(p);

		if (*p == '-' && utf8_is_upper(decode(p + 1)))
			return (size_t)(p - text) + 1;
		if (apostrophe && p > text && p[apostrophe] &&
		    p[apostrophe] != ' ')
			return (size_t)(p - text) + apostrophe;
	}
	while (*p == ' ')
		p++;
	return *p ? (size_t)(p - text) : 0;
}

static const char *
copy_trimmed(struct arena *arena, const char *text, size_t len)
{
	while (len && text[len - 1] == ' ')
		len--;
	return arena_copy(arena, text, len);
}

static void
split_family(struct csl_name *n, struct arena *arena)
{
	size_t len = strlen(n->family), at = 0, step;

	if (len > 1 && n->family[0] == '"' && n->family[len - 1] == '"') {
		n->family = arena_copy(arena, n->family + 1, len - 2);
		return;
	}
	while ((step = get_particle_len(n->family + at)) > 0)
		at += step;
	if (at == 0)
		return;
	n->non_dropping_particle = copy_trimmed(arena, n->family, at);
	/* "de' Frinkle" keeps the space that "d'Aubignac" has not. */
	if (n->family[at - 1] == ' ' &&
	    names_is_joined(n->non_dropping_particle))
		n->non_dropping_particle = arena_copy(arena, n->family, at);
	n->family += at;
}

/* "Jr." of "John F., Jr."; two marks ",!" ask for the comma. */
static void
split_suffix(struct csl_name *n, struct arena *arena)
{
	const char *comma = strchr(n->given, ',');
	const char *suffix;

	if (!comma || n->suffix)
		return;
	suffix = comma + 1;
	if (*suffix == '!') {
		n->comma_suffix = true;
		suffix++;
	}
	while (*suffix == ' ')
		suffix++;
	n->suffix = *suffix ? suffix : NULL;
	n->given = copy_trimmed(arena, n->given, (size_t)(comma - n->given));
}

static void
split_given(struct csl_name *n, struct arena *arena)
{
	size_t len = strlen(n->given), at = len;

	for (;;) {
		size_t space = at;

		while (space && n->given[space - 1] != ' ')
			space--;
		if (space == 0 || !is_lower(decode(n->given + space)))
			break;
		at = space - 1;
		while (at && n->given[at - 1] == ' ')
			at--;
	}
	if (at == len || at == 0)
		return;
	n->dropping_particle = copy_trimmed(arena, n->given + at + 1,
	    len - at - 1);
	n->given = arena_copy(arena, n->given, at);
}

void
names_split_particles(struct csl_name *n, struct arena *arena)
{
	/* "bell hooks" alone is a name and no particle. */
	if (n->family && n->given && !n->non_dropping_particle)
		split_family(n, arena);
	if (n->given)
		split_suffix(n, arena);
	if (n->given && !n->dropping_particle)
		split_given(n, arena);
	if (n->given && !*n->given)
		n->given = NULL;
}

/* One word of a given name, up to a space, a hyphen or behind a stop. */
struct word {
	const char *text;
	size_t len; /* without the stop */
	bool has_stop, follows_hyphen;
};

static bool
next_word(struct word *word, const char **text)
{
	const char *p = *text;

	word->follows_hyphen = false;
	while (*p == ' ' || *p == '-' || *p == '.') {
		word->follows_hyphen |= *p == '-';
		p++;
	}
	word->text = p;
	while (*p && *p != ' ' && *p != '-' && *p != '.')
		p++;
	word->len = (size_t)(p - word->text);
	word->has_stop = *p == '.';
	*text = word->has_stop ? p + 1 : p;
	return word->len > 0;
}

static void
trim(struct str *s)
{
	while (s->len && s->data[s->len - 1] == ' ')
		s->data[--s->len] = '\0';
}

static void
add_space(struct str *s)
{
	if (s->len && s->data[s->len - 1] != ' ')
		str_add_char(s, ' ');
}

static size_t
get_letter_len(const struct word *word)
{
	return utf8_next_grapheme(word->text, word->text + word->len);
}

/* "TSerendorjiin" begins with one letter that is written as two. */
static void
add_initial(struct str *s, const struct word *word, size_t letter)
{
	size_t at = letter;

	str_add(s, word->text, letter);
	while (at < word->len && word->text[at] >= 'A' && word->text[at] <= 'Z')
		at++;
	if (at == word->len || at == letter ||
	    !is_lower(decode(word->text + at)))
		return;
	for (; letter < at; letter++)
		str_add_char(s, (char)(word->text[letter] - 'A' + 'a'));
}

static void
add_word(struct str *s, const struct word *word, const char *with,
    bool initializes, bool has_hyphen)
{
	size_t letter = get_letter_len(word);
	bool is_initial = letter == word->len || word->has_stop;

	if (is_lower(decode(word->text)) && letter < word->len) {
		if (word->follows_hyphen) {
			/* "Jeong-hyun" is one name. */
			if (!initializes) {
				trim(s);
				str_add_char(s, '-');
				str_add(s, word->text, word->len);
				str_add_char(s, ' ');
			}
			return;
		}
		add_space(s);
		str_add(s, word->text, word->len);
		str_add_char(s, ' ');
		return;
	}
	if (word->follows_hyphen && s->len && has_hyphen) {
		trim(s);
		str_add_char(s, '-');
	}
	if (!initializes && !is_initial) {
		if (!word->follows_hyphen)
			add_space(s);
		str_add(s, word->text, word->len);
		str_add_char(s, ' ');
		return;
	}
	if (word->has_stop)
		str_add(s, word->text, word->len);
	else
		add_initial(s, word, letter);
	str_add_text(s, with);
}

const char *
names_initialize(struct walk *w, const struct name_options *o,
    const char *given, const char *with, bool initializes)
{
	const char *p = given;
	struct word word;
	struct str *s = walk_get_scratch(w);

	(void)o;
	while (next_word(&word, &p))
		add_word(s, &word, with, initializes, w->c->initializes_hyphen);
	trim(s);
	p = arena_copy(w->arena, s->len ? s->data : "", s->len);
	return p;
}
