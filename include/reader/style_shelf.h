/* SPDX-License-Identifier: ISC */
#ifndef IBID_READER_STYLE_SHELF_H
#define IBID_READER_STYLE_SHELF_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "model/style.h"

/*
 * The citation styles that are here, found by their ids ("apa"), and the
 * locales to show them with.  They are files that ibid-compile made, ID.style
 * and LANGUAGE.locale, in these folders in turn: $IBID_STYLES, the reader's
 * own, styles/ beside the running program, the installed one.  Nothing is
 * read before it is asked for.  Used by cli and ui.
 */
/* Where from. */
enum style_shelf_place {
	STYLE_SHELF_GIVEN,    /* $IBID_STYLES */
	STYLE_SHELF_ADDED,    /* $XDG_DATA_HOME/ibid/styles */
	STYLE_SHELF_BESIDE,   /* styles/ beside the running program */
	STYLE_SHELF_INSTALLED /* $(pkgdatadir)/styles */
};

/*
 * A style and the locale that it is to be shown with; both the caller's
 * (style_free()).  A dependent style gives its parent.  language NULL or one
 * that is not here: the style's default; else en-US, else any English.  An
 * id that the 18th edition of Chicago's manual renamed finds its style.
 * STATUS_NOT_FOUND names what there is.
 */
enum status style_shelf_find(struct style **style, struct style **locale,
    const char *id, const char *language, struct error *err);

/* The locale alone, as above; the style may be one from a file. */
enum status style_shelf_find_locale(struct style **locale,
    const struct style *style, const char *language, struct error *err);

/* One style of the list; texts in the arena, "" where not given. */
struct style_shelf_entry {
	const char *id;
	const char *title; /* as the style says it, with the edition */
	const char *updated;
	const char *language; /* by default, "en-US" */
	const char *parent;   /* id, of a dependent style */
	const char *path;
	enum style_shelf_place place;
};

/*
 * All styles by id, each once: what was added hides what came with ibid.
 * Files that cannot be read are passed over.
 */
void style_shelf_list(struct style_shelf_entry **out, uint32_t *count,
    struct arena *arena);

/* The same of one style, without opening others; STATUS_NOT_FOUND. */
enum status style_shelf_describe(struct style_shelf_entry *out, const char *id,
    struct arena *arena, struct error *err);

/* Where the reader's own styles are put; NULL: there is no home.  free() */
char *style_shelf_get_folder(void);

/*
 * The id of a style: what stands last in the address that names it, of
 * letters, digits and "-_." alone; "" where nothing is left.
 */
void style_shelf_add_id(struct str *out, const char *address);

#endif
