/* SPDX-License-Identifier: ISC */
#ifndef IBID_CSL_VOCABULARY_H
#define IBID_CSL_VOCABULARY_H

#include <stdbool.h>

#include "suggestion.h"

/*
 * The words of CSL-JSON and of custom.ibid: members of an item, types of
 * publication, kinds of source.
 * Source: CSL 1.0.2 specification, appendix III "Types" and appendix IV
 * "Variables"; for id, categories, custom, shortTitle and
 * journalAbbreviation the schema csl-data.json 1.0.2.
 */
enum csl_form {
	CSL_ID,
	CSL_TYPE,
	CSL_CUSTOM,
	CSL_CATEGORIES,
	CSL_TEXT,
	CSL_LONG_TEXT, /* may have lines */
	CSL_NUMBER,    /* or text */
	CSL_ALIAS,     /* text, kept under another name */
	CSL_NAMES,
	CSL_DATE
};

struct csl_member {
	const char *name;
	enum csl_form form;
	const char *variable; /* of an alias */
};

/* NULL where CSL has no such member. */
const struct csl_member *csl_vocabulary_find_member(const char *name);
void csl_vocabulary_offer_members(struct suggestion *s);

/* The kind of source that a CSL type stands for; NULL: no such type. */
const char *csl_vocabulary_find_kind_of_type(const char *type);
void csl_vocabulary_offer_types(struct suggestion *s);

/* Kinds differ in whether their sources have a CSL type. */
enum csl_typing {
	CSL_TYPED,         /* has to have one */
	CSL_TYPED_OR_WARN, /* should */
	CSL_UNTYPED        /* not published: a person */
};
struct csl_kind {
	const char *name;
	enum csl_typing typing;
	bool is_law; /* made by a legislator or by states */
};
const struct csl_kind *csl_vocabulary_find_kind(const char *name);
void csl_vocabulary_offer_kinds(struct suggestion *s);

#endif
