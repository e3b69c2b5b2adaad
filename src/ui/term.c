/* SPDX-License-Identifier: ISC */
#include "term.h"
