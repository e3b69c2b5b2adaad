/* SPDX-License-Identifier: ISC */
#include "cite/rich.h"

#include <utf8proc.h>

#include "base/utf8.h"
#include "look.h"

/* The tags of citeproc's HTML, which other programs' tests compare with. */
static const struct {
	const char *open, *close;
} tags[LOOK_TAG_COUNT] = {
	[LOOK_ITALIC] = { "<i>", "</i>" },
	[LOOK_BOLD] = { "<b>", "</b>" },
	[LOOK_SMALL_CAPS] = { "<span style=\"font-variant:small-caps;\">",
	    "</span>" },
	[LOOK_UNDERLINE] = { "<span style=\"text-decoration:underline;\">",
	    "</span>" },
	[LOOK_SUPERSCRIPT] = { "<sup>", "</sup>" },
	[LOOK_SUBSCRIPT] = { "<sub>", "</sub>" },
	[LOOK_LIGHT] = { "<span style=\"font-weight:light;\">", "</span>" },
	[LOOK_OBLIQUE] = { "<em>", "</em>" },
	[LOOK_NORMAL_STYLE] = { "<span style=\"font-style:normal;\">",
	    "</span>" },
	[LOOK_NORMAL_WEIGHT] = { "<span style=\"font-weight:normal;\">",
	    "</span>" },
	[LOOK_NORMAL_VARIANT] = { "<span style=\"font-variant:normal;\">",
	    "</span>" },
	[LOOK_NO_DECORATION] = { "<span style=\"text-decoration:none;\">",
	    "</span>" },
	[LOOK_BASELINE] = { "<span style=\"baseline\">", "</span>" },
};

/* As citeproc sets them: two of them stand on one line. */
static const struct {
	const char *open, *close;
} displays[] = {
	[RICH_INLINE] = { "", "" },
	[RICH_BLOCK] = { "\n\n    <div class=\"csl-block\">", "</div>\n" },
	[RICH_LEFT_MARGIN] = { "\n    <div class=\"csl-left-margin\">",
	    "</div>" },
	[RICH_RIGHT_INLINE] = { "<div class=\"csl-right-inline\">",
	    "</div>\n  " },
	[RICH_INDENT] = { "<div class=\"csl-indent\">", "</div>\n  " },
};

/* The letter that a superscript character stands for; 0: it is none. */
static int32_t
get_raised(int32_t c)
{
	utf8proc_int32_t parts[4];
	int boundary = 0;

	if (c < 0x80 ||
	    utf8proc_get_property(c)->decomp_type !=
		UTF8PROC_DECOMP_TYPE_SUPER ||
	    utf8proc_decompose_char(c, parts, 4,
		UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT, &boundary) != 1)
		return 0;
	return parts[0];
}

static void
add_character(struct str *out, const char *text, size_t len, int32_t c)
{
	int32_t raised = get_raised(c);

	if (raised) {
		str_add_text(out, "<sup>");
		str_add_code_point(out, raised);
		str_add_text(out, "</sup>");
	} else if (c == '&' || c == '<' || c == '>') {
		str_add_format(out, "&#%d;", (int)c);
	} else {
		str_add(out, text, len);
	}
}

static void
add_escaped(struct str *out, const char *text, size_t len)
{
	const char *end = text + len;

	while (text < end) {
		int32_t c;
		size_t step = utf8_decode(&c, text, end);

		add_character(out, text, step, c);
		text += step;
	}
}

/* Closes what the next run does not lie in, and opens what it does. */
static void
change_nest(struct str *out, uint64_t from, uint64_t to)
{
	unsigned common = 0, depth;

	while (look_get_tag(from, common) &&
	    look_get_tag(from, common) == look_get_tag(to, common))
		common++;
	for (depth = common; look_get_tag(from, depth); depth++)
		continue;
	while (depth > common)
		str_add_text(out, tags[look_get_tag(from, --depth)].close);
	for (; look_get_tag(to, depth); depth++)
		str_add_text(out, tags[look_get_tag(to, depth)].open);
}

void
rich_add_html(struct str *out, const struct rich *r)
{
	struct rich_run now = { 0 };

	for (uint32_t i = 0; i < r->count; i++) {
		const struct rich_run *run = &r->runs[i];

		if (run->display != now.display ||
		    run->display_number != now.display_number) {
			change_nest(out, now.nest, 0);
			str_add_text(out, displays[now.display].close);
			str_add_text(out, displays[run->display].open);
			now.nest = 0;
		}
		change_nest(out, now.nest, run->nest);
		add_escaped(out, r->text.data + run->at, run->len);
		now = *run;
	}
	change_nest(out, now.nest, 0);
	str_add_text(out, displays[now.display].close);
}
