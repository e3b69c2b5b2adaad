/* SPDX-License-Identifier: ISC */
#include "command.h"

#include <string.h>

/*
 * Keys are divided by blanks.  ^X is Control, A- Alt, S- Shift; names as
 * Space, Enter, Tab, Backspace, Esc, Up, PgDn, F1.
 */
static const struct command_entry table[] = {
	{ COMMAND_LINE_DOWN, "line-down", "j Down ^N", "j Down ^N e ^E",
	    "Down ^N", "Moving", "down", "A line down.", NULL },
	{ COMMAND_LINE_UP, "line-up", "k Up ^P", "k Up ^P y ^Y", "Up ^P",
	    "Moving", "up", "A line up.", NULL },
	{ COMMAND_SENTENCE_NEXT, "sentence-next", ")", NULL, NULL, "Moving",
	    "sentence", "To the next sentence, or cell of a table.", NULL },
	{ COMMAND_SENTENCE_PREVIOUS, "sentence-previous", "(", NULL, NULL,
	    "Moving", "back a sentence", "To the sentence before.", NULL },
	{ COMMAND_PAGE_DOWN, "page-down", "Space ^F PgDn", "Space ^F f PgDn",
	    "Space PgDn ^V", "Moving", "page", "A page down.", NULL },
	{ COMMAND_PAGE_UP, "page-up", "b ^B PgUp", "b ^B PgUp",
	    "Backspace PgUp A-v", "Moving", "page up", "A page up.", NULL },
	{ COMMAND_HALF_DOWN, "half-down", "^D", "^D d", NULL, "Moving",
	    "half a page", "Half a page down.", NULL },
	{ COMMAND_HALF_UP, "half-up", "^U", "^U u", NULL, "Moving",
	    "half a page up", "Half a page up.", NULL },
	{ COMMAND_FIRST, "first", "g Home", "g < Home", "b Home", "Moving",
	    "top", "To the beginning; with a count, to that line.", NULL },
	{ COMMAND_LAST, "last", "G End", "G > End", "e End", "Moving", "end",
	    "To the end.", NULL },
	{ COMMAND_SECTION_NEXT, "section-next", "}", NULL, NULL, "Moving",
	    "section", "To the next heading, or group of a list.", NULL },
	{ COMMAND_SECTION_PREVIOUS, "section-previous", "{", NULL, NULL,
	    "Moving", "back a section", "To the heading before.", NULL },
	{ COMMAND_DISAGREEMENT_NEXT, "disagreement-next", ">", "A->", NULL,
	    "Moving", "disagreement", "To the next thing that disagrees.",
	    NULL },
	{ COMMAND_DISAGREEMENT_PREVIOUS, "disagreement-previous", "<", "A-<",
	    NULL, "Moving", "disagreement before",
	    "To the thing before that disagrees.", NULL },
	{ COMMAND_OPEN, "open", "Enter Right", NULL, NULL, "Going", "open",
	    "Follows the link, opens what is selected.", NULL },
	{ COMMAND_LINK_NEXT, "link-next", "Tab", NULL, NULL, "Going", "link",
	    "Selects the next link.", NULL },
	{ COMMAND_LINK_PREVIOUS, "link-previous", "S-Tab", NULL, NULL, "Going",
	    "link before", "Selects the link before.", NULL },
	{ COMMAND_BACK, "back", "Backspace [ A-Left ^O", NULL, "l [ A-Left",
	    "Going", "back", "Back to where you were.", NULL },
	{ COMMAND_FORWARD, "forward", "] A-Right", NULL, NULL, "Going",
	    "forward", "Forward again.", NULL },
	{ COMMAND_HISTORY, "history", "H", NULL, "H L", "Going", "history",
	    "Where you have been.", NULL },
	{ COMMAND_TOPIC_NEXT, "topic-next", "J", NULL, "J n", "Going",
	    "next topic", "The next topic in reading order.", NULL },
	{ COMMAND_TOPIC_PREVIOUS, "topic-previous", "K", NULL, "K p", "Going",
	    "topic before", "The topic before.", NULL },
	{ COMMAND_UP, "up", "u", "A-u", "u", "Going", "up",
	    "To what it belongs to: measure, topic, list, Home.", NULL },
	{ COMMAND_HOME, "home", "i", NULL, "i d", "Going", "home",
	    "The first page.", NULL },
	{ COMMAND_TOPICS, "topics", "T", NULL, NULL, "Views", "Topics",
	    "The topic read last, or the first.", NULL },
	{ COMMAND_FIGURES, "figures", "F", "A-F", NULL, "Views", "Figures",
	    "All figures.", NULL },
	{ COMMAND_SOURCES, "sources", "R", NULL, NULL, "Views", "souRces",
	    "All sources, by kind.", NULL },
	{ COMMAND_EVENTS, "events", "E", NULL, NULL, "Views", "Events",
	    "The chronology.", NULL },
	{ COMMAND_DISAGREEMENTS, "disagreements", "D", NULL, NULL, "Views",
	    "Disagreements", "What disagrees, the most severe first.", NULL },
	{ COMMAND_SEARCH, "search", "s", NULL, NULL, "Searching", "search",
	    "Searches everything as you type; :search PATTERN does too.",
	    NULL },
	{ COMMAND_SEARCH_HERE, "search-here", "/", NULL, NULL, "Searching",
	    "search", "Searches this page as you type; // searches everything.",
	    NULL },
	{ COMMAND_MATCH_NEXT, "match-next", "n", NULL, "A-n", "Searching",
	    "next match", "To the next match, here or in what follows.", NULL },
	{ COMMAND_MATCH_PREVIOUS, "match-previous", "N", NULL, "A-N",
	    "Searching", "match before", "To the match before.", NULL },
	{ COMMAND_TITLE, "title", "f", "A-t", "f", "Searching", "go to",
	    "Goes to a title as you type it.", NULL },
	{ COMMAND_EXACT, "exact", "A-e", NULL, NULL, "Searching", "exact",
	    "Accents count, or do not; also while a pattern is typed.", NULL },
	{ COMMAND_LITERAL, "literal", "A-f", NULL, NULL, "Searching", "literal",
	    "No character has a meaning, or it has; also while typing.", NULL },
	{ COMMAND_WORD, "word", "A-w", NULL, NULL, "Searching", "whole word",
	    "Whole words alone, or parts too; also while typing.", NULL },
	{ COMMAND_TREE, "tree", "t", NULL, NULL, "Panes", "contents",
	    "Contents: into the pane, or out of it; with & a filter.", NULL },
	{ COMMAND_OUTLINE, "outline", "l", NULL, "o", "Panes", "outline",
	    "The headings of the topic; Enter goes there.", NULL },
	{ COMMAND_PANE_NEXT, "pane-next", "w F6", NULL, NULL, "Panes", "pane",
	    "The keys go to the next pane.", NULL },
	{ COMMAND_ZOOM, "zoom", "z", NULL, NULL, "Panes", "zoom",
	    "The pane alone on the screen, and back.", NULL },
	{ COMMAND_FOLD, "fold", "Left -", NULL, NULL, "Panes", "fold",
	    "Folds a branch of Contents; shows a folded passage.", NULL },
	{ COMMAND_CITATIONS, "citations", "c", NULL, NULL, "Panes", "citations",
	    "Shows the citation pane, or hides it.", NULL },
	{ COMMAND_CITATIONS_ENTER, "citations-enter", "C", NULL, NULL, "Panes",
	    "enter", "Into the citation pane.", NULL },
	{ COMMAND_STYLE, "style", "S", NULL, "A-S", "Citing", "style",
	    "Chooses the citation style; also :set style ID.", NULL },
	{ COMMAND_COPY, "copy", "y", "A-y", NULL, "Citing", "copy",
	    "Copies what is under the cursor; a letter says how.", NULL },
	{ COMMAND_COPIED, "copied", "Y", NULL, NULL, "Citing", "copied",
	    "What was copied last, alone on the screen; any key goes on, q "
	    "leaves.",
	    NULL },
	{ COMMAND_EXPORT, "export", "e", "A-s", "A-s", "Citing", "export",
	    "Writes the sources of the page or list to a file.", NULL },
	{ COMMAND_FILTER, "filter", "&", NULL, NULL, "Lists", "filter",
	    "Narrows the list by a pattern as you type.", NULL },
	{ COMMAND_FACET, "facet", "|", NULL, NULL, "Lists", "narrow",
	    "Narrows the list to a unit, place, year ...; a letter says which.",
	    NULL },
	{ COMMAND_SORT, "sort", "o", NULL, "S", "Lists", "sort",
	    "Sorts by the next column.", NULL },
	{ COMMAND_SORT_REVERSE, "sort-reverse", "O", NULL, NULL, "Lists",
	    "reverse", "Turns the order round.", NULL },
	{ COMMAND_COMPARE, "compare", "=", "A-=", NULL, "Lists", "compare",
	    "All figures of the measure there; events on a scale, and back.",
	    NULL },
	{ COMMAND_MARK, "mark", "m", NULL, "M", "Going", "mark",
	    "With a letter: marks the place.", NULL },
	{ COMMAND_JUMP, "jump", "'", NULL, NULL, "Going", "jump",
	    "With a letter: back to the mark; '' to before the jump.", NULL },
	{ COMMAND_OPEN_OUTSIDE, "open-outside", "x", NULL, NULL, "Other",
	    "outside", "Opens the URL of the link or source in a browser.",
	    NULL },
	{ COMMAND_LINE, "command", ":", NULL, ": A-x", "Other", "command",
	    "Any command by its name; Tab completes.", NULL },
	{ COMMAND_SET, "set", "", NULL, NULL, "Other", "set",
	    "Changes a setting: graphic fold, mouse yes ...", "NAME VALUE" },
	{ COMMAND_GO, "go", "", NULL, NULL, "Other", "go",
	    "Goes to a topic, or figure:SLUG, source:KEY ...", "SLUG" },
	{ COMMAND_HELP, "help", "? F1", "h ? F1", "? F1 h", "Other", "help",
	    "All keys.", NULL },
	{ COMMAND_REDRAW, "redraw", "^L", "^L r ^R", NULL, "Other", "redraw",
	    "Draws the screen anew.", NULL },
	{ COMMAND_SUSPEND, "suspend", "^Z", NULL, NULL, "Other", "suspend",
	    "Stops ibid; the shell's fg brings it back.", NULL },
	{ COMMAND_ESCAPE, "escape", "Esc", NULL, "Esc ^G", "Other", "leave",
	    "Leaves the prompt, the pane, the filter.", NULL },
	{ COMMAND_CLOSE, "close", "q", NULL, NULL, "Other", "close",
	    "Leaves the view; in the first view, ibid.", NULL },
	{ COMMAND_QUIT, "quit", "Q", "Q", NULL, "Other", "quit", "Leaves ibid.",
	    NULL },
};

enum { ENTRY_COUNT = sizeof table / sizeof *table };

const struct command_entry *
command_get(enum command id)
{
	for (size_t i = 0; i < ENTRY_COUNT; i++) {
		if (table[i].id == id)
			return &table[i];
	}
	return NULL;
}

const struct command_entry *
command_get_row(unsigned index)
{
	return index < ENTRY_COUNT ? &table[index] : NULL;
}

enum command
command_find(const char *name, size_t len)
{
	for (size_t i = 0; i < ENTRY_COUNT; i++) {
		if (strlen(table[i].name) == len &&
		    strncmp(table[i].name, name, len) == 0)
			return table[i].id;
	}
	return COMMAND_NONE;
}

const struct command_entry *
command_complete(const char *prefix, unsigned index)
{
	size_t len = strlen(prefix);

	for (size_t i = 0; i < ENTRY_COUNT; i++) {
		if (strncmp(table[i].name, prefix, len) != 0)
			continue;
		if (index-- == 0)
			return &table[i];
	}
	return NULL;
}
