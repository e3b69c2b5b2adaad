/* SPDX-License-Identifier: ISC */
#include "behind.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "reader/chain_text.h"
#include "text/clean.h"

enum { ROLE_COLS = 15 };

static const char *const roles[] = {
	[STEP_STATED_IN] = "stated in",
	[STEP_CREDITED_TO] = "credited to",
	[STEP_IDENTIFIED_AS] = "identified as",
	[STEP_SPOKEN_BY] = "spoken by",
};

static const char *
get_role(const struct step *step)
{
	if ((size_t)step->role >= sizeof roles / sizeof *roles ||
	    !roles[step->role])
		return "";
	return roles[step->role];
}

/* Only what is not so as a rule: the document seen, the rest not. */
static void
add_remarks(struct str *out, const struct step *step)
{
	const char *seen = step->seen == SEEN_NO ? "not seen" :
	    step->seen == SEEN_PART              ? "seen in part" :
						   "seen";

	if (step->role == STEP_STATED_IN && step->seen == SEEN_YES)
		seen = "";
	if (*seen || step->is_carried)
		str_add_format(out, " (%s%s%s)", seen,
		    *seen && step->is_carried ? ", " : "",
		    step->is_carried ? "carried over" : "");
}

static void
write_step(const struct plain_writer *w, const struct step *step,
    const char *mark)
{
	struct str first, rest, raw, text;

	str_init(&first, 0);
	str_init(&rest, 0);
	str_init(&raw, 0);
	str_init(&text, 0);
	str_add_format(&first, "%s%-*s", mark, ROLE_COLS, get_role(step));
	str_add_repeated(&rest, ' ', first.len);
	if (step->label)
		str_add_text(&raw, step->label);
	else if (step->key)
		str_add_text(&raw, step->key);
	else
		str_add_format(&raw, "\"%s\"", step->text ? step->text : "");
	if (step->locator_value) {
		str_add_text(&raw, ", ");
		chain_text_add_locator(&raw, step);
	}
	add_remarks(&raw, step);
	clean_add(&text, raw.data, raw.len, w->clean | CLEAN_ONE_LINE);
	plain_write_text(w, PLAIN_TEXT, first.data, rest.data, text.data,
	    text.len);
	str_clear(&first);
	str_clear(&rest);
	str_clear(&raw);
	str_clear(&text);
}

static void
write_chain(const struct plain_writer *w, const struct citation *c)
{
	char mark[16], blank[16];
	int len = snprintf(mark, sizeof mark, "[%u] ", c->number);

	memset(blank, ' ', sizeof blank);
	blank[len > 0 && len < (int)sizeof blank ? len : 0] = '\0';
	for (uint32_t i = 0; i < c->step_count; i++)
		write_step(w, &c->steps[i], i ? blank : mark);
}

static int
compare_numbers(const void *a, const void *b)
{
	const struct citation *const *x = a, *const *y = b;

	if ((*x)->number != (*y)->number)
		return (*x)->number < (*y)->number ? -1 : 1;
	return *x < *y ? -1 : *x > *y;
}

static int
compare_rows(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

static uint32_t
count_distinct(int64_t *rows, uint32_t count)
{
	uint32_t distinct = 0;

	qsort(rows, count, sizeof *rows, compare_rows);
	for (uint32_t i = 0; i < count; i++)
		distinct += i == 0 || rows[i] != rows[i - 1];
	return distinct;
}

/*
 * The citations of the page itself; what an editor's note rests on does not
 * stand behind it.  Citations and passages both run in order.
 */
static uint32_t
list_own(const struct citation **out, const struct page *page)
{
	uint32_t count = 0, at = 0;

	for (uint32_t i = 0; i < page->citation_count; i++) {
		const struct citation *c = &page->citations[i];

		while (at + 1 < page->passage_count &&
		    page->passages[at].id < c->passage)
			at++;
		if (at < page->passage_count &&
		    page->passages[at].kind != PASSAGE_NOTE)
			out[count++] = c;
	}
	return count;
}

/* "Behind this page: 4 documents, 3 origins" */
static void
write_heading(const struct plain_writer *w, const struct page *page,
    const struct citation **own, const char *of)
{
	uint32_t count = list_own(own, page), documents, origins;
	int64_t *rows = mem_alloc_array(count, sizeof *rows);
	struct str line;

	for (uint32_t i = 0; i < count; i++)
		rows[i] = own[i]->document;
	documents = count_distinct(rows, count);
	for (uint32_t i = 0; i < count; i++)
		rows[i] = own[i]->origin;
	origins = count_distinct(rows, count);
	free(rows);
	str_init(&line, 0);
	str_add_format(&line, "Behind this %s: %u document%s, %u origin%s", of,
	    documents, documents == 1 ? "" : "s", origins,
	    origins == 1 ? "" : "s");
	plain_write_empty_line(w);
	plain_write_text(w, PLAIN_HEADING, "", "", line.data, line.len);
	plain_write_empty_line(w);
	str_clear(&line);
}

void
behind_write(const struct plain_writer *w, const struct page *page,
    const char *of)
{
	uint32_t count = page->citation_count;
	const struct citation **sorted;

	if (count == 0)
		return;
	sorted = mem_alloc_array(count, sizeof *sorted);
	write_heading(w, page, sorted, of);
	for (uint32_t i = 0; i < count; i++)
		sorted[i] = &page->citations[i];
	qsort(sorted, count, sizeof *sorted, compare_numbers);
	for (uint32_t i = 0; i < count; i++) {
		if (i == 0 || sorted[i]->number != sorted[i - 1]->number)
			write_chain(w, sorted[i]);
	}
	free(sorted);
}
