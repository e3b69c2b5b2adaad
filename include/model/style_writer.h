/* SPDX-License-Identifier: ISC */
#ifndef IBID_MODEL_STYLE_WRITER_H
#define IBID_MODEL_STYLE_WRITER_H

#include "base/str.h"
#include "model/style.h"

/*
 * Makes the bytes that style_load() reads: elements are begun and ended, and
 * between a beginning and what stands inside, attributes are added in any
 * order.  A zeroed struct is an empty one.  Used by the compiler and by tests.
 */
struct style_writer {
	struct style_writer_node *nodes;
	uint32_t node_count, node_cap;
	struct style_writer_attribute *attributes;
	uint32_t attribute_count, attribute_cap;
	uint16_t *entries;
	uint32_t entry_count, entry_cap;
	struct str strings;
	uint32_t *slots; /* equal texts stand once: where, by their hash */
	uint32_t slot_count, text_count;
	unsigned depth; /* of the elements that are open */
};

void style_writer_clear(struct style_writer *w);

/* The new node's number, for references to macros. */
style_node style_writer_begin(struct style_writer *w, enum style_element e);
void style_writer_end(struct style_writer *w);

void style_writer_add_number(struct style_writer *w, enum style_attribute a,
    int number);
void style_writer_add_word(struct style_writer *w, enum style_attribute a,
    enum style_word word);
void style_writer_add_text(struct style_writer *w, enum style_attribute a,
    const char *text);
void style_writer_add_list(struct style_writer *w, enum style_attribute a,
    const uint16_t *entries, uint32_t count);
void style_writer_add_macro(struct style_writer *w, style_node macro);

/* Adds the whole to out. */
void style_writer_finish(struct str *out, const struct style_writer *w);

#endif
