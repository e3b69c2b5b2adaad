/* SPDX-License-Identifier: ISC */
#include "cli.h"

#include <string.h>

#include "info.h"
#include "rows.h"
#include "show_text.h"
#include "suggest.h"
#include "text/clean.h"

/*
 * What ibid shows without a command: a topic, or the first page of the
 * collection.
 */

/* Paragraphs, between empty lines, each wrapped anew. */
static void
write_paragraphs(const struct plain_writer *w, const char *text)
{
	struct str clean;

	str_init(&clean, 0);
	while (*text) {
		const char *end = strstr(text, "\n\n");
		size_t len = end ? (size_t)(end - text) : strlen(text);

		str_reset(&clean);
		clean_add(&clean, text, len, w->clean | CLEAN_ONE_LINE);
		plain_write_empty_line(w);
		plain_write_text(w, PLAIN_TEXT, "", "", clean.data, clean.len);
		text += len;
		text += strspn(text, "\n");
	}
	str_clear(&clean);
}

static void
write_title(const struct plain_writer *w, const struct info *info)
{
	struct str text;

	str_init(&text, 0);
	clean_add(&text, info->title, strlen(info->title),
	    w->clean | CLEAN_ONE_LINE);
	plain_write_underlined(w, PLAIN_TITLE, text.data, text.len, '=');
	plain_write_empty_line(w);
	show_text_field(w, "Edition", info->version);
	show_text_field(w, "Licence", info->licence);
	str_reset(&text);
	info_add_editors(&text, info->editors);
	show_text_field(w, "Editors", text.data);
	str_reset(&text);
	info_add_counts(&text, &info->counts);
	show_text_field(w, "Contents", text.data);
	str_clear(&text);
}

/* Where a reader goes from here. */
static void
write_hint(const struct plain_writer *w)
{
	static const char hint[] =
	    "Read on with 'ibid TOPIC'; 'ibid help' names the commands.";

	plain_write_empty_line(w);
	plain_write_text(w, PLAIN_LABEL, "", "", hint, sizeof hint - 1);
}

/* The topics of the top level. */
static enum status
write_topics(struct cli *cli, const struct plain_writer *w, struct error *err)
{
	static const struct rows_column columns[] = { { ROWS_HEAD, 0, NULL },
		{ ROWS_JOINED, 20, NULL } };
	struct rows rows;
	int64_t id = 1;

	rows_init(&rows, &cli->out, &cli->arena, columns, 2);
	for (;;) {
		struct topic *topic;
		uint32_t count;
		enum status status = collection_list_topics(&topic, &count,
		    cli->collection, id, 1, &cli->arena, err);

		if (status)
			return status;
		if (count == 0)
			break;
		rows_add(&rows, topic->slug);
		rows_add(&rows, topic->title);
		/* Its subtree is passed over. */
		id = (topic->last > topic->id ? topic->last : topic->id) + 1;
	}
	if (id > 1) {
		show_text_heading(w, "Topics");
		rows_write(&rows);
	}
	write_hint(w);
	return STATUS_OK;
}

static enum status
show_home(struct cli *cli, struct error *err)
{
	struct plain_writer w = cli_get_writer(cli);
	struct info info;
	enum status status = cli_open(cli, err);

	if (!status)
		status = info_read(&info, cli, err);
	if (status)
		return status;
	if (!print_is_text(cli->format)) {
		print_one(cli->format, output_get_sink(&cli->out), info_fields,
		    &info);
		return STATUS_OK;
	}
	write_title(&w, &info);
	write_paragraphs(&w, info.advisory);
	write_paragraphs(&w, info.home);
	return write_topics(cli, &w, err);
}

/* A word may be meant as a command or as a topic. */
static enum status
fail_unknown(struct cli *cli, const char *word, struct error *err)
{
	const char **known, **slugs;
	uint32_t count, commands = 0;
	enum status status = collection_list_slugs(&slugs, &count,
	    cli->collection, RECORD_TOPIC, 20000, &cli->arena, err);

	if (status)
		return status;
	while (cli_commands[commands].name)
		commands++;
	known = arena_alloc_array(&cli->arena, (size_t)commands + count,
	    sizeof *known);
	for (uint32_t i = 0; i < commands; i++)
		known[i] = cli_commands[i].name;
	for (uint32_t i = 0; i < count; i++)
		known[commands + i] = slugs[i];
	return suggest_fail(err, STATUS_INVALID, "command or topic", word,
	    suggest_find(word, known, (size_t)commands + count));
}

enum status
cmd_home(struct cli *cli, struct error *err)
{
	const char *word = cli->options.operands[0];
	enum status status;

	if (!word)
		return show_home(cli, err);
	if (strncmp(word, "+/", 2) == 0) {
		word += 2;
		return search_run(cli, &word, 1, err);
	}
	status = show_record(cli, RECORD_TOPIC, word, err);
	return status == STATUS_NOT_FOUND ? fail_unknown(cli, word, err) :
					    status;
}
