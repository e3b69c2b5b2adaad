/* SPDX-License-Identifier: ISC */
#include "view_blank.h"
#include "views.h"
BLANK_VIEW(view_events_class, PLACE_EVENTS, "events")
