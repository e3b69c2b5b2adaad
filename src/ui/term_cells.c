/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "base/str.h"
#include "term_glyph.h"
#include "term_paint_private.h"
#include "theme.h"

/* The cells of a canvas as a terminal has them. */
enum { FLAG_MASK = 3, URL_LIMIT_BYTES = 2000 };

const struct painted paint_blank = { .text = " ",
	.len = 1,
	.width_cols = 1,
	.color = -1 };

static struct pen
make_pen(const struct paint *p, const struct cell *cell)
{
	struct look look = theme_get_look((enum role)cell->role, cell->flags,
	    p->colors, p->background);
	unsigned wanted = look.attributes;

	if (wanted & LOOK_ITALIC &&
	    !codes_get_attributes(p->codes, LOOK_ITALIC, false))
		wanted |= LOOK_BOLD;
	return (struct pen){
		.attributes = (uint8_t)codes_get_attributes(p->codes, wanted,
		    look.foreground >= 0),
		.color = look.foreground,
	};
}

static struct pen
get_pen(struct paint *p, const struct cell *cell)
{
	unsigned flags = cell->flags & FLAG_MASK;

	if (!p->is_look_known[cell->role][flags]) {
		p->looks[cell->role][flags] = make_pen(p, cell);
		p->is_look_known[cell->role][flags] = true;
	}
	return p->looks[cell->role][flags];
}

/* What a stranger's file may make a link: http, and no control character. */
static bool
is_sendable(const char *url)
{
	size_t len = url ? strlen(url) : 0;

	if (len == 0 || len > URL_LIMIT_BYTES ||
	    (strncmp(url, "http://", 7) != 0 &&
		strncmp(url, "https://", 8) != 0))
		return false;
	for (size_t i = 0; i < len; i++) {
		if ((unsigned char)url[i] < ' ' || url[i] == 0x7F)
			return false;
	}
	return true;
}

/* A canvas numbers its URLs anew each time. */
static uint32_t
hash_url(const struct paint *p, const struct cell *cell)
{
	const char *url = canvas_get_url(p->canvas, cell->url);

	return is_sendable(url) ? str_hash(url) | 1 : 0;
}

bool
paint_shows_on_blanks(unsigned attributes)
{
	return (attributes & (LOOK_UNDERLINE | LOOK_REVERSE)) != 0;
}

bool
paint_is_blank(const struct painted *cell)
{
	return cell->len == 1 && cell->text[0] == ' ' && cell->url == 0 &&
	    !paint_shows_on_blanks(cell->attributes);
}

static void
make_cell(struct paint *p, struct painted *out, const struct cell *cell)
{
	struct pen pen = get_pen(p, cell);

	/* The letters' look does not show where there are none. */
	if (cell->len == 1 && cell->text[0] == ' ' && cell->url == 0 &&
	    !paint_shows_on_blanks(pen.attributes)) {
		*out = paint_blank;
		return;
	}
	memset(out, 0, sizeof *out);
	out->width_cols = cell->width_cols;
	if (cell->len == 1 && cell->text[0] >= ' ' && cell->text[0] < 0x7F) {
		out->text[0] = cell->text[0];
		out->len = 1;
	} else if (cell->len > 0) {
		out->len = (uint8_t)glyph_make(out->text, cell);
	}
	out->attributes = pen.attributes;
	out->color = pen.color;
	if (p->has_links && cell->url)
		out->url = hash_url(p, cell);
	if (paint_is_blank(out))
		*out = paint_blank;
}

static void
make_row(struct paint *p, struct painted *next, int row)
{
	int cols = canvas_get_cols(p->canvas);
	const struct cell *cells = row < canvas_get_rows(p->canvas) ?
	    canvas_get_row(p->canvas, row) :
	    NULL;

	for (int col = 0; col < p->cols; col++) {
		if (cells && col < cols)
			make_cell(p, next + col, cells + col);
		else
			next[col] = paint_blank;
	}
}

void
paint_make_next(struct paint *p)
{
	for (int row = 0; row < p->rows; row++)
		make_row(p, paint_get_row(p, p->next, row), row);
}
