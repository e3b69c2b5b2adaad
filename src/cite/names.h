/* SPDX-License-Identifier: ISC */
#ifndef IBID_NAMES_H
#define IBID_NAMES_H

#include "interpret.h"

/*
 * Persons and bodies.
 * Source: CSL 1.0.2 specification, "Names" and what stands below it.
 */

/* What a cs:names says, of itself and of those around it. */
struct names_style {
	struct name_options options;
	struct piece_format name, family, given; /* looks and affixes */
	style_node et_al, label;
	bool is_label_first;
};

/* How many names are shown before "et al.", and whether the last behind. */
struct names_shown {
	uint32_t first;
	bool has_et_al, has_last;
};
struct names_shown names_get_shown(struct walk *w,
    const struct names_style *style, uint32_t total);

/* A list of names; NULL where there is nothing to print. */
struct piece *names_new_list(struct walk *w, const struct names_style *style,
    enum csl_variable v);

/* One name; is_inverted is set where the family name stands first. */
struct piece *names_new_person(struct walk *w, const struct names_style *style,
    const struct csl_name *name, uint32_t place, enum cite_given given,
    bool *is_inverted);

/* "van der" of "van der Veen", "de" of "Charles de" on their own. */
void names_split_particles(struct csl_name *name, struct arena *arena);

/* "J.-W." of "Jae-Won". */
const char *names_initialize(struct walk *w, const struct name_options *o,
    const char *given, const char *with, bool initializes);

/* Whether a name is of a script that sets no space between its parts. */
bool names_is_spaceless(const char *text);

/* Whether a word ends so that nothing stands behind it: "d'", "al-". */
bool names_is_joined(const char *particle);

#endif
