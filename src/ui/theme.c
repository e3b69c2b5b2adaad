/* SPDX-License-Identifier: ISC */
#include "theme.h"
