/* SPDX-License-Identifier: ISC */
#include "cite_request.h"

#include <string.h>

#include "model/citation.h"
#include "reader/print.h"
#include "suggest.h"

enum { LABELS_MAX = 64 };

static bool
is_given(const struct cli *cli, enum option option)
{
	return (cli->options.given & OPTION_BIT(option)) != 0;
}

/* Pairs of which only one may be given. */
static enum status
check_pairs(const struct cli *cli, struct error *err)
{
	static const enum option pairs[][2] = {
		{ OPTION_IN_TEXT, OPTION_NARRATIVE },
		{ OPTION_HTML, OPTION_MARKDOWN },
		{ OPTION_VIA, OPTION_NARRATIVE },
		{ OPTION_FROM, OPTION_COLLECTION },
	};

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		if (is_given(cli, pairs[i][0]) && is_given(cli, pairs[i][1]))
			return error_set(err, STATUS_INVALID,
			    "%s and %s do not go together",
			    options_get_name(pairs[i][0]),
			    options_get_name(pairs[i][1]));
	}
	if (is_given(cli, OPTION_QUOTATION) && !is_given(cli, OPTION_VIA))
		return error_set(err, STATUS_INVALID,
		    "--quotation says how --via is worded; "
		    "there is no --via");
	return STATUS_OK;
}

static enum status
fail_label(const char *label, struct error *err)
{
	const char *names[LABELS_MAX];
	struct error unknown;
	unsigned count = 0;
	struct str line;

	while (count < LABELS_MAX && citation_get_locator_label(count)) {
		names[count] = citation_get_locator_label(count);
		count++;
	}
	suggest_fail(&unknown, STATUS_INVALID, "label of a locator", label,
	    suggest_find(label, names, count));
	str_init(&line, ERROR_MESSAGE_SIZE - 1);
	str_add_format(&line, "%s; known are", unknown.message);
	for (unsigned i = 0; i < count; i++)
		str_add_format(&line, "%s %s", i ? "," : "", names[i]);
	error_set(err, STATUS_INVALID, "%s", line.data);
	str_clear(&line);
	return STATUS_INVALID;
}

/* LABEL=VALUE; a value alone is of a page. */
static enum status
read_locator(struct cite_request *r, struct cli *cli, struct error *err)
{
	const char *text = cli->options.values[OPTION_LOCATOR];
	const char *equals = text ? strchr(text, '=') : NULL;
	size_t len = equals ? (size_t)(equals - text) : 0;

	if (!text)
		return STATUS_OK;
	r->locator = equals ? equals + 1 : text;
	r->label = equals ? citation_find_locator_label(text, (uint32_t)len) :
			    "page";
	if (!*r->locator)
		return error_set(err, STATUS_INVALID,
		    "--locator wants LABEL=VALUE, as in page=12-14");
	if (!r->label)
		return fail_label(arena_copy(&cli->arena, text, len), err);
	return STATUS_OK;
}

/* A key that is given twice is cited once. */
static enum status
read_keys(struct cite_request *r, struct cli *cli, struct error *err)
{
	const struct options *options = &cli->options;

	r->keys = arena_alloc_array(&cli->arena, (size_t)options->operand_count,
	    sizeof *r->keys);
	for (int i = 1; i < options->operand_count; i++) {
		const char *key = options->operands[i];
		enum status status = suggest_check_slug("key", key, err);
		int k = 0;

		if (status)
			return status;
		while (k < r->key_count && strcmp(r->keys[k], key) != 0)
			k++;
		if (k == r->key_count)
			r->keys[r->key_count++] = key;
	}
	if (r->key_count == 0 && !r->file)
		return error_set(err, STATUS_INVALID,
		    "'cite' needs KEY; 'ibid sources' lists them");
	if (r->via && r->key_count != 1)
		return error_set(err, STATUS_INVALID,
		    "--via needs one KEY, of what was not seen");
	return r->via ? suggest_check_slug("key", r->via, err) : STATUS_OK;
}

static enum status
check_locator(const struct cite_request *r, struct error *err)
{
	if (!r->locator || r->form == CITE_FORM_RECORDS)
		return STATUS_OK;
	if (r->form == CITE_FORM_LIST)
		return error_set(err, STATUS_INVALID,
		    "a list of references has no locators; "
		    "--in-text and --narrative do");
	if (r->key_count != 1)
		return error_set(err, STATUS_INVALID,
		    "--locator needs one KEY, as it is of one source");
	return STATUS_OK;
}

enum status
cite_request_read(struct cite_request *out, struct cli *cli, struct error *err)
{
	struct cite_request r = {
		.via = cli->options.values[OPTION_VIA],
		.is_quotation = is_given(cli, OPTION_QUOTATION),
		.file = cli->options.values[OPTION_FROM],
	};
	enum status status = check_pairs(cli, err);

	if (is_given(cli, OPTION_HTML))
		r.markup = CITE_HTML;
	else if (is_given(cli, OPTION_MARKDOWN))
		r.markup = CITE_MARKDOWN;
	if (!print_is_text(cli->format))
		r.form = CITE_FORM_RECORDS;
	else if (is_given(cli, OPTION_IN_TEXT))
		r.form = CITE_FORM_IN_TEXT;
	else if (is_given(cli, OPTION_NARRATIVE))
		r.form = CITE_FORM_NARRATIVE;
	if (!status)
		status = read_keys(&r, cli, err);
	if (!status)
		status = read_locator(&r, cli, err);
	if (!status)
		status = check_locator(&r, err);
	if (!status)
		*out = r;
	return status;
}
