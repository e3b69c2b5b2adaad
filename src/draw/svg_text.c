/* SPDX-License-Identifier: ISC */
#include "svg_text.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

/* Not by printf: its decimal point is the locale's. */
void
svg_text_add_px(struct str *out, double px)
{
	long tenths = lround(px * 10);
	long whole = labs(tenths) / 10, rest = labs(tenths) % 10;

	str_add_format(out, "%s%ld", tenths < 0 ? "-" : "", whole);
	if (rest)
		str_add_format(out, ".%ld", rest);
}

static bool
is_blank(int32_t c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static const char *
get_entity(int32_t c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	default:
		return NULL;
	}
}

void
svg_text_escape(struct str *out, const char *text, size_t len)
{
	const char *end = text + len;

	while (text < end) {
		int32_t c;
		const char *entity;

		text += utf8_decode(&c, text, end);
		entity = get_entity(c);
		if (is_blank(c))
			str_add_char(out, ' ');
		else if (entity)
			str_add_text(out, entity);
		else if (!utf8_is_control(c) && !utf8_is_invisible(c) &&
		    c != 0xFFFE && c != 0xFFFF)
			str_add_code_point(out, c);
	}
}

/*
 * Widths in thousandths of the size, of a wide sans-serif (DejaVu Sans):
 * other usual ones are narrower.
 */
static int
get_ascii_width(char c)
{
	if (strchr("ijl.,:;|'!/\\()[]", c))
		return 400;
	if (strchr(" frt", c))
		return 420;
	if (strchr("mwMWOQ@%+=<>~#", c))
		return 1000;
	if (c >= 'A' && c <= 'Z')
		return 790;
	return 650;
}

static int
get_cluster_width(const char *cluster, size_t len)
{
	int32_t c;

	if (len == 1 && (unsigned char)*cluster < 0x80)
		return get_ascii_width(*cluster);
	utf8_decode(&c, cluster, cluster + len);
	if (c >= 0x1F000 && c < 0x20000)
		return 1500; /* emoji */
	if (utf8_cluster_width_cols(cluster, len) == 2)
		return 1060;
	if (c == 0xFDFA || c == 0xFDFB || c == 0xFDFD || c >= 0x12000)
		return c >= 0x12000 ? 3000 : 12000;
	if (c >= 0x2010 && c < 0x2300)
		return 1000; /* dashes, signs */
	return c < 0x0590 ? 850 : 1150;
}

double
svg_text_get_width_px(const char *text, size_t len,
    const struct svg_text_look *look)
{
	const char *end = text + len;
	double width = 0;

	while (text < end) {
		size_t step = utf8_next_grapheme(text, end);

		width += get_cluster_width(text, step);
		text += step;
	}
	return width * look->size_px / 1000 * (look->is_bold ? 1.12 : 1);
}

/* Whether a line may end behind it without a blank. */
static bool
is_break(const char *cluster, size_t len)
{
	int32_t c;

	utf8_decode(&c, cluster, cluster + len);
	if (c == '-' || c == '/' || c == 0x2013 || c == 0x2014)
		return true;
	/* Chinese and Japanese, but not Hangul, has words without blanks. */
	return (c >= 0x3000 && c <= 0x9FFF) || (c >= 0x20000 && c < 0x40000);
}

/*
 * The line that text begins with, in *len bytes; returns what follows.  What
 * cannot be broken is, where it is longer than a line.
 */
static const char *
take_line(const char *text, const char *end, double width_px,
    const struct svg_text_look *look, size_t *len)
{
	const char *at = text, *last = NULL, *behind = NULL;
	double width = 0;

	while (at < end) {
		size_t step = utf8_next_grapheme(at, end);

		width += svg_text_get_width_px(at, step, look);
		if (is_blank(*at)) {
			last = at;
			behind = at + step;
		} else if (width > width_px && at > text) {
			*len = (size_t)((last ? last : at) - text);
			return last ? behind : at;
		} else if (is_break(at, step)) {
			last = behind = at + step;
		}
		at += step;
	}
	*len = (size_t)(end - text);
	return end;
}

static void
begin(struct str *out, const struct svg_text_look *look)
{
	str_add_text(out, "<text font-size=\"");
	svg_text_add_px(out, look->size_px);
	str_add_format(out, "\" fill=\"%s\"%s", look->fill,
	    look->is_bold ? " font-weight=\"bold\"" : "");
}

static double
get_baseline(const struct svg_text_look *look, double y)
{
	return y + look->line_px / 2 + look->size_px * 0.35;
}

double
svg_text_add(struct str *out, const struct svg_text_look *look, double x,
    double y, double width_px, const char *text)
{
	const char *end = text + strlen(text);
	bool is_begun = false;

	while (text < end) {
		const char *line = text;
		size_t len;

		if (is_blank(*text)) {
			text++;
			continue;
		}
		text = take_line(text, end, width_px, look, &len);
		if (!is_begun)
			begin(out, look);
		str_add_text(out,
		    is_begun ? "</tspan>\n<tspan x=\"" : "><tspan x=\"");
		svg_text_add_px(out, x);
		str_add_text(out, "\" y=\"");
		svg_text_add_px(out, get_baseline(look, y));
		str_add_text(out, "\">");
		svg_text_escape(out, line, len);
		if (is_blank(line[len]))
			str_add_char(out, ' '); /* for whoever copies it */
		is_begun = true;
		y += look->line_px;
	}
	if (is_begun)
		str_add_text(out, "</tspan></text>\n");
	return y;
}

void
svg_text_add_centred(struct str *out, const struct svg_text_look *look,
    double x, double y, const char *text)
{
	begin(out, look);
	str_add_text(out, " text-anchor=\"middle\" x=\"");
	svg_text_add_px(out, x);
	str_add_text(out, "\" y=\"");
	svg_text_add_px(out, get_baseline(look, y));
	str_add_text(out, "\">");
	svg_text_escape(out, text, strlen(text));
	str_add_text(out, "</text>\n");
}
