/* SPDX-License-Identifier: ISC */
#include "csl_name.h"

#include <stddef.h>
#include <string.h>

/* Members of a name; what has no place in a record is passed over. */
static const struct member {
	const char *name;
	enum form { TEXT, FLAG, PASSED_OVER } form;
	size_t offset; /* in struct source_name */
} members[] = {
	{ "family", TEXT, offsetof(struct source_name, family) },
	{ "given", TEXT, offsetof(struct source_name, given) },
	{ "suffix", TEXT, offsetof(struct source_name, suffix) },
	{ "dropping-particle", TEXT,
	    offsetof(struct source_name, dropping_particle) },
	{ "non-dropping-particle", TEXT,
	    offsetof(struct source_name, non_dropping_particle) },
	{ "literal", TEXT, offsetof(struct source_name, literal) },
	{ "comma-suffix", FLAG, offsetof(struct source_name, comma_suffix) },
	{ "static-ordering", FLAG,
	    offsetof(struct source_name, static_ordering) },
	{ "parse-names", PASSED_OVER, 0 },
	{ "isInstitution", PASSED_OVER, 0 },
};

#define MEMBER_COUNT (sizeof(members) / sizeof(*members))

static const struct member *
find_member(struct csl_reader *r, const struct json_view *view)
{
	struct suggestion s;

	suggestion_begin(&s, view->key);
	for (size_t i = 0; i < MEMBER_COUNT; i++) {
		if (strcmp(members[i].name, view->key) == 0)
			return &members[i];
		suggestion_offer(&s, members[i].name);
	}
	csl_reader_say_unknown(r, view, DIAGNOSE_WARNING, &s);
	return NULL;
}

/* An empty text is the same as none. */
static void
read_member(struct source_name *out, struct csl_reader *r,
    const struct json_view *view)
{
	const struct member *member = find_member(r, view);
	const char *text;
	char *base = (char *)out;

	if (member == NULL || member->form == PASSED_OVER)
		return;
	if (member->form == FLAG) {
		*(bool *)(void *)(base + member->offset) = csl_reader_get_flag(
		    view);
		return;
	}
	text = csl_reader_get_text(r, view, false);
	if (text != NULL && text[0] != '\0')
		*(const char **)(void *)(base + member->offset) = text;
}

bool
csl_name_read(struct source_name *out, struct csl_reader *r,
    const struct json_view *view)
{
	size_t errors = r->d->errors;
	struct json_view *children;
	size_t count;

	*out = (struct source_name){ 0 };
	if (!csl_reader_expect(r, view, JSON_OBJECT))
		return false;
	count = json_view_open(&children, view, r->text, &r->scratch);
	for (size_t i = 0; i < count; i++)
		read_member(out, r, &children[i]);
	if (out->family != NULL || out->given != NULL || out->literal != NULL)
		return true;
	if (r->d->errors == errors)
		diagnose_add(r->d, DIAGNOSE_ERROR,
		    csl_reader_find_place(r, view),
		    "name has neither family, given nor literal");
	return false;
}
