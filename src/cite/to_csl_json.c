/* SPDX-License-Identifier: ISC */
#include "bibliography_private.h"

#include <string.h>

#include "base/json_check.h"

/*
 * CSL-JSON: a record goes out as it came in, with all that is its own; but
 * its id is a text, as CSL wants, where it was a number.  What came from
 * elsewhere is written from the item.
 * Source: CSL 1.0.2, schema "csl-data.json".
 */
static void
add_json_text(struct str *out, const char *text)
{
	str_add_char(out, '"');
	for (; *text; text++) {
		unsigned char c = (unsigned char)*text;

		if (c == '"' || c == '\\')
			str_add_format(out, "\\%c", c);
		else if (c < 0x20 || c == 0x7F)
			str_add_format(out, "\\u%04x", c);
		else
			str_add_char(out, (char)c);
	}
	str_add_char(out, '"');
}

static const char *
skip_text(const char *p)
{
	for (p++; *p != '"'; p++)
		p += *p == '\\';
	return p + 1;
}

static const char *
skip_blanks(const char *p)
{
	return p + strspn(p, " \t\r\n");
}

/* Where the value of "id" begins in a sound object; NULL: it has none. */
static const char *
find_id(const char *p)
{
	int depth = 0;

	while (*p) {
		const char *start = p;

		if (*p != '"') {
			depth += (*p == '{' || *p == '[') -
			    (*p == '}' || *p == ']');
			p++;
			continue;
		}
		p = skip_text(p);
		if (depth == 1 && strncmp(start, "\"id\"", 4) == 0 &&
		    *skip_blanks(p) == ':')
			return skip_blanks(skip_blanks(p) + 1);
	}
	return NULL;
}

static void
add_verbatim(struct str *out, const char *csl, const char *id)
{
	const char *value = find_id(csl);

	if (!value) {
		const char *rest = strchr(csl, '{') + 1;

		str_add_text(out, "{\"id\": ");
		add_json_text(out, id);
		if (*skip_blanks(rest) != '}')
			str_add_text(out, ", ");
		str_add_text(out, rest);
	} else if (strchr("-0123456789", *value)) {
		size_t len = strspn(value, "-+.eE0123456789");

		str_add(out, csl, (size_t)(value - csl));
		str_add_char(out, '"');
		str_add(out, value, len);
		str_add_char(out, '"');
		str_add_text(out, value + len);
	} else {
		str_add_text(out, csl);
	}
}

static void
begin_member(struct str *out, const char *name)
{
	if (out->data[out->len - 1] != '{')
		str_add_text(out, ", ");
	add_json_text(out, name);
	str_add_text(out, ": ");
}

static void
add_member(struct str *out, const char *name, const char *text)
{
	if (!text || !*text)
		return;
	begin_member(out, name);
	add_json_text(out, text);
}

static void
add_flag(struct str *out, const char *name, bool is_set)
{
	if (!is_set)
		return;
	begin_member(out, name);
	str_add_text(out, "true");
}

static void
add_names(struct str *out, enum csl_variable v, const struct csl_names *names)
{
	if (names->count == 0)
		return;
	begin_member(out, csl_get_variable_name(v));
	for (uint32_t i = 0; i < names->count; i++) {
		const struct csl_name *n = &names->names[i];

		str_add_text(out, i == 0 ? "[{" : ", {");
		add_member(out, "family", n->family);
		add_member(out, "given", n->given);
		add_member(out, "dropping-particle", n->dropping_particle);
		add_member(out, "non-dropping-particle",
		    n->non_dropping_particle);
		add_member(out, "suffix", n->suffix);
		add_member(out, "literal", n->literal);
		add_flag(out, "comma-suffix", n->comma_suffix);
		add_flag(out, "static-ordering", n->static_ordering);
		str_add_char(out, '}');
	}
	str_add_char(out, ']');
}

static void
add_day(struct str *out, const struct csl_day *day)
{
	str_add_format(out, "[%d", day->year);
	if (day->month)
		str_add_format(out, ", %d", day->month);
	if (day->month && day->day)
		str_add_format(out, ", %d", day->day);
	str_add_char(out, ']');
}

static void
add_date(struct str *out, enum csl_variable v, const struct csl_date *date)
{
	if (!date->is_given)
		return;
	begin_member(out, csl_get_variable_name(v));
	str_add_char(out, '{');
	if (date->from.year) {
		str_add_text(out, "\"date-parts\": [");
		add_day(out, &date->from);
		if (date->to.year || date->is_open) {
			str_add_text(out, ", ");
			add_day(out, &date->to);
		}
		str_add_char(out, ']');
	} else {
		add_member(out, "literal", date->literal);
	}
	if (date->season) {
		begin_member(out, "season");
		str_add_format(out, "%d", date->season);
	}
	add_flag(out, "circa", date->is_circa);
	str_add_char(out, '}');
}

static void
add_item(struct str *out, const struct csl_item *item)
{
	str_add_char(out, '{');
	add_member(out, "id", item->id ? item->id : "source");
	if (item->type)
		add_member(out, "type", csl_get_type_name(item->type));
	for (int v = CSL_NONE + 1; v < CSL_TEXT_COUNT; v++) {
		add_member(out, csl_get_variable_name((enum csl_variable)v),
		    item->texts[v]);
	}
	for (int v = CSL_TEXT_COUNT; v < CSL_NAMES_END; v++)
		add_names(out, (enum csl_variable)v,
		    csl_item_get_names(item, (enum csl_variable)v));
	for (int v = CSL_NAMES_END; v < CSL_VARIABLE_COUNT; v++)
		add_date(out, (enum csl_variable)v,
		    csl_item_get_date(item, (enum csl_variable)v));
	str_add_char(out, '}');
}

static void
add_csl_json(struct str *out, const char *key, const struct csl_item *item,
    const char *csl)
{
	(void)key;
	if (csl && json_check_is_object(csl, strlen(csl)))
		add_verbatim(out, csl, item->id ? item->id : "source");
	else
		add_item(out, item);
}

const struct bibliography_format bibliography_csl_json = {
	.name = "csl-json",
	.extension = "json",
	.opening = "[\n  ",
	.between = ",\n  ",
	.closing = "\n]\n",
	.empty = "[]\n",
	.add = add_csl_json,
};
