/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <string.h>

#include "ui/hits_rows.h"
#include "unit.h"

/* Rows over a stand-in for a search, in which records come as is wanted. */
enum { LIMIT = 400, KINDS = RECORD_DISAGREEMENT + 1 };

struct stand_in {
	struct found_record found[KINDS][LIMIT];
	uint32_t count[KINDS];
	struct found_record all[LIMIT];
	uint32_t most_passages; /* asked for at once */
	uint32_t kept;          /* of a kind; 0: all */
};

static const enum record_kind order[] = { RECORD_TOPIC, RECORD_FIGURE,
	RECORD_MEASURE, RECORD_EVENT, RECORD_SOURCE, RECORD_DISAGREEMENT };
enum { ORDER = 6 };

static struct stand_in stand_in;
static struct hits_rows rows;

static const struct found_record *
list(uint32_t *count, void *context, enum record_kind kind, uint32_t first,
    uint32_t limit)
{
	struct stand_in *s = context;
	uint32_t there = s->count[kind];
	const struct found_record *from = s->found[kind];

	if (kind == RECORD_NONE) {
		there = 0;
		for (size_t i = 0; i < ORDER; i++) {
			memcpy(s->all + there, s->found[order[i]],
			    s->count[order[i]] * sizeof *s->all);
			there += s->count[order[i]];
		}
		from = s->all;
	}
	if (s->kept > 0 && there > s->kept)
		there = s->kept;
	*count = first < there ? there - first : 0;
	if (*count > limit)
		*count = limit;
	return *count > 0 ? from + first : NULL;
}

/* The passages of record n are 1000 * n + 1, + 2, ...; the best is + 2. */
static enum status
list_passages(int64_t *out, uint32_t *count, uint32_t limit, void *context,
    enum record_kind kind, int64_t record, int64_t after, struct error *err)
{
	struct stand_in *s = context;
	uint32_t passages = 0, number;

	(void)err;
	for (uint32_t i = 0; i < s->count[kind]; i++) {
		if (s->found[kind][i].record == record)
			passages = s->found[kind][i].passages;
	}
	number = after > 0 ? (uint32_t)(after - 1000 * record) : 0;
	if (limit > s->most_passages)
		s->most_passages = limit;
	for (*count = 0; *count < limit && number < passages; ++*count)
		out[*count] = 1000 * record + ++number;
	return STATUS_OK;
}

/* Puts a record at a place of its kind's list. */
static void
find_one(enum record_kind kind, uint32_t at, int64_t record, uint32_t passages)
{
	struct found_record *f = stand_in.found[kind];

	memmove(f + at + 1, f + at, (stand_in.count[kind] - at) * sizeof *f);
	f[at] = (struct found_record){ .kind = kind,
		.record = record,
		.passages = passages,
		.best = 1000 * record + (passages > 1 ? 2 : 1) };
	stand_in.count[kind]++;
}

static void
refresh(bool is_done)
{
	struct search_counts counts = { .is_done = is_done,
		.is_cut = stand_in.kept > 0 };

	for (int i = 0; i < KINDS; i++)
		counts.records[i] = stand_in.count[i];
	hits_rows_refresh(&rows, &counts);
}

static int
begin(void **state)
{
	struct hits_source source = { &stand_in, list, list_passages };

	(void)state;
	memset(&stand_in, 0, sizeof stand_in);
	hits_rows_init(&rows, &source);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	hits_rows_clear(&rows);
	return 0;
}

static void
find_some(void)
{
	find_one(RECORD_TOPIC, 0, 1, 3);
	find_one(RECORD_TOPIC, 1, 2, 1);
	find_one(RECORD_FIGURE, 0, 3, 1);
	find_one(RECORD_SOURCE, 0, 4, 60);
	refresh(true);
}

/* "T 1 2 F 3 S 4", with a passage as "4/4001" and * at the selected row. */
static const char *
write_rows(void)
{
	static char text[65536];
	static const char letters[] = "-TFSEMD";
	size_t len = 0;

	text[0] = '\0';
	for (uint32_t i = 0; i < rows.row_count; i++) {
		struct hits_row row;
		char one[64];

		hits_rows_get(&row, &rows, i);
		if (row.is == HITS_HEADING)
			snprintf(one, sizeof one, "%c", letters[row.kind]);
		else if (row.is == HITS_RECORD)
			snprintf(one, sizeof one, "%d", (int)row.found.record);
		else
			snprintf(one, sizeof one, "%d/%d",
			    (int)row.found.record, (int)row.passage);
		len += (size_t)snprintf(text + len, sizeof text - len, "%s%s%s",
		    i ? " " : "", i == rows.row ? "*" : "", one);
	}
	return text;
}

static void
records_stand_in_groups_under_their_kinds(void **state)
{
	struct hits_row row;

	(void)state;
	find_some();
	assert_string_equal(write_rows(), "T *1 2 F 3 S 4");
	hits_rows_get(&row, &rows, 0);
	assert_int_equal(row.count, 2);
	hits_rows_get(&row, &rows, rows.row_count);
	assert_int_equal(row.is, HITS_NO_ROW);
}

static void
titles_stand_without_groups(void **state)
{
	(void)state;
	hits_rows_forget(&rows, true);
	find_some();
	assert_string_equal(write_rows(), "*1 2 3 4");
	hits_rows_move(&rows, COMMAND_LAST, 0, 10);
	assert_string_equal(write_rows(), "1 2 3 *4");
	assert_int_equal(hits_rows_get_number(&rows), 4);
}

static void
moving_steps_over_headings(void **state)
{
	static const struct {
		enum command command;
		int count;
		const char *wanted;
	} steps[] = {
		{ COMMAND_LINE_DOWN, 0, "T 1 *2 F 3 S 4" },
		{ COMMAND_LINE_DOWN, 0, "T 1 2 F *3 S 4" },
		{ COMMAND_LINE_UP, 2, "T *1 2 F 3 S 4" },
		{ COMMAND_LINE_UP, 0, "T *1 2 F 3 S 4" },
		{ COMMAND_SECTION_NEXT, 2, "T 1 2 F 3 S *4" },
		{ COMMAND_SECTION_NEXT, 0, "T 1 2 F 3 S *4" },
		{ COMMAND_SECTION_PREVIOUS, 2, "T *1 2 F 3 S 4" },
		{ COMMAND_SECTION_PREVIOUS, 0, "T *1 2 F 3 S 4" },
		{ COMMAND_LAST, 0, "T 1 2 F 3 S *4" },
		{ COMMAND_FIRST, 0, "T *1 2 F 3 S 4" },
		{ COMMAND_FIRST, 3, "T 1 2 F *3 S 4" },
		{ COMMAND_LAST, 2, "T 1 *2 F 3 S 4" },
		{ COMMAND_SECTION_PREVIOUS, 0, "T *1 2 F 3 S 4" },
		{ COMMAND_FIRST, 99, "T 1 2 F 3 S *4" },
		{ COMMAND_PAGE_UP, 0, "T *1 2 F 3 S 4" },
		{ COMMAND_PAGE_DOWN, 5, "T 1 2 F 3 S *4" },
	};

	(void)state;
	find_some();
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		assert_true(
		    hits_rows_move(&rows, steps[i].command, steps[i].count, 5));
		assert_string_equal(write_rows(), steps[i].wanted);
	}
	assert_false(hits_rows_move(&rows, COMMAND_SORT, 0, 5));
	assert_int_equal(hits_rows_get_number(&rows), 4);
}

static void
the_first_stays_selected_until_the_reader_moves(void **state)
{
	(void)state;
	find_some();
	find_one(RECORD_TOPIC, 0, 9, 1);
	refresh(true);
	assert_string_equal(write_rows(), "T *9 1 2 F 3 S 4");
}

static void
a_record_stays_selected_while_better_ones_are_found(void **state)
{
	(void)state;
	find_some();
	hits_rows_move(&rows, COMMAND_FIRST, 3, 4);
	hits_rows_scroll(&rows, 4);
	for (int i = 0; i < 100; i++)
		find_one(RECORD_TOPIC, 0, 100 + i, 1);
	find_one(RECORD_FIGURE, 0, 50, 1);
	assert_int_equal(rows.row - rows.top, 3);
	refresh(false);
	assert_int_equal(rows.record, 3);
	assert_int_equal(rows.row, 105);
	/* And the line that it stands in. */
	hits_rows_scroll(&rows, 4);
	assert_int_equal(rows.row - rows.top, 3);
	assert_int_equal(hits_rows_get_number(&rows), 104);
}

static void
other_passages_unfold_under_their_record(void **state)
{
	struct error err;

	(void)state;
	find_some();
	assert_int_equal(hits_rows_unfold(&rows, RECORD_TOPIC, 1, &err),
	    STATUS_OK);
	assert_string_equal(write_rows(), "T *1 1/1001 1/1003 2 F 3 S 4");
	hits_rows_move(&rows, COMMAND_LINE_DOWN, 2, 9);
	assert_string_equal(write_rows(), "T 1 1/1001 *1/1003 2 F 3 S 4");
	/* Found later, between. */
	find_one(RECORD_TOPIC, 0, 9, 1);
	stand_in.found[RECORD_TOPIC][1].passages = 4;
	refresh(true);
	assert_string_equal(write_rows(),
	    "T 9 1 1/1001 *1/1003 1/1004 2 F 3 S 4");
	hits_rows_fold(&rows, RECORD_TOPIC, 1);
	assert_string_equal(write_rows(), "T 9 *1 2 F 3 S 4");
}

static void
a_long_record_unfolds_by_and_by(void **state)
{
	struct error err;
	unsigned slices = 0;

	(void)state;
	find_some();
	stand_in.found[RECORD_SOURCE][0].passages = 300;
	refresh(true);
	hits_rows_unfold(&rows, RECORD_SOURCE, 4, &err);
	assert_true(rows.row_count < 60);
	while (hits_rows_read_more(&rows, 10))
		slices++;
	assert_int_equal(slices, 0); /* far below the screen */
	hits_rows_scroll(&rows, 10);
	for (int i = 0; i < 40; i++) {
		hits_rows_move(&rows, COMMAND_PAGE_DOWN, 0, 10);
		hits_rows_scroll(&rows, 10);
		while (hits_rows_read_more(&rows, 10))
			slices++;
	}
	assert_int_equal(rows.row_count, 7 + 299);
	assert_int_equal(slices, 6);
	assert_true(stand_in.most_passages < 100);
}

static void
what_is_wanted_is_waited_for(void **state)
{
	(void)state;
	find_one(RECORD_TOPIC, 0, 1, 1);
	refresh(false);
	hits_rows_restore(&rows, RECORD_SOURCE, 4, 0, -2);
	assert_string_equal(write_rows(), "T *1");
	for (int i = 10; i < 30; i++)
		find_one(RECORD_TOPIC, 1, i, 1);
	find_one(RECORD_SOURCE, 0, 4, 1);
	refresh(false);
	assert_int_equal(rows.row, rows.row_count - 1);
	assert_int_equal(hits_rows_get_number(&rows), 22);
}

static void
what_is_wanted_and_never_found_is_given_up(void **state)
{
	struct error err;

	(void)state;
	hits_rows_restore(&rows, RECORD_SOURCE, 77, 0, 0);
	hits_rows_unfold(&rows, RECORD_SOURCE, 77, &err);
	find_some();
	assert_string_equal(write_rows(), "T *1 2 F 3 S 4");
	assert_int_equal(rows.unfolded_count, 0);
	find_one(RECORD_SOURCE, 0, 77, 1);
	refresh(true);
	assert_string_equal(write_rows(), "T *1 2 F 3 S 77 4");
}

static void
more_records_than_are_kept_have_no_rows(void **state)
{
	struct hits_row row;

	(void)state;
	stand_in.kept = 1;
	find_some();
	assert_string_equal(write_rows(), "T *1 F 3 S 4");
	hits_rows_get(&row, &rows, 0);
	assert_int_equal(row.count, 2);
}

static void
an_empty_list_takes_every_command(void **state)
{
	struct hits_row row;

	(void)state;
	refresh(false);
	for (int i = COMMAND_NONE; i < COMMAND_COUNT; i++)
		hits_rows_move(&rows, (enum command)i, 7, 10);
	hits_rows_scroll(&rows, 10);
	assert_false(hits_rows_get_selected(&row, &rows));
	assert_int_equal(hits_rows_get_number(&rows), 0);
}

/* ---- Against a list that is written out ---- */

static uint32_t
next_random(uint32_t limit)
{
	static uint64_t seed = 4711;

	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(seed >> 33) % limit;
}

static bool
is_unfolded(enum record_kind kind, int64_t record)
{
	enum record_kind k;
	int64_t r;

	for (unsigned i = 0; hits_rows_get_unfolded(&k, &r, &rows, i); i++) {
		if (k == kind && r == record)
			return true;
	}
	return false;
}

static void
check_row(uint32_t at, enum hits_row_kind is, int64_t record, int64_t passage)
{
	struct hits_row row;

	hits_rows_get(&row, &rows, at);
	assert_int_equal(row.is, is);
	if (is == HITS_HEADING)
		return;
	assert_int_equal(row.found.record, record);
	assert_int_equal(row.passage, passage);
}

static void
check_rows(void)
{
	uint32_t at = 0;

	for (size_t i = 0; i < ORDER; i++) {
		const struct found_record *f = stand_in.found[order[i]];

		if (stand_in.count[order[i]] > 0)
			check_row(at++, HITS_HEADING, 0, 0);
		for (uint32_t j = 0; j < stand_in.count[order[i]]; j++) {
			check_row(at++, HITS_RECORD, f[j].record, f[j].best);
			for (uint32_t k = 1; k <= f[j].passages &&
			     is_unfolded(order[i], f[j].record);
			     k++) {
				int64_t p = 1000 * f[j].record + k;

				if (p != f[j].best)
					check_row(at++, HITS_PASSAGE,
					    f[j].record, p);
			}
		}
	}
	assert_int_equal(at, rows.row_count);
	assert_true(at == 0 || rows.row < at);
}

static void
change_something(int64_t new_record)
{
	static const enum command moves[] = { COMMAND_LINE_DOWN,
		COMMAND_LINE_UP, COMMAND_PAGE_DOWN, COMMAND_SECTION_NEXT,
		COMMAND_LAST };
	enum record_kind kind = order[next_random(ORDER)];
	uint32_t count = stand_in.count[kind];
	struct error err;
	struct hits_row row;

	switch (next_random(4)) {
	case 0:
		find_one(kind, next_random(count + 1), new_record,
		    1 + next_random(6));
		refresh(next_random(2));
		break;
	case 1:
		hits_rows_move(&rows, moves[next_random(5)],
		    (int)next_random(4), 7);
		break;
	case 2:
		if (hits_rows_get_selected(&row, &rows))
			hits_rows_unfold(&rows, row.kind, row.found.record,
			    &err);
		break;
	default:
		if (next_random(3) == 0 && hits_rows_get_selected(&row, &rows))
			hits_rows_fold(&rows, row.kind, row.found.record);
		break;
	}
	hits_rows_scroll(&rows, 7);
}

static void
rows_are_those_of_a_list_that_is_written_out(void **state)
{
	(void)state;
	for (int64_t i = 1; i < 300; i++) {
		int64_t record = rows.record, passage = rows.passage;
		uint32_t before = rows.row_count;
		bool has_moved = rows.has_moved;

		change_something(i);
		check_rows();
		if (has_moved && rows.row_count > before &&
		    rows.record == record)
			assert_int_equal(rows.passage, passage);
		assert_true(rows.row_count == 0 ||
		    (rows.row >= rows.top && rows.row < rows.top + 7));
	}
	assert_true(rows.row_count > 50);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(records_stand_in_groups_under_their_kinds),
		TEST(titles_stand_without_groups),
		TEST(moving_steps_over_headings),
		TEST(the_first_stays_selected_until_the_reader_moves),
		TEST(a_record_stays_selected_while_better_ones_are_found),
		TEST(other_passages_unfold_under_their_record),
		TEST(a_long_record_unfolds_by_and_by),
		TEST(what_is_wanted_is_waited_for),
		TEST(what_is_wanted_and_never_found_is_given_up),
		TEST(more_records_than_are_kept_have_no_rows),
		TEST(an_empty_list_takes_every_command),
		TEST(rows_are_those_of_a_list_that_is_written_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
