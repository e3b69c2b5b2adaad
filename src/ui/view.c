/* SPDX-License-Identifier: ISC */
#include "view.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "text/layout.h"
#include "views.h"

/* The table of views: one row each. */
static const struct view_class *const classes[PLACE_VIEW_COUNT] = {
	[PLACE_HOME] = &view_home_class,
	[PLACE_TOPIC] = &view_topic_class,
	[PLACE_FIGURES] = &view_figures_class,
	[PLACE_MEASURE] = &view_measure_class,
	[PLACE_FIGURE] = &view_figure_class,
	[PLACE_SOURCES] = &view_sources_class,
	[PLACE_SOURCE] = &view_source_class,
	[PLACE_EVENTS] = &view_events_class,
	[PLACE_EVENT] = &view_event_class,
	[PLACE_DISAGREEMENTS] = &view_disagreements_class,
	[PLACE_DISAGREEMENT] = &view_disagreement_class,
	[PLACE_HITS] = &view_hits_class,
	[PLACE_HISTORY] = &view_history_class,
	[PLACE_HELP] = &view_help_class,
	[PLACE_STYLES] = &view_styles_class,
};

const struct view_class *
view_find_class(enum place_view place)
{
	return (size_t)place < PLACE_VIEW_COUNT ? classes[place] :
						  &view_home_class;
}

enum role
view_find_run_role(unsigned style)
{
	static const struct {
		uint16_t style;
		enum role role;
	} styles[] = {
		{ RUN_MARK, ROLE_MARK },
		{ RUN_DISPUTED, ROLE_DISPUTED },
		{ RUN_LINK, ROLE_LINK },
		{ RUN_CODE, ROLE_CODE },
		{ RUN_STRONG, ROLE_STRONG },
		{ RUN_EMPHASIS, ROLE_EMPHASIS },
	};

	for (size_t i = 0; i < sizeof styles / sizeof *styles; i++) {
		if (style & styles[i].style)
			return styles[i].role;
	}
	return ROLE_TEXT;
}

void
view_cut_text(char *out, size_t size, const char *text)
{
	size_t len = strlen(text);

	if (len >= size) {
		len = utf8_find_start(text, size - 1);
	}
	memmove(out, text, len);
	out[len] = '\0';
}

void
view_write_position(char *out, size_t size, uint32_t number, uint32_t count)
{
	int digits = 1;

	for (uint32_t rest = count; rest >= 10; rest /= 10)
		digits++;
	snprintf(out, size, "%*u/%u", digits, number, count);
}
