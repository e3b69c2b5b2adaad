/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "draw/chart.h"
#include "model/number_form.h"
#include "text/value.h"

#define OPEN ((double)NAN)

static const struct axis to_hundred = { .from = 0, .to = 100, .step = 25 };

static void
a_bar_goes_from_its_lower_to_its_upper_bound(void **state)
{
	static const struct {
		struct axis_range range;
		int cols;
		const char *blocks;
		const char *ascii;
	} cases[] = {
		{ { 0, 100 }, 10, "██████████", "[========]" },
		{ { 20, 60 }, 10, "  ████▌   ", "  [===]   " },
		{ { 25, 64 }, 10, "  ▐███▌   ", "  [===]   " },
		{ { 50, 50 }, 10, "     ▌    ", "     |    " },
		{ { 55, 55 }, 10, "     ▐    ", "     |    " },
		{ { 0, 0 }, 10, "▌         ", "|         " },
		{ { 100, 100 }, 10, "         ▐", "         |" },
		{ { 500, 600 }, 10, "         ▐", "         |" },
		{ { 50, 50.1 }, 10, "     ▌    ", "     |    " },
		{ { 64, 25 }, 10, "  ▐███▌   ", "  [===]   " },
		{ { 60, OPEN }, 10, "      ███►", "      [==>" },
		{ { OPEN, 42 }, 10, "◄███▌     ", "<===]     " },
		{ { OPEN, 3 }, 10, "◄         ", "<         " },
		{ { 97, OPEN }, 10, "         ►", "         >" },
		{ { 97, INFINITY }, 10, "         ►", "         >" },
		{ { OPEN, OPEN }, 10, "          ", "          " },
		{ { -INFINITY, OPEN }, 4, "    ", "    " },
		{ { 20, 60 }, 5, " ██▌ ", " [=] " },
		{ { 20, 60 }, 1, "█", "|" },
		{ { 20, OPEN }, 1, "►", ">" },
		{ { 20, 60 }, 0, "", "" },
		{ { 20, 60 }, -3, "", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct str out;

		str_init(&out, 0);
		chart_add_bar(&out, &to_hundred, &cases[i].range, cases[i].cols,
		    CHART_BLOCKS);
		assert_string_equal(out.data, cases[i].blocks);
		str_reset(&out);
		chart_add_bar(&out, &to_hundred, &cases[i].range, cases[i].cols,
		    CHART_ASCII);
		assert_string_equal(out.data, cases[i].ascii);
		str_clear(&out);
	}
}

static void
add_round(struct str *out, void *context, double tick)
{
	value_add_round(out, number_form_get(context), tick);
}

static char language[] = "en";

static void
labels_stand_over_their_ticks_and_apart(void **state)
{
	static const struct {
		struct axis axis;
		int cols;
		const char *labels, *blocks, *ascii;
	} cases[] = {
		{ { .from = 0, .to = 100, .step = 25 }, 30,
		    "0     25      50     75    100",
		    "└──────┴───────┴──────┴──────┘",
		    "+------+-------+------+------+" },
		{ { .from = 0, .to = 100, .step = 25 }, 10, "0   50 100",
		    "└─┴──┴─┴─┘", "+-+--+-+-+" },
		{ { .from = 0, .to = 200000, .step = 50000 }, 40,
		    "0                100,000         200,000",
		    "└─────────┴─────────┴─────────┴────────┘",
		    "+---------+---------+---------+--------+" },
		{ { .from = 1e6, .to = 2e6, .step = 1e6 }, 5, "     ", "└───┘",
		    "+---+" },
		{ { .from = 50, .to = 50000, .step = 10, .is_log = true }, 24,
		    " 100    1,000  10,000   ", "──┴───────┴───────┴─────",
		    "--+-------+-------+-----" },
		{ { .from = 0, .to = 1, .step = 1 }, 1, "0", "┴", "+" },
		{ { .from = 0, .to = 1, .step = 1 }, 0, "", "", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct str out;

		str_init(&out, 0);
		chart_add_labels(&out, &cases[i].axis, cases[i].cols, add_round,
		    language);
		assert_string_equal(out.data, cases[i].labels);
		str_reset(&out);
		chart_add_ticks(&out, &cases[i].axis, cases[i].cols,
		    CHART_BLOCKS);
		assert_string_equal(out.data, cases[i].blocks);
		str_reset(&out);
		chart_add_ticks(&out, &cases[i].axis, cases[i].cols,
		    CHART_ASCII);
		assert_string_equal(out.data, cases[i].ascii);
		str_clear(&out);
	}
}

static uint32_t seed = 7;

static uint32_t
get_random(uint32_t below)
{
	seed = seed * 1664525u + 1013904223u;
	return (seed >> 8) % below;
}

static void
add_anything(struct str *out, void *context, double tick)
{
	static const char *const texts[] = { "", "x", "\u5E74", "1,500,000",
		"\u1100\u1161", "a\u0301", "\xFF", "\x1B[1m" };

	str_add_text(out, texts[(size_t)fabs(tick * 7) % 8]);
	(void)context;
}

/* No label of the line touches another or is cut. */
static void
expect_labels(const char *line, const struct axis *a)
{
	double ticks[64];
	size_t count = axis_get_ticks(a, ticks, 64), shown = 0;
	struct str label, copy;

	str_init(&copy, 0);
	str_add_text(&copy, line);
	for (char *word = copy.data; *word;) {
		size_t len = strcspn(word, " ");
		bool is_label = len == 0;

		for (size_t i = 0; i < count && !is_label; i++) {
			str_init(&label, 0);
			value_add_number(&label, number_form_get("en"),
			    ticks[i]);
			is_label = label.len == len &&
			    memcmp(label.data, word, len) == 0;
			str_clear(&label);
		}
		assert_true(is_label);
		shown += len > 0;
		word += len ? len : 1;
	}
	assert_true(shown <= count);
	str_clear(&copy);
}

static void
add_number(struct str *out, void *context, double tick)
{
	(void)context;
	value_add_number(out, number_form_get("en"), tick);
}

static void
every_line_has_exactly_its_columns(void **state)
{
	(void)state;
	for (int i = 0; i < 5000; i++) {
		struct axis_range r[2] = {
			{ get_random(500), get_random(5000) },
			{ get_random(60000), get_random(90) / 7.0 },
		};
		enum chart_form form = (enum chart_form)get_random(2);
		int cols = (int)get_random(60) + 1;
		struct axis a;
		struct str out;

		str_init(&out, 0);
		if (get_random(3) == 0)
			r[0].low = OPEN;
		if (get_random(3) == 0)
			r[1].high = OPEN;
		axis_choose(&a, (enum axis_kind)get_random(3), r, 2,
		    get_random(9));
		chart_add_bar(&out, &a, &r[get_random(2)], cols, form);
		assert_int_equal(utf8_width_cols(out.data, out.len), cols);
		assert_true(strspn(out.data, " ") < out.len);
		str_reset(&out);
		chart_add_ticks(&out, &a, cols, form);
		assert_int_equal(utf8_width_cols(out.data, out.len), cols);
		str_reset(&out);
		chart_add_labels(&out, &a, cols, add_anything, NULL);
		assert_int_equal(utf8_width_cols(out.data, out.len), cols);
		str_reset(&out);
		chart_add_labels(&out, &a, cols, add_number, NULL);
		assert_int_equal(utf8_width_cols(out.data, out.len), cols);
		expect_labels(out.data, &a);
		str_clear(&out);
	}
}

static void
ranges_that_meet_share_a_column_wherever_they_meet(void **state)
{
	(void)state;
	for (int cols = 1; cols < 40; cols++) {
		for (int at = 0; at <= 100; at++) {
			struct axis_range below = { 0, at },
					  above = { at, 100 };
			struct str a, b;

			str_init(&a, 0);
			str_init(&b, 0);
			chart_add_bar(&a, &to_hundred, &below, cols,
			    CHART_ASCII);
			chart_add_bar(&b, &to_hundred, &above, cols,
			    CHART_ASCII);
			assert_int_equal(strcspn(b.data, "[|"),
			    strlen(a.data) - 1 -
				(size_t)(strchr(a.data, ' ') ?
					strlen(strchr(a.data, ' ')) :
					0));
			str_clear(&a);
			str_clear(&b);
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_bar_goes_from_its_lower_to_its_upper_bound),
		cmocka_unit_test(labels_stand_over_their_ticks_and_apart),
		cmocka_unit_test(every_line_has_exactly_its_columns),
		cmocka_unit_test(
		    ranges_that_meet_share_a_column_wherever_they_meet),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
