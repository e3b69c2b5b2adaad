/* SPDX-License-Identifier: ISC */
#ifndef IBID_VIEW_FIGURES_H
#define IBID_VIEW_FIGURES_H

#include "figure_origins.h"
#include "list_view.h"
#include "measure_order.h"

struct view_figures {
	struct list_view base;
	struct measure_order *measures;
	struct figure_origins *origins;
};

/* view_figures_list.c */
extern const struct list_class view_figures_list;

/* Lent until the next call. */
const struct figure *view_figures_get(const struct view *v, uint32_t item);

#endif
