/* SPDX-License-Identifier: ISC */
#ifndef IBID_READING_FUNCTIONS_H
#define IBID_READING_FUNCTIONS_H

#include <stdbool.h>

#include <sqlite3.h>

/*
 * What the rules of reading.sql ask of a text, as functions of SQL:
 *
 *	states_number(text, n)	n stands in it, in figures or words
 *	leaves_open(text, low)	words that leave the lower (or upper) bound open
 *	shares_word(text, words)  one of the words stands in it
 *	names_date(text, date)	all parts of an ISO 8601 date or interval
 *	is_iso_date(text)	it is one
 *	find_harsh(text)	the first word for marked passages, or NULL
 *	has_letter(text)	whether there is any
 *	fold(text)		without case and marks
 *	words(text)		its words between single spaces, in small
 *letters run(words, i, n)	n of them from word i on; NULL behind the last
 */
bool reading_add_functions(sqlite3 *db);

/* reading_number.c */
bool reading_states_number(const char *text, double number);

/* reading_date.c */
bool reading_is_iso_date(const char *text);
bool reading_names_date(const char *text, const char *date);

#endif
