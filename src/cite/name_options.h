/* SPDX-License-Identifier: ISC */
#ifndef IBID_NAME_OPTIONS_H
#define IBID_NAME_OPTIONS_H

#include "model/style.h"

/*
 * How names are set: what cs:name says, and where it is silent cs:citation or
 * cs:bibliography, then cs:style.
 * Source: CSL 1.0.2 specification, "Name", "Inheritable Name Options".
 */
struct name_options {
	int et_al_min, et_al_use_first; /* 0, -1: all are shown */
	int subsequent_min, subsequent_use_first;
	bool et_al_use_last;
	bool initializes;
	uint8_t and, precedes_last, precedes_et_al; /* enum style_word */
	uint8_t form, sort_order;
	const char *initialize_with; /* NULL: given names stay whole */
	const char *sort_separator, *delimiter, *names_delimiter;
};

void name_options_init(struct name_options *o);

/* What cs:name, cs:style, cs:citation or cs:bibliography says is taken. */
void name_options_read(struct name_options *o, const struct style *s,
    style_node n);

/* What cs:key says. */
void name_options_read_key(struct name_options *o, const struct style *s,
    style_node n);

#endif
