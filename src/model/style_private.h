/* SPDX-License-Identifier: ISC */
#ifndef IBID_STYLE_PRIVATE_H
#define IBID_STYLE_PRIVATE_H

#include <stdint.h>

/*
 * A style in memory and as bytes: what loading, walking and writing share.
 */
enum {
	STYLE_HEADER_SIZE = 28,
	STYLE_NODE_SIZE = 4,
	STYLE_ATTRIBUTE_SIZE = 8,
	STYLE_ENTRY_SIZE = 2
};
#define STYLE_MAGIC "ibidsty1"

struct node {
	uint8_t element, depth;
	uint16_t count;
	uint32_t first; /* of its attributes */
	uint32_t end;   /* the node behind all that it holds */
	/*
	 * A bit for the names of its attributes, each for several names: most
	 * that are asked for are not there.
	 */
	uint32_t names;
};

static inline uint32_t
style_name_bit(unsigned name)
{
	return UINT32_C(1) << (name & 31);
}

struct attribute {
	uint8_t name, kind;
	uint16_t count;
	uint32_t value;
};

struct style {
	uint32_t node_count, attribute_count, entry_count, string_bytes;
	struct node *nodes;
	struct attribute *attributes;
	uint16_t *entries;
	char *strings;
};

#endif
