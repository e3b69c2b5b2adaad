/* SPDX-License-Identifier: ISC */
#include "view_blank.h"
#include "views.h"
BLANK_VIEW(view_figures_class, PLACE_FIGURES, "figures")
