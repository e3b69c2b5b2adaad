/* SPDX-License-Identifier: ISC */
#include "model/style_writer.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "style_private.h"

struct style_writer_node {
	uint8_t element, depth;
	uint32_t first, count; /* of its attributes */
};

struct style_writer_attribute {
	uint8_t name, kind;
	uint16_t count;
	uint32_t value;
};

void
style_writer_clear(struct style_writer *w)
{
	if (!w)
		return;
	free(w->nodes);
	free(w->attributes);
	free(w->entries);
	free(w->slots);
	str_clear(&w->strings);
	*w = (struct style_writer){ 0 };
}

static void *
grow(void *items, uint32_t count, uint32_t *cap, size_t size)
{
	if (count < *cap)
		return items;
	*cap = *cap ? 2 * *cap : 64;
	return mem_resize_array(items, *cap, size);
}

style_node
style_writer_begin(struct style_writer *w, enum style_element e)
{
	w->nodes = grow(w->nodes, w->node_count, &w->node_cap,
	    sizeof *w->nodes);
	w->nodes[w->node_count] = (struct style_writer_node){
		.element = (uint8_t)e,
		.depth = (uint8_t)w->depth++,
		.first = w->attribute_count
	};
	return w->node_count++;
}

void
style_writer_end(struct style_writer *w)
{
	assert(w->depth);
	w->depth--;
}

/* Attributes of a node stand by name; of two equal ones the last counts. */
static void
add(struct style_writer *w, struct style_writer_attribute added)
{
	struct style_writer_node *n = &w->nodes[w->node_count - 1];
	struct style_writer_attribute *at;

	w->attributes = grow(w->attributes, w->attribute_count,
	    &w->attribute_cap, sizeof *w->attributes);
	at = w->attributes + n->first + n->count;
	while (at > w->attributes + n->first && at[-1].name > added.name) {
		*at = at[-1];
		at--;
	}
	if (at > w->attributes + n->first && at[-1].name == added.name) {
		at[-1] = added;
		memmove(at, at + 1,
		    (size_t)(w->attributes + n->first + n->count - at) *
			sizeof *at);
		return;
	}
	*at = added;
	n->count++;
	w->attribute_count++;
}

void
style_writer_add_number(struct style_writer *w, enum style_attribute a,
    int number)
{
	add(w,
	    (struct style_writer_attribute){ .name = (uint8_t)a,
		.kind = STYLE_KIND_NUMBER,
		.value = (uint32_t)number });
}

void
style_writer_add_word(struct style_writer *w, enum style_attribute a,
    enum style_word word)
{
	add(w,
	    (struct style_writer_attribute){ .name = (uint8_t)a,
		.kind = STYLE_KIND_WORD,
		.value = (uint32_t)word });
}

/* The slot of a text, empty (0) where it is new; slots hold 1 + its place. */
static uint32_t *
find_slot(const struct style_writer *w, const char *text)
{
	uint32_t mask = w->slot_count - 1, i = str_hash(text) & mask;

	while (
	    w->slots[i] && strcmp(w->strings.data + w->slots[i] - 1, text) != 0)
		i = (i + 1) & mask;
	return &w->slots[i];
}

static void
grow_slots(struct style_writer *w)
{
	uint32_t *old = w->slots, count = w->slot_count;

	w->slot_count = count ? 2 * count : 256;
	w->slots = mem_alloc_array(w->slot_count, sizeof *w->slots);
	for (uint32_t i = 0; i < count; i++) {
		if (old[i])
			*find_slot(w, w->strings.data + old[i] - 1) = old[i];
	}
	free(old);
}

void
style_writer_add_text(struct style_writer *w, enum style_attribute a,
    const char *text)
{
	uint32_t *slot;

	if (2 * w->text_count >= w->slot_count)
		grow_slots(w);
	slot = find_slot(w, text);
	if (!*slot) {
		*slot = (uint32_t)w->strings.len + 1;
		str_add(&w->strings, text, strlen(text) + 1);
		w->text_count++;
	}
	add(w,
	    (struct style_writer_attribute){ .name = (uint8_t)a,
		.kind = STYLE_KIND_TEXT,
		.value = *slot - 1 });
}

void
style_writer_add_list(struct style_writer *w, enum style_attribute a,
    const uint16_t *entries, uint32_t count)
{
	uint32_t at = w->entry_count;

	assert(count <= UINT16_MAX);
	for (uint32_t i = 0; i < count; i++) {
		w->entries = grow(w->entries, w->entry_count, &w->entry_cap,
		    sizeof *w->entries);
		w->entries[w->entry_count++] = entries[i];
	}
	add(w,
	    (struct style_writer_attribute){ .name = (uint8_t)a,
		.kind = STYLE_KIND_LIST,
		.count = (uint16_t)count,
		.value = at });
}

void
style_writer_add_macro(struct style_writer *w, style_node macro)
{
	add(w,
	    (struct style_writer_attribute){ .name = STYLE_AT_MACRO,
		.kind = STYLE_KIND_NODE,
		.value = macro });
}

static void
put_u16(struct str *out, uint32_t value)
{
	str_add_char(out, (char)(value & 0xff));
	str_add_char(out, (char)(value >> 8 & 0xff));
}

static void
put_u32(struct str *out, uint32_t value)
{
	put_u16(out, value & 0xffff);
	put_u16(out, value >> 16);
}

void
style_writer_finish(struct str *out, const struct style_writer *w)
{
	assert(w->depth == 0);
	str_add_text(out, STYLE_MAGIC);
	put_u32(out, w->node_count);
	put_u32(out, w->attribute_count);
	put_u32(out, w->entry_count);
	put_u32(out, (uint32_t)w->strings.len);
	put_u32(out, 0);
	for (uint32_t i = 0; i < w->node_count; i++) {
		str_add_char(out, (char)w->nodes[i].element);
		str_add_char(out, (char)w->nodes[i].depth);
		put_u16(out, w->nodes[i].count);
	}
	for (uint32_t i = 0; i < w->attribute_count; i++) {
		str_add_char(out, (char)w->attributes[i].name);
		str_add_char(out, (char)w->attributes[i].kind);
		put_u16(out, w->attributes[i].count);
		put_u32(out, w->attributes[i].value);
	}
	for (uint32_t i = 0; i < w->entry_count; i++)
		put_u16(out, w->entries[i]);
	str_add(out, w->strings.data ? w->strings.data : "", w->strings.len);
}
