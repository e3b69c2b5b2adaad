/* SPDX-License-Identifier: ISC */
#include "marked.h"

#include <stdbool.h>
#include <string.h>

#include "text/clean.h"

struct splice {
	struct str *out;
	const struct page *page;
	const struct passage *passage;
	unsigned clean;
	uint32_t at;     /* text up to here has been added */
	const char *url; /* of the link that is open, or NULL */
	uint32_t url_at; /* where it ends */
};

static void
add_up_to(struct splice *s, uint32_t to)
{
	if (to <= s->at)
		return;
	clean_add(s->out, s->passage->text + s->at, to - s->at, s->clean);
	s->at = to;
}

static void
close_link(struct splice *s)
{
	const char *url = s->url;
	size_t len;

	if (!url)
		return;
	s->url = NULL;
	add_up_to(s, s->url_at);
	len = strlen(url);
	/* <https://...>, whose text is its address */
	if (s->out->len >= len &&
	    memcmp(s->out->data + s->out->len - len, url, len) == 0)
		return;
	str_add_text(s->out, " <");
	clean_add(s->out, url, len, s->clean | CLEAN_ONE_LINE);
	str_add_char(s->out, '>');
}

static void
open_link(struct splice *s, const struct span *span)
{
	const struct link *link;

	if (span->target >= s->page->link_count)
		return;
	link = &s->page->links[span->target];
	if (link->kind != RECORD_NONE || !link->url)
		return;
	close_link(s);
	s->url = link->url;
	s->url_at = span->at + span->len;
}

/* The marks that stand where span does; returns how many spans they are. */
static uint32_t
add_marks(struct splice *s, uint32_t first)
{
	const struct passage *p = s->passage;
	uint32_t i, last_number = 0;
	char before = '[';

	for (i = first; i < p->span_count; i++) {
		const struct span *span = &p->spans[i];
		uint32_t number;

		if (span->kind != SPAN_CITATION ||
		    span->at != p->spans[first].at)
			break;
		if (span->target >= s->page->citation_count)
			continue;
		number = s->page->citations[span->target].number;
		if (number == last_number)
			continue;
		str_add_char(s->out, before);
		str_add_format(s->out, "%u", number);
		before = ',';
		last_number = number;
	}
	if (before == ',')
		str_add_char(s->out, ']');
	return i - first;
}

void
marked_add(struct str *out, const struct page *page, const struct passage *p,
    uint32_t from, uint32_t to, unsigned clean)
{
	struct splice s = { .out = out,
		.page = page,
		.passage = p,
		.clean = clean,
		.at = from };
	uint32_t i = 0;

	while (i < p->span_count) {
		const struct span *span = &p->spans[i];

		if (span->at < from || span->at > to) {
			i++;
			continue;
		}
		if (s.url && s.url_at <= span->at)
			close_link(&s);
		if (span->kind == SPAN_CITATION) {
			add_up_to(&s, span->at);
			i += add_marks(&s, i);
			continue;
		}
		if (span->kind == SPAN_LINK && span->at + span->len <= to)
			open_link(&s, span);
		i++;
	}
	close_link(&s);
	add_up_to(&s, to);
}
