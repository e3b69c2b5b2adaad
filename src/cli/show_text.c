/* SPDX-License-Identifier: ISC */
#include "show_text.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "behind.h"
#include "reader/records.h"
#include "reference_line.h"
#include "text/clean.h"
#include "text/value.h"

enum { LABEL_COLS = 13, SHORTEST_VALUE_COLS = 20 };

void
show_text_title(const struct plain_writer *w, const char *title)
{
	struct str text;

	str_init(&text, 0);
	clean_add(&text, title, strlen(title), w->clean | CLEAN_ONE_LINE);
	plain_write_underlined(w, PLAIN_TITLE, text.data, text.len, '=');
	str_clear(&text);
}

void
show_text_heading(const struct plain_writer *w, const char *text)
{
	plain_write_empty_line(w);
	plain_write_text(w, PLAIN_HEADING, "", "", text, strlen(text));
	plain_write_empty_line(w);
}

void
show_text_field(const struct plain_writer *w, const char *label,
    const char *text)
{
	char first[64], rest[64];
	struct str clean;
	int cols = LABEL_COLS;

	if (!text || !*text)
		return;
	/* Below a narrow label there is room for a word or two. */
	if (w->width_cols < LABEL_COLS + SHORTEST_VALUE_COLS)
		cols = 2;
	snprintf(first, sizeof first, "%-*.40s", cols, label);
	snprintf(rest, sizeof rest, "%-*s", cols, "");
	str_init(&clean, 0);
	clean_add(&clean, text, strlen(text), w->clean | CLEAN_ONE_LINE);
	if (strlen(label) >= (size_t)cols) {
		plain_write_text(w, PLAIN_LABEL, "", "", label, strlen(label));
		memcpy(first, rest, sizeof first);
	}
	plain_write_text(w, PLAIN_TEXT, first, rest, clean.data, clean.len);
	str_clear(&clean);
}

void
show_text_paragraph(const struct plain_writer *w, const char *text)
{
	struct str clean;

	if (!text || !*text)
		return;
	str_init(&clean, 0);
	clean_add(&clean, text, strlen(text), w->clean);
	plain_write_empty_line(w);
	plain_write_text(w, PLAIN_TEXT, "", "", clean.data, clean.len);
	str_clear(&clean);
}

enum status
show_text_topic(struct cli *cli, const struct topic *t, struct error *err)
{
	struct plain_writer w = cli_get_writer(cli);
	struct page page;
	enum status status = collection_read_page(&page, cli->collection,
	    RECORD_TOPIC, t->id, &cli->arena, err);

	if (status)
		return status;
	show_text_title(&w, t->title);
	show_text_paragraph(&w, t->summary);
	if (page.passage_count > 0)
		plain_write_empty_line(&w);
	plain_write_page(&w, &page);
	behind_write(&w, &page, "page");
	return STATUS_OK;
}

static void
write_value(const struct plain_writer *w, const struct number_form *form,
    const struct figure *f)
{
	struct str value;

	str_init(&value, 0);
	value_add_quantity(&value, form, f);
	show_text_field(w, "Value", value.data);
	str_clear(&value);
}

enum status
show_text_figure(struct cli *cli, const struct figure *f, struct error *err)
{
	struct plain_writer w = cli_get_writer(cli);
	struct page page;
	enum status status = collection_read_page(&page, cli->collection,
	    RECORD_FIGURE, f->id, &cli->arena, err);

	if (status)
		return status;
	plain_write_page(&w, &page);
	plain_write_empty_line(&w);
	write_value(&w, collection_get_numbers(cli->collection), f);
	show_text_field(&w, "Period", f->period);
	show_text_field(&w, "As of", f->as_of);
	show_text_field(&w, "Place", f->place);
	show_text_field(&w, "Population", f->population);
	show_text_field(&w, "Measure", f->measure);
	show_text_field(&w, "Topic", f->topic);
	behind_write(&w, &page, "figure");
	return show_text_disagreements(cli, RECORD_FIGURE, f->slug, err);
}

enum status
show_text_event(struct cli *cli, const struct event *e, struct error *err)
{
	struct plain_writer w = cli_get_writer(cli);
	struct page page;
	enum status status = collection_read_page(&page, cli->collection,
	    RECORD_EVENT, e->id, &cli->arena, err);

	if (status)
		return status;
	plain_write_page(&w, &page);
	plain_write_empty_line(&w);
	show_text_field(&w, "Date", e->date);
	show_text_field(&w, "Precision", e->precision);
	show_text_field(&w, "Kind", e->kind);
	show_text_field(&w, "Topic", e->topic);
	behind_write(&w, &page, "event");
	return show_text_disagreements(cli, RECORD_EVENT, e->slug, err);
}

void
show_text_line(const struct plain_writer *w, const char *first,
    const char *rest, const struct str *raw)
{
	struct str text;

	str_init(&text, 0);
	clean_add(&text, raw->data, raw->len, w->clean | CLEAN_ONE_LINE);
	plain_write_text(w, PLAIN_TEXT, first, rest, text.data, text.len);
	str_clear(&text);
}

/* "container-title" as "Container title"; the title stands above. */
static void
write_variable(const struct plain_writer *w, const struct passage *p)
{
	char label[40];
	size_t i;

	if (!p->field || strcmp(p->field, "title") == 0)
		return;
	snprintf(label, sizeof label, "%s", p->field);
	for (i = 0; label[i]; i++) {
		if (label[i] == '-')
			label[i] = ' ';
		else if ((unsigned char)label[i] < 0x20 ||
		    (unsigned char)label[i] >= 0x7F)
			label[i] = '?';
	}
	if (label[0] >= 'a' && label[0] <= 'z')
		label[0] = (char)(label[0] - 'a' + 'A');
	show_text_field(w, label, p->text);
}

const char *
show_text_get_title(const char *title, bool is_graphic)
{
	if (is_graphic)
		return "(graphic, folded)";
	return title ? title : "";
}

static bool
is_same_place(const struct citing *a, const struct citing *b)
{
	return a->kind == b->kind && a->role == b->role &&
	    strcmp(a->slug, b->slug) == 0;
}

/* A record with its marks in one role; returns how many those are. */
static uint32_t
write_citing(const struct plain_writer *w, const struct citing *c,
    uint32_t count)
{
	struct str raw;
	uint32_t n;

	str_init(&raw, 0);
	str_add_format(&raw, "%s:%s [%u", record_get_name(c->kind), c->slug,
	    c->number);
	for (n = 1; n < count && is_same_place(c, &c[n]); n++)
		str_add_format(&raw, ",%u", c[n].number);
	str_add_format(&raw, "], %s: %s",
	    citation_get_role_name((enum step_role)c->role),
	    show_text_get_title(c->title, c->is_graphic));
	show_text_line(w, "- ", "  ", &raw);
	str_clear(&raw);
	return n;
}

/* "12 citations, origin of 3" */
static void
write_counts(const struct plain_writer *w, const struct source *s)
{
	char text[80];

	snprintf(text, sizeof text, "%u citation%s, origin of %u", s->cited_by,
	    s->cited_by == 1 ? "" : "s", s->origin_of);
	show_text_field(w, "Used in", text);
}

static enum status
write_reference(const struct plain_writer *w, struct cli *cli,
    const struct source *s, struct error *err)
{
	enum status status;
	struct str line;

	str_init(&line, 0);
	status = reference_line_add(&line, cli, s, err);
	show_text_field(w, "Reference", line.data);
	str_clear(&line);
	return status;
}

enum status
show_text_source(struct cli *cli, const struct source *s, struct error *err)
{
	struct plain_writer w = cli_get_writer(cli);
	struct citing *citing;
	struct page page;
	uint32_t count;
	enum status status = collection_read_page(&page, cli->collection,
	    RECORD_SOURCE, s->id, &cli->arena, err);

	if (!status)
		status = records_list_citing(&citing, &count, cli->collection,
		    s->id, &cli->arena, err);
	if (status)
		return status;
	show_text_title(&w, s->title);
	plain_write_empty_line(&w);
	show_text_field(&w, "Key", s->key);
	show_text_field(&w, "Kind", s->kind);
	for (uint32_t i = 0; i < page.passage_count; i++)
		write_variable(&w, &page.passages[i]);
	show_text_field(&w, "Certainty", s->certainty);
	show_text_field(&w, "Found at", s->found_at);
	show_text_field(&w, "Copy of", s->copy_of);
	show_text_field(&w, "Institution", s->institution);
	status = write_reference(&w, cli, s, err);
	if (status)
		return status;
	write_counts(&w, s);
	if (count > 0)
		show_text_heading(&w, "Cited by");
	for (uint32_t i = 0; i < count;)
		i += write_citing(&w, &citing[i], count - i);
	return STATUS_OK;
}
