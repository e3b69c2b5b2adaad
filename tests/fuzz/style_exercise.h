/* SPDX-License-Identifier: ISC */
#ifndef IBID_STYLE_EXERCISE_H
#define IBID_STYLE_EXERCISE_H

#include "model/style.h"

/*
 * Reads all that a style says, and cites two sources in it; a locale is what
 * a small style is shown with.
 */
void style_exercise(const struct style *style);

#endif
