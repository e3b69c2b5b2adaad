/* SPDX-License-Identifier: ISC */
#include "view_blank.h"
#include "views.h"
BLANK_VIEW(view_home_class, PLACE_HOME, "home")
