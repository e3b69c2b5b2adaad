/* SPDX-License-Identifier: ISC */
#ifndef IBID_READER_COMPARISON_DISPUTE_H
#define IBID_READER_COMPARISON_DISPUTE_H

#include "base/str.h"
#include "model/disagreement.h"
#include "model/number_form.h"
#include "reader/comparison.h"

/*
 * What is said of a disagreement beside the figures that are compared.
 */

/*
 * Whether its members cannot all hold of one place, people and time: ranges
 * apart, sums that fail.  What else differs is explained, or no
 * contradiction at all.
 */
bool comparison_is_contradiction(const struct disagreement *d);

/*
 * Whether it was computed of a figure that repeats the origin of its row, so
 * that the first figure of the row stands in another one like it.
 */
bool comparison_is_repeated(const struct comparison *all,
    const struct disagreement *d);

/*
 * How far apart those two members are that are the farthest: "30,000 people
 * apart, 1.25 times as many"; "up to" where there are more than two.
 * Nothing where their ranges meet, or they are not compared or of other
 * places, people and times.
 */
void comparison_add_distance(struct str *out, const struct number_form *form,
    const struct comparison *all, const struct disagreement *d);

/*
 * A member that is compared: "about 30,000, as of 2018, Russia (Yi)"; of
 * others nothing.
 */
void comparison_add_member(struct str *out, const struct number_form *form,
    const struct comparison *all, const struct disagreement_member *m);

#endif
