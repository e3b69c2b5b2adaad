/* SPDX-License-Identifier: ISC */
#ifndef IBID_SEARCH_RARITY_H
#define IBID_SEARCH_RARITY_H

#include <stdint.h>

/* How often each byte stands in text, mostly English, of 65,536. */
extern const uint16_t rarity_counts[256];

/* How often one of the bytes of text is of the set: between 0 and 1. */
double rarity_of_set(const uint64_t set[4]);

#endif
