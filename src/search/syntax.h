/* SPDX-License-Identifier: ISC */
#ifndef IBID_SEARCH_SYNTAX_H
#define IBID_SEARCH_SYNTAX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The items of a pattern, as far as they are known without doubt: what is
 * rare, or means different things to different releases of PCRE2, makes the
 * reader give up, and syntax_check.h asks PCRE2 whether it sees the same.
 */
enum item_kind {
	ITEM_CHARACTER,
	ITEM_CLASS,    /* one character of many: [a-z] \d . */
	ITEM_ANYTHING, /* any text or none: \1 \R \X */
	ITEM_PLACE,    /* between characters: ^ \b */
	ITEM_OPEN,
	ITEM_CLOSE,
	ITEM_OR,
	ITEM_SETTING, /* (?i), over which PCRE2 may pass in silence */
	ITEM_END
};

enum group_kind {
	GROUP_PLAIN,
	GROUP_ATOMIC,
	GROUP_LOOK, /* ahead or behind */
	GROUP_NOT   /* what must not be there */
};

#define ITEM_NO_MOST UINT32_MAX
enum { SYNTAX_ITEM_LIMIT = 1000 };

struct item {
	enum item_kind kind;
	enum group_kind group; /* of ITEM_OPEN */
	bool is_caseless;      /* of what stands for characters */
	uint16_t at, len;      /* in the pattern, with its quantifier */
	uint16_t one_len;      /* without it */
	int32_t character;     /* of ITEM_CHARACTER */
	uint32_t least, most;  /* how often; of a group at its close */
};

struct syntax {
	struct item *items; /* the last is ITEM_END */
	unsigned count;
	bool is_pure;    /* characters, classes and plain groups alone */
	bool is_regular; /* PCRE2's other matcher finds the same */
};

/*
 * Reads a pattern that compiles; false where it gives up, and then there is
 * nothing to clear.
 */
bool syntax_read(struct syntax *out, const char *text, size_t len,
    bool is_caseless);
void syntax_clear(struct syntax *s);

/*
 * The characters that a class lists one by one, in brackets, [ab\.], at most
 * limit: how many; 0 where it does not.  Ranges are written out.
 */
unsigned syntax_list_class(int32_t *out, unsigned limit, const char *text,
    size_t len);

#endif
