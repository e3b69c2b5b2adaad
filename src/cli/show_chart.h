/* SPDX-License-Identifier: ISC */
#ifndef IBID_SHOW_CHART_H
#define IBID_SHOW_CHART_H

#include "cli.h"
#include "reader/measure_shown.h"

/*
 * The figures of a part of a measure on one axis, as lines: the value with
 * its bar, then when, where, of whom, and who says it.  Where the width is
 * short bars stand under the values, and where it is very short there are
 * none.
 */
void show_chart_write(const struct plain_writer *w,
    const struct measure_shown *m, const struct comparison_part *part,
    bool is_ascii);

#endif
