/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "draw/chart_svg.h"
#include "draw/svg_text.h"
#include "model/number_form.h"
#include "text/value.h"

#define OPEN ((double)NAN)

static void
add_number(struct str *out, void *context, double tick)
{
	(void)context;
	value_add_number(out, number_form_get("en"), tick);
}

static bool
is_allowed(int32_t c)
{
	return c == '\n' || (c >= 0x20 && c < 0x7F) ||
	    (c >= 0xA0 && c != 0xFFFE && c != 0xFFFF);
}

/* Entities, tags that are closed in their order, and allowed characters. */
static void
expect_well_formed(const char *xml)
{
	static const char *const entities[] = { "&amp;", "&lt;", "&gt;",
		"&quot;", "&#39;" };
	const char *open[32];
	size_t depth = 0;

	assert_int_equal(utf8_find_invalid(xml, strlen(xml)), strlen(xml));
	for (const char *p = xml, *end = xml + strlen(xml); p < end;) {
		int32_t c;

		p += utf8_decode(&c, p, end);
		assert_true(is_allowed(c));
	}
	assert_int_equal(strncmp(xml, "<?xml ", 6), 0);
	for (const char *p = strchr(xml, '\n') + 1; *p; p++) {
		bool is_known = false;

		if (*p == '&') {
			for (size_t i = 0; i < 5; i++)
				is_known |= strncmp(p, entities[i],
						strlen(entities[i])) == 0;
			assert_true(is_known);
		}
		assert_true(*p != '>');
		if (*p != '<')
			continue;
		if (p[1] == '/') {
			size_t len = strcspn(p + 2, ">");

			assert_true(depth > 0);
			depth--;
			assert_memory_equal(open[depth], p + 2, len);
		} else {
			assert_true(depth < 32);
			open[depth++] = p + 1;
		}
		while (*++p != '>') {
			assert_true(*p && *p != '<');
			if (*p == '"') {
				p = strchr(p + 1, '"');
				assert_non_null(p);
			}
		}
		if (p[-1] == '/')
			depth--;
	}
	assert_int_equal(depth, 0);
}

struct box {
	double left, top, right, bottom;
};

static double
get_number(const char *from, const char *name)
{
	const char *at = strstr(from, name);

	assert_non_null(at);
	return strtod(at + strlen(name), NULL);
}

static size_t
unescape(char *out, size_t size, const char *text)
{
	size_t len = 0;

	for (; *text != '<' && len < size; text++) {
		out[len] = *text;
		if (*text == '&') {
			out[len] = strncmp(text, "&amp;", 5) == 0 ? '&' : 'x';
			text += strcspn(text, ";");
		}
		len++;
	}
	return len;
}

/* The line that begins with the tag at p. */
static struct box
get_box(const char *p, const struct svg_text_look *look)
{
	bool is_centred = strncmp(p, "<text", 5) == 0;
	const char *text = strchr(p, '>') + 1;
	char line[2048] = "";
	size_t len = unescape(line, sizeof line, text);
	double width = svg_text_get_width_px(line, len, look);
	double x = get_number(p, " x=\""), y = get_number(p, " y=\"");

	if (len > 0 && line[len - 1] == ' ')
		width -= svg_text_get_width_px(" ", 1, look);
	if (is_centred)
		x -= width / 2;
	return (struct box){ x, y - look->size_px * 0.75, x + width,
		y + look->size_px * 0.2 };
}

static bool
overlap(const struct box *a, const struct box *b)
{
	return a->left < b->right && b->left < a->right && a->top < b->bottom &&
	    b->top < a->bottom;
}

/* No line of text is upon another or out of the picture. */
static size_t
expect_room(const char *svg)
{
	enum { BOXES_MAX = 20000, NEAR = 300 };
	static struct box boxes[BOXES_MAX];
	double height = get_number(svg, "height=\"");
	size_t count = 0;

	for (const char *p = strstr(svg, "<text "); p;
	     p = strstr(p + 1, "<text ")) {
		const char *end = strstr(p, "</text>");
		struct svg_text_look look = { .size_px = get_number(p,
						  "font-size=\"") };
		const char *line = strstr(p, "<tspan");

		look.is_bold = strncmp(strstr(p, "fill=\"") + 11,
				   " font-weight", 12) == 0;
		if (!line || line > end)
			line = p;
		while (line && line < end && count < BOXES_MAX) {
			boxes[count++] = get_box(line, &look);
			line = strstr(line + 1, "<tspan");
		}
	}
	for (size_t i = 0; i < count; i++) {
		assert_true(boxes[i].left >= 0 && boxes[i].top >= 0);
		assert_true(boxes[i].right <= 900.5);
		assert_true(boxes[i].bottom <= height);
		for (size_t j = i > NEAR ? i - NEAR : 0; j < i; j++)
			assert_false(overlap(&boxes[i], &boxes[j]));
	}
	return count;
}

static const char *const texts[] = { "", " ", "1,000", "> 50,000 people",
	"\uBD81\uD55C \uC8FC\uBBFC\uC758 \uAC15\uC81C "
	"\uB178\uB3D9\uACFC \uD574\uC678 \uD30C\uACAC "
	"\uB178\uB3D9\uC790\uC758 \uC784\uAE08\uC5D0 \uAD00\uD55C",
	"\u4E2D\u83EF\u4EBA\u6C11\u5171\u548C\u56FD\u306B\u304A\u3051\u308B"
	"\u671D\u9BAE\u4EBA\u5973\u6027\u306E\u4EBA\u8EAB\u53D6\u5F15"
	"\u4E2D\u83EF\u4EBA\u6C11\u5171\u548C\u56FD\u306B\u304A\u3051\u308B",
	"WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW"
	"WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
	"https://example.org/a/very/long/address/that/does/not/end/before/"
	"it-is-broken?and=1&then=2#behind-the-column-that-it-stands-in",
	"A reference of some length, in which there is nothing remarkable, "
	"but which does not fit into one line of its column nor into two, so "
	"that it is broken and goes on, and on, to the end.",
	"<b onload=\"x()\">'&amp;]]></b>",
	"tab\there\nand \x01\x1B[1m \xFF\xC3",
	"\u202Ereversed\u202C a\u0301\u0301\u0301 \U0001F469\u200D\U0001F33E "
	"\u0639\u0631\u0628\u064A\u0629 \uFDFD",
	NULL };

enum { TEXT_COUNT = sizeof texts / sizeof *texts };

static uint32_t seed = 7;

static uint32_t
get_random(uint32_t below)
{
	seed = seed * 1664525u + 1013904223u;
	return (seed >> 8) % below;
}

/* Lent until the next-but-many; now and then any bytes at all. */
static const char *
get_random_text(void)
{
	static char noise[16][200];
	static size_t next;
	char *n = noise[next++ % 16];
	size_t len = get_random(199);

	if (get_random(4))
		return texts[get_random(TEXT_COUNT)];
	for (size_t i = 0; i < len; i++)
		n[i] = (char)(get_random(255) + 1);
	n[len] = '\0';
	return n;
}

enum { ROWS_MAX = 200 };

static void
make_random_row(struct chart_svg_row *row)
{
	double low = get_random(1000), spread = get_random(5) * 1000.0;

	*row = (struct chart_svg_row){
		.heading = get_random(3) ? NULL : texts[get_random(9)],
		.value = texts[get_random(TEXT_COUNT)],
		.about = texts[get_random(TEXT_COUNT)],
		.source = get_random_text(),
		.range.low = get_random(4) ? low : OPEN,
		.range.high = get_random(4) ? low + spread : OPEN,
		.is_disputed = get_random(2),
	};
}

static void
whatever_stands_in_it_the_picture_is_whole_and_no_text_is_upon_another(
    void **state)
{
	static struct chart_svg_row rows[ROWS_MAX];
	static struct axis_range ranges[ROWS_MAX];

	(void)state;
	for (int i = 0; i < 150; i++) {
		const char *lists[2][2] = {
			{ texts[get_random(TEXT_COUNT)], get_random_text() },
			{ texts[get_random(TEXT_COUNT)], get_random_text() },
		};
		struct chart_svg chart = { .title = get_random_text(),
			.description = get_random_text(),
			.unit = get_random_text(),
			.add_label = add_number,
			.rows = rows,
			.row_count = i ? get_random(i % 10 ? 9 : ROWS_MAX) : 0,
			.notes = lists[0],
			.note_count = get_random(3),
			.sources = lists[1],
			.source_count = get_random(3),
			.credit = get_random_text(),
			.language = get_random_text() };
		struct str out;

		for (size_t j = 0; j < chart.row_count; j++) {
			make_random_row(&rows[j]);
			ranges[j] = rows[j].range;
		}
		axis_choose(&chart.axis, (enum axis_kind)get_random(3), ranges,
		    chart.row_count, 2 + get_random(9));
		str_init(&out, 0);
		chart_svg_add(&out, &chart);
		expect_well_formed(out.data);
		expect_room(out.data);
		str_clear(&out);
	}
}

static size_t
count_in(const char *text, const char *part)
{
	size_t count = 0;

	while ((text = strstr(text, part))) {
		count++;
		text += strlen(part);
	}
	return count;
}

static void
a_picture_names_its_sources_and_shows_every_row(void **state)
{
	static const struct chart_svg_row rows[] = {
		{ "2010", "150,000 to 200,000", "people held", "A, from B",
		    { 150000, 200000 }, true },
		{ "2022", "100,000", "people held", "C", { 100000, 100000 },
		    true },
		{ "2022", "more than 50,000", "", "D", { 50000, OPEN }, false },
		{ NULL, "tens of thousands", NULL, NULL, { OPEN, OPEN },
		    false },
	};
	static const char *const notes[] = { "They cannot both hold." };
	static const char *const sources[] = { "A & B (2010)", "C (2022)" };
	static const char *const parts[] = { "<title id=\"title\">Held &lt;",
		"<desc id=\"desc\">How many", ">150,000 to 200,000<",
		">more than 50,000<", ">tens of thousands<", ">2010<",
		">A, from B<", ">They cannot both hold.<", ">Sources<",
		">A &amp; B (2010)<", ">C (2022)<", ">Edition 1<", ">people<",
		"xml:lang=\"en\"", ">200,000<" };
	struct chart_svg chart = { .title = "Held <",
		.description = "How many",
		.unit = "people",
		.axis = { .from = 0, .to = 200000, .step = 50000 },
		.add_label = add_number,
		.rows = rows,
		.row_count = 4,
		.notes = notes,
		.note_count = 1,
		.sources = sources,
		.source_count = 2,
		.credit = "Edition 1",
		.language = "en" };
	struct str out;

	(void)state;
	str_init(&out, 0);
	chart_svg_add(&out, &chart);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		assert_non_null(strstr(out.data, parts[i]));
	assert_int_equal(count_in(out.data, ">2022<"), 1);
	/* Two rows are marked, and the legend says what the mark means. */
	assert_int_equal(count_in(out.data, "\u2260"), 3);
	assert_int_equal(count_in(out.data, "<g fill="), 3);
	assert_non_null(strstr(out.data, "A diamond is one number."));
	assert_non_null(strstr(out.data, "An arrow is an end that is open."));
	assert_null(strstr(out.data, "logarithmic"));
	chart.axis = (struct axis){ 50, 500000, 10, true, false };
	str_reset(&out);
	chart_svg_add(&out, &chart);
	assert_non_null(strstr(out.data, "people, logarithmic scale"));
	str_clear(&out);
}

static void
a_picture_shows_what_it_has(void **state)
{
	struct chart_svg chart = { .add_label = add_number };
	struct str out;

	(void)state;
	str_init(&out, 0);
	chart_svg_add(&out, &chart);
	expect_well_formed(out.data);
	assert_int_equal(expect_room(out.data), 0);
	str_clear(&out);
}

static void
lengths_are_written_to_a_tenth(void **state)
{
	static const struct {
		double px;
		const char *text;
	} cases[] = { { 0, "0" }, { 12, "12" }, { 12.25, "12.3" },
		{ 0.04, "0" }, { -0.5, "-0.5" }, { -7, "-7" },
		{ 60786, "60786" } };

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct str out;

		str_init(&out, 0);
		svg_text_add_px(&out, cases[i].px);
		assert_string_equal(out.data, cases[i].text);
		str_clear(&out);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    whatever_stands_in_it_the_picture_is_whole_and_no_text_is_upon_another),
		cmocka_unit_test(
		    a_picture_names_its_sources_and_shows_every_row),
		cmocka_unit_test(a_picture_shows_what_it_has),
		cmocka_unit_test(lengths_are_written_to_a_tenth),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
