/* SPDX-License-Identifier: ISC */
#include "cli.h"

#include <string.h>

#include "chosen_style.h"
#include "cite/bibliography.h"
#include "cite_sources.h"
#include "export_sources.h"
#include "list.h"
#include "store/collection_csl.h"
#include "suggest.h"

/*
 * Sources for other programs: as bibliographies, as a list in a citation
 * style, or as the records that the lists print.
 */
static const char markdown[] = "markdown";
static const char *const format_names[] = { "bibtex", "biblatex", "ris",
	"csl-json", "markdown", "csv", "tsv", "json", "jsonl" };
enum { FORMAT_COUNT = sizeof format_names / sizeof *format_names };

/*
 * A terminal gets what its filter lets through, a pipe what was written:
 * other programs read it, in UTF-8 whatever the locale.
 */
static void
write_text(struct cli *cli, struct str *text)
{
	if (cli->out.is_terminal)
		output_add_text(&cli->out, text->data, text->len);
	else
		output_add(&cli->out, text->data, text->len);
	str_reset(text);
}

static void
say_passed_over(const struct cli *cli, uint32_t count)
{
	struct str line;

	if (count == 0)
		return;
	str_init(&line, 0);
	str_add_format(&line,
	    "passed over %u source%s: organisations, persons and outlets are "
	    "no publications",
	    count, count == 1 ? "" : "s");
	output_complain(&cli->out, line.data);
	str_clear(&line);
}

/* ---- Bibliographies ---- */

static enum status
write_source(struct bibliography *b, struct cli *cli,
    const struct source *source, struct arena *arena, struct error *err)
{
	struct csl_item item;
	const char *csl;
	enum status status = collection_read_item(&item, cli->collection,
	    source->id, arena, err);

	if (!status)
		status = collection_read_csl(&csl, cli->collection, source->id,
		    arena, err);
	if (!status && cite_sources_is_publication(source->kind, &item))
		bibliography_add_item(b, &item, csl);
	return status;
}

static enum status
write_bibliography(uint32_t *written, struct cli *cli,
    const struct bibliography_format *format, const struct export_sources *all,
    struct error *err)
{
	enum status status = STATUS_OK;
	struct arena arena = { 0 };
	struct bibliography b;
	struct str text;

	str_init(&text, 0);
	bibliography_begin(&b, &text, format);
	for (uint32_t i = 0; i < all->count && !status; i++) {
		arena_reset(&arena);
		status = write_source(&b, cli, &all->sources[i], &arena, err);
		write_text(cli, &text);
	}
	*written = b.count;
	bibliography_end(&b);
	write_text(cli, &text);
	str_clear(&text);
	arena_clear(&arena);
	return status;
}

/* Those that can be cited. */
static enum status
read_items(const struct csl_item ***out, uint32_t *count, struct cli *cli,
    const struct export_sources *all, struct error *err)
{
	struct csl_item *items = arena_alloc_array(&cli->arena, all->count,
	    sizeof *items);
	enum status status = STATUS_OK;

	*out = arena_alloc_array(&cli->arena, all->count, sizeof **out);
	*count = 0;
	for (uint32_t i = 0; i < all->count && !status; i++) {
		status = collection_read_item(&items[i], cli->collection,
		    all->sources[i].id, &cli->arena, err);
		if (!status &&
		    cite_sources_is_publication(all->sources[i].kind,
			&items[i]))
			(*out)[(*count)++] = &items[i];
	}
	return status;
}

static enum status
write_markdown(uint32_t *written, struct cli *cli,
    const struct export_sources *all, struct error *err)
{
	const struct csl_item **items;
	struct chosen_style style;
	const char *fault;
	struct str text;
	enum status status = read_items(&items, written, cli, all, err);

	if (!status)
		status = chosen_style_open(&style, cli, err);
	if (status)
		return status;
	str_init(&text, 0);
	cite_set_items(style.cite, items, *written);
	bibliography_add_markdown(&text, style.cite, *written);
	write_text(cli, &text);
	fault = cite_get_fault(style.cite);
	if (fault)
		output_complain(&cli->out, fault);
	str_clear(&text);
	chosen_style_close(&style);
	return STATUS_OK;
}

/* ---- Records ---- */

static enum status
print_sources(struct cli *cli, const struct export_sources *all)
{
	struct printer p;

	print_begin(&p, cli->format, output_get_sink(&cli->out), records_source,
	    true);
	for (uint32_t i = 0; i < all->count; i++)
		print_record(&p, &all->sources[i]);
	print_end(&p);
	return STATUS_OK;
}

typedef enum status list_command(struct cli *cli, struct error *err);

/* The command that lists what the operand names; NULL: sources. */
static list_command *
find_list(const char *operand)
{
	static list_command *const commands[] = {
		[RECORD_NONE] = NULL,
		[RECORD_TOPIC] = cmd_topics,
		[RECORD_FIGURE] = cmd_figures,
		[RECORD_SOURCE] = NULL,
		[RECORD_EVENT] = cmd_events,
		[RECORD_MEASURE] = cmd_measures,
		[RECORD_DISAGREEMENT] = cmd_disagreements,
	};

	return commands[export_find_list(operand)];
}

static enum status
export_records(struct cli *cli, const char *const *operands, struct error *err)
{
	struct export_sources all;
	enum status status;

	for (const char *const *o = operands; *o; o++) {
		if (!find_list(*o))
			continue;
		if (!operands[1])
			return find_list(*o)(cli, err);
		return error_set(err, STATUS_INVALID,
		    "as %s, '%s' stands alone: its records are no sources",
		    cli->options.values[OPTION_FORMAT], *o);
	}
	status = export_sources_read(&all, cli, operands, err);
	if (!status)
		status = print_sources(cli, &all);
	if (!status && all.count == 0)
		return error_set(err, STATUS_NOT_FOUND, "%s", "");
	return status;
}

/* ---- The run ---- */

static enum status
check_style(const struct cli *cli, const char *format, struct error *err)
{
	uint64_t styled = OPTION_BIT(OPTION_STYLE) |
	    OPTION_BIT(OPTION_LANGUAGE);

	if (!(cli->options.given & styled) || strcmp(format, markdown) == 0)
		return STATUS_OK;
	return error_set(err, STATUS_INVALID,
	    "a citation style is for the format markdown, not for %s", format);
}

/* NULL where there is no such format. */
static const char *
find_format(const char *asked)
{
	if (!asked)
		return format_names[0];
	for (int i = 0; i < FORMAT_COUNT; i++) {
		if (strcmp(asked, format_names[i]) == 0)
			return format_names[i];
	}
	return NULL;
}

static enum status
export_sources(struct cli *cli, const struct bibliography_format *format,
    const char *const *operands, struct error *err)
{
	struct export_sources all;
	uint32_t written;
	enum status status = export_sources_read(&all, cli, operands, err);

	if (status)
		return status;
	if (format)
		status = write_bibliography(&written, cli, format, &all, err);
	else
		status = write_markdown(&written, cli, &all, err);
	if (status)
		return status;
	say_passed_over(cli, all.count - written);
	return written ? STATUS_OK : error_set(err, STATUS_NOT_FOUND, "%s", "");
}

enum status
cmd_export(struct cli *cli, struct error *err)
{
	const char *asked = cli->options.values[OPTION_FORMAT];
	const char *const *operands = cli->options.operands + 1;
	const char *name = find_format(asked);
	const struct bibliography_format *format;
	enum status status;

	if (!name)
		return suggest_fail(err, STATUS_INVALID, "format", asked,
		    suggest_find(asked, format_names, FORMAT_COUNT));
	status = check_style(cli, name, err);
	if (status)
		return status;
	format = bibliography_find_format(name);
	if (format || strcmp(name, markdown) == 0)
		return export_sources(cli, format, operands, err);
	return export_records(cli, operands, err);
}
