/* SPDX-License-Identifier: ISC */
#ifndef IBID_COMMAND_H
#define IBID_COMMAND_H

#include <stddef.h>

/*
 * The one table of commands: name, default keys, help.  Bindings, the hints
 * of the bottom line, the help view, `:` and the manual are made from it.
 */
enum command {
	COMMAND_NONE = 0,
	COMMAND_LINE_DOWN,
	COMMAND_LINE_UP,
	COMMAND_SENTENCE_NEXT,
	COMMAND_SENTENCE_PREVIOUS,
	COMMAND_PAGE_DOWN,
	COMMAND_PAGE_UP,
	COMMAND_HALF_DOWN,
	COMMAND_HALF_UP,
	COMMAND_FIRST,
	COMMAND_LAST,
	COMMAND_OPEN,
	COMMAND_LINK_NEXT,
	COMMAND_LINK_PREVIOUS,
	COMMAND_BACK,
	COMMAND_FORWARD,
	COMMAND_HISTORY,
	COMMAND_SECTION_NEXT,
	COMMAND_SECTION_PREVIOUS,
	COMMAND_TOPIC_NEXT,
	COMMAND_TOPIC_PREVIOUS,
	COMMAND_UP,
	COMMAND_HOME,
	COMMAND_TOPICS,
	COMMAND_FIGURES,
	COMMAND_SOURCES,
	COMMAND_EVENTS,
	COMMAND_DISAGREEMENTS,
	COMMAND_SEARCH,
	COMMAND_SEARCH_HERE,
	COMMAND_MATCH_NEXT,
	COMMAND_MATCH_PREVIOUS,
	COMMAND_TITLE, /* go to one, as it is typed */
	COMMAND_EXACT, /* modes of a search, in its prompt too */
	COMMAND_LITERAL,
	COMMAND_WORD,
	COMMAND_TREE,
	COMMAND_OUTLINE,
	COMMAND_PANE_NEXT,
	COMMAND_ZOOM,
	COMMAND_FILTER,
	COMMAND_FACET, /* what a list is narrowed by */
	COMMAND_SORT,
	COMMAND_SORT_REVERSE,
	COMMAND_CITATIONS,
	COMMAND_CITATIONS_ENTER,
	COMMAND_COMPARE, /* the measure of the figure under the cursor */
	COMMAND_DISAGREEMENT_NEXT,
	COMMAND_DISAGREEMENT_PREVIOUS,
	COMMAND_FOLD,   /* a tree's branch, or the graphic passage */
	COMMAND_STYLE,  /* of citations */
	COMMAND_COPY,   /* with a letter behind it */
	COMMAND_COPIED, /* what was copied last, by itself */
	COMMAND_EXPORT,
	COMMAND_MARK,
	COMMAND_JUMP,
	COMMAND_OPEN_OUTSIDE,
	COMMAND_LINE, /* : */
	COMMAND_SET,
	COMMAND_GO, /* of the command line only */
	COMMAND_HELP,
	COMMAND_REDRAW,
	COMMAND_SUSPEND,
	COMMAND_ESCAPE,
	COMMAND_CLOSE,
	COMMAND_QUIT,
	COMMAND_COUNT
};

struct command_entry {
	enum command id;
	const char *name; /* "page-down": of `:` and `bind` */
	const char *keys; /* "Space ^F PgDn", by white space */
	const char *less; /* instead, in the profile less; NULL: same */
	const char *info;
	const char *group;    /* of the help view: "Moving" ... */
	const char *hint;     /* one or two words for the bottom line */
	const char *help;     /* one sentence */
	const char *argument; /* "SLUG", "NAME VALUE", or NULL */
};

const struct command_entry *command_get(enum command id);

/* Row by row, in the order of the help view; NULL after the last. */
const struct command_entry *command_get_row(unsigned index);

enum command command_find(const char *name, size_t len);

/* Commands whose names begin so, by table order; NULL after the last. */
const struct command_entry *command_complete(const char *prefix,
    unsigned index);

#endif
