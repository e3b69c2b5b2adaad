/* SPDX-License-Identifier: ISC */
#ifndef IBID_VIEWS_H
#define IBID_VIEWS_H

#include "view.h"

/* The views, each in its view_NAME.c. */
extern const struct view_class view_home_class;
extern const struct view_class view_topic_class;
extern const struct view_class view_figures_class;
extern const struct view_class view_measure_class;
extern const struct view_class view_figure_class;
extern const struct view_class view_sources_class;
extern const struct view_class view_source_class;
extern const struct view_class view_events_class;
extern const struct view_class view_event_class;
extern const struct view_class view_disagreements_class;
extern const struct view_class view_disagreement_class;
extern const struct view_class view_hits_class;
extern const struct view_class view_history_class;
extern const struct view_class view_help_class;
extern const struct view_class view_styles_class;

#endif
