/* SPDX-License-Identifier: ISC */
#include "model/passage.h"

static const char *const names[] = {
	[PASSAGE_TITLE] = "title",
	[PASSAGE_SUMMARY] = "summary",
	[PASSAGE_HEADING] = "heading",
	[PASSAGE_PARAGRAPH] = "paragraph",
	[PASSAGE_ITEM] = "item",
	[PASSAGE_QUOTATION] = "quotation",
	[PASSAGE_ROW] = "table-row",
	[PASSAGE_CODE] = "code",
	[PASSAGE_NOTE] = "editors-note",
	[PASSAGE_STATEMENT] = "statement",
	[PASSAGE_DEFINITION] = "definition",
	[PASSAGE_FIELD] = "field",
};

const char *
passage_get_kind_name(enum passage_kind kind)
{
	const char *name = NULL;

	if ((size_t)kind < sizeof names / sizeof *names)
		name = names[kind];
	return name ? name : "";
}
