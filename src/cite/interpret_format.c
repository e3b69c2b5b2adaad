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
read_look(struct piece_format *out, enum style_attribute a,
    enum style_word word)
{
	size_t i;

	for (i = 0; i < sizeof looks / sizeof *looks; i++) {
		if (looks[i].attribute != a || looks[i].word != word)
			continue;
		out->unlooks |= looks[i].unlooks;
		out->looks &= (uint16_t)~looks[i].unlooks;
		out->looks |= looks[i].looks;
	}
}

static void
read_attribute(struct piece_format *out, const struct style *s, style_node n,
    enum style_attribute a)
{
	switch (a) {
	case STYLE_AT_FONT_STYLE:
	case STYLE_AT_FONT_VARIANT:
	case STYLE_AT_FONT_WEIGHT:
	case STYLE_AT_TEXT_DECORATION:
	case STYLE_AT_VERTICAL_ALIGN:
		read_look(out, a, style_get_word(s, n, a));
		break;
	case STYLE_AT_TEXT_CASE:
		out->text_case = cases[style_get_word(s, n, a)];
		break;
	case STYLE_AT_DISPLAY:
		out->display = displays[style_get_word(s, n, a)];
		break;
	case STYLE_AT_QUOTES:
		out->has_quotes = style_get_word(s, n, a) == STYLE_WORD_TRUE;
		break;
	case STYLE_AT_STRIP_PERIODS:
		out->strips_periods = style_get_word(s, n, a) ==
		    STYLE_WORD_TRUE;
		break;
	case STYLE_AT_PREFIX:
		out->prefix = style_get_text(s, n, a);
		break;
	case STYLE_AT_SUFFIX:
		out->suffix = style_get_text(s, n, a);
		break;
	case STYLE_AT_DELIMITER:
		out->delimiter = style_get_text(s, n, a);
		break;
	default:
		break;
	}
}

/* Only what the element has is read: most have two or three attributes. */
static void
overlay(struct piece_format *out, const struct style *s, style_node n)
{
	enum style_attribute a;
	uint32_t i = 0;

	while ((a = style_get_attribute(s, n, i++)) != STYLE_NO_ATTRIBUTE)
		read_attribute(out, s, n, a);
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

void
walk_read_term_format(struct walk *w, struct piece_format *out, style_node n)
{
	bool is_english = w->is_english;

	w->is_english = w->has_english_terms;
	walk_read_format(w, out, n);
	w->is_english = is_english;
}
