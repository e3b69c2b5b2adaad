/* SPDX-License-Identifier: ISC */
#include "show_measure.h"

#include "chosen_style.h"

static enum status
add_picture(struct str *out, struct cli *cli, const struct measure_shown *m,
    struct error *err)
{
	struct chosen_style style = { .cite = NULL };
	struct error ignored;
	const char **lines;
	bool has_style = chosen_style_open(&style, cli, &ignored) == STATUS_OK;
	enum status status = measure_shown_list_references(&lines, m,
	    has_style ? style.cite : NULL, &cli->arena, err);

	if (has_style)
		chosen_style_close(&style);
	if (status)
		return status;
	return measure_shown_add_picture(out, m, lines, m->key_count,
	    &cli->arena, err);
}

enum status
show_picture(struct cli *cli, const struct measure_shown *m, struct error *err)
{
	struct str picture;
	enum status status;

	str_init(&picture, 0);
	status = add_picture(&picture, cli, m, err);
	/* A file of UTF-8 in any locale; a terminal gets what is harmless. */
	if (!status && cli->out.is_terminal)
		output_add_text(&cli->out, picture.data, picture.len);
	else if (!status)
		output_add(&cli->out, picture.data, picture.len);
	str_clear(&picture);
	return status;
}
