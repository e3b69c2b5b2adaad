/* SPDX-License-Identifier: ISC */
#include "keymap.h"
