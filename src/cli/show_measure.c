/* SPDX-License-Identifier: ISC */
#include "show_measure.h"

#include "reader/comparison_dispute.h"
#include "reader/comparison_words.h"
#include "reader/print.h"
#include "reader/records.h"
#include "show_chart.h"
#include "show_text.h"
#include "text/value.h"

/* ---- As text ---- */

static void
write_counts(const struct plain_writer *w, const struct measure_shown *m)
{
	struct str text;

	str_init(&text, 0);
	comparison_add_counts(&text, m->form, &m->all);
	plain_write_empty_line(w);
	show_text_line(w, "", "", &text);
	str_clear(&text);
}

static void
write_left_out(const struct plain_writer *w, const struct measure_shown *m)
{
	struct str text;

	if (m->all.left_out == 0)
		return;
	str_init(&text, 0);
	str_add_text(&text, "Only ");
	value_add_number(&text, m->form, m->all.figures);
	str_add_text(&text, " of ");
	value_add_number(&text, m->form,
	    (double)m->all.figures + m->all.left_out);
	str_add_format(&text,
	    " figures are shown; all: ibid figures --measure %s",
	    m->measure.slug);
	plain_write_empty_line(w);
	show_text_line(w, "", "", &text);
	str_clear(&text);
}

static void
write_meetings(const struct plain_writer *w, const struct measure_shown *m)
{
	struct str text;

	if (m->all.meeting_count == 0)
		return;
	show_text_heading(w, "What can all be true");
	str_init(&text, 0);
	for (uint32_t i = 0; i < m->all.meeting_count; i++) {
		str_reset(&text);
		comparison_add_meeting(&text, m->form, &m->all,
		    &m->all.meetings[i]);
		show_text_line(w, "- ", "  ", &text);
	}
	str_clear(&text);
}

/* How it is called, its members, a line each, and why. */
static void
write_dispute(const struct plain_writer *w, const struct measure_shown *m,
    const struct disagreement *d)
{
	struct str text;

	str_init(&text, 0);
	measure_shown_add_dispute(&text, m, d);
	show_text_line(w, "- ", "  ", &text);
	for (uint32_t i = 0; i < d->member_count; i++) {
		const struct disagreement_member *member = &d->members[i];

		str_reset(&text);
		str_add_format(&text, "%s:%s: ", record_get_name(member->kind),
		    member->slug);
		measure_shown_add_member(&text, m, member);
		show_text_line(w, "  ", "    ", &text);
	}
	str_reset(&text);
	str_add_text(&text, d->note);
	if (text.len > 0)
		show_text_line(w, "  ", "  ", &text);
	str_clear(&text);
}

static void
write_disputes(const struct plain_writer *w, const struct measure_shown *m,
    bool is_contradiction, const char *heading)
{
	bool has_heading = false;

	for (uint32_t i = 0; i < m->dispute_count; i++) {
		const struct disagreement *d = &m->disputes[i];

		if (comparison_is_contradiction(d) != is_contradiction)
			continue;
		if (!has_heading)
			show_text_heading(w, heading);
		has_heading = true;
		write_dispute(w, m, d);
	}
}

static void
write_text(struct cli *cli, const struct measure_shown *m)
{
	bool is_ascii = cli->options.given & OPTION_BIT(OPTION_ASCII);
	struct plain_writer w = cli_get_writer(cli);
	struct str heading;

	show_text_title(&w, m->measure.title);
	show_text_paragraph(&w, m->measure.definition);
	write_counts(&w, m);
	str_init(&heading, 0);
	for (uint32_t i = 0; i < m->all.part_count; i++) {
		const struct comparison_part *part = &m->all.parts[i];

		str_reset(&heading);
		comparison_add_heading(&heading, &m->all, part);
		show_text_heading(&w, heading.data);
		show_chart_write(&w, m, part, is_ascii);
	}
	str_clear(&heading);
	write_left_out(&w, m);
	write_meetings(&w, m);
	write_disputes(&w, m, true, "What cannot all hold");
	write_disputes(&w, m, false, "What else differs");
	plain_write_empty_line(&w);
	show_text_field(&w, "Topic", m->measure.topic);
}

/* ---- As data ---- */

/* Rows have room for figures alone, objects for the measure around them. */
static bool
is_rows(const struct cli *cli)
{
	return cli->format == &print_format_csv ||
	    cli->format == &print_format_tsv;
}

static enum status
print_data(struct cli *cli, const struct measure *m, struct error *err)
{
	struct print_sink sink = output_get_sink(&cli->out);
	struct measure_record record;
	struct printer p;
	enum status status = records_load_measure(&record, cli->collection, m,
	    &cli->arena, err);

	if (status)
		return status;
	if (!is_rows(cli)) {
		print_one(cli->format, sink, records_shown_measure, &record);
		return STATUS_OK;
	}
	print_begin(&p, cli->format, sink, records_figure, true);
	for (uint32_t i = 0; i < record.figure_count; i++)
		print_record(&p, &record.figures[i]);
	print_end(&p);
	return STATUS_OK;
}

enum status
show_measure(struct cli *cli, const char *slug, struct error *err)
{
	struct measure_shown m;
	struct measure measure;
	enum status status;

	if (!print_is_text(cli->format)) {
		status = collection_find_measure(&measure, cli->collection,
		    slug, &cli->arena, err);
		return status ? status : print_data(cli, &measure, err);
	}
	status = measure_shown_read(&m, cli->collection, slug, &cli->arena,
	    err);
	if (status)
		return status;
	if (cli->wants_picture)
		return show_picture(cli, &m, err);
	write_text(cli, &m);
	return STATUS_OK;
}
