/* SPDX-License-Identifier: ISC */
#include "cli.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/clock.h"
#include "hits.h"
#include "search/search.h"
#include "search_request.h"

/*
 * grep over a collection.  What is found goes out at the end of a slice of
 * time at the latest, so that whoever reads need not wait for the end.
 */
enum { SLICE_US = 50000, LISTED_RECORDS = 256, LISTED_PASSAGES = 256 };

/* What a search leaves to be said when it is over. */
struct remarks {
	uint64_t too_hard;
	uint64_t unplaced;
	bool is_cut; /* not all records were ranked */
};

static void
complain(const struct cli *cli, uint64_t count, const char *one,
    const char *many)
{
	char line[160];

	if (count == 0)
		return;
	if (count == 1)
		snprintf(line, sizeof line, "1 %s", one);
	else
		snprintf(line, sizeof line, "%" PRIu64 " %s", count, many);
	output_complain(&cli->out, line);
}

static void
write_remarks(struct cli *cli, const struct search_request *request,
    const struct remarks *remarks)
{
	output_flush(&cli->out);
	complain(cli, remarks->too_hard,
	    "passage too hard for this pattern: it may match or not",
	    "passages too hard for this pattern: they may match or not");
	if (request->show == SEARCH_SHOW_PARTS || !print_is_text(cli->format))
		complain(cli, remarks->unplaced,
		    "passage too hard to tell all places that match",
		    "passages too hard to tell all places that match");
	if (remarks->is_cut)
		output_complain(&cli->out,
		    "more records match than can be ranked; the rest is left "
		    "out");
}

static enum status
begin_scan(struct scan **out, struct cli *cli,
    const struct search_request *request, struct error *err)
{
	struct scan_options options = { .scope = &request->scope,
		.wants_others = request->is_inverted };

	return scan_new(out, cli->collection, request->pattern, &options, err);
}

/* Counts as far as the limit; nothing is shown. */
static enum status
count_some(uint64_t *count, struct scan *scan, uint64_t limit,
    struct error *err)
{
	enum scan_answer answer = SCAN_PAUSED;
	struct scan_hit hit;

	*count = 0;
	while (answer != SCAN_DONE && *count < limit) {
		enum status status = scan_next(&answer, &hit, scan, 0, err);

		if (status)
			return status;
		*count += answer == SCAN_FOUND;
	}
	return STATUS_OK;
}

static enum status
count_passages(uint64_t *count, struct remarks *remarks, struct cli *cli,
    const struct search_request *request, struct error *err)
{
	enum scan_answer answer;
	struct scan *scan;
	char line[32];
	int len;
	enum status status = begin_scan(&scan, cli, request, err);

	if (status)
		return status;
	if (request->limit < UINT64_MAX)
		status = count_some(count, scan, request->limit, err);
	else
		status = scan_count(&answer, count, scan, 0, err);
	remarks->too_hard = scan_get_too_hard(scan);
	scan_free(scan);
	if (status)
		return status;
	len = snprintf(line, sizeof line, "%" PRIu64 "\n", *count);
	output_add(&cli->out, line, (size_t)len);
	return STATUS_OK;
}

static enum status
list_in_order(struct hits *h, struct remarks *remarks, struct error *err)
{
	enum scan_answer answer = SCAN_PAUSED;
	int64_t until_us = clock_now_us() + SLICE_US;
	struct output *out = &h->cli->out;
	struct scan *scan = NULL;
	enum status status = begin_scan(&scan, h->cli, h->request, err);

	while (!status && answer != SCAN_DONE && !hits_is_full(h)) {
		struct scan_hit hit;

		status = scan_next(&answer, &hit, scan, until_us, err);
		if (status)
			break;
		if (answer == SCAN_FOUND)
			status = hits_add(h, &hit, err);
		if (answer == SCAN_PAUSED || out->is_terminal)
			output_flush(out);
		if (answer == SCAN_PAUSED)
			until_us = clock_now_us() + SLICE_US;
	}
	remarks->too_hard = scan ? scan_get_too_hard(scan) : 0;
	scan_free(scan);
	return status;
}

static enum status
list_passages(struct hits *h, struct search *search,
    const struct found_record *record, struct error *err)
{
	int64_t passages[LISTED_PASSAGES], after = 0;
	uint32_t count;

	do {
		enum status status = search_list_passages(passages, &count,
		    LISTED_PASSAGES, search, record->kind, record->record,
		    after, err);

		for (uint32_t i = 0; i < count && !status; i++) {
			struct scan_hit hit = { .passage = passages[i] };

			if (hits_is_full(h))
				return STATUS_OK;
			after = passages[i];
			status = hits_add(h, &hit, err);
		}
		if (status)
			return status;
	} while (count == LISTED_PASSAGES);
	return STATUS_OK;
}

static enum status
list_found(struct hits *h, struct search *search, struct error *err)
{
	enum status status = STATUS_OK;
	uint32_t first = 0, count;

	do {
		const struct found_record *found = search_list(&count, search,
		    RECORD_NONE, first, LISTED_RECORDS);

		for (uint32_t i = 0; i < count && !status; i++) {
			if (hits_is_full(h))
				return STATUS_OK;
			status = h->request->show == SEARCH_SHOW_RECORDS ?
			    hits_add_record(h, found[i].kind, found[i].record,
				err) :
			    list_passages(h, search, &found[i], err);
		}
		first += count;
	} while (count > 0 && !status);
	return status;
}

static enum status
list_ranked(struct hits *h, struct remarks *remarks,
    struct search_request *request, struct error *err)
{
	struct search_options options = { .scope = &request->scope };
	struct search *search;
	struct search_counts counts;
	bool is_done;
	enum status status = search_new(&search, h->cli->collection,
	    request->pattern, &options, err);

	request->pattern = NULL;
	if (status)
		return status;
	h->pattern = search_get_pattern(search);
	status = search_work(&is_done, search, 0, err);
	if (!status)
		status = list_found(h, search, err);
	counts = search_count(search);
	remarks->too_hard = counts.too_hard;
	remarks->is_cut = counts.is_cut;
	search_free(search);
	return status;
}

static enum status
list(uint64_t *found, struct remarks *remarks, struct cli *cli,
    struct search_request *request, struct error *err)
{
	enum status status;
	struct hits hits;

	hits_begin(&hits, cli, request, request->pattern);
	status = request->is_ranked ?
	    list_ranked(&hits, remarks, request, err) :
	    list_in_order(&hits, remarks, err);
	remarks->unplaced = hits.unplaced;
	*found = hits.shown;
	hits_end(&hits);
	return status;
}

enum status
search_run(struct cli *cli, const char *const *patterns, int count,
    struct error *err)
{
	struct search_request request;
	struct remarks remarks = { 0 };
	uint64_t found = 0;
	enum status status = search_request_read(&request, cli, patterns, count,
	    err);

	if (status)
		return status;
	if (request.show == SEARCH_SHOW_COUNT)
		status = count_passages(&found, &remarks, cli, &request, err);
	else
		status = list(&found, &remarks, cli, &request, err);
	write_remarks(cli, &request, &remarks);
	pattern_free(request.pattern);
	if (!status && found == 0)
		return error_set(err, STATUS_NOT_FOUND, "%s", "");
	return status;
}

enum status
cmd_search(struct cli *cli, struct error *err)
{
	const struct options *options = &cli->options;
	int operands = options->operand_count - 1;

	if (options->pattern_count > 0 && operands > 0)
		return error_set(err, STATUS_INVALID,
		    "beside -e there is no other pattern; see 'ibid help "
		    "search'");
	if (options->pattern_count > 0)
		return search_run(cli, options->patterns,
		    options->pattern_count, err);
	if (operands == 0)
		return error_set(err, STATUS_INVALID,
		    "'search' needs PATTERN; see 'ibid help search'");
	if (operands > 1)
		return error_set(err, STATUS_INVALID,
		    "'search' takes one pattern; quotes keep its words "
		    "together");
	return search_run(cli, &options->operands[1], 1, err);
}
