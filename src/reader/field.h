/* SPDX-License-Identifier: ISC */
#ifndef IBID_FIELD_H
#define IBID_FIELD_H

#include "reader/print.h"

/*
 * What a field of a record holds, read through its offset; the formats ask
 * here.
 */

/*
 * The text of a field whose value is one (a name of a kind or role too), or
 * NULL where the field is null, or of another type.
 */
const char *field_get_text(const struct print_field *f, const void *record);

/* Whether the type is one that field_get_text() reads. */
bool field_is_text(const struct print_field *f);

/* Adds a whole number, a number or true and false; false for other types. */
bool field_add_scalar(struct str *out, const struct print_field *f,
    const void *record);

uint32_t field_get_count(const struct print_field *f, const void *record);
const void *field_get_pointer(const struct print_field *f, const void *record);

/* Record i of a nested field. */
const void *field_get_nested(const struct print_field *f, const void *record,
    uint32_t i);

#endif
