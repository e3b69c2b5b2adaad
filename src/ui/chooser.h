/* SPDX-License-Identifier: ISC */
#ifndef IBID_CHOOSER_H
#define IBID_CHOOSER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "command.h"
#include "draw/canvas.h"

/*
 * Chooses what lists and hits are narrowed by, in the place of their rows:
 * the facets, a letter each, then the values of one with how many have it.
 * Enter narrows to a value; above the values of a facet that narrows stands
 * "any".  The owner counts and narrows; one facet or value is told from the
 * others by its number.
 */
struct chooser_facet {
	char key;
	const char *word;  /* "kind" */
	const char *title; /* "Of which kind?"; "": it is on or off */
};

struct chooser_class {
	/* Of a number below count; the last row, "all", is the chooser's. */
	void (*get_facet)(struct chooser_facet *out, const void *owner,
	    unsigned facet);
	/* Narrows it?  And to what, in words. */
	bool (*has)(const void *owner, unsigned facet);
	void (*add_chosen)(struct str *out, const void *owner, unsigned facet);
	/* The values of a facet are wanted from now on. */
	void (*begin)(void *owner, unsigned facet);
	/* Those that are known so far; *is_counted: they are all. */
	uint32_t (*count_values)(bool *is_counted, const void *owner);
	/* The words of a value, and how many have it. */
	uint64_t (
	    *add_value)(struct str *out, const void *owner, uint32_t value);
	/* Whether there are more than are known; optional. */
	bool (*is_cut)(const void *owner);
	void (*narrow)(void *owner, unsigned facet, uint32_t value);
	/* By all facets where facet is chooser_get_all(). */
	void (*widen)(void *owner, unsigned facet);
	const char *whole;   /* "of what is found": behind a number */
	const char *nothing; /* "Nothing found has one." */
	const char *again;   /* "look everywhere again" */
};

enum chooser_page { CHOOSER_CLOSED, CHOOSER_FACETS, CHOOSER_VALUES };

struct chooser {
	const struct chooser_class *class;
	void *owner; /* lent */
	unsigned facet_count;
	enum chooser_page page;
	unsigned facet; /* whose values are counted */
	uint32_t row, top;
	struct rect body; /* of the rows, as drawn last */
};

static inline bool
chooser_is_open(const struct chooser *c)
{
	return c->page != CHOOSER_CLOSED;
}

static inline unsigned
chooser_get_all(const struct chooser *c)
{
	return c->facet_count;
}

void chooser_open(struct chooser *c);

/* A letter of a facet; false where it is none, or values stand there. */
bool chooser_take_key(struct chooser *c, uint32_t key);

/* False: not the chooser's, or it is closed. */
bool chooser_run(struct chooser *c, enum command command, int count);
void chooser_click(struct chooser *c, int row);

/*
 * The value that is selected, once the reader has moved to one, else -1; and
 * where it stands among those that take the place of the values so far.
 */
int64_t chooser_get_value(const struct chooser *c);
void chooser_select_value(struct chooser *c, uint32_t value);

void chooser_draw(struct chooser *c, struct canvas *canvas, struct rect area,
    bool is_focused);

#endif
