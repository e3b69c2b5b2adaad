/* SPDX-License-Identifier: ISC */
#include "view_blank.h"
#include "views.h"
BLANK_VIEW(view_source_class, PLACE_SOURCE, "source")
