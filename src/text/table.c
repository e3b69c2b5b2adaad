/* SPDX-License-Identifier: ISC */
#include "text/table.h"

#include <stdint.h>

/* What the columns take at their least; SIZE_MAX where that overflows. */
static size_t
add_up_least(struct table_column *columns, size_t count, size_t gap_cols)
{
	size_t total = 0;

	for (size_t i = 0; i < count; i++) {
		size_t of_this = columns[i].min_cols + (i ? gap_cols : 0);

		columns[i].width_cols = columns[i].min_cols;
		if (of_this > SIZE_MAX / 2 || total > SIZE_MAX / 2)
			return SIZE_MAX;
		total += of_this;
	}
	return total;
}

/* The narrowest column that wants more, and the next width above it. */
static size_t
find_narrowest(const struct table_column *columns, size_t count,
    size_t *width_cols, size_t *next_cols)
{
	size_t sharing = 0;

	*width_cols = SIZE_MAX;
	*next_cols = SIZE_MAX;
	for (size_t i = 0; i < count; i++) {
		if (columns[i].width_cols < columns[i].max_cols &&
		    columns[i].width_cols < *width_cols)
			*width_cols = columns[i].width_cols;
	}
	for (size_t i = 0; i < count; i++) {
		const struct table_column *c = &columns[i];
		size_t stop = c->max_cols;

		if (c->width_cols >= c->max_cols)
			continue;
		if (c->width_cols == *width_cols)
			sharing++;
		else
			stop = c->width_cols;
		if (stop < *next_cols)
			*next_cols = stop;
	}
	return sharing;
}

/*
 * Raises the narrowest columns together until the next one is met or one of
 * them has all it wants, and so on.
 */
bool
table_share(struct table_column *columns, size_t count, size_t gap_cols,
    size_t width_cols)
{
	size_t least = add_up_least(columns, count, gap_cols);
	size_t left, from, next, sharing;

	if (least > width_cols)
		return false;
	left = width_cols - least;
	while (left &&
	    (sharing = find_narrowest(columns, count, &from, &next)) > 0) {
		size_t step = next - from;
		size_t extra = 0;

		if (step > left / sharing) {
			step = left / sharing;
			extra = left % sharing;
		}
		for (size_t i = 0; i < count; i++) {
			if (columns[i].width_cols != from ||
			    columns[i].width_cols >= columns[i].max_cols)
				continue;
			columns[i].width_cols += step + (extra > 0);
			left -= step + (extra > 0);
			extra -= extra > 0;
		}
	}
	return true;
}
