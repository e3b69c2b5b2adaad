/* SPDX-License-Identifier: ISC */
#include "text/layout.h"
