/* SPDX-License-Identifier: ISC */
#include "abbreviation.h"

#include <stdint.h>
#include <string.h>

#include "base/utf8.h"
#include "sentence_class.h"

/*
 * Only abbreviations stand here after which a sentence rarely ends: "etc."
 * and "Inc." often end one, and where they do not, a small letter follows,
 * which is enough for the rules.  A word that begins with a small letter
 * serves for the capital one too.
 */
struct words {
	const char *const *list;
	size_t count;
};

struct abbreviation_language {
	const char *tag;
	struct words always;
	struct words before_number; /* "No. 4", but not "said No. Then" */
	bool has_ordinals;          /* "3. Oktober" */
	bool has_spaced_quotes;     /* "Quoi ? \u00BB" */
};

/* Each list in the order of its bytes. */
static const char *const english_always[] = { "Adm", "Amb", "Assn", "Ave",
	"Brig", "Bros", "Capt", "Cmdr", "Co", "Col", "Cpl", "Dept", "Doc",
	"Docs", "Dr", "Drs", "Ft", "Gen", "Gov", "Hon", "Insp", "Lt", "Maj",
	"Messrs", "Mr", "Mrs", "Ms", "Mt", "Pres", "Prof", "Rep", "Reps", "Rev",
	"Sen", "Sens", "Sgt", "St", "Supt", "Univ", "cf", "e.g", "i.e", "v",
	"viz", "vs" };
static const char *const english_before_number[] = { "Apr", "Aug", "Dec", "Feb",
	"Jan", "Jul", "Jun", "Mar", "Nov", "Oct", "Res", "Sep", "Sept", "al",
	"approx", "art", "arts", "c", "ca", "ch", "chap", "est", "fig", "figs",
	"n", "no", "nos", "p", "para", "paras", "pp", "pt", "pts", "sec",
	"secs", "vol", "vols" };
static const char *const german_always[] = { "Abt", "Anm", "Aufl", "Dipl", "Dr",
	"Fr", "Hr", "Hrn", "Hrsg", "Ing", "Mag", "Mio", "Mrd", "Prof", "St",
	"a", "abzgl", "allg", "bes", "bzw", "ca", "d", "evtl", "geb", "gem",
	"gest", "ggf", "h", "hl", "i", "inkl", "insb", "lat", "n", "o", "s",
	"sog", "u", "v", "vgl", "z", "zzgl" };
static const char *const german_before_number[] = { "Abb", "Abs", "Apr", "Art",
	"Aug", "Bd", "Dez", "Feb", "Jan", "Kap", "Nov", "Nr", "Nrn", "Okt",
	"Rn", "Sep", "Sept", "Str", "Tab", "Ziff" };
static const char *const french_always[] = { "Dr", "MM", "Me", "Mgr", "Mme",
	"Pr", "Prof", "St", "Ste", "apr", "av", "c.-\u00E0-d", "cf", "dir",
	"env", "ex", "resp", "r\u00E9f", "trad", "t\u00E9l", "vs", "\u00E9d",
	"\u00E9ds" };
static const char *const french_before_number[] = { "al", "art", "chap",
	"d\u00E9c", "fig", "f\u00E9vr", "janv", "juil", "no", "nos", "nov",
	"oct", "p", "par", "pp", "sept", "t", "vol" };
static const char *const spanish_always[] = { "Arq", "Av", "Avda", "Cap",
	"Cnel", "D", "Dr", "Dra", "Dres", "D\u00F1a", "EE", "Excma", "Excmo",
	"FF", "Fr", "Gral", "Hno", "Ilmo", "Ing", "Lic", "Mons", "Prof",
	"Profa", "Sgto", "Sr", "Sra", "Sras", "Sres", "Srta", "Sta", "Sto",
	"Tte", "Ud", "Uds", "Vd", "Vds", "a", "cf", "d", "dpto", "ed", "eds",
	"ej", "p.ej", "tel", "trad", "vs" };
static const char *const spanish_before_number[] = { "abr", "ago", "aprox",
	"art", "arts", "cap", "dic", "ene", "feb", "fig", "nov", "n\u00FAm",
	"n\u00FAms", "oct", "p", "pp", "p\u00E1g", "p\u00E1gs", "sept", "vol" };

#define WORDS(list)                              \
	{                                        \
		list, sizeof list / sizeof *list \
	}

static const struct abbreviation_language languages[] = {
	{ "en", WORDS(english_always), WORDS(english_before_number), false,
	    false },
	{ "de", WORDS(german_always), WORDS(german_before_number), true,
	    false },
	{ "fr", WORDS(french_always), WORDS(french_before_number), false,
	    true },
	{ "es", WORDS(spanish_always), WORDS(spanish_before_number), false,
	    false },
};

enum {
	LANGUAGE_COUNT = sizeof languages / sizeof *languages,
	WORD_LIMIT_BYTES = 16
};

const struct abbreviation_language *
abbreviation_find_language(const char *tag)
{
	for (size_t i = 0; tag && i < LANGUAGE_COUNT; i++) {
		size_t len = strlen(languages[i].tag);

		if (strncmp(tag, languages[i].tag, len) == 0 &&
		    (tag[len] == '\0' || tag[len] == '-'))
			return &languages[i];
	}
	return NULL;
}

bool
abbreviation_has_spaced_quotes(const struct abbreviation_language *language)
{
	return language->has_spaced_quotes;
}

static enum sentence_class
get_class(const char *text, size_t len, size_t at)
{
	int32_t c;

	utf8_decode(&c, text + at, text + len);
	return sentence_class_get(c);
}

static bool
is_letter(enum sentence_class is)
{
	return is == SENTENCE_LOWER || is == SENTENCE_UPPER ||
	    is == SENTENCE_OLETTER;
}

/*
 * Where the word before a full stop begins: letters, and full stops and
 * hyphens between them.
 */
static size_t
find_word(const char *text, size_t from, size_t at)
{
	size_t begin = at;

	while (begin > from && at - begin < WORD_LIMIT_BYTES) {
		size_t before = utf8_step_back(text, from, begin);

		if (text[before] != '.' && text[before] != '-' &&
		    !is_letter(get_class(text, at, before)))
			break;
		begin = before;
	}
	while (begin < at && (text[begin] == '.' || text[begin] == '-'))
		begin++;
	return begin;
}

/* The last part of a word like "U.S" or "J.-C". */
static size_t
find_last_part(const char *text, size_t begin, size_t at)
{
	size_t part = at;

	while (part > begin && text[part - 1] != '.' && text[part - 1] != '-')
		part--;
	return part;
}

static bool
is_listed_as(const struct words *words, const char *word, size_t len)
{
	size_t low = 0, high = words->count;

	while (low < high) {
		size_t middle = (low + high) / 2;
		const char *entry = words->list[middle];
		int order = strncmp(word, entry, len);

		if (order == 0 && entry[len] == '\0')
			return true;
		if (order > 0)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}

static bool
is_listed(const struct words *words, const char *word, size_t len)
{
	char small[WORD_LIMIT_BYTES];

	if (len == 0 || len >= sizeof small)
		return false;
	if (is_listed_as(words, word, len))
		return true;
	if (word[0] < 'A' || word[0] > 'Z')
		return false;
	memcpy(small, word, len);
	small[0] = (char)(small[0] - 'A' + 'a');
	return is_listed_as(words, small, len);
}

/* A digit, or a Roman number, also behind a bracket. */
static bool
is_number(const char *text, size_t len, size_t at)
{
	size_t end;

	while (at < len && (text[at] == '(' || text[at] == '['))
		at++;
	if (at >= len)
		return false;
	end = at;
	while (end < len && text[end] != '\0' && strchr("IVXLC", text[end]))
		end++;
	if (end > at)
		return end >= len || !is_letter(get_class(text, len, end));
	return get_class(text, len, at) == SENTENCE_NUMERIC;
}

static bool
is_initial(const char *text, size_t part, size_t at)
{
	return part < at && utf8_step_back(text, part, at) == part &&
	    get_class(text, at, part) == SENTENCE_UPPER;
}

/* One or two digits alone: a year ends a sentence, a day does not. */
static bool
is_ordinal(const char *text, size_t from, size_t at)
{
	size_t begin = at;

	while (begin > from && at - begin < 3 && text[begin - 1] >= '0' &&
	    text[begin - 1] <= '9')
		begin--;
	return at - begin >= 1 && at - begin <= 2 &&
	    (begin == from || text[begin - 1] == ' ');
}

bool
abbreviation_is_at(const struct abbreviation_language *language,
    const char *text, size_t len, size_t from, size_t at, size_t next)
{
	size_t word = find_word(text, from, at);
	size_t part = find_last_part(text, word, at);

	if (language->has_ordinals && is_ordinal(text, from, at))
		return true;
	if (part > from && text[part - 1] >= '0' && text[part - 1] <= '9')
		return false;
	if (is_initial(text, part, at) ||
	    is_listed(&language->always, text + word, at - word) ||
	    is_listed(&language->always, text + part, at - part))
		return true;
	return is_listed(&language->before_number, text + part, at - part) &&
	    is_number(text, len, next);
}
