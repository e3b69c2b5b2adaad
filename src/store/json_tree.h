/* SPDX-License-Identifier: ISC */
#ifndef IBID_JSON_TREE_H
#define IBID_JSON_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"

/*
 * A JSON text of any size, one member of its outermost array or object at a
 * time, each as a tree in memory.  SQLite's JSON functions read it.
 */
enum json_kind {
	JSON_KIND_NULL,
	JSON_KIND_FLAG, /* text: "0" or "1" */
	JSON_KIND_NUMBER,
	JSON_KIND_TEXT,
	JSON_KIND_ARRAY,
	JSON_KIND_OBJECT
};

struct json_node {
	const char *key; /* of a member of an object, or "" */
	enum json_kind kind;
	const char *text; /* of text, number, flag: on one line, in NFC, no
			     blanks around it; else "" */
	struct json_node *parent, *next, *first, *last;
	int64_t id;
};

struct json_tree;

/*
 * text is lent until the tree is closed.  STATUS_LIMIT where it is too large
 * or has too many values; STATUS_INVALID where it is no array or object.
 */
enum status json_tree_open(struct json_tree **out, const char *text, size_t len,
    struct error *err);
void json_tree_close(struct json_tree *t); /* takes NULL */

/* Whether it is an object that has other members than objects. */
enum status json_tree_is_single(bool *out, struct json_tree *t,
    struct error *err);

/* All of it, as one tree. */
enum status json_tree_read(struct json_node **out, struct json_tree *t,
    struct arena *arena, struct error *err);

/* The next member; STATUS_NOT_FOUND, without a message, behind the last. */
enum status json_tree_next(struct json_node **out, struct json_tree *t,
    struct arena *arena, struct error *err);

/* "text", "an array" ... */
const char *json_kind_get_name(enum json_kind kind);

#endif
