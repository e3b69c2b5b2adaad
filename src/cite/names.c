/* SPDX-License-Identifier: ISC */
#include "names.h"

#include <string.h>

static void
read_name(struct names_style *out, struct walk *w, style_node n)
{
	style_node part = style_get_child(w->style, n);

	name_options_read(&out->options, w->style, n);
	walk_read_format(w, &out->name, n);
	out->name.delimiter = NULL;
	for (; part; part = style_get_next(w->style, part)) {
		enum style_word name = style_get_word(w->style, part,
		    STYLE_AT_NAME);

		if (style_get_element(w->style, part) != STYLE_NAME_PART)
			continue;
		walk_read_format(w,
		    name == STYLE_WORD_FAMILY ? &out->family : &out->given,
		    part);
	}
}

/* Children of a cs:names; those of one around it where it has none. */
static void
read_children(struct names_style *out, struct walk *w, style_node n)
{
	style_node child = style_get_child(w->style, n);
	bool had_name = false;

	for (; child; child = style_get_next(w->style, child)) {
		switch (style_get_element(w->style, child)) {
		case STYLE_NAME:
			read_name(out, w, child);
			had_name = true;
			break;
		case STYLE_ET_AL:
			out->et_al = child;
			break;
		case STYLE_LABEL:
			out->label = child;
			out->is_label_first = !had_name;
			break;
		default:
			break;
		}
	}
	if (!had_name)
		out->is_label_first = false;
}

static void
read_style(struct names_style *out, struct walk *w, style_node n)
{
	*out = (struct names_style){ .options = w->area->names };
	if (!style_get_child(w->style, n) && w->names)
		n = w->names;
	read_children(out, w, n);
	if (w->key) {
		name_options_read_key(&out->options, w->style, w->key);
		out->options.sort_order = STYLE_WORD_ALL;
		if (out->options.form != STYLE_WORD_COUNT)
			out->options.form = STYLE_WORD_LONG;
	}
}

static bool
is_same_text(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static bool
is_same_name(const struct csl_name *a, const struct csl_name *b)
{
	return is_same_text(a->family, b->family) &&
	    is_same_text(a->given, b->given) &&
	    is_same_text(a->suffix, b->suffix) &&
	    is_same_text(a->literal, b->literal) &&
	    is_same_text(a->dropping_particle, b->dropping_particle) &&
	    is_same_text(a->non_dropping_particle, b->non_dropping_particle);
}

static bool
is_same(const struct csl_names *a, const struct csl_names *b)
{
	uint32_t i;

	if (a->count != b->count || a->count == 0)
		return false;
	for (i = 0; i < a->count; i++)
		if (!is_same_name(&a->names[i], &b->names[i]))
			return false;
	return true;
}

/* Who edited and translated is named once, where there is a word for it. */
static bool
has_editor_translator(struct walk *w, const uint16_t *list, uint32_t count)
{
	bool has_editor = false, has_translator = false;
	const char *term;
	uint32_t i;

	for (i = 0; i < count; i++) {
		has_editor |= list[i] == CSL_EDITOR;
		has_translator |= list[i] == CSL_TRANSLATOR;
	}
	if (!has_editor || !has_translator)
		return false;
	walk_charge(w, csl_item_get_names(w->item, CSL_EDITOR)->count);
	term = cite_find_term(w->c, "editortranslator", STYLE_NO_WORD, false);
	return term && *term &&
	    is_same(csl_item_get_names(w->item, CSL_EDITOR),
		csl_item_get_names(w->item, CSL_TRANSLATOR));
}

static void
add_label(struct walk *w, struct piece *into, const struct names_style *style,
    const char *name, uint32_t count)
{
	enum style_word plural, form;
	struct piece_format format;
	const char *text;
	bool is_many;

	if (!style->label || w->key)
		return;
	plural = style_get_word(w->style, style->label, STYLE_AT_PLURAL);
	form = style_get_word(w->style, style->label, STYLE_AT_FORM);
	is_many = plural == STYLE_WORD_ALWAYS ||
	    (plural != STYLE_WORD_NEVER && count > 1);
	text = cite_find_term(w->c, name, form, is_many);
	if (!text && strcmp(name, "editor-translator") == 0)
		text = cite_find_term(w->c, "editortranslator", form, is_many);
	walk_read_term_format(w, &format, style->label);
	walk_add_text(w, into, text, &format);
}

/* The names of one variable with their label. */
static void
add_names(struct walk *w, struct piece *into, const struct names_style *style,
    enum csl_variable v, const char *label)
{
	uint32_t count = csl_item_get_names(w->item, v)->count;
	struct piece *group = walk_new_group(w);

	if (!group)
		return;
	if (style->is_label_first)
		add_label(w, group, style, label, count);
	piece_add(group, names_new_list(w, style, v));
	if (!style->is_label_first)
		add_label(w, group, style, label, count);
	piece_add(into, group);
}

/* What the first cs:names of a layout shows is what tells items apart. */
static void
note_names(struct walk *w, const struct names_style *style, enum csl_variable v)
{
	uint32_t count = csl_item_get_names(w->item, v)->count;

	if (w->out->names_of != CSL_NONE)
		return;
	w->out->names_of = v;
	w->out->names_count = count;
	w->out->names_shown = names_get_shown(w, style, count).first;
}

static void
add_count(struct walk *w, struct piece *into, uint32_t count)
{
	struct str *s = walk_get_scratch(w);

	str_add_format(s, w->key ? "%05u" : "%u", (unsigned)count);
	piece_add(into, walk_new_copy(w, s));
}

static void
add_variables(struct walk *w, struct piece *into,
    const struct names_style *style, style_node n)
{
	uint32_t count = 0, i, total = 0;
	const uint16_t *list = style_get_list(w->style, n, STYLE_AT_VARIABLE,
	    &count);
	bool is_both = has_editor_translator(w, list, count);

	for (i = 0; i < count; i++) {
		enum csl_variable v = (enum csl_variable)list[i];
		uint32_t names;

		if (!csl_is_names(v) || (is_both && v == CSL_TRANSLATOR))
			continue;
		names = csl_item_get_names(w->item, v)->count;
		if (!walk_call(w, v, names > 0))
			continue;
		if (is_both && v == CSL_EDITOR)
			walk_call(w, CSL_TRANSLATOR, true);
		note_names(w, style, v);
		if (style->options.form == STYLE_WORD_COUNT)
			total += names_get_shown(w, style, names).first;
		else
			add_names(w, into, style, v,
			    is_both && v == CSL_EDITOR ?
				"editortranslator" :
				csl_get_variable_name(v));
	}
	if (total)
		add_count(w, into, total);
}

static void
suppress(struct walk *w)
{
	size_t i;

	for (i = 0; i < CSL_VARIABLE_COUNT; i++)
		w->is_suppressed[i] |= w->is_logged[i];
}

/* The first that prints; what it printed is not printed again. */
static style_node
substitute(struct walk *w, struct piece *into, style_node substitute)
{
	style_node child = style_get_child(w->style, substitute);
	bool was_logged[CSL_VARIABLE_COUNT], was_logging = w->is_logging;
	size_t i;

	memcpy(was_logged, w->is_logged, sizeof was_logged);
	w->is_logging = true;
	for (; child; child = style_get_next(w->style, child)) {
		memset(w->is_logged, 0, sizeof w->is_logged);
		walk_element(w, into, child);
		if (into->first) {
			suppress(w);
			break;
		}
	}
	w->is_logging = was_logging;
	for (i = 0; i < CSL_VARIABLE_COUNT; i++)
		w->is_logged[i] = was_logged[i] ||
		    (was_logging && w->is_logged[i]);
	return child;
}

static void
walk_substitute(struct walk *w, struct piece *group, style_node n,
    style_node first)
{
	style_node around = w->names, child;

	/* A cs:names in it inherits of this one, or of one around it. */
	if (style_get_child(w->style, n))
		w->names = n;
	child = substitute(w, group, first);
	w->names = around;
	group->mark = child &&
		style_get_element(w->style, child) == STYLE_NAMES ?
	    PIECE_NAMES :
	    PIECE_AUTHOR;
}

/* Whether there is a name to print; most cs:names of a style have none. */
static bool
has_names(struct walk *w, style_node n)
{
	uint32_t count = 0, i;
	const uint16_t *list = style_get_list(w->style, n, STYLE_AT_VARIABLE,
	    &count);

	for (i = 0; i < count; i++)
		if (csl_is_names((enum csl_variable)list[i]) &&
		    !w->is_suppressed[list[i]] &&
		    csl_item_get_names(w->item, (enum csl_variable)list[i])
			->count)
			return true;
	w->called += count;
	return false;
}

static void
print_names(struct walk *w, struct piece *group, style_node n)
{
	struct names_style style;

	read_style(&style, w, n);
	add_variables(w, group, &style, n);
	group->format.delimiter = style.options.names_delimiter;
	group->mark = PIECE_NAMES;
}

static style_node
find_substitute(const struct walk *w, style_node n)
{
	style_node child = style_get_child(w->style, n);

	while (child && style_get_element(w->style, child) != STYLE_SUBSTITUTE)
		child = style_get_next(w->style, child);
	return child;
}

void
walk_names(struct walk *w, struct piece *into, style_node n)
{
	bool is_first = !w->has_names, prints = has_names(w, n);
	style_node first = prints ? STYLE_NODE_NONE : find_substitute(w, n);
	struct piece *group;

	w->has_names = true;
	group = prints || first ? walk_new_group(w) : NULL;
	if (!group)
		return;
	if (prints)
		print_names(w, group, n);
	else
		walk_substitute(w, group, n, first);
	if (!group->first)
		return;
	/* A substitute has the looks and affixes of what it stands for. */
	walk_overlay_format(w, &group->format, w->style, n);
	if (is_first)
		w->out->names = group;
	else
		group->mark = PIECE_PLAIN;
	piece_add(into, group);
}

void
walk_names_key(struct walk *w, struct piece *into, enum csl_variable v)
{
	struct names_style style = { .options = w->area->names };

	style.options.et_al_min = 0;
	name_options_read_key(&style.options, w->style, w->key);
	style.options.sort_order = STYLE_WORD_ALL;
	style.options.form = STYLE_WORD_LONG;
	piece_add(into, names_new_list(w, &style, v));
}
