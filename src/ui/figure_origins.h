/* SPDX-License-Identifier: ISC */
#ifndef IBID_FIGURE_ORIGINS_H
#define IBID_FIGURE_ORIGINS_H

#include "view.h"

/*
 * The origins behind figures in short, "Reuters, unnamed millers", for a
 * column of a list: read when they are asked for, and kept of those asked for
 * last.
 */
struct figure_origins;

struct figure_origins *figure_origins_new(struct app *app);
void figure_origins_free(struct figure_origins *o);

/*
 * Behind this no more are read than one drawing may: the others are "" until
 * it is drawn once more (true).
 */
void figure_origins_begin_drawing(struct figure_origins *o);
bool figure_origins_is_short(const struct figure_origins *o);

/* Of a figure by its row; "" where it is its document.  Lent until the next. */
const char *figure_origins_get(struct figure_origins *o, int64_t figure);

#endif
