/* SPDX-License-Identifier: ISC */
#include "model/unit.h"

#include <stddef.h>
#include <string.h>

/*
 * A unit is read word by word.  A word is what stands between blanks; "per
 * cent" is one, and so is "%" wherever it stands.
 */
struct word {
	const char *text;
	size_t len;
};

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static char
to_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool
is_word(const struct word *w, const char *lower)
{
	size_t i = 0;

	for (; i < w->len && lower[i]; i++) {
		if (to_lower(w->text[i]) != lower[i])
			return false;
	}
	return i == w->len && !lower[i];
}

static struct word
cut_word(const char **at)
{
	const char *p = *at;
	struct word w;

	while (is_blank(*p))
		p++;
	w.text = p;
	if (*p == '%' || *p == '/')
		p++;
	else
		while (*p && !is_blank(*p) && *p != '%' && *p != '/')
			p++;
	w.len = (size_t)(p - w.text);
	*at = p;
	return w;
}

/* The next word as it is compared; false at the end. */
static bool
next_word(struct word *out, const char **at)
{
	*out = cut_word(at);
	if (is_word(out, "%")) {
		*out = (struct word){ "percent", 7 };
	} else if (is_word(out, "/")) {
		*out = (struct word){ "per", 3 };
	} else if (is_word(out, "per")) {
		const char *behind = *at;
		struct word next = cut_word(&behind);

		if (is_word(&next, "cent")) {
			*out = (struct word){ "percent", 7 };
			*at = behind;
		}
	}
	return out->len > 0;
}

/* ISO 4217's codes of currencies in use; a blank behind each. */
static const char codes[] =
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND "
    "BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF "
    "DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD "
    "HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW "
    "KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR "
    "MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN "
    "PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN "
    "SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED "
    "VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG ";

/* The word before may say whose; without it, "" where several have one. */
static const struct {
	const char *before; /* NULL: whatever */
	const char *name;
	const char *code;
} currencies[] = {
	{ "us", "dollars", "USD" },
	{ "us", "dollar", "USD" },
	{ "u.s.", "dollars", "USD" },
	{ "u.s.", "dollar", "USD" },
	{ NULL, "us$", "USD" },
	{ NULL, "dollars", "" },
	{ NULL, "$", "" },
	{ NULL, "euros", "EUR" },
	{ NULL, "euro", "EUR" },
	{ NULL, "\u20AC", "EUR" },
	{ NULL, "sterling", "GBP" },
	{ "british", "pounds", "GBP" },
	{ NULL, "\u00A3", "GBP" },
	{ NULL, "renminbi", "CNY" },
	{ NULL, "rmb", "CNY" },
	{ NULL, "yuan", "CNY" },
	{ NULL, "yen", "JPY" },
	{ NULL, "won", "" },
	{ NULL, "\u20A9", "" },
	{ NULL, "roubles", "RUB" },
	{ NULL, "rubles", "RUB" },
	{ "swiss", "francs", "CHF" },
};

static bool
is_code(const struct word *w)
{
	if (w->len != 3)
		return false;
	for (const char *c = codes; *c; c += 4) {
		if (memcmp(c, w->text, 3) == 0)
			return true;
	}
	return false;
}

/* Whether w, with the word before it, is a currency. */
static bool
find_currency(char out[4], const struct word *before, const struct word *w)
{
	if (is_code(w)) {
		memcpy(out, w->text, 3);
		out[3] = '\0';
		return true;
	}
	for (size_t i = 0; i < sizeof currencies / sizeof *currencies; i++) {
		if (!is_word(w, currencies[i].name) ||
		    (currencies[i].before &&
			!is_word(before, currencies[i].before)))
			continue;
		memcpy(out, currencies[i].code, strlen(currencies[i].code) + 1);
		return true;
	}
	return false;
}

static bool
is_duration(const struct word *w)
{
	static const char *const names[] = { "second", "seconds", "minute",
		"minutes", "hour", "hours", "day", "days", "week", "weeks",
		"fortnight", "fortnights", "month", "months", "year", "years",
		"decade", "decades", "century", "centuries" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (is_word(w, names[i]))
			return true;
	}
	return false;
}

void
unit_parse(struct unit *out, const char *text)
{
	struct word w, before = { "", 0 };
	bool is_first = true, ends_in_duration = false;

	*out = (struct unit){ .kind = UNIT_COUNT };
	for (; next_word(&w, &text); before = w, is_first = false) {
		if (is_word(&w, "per") && !is_first)
			break;
		ends_in_duration = is_duration(&w);
		if (is_first && is_word(&w, "percent"))
			out->kind = UNIT_PERCENT;
		else if (is_first && ends_in_duration)
			out->kind = UNIT_DURATION;
		else if (out->kind == UNIT_COUNT &&
		    find_currency(out->currency, &before, &w))
			out->kind = UNIT_MONEY;
	}
	if (out->kind == UNIT_COUNT && ends_in_duration)
		out->kind = UNIT_DURATION;
	out->of = out->kind;
	if (w.len > 0)
		out->kind = UNIT_RATE;
}

bool
unit_is_same(const char *a, const char *b)
{
	struct word x, y;
	bool is_more;

	do {
		bool is_equal;

		is_more = next_word(&x, &a);
		next_word(&y, &b);
		is_equal = x.len == y.len;
		for (size_t i = 0; is_equal && i < x.len; i++)
			is_equal = to_lower(x.text[i]) == to_lower(y.text[i]);
		if (!is_equal)
			return false;
	} while (is_more);
	return true;
}
