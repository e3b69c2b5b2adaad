/* SPDX-License-Identifier: ISC */
#include "cite/rich.h"

#include <string.h>

#include "look.h"

/*
 * Pandoc's Markdown.  Marks do not stand beside white space inside of them,
 * and italics are closed where they are taken back, for there they do not
 * nest.  An address is left as it is, so that it can be followed.
 */
static const struct {
	const char *open, *close;
} tags[LOOK_TAG_COUNT] = {
	[LOOK_ITALIC] = { "*", "*" },
	[LOOK_OBLIQUE] = { "*", "*" },
	[LOOK_BOLD] = { "**", "**" },
	[LOOK_SMALL_CAPS] = { "[", "]{.smallcaps}" },
	[LOOK_UNDERLINE] = { "[", "]{.underline}" },
	[LOOK_SUPERSCRIPT] = { "^", "^" },
	[LOOK_SUBSCRIPT] = { "~", "~" },
	[LOOK_LIGHT] = { "", "" },
};

struct printer {
	struct str *out;
	uint64_t nest;
	bool is_start; /* of a line */
};

static size_t
get_address_len(const char *p, const char *end)
{
	const char *from = p;

	if ((size_t)(end - p) < 8 ||
	    (memcmp(p, "http://", 7) != 0 && memcmp(p, "https://", 8) != 0))
		return 0;
	while (p < end && (unsigned char)*p > ' ' && *p != '<' && *p != '>')
		p++;
	return (size_t)(p - from);
}

static bool
is_alphanumeric(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
	    (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

static bool
wants_escape(const struct printer *m, const char *text, const char *p,
    const char *end)
{
	bool is_inside = p > text && p + 1 < end && is_alphanumeric(p[-1]) &&
	    is_alphanumeric(p[1]);

	if (*p == '_')
		return !is_inside;
	if (*p == '@')
		return p == text || !is_alphanumeric(p[-1]);
	if (*p == '&')
		return p + 1 < end && (p[1] == '#' || is_alphanumeric(p[1]));
	if (*p == '#' || *p == '-' || *p == '+')
		return m->is_start;
	return strchr("\\`*[]<>^~$|", *p) != NULL;
}

static void
add_text(struct printer *m, const char *text, size_t len, bool is_raised)
{
	const char *p = text, *end = text + len;

	while (p < end) {
		size_t address = get_address_len(p, end);

		if (address > 0) {
			str_add(m->out, p, address);
			p += address;
			m->is_start = false;
			continue;
		}
		if ((is_raised && *p == ' ') || wants_escape(m, text, p, end))
			str_add_char(m->out, '\\');
		m->is_start = *p == '\n';
		str_add_char(m->out, *p++);
	}
}

static void
close_to(struct printer *m, unsigned common)
{
	unsigned depth = 0;
	size_t spaces = 0;

	while (look_get_tag(m->nest, depth))
		depth++;
	if (depth == common)
		return;
	while (m->out->len > 0 && m->out->data[m->out->len - 1] == ' ' &&
	    (m->out->len < 2 || m->out->data[m->out->len - 2] != '\\')) {
		m->out->data[--m->out->len] = '\0';
		spaces++;
	}
	while (depth > common)
		str_add_text(m->out,
		    tags[look_get_tag(m->nest, --depth)].close);
	str_add_repeated(m->out, ' ', spaces);
}

static unsigned
count_common(uint64_t a, uint64_t b)
{
	unsigned common = 0;

	while (look_get_tag(a, common) &&
	    look_get_tag(a, common) == look_get_tag(b, common))
		common++;
	return common;
}

static void
add_run(struct printer *m, unsigned looks, const char *text, size_t len)
{
	struct look look = { 0 };
	bool is_raised = looks & (RICH_SUPERSCRIPT | RICH_SUBSCRIPT);
	unsigned depth;

	look_set(&look, looks, 0);
	depth = count_common(m->nest, look.nest);
	close_to(m, depth);
	if (look_get_tag(look.nest, depth)) {
		while (len > 0 && *text == ' ') {
			str_add_char(m->out, ' ');
			text++;
			len--;
		}
		for (; look_get_tag(look.nest, depth); depth++)
			str_add_text(m->out,
			    tags[look_get_tag(look.nest, depth)].open);
	}
	m->nest = look.nest;
	add_text(m, text, len, is_raised);
}

static bool
is_white(const char *text, size_t len)
{
	while (len > 0 && *text == ' ') {
		text++;
		len--;
	}
	return len == 0;
}

void
rich_add_markdown(struct str *out, const struct rich *r)
{
	struct printer m = { .out = out, .is_start = true };

	for (uint32_t i = 0; i < r->count; i++) {
		const struct rich_run *run = &r->runs[i];
		const char *text = r->text.data + run->at;

		/* White space needs no look. */
		add_run(&m, is_white(text, run->len) ? 0 : run->looks, text,
		    run->len);
	}
	close_to(&m, 0);
}
