/* SPDX-License-Identifier: ISC */
#include "app_search.h"

#include <stddef.h>
#include <string.h>

#include "app_private.h"
#include "base/clock.h"
#include "effort.h"

/*
 * The search that stands: one inquiry, its number for the trail, the modes
 * that are kept until they are changed, and what there is to say of it.
 */

struct inquiry *
app_get_inquiry(struct app *app)
{
	struct app_search *s = &app->search;

	if (!s->inquiry) {
		s->inquiry = inquiry_new(app->session);
		s->searches = searches_new();
	}
	return s->inquiry;
}

void
app_search_clear(struct app *app)
{
	inquiry_free(app->search.inquiry);
	searches_free(app->search.searches);
}

/* ---- What is lit ---- */

struct inquiry *
app_get_lit(struct app *app)
{
	const struct app_search *s = &app->search;

	return s->is_lit && s->number != 0 && !s->wish.is_title ? s->inquiry :
								  NULL;
}

unsigned
app_get_lit_number(const struct app *app)
{
	return app->search.lit_number;
}

void
app_light(struct app *app, bool is_lit)
{
	if (app->search.is_lit != is_lit)
		app->search.lit_number++;
	app->search.is_lit = is_lit;
}

/* ---- What is looked for ---- */

static void
work(struct app *app)
{
	struct error err = { 0 };

	inquiry_work(app->search.inquiry, EFFORT_US, &err);
	if (err.status)
		app_say_error(app, &err);
}

/*
 * A title is looked for as a pattern, and as it stands where it is none:
 * who types one may not know of patterns.
 */
static enum status
set_inquiry(struct app_search *s)
{
	struct inquiry_wish *wish = &s->wish;
	enum status status = inquiry_set(s->inquiry, wish, &s->fault_at,
	    &s->fault);

	if (status != STATUS_INVALID || !wish->is_title)
		return status;
	wish->is_literal = true;
	status = inquiry_set(s->inquiry, wish, &s->fault_at, &s->fault);
	wish->is_literal = false;
	return status;
}

bool
app_look_for(struct app *app)
{
	struct app_search *s = &app->search;

	app_get_inquiry(app);
	s->fault.status = set_inquiry(s);
	if (s->fault.status)
		return false;
	if (s->is_new || s->number == 0)
		s->number = searches_add(s->searches, &s->wish,
		    app->session->collection);
	else
		searches_change(s->searches, s->number, &s->wish,
		    app->session->collection);
	s->is_new = false;
	s->lit_number++;
	s->begun_us = clock_now_us();
	work(app);
	return true;
}

/* Of what stands, as the prompt may have left it unfinished. */
static void
read_wish(struct app *app)
{
	struct app_search *s = &app->search;

	if (s->number != 0 &&
	    searches_find(&s->wish, s->searches, s->number,
		app->session->collection)) {
		if (s->wish.is_title)
			return;
		s->is_exact = s->wish.is_exact;
		s->is_literal = s->wish.is_literal;
		s->is_word = s->wish.is_word;
		return;
	}
	memset(&s->wish, 0, sizeof s->wish);
	s->number = 0;
}

void
app_open_search(struct app *app, uint32_t number)
{
	struct app_search *s = &app->search;
	bool is_same = s->number == number;

	s->is_stale = s->is_new = false;
	s->fault.status = STATUS_OK;
	s->number = number;
	if (!s->inquiry)
		return;
	read_wish(app);
	if (is_same)
		return;
	s->lit_number++;
	if (set_inquiry(s) == STATUS_OK)
		work(app);
}

void
app_set_scope(struct app *app, const struct inquiry_wish *narrowed)
{
	struct app_search *s = &app->search;

	s->wish.scope = narrowed->scope;
	memcpy(s->wish.chosen, narrowed->chosen, sizeof s->wish.chosen);
	s->is_new = true;
	if (!app_look_for(app)) {
		app_say_error(app, &s->fault);
		app_open_search(app, s->number);
	}
}

void
app_search_restart(struct app *app)
{
	struct app_search *s = &app->search;

	app_seek_stop(app);
	if (!s->inquiry)
		return;
	inquiry_restart(s->inquiry);
	/* Rows of the scope may have other numbers now. */
	if (!app_is_searching(app))
		read_wish(app);
	set_inquiry(s);
	s->lit_number++;
	work(app);
}

/* ---- Modes ---- */

static const struct mode {
	enum command command;
	size_t at;   /* of a bool in struct app_search */
	char letter; /* of its key */
	const char *name, *on, *off;
} modes[] = {
	{ COMMAND_EXACT, offsetof(struct app_search, is_exact), 'e', "exact",
	    "Exact: accents count.", "Accents no longer count." },
	{ COMMAND_LITERAL, offsetof(struct app_search, is_literal), 'f',
	    "literal", "Literal: no character has a meaning.",
	    "What is typed is a pattern." },
	{ COMMAND_WORD, offsetof(struct app_search, is_word), 'w', "word",
	    "Whole words alone.", "Parts of words too." },
};

enum { MODE_COUNT = sizeof modes / sizeof *modes };

static bool *
get_mode(struct app_search *s, const struct mode *mode)
{
	return (bool *)((char *)s + mode->at);
}

/* In the prompt it is seen at once, elsewhere it is said. */
void
app_run_mode(struct app *app, enum command command)
{
	struct app_search *s = &app->search;
	const struct mode *mode = modes;
	bool *is_on;

	while (mode->command != command)
		mode++;
	is_on = get_mode(s, mode);
	*is_on = !*is_on;
	if (app_is_searching(app)) {
		s->is_stale = true;
		return;
	}
	if (app_is_filtering(app)) {
		app_filter(app, prompt_get_text(app->prompt));
		return;
	}
	app_say(app, "%s", *is_on ? mode->on : mode->off);
	if (s->number == 0)
		return;
	s->wish.is_exact = s->is_exact;
	s->wish.is_literal = s->is_literal;
	s->wish.is_word = s->is_word;
	s->is_new = true;
	if (!app_look_for(app)) {
		*is_on = !*is_on;
		app_say_error(app, &s->fault);
		app_open_search(app, s->number);
	}
}

void
app_add_modes(struct str *out, struct app *app)
{
	size_t begin = out->len;

	for (size_t i = 0; i < MODE_COUNT; i++) {
		if (*get_mode(&app->search, &modes[i]))
			str_add_format(out, "%s%s",
			    out->len > begin ? ", " : "", modes[i].name);
	}
}

void
app_add_mode_letters(struct str *out, struct app *app)
{
	for (size_t i = 0; i < MODE_COUNT; i++) {
		if (*get_mode(&app->search, &modes[i]))
			str_add_char(out, modes[i].letter);
	}
}

/* ---- Between keys ---- */

bool
app_search_idle(struct app *app)
{
	struct error err = { 0 };
	bool has_more;

	if (!app->search.inquiry)
		return false;
	has_more = inquiry_work(app->search.inquiry, EFFORT_US, &err);
	if (err.status) {
		app_say_error(app, &err);
		app_change(app);
	}
	app_look_for_change(app);
	return has_more && !err.status;
}
