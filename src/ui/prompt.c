/* SPDX-License-Identifier: ISC */
#include "prompt.h"
