/* SPDX-License-Identifier: ISC */
#include "show_text.h"

#include <string.h>

#include "text/clean.h"

/* Whether the record is one of them; of a measure, whether it is theirs. */
static bool
concerns(const struct disagreement *d, enum record_kind kind, const char *slug)
{
	if (kind == RECORD_MEASURE && d->measure &&
	    strcmp(d->measure, slug) == 0)
		return true;
	for (uint32_t i = 0; i < d->member_count; i++) {
		if (d->members[i].kind == kind &&
		    strcmp(d->members[i].slug, slug) == 0)
			return true;
	}
	return false;
}

/* One disagreement: its other members, a line each, then why. */
static void
write_disagreement(const struct plain_writer *w, const struct disagreement *d,
    enum record_kind kind, const char *slug)
{
	const char *first = "- ";
	struct str raw;

	str_init(&raw, 0);
	for (uint32_t i = 0; i < d->member_count; i++) {
		const struct disagreement_member *m = &d->members[i];

		if (m->kind == kind && strcmp(m->slug, slug) == 0)
			continue;
		str_reset(&raw);
		str_add_format(&raw, "%s:%s: %s", record_get_name(m->kind),
		    m->slug, show_text_get_title(m->title, m->is_graphic));
		show_text_line(w, first, "  ", &raw);
		first = "  ";
	}
	str_reset(&raw);
	str_add_format(&raw, "(%s%s%s", d->kind,
	    d->is_computed ? ", found by computing" : "",
	    d->period_unknown ? ", a period is not known" : "");
	if (d->note && *d->note)
		str_add_format(&raw, ": %s", d->note);
	str_add_char(&raw, ')');
	show_text_line(w, "  ", "  ", &raw);
	str_clear(&raw);
}

enum status
show_text_disagreements(struct cli *cli, enum record_kind kind,
    const char *slug, struct error *err)
{
	struct plain_writer w = cli_get_writer(cli);
	struct disagreement *list;
	bool has_heading = false;
	uint32_t count;
	enum status status = collection_list_disagreements(&list, &count,
	    cli->collection, &cli->arena, err);

	if (status)
		return status;
	for (uint32_t i = 0; i < count; i++) {
		if (!concerns(&list[i], kind, slug))
			continue;
		if (!has_heading)
			show_text_heading(&w,
			    kind == RECORD_MEASURE ? "Disagreements" :
						     "Disagrees with");
		has_heading = true;
		write_disagreement(&w, &list[i], kind, slug);
	}
	return STATUS_OK;
}
