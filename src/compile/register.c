/* SPDX-License-Identifier: ISC */
#include "draft.h"

#include <string.h>

/* The names of records: which are well formed and free, and whose they are. */

static const char *const reserved[] = {
	"topics",
	"figures",
	"measures",
	"sources",
	"events",
	"disagreements",
	"show",
	"search",
	"cite",
	"style",
	"export",
	"verify",
	"info",
	"compile",
	"check",
	"help",
	"version",
	"notes",
};

static bool
is_reserved(const char *slug)
{
	for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++) {
		if (strcmp(reserved[i], slug) == 0)
			return true;
	}
	return false;
}

static bool
is_slug(const char *slug)
{
	size_t len = strlen(slug);

	return len > 0 && len <= 128 && slug[0] != '-' &&
	    slug[len - 1] != '-' &&
	    strspn(slug, "abcdefghijklmnopqrstuvwxyz0123456789-") == len;
}

/* Keys of sources are pandoc's: anything printable without white space. */
static bool
is_key(const char *key)
{
	size_t len = strlen(key);

	return len > 0 && len <= 256 && strcspn(key, " \t\n\"{}[];,") == len;
}

bool
draft_register(struct draft *draft, enum record_kind kind, const char *slug,
    int64_t id, struct place place)
{
	const char *name = record_get_name(kind);
	size_t len = strlen(slug);

	if (kind == RECORD_SOURCE ? !is_key(slug) : !is_slug(slug)) {
		diagnose_add(draft->diagnose, DIAGNOSE_ERROR, place,
		    "\"%s\" cannot name a %s: %s", slug, name,
		    kind == RECORD_SOURCE ?
			"a key has no white space, "
			"quotation marks, brackets, commas or semicolons" :
			"a slug is made of a-z, 0-9 and hyphens between");
		return false;
	}
	if (kind == RECORD_TOPIC && is_reserved(slug)) {
		diagnose_add(draft->diagnose, DIAGNOSE_ERROR, place,
		    "\"%s\" is the name of a command and cannot name a topic",
		    slug);
		return false;
	}
	if (names_find(&draft->names, (int)kind, slug, len)) {
		diagnose_add(draft->diagnose, DIAGNOSE_ERROR, place,
		    "duplicate %s \"%s\"", name, slug);
		return false;
	}
	names_add(&draft->names, &draft->arena, (int)kind, slug, len, id);
	return true;
}

int64_t
draft_find(const struct draft *draft, enum record_kind kind, const char *slug,
    size_t len)
{
	return names_find(&draft->names, (int)kind, slug, len);
}
