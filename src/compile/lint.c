/* SPDX-License-Identifier: ISC */
#include "emit.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/str.h"

/*
 * What is allowed and yet wants a look: said by `ibid check` alone.
 */

static void warn(struct draft *draft, struct place place, const char *format,
    ...) __attribute__((format(printf, 3, 4)));

static void
warn(struct draft *draft, struct place place, const char *format, ...)
{
	char message[512];
	va_list args;

	va_start(args, format);
	vsnprintf(message, sizeof message, format, args);
	va_end(args);
	diagnose_add(draft->diagnose, DIAGNOSE_WARNING, place, "%s", message);
}

/* Nobody stands behind himself. */
static void
lint_return(struct draft *draft, const struct chain *chain, const char *file,
    const struct line_table *lines)
{
	for (uint32_t i = 1; i < chain->step_count; i++) {
		const char *key = chain->steps[i].key;
		bool is_there = false;

		for (uint32_t j = 0; key && j < i; j++)
			is_there |= chain->steps[j].key &&
			    strcmp(chain->steps[j].key, key) == 0;
		if (is_there)
			warn(draft,
			    line_table_find(lines, file, chain->step_at[i]),
			    "chain comes back to \"@%s\"", key);
	}
}

void
draft_lint_chain(struct draft *draft, const struct chain *chain,
    const char *file, const struct line_table *lines)
{
	if (!draft->is_check)
		return;
	lint_return(draft, chain, file, lines);
	for (uint32_t i = 0; i < chain->step_count; i++) {
		const struct step *s = &chain->steps[i];
		const char *value = s->locator_value;

		if (!value || s->locator_label[0] || !value[0] ||
		    strspn(value, "0123456789-,. \xE2\x80\x93") !=
			strlen(value))
			continue;
		warn(draft, line_table_find(lines, file, chain->step_at[i]),
		    "locator \"%s\" is only a number: of a page (p.), "
		    "section (sec.), paragraph (para.)?",
		    value);
	}
}

static bool
has_letter(const char *text, uint32_t len)
{
	for (uint32_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)text[i];

		if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
			return true;
		if (c >= 0xC3 && c != 0xE2) /* not the curly quotes */
			return true;
	}
	return false;
}

/* A sentence that leads elsewhere states nothing of its own. */
static bool
has_link(const struct passage *p, const struct sentence *s)
{
	for (uint32_t i = 0; i < p->span_count; i++) {
		if (p->spans[i].kind == SPAN_LINK && p->spans[i].at >= s->at &&
		    p->spans[i].at < s->at + s->len)
			return true;
	}
	return false;
}

/* A line that only leads in what follows. */
static bool
ends_with_colon(const struct passage *p, const struct sentence *s)
{
	return s->len && p->text[s->at + s->len - 1] == ':';
}

/* Where the last mark of a sentence stands; its start where none does. */
static uint32_t
find_cited_end(const struct markdown_passage *mp, const struct sentence *s)
{
	uint32_t end = s->at;

	for (uint32_t i = 0; i < mp->mark_count; i++) {
		const struct markdown_mark *m = &mp->marks[i];

		if (m->at > s->at && m->at <= s->at + s->len)
			end = m->at;
	}
	return end;
}

static void
lint_row(struct draft *draft, const struct markdown_passage *mp,
    struct place place)
{
	if (mp->p.level == 0 && mp->mark_count == 0)
		warn(draft, place, "table row is not cited");
}

void
draft_lint_passage(struct draft *draft, const struct markdown_passage *mp,
    const char *file, const struct line_table *lines)
{
	const struct passage *p = &mp->p;

	if (!draft->is_check)
		return;
	if (p->kind == PASSAGE_ROW) {
		lint_row(draft, mp,
		    line_table_find(lines, file, mp->source_at));
		return;
	}
	if (p->kind != PASSAGE_PARAGRAPH && p->kind != PASSAGE_ITEM &&
	    p->kind != PASSAGE_QUOTATION)
		return;
	for (uint32_t i = 0; i < p->sentence_count; i++) {
		const struct sentence *s = &p->sentences[i];
		uint32_t end = find_cited_end(mp, s);

		if (!has_letter(p->text + end, s->at + s->len - end) ||
		    has_link(p, s) || ends_with_colon(p, s))
			continue;
		warn(draft,
		    line_table_find(lines, file, mp->sentence_source_at[i]),
		    "%s is not cited",
		    end == s->at ? "sentence" : "end of the sentence");
	}
}

static bool
has_graphic_record(const struct draft *draft, int64_t topic)
{
	for (size_t i = 0; i < draft->figure_count; i++) {
		const struct draft_figure *f = &draft->figures[i];

		if (f->topic == topic && f->f.is_graphic)
			return true;
	}
	for (size_t i = 0; i < draft->event_count; i++) {
		const struct draft_event *e = &draft->events[i];

		if (e->topic == topic && e->e.is_graphic)
			return true;
	}
	return false;
}

void
draft_lint_advisory(struct draft *draft, const struct draft_topic *topic,
    bool has_mark)
{
	if (!draft->is_check || has_mark || !topic->t.is_graphic ||
	    draft->is_partial[RECORD_FIGURE] ||
	    draft->is_partial[RECORD_EVENT] ||
	    has_graphic_record(draft, topic->t.id))
		return;
	warn(draft, topic->place,
	    "topic \"%s\" is graphic, and nothing of it is marked so",
	    topic->t.slug);
}

void
draft_lint_records(struct draft *draft)
{
	for (size_t i = 0; i < draft->topic_count; i++) {
		const struct draft_topic *t = &draft->topics[i];

		if (!t->t.summary[0])
			warn(draft, t->place, "topic \"%s\" has no summary",
			    t->t.slug);
	}
	for (size_t i = 0; i < draft->measure_count; i++) {
		const struct draft_measure *m = &draft->measures[i];

		if (!m->m.figures && !draft->is_partial[RECORD_FIGURE])
			warn(draft, m->place, "measure \"%s\" has no figures",
			    m->m.slug);
		if (!m->m.definition[0])
			warn(draft, m->place,
			    "measure \"%s\" has no definition", m->m.slug);
	}
	for (size_t i = 0; i < draft->figure_count; i++) {
		const struct draft_figure *f = &draft->figures[i];

		if (!f->citations.len)
			warn(draft, f->place, "figure \"%s\" is not cited",
			    f->f.slug);
	}
	for (size_t i = 0; i < draft->event_count; i++) {
		const struct draft_event *e = &draft->events[i];

		if (!e->citations.len)
			warn(draft, e->place, "event \"%s\" is not cited",
			    e->e.slug);
	}
}

/* Words of a title that say something of its case. */
struct case_count {
	unsigned upper;
	unsigned all;
};

static bool
is_letter(unsigned char c)
{
	return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c >= 0x80 ||
	    c == '\'';
}

static bool
is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* Skips what is marked to keep its case. */
static const char *
skip_nocase(const char *p)
{
	static const char open[] = "<span class=\"nocase\">";
	const char *close;

	if (strncmp(p, open, sizeof open - 1) != 0)
		return p;
	close = strstr(p, "</span>");
	return close ? close + 7 : p + strlen(p);
}

/*
 * Counts words of four letters and more that begin with a capital, without
 * the first of the title and of a subtitle, and without acronyms.
 */
static struct case_count
count_case(const char *title)
{
	struct case_count count = { 0, 0 };
	bool is_first = true;
	const char *p = title;

	while (*p) {
		const char *start;

		p = skip_nocase(p);
		if (*p == ':' || *p == '?' || *p == '!' || *p == '.')
			is_first = true;
		if (!*p || !is_letter((unsigned char)*p)) {
			p += *p != '\0';
			continue;
		}
		for (start = p; is_letter((unsigned char)*p); p++)
			;
		if (p - start >= 4 && !is_first && !is_upper(start[1])) {
			count.all++;
			count.upper += is_upper(*start);
		}
		is_first = false;
	}
	return count;
}

/* The title with those words in lower case, as a first proposal. */
static void
add_sentence_case(struct str *out, const char *title)
{
	bool is_first = true;
	const char *p = title;

	while (*p) {
		const char *start = p;

		p = skip_nocase(p);
		if (p != start || !is_letter((unsigned char)*p)) {
			p += p == start;
			if (strchr(":?!.", *start))
				is_first = true;
			str_add(out, start, (size_t)(p - start));
			continue;
		}
		while (is_letter((unsigned char)*p))
			p++;
		str_add(out, start, (size_t)(p - start));
		if (!is_first && is_upper(*start) && p - start >= 4 &&
		    !is_upper(start[1]))
			out->data[out->len - (size_t)(p - start)] |= 0x20;
		is_first = false;
	}
}

static const char *
find_variable(const struct csl_item *item, const char *name)
{
	for (uint32_t i = 0; i < item->variable_count; i++) {
		if (strcmp(item->variables[i].variable, name) == 0)
			return item->variables[i].value;
	}
	return NULL;
}

static void
lint_title(struct draft *draft, const struct csl_item *item)
{
	const char *title = find_variable(item, "title");
	const char *language = find_variable(item, "language");
	struct case_count count;
	struct str proposal;

	if (!title || (language && strncmp(language, "en", 2) != 0))
		return;
	count = count_case(title);
	if (count.all < 3 || count.upper * 4 < count.all * 3)
		return;
	str_init(&proposal, 0);
	add_sentence_case(&proposal, title);
	diagnose_add(draft->diagnose, DIAGNOSE_WARNING, item->place,
	    "title of \"%s\" is in title case, styles want sentence case: "
	    "\"%s\"?",
	    item->key, proposal.data);
	str_clear(&proposal);
}

/* Whether every citation there is was seen. */
static bool
is_all_read(const struct draft *draft)
{
	for (int kind = 0; kind < DRAFT_KINDS; kind++) {
		if (draft->is_partial[kind])
			return false;
	}
	for (size_t i = 0; i < draft->topic_count; i++) {
		if (draft->topics[i].is_unreadable)
			return false;
	}
	return true;
}

void
draft_lint_sources(struct draft *draft)
{
	bool is_complete = is_all_read(draft);

	for (size_t i = 0; i < draft->source_count; i++) {
		const struct draft_source *s = &draft->sources[i];

		if (is_complete && !s->cited_by && !s->is_linked)
			warn(draft, s->item.place,
			    "source \"%s\" is never cited", s->item.key);
		lint_title(draft, &s->item);
	}
}
