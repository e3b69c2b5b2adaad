/* SPDX-License-Identifier: ISC */
#include "view_blank.h"
#include "views.h"
BLANK_VIEW(view_sources_class, PLACE_SOURCES, "sources")
