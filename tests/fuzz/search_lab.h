/* SPDX-License-Identifier: ISC */
#ifndef IBID_TESTS_SEARCH_LAB_H
#define IBID_TESTS_SEARCH_LAB_H

#include <stddef.h>
#include <stdint.h>

/*
 * Tries what search does to be fast against what it would find without: the
 * plan and the finder, machine code, the other matcher for what is too hard.
 */
struct lab_counts {
	uint64_t patterns, compiled;
	uint64_t with_literals, with_bytes, whole; /* plans */
	uint64_t subjects, matching, undecided;
	uint64_t let_pass; /* by the finder, of those it was asked about */
	uint64_t asked;
	uint64_t faults;
};

/* A pattern and its subjects, chosen by bytes; faults go to stderr. */
void lab_try_choices(struct lab_counts *counts, const uint8_t *data,
    size_t size);

/* Options, a pattern up to a zero, and a subject, as they are. */
void lab_try_text(struct lab_counts *counts, const uint8_t *data, size_t size);

#endif
