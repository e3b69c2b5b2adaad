/* SPDX-License-Identifier: ISC */
#include "cli.h"

#include <string.h>

#include "reader/print.h"
#include "reader/records.h"
#include "show_measure.h"
#include "show_text.h"
#include "suggest.h"

/*
 * One record: as text by show_text, otherwise as an object.  A kind of
 * record is one function of the table at the end, which finds it and prints
 * it either way.
 */
typedef enum status show_kind(struct cli *cli, const char *slug,
    struct error *err);

static void
print_object(struct cli *cli, const struct print_field *fields,
    const void *record)
{
	print_one(cli->format, output_get_sink(&cli->out), fields, record);
}

static enum status
show_topic(struct cli *cli, const char *slug, struct error *err)
{
	struct topic_record record;
	struct topic topic;
	enum status status = collection_find_topic(&topic, cli->collection,
	    slug, &cli->arena, err);

	if (!status && print_is_text(cli->format))
		return show_text_topic(cli, &topic, err);
	if (!status)
		status = records_load_topic(&record, cli->collection, &topic,
		    &cli->arena, err);
	if (!status)
		print_object(cli, records_shown_topic, &record);
	return status;
}

static enum status
show_figure(struct cli *cli, const char *slug, struct error *err)
{
	struct figure_record record;
	struct figure figure;
	enum status status = collection_find_figure(&figure, cli->collection,
	    slug, &cli->arena, err);

	if (!status && print_is_text(cli->format))
		return show_text_figure(cli, &figure, err);
	if (!status)
		status = records_load_figure(&record, cli->collection, &figure,
		    &cli->arena, err);
	if (!status)
		print_object(cli, records_figure, &record);
	return status;
}

static enum status
show_source(struct cli *cli, const char *slug, struct error *err)
{
	struct source_record record;
	struct source source;
	enum status status = collection_find_source(&source, cli->collection,
	    slug, &cli->arena, err);

	if (!status && print_is_text(cli->format))
		return show_text_source(cli, &source, err);
	if (!status)
		status = records_load_source(&record, cli->collection, &source,
		    &cli->arena, err);
	if (!status)
		print_object(cli, records_shown_source, &record);
	return status;
}

static enum status
show_event(struct cli *cli, const char *slug, struct error *err)
{
	struct event_record record;
	struct event event;
	enum status status = collection_find_event(&event, cli->collection,
	    slug, &cli->arena, err);

	if (!status && print_is_text(cli->format))
		return show_text_event(cli, &event, err);
	if (!status)
		status = records_load_event(&record, cli->collection, &event,
		    &cli->arena, err);
	if (!status)
		print_object(cli, records_event, &record);
	return status;
}

static show_kind *const kinds[] = {
	[RECORD_TOPIC] = show_topic,
	[RECORD_FIGURE] = show_figure,
	[RECORD_SOURCE] = show_source,
	[RECORD_EVENT] = show_event,
	[RECORD_MEASURE] = show_measure,
};
static const char *const kind_names[] = { "topic", "figure", "measure",
	"source", "event" };

/* Nothing is said of it that the lists would not say better. */
static enum record_kind
find_kind(const char *name)
{
	enum record_kind kind = record_find_kind(name);

	if ((size_t)kind >= sizeof kinds / sizeof *kinds || !kinds[kind])
		return RECORD_NONE;
	return kind;
}

enum status
show_record(struct cli *cli, enum record_kind kind, const char *slug,
    struct error *err)
{
	enum status status = suggest_check_slug("slug", slug, err);

	if (!status)
		status = cli_open(cli, err);
	if (status)
		return status;
	status = kinds[kind](cli, slug, err);
	return status == STATUS_NOT_FOUND ?
	    cli_fail_slug(cli, kind, slug, err) :
	    status;
}

enum status
cmd_show(struct cli *cli, struct error *err)
{
	const char *name = cli->options.operands[1];
	const char *colon = strchr(name, ':');
	enum record_kind kind;
	const char *word;

	if (!colon) {
		struct str quoted;

		str_init(&quoted, 0);
		suggest_add_quoted(&quoted, name);
		error_set(err, STATUS_INVALID,
		    "%s is not KIND:SLUG, as in topic:SLUG", quoted.data);
		str_clear(&quoted);
		return STATUS_INVALID;
	}
	word = arena_copy(&cli->arena, name, (size_t)(colon - name));
	kind = find_kind(word);
	if (cli->wants_picture && kind != RECORD_NONE && kind != RECORD_MEASURE)
		return cli_fail_picture(err);
	if (kind == RECORD_NONE)
		return suggest_fail(err, STATUS_INVALID, "kind of record", word,
		    suggest_find(word, kind_names,
			sizeof kind_names / sizeof *kind_names));
	return show_record(cli, kind, colon + 1, err);
}
