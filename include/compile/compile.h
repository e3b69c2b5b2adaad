/* SPDX-License-Identifier: ISC */
#ifndef IBID_COMPILE_COMPILE_H
#define IBID_COMPILE_COMPILE_H

#include <stdbool.h>

#include "base/error.h"
#include "compile/diagnose.h"

/*
 * From a folder of text to a collection file: the whole run.
 */
struct compile_counts {
	unsigned topics, passages, sentences, figures, measures, events;
	unsigned sources, citations, steps, disagreements, links;
};

/*
 * Reads the folder dir and writes the collection to path, replacing a
 * collection (and nothing else) only when all went well; path NULL writes
 * nothing (`ibid check`, which also lints).  Findings go to d.
 * STATUS_FOUND_FAULTS where there were errors; others where the run itself
 * could not go on.
 */
enum status compile_run(struct compile_counts *counts, const char *dir,
    const char *path, bool is_check, struct diagnose *d, struct error *err);

#endif
