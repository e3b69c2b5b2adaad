/* SPDX-License-Identifier: ISC */
#ifndef IBID_CHAIN_STEP_H
#define IBID_CHAIN_STEP_H

#include <stdbool.h>

#include "chain_reader.h"
#include "model/citation.h"

/*
 * One step of a chain: its role, who, flags and locator.  False where it
 * was not understood, which the reader has noted.
 */
bool chain_step_read(struct chain_reader *r, struct step *step, bool is_first);

#endif
