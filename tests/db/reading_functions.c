/* SPDX-License-Identifier: ISC */
#include "reading_functions.h"

#include <ctype.h>
#include <regex.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"

static const char *
get_text(sqlite3_value *value)
{
	const char *text = (const char *)sqlite3_value_text(value);

	return text ? text : "";
}

static void
give_text(sqlite3_context *sql, const struct str *s)
{
	sqlite3_result_text(sql, s->data ? s->data : "", (int)s->len,
	    SQLITE_TRANSIENT);
}

/* What is told in marked passages alone: sexual violence, forced
 * abortion, infanticide. */
static void
find_harsh(sqlite3_context *sql, int count, sqlite3_value **args)
{
	static const char *const harsh =
	    "(^|[^a-z])((gang-)?rap(e|es|ed|ing|ist|ists)|"
	    "sexual(ly)? (violence|abuse|abused|assault|assaults|assaulted|"
	    "acts|enslavement|enslaved|mutilation|mutilated|torture|tortured)|"
	    "molest(s|ed|ing)?|abort(s|ed|ing)|forced abortions?|"
	    "infanticides?|infants?|newborns?)([^a-z]|$)";
	const char *text = get_text(args[0]);
	regmatch_t found[3];
	regex_t regex;

	(void)count;
	if (regcomp(&regex, harsh, REG_EXTENDED | REG_ICASE) != 0)
		abort();
	if (regexec(&regex, text, 3, found, 0) == 0)
		sqlite3_result_text(sql, text + found[2].rm_so,
		    (int)(found[2].rm_eo - found[2].rm_so), SQLITE_TRANSIENT);
	regfree(&regex);
}

static void
has_letter(sqlite3_context *sql, int count, sqlite3_value **args)
{
	const char *p = get_text(args[0]);

	(void)count;
	while (*p && !isalpha((unsigned char)*p))
		p++;
	sqlite3_result_int(sql, *p != '\0');
}

/* "no more than" bounds where "more than" does not. */
static bool
has_phrase(const char *text, const char *phrase)
{
	for (const char *p = text; (p = strstr(p, phrase)) != NULL; p++) {
		bool is_inside = p > text && isalpha((unsigned char)p[-1]);
		bool is_denied = (p - text >= 3 &&
				     strncmp(p - 3, "no ", 3) == 0) ||
		    (p - text >= 4 && strncmp(p - 4, "not ", 4) == 0);

		if (!is_inside && !is_denied)
			return true;
	}
	return false;
}

static void
leaves_open(sqlite3_context *sql, int count, sqlite3_value **args)
{
	static const char *const low[] = { "up to", "as much as", "as many as",
		"as long as", "as high as", "at most", "at the most", "within",
		"less than", "fewer than", "under", "below", "younger than",
		"no more than", "not more than", "no longer than",
		"no older than", "maximum", "or less", "or fewer", "nearly",
		"almost", "close to" };
	static const char *const high[] = { "more than", "over", "at least",
		"at the least", "no less than", "not less than",
		"no fewer than", "not fewer than", "as few as", "as little as",
		"as low as", "as young as", "as early as", "the youngest",
		"or more", "above", "older than", "longer than", "minimum",
		"exceeds", "exceeded", "beyond", "upwards" };
	bool is_low = sqlite3_value_int(args[1]);
	const char *const *phrases = is_low ? low : high;
	size_t n = is_low ? sizeof low / sizeof *low :
			    sizeof high / sizeof *high;
	struct str text;
	bool is_open = false;

	(void)count;
	str_init(&text, 0);
	utf8_add_casefold(&text, get_text(args[0]), strlen(get_text(args[0])));
	for (size_t i = 0; i < n; i++)
		is_open |= text.data && has_phrase(text.data, phrases[i]);
	str_clear(&text);
	sqlite3_result_int(sql, is_open);
}

static void
fold(sqlite3_context *sql, int count, sqlite3_value **args)
{
	struct str folded;

	(void)count;
	str_init(&folded, 0);
	utf8_add_casefold(&folded, get_text(args[0]),
	    strlen(get_text(args[0])));
	give_text(sql, &folded);
	str_clear(&folded);
}

/* Small letters, digits, the apostrophe within a word. */
static void
give_words(sqlite3_context *sql, int count, sqlite3_value **args)
{
	const char *text = get_text(args[0]);
	struct str folded, words;

	(void)count;
	str_init(&folded, 0);
	str_init(&words, 0);
	utf8_add_casefold(&folded, text, strlen(text));
	str_add_char(&words, ' ');
	for (size_t i = 0; i < folded.len; i++) {
		const char *p = &folded.data[i];

		if (isalnum((unsigned char)*p) ||
		    (*p == '\'' && isalnum((unsigned char)p[1])))
			str_add_char(&words, *p);
		else if (*p == '.' && isalnum((unsigned char)p[1]))
			continue; /* "U.S." is one word */
		else if (words.data[words.len - 1] != ' ')
			str_add_char(&words, ' ');
	}
	if (words.data[words.len - 1] != ' ')
		str_add_char(&words, ' ');
	give_text(sql, &words);
	str_clear(&folded);
	str_clear(&words);
}

/* Past the word at p, which a space stands before; NULL: there is none. */
static const char *
skip_words(const char *p, int count)
{
	while (p && count-- > 0)
		p = p[0] && p[1] ? strchr(p + 1, ' ') : NULL;
	return p;
}

static void
give_run(sqlite3_context *sql, int count, sqlite3_value **args)
{
	const char *from = skip_words(get_text(args[0]),
	    sqlite3_value_int(args[1]));
	const char *to = skip_words(from, sqlite3_value_int(args[2]));

	(void)count;
	if (to)
		sqlite3_result_text(sql, from, (int)(to - from) + 1,
		    SQLITE_TRANSIENT);
}

/* Short words (of, the) are not asked for, unless there are no others. */
static void
shares_word(sqlite3_context *sql, int count, sqlite3_value **args)
{
	struct str text, words;
	bool is_shared = false;

	(void)count;
	str_init(&text, 0);
	str_init(&words, 0);
	utf8_add_casefold(&text, get_text(args[0]), strlen(get_text(args[0])));
	utf8_add_casefold(&words, get_text(args[1]), strlen(get_text(args[1])));
	for (char *p = words.data; p && *p;) {
		size_t len = strcspn(p, " ");
		char end = p[len];

		p[len] = '\0';
		if (len >= 4 || len == words.len)
			is_shared |= text.data && strstr(text.data, p);
		p += len + (end != '\0');
	}
	str_clear(&text);
	str_clear(&words);
	sqlite3_result_int(sql, is_shared);
}

static void
states_number(sqlite3_context *sql, int count, sqlite3_value **args)
{
	(void)count;
	sqlite3_result_int(sql,
	    reading_states_number(get_text(args[0]),
		sqlite3_value_double(args[1])));
}

static void
names_date(sqlite3_context *sql, int count, sqlite3_value **args)
{
	(void)count;
	sqlite3_result_int(sql,
	    reading_names_date(get_text(args[0]), get_text(args[1])));
}

static void
is_iso_date(sqlite3_context *sql, int count, sqlite3_value **args)
{
	(void)count;
	sqlite3_result_int(sql, reading_is_iso_date(get_text(args[0])));
}

bool
reading_add_functions(sqlite3 *db)
{
	static const struct {
		const char *name;
		int args;
		void (*run)(sqlite3_context *, int, sqlite3_value **);
	} functions[] = {
		{ "states_number", 2, states_number },
		{ "leaves_open", 2, leaves_open },
		{ "shares_word", 2, shares_word },
		{ "names_date", 2, names_date },
		{ "is_iso_date", 1, is_iso_date },
		{ "find_harsh", 1, find_harsh },
		{ "has_letter", 1, has_letter },
		{ "fold", 1, fold },
		{ "words", 1, give_words },
		{ "run", 3, give_run },
	};

	for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
		if (sqlite3_create_function(db, functions[i].name,
			functions[i].args, SQLITE_UTF8 | SQLITE_DETERMINISTIC,
			NULL, functions[i].run, NULL, NULL) != SQLITE_OK)
			return false;
	}
	return true;
}
