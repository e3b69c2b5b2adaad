/* SPDX-License-Identifier: ISC */
#ifndef IBID_EXERCISE_H
#define IBID_EXERCISE_H

#include <stdbool.h>

/*
 * Opens the file and calls every function of collection.h and of
 * collection_search.h with it, also with names and numbers that it read from
 * it.  What is handed out has to keep the promises of the headers (abort());
 * statuses may be anything.  Returns whether the file could be opened.
 */
bool exercise_collection(const char *path);

#endif
