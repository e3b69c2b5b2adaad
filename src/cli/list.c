/* SPDX-License-Identifier: ISC */
#include "list.h"

/* What completing an item may give. */
union list_record {
	struct figure_record figure;
	struct event_record event;
	struct disagreement_record disagreement;
};

static const void *
get_item(const struct list *list, uint32_t i)
{
	return (const char *)list->items + i * list->size_bytes;
}

static void
print_rows(const struct list *list, const struct list_kind *kind)
{
	struct rows rows;

	rows_init(&rows, &list->cli->out, &list->cli->arena, kind->columns,
	    kind->column_count);
	rows.numbers = collection_get_numbers(list->cli->collection);
	for (uint32_t i = 0; i < list->count; i++)
		kind->add_row(&rows, get_item(list, i));
	rows_write(&rows);
}

static enum status
print_records(const struct list *list, const struct list_kind *kind,
    struct error *err)
{
	enum status status = STATUS_OK;
	struct arena arena = { 0 };
	union list_record record;
	struct printer p;

	print_begin(&p, list->cli->format, output_get_sink(&list->cli->out),
	    kind->fields, true);
	for (uint32_t i = 0; i < list->count && !status; i++) {
		const void *item = get_item(list, i);

		if (kind->complete) {
			arena_reset(&arena);
			status = kind->complete(&record, list->cli, item,
			    &arena, err);
			item = &record;
		}
		if (!status)
			print_record(&p, item);
	}
	print_end(&p);
	arena_clear(&arena);
	return status;
}

enum status
list_print(struct cli *cli, const struct list_kind *kind, struct error *err)
{
	struct list list = { .cli = cli, .size_bytes = kind->size_bytes };
	enum status status = cli_open(cli, err);

	if (!status)
		status = kind->load(&list, err);
	if (status)
		return status;
	if (print_is_text(cli->format))
		print_rows(&list, kind);
	else
		status = print_records(&list, kind, err);
	if (!status && list.count == 0)
		return error_set(err, STATUS_NOT_FOUND, "%s", "");
	return status;
}
