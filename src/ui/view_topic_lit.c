/* SPDX-License-Identifier: ISC */
#include "base/utf8.h"
#include "view_topic.h"

/* What is lit in a topic: the texts of its passages, of those drawn. */

bool
view_topic_is_hidden(const struct view_topic *v, uint32_t passage)
{
	const struct passage *p = &v->page.passages[passage];

	return p->is_graphic && p->kind != PASSAGE_TITLE &&
	    v->options.graphic != GRAPHIC_SHOW && !v->is_unfolded[passage];
}

/* The run as a part of its passage; false: it is of none. */
static bool
get_run(const struct view_topic *v, struct lit_run *out,
    const struct layout_line *line, uint32_t index)
{
	const struct layout_run *run = &v->layout.runs[index];

	if (line->passage < 0 || (uint32_t)line->passage >= v->text_end)
		return false;
	*out = (struct lit_run){ .shown = run->text,
		.len = run->len,
		.bytes = v->page.passages[line->passage].text,
		.at = run->at,
		.end = run->end,
		.into = run->into,
		.is_verbatim = run->is_verbatim,
		.here = LIT_NOT_HERE };
	return true;
}

/* The same with what matches in the passage. */
static bool
get_lit(struct view_topic *v, struct lit_run *out,
    const struct layout_line *line, uint32_t run)
{
	const struct passage *p;

	if (!lit_is_on(&v->lit) || !get_run(v, out, line, run))
		return false;
	p = &v->page.passages[line->passage];
	out->ranges = lit_list(&v->lit, &out->count, (uint32_t)line->passage,
	    p->text, p->len);
	if (v->match.is_set && v->match.passage == (uint32_t)line->passage)
		out->here = v->match.at;
	return out->count > 0;
}

/* Of what was added to the text nothing is lit. */
bool
view_topic_get_lit(struct view_topic *v, struct lit_run *out,
    const struct layout_line *line, uint32_t run)
{
	return v->layout.runs[run].end > v->layout.runs[run].at &&
	    get_lit(v, out, line, run);
}

/* Between the cells of a table there is more than blanks. */
int
view_topic_find_gap(struct view_topic *v, enum role *role,
    const struct layout_line *line, uint32_t run)
{
	const struct layout_run *at = &v->layout.runs[run];
	struct lit_run lit;
	int cols;

	if (line->kind == LINE_ROW ||
	    run + 1 >= line->first_run + line->run_count)
		return 0;
	cols = at[1].col - at->col - at->cols;
	if (cols <= 0 || !get_lit(v, &lit, line, run))
		return 0;
	*role = lit_get_gap_role(&lit, at[1].at);
	return *role == ROLE_TEXT ? 0 : cols;
}

int
view_topic_find_match_col(const struct view_topic *v)
{
	const struct layout *l = &v->layout;
	const struct layout_line *line = &l->lines[v->line];
	int col = -1;

	if (!v->match.is_set || line->passage != (int64_t)v->match.passage)
		return -1;
	for (uint32_t i = 0; i < line->run_count; i++) {
		uint32_t index = line->first_run + i;
		struct lit_run run;

		if (!get_run(v, &run, line, index) || run.end == run.at ||
		    run.at > v->match.at)
			continue;
		col = l->runs[index].col;
		if (run.end > v->match.at)
			return col +
			    (int)utf8_width_cols(run.shown,
				lit_find_shown(&run, v->match.at));
		col += l->runs[index].cols - 1;
	}
	return col;
}

/* What was added below the text follows its last passage. */
int64_t
view_topic_get_passage(const struct view *view)
{
	const struct view_topic *v = (const struct view_topic *)view;
	uint32_t passage = v->first_text;

	if (v->match.is_set)
		passage = v->match.passage;
	else if (v->width_cols > 0 && v->sentence >= 0)
		passage = v->layout.sentences[v->sentence].passage;
	if (passage >= v->text_end && v->text_end > 0)
		passage = v->text_end - 1;
	return passage < v->page.passage_count ? v->page.passages[passage].id :
						 0;
}
