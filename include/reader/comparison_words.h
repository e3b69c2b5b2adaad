/* SPDX-License-Identifier: ISC */
#ifndef IBID_READER_COMPARISON_WORDS_H
#define IBID_READER_COMPARISON_WORDS_H

#include "base/str.h"
#include "model/number_form.h"
#include "reader/comparison.h"

/*
 * What a comparison shows, in words, for the screen, the command line and
 * the picture.
 */

/*
 * "people · 7 figures, 5 documents, 4 origins; 2 pairs cannot both hold";
 * "200 of 5,000 figures" where some are left out.
 */
void comparison_add_counts(struct str *out, const struct number_form *form,
    const struct comparison *all);

/* "Figures", or where there are parts "Figures in percent". */
void comparison_add_heading(struct str *out, const struct comparison *all,
    const struct comparison_part *part);

/*
 * When, as far as the heading does not say it, where and of whom: "as of
 * 2022, North Korea, people held in camps"; or nothing.
 */
void comparison_add_about(struct str *out, const struct comparison_row *row);

/*
 * Who says it, and through whom: "Keenan, from Reuters"; "Keenan and Chen,
 * one origin: U.S. Department of State".
 */
void comparison_add_source(struct str *out, const struct comparison_row *row);

/* Who says a figure, without through whom: "Keenan and Chen". */
void comparison_add_documents(struct str *out,
    const struct comparison_figure *f);

/*
 * "80,000 to 120,000 people: between 80,000 and 120,000 (Keenan); estimated
 * 80,000 to 120,000 (Chen)"; with where and of whom, and when, where figures
 * of the measure differ in these.
 */
void comparison_add_meeting(struct str *out, const struct number_form *form,
    const struct comparison *all, const struct comparison_meeting *m);

#endif
