/* SPDX-License-Identifier: ISC */
#include "interpret.h"

/*
 * The attributes that say how a thing looks.
 * Source: CSL 1.0.2 specification, "Formatting", "Affixes", "Delimiter",
 * "Display", "Quotes", "Strip-periods", "Text-case".
 */

/* What a word sets, and what it takes back first: the others of its kind. */
struct look {
	enum style_attribute attribute;
	enum style_word word;
	uint16_t looks, unlooks;
};

enum {
	SLANTS = RICH_ITALIC | RICH_OBLIQUE,
	WEIGHTS = RICH_BOLD | RICH_LIGHT,
	HEIGHTS = RICH_SUPERSCRIPT | RICH_SUBSCRIPT
};

static const enum style_attribute look_attributes[] = { STYLE_AT_FONT_STYLE,
	STYLE_AT_FONT_VARIANT, STYLE_AT_FONT_WEIGHT, STYLE_AT_TEXT_DECORATION,
	STYLE_AT_VERTICAL_ALIGN };

static const struct look looks[] = {
	{ STYLE_AT_FONT_STYLE, STYLE_WORD_ITALIC, RICH_ITALIC, SLANTS },
	{ STYLE_AT_FONT_STYLE, STYLE_WORD_OBLIQUE, RICH_OBLIQUE, SLANTS },
	{ STYLE_AT_FONT_STYLE, STYLE_WORD_NORMAL, 0, SLANTS },
	{ STYLE_AT_FONT_VARIANT, STYLE_WORD_SMALL_CAPS, RICH_SMALL_CAPS,
	    RICH_SMALL_CAPS },
	{ STYLE_AT_FONT_VARIANT, STYLE_WORD_NORMAL, 0, RICH_SMALL_CAPS },
	{ STYLE_AT_FONT_WEIGHT, STYLE_WORD_BOLD, RICH_BOLD, WEIGHTS },
	{ STYLE_AT_FONT_WEIGHT, STYLE_WORD_LIGHT, RICH_LIGHT, WEIGHTS },
	{ STYLE_AT_FONT_WEIGHT, STYLE_WORD_NORMAL, 0, WEIGHTS },
	{ STYLE_AT_TEXT_DECORATION, STYLE_WORD_UNDERLINE, RICH_UNDERLINE,
	    RICH_UNDERLINE },
	{ STYLE_AT_TEXT_DECORATION, STYLE_WORD_NONE, 0, RICH_UNDERLINE },
	{ STYLE_AT_VERTICAL_ALIGN, STYLE_WORD_SUP, RICH_SUPERSCRIPT, HEIGHTS },
	{ STYLE_AT_VERTICAL_ALIGN, STYLE_WORD_SUB, RICH_SUBSCRIPT, HEIGHTS },
	{ STYLE_AT_VERTICAL_ALIGN, STYLE_WORD_BASELINE, 0, HEIGHTS },
};

static const uint8_t cases[STYLE_WORDS_END] = {
	[STYLE_WORD_LOWERCASE] = PIECE_LOWERCASE,
	[STYLE_WORD_UPPERCASE] = PIECE_UPPERCASE,
	[STYLE_WORD_CAPITALIZE_FIRST] = PIECE_CAPITALIZE_FIRST,
	[STYLE_WORD_CAPITALIZE_ALL] = PIECE_CAPITALIZE_ALL,
	[STYLE_WORD_SENTENCE] = PIECE_SENTENCE,
	[STYLE_WORD_TITLE] = PIECE_TITLE,
};

static const uint8_t displays[STYLE_WORDS_END] = {
	[STYLE_WORD_BLOCK] = RICH_BLOCK,
	[STYLE_WORD_LEFT_MARGIN] = RICH_LEFT_MARGIN,
	[STYLE_WORD_RIGHT_INLINE] = RICH_RIGHT_INLINE,
	[STYLE_WORD_INDENT] = RICH_INDENT,
};

static void
read_looks(struct piece_format *out, const struct style *s, style_node n)
{
	size_t i, k;

	for (i = 0; i < sizeof look_attributes / sizeof *look_attributes; i++) {
		enum style_word word = style_get_word(s, n, look_attributes[i]);

		if (word == STYLE_NO_WORD)
			continue;
		for (k = 0; k < sizeof looks / sizeof *looks; k++) {
			if (looks[k].attribute != look_attributes[i] ||
			    looks[k].word != word)
				continue;
			out->unlooks |= looks[k].unlooks;
			out->looks &= (uint16_t)~looks[k].unlooks;
			out->looks |= looks[k].looks;
		}
	}
}

static void
read_text(const char **to, const struct style *s, style_node n,
    enum style_attribute a)
{
	const char *text = style_get_text(s, n, a);

	if (text)
		*to = text;
}

static void
overlay(struct piece_format *out, const struct style *s, style_node n)
{
	enum style_word word;

	read_looks(out, s, n);
	word = style_get_word(s, n, STYLE_AT_TEXT_CASE);
	if (word != STYLE_NO_WORD)
		out->text_case = cases[word];
	word = style_get_word(s, n, STYLE_AT_DISPLAY);
	if (word != STYLE_NO_WORD)
		out->display = displays[word];
	word = style_get_word(s, n, STYLE_AT_QUOTES);
	if (word != STYLE_NO_WORD)
		out->has_quotes = word == STYLE_WORD_TRUE;
	word = style_get_word(s, n, STYLE_AT_STRIP_PERIODS);
	if (word != STYLE_NO_WORD)
		out->strips_periods = word == STYLE_WORD_TRUE;
	read_text(&out->prefix, s, n, STYLE_AT_PREFIX);
	read_text(&out->suffix, s, n, STYLE_AT_SUFFIX);
	read_text(&out->delimiter, s, n, STYLE_AT_DELIMITER);
}

void
cite_read_format(struct piece_format *out, const struct style *s, style_node n)
{
	*out = (struct piece_format){ 0 };
	overlay(out, s, n);
}

void
walk_overlay_format(struct walk *w, struct piece_format *out,
    const struct style *s, style_node n)
{
	overlay(out, s, n);
	out->has_dotted_i = w->has_dotted_i;
	if (out->text_case == PIECE_TITLE && !w->is_english)
		out->text_case = PIECE_CASE_NONE;
}

void
walk_read_format(struct walk *w, struct piece_format *out, style_node n)
{
	*out = (struct piece_format){ 0 };
	walk_overlay_format(w, out, w->style, n);
}
