/* SPDX-License-Identifier: ISC */
#include "cli.h"

#include <stdio.h>

#include "info.h"
#include "show_text.h"

enum { WIDEST_COLS = 1 << 20 };

static void
write_program(const struct plain_writer *w, const struct info *info)
{
	char text[128];

	snprintf(text, sizeof text, "%.32s, with SQLite %.32s, utf8proc %.32s",
	    info->program_version, info->sqlite_version,
	    info->utf8proc_version);
	show_text_field(w, "ibid", text);
}

/* On one line, which the terminal may break but a copy does not show. */
static void
write_path(const struct plain_writer *w, const char *label, const char *path)
{
	struct plain_writer wide = *w;

	wide.width_cols = WIDEST_COLS;
	show_text_field(&wide, label, path);
}

static void
write_styles(const struct plain_writer *w, const struct info *info)
{
	struct str text;

	str_init(&text, 0);
	info_add_styles(&text, info);
	show_text_field(w, "Styles", text.data);
	str_clear(&text);
	if (info->styles_path[0])
		write_path(w, "Styles in", info->styles_path);
}

static void
write_info(const struct plain_writer *w, const struct info *info)
{
	struct str counts, editors;

	show_text_field(w, "Title", info->title);
	show_text_field(w, "Edition", info->version);
	show_text_field(w, "Language", info->language);
	show_text_field(w, "Licence", info->licence);
	str_init(&editors, 0);
	info_add_editors(&editors, info->editors);
	show_text_field(w, "Editors", editors.data);
	str_clear(&editors);
	str_init(&counts, 0);
	info_add_counts(&counts, &info->counts);
	str_add_format(&counts, "; %u passages, %u citations",
	    info->counts.passages, info->counts.citations);
	show_text_field(w, "Contents", counts.data);
	str_clear(&counts);
	write_path(w, "File", info->path);
	show_text_field(w, "Compiled by", info->compiler);
	show_text_field(w, "Unicode", info->unicode);
	write_program(w, info);
	write_styles(w, info);
}

enum status
cmd_info(struct cli *cli, struct error *err)
{
	struct plain_writer w = cli_get_writer(cli);
	enum status status = cli_open(cli, err);
	struct info info;

	if (!status)
		status = info_read(&info, cli, err);
	if (status)
		return status;
	info_read_styles(&info, &cli->arena);
	if (print_is_text(cli->format))
		write_info(&w, &info);
	else
		print_one(cli->format, output_get_sink(&cli->out), info_fields,
		    &info);
	return STATUS_OK;
}
