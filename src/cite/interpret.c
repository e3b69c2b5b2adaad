/* SPDX-License-Identifier: ISC */
#include "interpret.h"

#include <string.h>
#include <strings.h>

#include "terms.h"

/*
 * A style of strangers may call its macros a thousandfold: what is deeper
 * or longer than any that people wrote is left out.
 */
enum {
	DEPTH_LIMIT = STYLE_CALLED_DEPTH_MAX,
	PIECE_LIMIT = 50000,
	TEXT_LIMIT_BYTES = 1 << 20
};

static bool
take_piece(struct walk *w)
{
	if (w->left == 0) {
		cite_set_fault(w->c, w->item,
		    "the style prints too much; the rest is left out");
		return false;
	}
	w->left--;
	return true;
}

void
walk_charge(struct walk *w, size_t cost)
{
	w->left -= cost < w->left ? (uint32_t)cost : w->left;
}

static struct piece *
new_bytes(struct walk *w, const char *text, size_t len)
{
	if (!take_piece(w))
		return NULL;
	if (len > TEXT_LIMIT_BYTES) {
		cite_set_fault(w->c, w->item,
		    "a text that is too long is left out");
		return NULL;
	}
	/* Large texts use up what may be made as many small ones would. */
	walk_charge(w, len / 64);
	return piece_new_text(w->arena, text, len);
}

struct piece *
walk_new_text(struct walk *w, const char *text)
{
	return new_bytes(w, text, strlen(text));
}

struct piece *
walk_new_copy(struct walk *w, const struct str *s)
{
	const char *copy = arena_copy(w->arena, s->data, s->len);

	return new_bytes(w, copy, s->len);
}

struct str *
walk_get_scratch(struct walk *w)
{
	str_reset(&w->c->scratch);
	return &w->c->scratch;
}

struct piece *
walk_new_group(struct walk *w)
{
	return take_piece(w) ? piece_new_group(w->arena) : NULL;
}

void
walk_add_text(struct walk *w, struct piece *into, const char *text,
    const struct piece_format *format)
{
	struct piece *p;

	if (!text || !*text)
		return;
	p = walk_new_text(w, text);
	if (!p)
		return;
	if (format)
		p->format = *format;
	piece_add(into, p);
}

enum csl_variable
walk_get_variable(const struct walk *w, style_node n)
{
	uint32_t count = 0;
	const uint16_t *list = style_get_list(w->style, n, STYLE_AT_VARIABLE,
	    &count);

	return count ? (enum csl_variable)list[0] : CSL_NONE;
}

bool
walk_call(struct walk *w, enum csl_variable v, bool is_filled)
{
	w->called++;
	if (!is_filled || w->is_suppressed[v])
		return false;
	w->filled++;
	if (w->is_logging)
		w->is_logged[v] = true;
	return true;
}

static void
walk_children(struct walk *w, struct piece *into, style_node parent)
{
	style_node n = style_get_child(w->style, parent);

	for (; n; n = style_get_next(w->style, n))
		walk_element(w, into, n);
}

/*
 * A group whose variables are all empty prints nothing, and a macro is such a
 * group.  One that prints counts for the group around it as a variable that
 * has something.
 */
void
walk_group(struct walk *w, struct piece *into, style_node n,
    style_node children)
{
	uint32_t called = w->called, filled = w->filled;
	struct piece *group = walk_new_group(w);

	if (!group)
		return;
	walk_children(w, group, children);
	if (!group->first || (w->called != called && w->filled == filled))
		return;
	w->called++;
	w->filled++;
	walk_read_format(w, &group->format, n);
	piece_add(into, group);
}

static void
walk_own_group(struct walk *w, struct piece *into, style_node n)
{
	walk_group(w, into, n, n);
}

static void
walk_choose(struct walk *w, struct piece *into, style_node n)
{
	style_node branch = style_get_child(w->style, n);

	for (; branch && w->left; branch = style_get_next(w->style, branch)) {
		if (style_get_element(w->style, branch) == STYLE_ELSE ||
		    walk_is_true(w, branch)) {
			walk_children(w, into, branch);
			return;
		}
	}
}

typedef void walk_function(struct walk *w, struct piece *into, style_node n);

static walk_function *const elements[STYLE_ELEMENT_COUNT] = {
	[STYLE_TEXT] = walk_text,
	[STYLE_NUMBER] = walk_number,
	[STYLE_LABEL] = walk_label,
	[STYLE_GROUP] = walk_own_group,
	[STYLE_CHOOSE] = walk_choose,
	[STYLE_NAMES] = walk_names,
	[STYLE_DATE] = walk_date,
};

void
walk_element(struct walk *w, struct piece *into, style_node n)
{
	walk_function *function = elements[style_get_element(w->style, n)];

	if (!function || !into || w->left == 0)
		return;
	if (w->depth == DEPTH_LIMIT) {
		cite_set_fault(w->c, w->item,
		    "macros of the style that lead too deep are left out");
		return;
	}
	w->left--;
	w->depth++;
	function(w, into, n);
	w->depth--;
}

static bool
is_language(const char *language, const char *code)
{
	return strncasecmp(language, code, 2) == 0 &&
	    (language[2] == '\0' || language[2] == '-' || language[2] == '_');
}

/* What the item says, or what is written in. */
static const char *
get_language(const struct cite *c, const struct csl_item *item)
{
	const char *language = item->texts[CSL_LANGUAGE];

	return language && *language ? language : c->piece_locale.language;
}

static void
begin(struct walk *w, struct cite *c, const struct cite_context *context,
    struct cite_rendering *out)
{
	const struct csl_item *item = c->items[context->item];
	const char *language = get_language(c, item);

	*out = (struct cite_rendering){ 0 };
	*w = (struct walk){
		.c = c,
		.style = c->style,
		.context = context,
		.distinction = context->distinction ?
		    context->distinction :
		    &c->states[context->item].distinction,
		.area = context->is_bibliography ? &c->bibliography :
						   &c->citation,
		.item = item,
		.arena = &c->arena,
		.out = out,
		.is_english = is_language(language, "en"),
		.has_english_terms = is_language(c->piece_locale.language,
		    "en"),
		.has_dotted_i = is_language(language, "tr") ||
		    is_language(language, "az"),
		.left = PIECE_LIMIT,
	};
}

void
cite_render(struct cite_rendering *out, struct cite *c,
    const struct cite_context *context)
{
	struct walk w;
	struct piece *group;

	begin(&w, c, context, out);
	group = walk_new_group(&w);
	if (w.area->layout)
		walk_children(&w, group, w.area->layout);
	if (!piece_is_empty(group))
		out->piece = group;
}

static void
add_variable_key(struct walk *w, struct piece *into, enum csl_variable v)
{
	if (csl_is_names(v)) {
		walk_names_key(w, into, v);
	} else if (csl_is_date(v)) {
		piece_add(into, walk_new_date_key(w, v));
	} else {
		const char *text = walk_get_text(w, v);

		if (text && *text)
			piece_add(into, walk_new_text(w, text));
	}
}

struct piece *
cite_render_key(struct cite *c, const struct cite_context *context,
    style_node key)
{
	struct cite_rendering out;
	struct walk w;
	struct piece *group;
	style_node macro = style_get_macro(c->style, key);

	begin(&w, c, context, &out);
	w.key = key;
	group = walk_new_group(&w);
	if (macro)
		walk_children(&w, group, macro);
	else
		add_variable_key(&w, group, walk_get_variable(&w, key));
	return piece_is_empty(group) ? NULL : group;
}
