/* SPDX-License-Identifier: ISC */
#include "draft.h"

#include <string.h>

#include "front_matter.h"

void
draft_check_plain(struct draft *draft, const char *field, const char *text,
    struct place place)
{
	static const char *const openings[] = { "[@", "[~@", "[!@" };

	for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
		if (!strstr(text, openings[i]))
			continue;
		diagnose_add(draft->diagnose, DIAGNOSE_ERROR, place,
		    "%s is plain text, and \"%s\" begins no citation there",
		    field, openings[i]);
		return;
	}
}

/* collection.yaml: what the collection says of itself. */
void
draft_read_settings(struct draft *draft)
{
	static const char file[] = "collection.yaml";
	struct yaml_field fields[] = {
		{ .key = "title" },
		{ .key = "language" },
		{ .key = "version" },
		{ .key = "licence" },
		{ .key = "editors", .is_list_allowed = true },
		{ .key = "advisory" },
		{ .key = "home" },
		{ .key = NULL },
	};
	const char **into[] = {
		&draft->title,
		&draft->language,
		&draft->version,
		&draft->licence,
		&draft->editors,
		&draft->advisory,
		&draft->home,
	};
	enum { REQUIRED = 4 };
	struct place place = { .file = file };
	struct date_range date;
	const char *text;
	size_t len;
	enum status status;

	for (size_t i = 0; i < sizeof into / sizeof *into; i++)
		*into[i] = "";
	status = draft_read_text(&text, &len, draft, file, &draft->arena);
	if (status == STATUS_NOT_FOUND)
		diagnose_add(draft->diagnose, DIAGNOSE_ERROR, place,
		    "is missing: a collection has one, with title, language, "
		    "version and licence");
	if (status ||
	    !yaml_read(fields, text, len, file, 1, draft->diagnose,
		&draft->arena))
		return;
	for (size_t i = 0; i < sizeof into / sizeof *into; i++) {
		if (fields[i].value && fields[i].value[0])
			*into[i] = fields[i].value;
		else if (i < REQUIRED)
			diagnose_add(draft->diagnose, DIAGNOSE_ERROR, place,
			    "%s is missing", fields[i].key);
		draft_check_plain(draft, fields[i].key, *into[i],
		    fields[i].place);
	}
	if (draft->version[0] && !date_parse(&date, draft->version))
		diagnose_add(draft->diagnose, DIAGNOSE_ERROR, fields[2].place,
		    "version \"%s\" is no date (2026-03-01)", draft->version);
}
