/* SPDX-License-Identifier: ISC */
#ifndef IBID_PROMPT_H
#define IBID_PROMPT_H

#include <stdbool.h>
#include <stdint.h>

#include "draw/canvas.h"

/*
 * The line editor at the foot: emacs-like keys (^A ^E ^B ^F ^U ^K ^W ^H ^D,
 * arrows, Home, End, Delete), older and newer lines with up and down,
 * completion with Tab.  It steps over grapheme clusters.
 */
enum prompt_answer {
	PROMPT_EDITED, /* the text changed, or the cursor moved */
	PROMPT_ENTERED,
	PROMPT_LEFT,    /* Escape, or Backspace in the empty line */
	PROMPT_COMPLETE /* Tab: the owner may set another text */
};

struct prompt;

/* At most limit_bytes can be typed. */
struct prompt *prompt_new(size_t limit_bytes);
void prompt_free(struct prompt *p);

/* Begins a line: "label", the text so far; older lines are kept by label. */
void prompt_begin(struct prompt *p, const char *label, const char *text);
/* Another is drawn instead; the older lines stay those of the first. */
void prompt_show_label(struct prompt *p, const char *label);
enum prompt_answer prompt_key(struct prompt *p, uint32_t key);
/* Whether a key that is no character means something here. */
bool prompt_has_key(uint32_t key);
const char *prompt_get_text(const struct prompt *p);
void prompt_set_text(struct prompt *p, const char *text);

/* Keeps the line among the older ones of its label. */
void prompt_keep(struct prompt *p);

/* Draws the line and puts the canvas's cursor. */
void prompt_draw(const struct prompt *p, struct canvas *canvas,
    struct rect area);

/* Columns of label, text and the cursor behind it. */
int prompt_measure(const struct prompt *p, const struct canvas *canvas);

/* The column that byte at of the text is drawn in, -1: it is not seen. */
int prompt_find_col(const struct prompt *p, const struct canvas *canvas,
    struct rect area, size_t at);

#endif
